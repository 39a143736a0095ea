"""`python -m tests.eval.grid [LL …] [--show] [--pin]`: how much of the made sentences is read."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable

from kg.vocabulary import Language
from tests.eval.grid import LANGUAGES, Made, made_sentences, written
from tests.eval.grid.floors import pin

_RARE = 4  # of fewer than so many sentences a word's share tells nothing


def main() -> int:
    """Print shares by pattern and the words that are read worst; `--show` what is missed."""
    parser = argparse.ArgumentParser(prog="python -m tests.eval.grid", description=__doc__)
    parser.add_argument("languages", nargs="*", metavar="LL", choices=[*LANGUAGES, []])
    parser.add_argument("--each", type=int, default=12, help="sentences a pattern")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pattern", default="", help="only those whose name holds this")
    parser.add_argument("--show", action="store_true", help="the sentences that are missed")
    parser.add_argument("--pin", action="store_true", help="write the floors anew")
    given = parser.parse_args()
    if given.pin:
        pin(given.languages or written())
        return 0
    for language in given.languages or written():
        made = [
            one
            for one in made_sentences(language, given.each, given.seed)
            if given.pattern in one.pattern.name
        ]
        _tell_patterns(language, made)
        _tell_words(made)
        if given.show:
            _show(made)
    return 0


def _tell_patterns(language: Language, made: Iterable[Made]) -> None:
    every: Counter[tuple[str, str]] = Counter()
    got: Counter[tuple[str, str]] = Counter()
    by_kind: Counter[tuple[str, str]] = Counter()
    of_kind: Counter[tuple[str, str]] = Counter()
    for one in made:
        kind: str = one.pattern.kind or "nothing"
        for thing, right in one.asked.items():
            every[one.pattern.name, thing] += 1
            got[one.pattern.name, thing] += right
            by_kind[kind, thing] += right
            of_kind[kind, thing] += 1
    for name in dict.fromkeys(name for name, _ in every):
        told = [f"{t} {got[n, t]}/{of}" for (n, t), of in every.items() if n == name]
        whole = all(got[n, t] == of for (n, t), of in every.items() if n == name)
        sys.stdout.write(f"{'  ' if whole else '! '}{name}: {', '.join(told)}\n")
    for name in dict.fromkeys(name for name, _ in of_kind):
        told = [
            f"{t} {by_kind[k, t] / of:.2f} ({of})" for (k, t), of in of_kind.items() if k == name
        ]
        sys.stdout.write(f"{language} {name}: {', '.join(told)}\n")


def _tell_words(made: Iterable[Made]) -> None:
    """Print the words with which sentences are missed more often than without."""
    every: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for one in made:
        wrong = not all(one.asked.values())
        for word in {word.says for word in one.words.values()}:
            every[word] += 1
            missed[word] += wrong
    whole = sum(missed.values()) / max(1, sum(every.values()))
    worst = sorted(
        (w for w, of in every.items() if of >= _RARE and missed[w] / of > max(0.2, 1.5 * whole)),
        key=lambda w: -missed[w] / every[w],
    )
    for word in worst:
        sys.stdout.write(f"  missed with {word!r}: {missed[word]} of {every[word]}\n")


def _show(made: Iterable[Made]) -> None:
    for one in made:
        wrong = [thing for thing, right in one.asked.items() if not right]
        if wrong:
            sys.stdout.write(f"[{one.pattern.name}] {', '.join(wrong)}\n  {one.text}\n")


if __name__ == "__main__":
    sys.exit(main())
