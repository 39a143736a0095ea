"""Decide which of the people and places that an article mentions are listed.

In:  sentences with the parts their mentions play, statements and meetings with resolved parties.
Out: the same without who is nobody in particular ("officers", "the ministry") and does nothing, and
with states told from countries where the sentence alone could not.
"""

from collections.abc import Sequence
from dataclasses import replace

from kg.lexicon.gazetteer import load_gazetteer
from kg.model.draft import (
    DraftAbout,
    DraftMeeting,
    DraftStatement,
    Party,
    ReadSentence,
    mentions_of,
)
from kg.model.mention import Mention
from kg.resolve.agreement import PERSONS, identity, is_description
from kg.resolve.bodies import as_body

_SPOKEN_FOR = ("ministry", "armed-group", "media")
_POSSESSIVES = ("his ", "her ", "its ", "their ", "both ")


def used_mentions(
    statements: Sequence[DraftStatement], meetings: Sequence[DraftMeeting]
) -> set[Mention]:
    parties: list[Party | None] = []
    for s in statements:
        parties += [s.speaker, *s.via, *s.addressees]
    for m in meetings:
        parties += [*m.participants, *m.mediators]
    return set(mentions_of(parties))


def listed(read: ReadSentence, used: set[Mention], borne: frozenset[str]) -> ReadSentence:
    """Leave out of the article's actors who is nobody in particular and does nothing."""
    actors = tuple(
        m for m in read.actors if m in used or (_is_somebody(m) and not _may_be_a_thing(m, borne))
    )
    if read.sentence.kind == "dateline":  # "CAIRO (Harbour Wire)" tells who printed it
        actors = tuple(m for m in actors if m in used or m.kind != "media")
    return replace(read, actors=actors) if len(actors) < len(read.actors) else read


def with_bodies(read: ReadSentence) -> ReadSentence:
    """List the ministries, too, for which somebody is said to speak or to act."""
    bodies = [body for m in read.actors if (body := _body_of(m)) is not None]
    listed = {identity(m) for m in read.actors}
    new = {identity(b): b for b in bodies if identity(b) not in listed}
    return replace(read, actors=(*read.actors, *new.values())) if new else read


def _body_of(mention: Mention) -> Mention | None:
    """Return the ministry of "the Foreign Ministry's spokesman"."""
    entry = load_gazetteer().entry(mention.side) if mention.side else None
    if entry is None or entry.kind not in _SPOKEN_FOR or mention.kind not in PERSONS:
        return None
    return as_body(mention, entry)


def decided(read: ReadSentence, acting: set[str]) -> ReadSentence:
    """What may be a state or a country acts where the article has it act, else it is neither.

    "Syria's transition" tells of no place by itself.
    """
    if not read.unsure:
        return read
    actors = [m for m in read.unsure if identity(m) in acting]
    return replace(read, actors=(*read.actors, *actors), unsure=())


def about_somebody(
    draft: DraftStatement, used: set[Mention], acting: set[str], borne: frozenset[str]
) -> DraftStatement:
    if not draft.about:
        return draft
    about: list[DraftAbout] = []
    for one in draft.about:
        mention = one.mention
        if one.role == "actor" and mention.category == "either" and identity(mention) not in acting:
            continue  # "Malaysia's mediation", of a state that does nothing else
        if _may_be_a_thing(mention, borne) and mention not in used:
            continue
        if one.role == "place" or mention in used or _is_somebody(mention):
            about.append(one)
    return replace(draft, about=tuple(about)) if tuple(about) != draft.about else draft


def names_borne(sentences: Sequence[ReadSentence]) -> frozenset[str]:
    """Return the last names of those whom the article names in full."""
    people = (m for read in sentences for m in read.actors if m.person and " " in m.person)
    return frozenset((m.person or "").split()[-1] for m in people)


def _may_be_a_thing(mention: Mention, borne: frozenset[str]) -> bool:
    """True for one capitalised Turkish word that no list knows and nobody bears: "Patriot"."""
    if mention.case is None or mention.gazetteer_id is not None or mention.role is not None:
        return False
    return mention.kind == "person" and " " not in mention.name and mention.name not in borne


def _is_somebody(mention: Mention) -> bool:
    """False for bare descriptions ("the minister") and for people without names ("officers")."""
    if mention.gazetteer_id or mention.person:
        return True
    if mention.name.startswith(_POSSESSIVES) or mention.kind is None:
        return False  # somebody's, who does nothing; "the Stena Impero", which may be a ship
    return not (is_description(mention) or mention.unnamed or mention.number == "plural")
