"""The sample articles: what they must show, their gold, and the decision that joins two of them."""

import json
from collections import Counter
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from kg import demo
from kg.demo import MeetingPick, find_meeting
from kg.model.article import Article, SourceText, text_digest
from kg.model.claim import Meeting
from kg.model.entity import Actor
from kg.model.extraction import Extraction
from kg.model.span import Passage
from kg.pipeline import ingest
from kg.store.embedded import EmbeddedStore

GOLD = Path(__file__).parent / "eval" / "demo"
NAMES = [name for name, _ in demo.demo_sources()]


def gold(name: str) -> dict[str, Any]:
    """Return the gold of a sample article."""
    path = GOLD / f"{name.removesuffix('.txt')}.gold.json"
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def sources() -> dict[str, SourceText]:
    """Return the sample articles by file name."""
    return {s.name: s for s in demo.sources()}


def test_every_article_in_the_folder_is_listed_once() -> None:
    folder = Path(demo.__file__).parent
    assert sorted(NAMES) == sorted(p.name for p in folder.glob("*.txt"))
    assert len(set(NAMES)) == len(NAMES)


def test_there_are_at_least_two_articles_in_each_language(sources: dict[str, SourceText]) -> None:
    languages = Counter(s.language for s in sources.values())
    assert languages["ar"] >= 2
    assert languages["en"] >= 2


@pytest.mark.parametrize("name", NAMES)
def test_the_front_matter_dates_and_places_the_article(
    name: str, sources: dict[str, SourceText]
) -> None:
    source = sources[name]
    assert source.title
    assert source.publisher
    assert source.publisher.endswith(("(sample)", "(عينة)"))
    assert source.published
    assert (source.published.year, source.published.month) == (2025, 4)
    assert source.source
    assert ".example.org/" in source.source


@pytest.mark.parametrize("name", NAMES)
def test_the_article_has_the_length_of_a_news_item(
    name: str, sources: dict[str, SourceText]
) -> None:
    assert 180 <= len(sources[name].text.split()) <= 320


@pytest.mark.parametrize("name", NAMES)
def test_the_gold_quotes_the_text_at_its_offsets(name: str, sources: dict[str, SourceText]) -> None:
    text, annotated = sources[name].text, gold(name)
    for sentence in annotated["sentences"]:
        assert text[sentence["start"] : sentence["end"]] == sentence["text"]
    between = [
        text[a["end"] : b["start"]]
        for a, b in zip(annotated["sentences"], annotated["sentences"][1:], strict=False)
    ]
    assert not "".join(between).strip(), "no words lie outside the sentences"


@pytest.mark.parametrize("name", NAMES)
def test_the_gold_agrees_with_the_front_matter(name: str, sources: dict[str, SourceText]) -> None:
    annotated, source = gold(name), sources[name]
    assert annotated["lang"] == source.language
    assert annotated["published"] == str(source.published)
    assert annotated["publisher"] == source.publisher
    assert annotated["url"] == source.source


@pytest.mark.parametrize("name", NAMES)
def test_the_gold_names_only_actors_and_places_it_lists(name: str) -> None:
    annotated = gold(name)
    actors = {a["name"] for a in annotated["actors"]}
    places = {p["name"] for p in annotated["locations"]}
    meetings = {m["id"] for m in annotated["meetings"]}
    for meeting in annotated["meetings"]:
        assert {*meeting["participants"], *meeting["mediators"]} <= actors
        assert meeting["place"] is None or meeting["place"] in places
    for statement in annotated["statements"]:
        assert {statement["speaker"], *statement["via"], *statement["addressee"]} <= actors
        assert statement["meeting"] is None or statement["meeting"] in meetings
    for line in annotated["redlines"]:
        assert {line["declared_by"], *line["via"], *line["to"]} <= actors


@pytest.mark.parametrize("name", NAMES)
def test_quotes_and_time_words_of_the_gold_stand_in_its_sentences(name: str) -> None:
    annotated = gold(name)
    for item in (*annotated["statements"], *annotated["meetings"]):
        told = " ".join(annotated["sentences"][i]["text"] for i in item["sentences"])
        assert (item.get("quote") or "") in told
        assert ((item.get("date") or {}).get("text") or "") in told


def test_the_samples_show_what_the_explorer_is_for() -> None:
    """Denial, threat on condition, unnamed and nested sources, elided speakers, every status."""
    articles = [gold(name) for name in NAMES]
    statements = [s for a in articles for s in a["statements"]]
    assert any(s["class"] == "denies" for s in statements)
    assert any(s["conditional"] and s["class"] == "warns" for s in statements)
    assert any(s["quote"] for s in statements)
    assert any(len(s["via"]) >= 2 for s in statements)
    assert any("elided" in s.get("note", "") for s in statements)
    statuses = {m["status"] for a in articles for m in a["meetings"]}
    assert {"held", "ongoing", "planned", "proposed", "postponed", "cancelled"} == statuses
    kinds = {s["kind"] for a in articles for s in a["sentences"]}
    assert {"title", "dateline", "heading", "body", "boilerplate"} == kinds


def test_two_articles_in_two_languages_differ_about_one_meeting() -> None:
    english, arabic = gold("deconfliction-talks.en.txt"), gold("baku-meeting.ar.txt")
    one, other = english["meetings"][0], arabic["meetings"][0]
    assert sorted(one["participants"]) == sorted(other["participants"])
    assert one["date"]["start"] != other["date"]["start"]
    assert one["place"] != other["place"]


def test_the_red_line_is_told_in_two_ways() -> None:
    lines = [line["on"] for name in NAMES for line in gold(name)["redlines"]]
    assert any("foreign forces" in line for line in lines)
    assert any("Palmyra" in line for line in lines)


def actor(name: str, iri: str, belongs_to: str | None = None) -> Actor:
    """Return an actor of a made-up article."""
    return Actor(
        iri=iri,
        name=name,
        kind="official",
        unnamed=False,
        linked=True,
        labels=(),
        belongs_to=belongs_to,
    )


def meeting(event: str, *participants: str) -> Meeting:
    """Return a meeting of a made-up article."""
    return Meeting(
        iri=f"https://d.example/claim/{event}",
        event=f"https://d.example/meeting/{event}",
        commitment="asserts",
        evidence=(Passage(start=0, end=4, text="They"),),
        cues=(),
        time=None,
        confidence=0.8,
        extractor="test",
        rule="test",
        participants=participants,
        incomplete=False,
        status="held",
    )


def extraction(*meetings: Meeting) -> Extraction:
    """Return an article of Meridians and Kestrians who met."""
    article = Article(
        iri="https://d.example/article/a",
        text="They met.",
        title="They met.",
        language="en",
        published=None,
        published_from=None,
        publisher=None,
        source="https://d.example/a",
        digest=text_digest("They met."),
    )
    base = "https://d.example/actor/"
    actors = (
        actor("Meridia", f"{base}meridia"),
        actor("Kestria", f"{base}kestria"),
        actor("a Kestrian officer", f"{base}a-1", f"{base}kestria.armed-forces"),
        actor("Kestrian Kayak Club", f"{base}kestrian-kayak-club"),
    )
    return Extraction(article=article, actors=actors, claims=meetings)


PICK = MeetingPick(source="https://d.example/a", sides=("kestria", "meridia"))


def test_a_meeting_is_found_by_the_sides_of_those_who_took_part() -> None:
    found = find_meeting(extraction(meeting("m1", "Meridia", "a Kestrian officer")), PICK)
    assert found == "https://d.example/meeting/m1"


def test_a_name_that_only_begins_alike_is_no_side() -> None:
    assert find_meeting(extraction(meeting("m1", "Meridia", "Kestrian Kayak Club")), PICK) is None


def test_a_meeting_without_one_of_the_sides_is_passed_over() -> None:
    alone = meeting("m1", "Meridia")
    both = meeting("m2", "Kestria", "Meridia")
    later = meeting("m3", "Kestria", "Meridia")
    assert find_meeting(extraction(alone), PICK) is None
    assert find_meeting(extraction(alone, both, later), PICK) == both.event


def test_the_decision_finds_both_meetings_in_a_store(sources: dict[str, SourceText]) -> None:
    with closing(EmbeddedStore.in_memory()) as store:
        for name in ("deconfliction-talks.en.txt", "baku-meeting.ar.txt"):
            ingest(sources[name], store, at=datetime(2025, 4, 11, tzinfo=UTC))
        ((local, canonical),) = demo.merges(store)
        told = {a.language: store.extraction(a.iri) for a in store.articles()}
    days = {m.event: m.time and m.time.earliest for e in told.values() for m in e.meetings}
    assert days[local] != days[canonical]
    assert local in {m.event for m in told["ar"].meetings}
    assert canonical in {m.event for m in told["en"].meetings}


def test_without_the_articles_there_is_nothing_to_decide() -> None:
    with closing(EmbeddedStore.in_memory()) as store:
        assert demo.merges(store) == []
