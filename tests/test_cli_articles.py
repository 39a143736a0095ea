"""`claimline articles set`: what is known of an article, corrected; also through a server."""

import json
from pathlib import Path

import pytest

from kg.cli import run
from kg.store.embedded import EmbeddedStore
from tests.conformance.conftest import serve

ARTICLE = (
    "---\ntitle: Two delegations\nsource: https://example.org/vienna\nlang: en\n---\n"
    "French and German officials met in Vienna yesterday.\n\nFrance denied any quarrel.\n"
)


@pytest.fixture
def filled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> str:
    """The IRI of an article without a day of publication, in the store `s`."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CLAIMLINE_STORE", raising=False)
    Path("vienna.txt").write_text(ARTICLE, encoding="utf-8")
    assert run(["add", "vienna.txt", "--store", "s"]) == 0
    capsys.readouterr()
    return _listed(capsys)["iri"]


def _listed(capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    assert run(["articles", "--store", "s", "--format", "json"]) == 0
    (article,) = json.loads(capsys.readouterr().out)
    return article


def _met(iri: str) -> tuple[str | None, str | None]:
    """Return when the officials met, and where the day of publication comes from."""
    store = EmbeddedStore.open(Path("s"), create=False)
    try:
        found = store.extraction(iri)
    finally:
        store.close()
    (time,) = [c.time for c in found.claims if c.time is not None]
    return (str(time.earliest) if time.earliest else None, found.article.published_from)


def test_setting_the_day_moves_what_counts_from_it(
    filled: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _met(filled) == (None, None)
    assert run(["articles", "set", filled, "--published", "2025-04-10", "--store", "s"]) == 0
    assert "times moved: 1" in capsys.readouterr().out
    assert _met(filled) == ("2025-04-09", "user")
    assert run(["articles", "--store", "s", "set", filled, "--published", "unknown"]) == 0
    assert _met(filled) == (None, None)


def test_title_and_publisher_are_corrected_and_claims_stay(
    filled: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = _listed(capsys)
    argv = ["articles", "set", filled, "--title", "Two  delegations meet", "--publisher", "Wire"]
    assert run([*argv, "--store", "s"]) == 0
    after = _listed(capsys)
    assert after["title"] == "Two delegations meet"
    assert after["claims"] == before["claims"]


def test_what_cannot_be_set_is_told(filled: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["articles", "set", filled, "--store", "s"]) == 2
    assert "Say what to set" in capsys.readouterr().err
    assert run(["articles", "set", filled, "--published", "10/4/2025", "--store", "s"]) == 2
    assert "10/4/2025" in capsys.readouterr().err
    unknown = filled[:-1] + ("0" if filled[-1] != "0" else "1")
    assert run(["articles", "set", unknown, "--published", "2025-04-10", "--store", "s"]) == 2
    assert "There is no article" in capsys.readouterr().err
    assert run(["remove", filled, "--store", "s"]) == 0
    assert run(["articles", "set", filled, "--title", "Other", "--store", "s"]) == 2
    assert "was withdrawn" in capsys.readouterr().err


def test_a_server_that_holds_the_store_takes_the_day(
    filled: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with serve(tmp_path / "s"):
        argv = ["articles", "set", filled, "--published", "2025-04-10", "--title", "Seen anew"]
        assert run([*argv, "--store", "s"]) == 0
        assert "times moved: 1" in capsys.readouterr().out
        assert _listed(capsys)["published"] == "2025-04-10"
    assert _listed(capsys)["title"] == "Seen anew"
    assert _met(filled) == ("2025-04-09", "user")


@pytest.mark.usefixtures("filled")
def test_how_an_article_was_read_is_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    long = ARTICLE + "".join(f"Nobody said a word about ferry number {n}.\n" for n in range(40))
    for name in ("here", "there"):
        text = long.replace("/vienna", f"/{name}")
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    assert run(["add", "here.txt", "--store", "s"]) == 0
    assert run(["add", "there.txt", "--published", "2025-04-10", "--store", "s"]) == 0
    store = EmbeddedStore.open(Path("s"), create=False)
    here = next(a.iri for a in store.articles() if a.source == "https://example.org/here")
    store.close()
    capsys.readouterr()
    assert run(["articles", "show", here, "--store", "s", "--format", "json"]) == 0
    facts = json.loads(capsys.readouterr().out)
    assert (facts["title"], facts["published"], facts["language"]) == (
        "Two delegations",
        None,
        "en",
    )
    assert (facts["encoding"], facts["encoding_from"]) == ("utf-8", "fits")
    assert facts["claims"]["claims"] == sum(facts["extractors"].values()) == 2
    assert facts["claims"]["reviewed"] == 0
    (same,) = facts["copies"]
    assert run(["articles", "--store", "s", "show", same["iri"]]) == 0
    shown = capsys.readouterr().out
    assert "Published: 2025-04-10 (known from: user)" in shown
    assert f"Same text: Two delegations (?), {here}" in shown
    assert "Read by: rules/" in shown


def test_an_article_that_is_not_there_is_not_shown(
    filled: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["articles", "show", f"{filled}0", "--store", "s"]) == 2
    assert "There is no article" in capsys.readouterr().err
