"""Claims as CSV and JSON: complete, filtered, and harmless in a spreadsheet."""

import csv
import io
import json
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.export.table import COLUMNS, claim_rows, claims_of, csv_chunks, json_chunks
from kg.model.document import from_document, to_document
from kg.query.dataset import Dataset
from kg.query.filters import Filter
from kg.query.wording import ENGLISH
from tests.timeline_answer import changed, many
from tests.view_values import (
    ShelfStore,
    claim,
    dataset,
    event,
    marfa,
    note,
    post,
    text_of,
)


def table(snapshot: Dataset, **args: str) -> list[dict[str, str]]:
    """Return the CSV read back."""
    data = b"".join(csv_chunks(snapshot, Filter.parse(args))).decode("utf-8")
    return list(csv.DictReader(io.StringIO(data, newline="")))


def test_there_is_a_row_for_each_claim_and_part() -> None:
    rows = table(dataset())
    assert len(rows) == 8
    red = next(r for r in rows if r["claim"] == claim("post-2") + "#post-line")
    assert red["part_of"] == claim("post-2")
    assert (red["type"], red["act"], red["reporters"]) == ("redline", "warns", "Harbour Radio")
    assert red["content"] == "stationing patrol ships in the Halen Strait"
    assert red["offsets"] == "206:272"


def test_a_merged_event_has_one_iri_in_every_row() -> None:
    meetings = [r for r in table(dataset()) if r["type"] == "meeting"]
    assert {r["event"] for r in meetings} == {event("meeting", "post-talks")}
    assert {r["earliest"] for r in meetings} == {"2025-04-09", "2025-04-10"}


def test_columns_are_always_all_there() -> None:
    data = b"".join(csv_chunks(Dataset([]), Filter()))
    assert data.decode() == ",".join(COLUMNS) + "\r\n"


def test_the_moment_of_recording_is_in_the_row() -> None:
    snapshot = Dataset.read(ShelfStore(post()))  # type: ignore[arg-type] # as much as is read
    assert {r["recorded"] for r in table(snapshot)} == {"2025-04-12T08:00:00Z"}


def test_relative_times_keep_their_distance_as_a_number() -> None:
    first = table(dataset(note()))[0]
    assert (first["time_text"], first["offset_first"], first["earliest"]) == ("Yesterday", "-1", "")


@settings(deadline=None)
@given(st.text(alphabet='=+-@\t\r\n＝＋－＠a,"; ', min_size=1, max_size=8))
def test_no_cell_of_an_article_is_a_formula(content: str) -> None:
    snapshot = dataset(changed(post(), "post-3", content=content))
    cell = next(r["content"] for r in table(snapshot) if r["claim"] == claim("post-3"))
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))
    assert cell in (content, f"'{content}")


def test_filters_are_honoured_everywhere() -> None:
    chosen = Filter.parse({"actor": "harbour-radio"})
    assert claims_of(dataset(), chosen) == {claim("post-2")}
    assert {r["claim"] for r in table(dataset(), actor="harbour-radio")} == {
        claim("post-2"),
        claim("post-2") + "#post-line",
    }
    documents = json.loads(b"".join(json_chunks(dataset(), chosen)))
    assert [len(d["claims"]) for d in documents] == [2]
    assert claims_of(dataset(), Filter()) == {
        claim(f"{article}-{n}") for article in ("post", "marfa") for n in (1, 2, 3)
    }


def test_unfiltered_json_gives_every_article_back() -> None:
    documents = json.loads(b"".join(json_chunks(dataset(), Filter())))
    assert documents == [to_document(marfa()), to_document(post())]
    again = from_document(documents[1], text_of("post.en.txt"))
    assert again.claims == post().claims


def test_json_of_nothing_is_an_empty_list() -> None:
    assert json.loads(b"".join(json_chunks(Dataset([]), Filter()))) == []


def test_a_large_table_comes_in_chunks() -> None:
    chunks = list(csv_chunks(many(300), Filter()))
    assert len(chunks) == 4
    assert b"".join(chunks).count(b"\r\n") == 1501


def test_the_terminals_rows_show_the_claims_of_one_article() -> None:
    columns, rows = claim_rows(note(), ENGLISH)
    assert columns == ("kind", "who", "what", "when")
    assert rows[0] == (
        "Meeting",
        "Kestria and Tovan",
        "Kestria – Tovan",
        "1 day before publication",
    )
    assert len(claim_rows(replace(note(), claims=()), ENGLISH)[1]) == 0
