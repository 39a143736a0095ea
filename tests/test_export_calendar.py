"""The calendar, read back by a parser that is not ours."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime

import icalendar
import pytest

from kg.export.calendar import calendar_chunks
from kg.export.site import Site
from kg.model.day import Day
from kg.model.extraction import Extraction
from kg.model.timespan import TimeSpan
from kg.query.dataset import Dataset
from kg.query.filters import Filter
from kg.query.wording import ENGLISH
from kg.query.words import ONE
from tests.web.samples import Teller, arabic, english, undated

SITE = Site(address="https://claims.test", here="https://claims.test/export.ics?q=مضيق")


def written(*told: Extraction, chosen: Filter | None = None, site: Site | None = None) -> bytes:
    recorded = {
        e.article.iri: {c.iri: "2031-07-20T12:00:00.5Z" for c in e.claims if c.under is None}
        for e in told
    }
    return b"".join(
        calendar_chunks(Dataset(told, recorded=recorded), chosen or Filter(), ENGLISH, site=site)
    )


def events(text: bytes) -> list[icalendar.Event]:
    return list(icalendar.Calendar.from_ical(text).walk("VEVENT"))


def meeting(words: str = "They met.", **more: object) -> Extraction:
    teller = Teller(words, language="en", title="Talks", published=Day(2031, 7, 20))
    parties = (teller.linked("meridia", "Meridia"), teller.linked("kestria", "Kestria"))
    told = teller.meeting(words, words.split()[1], participants=parties)
    teller.claims[0] = replace(told, **more)  # type: ignore[arg-type] # fields of a meeting
    return teller.told()


def span(first: Day | None, last: Day | None, **more: object) -> TimeSpan:
    given = {"precision": "day", "extent": "within", "basis": "explicit", "text": "then"} | more
    return TimeSpan(earliest=first, latest=last, **given)


def only(text: bytes) -> icalendar.Event:
    (event,) = events(text)
    return event


def test_a_dated_event_takes_its_whole_day_and_ends_before_the_next() -> None:
    told = meeting(time=span(Day(2031, 7, 14), Day(2031, 7, 14)))
    event = only(written(told, site=SITE))
    assert (event.start, event.end) == (date(2031, 7, 14), date(2031, 7, 15))
    assert str(event["UID"]) == next(told.meetings).event
    assert event["DTSTAMP"].dt == datetime(2031, 7, 20, 12, 0, tzinfo=UTC)
    assert str(event["URL"]).startswith("https://claims.test/events/")
    assert str(event["SUMMARY"]) == "Meridia and Kestria met"
    assert event["TRANSP"] == "TRANSPARENT"
    assert "ATTENDEE" not in event


def test_an_unknown_day_is_a_span_that_says_so() -> None:
    event = only(written(meeting(time=span(Day(2031, 7, 10), Day(2031, 7, 14)))))
    assert (event.start, event.end) == (date(2031, 7, 10), date(2031, 7, 15))
    said = "some day from 10 July 2031 to 14 July 2031: Meridia and Kestria met"
    assert str(event["SUMMARY"]) == said


def test_an_unknown_day_of_a_month_is_some_day_in_it() -> None:
    time = span(Day(2031, 2, 1), Day(2031, 2, 28), precision="month")
    event = only(written(meeting(time=time)))
    assert event.end == date(2031, 3, 1)
    assert str(event["SUMMARY"]).startswith("some day in February 2031: ")


def test_a_time_with_one_end_says_which() -> None:
    event = only(written(meeting(time=span(None, Day(2031, 7, 14)))))
    assert (event.start, event.end) == (date(2031, 7, 14), date(2031, 7, 15))
    assert str(event["SUMMARY"]).startswith("up to 14 July 2031: ")


@pytest.mark.parametrize(
    ("status", "commitment", "expected"),
    [
        ("held", "asserts", "CONFIRMED"),
        ("planned", "anticipates", "TENTATIVE"),
        ("postponed", "asserts", "TENTATIVE"),
        ("cancelled", "asserts", "CANCELLED"),
        ("held", "denies", "TENTATIVE"),
    ],
)
def test_only_what_was_held_is_confirmed(status: str, commitment: str, expected: str) -> None:
    day = span(Day(2031, 7, 14), Day(2031, 7, 14))
    event = only(written(meeting(time=day, status=status, commitment=commitment)))
    assert event["STATUS"] == expected


@pytest.mark.parametrize("day", [Day(0, 3, 1), Day(-43, 3, 15), Day(10_000, 1, 1)])
def test_what_no_calendar_can_date_is_left_out_and_counted(day: Day) -> None:
    text = written(meeting(time=span(day, day)))
    assert events(text) == []
    left_out = ONE["%(n)s events without a date that a calendar can hold are left out."]
    calendar = icalendar.Calendar.from_ical(text)
    assert left_out % {"n": 1} in str(calendar["DESCRIPTION"])


def test_events_without_a_day_are_left_out_and_counted() -> None:
    text = written(undated(), english())
    kept = {str(event["UID"]) for event in events(text)}
    assert kept
    assert not kept & {claim.event for claim in undated().claims}
    assert "1 event without" in str(icalendar.Calendar.from_ical(text)["DESCRIPTION"])


def test_a_calendar_of_nothing_still_has_a_component() -> None:
    calendar = icalendar.Calendar.from_ical(written(english(), chosen=Filter(q="nowhere")))
    assert [part.name for part in calendar.subcomponents] == ["VTIMEZONE"]


def test_articles_cannot_write_properties_of_their_own() -> None:
    evil = "They met; now, then: \\n\r\nEND:VEVENT\u2028ATTENDEE:mailto:a@b.test\x85\x0b\x00end"
    told = meeting(evil, time=span(Day(2031, 7, 14), Day(2031, 7, 14)), topic=evil)
    text = written(told, site=SITE)
    event = only(text)
    assert "ATTENDEE" not in event
    assert [line for line in text.splitlines() if line.startswith(b"END:VEVENT")] == [b"END:VEVENT"]
    assert "They met; now, then: \\n END:VEVENT" in str(event["DESCRIPTION"])
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]", text.decode())


def test_lines_are_folded_at_75_octets_and_never_within_a_letter() -> None:
    text = written(arabic(), english(), site=SITE)
    lines = text.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    for line in lines:
        line.decode("utf-8")
    (told,) = arabic().meetings
    (event,) = (e for e in events(text) if str(e["UID"]) == told.event)
    assert told.evidence[0].text in str(event["DESCRIPTION"])


def test_addresses_are_plain_ascii() -> None:
    source = icalendar.Calendar.from_ical(written(english(), site=SITE))["SOURCE"]
    assert str(source) == "https://claims.test/export.ics?q=%D9%85%D8%B6%D9%8A%D9%82"
