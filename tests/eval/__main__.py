"""`python -m tests.eval [FILE or FOLDER…]`: score extraction on gold articles; print the tables.

`--by-language` prints one table a folder and language. `--check` compares dev and test with the
floors of baseline.json and exits with 1 below one; `--pin` raises them to what is reached now
(`--allow-regression`: also lowers them). `--agreement`: two annotators of the same articles.
`--by-confidence`: of the claims of a confidence, how many are right.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from kg.model.document import to_document
from kg.model.iri import Iris
from kg.pipeline import extract_article
from kg.read import read_source
from tests.eval import agreement, floors
from tests.eval.score import KINDS, Score, score

HERE = Path(__file__).parent
DEMO = HERE.parent.parent / "kg" / "demo"


def gold_files() -> list[Path]:
    """Return every gold file, sorted; second annotations are not among them."""
    return sorted(p for p in HERE.glob("*/*.gold.json") if p.parent.name != agreement.SECOND)


def text_of(gold: Path) -> Path:
    """Return the article that a gold file annotates: beside it, or among the demo's articles."""
    name = gold.name.replace(".gold.json", ".txt")
    return gold.with_name(name) if gold.with_name(name).exists() else DEMO / name


def score_file(gold: Path) -> dict[str, Score]:
    """Extract the article and score it."""
    (source,) = read_source(str(text_of(gold)), stdin=None)
    document = to_document(extract_article(source, iris=Iris()))
    return score(json.loads(gold.read_text(encoding="utf-8")), document)


def table(scores: dict[str, Score]) -> Iterator[str]:
    """Yield the lines of the table."""
    yield f"{'kind':<11}right spur miss  dup trap |  P    R    F1  strict | fields"
    for kind in KINDS:
        s = scores[kind]
        fields = " ".join(f"{k}={s.fields[k]}/{n}" for k, n in sorted(s.judged.items()))
        yield (
            f"{kind:<11}{s.right:>5}{s.spurious:>5}{s.missed:>5}{s.duplicates:>5}{s.in_traps:>5} | "
            f"{s.precision:.2f} {s.recall:.2f} {s.f1:.2f} {s.strict_f1:.2f}   | {fields}"
        )


def _files(given: list[Path]) -> list[Path]:
    """Return the gold files of the files and folders given; all of them for none."""
    if not given:
        return gold_files()
    found = [sorted(p.glob("*.gold.json")) if p.is_dir() else [p] for p in given]
    return [file for files in found for file in files]


def add_scores(many: Sequence[dict[str, Score]]) -> dict[str, Score]:
    """Return the sum over several articles."""
    whole = {kind: Score() for kind in KINDS}
    for scores in many:
        for kind in KINDS:
            whole[kind].add(scores[kind])
    return whole


def language_of(gold: Path) -> str:
    """Return the language that a gold file's name tells: 01-crisis.en.gold.json."""
    return gold.name.split(".")[-3]


def by_language(folder: str) -> dict[str, dict[str, Score]]:
    """Return the scores of a folder, by language, then by kind."""
    scores: dict[str, list[dict[str, Score]]] = {}
    for file in _files([HERE / folder]):
        scores.setdefault(language_of(file), []).append(score_file(file))
    return {language: add_scores(many) for language, many in scores.items()}


def measure() -> floors.Figures:
    """Return lenient and strict F1 of dev and test, by language and kind."""
    return {
        folder: {lang: floors.figures_of(s) for lang, s in by_language(folder).items()}
        for folder in floors.FOLDERS
    }


def _print_files(files: list[Path]) -> None:
    many = []
    for file in files:
        many.append(score_file(file))
        print(f"== {file.name.removesuffix('.gold.json')}", *table(many[-1]), sep="\n")
    print("== all", *table(add_scores(many)), sep="\n")


def _print_languages() -> None:
    for folder in floors.FOLDERS:
        for language, scores in by_language(folder).items():
            print(f"== {folder} {language}", *table(scores), sep="\n")


def trust(score_: Score) -> Iterator[tuple[float, int, int]]:
    """Yield (confidence, claims right, claims), the most confident first, in steps of a tenth."""
    right: Counter[int] = Counter()
    told: Counter[int] = Counter()
    for (confidence, is_right), count in score_.trusted.items():
        step = int(confidence * 10)
        told[step] += count
        right[step] += count * is_right
    for step in sorted(told, reverse=True):
        yield step / 10, right[step], told[step]


def _print_trust(files: list[Path]) -> None:
    scores = add_scores([score_file(file) for file in files])
    for kind in KINDS[2:]:
        for least, right, told in trust(scores[kind]):
            print(
                f"{kind:<11}{least:.1f}-{least + 0.1:.1f}{right:>6} of {told:<5}{right / told:.2f}"
            )


def _print_agreement() -> None:
    many = []
    for first, second in agreement.pairs():
        many.append(agreement.agree(first, second))
        print(f"== {first.parent.name} {first.name.removesuffix('.gold.json')}")
        print(*table(many[-1]), sep="\n")
    print("== all", *table(add_scores(many)), sep="\n")


def _check() -> int:
    lost = list(floors.below(floors.read_floors(), measure()))
    print(*lost or ["No figure lies below its floor."], sep="\n")
    return 1 if lost else 0


def main() -> int:
    """Do what the arguments ask; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="*", type=Path)
    parser.add_argument("--allow-regression", action="store_true")
    for flag in ("--by-language", "--agreement", "--by-confidence", "--check", "--pin"):
        parser.add_argument(flag, action="store_true")
    given = parser.parse_args()
    if given.check:
        return _check()
    if given.pin:
        reached = measure()
        allow = given.allow_regression
        floors.write_floors(floors.pin(floors.read_floors(), reached, allow_regression=allow))
    elif given.agreement:
        _print_agreement()
    elif given.by_confidence:
        _print_trust(_files(given.gold))
    elif given.by_language:
        _print_languages()
    else:
        _print_files(_files(given.gold))
    return 0


if __name__ == "__main__":
    sys.exit(main())
