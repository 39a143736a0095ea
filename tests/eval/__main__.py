"""`python -m tests.eval [FILE or FOLDER…]`: score extraction on gold articles; print the tables."""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from kg.model.document import to_document
from kg.model.iri import Iris
from kg.pipeline import extract_article
from kg.read import read_source
from tests.eval.score import KINDS, Score, score

HERE = Path(__file__).parent
DEMO = HERE.parent.parent / "kg" / "demo"


def gold_files() -> list[Path]:
    """Return every gold file, sorted."""
    return sorted(HERE.glob("*/*.gold.json"))


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


def main() -> None:
    """Print one table a file, and one over all of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="*", type=Path)
    whole = {kind: Score() for kind in KINDS}
    for file in _files(parser.parse_args().gold):
        scores = score_file(file)
        print(f"== {file.name.removesuffix('.gold.json')}", *table(scores), sep="\n")
        for kind in KINDS:
            whole[kind].add(scores[kind])
    print("== all", *table(whole), sep="\n")


if __name__ == "__main__":
    main()
