"""Sentences made by pattern: is a construction read, whoever is told of, and whatever verb tells?

`LL.toml` holds lists of words (people, verbs, days, towns) and patterns with slots for them: main
clauses, relative clauses, passives, pronouns, complements. Each pattern is filled many times over,
so that every verb meets every construction and every kind of name; an article tells a hole when
somebody happens to write it, a grid tells it at once. Patterns of `nothing` look like meetings,
statements, red lines, and nothing of the kind may be claimed of them.

`python -m tests.eval.grid [LL …]` prints how much is read, by pattern and by word; `--show` prints
what is missed.
Source of the idea: M. T. Ribeiro et al., "Beyond Accuracy: CheckList" (ACL 2020).
"""

import random
import re
import tomllib
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from kg.model.article import SourceText
from kg.model.day import Day
from kg.model.document import to_document
from kg.model.iri import Iris
from kg.pipeline import extract_article
from kg.vocabulary import Language
from tests.eval.grid.turkish import in_form
from tests.eval.passages import Document, are_called, is_called

HERE = Path(__file__).parent
LANGUAGES: tuple[Language, ...] = ("en", "ar", "tr", "he")
PUBLISHED = Day.parse("2025-04-10")  # a Thursday

Claim = Mapping[str, Any]
Kind = Literal["meeting", "statement", "redline"]
KINDS: tuple[Kind, ...] = ("meeting", "statement", "redline")
_COMMAS = re.compile(r"([,،])(?: ?[,،])+")
_STOPS = re.compile(r"[,،]([.?؟!:;؛])")
_SLOT = re.compile(r"\{([a-z_]+)(?::([a-z_]+))?(?:\+([a-z_]+))?\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One entry of a list: what the sentence says, and what the claim has to name."""

    says: str
    named: str
    owned: bool = False  # Turkish: it ends in a possessive, which its cases tell


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """One construction. `text` may be several sentences; slots are `{list}` or `{slot:list}`.

    In Turkish `{slot+form}` puts it into a case or a verb's form (see grid/turkish.py).
    `kind` None: nothing may be claimed of the kinds in `never`. The other fields name slots, or
    hold words of the text as they stand; None or empty: it is not asked for.
    """

    name: str
    text: str
    kind: Kind | None
    never: tuple[Kind, ...]
    parties: tuple[str, ...]
    mediators: tuple[str, ...]
    place: str | None
    status: str | None
    speaker: str | None
    addressee: str | None
    via: str | None
    acts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A pattern with its slots filled. `asked` -> was it got, thing by thing."""

    pattern: Pattern
    words: Mapping[str, Word]
    text: str
    asked: Mapping[str, bool]


def made_sentences(language: Language, each: int, seed: int = 1) -> Iterator[Made]:
    """Yield each pattern of a language, filled `each` times and judged. ValueError for a fault."""
    lists, patterns = read_grid(language)
    for pattern in patterns:
        chance = random.Random(zlib.crc32(f"{seed} {pattern.name}".encode()))
        for words in _fillings(pattern, lists, each, chance):
            text = _written(pattern.text, words, language)
            yield Made(
                pattern=pattern,
                words=words,
                text=text,
                asked=dict(_judged(pattern, words, text, language)),
            )


def written() -> list[Language]:
    """Return the languages that have patterns."""
    return [language for language in LANGUAGES if (HERE / f"{language}.toml").exists()]


@cache
def read_grid(language: Language) -> tuple[dict[str, tuple[Word, ...]], tuple[Pattern, ...]]:
    """Return the lists and the patterns of a language. Raises ValueError for a fault."""
    document = tomllib.loads((HERE / f"{language}.toml").read_text(encoding="utf-8"))
    lists = {name: tuple(map(_word, words)) for name, words in document.pop("lists").items()}
    patterns = [
        *(_pattern(kind, told) for kind in KINDS for told in document.pop(kind, ())),
        *(_pattern(None, told) for told in document.pop("nothing", ())),
    ]
    if document:
        raise ValueError(f"{language}.toml: {', '.join(document)} is no kind of pattern.")
    for pattern in patterns:
        _check(pattern, lists, language)
    return lists, tuple(patterns)


def _word(entry: Any) -> Word:
    if isinstance(entry, str):
        return Word(says=entry, named=entry)
    return Word(**entry)


def _pattern(kind: Kind | None, told: dict[str, Any]) -> Pattern:
    known = {"name", "text", "never", "parties", "mediators", "place", "status"}
    known |= {"speaker", "addressee", "via", "acts"}
    if told.keys() - known:
        raise ValueError(f"{told.get('name')}: nobody reads {', '.join(told.keys() - known)}.")
    return Pattern(
        name=told["name"],
        text=" ".join(told["text"].split()),
        kind=kind,
        never=tuple(told.get("never", KINDS if kind is None else ())),
        parties=tuple(told.get("parties", ())),
        mediators=tuple(told.get("mediators", ())),
        place=told.get("place"),
        status=told.get("status"),
        speaker=told.get("speaker"),
        addressee=told.get("addressee"),
        via=told.get("via"),
        acts=tuple(told.get("acts", ())),
    )


def _check(pattern: Pattern, lists: Mapping[str, Sequence[Word]], language: Language) -> None:
    for slot, of, _ in _SLOT.findall(pattern.text):
        if (of or slot) not in lists:
            raise ValueError(f"{language}.toml, {pattern.name}: there is no list {of or slot}.")
    needed = {"meeting": pattern.parties, "statement": pattern.speaker, "redline": pattern.speaker}
    if pattern.kind is not None and not needed[pattern.kind]:
        raise ValueError(f"{language}.toml, {pattern.name}: who is it about?")


def _fillings(
    pattern: Pattern, lists: Mapping[str, Sequence[Word]], each: int, chance: random.Random
) -> Iterator[dict[str, Word]]:
    """Yield words for the slots: each list is gone through in an order of its own, none twice."""
    slots = {slot: of or slot for slot, of, _ in _SLOT.findall(pattern.text)}
    decks = {of: chance.sample(lists[of], len(lists[of])) for of in sorted({*slots.values()})}
    taken = dict.fromkeys(decks, 0)
    for _ in range(each):
        words = {}
        for slot, of in slots.items():
            words[slot] = decks[of][taken[of] % len(decks[of])]
            taken[of] += 1
        yield words


def _written(text: str, words: Mapping[str, Word], language: Language) -> str:
    """Return a sentence; a comma that ends an apposition goes where another stop follows."""
    filled = _SLOT.sub(lambda slot: _said(words[slot[1]], slot[3]), text)
    filled = _STOPS.sub(r"\1", _COMMAS.sub(r"\1", filled))
    first = "İ" if language == "tr" and filled[0] == "i" else filled[0].upper()
    return first + filled[1:]


def _said(word: Word, form: str | None) -> str:
    return in_form(word.says, form, owned=word.owned) if form else word.says


def _judged(
    pattern: Pattern, words: Mapping[str, Word], text: str, language: Language
) -> Iterator[tuple[str, bool]]:
    source = SourceText(name="grid", text=text, language=language, published=PUBLISHED)
    document = to_document(extract_article(source, iris=Iris()))
    calls = _Calls(document=document, words=words, text=text)
    claims = [c for c in document["claims"] if c["as"] != "denies" or c["type"] == pattern.kind]
    for kind in pattern.never:
        yield f"no {kind}", not any(c["type"] == kind for c in claims)
    own = [c for c in claims if c["type"] == pattern.kind]
    match pattern.kind:
        case "meeting":
            yield from _meeting(pattern, calls, own)
        case "statement":
            yield from _statement(pattern, calls, own)
        case "redline":
            yield from _redline(pattern, calls, own)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Calls:
    """Who is called how in one sentence."""

    document: Document
    words: Mapping[str, Word]
    text: str

    def named(self, slot: str) -> str:
        """Return what a slot names, or words of the text as they stand."""
        return self.words[slot].named if slot in self.words else slot

    def one(self, name: str | None, slot: str) -> bool:
        """True when a claim's name is the slot's."""
        return is_called(self.document, {"text": self.text}, name, self.named(slot))

    def all(self, names: Sequence[str], slots: Iterable[str]) -> bool:
        """True when the names are the slots', one for one."""
        wanted = [self.named(slot) for slot in slots]
        return are_called(self.document, {"text": self.text}, names, wanted)


def _meeting(pattern: Pattern, calls: _Calls, own: list[Claim]) -> Iterator[tuple[str, bool]]:
    met = [c for c in own if calls.all(c["participants"], pattern.parties)]
    found = next(iter(met or own), None)
    yield "found", bool(own)
    yield "who", bool(met)
    if met:
        yield "none extra", any(len(c["participants"]) == len(pattern.parties) for c in met)
    if pattern.place:
        yield "place", found is not None and calls.one(found["place"], pattern.place)
    if pattern.status:
        yield "status", found is not None and _status(found) == pattern.status
    if pattern.mediators:
        led = found["mediators"] if found is not None else []
        yield "mediators", calls.all(led, pattern.mediators)
    yield "no other", len(own) <= 1


def _status(meeting: Claim) -> str:
    """Return a meeting's status; "denied" for one that is told not to have been."""
    status: str = "denied" if meeting["as"] == "denies" else meeting["status"]
    return status


def _statement(pattern: Pattern, calls: _Calls, own: list[Claim]) -> Iterator[tuple[str, bool]]:
    said = [c for c in own if calls.one(c["speaker"], pattern.speaker or "")]
    yield "found", bool(own)
    yield "who", bool(said)
    if pattern.acts:
        yield "act", any(c["act"] in pattern.acts for c in said)
    if pattern.addressee:
        to = pattern.addressee
        yield "addressee", any(calls.one(name, to) for c in said for name in c["addressees"])
    if pattern.via:
        by = pattern.via
        yield "via", any(calls.one(name, by) for c in said for name in c["via"])


def _redline(pattern: Pattern, calls: _Calls, own: list[Claim]) -> Iterator[tuple[str, bool]]:
    drawn = [c for c in own if calls.one(c["declared_by"], pattern.speaker or "")]
    yield "found", bool(own)
    yield "who", bool(drawn)
    if pattern.addressee:
        to = pattern.addressee
        yield "to", any(calls.one(name, to) for c in drawn for name in c["declared_to"])
