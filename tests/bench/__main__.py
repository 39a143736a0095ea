"""`python -m tests.bench NAME [--format json] …`: run one bench and print what it measured.

A bench is a module of this package with `add_arguments(parser)` and `run(arguments) -> dict`.
Compare figures of one run only: machines differ, and so does their load.
"""

import argparse
import importlib
import json
import pkgutil
from typing import Any

import tests.bench

_HELPERS = {"__main__", "measure", "corpus"}


def bench_names() -> list[str]:
    """Return the names of the benches, which are the modules of this package."""
    found = (m.name for m in pkgutil.iter_modules(tests.bench.__path__))
    return sorted(name for name in found if name not in _HELPERS and not name.startswith("_"))


def as_lines(result: dict[str, Any], prefix: str = "") -> list[str]:
    """Return nested figures as lines of "a.b  value"."""
    lines: list[str] = []
    for key, value in result.items():
        name = f"{prefix}{key}"
        if isinstance(value, dict):
            lines += as_lines(value, f"{name}.")
        else:
            lines.append(f"{name:<44} {value}")
    return lines


def main() -> None:
    """Run the bench that the arguments name."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    benches = parser.add_subparsers(dest="bench", required=True)
    for name in bench_names():
        module = importlib.import_module(f"tests.bench.{name}")
        sub = benches.add_parser(name, description=module.__doc__)
        sub.add_argument("--format", choices=("text", "json"), default="text")
        module.add_arguments(sub)
    given = parser.parse_args()
    result = importlib.import_module(f"tests.bench.{given.bench}").run(given)
    if given.format == "json":
        print(json.dumps(result, ensure_ascii=False, indent=1))
    else:
        print(*as_lines(result), sep="\n")


if __name__ == "__main__":
    main()
