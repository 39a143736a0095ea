"""Find who holds two offices whose holders an article names only afterwards.

In:  the two offices of a meeting, the sentences behind it. Out: the two people, or the offices.
"The foreign ministers of A and B met in Rome. … The talks between X and Y …": X and Y, who are
named there for the first time, beside one another, hold the offices in that order, unless the
article says of which office or side they are. Nobody does where these talks are not told of, or
who is described otherwise, in front ("analysts X and Y") or behind ("X and Y, who study it").
"""

from collections.abc import Sequence
from dataclasses import replace

from kg.lexicon.grammar import words_of
from kg.model.draft import DraftMeeting, ReadSentence, mentions_of
from kg.model.mention import Mention
from kg.resolve.agreement import PERSONS, identity, joined_pairs

_REACH = 3  # sentences
_TOOK_PLACE = ("held", "ongoing")
_BETWEEN = (
    words_of("ar", "between_the_parties")
    | words_of("en", "between_the_parties")
    | words_of("he", "between_the_parties")
)


def are_vacant(parties: Sequence[Mention]) -> bool:
    """True for two offices of one sort whose holders have not been named."""
    if len(parties) != 2 or any(p.person or not p.role or p.kind not in PERSONS for p in parties):
        return False
    one = parties[0].role == parties[1].role
    return one and all(p.number != "plural" or p.side for p in parties)


def named_soon(
    parties: Sequence[Mention],
    end: int,
    sentences: Sequence[ReadSentence],
    known: set[str],
    talks: Sequence[DraftMeeting],
    *,
    verb_first: bool,
) -> list[Mention]:
    """Return the holders named within a few sentences behind code point `end`, in order.

    `known` are those named before, who hold neither office. `sentences` begin with the meeting's;
    `talks` are what is told of meetings in them.
    """
    for read in sentences[: _REACH + 1]:
        held = [_holder(office, read, end) for office in parties]
        if all(held):
            return [m for m in held if m is not None]
        for pair in joined_pairs(read):
            new = all(m.person and m.person not in known and m.span.start >= end for m in pair)
            new = new and any(_are_those_of(t, pair, read) for t in talks)
            new = new and _is_plain(pair, read, verb_first=verb_first)
            if new and all(_may_hold(m, o) for m, o in zip(pair, parties, strict=True)):
                return [_in_office(m, o) for m, o in zip(pair, parties, strict=True)]
    return list(parties)


def _are_those_of(talks: DraftMeeting, pair: Sequence[Mention], read: ReadSentence) -> bool:
    """True where the sentence of these two tells of the meeting again, theirs or nobody's."""
    if talks.sentence != read.sentence.index or talks.fresh or talks.status not in _TOOK_PLACE:
        return False
    met, two = {identity(m) for m in mentions_of(talks.participants)}, {*map(identity, pair)}
    named = len(met) == len(talks.participants)
    return (talks.definite or talks.pointing) and named and (met <= two or two <= met)


def _is_plain(pair: tuple[Mention, Mention], read: ReadSentence, *, verb_first: bool) -> bool:
    """True for two who open a sentence, behind its verb at most, or stand behind "between"."""
    tokens, after = read.sentence.tokens, pair[1].last + 1
    if after < len(tokens) and not tokens[after].is_word:
        return False  # "X and Y, two singers,"
    first = pair[0].first
    return first <= verb_first or tokens[first - 1].form in _BETWEEN


def _holder(office: Mention, read: ReadSentence, end: int) -> Mention | None:
    same = (m for m in read.spoken if m.person and m.role == office.role and m.span.start >= end)
    return next((m for m in same if office.side and m.side == office.side), None)


def _may_hold(person: Mention, office: Mention) -> bool:
    own = person.role in (None, office.role) and person.side in (None, office.side)
    return person.kind in PERSONS and own


def _in_office(person: Mention, office: Mention) -> Mention:
    return replace(person, kind="official", role=office.role, side=person.side or office.side)
