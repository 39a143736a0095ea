"""A store in which every text that reaches a page wants to be something other than words.

One article for each payload: its title, publisher, names, places, quotation, trigger, condition,
venue, topic, time and rule are all the payload; its source is an address that must not become a
link. Out: the store, and the pages to look at.
"""

from dataclasses import dataclass
from urllib.parse import quote

from kg.model.claim import About, Conveyed
from kg.model.day import Day
from kg.store.embedded import EmbeddedStore
from tests.payloads import LABELS
from tests.web.samples import AT, IRIS, Teller, day

ALL: tuple[str, ...] = (
    *LABELS,
    "vbscript:msgbox(11)",
    "data:text/html,<script>alert(12)</script>",
    "java\tscript:alert(13)",
    "<body onload=alert(14)><style>*{display:none}</style>",
    'x" style="background:url(javascript:alert(15))" tabindex=1 autofocus onfocus="alert(15)',
    "<math><mtext></mtext><a xlink:href='javascript:alert(16)'>m</a></math>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(17)'>",
    "<base href=//evil.example/><link rel=stylesheet href=//evil.example/x.css>",
    "before\x00<script>alert(18)</script>",
    "\u2067\u202b<bdo dir=rtl>turned</bdo>",
    "{{constructor.constructor('alert(19)')()}} #{7*7} <%= 7*7 %> ${{7*7}}",
)
# Addresses that a store takes (it refuses quotes, blanks and brackets), the last ones as links.
SOURCES: tuple[str, ...] = (
    "javascript:alert(document.domain)",
    "data:text/html,alert(2)",
    "vbscript:msgbox(3)",
    "JavaScript:alert(4)//https://evil.example/",
    "file:///etc/passwd",
    "blob:https://evil.example/5",
    "https:alert(6)",
    "https://evil.example/'onmouseover='alert(7)",
)


@dataclass(frozen=True, slots=True)
class Planted:
    """What a payload became: pages of the article, its people, place, events and claims."""

    payload: str
    article: str
    actors: tuple[str, ...]
    place: str
    events: tuple[str, ...]
    claims: tuple[str, ...]


def plant(store: EmbeddedStore) -> list[Planted]:
    """Fill the store."""
    return [_article(store, number, payload) for number, payload in enumerate(ALL)]


def filter_addresses(payload: str) -> list[str]:
    """Return addresses that hold the payload wherever an address may hold words."""
    said = quote(payload, safe="")
    names = ("q", "actor", "place", "source", "kind", "from", "window", "event", "sort", "view")
    explorer = [f"/?{name}={said}" for name in (*names, "facets", "ui", "lanes", "order")]
    asked = quote(f"SELECT ({_literal(payload)} AS ?said) {{}}")
    return [
        *explorer,
        f"/?view=list&q={said}&kind=statement",
        f"/sparql?query={said}",
        f"/sparql?name={said}",
        f"/sparql?query={asked}",
        f"/articles/{said}",
        f"/no/{said}",
        f"/articles?after={said}",
    ]


def _literal(text: str) -> str:
    escaped = "".join(c if c.isalnum() and c.isascii() else f"\\U{ord(c):08X}" for c in text)
    return f'"{escaped}"'


def _article(store: EmbeddedStore, number: int, payload: str) -> Planted:
    warned = f"{payload} warned that {payload} of article {number}"
    line = f"crossing {payload} {number}"
    met = f"{payload} met {payload} number {number}"
    teller = Teller(
        f"{payload}\n\n{warned}: {line}.\n\n{met}.\n",
        language="en",
        title=payload,
        published=Day(2031, 7, 1 + number % 28),
        publisher=payload,
        source=f"{SOURCES[number % len(SOURCES)]}#{number}",
    )
    one = teller.linked(f"one-{number}", payload, labels=(("ar", payload), ("en", payload)))
    two = teller.local(f"{payload} two")
    place = teller.place(f"place-{number}", payload, (("ar", payload), ("en", payload)))
    when = day(payload, f"2031-07-{1 + number % 28:02}")
    event = teller.event_iri("redline", line, "declared")
    said = teller.statement(
        warned,
        "warns",
        "warned",
        speaker=one,
        via=(two,),
        addressees=(two,),
        rule=payload,
        quote=payload,
        content=payload,
        time=when,
        conveys=(Conveyed(event=event, commitment="declares"),),
        condition=payload,
        about=(About(kind="actor", name=two),),
    )
    teller.redline(line, "crossing", said, trigger_text=payload)
    teller.meeting(
        met,
        "met",
        participants=(one, two),
        place=place,
        venue=payload,
        topic=payload,
        time=when,
    )
    told = teller.told()
    store.put_article(told, at=AT)
    return Planted(
        payload=payload,
        article=_page("articles", told.article.iri),
        actors=tuple(_page("actors", actor.iri) for actor in told.actors),
        place=_page("places", IRIS.linked_place(f"place-{number}")),
        events=tuple(_page("events", claim.event) for claim in told.claims),
        claims=tuple(_page("claims", claim.iri) for claim in told.claims if not claim.under),
    )


def _page(room: str, iri: str) -> str:
    return f"/{room}/{quote(iri.rsplit('/', 1)[1], safe='.-_')}"
