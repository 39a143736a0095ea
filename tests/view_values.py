"""Three small articles of an invented episode with their claims, made by hand, and a store of them.

Kestria and Tovan met in Velmar: on Wednesday says the Post, on Thursday says Al-Marfa, in which
Tovan's ministry denies it. The Note has no day of publication.
"""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from kg.errors import NotFound
from kg.model.article import Article, text_digest
from kg.model.claim import About, Conveyed, Meeting, RedLine, Statement, part_iri
from kg.model.day import Day
from kg.model.entity import Actor, Location
from kg.model.extraction import Extraction
from kg.model.iri import Iris
from kg.model.proposal import Proposal
from kg.model.span import Passage, Span
from kg.model.timespan import TimeSpan
from kg.query.dataset import Dataset
from kg.store.base import ArticleSummary

FOLDER = Path(__file__).parent / "fixtures" / "views"
IRIS = Iris()
POST, MARFA, NOTE = (f"{IRIS.base}article/{name}" for name in ("post", "marfa", "note"))

KESTRIA = Actor(
    iri=IRIS.linked_actor("kestria"),
    name="Kestria",
    kind="state",
    unnamed=False,
    linked=True,
    labels=(("ar", "كستريا"), ("en", "Kestria")),
)
TOVAN = replace(
    KESTRIA,
    iri=IRIS.linked_actor("tovan"),
    name="Tovan",
    labels=(("ar", "توفان"), ("en", "Tovan")),
)
MINISTRY = replace(
    TOVAN,
    iri=IRIS.linked_actor("tovan.foreign-ministry"),
    name="Tovan Foreign Ministry",
    kind="ministry",
    labels=(("ar", "وزارة خارجية توفان"), ("en", "Tovan Foreign Ministry")),
    belongs_to=TOVAN.iri,
)
RADIO = replace(
    KESTRIA,
    iri=IRIS.linked_actor("harbour-radio"),
    name="Harbour Radio",
    kind="media",
    labels=(("en", "Harbour Radio"),),
)
OFFICIAL = Actor(
    iri=IRIS.local_actor(POST, "Kestrian military official"),
    name="Kestrian military official",
    kind="official",
    unnamed=True,
    linked=False,
    labels=(),
    belongs_to=KESTRIA.iri,
)
VELMAR = Location(
    iri=IRIS.linked_place("velmar"),
    name="Velmar",
    linked=True,
    labels=(("ar", "فيلمار"), ("en", "Velmar")),
    latitude=41.5,
    longitude=44.25,
)
STRAIT = replace(VELMAR, iri=IRIS.linked_place("halen"), name="Halen Strait", labels=())


def text_of(name: str) -> str:
    """Return the text of a fixture."""
    return (FOLDER / name).read_text(encoding="utf-8")


def article(iri: str, name: str, **known: object) -> Article:
    """Return the article of a fixture, undated unless told otherwise."""
    text = text_of(name)
    values: dict[str, object] = {
        "iri": iri,
        "text": text,
        "title": text.partition("\n")[0],
        "language": name.split(".")[1],
        "published": None,
        "published_from": None,
        "publisher": None,
        "source": None,
        "digest": text_digest(text),
    }
    return Article(**(values | known))  # type: ignore[arg-type] # keys are those of Article


def passage(text: str, words: str) -> Passage:
    """Return the passage of these words, which the text must hold."""
    start = text.index(words)
    return Passage.cut(text, Span(start, start + len(words)))


def cue(text: str, words: str) -> Span:
    """Return where these words stand."""
    return passage(text, words).span


def on(day: str, text: str, **known: object) -> TimeSpan:
    """Return the time of one day."""
    values: dict[str, object] = {
        "text": text,
        "earliest": Day.parse(day),
        "latest": Day.parse(day),
        "precision": "day",
        "extent": "within",
        "basis": "relative",
    }
    return TimeSpan(**(values | known))  # type: ignore[arg-type] # keys are those of TimeSpan


def away(offset: int, text: str, **known: object) -> TimeSpan:
    """Return a time that is so many days from an unknown publication."""
    return TimeSpan(
        text=text,
        earliest=None,
        latest=None,
        precision="day",
        extent="within",
        basis="relative",
        offset_days=(offset, offset),
        **known,  # type: ignore[arg-type] # keys are those of TimeSpan
    )


def event(kind: str, name: str) -> str:
    """Return an event's IRI with a readable name."""
    return f"{IRIS.base}{kind}/{name}"


def claim(name: str) -> str:
    """Return a claim's IRI with a readable name."""
    return f"{IRIS.base}claim/{name}"


def _how(confidence: float, rule: str) -> dict[str, object]:
    return {"confidence": confidence, "extractor": "rules-1", "rule": rule}


def post() -> Extraction:
    """The Post: talks on Wednesday, a red line told by a radio, a promise on a condition."""
    told = article(
        POST,
        "post.en.txt",
        published=Day(2025, 4, 10),
        published_from="front-matter",
        publisher="Harbour Post",
        source="https://post.example/talks",
    )
    text = told.text
    warning, line = claim("post-2"), event("redline", "post-line")
    talks = Meeting(
        iri=claim("post-1"),
        event=event("meeting", "post-talks"),
        commitment="asserts",
        evidence=(passage(text, "Kestria and Tovan held talks in Velmar on Wednesday"),),
        cues=(cue(text, "held talks"),),
        time=on("2025-04-09", "on Wednesday"),
        participants=("Kestria", "Tovan"),
        incomplete=False,
        place="Velmar",
        status="held",
        **_how(0.9, "meeting.held"),
    )
    passages = (
        passage(text, "a Kestrian military official told Tovan"),
        passage(text, "stationing patrol ships in the Halen Strait would cross a red line"),
    )
    official = Statement(
        iri=warning,
        event=event("statement", "post-warning"),
        commitment="asserts",
        evidence=passages,
        cues=(cue(text, "reported"), cue(text, "told")),
        time=None,
        speaker="Kestrian military official",
        via=("Harbour Radio",),
        act="warns",
        addressees=("Tovan",),
        content="stationing patrol ships in the Halen Strait would cross a red line",
        about=(About(kind="location", name="Halen Strait"),),
        said_at=talks.event,
        conveys=(Conveyed(event=line, commitment="declares"),),
        **_how(0.7, "speech.told"),
    )
    red = RedLine(
        iri=part_iri(warning, line),
        event=line,
        commitment="declares",
        evidence=passages[1:],
        cues=(cue(text, "red line"),),
        time=None,
        declared_by="Kestrian military official",
        declared_to=("Tovan",),
        via=("Harbour Radio",),
        trigger_text="stationing patrol ships in the Halen Strait",
        said_at=talks.event,
        under=warning,
        **_how(0.7, "redline.cross"),
    )
    promise = Statement(
        iri=claim("post-3"),
        event=event("statement", "post-promise"),
        commitment="asserts",
        evidence=(passage(text, "The Tovan foreign ministry said that the talks would go on"),),
        cues=(cue(text, "said that"),),
        time=None,
        speaker="Tovan Foreign Ministry",
        act="promises",
        content="the talks would go on",
        condition="if the strait stayed open",
        **_how(0.4, "speech.said"),
    )
    return Extraction(
        article=told,
        actors=(KESTRIA, TOVAN, RADIO, OFFICIAL, MINISTRY),
        locations=(VELMAR, STRAIT),
        claims=(talks, official, red, promise),
    )


def marfa() -> Extraction:
    """Al-Marfa: talks on Thursday 10 April, denied by the ministry; the red line restated."""
    told = article(
        MARFA, "marfa.ar.txt", published=Day(2025, 4, 11), publisher="Al-Marfa", language="ar"
    )
    text = told.text
    talks = Meeting(
        iri=claim("marfa-1"),
        event=event("meeting", "marfa-talks"),
        commitment="asserts",
        evidence=(passage(text, "عقدت كستريا وتوفان محادثات في فيلمار يوم الخميس"),),
        cues=(cue(text, "عقدت"),),
        time=on("2025-04-10", "يوم الخميس"),
        participants=("Kestria", "Tovan"),
        incomplete=False,
        place="Velmar",
        status="held",
        **_how(0.85, "meeting.held"),
    )
    denial = Statement(
        iri=claim("marfa-2"),
        event=event("statement", "marfa-denial"),
        commitment="asserts",
        evidence=(passage(text, "ونفت وزارة خارجية توفان أن يكون أي اجتماع قد عُقد"),),
        cues=(cue(text, "نفت"),),
        time=None,
        speaker="Tovan Foreign Ministry",
        act="denies",
        content="أن يكون أي اجتماع قد عُقد",
        conveys=(Conveyed(event=talks.event, commitment="denies"),),
        **_how(0.8, "speech.denies"),
    )
    again = Statement(
        iri=claim("marfa-3"),
        event=event("statement", "marfa-again"),
        commitment="asserts",
        evidence=(passage(text, "وكررت كستريا أن نشر سفن الدورية في مضيق هالن خط أحمر"),),
        cues=(cue(text, "كررت"),),
        time=None,
        speaker="Kestria",
        act="warns",
        content="أن نشر سفن الدورية في مضيق هالن خط أحمر",
        conveys=(Conveyed(event=event("redline", "marfa-line"), commitment="restates"),),
        **_how(0.6, "speech.repeats"),
    )
    line = event("redline", "marfa-line")
    red = RedLine(
        iri=part_iri(again.iri, line),
        event=line,
        commitment="declares",
        evidence=again.evidence,
        cues=(cue(text, "خط أحمر"),),
        time=None,
        declared_by="Kestria",
        trigger_text="نشر سفن الدورية في مضيق هالن",
        under=again.iri,
        **_how(0.6, "redline.is"),
    )
    return Extraction(
        article=told,
        actors=(KESTRIA, TOVAN, MINISTRY),
        locations=(VELMAR,),
        claims=(talks, denial, again, red),
    )


def note() -> Extraction:
    """The Note, undated: a meeting yesterday, a planned one, somebody unresolved."""
    told = article(NOTE, "note.en.txt")
    text = told.text
    met = Meeting(
        iri=claim("note-1"),
        event=event("meeting", "note-met"),
        commitment="asserts",
        evidence=(passage(text, "Yesterday envoys of Kestria met envoys of Tovan"),),
        cues=(cue(text, "met"),),
        time=away(-1, "Yesterday"),
        participants=("Kestria", "Tovan"),
        incomplete=False,
        status="held",
        **_how(0.9, "meeting.met"),
    )
    planned = replace(
        met,
        iri=claim("note-2"),
        event=event("meeting", "note-planned"),
        commitment="anticipates",
        evidence=(passage(text, "Tovan will meet Kestria again in two days"),),
        cues=(cue(text, "will meet"),),
        time=away(2, "in two days", tense="future"),
        status="planned",
    )
    somebody = Statement(
        iri=claim("note-3"),
        event=event("statement", "note-somebody"),
        commitment="asserts",
        evidence=(passage(text, "An unidentified diplomat spoke of <b>progress</b>"),),
        cues=(cue(text, "spoke of"),),
        time=None,
        speaker=None,
        act="describes",
        content="<b>progress</b>",
        **_how(0.3, "speech.spoke"),
    )
    return Extraction(
        article=told, actors=(KESTRIA, TOVAN), locations=(), claims=(met, planned, somebody)
    )


MERGED = {
    event("meeting", "marfa-talks"): event("meeting", "post-talks"),
    event("redline", "marfa-line"): event("redline", "post-line"),
}


def dataset(*extractions: Extraction, canonical: Mapping[str, str] | None = None) -> Dataset:
    """Return the snapshot of these articles; of the Post and Al-Marfa, merged, by default."""
    if not extractions:
        return Dataset([marfa(), post()], canonical=MERGED)
    return Dataset(extractions, canonical=canonical or {})


class ShelfStore:
    """As much of a store as a `Dataset` reads. `disturb` is called while an article is read."""

    base = IRIS.base

    def __init__(self, *extractions: Extraction, canonical: Mapping[str, str] | None = None):
        self.shelf = {e.article.iri: e for e in extractions}
        self.revision = len(self.shelf)
        self.readings = 0
        self.merged = canonical or {}

    def articles(self, *, include_withdrawn: bool = False) -> list[ArticleSummary]:
        return [
            ArticleSummary(
                iri=e.article.iri,
                title=e.article.title,
                language=e.article.language,
                published=str(e.article.published) if e.article.published else None,
                publisher=e.article.publisher,
                source=e.article.source,
                claims=sum(c.under is None for c in e.claims),
                withdrawn=False,
            )
            for e in self.shelf.values()
        ]

    def extraction(self, article_iri: str) -> Extraction:
        self.readings += 1
        self.disturb()
        if article_iri not in self.shelf:
            raise NotFound(article_iri)
        return self.shelf[article_iri]

    def disturb(self) -> None:
        """Nothing, unless a test puts something here."""

    def recorded(self, article_iri: str) -> Mapping[str, str]:
        return {c.iri: "2025-04-12T08:00:00Z" for c in self.shelf[article_iri].claims}

    def canonical(self) -> Mapping[str, str]:
        return self.merged

    def proposals(self) -> list[Proposal]:
        return []

    def copies(self) -> Mapping[str, str]:
        return {}
