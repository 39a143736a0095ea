"""Find who is called in Turkish: "X'i bakanlığa çağırmış, … protesto etmişti".

In:  a view, what stands in front of the verb of calling. Out: whom it calls, where it says no more
than that; what follows in the sentence is said to them.
"""

from kg.extract.speakers.turkish_listeners import Content
from kg.extract.view import View
from kg.lexicon.grammar import endings_of, words_of
from kg.model.mention import Mention

_NEAR_THIS = 6
_THIS = words_of("tr", "this_was_told")
_TELLING = endings_of("tr", "telling")
_WE_TOLD = endings_of("tr", "we_told")
_EXPRESSING = words_of("tr", "of_expressing")
_OURS = endings_of("tr", "our_people")
_SMALL = words_of("tr", "small_beside_a_call")
_TO_WHERE = endings_of("tr", "called_to")


def told_by_itself(view: View, first: int) -> Mention | None:
    """Return whom the words say they told: "…, bunu Ankara'daki dostlarımıza da ilettik"."""
    for i in range(first, view.size):
        if view.form(i) not in _THIS:
            continue
        near = [*range(i + 1, min(view.size, i + _NEAR_THIS)), *range(max(first, i - 3), i)]
        told = any(
            view.form(k).endswith(_WE_TOLD)
            and (view.form(k).startswith(_TELLING) or view.form(k - 1) in _EXPRESSING)
            for k in near
        )
        if not told:
            continue
        for k in near:
            mention: Mention | None = view.mention_at[k]
            if mention is None or not (mention.gazetteer_id or mention.person or mention.role):
                continue
            mine = view.form(mention.last + 1).endswith(_OURS)
            if mention.case == "dative" or (mine and mention.case in ("attributive", "adjective")):
                return mention
    return None


def called_by(view: View, content: Content) -> Mention | None:
    """Return who was called, where nothing but whom, when and where to stands before the verb."""
    called = content.addressees[0] if len(content.addressees) == 1 else None
    if not isinstance(called, Mention) or view.quotation_at[content.last] is not None:
        return None
    for i in range(content.first, content.last + 1):
        inside = called.first <= i <= called.last
        if inside or view.time_at[i] is not None or not view.is_word(i):
            continue
        form = view.form(i)
        if not form.startswith(_TO_WHERE) and form not in view.words.adverbs | _SMALL:
            return None
    return called
