"""Score what extraction found in an article against what a person found.

In:  a gold article (see README.md of this folder) and a document of `claimline extract`.
Out: for actors, locations, meetings, statements and red lines: pairs found, missed and spurious
(lenient: the right who at the right place in the text), how many of these are right in every
strict field too, duplicates, claims taken from where nothing may be claimed, and fields by name.
Optional gold is left out of recall, and meeting it is neither right nor wrong.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import networkx

from kg.model.day import Day
from tests.eval.names import Names, words

Gold = Mapping[str, Any]
Found = Mapping[str, Any]
KINDS = ("actors", "locations", "meetings", "statements", "redlines")
STRICT = {
    "actors": ("kind",),
    "locations": (),
    "meetings": ("date", "place", "participants"),
    "statements": ("act", "date"),
    "redlines": ("to",),
}
_ACTOR_KINDS = {"international org": "organization", "armed group": "armed-group"}


@dataclass(slots=True)
class Score:
    """Counts of one kind; scores of several articles add up.

    `trusted` counts claims by their confidence and by whether they are right.
    """

    right: int = 0
    spurious: int = 0
    missed: int = 0
    strict: int = 0
    duplicates: int = 0
    in_traps: int = 0
    fields: Counter[str] = field(default_factory=Counter)
    judged: Counter[str] = field(default_factory=Counter)
    trusted: Counter[tuple[float, bool]] = field(default_factory=Counter)

    def add(self, other: "Score") -> None:
        """Add another article's counts."""
        for name in ("right", "spurious", "missed", "strict", "duplicates", "in_traps"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.fields.update(other.fields)
        self.trusted.update(other.trusted)
        self.judged.update(other.judged)

    @property
    def precision(self) -> float:
        """Right among what was predicted; 1 when nothing was."""
        made = self.right + self.spurious
        return self.right / made if made else 1.0

    @property
    def recall(self) -> float:
        """Right among what was to be found; 1 when nothing was."""
        wanted = self.right + self.missed
        return self.right / wanted if wanted else 1.0

    @property
    def f1(self) -> float:
        """Lenient F1."""
        return _f1(self.right, self.spurious, self.missed)

    @property
    def strict_f1(self) -> float:
        """F1 in which a pair that is wrong in a strict field is a miss and a false find."""
        wrong = self.right - self.strict
        return _f1(self.strict, self.spurious + wrong, self.missed + wrong)


def _f1(right: int, spurious: int, missed: int) -> float:
    return 2 * right / (2 * right + spurious + missed) if right + spurious + missed else 1.0


def score(gold: Gold, document: Found) -> dict[str, Score]:
    """Return the scores of one article, by kind."""
    return {kind: _Judge(gold, kind).judge(_predictions(document, kind)) for kind in KINDS}


def _predictions(document: Found, kind: str) -> list[Found]:
    if kind in ("actors", "locations"):
        return list(document[kind])
    return [c for c in document["claims"] if c["type"] + "s" == kind]


class _Judge:
    """Pairs the predictions of one kind with the gold of one article."""

    def __init__(self, gold: Gold, kind: str) -> None:
        self.gold, self.kind = gold, kind
        self.items = list(gold[kind])
        self.actors, self.places = Names(gold["actors"]), Names(gold["locations"])
        traps = {i for trap in gold["traps"] for i in trap["sentences"]}
        furniture = {s["i"] for s in gold["sentences"] if s["kind"] == "boilerplate"}
        self.forbidden = traps | furniture

    def judge(self, predictions: list[Found]) -> Score:
        wanted = [g for g in self.items if not g.get("optional")]
        pairs = _assign(predictions, wanted, self.likeness)
        rest = [p for i, p in enumerate(predictions) if i not in pairs]
        optional = [g for g in self.items if g.get("optional")]
        ignored = _assign(rest, optional, self.likeness)
        spurious = [p for i, p in enumerate(rest) if i not in ignored]
        result = Score(right=len(pairs), spurious=len(spurious), missed=len(wanted) - len(pairs))
        for p, g in pairs.items():
            self.judge_fields(result, predictions[p], wanted[g])
        result.duplicates = sum(any(self.likeness(p, g) for g in self.items) for p in spurious)
        told = [(predictions[i], True) for i in pairs] + [(p, False) for p in spurious]
        result.trusted.update((p["confidence"], right) for p, right in told if "confidence" in p)
        places = [self.sentences(p) for p in spurious]
        result.in_traps = sum(bool(at) and at <= self.forbidden for at in places)
        if self.kind == "statements":
            found = _assign(predictions, wanted, self.together)
            result.judged["found"], result.fields["found"] = len(wanted), len(found)
        return result

    def judge_fields(self, result: Score, p: Found, g: Gold) -> None:
        told = {k: v for k, v in _FIELDS[self.kind](self, p, g).items() if v is not None}
        result.judged.update(told.keys())
        result.fields.update(k for k, right in told.items() if right)
        result.strict += all(told.get(k, True) for k in STRICT[self.kind])

    def sentences(self, p: Found) -> set[int]:
        """Return the numbers of the gold sentences that the prediction's evidence touches."""
        return {
            s["i"]
            for e in p.get("evidence", ())
            for s in self.gold["sentences"]
            if e["start"] < s["end"] and e["end"] > s["start"]
        }

    def together(self, p: Found, g: Gold) -> float:
        at, there = self.sentences(p), set(g["sentences"])
        return len(at & there) / len(at | there) if at & there else 0.0

    def likeness(self, p: Found, g: Gold) -> float:
        """Return 0 for no match, else the more the better."""
        if self.kind in ("actors", "locations"):
            names = self.actors if self.kind == "actors" else self.places
            return float(names.same(p["name"], g["name"]))
        overlap = self.together(p, g)
        who = _WHO[self.kind](self, p, g) if overlap else 0.0
        return who + overlap if who else 0.0

    def parties(self, p: Found, g: Gold) -> float:
        met = sum(any(self.actors.same(q, x) for q in p["participants"]) for x in g["participants"])
        if not met or met < len(g["participants"]) / 2:
            return 0.0
        # Of several meetings of the same parties told together, that of the same place comes first.
        there = g["place"] is not None and self.places.same(p["place"], g["place"])
        return met / len(g["participants"]) + bool(same_time(p["time"], g["date"])) + 0.1 * there

    def speaker(self, p: Found, g: Gold) -> float:
        if self.actors.same(p["speaker"], g["speaker"]):
            return 2.0 + _overlap(p["content"], g["about"]) + (p["act"] == g["class"])
        alternative = self.actors.any(p["speaker"], g["speaker_alt"])
        return 1.6 + _overlap(p["content"], g["about"]) if alternative else 0.0

    def declarer(self, p: Found, g: Gold) -> float:
        if not self.actors.any(p["declared_by"], (g["declared_by"], *g["declared_by_alt"])):
            return 0.0
        return 1.0 + _overlap(p["trigger_text"], g["on"])


def _overlap(one: str | None, other: str | None) -> float:
    a, b = words(one or ""), words(other or "")
    return 0.5 * len(a & b) / len(a | b) if a and b else 0.0


def _assign(
    predictions: list[Found], wanted: list[Gold], weight: Callable[[Found, Gold], float]
) -> dict[int, int]:
    """Return the pairing (prediction -> gold) with most pairs, and among those most weight."""
    graph = networkx.Graph()
    for i, p in enumerate(predictions):
        for j, g in enumerate(wanted):
            if w := weight(p, g):
                graph.add_edge(("p", i), ("g", j), weight=w)
    pairs = networkx.max_weight_matching(graph, maxcardinality=True)
    both = [sorted(pair, reverse=True) for pair in pairs]
    return {p[1]: g[1] for p, g in both}


def same_time(time: Found | None, date: Gold | None) -> bool | None:
    """Is the predicted time right? None where the gold has none (then nothing is judged).

    A gold day must be met exactly; within a gold range, or covering it by at most twice its length,
    is right; leaving out what a reader only infers is right.
    """
    told = time if time and time["start"] and time["end"] else None
    if date is None:
        return None
    if told is None:
        return date["basis"] in ("inferred", "external")
    first, last = (Day.parse(told[k]).ordinal for k in ("start", "end"))
    start, end = (Day.parse(date[k]).ordinal for k in ("start", "end"))
    if start == end:
        return (first, last) == (start, end)
    inside = start <= first and last <= end
    return inside or (first <= end and last >= start and last - first <= 2 * (end - start))


def _actor_fields(judge: _Judge, p: Found, g: Gold) -> dict[str, bool | None]:
    right = (g["kind"], *g.get("kind_alt", ()))
    return {"kind": p["kind"] in [_ACTOR_KINDS.get(kind, kind) for kind in right]}


def _meeting_fields(judge: _Judge, p: Found, g: Gold) -> dict[str, bool | None]:
    who, allowed = g["participants"], (*g["participants"], *g["mediators"])
    everyone = all(any(judge.actors.same(q, x) for q in p["participants"]) for x in who)
    nobody_else = all(judge.actors.any(q, allowed) for q in p["participants"])
    vague = {p["status"], g["status"]} <= {"planned", "proposed"}
    return {
        "date": True if g["date"] is None and not p["time"] else same_time(p["time"], g["date"]),
        "place": judge.places.same(p["place"], g["place"]) if g["place"] else None,
        "participants": everyone and nobody_else,
        "status": p["status"] == g["status"] or vague,
    }


def _statement_fields(judge: _Judge, p: Found, g: Gold) -> dict[str, bool | None]:
    quote = words(g["quote"] or "")
    return {
        "act": p["act"] in (g["class"], *g["class_alt"]),
        "date": same_time(p["time"], g["date"]),
        "addressee": _one_of(judge, p["addressees"], g["addressee"]),
        "via": _one_of(judge, p["via"], g["via"]),
        "quote": quote <= words(p["quote"] or "") if quote else None,
        "condition": bool(p["condition"]) if g["conditional"] else None,
    }


def _redline_fields(judge: _Judge, p: Found, g: Gold) -> dict[str, bool | None]:
    return {
        "to": _one_of(judge, p["declared_to"], g["to"]),
        "via": _one_of(judge, p["via"], g["via"]),
        "meeting": bool(p["said_at"]) if g["meeting"] else None,
    }


def _one_of(judge: _Judge, told: Iterable[str], wanted: list[str]) -> bool | None:
    return any(judge.actors.any(name, wanted) for name in told) if wanted else None


_FIELDS: dict[str, Callable[[_Judge, Found, Gold], dict[str, bool | None]]] = {
    "actors": _actor_fields,
    "locations": lambda judge, p, g: {},
    "meetings": _meeting_fields,
    "statements": _statement_fields,
    "redlines": _redline_fields,
}
_WHO: dict[str, Callable[[_Judge, Found, Gold], float]] = {
    "meetings": _Judge.parties,
    "statements": _Judge.speaker,
    "redlines": _Judge.declarer,
}
