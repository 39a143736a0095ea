"""Tell which ministry "the ministry" is where only its minister was named before.

In:  a description of a ministry, who was named before it. Out: the ministry of that minister's
state; None where the state is not known, or ministers of more than one were named.
"""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from kg.lexicon.gazetteer import Entry, load_gazetteer
from kg.lexicon.loader import lasting, read_toml
from kg.model.mention import Mention


def ministry_of(
    description: Mention, named_back: Iterable[tuple[int, Mention]], sentence: int
) -> Mention | None:
    """Return the ministry that `description` means; `named_back`: the last one named first.

    "Minister A rang minister B, the ministry said": A's, whose sentence it is.
    """
    if description.kind != "ministry" or description.gazetteer_id or description.side:
        return None
    meant: Entry | None = None
    here = False  # whether the one meant so far is named in this very sentence
    for index, mention in named_back:
        body = ministry_under(mention.role)
        if body is None or description.role not in (None, body) or mention.side is None:
            continue
        entry = load_gazetteer().entry(f"{mention.side}.{body}")
        other = entry is not None and meant is not None and entry.side != meant.side
        if other and index == sentence:
            meant = None  # the one named in front of him rang or met him
        elif other and here:
            break
        elif other:
            return None  # ministers of two states met: either one's ministry may speak
        meant, here = meant or entry, index == sentence
    if meant is None:
        return None
    role = meant.id.rpartition(".")[2]
    return replace(description, name=meant.label, gazetteer_id=meant.id, side=meant.side, role=role)


def ministry_under(role: str | None) -> str | None:
    """Return the ministry that a minister's role leads, None for any other role."""
    return _ministries().get(role or "")


def minister_over(ministry: str) -> str | None:
    """Return the role of the minister who leads a ministry, None for any other body."""
    return next((m for m, body in _ministries().items() if body == ministry), None)


@cache
@lasting
def _ministries() -> dict[str, str]:
    """Return the ministry of each minister's role."""
    rows = read_toml("institutions.toml")["portfolio"]
    return {row["minister"]: row["ministry"] for row in rows}
