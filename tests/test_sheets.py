"""Claim sheets: what they may hold, what they answer to mistakes, and that exports come back."""

import csv
import io
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kg.cli.sheets import Form, sheet_chunks
from kg.errors import ReadError, SheetError
from kg.export.sheet import SheetRows
from kg.export.sheet_template import EXAMPLES, template_rows
from kg.model.article import SourceText
from kg.model.claim import Meeting, RedLine, Statement
from kg.model.day import Day
from kg.model.extraction import Extraction
from kg.model.sheet import join_list, seal_of, split_list
from kg.pipeline import ingest, set_published
from kg.pipeline.sheets import check_sheet, ingest_sheet
from kg.read.sheet import parse_sheet
from kg.read.text import to_source
from kg.store.embedded import EmbeddedStore
from kg.vocabulary import DEFAULT_BASE

ROOT = Path(__file__).parent.parent
AT = datetime(2026, 3, 1, tzinfo=UTC)
LATER = datetime(2026, 3, 2, tzinfo=UTC)
TEXT = (
    "Talks on the port\n\nTurkey warned Greece on Wednesday. Officials met in Vienna.\n\n"
    "A new base would be a red line, the minister said. =1+1 is written on the wall.\n"
)
SOURCE = "https://news.example/port"
ARTICLE = {"type": "article", "article": "port", "source": SOURCE, "language": "en"}
WITH_TEXT = ARTICLE | {"text": TEXT, "published": "2025-04-10", "title": "Talks on the port"}
WARNED = {
    "type": "statement",
    "article": "port",
    "id": "s1",
    "evidence": "Turkey warned Greece on Wednesday.",
    "speaker": "Turkey",
    "act": "warns",
    "addressees": "Greece",
}
MET = {
    "type": "meeting",
    "article": "port",
    "id": "m1",
    "evidence": "Officials met in Vienna.",
    "participants": "Turkey; Greece",
    "place": "Vienna",
    "status": "held",
}
LINE = {
    "type": "redline",
    "article": "port",
    "id": "r1",
    "evidence": "A new base would be a red line",
    "trigger": "A new base",
    "declared_by": "the minister [official, unnamed, of turkey]",
}


def made(*rows: dict[str, object]) -> Extraction:
    """Return what a sheet of these rows claims of its one article."""
    raw = json.dumps([{"evidence": None}, *rows]).encode()
    (found,) = check_sheet(parse_sheet(raw, "claims.json", ".json"), base=DEFAULT_BASE)
    return found


def refused(*rows: dict[str, object]) -> dict[tuple[int, str], str]:
    """Return the mistakes of these rows, by row (from 1) and column."""
    with pytest.raises(SheetError) as caught:
        made(*rows)
    return {(row - 1, column): said for row, column, said in caught.value.mistakes}


def into(store: EmbeddedStore, *rows: dict[str, object], at: datetime = AT) -> list[str]:
    """Put a sheet into a store; return what became of its articles."""
    raw = json.dumps([{"evidence": None}, *rows]).encode()
    reports = ingest_sheet(parse_sheet(raw, "claims.json", ".json"), store, at=at)
    return [report.put.outcome for report in reports]


def quads(store: EmbeddedStore) -> bytes:
    return b"".join(store.dump("nquads", with_text=True))


# What rows become


def test_a_row_becomes_a_claim_on_its_sentence() -> None:
    (claim,) = made(WITH_TEXT, WARNED | {"time": "on Wednesday"}).claims
    assert isinstance(claim, Statement)
    assert (claim.speaker, claim.act, claim.addressees) == ("Turkey", "warns", ("Greece",))
    assert TEXT[claim.evidence[0].start : claim.evidence[0].end] == WARNED["evidence"]
    assert claim.content == WARNED["evidence"]
    assert (claim.extractor, claim.rule, claim.confidence) == ("sheet/1", "by-hand", 1.0)
    assert claim.time is not None
    assert (str(claim.time.earliest), claim.time.basis) == ("2025-04-09", "relative")


def test_a_meeting_told_by_a_statement_is_its_part() -> None:
    found = made(WITH_TEXT, WARNED, MET | {"told_by": "s1", "commitment": "denies"})
    (statement,) = found.statements
    (meeting,) = found.meetings
    assert meeting.under == statement.iri
    assert meeting.commitment == "denies"
    assert statement.conveys[0].event == meeting.event
    assert found.location("Vienna") is not None


def test_a_red_line_alone_makes_the_statement_that_declares_it() -> None:
    found = made(WITH_TEXT, LINE)
    (line,) = found.redlines
    (statement,) = found.statements
    assert isinstance(line, RedLine)
    assert (line.declared_by, line.trigger_text) == ("the minister", "A new base")
    assert line.under == statement.iri
    actor = found.actor("the minister")
    assert actor is not None
    assert (actor.kind, actor.unnamed, actor.linked) == ("official", True, False)
    assert actor.belongs_to == f"{DEFAULT_BASE}actor/turkey"


def test_rows_are_not_merged_and_pronouns_are_not_guessed_at() -> None:
    found = made(WITH_TEXT, MET, MET | {"id": "m2", "nth": "2", "participants": "Turkey; France"})
    assert len(list(found.meetings)) == 2
    assert len({m.event for m in found.meetings}) == 2


@pytest.mark.parametrize(
    "name",
    [
        "turkey.ministry-of-defence",
        "Turkish Ministry of Defence",
        "وزارة الدفاع التركية",
        "Türkiye Millî Savunma Bakanlığı",
        "משרד ההגנה הטורקי",
        "MoD [turkey.ministry-of-defence]",
    ],
)
def test_an_institution_is_linked_by_its_name_in_any_language_or_by_its_id(name: str) -> None:
    (claim,) = made(WITH_TEXT, WARNED | {"speaker": name}).claims
    assert isinstance(claim, Statement)
    assert claim.speaker == "Turkish Ministry of Defence"


def test_lists_may_be_json_lists_and_names_may_hold_semicolons() -> None:
    (claim,) = made(WITH_TEXT, MET | {"participants": ["A; B [organization]", "Greece"]}).claims
    assert isinstance(claim, Meeting)
    assert set(claim.participants) == {"A; B", "Greece"}
    assert split_list(join_list(["a;b", "c\\d", "e؛f"])) == ("a;b", "c\\d", "e؛f")


def test_evidence_may_leave_a_gap() -> None:
    (claim,) = made(WITH_TEXT, WARNED | {"evidence": "Turkey warned […] Vienna."}).claims
    assert [p.text for p in claim.evidence] == ["Turkey warned", "Vienna."]


# Articles


def test_without_any_text_the_evidence_is_kept_as_the_text() -> None:
    found = made(ARTICLE, WARNED, MET)
    assert found.article.text == f"{WARNED['evidence']}\n\n{MET['evidence']}"
    assert any("kept as its text" in warning for warning in found.warnings)


def test_a_later_sheet_adds_to_a_text_of_evidence_and_moves_nothing() -> None:
    store = EmbeddedStore.in_memory()
    into(store, ARTICLE, WARNED)
    before = {c.iri for c in store.extraction(store.articles()[0].iri).claims}
    assert into(store, ARTICLE, MET, at=LATER) == ["replaced"]
    after = {c.iri for c in store.extraction(store.articles()[0].iri).claims}
    assert before < after
    assert into(store, ARTICLE, WARNED, MET, at=LATER) == ["unchanged"]


def test_claims_are_added_to_those_that_the_rules_found() -> None:
    store = EmbeddedStore.in_memory()
    source = SourceText(name="port.txt", text=TEXT, language="en", source=SOURCE)
    article = ingest(source, store, at=AT).put.article
    before = {c.iri for c in store.extraction(article).claims}
    assert into(store, ARTICLE, MET | {"evidence": "met in Vienna."}, at=LATER) == ["replaced"]
    found = store.extraction(article)
    assert before < {c.iri for c in found.claims}
    assert {c.extractor for c in found.claims} == {"rules/1", "sheet/1"}
    assert ingest(source, store, at=LATER).put.outcome == "unchanged"
    assert len(store.extraction(article).claims) == len(found.claims)


def test_a_claim_that_is_stored_is_never_told_otherwise() -> None:
    store = EmbeddedStore.in_memory()
    into(store, WITH_TEXT, WARNED)
    before = quads(store)
    with pytest.raises(SheetError, match=r"another speaker.*write 2 in `nth`"):
        into(store, ARTICLE, WARNED | {"speaker": "France"})
    with pytest.raises(SheetError, match="is not the text that the store has"):
        into(store, WITH_TEXT | {"text": TEXT + "More."}, WARNED)
    assert quads(store) == before
    assert into(store, ARTICLE, WARNED | {"speaker": "France", "nth": "2"}) == ["replaced"]


def test_the_day_in_the_store_holds_for_the_times_of_a_sheet() -> None:
    store = EmbeddedStore.in_memory()
    into(store, WITH_TEXT, WARNED)
    article = store.articles()[0].iri
    set_published(store, article, Day(2025, 4, 17), at=AT)
    into(store, WITH_TEXT, MET | {"time": "on Wednesday", "evidence": TEXT[19:78]})
    (meeting,) = store.extraction(article).meetings
    assert meeting.time is not None
    assert str(meeting.time.earliest) == "2025-04-16"


# Mistakes


def test_every_mistake_is_told_with_its_row_and_column() -> None:
    raw = (ROOT / "tests/fixtures/sheets/mistakes.csv").read_bytes()
    with pytest.raises(SheetError) as caught:
        check_sheet(parse_sheet(raw, "mistakes.csv", ".csv"), base=DEFAULT_BASE)
    told = str(caught.value)
    for part in (
        "mistakes.csv has 10 mistakes; nothing of it was stored:",
        "row 1: in column R, 'spaeker' is no column of a claim sheet. Did you mean speaker?",
        "row 2, column F (act): 'warnd' is none of announces, asserts, denies, warns,",
        "row 2, column E (speaker): 'Turky' is in no list. Did you mean Turkey [turkey]?",
        "row 3, column M (commitment): 'restates' is none of asserts, denies, anticipates,",
        "row 5, column C (id): 's1' is the id of row 2 already.",
        "row 5, column O (start): '9/4/2025' is not a day: write it as",
    ):
        assert part in told


def test_what_rows_mean_is_told_row_by_row() -> None:
    told = refused(
        WITH_TEXT,
        WARNED | {"speaker": "Turky", "addressees": "Tripolis"},
        MET | {"place": "Tripoli", "told_by": "s9", "evidence": "Officials met in Viena."},
        LINE | {"declared_by": "", "trigger": "a base"},
        WARNED | {"id": "s2", "start": "2025-04-09", "said_at": "s1"},
    )
    assert "Did you mean Turkey [turkey]?" in told[2, "speaker"]
    assert "is in no list" in told[2, "addressees"]
    assert "The nearest sentence is “Officials met in Vienna.”" in told[3, "evidence"]
    assert "who drew the line" in told[4, "declared_by"]
    assert "does not stand in the article" in told[4, "trigger"]
    assert "needs the article's words for the time" in told[5, "start"]
    assert "'s1' (row 3) is a statement, no meeting" in told[5, "said_at"]


@pytest.mark.parametrize(
    ("change", "column", "words"),
    [
        ({"place": "Tripoli"}, "place", "Tripoli (Lebanon) [tripoli-lebanon]"),
        ({"place": "NATO"}, "place", "is in no list"),
        ({"place": "nato"}, "place", "is an actor, no place"),
        ({"participants": "X [chief]"}, "participants", "official, person, armed-group"),
        ({"participants": "X [person, of atlantis]"}, "participants", "'atlantis' is no id"),
        ({"told_by": "s9"}, "told_by", "no row of this article has the id 's9'"),
        ({"time": "tomorrow"}, "time", "does not stand in the article"),
    ],
)
def test_a_cell_that_means_nothing_is_told(change: dict[str, str], column: str, words: str) -> None:
    assert words in refused(WITH_TEXT, MET | change)[2, column]


def test_days_that_the_words_do_not_mean_are_refused() -> None:
    told = refused(WITH_TEXT, WARNED | {"time": "on Wednesday", "start": "2025-04-08"})
    assert "means 2025-04-09 to 2025-04-09 here" in told[2, "start"]


def test_nothing_of_a_sheet_with_a_mistake_lands() -> None:
    store = EmbeddedStore.in_memory()
    other = {"article": "other", "source": "https://news.example/other"}
    with pytest.raises(SheetError):
        into(store, WITH_TEXT, WARNED, ARTICLE | other, MET | other | {"place": "Tripoli"})
    assert store.articles() == []


def test_cells_of_one_article_must_agree() -> None:
    told = refused(WITH_TEXT, WARNED | {"published": "2025-04-11"})
    assert "'2025-04-10' in row 2" in told[2, "published"]
    assert "no address" in refused(WITH_TEXT | {"source": "news example"}, WARNED)[1, "source"]


def test_a_cell_for_another_type_of_row_is_refused() -> None:
    assert (
        "is for rows of type statement"
        in refused(WITH_TEXT, MET | {"speaker": "Turkey"})[2, "speaker"]
    )


# CSV


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_csv_is_read_however_it_is_parted_and_encoded(delimiter: str, encoding: str) -> None:
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=delimiter)
    names = list(dict.fromkeys([*WITH_TEXT, *WARNED]))
    writer.writerow([name.replace("_", " ").title() for name in names])
    for row in (WITH_TEXT, WARNED):
        writer.writerow([row.get(name, "") for name in names])
    sheet = parse_sheet(buffer.getvalue().encode(encoding), "x.csv", ".csv")
    (found,) = check_sheet(sheet, base=DEFAULT_BASE)
    assert found.article.text == TEXT
    assert len(found.claims) == 1


def test_an_encoding_of_old_may_be_named() -> None:
    row = {
        "type": "article",
        "evidence": "",
        "article": "x",
        "text": "قالت تركيا إنها تحذر اليونان",
    }
    line = ",".join(row) + "\n" + ",".join(row.values()) + "\n"
    sheet = parse_sheet(line.encode("windows-1256"), "x.csv", ".csv", "windows-1256")
    assert sheet.rows[0].get("text") == row["text"]


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"name,price\na,1\n", "is no claim sheet: it has no columns type and evidence"),
        (b"", "is no claim sheet"),
        (b"type,evidence,article\n", "has columns but no rows"),
        (b'type,evidence,article\nstatement,"open,x\n', "is not CSV throughout"),
        (b"type,evidence\0,article\n", "zero byte"),
    ],
)
def test_a_csv_that_is_no_sheet_is_told(raw: bytes, words: str) -> None:
    with pytest.raises(ReadError, match=words):
        parse_sheet(raw, "x.csv", ".csv")


def test_a_sheet_too_large_is_refused() -> None:
    with pytest.raises(ReadError, match="is larger than 32 MB"):
        parse_sheet(b"type,evidence\n" + b"x" * 50_000_000, "x.csv", ".csv")
    rows = b"statement,x,y\n" * 100_001
    with pytest.raises(ReadError, match="has more than 100,000 rows"):
        parse_sheet(b"type,evidence,article\n" + rows, "x.csv", ".csv")


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b'{"article": {}}', "is no claim sheet"),
        (b"[1, 2]", "is no claim sheet"),
        (b"{", "is not JSON"),
        (b"[" * 100_000, "is nested too deeply|is not JSON"),
        (b'[{"type": "statement", "evidence": ["a"]}]', "takes one text"),
        (b'[{"type": "statement", "evidence": "a", "evidnce": "a"}]', "Did you mean evidence"),
    ],
)
def test_json_that_is_no_sheet_is_told(raw: bytes, words: str) -> None:
    with pytest.raises(ReadError, match=words):
        check_sheet(parse_sheet(raw, "x.json", ".json"), base=DEFAULT_BASE)


# Out and in again


def demo(*names: str) -> EmbeddedStore:
    store = EmbeddedStore.in_memory()
    for name in names:
        path = ROOT / name
        ingest(to_source(path.read_bytes(), path.name), store, at=AT)
    return store


ROUND = (
    "kg/demo/army-radio.ar.txt",
    "kg/demo/security-council.en.txt",
    "tests/fixtures/extract/venezuela.en.txt",
    "tests/fixtures/extract/essequibo.tr.txt",
    "tests/fixtures/extract/strait.he.txt",
)


@pytest.mark.parametrize("form", ["csv", "xlsx", "json"])
def test_an_export_with_text_imports_to_the_same_dataset(form: Form) -> None:
    store, again = demo(*ROUND), EmbeddedStore.in_memory()
    raw = b"".join(sheet_chunks(SheetRows(store, None, True), form))
    ingest_sheet(parse_sheet(raw, f"x.{form}", f".{form}"), again, at=AT)
    assert quads(again) == quads(store)
    reports = ingest_sheet(parse_sheet(raw, f"x.{form}", f".{form}"), store, at=LATER)
    assert {r.put.outcome for r in reports} == {"unchanged"}


def test_sheets_made_by_hand_come_back_as_well() -> None:
    store, again = EmbeddedStore.in_memory(), EmbeddedStore.in_memory()
    into(store, WITH_TEXT, WARNED | {"time": "on Wednesday"}, MET | {"told_by": "s1"}, LINE)
    raw = b"".join(sheet_chunks(SheetRows(store, None, True), "csv"))
    ingest_sheet(parse_sheet(raw, "x.csv", ".csv"), again, at=AT)
    assert quads(again) == quads(store)


def test_a_row_changed_by_hand_is_no_longer_the_programs() -> None:
    store = demo("kg/demo/security-council.en.txt")
    rows = list(SheetRows(store, None, True))
    changed = next(i for i, r in enumerate(rows) if r["type"] == "statement")
    rows[changed]["act"] = "denies" if rows[changed]["act"] != "denies" else "warns"
    again = EmbeddedStore.in_memory()
    raw = json.dumps({"rows": rows}).encode()
    ingest_sheet(parse_sheet(raw, "x.json", ".json"), again, at=AT)
    found = again.extraction(again.articles()[0].iri).claims
    assert [c.extractor for c in found].count("sheet/1") == 1
    assert seal_of(rows[changed]) != rows[changed]["seal"]


def test_claims_that_fit_are_written_with_those_they_point_to() -> None:
    store = demo("tests/fixtures/extract/venezuela.en.txt")
    found = store.extraction(store.articles()[0].iri)
    part = next(c for c in found.claims if c.under)
    assert part.under is not None
    rows = list(SheetRows(store, frozenset({part.under})))
    assert {r["type"] for r in rows} >= {"article", "statement"}
    ids = {r.get("id") for r in rows}
    assert all(r["told_by"] in ids for r in rows if "told_by" in r)
    raw = json.dumps({"rows": rows}).encode()
    reports = ingest_sheet(parse_sheet(raw, "x.json", ".json"), store, at=LATER)
    assert {r.put.outcome for r in reports} == {"unchanged"}


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_no_cell_of_an_export_is_a_formula_and_words_come_back(form: Form) -> None:
    store = EmbeddedStore.in_memory()
    odd = "'=1+1 is a name"
    rows = (
        WITH_TEXT,
        WARNED | {"evidence": "=1+1 is written on the wall.", "speaker": f"{odd} [person]"},
    )
    into(store, *rows)
    raw = b"".join(sheet_chunks(SheetRows(store, None, True), form))
    if form == "csv":
        cells = [c for line in csv.reader(io.StringIO(raw.decode("utf-8-sig"))) for c in line]
        assert not [c for c in cells if c.startswith(("=", "+", "-", "@"))]
        assert "'=1+1 is written on the wall." in cells
    again = EmbeddedStore.in_memory()
    ingest_sheet(parse_sheet(raw, f"x.{form}", f".{form}"), again, at=AT)
    assert quads(again) == quads(store)


def test_a_long_text_with_odd_line_ends_goes_through_cells() -> None:
    text = TEXT + "Turkey said more. " * 3000 + "\r\nA line.\r\n\tEnd _x0041_.\n"
    for form in ("csv", "xlsx", "json"):
        store, again = EmbeddedStore.in_memory(), EmbeddedStore.in_memory()
        into(store, WITH_TEXT | {"text": text}, WARNED)
        raw = b"".join(sheet_chunks(SheetRows(store, None, True), form))
        ingest_sheet(parse_sheet(raw, f"x.{form}", f".{form}"), again, at=AT)
        assert quads(again) == quads(store), form


def test_a_text_that_a_spreadsheet_cut_is_told() -> None:
    store = EmbeddedStore.in_memory()
    into(store, WITH_TEXT, WARNED)
    rows = list(SheetRows(store, None, True))
    rows[0]["text"] = rows[0]["text"][:-20]
    with pytest.raises(SheetError, match="is not the text that was exported"):
        ingest_sheet(
            parse_sheet(json.dumps(rows).encode(), "x.json", ".json"),
            EmbeddedStore.in_memory(),
            at=AT,
        )


# The template


@pytest.mark.parametrize("form", ["csv", "xlsx", "json"])
def test_the_template_is_a_sheet_without_rows(form: Form) -> None:
    raw = b"".join(sheet_chunks(template_rows(), form))
    with pytest.raises(ReadError, match="has columns but no rows"):
        parse_sheet(raw, f"x.{form}", f".{form}")


def test_the_examples_of_the_template_are_a_sheet() -> None:
    found = made(*EXAMPLES)
    assert [type(c).__name__ for c in found.claims] == ["Statement", "RedLine", "Meeting"]
    meeting = next(found.meetings)
    assert meeting.commitment == "anticipates"
    assert meeting.time is not None
    assert str(meeting.time.earliest) == "2025-04-14"
