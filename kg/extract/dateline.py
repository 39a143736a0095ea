"""Find where a report's place, date and agency end and its first sentence begins.

In:  the tokens of a line. Out: how many of them are the dateline: "ANKARA, April 10 (Outlet) -".
A dateline names an outlet or a date between its marks, or is a place in capitals before a dash, or
stands on a line of its own. An outlet alone before a colon is a source, and stays in the text; a
town there begins an English report: "ISLAMABAD: The army said on Monday …".
"""

from collections.abc import Sequence
from functools import cache

from kg.extract.mentions.rows import load_lexicon
from kg.extract.sentences import ends_with_stop
from kg.extract.wordlists import read_table, read_words, to_phrase
from kg.lexicon.gazetteer import Entry, load_gazetteer
from kg.lexicon.grammar import words_of
from kg.lexicon.loader import read_toml
from kg.model.token import Token
from kg.vocabulary import LANGUAGES, Language

_SMALL_WORDS = words_of("en", "small_words_of_towns")
_DASHES = frozenset("-–—ـ―")
_SEPARATORS = _DASHES | {"/", ":", "|"}
_INSIDE = frozenset(",،.()/-–—ـ―[]:|")
_LONGEST = 16  # tokens
_LONGEST_LINE = 10  # words of a dateline that has the line to itself
_PLACE_WORDS = 3
_DATE_PARTS = 3
_QUOTES = frozenset('«»"“”„')
_SHORTEST = 3  # letters of a place in capitals


def dateline_length(tokens: Sequence[Token], language: Language, *, opening: bool) -> int:
    """Return how many leading tokens are a dateline, 0 for none.

    `opening`: the line opens the text, so that a bare place before a dash may be one too.
    """
    window = tokens[:_LONGEST]
    named = 0
    for i, token in enumerate(window):
        if token.is_word or token.text not in _SEPARATORS or not i:
            if not token.is_word and token.text not in _INSIDE:
                break
            continue
        if (
            i + 1 < len(tokens)
            and _separates(tokens, i)
            and _is_dateline(window[: i + 1], language)
        ):
            named = _past_separators(tokens, i + 1)
            if token.text in _DASHES or _is_outlet(window[:i], language):
                break
    if named or not opening:
        return named
    behind = _town_and_colon(tokens) if language == "en" else 0
    return behind or _place_and_brackets(tokens) or _bare_place(tokens)


def is_date(tokens: Sequence[Token]) -> bool:
    """True for a line that holds a date or hour and nothing else."""
    words = [t for t in tokens if t.is_word]
    return (
        0 < len(words) <= _LONGEST_LINE
        and any(t.form[0].isdecimal() for t in words)
        and all(t.form[0].isdecimal() or t.form in _calendar() for t in words)
        and all(t.is_word or t.text in _INSIDE for t in tokens)
        and (any(t.text in ":/" for t in tokens) or any(_is_date_word(t) for t in words))
    )


def _is_date_word(token: Token) -> bool:
    return token.form in _calendar() or token.form.count(".") == 2


def is_dateline(tokens: Sequence[Token], language: Language) -> bool:
    """True for a line that holds a place and an outlet with a mark between, and nothing else."""
    words = [t for t in tokens if t.is_word]
    inside = _INSIDE | _QUOTES
    if not 1 < len(words) <= _LONGEST_LINE or any(
        not t.is_word and t.text not in inside for t in tokens
    ):
        return False
    if _is_capital_place(tokens) or _is_place_and_quoted(tokens):
        return True
    has_mark = any(t.text in _SEPARATORS or t.text == "(" for t in tokens)
    return has_mark and _ends_with_outlet(words, language)


def _is_capital_place(tokens: Sequence[Token]) -> bool:
    """True for "WARSAW/MINSK (…)", "TAIPEI, Aug. 3 (…)": who writes stands in the brackets."""
    if tokens[-1].text != ")" or not tokens[0].text.isupper() or len(tokens[0].text) < _SHORTEST:
        return False
    opening = next((i for i, t in enumerate(tokens) if t.text == "("), 0)
    inside = tokens[opening + 1 : -1]
    words = [t for t in tokens if t.is_word and not t.form[0].isdecimal()]
    return (
        0 < opening <= 2 * _PLACE_WORDS
        and 0 < len(inside) <= _PLACE_WORDS + 1
        and all(_is_name(t) for t in words)
        and not any(t.text == "(" for t in inside)
    )


def _is_place_and_quoted(tokens: Sequence[Token]) -> bool:
    """True for a place, a mark and a paper's name in quotation marks: "Riga: «The Pier»"."""
    mark = next((i for i, t in enumerate(tokens) if t.text in _SEPARATORS), 0)
    place, quoted = tokens[:mark], tokens[mark + 1 :]
    if not 0 < mark <= _PLACE_WORDS or len(quoted) < _PLACE_WORDS:
        return False
    if quoted[0].text not in _QUOTES or quoted[-1].text not in _QUOTES:
        return False
    names = all(t.is_word and _is_name(t) for t in (*place, *quoted[1:-1]))
    return names and len(quoted) - 2 <= _PLACE_WORDS


def _town_and_colon(tokens: Sequence[Token]) -> int:
    """A town of the gazetteer before a colon and a sentence: "NEW DELHI: India summoned …".

    A headline ends without a stop, and there the town is who speaks: "Moscow: no talks yet".
    """
    colon = next((i for i, t in enumerate(tokens[: _PLACE_WORDS + 1]) if t.text == ":"), 0)
    behind = tokens[colon + 1 :]
    if not colon or len(behind) < _LONGEST_LINE or not ends_with_stop(tokens):
        return 0
    if not behind[0].is_word or not behind[0].text[0].isupper():
        return 0
    named = (h.sense for h in load_lexicon("en").hits(tuple(tokens), 0) if h.last == colon - 1)
    towns = (load_gazetteer().entry(sense.id) for sense in named if sense.tag == "name")
    return colon + 1 if any(e is not None and _is_town(e) for e in towns) else 0


def _is_town(entry: Entry) -> bool:
    return entry.kind is None and entry.latitude is not None


def _place_and_brackets(tokens: Sequence[Token]) -> int:
    """A place, perhaps a date, and who writes in brackets before a dash: "Riga (The Pier) - ".

    Behind a date the report may begin without one: "Riga, 3 May (The Pier) The ministry said".
    """
    opening = next((i for i, t in enumerate(tokens[:_LONGEST]) if t.text == "("), 0)
    closing = next((i for i, t in enumerate(tokens[: 2 * _LONGEST]) if t.text == ")"), 0)
    if not 0 < opening < closing or not 0 < closing - opening - 1 <= _PLACE_WORDS + 1:
        return 0
    after = closing + 1
    if after + 1 >= len(tokens):
        return 0
    front = [t for t in tokens[:opening] if t.is_word]
    place = [t for t in front if not t.form[0].isdecimal() and t.form not in _calendar()]
    marks = all(t.is_word or t.text in _INSIDE for t in tokens[:opening])
    if not marks or not 0 < len(place) <= _PLACE_WORDS or not all(map(_is_name, place)):
        return 0
    if tokens[after].text[0] in _DASHES:
        return _past_separators(tokens, after)
    inside = all(t.is_word and _is_name(t) for t in tokens[opening + 1 : closing])
    begins = tokens[after].text in _QUOTES or (tokens[after].is_word and _is_name(tokens[after]))
    return after if inside and begins and _is_dated(front) else 0


def _is_dated(words: Sequence[Token]) -> bool:
    """True for day and month among the words, or a date in digits."""
    named = any(t.form in _calendar() for t in words) and any(t.form.isdecimal() for t in words)
    return named or _has_digits_of_date(words)


def may_be_place_and_outlet(tokens: Sequence[Token]) -> bool:
    """True for two short names with a dash between, as a place and a paper nobody has listed."""
    dashes = [i for i, t in enumerate(tokens) if t.text in _DASHES and _has_gaps(tokens, i)]
    if len(dashes) != 1 or any(not t.is_word for i, t in enumerate(tokens) if i != dashes[0]):
        return False
    place, outlet = dashes[0], len(tokens) - dashes[0] - 1
    names = all(_is_name(t) for t in tokens if t.is_word)
    return names and 0 < place <= _PLACE_WORDS and 0 < outlet <= _PLACE_WORDS


def _ends_with_outlet(words: Sequence[Token], language: Language) -> bool:
    outlets = read_words(language, "dateline", "outlets")
    first = words[0]
    return words[-1].form in outlets and first.form not in outlets


def _separates(tokens: Sequence[Token], i: int) -> bool:
    """A hyphen inside a word, a ratio, an hour or a month of two names separates nothing."""
    if tokens[i - 1].form in _calendar() and tokens[i + 1].form in _calendar():
        return False
    gap_before = tokens[i - 1].end < tokens[i].start
    gap_after = tokens[i].end < tokens[i + 1].start
    return tokens[i].text in "–—―/" or gap_before or gap_after


def _is_dateline(prefix: Sequence[Token], language: Language) -> bool:
    """True when the words before a separator are a place with an outlet or a date."""
    if prefix[-1].text in _DASHES and len(prefix) > 1 and _is_capital_place(prefix[:-1]):
        return True
    words = [t for t in prefix if t.is_word]
    outlets = read_words(language, "dateline", "outlets")
    named = [t for t in words if t.form in outlets]
    inner = [t for t in prefix[:-1] if t.text in _SEPARATORS or t.text in "(["]
    plain = [
        t for t in words if t not in named and not t.form.isdecimal() and t.form not in _calendar()
    ]
    if len(plain) > _PLACE_WORDS + 1 or not all(_is_name(t) for t in plain):
        return False
    if named and inner:
        return bool(plain) or inner[0].text == "("
    return _is_dated(words) and bool(plain) and prefix[-1].text != ":"


def _has_digits_of_date(words: Sequence[Token]) -> bool:
    """True for day, month and year in digits: "20-4-2024", "20.4.2024"."""
    digits = [t for t in words if t.form[0].isdecimal()]
    parts = [p for t in digits for p in t.form.replace(".", "-").replace("/", "-").split("-") if p]
    return len(parts) == _DATE_PARTS and all(p.isdecimal() for p in parts)


def _is_outlet(prefix: Sequence[Token], language: Language) -> bool:
    words = [t for t in prefix if t.is_word]
    return bool(words) and words[-1].form in read_words(language, "dateline", "outlets")


def _is_name(token: Token) -> bool:
    """A word in capitals or of a script without them; a lower-case word is none."""
    return not token.text[0].islower() or token.form in _SMALL_WORDS


def _past_separators(tokens: Sequence[Token], i: int) -> int:
    while i < len(tokens) and tokens[i].text in _SEPARATORS:
        i += 1
    return i if i < len(tokens) else 0


def _bare_place(tokens: Sequence[Token]) -> int:
    """A short place before the line's only dash: "DAMASCUS — ", "دمشق – ", "TEHRAN/BAKU – "."""
    dashes = [i for i, t in enumerate(tokens) if t.text in _DASHES and _has_gaps(tokens, i)]
    if len(dashes) != 1:
        return 0
    if _are_two_places(tokens[: dashes[0]]) and _is_name(tokens[dashes[0] + 1]):
        return dashes[0] + 1
    prefix = [t for t in tokens[: dashes[0]] if t.text not in (",", "،")]
    following = tokens[dashes[0] + 1]
    has_case = prefix[0].text[0].isupper() if prefix else False
    if not 0 < len(prefix) <= (_PLACE_WORDS if has_case else _PLACE_WORDS - 1):
        return 0
    if not all(t.is_word and t.text[0].isalpha() and _is_name(t) for t in (*prefix, following)):
        return 0
    # Without capitals to go by, a definite noun after the dash is more likely an apposition.
    if not has_case and any(reading.definite for reading in following.readings):
        return 0
    return dashes[0] + 1


def _are_two_places(prefix: Sequence[Token]) -> bool:
    """True for two places in capitals with one stroke between: "KINSHASA/CAIRO"."""
    strokes = [i for i, t in enumerate(prefix) if t.text == "/"]
    if len(strokes) != 1:
        return False
    pair = prefix[: strokes[0]], prefix[strokes[0] + 1 :]
    return all(
        0 < len(place) <= _PLACE_WORDS
        and len(place[0].text) >= _SHORTEST
        and all(t.is_word and t.text.isupper() for t in place)
        for place in pair
    )


def _has_gaps(tokens: Sequence[Token], i: int) -> bool:
    return (
        0 < i < len(tokens) - 1
        and tokens[i].end < tokens[i + 1].start
        and (tokens[i - 1].end < tokens[i].start or tokens[i].text != "-")
    )


@cache
def _calendar() -> frozenset[str]:
    """Words of which a bare date consists: months, weekdays, what stands before and after."""
    words: set[str] = set()
    for language in LANGUAGES:
        for name in read_table(language, "dateline").get("calendar", ()):
            words.update(to_phrase(name, language))
        names = read_toml(f"time_{language}.toml")
        for table in ("months", "weekdays"):
            for forms in names[table].values():
                words.update(form for f in forms for form in to_phrase(f, language))
    return frozenset(words)
