"""The timeline's answer: items, lanes, axis, pages, disagreement, candidates, density."""

import itertools
import json
import time
from dataclasses import replace
from typing import Any

import pytest

from kg.errors import QueryError
from kg.model.claim import Conveyed, Meeting
from kg.model.day import Day
from kg.model.entity import Actor, Location
from kg.model.extraction import Extraction
from kg.model.timespan import TimeSpan
from kg.query.dataset import Dataset
from kg.query.filters import Filter
from kg.query.lanes import Ties, order_lanes
from kg.query.timeline import timeline
from kg.query.wording import ENGLISH
from tests.view_values import (
    KESTRIA,
    MERGED,
    MINISTRY,
    OFFICIAL,
    TOVAN,
    VELMAR,
    claim,
    dataset,
    event,
    marfa,
    note,
    on,
    post,
)


def answer(snapshot: Dataset | None = None, **options: Any) -> dict[str, Any]:
    """Return the timeline of everything, of the merged articles unless told otherwise."""
    chosen = Filter.parse(options.pop("args", {}))
    return timeline(snapshot or dataset(), chosen, ENGLISH, **options)


def item(found: dict[str, Any], kind: str, name: str) -> dict[str, Any]:
    """Return the item of an event."""
    return next(i for i in found["items"] if i["iri"] == event(kind, name))


def changed(extraction: Extraction, name: str, **values: object) -> Extraction:
    """Return the extraction with one claim changed."""
    claims = tuple(replace(c, **values) if c.iri == claim(name) else c for c in extraction.claims)
    return replace(extraction, claims=claims)


def talks(first: Extraction, second: Extraction) -> dict[str, Any]:
    """Return the item of the merged meeting as these two tell it."""
    return item(answer(dataset(first, second, canonical=MERGED)), "meeting", "post-talks")


def test_an_item_has_the_agreed_shape() -> None:
    found = item(answer(), "meeting", "post-talks")
    assert found | {"sentence": ""} == {
        "iri": event("meeting", "post-talks"),
        "href": "/events/post-talks",
        "kind": "meeting",
        "act": None,
        "label": "Meeting in \u2068Velmar\u2069",
        "lang": "en",
        "sentence": "",
        "lanes": [
            {"id": KESTRIA.iri, "role": "participant"},
            {"id": TOVAN.iri, "role": "participant"},
        ],
        "time": {
            "earliest": "2025-04-09",
            "latest": "2025-04-09",
            "offset": None,
            "precision": "day",
            "extent": "within",
            "basis": "relative",
            "text": "on Wednesday",
            "from": "words",
        },
        "other_times": [{"earliest": "2025-04-10", "latest": "2025-04-10", "offset": None}],
        "published": "2025-04-10",
        "commitment": "mixed",
        "status": "held",
        "attributed": False,
        "via": 0,
        "unnamed": False,
        "conditional": False,
        "life": [],
        "claims": 3,
        "articles": 2,
        "disputed": True,
        "differences": ["denial", "day"],
        "maybe_same": [],
    }


def test_the_whole_answer_is_json() -> None:
    found = answer()
    assert json.loads(json.dumps(found)) == found
    assert found["counts"] == {
        "articles": 2,
        "claims": 6,
        "meetings": 1,
        "redlines": 1,
        "undated": 3,
    }
    assert [p["day"] for p in found["publications"]] == ["2025-04-11", "2025-04-10"]


def test_the_same_data_in_any_order_gives_the_same_answer() -> None:
    one = answer(Dataset([marfa(), post(), note()], canonical=MERGED))
    other = answer(Dataset([note(), post(), marfa()], canonical=MERGED))
    assert one["items"] == other["items"]
    assert one["lanes"] == other["lanes"]


def test_a_statement_at_a_dated_meeting_has_the_meetings_day() -> None:
    warning = item(answer(), "statement", "post-warning")
    assert warning["time"]["earliest"] == "2025-04-09"
    assert warning["time"]["from"] == "meeting"


def test_a_statement_without_a_day_ends_openly_at_publication_and_counts_as_undated() -> None:
    found = answer(dataset(post()))
    promise = item(found, "statement", "post-promise")["time"]
    assert (promise["earliest"], promise["latest"]) == (None, "2025-04-10")
    assert promise["basis"] == "inferred"
    assert found["undated"] == found["counts"]["undated"] == 1


def test_attribution_is_counted_and_unnamed_speakers_are_marked() -> None:
    warning = item(answer(), "statement", "post-warning")
    assert (warning["via"], warning["attributed"], warning["unnamed"]) == (1, True, True)
    assert warning["lanes"] == [
        {"id": OFFICIAL.iri, "role": "speaker"},
        {"id": TOVAN.iri, "role": "addressee"},
    ]
    assert item(answer(), "statement", "post-promise")["conditional"]


def test_an_unresolved_speaker_has_a_lane_of_its_own() -> None:
    found = answer(dataset(note()))
    assert item(found, "statement", "note-somebody")["lanes"] == [{"id": "", "role": "speaker"}]
    last = found["lanes"][-1]
    assert (last["id"], last["label"], last["unnamed"]) == ("", "an unresolved speaker", True)


def test_a_red_line_is_declared_once_and_restated_later() -> None:
    found = item(answer(dataset(post(), marfa(), canonical=MERGED)), "redline", "post-line")
    assert [(s["step"], s["latest"], s["claims"]) for s in found["life"]] == [
        ("declared", "2025-04-09", 1),
        ("restated", "2025-04-11", 1),
    ]
    assert found["lanes"][0] == {"id": OFFICIAL.iri, "role": "declarer"}
    assert not found["disputed"]


def test_the_same_red_line_in_two_articles_is_declared_once() -> None:
    told = changed(
        marfa(),
        "marfa-3",
        conveys=(Conveyed(event=event("redline", "marfa-line"), commitment="declares"),),
    )
    found = item(answer(dataset(post(), told, canonical=MERGED)), "redline", "post-line")
    assert [(s["step"], s["claims"], s["articles"]) for s in found["life"]] == [("declared", 2, 2)]


def test_without_publication_the_axis_counts_days_from_it() -> None:
    found = answer(dataset(note()))
    assert found["axis"] == {"kind": "relative"}
    assert [(i["href"], i["time"]["offset"]) for i in found["items"]] == [
        ("/events/note-met", [-1, -1]),
        ("/events/note-planned", [2, 2]),
        ("/events/note-somebody", [None, 0]),
    ]
    assert (found["lanes"][0]["first"], found["lanes"][0]["last"]) == (-1, 2)
    assert found["undated"] == 1
    assert found["publications"] == []


def test_one_article_with_a_day_makes_the_axis_absolute() -> None:
    found = answer(dataset(note(), post()))
    assert found["axis"] == {"kind": "absolute"}
    assert item(found, "meeting", "note-met")["time"]["offset"] == [-1, -1]


def test_full_dates_win_over_distances_where_there_are_more_of_them() -> None:
    explicit = changed(note(), "note-1", time=on("2025-04-09", "9 April", basis="explicit"))
    explicit = changed(explicit, "note-2", time=on("2025-04-12", "12 April", basis="explicit"))
    assert answer(dataset(explicit))["axis"] == {"kind": "absolute"}


def test_an_expected_meeting_is_anticipated() -> None:
    planned = item(answer(dataset(note())), "meeting", "note-planned")
    assert (planned["commitment"], planned["status"]) == ("anticipated", "planned")


def test_articles_that_agree_are_not_disputed() -> None:
    agreeing = replace(changed(marfa(), "marfa-1", time=on("2025-04-09", "…")), claims=())
    agreeing = replace(agreeing, claims=(replace(marfa().claims[0], time=on("2025-04-09", "…")),))
    assert talks(post(), agreeing)["differences"] == []


def only_talks(**values: object) -> Extraction:
    """Return Al-Marfa with nothing but the meeting, on the Post's day, and what is changed."""
    told = replace(marfa().claims[0], **({"time": on("2025-04-09", "…")} | values))
    return replace(marfa(), claims=(told,))


@pytest.mark.parametrize(
    ("values", "differences"),
    [
        ({"time": on("2025-04-10", "…")}, ["day"]),
        (
            {
                "time": on(
                    "2025-04-01", "…", latest=Day(2025, 4, 30), precision="month", basis="explicit"
                )
            },
            [],
        ),
        ({"time": None}, []),
        ({"place": None}, []),
        ({"status": "cancelled"}, ["status"]),
        ({"status": "ongoing"}, []),
        ({"participants": ("Kestria", "Tovan Foreign Ministry")}, []),
        ({"participants": ("Kestria",)}, ["participants"]),
        ({"participants": ("Kestria",), "incomplete": True}, []),
        ({"commitment": "denies"}, ["denial"]),
    ],
)
def test_articles_differ_only_where_they_contradict(
    values: dict[str, object], differences: list[str]
) -> None:
    assert talks(post(), only_talks(**values))["differences"] == differences


def test_two_ministries_of_one_state_are_two_parties() -> None:
    defence = replace(MINISTRY, iri=MINISTRY.iri + "-2", name="Tovan Ministry of Defence")
    first = changed(
        replace(post(), actors=(*post().actors, defence)),
        "post-1",
        participants=("Kestria", "Tovan Ministry of Defence"),
    )
    second = only_talks(participants=("Kestria", "Tovan Foreign Ministry"))
    assert talks(first, second)["differences"] == ["participants"]


def test_a_place_inside_another_is_no_contradiction() -> None:
    inside = Location(
        iri=VELMAR.iri + "-hall",
        name="Velmar Hall",
        linked=True,
        labels=(),
        within=VELMAR.iri,
    )
    outside = replace(inside, iri=VELMAR.iri + "-far", name="Far", within=None)
    second = replace(only_talks(place="Velmar Hall"), locations=(inside,))
    assert talks(post(), second)["differences"] == []
    second = replace(only_talks(place="Far"), locations=(outside,))
    assert talks(post(), second)["differences"] == ["place"]


def test_a_plan_that_came_true_is_no_contradiction() -> None:
    earlier = replace(post().article, published=Day(2025, 4, 8))
    first = replace(post(), article=earlier, claims=())
    first = replace(
        first,
        claims=(
            replace(
                post().claims[0],
                status="planned",
                commitment="anticipates",
                time=on("2025-04-08", "…"),
            ),
        ),
    )
    found = talks(first, only_talks())
    assert (found["differences"], found["status"]) == ([], "held")


def test_a_party_that_denies_is_marked_on_its_lane() -> None:
    denying = changed(marfa(), "marfa-2", speaker="Tovan")
    lanes = talks(post(), denying)["lanes"]
    assert {"id": TOVAN.iri, "role": "participant", "denies": True} in lanes


def test_a_ministry_and_its_state_stand_on_one_lane_of_a_meeting() -> None:
    second = only_talks(participants=("Kestria", "Tovan Foreign Ministry"))
    assert [s["id"] for s in talks(post(), second)["lanes"]] == [KESTRIA.iri, TOVAN.iri]


def test_meetings_of_two_articles_that_may_be_one_are_suggested_never_merged() -> None:
    found = answer(Dataset([marfa(), post()]))
    assert item(found, "meeting", "post-talks")["maybe_same"] == [event("meeting", "marfa-talks")]
    assert item(found, "meeting", "marfa-talks")["maybe_same"] == [event("meeting", "post-talks")]
    assert found["counts"]["meetings"] == 2


@pytest.mark.parametrize(
    "values",
    [
        {"time": on("2025-05-10", "…")},
        {"participants": ("Kestria", "Tovan", "Third")},
        {"place": "Far"},
    ],
)
def test_meetings_that_exclude_one_another_are_not_suggested(values: dict[str, object]) -> None:
    third = Actor(
        iri=KESTRIA.iri + "-3", name="Third", kind="state", unnamed=False, linked=True, labels=()
    )
    far = replace(VELMAR, iri=VELMAR.iri + "-far", name="Far", labels=())
    other = changed(
        replace(marfa(), actors=(*marfa().actors, third), locations=(VELMAR, far)),
        "marfa-1",
        **values,
    )
    found = answer(Dataset([other, post()]))
    assert item(found, "meeting", "post-talks")["maybe_same"] == []


def test_a_denied_meeting_is_suggested_beside_the_one_that_is_told() -> None:
    denied = replace(marfa(), claims=(replace(marfa().claims[0], commitment="denies", time=None),))
    found = answer(Dataset([denied, post()]))
    assert item(found, "meeting", "post-talks")["maybe_same"] == [event("meeting", "marfa-talks")]


def test_a_next_round_without_a_day_is_not_taken_for_the_last() -> None:
    planned = replace(marfa().claims[0], commitment="anticipates", status="planned", time=None)
    found = answer(Dataset([replace(marfa(), claims=(planned,)), post()]))
    assert item(found, "meeting", "post-talks")["maybe_same"] == []


def test_two_meetings_of_one_article_are_never_suggested() -> None:
    found = answer(dataset(note()))
    assert all(i["maybe_same"] == [] for i in found["items"])


def test_pages_hold_each_item_once_and_keep_the_lanes() -> None:
    whole = answer()
    seen, after = [], None
    for _ in range(10):
        page = answer(limit=2, after=after)
        assert page["lanes"] == whole["lanes"]
        assert page["truncated"]
        seen += page["items"]
        after = page["next"]
        if after is None:
            break
    assert seen == whole["items"]


@pytest.mark.parametrize(
    "options",
    [
        {"limit": 0},
        {"limit": 501},
        {"after": "nonsense"},
        {"after": "x~y"},
        {"after": "٣~y"},
        {"after": "9" * 40 + "~y"},
        {"lanes": "colour"},
        {"bucket": 0},
        {"bucket": 10**9},
    ],
)
def test_wrong_options_are_refused_by_name(options: dict[str, Any]) -> None:
    with pytest.raises(QueryError, match=next(iter(options))):
        answer(**options)


@pytest.mark.parametrize(
    ("lanes", "labels"),
    [
        ("side", ["Tovan", "Kestria"]),
        ("kind", ["Statement", "Meeting", "Red line"]),
        ("source", ["Al-Marfa", "Harbour Post"]),
        ("place", ["Velmar", "place not stated"]),
    ],
)
def test_lanes_may_be_sides_kinds_outlets_or_places(lanes: str, labels: list[str]) -> None:
    found = answer(lanes=lanes)
    assert sorted(lane["label"] for lane in found["lanes"]) == sorted(labels)
    known = {lane["id"] for lane in found["lanes"]}
    assert all(s["id"] in known for i in found["items"] for s in i["lanes"])


def test_filters_narrow_items_and_counts() -> None:
    found = answer(args={"kind": "meeting", "lang": "ar"})
    assert [i["href"] for i in found["items"]] == ["/events/post-talks"]
    assert found["counts"]["articles"] == found["counts"]["claims"] == 1


def test_an_empty_store_has_an_empty_timeline() -> None:
    found = answer(Dataset([]))
    assert found["items"] == found["lanes"] == []
    assert found["counts"]["articles"] == 0
    assert answer(Dataset([]), bucket=7)["lanes"] == []


def test_sides_stand_together_and_the_side_leads() -> None:
    lanes = [lane["id"] for lane in answer()["lanes"]]
    assert lanes.index(MINISTRY.iri) == lanes.index(TOVAN.iri) + 1
    assert lanes.index(OFFICIAL.iri) == lanes.index(KESTRIA.iri) + 1


def test_the_order_of_lanes_is_the_best_for_a_few() -> None:
    meetings = [("a", "d"), ("a", "d"), ("b", "d"), ("c", "e"), ("e", "a")]
    ties = Ties()
    for pair in meetings:
        ties.add(pair, meeting=True)

    def cost(order: list[str]) -> int:
        return sum(abs(order.index(a) - order.index(b)) for a, b in meetings)

    found = order_lanes({lane: lane for lane in "abcde"}, ties)
    assert cost(found) == min(cost(list(p)) for p in itertools.permutations("abcde"))


def test_density_counts_events_by_aligned_stretches() -> None:
    found = answer(bucket=7)
    assert found["mode"] == "density"
    assert (found["from"], found["to"], found["max"]) == ("2025-04-03", "2025-04-09", 3)
    counts = {lane["id"]: lane["counts"] for lane in found["lanes"]}
    assert counts[TOVAN.iri] == [[0, 3]]
    assert found["undated"] == 3


def test_density_counts_what_lasts_in_every_stretch() -> None:
    lasting = TimeSpan(
        text="…",
        earliest=Day(2025, 4, 1),
        latest=Day(2025, 4, 5),
        precision="interval",
        extent="throughout",
        basis="explicit",
    )
    found = answer(dataset(replace(only_talks(time=lasting))), bucket=2)
    assert [n for _, n in found["lanes"][0]["counts"]] == [1, 1, 1]


def test_density_works_on_a_relative_axis() -> None:
    found = answer(dataset(note()), bucket=1)
    assert (found["from"], found["to"]) == (-1, 2)


def test_far_years_are_drawn_too() -> None:
    ancient = only_talks(time=on("-0043-03-15", "the Ides", basis="explicit"))
    found = answer(dataset(ancient))
    assert found["items"][0]["time"]["earliest"] == "-0043-03-15"
    assert found["lanes"][0]["first"] == "-0043-03-15"


def many(articles: int) -> Dataset:
    """Return a snapshot of many small articles between twenty states."""
    states = [
        replace(KESTRIA, iri=f"{KESTRIA.iri}-{i}", name=f"State {i}", labels=()) for i in range(20)
    ]
    base = post()
    made = []
    for n in range(articles):
        one, other = states[n % 20], states[(n * 7 + 3) % 20]
        day = Day(2020, 1, 1).plus(n % 1500)
        meeting: Meeting = base.claims[0]  # type: ignore[assignment] # the Post's first claim
        made.append(
            Extraction(
                article=replace(base.article, iri=f"{base.article.iri}-{n}", published=day),
                actors=(one, other) if one != other else (one,),
                locations=(VELMAR,),
                claims=tuple(
                    replace(
                        meeting,
                        iri=f"{meeting.iri}-{n}-{k}",
                        event=f"{meeting.event}-{n}-{k}",
                        participants=(one.name, other.name),
                        time=on(str(day.plus(-k)), "…"),
                    )
                    for k in range(5)
                ),
            )
        )
    return Dataset(made)


def test_the_cost_grows_with_the_number_of_claims_and_not_with_its_square() -> None:
    def cost(articles: int) -> float:
        snapshot = many(articles)
        start = time.process_time()
        answer(snapshot)
        return time.process_time() - start

    small, large = cost(200), cost(1600)
    assert large < 8 * small * 3


def test_a_time_that_nobody_can_place_is_undated() -> None:
    vague = TimeSpan(
        text="recently",
        earliest=None,
        latest=None,
        precision=None,
        extent="within",
        basis="unresolved",
    )
    found = answer(dataset(only_talks(time=vague)))
    assert found["undated"] == 1
    assert found["items"][0]["time"]["text"] == "recently"
