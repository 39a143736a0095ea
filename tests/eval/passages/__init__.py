"""Short passages, each telling one claim by another construction: how wide extraction reads.

`LL.jsonl` holds one passage a line, written by people who knew neither rules nor program. Even
numbers may be read while rules are written; odd ones are counted only: they tell whether a rule
holds beyond the sentences it was written for.

`python -m tests.eval.passages [LL …]` prints what is found; `--show` tells what is missed of the
even ones; `--pin` writes floors.json anew.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.model.article import SourceText
from kg.model.document import to_document
from kg.model.iri import Iris
from kg.pipeline import extract_article
from kg.vocabulary import Language

HERE = Path(__file__).parent
FLOORS = HERE / "floors.json"
LANGUAGES: tuple[Language, ...] = ("en", "ar", "tr", "he")
HALVES = ("even", "odd")

Document = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What of a passage was asked for and what of it was got."""

    asked: tuple[str, ...]
    got: tuple[str, ...]

    @property
    def missed(self) -> tuple[str, ...]:
        return tuple(a for a in self.asked if a not in self.got)


def passages_of(language: Language, half: str) -> Iterator[Mapping[str, Any]]:
    """Yield the passages of one half of a language's file, as they stand there."""
    lines = (HERE / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()
    for passage in map(json.loads, lines):
        if passage["n"] % 2 == HALVES.index(half):
            yield passage


def judge(passage: Mapping[str, Any], language: Language) -> Verdict:
    """Extract a passage and tell what of its claim was found."""
    source = SourceText(name="passage", text=passage["text"], language=language)
    document = to_document(extract_article(source, iris=Iris()))
    kind = passage["kind"]
    claims = [c for c in document["claims"] if c["type"] == kind]
    judges = {"statement": _statement, "meeting": _meeting, "redline": _redline}
    facts = dict(judges[kind](passage, document, claims))
    asked = (kind, *(f"{kind} {fact}" for fact in facts))
    got = ((kind,) if claims else ()) + tuple(f"{kind} {f}" for f, right in facts.items() if right)
    return Verdict(asked=asked, got=got)


def count(language: Language, half: str) -> dict[str, tuple[int, int]]:
    """Return how many of each thing were got and asked for."""
    asked: Counter[str] = Counter()
    got: Counter[str] = Counter()
    for passage in passages_of(language, half):
        verdict = judge(passage, language)
        asked.update(verdict.asked)
        got.update(verdict.got)
    return {thing: (got[thing], asked[thing]) for thing in sorted(asked)}


def _statement(
    passage: Mapping[str, Any], document: Document, claims: Sequence[Document]
) -> Iterator[tuple[str, bool]]:
    of_speaker = (
        c for c in claims if is_called(document, passage, c["speaker"], passage["speaker"])
    )
    said = next(of_speaker, None)
    yield "speaker", said is not None
    said = said or next(iter(claims), None)
    yield "act", said is not None and said["act"] in passage["acts"]
    for fact, names in (("addressee", [passage["addressee"]]), ("via", passage["via"])):
        if any(names):
            found = said["addressees" if fact == "addressee" else fact] if said is not None else []
            yield fact, any(is_called(document, passage, f, names[0]) for f in found)


def _meeting(
    passage: Mapping[str, Any], document: Document, claims: Sequence[Document]
) -> Iterator[tuple[str, bool]]:
    wanted = passage["participants"]
    met = (c for c in claims if are_called(document, passage, c["participants"], wanted))
    found = next(met, None)
    yield "participants", found is not None
    found = found or next(iter(claims), None)
    yield "status", found is not None and found["status"] == passage["status"]
    if passage["place"]:
        place = found["place"] if found is not None else None
        yield "place", is_called(document, passage, place, passage["place"])


def _redline(
    passage: Mapping[str, Any], document: Document, claims: Sequence[Document]
) -> Iterator[tuple[str, bool]]:
    owners = [c["declared_by"] for c in claims]
    yield "owner", any(is_called(document, passage, o, passage["speaker"]) for o in owners)


def is_called(
    document: Document, passage: Mapping[str, Any], name: str | None, surface: str
) -> bool:
    """True when an actor or place of that name stands in the words given, or is called by them."""
    if name is None:
        return False
    shown, words = (text.casefold().removeprefix("the ") for text in (name, surface))
    if shown in words or words in shown:
        return True
    start = passage["text"].find(surface)
    named = [e for kind in ("actors", "locations") for e in document[kind] if e["name"] == name]
    mentions = [m for entity in named for m in entity["mentions"]]
    return any(first < start + len(surface) and start < last for first, last in mentions)


def are_called(
    document: Document, passage: Mapping[str, Any], names: Sequence[str], surfaces: Iterable[str]
) -> bool:
    """True when names and words of the passage mean the same, one for one."""
    left = list(names)
    for surface in surfaces:
        one = next((n for n in left if is_called(document, passage, n, surface)), None)
        if one is None:
            return False
        left.remove(one)
    return not left


def read_floors() -> dict[str, dict[str, dict[str, int]]]:
    """Return language -> half -> thing -> how many were got when that was pinned."""
    floors: dict[str, dict[str, dict[str, int]]] = json.loads(FLOORS.read_text(encoding="utf-8"))
    return floors
