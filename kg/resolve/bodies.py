"""Let a mention stand for a state or body of the gazetteer: "Turkish officials" for Turkey.

In:  a mention, the gazetteer's entry. Out: the mention as that state or body, its words kept.
"""

from dataclasses import replace

from kg.lexicon.gazetteer import Entry
from kg.model.mention import Mention


def as_body(mention: Mention, entry: Entry) -> Mention:
    """Return the mention as the state or body itself, of which nobody's name or office is left."""
    return replace(
        mention,
        category="either" if entry.kind == "state" else "actor",
        name=entry.label,
        kind=entry.kind,
        gazetteer_id=entry.id,
        side=entry.side,
        unnamed=False,
        role=None,
        person=None,
    )
