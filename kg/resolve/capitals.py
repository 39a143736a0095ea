"""Place meetings "in the capital", whose name the article tells before.

In:  the meetings as resolved, the sentences of the article. Out: the same meetings; "in the
capital", بالعاصمة, başkentte, בבירה are the capital told last of the state of one who took part, or
the only capital that the article tells of as a place. A capital whose state is told with it ("the
Omani capital") has been read as its name. The place is inferred, which costs confidence (FACTOR).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg.lexicon.grammar import words_by_language
from kg.model.draft import DraftMeeting, ReadSentence
from kg.model.mention import Mention
from kg.model.token import Token
from kg.resolve.sides import Sides

FACTOR = 0.9
_CAPITALS = words_by_language("in_the_capital")
_ARTICLES = ("ال", "ה")
_NO_WORDS: frozenset[str] = frozenset()
_TAIL = 25  # code points behind a meeting's words


def in_the_capital(
    meetings: Iterable[DraftMeeting], sentences: Sequence[ReadSentence]
) -> Iterator[DraftMeeting]:
    """Yield the meetings, those in a capital that their own words do not name with its name."""
    reads = {r.sentence.index: r for r in sentences}
    sides = Sides(sentences)
    told = [m for r in sentences for m in (*r.places, *r.unsure) if _is_capital(m)]
    for meeting in meetings:
        town = None
        if meeting.place is None and _says_capital(meeting, reads[meeting.sentence]):
            ahead = [m for m in told if m.span.start < meeting.evidence[0].end]
            town = _meant(ahead, {*sides.of_all(meeting.participants)})
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
    """True for "the capital of", العاصمة الاقتصادية: another town; not for العاصمة الثلاثاء."""
    day = meeting.time.words.span if meeting.time is not None else None
    return any(
        t.form == "of" or (language in ("ar", "he") and t.form.startswith(_ARTICLES))
        for t in after
        if day is None or not day.start <= t.start < day.end
    )


def _meant(capitals: Sequence[Mention], states: set[str | None]) -> Mention | None:
    """Return the last capital of one of these states, else the only one that is told of."""
    own = [m for m in capitals if m.side in states]
    if own:
        return own[-1]
    only = {m.side for m in capitals}
    return capitals[-1] if len(only) == 1 else None


def _is_capital(mention: Mention) -> bool:
    """True for a town by whose name its government is called."""
    return mention.side is not None and mention.gazetteer_id not in (None, mention.side)
