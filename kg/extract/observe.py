"""What a watcher of the rules is shown, for explaining a claim; the rules run the same without one.

Out: each sentence as it was read (mentions, times, brackets, cues), and its statements with the
attribution that each was made from.
"""

from collections.abc import Sequence
from typing import Protocol

from kg.extract.told import Told
from kg.extract.view import View
from kg.model.draft import DraftStatement


class Observer(Protocol):
    """Called once a sentence, in the order of the text."""

    def sentence(self, view: View) -> None:
        """A sentence was read."""

    def statements(self, told: Sequence[tuple[Told, DraftStatement]]) -> None:
        """The statements of the sentence read last, before references are resolved."""
