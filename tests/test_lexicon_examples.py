"""Every example in the lexicons of cues, meetings and red lines is a test."""

from collections.abc import Iterator

import pytest
from _pytest.mark.structures import ParameterSet

from kg.lexicon.loader import read_toml
from kg.model.draft import Party
from kg.model.mention import Mention
from kg.model.span import Span
from kg.vocabulary import Language
from tests.reading import name, parse, plain, read, words

LANGUAGES: tuple[Language, ...] = ("ar", "en", "he", "tr")


def _examples(kind: str, tables: tuple[str, ...]) -> list[ParameterSet]:
    return list(_each(kind, tables))


def _each(kind: str, tables: tuple[str, ...]) -> Iterator[ParameterSet]:
    for language in LANGUAGES:
        data = read_toml(f"{kind}_{language}.toml")
        for table in tables:
            for row in data.get(table, ()):
                identity = row.get("id") or row["base"]
                for number, example in enumerate(row.get("examples", ())):
                    yield pytest.param(
                        language, row, example, id=f"{language}-{table}-{identity}-{number}"
                    )


def _is_among(said: Span, party: Party) -> bool:
    """True for whom only the words said name: marked there, they could not be the words said."""
    return isinstance(party, Mention) and said.contains(party.span)


@pytest.mark.parametrize(
    ("language", "row", "marked"), _examples("cues", ("verb", "source", "idiom"))
)
def test_cue_finds_speaker_listeners_and_words(
    language: Language, row: dict[str, str], marked: str
) -> None:
    example = parse(marked)
    found = read(example.text, language).statements
    assert [name(s.speaker) for s in found] == example.marked("s")
    told = [*example.marked("a"), *example.marked("b")]  # b: told, and passing it on
    beside = [a for s in found for a in s.addressees if not _is_among(s.content, a)]
    assert [name(a) for a in beside] == told
    assert [name(v) for s in found for v in s.via] == [*example.marked("v"), *example.marked("b")]
    assert [words(example.text, s.content) for s in found] == example.parts.get("c", [])
    acts = [example.label or row["act"]] if example.parts else []
    assert [s.act for s in found] == acts


@pytest.mark.parametrize(("language", "row", "marked"), _examples("meetings", ("noun", "verb")))
def test_meeting_word_finds_parties_place_and_status(
    language: Language, row: dict[str, str], marked: str
) -> None:
    example = parse(marked)
    found = [m for m in read(example.text, language).meetings if m.participants]
    parties = {plain(p.text) for m in found for p in m.participants if isinstance(p, Mention)}
    assert parties == {*example.marked("p"), *example.marked("b")}
    assert [name(m) for d in found for m in d.mediators] == example.marked("m")
    places = [*example.marked("l"), *example.marked("b")]
    assert [plain(d.place.text) for d in found if d.place] == places
    assert [d.status for d in found] == ([example.label] if example.label else [])


@pytest.mark.parametrize(("language", "row", "marked"), _examples("redlines", ("line",)))
def test_red_line_words_find_declarer_and_trigger(
    language: Language, row: dict[str, str], marked: str
) -> None:
    example = parse(marked)
    drafts = read(example.text, language)
    by_key = {s.key: s for s in drafts.statements}
    assert [name(by_key[r.under].speaker) for r in drafts.redlines] == example.marked("s")
    told = [name(a) for r in drafts.redlines for a in by_key[r.under].addressees]
    assert told == example.marked("a")
    triggers = [words(example.text, r.trigger) for r in drafts.redlines]
    assert triggers == example.parts.get("t", [])


def test_there_are_enough_verbs_of_speech() -> None:
    assert len(read_toml("cues_ar.toml")["verb"]) >= 70
    assert len(read_toml("cues_en.toml")["verb"]) >= 90
