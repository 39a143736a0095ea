"""The words that tell of speech, from the lexicon, and where they stand in a sentence.

In:  cues_<language>.toml; tokens. Out: `Cue`s with their row and the form that matched.
Cues are indexed by the folded first word, so finding them costs one look-up a token.
What a cue's neighbours rule out (exclusions, negation) is decided here; whose words they are is
decided in `kg.extract.speakers`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise, takewhile
from typing import Any

from kg.extract.clitics import find_readings
from kg.extract.cue_gaps import gapped_last
from kg.extract.cue_idioms import LONGEST_HEAD, Idiom, phrasal_verbs, read_idioms
from kg.extract.cue_rows import CueRow, read_rows, read_words, row_tables, written_forms
from kg.extract.inflect import (
    Inflection,
)
from kg.extract.phrases import PhraseSet
from kg.lexicon.loader import lasting, read_toml
from kg.lexicon.normalise import fold
from kg.model.token import Reading, Token
from kg.vocabulary import ActorKind, Language, SpeechAct

_CONJUNCTIONS = frozenset({"و", "ف", "ו"})
_FINITE = ("past", "present")
_TANWIN = "\u064b"
_SINCE_WITHIN = 8
_YEAR = re.compile(r"[0-9]{4}")
_CLAUSES = ("that", "which", "who", "whether")
_ADVERBS = 4  # "çağrısını dün bir kez daha yineledi"
_VERB_FRONTS = _CONJUNCTIONS | {"س", "ل", "ש", "כש"}


@dataclass(frozen=True, slots=True)
class _Entry:
    """Behind the first word stands `rest`, or one of `heads` with the inflection it shows."""

    row: CueRow
    inflection: Inflection | None
    rest: tuple[str, ...]
    heads: Mapping[tuple[str, ...], Inflection] | None = None


_Known = tuple[tuple[Reading, _Entry], ...]  # how a word is taken apart, and what it then begins


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue in a sentence: tokens `first` to `last`, its row, its form, letters written onto it."""

    row: CueRow
    first: int
    last: int
    inflection: Inflection | None
    proclitics: tuple[str, ...] = ()
    enclitic: str = ""

    @property
    def conjoined(self) -> bool:
        """True with "and" or "so" written on in front."""
        return bool(_CONJUNCTIONS & set(self.proclitics))

    @property
    def form(self) -> str:
        """past, present, participle, gerund, base; "" for what is no verb."""
        return self.inflection.form if self.inflection else ""


class CueLexicon:
    """All cue rows of one language."""

    def __init__(self, language: Language) -> None:
        table = read_toml(f"cues_{language}.toml")
        self.language = language
        self.rows = tuple(read_rows(table))
        self.words = read_words(table["words"])
        self._lists = table["words"]
        self._sets: dict[str, frozenset[str]] = {}
        self._phrases: dict[str, PhraseSet] = {}
        self.descriptions: dict[str, ActorKind] = {
            fold(word): kind
            for kind, words in table["words"]["descriptions"].items()
            for word in words
        }
        self.affects: dict[str, SpeechAct] = {
            fold(form): row["act"] for row in table["affect"] for form in row["forms"]
        }
        self._index: dict[str, list[_Entry]] = {}
        for row, source in zip(self.rows, row_tables(table), strict=True):
            for text, inflection in written_forms(row, source, language):
                first, *rest = (fold(word) for word in text.split())
                self._index.setdefault(first, []).append(_Entry(row, inflection, tuple(rest)))
        for row, nouns, heads in (*read_idioms(table), *self._phrasal(table)):
            for noun in nouns:
                self._index.setdefault(noun, []).append(_Entry(row, None, (), heads))

    def _phrasal(self, table: Mapping[str, Any]) -> Iterator[Idiom]:
        """Yield the Turkish verbs of several words ("dile getir") as idioms of their first one."""
        if self.language == "tr":
            for row, source in zip(self.rows, row_tables(table), strict=True):
                yield from phrasal_verbs(row, source)

    def find(self, tokens: Sequence[Token]) -> list[Cue]:
        """Return the cues in order; one a token, the longest one."""
        cues = []
        for i, token in enumerate(tokens):
            known = _lookup(token.form, self.language) if token.is_word else ()
            if known:
                found = [c for c in self._at(tokens, i, known) if not _is_excluded(c, tokens)]
                if found:
                    cues.append(max(found, key=_rank))
        return cues

    def _at(self, tokens: Sequence[Token], i: int, known: _Known) -> Iterator[Cue]:
        for reading, entry in known:
            if entry.heads is not None:
                between = self.word_set("tails")
                yield from _headed(tokens, i, entry.row, entry.heads, between)
                continue
            last = _last_token(tokens, i, entry.rest)
            if last is None and entry.rest and self.language == "en":
                last = gapped_last(tokens, i, entry.rest)
            if last is not None:
                enclitic = reading.enclitic if last == i else ""
                yield Cue(entry.row, i, last, entry.inflection, reading.proclitics, enclitic)

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a list of `[words]` as it is written."""
        return tuple(self._lists[name])

    def word_set(self, name: str) -> frozenset[str]:
        """Return a list of `[words]`, folded; a phrase as its words joined by blanks."""
        found = self._sets.get(name)
        if found is None:
            found = self._sets[name] = frozenset(fold(text) for text in self._lists[name])
        return found

    def phrases(self, name: str) -> PhraseSet:
        """Return a list of `[words]` that may hold phrases."""
        found = self._phrases.get(name)
        if found is None:
            found = self._phrases[name] = PhraseSet(self._lists[name])
        return found

    def entries(self, stem: str) -> Sequence[_Entry]:
        """Return what begins with this folded word."""
        return self._index.get(stem, ())


@cache
@lasting
def load_cues(language: Language) -> CueLexicon:
    """Return the cues of a language that has a cue file, read once."""
    return CueLexicon(language)


def _stems(token: Token) -> Iterator[str]:
    for reading in token.readings:
        if not reading.enclitic and _CONJUNCTIONS.issuperset(reading.proclitics):
            yield reading.stem


@lru_cache(maxsize=30_000)
def _lookup(form: str, language: Language) -> _Known:
    """Return the readings of a folded word that the lexicon knows."""
    lexicon = load_cues(language)
    return tuple(
        (reading, entry)
        for reading in find_readings(form, language)
        for entry in lexicon.entries(reading.stem)
        if _fits(reading, entry)
    )


def _fits(reading: Reading, entry: _Entry) -> bool:
    if entry.inflection is None:
        fronts = _CONJUNCTIONS | {"ب"} if entry.row.kind == "source" else _CONJUNCTIONS
        return fronts.issuperset(reading.proclitics) and not reading.enclitic
    if reading.definite or not _VERB_FRONTS.issuperset(reading.proclitics):
        return False
    if "س" in reading.proclitics or "ل" in reading.proclitics:
        return entry.inflection.form == "present"
    return entry.inflection.form != "participle" or not reading.enclitic or not reading.proclitics


def _rank(cue: Cue) -> tuple[int, bool, bool, bool]:
    """Longest first; then the reading that takes least apart; sources, verbs, nouns."""
    kind = cue.row.kind
    return cue.last - cue.first, not cue.enclitic, kind == "source", kind == "verb"


def _headed(
    tokens: Sequence[Token],
    noun: int,
    row: CueRow,
    heads: Mapping[tuple[str, ...], Inflection],
    between: frozenset[str],
) -> Iterator[Cue]:
    """Yield the idiom whose noun is given, where one of its verbs follows, adverbs between."""
    i = noun
    while True:
        behind = tuple(t.form for t in tokens[i + 1 : i + 1 + LONGEST_HEAD])
        for length in range(len(behind), 0, -1):
            if (inflection := heads.get(behind[:length])) is not None:
                yield Cue(row, noun, i + length, inflection)
                return
        if i - noun == _ADVERBS or not behind or behind[0] not in between:
            return
        i += 1


def _last_token(tokens: Sequence[Token], i: int, rest: tuple[str, ...]) -> int | None:
    """Return the last token of a form that begins at `i`, None when the other words do not follow.

    A last preposition of one letter may be written onto the next word, which is then left out.
    """
    if i + len(rest) >= len(tokens):
        return None
    for k, word in enumerate(rest, start=1):
        token = tokens[i + k]
        if token.form != word:
            fused = len(word) == 1 and any(r.proclitics == (word,) for r in token.readings)
            return i + k - 1 if fused and k == len(rest) else None
    return i + len(rest)


def _is_excluded(cue: Cue, tokens: Sequence[Token]) -> bool:
    if cue.row.not_behind and cue.first and tokens[cue.first - 1].form in cue.row.not_behind:
        return True
    if cue.form in _FINITE and _TANWIN in tokens[cue.first].text:
        return True  # "عرضًا" is an offer, no dual "they offered"
    after = tokens[cue.last + 1 : cue.last + 2]
    if cue.row.not_before and any(r.stem in cue.row.not_before for t in after for r in t.readings):
        return True
    if cue.row.not_since and _lasts(cue, tokens):
        return True
    return any(_meets(words, cue, tokens) for words in cue.row.excluded)


def _lasts(cue: Cue, tokens: Sequence[Token]) -> bool:
    """True for "have … the bay since 1991": what goes on for years is a quarrel, nobody's words."""
    if not any(t.form in cue.row.not_since for t in tokens[max(0, cue.first - 2) : cue.first]):
        return False
    behind = tokens[cue.last + 1 : cue.last + _SINCE_WITHIN]
    near = list(takewhile(lambda t: t.is_word and t.form not in _CLAUSES, behind))
    return any(a.form == "since" and _YEAR.fullmatch(b.form) for a, b in pairwise(near))


def _meets(words: tuple[str, ...], cue: Cue, tokens: Sequence[Token]) -> bool:
    """True when the excluded words stand around the cue, covering its first token."""
    for place, word in enumerate(words):
        start = cue.first - place
        if start < 0 or start + len(words) > len(tokens):
            continue
        if word != tokens[cue.first].form and word not in _stems(tokens[cue.first]):
            continue
        if all(
            w == tokens[start + k].form or (k == 0 and w in _stems(tokens[start]))
            for k, w in enumerate(words)
        ):
            return True
    return False
