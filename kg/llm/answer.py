"""Read a model's words as an `Answer`: JSON in the form of schema.json, or as much of it as fits.

In:  the words of a model. Out: an `Answer`; single entries that have not the form are counted and
left out. Raises ExtractError for words that are no such JSON at all.
"""

import json
import re
from collections.abc import Callable, Mapping
from typing import Any, TypeVar, cast, get_args

from kg.errors import ExtractError
from kg.model.answer import (
    Answer,
    AnsweredActor,
    AnsweredMeeting,
    AnsweredRedLine,
    AnsweredStatement,
)
from kg.vocabulary import ActorKind, MeetingStatus, SpeechAct

MOST_ENTRIES = 1_000
_THOUGHT = re.compile(r"\A\s*<think>.*?</think>", re.DOTALL)
Row = Mapping[str, Any]
T = TypeVar("T")


class _Misshapen(ValueError):
    """An entry that has not the form."""


def parse_answer(words: str, piece: range) -> Answer:
    """Return what a model says of a piece."""
    document = _document(words)
    counted: list[int] = []

    def each(name: str, make: Callable[[Any], T]) -> tuple[T, ...]:
        entries = document[name]
        counted.append(max(0, len(entries) - MOST_ENTRIES))
        made: list[T] = []
        for entry in entries[:MOST_ENTRIES]:
            try:
                made.append(make(entry))
            except _Misshapen:
                counted.append(1)
        return tuple(made)

    return Answer(
        start=piece.start,
        end=piece.stop,
        actors=each("actors", _actor),
        places=each("places", _text),
        statements=each("statements", _statement),
        meetings=each("meetings", _meeting),
        redlines=each("redlines", _redline),
        malformed=sum(counted),
    )


def _document(words: str) -> dict[str, list[Any]]:
    """Return the JSON object in the words: alone, in a fence, or behind what the model thought."""
    told = _THOUGHT.sub("", words, count=1)
    start, end = told.find("{"), told.rfind("}")
    try:
        document = json.loads(told[start : end + 1]) if 0 <= start < end else None
    except (ValueError, RecursionError):
        document = None
    if not isinstance(document, dict):
        raise ExtractError(
            "The model's answer is no JSON, or is cut off. Try another model, or a server that "
            "holds its answers to a JSON Schema."
        )
    lists = {n: document.get(n) for n in ("statements", "meetings", "redlines")}
    beside = {n: document.get(n) or [] for n in ("actors", "places")}
    if not all(isinstance(entries, list) for entries in (*lists.values(), *beside.values())):
        raise ExtractError(
            "The model's answer has not the form asked for (lists of statements, meetings and "
            "redlines). Try another model."
        )
    return cast("dict[str, list[Any]]", lists | beside)


def _actor(entry: Any) -> AnsweredActor:
    row = _row(entry)
    return AnsweredActor(
        name=_text(row.get("name")),
        kind=cast("ActorKind", _one_of(row.get("kind"), get_args(ActorKind))),
        unnamed=row.get("unnamed") is True,
    )


def _statement(entry: Any) -> AnsweredStatement:
    row = _row(entry)
    return AnsweredStatement(
        id=_text(row.get("id")),
        evidence=_evidence(row),
        speaker=_maybe(row, "speaker"),
        act=cast("SpeechAct", _one_of(row.get("act"), get_args(SpeechAct))),
        content=_text(row.get("content")),
        via=_texts(row, "via"),
        addressees=_texts(row, "addressees"),
        quote=_maybe(row, "quote"),
        condition=_maybe(row, "condition"),
        about_actors=_texts(row, "about_actors"),
        about_places=_texts(row, "about_places"),
        said_at=_maybe(row, "said_at"),
        time=_maybe(row, "time"),
    )


def _meeting(entry: Any) -> AnsweredMeeting:
    row = _row(entry)
    return AnsweredMeeting(
        id=_text(row.get("id")),
        evidence=_evidence(row),
        participants=_texts(row, "participants"),
        mediators=_texts(row, "mediators"),
        place=_maybe(row, "place"),
        venue=_maybe(row, "venue"),
        status=cast("MeetingStatus", _one_of(row.get("status"), get_args(MeetingStatus))),
        topic=_maybe(row, "topic"),
        told_by=_maybe(row, "told_by"),
        commitment=_maybe(row, "commitment") or "asserts",
        time=_maybe(row, "time"),
    )


def _redline(entry: Any) -> AnsweredRedLine:
    row = _row(entry)
    return AnsweredRedLine(
        id=_text(row.get("id")),
        evidence=_evidence(row),
        trigger=_text(row.get("trigger")),
        told_by=_text(row.get("told_by")),
        commitment=_maybe(row, "commitment") or "declares",
    )


def _row(entry: Any) -> Row:
    if not isinstance(entry, dict):
        raise _Misshapen
    return entry


def _evidence(row: Row) -> tuple[str, ...]:
    found = row.get("evidence")
    texts = (found,) if isinstance(found, str) else _texts(row, "evidence")
    if not texts:
        raise _Misshapen
    return tuple(_text(one) for one in texts)


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _Misshapen
    return value


def _maybe(row: Row, name: str) -> str | None:
    value = row.get(name)
    if value is None or value == "":
        return None
    return _text(value)


def _texts(row: Row, name: str) -> tuple[str, ...]:
    values = row.get(name)
    if values is None:
        return ()
    if not isinstance(values, list):
        raise _Misshapen
    return tuple(_text(value) for value in values)


def _one_of(value: Any, allowed: tuple[str, ...]) -> str:
    if not isinstance(value, str) or value not in allowed:
        raise _Misshapen
    return value
