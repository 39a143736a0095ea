"""One article in which every key of the JSON has a value: the example of the mapping tests."""

from pathlib import Path

from kg.mapping.canonical import canonical
from kg.model.article import Article, text_digest
from kg.model.claim import About, Conveyed, Meeting, RedLine, Statement, part_iri
from kg.model.day import Day
from kg.model.entity import Actor
from kg.model.extraction import Extraction
from kg.model.span import Passage, Span
from kg.model.timespan import TimeSpan
from tests.strategies import GAZETTEER, IRIS, PLACES

FOLDER = Path(__file__).parent / "fixtures" / "mapping"
TEXT = (FOLDER / "harbour.txt").read_text(encoding="utf-8")
ARTICLE = IRIS.article("https://harbour.example/talks")
STATEMENT = IRIS.event("statement", ARTICLE, "warning")
LINE = IRIS.event("redline", ARTICLE, "patrols")
WARNED_AT = IRIS.event("meeting", ARTICLE, "warned at")
OFFICERS = IRIS.event("meeting", ARTICLE, "officers")
TRIGGER = IRIS.event("action", ARTICLE, "patrol")
WARNING = IRIS.claim(ARTICLE, "warning")
TALKS = IRIS.claim(ARTICLE, "officers")


def span(words: str) -> Span:
    """Return where the words stand in the text."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


def passage(words: str) -> Passage:
    """Return the passage of these words."""
    return Passage.cut(TEXT, span(words))


def harbour() -> Extraction:
    """Return the extraction, in canonical form."""
    official = "an unnamed official"
    actors = [a for a in GAZETTEER.values() if a.name in ("Meridia", "Kestria", "Navy Radio")]
    unnamed = Actor(
        iri=IRIS.local_actor(ARTICLE, official),
        name=official,
        kind="official",
        unnamed=True,
        linked=False,
        labels=(("en", official),),
    )
    mediator = Actor(
        iri=IRIS.local_actor(ARTICLE, "Tovani mediation"),
        name="Tovani mediation",
        kind="organization",
        unnamed=False,
        linked=False,
        labels=(("en", "Tovani mediation"),),
    )
    made = {"confidence": 0.85, "extractor": "rules 0.1.0"}
    warning = Statement(
        iri=WARNING,
        event=STATEMENT,
        commitment="asserts",
        evidence=(
            passage("Navy Radio reported that an unnamed official had warned Meridia"),
            passage('"Any new patrol would cross a red line", unless the harbour opens'),
        ),
        cues=(span("reported"), span("warned")),
        time=TimeSpan(
            text="yesterday",
            earliest=Day(2031, 7, 14),
            latest=Day(2031, 7, 14),
            precision="day",
            extent="within",
            basis="relative",
            offset_days=(-1, -1),
            tense="past",
        ),
        rule="en.warn",
        carried_speaker=True,
        speaker=official,
        via=("Navy Radio",),
        act="warns",
        addressees=("Meridia",),
        content="Any new patrol would cross a red line",
        quote="Any new patrol would cross a red line",
        condition="unless the harbour opens",
        about=(About(kind="actor", name="Kestria"), About(kind="location", name="Sael")),
        said_at=WARNED_AT,
        conveys=(Conveyed(event=LINE, commitment="declares"),),
        **made,
    )
    line = RedLine(
        iri=part_iri(WARNING, LINE),
        event=LINE,
        commitment="declares",
        evidence=(passage("Any new patrol would cross a red line"),),
        cues=(span("red line"),),
        time=None,
        rule="en.red-line",
        declared_by=official,
        declared_to=("Meridia",),
        via=("Navy Radio",),
        trigger_text="Any new patrol",
        trigger=TRIGGER,
        trigger_kind="ForceMovement",
        trigger_place="Sael",
        said_at=WARNED_AT,
        under=WARNING,
        **made,
    )
    warned_at = Meeting(
        iri=part_iri(WARNING, WARNED_AT),
        event=WARNED_AT,
        commitment="asserts",
        evidence=(passage("at a meeting in Sael yesterday"),),
        cues=(span("at a meeting"),),
        time=None,
        rule="en.at-meeting",
        participants=("Meridia",),
        incomplete=True,
        place="Sael",
        status="held",
        under=WARNING,
        **made,
    )
    talks = Meeting(
        iri=TALKS,
        event=OFFICERS,
        commitment="asserts",
        evidence=(passage("Officers of Meridia and Kestria met at the old customs house in Sael"),),
        cues=(span("met"),),
        time=TimeSpan(
            text=None,
            earliest=None,
            latest=Day(2031, 7, 15),
            precision=None,
            extent="throughout",
            basis="inferred",
        ),
        rule="en.meet",
        participants=("Kestria", "Meridia"),
        incomplete=False,
        mediators=("Tovani mediation",),
        place="Sael",
        venue="the old customs house",
        status="held",
        topic="about the patrols",
        **made,
    )
    article = Article(
        iri=ARTICLE,
        text=TEXT,
        title="Meridia and Kestria hold talks over the strait",
        language="en",
        published=Day(2031, 7, 15),
        published_from="front matter",
        publisher="Harbour News",
        source="https://harbour.example/talks",
        digest=text_digest(TEXT),
        encoding="windows-1252",
        encoding_from="guess",
        furniture=1,
        warnings=(
            "The page gives several days of publication; 2031-07-15 was taken, and not 2031-07-16.",
        ),
    )
    return canonical(
        Extraction(
            article=article,
            actors=(*actors, unnamed, mediator),
            locations=(PLACES[IRIS.linked_place("sael")],),
            claims=(warning, line, warned_at, talks),
            context_actors=(GAZETTEER[IRIS.linked_actor("kestria.navy")],),
            context_locations=(PLACES[IRIS.linked_place("tovan")],),
        )
    )
