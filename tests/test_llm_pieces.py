"""Pieces of long articles, the cache of answers, and the settings of a model."""

import dataclasses
import itertools
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import get_args

import pytest

from kg.errors import ExtractError, ModelSettingError
from kg.llm import ModelReader, ModelSettings
from kg.llm.cache import AnswerCache, cache_folder
from kg.llm.pieces import cut
from kg.llm.prompts import load_prompt, make_prompt
from kg.model.article import SourceText
from kg.model.claim import Meeting
from kg.model.iri import Iris
from kg.model.sheet import ACTOR_KINDS, LINE_STANCES, MEETING_STANCES
from kg.pipeline import extract_article
from kg.pipeline.extractors import ModelExtractor
from kg.vocabulary import MeetingStatus, SpeechAct
from tests.llm_article import GOOD, MET, TEXT, WARNED, reader, settings
from tests.llm_stub import (
    KEY,
    Json,
    claims,
    meeting,
    model_server,
    say,
)


def test_a_long_article_is_read_in_pieces_that_overlap() -> None:
    filler = "\n\n".join(f"The ferry number {n} left the harbour in time." for n in range(40))
    text = f"{TEXT}\n{filler}\n\n{MET.replace('Vienna', 'Geneva')}\n"
    in_first = GOOD
    in_last = claims(
        meetings=[meeting("m1", MET.replace("Vienna", "Geneva"), "French", place="Geneva")]
    )

    def answer(request: BaseHTTPRequestHandler, body: Json) -> None:
        piece = body["messages"][1]["content"]
        words = in_first if WARNED in piece else in_last if "Geneva" in piece else claims()
        say(words)(request, body)

    with model_server(answer) as stub:
        made = ModelReader(settings(stub), AnswerCache(None), piece_chars=1_500)
        source = SourceText(name="a", text=text, language="en")
        found = extract_article(source, iris=Iris(), extractor=ModelExtractor(made))
    assert len(stub.asked) > 1
    assert {c.place for c in found.claims if isinstance(c, Meeting)} == {"Vienna", "Geneva"}


def test_a_claim_of_two_pieces_lands_once() -> None:
    text = f"{TEXT}\n" + "The ferries went on.\n" * 60
    with model_server(say(GOOD)) as stub:
        made = ModelReader(settings(stub), AnswerCache(None), piece_chars=len(text) - 200)
        doubled = [dataclasses.replace(a, start=0, end=len(text)) for a in made.read(text)]
        made.read = lambda _: doubled
        source = SourceText(name="a", text=text, language="en")
        found = extract_article(source, iris=Iris(), extractor=ModelExtractor(made))
    assert len(doubled) == 2
    assert len(found.claims) == 4


@pytest.mark.parametrize("text", ["a\n" * 5_000, "word " * 3_000, "x" * 9_000, "short"])
def test_pieces_cover_the_text_and_hold_to_their_size(text: str) -> None:
    pieces = cut(text, most=1_000, overlap=100)
    assert pieces[0].start == 0
    assert pieces[-1].stop == len(text)
    assert all(len(p) <= 1_000 for p in pieces)
    for one, other in itertools.pairwise(pieces):
        assert one.start < other.start <= one.stop < other.stop


def test_the_same_text_is_asked_about_once(tmp_path: Path) -> None:
    with model_server(say(GOOD)) as stub:
        first, again = (reader(stub, tmp_path).read(TEXT) for _ in range(2))
        assert first == again
        assert len(stub.asked) == 1
        reader(stub, tmp_path).read(TEXT + " ")
        ModelReader(settings(stub, model="other"), AnswerCache(tmp_path)).read(TEXT)
        changed = make_prompt("Say nothing.", "{}")
        ModelReader(settings(stub), AnswerCache(tmp_path), prompt=changed).read(TEXT)
        assert len(stub.asked) == 4
    kept = [p for p in tmp_path.rglob("*") if p.is_file()]
    assert len(kept) == 4
    assert all(KEY not in p.read_text(encoding="utf-8") for p in kept)
    assert {p.stat().st_mode & 0o077 for p in kept} == {0}


def test_a_damaged_cache_is_asked_anew_and_mended(tmp_path: Path) -> None:
    with model_server(say(GOOD)) as stub:
        reader(stub, tmp_path).read(TEXT)
        (kept,) = (p for p in tmp_path.rglob("*") if p.is_file())
        for damage in (b"\xff\xfe", b"{", b""):
            kept.write_bytes(damage)
            assert len(reader(stub, tmp_path).read(TEXT)[0].statements) == 2
        assert len(stub.asked) == 4
        assert kept.read_text(encoding="utf-8") == GOOD


def test_answers_that_are_none_are_not_kept(tmp_path: Path) -> None:
    with model_server(say("no"), say(GOOD)) as stub:
        with pytest.raises(ExtractError):
            reader(stub, tmp_path).read(TEXT)
        assert reader(stub, tmp_path).read(TEXT)[0].statements


def test_the_cache_lies_where_the_user_keeps_caches() -> None:
    folder = cache_folder({"XDG_CACHE_HOME": "/somewhere"})
    assert folder == Path("/somewhere/claimline/llm")


def addresses() -> Iterator[tuple[str, str]]:
    yield "http://localhost:11434", "http://localhost:11434/v1/chat/completions"
    yield "http://localhost:11434/v1/", "http://localhost:11434/v1/chat/completions"
    yield "https://m.example/api/v1", "https://m.example/api/v1/chat/completions"
    yield "https://m.example/x/chat/completions", "https://m.example/x/chat/completions"


@pytest.mark.parametrize(("given", "asked"), list(addresses()))
def test_a_base_address_leads_to_chat_completions(given: str, asked: str) -> None:
    environment = {"CLAIMLINE_LLM_URL": given, "CLAIMLINE_LLM_MODEL": "m"}
    assert ModelSettings.from_environment(environment).address == asked


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({"CLAIMLINE_LLM_URL": ""}, "CLAIMLINE_LLM_URL"),
        ({"CLAIMLINE_LLM_URL": "ftp://x/"}, "CLAIMLINE_LLM_URL"),
        ({"CLAIMLINE_LLM_URL": "http://x:99999/"}, "CLAIMLINE_LLM_URL"),
        ({"CLAIMLINE_LLM_URL": f"http://u:{KEY}@x/"}, "CLAIMLINE_LLM_URL"),
        ({"CLAIMLINE_LLM_URL": f"http://x/?key={KEY}"}, "CLAIMLINE_LLM_URL"),
        ({"CLAIMLINE_LLM_MODEL": ""}, "CLAIMLINE_LLM_MODEL"),
        ({"CLAIMLINE_LLM_MODEL": "a\nb"}, "CLAIMLINE_LLM_MODEL"),
        ({"CLAIMLINE_LLM_KEY": f"{KEY}\r\nX: y"}, "CLAIMLINE_LLM_KEY"),
        ({"CLAIMLINE_LLM_TIMEOUT": "-1"}, "CLAIMLINE_LLM_TIMEOUT"),
        ({"CLAIMLINE_LLM_TIMEOUT": "soon"}, "CLAIMLINE_LLM_TIMEOUT"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named_without_its_secrets(
    changed: dict[str, str], named: str
) -> None:
    good = {"CLAIMLINE_LLM_URL": "http://127.0.0.1:1", "CLAIMLINE_LLM_MODEL": "m"}
    with pytest.raises(ModelSettingError, match=named) as caught:
        ModelSettings.from_environment(good | changed)
    assert KEY not in str(caught.value)


def test_the_key_is_shown_by_no_representation() -> None:
    with model_server(say(GOOD)) as stub:
        made = settings(stub)
    assert KEY not in repr(made)


def test_the_form_asked_for_has_the_words_of_the_vocabulary() -> None:
    schema = load_prompt().schema["properties"]

    def enum(part: str, name: str) -> tuple[str, ...]:
        return tuple(schema[part]["items"]["properties"][name]["enum"])

    assert enum("actors", "kind") == ACTOR_KINDS
    assert enum("statements", "act") == get_args(SpeechAct)
    assert enum("meetings", "status") == get_args(MeetingStatus)
    assert enum("meetings", "commitment") == MEETING_STANCES
    assert enum("redlines", "commitment") == LINE_STANCES
    words = load_prompt().words
    for group in (ACTOR_KINDS, get_args(SpeechAct), get_args(MeetingStatus)):
        assert [word for word in group if word not in words] == []
