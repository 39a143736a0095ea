"""The words in which a red line is sought."""

from dataclasses import dataclass
from typing import Protocol


class Within(Protocol):
    """What a red line is read from: a statement as arranged, or a `Scope`."""

    @property
    def start(self) -> int: ...
    @property
    def content_first(self) -> int: ...
    @property
    def content_last(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Scope:
    """The words in which a red line is sought: a statement's, or a quotation's."""

    start: int
    content_first: int
    content_last: int
