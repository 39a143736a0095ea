"""The scorer itself: gold against itself is perfect, and each kind of fault has its cost."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from tests.eval.__main__ import gold_files, trust
from tests.eval.agreement import as_document
from tests.eval.score import KINDS, score


@pytest.fixture(params=gold_files(), ids=lambda p: p.name.removesuffix(".gold.json"))
def gold(request: pytest.FixtureRequest) -> dict[str, Any]:
    path: Path = request.param
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return data


def test_gold_against_itself_is_perfect(gold: dict[str, Any]) -> None:
    for kind, result in score(gold, as_document(gold)).items():
        assert (result.spurious, result.missed) == (0, 0), kind
        assert result.strict == result.right, kind


def test_finding_nothing_misses_everything_that_is_not_optional(gold: dict[str, Any]) -> None:
    for kind, result in score(gold, {"actors": [], "locations": [], "claims": []}).items():
        wanted = sum(not item.get("optional") for item in gold[kind])
        assert (result.right, result.spurious, result.missed) == (0, 0, wanted), kind


def test_a_wrong_speaker_is_found_but_not_right(gold: dict[str, Any]) -> None:
    document = as_document(gold)
    for claim in document["claims"]:
        if claim["type"] == "statement":
            claim["speaker"] = "Ruritania"
    result = score(gold, document)["statements"]
    assert result.right == 0
    assert result.fields["found"] == result.judged["found"]


def test_a_claim_twice_is_spurious_and_a_duplicate(gold: dict[str, Any]) -> None:
    document = as_document(gold)
    document["claims"] += copy.deepcopy(document["claims"])
    results = score(gold, document)
    for kind in ("statements", "meetings", "redlines"):
        assert results[kind].spurious == len(gold[kind]), kind
        assert results[kind].duplicates == results[kind].spurious, kind


def test_claims_from_furniture_are_counted(gold: dict[str, Any]) -> None:
    furniture = [s for s in gold["sentences"] if s["kind"] == "boilerplate"]
    if not furniture:
        pytest.skip("this article has no furniture")
    document = as_document(gold)
    place = {"start": furniture[-1]["start"], "end": furniture[-1]["end"]}
    claim = {"type": "statement", "evidence": [place], "speaker": "Ruritania", "content": "x"}
    document["claims"].append(claim)
    assert score(gold, document)["statements"].in_traps == 1


def test_wrong_dates_cost_the_strict_score_only(gold: dict[str, Any]) -> None:
    document = as_document(gold)
    for claim in document["claims"]:
        if claim["time"]:
            claim["time"] = {"start": "1999-01-01", "end": "1999-01-01"}
    result = score(gold, document)["statements"]
    dated = sum(bool(s["date"]) and not s.get("optional") for s in gold["statements"])
    assert result.missed == 0
    assert result.strict == result.right - dated


def test_all_kinds_are_scored(gold: dict[str, Any]) -> None:
    assert tuple(score(gold, as_document(gold))) == KINDS


def test_claims_are_counted_by_confidence_and_whether_they_are_right(gold: dict[str, Any]) -> None:
    document = as_document(gold)
    for claim in document["claims"]:
        claim["confidence"] = 0.85
    strangers = [c for c in copy.deepcopy(document["claims"]) if c["type"] == "statement"]
    for claim in strangers:
        claim.update(speaker="Ruritania", confidence=0.41)
    document["claims"] += strangers
    found = dict.fromkeys((0.8, 0.4), (0, 0))
    scores = score(gold, document)["statements"]
    found |= {least: (right, told) for least, right, told in trust(scores)}
    assert found[0.8] == (scores.right, scores.right)
    assert found[0.4] == (0, len(strangers))
