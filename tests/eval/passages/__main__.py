"""`python -m tests.eval.passages [LL …] [--show] [--pin]`: count what is found of the passages."""

import argparse
import json
import sys

from kg.vocabulary import Language
from tests.eval.passages import FLOORS, HALVES, LANGUAGES, count, judge, passages_of


def main() -> int:
    """Print the counts, with `--show` what is missed of the even passages; `--pin` keeps counts."""
    parser = argparse.ArgumentParser(prog="python -m tests.eval.passages", description=__doc__)
    parser.add_argument("languages", nargs="*", metavar="LL", choices=[*LANGUAGES, []])
    parser.add_argument("--show", action="store_true", help="what is missed of the even passages")
    parser.add_argument("--pin", action="store_true", help="write the floors anew")
    given = parser.parse_args()
    languages = given.languages or list(LANGUAGES)
    if given.show:
        for language in languages:
            _show(language)
        return 0
    counts = {one: {half: count(one, half) for half in HALVES} for one in languages}
    for language, halves in counts.items():
        for half, things in halves.items():
            told = ", ".join(f"{t} {got}/{asked}" for t, (got, asked) in things.items())
            sys.stdout.write(f"{language} {half}: {told}\n")
    if given.pin and set(languages) == set(LANGUAGES):
        floors = {
            language: {half: {t: got for t, (got, _) in ts.items()} for half, ts in halves.items()}
            for language, halves in counts.items()
        }
        FLOORS.write_text(json.dumps(floors, indent=1) + "\n", encoding="utf-8")
    return 0


def _show(language: Language) -> None:
    for passage in passages_of(language, "even"):
        missed = judge(passage, language).missed
        if missed:
            sys.stdout.write(
                f"{language} {passage['n']} {', '.join(missed)}\n  {passage['text']}\n"
            )


if __name__ == "__main__":
    sys.exit(main())
