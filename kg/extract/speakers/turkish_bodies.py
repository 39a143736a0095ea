"""Find bodies and people without a name that speak, where no comma parts them from their words.

In:  a view, where the clause begins and its verb stands. Out: the words up to the noun of the body.
    "Askeri cunta seçimlerin erteleneceğini duyurdu", "Ülkenin en büyük sendikası grevin …"
"""

from functools import cache

from kg.extract.attribution import unlinked_mention
from kg.extract.cues import CueLexicon
from kg.extract.speakers.turkish_words import TurkishWords
from kg.extract.view import View
from kg.lexicon.grammar import endings_of, words_of
from kg.lexicon.normalise import fold
from kg.lexicon.turkish import plural, possessed
from kg.model.mention import Mention

_BODY_WORDS = 5
_NO_CROWD_BEHIND = words_of("tr", "behind_no_subject")
_WITHOUT_OWNER = endings_of("tr", "genitive_without_owner")
_OBJECTS = endings_of("tr", "clause_as_object")
_OWNED = (
    "nda", "nde", "nin", "nun", "nün", "ndan", "nden", "ndaki", "ndeki", "ina", "ine", "una", "üne",
    "ini", "unu", "ünü", "si", "su", "sü",
)  # fmt: skip
_OTHERS = endings_of("tr", "others_than_the_rulers")
_OF_MANY = ("lerin", "larin")


@cache
def _bodies(lexicon: CueLexicon) -> frozenset[str]:
    """Return "cunta", "cuntası", "sendikalar", "sendikaları" of bodies that speak, folded."""
    heads = [form for noun in lexicon.texts("bodies") for form in (noun, plural(noun))]
    return frozenset(fold(form) for head in heads for form in (head, possessed(head)))


class TurkishBodies(TurkishWords):
    """Looks for them where the clause opens."""

    def __init__(self, view: View) -> None:
        super().__init__(view)
        self.bodies = _bodies(view.lexicon)

    def body_at(self, start: int, end: int) -> Mention | None:
        """Return "Askeri cunta", "Ülkenin en büyük sendikası" in front of what it says."""
        view = self.view
        for i in range(start, min(end, start + _BODY_WORDS)):
            known = view.mention_at[i]
            if not view.is_word(i) or i in view.cue_at or not self.at_main(i):
                return None
            if view.time_at[i] is not None or (known is not None and known.person):
                return None
            if view.form(i) not in self.bodies:
                if view.form(i) in _NO_CROWD_BEHIND or view.form(i) in self.postpositions:
                    return None
                continue
            if known is not None and known.last == i and (known.side or known.gazetteer_id):
                return None
            after = view.mention_at[i + 1] if i + 1 < end else None
            free = view.is_word(i + 1) and view.form(i + 1) not in _NO_CROWD_BEHIND
            free = free and not view.form(i + 1).startswith(_OTHERS)
            free = free and view.form(i + 1) not in self.postpositions
            free = free and (after is None or after.case not in ("nominative", "adjective", None))
            free = free and (after is None or not after.role or bool(after.side or after.person))
            alone = i == start and not view.form(i).endswith(("ler", "lar"))
            plain = free and not self.owns(i + 1, alone=alone)
            plain = plain and not self.is_particle(i + 1)
            if plain and i + 1 < end:
                return unlinked_mention(view, start, i)
        return None

    def owns(self, i: int, *, alone: bool) -> bool:
        """True for "kararının", "sınırında", "sözcüsü": a noun that what stands in front owns.

        `alone`: one word stands in front, which may always be part of a compound.
        """
        form = self.view.form(i)
        if self.view.mention_at[i] is not None or form.endswith(_OBJECTS):
            return False
        if self.is_plain_genitive(form) or self.view.time_at[i] is not None:
            return False
        return form.endswith(_OWNED) or (alone and not form.endswith(_OF_MANY))

    def is_plain_genitive(self, form: str) -> bool:
        """True for "ülkenin", "köprünün": of a noun without a possessive, which "kararının" has."""
        if not form.endswith(("nin", "nun", "nün")):
            return False
        return form[-4:-3] in ("a", "e", "o", "ö") or form.endswith(_WITHOUT_OWNER)
