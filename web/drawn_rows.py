"""Rows of a query's answer as timeline, network or map, where the names of columns say how.

In:  the names of the columns, the rows. Out: the values that the explorer's drawings take, made of
the rows alone: what a row does not say is not filled in, and a row that cannot be drawn is counted.
`COLUMNS` is what the page tells its readers.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Any, get_args

import pyoxigraph as ox

from kg.model.day import Day
from kg.query.layout import place_nodes
from kg.vocabulary import SpeechAct

Json = dict[str, Any]
Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None
Row = Sequence[Term]
PageOf = Callable[[str], str | None]
NameOf = Callable[[str], tuple[str, str | None] | None]

MOST_NODES = 60
COLUMNS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "timeline": {
        "start": ("earliest", "start", "date", "day", "published"),
        "end": ("latest", "end"),
        "label": ("label", "title", "words", "content", "name", "text", "gist"),
        "lane": ("lane", "who", "speaker", "by", "actor", "kind"),
        "link": ("event", "statement", "meeting", "line", "claim", "article"),
        "basis": ("basis",),
        "kind": ("act", "kind", "type"),
        "commitment": ("commitment",),
        "status": ("status",),
    },
    "network": {
        "from": ("from", "one", "source"),
        "to": ("to", "other", "target"),
        "fromLabel": ("fromLabel", "oneLabel", "sourceLabel"),
        "toLabel": ("toLabel", "otherLabel", "targetLabel"),
        "kind": ("kind", "tie", "relation"),
        "count": ("count", "events", "statements", "n"),
    },
    "map": {
        "latitude": ("lat", "latitude"),
        "longitude": ("long", "lon", "lng", "longitude"),
        "label": ("label", "name", "place", "title"),
        "link": ("place", "event", "claim", "article"),
        "count": ("count", "events", "n"),
    },
}
_NEEDED = {"timeline": ("start",), "network": ("from", "to"), "map": ("latitude", "longitude")}
_NO_DATE = ("inferred", "unresolved")


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawing's values, and how many rows have no place in it."""

    answer: Any
    left_out: int


def drawings_of(columns: Sequence[str]) -> tuple[str, ...]:
    """Return the drawings that these columns allow."""
    return tuple(
        name
        for name, needed in _NEEDED.items()
        if all(any(c in columns for c in COLUMNS[name][part]) for part in needed)
    )


def draw(
    name: str, columns: Sequence[str], rows: Sequence[Row], page_of: PageOf, name_of: NameOf
) -> Drawn:
    """Return the rows as the drawing `name`.

    `page_of` leads from an IRI to its page here, `name_of` to its name and the name's language.
    """
    read = _Reader(columns, COLUMNS[name], page_of, name_of)
    return {"timeline": _timeline, "network": _network, "map": _map}[name](rows, read)


class _Reader:
    """Reads a row's parts by the names that its columns have."""

    def __init__(
        self,
        columns: Sequence[str],
        parts: Mapping[str, tuple[str, ...]],
        page_of: PageOf,
        name_of: NameOf,
    ) -> None:
        self._at = {
            part: [columns.index(name) for name in names if name in columns]
            for part, names in parts.items()
        }
        self.page_of = page_of
        self._name_of = name_of

    def term(self, row: Row, part: str) -> Term:
        """Return the first value that the row has for this part."""
        return next((row[i] for i in self._at[part] if row[i] is not None), None)

    def terms(self, row: Row, part: str) -> list[Term]:
        """Return all values that the row has for this part."""
        return [row[i] for i in self._at[part] if row[i] is not None]

    def text(self, row: Row, part: str) -> str | None:
        """Return it in words: a literal's own, an IRI's name or its last part."""
        return self.words(self.term(row, part))[0]

    def words(self, term: Term) -> tuple[str | None, str | None]:
        """Return a value in words, and their language where it is known."""
        if isinstance(term, ox.NamedNode):
            return self._name_of(term.value) or (_last_part(term.value), None)
        if isinstance(term, ox.Literal):
            return term.value, term.language
        return (None if term is None else str(term)), None

    def number(self, row: Row, part: str) -> float | None:
        """Return it as a number; None for what is none."""
        term = self.term(row, part)
        try:
            value = float(term.value) if isinstance(term, ox.Literal) else None
        except ValueError:
            return None
        return value if value is not None and isfinite(value) else None

    def count(self, row: Row) -> int:
        """Return how many it stands for; one, where no column says."""
        value = self.number(row, "count")
        return 1 if value is None else max(0, round(value))

    def link(self, row: Row) -> str | None:
        """Return the page of the first IRI that has one here."""
        terms = (row[i] for i in self._at["link"])
        pages = (self.page_of(t.value) for t in terms if isinstance(t, ox.NamedNode))
        return next(filter(None, pages), None)


def _last_part(iri: str) -> str:
    return iri.rstrip("/#").replace("#", "/").rpartition("/")[2] or iri


def _map(rows: Sequence[Row], read: _Reader) -> Drawn:
    """Spots by coordinates; rows of one spot and name are one spot."""
    spots: dict[tuple[float, float, str], Json] = {}
    left_out = 0
    for row in rows:
        latitude, longitude = read.number(row, "latitude"), read.number(row, "longitude")
        if latitude is None or longitude is None or abs(latitude) > 90 or abs(longitude) > 180:
            left_out += 1
            continue
        said, language = read.words(read.term(row, "label"))
        label = said or f"{latitude:.3f}, {longitude:.3f}"
        spot = spots.setdefault(
            (latitude, longitude, label),
            {
                "iri": f"spot:{len(spots)}",
                "href": read.link(row),
                "kind": None,
                "code": None,
                "label": label,
                "lang": language,
                "latitude": latitude,
                "longitude": longitude,
                "within": None,
                "events": 0,
            },
        )
        spot["events"] += read.count(row)
    return Drawn(list(spots.values()), left_out)


def _network(rows: Sequence[Row], read: _Reader) -> Drawn:
    """Nodes and ties; beyond `MOST_NODES` the ties of those with fewest are left out."""
    labels: dict[str, tuple[str, str | None, str | None]] = {}
    ties: dict[tuple[str, str, str], int] = {}
    weight: dict[str, int] = {}
    left_out = 0
    for row in rows:
        one, other = read.term(row, "from"), read.term(row, "to")
        if one is None or other is None:
            left_out += 1
            continue
        for term, part in ((one, "fromLabel"), (other, "toLabel")):
            labels.setdefault(str(term), _label(term, read.term(row, part), read))
        tie = (str(one), str(other), read.text(row, "kind") or "")
        ties[tie] = ties.get(tie, 0) + read.count(row)
        for node in {str(one), str(other)}:
            weight[node] = weight.get(node, 0) + read.count(row)
    kept = sorted(weight, key=lambda node: (-weight[node], node))[:MOST_NODES]
    shown = {t: n for t, n in ties.items() if t[0] in kept and t[1] in kept and t[0] != t[1]}
    return Drawn(_graph(kept, shown, labels, weight), left_out + len(ties) - len(shown))


def _label(term: Term, label: Term, read: _Reader) -> tuple[str, str | None, str | None]:
    page = read.page_of(term.value) if isinstance(term, ox.NamedNode) else None
    words, language = read.words(label if label is not None else term)
    return words or "", language, page


def _graph(
    kept: Sequence[str],
    ties: Mapping[tuple[str, str, str], int],
    labels: Mapping[str, tuple[str, str | None, str | None]],
    weight: Mapping[str, int],
) -> Json:
    springs: dict[tuple[str, str], float] = {}
    for (one, other, _), count in ties.items():
        pair = (min(one, other), max(one, other))
        springs[pair] = springs.get(pair, 0.0) + max(1, count)
    spots = place_nodes(kept, springs) if kept else {}
    nodes = [
        {
            "id": node,
            "label": labels[node][0],
            "lang": labels[node][1],
            "kind": "",
            "unnamed": False,
            "claims": weight[node],
            "href": labels[node][2],
            "x": spots[node][0],
            "y": spots[node][1],
            "size": 9,
        }
        for node in kept
    ]
    edges = [
        {"from": one, "to": other, "kind": kind, "count": max(1, n), "pair": None}
        for (one, other, kind), n in sorted(ties.items())
    ]
    return {"nodes": nodes, "edges": edges, "focus": None, "selected": []}


def _timeline(rows: Sequence[Row], read: _Reader) -> Drawn:
    """Items on lanes by their days; what has none, or only an inferred one, is left out."""
    items = list(filter(None, (_item(number, row, read) for number, row in enumerate(rows))))
    lanes: dict[str, Json] = {}
    for item in items:
        lane = item.pop("lane")
        lanes.setdefault(lane, _lane(lane))["events"] += 1
        item["lanes"] = [{"id": lane, "role": "kind"}]
    answer = {
        "mode": "items",
        "axis": {"kind": "absolute"},
        "lanes": list(lanes.values()),
        "items": items,
        "truncated": False,
        "next": None,
        "undated": 0,
        "counts": None,
        "publications": [],
    }
    return Drawn(answer, len(rows) - len(items))


def _lane(lane: str) -> Json:
    """A lane; the drawing keeps the empty name for what has no speaker, so ours is never empty."""
    return {"id": lane, "label": lane, "unnamed": False, "side": None, "events": 0}


def _item(number: int, row: Row, read: _Reader) -> Json | None:
    basis = read.text(row, "basis")
    bounds = _bounds(read.term(row, "start"), read.term(row, "end"))
    if bounds is None or basis in _NO_DATE:
        return None
    said, language = read.words(read.term(row, "label"))
    words = said or str(bounds[0])
    kind, act = _shape(read.terms(row, "kind"))
    return {
        "iri": f"row:{number}",
        "href": read.link(row),
        "kind": kind,
        "act": act,
        "label": words,
        "lang": language,
        "sentence": words,
        "lane": read.text(row, "lane") or "–",
        "time": {
            "earliest": str(bounds[0]),
            "latest": str(bounds[1]),
            "offset": None,
            "precision": "day" if bounds[0] == bounds[1] else "interval",
            "extent": "within",
            "basis": "explicit",
            "text": None,
            "from": None,
        },
        **_PLAIN,
        "commitment": _STANCES.get(_word(read.term(row, "commitment")), "asserted"),
        "status": _word(read.term(row, "status")) or None,
    }


def _shape(terms: Iterable[Term]) -> tuple[str, str | None]:
    """The kind of event and the speech act that a row names; a plain statement where it names none.

    A kind is a class of the ontology or a word (clm:Meeting, "meeting"), an act a term (clt:warns).
    """
    kind, act = None, None
    for name in map(_word, terms):
        kind = kind or _KINDS.get(name.lower())
        act = act or next((known for known in get_args(SpeechAct) if known == name), None)
    if kind in (None, "statement"):
        return "statement", act or "asserts"
    return kind or "statement", None


def _word(term: Term) -> str:
    """The last part of an IRI, or a literal's text; "" for nothing."""
    return _last_part(term.value) if isinstance(term, ox.NamedNode | ox.Literal) else ""


_STANCES = {"denies": "denied", "anticipates": "anticipated"}
_KINDS = {kind: kind for kind in ("statement", "meeting", "redline", "action")}
_PLAIN: Json = {
    "other_times": [],
    "published": None,
    "commitment": "asserted",
    "status": None,
    "attributed": False,
    "via": 0,
    "unnamed": False,
    "conditional": False,
    "life": [],
    "claims": 1,
    "articles": 1,
    "texts": 1,
    "disputed": False,
    "differences": [],
    "maybe_same": [],
}


def _bounds(start: Term, end: Term) -> tuple[Day, Day] | None:
    """The first and last day; a month or a year is all its days. None where either is no day."""
    first = _days(start)
    last = _days(end) if end is not None else first
    if first is None or last is None or last[1] < first[0]:
        return None
    return first[0], last[1]


def _days(term: Term) -> tuple[Day, Day] | None:
    if not isinstance(term, ox.Literal):
        return None
    text = term.value.partition("T")[0]
    for beginning, ending in _ends(text):
        try:
            return Day.parse(beginning), Day.parse(ending)
        except ValueError:
            continue
    return None


def _ends(text: str) -> Iterator[tuple[str, str]]:
    """The ends of a day, a month and a year as they are written in XML Schema."""
    yield text, text
    for last in ("31", "30", "29", "28"):
        yield f"{text}-01", f"{text}-{last}"
    yield f"{text}-01-01", f"{text}-12-31"
