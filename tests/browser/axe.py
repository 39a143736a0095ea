"""Asks axe-core what on a page hinders people: WCAG 2.2, levels A and AA.

In:  a page that is drawn. Out: what it violates, one line each; empty for none.
Source: axe-core (Deque Systems, MPL-2.0), as the package axe-playwright-python carries it.
"""

from functools import cache
from importlib.resources import files
from typing import Any

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
_RUN = """async (tags) => {
  const found = await axe.run(document, { runOnly: tags, resultTypes: ["violations"] });
  return {
    passed: found.passes.length,
    lines: found.violations.flatMap((rule) => rule.nodes.map((node) =>
      `${rule.id}: ${node.target.join(" ")} | ${node.html.slice(0, 160)} | ` +
      node.failureSummary.split("\\n").slice(1).join(" ").trim().slice(0, 200))),
  };
}"""


@cache
def library() -> str:
    """Return axe-core's script."""
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def ask_axe(page: Any) -> list[str]:
    """Return what the page violates. Raises AssertionError when axe looked at nothing."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(library())
    answer = page.evaluate(_RUN, RULES)
    assert answer["passed"] > 5, "axe found nothing to look at"
    lines: list[str] = answer["lines"]
    return lines
