"""The command line as a user meets it: through `claimline`, in a folder of its own."""

import json
import subprocess
import sys
import types
from pathlib import Path

import pytest

from kg.cli import run
from kg.cli.export import _FILTERS
from kg.query.filters import Filter

ROOT = Path(__file__).parent.parent
ARTICLE = """---
title: Kestria and Meridia meet in Vienna
published: 2025-03-06
publisher: Sample Wire
source: https://example.org/vienna
lang: en
---
The French foreign ministry said on Thursday that French and German officials met in Vienna.

"Any attack on the port will be a red line," a senior French official told Germany.
"""


@pytest.fixture
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An article in an otherwise empty folder, which is the working folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CLAIMLINE_STORE", raising=False)
    path = tmp_path / "vienna.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def claimline(*arguments: str) -> int:
    return run(list(arguments))


def test_help_names_every_command_and_loads_nothing_heavy() -> None:
    code = (
        "import sys; from kg.cli import run; run(['--help']);"
        "print([m for m in ('pyvis', 'pyshacl', 'trafilatura', 'flask', 'pyoxigraph', 'rdflib')"
        " if m in sys.modules])"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.endswith("[]\n")
    assert "demo" in shown.stdout


def test_extract_prints_one_json_object_a_line(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article.with_name("again.txt").write_text(ARTICLE.replace("Vienna", "Paris"), encoding="utf-8")
    assert claimline("extract", str(article.parent), "--format", "json") == 0
    documents = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [set(d) for d in documents] == [
        {"article", "actors", "locations", "claims", "warnings"}
    ] * 2
    assert {c["type"] for d in documents for c in d["claims"]} == {
        "statement",
        "meeting",
        "redline",
    }


def test_add_then_articles_query_export_and_remove(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert claimline("add", "vienna.txt") == 0
    assert "added" in capsys.readouterr().out
    assert claimline("add", "vienna.txt") == 0
    assert "unchanged" in capsys.readouterr().out
    assert claimline("articles", "--format", "json") == 0
    (listed,) = json.loads(capsys.readouterr().out)
    assert listed["published"] == "2025-03-06"
    assert listed["claims"] >= 2
    assert claimline("query", "--name", "red-lines", "--format", "csv") == 0
    assert "attack on the port" in capsys.readouterr().out
    assert claimline("export", "-o", "all.ttl") == 0
    assert "clm:RedLine" in Path("all.ttl").read_text(encoding="utf-8")
    assert claimline("remove", listed["iri"]) == 0
    capsys.readouterr()
    assert claimline("articles", "--format", "json") == 0
    assert json.loads(capsys.readouterr().out) == []
    assert claimline("remove", listed["iri"], "--purge", "--yes") == 0


def test_check_stores_nothing(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert claimline("add", "vienna.txt", "--check") == 0
    assert "Vienna" in capsys.readouterr().out
    assert [p.name for p in article.parent.iterdir()] == ["vienna.txt"]


def test_a_flag_wins_over_front_matter(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert claimline("extract", "vienna.txt", "--published", "2025-03-13", "--format", "json") == 0
    told = json.loads(capsys.readouterr().out)["article"]
    assert (told["published"], told["published_from"]) == ("2025-03-13", "user")


def test_a_missing_publication_date_warns_and_names_the_flag(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article.write_text(ARTICLE.split("---\n", 2)[2], encoding="utf-8")
    assert claimline("extract", "vienna.txt", "--format", "json") == 0
    assert "--published" in capsys.readouterr().err


BAD_FILES = {
    "empty.txt": (b"", "empty"),
    "binary.txt": (b"\x89PNG\r\n\x1a\n\x00\x00\x00", "binary"),
    "latin.txt": ("Ein Gespräch in Köln".encode("latin-1"), "offset 9"),
    "line.txt": (b"word " * 1_000_000, "long"),
    "date.txt": (b"---\npublished: 2025-02-31\n---\nText.", "2025-02-31"),
    "language.txt": (b"---\nlang: xx\n---\nText.", "xx"),
    "address.txt": (b"---\nsource: https://example.org/a b\n---\nText.", "a b"),
}


@pytest.mark.parametrize("name", sorted(BAD_FILES))
def test_a_bad_file_is_told_and_nothing_is_stored(
    name: str, article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content, word = BAD_FILES[name]
    Path(name).write_bytes(content)
    assert claimline("add", name) == 2
    told = capsys.readouterr().err
    assert name in told
    assert word in told
    assert "Traceback" not in told


def test_a_folder_with_one_broken_file_lands_in_part(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("broken.txt").write_bytes(b"\xff\xfe\x00")
    assert claimline("add", ".", "--store", "../elsewhere") == 2
    told = capsys.readouterr()
    assert "vienna.txt" in told.out
    assert "broken.txt" in told.err
    assert "1 added; 1 failed" in told.err


def test_a_file_without_a_claim_lands_with_a_warning(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("garden.txt").write_text(
        "The roses are in flower and the bees are busy.\n", encoding="utf-8"
    )
    assert claimline("add", "garden.txt", "--lang", "en") == 0
    assert "no claim" in capsys.readouterr().err.lower()


def test_impossible_days_and_unknown_languages_are_refused_as_flags(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert claimline("add", "vienna.txt", "--published", "2025-02-31") == 2
    assert "2025-02-31" in capsys.readouterr().err
    assert claimline("add", "vienna.txt", "--lang", "xx") == 2
    assert "xx" in capsys.readouterr().err


def test_a_folder_that_is_no_store_is_refused(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert claimline("add", "vienna.txt", "--store", ".") == 2
    assert "no Claimline store" in capsys.readouterr().err
    assert [p.name for p in article.parent.iterdir()] == ["vienna.txt"]


def test_a_store_that_is_not_there_is_told_with_the_way_to_make_one(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert claimline("articles", "--store", "nowhere") == 2
    assert "claimline add" in capsys.readouterr().err
    assert not Path("nowhere").exists()


def test_another_base_is_refused(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert claimline("add", "vienna.txt") == 0
    assert claimline("add", "vienna.txt", "--base", "https://data.example.org/") == 2
    assert "https://data.example.org/" in capsys.readouterr().err


def test_malformed_sparql_names_line_and_column(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert claimline("add", "vienna.txt") == 0
    assert claimline("query", "-e", "SELECT * WHERE {\n  ?s ?p }") == 2
    assert "line 2" in capsys.readouterr().err


def test_a_federated_query_is_refused(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert claimline("add", "vienna.txt") == 0
    query = "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"
    assert claimline("query", "-e", query) == 2
    assert "SERVICE" in capsys.readouterr().err


def test_a_mistyped_command_is_answered_with_the_near_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert claimline("extrat") == 2
    assert "'extract'" in capsys.readouterr().err


def test_the_demo_leaves_a_store_of_ones_own_alone(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert claimline("add", "vienna.txt", "--store", "own") == 0
    assert claimline("demo", "--store", "own", "--port", "0", "--no-browser") == 2
    assert "claimline serve --store own" in capsys.readouterr().err


def test_a_foreign_package_named_web_is_told(
    article: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    foreign = types.ModuleType("web")
    foreign.__file__ = "/elsewhere/web.py"
    monkeypatch.setitem(sys.modules, "web", foreign)
    assert claimline("serve", "--store", "new", "--port", "0") == 3
    assert "/elsewhere/web.py" in capsys.readouterr().err


def test_merging_and_undoing_by_the_command_line(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("other.txt").write_text(ARTICLE.replace("vienna", "vienna-2"), encoding="utf-8")
    assert claimline("extract", "vienna.txt", "other.txt", "--format", "json") == 0
    documents = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    one, two = (next(c["event"] for c in d["claims"] if c["type"] == "meeting") for d in documents)
    assert claimline("add", "vienna.txt", "other.txt") == 0
    assert claimline("merge", one, two, "--by", "editor") == 0
    assert claimline("query", "--name", "disputed-facts") == 0
    assert claimline("merge", one, "--undo", "--by", "editor") == 0
    assert claimline("merge", one, one) == 2
    assert claimline("merge", one) == 2
    assert "Name two events" in capsys.readouterr().err


@pytest.mark.parametrize("form", ["table", "csv", "tsv", "json", "xml"])
def test_rows_are_written_in_every_format(
    form: str, article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert claimline("add", "vienna.txt") == 0
    capsys.readouterr()
    assert claimline("query", "--name", "articles", "--format", form) == 0
    assert "Kestria and Meridia" in capsys.readouterr().out


def test_graphs_are_written_as_trig(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert claimline("add", "vienna.txt") == 0
    capsys.readouterr()
    asked = "CONSTRUCT WHERE { ?s a <https://w3id.org/claimline/ns#Meeting> }"
    assert claimline("query", "-e", asked, "--format", "trig") == 0
    assert "clm:Meeting" in capsys.readouterr().out


@pytest.mark.parametrize("given", ["knd=meeting", "kind"])
def test_a_misspelt_filter_is_refused(
    given: str, article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert claimline("add", "vienna.txt") == 0
    assert claimline("export", "-f", given) == 2
    assert given in capsys.readouterr().err


def test_the_network_is_exported_as_a_page(article: Path) -> None:
    assert claimline("add", "vienna.txt") == 0
    assert (
        claimline("export", "--format", "network-html", "-f", "kind=meeting", "-o", "n.html") == 0
    )
    text = Path("n.html").read_text(encoding="utf-8")
    assert text.startswith("<!DOCTYPE html>")
    assert "kind: <bdi>meeting</bdi>" in text
    assert "vis-network" in text


def test_the_calendar_is_exported_with_links_to_a_site(article: Path) -> None:
    assert claimline("add", "vienna.txt") == 0
    site = "https://claims.test/"
    assert claimline("export", "--format", "ics", "--site", site, "-o", "c.ics") == 0
    text = Path("c.ics").read_bytes().replace(b"\r\n ", b"").decode("utf-8")
    assert "SOURCE;VALUE=URI:https://claims.test/export.ics\r\n" in text
    assert "URL:https://claims.test/events/" in text


def test_the_feed_is_exported_whole(article: Path) -> None:
    assert claimline("add", "vienna.txt") == 0
    assert claimline("export", "--format", "atom", "-f", "kind=redline", "-o", "f.atom") == 0
    text = Path("f.atom").read_text(encoding="utf-8")
    assert "<fh:complete/>" in text
    assert "<subtitle>kind: redline</subtitle>" in text
    assert text.count("<entry>") == 1


def test_a_filter_given_again_takes_any_of_its_values(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert claimline("add", "vienna.txt") == 0
    filters = ["-f", "kind=redline", "-f", "kind=meeting"]
    assert claimline("export", "--format", "atom", *filters, "-o", "f.atom") == 0
    text = Path("f.atom").read_text(encoding="utf-8")
    assert "<subtitle>kind: redline or meeting</subtitle>" in text
    assert text.count("<entry>") == 2
    capsys.readouterr()
    assert claimline("export", "-f", "q=a", "-f", "q=b") == 2
    assert "q was given already" in capsys.readouterr().err


def test_csv_is_exported_for_excel_when_asked(article: Path) -> None:
    assert claimline("add", "vienna.txt") == 0
    assert claimline("export", "--format", "csv", "--bom", "-o", "c.csv") == 0
    assert Path("c.csv").read_bytes().startswith(b"\xef\xbb\xbfclaim,")


def test_a_site_that_is_no_address_is_refused(article: Path) -> None:
    assert claimline("export", "--format", "ics", "--site", "javascript:alert(1)") == 2


def test_every_filter_of_the_pages_is_one_of_the_export() -> None:
    known = {"first": "from", "last": "to"}
    assert {known.get(name, name) for name in Filter.__dataclass_fields__} == set(_FILTERS)


def test_an_export_follows_a_link_and_leaves_no_parts(article: Path) -> None:
    assert claimline("add", "vienna.txt") == 0
    Path("target.ttl").write_text("old", encoding="utf-8")
    Path("link.ttl").symlink_to("target.ttl")
    before = {p.name for p in article.parent.iterdir()}
    assert claimline("export", "-o", "link.ttl") == 0
    assert Path("link.ttl").is_symlink()
    assert "clm:Claim" in Path("target.ttl").read_text(encoding="utf-8")
    assert {p.name for p in article.parent.iterdir()} == before


def test_an_export_onto_a_full_disk_is_the_surroundings_fault(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("not run: no /dev/full on this system")
    assert claimline("add", "vienna.txt") == 0
    assert claimline("export", "-o", str(full)) == 3
    assert full.is_char_device()


def test_a_reader_that_had_enough_is_no_fault(article: Path) -> None:
    assert claimline("add", "vienna.txt") == 0
    code = "import sys; from kg.cli import main; main(['export'])"
    shell = f'"{sys.executable}" -c "{code}" | head -c 10; exit ${{PIPESTATUS[0]}}'
    environment = {"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"}
    ended = subprocess.run(["bash", "-c", shell], capture_output=True, env=environment, check=False)
    assert (ended.returncode, ended.stderr) == (0, b"")


def test_a_title_cannot_steer_the_terminal(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article.write_text(ARTICLE.replace("Kestria", "\x1b[31mKestria\u202e"), encoding="utf-8")
    assert claimline("extract", "vienna.txt") == 0
    assert {"\x1b", "\u202e"} & set(capsys.readouterr().out) == set()


def test_a_port_in_use_is_the_surroundings_fault(
    article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from kg.cli.serving import address, bind

    taken = bind("127.0.0.1", 0)
    port = address(taken).rsplit(":", 1)[1].strip("/")
    assert claimline("serve", "--port", port, "--store", "new") == 3
    assert f"Port {port}" in capsys.readouterr().err
    assert not Path("new").exists()
    taken.close()
