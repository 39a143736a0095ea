"""Sentences composed for a reader: gists, names, times, and how foreign text is kept apart."""

import re
from dataclasses import dataclass, replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model.claim import Meeting, Statement
from kg.model.day import Day
from kg.model.extraction import Extraction
from kg.model.timespan import TimeSpan
from kg.query import messages
from kg.query.telling import Telling
from kg.query.times import time_origin, time_words
from kg.query.when import telling_time
from kg.query.wording import (
    ENGLISH,
    MESSAGES,
    actor_name,
    certainty,
    gist,
    label,
    plain,
    preferred,
    sentence,
    speaker_name,
)
from kg.query.words import Part, bare, compose, enumerate_parts, isolate, join
from kg.vocabulary import Precision
from tests.view_values import (
    KESTRIA,
    MINISTRY,
    OFFICIAL,
    RADIO,
    claim,
    dataset,
    event,
    marfa,
    note,
    post,
)

PLACE = re.compile(r"%\((\w+)\)s")


@dataclass(frozen=True)
class Backwards:
    """A made-up language: it puts places in another order and its days in numbers."""

    language: str = "ar"

    def gettext(self, text: str, **values: object) -> str:
        words = " ".join(f"%({name})s" for name in reversed(PLACE.findall(text)))
        return f"<{words or text}>" % values

    def format_day(self, day: Day, precision: Precision = "day") -> str:
        return f"{day}/{precision}"


def told(name: str, **changes: object) -> tuple[str, Telling]:
    """Return the English gist of a claim of the Post, changed, and its telling."""
    extraction = post()
    claims = tuple(replace(c, **changes) if c.iri == claim(name) else c for c in extraction.claims)
    snapshot = dataset(replace(extraction, claims=claims))
    telling = snapshot.claims[claim(name)]
    return bare(gist(snapshot.entities, telling, ENGLISH)), telling


def test_a_warning_names_speaker_and_addressee() -> None:
    assert told("post-2")[0] == (
        "Kestrian military official (not named) warns Tovan: "
        "stationing patrol ships in the Halen Strait would cross a red line"
    )


def test_a_name_that_says_so_itself_is_not_said_to_be_unnamed_again() -> None:
    entities = dataset().entities
    called = replace(OFFICIAL, name="unnamed officer")
    entities = replace(entities, actors={**entities.actors, OFFICIAL.iri: called})
    assert bare(speaker_name(entities, OFFICIAL.iri, ENGLISH)) == "unnamed officer"
    told_in_another_language = speaker_name(entities, OFFICIAL.iri, Backwards())
    assert len(told_in_another_language) > 1


def test_an_unresolved_speaker_is_said_to_be_so() -> None:
    assert told("post-3", speaker=None)[0].startswith("an unresolved speaker promises: ")


@pytest.mark.parametrize("act", messages.SAID)
def test_every_speech_act_has_a_sentence_with_and_without_addressee(act: str) -> None:
    alone = told("post-3", act=act)[0]
    assert alone.startswith("Tovan Foreign Ministry ")
    assert alone.endswith("the talks would go on")
    assert "Kestria" in told("post-3", act=act, addressees=("Kestria",))[0]


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("held", "Kestria and Tovan met in Velmar"),
        ("ongoing", "Kestria and Tovan are meeting in Velmar"),
        ("planned", "Kestria and Tovan are to meet in Velmar"),
        ("proposed", "A meeting of Kestria and Tovan in Velmar is proposed"),
        ("postponed", "A meeting of Kestria and Tovan in Velmar is postponed"),
        ("cancelled", "A meeting of Kestria and Tovan in Velmar is cancelled"),
    ],
)
def test_every_status_of_a_meeting_has_a_sentence(status: str, expected: str) -> None:
    assert told("post-1", status=status)[0] == expected


def test_a_denied_meeting_never_reads_as_held() -> None:
    assert told("post-1", commitment="denies")[0].endswith("in Velmar is denied")


def test_an_expected_meeting_never_reads_as_held() -> None:
    assert told("post-1", commitment="anticipates")[0] == "Kestria and Tovan are to meet in Velmar"


def test_parties_that_are_missing_are_said_to_be_missing() -> None:
    assert told("post-1", incomplete=True)[0].startswith("Kestria, Tovan and others not stated met")
    assert told("post-1", participants=("Tovan",))[0].startswith("Tovan and others not stated met")
    assert told("post-1", participants=(), place=None)[0] == "parties not stated met"


def test_a_meeting_known_from_somebody_says_from_whom() -> None:
    assert told("post-1", under=claim("post-3"))[0] == (
        "Kestria and Tovan met in Velmar (according to Tovan Foreign Ministry)"
    )


def test_a_red_line_says_who_declares_it_to_whom() -> None:
    snapshot = dataset()
    telling = snapshot.claims[claim("post-2") + "#post-line"]
    assert "(not named) declares a red line to Tovan: stationing" in bare(
        gist(snapshot.entities, telling, ENGLISH)
    )


def test_names_come_in_the_readers_language_else_in_english_else_as_written() -> None:
    entities = dataset().entities
    arabic = Backwards()
    assert actor_name(entities, KESTRIA.iri, arabic).text == "كستريا"
    assert actor_name(entities, RADIO.iri, arabic).language == "en"
    assert actor_name(entities, OFFICIAL.iri, ENGLISH).text == "Kestrian military official"


def test_a_translation_may_turn_the_order_around() -> None:
    snapshot = dataset()
    telling = snapshot.claims[claim("post-1")]
    found = gist(snapshot.entities, telling, Backwards())
    assert bare(found) == "<فيلمار <توفان كستريا>>"
    assert [p.role for p in found if p.iri] == ["name", "name", "name"]


def test_the_reader_is_quoted_a_telling_in_their_own_language() -> None:
    talks = dataset().events[event("meeting", "post-talks")]
    assert preferred(talks.tellings, "ar").article.language == "ar"
    assert preferred(talks.tellings, "he").article.language == "en"


def test_names_are_isolated_in_plain_text() -> None:
    snapshot = dataset()
    found = gist(snapshot.entities, snapshot.claims[claim("marfa-1")], ENGLISH)
    assert plain(found) == "\u2068Kestria\u2069 and \u2068Tovan\u2069 met in \u2068Velmar\u2069"


@settings(deadline=None)
@given(st.text(alphabet="ab\u202e\u2069\u2066\u200f\n\t", max_size=12))
def test_no_foreign_text_breaks_out_of_its_isolate(text: str) -> None:
    isolated = isolate(text)
    assert isolated[0] == "\u2068"
    assert isolated[-1] == "\u2069"
    assert not re.search("[\u202e\u2066\u2069\u200f\n\t]", isolated[1:-1])


@settings(deadline=None)
@given(st.text(max_size=30))
def test_no_value_is_taken_for_a_place_of_a_sentence(text: str) -> None:
    part = Part(text=f"%(content)s {text} \ue000speaker\ue001", role="words", language="en")
    other = Part(text="X", role="name", language="en")
    found = compose(ENGLISH, messages.SAID["warns"][0], speaker=other, content=part)
    assert found[-1] == part


def test_lists_read_as_lists() -> None:
    parts = [(Part(text=t, role="name", language="en"),) for t in "ABCD"]
    assert bare(join(ENGLISH, parts)) == "A, B, C and D"
    assert bare(join(ENGLISH, parts[:2])) == "A and B"
    assert bare(join(ENGLISH, parts[:1])) == "A"
    assert bare(enumerate_parts(ENGLISH, parts[:3])) == "A, B, C"
    assert join(ENGLISH, []) == enumerate_parts(ENGLISH, []) == ()


def test_the_spoken_sentence_says_all_that_the_mark_shows() -> None:
    snapshot = dataset()
    facts = snapshot.facts[event("meeting", "post-talks")]
    spoken = sentence(snapshot.entities, facts, facts.event.tellings[0], ENGLISH)
    assert spoken == (
        "Meeting. \u2068Kestria\u2069 and \u2068Tovan\u2069 met in \u2068Velmar\u2069, "
        "\u20689 April 2025\u2069, 2 articles, disputed."
    )
    facts = snapshot.facts[event("statement", "post-warning")]
    spoken = sentence(snapshot.entities, facts, facts.event.tellings[0], ENGLISH)
    assert spoken.startswith("Warning. \u2068Kestrian military official\u2069 (not named) to ")
    assert spoken.endswith("reported by \u2068Harbour Radio\u2069.")


@pytest.mark.parametrize(
    ("confidence", "word"),
    [(1, "certain"), (0.8, "certain"), (0.79, "probable"), (0.5, "probable"), (0.49, "possible")],
)
def test_certainty_has_three_words(confidence: float, word: str) -> None:
    assert certainty(confidence) == word


def span(first: str | None, last: str | None, **known: object) -> TimeSpan:
    values: dict[str, object] = {
        "text": "then",
        "earliest": Day.parse(first) if first else None,
        "latest": Day.parse(last) if last else None,
        "precision": "day",
        "extent": "within",
        "basis": "explicit",
    }
    return TimeSpan(**(values | known))


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        (span("2025-04-09", "2025-04-09"), "9 April 2025"),
        (
            span("2025-04-07", "2025-04-09", precision="interval"),
            "some day from 7 April 2025 to 9 April 2025",
        ),
        (
            span("2025-04-07", "2025-04-09", precision="interval", extent="throughout"),
            "from 7 April 2025 to 9 April 2025",
        ),
        (span("2025-04-01", "2025-04-30", precision="month"), "April 2025"),
        (span("2024-01-01", "2024-12-31", precision="year"), "2024"),
        (
            span("2025-04-01", "2025-04-10", precision="month"),
            "some day from 1 April 2025 to 10 April 2025",
        ),
        (span("2025-04-09", None), "from 9 April 2025 on"),
        (span(None, "2025-04-09"), "up to 9 April 2025"),
        (span("-0043-03-15", "-0043-03-15"), "15 March 44 BCE"),
        (span("12025-01-01", "12025-01-01"), "1 January 12025"),
        (
            span(None, None, basis="relative", offset_days=(-1, -1)),
            "1 day before publication",
        ),
        (
            span(None, None, basis="relative", offset_days=(-3, 2)),
            "some day from 3 days before publication to 2 days after publication",
        ),
        (span(None, None, basis="relative", offset_days=(0, 0)), "on the day of publication"),
        (span(None, None, basis="unresolved"), "without a date"),
    ],
)
def test_a_time_reads_as_sure_as_it_is(time: TimeSpan, expected: str) -> None:
    telling = told("post-1", time=time)[1]
    assert bare(time_words(ENGLISH, telling_time(telling))) == expected


def test_what_is_past_without_a_date_is_not_after_publication() -> None:
    assert _time(post(), "post-3") == "not after 10 April 2025"
    assert _time(note(), "note-3") == "not after publication"


def test_what_is_planned_or_denied_is_not_dated_by_publication() -> None:
    planned = told("post-1", time=None, status="planned", commitment="anticipates")[1]
    denied = told("post-1", time=None, commitment="denies")[1]
    assert telling_time(planned) is None
    assert telling_time(denied) is None


def test_a_time_says_from_what_it_was_worked_out() -> None:
    assert _origin(post(), "post-1") == "counted from publication on 10 April 2025"
    assert _origin(post(), "post-2") == "the time of the meeting where it was said"
    assert "not later than the article" in _origin(post(), "post-3")
    assert _origin(note(), "note-1") == "counted from publication, whose day is not known"


def test_the_key_of_every_text_is_listed_for_translators() -> None:
    assert len(MESSAGES) == len(set(MESSAGES)) > 100
    assert "%(speaker)s warns %(addressee)s: %(content)s" in MESSAGES
    assert messages.NO_PLACE in MESSAGES
    assert not set(messages.ONE.values()) & set(MESSAGES)


def test_every_text_keeps_its_places_when_one_is_meant() -> None:
    for many, one in messages.ONE.items():
        assert PLACE.findall(many) == PLACE.findall(one)
        assert ENGLISH.gettext(many, n=1) != ENGLISH.gettext(many, n=2)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "Kestria – Tovan, Velmar"),
        ({"topic": "ships"}, "Kestria – Tovan, Velmar"),
        ({"place": None}, "Kestria – Tovan"),
        ({"participants": ("Tovan",), "place": None}, "Tovan – not stated"),
        ({"participants": (), "topic": "ships"}, "ships"),
        ({"participants": ()}, "Meeting in Velmar"),
        ({"participants": (), "place": None}, "Meeting"),
    ],
)
def test_a_meeting_is_labelled_by_who_met_and_where(changes: Any, expected: str) -> None:
    found = label(dataset().entities, told("post-1", **changes)[1], ENGLISH).text
    assert found.replace("\u2068", "").replace("\u2069", "") == expected


def test_of_many_who_met_three_are_named_in_a_label() -> None:
    parties = (KESTRIA.name, "Tovan", MINISTRY.name, OFFICIAL.name, RADIO.name)
    found = label(dataset().entities, told("post-1", participants=parties)[1], ENGLISH).text
    assert found.endswith("and 2 more, \u2068Velmar\u2069")
    assert found.count(" – ") == 2


def _time(extraction: Extraction, name: str) -> str:
    telling = dataset(extraction).claims[claim(name)]
    return bare(time_words(ENGLISH, telling_time(telling)))


def _origin(extraction: Extraction, name: str) -> str:
    telling = dataset(extraction).claims[claim(name)]
    return bare(time_origin(ENGLISH, telling_time(telling), telling.published))


def test_kinds_of_claims_are_those_the_sentences_know() -> None:
    kinds = {type(c) for e in (post(), marfa()) for c in e.claims}
    assert {Meeting, Statement} <= kinds
    assert MINISTRY.kind in messages.ACTOR_KINDS
