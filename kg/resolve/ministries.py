"""Tell which ministry "the ministry" is where only its minister was named before.

In:  a description of a ministry, who was named last, the place where the report was filed. Out:
the ministry of that minister's state; None where the state is not known.
"""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from kg.lexicon.gazetteer import load_gazetteer
from kg.lexicon.loader import lasting, read_toml
from kg.model.mention import Mention


def ministry_of(description: Mention, named_back: Iterable[Mention]) -> Mention | None:
    """Return the ministry that `description` means; `named_back`: the last one named first."""
    if description.kind != "ministry" or description.gazetteer_id or description.side:
        return None
    for mention in named_back:
        body = _ministries().get(mention.role or "")
        same = description.role in (None, body)
        if body is None or not same or mention.side is None:
            continue
        entry = load_gazetteer().entry(f"{mention.side}.{body}")
        if entry is not None:
            return replace(
                description, name=entry.label, gazetteer_id=entry.id, side=entry.side, role=body
            )
    return None


@cache
@lasting
def _ministries() -> dict[str, str]:
    """Return the ministry of each minister's role."""
    rows = read_toml("institutions.toml")["portfolio"]
    return {row["minister"]: row["ministry"] for row in rows}
