"""Claim sheets in workbooks: what Excel does to cells, and files that are made to do harm."""

import io
import zipfile
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from kg.cli.sheets import sheet_chunks
from kg.errors import ReadError, SheetError
from kg.export.sheet import HEADER
from kg.export.sheet_template import template_rows
from kg.model.extraction import Extraction
from kg.model.sheet import Sheet
from kg.pipeline.sheets import check_sheet
from kg.read.sheet import parse_sheet
from kg.read.sheet_xlsx import escaped, unescaped
from kg.vocabulary import DEFAULT_BASE

TEXT = "Turkey warned Greece on Wednesday. Officials met in Vienna."
COLUMNS = (
    "type",
    "article",
    "evidence",
    "speaker",
    "act",
    "published",
    "source",
    "text",
    "language",
)
ROWS: tuple[tuple[Any, ...], ...] = (
    ("article", "port", None, None, None, date(2025, 4, 10), "https://news.example/p", TEXT, "en"),
    ("statement", "port", "Turkey warned Greece on Wednesday.", "Turkey", "warns"),
)


def workbook(change: Callable[[Workbook], None] | None = None) -> bytes:
    book = Workbook()
    assert book.active is not None
    book.active.append(COLUMNS)
    for row in ROWS:
        book.active.append(row)
    if change is not None:
        change(book)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def read(raw: bytes) -> Sheet:
    return parse_sheet(raw, "x.xlsx", ".xlsx")


def claims(raw: bytes) -> Extraction:
    (found,) = check_sheet(read(raw), base=DEFAULT_BASE)
    return found


def mistakes(raw: bytes) -> str:
    with pytest.raises(SheetError) as caught:
        claims(raw)
    return str(caught.value)


def repacked(raw: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """Return the workbook with one part of it changed."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(raw)) as old,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            body = old.read(name)
            new.writestr(name, change(body) if name == part else body)
    return file.getvalue()


def test_a_cell_with_a_date_is_a_day() -> None:
    found = claims(workbook())
    assert str(found.article.published) == "2025-04-10"
    assert len(found.claims) == 1


def test_excels_number_of_a_day_is_told_as_the_day() -> None:
    def number(book: Workbook) -> None:
        book.active["F2"] = 45757
        book.active["F2"].number_format = "General"

    assert "row 2, column F (published): 45757 may be Excel's number for 2025-04-10." in mistakes(
        workbook(number)
    )


def test_formulas_errors_and_merged_cells_are_refused_by_name() -> None:
    def spoil(book: Workbook) -> None:
        book.active["D3"] = '=HYPERLINK("http://evil.example")'
        book.active["E3"] = "#N/A"
        book.active.merge_cells("A4:B5")

    told = mistakes(workbook(spoil))
    assert "cell D3 holds a formula" in told
    assert "cell E3 holds the error #N/A" in told
    assert "row 4: cells A4:B5 are merged" in told


def test_a_hidden_worksheet_is_not_read_and_that_is_said() -> None:
    def hide(book: Workbook) -> None:
        tab = book.create_sheet("secret")
        tab.append(COLUMNS)
        tab.append(("statement", "other", "Words that stand nowhere.", "Nobody", "warns"))
        tab.sheet_state = "hidden"
        book.create_sheet("notes").append(["for myself"])

    sheet = read(workbook(hide))
    assert len(sheet.rows) == 2
    assert any("hidden worksheet 'secret'" in note for note in sheet.notes)
    assert any("'notes' holds no claims" in note for note in sheet.notes)


def test_claims_on_two_worksheets_are_refused() -> None:
    def double(book: Workbook) -> None:
        book.create_sheet("more").append(COLUMNS)

    with pytest.raises(ReadError, match="has claims on two worksheets, 'Sheet' and 'more'"):
        read(workbook(double))


def test_a_cell_far_to_the_right_is_refused() -> None:
    def far(book: Workbook) -> None:
        book.active.cell(row=3, column=16_000, value="x")

    with pytest.raises(ReadError, match="of row 3; a claim sheet ends before column GS"):
        read(workbook(far))


def test_a_row_far_below_is_refused() -> None:
    def far(book: Workbook) -> None:
        book.active.cell(row=1_000_000, column=1, value="x")

    with pytest.raises(ReadError, match="has more than 100,000 rows"):
        read(workbook(far))


def test_a_zip_bomb_is_not_unpacked() -> None:
    file = io.BytesIO()
    with (
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part,
    ):
        for _ in range(200):
            part.write(b" " * 1_000_000)
    assert len(file.getvalue()) < 1_000_000
    with pytest.raises(ReadError, match="unpacks to more than 150 MB"):
        read(file.getvalue())


@pytest.mark.parametrize(
    "part",
    ["xl/worksheets/sheet1.xml", "docProps/core.xml", "xl/workbook.xml", "xl/styles.xml"],
)
def test_entities_are_never_expanded(part: str) -> None:
    lines = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 20}">' for n in range(1, 9))
    bomb = f'<!DOCTYPE x [<!ENTITY e0 "boom">{lines}]>'.encode()

    def add(body: bytes) -> bytes:
        head, mark, rest = body.partition(b"?>") if body.startswith(b"<?") else (b"", b"", body)
        return head + mark + bomb + rest.replace(b"Turkey warned", b"&e8; warned")

    raw = repacked(workbook(), part, add)
    for changed in (raw, repacked(raw, part, lambda b: b.decode().encode("utf-16"))):
        with pytest.raises(ReadError, match=f"holds a document type in {part}"):
            read(changed)


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"type,evidence\n", "cannot be read as a workbook"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "is encrypted, or an old .xls"),
        (b"PK\x03\x04" + b"\0" * 600, "cannot be read as a workbook"),
        (b"", "cannot be read as a workbook"),
    ],
)
def test_what_is_no_workbook_is_told(raw: bytes, words: str) -> None:
    with pytest.raises(ReadError, match=words):
        read(raw)


def test_a_broken_part_is_told() -> None:
    for part in ("xl/worksheets/sheet1.xml", "xl/workbook.xml", "[Content_Types].xml"):
        with pytest.raises(ReadError, match="cannot be read as a workbook"):
            read(repacked(workbook(), part, lambda body: body[: len(body) // 2]))


def test_characters_that_xml_lacks_come_back() -> None:
    odd = "a\rb\x0bc_x000D_d\ufffe"
    assert unescaped(escaped(odd)) == odd


def test_the_template_offers_choices_and_explains_every_column() -> None:
    raw = b"".join(sheet_chunks(template_rows(), "xlsx"))
    book = load_workbook(io.BytesIO(raw))
    tab = book["claims"]
    assert tuple(cell.value for cell in tab[1]) == HEADER
    lists = {str(v.sqref): v.formula1 for v in tab.data_validations.dataValidation}
    assert '"article,text,statement,meeting,redline"' in lists.values()
    assert [row[0] for row in book["columns"].iter_rows(min_row=2, values_only=True)] == list(
        HEADER
    )
    assert tab["B5"].value == "port-talks"


def test_an_edited_template_is_a_sheet() -> None:
    raw = b"".join(sheet_chunks(template_rows(), "xlsx"))
    book = load_workbook(io.BytesIO(raw))
    tab = book["claims"]
    for row in range(3, tab.max_row + 1):
        tab.cell(row=row, column=1).value = str(tab.cell(row=row, column=1).value).removeprefix(
            "# "
        )
    file = io.BytesIO()
    book.save(file)
    found = claims(file.getvalue())
    assert len(found.claims) == 3
