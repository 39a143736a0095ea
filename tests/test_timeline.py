"""The timeline's answer: items, axis, pages, counts."""

import json
import time
from typing import Any

import pytest

from kg.errors import QueryError
from kg.model.claim import Conveyed
from kg.model.timespan import TimeSpan
from kg.query.dataset import Dataset
from tests.timeline_answer import answer, changed, item, many, only_talks
from tests.view_values import (
    KESTRIA,
    MERGED,
    OFFICIAL,
    TOVAN,
    dataset,
    event,
    marfa,
    note,
    on,
    post,
)


def test_an_item_has_the_agreed_shape() -> None:
    found = item(answer(), "meeting", "post-talks")
    assert found | {"sentence": ""} == {
        "iri": event("meeting", "post-talks"),
        "href": "/events/post-talks",
        "kind": "meeting",
        "act": None,
        "label": "\u2068Kestria\u2069 – \u2068Tovan\u2069, \u2068Velmar\u2069",
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
        "texts": 2,
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


def test_filters_narrow_items_and_counts() -> None:
    found = answer(args={"kind": "meeting", "lang": "ar"})
    assert [i["href"] for i in found["items"]] == ["/events/post-talks"]
    assert found["counts"]["articles"] == found["counts"]["claims"] == 1


def test_an_empty_store_has_an_empty_timeline() -> None:
    found = answer(Dataset([]))
    assert found["items"] == found["lanes"] == []
    assert found["counts"]["articles"] == 0
    assert answer(Dataset([]), bucket=7)["lanes"] == []


def test_far_years_are_drawn_too() -> None:
    ancient = only_talks(time=on("-0043-03-15", "the Ides", basis="explicit"))
    found = answer(dataset(ancient))
    assert found["items"][0]["time"]["earliest"] == "-0043-03-15"
    assert found["lanes"][0]["first"] == "-0043-03-15"


def test_the_cost_grows_with_the_number_of_claims_and_not_with_its_square() -> None:
    def cost(articles: int) -> float:
        snapshot = many(articles)
        start = time.process_time()
        answer(snapshot)
        return time.process_time() - start

    small, large = cost(100), cost(800)
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
