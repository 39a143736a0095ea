"""A store on paper: articles of invented parties, made anew whenever one is read, always the same.

In:  how many claims. Out: as much of a `GraphStore` as an index and pages ask for. Parties are as
unevenly spread as in news, over five years of days; some events are told by two articles, some
speakers are known to one article alone. The same seed, the same store.
"""

import random
from collections.abc import Mapping
from pathlib import Path

from kg.model.article import Article, text_digest
from kg.model.claim import Claim, Conveyed, Meeting, RedLine, Statement, part_iri
from kg.model.day import Day
from kg.model.decision import Decision
from kg.model.entity import Actor, Location
from kg.model.extraction import Extraction
from kg.model.iri import Iris
from kg.model.proposal import Proposal
from kg.model.span import Passage, Span
from kg.model.timespan import TimeSpan
from kg.store.base import ArticleSummary

CLAIMS_AN_ARTICLE = 25
_IRIS = Iris()
_FIRST, _DAYS = 18_000, 1826
_LANGUAGES = ("ar", "en", "tr", "he")
_ACTS = ("announces", "asserts", "denies", "warns", "accuses", "demands")
_STEMS = ("merid", "merol", "kasid", "kasol", "تور", "برول")
_WORDS = [f"{stem}{number}" for stem in _STEMS for number in range(600)]
_MERGED_EVERY = 200
_MOMENT = "2031-07-20T12:00:00Z"


def _party(number: int) -> Actor:
    name = f"Party{number}"
    return Actor(
        iri=_IRIS.linked_actor(name.lower()),
        name=name,
        kind="state" if number % 3 == 0 else "ministry",
        unnamed=False,
        linked=True,
        labels=(("ar", f"حزب{number}"), ("en", name)),
        belongs_to=None if number % 3 == 0 else _IRIS.linked_actor(f"party{number - number % 3}"),
    )


def _place(number: int) -> Location:
    return Location(
        iri=_IRIS.linked_place(f"place{number}"),
        name=f"Place{number}",
        linked=True,
        labels=(("en", f"Place{number}"),),
        latitude=float(number % 60),
        longitude=float(number % 170),
    )


PARTIES = [_party(number) for number in range(300)]
PLACES = [_place(number) for number in range(200)]
_BUSY = [1 / (number + 1) for number in range(len(PARTIES))]


class PaperStore:
    """Articles by number; nothing of them is kept."""

    def __init__(self, claims: int, folder: Path, *, seed: int = 1) -> None:
        self.base = _IRIS.base
        self.revision = 1
        self.folder = folder
        self._seed = seed
        self._count = max(1, claims // CLAIMS_AN_ARTICLE)
        self._numbers = {_iri(number): number for number in range(self._count)}

    def changed_since(self, revision: int) -> frozenset[str] | None:
        """Nothing changes."""
        del revision
        return frozenset()

    def suggestions_since(self, revision: int) -> None:
        """Nothing is known."""
        del revision

    def articles(self, *, include_withdrawn: bool = False) -> list[ArticleSummary]:
        """All articles, newest first."""
        del include_withdrawn
        found = [self._summary(number) for number in range(self._count)]
        return sorted(found, key=lambda a: (str(a.published), a.iri), reverse=True)

    def summary(self, article_iri: str) -> ArticleSummary | None:
        """One article's line."""
        number = self._numbers.get(article_iri)
        return None if number is None else self._summary(number)

    def extraction(self, article_iri: str) -> Extraction:
        """One article."""
        return _extraction(self._numbers[article_iri], self._chance(self._numbers[article_iri]))

    def recorded(self, article_iri: str) -> Mapping[str, str]:
        """The same moment for all of its claims."""
        return {c.iri: _MOMENT for c in self.extraction(article_iri).claims if c.under is None}

    def canonical(self) -> Mapping[str, str]:
        """Now and then the first meeting of two articles is one."""
        merged = {}
        for number in range(_MERGED_EVERY, self._count, _MERGED_EVERY):
            pair = [next(self.extraction(_iri(n)).meetings, None) for n in (number - 1, number)]
            if pair[0] is not None and pair[1] is not None:
                merged[pair[1].event] = pair[0].event
        return merged

    def proposals(self) -> list[Proposal]:
        """None."""
        return []

    def copies(self) -> Mapping[str, str]:
        """None."""
        return {}

    def decisions(self) -> list[Decision]:
        """None that are told of."""
        return []

    def _chance(self, number: int) -> random.Random:
        return random.Random(self._seed * 10_000_019 + number)

    def _summary(self, number: int) -> ArticleSummary:
        chance = self._chance(number)
        return ArticleSummary(
            iri=_iri(number),
            title=f"Article {number}",
            language=_LANGUAGES[number % 4],
            published=str(_published(chance)),
            publisher=f"Outlet {number % 40}",
            source=f"https://outlet{number % 40}.example/{number}",
            claims=CLAIMS_AN_ARTICLE,
            withdrawn=False,
        )


def _iri(number: int) -> str:
    return f"{_IRIS.base}article/{number:016x}"


def _published(chance: random.Random) -> Day:
    return Day.from_ordinal(_FIRST + chance.randrange(_DAYS))


def _extraction(number: int, chance: random.Random) -> Extraction:
    published = _published(chance)
    sentences = [" ".join(chance.choices(_WORDS, k=20)) for _ in range(CLAIMS_AN_ARTICLE)]
    text = "\n\n".join(sentences)
    iri = _iri(number)
    official = Actor(
        iri=_IRIS.local_actor(iri, "an official"),
        name="an official",
        kind="official",
        unnamed=True,
        linked=False,
        labels=(),
        belongs_to=chance.choice(PARTIES).iri,
    )
    told = _Told(iri, text, sentences, published, official, chance)
    claims = [claim for at in range(CLAIMS_AN_ARTICLE) for claim in told.claims(at)]
    actors = {a.iri: a for a in told.actors}
    sides = {a.belongs_to for a in actors.values()} - actors.keys() - {None}
    return Extraction(
        article=Article(
            iri=iri,
            text=text,
            title=f"Article {number}",
            language=_LANGUAGES[number % 4],  # type: ignore[arg-type] # one of four
            published=published,
            published_from="user",
            publisher=f"Outlet {number % 40}",
            source=f"https://outlet{number % 40}.example/{number}",
            digest=text_digest(text),
        ),
        actors=tuple(sorted(actors.values(), key=lambda a: a.iri)),
        locations=tuple(sorted({p.iri: p for p in told.places}.values(), key=lambda p: p.iri)),
        claims=tuple(claims),
        context_actors=tuple(p for p in PARTIES if p.iri in sides),
    )


class _Told:
    """What one article tells, sentence by sentence."""

    def __init__(
        self,
        article: str,
        text: str,
        sentences: list[str],
        published: Day,
        official: Actor,
        chance: random.Random,
    ) -> None:
        self._name = article.rsplit("/", 1)[1]
        self._text, self._sentences, self._published = text, sentences, published
        self._official, self._chance = official, chance
        self.actors: list[Actor] = []
        self.places: list[Location] = []

    def claims(self, at: int) -> list[Claim]:
        """Return the claim of a sentence, with its part if it has one."""
        kind = self._chance.choices(("statement", "meeting", "redline"), (80, 15, 5))[0]
        who = list({a.iri: a for a in self._chance.choices(PARTIES, _BUSY, k=3)}.values())
        if kind == "meeting":
            return [self._meeting(at, who)]
        if self._chance.random() < 0.2:
            who[0] = self._official
        self.actors += who
        if kind == "statement":
            return [self._statement(at, who)]
        redline = self._redline(at, who)
        conveyed = Conveyed(event=redline.event, commitment="declares")
        return [self._statement(at, who, (conveyed,)), redline]

    def _statement(
        self, at: int, who: list[Actor], conveys: tuple[Conveyed, ...] = ()
    ) -> Statement:
        return Statement(
            **self._common("statement", at),  # type: ignore[arg-type] # keys of every claim
            speaker=who[0].name,
            act=self._chance.choice(_ACTS),  # type: ignore[arg-type] # one of them
            addressees=tuple(a.name for a in who[1:2]),
            content=self._sentences[at][:80],
            conveys=conveys,
        )

    def _meeting(self, at: int, who: list[Actor]) -> Meeting:
        place = self._chance.choices(PLACES, _BUSY[: len(PLACES)])[0]
        self.actors += who
        self.places.append(place)
        return Meeting(
            **self._common("meeting", at),  # type: ignore[arg-type] # keys of every claim
            participants=tuple(a.name for a in who),
            incomplete=False,
            place=place.name,
            status="held",
        )

    def _redline(self, at: int, who: list[Actor]) -> RedLine:
        common = self._common("redline", at)
        under = f"{_IRIS.base}claim/{self._name}-{at:016x}"
        common |= {"iri": part_iri(under, str(common["event"])), "commitment": "declares"}
        return RedLine(
            **common,  # type: ignore[arg-type] # keys of every claim
            declared_by=who[0].name,
            declared_to=tuple(a.name for a in who[1:2]),
            trigger_text=self._sentences[at][:60],
            under=under,
        )

    def _common(self, kind: str, at: int) -> dict[str, object]:
        start = self._text.index(self._sentences[at])
        span = Span(start, start + len(self._sentences[at]))
        return {
            "iri": f"{_IRIS.base}claim/{self._name}-{at:016x}",
            "event": f"{_IRIS.base}{kind}/{self._name}-{at:016x}",
            "commitment": "asserts",
            "evidence": (Passage.cut(self._text, span),),
            "cues": (Span(start, start + 5),),
            "time": self._time(),
            "confidence": self._chance.choice((0.9, 0.6)),
            "extractor": "paper",
            "rule": "paper",
        }

    def _time(self) -> TimeSpan | None:
        if self._chance.random() > 0.85:
            return None
        first = self._published.plus(-self._chance.choice((0, 0, 0, 1, 2, 30)))
        lasting = self._chance.random() < 0.03
        return TimeSpan(
            text="then",
            earliest=first,
            latest=first.plus(self._chance.randint(20, 400)) if lasting else first,
            precision="interval" if lasting else "day",
            extent="throughout" if lasting else "within",
            basis="explicit",
        )
