"""What a writer remembers of the texts in its store: their runs of words, which copies share.

To work them out again takes milliseconds for each text that shares a paragraph with the one that
comes, and there may be hundreds. So all are kept: the latest at hand, the others in a file
(kg.store.scratch).
In:  an article, and how its text is read. Out: its runs, kept for what is compared with it next.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kg.model.iri import owner
from kg.store.scratch import Scratch
from kg.vocabulary import LANGUAGES, Language

_AT_HAND = 1_000  # articles, of about 3 kB each
_SCHEMA = "CREATE TABLE texts (owner TEXT PRIMARY KEY, language INTEGER, runs BLOB) WITHOUT ROWID;"


@dataclass(frozen=True, slots=True)
class Runs:
    """The runs of a text (kg.resolve.copies.text_runs) and its language."""

    runs: bytes
    language: Language


class Texts:
    """The runs of articles, by what their IRIs share (`owner`)."""

    def __init__(self) -> None:
        """Begin with none."""
        self._runs: dict[str, tuple[Runs, bool]] = {}  # and whether the file has them
        self._file = Scratch(_SCHEMA)

    def get(self, article_iri: str, read: Callable[[], Runs | None]) -> Runs | None:
        """Return an article's runs, None for one that is not live.

        Raises SurroundingsError, see kg.store.scratch.
        """
        one = owner(article_iri)
        at_hand = self._runs.pop(one, None)
        found, filed = (self._filed(one), True) if at_hand is None else at_hand
        if found is None:
            found, filed = read(), False
        if found is not None:
            self._have(one, found, filed=filed)
        return found

    def keep(self, article_iri: str, runs: Runs) -> None:
        """Remember the runs of an article."""
        self._have(owner(article_iri), runs, filed=False)

    def forget(self, owners: Iterable[str]) -> None:
        """Forget articles that change."""
        for one in owners:
            self._runs.pop(one, None)
            self._file.ask("DELETE FROM texts WHERE owner = ?", (one,))

    def _filed(self, one: str) -> Runs | None:
        found = self._file.ask("SELECT runs, language FROM texts WHERE owner = ?", (one,))
        return Runs(found[0][0], LANGUAGES[found[0][1]]) if found else None

    def _have(self, one: str, runs: Runs, *, filed: bool) -> None:
        self._runs[one] = (runs, filed)
        if len(self._runs) > _AT_HAND:
            oldest = next(iter(self._runs))
            runs, filed = self._runs.pop(oldest)
            if not filed:
                row = (oldest, LANGUAGES.index(runs.language), runs.runs)
                self._file.put("INSERT OR REPLACE INTO texts VALUES (?, ?, ?)", [row])
