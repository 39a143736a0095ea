"""Place what an envoy takes part in at his post: "Türkiye'nin Tahran Büyükelçisi … çağrıldı".

In:  the meetings as resolved, the sentences of the article. Out: the same meetings; an envoy who is
received by the ministry or an official of the state in whose capital he serves met them there. The
place is inferred, which costs confidence (FACTOR). Turkish: only there does extraction keep the
town between an envoy's state and his office.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg.model.draft import DraftMeeting, ReadSentence, mentions_of
from kg.model.mention import Mention

FACTOR = 0.9
_ENVOYS = frozenset({"ambassador", "high-commissioner"})


def where_posted(
    meetings: Iterable[DraftMeeting], sentences: Sequence[ReadSentence]
) -> Iterator[DraftMeeting]:
    """Yield the meetings, those of an envoy with his hosts at his post."""
    towns = [m for r in sentences for m in r.places if m.case == "attributive" and m.side]
    for meeting in meetings:
        open_ = meeting.place is None and meeting.face_to_face and not meeting.visit
        post = _post(mentions_of(meeting.participants), towns) if open_ and towns else None
        if post is None:
            yield meeting
        else:
            yield replace(meeting, place=post, score=meeting.score * FACTOR)


def _post(parties: Sequence[Mention], towns: Sequence[Mention]) -> Mention | None:
    """Return where the envoy among the parties serves, if the other one is of that state."""
    for envoy in parties:
        if envoy.role not in _ENVOYS:
            continue
        post = next((t for t in towns if envoy.span.contains(t.span)), None)
        hosts = [p for p in parties if p is not envoy and post is not None]
        if post and hosts and all(_is_of(p, post.side) for p in hosts):
            return post
    return None


def _is_of(party: Mention, state: str | None) -> bool:
    unknown = party.side is None and party.gazetteer_id is None and party.human is True
    return unknown or state in (party.side, party.gazetteer_id)
