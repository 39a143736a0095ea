"""Place meetings "in the capital", whose name the article tells before.

In:  the meetings as resolved, the sentences of the article. Out: the same meetings; "in the
capital", العاصمة, başkentte, בבירה are the only capital of the last sentence that tells of one as
a place, where it is of the state of one who took part, or no state of theirs is told. A capital
whose state is told with it ("the Omani capital") has been read as its name. The place is inferred,
which costs confidence (FACTOR).
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from kg.lexicon.grammar import words_by_language, words_of
from kg.model.draft import DraftMeeting, ReadSentence
from kg.model.mention import Mention
from kg.model.token import Token
from kg.resolve.sides import Sides

FACTOR = 0.9
_CAPITALS = words_by_language("in_the_capital")
_BEHIND = words_of("en", "behind_the_capital")
_THERE = words_of("en", "leads_to_a_capital") | words_of("ar", "leads_to_a_capital")
_FROM = (("מ",), ("ו", "מ"))
_ARTICLES = ("ال", "ה")
_NO_WORDS: frozenset[str] = frozenset()
_TAIL = 25  # code points behind a meeting's words


def in_the_capital(
    meetings: Iterable[DraftMeeting], sentences: Sequence[ReadSentence]
) -> Iterator[DraftMeeting]:
    """Yield the meetings, those in a capital that their own words do not name with its name."""
    reads = {r.sentence.index: r for r in sentences}
    sides = Sides(sentences)
    capitals = (
        (r.sentence.index, m)
        for r in sentences
        for m in (*r.places, *r.unsure)
        if _is_capital(m) and not _is_left(m, r)
    )
    told = sorted(capitals, key=_start)
    for meeting in meetings:
        town = None
        if meeting.place is None and _says_capital(meeting, reads[meeting.sentence]):
            ahead = bisect_left(told, meeting.evidence[0].end, key=_start)
            town = _meant(told, ahead, {*sides.of_all(meeting.participants)} - {None})
        if town is None:
            yield meeting
        else:
            yield replace(meeting, place=town, score=meeting.score * FACTOR)


def _says_capital(meeting: DraftMeeting, read: ReadSentence) -> bool:
    """True for "in the capital" among the words of the meeting, or right behind them."""
    language, own = meeting.rule.rpartition("/")[2], meeting.evidence[0]
    nouns, tokens = _CAPITALS.get(language, _NO_WORDS), read.sentence.tokens
    for i, token in enumerate(tokens):
        if token.form in nouns and own.start <= token.start <= own.end + _TAIL:
            led = _is_led([t.form for t in tokens[:i]], language)
            return led and not _goes_on(tokens[i + 1 : i + 2], meeting, language)
    return False


def _is_led(before: Sequence[str], language: str) -> bool:
    """True behind "in (the)"; a word that holds its preposition needs none."""
    if language == "en":
        return before[-1:] == ["the"] and before[-2:-1] == ["in"]
    return language != "ar" or before[-1:] == ["في"]


def _goes_on(after: Sequence[Token], meeting: DraftMeeting, language: str) -> bool:
    """True for "the capital of", "the capital markets", العاصمة الاقتصادية: no town of that name.

    Not so in "the capital on Friday", "the capital Friday", العاصمة الثلاثاء.
    """
    day = meeting.time.words.span if meeting.time is not None else None
    behind = [t for t in after if day is None or not day.start <= t.start < day.end]
    if language == "en":  # also "the capital, Abuja"
        return any(t.text == "," or (t.is_word and t.form not in _BEHIND) for t in behind)
    return language in ("ar", "he") and any(t.form.startswith(_ARTICLES) for t in behind)


def _is_left(town: Mention, read: ReadSentence) -> bool:
    """True for "left Tripoli for Turkey", "came from Rome", which are not where one is then."""
    if read.sentence.kind == "dateline" or town.proclitics or town.case is not None:
        return town.proclitics in _FROM or town.case == "ablative"
    before = read.sentence.tokens[town.first - 1].form if town.first else ""
    return before not in _THERE


def _start(told: tuple[int, Mention]) -> int:
    return told[1].span.start


def _meant(
    told: Sequence[tuple[int, Mention]], end: int, states: set[str | None]
) -> Mention | None:
    """Return the only capital of the last sentence that tells of any, if it is of these states.

    `told` are sorted by where they stand, those up to `end` in front of the meeting. "Flew from
    Paris to Berlin": either may be meant. Of whom no state is told, any may receive.
    """
    if not end:
        return None
    last = told[end - 1][0]
    same = takewhile(lambda i: told[i][0] == last, range(end - 1, -1, -1))
    here = {told[i][1].side: told[i][1] for i in same}
    town = next(iter(here.values())) if len(here) == 1 else None
    return town if town is None or not states or town.side in states else None


def _is_capital(mention: Mention) -> bool:
    """True for a town by whose name its government is called."""
    return mention.side is not None and mention.gazetteer_id not in (None, mention.side)
