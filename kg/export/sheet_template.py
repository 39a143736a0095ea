"""The rows of an empty claim sheet: what each column holds, and an example of each kind of row.

In:  nothing. Out: rows whose first cell begins with "#", which reading passes over. Taking "# " off
an example makes it a row; the article that they speak of is made up.
"""

from collections.abc import Iterator

from kg.model.sheet import COLUMNS

_SOURCE = "https://news.example/port-talks"
_WARNED = (
    "Turkey’s foreign ministry warned Greece on Wednesday that any new base on the island would be "
    "a red line."
)
_MET = "Officials of both countries are to meet in Vienna on 14 April to discuss the port."
EXAMPLES: tuple[dict[str, str], ...] = (
    {
        "type": "article",
        "article": "port-talks",
        "title": "Talks on the port",
        "source": _SOURCE,
        "published": "2025-04-10",
        "publisher": "News Example",
        "language": "en",
    },
    {
        "type": "statement",
        "article": "port-talks",
        "id": "s1",
        "evidence": _WARNED,
        "speaker": "turkey.ministry-of-foreign-affairs",
        "act": "warns",
        "addressees": "Greece",
        "content": "any new base on the island would be a red line",
        "time": "on Wednesday",
    },
    {
        "type": "redline",
        "article": "port-talks",
        "id": "r1",
        "evidence": _WARNED,
        "trigger": "any new base on the island",
        "told_by": "s1",
    },
    {
        "type": "meeting",
        "article": "port-talks",
        "id": "m1",
        "evidence": _MET,
        "participants": "Turkish officials [official, unnamed, of turkey]; "
        "Greek officials [official, unnamed, of greece]",
        "place": "Vienna",
        "status": "planned",
        "topic": "the port",
        "time": "on 14 April",
    },
)


def template_rows() -> Iterator[dict[str, str]]:
    """Yield the row of explanations, then the examples, all as comments."""
    explained = {c.name: c.help for c in COLUMNS if not c.program}
    yield explained | {"type": f"# {explained['type']}"}
    for row in EXAMPLES:
        yield row | {"type": f"# {row['type']}"}


def explanations() -> dict[str, str]:
    """Return what each column holds, by name."""
    return {c.name: c.help for c in COLUMNS}
