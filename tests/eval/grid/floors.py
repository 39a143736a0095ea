"""How much of the made sentences was read when that was pinned, and whether it still is.

In:  languages. Out: shares by kind and thing, of one hundred; those that fell below their floor.
"""

import json
from collections import Counter
from collections.abc import Iterator

from kg.vocabulary import Language
from tests.eval.grid import HERE, made_sentences

FLOORS = HERE / "floors.json"
EACH = 4  # sentences a pattern: enough to tell a loss, few enough for every run
_LOST = 2.0  # of one hundred, before it counts as a loss

Shares = dict[str, dict[str, float]]


def shares(language: Language) -> Shares:
    """Return, by kind ("nothing" among them) and thing, how many of a hundred were got."""
    got: Counter[tuple[str, str]] = Counter()
    asked: Counter[tuple[str, str]] = Counter()
    for made in made_sentences(language, EACH):
        for thing, right in made.asked.items():
            asked[made.pattern.kind or "nothing", thing] += 1
            got[made.pattern.kind or "nothing", thing] += right
    found: Shares = {}
    for (kind, thing), of in sorted(asked.items()):
        found.setdefault(kind, {})[thing] = round(100 * got[kind, thing] / of, 1)
    return found


def read_floors() -> dict[str, Shares]:
    """Return the floors by language. Raises OSError."""
    floors: dict[str, Shares] = json.loads(FLOORS.read_text(encoding="utf-8"))
    return floors


def below(language: Language) -> Iterator[str]:
    """Yield what fell below its floor, in words."""
    now = shares(language)
    for kind, things in read_floors()[language].items():
        for thing, floor in things.items():
            share = now.get(kind, {}).get(thing, 0.0)
            if share < floor - _LOST:
                yield f"{language} {kind}, {thing}: {share} of 100, was {floor}"


def pin(languages: list[Language]) -> None:
    """Write the floors of these languages anew."""
    floors = read_floors() if FLOORS.exists() else {}
    floors.update({language: shares(language) for language in languages})
    FLOORS.write_text(json.dumps(floors, indent=1) + "\n", encoding="utf-8")
