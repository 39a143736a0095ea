"""Tell whose "his ministry", "her office", "his spokesman", مكتبه, לשכתו is.

In:  drafts as they were read. Out: the same drafts; a minister's own ministry is that of his state,
"his office" is his alone and not the next one's, "his spokesman" is of his state: no spokesman of
another state is meant. Words of the article stay. The owner is the only person told of in front in
the sentence whom the pronoun fits, else the only one in the sentence before; where there are two,
the words stay as they are.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.lexicon.gazetteer import load_gazetteer
from kg.lexicon.grammar import words_of
from kg.model.draft import Drafts, DraftStatement, Pointer, ReadSentence
from kg.model.mention import Gender, Mention
from kg.resolve.agreement import agrees, surname_of
from kg.resolve.identity import is_former
from kg.resolve.ministries import ministry_under
from kg.resolve.retelling import with_mentions

_HIS: dict[str, Gender] = {"his": "masculine", "her": "feminine"}
_WRITTEN_ON: dict[str, Gender] = {"ه": "masculine", "ها": "feminine"}
_HEBREW_ENDS: dict[str, Gender] = {"ו": "masculine", "ה": "feminine"}
_MINISTRY = words_of("en", "own_ministry")
_ARABIC, _ARABIC_MINISTRY = words_of("ar", "owned_bodies"), words_of("ar", "owned_ministry")
_HEBREW, _HEBREW_MINISTRY = words_of("he", "owned_bodies"), words_of("he", "his_ministry")


def with_owners(drafts: Drafts) -> Drafts:
    """Return the drafts in which what belongs to somebody is of his state."""
    told: dict[int, list[Mention]] = {}
    for one in drafts.statements:
        told.setdefault(one.sentence, []).extend(_tellers(one))
    return with_mentions(drafts, dict(_owned(drafts.sentences, told)))


def _tellers(one: DraftStatement) -> list[Mention]:
    """Return who tells it: words that name nobody are told of as speakers only."""
    return [party for party in (one.speaker, *one.via) if isinstance(party, Mention)]


def _owned(
    sentences: Sequence[ReadSentence], told: dict[int, list[Mention]]
) -> Iterator[tuple[Mention, Mention]]:
    before: ReadSentence | None = None
    owners: list[Mention] = []  # of what the sentence before told of: "his office", "his ministry"
    for read in sentences:
        back = (*before.actors, *owners) if before is not None else ()
        owners = []
        for mention in dict.fromkeys((*read.actors, *told.get(read.sentence.index, ()))):
            if mention.person or mention.gazetteer_id or mention.first >= len(read.sentence.tokens):
                continue
            gender = _gender(mention, read)
            owner = _owner(mention, gender, read, back) if gender is not None else None
            if owner is not None:
                owners.append(owner)
                yield mention, _of(mention, owner, read)
        before = read


def _gender(mention: Mention, read: ReadSentence) -> Gender | None:
    """Return the gender of whose "his office", مكتبها, לשכתו is, None for any other words."""
    english = _HIS.get(mention.name.partition(" ")[0].lower())
    if english is not None:
        return english
    for reading in read.sentence.tokens[mention.first].readings:
        if reading.stem in _ARABIC and reading.enclitic in _WRITTEN_ON:
            return _WRITTEN_ON[reading.enclitic]
        if reading.stem in _HEBREW and mention.first == mention.last:
            return _HEBREW_ENDS.get(reading.stem[-1])
    return None


def _owner(
    mention: Mention, gender: Gender, read: ReadSentence, back: Sequence[Mention]
) -> Mention | None:
    """Return the only person in front whom "his" or "her" may mean."""
    pointer = Pointer(
        kind="pronoun", place=mention.span.start, gender=gender, number="singular", human=True
    )
    ahead = [m for m in read.actors if m.span.end <= mention.span.start]
    for people in (ahead, back):
        found = {surname_of(m): m for m in people if m.person and agrees(pointer, m)}
        if found:
            return next(iter(found.values())) if len(found) == 1 else None
    return None


def _of(mention: Mention, owner: Mention, read: ReadSentence) -> Mention:
    """Return what is owned as of its owner's state, a minister's ministry as that body."""
    holds = owner.side and not is_former(owner)
    body = ministry_under(owner.role) if holds and _is_ministry(mention, read) else None
    entry = load_gazetteer().entry(f"{owner.side}.{body}") if body is not None else None
    if entry is not None:
        role = entry.id.rpartition(".")[2]
        return replace(
            mention,
            name=entry.label,
            kind=entry.kind or mention.kind,
            gazetteer_id=entry.id,
            side=entry.side,
            role=role,
        )
    english = mention.name.partition(" ")[0].lower() in _HIS
    kind = mention.kind if english else "ministry"  # an office is listed as one
    return replace(mention, side=mention.side or owner.side, owner=owner, kind=kind)


def _is_ministry(mention: Mention, read: ReadSentence) -> bool:
    """True for "his ministry", "her department", وزارته, משרדו."""
    if mention.kind == "ministry" and mention.name.split()[-1].lower() in _MINISTRY:
        return True
    readings = read.sentence.tokens[mention.first].readings
    return any(
        r.stem in _HEBREW_MINISTRY or (r.stem in _ARABIC_MINISTRY and r.enclitic in _WRITTEN_ON)
        for r in readings
    )
