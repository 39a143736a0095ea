"""Give "his country", بلاده, the state of whoever is told of in front of it.

In:  an Arabic sentence and its mentions. Out: mentions of states, which no frame reads.
    في أوسلو، قال المتحدث إن بلاده …          of the capital that opens the sentence
    قال وزير الخارجية الصربي إن بلاده …       of the first official of a state
Where no state is told of nothing is added.
"""

from collections.abc import Iterator, Sequence

from kg.lexicon.gazetteer import load_gazetteer
from kg.lexicon.grammar import words_of
from kg.model.mention import Mention
from kg.model.span import Span
from kg.model.token import Sentence

_HIS_COUNTRY = words_of("ar", "his_country")
_IN = words_of("ar", "places_at_the_head")


def own_countries(sentence: Sentence, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the states that "his country" stands for, by their words."""
    for i, token in enumerate(sentence.tokens):
        if token.form not in _HIS_COUNTRY or any(m.first <= i <= m.last for m in mentions):
            continue
        state = _state_of(sentence, [m for m in mentions if m.last < i])
        entry = load_gazetteer().entry(state) if state is not None else None
        if entry is not None and entry.kind == "state":
            yield Mention(
                span=Span(token.start, token.end),
                text=token.text,
                first=i,
                last=i,
                category="actor",
                name=entry.label,
                kind="state",
                gazetteer_id=entry.id,
                gender="feminine",
                number="singular",
                human=False,
            )


def _state_of(sentence: Sentence, before: Sequence[Mention]) -> str | None:
    """Return the id of the state of the first who is told of, the opening capital's else."""
    first = next((m for m in before if m.category == "actor" and m.human), None)
    if first is not None and first.side:
        return first.side
    opening = next((m for m in before if m.first == 1 and m.category == "either"), None)
    if first is None or opening is None or sentence.tokens[0].form not in _IN:
        return None
    return opening.side
