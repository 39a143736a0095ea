"""Claim sheets through the command line: template, add, check, export and in again."""

import subprocess
import sys
from pathlib import Path

import pytest

from kg.cli import run
from tests.conformance.conftest import serve

SHEET = """type,article,evidence,speaker,act,source,published,language
statement,port,Turkey warned Greece on Wednesday.,Turkey,warns,https://news.example/p,2025-04-10,en
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder with one sheet in it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CLAIMLINE_STORE", raising=False)
    Path("claims.csv").write_text(SHEET, encoding="utf-8")
    return tmp_path


def dumped(store: str) -> str:
    """Return a store's quads without the moments of recording."""
    assert run(["export", "--format", "nquads", "--with-text", "--store", store, "-o", "out"]) == 0
    lines = Path("out").read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines if "recordedAt" not in line and "/meta>" not in line)


@pytest.mark.parametrize("form", ["csv", "xlsx", "json"])
def test_a_template_is_written_once(
    folder: Path, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["sheet", "--template", "-o", f"empty.{form}"]) == 0
    assert (folder / f"empty.{form}").stat().st_size > 1000
    assert run(["sheet", "--template", "-o", f"empty.{form}"]) == 2
    assert "is there already" in capsys.readouterr().err
    assert run(["add", f"empty.{form}"]) == 2
    assert "has columns but no rows" in capsys.readouterr().err
    assert run(["sheet"]) == 2


def test_a_sheet_is_added_and_checked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["add", "claims.csv", "--check"]) == 0
    assert "Turkey" in capsys.readouterr().out
    assert not (folder / "claimline-data").exists()
    assert run(["add", "claims.csv"]) == 0
    said = capsys.readouterr()
    assert "added" in said.out
    assert "kept as its text" in said.err
    assert run(["add", "claims.csv"]) == 0
    assert "unchanged" in capsys.readouterr().out


def test_a_sheet_adds_to_an_article_of_the_same_command(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("page.txt").write_text(
        "---\nsource: https://news.example/p\nlang: en\npublished: 2025-04-10\n---\n"
        "It is said that Turkey warned Greece on Wednesday.\n",
        encoding="utf-8",
    )
    sheet = SHEET.replace("Turkey warned Greece on Wednesday.", "warned Greece on Wednesday.")
    Path("claims.csv").write_text(sheet, encoding="utf-8")
    assert run(["add", "claims.csv", "page.txt"]) == 0
    out = capsys.readouterr().out
    assert "added" in out
    assert "replaced" in out


def test_mistakes_are_told_one_a_line_and_nothing_lands(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("claims.csv").write_text(SHEET.replace("warns", "warnd").replace("Turkey,", "Turky,"))
    for argv in (["add", "claims.csv"], ["add", "claims.csv", "--check"]):
        assert run(argv) == 2
        lines = capsys.readouterr().err.splitlines()
        assert "claims.csv has 2 mistakes; nothing of it was stored:" in lines[0]
        assert lines[1].strip().startswith("row 2, column E (act): 'warnd' is none of announces,")
        assert "Did you mean Turkey [turkey]?" in lines[2]
    assert run(["articles"]) == 0
    assert "No article yet" in capsys.readouterr().out


def test_flags_do_not_speak_for_a_sheet(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["add", "claims.csv", "--publisher", "Wire"]) == 2
    assert "are columns of a claim sheet" in capsys.readouterr().err
    assert run(["add", "missing.xlsx"]) == 2
    assert "does not exist" in capsys.readouterr().err


@pytest.mark.parametrize("form", ["csv", "xlsx", "json"])
def test_an_exported_sheet_makes_the_same_store(folder: Path, form: str) -> None:
    demo = Path(__file__).parent.parent / "kg" / "demo"
    assert run(["add", str(demo / "host-offer.en.txt"), "--store", "a"]) == 0
    argv = ["export", "--format", "sheet", "--with-text", "-o", f"all.{form}", "--store", "a"]
    assert run(argv) == 0
    assert run(["add", f"all.{form}", "--store", "b"]) == 0
    assert dumped("a") == dumped("b")


def test_claims_that_fit_a_filter_are_written(folder: Path) -> None:
    demo = Path(__file__).parent.parent / "kg" / "demo"
    assert run(["add", str(demo), "--store", "a"]) == 0
    for argv in (["-o", "all.csv"], ["-o", "some.csv", "-f", "kind=redline"]):
        assert run(["export", "--format", "sheet", "--store", "a", *argv]) == 0
    assert Path("some.csv").stat().st_size < Path("all.csv").stat().st_size
    assert "redline" in Path("some.csv").read_text(encoding="utf-8-sig")
    assert run(["add", "some.csv", "--store", "a"]) == 0


def test_a_server_that_holds_the_store_takes_a_sheet(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["add", "claims.csv", "--store", "s"]) == 0
    second = SHEET.replace("on Wednesday", "again").replace("warns", "asserts")
    Path("more.csv").write_text(second, encoding="utf-8")
    with serve(folder / "s"):
        capsys.readouterr()
        assert run(["add", "more.csv", "--store", "s"]) == 0
        assert "replaced" in capsys.readouterr().out
    assert run(["add", "more.csv", "claims.csv", "--store", "s"]) == 0
    assert "unchanged" in capsys.readouterr().out


def test_adding_a_text_loads_no_workbook_library(folder: Path) -> None:
    Path("page.txt").write_text("Turkey warned Greece.\n", encoding="utf-8")
    code = (
        "import sys; from kg.cli import run; run(['add', 'page.txt', '--lang', 'en']);"
        "print('openpyxl' in sys.modules)"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.endswith("False\n")
