"""Find who is called in Turkish: "X'i bakanlığa çağırmış, … protesto etmişti".

In:  a view, what stands in front of the verb of calling. Out: whom it calls, where it says no more
than that; what follows in the sentence is said to them.
"""

from kg.extract.speakers.turkish_listeners import Content
from kg.extract.view import View
from kg.lexicon.grammar import endings_of, words_of
from kg.model.mention import Mention

_SMALL = words_of("tr", "small_beside_a_call")
_TO_WHERE = endings_of("tr", "called_to")


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
