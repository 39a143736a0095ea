"""A model's server: slow, busy, broken or hostile, and what is said of it."""

import logging
import time
from http.server import BaseHTTPRequestHandler

import pytest

from kg.errors import ExtractError, KgError, ModelError
from kg.llm.client import ModelClient
from kg.llm.prompts import load_prompt
from kg.model.article import SourceText
from kg.model.iri import Iris
from kg.pipeline import extract_article
from kg.pipeline.extractors import ModelExtractor
from tests.llm_article import GOOD, TEXT, answered, extracted, reader, settings
from tests.llm_stub import (
    KEY,
    Behaviour,
    Json,
    claims,
    completion,
    model_server,
    refuse,
    say,
    send,
)

BAD: dict[str, tuple[Behaviour, type[KgError], str]] = {
    "no JSON": (say("Here are the claims: France said"), ExtractError, "is no JSON"),
    "half a JSON": (say(GOOD[:200]), ExtractError, "is no JSON"),
    "a list": (say("[1, 2]"), ExtractError, "is no JSON"),
    "another form": (say('{"claims": []}'), ExtractError, "has not the form"),
    "lists that are none": (say(claims(statements="none")), ExtractError, "has not the form"),
    "deep nesting": (say('{"statements":' + "[" * 100_000), ExtractError, "is no JSON"),
    "cut off": (send(completion(GOOD, ending="length")), ExtractError, "cut off"),
    "silence": (send(completion(None)), ExtractError, "gave no answer"),
    "no completion": (send({"ok": True}), ExtractError, "no chat completion"),
    "no JSON at all": (send(b"<html>"), ExtractError, "no chat completion"),
    "a refused key": (refuse(401, f"Incorrect key {KEY}"), ModelError, "refuses the key"),
    "an unknown model": (refuse(404, "no such model"), ModelError, "no such model"),
    "a redirect": (
        refuse(307, headers={"Location": "http://127.0.0.1:9/elsewhere"}),
        ModelError,
        "the key does not follow",
    ),
    "a huge answer": (say("x" * 5_000_000), ModelError, "more than 4 MB"),
    "an error with the key in it": (refuse(422, f"bad {KEY}\x1b[31m"), ModelError, "bad [key]"),
}


@pytest.mark.parametrize("case", BAD)
def test_a_bad_answer_is_told_in_a_sentence_without_the_key(
    case: str, caplog: pytest.LogCaptureFixture
) -> None:
    behaviour, kind, said = BAD[case]
    with (
        caplog.at_level(logging.DEBUG),
        model_server(behaviour) as stub,
        pytest.raises(kind) as caught,
    ):
        extracted(stub)
    assert said in str(caught.value)
    assert KEY not in str(caught.value) + caplog.text
    assert "\x1b" not in str(caught.value)
    assert len(stub.asked) == 1  # none of these is tried again


def test_a_redirect_takes_the_key_nowhere() -> None:
    with model_server(say(GOOD)) as other:
        away = refuse(302, headers={"Location": f"{other.address}/v1/chat/completions"})
        with model_server(away) as stub, pytest.raises(ModelError):
            extracted(stub)
        assert other.paths == []


def test_a_server_that_is_not_there_is_said_so_at_once() -> None:
    with model_server(say(GOOD)) as stub:
        pass
    with pytest.raises(ModelError, match="nothing listens there"):
        extracted(stub)


@pytest.mark.parametrize("status", [429, 500, 502, 503])
def test_a_busy_server_is_asked_again(status: int) -> None:
    with model_server(refuse(status), refuse(status), say(GOOD)) as stub:
        assert len(extracted(stub).claims) == 4
    assert len(stub.asked) == 3


def test_a_server_that_stays_busy_is_given_up() -> None:
    with model_server(refuse(503, "overloaded")) as stub, pytest.raises(ModelError) as caught:
        extracted(stub)
    assert len(stub.asked) == 4
    assert "503: overloaded" in str(caught.value)
    assert caught.value.exit_code == 3


@pytest.mark.parametrize(("header", "pause"), [("7", 7.0), ("0", 0.0), (None, 1.0)])
def test_retry_after_is_honoured(header: str | None, pause: float) -> None:
    headers = {"Retry-After": header} if header else None
    pauses: list[float] = []
    with model_server(refuse(429, headers=headers), say(GOOD)) as stub:
        client = ModelClient(settings(stub), load_prompt(), sleep=pauses.append)
        assert client.ask(TEXT, until=client.clock() + 60) == GOOD
    assert pauses == [pause]


def test_a_pause_longer_than_there_is_time_for_is_not_waited() -> None:
    with model_server(refuse(429, headers={"Retry-After": "3600"})) as stub:
        client = ModelClient(settings(stub), load_prompt(), sleep=lambda _: None)
        with pytest.raises(ModelError, match="429"):
            client.ask(TEXT, until=client.clock() + 60)
    assert len(stub.asked) == 1


def drip(request: BaseHTTPRequestHandler, _: Json) -> None:
    """Send a byte now and then, each in time for any limit on single reads."""
    request.send_response(200)
    request.end_headers()
    for _turn in range(200):
        request.wfile.write(b" ")
        request.wfile.flush()
        time.sleep(0.05)


def hang_up(request: BaseHTTPRequestHandler, _: Json) -> None:
    """Promise more than is sent."""
    request.send_response(200)
    request.send_header("Content-Length", "5000")
    request.end_headers()
    request.wfile.write(b'{"choices": [')


def test_a_slow_server_ends_at_the_limit_and_is_asked_again() -> None:
    with model_server(drip, say(GOOD)) as stub:
        begun = time.monotonic()
        assert len(extracted(stub, seconds=0.4).claims) == 4
        assert time.monotonic() - begun < 5
    assert len(stub.asked) == 2


def test_a_server_that_stays_slow_is_given_up() -> None:
    with model_server(drip) as stub, pytest.raises(ModelError, match="did not answer within"):
        extracted(stub, seconds=0.2)
    assert len(stub.asked) > 1


def test_an_answer_that_breaks_off_is_told() -> None:
    with model_server(hang_up) as stub, pytest.raises(ModelError, match="hung up"):
        extracted(stub)


def test_a_server_without_schemas_is_asked_for_plainer_forms_and_remembered() -> None:
    with model_server(refuse(400), refuse(400), say(GOOD)) as stub:
        one = ModelExtractor(reader(stub))
        for name in ("a", "b"):
            source = SourceText(name=name, text=TEXT + name, language="en")
            assert extract_article(source, iris=Iris(), extractor=one).claims
    forms = [asked.get("response_format", {}).get("type") for asked in stub.asked]
    assert forms == ["json_schema", "json_object", None, None]
    assert "redlines" in stub.asked[1]["messages"][0]["content"]  # the form goes with the words


@pytest.mark.parametrize("around", ["```json\n{}\n```", "<think>{{a}} hm</think>{}", "Here: {} ."])
def test_json_is_found_in_what_models_write_around_it(around: str) -> None:
    before, after = around.split("{}")
    assert len(answered(before + GOOD + after).claims) == 4


def test_after_a_refused_key_the_server_is_left_in_peace() -> None:
    with model_server(refuse(401)) as stub:
        one = reader(stub)
        for text in ("first text", "second text", "third text"):
            with pytest.raises(ModelError):
                one.read(text)
    assert len(stub.asked) == 1


def test_a_server_that_is_silent_again_and_again_is_left_in_peace() -> None:
    with model_server(refuse(503)) as stub:
        one = reader(stub)
        for number in range(6):
            with pytest.raises(ModelError):
                one.read(f"text {number}")
    assert len(stub.asked) == 3 * 4


def test_texts_that_are_refused_stop_no_others() -> None:
    with model_server(*[refuse(413)] * 5, say(GOOD)) as stub:
        one = reader(stub)
        for number in range(5):
            with pytest.raises(ModelError):
                one.read(f"text {number}")
        assert one.read(TEXT)[0].statements
