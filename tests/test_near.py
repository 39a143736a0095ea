"""The sweep over events meets every pair that a look at all pairs finds, and each once."""

from collections import Counter
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from kg.resolve.near import near_pairs, sides
from kg.resolve.propose import EventFacts, propose
from kg.resolve.propose_parties import pair_parties

_DAY = 20_000
_KINDS = st.sampled_from(["meeting", "redline"])
_PARTIES = st.lists(st.sampled_from(["a", "b", "c"]), max_size=3, unique=True)


@st.composite
def _events(draw: st.DrawFn) -> list[EventFacts]:
    found = []
    for number in range(draw(st.integers(0, 14))):
        first = draw(st.none() | st.integers(_DAY, _DAY + 20))
        lasting = draw(st.integers(0, 6))
        found.append(
            EventFacts(
                iri=f"urn:event:{number}",
                article=f"urn:article:{draw(st.integers(0, 9))}",
                kind=draw(_KINDS),
                language="en",
                parties=tuple((f"urn:minister:{p}", f"urn:{p}") for p in draw(_PARTIES)),
                first=first,
                last=None if first is None else first + lasting,
            )
        )
    return found


def _may_be_one(one: EventFacts, other: EventFacts) -> bool:
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return False
    apart = max(one.first, other.first) - min(one.last, other.last)
    return (
        apart <= 1
        and one.kind == other.kind
        and one.article != other.article
        and bool(sides(one) & sides(other))
    )


@given(_events())
def test_every_pair_that_may_be_one_is_met_once(events: list[EventFacts]) -> None:
    met = Counter(frozenset((a.iri, b.iri)) for a, b in near_pairs(events))
    pairs = list(combinations(events, 2))
    assert met == Counter(frozenset((a.iri, b.iri)) for a, b in pairs if _may_be_one(a, b))
    assert met.keys() >= {frozenset((a.iri, b.iri)) for a, b in pairs if propose(a, b) is not None}


def test_actors_whose_names_hold_no_slash_are_paired_like_any_others() -> None:
    assert pair_parties((("urn:a", "urn:s"),), (("urn:b", "urn:s"),)).sides == 0
    assert pair_parties((("urn:a",),), (("urn:a",),)).same == 1
