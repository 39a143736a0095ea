"""A query's rows as timeline, network or map."""

import pyoxigraph as ox
import pytest

from web.drawn_rows import Drawn, Row, draw, drawings_of

XSD = "http://www.w3.org/2001/XMLSchema#"


def day(text: str, kind: str = "date") -> ox.Literal:
    return ox.Literal(text, datatype=ox.NamedNode(XSD + kind))


def drawn(name: str, columns: tuple[str, ...], *rows: Row) -> Drawn:
    return draw(name, columns, rows, lambda iri: f"/x/{iri[-1]}", lambda iri: None)


@pytest.mark.parametrize(
    ("columns", "allowed"),
    [
        (("earliest", "latest", "words"), ("timeline",)),
        (("one", "tie", "other", "events"), ("network",)),
        (("lat", "long"), ("map",)),
        (("lat", "date", "from", "to", "lng"), ("timeline", "network", "map")),
        (("lat", "label"), ()),
        (("claim", "text"), ()),
    ],
)
def test_columns_say_which_drawings_there_are(
    columns: tuple[str, ...], allowed: tuple[str, ...]
) -> None:
    assert drawings_of(columns) == allowed


def times(found: Drawn) -> list[tuple[str, str]]:
    return [(i["time"]["earliest"], i["time"]["latest"]) for i in found.answer["items"]]


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        (day("2025-04-09"), "2025-04-09", "2025-04-09"),
        (day("2024-02", "gYearMonth"), "2024-02-01", "2024-02-29"),
        (day("2025", "gYear"), "2025-01-01", "2025-12-31"),
        (day("2025-04-09T23:30:00Z", "dateTime"), "2025-04-09", "2025-04-09"),
    ],
)
def test_a_month_and_a_year_are_all_their_days(written: Row, first: str, last: str) -> None:
    assert times(drawn("timeline", ("date",), (written,))) == [(first, last)]


CLM, CLT = "https://w3id.org/claimline/ns#", "https://w3id.org/claimline/terms/"


@pytest.mark.parametrize(
    ("columns", "said", "shape"),
    [
        (("date", "kind"), (ox.NamedNode(CLM + "Meeting"),), ("meeting", None)),
        (("date", "kind"), (ox.NamedNode(CLM + "RedLine"),), ("redline", None)),
        (("date", "kind"), (ox.NamedNode(CLM + "Statement"),), ("statement", "asserts")),
        (("date", "kind"), (ox.Literal("meeting"),), ("meeting", None)),
        (("date", "act"), (ox.NamedNode(CLT + "warns"),), ("statement", "warns")),
        (("date", "kind"), (ox.NamedNode(CLT + "denies"),), ("statement", "denies")),
        (
            ("date", "kind", "act"),
            (ox.NamedNode(CLM + "Statement"), ox.Literal("accuses")),
            ("statement", "accuses"),
        ),
        (("date", "kind"), (ox.Literal("<script>"),), ("statement", "asserts")),
        (("date", "kind"), (None,), ("statement", "asserts")),
    ],
)
def test_a_row_that_says_its_kind_or_act_has_that_shape(
    columns: tuple[str, ...], said: Row, shape: tuple[str, str | None]
) -> None:
    (item,) = drawn("timeline", columns, (day("2025-04-09"), *said)).answer["items"]
    assert (item["kind"], item["act"]) == shape


def test_what_is_denied_or_planned_is_drawn_so() -> None:
    columns = ("date", "kind", "commitment", "status")
    row = (day("2025-04-09"), ox.NamedNode(CLM + "Meeting"), ox.NamedNode(CLM + "denies"), None)
    (item,) = drawn("timeline", columns, row).answer["items"]
    assert (item["commitment"], item["status"]) == ("denied", None)
    planned = (row[0], row[1], None, ox.NamedNode(CLT + "planned"))
    (item,) = drawn("timeline", columns, planned).answer["items"]
    assert (item["commitment"], item["status"]) == ("asserted", "planned")


def test_a_span_keeps_both_its_ends() -> None:
    found = drawn("timeline", ("start", "end"), (day("2025-04-10"), day("2025-04-20")))
    assert times(found) == [("2025-04-10", "2025-04-20")]


@pytest.mark.parametrize(
    "row",
    [
        (None, None),
        (ox.Literal("yesterday"), None),
        (day("2025-04-20"), day("2025-04-10")),
        (day("2025-04-20"), ox.NamedNode("https://w3id.org/claimline/terms/inferred")),
    ],
)
def test_what_has_no_day_is_counted_and_not_drawn(row: Row) -> None:
    columns = ("start", "basis" if isinstance(row[1], ox.NamedNode) else "end")
    found = drawn("timeline", columns, row, (day("2025-04-01"), None))
    assert len(found.answer["items"]) == 1
    assert found.left_out == 1


def test_rows_of_one_pair_and_kind_are_one_tie() -> None:
    one, other = ox.NamedNode("https://example.org/a"), ox.NamedNode("https://example.org/b")
    rows = [(one, ox.Literal("met"), other, ox.Literal("2"))] * 2
    found = drawn("network", ("one", "tie", "other", "count"), *rows, (one, None, None, None))
    assert [(e["kind"], e["count"]) for e in found.answer["edges"]] == [("met", 4)]
    assert {n["label"] for n in found.answer["nodes"]} == {"a", "b"}
    assert found.left_out == 1


def test_more_nodes_than_can_be_told_apart_are_left_out_and_counted() -> None:
    rows = [(ox.Literal("hub"), ox.Literal(f"n{i}")) for i in range(100)]
    found = drawn("network", ("from", "to"), *rows)
    assert len(found.answer["nodes"]) == 60
    assert found.left_out == 100 - len(found.answer["edges"])


@pytest.mark.parametrize(("lat", "long"), [("91", "0"), ("0", "181"), ("NaN", "0"), ("x", "0")])
def test_coordinates_that_are_none_are_left_out(lat: str, long: str) -> None:
    found = drawn("map", ("lat", "long"), (ox.Literal(lat), ox.Literal(long)))
    assert found.answer == []
    assert found.left_out == 1


def test_a_spot_counts_its_rows_and_keeps_its_label_as_it_is() -> None:
    label = ox.Literal("<script>", language="en")
    row = (ox.Literal("36.2"), ox.Literal("37.16"), label)
    (spot,) = drawn("map", ("lat", "long", "label"), row, row).answer
    assert (spot["label"], spot["lang"], spot["events"]) == ("<script>", "en", 2)
