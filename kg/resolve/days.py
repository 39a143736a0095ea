"""Give claims the day that the article tells beside them, with another claim.

In:  statements and meetings with resolved parties. Out: the same, some dated.
    X accused Y on Monday, warning that …        one sentence, one speaker: one day
    X told Y on Monday … . The two spoke for …   who did something on a day met then
Only claims without time words of their own; a day that was inferred costs confidence (FACTOR). A
state does many things a day: only people lend theirs, and only a day, no longer time. Where a word
tells of another time ("has met", "first met", "before the war", "rounds of talks"), none is lent.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.lexicon.grammar import endings_of, words_by_language
from kg.lexicon.normalise import fold
from kg.model.draft import DraftMeeting, DraftStatement, ReadSentence, mentions_of
from kg.model.mention import Mention
from kg.model.token import Sentence
from kg.resolve.agreement import PERSONS, is_same, surname_of

FACTOR = 0.95
_REACH = 1  # sentences
_BOTH = 2
_TOOK_PLACE = ("held", "ongoing")
# By the language at the end of a rule's name; a model's claims name none.
_OTHER_TIMES = words_by_language("of_another_time")
_LONG_PAST = endings_of("tr", "long_past")
_SAID_BEFORE = words_by_language("said_before")
_NO_WORDS: frozenset[str] = frozenset()
_NEAR = 40  # code points around a verb: four words or so each way


def said_that_day(
    statements: Sequence[DraftStatement], sentences: Sequence[ReadSentence]
) -> Iterator[DraftStatement]:
    """Yield the statements; who goes on speaking in a sentence does so on the same day."""
    read = {r.sentence.index: r.sentence for r in sentences}
    before: list[DraftStatement] = []
    for statement in statements:
        dated = statement
        if statement.time is None and not statement.heading:
            first = next((b for b in reversed(before) if _goes_on(b, statement)), None)
            if first is not None and not _said_before(statement, read[statement.sentence]):
                dated = replace(statement, time=first.time)
        before.append(dated)
        yield dated


def _goes_on(first: DraftStatement, later: DraftStatement) -> bool:
    """True for the same speaker, later in the sentence and not inside what was said first."""
    if first.sentence != later.sentence or first.time is None or first.heading:
        return False
    one, other = first.speaker, later.speaker
    same = isinstance(one, Mention) and isinstance(other, Mention) and is_same(one, other)
    told = _place(later)
    behind = told > _place(first) and not first.content.start <= told < first.content.end
    return same and behind


def _said_before(statement: DraftStatement, sentence: Sentence) -> bool:
    """True for "… and had often accused him": a word at the verb tells of times before."""
    language, place = statement.rule.rpartition("/")[2], _place(statement)
    around = [t for t in sentence.tokens if t.is_word and abs(t.start - place) <= _NEAR]
    verb = [fold(t.form) for t in sentence.tokens if t.start == place]
    long_past = language == "tr" and any(word.endswith(_LONG_PAST) for word in verb)
    return long_past or any(fold(t.form) in _SAID_BEFORE.get(language, _NO_WORDS) for t in around)


def met_that_day(
    meetings: Sequence[DraftMeeting],
    statements: Sequence[DraftStatement],
    sentences: Sequence[ReadSentence],
) -> Iterator[DraftMeeting]:
    """Yield the meetings; who did something on a day met others then, as the next sentence tells.

    In Arabic, whose reports go back in time without a word, only where both were told of.
    """
    words = {r.sentence.index: [t.form for t in r.sentence.tokens if t.is_word] for r in sentences}
    for meeting in meetings:
        wants = _wants_day(meeting) and not _at_another_time(meeting, words[meeting.sentence])
        day = _day_told(meeting, [*statements, *meetings]) if wants else None
        if day is None:
            yield meeting
        else:
            yield replace(meeting, time=day.time, score=meeting.score * FACTOR)


def _wants_day(meeting: DraftMeeting) -> bool:
    wants = meeting.time is None and meeting.status in _TOOK_PLACE and not meeting.heading
    return wants and meeting.commitment != "denies"


def _at_another_time(meeting: DraftMeeting, words: Sequence[str]) -> bool:
    """True where a word of the sentence tells of times before, or of more times than one."""
    language = meeting.rule.rpartition("/")[2]
    folded = [fold(word) for word in words]
    long_past = language == "tr" and any(word.endswith(_LONG_PAST) for word in folded)
    return long_past or not _OTHER_TIMES.get(language, _NO_WORDS).isdisjoint(folded)


def _day_told(
    meeting: DraftMeeting, claims: Sequence[DraftStatement | DraftMeeting]
) -> DraftStatement | DraftMeeting | None:
    """Return what was told last before the meeting, in its sentence or the one before."""
    met = _people(meeting)
    least = _BOTH if meeting.rule.endswith("/ar") else 1
    best: DraftStatement | DraftMeeting | None = None
    for one in claims:
        near = 0 <= meeting.sentence - one.sentence <= _REACH
        if not near or one.time is None or one.heading or one is meeting:
            continue
        if one.time.words.precision != "day" or _holds(one, meeting):
            continue
        if _place(one) >= _place(meeting) or _shared(met, _people(one)) < least:
            continue
        # "met X on Sunday before flying on for talks with Y": on which day is not told
        beside = isinstance(one, DraftMeeting) and one.sentence == meeting.sentence
        ahead = isinstance(one, DraftMeeting) and one.status not in _TOOK_PLACE
        later = best is None or _place(best) < _place(one)
        best = one if later and not (ahead or beside) else best
    return best


def _holds(one: DraftStatement | DraftMeeting, meeting: DraftMeeting) -> bool:
    """True for a meeting told in what was said: "told parliament on Monday that he met X"."""
    if isinstance(one, DraftMeeting):
        return False
    return one.content.start <= _place(meeting) < one.content.end


def _people(one: DraftStatement | DraftMeeting) -> list[Mention]:
    """Return the people who take part: in a meeting, or in telling something to somebody."""
    parties = one.participants if isinstance(one, DraftMeeting) else (one.speaker, *one.addressees)
    return [m for m in mentions_of(parties) if m.person or m.kind in PERSONS]


def _shared(some: Sequence[Mention], others: Sequence[Mention]) -> int:
    return sum(any(_is_one(one, other) for other in others) for one in some)


def _is_one(one: Mention, other: Mention) -> bool:
    """True for one person; of two full names only where they are the same: Pierre is not Justin."""
    whole = bool(one.person and other.person and " " in one.person and " " in other.person)
    if whole:
        return is_same(one, other)
    return surname_of(one) == surname_of(other)


def _place(one: DraftStatement | DraftMeeting) -> int:
    """Return where the words that tell it begin: code points. A model's claims mark no verb."""
    return one.cues[0].start if one.cues else one.evidence[0].start
