"""Find quotations, parentheses, appositions and relative clauses in a sentence.

In:  a sentence. Out: nested stretches of tokens, outer before inner, never crossing.
The search for a subject stays on the level of its verb, so that a long apposition or clause is
passed in one step. A quoted name (the paper «الغد») is marked as such and makes no level.
Source: the idea is that of clause segmentation before attribution; the words are in
text_<language>.toml under [brackets].
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Literal

from kg.extract.mentions.hebrew_parts import is_verb
from kg.extract.quotes import Pair, pair_quotes
from kg.extract.wordlists import read_words
from kg.model.token import Sentence, Token
from kg.vocabulary import LANGUAGES

BracketKind = Literal["quotation", "name", "parenthesis", "apposition", "relative"]

_DASHES = frozenset("–—-ـ―")
_COMMAS = frozenset(",،")
_CLAUSE_ENDS = frozenset(",،;؛:.!?؟")
_BODY_WORDS = 3
_NAME_WORDS = 3
_NAME_TOKENS = 24  # with the marks between the words
_APPOSITION_WORDS = 15
_ARABIC_APPOSITION_WORDS = 5
_MAIN_LEVEL = -1


@dataclass(frozen=True, slots=True)
class Bracket:
    """Tokens `first` to `last`, inclusive, with the marks around them.

    `closed` is False where the text does not show the end (or, for a quotation, the beginning).
    """

    kind: BracketKind
    first: int
    last: int
    closed: bool = True


def brackets(sentence: Sentence) -> tuple[Bracket, ...]:
    """Return the brackets of a sentence, outer before inner."""
    tokens = sentence.tokens
    pairs = pair_quotes(tokens)
    tellings = () if all(pair.closed for pair in pairs) else _tellings(tokens)
    found = [_from_pair(pair, tokens, tellings) for pair in pairs]
    forms = {token.form for token in tokens}
    if forms & _DASHES:
        found += _dash_appositions(tokens, found)
    if forms & _relatives():
        found += _relative_clauses(tokens, found)
    if forms & _COMMAS:
        found += _comma_appositions(tokens, found)
    return tuple(sorted(found, key=lambda b: (b.first, -b.last)))


def levels(found: Iterable[Bracket], count: int) -> tuple[int, ...]:
    """Return for each of `count` tokens the position in `found` of its innermost bracket, or -1.

    `found` is outer before inner. Names make no level.
    """
    return tuple(_innermost(((i, b) for i, b in enumerate(found) if b.kind != "name"), count))


def _innermost(numbered: Iterable[tuple[int, Bracket]], count: int) -> list[int]:
    level: list[int] = []
    open_here: list[tuple[int, Bracket]] = []
    waiting = iter(numbered)
    following = next(waiting, None)
    for i in range(count):
        while open_here and open_here[-1][1].last < i:
            open_here.pop()
        while following and following[1].first == i:
            open_here.append(following)
            following = next(waiting, None)
        level.append(open_here[-1][0] if open_here else _MAIN_LEVEL)
    return level


def own_level(found: Iterable[Bracket], count: int, token: int) -> tuple[int, ...]:
    """Return the indices of the tokens on the same level as `token`, in order."""
    level = levels(found, count)
    return tuple(i for i in range(count) if level[i] == level[token])


@cache
def _words(key: str) -> frozenset[str]:
    """Return a list of every language at once: their forms do not meet."""
    return frozenset().union(*(read_words(language, "brackets", key) for language in LANGUAGES))


@cache
def _relatives() -> frozenset[str]:
    """The pronouns, with what Arabic writes in front of them: والذي, للذين."""
    plain = _words("relatives")
    written_on = {p + r for p in _words("relative_prefixes") for r in plain if r.startswith("ال")}
    with_lam = {"ل" + r[1:] for r in plain if r.startswith("ال")}
    return plain | written_on | with_lam | _words("relatives_after_comma")


def _from_pair(pair: Pair, tokens: Sequence[Token], tellings: Sequence[int]) -> Bracket:
    if pair.family == "parentheses":
        return Bracket("parenthesis", pair.first, pair.last, pair.closed)
    whole = pair.opened and pair.closed
    kind: BracketKind = "name" if whole and _is_name(pair, tokens) else "quotation"
    last = pair.last if pair.closed else _last_quoted(pair, tellings)
    return Bracket(kind, pair.first, last, whole)


def _tellings(tokens: Sequence[Token]) -> tuple[int, ...]:
    """Return the commas before ", and he warned"."""
    return tuple(
        i
        for i, (comma, behind) in enumerate(pairwise(tokens))
        if comma.text in _COMMAS
        and any(r.proclitics == ("و",) and r.stem in _words("reporting") for r in behind.readings)
    )


def _last_quoted(pair: Pair, tellings: Sequence[int]) -> int:
    """Return where a quotation left open ends: before ", and he warned", or with the sentence."""
    following = bisect_left(tellings, pair.first + 2)
    if following < len(tellings) and tellings[following] < pair.last:
        return tellings[following] - 1
    return pair.last


def _is_name(pair: Pair, tokens: Sequence[Token]) -> bool:
    """True for one to three quoted words that are no sentence and are nobody's very words."""
    if pair.last - pair.first > _NAME_TOKENS:
        return False
    inside = tokens[pair.first + 1 : pair.last]
    words = [t for t in inside if t.is_word]
    if not 0 < len(words) <= _NAME_WORDS or any(t.text in _CLAUSE_ENDS for t in inside):
        return False
    if any(t.form in _words("in_quotation") for t in words):
        return False
    if pair.last + 1 < len(tokens) and tokens[pair.last + 1].form in _words("behind_quotation"):
        return False
    if words[0].text[0].upper() != words[0].text[0].lower():
        return all(not w.text[0].islower() for w in words)
    if pair.first == 0:
        return True
    before = tokens[pair.first - 1]
    if "\u05d0" <= words[0].form[0] <= "\u05ea":  # Hebrew news quotes single words all the time
        return _follows_body(tokens, pair.first)
    quoting = _words("before_quotation") | _words("reporting")
    return before.is_word and not any(r.stem in quoting for r in before.readings)


def _follows_body(tokens: Sequence[Token], mark: int) -> bool:
    """True for the mark behind a Hebrew noun that is named so: ארגון "…", ארגון זכויות האדם "…"."""
    for k in range(mark - 1, max(-1, mark - 1 - _BODY_WORDS), -1):
        if any(r.stem in _words("before_name") for r in tokens[k].readings):
            return True
        described = tokens[k].is_word and not is_verb(tokens[k])
        if not described or not (tokens[k].form.startswith("ה") or k < mark - 1):
            return False
    return False


def _regions(tokens: Sequence[Token], found: list[Bracket]) -> Iterable[list[int]]:
    """Yield the token indices of each level; names are passed over like any inner bracket."""
    if not found:
        return [list(range(len(tokens)))]
    ordered = sorted(found, key=lambda b: (b.first, -b.last))
    regions: dict[int, list[int]] = {}
    for i, level in enumerate(_innermost(enumerate(ordered), len(tokens))):
        regions.setdefault(level, []).append(i)
    return regions.values()


def _dash_appositions(tokens: Sequence[Token], found: list[Bracket]) -> list[Bracket]:
    """Two dashes with blanks around them on one level, not more words apart than a clause has."""
    appositions = []
    for region in _regions(tokens, found):
        dashes = [i for i in region if tokens[i].form in _DASHES and _is_spaced(tokens, i)]
        behind = -1  # a dash that closes one apposition opens no other
        for first, last in pairwise(dashes):
            if first > behind and last - first <= 2 * _APPOSITION_WORDS:
                appositions.append(Bracket("apposition", first, last))
                behind = last
    return appositions


def _is_spaced(tokens: Sequence[Token], i: int) -> bool:
    if not 0 < i < len(tokens) - 1:
        return False
    gap_before = tokens[i - 1].end < tokens[i].start
    gap_after = tokens[i].end < tokens[i + 1].start
    return gap_before or gap_after if tokens[i].text != "—" else True


def _relative_clauses(tokens: Sequence[Token], found: list[Bracket]) -> list[Bracket]:
    clauses: list[Bracket] = []
    for region in _regions(tokens, found):
        position = 0
        said = next((p for p, i in enumerate(region) if _is_reporting(tokens[i])), len(region))
        while position < len(region):
            if _opens_relative(tokens, region, position):
                end = _relative_end(tokens, region, position, said_before=said < position)
                first, last = region[position], region[end - 1]
                clauses.append(Bracket("relative", first, last, end < len(region)))
                position = end
            else:
                position += 1
    return clauses


def _opens_relative(tokens: Sequence[Token], region: list[int], position: int) -> bool:
    form = tokens[region[position]].form
    if position == 0 or form not in _relatives() or position + 1 == len(region):
        return False
    if form in _words("relatives_after_comma"):
        return tokens[region[position - 1]].text in _COMMAS
    return True


def _is_reporting(token: Token) -> bool:
    return _is_one_of(token, _words("reporting"))


def _relative_end(
    tokens: Sequence[Token], region: list[int], start: int, *, said_before: bool
) -> int:
    """Return the position in `region` behind the clause that opens at `start`."""
    reporting, complementizers = _words("reporting"), _words("complementizers")
    own_verb = tokens[region[start + 1]]
    speaks = own_verb.form in reporting
    for position in range(start + 2, len(region)):
        token = tokens[region[position]]
        if token.text in _CLAUSE_ENDS:
            if token.text in _COMMAS and _lists(tokens, region, position):
                continue
            return position
        if token.form in _words("relative_ends"):
            return position
        if token.form in _DASHES and position + 1 == len(region):
            return position  # "X – who has ruled since May – said"
        if token.form in complementizers:
            # "the minister who visited Rome confirmed that": not the clause's own "that"
            if not speaks and said_before:
                return position
            speaks = True
        elif token.form in reporting:
            if not speaks:
                return position
        elif _is_reporting(token):  # with "and" written on: the main clause again
            return position
    return len(region)


def _is_one_of(token: Token, words: frozenset[str]) -> bool:
    """True for a word of the list, alone or with a conjunction written on."""
    if token.form in words or len(token.readings) == 1:
        return token.form in words
    return any(
        r.stem in words and r.proclitics in (("و",), ("ف",), ("ו",)) and not r.enclitic
        for r in token.readings[1:]
    )


def _lists(tokens: Sequence[Token], region: list[int], comma: int) -> bool:
    """True for a comma inside "Rome, Athens and Cairo": a name follows, and one more."""
    position = comma + 1
    while position < len(region) and tokens[region[position]].text[0].isupper():
        position += 1
    if position == comma + 1 or position == len(region):
        return False
    after = tokens[region[position]]
    return after.text in _COMMAS or after.form == "and"


def _comma_appositions(tokens: Sequence[Token], found: list[Bracket]) -> list[Bracket]:
    appositions = []
    for region in _regions(tokens, found):
        commas = [p for p, i in enumerate(region) if tokens[i].text in _COMMAS]
        behind = -1
        for first, last in pairwise(commas):
            if first <= behind or first == 0 or last + 1 == len(region):
                continue
            inside = [tokens[i] for i in region[first + 1 : last]]
            if _is_apposition(tokens[region[first - 1]], inside, tokens[region[last + 1]]):
                behind = _goes_on_to(tokens, region, (first, last), commas)
                appositions.append(Bracket("apposition", region[first], region[behind]))
    return appositions


def _goes_on_to(
    tokens: Sequence[Token], region: list[int], found: tuple[int, int], commas: Sequence[int]
) -> int:
    """Return the last comma of ", 54, a farmer," and ", minister of water, energy and mines,"."""
    first, last = found
    end = next((c for c in commas if c > last), None)
    if end is None or end + 1 == len(region) or end - last > _APPOSITION_WORDS:
        return last
    more, after = [tokens[i] for i in region[last + 1 : end]], tokens[region[end + 1]]
    if not more or not all(t.is_word for t in more) or after.text[0].isupper():
        return last
    if any(_is_one_of(t, _words("reporting")) for t in more):
        return last
    inside = [tokens[i].form for i in region[first + 1 : last]]
    aged = inside[0].isdecimal() and more[0].form in _words("apposition_openers")
    fields = "of" in inside and any(t.form == "and" for t in more[1:-1])
    listed = fields and all(t.text.islower() for t in more)
    return end if aged or (listed and after.form in _words("reporting")) else last


def _is_apposition(before: Token, inside: list[Token], after: Token) -> bool:
    """Judge what stands between two commas by its first word, its length and its neighbours."""
    words = [t for t in inside if t.is_word]
    if not before.is_word or not words or not after.is_word:
        return False
    reporting = _words("reporting")
    if any(_is_one_of(t, reporting) for t in words):
        return False
    named = before.text[0].isupper() or after.form in reporting
    if named and "A" <= before.text[0] <= "\u024f" and not after.text[0].isupper():
        opens = words[0].form in _words("apposition_openers") or words[0].form.isdecimal()
        owned = any(r.enclitic == "'s" for r in words[0].readings)
        return (opens or owned) and len(words) <= _APPOSITION_WORDS and after.form != "and"
    if "\u0620" <= before.form[0] <= "\u064a":
        plain = not any(r.proclitics[:1] in (("و",), ("ف",)) for r in words[0].readings)
        goes_on = after.form in _words("complementizers") or _is_one_of(after, reporting)
        return plain and goes_on and len(words) <= _ARABIC_APPOSITION_WORDS
    return False
