"""Claims as a calendar: an all-day entry for each dated event, in iCalendar.

In:  a `Source` with a `Filter`, a reader's `Words`, the address of the explorer if there is one.
Out: chunks of bytes. What has no day is left out, and how much that is stands in the calendar's
description. A time that is not known to the day is a span whose title says so ("some day from …").
Nobody is named as an attendee: a calendar would send invitations.
Source: RFC 5545; RFC 7986 for the calendar's name, description, address and interval of refreshing.
"""

import re
import tempfile
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Literal

from kg.config import MAX_PAGE_SIZE
from kg.export.site import Notes, Site, ascii_address
from kg.model.day import Day
from kg.model.iri import local_name
from kg.query import messages as m
from kg.query.dataset import Dataset
from kg.query.evidence import citation
from kg.query.facts import EventFacts
from kg.query.filters import Filter
from kg.query.snapshot import source_of
from kg.query.source import Source
from kg.query.telling import Telling
from kg.query.times import time_origin, time_words
from kg.query.wording import gist, kind_word, place_name, preferred
from kg.query.words import Parts, Words, clean, compose, plain_sparingly

Status = Literal["CONFIRMED", "TENTATIVE", "CANCELLED"]
_MOST_OCTETS = 75
_CHUNK = 1 << 16
_MOST_TELLINGS = 8
# The first and last day that a calendar's four digits of a year can say.
_FIRST, _LAST = Day(1, 1, 1), Day(9999, 12, 30)
# Controls, and what some programs take for the end of a line.
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_NEVER = "19700101T000000Z"
# A calendar must hold something: that of an empty selection has the name of its time zone.
_NOTHING = (
    "BEGIN:VTIMEZONE",
    "TZID:Etc/UTC",
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0000",
    "TZOFFSETTO:+0000",
    "END:STANDARD",
    "END:VTIMEZONE",
)


def calendar_chunks(
    given: Dataset | Source,
    chosen: Filter,
    words: Words,
    *,
    site: Site | None = None,
    notes: Notes = (),
) -> Iterator[bytes]:
    """Yield the calendar; the memory it takes does not grow with the number of events.

    `notes` are the filters in words, for its description.
    """
    with tempfile.SpooledTemporaryFile(max_size=_CHUNK) as file:
        left_out = held = 0
        for dataset, facts in _events(source_of(given), chosen):
            days = _days(facts)
            if days is None:
                left_out += 1
                continue
            held += 1
            file.write(_lines(_entry(dataset, facts, days, words, site)))
        yield _lines(_head(words, notes, left_out, site))
        if not held:
            yield _lines(_NOTHING)
        file.seek(0)
        while chunk := file.read(_CHUNK):
            yield chunk
        yield _lines(("END:VCALENDAR",))


def _events(source: Source, chosen: Filter) -> Iterator[tuple[Dataset, EventFacts]]:
    choice = source.select(chosen)
    after: str | None = None
    while True:
        page = choice.page(MAX_PAGE_SIZE, after)
        for facts in page.events:
            yield page.dataset, facts
        after = page.next
        if after is None:
            return


def _days(facts: EventFacts) -> tuple[Day, Day] | None:
    """The first and last day of the entry; a bound that is not known is the other one."""
    when = facts.when
    if when is None or not when.dated:
        return None
    first, last = when.earliest or when.latest, when.latest or when.earliest
    if first is None or last is None or first < _FIRST or last > _LAST:
        return None
    return first, last


def _head(words: Words, notes: Notes, left_out: int, site: Site | None) -> Iterator[str]:
    language = f";LANGUAGE={words.language}"
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Claimline//Claimline//EN")
    yield "CALSCALE:GREGORIAN"
    title = words.gettext(m.TAKEN["calendar"])
    yield f"NAME{language}:{_text(title)}"
    yield f"X-WR-CALNAME:{_text(title)}"
    said = [f"{name}: {value}" for name, value in notes]
    said.append(words.gettext(m.LEFT_OUT, n=left_out))
    yield f"DESCRIPTION{language}:{_text(chr(10).join(said))}"
    if site is not None:
        yield f"SOURCE;VALUE=URI:{ascii_address(site.here)}"
        yield "REFRESH-INTERVAL;VALUE=DURATION:PT1H"


def _entry(
    dataset: Dataset, facts: EventFacts, days: tuple[Day, Day], words: Words, site: Site | None
) -> Iterator[str]:
    telling = preferred(facts.event.tellings, words.language)
    iri = facts.event.iri
    language = f";LANGUAGE={words.language}"
    moments = _moments(facts)
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(iri)}"
    yield f"DTSTAMP:{moments[-1]}"
    yield f"CREATED:{moments[0]}"
    yield f"LAST-MODIFIED:{moments[-1]}"
    yield f"DTSTART;VALUE=DATE:{_date(days[0])}"
    yield f"DTEND;VALUE=DATE:{_date(days[1].plus(1))}"
    yield f"SUMMARY{language}:{_text(_said(_title(dataset, facts, telling, words), words))}"
    yield f"DESCRIPTION{language}:{_text(chr(10).join(_description(facts, telling, words)))}"
    if telling.place is not None:
        place = place_name(dataset.entities, telling.place, words)
        yield f"LOCATION{language}:{_text(clean(place.text))}"
    status = _status(facts)
    if status is not None:
        yield f"STATUS:{status}"
    yield f"CATEGORIES{language}:{_text(_kind(facts, telling, words))}"
    yield "TRANSP:TRANSPARENT"  # it takes up nobody's day
    address = iri if site is None else f"{site.address}/events/{local_name(iri)}"
    yield f"URL:{ascii_address(address)}"
    yield "END:VEVENT"


def _title(dataset: Dataset, facts: EventFacts, telling: Telling, words: Words) -> Parts:
    """What happened; before it the time, where that is not one known day or a whole stretch."""
    what = gist(dataset.entities, telling, words)
    when = facts.when
    if when is None or (when.earliest is not None and when.earliest == when.latest):
        return what
    said = time_words(words, when)
    whole = len(said) == 1 and said[0].role == "day"
    if whole and when.extent == "within":
        said = compose(words, m.TAKEN["some-day"], when=said)
    return compose(words, m.TAKEN["dated"], when=said, what=what)


def _description(facts: EventFacts, telling: Telling, words: Words) -> Iterator[str]:
    """How it is told: the time and where it is from, the quotations, what is in doubt."""
    when = [time_words(words, facts.when), time_origin(words, facts.when, telling.published)]
    yield " · ".join(_said(parts, words) for parts in when if parts)
    if facts.commitment != "asserted":
        yield words.gettext(m.IN_SUM[facts.commitment])
    if facts.differences:
        differing = ", ".join(words.gettext(m.DIFFERENCES[fact]) for fact in facts.differences)
        yield f"{words.gettext(m.DISPUTED)}: {differing}"
    told = facts.event.tellings
    for each in told[:_MOST_TELLINGS]:
        quoted = clean(" … ".join(passage.text for passage in each.claim.evidence))
        yield ""
        yield f"«{quoted}»"
        yield _said(citation(each, words), words)
    if len(told) > _MOST_TELLINGS:
        yield "…"


def _status(facts: EventFacts) -> Status | None:
    """Of a meeting; only what some article tells as a fact, and nobody denies, is certain."""
    if facts.event.kind != "meeting":
        return None
    if facts.status == "cancelled":
        return "CANCELLED"
    certain = facts.commitment == "asserted" and not facts.deniers
    return "CONFIRMED" if certain and facts.status in ("held", "ongoing") else "TENTATIVE"


def _kind(facts: EventFacts, telling: Telling, words: Words) -> str:
    act = telling.act if facts.event.kind == "statement" else None
    return kind_word(facts.event.kind, act, words)


def _moments(facts: EventFacts) -> list[str]:
    """When its claims were recorded, first to last; of a claim that was in no store: never."""
    texts = (t.view.recorded.get(t.record.iri) for t in facts.event.tellings)
    return sorted(_moment(text) for text in texts if text is not None) or [_NEVER]


def _moment(text: str) -> str:
    return datetime.fromisoformat(text).astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _date(day: Day) -> str:
    return f"{day.year:04d}{day.month:02d}{day.day:02d}"


def _said(parts: Parts, words: Words) -> str:
    return plain_sparingly(parts, words.language)


def _text(text: str) -> str:
    """A value of the type TEXT: no sign in it can end the line or open a property."""
    one_kind_of_end = text.replace("\r\n", "\n").replace("\r", "\n")
    written = _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", one_kind_of_end)
    for sign in ("\\", ";", ","):
        written = written.replace(sign, f"\\{sign}")
    return written.replace("\n", "\\n")


def _lines(lines: Iterable[str]) -> bytes:
    return b"".join(_folded(line.encode("utf-8", "replace")) for line in lines)


def _folded(line: bytes) -> bytes:
    """A line of at most 75 octets and its continuations, never cut within a character."""
    if len(line) <= _MOST_OCTETS:
        return line + b"\r\n"
    pieces, start, room = [], 0, _MOST_OCTETS
    while start < len(line):
        end = min(start + room, len(line))
        while end < len(line) and line[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(line[start:end])
        start, room = end, _MOST_OCTETS - 1
    return b"\r\n ".join(pieces) + b"\r\n"
