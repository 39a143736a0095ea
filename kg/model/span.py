"""Places in an article's text.

All offsets are Unicode code points of the stored text, end exclusive, as in Python slices.
Source: Web Annotation Data Model, TextPositionSelector and TextQuoteSelector.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of the text: `text[start:end]`; never empty."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a stretch of text: {self.start}..{self.end}")

    def contains(self, other: "Span") -> bool:
        """True when `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Passage:
    """A span with the words that stand there: `article.text[start:end] == text`, always."""

    start: int
    end: int
    text: str

    @classmethod
    def cut(cls, article_text: str, span: Span) -> "Passage":
        """Return the passage of `article_text` at `span`."""
        return cls(start=span.start, end=span.end, text=article_text[span.start : span.end])

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)
