"""An article's text as blocks for a reader: what is title, dateline, heading, text, furniture.

In:  a stored article. Out: `Block`s, in order; together they cover the text, whatever is in it.
The same cutting that extraction reads by, so that what is shown as furniture was read as furniture.
"""

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

from kg.extract.lines import find_units
from kg.extract.segment import segment
from kg.model.article import Article
from kg.model.token import SentenceKind

_MOST_TITLE_LINES = 6
# Where str.splitlines cuts.
_LINE_ENDS = frozenset("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")


@dataclass(frozen=True, slots=True)
class Block:
    """A line or paragraph: `text[start:end]`, in code points, with the blanks after it.

    One that holds sentences of several kinds (a place, then what happened there) is body.
    """

    start: int
    end: int
    kind: SentenceKind


def blocks_of(article: Article) -> tuple[Block, ...]:
    """Return the blocks; a text of blanks is one block, an empty one has none."""
    text = article.text
    if not text:
        return ()
    starts = (_line_start(text, unit.start) for unit in find_units(text)[1:])
    edges = [0, *starts, len(text)]
    kinds: dict[int, set[SentenceKind]] = defaultdict(set)
    for sentence in segment(text, article.language, title=article.title):
        kinds[bisect_right(edges, sentence.start) - 1].add(sentence.kind)
    cut = [
        Block(start, end, kinds[i].pop() if len(kinds[i]) == 1 else "body")
        for i, (start, end) in enumerate(pairwise(edges))
    ]
    return tuple(_with_whole_title(text, cut, article.title.split()))


def _with_whole_title(text: str, blocks: list[Block], title: list[str]) -> list[Block]:
    """Make one block of a headline that runs over several lines: a page has one heading."""
    for i, first in enumerate(blocks):
        if first.kind != "title":
            continue
        for j in range(i + 1, min(i + _MOST_TITLE_LINES, len(blocks))):
            if text[first.start : blocks[j].end].split() == title:
                return [*blocks[:i], Block(first.start, blocks[j].end, "title"), *blocks[j + 1 :]]
    return blocks


def _line_start(text: str, position: int) -> int:
    """What cannot be seen at the start of a line belongs to the line."""
    while position and text[position - 1] not in _LINE_ENDS:
        position -= 1
    return position
