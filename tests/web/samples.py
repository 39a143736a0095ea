"""Articles by hand for the tests of the web: an invented crisis, told three times; hostile text.

Meridia and Kestria quarrel over the Halen Strait; they met in Sael, or in Port Vey.
"""

from datetime import UTC, datetime
from typing import Any

from kg.model.article import Article, text_digest
from kg.model.claim import Conveyed, Meeting, RedLine, Statement, part_iri
from kg.model.day import Day
from kg.model.entity import Actor, Location
from kg.model.extraction import Extraction
from kg.model.iri import Iris
from kg.model.span import Passage, Span
from kg.model.timespan import TimeSpan

AT = datetime(2031, 7, 20, 12, 0, tzinfo=UTC)
IRIS = Iris()
HOSTILE = "<script>alert(1)</script>"
HOSTILE_NAME = "\u202e\"><img src=x onerror=alert(2)>'{{7*7}}"


class Teller:
    """Builds one article's extraction claim by claim."""

    def __init__(self, text: str, *, language: str, title: str, **known: Any) -> None:
        self.text = text
        self.article = Article(
            iri=IRIS.article(known.get("source") or text),
            text=text,
            title=title,
            language=language,  # type: ignore[arg-type] # tests give only known languages
            published=known.get("published"),
            published_from="front matter" if known.get("published") else None,
            publisher=known.get("publisher"),
            source=known.get("source"),
            digest=text_digest(text),
        )
        self.actors: list[Actor] = []
        self.places: list[Location] = []
        self.claims: list[Any] = []

    def linked(self, identifier: str, name: str, kind: str = "state", **more: Any) -> str:
        """Add an actor of the gazetteer; return its name."""
        actor = Actor(
            iri=IRIS.linked_actor(identifier),
            name=name,
            kind=kind,
            unnamed=False,
            linked=True,
            labels=more.get("labels", (("en", name),)),
            belongs_to=more.get("belongs_to"),
        )
        self.actors.append(actor)
        return name

    def local(self, name: str, kind: str = "official", *, unnamed: bool = False) -> str:
        """Add an actor that only this article knows; return its name."""
        iri = IRIS.local_actor(self.article.iri, name)
        self.actors.append(
            Actor(iri=iri, name=name, kind=kind, unnamed=unnamed, linked=False, labels=())
        )
        return name

    def place(self, identifier: str, name: str, labels: tuple[tuple[str, str], ...] = ()) -> str:
        """Add a place with made-up coordinates; return its name."""
        self.places.append(
            Location(
                iri=IRIS.linked_place(identifier),
                name=name,
                linked=True,
                labels=labels or (("en", name),),
                latitude=12.5,
                longitude=-30.25,
            )
        )
        return name

    def statement(self, words: str, act: str, cue: str, **more: Any) -> Statement:
        """Add a statement of which `words` are the evidence."""
        claim_iri, event = self._iris("statement", words, act)
        statement = Statement(
            **self._common(claim_iri, event, words, cue, more),
            act=act,
            speaker=more.get("speaker"),
            via=more.get("via", ()),
            addressees=more.get("addressees", ()),
            content=more.get("content", words),
            quote=more.get("quote"),
            condition=more.get("condition"),
            about=more.get("about", ()),
            said_at=more.get("said_at"),
            conveys=more.get("conveys", ()),
        )
        self.claims.append(statement)
        return statement

    def meeting(self, words: str, cue: str, **more: Any) -> Meeting:
        """Add a meeting; `under` is the IRI of the claim that tells it, if one does."""
        claim_iri, event = self._iris("meeting", words, "held")
        under = more.get("under")
        meeting = Meeting(
            **self._common(part_iri(under, event) if under else claim_iri, event, words, cue, more),
            participants=more.get("participants", ()),
            incomplete=False,
            mediators=more.get("mediators", ()),
            place=more.get("place"),
            venue=more.get("venue"),
            topic=more.get("topic"),
            status=more.get("status", "held"),
            under=under,
        )
        self.claims.append(meeting)
        return meeting

    def redline(self, words: str, cue: str, under: Statement, **more: Any) -> RedLine:
        """Add the red line that the statement `under` declares."""
        _, event = self._iris("redline", words, "declared")
        redline = RedLine(
            **self._common(
                part_iri(under.iri, event), event, words, cue, {"commitment": "declares"} | more
            ),
            declared_by=under.speaker,
            declared_to=under.addressees,
            via=under.via,
            trigger_text=more.get("trigger_text", words),
            said_at=under.said_at,
            under=under.iri,
        )
        self.claims.append(redline)
        return redline

    def event_iri(self, kind: str, words: str, what: str) -> str:
        """Return the IRI that a claim of these words will give its event."""
        return self._iris(kind, words, what)[1]

    def claim_iri(self, kind: str, words: str, what: str) -> str:
        """Return the IRI that a claim of these words will have."""
        return self._iris(kind, words, what)[0]

    def told(self) -> Extraction:
        """Return the extraction, claims in the order of the text."""
        claims = sorted(self.claims, key=lambda c: (c.evidence[0].start, c.iri))
        return Extraction(
            article=self.article,
            actors=tuple(self.actors),
            locations=tuple(self.places),
            claims=tuple(claims),
        )

    def _iris(self, kind: str, words: str, what: str) -> tuple[str, str]:
        start = str(self.text.index(words))
        claim = IRIS.claim(self.article.iri, start, kind, what)
        return claim, IRIS.event(kind, self.article.iri, start, what)

    def _common(
        self, iri: str, event: str, words: str, cue: str, more: dict[str, Any]
    ) -> dict[str, Any]:
        start = self.text.index(words)
        cue_start = self.text.index(cue, start if cue in self.text[start:] else 0)
        return {
            "iri": iri,
            "event": event,
            "commitment": more.get("commitment", "asserts"),
            "evidence": (Passage(start=start, end=start + len(words), text=words),),
            "cues": (Span(cue_start, cue_start + len(cue)),),
            "time": more.get("time"),
            "confidence": 0.75,
            "extractor": "by hand",
            "rule": more.get("rule", "test.rule"),
        }


def day(text: str, iso: str, *, offset: int | None = None) -> TimeSpan:
    """Return a time of one day as the words give it."""
    return TimeSpan(
        text=text,
        earliest=Day.parse(iso),
        latest=Day.parse(iso),
        precision="day",
        extent="within",
        basis="explicit" if offset is None else "relative",
        offset_days=None if offset is None else (offset, offset),
    )


def relative(text: str, offset: int) -> TimeSpan:
    """Return a time that only a publication date could place."""
    return TimeSpan(
        text=text,
        earliest=None,
        latest=None,
        precision="day",
        extent="within",
        basis="relative",
        offset_days=(offset, offset),
    )


def english() -> Extraction:
    """The talks and the red line, as the Strait Wire tells them."""
    met = "officers of Meridia and Kestria had met in Sael on Monday"
    said = f"The Kestrian Ministry of Defence said on Tuesday that {met}."
    trigger = "stationing patrol ships in the Halen Strait"
    warned = (
        "Harbour Radio reported that a Kestrian official had warned Meridia at the meeting that "
        f"{trigger} would be a red line."
    )
    teller = Teller(
        f"Talks over the Halen Strait\n\n{said} Both sides called it technical.\n\n{warned}\n",
        language="en",
        title="Talks over the Halen Strait",
        published=Day(2031, 7, 15),
        publisher="Strait Wire",
        source="https://straitwire.example.org/talks",
    )
    meridia = teller.linked("meridia", "Meridia", labels=(("ar", "ميريديا"), ("en", "Meridia")))
    kestria = teller.linked("kestria", "Kestria", labels=(("ar", "كستريا"), ("en", "Kestria")))
    ministry = teller.linked(
        "kestria.ministry-of-defence",
        "Ministry of Defence of Kestria",
        "ministry",
        belongs_to=IRIS.linked_actor("kestria"),
    )
    radio = teller.local("Harbour Radio", "media")
    official = teller.local("Kestrian official", unnamed=True)
    sael = teller.place("sael", "Sael", (("ar", "سايل"), ("en", "Sael")))
    meeting_event = teller.event_iri("meeting", met, "held")
    announced = teller.statement(
        said,
        "announces",
        "said",
        speaker=ministry,
        time=day("on Tuesday", "2031-07-15", offset=0),
        conveys=(Conveyed(event=meeting_event, commitment="asserts"),),
        content=met,
    )
    teller.meeting(
        met,
        "met",
        participants=(meridia, kestria),
        place=sael,
        under=announced.iri,
        time=day("on Monday", "2031-07-14", offset=-1),
    )
    line_event = teller.event_iri("redline", trigger, "declared")
    warning = teller.statement(
        warned,
        "warns",
        "warned",
        speaker=official,
        via=(radio,),
        addressees=(meridia,),
        said_at=meeting_event,
        conveys=(Conveyed(event=line_event, commitment="declares"),),
        content=f"{trigger} would be a red line",
    )
    teller.redline(trigger, "red line", warning)
    return teller.told()


def arabic() -> Extraction:
    """The same talks in Arabic, in another place."""
    met = "التقى ضباط من ميريديا وكستريا في بورت فاي في 14 تموز 2031"
    teller = Teller(
        f"محادثات حول المضيق\n\n{met}، وسط توتر متصاعد.\n",
        language="ar",
        title="محادثات حول المضيق",
        published=Day(2031, 7, 16),
        publisher="صحيفة الميناء",
        source="https://mina.example.org/talks",
    )
    meridia = teller.linked("meridia", "Meridia", labels=(("ar", "ميريديا"), ("en", "Meridia")))
    kestria = teller.linked("kestria", "Kestria", labels=(("ar", "كستريا"), ("en", "Kestria")))
    vey = teller.place("port-vey", "Port Vey", (("ar", "بورت فاي"), ("en", "Port Vey")))
    teller.meeting(
        met,
        "التقى",
        participants=(meridia, kestria),
        place=vey,
        time=day("14 تموز 2031", "2031-07-14"),
    )
    return teller.told()


def undated() -> Extraction:
    """A denial in an article whose day of publication nobody knows."""
    denied = "Meridia yesterday denied that its ships were on their way."
    teller = Teller(f"Meridia denies\n\n{denied}\n", language="en", title="Meridia denies")
    meridia = teller.linked("meridia", "Meridia", labels=(("ar", "ميريديا"), ("en", "Meridia")))
    teller.statement(denied, "denies", "denied", speaker=meridia, time=relative("yesterday", -1))
    return teller.told()


def hostile() -> Extraction:
    """An article in which every text that a page shows wants to be markup."""
    words = f"{HOSTILE} warned {HOSTILE_NAME} & <b>everybody</b> \"quoted\" 'too'"
    teller = Teller(
        f"{HOSTILE}\n\n{words}.\n\u202eevil\u2066\n",
        language="en",
        title=f"{HOSTILE} {HOSTILE_NAME}",
        published=Day(2031, 7, 17),
        publisher=f'{HOSTILE}" onmouseover="alert(3)',
        source="javascript:alert(document.domain)",
    )
    speaker = teller.local(HOSTILE, "person")
    addressee = teller.local(HOSTILE_NAME, "person")
    teller.statement(
        words,
        "warns",
        "warned",
        speaker=speaker,
        addressees=(addressee,),
        rule=f"{HOSTILE}",
        time=day(HOSTILE, "2031-07-17"),
    )
    return teller.told()
