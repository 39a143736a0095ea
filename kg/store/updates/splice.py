"""A text with insertions that remembers where its own characters went.

In:  text and insertions by offset. Out: the longer text, and what its offsets were before.
"""

import re
from dataclasses import dataclass, field


@dataclass(slots=True)
class Splice:
    """Insertions into one text."""

    text: str
    _parts: list[tuple[int, int, str]] = field(default_factory=list)

    def insert(self, offset: int, part: str) -> None:
        """Put `part` before the character at `offset`, behind what was put there before."""
        self._parts.append((offset, len(self._parts), part))

    def blank(self, start: int, end: int) -> None:
        """Put blanks in the place of a part of the text; its lines stay."""
        blanks = re.sub(r"[^\n]", " ", self.text[start:end])
        self.text = self.text[:start] + blanks + self.text[end:]

    def result(self) -> str:
        """Return the text with its insertions."""
        pieces: list[str] = []
        done = 0
        for offset, _, part in sorted(self._parts):
            pieces += [self.text[done:offset], part]
            done = offset
        return "".join([*pieces, self.text[done:]])

    def original(self, offset: int) -> int:
        """Return the offset in the first text of a character of the result.

        Inside an insertion: where it was put.
        """
        grown = 0
        for at, _, part in sorted(self._parts):
            if offset < at + grown:
                break
            if offset < at + grown + len(part):
                return at
            grown += len(part)
        return offset - grown
