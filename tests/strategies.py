"""Hypothesis strategies for extractions: any that kg.mapping.checks lets through.

Texts hold Arabic, Latin, control characters, direction marks and emoji; evidence is cut from them.
Linked actors and places come from one small gazetteer, as real ones come from theirs, so that two
articles describe the same actor alike. Values are in canonical form, as the store reads them back.
"""

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import strategies as st

from kg.mapping.canonical import canonical
from kg.model.article import Article, text_digest
from kg.model.claim import (
    About,
    Claim,
    Conveyed,
    Meeting,
    RedLine,
    Statement,
    part_iri,
)
from kg.model.day import Day
from kg.model.entity import Actor, Location
from kg.model.extraction import Extraction
from kg.model.iri import Iris
from kg.model.span import Passage, Span
from kg.model.timespan import TimeSpan
from kg.vocabulary import DEFAULT_BASE

IRIS = Iris(DEFAULT_BASE)
AT = datetime(2031, 7, 15, 9, 30, tzinfo=UTC)


def _actor(gazetteer_id: str, english: str, arabic: str, kind: str, side: str | None) -> Actor:
    return Actor(
        iri=IRIS.linked_actor(gazetteer_id),
        name=english,
        kind=kind,
        unnamed=False,
        linked=True,
        labels=(("ar", arabic), ("en", english)),
        belongs_to=IRIS.linked_actor(side) if side else None,
        matches=(f"http://www.wikidata.org/entity/Q{len(gazetteer_id)}",),
    )


GAZETTEER = {
    a.iri: a
    for a in (
        _actor("meridia", "Meridia", "ميريديا", "state", None),
        _actor("kestria", "Kestria", "كستريا", "state", None),
        _actor("kestria.navy", "Kestrian Navy", "بحرية كستريا", "organization", "kestria"),
        _actor("kestria.navy.radio", "Navy Radio", "إذاعة البحرية", "media", "kestria.navy"),
        _actor(
            "meridia.mod", "Meridian Ministry of Defence", "دفاع ميريديا", "ministry", "meridia"
        ),
    )
}
PLACES = {
    p.iri: p
    for p in (
        Location(
            iri=IRIS.linked_place("tovan"),
            name="Tovan",
            linked=True,
            labels=(("ar", "توفان"), ("en", "Tovan")),
            latitude=40.5,
            longitude=-7.25,
        ),
        Location(
            iri=IRIS.linked_place("sael"),
            name="Sael",
            linked=True,
            labels=(("en", "Sael"), ("he", "סאל")),
            latitude=40.125,
            longitude=-7.0,
            within=IRIS.linked_place("tovan"),
        ),
    )
}

words = st.text(
    alphabet=st.one_of(
        st.sampled_from(
            "abc ,.\"'\\\n\r\tسعيد،ـ🚢\u202e\u2066\ufeff\u00a0\x00\x0b\x0c\x1b\x85\u2028\ufffe"
        ),
        st.characters(exclude_categories=("Cs",)),
    ),
    max_size=20,
)
names = st.text(alphabet="abcسعيدة 'é", min_size=1, max_size=8).filter(str.strip)
days = st.builds(
    Day,
    st.one_of(st.integers(2020, 2030), st.integers(-5000, 30000)),
    st.integers(1, 12),
    st.integers(1, 28),
)
confidences = st.one_of(
    st.sampled_from([0.0, 0.5, 0.85, 1.0]), st.floats(0, 1, allow_subnormal=False)
)


@st.composite
def times(draw: st.DrawFn) -> TimeSpan:
    """A time with any bounds, words and basis."""
    earliest, latest = draw(st.none() | days), draw(st.none() | days)
    if earliest and latest and latest < earliest:
        earliest, latest = latest, earliest
    basis = draw(st.sampled_from(["explicit", "relative", "inferred", "unresolved"]))
    first = draw(st.integers(-400, 400))
    offset = draw(st.none() | st.tuples(st.just(first), st.integers(first, first + 40)))
    return TimeSpan(
        text=draw(st.none() | words) if basis == "inferred" else draw(words),
        earliest=earliest,
        latest=latest,
        precision=draw(st.sampled_from([None, "day", "month", "year", "interval"])),
        extent=draw(st.sampled_from(["within", "throughout"])),
        basis=basis,
        offset_days=offset,
        tense=draw(st.sampled_from(["past", "present", "future", "none"])),
    )


@st.composite
def articles(draw: st.DrawFn, identity: str) -> Article:
    """An article of the given identity with any text and metadata."""
    text = draw(words) + draw(
        st.sampled_from(["The ministry said they met.", "قالت الوزارة 🚢 ذلك"])
    )
    return Article(
        iri=IRIS.article(identity),
        text=text,
        title=draw(words),
        language=draw(st.sampled_from(["ar", "en", "tr", "he"])),
        published=draw(st.none() | days),
        published_from=draw(st.none() | st.sampled_from(["front matter", "--published"])),
        publisher=draw(st.none() | words),
        source=draw(st.sampled_from([None, "https://example.org/a?b=ج", "urn:x:1", "clm:odd"])),
        digest=text_digest(text),
        encoding=draw(st.sampled_from([None, "utf-8", "windows-1256"])),
        encoding_from=draw(st.sampled_from([None, "given", "fits", "guess"])),
        furniture=draw(st.none() | st.integers(0, 9)),
        warnings=tuple(sorted(draw(st.sets(words, max_size=2)))),
    )


@st.composite
def extractions(draw: st.DrawFn, identity: str = "https://example.org/a") -> Extraction:
    """An extraction of the article of that identity, in canonical form."""
    article = draw(articles(identity))
    actors = draw(_actors(article))
    locations = draw(_locations(article))
    maker = _Maker(draw, article, [a.name for a in actors], [p.name for p in locations])
    for _ in range(draw(st.integers(0, 3))):
        maker.own_meeting()
    for _ in range(draw(st.integers(0, 3))):
        maker.statement()
    extraction = Extraction(
        article=article,
        actors=actors,
        locations=locations,
        claims=tuple(maker.claims),
        context_actors=tuple(_above(actors, GAZETTEER, "belongs_to")),
        context_locations=tuple(_above(locations, PLACES, "within")),
    )
    return canonical(extraction)


@st.composite
def _actors(draw: st.DrawFn, article: Article) -> tuple[Actor, ...]:
    linked = draw(st.lists(st.sampled_from(sorted(GAZETTEER)), unique=True, min_size=1))
    taken = {GAZETTEER[iri].name for iri in linked}
    local = draw(st.lists(names.filter(lambda n: n not in taken), unique=True, max_size=3))
    return tuple(GAZETTEER[iri] for iri in linked) + tuple(
        Actor(
            iri=IRIS.local_actor(article.iri, name),
            name=name,
            kind=draw(st.sampled_from(["official", "person", "armed-group"])),
            unnamed=draw(st.booleans()),
            linked=False,
            labels=((article.language, name),),
            belongs_to=draw(st.none() | st.sampled_from(linked)),
        )
        for name in local
    )


@st.composite
def _locations(draw: st.DrawFn, article: Article) -> tuple[Location, ...]:
    linked = draw(st.lists(st.sampled_from(sorted(PLACES)), unique=True))
    local = draw(st.lists(names, unique=True, max_size=2))
    return tuple(PLACES[iri] for iri in linked) + tuple(
        Location(
            iri=IRIS.local_place(article.iri, name),
            name=name,
            linked=False,
            labels=((article.language, name),),
        )
        for name in local
        if name not in {PLACES[iri].name for iri in linked}
    )


def _above(listed: tuple, gazetteer: dict, field: str) -> list:
    """Return what the listed belong to, all the way up, unless listed itself."""
    seen = {e.iri for e in listed}
    above = []
    for entity in (queue := list(listed)):
        upper = getattr(entity, field)
        if upper and upper not in seen:
            seen.add(upper)
            above.append(gazetteer[upper])
            queue.append(gazetteer[upper])
    return above


class _Maker:
    """Adds claims one after another, each free to refer to what came before."""

    def __init__(
        self, draw: st.DrawFn, article: Article, actors: list[str], locations: list[str]
    ) -> None:
        self.draw, self.article = draw, article
        self.actors, self.locations = actors, locations
        self.claims: list[Claim] = []

    def names(self, minimum: int = 0) -> tuple[str, ...]:
        chosen = st.lists(st.sampled_from(self.actors), unique=True, min_size=minimum, max_size=3)
        return tuple(self.draw(chosen))

    def span(self) -> Span:
        start = self.draw(st.integers(0, len(self.article.text) - 1))
        return Span(start, self.draw(st.integers(start + 1, len(self.article.text))))

    def common(self, kind: str) -> dict:
        number = str(len(self.claims))
        event = IRIS.event(kind, self.article.iri, number)
        text = self.article.text
        return {
            "iri": IRIS.claim(self.article.iri, number),
            "event": event,
            "commitment": self.draw(
                st.sampled_from(["asserts", "denies", "anticipates", "reactsTo"])
            ),
            "evidence": tuple(
                Passage.cut(text, self.span()) for _ in range(self.draw(st.integers(1, 2)))
            ),
            "cues": tuple(self.span() for _ in range(self.draw(st.integers(0, 2)))),
            "time": self.draw(st.none() | times()),
            "confidence": self.draw(confidences),
            "extractor": "rules 0.1.0",
            "rule": self.draw(st.sampled_from(["ar.say", "en.meet"])),
            "carried_speaker": self.draw(st.booleans()),
        }

    def own_meeting(self) -> Meeting:
        meeting = Meeting(
            **self.common("meeting"),
            participants=self.names(1),
            incomplete=self.draw(st.booleans()),
            mediators=self.names(),
            place=self.draw(st.none() | st.sampled_from(self.locations))
            if self.locations
            else None,
            venue=self.draw(st.none() | words),
            status=self.draw(st.sampled_from(["held", "planned", "cancelled"])),
            topic=self.draw(st.none() | words),
        )
        self.claims.append(meeting)
        return meeting

    def statement(self) -> None:
        told = [c for c in self.claims if not isinstance(c, RedLine)]
        events = self.draw(st.lists(st.sampled_from(told), unique=True, max_size=2)) if told else []
        conveys = [
            Conveyed(event=c.event, commitment=self.draw(st.sampled_from(["asserts", "reactsTo"])))
            for c in events
        ]
        if self.draw(st.booleans()):
            action = IRIS.event("action", self.article.iri, str(len(self.claims)))
            conveys.append(Conveyed(event=action, commitment="anticipates"))
        meetings = [c.event for c in self.claims if isinstance(c, Meeting)]
        about = [About(kind="actor", name=n) for n in self.names()]
        if self.locations and self.draw(st.booleans()):
            about.append(About(kind="location", name=self.draw(st.sampled_from(self.locations))))
        statement = Statement(
            **self.common("statement"),
            speaker=self.draw(st.none() | st.sampled_from(self.actors)),
            via=tuple(self.draw(st.lists(st.sampled_from(self.actors), max_size=2))),
            act=self.draw(st.sampled_from(["announces", "denies", "warns", "expresses-concern"])),
            addressees=self.names(),
            content=self.draw(words),
            quote=self.draw(st.none() | words),
            condition=self.draw(st.none() | words),
            about=tuple(about),
            said_at=self.draw(st.none() | st.sampled_from(meetings)) if meetings else None,
            conveys=tuple(conveys),
        )
        parts: list[Claim] = []
        self.claims.append(statement)
        if self.draw(st.booleans()):
            statement = self._with_meeting(statement, parts)
        if self.draw(st.booleans()):
            statement = self._with_redline(statement, parts)
        self.claims = [statement if c.iri == statement.iri else c for c in self.claims] + parts

    def _with_meeting(self, statement: Statement, parts: list[Claim]) -> Statement:
        """Tell a meeting under the statement: conveyed by it, or only where it was said."""
        meeting = self.own_meeting()
        self.claims.pop()
        if self.draw(st.booleans()):
            parts.append(self._part(replace(meeting, commitment="asserts"), statement))
            return replace(statement, said_at=meeting.event)
        parts.append(self._part(meeting, statement))
        conveyed = Conveyed(event=meeting.event, commitment=meeting.commitment)
        return replace(statement, conveys=(*statement.conveys, conveyed))

    def _with_redline(self, statement: Statement, parts: list[Claim]) -> Statement:
        line = RedLine(
            **{**self.common("redline"), "commitment": "declares"},
            declared_by=statement.speaker,
            declared_to=statement.addressees,
            via=statement.via,
            trigger_text=self.draw(words),
            trigger=self.draw(
                st.none() | st.just(IRIS.event("action", self.article.iri, "trigger"))
            ),
            said_at=statement.said_at,
            under=statement.iri,
        )
        parts.append(self._part(line, statement))
        step = self.draw(st.sampled_from(["declares", "restates", "changes", "retracts"]))
        conveyed = Conveyed(event=line.event, commitment=step)
        return replace(statement, conveys=(*statement.conveys, conveyed))

    @staticmethod
    def _part(claim: Meeting | RedLine, statement: Statement) -> Meeting | RedLine:
        return replace(claim, under=statement.iri, iri=part_iri(statement.iri, claim.event))
