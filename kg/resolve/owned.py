"""Tell whose "his ministry", "her office", "his spokesman" is.

In:  drafts as they were read. Out: the same drafts; a minister's own ministry is that of his state,
"his spokesman" is of his state: no spokesman of another state is meant. Words of the article stay.
English only. The owner is the only person told of in front in the sentence whom the pronoun fits,
else the only one in the sentence before; where there are two, the words stay as they are.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.lexicon.gazetteer import load_gazetteer
from kg.lexicon.grammar import words_of
from kg.model.draft import Drafts, Pointer, ReadSentence
from kg.model.mention import Gender, Mention
from kg.resolve.agreement import agrees, surname_of
from kg.resolve.identity import is_former
from kg.resolve.ministries import ministry_under
from kg.resolve.retelling import with_mentions

_HIS: dict[str, Gender] = {"his": "masculine", "her": "feminine"}
_MINISTRY = words_of("en", "own_ministry")


def with_owners(drafts: Drafts) -> Drafts:
    """Return the drafts in which what belongs to somebody is of his state."""
    return with_mentions(drafts, dict(_owned(drafts.sentences)))


def _owned(sentences: Sequence[ReadSentence]) -> Iterator[tuple[Mention, Mention]]:
    before: ReadSentence | None = None
    for read in sentences:
        for mention in read.actors:
            gender = _HIS.get(mention.name.partition(" ")[0].lower())
            if gender is None or mention.person or mention.gazetteer_id:
                continue
            owner = _owner(mention, gender, read, before)
            if owner is not None:
                yield mention, _of(mention, owner)
        before = read


def _owner(
    mention: Mention, gender: Gender, read: ReadSentence, before: ReadSentence | None
) -> Mention | None:
    """Return the only person in front whom "his" or "her" may mean."""
    pointer = Pointer(
        kind="pronoun", place=mention.span.start, gender=gender, number="singular", human=True
    )
    ahead = [m for m in read.actors if m.span.end <= mention.span.start]
    for people in (ahead, before.actors if before is not None else ()):
        found = {surname_of(m): m for m in people if m.person and agrees(pointer, m)}
        if found:
            return next(iter(found.values())) if len(found) == 1 else None
    return None


def _of(mention: Mention, owner: Mention) -> Mention:
    """Return what is owned as of its owner's state, a minister's ministry as that body."""
    holds = mention.kind == "ministry" and owner.side and not is_former(owner)
    body = ministry_under(owner.role) if holds else None
    is_ministry = body is not None and mention.name.split()[-1].lower() in _MINISTRY
    entry = load_gazetteer().entry(f"{owner.side}.{body}") if is_ministry else None
    if entry is not None:
        role = entry.id.rpartition(".")[2]
        return replace(mention, name=entry.label, gazetteer_id=entry.id, side=entry.side, role=role)
    return replace(mention, side=mention.side or owner.side)
