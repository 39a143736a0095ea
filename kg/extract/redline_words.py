"""The words that tell of red lines, from the lexicon.

In:  redlines_<language>.toml. Out: `RedLineWords` with the phrases of each row and the small lists.
"""

from dataclasses import dataclass
from functools import cache, lru_cache

from kg.extract.clitics import find_readings
from kg.extract.phrases import PhraseSet
from kg.extract.view import View
from kg.lexicon.loader import read_toml
from kg.lexicon.normalise import fold
from kg.vocabulary import Language


@dataclass(frozen=True, slots=True)
class Line:
    """A row of `[[line]]`. `trigger` says where what would cross it stands."""

    id: str
    phrases: PhraseSet
    trigger: str


class RedLineWords:
    """All rows of one language."""

    def __init__(self, language: Language) -> None:
        table = read_toml(f"redlines_{language}.toml")
        self.lines = tuple(
            Line(row["id"], PhraseSet(row["phrases"], fused=True), row.get("trigger", "copula"))
            for row in table["line"]
        )
        self.words = {name: PhraseSet(texts) for name, texts in table["words"].items()}
        self.several: dict[str, int] = table["several"]
        self.firsts = frozenset(
            fold(text.split()[0]) for row in table["line"] for text in row["phrases"]
        )

    def count(self, view: View, place: tuple[int, int]) -> int:
        """Return how many lines the phrase tells of, where it says so: "two red lines"."""
        near = range(max(0, place[0] - 1), min(view.size, place[1] + 2))
        return next((n for i in near if (n := self.several.get(view.form(i), 0))), 1)

    def at(self, view: View, i: int) -> tuple[Line, int] | None:
        """Return the row whose phrase begins at token `i`, and its last token."""
        if not _may_begin(view.tokens[i].form, view.lexicon.language):
            return None
        for line in self.lines:
            if length := line.phrases.length_at(view.tokens, i):
                return line, i + length - 1
        return None


@lru_cache(maxsize=100_000)
def _may_begin(form: str, language: Language) -> bool:
    firsts = load_redline_words(language).firsts
    return any(reading.stem in firsts for reading in find_readings(form, language))


@cache
def load_redline_words(language: Language) -> RedLineWords:
    """Return the red-line words of a language, read once."""
    return RedLineWords(language)
