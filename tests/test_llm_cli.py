"""`add` and `extract` with a model: off by default, once landed stays once, the key stays here."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from kg.cli import run
from kg.extract.answered import read_answers
from kg.extract.segment import segment
from kg.llm.answer import parse_answer
from kg.llm.prompts import load_prompt
from kg.mapping.checks import check_extraction
from kg.model.article import SourceText
from kg.model.draft import Drafts
from kg.model.iri import Iris
from kg.pipeline import extract_article
from kg.store.embedded import EmbeddedStore
from tests.llm_article import GOOD, MET, SAID, TEXT, WARNED
from tests.llm_stub import KEY, ModelServer, claims, meeting, model_server, refuse, say, statement

AT = datetime(2026, 3, 1, tzinfo=UTC)


@pytest.fixture
def stub(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[ModelServer]:
    with model_server(say(GOOD)) as server:
        monkeypatch.setenv("CLAIMLINE_LLM_URL", server.address)
        monkeypatch.setenv("CLAIMLINE_LLM_MODEL", "small-model")
        monkeypatch.setenv("CLAIMLINE_LLM_KEY", KEY)
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
        yield server


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(f"---\npublished: 2025-04-10\nlang: en\n---\n{TEXT}", encoding="utf-8")
    return path


def add(*arguments: object, store: Path) -> int:
    return run(["add", *map(str, arguments), "--store", str(store)])


def makers(store: Path) -> list[str]:
    """Return the extractors of the live claims."""
    opened = EmbeddedStore.open(store)
    try:
        (article,) = opened.articles()
        return sorted(claim.extractor for claim in opened.extraction(article.iri).claims)
    finally:
        opened.close()


def test_without_being_asked_for_no_model_is_asked(
    stub: ModelServer, article: Path, tmp_path: Path
) -> None:
    assert add(article, store=tmp_path / "s") == 0
    assert run(["extract", str(article)]) == 0
    assert stub.asked == []
    assert set(makers(tmp_path / "s")) == {"rules/1"}


def test_what_is_added_twice_lands_once(
    stub: ModelServer, article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for no_cache in ((), ("--no-cache",)):
        assert add(article, "--extractor", "llm", *no_cache, store=tmp_path / "s") == 0
        assert makers(tmp_path / "s") == ["llm:small-model"] * 4
    told = capsys.readouterr()
    assert "1 added; 0 failed" in told.err
    assert "1 unchanged; 0 failed" in told.err
    assert len(stub.asked) == 1
    host = stub.address.removeprefix("http://")
    assert f"Texts are sent to {host}, for small-model to read." in told.err
    assert KEY not in told.err + told.out


def test_extract_shows_the_claims_and_asks_anew_without_the_cache(
    stub: ModelServer, article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["extract", str(article), "--extractor", "llm", "--format", "json"]
    assert run(command) == 0
    shown = json.loads(capsys.readouterr().out)
    assert {claim["rule"] for claim in shown["claims"]} == {f"prompt:{load_prompt().version}"}
    assert {claim["review"] for claim in shown["claims"]} == {"extracted"}
    assert run(command) == 0
    assert len(stub.asked) == 1
    assert run([*command, "--no-cache"]) == 0
    assert len(stub.asked) == 2
    assert add(article, "--check", "--extractor", "llm", store=article.parent / "none") == 0


def test_workers_ask_too_and_give_the_same_dataset(stub: ModelServer, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(4):
        text = f"{TEXT}\nThe ferry number {number} left.\n"
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    dumps = []
    for workers in ("1", "2"):
        store = tmp_path / f"s{workers}"
        assert add(folder, "--extractor", "llm", "--workers", workers, store=store) == 0
        opened = EmbeddedStore.open(store)
        dumps.append({q for a in opened.articles() for q in opened.extraction(a.iri).claims})
        opened.close()
    assert len(dumps[0]) == 16
    assert dumps[0] == dumps[1]
    assert len(stub.asked) == 4  # the second time the cache answers


def test_the_extractor_that_is_asked_for_takes_the_others_place(
    stub: ModelServer, article: Path, tmp_path: Path
) -> None:
    store = tmp_path / "s"
    assert add(article, store=store) == 0
    by_rules = makers(store)
    assert add(article, "--extractor", "llm", store=store) == 0
    assert makers(store) == ["llm:small-model"] * 4
    assert add(article, store=store) == 0  # not asked for: what is there stays
    assert makers(store) == ["llm:small-model"] * 4
    assert add(article, "--extractor", "rules", store=store) == 0
    assert makers(store) == by_rules
    assert len(stub.asked) == 1


def test_claims_by_hand_are_replaced_by_no_model(
    stub: ModelServer, article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = tmp_path / "s"
    assert add(article, store=store) == 0
    opened = EmbeddedStore.open(store)
    (known,) = opened.articles()
    opened.close()
    sheet = tmp_path / "s.csv"
    row = f"statement,{known.iri},He said the “port”  was closed.,unresolved,asserts\n"
    sheet.write_text(f"type,article,evidence,speaker,act\n{row}", encoding="utf-8")
    assert add(sheet, store=store) == 0
    before = makers(store)
    assert "sheet/1" in before
    assert add(article, "--extractor", "llm", store=store) == 2
    assert "claims by hand" in capsys.readouterr().err
    assert makers(store) == before


def test_a_day_that_was_set_by_hand_dates_what_a_model_finds(
    stub: ModelServer, tmp_path: Path
) -> None:
    path, store = tmp_path / "b.txt", tmp_path / "s"
    path.write_text(TEXT, encoding="utf-8")
    assert add(path, store=store) == 0
    opened = EmbeddedStore.open(store)
    (known,) = opened.articles()
    opened.close()
    day = ["articles", "set", known.iri, "--published", "2025-04-10", "--store", str(store)]
    assert run(day) == 0
    assert add(path, "--extractor", "llm", store=store) == 0
    opened = EmbeddedStore.open(store)
    times = [c.time for c in opened.extraction(known.iri).claims if c.time]
    opened.close()
    assert [str(t.earliest) for t in times] == ["2025-04-09"]


def test_a_server_that_fails_leaves_nothing_and_says_to_try_again(
    stub: ModelServer, article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stub.answers[:] = [refuse(401, f"bad {KEY}")]
    assert add(article, "--extractor", "llm", store=tmp_path / "s") == 3
    assert run(["extract", str(article), "--extractor", "llm"]) == 3
    told = capsys.readouterr().err
    assert "refuses the key (401)" in told
    assert KEY not in told
    opened = EmbeddedStore.open(tmp_path / "s")
    assert list(opened.articles()) == []
    opened.close()


def test_a_bad_answer_about_one_article_stops_no_other(
    stub: ModelServer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(2):
        (folder / f"{number}.txt").write_text(f"{TEXT}\nNo {number}.\n", encoding="utf-8")
    stub.answers[:] = [say("no JSON"), say(GOOD)]
    assert add(folder, "--extractor", "llm", store=tmp_path / "s") == 2
    assert "1 added; 1 failed" in capsys.readouterr().err


def test_settings_are_looked_at_before_anything_is_read(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("CLAIMLINE_LLM_URL", raising=False)
    assert add("nowhere.txt", "--extractor", "llm", store=tmp_path / "s") == 2
    assert "CLAIMLINE_LLM_URL" in capsys.readouterr().err
    assert not (tmp_path / "s").exists()


def test_over_dask_the_key_does_not_travel(
    stub: ModelServer, article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ("--extractor", "llm", "--workers", "dask://127.0.0.1:1")
    assert add(article, *arguments, store=tmp_path / "s") == 2
    assert "the key does not travel" in capsys.readouterr().err


def test_a_key_in_the_clear_is_warned_of(
    stub: ModelServer, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CLAIMLINE_LLM_URL", "http://models.invalid/v1")
    run(["extract", "nowhere.txt", "--extractor", "llm"])
    assert "the key travels in the clear" in capsys.readouterr().err


# Whatever a model says, what is left of it can be stored

NAMES = st.sampled_from(
    ["France", "French", "German officials", "A German official", "Vienna", "He", "x", "", "the"]
)
QUOTES = st.sampled_from([MET, SAID, WARNED, "the talks would go on", TEXT, "Ferry talks", "no"])
IDS = st.sampled_from(["1", "2", "3"])
MAYBE = st.none() | QUOTES | NAMES
STATEMENTS = st.builds(
    lambda i, e, s, c, v, a, m, t: statement(
        i, e, speaker=s, content=c, via=v, addressees=a, said_at=m, time=t, about_places=a
    ),
    *(IDS, st.lists(QUOTES, min_size=1, max_size=2), st.none() | NAMES, QUOTES),
    *(st.lists(NAMES, max_size=2), st.lists(NAMES, max_size=2), st.none() | IDS),
    st.sampled_from([None, "on Wednesday", "until Friday"]),
)
STANCES = st.sampled_from(["asserts", "denies", "anticipates", "reactsTo", "declares", "restates"])
MEETINGS = st.builds(
    lambda i, e, who, b, p, s: meeting(i, e, *who, told_by=b, place=p, commitment=s, topic=p),
    *(IDS, st.lists(QUOTES, min_size=1, max_size=2), st.lists(NAMES, max_size=3), st.none() | IDS),
    *(MAYBE, STANCES),
)
LINES = st.fixed_dictionaries(
    {
        "id": IDS,
        "evidence": st.lists(QUOTES, min_size=1, max_size=2),
        "trigger": QUOTES,
        "told_by": IDS,
        "commitment": STANCES,
    }
)


class Said:
    """An extractor of one answer."""

    name, version = "llm:m", ""

    def __init__(self, words: str) -> None:
        self.words = words

    def extract(self, text: str, sentences: object, language: str) -> Drafts:
        answer = parse_answer(self.words, range(len(text)))
        cut = segment(text, "en", title=None)
        return read_answers([answer, answer], text, cut, "en", rule="prompt:1")


@settings(max_examples=40, deadline=None, phases=[Phase.explicit, Phase.generate])
@given(
    st.lists(STATEMENTS, max_size=4), st.lists(MEETINGS, max_size=3), st.lists(LINES, max_size=3)
)
def test_whatever_is_answered_what_is_left_can_be_stored(
    said: list[object], met: list[object], drawn: list[object]
) -> None:
    words = claims(statements=said, meetings=met, redlines=drawn)
    source = SourceText(name="a", text=TEXT, language="en")
    iris = Iris()
    found = extract_article(source, iris=iris, extractor=Said(words))
    check_extraction(found, iris)
    store = EmbeddedStore.in_memory()
    store.put_article(found, at=AT)
    store.close()
