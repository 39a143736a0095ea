"""Small articles of an invented crisis whose meetings, red lines and statements may be one."""

from dataclasses import replace

from kg.mapping.canonical import canonical
from kg.model.article import Article, text_digest
from kg.model.claim import Conveyed, Meeting, RedLine, Statement, part_iri
from kg.model.day import Day
from kg.model.entity import Actor, Location
from kg.model.extraction import Extraction
from kg.model.span import Passage, Span
from kg.model.timespan import TimeSpan
from tests.strategies import GAZETTEER, IRIS, PLACES

ACTORS = {a.name: a for a in GAZETTEER.values()}
STRAIT = Location(
    iri=IRIS.linked_place("halen"),
    name="Halen Strait",
    linked=True,
    labels=(("en", "Halen Strait"),),
)
SITES = {p.name: p for p in (*PLACES.values(), STRAIT)}
DAY = Day(2031, 7, 14)
NEXT_DAY = DAY.plus(1)


def on(day: Day | None, last: Day | None = None) -> TimeSpan | None:
    """Return the time of a day or of several; None for None."""
    if day is None:
        return None
    precision = "day" if last is None else "interval"
    return TimeSpan(
        text="then",
        earliest=day,
        latest=last or day,
        precision=precision,  # type: ignore[arg-type]  # one of the two literals
        extent="within",
        basis="explicit",
    )


def article(
    name: str,
    *claims: Meeting | RedLine | Statement,
    language: str = "en",
    published: Day | None = NEXT_DAY,
    text: str = "They met. They spoke.",
    local: tuple[Actor, ...] = (),
) -> Extraction:
    """Return an article of that name with these claims, which `meeting` and the others made."""
    iri = IRIS.article(name)
    named = {n for c in claims for n in _names(c)}
    actors = [*(a for a in ACTORS.values() if a.name in named), *local]
    above: list[Actor] = []
    for actor in actors:
        holder = actor.belongs_to
        while holder:
            above.append(GAZETTEER[holder])
            holder = GAZETTEER[holder].belongs_to
    context = {a.iri: a for a in above if a not in actors}
    return canonical(
        Extraction(
            article=Article(
                iri=iri,
                text=text,
                title=name,
                language=language,  # type: ignore[arg-type]  # given by the tests
                published=published,
                published_from="user" if published else None,
                publisher=name,
                source=None,
                digest=text_digest(text),
            ),
            actors=tuple(actors),
            locations=tuple(SITES.values()),
            claims=claims,
            context_actors=tuple(context.values()),
        )
    )


def meeting(
    name: str,
    number: int = 1,
    *,
    parties: tuple[str, ...] = ("Meridia", "Kestria"),
    day: TimeSpan | None = on(DAY),  # noqa: B008 - a frozen value
    place: str | None = None,
    **known: object,
) -> Meeting:
    """Return a meeting that the article of that name tells in its own voice."""
    values: dict[str, object] = {
        **_common("meeting", name, number),
        "time": day,
        "participants": parties,
        "incomplete": len(parties) < 2,
        "place": place,
        "status": "held",
    }
    return Meeting(**(values | known))  # type: ignore[arg-type]  # keys are those of Meeting


def statement(
    name: str, number: int = 1, *, content: str, day: TimeSpan | None = None, **known: object
) -> Statement:
    """Return a statement by Kestria unless told otherwise."""
    values: dict[str, object] = {
        **_common("statement", name, number),
        "time": day,
        "speaker": "Kestria",
        "act": "warns",
        "content": content,
    }
    return Statement(**(values | known))  # type: ignore[arg-type]  # keys are those of Statement


def red_line(
    name: str, number: int = 1, *, trigger: str, **known: object
) -> tuple[Statement, RedLine]:
    """Return a red line and the statement that draws it."""
    event = IRIS.event("redline", IRIS.article(name), str(number))
    said = statement(
        name,
        number,
        content=trigger,
        conveys=(Conveyed(event=event, commitment="declares"),),
        **known,
    )
    line = RedLine(
        **{**_common("redline", name, number), "commitment": "declares"},  # type: ignore[arg-type]  # keys are those of RedLine
        time=None,
        declared_by=said.speaker,
        declared_to=said.addressees,
        trigger_text=trigger,
        under=said.iri,
    )
    return said, replace(line, iri=part_iri(said.iri, event))


def stranger(name: str, words: str, side: str | None = None) -> Actor:
    """Return an actor that only the article of that name knows."""
    return Actor(
        iri=IRIS.local_actor(IRIS.article(name), words),
        name=words,
        kind="official",
        unnamed=True,
        linked=False,
        labels=(("en", words),),
        belongs_to=ACTORS[side].iri if side else None,
    )


def event(name: str, number: int = 1, kind: str = "meeting") -> str:
    """Return the IRI of an event of the article of that name."""
    return IRIS.event(kind, IRIS.article(name), str(number))


def _common(kind: str, name: str, number: int) -> dict[str, object]:
    iri = IRIS.article(name)
    return {
        "iri": IRIS.claim(iri, kind, str(number)),
        "event": IRIS.event(kind, iri, str(number)),
        "commitment": "asserts",
        "evidence": (Passage(start=0, end=9, text="They met."),),
        "cues": (Span(5, 8),),
        "confidence": 0.9,
        "extractor": "hand",
        "rule": "hand",
    }


def _names(claim: Meeting | RedLine | Statement) -> tuple[str, ...]:
    if isinstance(claim, Meeting):
        return (*claim.participants, *claim.mediators)
    if isinstance(claim, Statement):
        about = (a.name for a in claim.about if a.kind == "actor")
        return (*((claim.speaker,) if claim.speaker else ()), *claim.addressees, *about)
    return ()
