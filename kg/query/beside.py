"""What each article says of an event, fact by fact, to stand side by side.

In:  a `Dataset` that holds the event, its facts, a reader's `Words`. Out: `Beside`: a column for
each text (copies of one text are one column), a row for each fact, the cells that another column
contradicts. What an article leaves out is "not stated" and contradicts nothing.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kg.query import messages as m
from kg.query.dataset import Dataset
from kg.query.differences import Fact, contradicting, status_of
from kg.query.facts import EventFacts
from kg.query.suggestions import texts_of
from kg.query.telling import EventKind, Telling
from kg.query.times import time_words
from kg.query.told import Ref, article_ref, claim_href
from kg.query.when import telling_time
from kg.query.wording import names, place_name, speaker_name
from kg.query.words import Part, Parts, Words, text_part

_BETWEEN = " … "


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """An article of a column: its headline, who published it, when."""

    article: Ref
    publisher: Part | None
    published: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One text that tells of the event: its claim, the articles that print it."""

    href: str
    outlets: tuple[Outlet, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one text says on one fact; `differs` when another text contradicts it."""

    value: Parts
    stated: bool
    differs: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A fact with a cell for each column; `words` when the cells quote the articles."""

    name: str
    label: str
    cells: tuple[Cell, ...]
    words: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """The columns and lines; `articles` and `texts` say how many there are."""

    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    articles: int
    texts: int


# A fact's word, the difference that it may show.
_LINES: Mapping[EventKind, tuple[tuple[str, Fact | None], ...]] = {
    "meeting": (
        ("participants", "participants"),
        ("when", "day"),
        ("place", "place"),
        ("status", "status"),
        ("commitment", "denial"),
        ("words", None),
        ("speaker", None),
        ("reporters", None),
    ),
    "statement": (
        ("speaker", "speaker"),
        ("addressees", "addressee"),
        ("when", "day"),
        ("place", "place"),
        ("commitment", "denial"),
        ("words", None),
        ("reporters", None),
    ),
    "redline": (
        ("speaker", "speaker"),
        ("declared_to", "addressee"),
        ("when", "day"),
        ("place", "place"),
        ("commitment", "denial"),
        ("words", None),
        ("reporters", None),
    ),
}


def side_by_side(dataset: Dataset, facts: EventFacts, words: Words) -> Beside | None:
    """Return the tellings beside one another; None when a single article tells it."""
    event = facts.event
    articles = {t.article.iri for t in event.tellings}
    if len(articles) < 2:
        return None
    columns = _columns(dataset, facts)
    found = contradicting(event, dataset.entities)
    return Beside(
        columns=tuple(_column(told, words) for told in columns),
        lines=tuple(
            _line(dataset, name, columns, _against(found, fact), words)
            for name, fact in _LINES[event.kind]
        ),
        articles=len(articles),
        texts=len(set(texts_of(event, articles, dataset.copies).values())),
    )


def evidence_part(telling: Telling) -> Part:
    """Return the words of a telling's evidence, passages apart from one another shown so."""
    text = _BETWEEN.join(passage.text for passage in telling.claim.evidence)
    return Part(text=text, role="words", language=telling.article.language)


def _columns(dataset: Dataset, facts: EventFacts) -> list[list[Telling]]:
    """The tellings by text; of an article that tells it twice each goes to its own column."""
    tellings = facts.event.tellings
    text_of = texts_of(facts.event, {t.article.iri for t in tellings}, dataset.copies)
    columns: dict[tuple[str, int], list[Telling]] = {}
    times: dict[str, int] = {}
    for telling in tellings:
        article = telling.article.iri
        times[article] = times.get(article, -1) + 1
        columns.setdefault((text_of[article], times[article]), []).append(telling)
    return list(columns.values())


def _column(told: list[Telling], words: Words) -> Column:
    return Column(
        href=claim_href(told[0].claim.iri),
        outlets=tuple(
            Outlet(
                article=article_ref(telling),
                publisher=_publisher(telling),
                published=words.format_day(telling.published) if telling.published else None,
            )
            for telling in told
        ),
    )


def _publisher(telling: Telling) -> Part | None:
    name = telling.article.publisher
    return Part(text=name, role="name", language=telling.article.language) if name else None


def _line(
    dataset: Dataset,
    name: str,
    columns: list[list[Telling]],
    differing: frozenset[str],
    words: Words,
) -> Line:
    cells = []
    for told in columns:
        value = _SAYS[name](dataset, told[0], words)
        cells.append(
            Cell(
                value=value or (text_part(words, m.NOT_STATED),),
                stated=bool(value),
                differs=any(telling.claim.iri in differing for telling in told),
            )
        )
    return Line(
        name=name, label=words.gettext(m.BESIDE[name]), cells=tuple(cells), words=name == "words"
    )


def _against(found: Mapping[Fact, frozenset[str]], fact: Fact | None) -> frozenset[str]:
    return found.get(fact, frozenset()) if fact is not None else frozenset()


def _participants(dataset: Dataset, telling: Telling, words: Words) -> Parts:
    return names(dataset.entities, telling.participants, words) if telling.participants else ()


def _addressees(dataset: Dataset, telling: Telling, words: Words) -> Parts:
    return names(dataset.entities, telling.addressees, words) if telling.addressees else ()


def _speaker(dataset: Dataset, telling: Telling, words: Words) -> Parts:
    if telling.statement is None:
        return (text_part(words, m.OWN_VOICE),)
    return speaker_name(dataset.entities, telling.speaker, words)


def _reporters(dataset: Dataset, telling: Telling, words: Words) -> Parts:
    if not telling.reporters:
        return (text_part(words, m.NO_REPORTER),)
    return names(dataset.entities, telling.reporters, words)


def _place(dataset: Dataset, telling: Telling, words: Words) -> Parts:
    return (place_name(dataset.entities, telling.place, words),) if telling.place else ()


def _when(_: Dataset, telling: Telling, words: Words) -> Parts:
    when = telling_time(telling)
    return time_words(words, when) if when is not None else ()


def _status(_: Dataset, telling: Telling, words: Words) -> Parts:
    status = status_of(telling)
    return (text_part(words, m.STATUSES[status]),) if status else ()


def _commitment(_: Dataset, telling: Telling, words: Words) -> Parts:
    return (text_part(words, m.COMMITMENTS[telling.claim.commitment]),)


def _words(_: Dataset, telling: Telling, words: Words) -> Parts:
    del words
    return (evidence_part(telling),)


_SAYS: dict[str, Callable[[Dataset, Telling, Words], Parts]] = {
    "participants": _participants,
    "addressees": _addressees,
    "declared_to": _addressees,
    "speaker": _speaker,
    "reporters": _reporters,
    "place": _place,
    "when": _when,
    "status": _status,
    "commitment": _commitment,
    "words": _words,
}
