"""Find words in an article that somebody says stand there, whatever quotes and blanks they use.

In:  a text and words. Out: spans of the text as it is, in code points. Blanks, quotation marks,
dashes, dots, vowel signs and invisible marks may differ; letters, digits and their order may not.
"""

import re
import unicodedata
from collections.abc import Iterator

from kg.model.span import Span

_INVISIBLE = re.compile(
    "[\u00ad\u061c\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5"
    "\u05c7\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
)
_LIKE = {
    **dict.fromkeys("“”„‟«»″״", '"'),
    **dict.fromkeys("‘’‚‛‹›`´ʼ′׳", "'"),
    **dict.fromkeys("‐‑‒–—―−־", "-"),
    "…": "...",
}
_OUTER = " \t\r\n\"'.…"
# Letters that are written onto the front of a word, article included.
_FRONTS = (
    re.compile(r"[وفبكلس]{0,3}(?:ال|ل)?"),
    re.compile(r"[ושהבלמכ]{0,4}"),
)


class Verbatim:
    """A text in which words are looked for."""

    def __init__(self, text: str) -> None:
        self.text = text
        plain: list[str] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in _clusters(text):
            shown = _plain(text[start:end])
            if shown == " " and plain and plain[-1] == " ":
                shown = ""
            if not shown and self._ends:
                self._ends[-1] = end
            for char in shown:
                plain.append(char)
                self._starts.append(start)
                self._ends.append(end)
        self._plain = "".join(plain)

    def find(self, words: str, start: int = 0, end: int | None = None) -> Span | None:
        """Return where the words stand first between two code points of the text; None = nowhere.

        Marks around them that the text does not have are left off.
        """
        for tried in dict.fromkeys((plain_words(words), plain_words(words).strip(_OUTER))):
            span = next(self._spans(tried, start, len(self.text) if end is None else end), None)
            if span is not None:
                return span
        return None

    def names(self, name: str) -> Iterator[Span]:
        """Yield where a name stands as whole words, letters written onto its front aside."""
        looked = plain_words(name)
        variants = [looked]
        if looked.startswith("ال"):
            variants.append("لل" + looked[2:])
        for one in variants:
            for span in self._spans(one, 0, len(self.text)):
                if self._is_whole(span):
                    yield span

    def _spans(self, words: str, start: int, end: int) -> Iterator[Span]:
        at = self._plain.find(words) if words else -1
        while at >= 0:
            first, last = self._starts[at], self._ends[at + len(words) - 1]
            if start <= first and last <= end:
                yield self._trimmed(first, last)
            at = self._plain.find(words, at + 1)

    def _trimmed(self, start: int, end: int) -> Span:
        while end > start + 1 and self.text[end - 1].isspace():
            end -= 1
        return Span(start, end)

    def _is_whole(self, span: Span) -> bool:
        if span.end < len(self.text) and _is_letter(self.text[span.end]):
            return False
        begin = span.start
        while begin and _is_letter(self.text[begin - 1]):
            begin -= 1
        front = self.text[begin : span.start]
        return not front or any(letters.fullmatch(front) for letters in _FRONTS)


def plain_words(words: str) -> str:
    """Return words as they are compared."""
    shown = "".join(_plain(words[a:b]) for a, b in _clusters(words))
    return " ".join(shown.split())


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Yield each character with the marks that stand on it."""
    start = 0
    for i in range(1, len(text) + 1):
        if i == len(text) or not unicodedata.combining(text[i]):
            yield start, i
            start = i


def _plain(cluster: str) -> str:
    shown = _INVISIBLE.sub("", cluster)
    if shown.isspace():
        return " "
    return unicodedata.normalize("NFC", "".join(_LIKE.get(char, char) for char in shown))


def _is_letter(char: str) -> bool:
    return char.isalnum() or bool(unicodedata.combining(char))
