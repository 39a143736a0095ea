"""Which claims a reader asks for: the filters of every view and export.

In:  parameters of an address ("from", "to", "actor" …), as text. Out: `Filter`, which tells for a
telling whether it fits. All conditions must hold for one and the same telling, each by any one of
its values when it has several; an event is shown when one of its tellings fits.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import product
from typing import TypeVar, get_args
from urllib.parse import urlsplit

from kg.errors import QueryError
from kg.model.article import Article
from kg.model.day import Day
from kg.model.iri import local_name
from kg.query.dataset import Dataset
from kg.query.entities import Entities
from kg.query.facts import CommitmentWord, EventFacts
from kg.query.search import fold_text
from kg.query.telling import EventKind, Role, Telling, kind_of
from kg.query.ties import Pair, event_edges
from kg.query.when import When
from kg.query.wording import certainty
from kg.vocabulary import Language, SpeechAct

CERTAINTIES = ("certain", "probable", "possible")
_YES = ("1",)
_MAX_CHARS = 500
_MOST_VALUES = 50
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What is asked for; None or no value = anything, several values = any of them.

    `first` and `last` are inclusive days ("from" and "to" of an address): a time fits that may lie
    in them; what has no day at all never does. `actor` and `place` are IRIs or what follows the
    last slash, and stand for their members and for the places inside them too. `source` is an
    outlet's name, the host of its address, or an article. `q` is looked for in contents,
    quotations, names and titles, whatever the case and the vowel signs. `role` is the part that
    somebody plays in it, or that `actor` does when both are given. The others ask for the event in
    sum: `commitment`, and with "1" those that are disputed, that may be the same as another, whose
    speaker is unnamed; `pair` are two actors between whom it makes a tie of the network.
    """

    first: Day | None = None
    last: Day | None = None
    actor: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    act: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    lang: tuple[str, ...] = ()
    certainty: tuple[str, ...] = ()
    role: tuple[str, ...] = ()
    commitment: tuple[str, ...] = ()
    disputed: str | None = None
    maybe_same: str | None = None
    unnamed: str | None = None
    pair: tuple[Pair, ...] = ()
    q: str | None = None

    @classmethod
    def parse(cls, args: Mapping[str, str | Iterable[str]]) -> "Filter":
        """Read the filters out of an address's parameters; the others are left alone.

        A parameter may be given several times: then its values come as a list. Of a day, a flag
        and `q` the first counts. Raises QueryError that names the parameter, what was given and
        what is allowed.
        """
        first, last = _read(args, "from", _day), _read(args, "to", _day)
        if first and last and last < first:
            raise QueryError(f"to={last} is before from={first}: give the earlier day as from.")
        return cls(
            first=first,
            last=last,
            actor=_read_all(args, "actor", _text),
            place=_read_all(args, "place", _text),
            kind=_read_all(args, "kind", _one_of(get_args(EventKind))),
            act=_read_all(args, "act", _one_of(get_args(SpeechAct))),
            source=_read_all(args, "source", _text),
            lang=_read_all(args, "lang", _one_of(get_args(Language))),
            certainty=_read_all(args, "certainty", _one_of(CERTAINTIES)),
            role=_read_all(args, "role", _one_of(get_args(Role))),
            commitment=_read_all(args, "commitment", _one_of(get_args(CommitmentWord))),
            disputed=_read(args, "disputed", _one_of(_YES)),
            maybe_same=_read(args, "maybe_same", _one_of(_YES)),
            unnamed=_read(args, "unnamed", _one_of(_YES)),
            pair=_read_all(args, "pair", _pair),
            q=_read(args, "q", _text),
        )

    def to_args(self) -> dict[str, list[str]]:
        """Return the parameters that `parse` reads back as this filter, only those given."""
        given = {
            "from": self.first,
            "to": self.last,
            "actor": self.actor,
            "place": self.place,
            "kind": self.kind,
            "act": self.act,
            "source": self.source,
            "lang": self.lang,
            "certainty": self.certainty,
            "role": self.role,
            "commitment": self.commitment,
            "disputed": self.disputed,
            "maybe_same": self.maybe_same,
            "unnamed": self.unnamed,
            "pair": self.pair,
            "q": self.q,
        }
        listed = {name: v if isinstance(v, tuple) else (v,) for name, v in given.items()}
        texts = {name: [str(v) for v in some if v is not None] for name, some in listed.items()}
        return {name: some for name, some in texts.items() if some}

    def pairs(self) -> list[tuple[str, str]]:
        """Return the same as (name, value), one for each value."""
        return [(name, value) for name, values in self.to_args().items() for value in values]

    @property
    def has_days(self) -> bool:
        """True when it asks for a time."""
        return self.first is not None or self.last is not None

    def fits(self, telling: Telling, dataset: Dataset) -> bool:
        """True when the telling fits in all but its time."""
        entities = dataset.entities
        return (
            (not self.kind or kind_of(telling.claim) in self.kind)
            and (not self.act or telling.act in self.act)
            and (not self.lang or telling.article.language in self.lang)
            and (not self.certainty or certainty(telling.claim.confidence) in self.certainty)
            and (not self.source or any(_is_source(telling.article, s) for s in self.source))
            and _has_actor(telling, entities, self.actor, self.role)
            and (not self.place or any(_has_place(telling, entities, p) for p in self.place))
            and (self.q is None or fold_text(self.q) in dataset.search_texts[telling.claim.iri])
            and self._fits_event(telling.event, dataset)
        )

    def _fits_event(self, event: str, dataset: Dataset) -> bool:
        asked = (self.commitment, self.disputed, self.maybe_same, self.unnamed, self.pair)
        if not any(asked):
            return True
        facts = dataset.facts[event]
        return (
            (not self.commitment or facts.commitment in self.commitment)
            and (self.disputed is None or bool(facts.differences))
            and (self.maybe_same is None or bool(dataset.maybe_same(event)))
            and (self.unnamed is None or facts.unnamed)
            and (not self.pair or any(_has_pair(facts, dataset.entities, p) for p in self.pair))
        )

    def fits_time(self, when: When | None) -> bool:
        """True when no day is asked for, or the time may lie within the days asked for.

        What is only known to be not after publication fits by the day of publication, the one
        end of it that is known.
        """
        if not self.has_days:
            return True
        if when is None or (when.earliest or when.latest) is None:
            return False
        start = when.earliest or (when.latest if when.basis == "inferred" else None)
        end = when.latest
        return not (self.first and end and end < self.first) and not (
            self.last and start and start > self.last
        )


def source_name(article: Article) -> str | None:
    """Return the outlet: the publisher, else the host of the address, else None."""
    return article.publisher or _host(article.source)


def _is_source(article: Article, wanted: str) -> bool:
    return wanted in (article.iri, local_name(article.iri)) or fold_text(wanted) in source_keys(
        article
    )


def source_keys(article: Article) -> tuple[str, ...]:
    """Return all that the source may be asked for by, folded: outlet, host, address."""
    names = (article.publisher, _host(article.source), article.source)
    return tuple(fold_text(name) for name in names if name is not None)


def _host(address: str | None) -> str | None:
    try:
        return urlsplit(address).hostname if address else None
    except ValueError:
        return None


def _has_actor(
    telling: Telling, entities: Entities, actors: tuple[str, ...], roles: tuple[str, ...]
) -> bool:
    if not actors:
        return not roles or any(played in roles for _, played in telling.roles())
    return any(
        _is_named(holder, actor)
        for iri, played in telling.roles()
        if not roles or played in roles
        for holder, actor in product(entities.actor_line(iri), actors)
    )


def _has_place(telling: Telling, entities: Entities, wanted: str) -> bool:
    places = [iri for iri in (telling.place, *telling.about) if iri in entities.places]
    return any(
        _is_named(holder, wanted)
        for iri in places
        if iri is not None
        for holder in entities.place_line(iri)
    )


def _has_pair(facts: EventFacts, entities: Entities, wanted: Pair) -> bool:
    return any(
        wanted.kind in (None, kind)
        and any(_is_named(source, one) and _is_named(target, other) for one, other in wanted.ways())
        for source, target, kind in event_edges(facts, entities)
    )


def _is_named(iri: str, wanted: str) -> bool:
    return iri == wanted or iri.endswith(f"/{wanted}")


def _given(args: Mapping[str, str | Iterable[str]], name: str) -> list[str]:
    """Return what is given for a parameter, each text once, none of them empty."""
    found = args.get(name, ())
    texts = [found] if isinstance(found, str) else list(found)
    kept = list(dict.fromkeys(text.strip() for text in texts if text.strip()))
    if len(kept) > _MOST_VALUES:
        raise QueryError(f"{name} is given {len(kept)} times: at most {_MOST_VALUES} are allowed.")
    return kept


def _read(
    args: Mapping[str, str | Iterable[str]], name: str, reader: Callable[[str, str], _Value]
) -> _Value | None:
    texts = _given(args, name)
    return reader(name, texts[0]) if texts else None


def _read_all(
    args: Mapping[str, str | Iterable[str]], name: str, reader: Callable[[str, str], _Value]
) -> tuple[_Value, ...]:
    return tuple(dict.fromkeys(reader(name, text) for text in _given(args, name)))


def _day(name: str, text: str) -> Day:
    try:
        return Day.parse(text)
    except ValueError as error:
        raise QueryError(f"{name}={text!r}: {error}. Write a day such as 2025-04-10.") from error


def _pair(name: str, text: str) -> Pair:
    try:
        return Pair.parse(_text(name, text))
    except ValueError as error:
        raise QueryError(
            f"{name}={text[:80]!r} is not two actors, such as turkey,israel or "
            "turkey,israel,met; the kinds are met, said, warned, accused, denied, redline."
        ) from error


def _text(name: str, text: str) -> str:
    if len(text) > _MAX_CHARS:
        raise QueryError(f"{name} has {len(text)} characters: at most {_MAX_CHARS} are allowed.")
    return text


def _one_of(allowed: tuple[str, ...]) -> Callable[[str, str], str]:
    def read(name: str, text: str) -> str:
        if text not in allowed:
            raise QueryError(f"{name}={text[:80]!r} is not known: use {', '.join(allowed)}.")
        return text

    return read
