"""The quality gate: what extraction reached must not be lost unnoticed.

In:  scores of the folders dev and test, by language. Out: lenient and strict F1 of each kind, and
what of it lies below the floor of baseline.json.
A floor lies `SLACK` below what was measured when it was pinned: one claim more or less in a small
folder is noise. Pinning raises floors; lowering one takes `--allow-regression`.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.eval.score import KINDS, Score

BASELINE = Path(__file__).parent / "baseline.json"
SLACK = 0.01
FOLDERS = ("dev", "test")
Figures = dict[str, dict[str, dict[str, list[float]]]]
"""folder -> language -> kind -> [lenient F1, strict F1]"""


def figures_of(scores: Mapping[str, Score]) -> dict[str, list[float]]:
    """Return lenient and strict F1 by kind, rounded down to three places."""
    return {k: [_down(scores[k].f1), _down(scores[k].strict_f1)] for k in KINDS}


def _down(value: float) -> float:
    return int(value * 1000) / 1000


def read_floors() -> Figures:
    """Return the pinned floors; none when nothing was pinned yet."""
    if not BASELINE.exists():
        return {}
    floors: Figures = json.loads(BASELINE.read_text(encoding="utf-8"))
    return floors


def below(floors: Figures, measured: Figures) -> Iterator[str]:
    """Yield a sentence for each figure that lies below its floor, or was not measured."""
    for folder, language, kind, place, floor in _each(floors):
        name = f"{folder} {language} {kind} {('lenient', 'strict')[place]} F1"
        try:
            value = measured[folder][language][kind][place]
        except KeyError:
            yield f"{name}: not measured, its floor is {floor:.3f}"
            continue
        if value < floor:
            yield f"{name}: {value:.3f} lies below its floor {floor:.3f}"


def _each(floors: Figures) -> Iterator[tuple[str, str, str, int, float]]:
    for folder, languages in floors.items():
        for language, kinds in languages.items():
            for kind, pair in kinds.items():
                for place, floor in enumerate(pair):
                    yield folder, language, kind, place, floor


def pin(floors: Figures, measured: Figures, *, allow_regression: bool) -> Figures:
    """Return the new floors: raised where more was reached, lowered only when that is allowed."""
    pinned: Figures = {}
    for folder, language, kind, place, value in _each(measured):
        old = floors.get(folder, {}).get(language, {}).get(kind, [0.0, 0.0])[place]
        new = _down(max(0.0, value - SLACK))
        floor = new if allow_regression else max(old, new)
        pinned.setdefault(folder, {}).setdefault(language, {}).setdefault(kind, []).append(floor)
    return pinned


def write_floors(floors: Figures) -> None:
    """Write baseline.json."""
    BASELINE.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf-8")
