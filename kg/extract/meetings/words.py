"""The words that tell of meetings, from the lexicon.

In:  meetings_<language>.toml. Out: `MeetingWords` with nouns, verbs and light verbs by stem, and
the small closed lists.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any, Literal

from kg.extract.clitics import find_readings
from kg.extract.inflect import (
    Inflection,
    inflect_arabic_past,
    inflect_arabic_present,
    inflect_english,
)
from kg.extract.inflect_hebrew import inflect_hebrew
from kg.extract.meetings.beside_verbs import is_compound, is_in_place
from kg.extract.meetings.word_forms import (
    folded_words,
    participles,
    verb_forms,
    written,
    written_out,
)
from kg.extract.phrases import PhraseSet
from kg.lexicon.grammar import words_of
from kg.lexicon.loader import lasting, read_toml
from kg.lexicon.normalise import fold
from kg.model.token import Reading, Token
from kg.vocabulary import Language, MeetingStatus

Frame = Literal[
    "with",
    "object",
    "host",
    "visit",
    "topic",
    "speak",
    "phone",
    "body",
    "see",
    "gather",
    "receive",
    "tell",
    "join",
    "assemble",
    "company",
    "table",
    "ring",
    "invite",
    "go-to",
    "call-at",
    "raise",
    "summoned",
    "invited",
    "give",
    "part",
    "sign",
    "mutual",
    "bound",
    "examine",
]
LightRole = Literal["leads", "hosts", "happens", "invites", "chairs"]
_MINISTRY = words_of("ar", "owned_ministry")
_VERB_FRONTS = frozenset({"و", "ف", "س", "ل", "ו", "ש", "כש"})
_LISTS = (
    "absent",
    "recalled",
    "between",
    "with",
    "place",
    "to",
    "mediated",
    "attended",
    "topic",
    "demonstrative",
    "fresh",
    "pair",
    "joint_bodies",
    "counterpart",
    "people",
    "venue",
    "within",
    "said_within",
    "negation",
    "closing",
    "pair_persons",
    "beside",
    "mediation",
    "by",
    "of",
    "first_in",
    "auxiliary",
    "purpose",
    "manner",
    "group",
    "separate",
    "crowd",
    "folk",
    "invited",
    "teams",
    "caller",
    "where",
    "there",
    "led",
    "about",
    "owned",
    "stopped",
    "gap",
    "by_phone",
    "call_ends",
    "presiding",
    "then",
    "far",
)
_GAP = 7
_NEEDED_WITHIN = 16


@dataclass(frozen=True, slots=True, eq=False)
class MeetingNoun:
    """A row of `[[noun]]`."""

    id: str
    needs: frozenset[str]
    needs_definite: bool
    exclude: frozenset[str]
    visit: bool
    not_behind: frozenset[str] = frozenset()
    needs_event: bool = False
    again: bool = False
    needs_with: bool = False
    call: bool = False
    summons: bool = False  # who stands behind it was sent for by who tells of it
    guest: bool = False  # who stands behind "to", or right behind it, is received
    then: frozenset[str] = frozenset()  # one of these right behind it


@dataclass(frozen=True, slots=True, eq=False)
class MeetingVerb:
    """A row of `[[verb]]`, or, with `role` and `status`, of `[[light]]`."""

    id: str
    frame: Frame | None = None
    exclude: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    call: bool = False
    role: LightRole | None = None
    status: MeetingStatus = "held"
    needs: PhraseSet | None = None


@dataclass(frozen=True, slots=True)
class NounHit:
    """A meeting noun at tokens `first` to `last`, as it stands there."""

    noun: MeetingNoun
    first: int
    last: int
    series: bool
    definite: bool
    enclitic: str
    proclitics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VerbHit:
    """A verb at tokens `first` to `last`. `future` = with the mark of the future."""

    verb: MeetingVerb
    first: int
    last: int
    inflection: Inflection
    proclitics: tuple[str, ...] = ()
    enclitic: str = ""

    @property
    def future(self) -> bool:
        """True with the Arabic "will" written on."""
        return "س" in self.proclitics


class MeetingWords:
    """All rows of one language."""

    def __init__(self, language: Language) -> None:
        table = read_toml(f"meetings_{language}.toml")
        self.language = language
        self.lists = {
            name: PhraseSet(written_out(table["words"].get(name, ()), language)) for name in _LISTS
        }
        if pairs := table["words"].get("pairs"):
            made = (f"{front} {head}" for front in pairs["fronts"] for head in pairs["heads"])
            self.lists["pair"] = PhraseSet([*table["words"]["pair"], *made])
        self.with_letter: str = table["words"]["with_letter"]
        self.place_letter: str = table["words"]["place_letter"]
        self.status: dict[str, PhraseSet] = {
            name: PhraseSet(written_out(words, language), definite=True)
            for name, words in table["status"].items()
        }
        self._nouns: dict[str, list[tuple[tuple[str, ...], MeetingNoun, bool]]] = {}
        self._verbs: dict[str, list[tuple[tuple[str, ...], MeetingVerb, Inflection]]] = {}
        for row in table["noun"]:
            self._add_noun(row)
        for row in table["verb"]:
            identity = row.get("id") or row["base"]
            near = folded_words(row, "near")
            call = row.get("call", False)
            needs = PhraseSet(row["needs"]) if "needs" in row else None
            verb = MeetingVerb(
                identity, row["frame"], folded_words(row, "exclude"), near, call, needs=needs
            )
            self._add_verb(verb, verb_forms(row, language))
        for row in table["light"]:
            self._add_light(row, language)

    def _add_noun(self, row: Mapping[str, Any]) -> None:
        noun = MeetingNoun(
            row["id"],
            folded_words(row, "needs"),
            row.get("needs-definite", False),
            folded_words(row, "exclude"),
            row.get("visit", False),
            folded_words(row, "not_behind"),
            row.get("needs-event", False),
            row.get("again", False),
            row.get("needs-with", False),
            row.get("call", False),
            summons=row.get("summons", False),
            guest=row.get("guest", False),
            then=folded_words(row, "then"),
        )
        for series, forms in ((False, row["one"]), (True, row["many"])):
            for form in written_out(forms, self.language):
                first, *rest = (fold(word) for word in form.split())
                for spelling in written(first, self.language):
                    self._nouns.setdefault(spelling, []).append((tuple(rest), noun, series))

    def _add_verb(self, verb: MeetingVerb, forms: Iterator[Inflection]) -> None:
        for inflection in forms:
            first, *rest = (fold(word) for word in inflection.text.split())
            self._verbs.setdefault(first, []).append((tuple(rest), verb, inflection))

    def _add_light(self, row: Mapping[str, Any], language: Language) -> None:
        verb = MeetingVerb("light", role=row["role"], status=row["status"])
        if language == "ar":
            for text in row["past"]:
                self._add_verb(verb, inflect_arabic_past(text))
            for text in row["present"]:
                self._add_verb(verb, inflect_arabic_present(text))
            self._add_verb(verb, participles(row))
            return
        if language == "he":
            for form in row["verbs"]:
                self._add_verb(verb, inflect_hebrew(form))
            return
        for text in row["verbs"]:
            base, past, participle = (*text.split("/"), None, None)[:3]
            self._add_verb(verb, inflect_english(base, past, participle))

    def knows(self, stem: str) -> bool:
        """True for a stem with which a noun or a verb of meeting (no light verb) begins."""
        return stem in self._nouns or any(v.frame for _, v, _ in self._verbs.get(stem, ()))

    def noun_at(self, tokens: Sequence[Token], i: int) -> NounHit | None:
        """Return the meeting noun that begins at token `i`."""
        for reading in tokens[i].readings:
            for rest, noun, series in self._nouns.get(reading.stem, ()):
                last = i + len(rest)
                if noun.needs_definite and not reading.definite:
                    continue
                if _follow(tokens, i, rest) and self._fits(noun, tokens, i, last):
                    return NounHit(
                        noun,
                        i,
                        last,
                        series,
                        reading.definite or bool(reading.enclitic),
                        reading.enclitic,
                        reading.proclitics,
                    )
        return None

    def _fits(self, noun: MeetingNoun, tokens: Sequence[Token], i: int, last: int) -> bool:
        if i and tokens[i - 1].form in noun.not_behind:
            return False
        after = tokens[last + 1 : last + 4]
        stems = {r.stem for t in after for r in t.readings}
        behind = {f"{one.form} {two.form}" for one, two in pairwise(after)}  # "of the fights"
        if noun.exclude & (behind | {r.stem for t in after[:1] for r in t.readings}):
            return False
        if noun.then and not (after and after[0].form in noun.then):
            return False
        return not noun.needs or bool(noun.needs & stems)

    def verb_at(self, tokens: Sequence[Token], i: int) -> VerbHit | None:
        """Return the meeting verb at token `i`."""
        hits = [h for h in self._hits(tokens, i) if h.verb.frame]
        return max(hits, key=lambda h: (h.last, h.verb.needs is not None)) if hits else None

    def light_at(self, tokens: Sequence[Token], i: int) -> VerbHit | None:
        """Return the light verb at token `i`."""
        hits = [h for h in self._hits(tokens, i) if h.verb.role]
        return max(hits, key=lambda h: h.last) if hits else None

    def happens_at(self, tokens: Sequence[Token], i: int) -> bool:
        """True at a verb whose subject is the meeting itself: "is to take place"."""
        return any(h.verb.role == "happens" for h in self._hits(tokens, i))

    def _hits(self, tokens: Sequence[Token], i: int) -> Iterator[VerbHit]:
        if i >= len(tokens):
            return
        following = tokens[i + 1].form if i + 1 < len(tokens) else ""
        for reading in tokens[i].readings:
            if not _may_be_verb(reading) or _is_ministry(tokens[i], reading):
                continue
            for rest, verb, inflection in self._verbs.get(reading.stem, ()):
                if len(rest) > 1 and rest[0] != following:
                    continue
                last = self._end_of(tokens, i, rest) if verb.frame else _end_of(tokens, i, rest)
                if last is None or ("س" in reading.proclitics) > (inflection.form == "present"):
                    continue
                after = tokens[last + 1].form if last + 1 < len(tokens) else ""
                if after in verb.exclude or is_compound(tokens, last):
                    continue
                if _has_needed(verb, tokens, last):
                    yield VerbHit(verb, i, last, inflection, reading.proclitics, reading.enclitic)

    def _end_of(self, tokens: Sequence[Token], i: int, rest: tuple[str, ...]) -> int | None:
        """Return the last token of a verb; "spoke at length with" has words in front of "with"."""
        last = _end_of(tokens, i, rest)
        if last is not None or not rest or rest[-1] not in ("with", "to"):
            return last
        last = _end_of(tokens, i, rest[:-1])
        gap = self.lists["gap"]
        for k in range(i if last is None else last + 1, min(len(tokens), i + len(rest) + _GAP)):
            if last is None or not tokens[k].is_word:
                return None
            if tokens[k].form == rest[-1]:
                return k
            if tokens[k].form not in gap and not is_in_place(tokens, k):
                return None
        return None


@lru_cache(maxsize=30_000)
def may_tell_meeting(form: str, language: Language) -> bool:
    """True when some reading of a folded word is a meeting noun or verb: most words are out."""
    words = load_meeting_words(language)
    return any(words.knows(reading.stem) for reading in find_readings(form, language))


@cache
@lasting
def load_meeting_words(language: Language) -> MeetingWords:
    """Return the meeting words of a language, read once."""
    return MeetingWords(language)


def _may_be_verb(reading: Reading) -> bool:
    return not reading.definite and _VERB_FRONTS.issuperset(reading.proclitics)


def _is_ministry(token: Token, reading: Reading) -> bool:
    """True for وزارته, "his ministry", read as "and she visited him"."""
    joined = bool(reading.proclitics and reading.enclitic)
    return joined and any(r.stem in _MINISTRY and r.enclitic for r in token.readings)


def _follow(tokens: Sequence[Token], i: int, rest: tuple[str, ...]) -> bool:
    if i + len(rest) >= len(tokens):
        return False
    return not rest or all(tokens[i + k].form == word for k, word in enumerate(rest, start=1))


def _end_of(tokens: Sequence[Token], i: int, rest: tuple[str, ...]) -> int | None:
    return i + len(rest) if _follow(tokens, i, rest) else None


def _has_needed(verb: MeetingVerb, tokens: Sequence[Token], last: int) -> bool:
    """True when the words stand near that give the verb this sense: "had X to dinner"."""
    if verb.needs is None:
        return True
    for k in range(last + 1, min(len(tokens), last + _NEEDED_WITHIN)):
        if tokens[k].text in ".;:":
            return False
        if tokens[k].form in verb.needs.firsts and verb.needs.length_at(tokens, k):
            return True
    return False
