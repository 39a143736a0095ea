"""Which representation is chosen."""

import pytest
from flask import Flask
from werkzeug.exceptions import NotAcceptable

from web.negotiate import CSV, HTML, JSON, TURTLE, choose, split_ending

OFFERED = (HTML, TURTLE, JSON)


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        (None, HTML),
        ("*/*", HTML),
        ("text/turtle", TURTLE),
        ("text/html;q=0.5, text/turtle", TURTLE),
        ("text/turtle;q=0.2, application/json;q=0.7", JSON),
        ("text/*;q=0.3, application/json;q=0.2", HTML),
        ("text/html;q=0, */*", TURTLE),
        ("text/html;q=0.1, */*;q=0.5", TURTLE),
        ("application/xml;q=0.9, text/html", HTML),
    ],
)
def test_the_best_weight_wins_and_equals_keep_our_order(
    app: Flask, accept: str | None, chosen: str
) -> None:
    headers = {"Accept": accept} if accept else {}
    with app.test_request_context(headers=headers):
        assert choose(OFFERED) == chosen


@pytest.mark.parametrize("accept", ["image/png", "text/turtle;q=0", "text/csv"])
def test_nothing_acceptable_is_said_with_what_there_is(app: Flask, accept: str) -> None:
    with (
        app.test_request_context(headers={"Accept": accept}),
        pytest.raises(NotAcceptable, match="text/turtle"),
    ):
        choose(OFFERED)


def test_a_wildcard_does_not_bring_back_what_was_put_last(app: Flask) -> None:
    with app.test_request_context(headers={"Accept": "text/csv;q=0.1, */*;q=0.5"}):
        assert choose((CSV, JSON)) == JSON


@pytest.mark.parametrize(
    ("name", "split"),
    [
        ("ab-cd", ("ab-cd", "")),
        ("ab-cd.ttl", ("ab-cd", ".ttl")),
        ("turkey.ministry-of-defence", ("turkey.ministry-of-defence", "")),
        ("turkey.ministry-of-defence.jsonld", ("turkey.ministry-of-defence", ".jsonld")),
        (".ttl", (".ttl", "")),
    ],
)
def test_an_ending_is_told_from_a_dot_in_a_name(name: str, split: tuple[str, str]) -> None:
    assert split_ending(name, (".ttl", ".jsonld", ".json")) == split
