"""Cut a long article into pieces that a model reads one by one.

In:  a text. Out: ranges of code points, in order, that cover it. Cuts fall between lines; each
piece begins with the lines that the one before ended with, so that nothing is said across a cut.
"""

PIECE_CHARS = 12_000  # about 4,000 tokens of English, 6,000 of Arabic
OVERLAP_CHARS = 1_000


def cut(text: str, *, most: int = PIECE_CHARS, overlap: int = OVERLAP_CHARS) -> list[range]:
    """Return the pieces of a text; one for a text of up to `most` code points."""
    if len(text) <= most:
        return [range(len(text))]
    pieces: list[range] = []
    start = 0
    while len(text) - start > most:
        end = _break(text, start + most // 2, start + most)
        pieces.append(range(start, end))
        start = _begin(text, max(start + 1, end - overlap), end)
    pieces.append(range(start, len(text)))
    return pieces


def _break(text: str, low: int, high: int) -> int:
    """Return where to end a piece: behind a line, else behind a blank, else anywhere."""
    for mark in ("\n", " "):
        found = text.rfind(mark, low, high)
        if found >= 0:
            return found + 1
    return high


def _begin(text: str, low: int, end: int) -> int:
    """Return where the next piece begins: a line's beginning in the overlap, else a word's."""
    for mark in ("\n", " "):
        found = text.find(mark, low, end - 1)
        if found >= 0:
            return found + 1
    return low
