"""Make one actor or place out of all mentions that mean it.

In:  the uses of mentions in an article, each as an actor or as a place, and the article's IRI.
Out: `Entities`: unique actors and locations in the order of the text, the linked ones that theirs
     belong to, and the name that each use goes by in claims.
Linked entities are those of the gazetteer. The others live in their article only, where they are
told apart by name: a surname is the person of that name introduced elsewhere in the article, a
bare institution is the only one of its sort the article names. Nothing is guessed across articles.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from kg.lexicon.gazetteer import Entry, load_gazetteer, private_roles
from kg.lexicon.grammar import words_of
from kg.lexicon.loader import lasting
from kg.lexicon.normalise import fold
from kg.model.entity import Actor, Location
from kg.model.iri import Iris
from kg.model.mention import Mention
from kg.model.span import Span
from kg.resolve.identity import Identity, actor_identities, place_identity
from kg.vocabulary import ActorKind, Language

_STYLES = words_of("en", "royal_styles")


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """A mention in the part it plays: the same words may be a government here, a place there."""

    mention: Mention
    role: Literal["actor", "place"]

    def __hash__(self) -> int:
        """An article asks for its uses by the thousand: as little as tells them apart."""
        return hash((self.mention.span.start, self.mention.span.end, self.role))


@dataclass(frozen=True, slots=True, kw_only=True)
class Entities:
    """What an article names. `names` says under which name a use is listed."""

    actors: tuple[Actor, ...] = ()
    locations: tuple[Location, ...] = ()
    context_actors: tuple[Actor, ...] = ()
    context_locations: tuple[Location, ...] = ()
    names: Mapping[Use, str]

    def name_of(self, mention: Mention, role: Literal["actor", "place"] = "actor") -> str:
        """Return the listed name of a mention that was among the uses. Raises KeyError."""
        return self.names[Use(mention=mention, role=role)]


def link_entities(
    uses: Iterable[Use],
    *,
    article_iri: str,
    language: Language,
    iris: Iris,
    met: Collection[Mention] = (),
) -> Entities:
    """Return the entities of an article; entities come in the order of their first mention.

    `met`: who takes part in the meetings. A name of theirs without an office is an official's:
    those who meet in the news of crises hold one that needs no telling. Whoever is only quoted may
    be a witness and stays a person.
    """
    ordered = sorted(
        dict.fromkeys(uses), key=lambda u: (u.mention.span, u.mention.category, u.role)
    )
    acting = [u for u in ordered if u.role == "actor"]
    standing = [u for u in ordered if u.role == "place"]
    maker = _Maker(article_iri, language, iris, frozenset(met))
    actor_keys = dict(zip(acting, actor_identities([u.mention for u in acting]), strict=True))
    place_keys = {u: place_identity(u.mention) for u in standing}
    actors, actor_names = maker.actors(actor_keys)
    places, place_names = maker.places(place_keys)
    return Entities(
        actors=actors,
        locations=places,
        context_actors=maker.context_actors(actors),
        context_locations=maker.context_places(places),
        names=actor_names | place_names,
    )


_Made = dict[Identity, Actor]


class _Maker:
    """Makes entities of one article."""

    def __init__(
        self, article_iri: str, language: Language, iris: Iris, met: frozenset[Mention]
    ) -> None:
        self.article_iri = article_iri
        self.language = language
        self.iris = iris
        self.met = met

    def actors(self, keys: Mapping[Use, Identity]) -> tuple[tuple[Actor, ...], dict[Use, str]]:
        made: dict[Identity, Actor] = {}
        names = _Names()
        for identity, mentions in _grouped(keys):
            entry = load_gazetteer().entry(identity.linked) if identity.linked else None
            if entry is not None:
                name = names.take(entry.label)
                made[identity] = self._linked_actor(entry, name, _spans(mentions))
            else:
                name = names.take(_styled(identity.shown, mentions), _owner_name(mentions))
                made[identity] = self._local_actor(mentions, name)
        made |= _of_owners(keys, made)
        return tuple(made.values()), {use: made[key].name for use, key in keys.items()}

    def places(self, keys: Mapping[Use, Identity]) -> tuple[tuple[Location, ...], dict[Use, str]]:
        made: dict[Identity, Location] = {}
        names = _Names()
        for identity, mentions in _grouped(keys):
            entry = load_gazetteer().entry(identity.linked) if identity.linked else None
            if entry is not None:
                place = self._linked_place(entry, names.take(entry.label))
            else:
                name = names.take(identity.shown)
                place = Location(
                    iri=self.iris.local_place(self.article_iri, name),
                    name=name,
                    linked=False,
                    labels=((self.language, name),),
                )
            made[identity] = replace(place, mentions=_spans(mentions))
        return tuple(made.values()), {use: made[key].name for use, key in keys.items()}

    def context_actors(self, actors: Sequence[Actor]) -> tuple[Actor, ...]:
        """Return the sides of the actors, and theirs, that the article does not list."""
        listed = {a.iri for a in actors}
        gazetteer = {self.iris.linked_actor(i): i for a in actors for i in _sides_of(a, self.iris)}
        return tuple(
            self._linked_actor(entry, entry.label)
            for iri, identity in sorted(gazetteer.items())
            if iri not in listed and (entry := load_gazetteer().entry(identity)) is not None
        )

    def context_places(self, places: Sequence[Location]) -> tuple[Location, ...]:
        """Return the places that hold the article's own and that it does not list."""
        listed = {p.iri for p in places}
        found: dict[str, Location] = {}
        waiting = [p.within for p in places]
        while waiting:
            iri = waiting.pop()
            entry = load_gazetteer().entry(iri.rsplit("/", 1)[1]) if iri else None
            if entry is None or iri is None or iri in listed or iri in found:
                continue
            found[iri] = self._linked_place(entry, entry.label)
            waiting.append(found[iri].within)
        return tuple(found[iri] for iri in sorted(found))

    def _linked_actor(self, entry: Entry, name: str, mentions: tuple[Span, ...] = ()) -> Actor:
        return Actor(
            iri=self.iris.linked_actor(entry.id),
            name=name,
            kind=_listed_as().get(entry.id.rpartition(".")[2]) or entry.kind or "organization",
            unnamed=False,
            linked=True,
            labels=entry.labels,
            belongs_to=self.iris.linked_actor(entry.side) if entry.side else None,
            mentions=mentions,
        )

    def _local_actor(self, mentions: Sequence[Mention], name: str) -> Actor:
        side = next((m.side for m in mentions if m.side), None)
        return Actor(
            iri=self.iris.local_actor(self.article_iri, name),
            name=name,
            kind=_kind_of(mentions, self.met),
            unnamed=all(m.unnamed for m in mentions),
            linked=False,
            labels=((self.language, name),),
            belongs_to=self.iris.linked_actor(side) if side else None,
            mentions=_spans(mentions),
        )

    def _linked_place(self, entry: Entry, name: str) -> Location:
        return Location(
            iri=self.iris.linked_place(entry.id),
            name=name,
            linked=True,
            labels=entry.labels,
            latitude=entry.latitude,
            longitude=entry.longitude,
            within=self.iris.linked_place(entry.within) if entry.within else None,
            matches=entry.matches,
        )


def _styled(name: str, mentions: Sequence[Mention]) -> str:
    """Return "King Felipe" for a person of one name whom the article calls so."""
    rest = name.partition(" ")[2]
    if rest.strip("IVX") or not any(m.person for m in mentions):
        return name
    for mention in mentions:
        before, found, _ = mention.text.partition(name)
        style = before.split()[-1:] if found else []
        if style and style[0][:1].isupper() and fold(style[0]) in _STYLES:
            return f"{style[0]} {name}"
    return name


def _kind_of(mentions: Sequence[Mention], met: frozenset[Mention]) -> ActorKind:
    """Return the kind of an unlinked actor: who has an office, or meets, is an official."""
    kinds = [m.kind for m in mentions if m.kind]
    roles = {m.role for m in mentions if m.role}
    if roles and roles <= private_roles():
        return "person"
    body = _listed_as().get(next(iter(roles))) if len(roles) == 1 else None
    if body is not None:
        return body
    if "person" not in kinds:
        return next(iter(kinds), "official")
    return "official" if any(m.role or m in met for m in mentions) else "person"


@cache
@lasting
def _listed_as() -> dict[str, ActorKind]:
    """Return the kind that readers are told of institutions read as another one."""
    rows = load_gazetteer().institutions()
    return {row["id"]: row["listed_as"] for row in rows if "listed_as" in row}


def _of_owners(keys: Mapping[Use, Identity], made: Mapping[Identity, Actor]) -> _Made:
    """Return what is somebody's own, "his office", as belonging to him."""
    known = {use.mention: key for use, key in keys.items()}
    owned = ((known.get(u.mention.owner), key) for u, key in keys.items() if u.mention.owner)
    return {
        key: replace(made[key], belongs_to=made[owner].iri)
        for owner, key in owned
        if owner is not None and owner != key
    }


def _owner_name(mentions: Sequence[Mention]) -> str | None:
    return next((m.owner.name for m in mentions if m.owner is not None), None)


class _Names:
    """Hands out each name once; a second bearer gets " (2)", a second "his office" its owner."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, name: str, owner: str | None = None) -> str:
        if owner is not None and name in self._taken:
            name = f"{name} ({owner})"
        free, count = name, 1
        while free in self._taken:
            count += 1
            free = f"{name} ({count})"
        self._taken.add(free)
        return free


def _grouped(keys: Mapping[Use, Identity]) -> Iterable[tuple[Identity, list[Mention]]]:
    groups: dict[Identity, list[Mention]] = {}
    for use, identity in keys.items():
        groups.setdefault(identity, []).append(use.mention)
    return groups.items()


def _spans(mentions: Sequence[Mention]) -> tuple[Span, ...]:
    return tuple(sorted({m.span for m in mentions}))


def _sides_of(actor: Actor, iris: Iris) -> Iterable[str]:
    """Yield the gazetteer ids of the actor's side, that one's side, and so on."""
    if actor.belongs_to is None:
        return
    prefix = iris.linked_actor("")
    identity: str | None = actor.belongs_to.removeprefix(prefix)
    seen: set[str] = set()
    while identity and identity not in seen:
        seen.add(identity)
        yield identity
        entry = load_gazetteer().entry(identity)
        identity = entry.side if entry else None
