"""Claims as a sheet that imports to the same claims, and the template of such a sheet.

In:  a store and which claims; or nothing, for the template. Out: CSV, XLSX or JSON as bytes.
One row an article, then one a claim or part. Names carry their id or kind in brackets. Each row is
sealed (kg.model.sheet.seal_of), so that one which is changed by hand is told from one which is not.
Articles write what they like: a cell that a spreadsheet would run begins with an apostrophe, which
reading takes off again.
Source: RFC 4180; OWASP, "CSV Injection".
"""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote

from kg.mapping.canonical import text_order
from kg.model.claim import Claim, Meeting, RedLine, Statement
from kg.model.entity import Actor, Location
from kg.model.extraction import Extraction
from kg.model.iri import Iris, local_name
from kg.model.sheet import BY_NAME, COLUMNS, OMISSION, UNRESOLVED, join_list, seal_of, split_list
from kg.model.span import Passage
from kg.model.timespan import TimeSpan
from kg.store.base import GraphStore

Cells = dict[str, str]
HEADER = tuple(column.name for column in COLUMNS)
_RUN = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")  # wide forms are meant
_PIECE = 15_000  # of a text; a cell of a spreadsheet holds 32,767 UTF-16 units
_MOST_TURNS = 200
_KINDS = {Statement: "statement", Meeting: "meeting", RedLine: "redline"}


@dataclass(slots=True)
class SheetRows:
    """The rows of a store's claims. `left_out` counts claims that rest on an older text."""

    store: GraphStore
    claims: frozenset[str] | None = None
    with_text: bool = False
    left_out: int = 0
    _ids: int = field(default=0, init=False)

    def __iter__(self) -> Iterator[Cells]:
        """Yield the rows, article by article, newest first; claims as in the text."""
        iris = Iris(self.store.base)
        for summary in self.store.articles():
            found = self.store.extraction(summary.iri)
            chosen = self._chosen(found)
            if chosen:
                yield from self._article(found, chosen)
                yield from self._claims(found, chosen, iris)

    def _chosen(self, found: Extraction) -> list[Claim]:
        """Return the claims to write, with those they point to."""
        text = found.article.text
        sound = [
            c for c in found.claims if all(text[p.start : p.end] == p.text for p in c.evidence)
        ]
        self.left_out += len(found.claims) - len(sound)
        if self.claims is None:
            return sound
        wanted = {c.iri for c in sound if (c.under or c.iri) in self.claims}
        by_event = {c.event: c for c in sound}
        waiting = [c for c in sound if c.iri in wanted]
        while waiting:
            for iri in _pointed(waiting.pop(), by_event):
                if iri not in wanted:
                    wanted.add(iri)
                    waiting += [c for c in sound if c.iri == iri]
        return [c for c in sound if c.iri in wanted]

    def _article(self, found: Extraction, chosen: list[Claim]) -> Iterator[Cells]:
        article = found.article
        used = {name for claim in chosen for name in _names_of(claim)}
        cells = {
            "type": "article",
            "article": article.iri,
            "title": article.title,
            "source": article.source or "",
            "published": str(article.published or ""),
            "published_from": article.published_from or "",
            "encoding": article.encoding or "",
            "encoding_from": article.encoding_from or "",
            "warnings": join_list(article.warnings),
            "publisher": article.publisher or "",
            "language": article.language,
            "article_actors": join_list(
                _actor(a) for a in found.actors if ("actor", a.name) not in used
            ),
            "article_places": join_list(
                _place(p) for p in found.locations if ("location", p.name) not in used
            ),
        }
        if not self.with_text:
            yield cells
            return
        text = article.text
        pieces = [text[at : at + _PIECE] for at in range(0, len(text), _PIECE)]
        yield cells | {"digest": article.digest, "text": pieces[0]}
        for piece in pieces[1:]:
            yield {"type": "text", "article": article.iri, "text": piece}

    def _claims(self, found: Extraction, chosen: list[Claim], iris: Iris) -> Iterator[Cells]:
        ids: dict[str, str] = {}
        for claim in chosen:
            self._ids += 1
            ids[claim.event] = f"{_KINDS[type(claim)][0]}{self._ids}"
        writer = _Writer(found, ids, iris)
        for claim in sorted(chosen, key=text_order):
            cells = {k: v for k, v in writer.cells(claim).items() if v}
            yield cells | {"seal": seal_of(cells)}


class _Writer:
    """Writes the claims of one article as cells."""

    def __init__(self, found: Extraction, ids: Mapping[str, str], iris: Iris) -> None:
        self.article, self.ids, self.iris = found.article, ids, iris
        self.actors = {a.name: _actor(a) for a in found.actors}
        self.places = {p.name: _place(p) for p in found.locations}
        self.events = {c.iri: c.event for c in found.claims}

    def cells(self, claim: Claim) -> Cells:
        common = {
            "type": _KINDS[type(claim)],
            "article": self.article.iri,
            "id": self.ids[claim.event],
            "evidence": OMISSION.join(p.text for p in claim.evidence),
            "offsets": _offsets(claim.evidence),
            "confidence": f"{claim.confidence:g}",
            "nth": self._turn(claim),
            "carried": "yes" if claim.carried_speaker else "",
            "cues": " ".join(f"{c.start}-{c.end}" for c in claim.cues),
            "extractor": claim.extractor,
            "rule": claim.rule,
        }
        match claim:
            case Statement():
                return common | self._statement(claim) | _time(claim.time)
            case Meeting():
                return common | self._meeting(claim) | _time(claim.time)
            case RedLine():
                return common | self._redline(claim)

    def _statement(self, claim: Statement) -> Cells:
        about = {"actor": self.actors, "location": self.places}
        told = {k: [about[k][a.name] for a in claim.about if a.kind == k] for k in about}
        conveys = (
            f"{self.ids[c.event]} {c.commitment}" for c in claim.conveys if c.event in self.ids
        )
        return {
            "speaker": join_list([self.actors[claim.speaker]]) if claim.speaker else UNRESOLVED,
            "reporters": self._listed(claim.via),
            "act": claim.act,
            "addressees": self._listed(claim.addressees),
            "content": claim.content,
            "quotation": claim.quote or "",
            "condition": claim.condition or "",
            "about_actors": join_list(told["actor"]),
            "about_places": join_list(told["location"]),
            "said_at": self.ids.get(claim.said_at or "", ""),
            "conveys": join_list(conveys),
        }

    def _meeting(self, claim: Meeting) -> Cells:
        return {
            "participants": self._listed(claim.participants),
            "mediators": self._listed(claim.mediators),
            "place": join_list([self.places[claim.place]]) if claim.place else "",
            "venue": claim.venue or "",
            "status": claim.status,
            "topic": claim.topic or "",
            "told_by": self._teller(claim.under),
            "commitment": claim.commitment,
        }

    def _redline(self, claim: RedLine) -> Cells:
        place = claim.trigger_place
        return {
            "trigger": claim.trigger_text,
            "trigger_at": self._trigger(claim),
            "trigger_kind": claim.trigger_kind or "",
            "trigger_place": join_list([self.places[place]]) if place else "",
            "told_by": self._teller(claim.under),
            "commitment": claim.commitment,
        }

    def _listed(self, names: Iterable[str]) -> str:
        return join_list(self.actors[name] for name in names)

    def _teller(self, under: str | None) -> str:
        return self.ids[self.events[under]] if under else ""

    def _turn(self, claim: Claim) -> str:
        """Return which claim of its kind on the same passage it is, "" for the first."""
        kind, first = _KINDS[type(claim)], claim.evidence[0]
        place = f"{first.start}-{first.end}"
        for turn in range(2, _MOST_TURNS):
            if self.iris.event(kind, self.article.iri, place, kind, str(turn)) == claim.event:
                return str(turn)
        return ""

    def _trigger(self, claim: RedLine) -> str:
        """Return where the trigger stands, as far as its action's IRI tells."""
        text, words = self.article.text, claim.trigger_text
        start = text.find(words) if words else -1
        while start >= 0 and claim.trigger:
            at = f"{start}-{start + len(words)}"
            if self.iris.event("action", self.article.iri, at, "action") == claim.trigger:
                return at
            start = text.find(words, start + 1)
        return ""


def _pointed(claim: Claim, by_event: Mapping[str, Claim]) -> Iterator[str]:
    """Yield the claims that a claim's row points to."""
    if claim.under:
        yield claim.under
    if isinstance(claim, Statement):
        for event in (*(c.event for c in claim.conveys), claim.said_at):
            if event is not None and event in by_event:
                yield by_event[event].iri


def _names_of(claim: Claim) -> Iterator[tuple[str, str]]:
    match claim:
        case Statement():
            yield from (("actor", n) for n in (claim.speaker, *claim.via, *claim.addressees) if n)
            yield from ((a.kind, a.name) for a in claim.about)
        case Meeting():
            yield from (("actor", n) for n in (*claim.participants, *claim.mediators))
            yield from (("location", n) for n in (claim.place,) if n)
        case RedLine():
            yield from (("location", n) for n in (claim.trigger_place,) if n)


def _actor(actor: Actor) -> str:
    if actor.linked:
        return f"{actor.name} [{unquote(local_name(actor.iri))}]"
    said = [actor.kind, "unnamed" if actor.unnamed else ""]
    said.append(f"of {unquote(local_name(actor.belongs_to))}" if actor.belongs_to else "")
    return f"{actor.name} [{', '.join(s for s in said if s)}]"


def _place(place: Location) -> str:
    return f"{place.name} [{unquote(local_name(place.iri)) if place.linked else 'place'}]"


def _offsets(passages: Iterable[Passage]) -> str:
    return " ".join(f"{p.start}-{p.end}" for p in passages)


def _time(time: TimeSpan | None) -> Cells:
    if time is None:
        return {}
    first, last = time.offset_days or ("", "")
    return {
        "time": time.text or "",
        "start": str(time.earliest or ""),
        "end": str(time.latest or ""),
        "precision": time.precision or "",
        "extent": time.extent,
        "basis": time.basis,
        "offset_first": str(first),
        "offset_last": str(last),
        "tense": time.tense,
    }


def csv_chunks(rows: Iterable[Cells]) -> Iterator[bytes]:
    """Yield the sheet as CSV, in UTF-8 with the mark by which Excel knows it."""
    yield b"\xef\xbb\xbf"
    yield _line(HEADER)
    for cells in rows:
        yield _line(guarded(cells.get(name, "")) for name in HEADER)


def _line(cells: Iterable[str]) -> bytes:
    buffer = io.StringIO()
    csv.writer(buffer).writerow(tuple(cells))
    return buffer.getvalue().encode("utf-8")


def json_chunks(rows: Iterable[Cells], columns: Mapping[str, str] | None = None) -> Iterator[bytes]:
    """Yield the sheet as JSON: an object with "rows"; columns that hold several are lists."""
    head = json.dumps(columns, ensure_ascii=False, indent=1) if columns else None
    yield f'{{"columns": {head},\n"rows": ['.encode() if head else b'{"rows": ['
    for position, cells in enumerate(rows):
        row = {k: list(split_list(v)) if BY_NAME[k].many else v for k, v in cells.items()}
        text = json.dumps(row, ensure_ascii=False)
        yield ((",\n" if position else "\n") + text).encode("utf-8")
    yield b"\n]}\n"


def guarded(cell: str) -> str:
    """Return a cell that no spreadsheet runs."""
    return f"'{cell}" if _RUN.match(cell) else cell
