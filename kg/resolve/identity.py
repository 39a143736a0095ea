"""Tell which mentions of an article mean the same actor or place.

In:  mentions in the order of the text. Out: an `Identity` for each; equal ones are one entity.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from kg.lexicon.gazetteer import load_gazetteer
from kg.lexicon.grammar import words_of
from kg.lexicon.normalise import fold
from kg.model.mention import Mention
from kg.resolve.agreement import is_description
from kg.resolve.ministries import minister_over

_ACCUSATIVE = re.compile("(\u064b\u0627|\u0627\u064b)(?=\\s|$)")  # the tanwin and the alef under it
_ARTICLES = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_ARABIC_ARTICLES = re.compile(r"\b(?:al|el)-(?=\w{3})", re.IGNORECASE)  # "Mr Sisi" is al-Sisi
_LEADERS = ("leader", "head")  # "the Armenian leader"
_HEADS = ("president", "prime-minister", "king", "monarch", "chancellor", "emir", "sultan")
_PEERS = ("counterpart", "office-holder")  # "his US counterpart Jane Roe … the US leader"
_HEAD = "head"  # of a ministry
_TOP = frozenset({"top", "chief"})
_TOP_DIPLOMATS = ("foreign-minister", "secretary-of-state", "foreign-secretary")
_ENVOYS = ("ambassador", "envoy", "high-commissioner", "representative", "negotiator")
_EMBASSY = "embassy"
_NEAR = 80  # code points: in one clause with it
_FORMER = frozenset().union(
    words_of("ar", "no_longer"),
    words_of("en", "held_office_once"),
    words_of("he", "no_longer"),
    words_of("tr", "no_longer"),
)
_MOST_NAMESAKES = 20  # a surname that more bear tells nobody


@dataclass(frozen=True, slots=True)
class Identity:
    """Either `linked` to the gazetteer, or `local`: a folded name. `shown` is the name to list."""

    linked: str | None
    local: str
    shown: str = field(compare=False)


def is_former(mention: Mention) -> bool:
    """True for "former president X": he is nobody whom "the president" means later."""
    return any(fold(word) in _FORMER for word in mention.text.split())


def place_identity(mention: Mention) -> Identity:
    """Return the place that a mention means; what the gazetteer has as a body stays local."""
    entry = load_gazetteer().entry(mention.gazetteer_id) if mention.gazetteer_id else None
    if entry is not None and entry.category != "actor":
        return Identity(entry.id, "", "")
    words = " ".join(mention.text.split()) if entry is not None else mention.name
    return Identity(None, _key(words), words)


def actor_identities(mentions: Sequence[Mention]) -> list[Identity]:
    """Return the actor that each mention means."""
    persons = Persons(mentions)
    institutions = _institutions(mentions)
    envoys = sorted((m.span.start, m.side) for m in mentions if m.role in _ENVOYS and m.side)
    return [_actor(mention, persons, institutions, envoys) for mention in mentions]


def _actor(
    mention: Mention,
    persons: "Persons",
    institutions: dict[str, str | None],
    envoys: Sequence[tuple[int, str]],
) -> Identity:
    linked = _government(mention.gazetteer_id)
    if linked is None and mention.side is None and mention.role and not mention.person:
        linked = institutions.get(mention.role)
        linked = linked if not _is_beside_own_envoy(mention, linked, envoys) else None
    if linked is not None:
        return Identity(linked, "", "")
    person = persons.find(mention)
    if person is not None:
        return Identity(None, _key(person), person)
    if mention.owner is not None:  # two people's offices are two
        owner = persons.find(mention.owner) or mention.owner.name
        return Identity(None, f"{_key(mention.name)} {_key(owner)}", mention.name)
    return Identity(None, _key(mention.name), mention.name)


def _is_beside_own_envoy(
    mention: Mention, linked: str | None, envoys: Sequence[tuple[int, str]]
) -> bool:
    """True for "the ministry told the Indian envoy to leave": it is not India's.

    `envoys` are sorted by where they stand: an article may name thousands.
    """
    state = linked.partition(".")[0] if linked else None
    here = mention.span.start
    near = range(bisect_left(envoys, (here - _NEAR, "")), bisect_left(envoys, (here + _NEAR, "")))
    return any(envoys[i][1] == state for i in near)


def _government(identity: str | None) -> str | None:
    """Return the id of the actor: for a capital, the state that its name stands for."""
    if identity is None:
        return None
    entry = load_gazetteer().entry(identity)
    if entry is not None and entry.category == "either" and entry.kind is None:
        return entry.side
    return identity


def _institutions(mentions: Sequence[Mention]) -> dict[str, str | None]:
    """Return, by sort of institution, the only one of it that is named; None if several are."""
    found: dict[str, str | None] = {}
    for mention in mentions:
        identity = mention.gazetteer_id
        if identity and "." in identity:
            sort = identity.partition(".")[2]
            found[sort] = identity if found.get(sort, identity) == identity else None
    return found


class Persons:
    """The persons that an article names in full, and the offices that it says they hold."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._names: dict[str, dict[str, str]] = {}  # last word -> key -> name
        self._holders: dict[tuple[str | None, str | None], set[str]] = {}
        self._first_names: dict[str, list[str]] = {}
        # Whose embassies are told of: "the diplomat" may be anybody there.
        self._embassies = {m.side for m in mentions if m.role == _EMBASSY or m.kind == _EMBASSY}
        for mention in mentions:
            if mention.person:
                key = _key(mention.person)
                same_end = self._names.setdefault(key.rpartition(" ")[2], {})
                if key not in same_end and " " in key:
                    self._first_names.setdefault(key.partition(" ")[0], []).append(mention.person)
                same_end.setdefault(key, mention.person)
        for mention in mentions:
            if mention.person and mention.role and not is_former(mention):
                holder = self._longest(mention.person)
                self._holders.setdefault((mention.role, mention.side), set()).add(holder)
                self._holders.setdefault((mention.role, None), set()).add(holder)

    def find(self, mention: Mention) -> str | None:
        """Return the person's fullest name, or None where the mention is no person we know."""
        if mention.person:
            return self._longest(mention.person)
        if mention.role is None:
            known = self._bearing(mention.name) or self._in_front(mention.name)
            return self._longest(known[0]) if len(known) == 1 else None
        if mention.number not in (None, "singular"):
            return None
        held = self._minister(mention)
        if held is not None:
            return held
        if mention.unnamed:
            return self._described(mention)
        holders = self._holders.get((mention.role, mention.side), set())
        if not holders and mention.role in _LEADERS and mention.side is not None:
            holders = {h for role in _HEADS for h in self._holders.get((role, mention.side), ())}
            holders = holders or {
                h for role in _PEERS for h in self._holders.get((role, mention.side), ())
            }
        if not holders:
            return self._described(mention)
        return next(iter(holders)) if len(holders) == 1 else None

    def _minister(self, mention: Mention) -> str | None:
        """Return who "Oman's top diplomat", "the head of the Omani Foreign Ministry" is."""
        state, _, body = (mention.side or "").partition(".")
        roles: tuple[str | None, ...] = ()
        if mention.role == _HEAD and body:
            roles = (minister_over(body),)
        if mention.role == "diplomat" and _TOP & {*mention.text.lower().split()} and not body:
            roles = _TOP_DIPLOMATS
        holders = {h for r in roles for h in self._holders.get((r, state), ()) if r and state}
        return next(iter(holders)) if len(holders) == 1 else None

    def _described(self, mention: Mention) -> str | None:
        """Return who "the Argentine minister", "the diplomat" is: the only one named who may be."""
        anybody = mention.role == "diplomat" and mention.side in self._embassies
        if anybody or not is_description(mention):
            return None
        found = {
            name
            for (role, side), names in self._holders.items()
            if role and side == mention.side is not None and _may_be_called(role, mention.role)
            for name in names
        }
        return next(iter(found)) if len(found) == 1 else None

    def _longest(self, name: str) -> str:
        known = self._bearing(name)
        if known == [name] and " " not in name and name[0].isupper():
            known = self._first_names.get(_key(name), known)  # "Abiy" of Abiy Ahmed
        elif known == [name]:
            known = self._going_on(name) or known
        return known[0] if len(known) == 1 else name

    def _in_front(self, name: str) -> list[str]:
        """Return the names that begin with this one: "Moon" of Moon Jae-in."""
        alone = " " not in name and name[:1].isupper()
        return self._first_names.get(_key(name), []) if alone else []

    def _going_on(self, name: str) -> list[str]:
        """Return the longer names that begin with two or more words: "King Abdullah II"."""
        key = _key(name)
        known = {_key(n): n for n in self._first_names.get(key.partition(" ")[0], ())}
        return [longer for k, longer in known.items() if k.startswith(f"{key} ")]

    def _bearing(self, name: str) -> list[str]:
        """Return the longest known names that end in this one; several when it is ambiguous."""
        key = _key(name)
        same_end = self._names.get(key.rpartition(" ")[2], {})
        if len(same_end) > _MOST_NAMESAKES:
            return []
        found = [k for k in same_end if f" {k}".endswith(f" {key}")]
        return [same_end[k] for k in found if not any(o.endswith(f" {k}") for o in found)]


def _may_be_called(role: str, words: str | None) -> bool:
    """True for a foreign minister, who may be "the minister", for an envoy, "the diplomat"."""
    if words == "minister":
        return role.endswith("-minister") and role != "prime-minister"
    return words == "diplomat" and role in _ENVOYS


@lru_cache(maxsize=50_000)
def _key(name: str) -> str:
    """Return what two spellings of one name share: case, articles and accusative endings gone."""
    plain = _ACCUSATIVE.sub("", _ARTICLES.sub("", " ".join(name.split())))
    plain = _ARABIC_ARTICLES.sub("", plain)
    return " ".join(fold(word) for word in plain.split())
