"""Tell in Arabic what is received and is no guest, and who is named twice.

In:  a view, the token behind a verb of receiving, or a party. Out: yes or no.
    استقبل الرئيس خبر الوفاة بحزن    the news
    التقى الوزير، وهو نائب سابق، وفدا   the deputy is the minister
    زار المغني الفرنسي روما           no state comes in a singer
    التقى مئات المتظاهرين في الساحة    a crowd gathers
"""

from collections.abc import Sequence

from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.draft import Party
from kg.model.mention import Mention

_THINGS = words_of("ar", "received_things")
_WHO_HE_IS = words_of("ar", "who_he_is")
_THEIR_OWN = words_of("ar", "people_of_their_own")
_THOUSANDS = words_of("ar", "thousands_of")
_WITHIN = 8  # tokens


def is_thing_received(view: View, first: int) -> bool:
    """True where the first word that is no name and no day tells a thing, from token `first` on."""
    for k in range(first, min(view.size, first + _WITHIN)):
        if view.mention_at[k] is None and view.time_at[k] is None:
            return view.lexicon.language == "ar" and view.form(k) in _THINGS
    return False


def is_aside(view: View, party: Party) -> bool:
    """True for the former deputy of "الوزير، وهو نائب سابق، …": the one named before."""
    aside = isinstance(party, Mention) and view.form(party.first - 1) in _WHO_HE_IS
    return aside and view.lexicon.language == "ar"


def are_no_envoys(view: View, parties: Sequence[Party]) -> bool:
    """True with the state of "المغني الفرنسي" among them, or for hundreds and nobody else."""
    if view.lexicon.language != "ar":
        return False
    named = [p for p in parties if isinstance(p, Mention)]
    if any(p.category == "adjective" and _is_of_their_own(view, p.first - 1) for p in named):
        return True
    alone = len(named) == 1 and named[0].first == 1  # "التقى مئات …" opens the sentence
    return alone and view.form(1) in _THOUSANDS


def _is_of_their_own(view: View, i: int) -> bool:
    return i >= 0 and any(r.stem in _THEIR_OWN for r in view.readings(i))
