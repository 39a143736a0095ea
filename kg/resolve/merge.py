"""Join what one article tells of one event in several places.

In:  drafts without pointers, the names under which parties are listed, the article's text.
Out: drafts in which each event stands once: evidence joined in the order of the text, keys of
statements led to the event that stays.
* Meetings are one when their parties are the same, or those of one contain the other's, and neither
  place nor time nor kind (one sitting, or talks that go on) speaks against it. "The talks" and
  "these talks" are the meeting named last; "new", "another", "next" make one of their own.
* A heading supports the statement, meeting or red line that the text tells; it never doubles one.
* A red line is one when the declarers are of one side and the words of the trigger overlap; later
  statements of it restate it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from kg.model.draft import (
    DraftConveyed,
    DraftMeeting,
    DraftRedLine,
    Drafts,
    DraftStatement,
    Party,
)
from kg.model.mention import Mention
from kg.model.span import Span
from kg.resolve.merge_meetings import merge_meetings
from kg.resolve.overlap import overlap, stems

NameOf = Callable[[Mention], str]
_SAME_WORDS = 0.4
_SAME_TRIGGER = 0.5


def merge_drafts(drafts: Drafts, text: str, name_of: NameOf) -> Drafts:
    """Return the drafts with each event once. Pure; what is left keeps the order of the text."""
    statements, moved = _merge_statements(drafts.statements, text, name_of)
    redlines, lines_moved, later = _merge_redlines(
        drafts.redlines, drafts.statements, statements, moved, text, name_of
    )
    meetings, meetings_moved = merge_meetings(drafts.meetings, name_of)
    keep = {m.key for m in meetings} | {r.key for r in redlines}
    keys = {**{k: k for k in keep}, **lines_moved, **meetings_moved}
    statements = [_led(s, keys, keep, later) for s in statements]
    meetings = [_reseat(m, moved) for m in meetings]
    return replace(
        drafts,
        statements=tuple(statements),
        meetings=tuple(meetings),
        redlines=tuple(redlines),
    )


def words_at(text: str, span: Span) -> str:
    """Return the text of a span."""
    return text[span.start : span.end]


def side(mention: Mention, name_of: NameOf) -> str:
    """Return the gazetteer id of the state or body a party is of, its name where it has none."""
    return (mention.side or mention.gazetteer_id or name_of(mention)).partition(".")[0]


# -- statements --------------------------------------------------------------------------------


def _merge_statements(
    drafts: Sequence[DraftStatement], text: str, name_of: NameOf
) -> tuple[list[DraftStatement], dict[int, int]]:
    """Return the statements that stay; for the others, the key of the one that has them."""
    stay: dict[int, DraftStatement] = {}
    moved: dict[int, int] = {}
    in_body = {_speaking_side(d, name_of) for d in drafts if not d.heading}
    told_again: dict[int, list[DraftStatement]] = {}
    said_by: dict[object, dict[str, int]] = {}  # by the speaker's side and words, those that stay
    for draft in [*(d for d in drafts if not d.heading), *(d for d in drafts if d.heading)]:
        speaking = _speaking_side(draft, name_of)
        said = said_by.setdefault(speaking, {})
        words = " ".join(words_at(text, draft.content).split())
        same = said.get(words) if stems(words) else None
        twin = _retold(words, said) if draft.heading else same
        if twin is not None:
            moved[draft.key] = twin
            told_again.setdefault(twin, []).append(draft)
        elif draft.heading and speaking in in_body:
            moved[draft.key] = -1
        else:
            stay[draft.key] = draft
            said.setdefault(words, draft.key)
    joined = (_joined(draft, told_again.get(key, ())) for key, draft in stay.items())
    ordered = sorted(joined, key=lambda d: (d.evidence[0], d.key))
    return ordered, moved


def _retold(words: str, said: Mapping[str, int]) -> int | None:
    """Return which statement a heading tells in words of its own."""
    best, best_score = None, 0.0
    for others, key in said.items():
        score = overlap(words, others)
        if score >= _SAME_WORDS and score > best_score:
            best, best_score = key, score
    return best


def _speaking_side(draft: DraftStatement, name_of: NameOf) -> object:
    """Return what speakers are compared by: their side; whoever is not known is nobody else."""
    return side(draft.speaker, name_of) if isinstance(draft.speaker, Mention) else draft.speaker


def _joined(one: DraftStatement, others: Sequence[DraftStatement]) -> DraftStatement:
    """Return a statement with what was told again of it."""
    if not others:
        return one
    evidence = {span for draft in (one, *others) for span in draft.evidence}
    return replace(
        one,
        evidence=tuple(sorted(evidence)),
        conveys=tuple(dict.fromkeys(c for draft in (one, *others) for c in draft.conveys)),
        addressees=next((d.addressees for d in (one, *others) if d.addressees), ()),
    )


def _led(
    draft: DraftStatement, keys: dict[int, int], keep: set[int], later: set[tuple[int, int]]
) -> DraftStatement:
    """Lead what the statement conveys to the events that stay."""
    if not draft.conveys and draft.said_at is None:
        return draft
    conveys: dict[int, DraftConveyed] = {}
    for one in draft.conveys:
        key = keys.get(one.key, -1)
        if key in keep and key not in conveys:
            restated = (draft.key, key) in later and one.commitment == "declares"
            commitment = "restates" if restated else one.commitment
            conveys[key] = DraftConveyed(key=key, commitment=commitment)
    said_at = keys.get(draft.said_at, -1) if draft.said_at is not None else -1
    return replace(
        draft, conveys=tuple(conveys.values()), said_at=said_at if said_at in keep else None
    )


def _reseat(draft: DraftMeeting, moved: dict[int, int]) -> DraftMeeting:
    """A meeting told by a heading's statement goes where that statement went."""
    if draft.under is None or draft.under not in moved:
        return draft
    under = moved[draft.under]
    return replace(draft, under=under if under >= 0 else None)


# -- red lines ---------------------------------------------------------------------------------


def _merge_redlines(
    drafts: Sequence[DraftRedLine],
    told: Sequence[DraftStatement],
    statements: Sequence[DraftStatement],
    moved: dict[int, int],
    text: str,
    name_of: NameOf,
) -> tuple[list[DraftRedLine], dict[int, int], set[tuple[int, int]]]:
    """Return the red lines that stay, where the others went, and who tells one again."""
    by_key = {s.key: s for s in statements}
    by_all = {s.key: s.speaker for s in [*told, *statements]}
    stay: list[DraftRedLine] = []
    keys: dict[int, int] = {}
    later: set[tuple[int, int]] = set()
    for draft in [*(d for d in drafts if not d.heading), *(d for d in drafts if d.heading)]:
        under = moved.get(draft.under, draft.under)
        twin = next(
            (
                i
                for i, r in enumerate(stay)
                if _one_line(draft, r, text) and _one_side(draft, r, by_all, name_of)
            ),
            None,
        )
        if twin is not None:
            other = stay[twin]
            keys[draft.key] = other.key
            if under in by_key and under != other.under:
                later.add((under, other.key))
            evidence = tuple(sorted({*other.evidence, *draft.evidence}))
            stay[twin] = replace(other, evidence=evidence)
        elif under in by_key:
            stay.append(replace(draft, under=under))
    return sorted(stay, key=lambda r: (r.evidence[0], r.key)), keys, later


def _one_side(
    one: DraftRedLine,
    other: DraftRedLine,
    speakers: Mapping[int, Party | None],
    name_of: NameOf,
) -> bool:
    """True when one side declares both, as far as it is known who does."""
    first, second = speakers.get(one.under), speakers.get(other.under)
    if not isinstance(first, Mention) or not isinstance(second, Mention):
        return True
    return side(first, name_of) == side(second, name_of)


def _one_line(one: DraftRedLine, other: DraftRedLine, text: str) -> bool:
    if one.sentence == other.sentence:
        return one.trigger == other.trigger  # "A, B and C are three red lines"
    return overlap(words_at(text, one.trigger), words_at(text, other.trigger)) >= _SAME_TRIGGER
