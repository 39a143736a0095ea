"""Give "his country", بلاده, the state of whoever is told of in front of it.

In:  an Arabic sentence and its mentions. Out: mentions of states, which no frame reads.
    في أوسلو، قال المتحدث إن بلاده …          of the capital that opens the sentence
    قال وزير الخارجية الصربي إن بلاده …       of the first official of a state
Where no state is told of, or it may be another's, nothing is added.
"""

from collections.abc import Iterator, Sequence

from kg.lexicon.gazetteer import load_gazetteer
from kg.lexicon.grammar import words_of
from kg.model.mention import Mention
from kg.model.span import Span
from kg.model.token import Sentence

_HIS_COUNTRY = words_of("ar", "his_country")
_IN = words_of("ar", "places_at_the_head")
_COUNTERPARTS = words_of("ar", "counterparts_told")
_SENT = words_of("ar", "sent_from_elsewhere")
_THAT = "ان"


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
    """Return the id of the state of the first who is told of, the opening capital's else.

    Nothing where, behind "that", somebody of another state may be whose country it is.
    """
    first = next((m for m in before if m.category == "actor" and m.human), None)
    if first is not None and first.side:
        return None if _is_told_of_another(sentence, before, first) else first.side
    opening = next((m for m in before if m.first == 1 and m.category == "either"), None)
    if first is None or opening is None or sentence.tokens[0].form not in _IN:
        return None
    sent = any(r.stem in _SENT for r in sentence.tokens[first.first].readings)
    return None if sent else opening.side  # an ambassador is of any state but that


def _is_told_of_another(sentence: Sentence, before: Sequence[Mention], first: Mention) -> bool:
    """True for "قال الوزير الفرنسي إن نظيره الأوكراني أكد أن بلاده …"."""
    for m in before:
        state = m.side if m.category == "actor" and m.human else None
        if m.category == "adjective" and _is_counterpart(sentence, m.first - 1):
            state = m.gazetteer_id
        if state is not None and state != first.side:
            within = sentence.tokens[first.last + 1 : m.first]
            if any(r.stem == _THAT for token in within for r in token.readings):
                return True
    return False


def _is_counterpart(sentence: Sentence, i: int) -> bool:
    readings = sentence.tokens[i].readings if i >= 0 else ()
    return any(r.stem in _COUNTERPARTS and r.enclitic for r in readings)
