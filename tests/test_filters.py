"""Filters: what they let through, how they are read from an address and written back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.model.day import Day
from kg.query.filters import Filter
from kg.query.selection import select
from tests.view_values import POST, VELMAR, claim, dataset, note


def chosen(**args: str | list[str]) -> set[str]:
    """Return the names of the claims of record that fit."""
    given = {"from" if k == "first" else "to" if k == "last" else k: v for k, v in args.items()}
    found = select(dataset(), Filter.parse(given)).claims
    return {iri.removeprefix(claim("")) for iri in found}


def test_no_filter_lets_everything_through() -> None:
    assert chosen() == {"post-1", "post-2", "post-3", "marfa-1", "marfa-2", "marfa-3"}


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        ({"kind": "meeting"}, {"post-1", "marfa-1"}),
        ({"kind": "redline"}, {"post-2", "marfa-3"}),
        ({"act": "denies"}, {"marfa-2"}),
        ({"act": "warns"}, {"post-2", "marfa-3"}),
        ({"lang": "ar"}, {"marfa-1", "marfa-2", "marfa-3"}),
        ({"certainty": "certain"}, {"post-1", "marfa-1", "marfa-2"}),
        ({"certainty": "possible"}, {"post-3"}),
        ({"source": "harbour post"}, {"post-1", "post-2", "post-3"}),
        ({"source": "post.example"}, {"post-1", "post-2", "post-3"}),
        ({"source": POST}, {"post-1", "post-2", "post-3"}),
        ({"place": "velmar"}, {"post-1", "post-2", "marfa-1"}),
        ({"place": VELMAR.iri}, {"post-1", "post-2", "marfa-1"}),
        ({"place": "halen"}, {"post-2"}),
        ({"actor": "harbour-radio"}, {"post-2"}),
        ({"actor": "tovan.foreign-ministry"}, {"post-3", "marfa-2"}),
        ({"actor": "nobody"}, set()),
    ],
)
def test_each_filter_lets_through_what_it_names(args: dict[str, str], expected: set[str]) -> None:
    assert chosen(**args) == expected


def test_an_actor_stands_for_its_members() -> None:
    assert {"post-3", "marfa-2"} <= chosen(actor="tovan")
    assert "post-2" in chosen(actor="kestria")


def test_all_conditions_must_hold_for_the_same_telling() -> None:
    assert chosen(kind="meeting", lang="ar") == {"marfa-1"}
    assert chosen(act="denies", lang="en") == set()


def test_several_values_of_a_filter_mean_any_of_them() -> None:
    assert chosen(kind=["meeting", "redline"]) == chosen(kind="meeting") | chosen(kind="redline")
    assert chosen(lang=["ar", "en"]) == chosen()
    either = chosen(actor=["harbour-radio", "tovan.foreign-ministry"])
    assert either == {"post-2", "post-3", "marfa-2"}
    assert chosen(source=["harbour post", "nobody"]) == chosen(source=POST)


def test_values_of_different_filters_must_all_hold() -> None:
    assert chosen(kind=["meeting", "redline"], lang="ar") == {"marfa-1", "marfa-3"}
    assert chosen(actor=["kestria", "tovan"], role=["declarer"], kind=["redline", "meeting"]) == (
        chosen(actor="kestria", role="declarer") | chosen(actor="tovan", role="declarer")
    )


def test_a_value_given_twice_counts_once_and_too_many_are_refused() -> None:
    assert Filter.parse({"lang": ["ar", "ar"]}) == Filter(lang=("ar",))
    with pytest.raises(QueryError, match="actor is given 51 times: at most 50"):
        Filter.parse({"actor": [str(n) for n in range(51)]})


def test_days_are_inclusive_and_may_be_open() -> None:
    assert chosen(kind="meeting", first="2025-04-09", last="2025-04-09") == {"post-1"}
    assert chosen(kind="meeting", first="2025-04-10") == {"marfa-1"}
    assert chosen(kind="meeting", last="2025-04-08") == set()


def test_what_is_only_not_after_publication_fits_by_publication() -> None:
    assert chosen(act="denies", first="2025-04-11", last="2025-04-11") == {"marfa-2"}
    assert chosen(act="denies", last="2025-04-10") == set()


def test_what_has_no_day_never_fits_days() -> None:
    everything = Filter(first=Day(1, 1, 1), last=Day(9999, 1, 1))
    selection = select(dataset(note()), everything)
    assert not selection.events
    assert selection.undated == 3


@pytest.mark.parametrize("q", ["PATROL ships", "توفان", "halen", "الدورية", "stayed   open"])
def test_search_looks_in_contents_names_places_and_evidence(q: str) -> None:
    assert chosen(q=q)


def test_search_finds_no_word_that_is_not_there() -> None:
    assert chosen(q="submarines") == set()


def test_search_ignores_vowel_signs_and_letter_shapes() -> None:
    assert chosen(q="عُقِدَ") == chosen(q="عقد") == {"marfa-1", "marfa-2"}


@pytest.mark.parametrize(
    ("args", "words"),
    [
        ({"from": "2025-02-31"}, ["from", "2025-02-31", "2025-04-10"]),
        ({"to": "soon"}, ["to", "'soon'", "2025-04-10"]),
        ({"from": "2025-04-02", "to": "2025-04-01"}, ["to=2025-04-01", "from=2025-04-02"]),
        ({"kind": "rumour"}, ["kind", "'rumour'", "statement, meeting, redline"]),
        ({"act": "mutters"}, ["act", "'mutters'", "warns"]),
        ({"lang": "fr"}, ["lang", "'fr'", "ar, en, tr, he"]),
        ({"certainty": "sure"}, ["certainty", "'sure'", "certain, probable, possible"]),
        ({"q": "x" * 501}, ["q", "501", "500"]),
    ],
)
def test_a_wrong_value_is_named_with_what_is_allowed(
    args: dict[str, str], words: list[str]
) -> None:
    with pytest.raises(QueryError) as caught:
        Filter.parse(args)
    assert all(word in str(caught.value) for word in words)


def test_a_hostile_value_is_cut_in_the_message() -> None:
    with pytest.raises(QueryError) as caught:
        Filter.parse({"kind": "<script>" * 1000})
    assert len(str(caught.value)) < 300


def test_other_parameters_and_empty_ones_are_left_alone() -> None:
    assert Filter.parse({"ui": "ar", "limit": "x", "actor": "", "q": "  "}) == Filter()


@settings(deadline=None)
@given(
    st.fixed_dictionaries(
        {},
        optional={
            "from": st.dates().map(str),
            "actor": st.text(min_size=1, max_size=20),
            "kind": st.lists(st.sampled_from(["statement", "meeting", "redline"]), max_size=3),
            "lang": st.sampled_from(["ar", "en", "tr", "he"]),
            "q": st.text(max_size=20),
        },
    )
)
def test_a_filter_survives_its_address(args: dict[str, str | list[str]]) -> None:
    parsed = Filter.parse(args)
    assert Filter.parse(parsed.to_args()) == parsed
