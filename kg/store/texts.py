"""What a writer remembers of the texts in its store: their runs of words, which copies share.

In:  an article, and how its text is read. Out: its runs, kept for what is compared with it next.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kg.model.iri import owner
from kg.vocabulary import Language

_MOST = 5_000  # articles, of about 3 kB each


@dataclass(frozen=True, slots=True)
class Runs:
    """The runs of a text (kg.resolve.copies.text_runs) and its language."""

    runs: bytes
    language: Language


class Texts:
    """The runs of articles that were compared of late, by what their IRIs share (`owner`)."""

    def __init__(self) -> None:
        """Begin with none."""
        self._runs: dict[str, Runs] = {}

    def get(self, article_iri: str, read: Callable[[], Runs | None]) -> Runs | None:
        """Return an article's runs, None for one that is not live."""
        found = self._runs.pop(owner(article_iri), None) or read()
        if found is not None:
            self.keep(article_iri, found)
        return found

    def keep(self, article_iri: str, runs: Runs) -> None:
        """Have the runs of an article at hand."""
        self._runs[owner(article_iri)] = runs
        if len(self._runs) > _MOST:
            del self._runs[next(iter(self._runs))]

    def forget(self, owners: Iterable[str]) -> None:
        """Forget articles that change."""
        for one in owners:
            self._runs.pop(one, None)
