"""How far two people who annotated the same article agree: the ceiling for any program.

In:  the articles that folder `second` annotates once more. Out: the scorer's tables with the second
annotation in the place of a program's findings.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tests.eval.score import Score, score

HERE = Path(__file__).parent
SECOND = "second"
_NAMING = {
    *("name", "speaker", "via", "addressee", "participants", "mediators", "place"),
    *("declared_by", "to"),
}
_KINDS_OF_ACTOR = {"international org": "organization", "armed group": "armed-group"}


def as_document(gold: Mapping[str, Any]) -> dict[str, Any]:
    """Return a gold annotation in the shape that `claimline extract` prints."""
    claims = [*_statements(gold), *_meetings(gold), *_redlines(gold)]
    actors = [
        {"name": a["name"], "kind": _KINDS_OF_ACTOR.get(a["kind"], a["kind"])}
        for a in gold["actors"]
    ]
    return {
        "actors": actors,
        "locations": [{"name": p["name"]} for p in gold["locations"]],
        "claims": claims,
    }


def _common(gold: Mapping[str, Any], item: Mapping[str, Any], kind: str) -> dict[str, Any]:
    places = [s for s in gold["sentences"] if s["i"] in item["sentences"]]
    evidence = [{"start": s["start"], "end": s["end"]} for s in places]
    return {"type": kind, "evidence": evidence, "time": item["date"]}


def _statements(gold: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for s in gold["statements"]:
        yield _common(gold, s, "statement") | {
            "speaker": s["speaker"],
            "via": s["via"],
            "act": s["class"],
            "quote": s["quote"],
            "addressees": s["addressee"],
            "content": s["about"],
            "condition": "if" if s["conditional"] else None,
        }


def _meetings(gold: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for m in gold["meetings"]:
        told = {k: m[k] for k in ("participants", "place", "status")}
        yield _common(gold, m, "meeting") | told


def _redlines(gold: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for r in gold["redlines"]:
        yield _common(gold, r, "redline") | {
            "declared_by": r["declared_by"],
            "declared_to": r["to"],
            "via": r["via"],
            "trigger_text": r["on"],
            "said_at": r["meeting"],
        }


def pairs() -> Iterator[tuple[Path, Path]]:
    """Yield (first, second) annotation files of the articles annotated twice."""
    for second in sorted((HERE / SECOND).glob("*.gold.json")):
        for folder in ("dev", "test"):
            first = HERE / folder / second.name
            if first.exists():
                yield first, second


def agree(first: Path, second: Path) -> dict[str, Score]:
    """Score the second annotation against the first."""
    one, other = (json.loads(p.read_text(encoding="utf-8")) for p in (first, second))
    return score(one, as_document(_in_the_words_of(one, other)))


def _in_the_words_of(first: Mapping[str, Any], second: Mapping[str, Any]) -> dict[str, Any]:
    """Return the second annotation with its sentences numbered as they are, names as given.

    Names are compared by the scorer through the first annotation's surfaces, so an actor that the
    second annotator called otherwise is looked up by the surfaces they share.
    """
    renamed: dict[str, str] = {}
    for kind in ("actors", "locations"):
        for item in second[kind]:
            same = [o for o in first[kind] if set(o["surface"]) & set(item["surface"])]
            if same and item["name"] not in {o["name"] for o in first[kind]}:
                renamed[item["name"]] = same[0]["name"]
    text = json.dumps(second, ensure_ascii=False)
    return dict(json.loads(text, object_hook=lambda node: _rename(node, renamed)))


def _rename(node: dict[str, Any], renamed: Mapping[str, str]) -> dict[str, Any]:
    def new(value: Any) -> Any:
        if isinstance(value, str):
            return renamed.get(value, value)
        return [new(v) for v in value] if isinstance(value, list) else value

    return {k: new(v) if k in _NAMING else v for k, v in node.items()}
