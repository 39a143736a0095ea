"""Put other mentions into the place of some, wherever an article's drafts have them.

In:  drafts, and for some of their mentions those that take their place. Out: the drafts with them.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from kg.model.draft import DraftMeeting, Drafts, DraftStatement, Party, ReadSentence
from kg.model.mention import Mention

_Known = Callable[[Mention], Mention]


def with_mentions(drafts: Drafts, known: Mapping[Mention, Mention]) -> Drafts:
    """Return the drafts with the mentions that are keys of `known` replaced by its values."""
    if not known:
        return drafts

    def told(mention: Mention) -> Mention:
        return known.get(mention, mention)

    return replace(
        drafts,
        sentences=tuple(
            _sentence(r, told) if any(m in known for m in r.actors) else r for r in drafts.sentences
        ),
        statements=tuple(_statement(one, told) for one in drafts.statements),
        meetings=tuple(_meeting(one, told) for one in drafts.meetings),
    )


def _sentence(read: ReadSentence, told: _Known) -> ReadSentence:
    return replace(
        read,
        actors=tuple(map(told, read.actors)),
        spoken=tuple(map(told, read.spoken)),
        states=tuple(map(told, read.states)),
        subject=told(read.subject) if read.subject is not None else None,
    )


def _party(party: Party, told: _Known) -> Party:
    if isinstance(party, Mention):
        return told(party)
    if party.avoid is None or told(party.avoid) is party.avoid:
        return party
    return replace(party, avoid=told(party.avoid))


def _statement(one: DraftStatement, told: _Known) -> DraftStatement:
    speaker = _party(one.speaker, told) if one.speaker is not None else None
    via, addressees = _parties(one.via, told), _parties(one.addressees, told)
    about = one.about
    if any(told(a.mention) is not a.mention for a in about):
        about = tuple(replace(a, mention=told(a.mention)) for a in about)
    if (speaker, via, addressees, about) == (one.speaker, one.via, one.addressees, one.about):
        return one
    return replace(one, speaker=speaker, via=via, addressees=addressees, about=about)


def _meeting(one: DraftMeeting, told: _Known) -> DraftMeeting:
    undone = told(one.undone_by) if one.undone_by is not None else None
    parties, mediators = _parties(one.participants, told), _parties(one.mediators, told)
    if (parties, mediators, undone) == (one.participants, one.mediators, one.undone_by):
        return one
    return replace(one, participants=parties, mediators=mediators, undone_by=undone)


def _parties(parties: tuple[Party, ...], told: _Known) -> tuple[Party, ...]:
    return tuple(_party(p, told) for p in parties) if parties else parties
