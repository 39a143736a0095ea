"""Call somebody without a name in English where every Turkish word of the description is known.

In:  a `Scan`, a description's phrase, the chain in front of its head, the head. Out: "Iraqi
diplomatic source" for "Iraklı diplomatik bir kaynak", as linked offices are called; None where a
word is not known, so that the words used are the name.
"""

from collections.abc import Mapping
from functools import cache

from kg.extract.mentions.lexicon import Hit
from kg.extract.mentions.scan import Phrase, Scan
from kg.extract.mentions.turkish_chain import Chain
from kg.extract.mentions.turkish_origins import is_seat
from kg.lexicon.english import plural_of
from kg.lexicon.gazetteer import load_gazetteer
from kg.lexicon.loader import read_toml
from kg.lexicon.normalise import fold

_PLURAL_ONLY = frozenset({"minister", "leader"})  # of one of them the article tells the name
_SHORT = 6


def name_in_english(scan: Scan, phrase: Phrase, chain: Chain, head: Hit) -> str | None:
    """Return the description in English, None where a word of it is not known."""
    role = _role_of(head)
    owned = chain.foreign and "possessed" in head.sense.flags
    if role is None or phrase.person or chain.institution or owned or chain.same:
        return None
    several = phrase.number in ("plural", "dual")
    if role in _PLURAL_ONLY and not several:
        return None
    owner = chain.owners[0] if chain.owners else None
    words = _words_between(scan, phrase, chain, head)
    if words is None:
        return None
    front, from_where, inner, behind = words
    whose: str | None = from_where
    if owner is not None:
        whose = _whose(owner, acronym=scan.tokens[owner.first].text.partition("'")[0].isupper())
    if whose is None or len(chain.owners) - len(chain.posts) > 1:
        return None
    described = bool(inner) and head.first == head.last and head.sense.id == "source"
    if not whose and not behind and not described:
        return None
    behind = "" if whose else behind
    seat = [] if chain.owners else _seat(scan, phrase.first - 1)
    called = plural_of(role) if several else role
    parts = [*front, whose, *inner, called, *_posts(chain), *seat, behind]
    return " ".join(part for part in parts if part)


def outlet_in_english(noun: str) -> str | None:
    """Return "newspaper" for "gazetesince", folded."""
    outlets = _table("outlets").items()
    return next((english for stem, english in outlets if noun.startswith(stem)), None)


def _role_of(head: Hit) -> str | None:
    """Return "official" for "yetkili", "yetkilileri"."""
    base = fold(head.sense.base)
    return next((english for stem, english in _roles().items() if base.startswith(stem)), None)


def _words_between(
    scan: Scan, phrase: Phrase, chain: Chain, head: Hit
) -> tuple[list[str], str, list[str], str] | None:
    """Return the words in front of whose they are ("senior"), where from ("Western"), those that
    stand before the role and those behind it ("close to the talks"); None where one is not known.
    """
    known = {i for p in (*chain.owners, *chain.posts) for i in range(p.first, p.last + 1)}
    found: dict[str, list[str]] = {"front": [], "from": [], "inner": [], "behind": []}
    i = phrase.first
    while i < head.last:  # also "güvenlik" of "güvenlik kaynağı"
        pair = f"{scan.form(i)} {scan.form(i + 1)}"
        if pair in _table("behind"):
            found["behind"].append(_table("behind")[pair])
            i += 2
            continue
        table = next((name for name in found if scan.form(i) in _table(name)), None)
        if table is not None:
            found[table].append(_table(table)[scan.form(i)])
        elif i not in known and scan.form(i) not in ("(", ")"):
            return None
        i += 1
    front = [word for word in found["front"] if word]
    return front, " ".join(found["from"]), found["inner"], " ".join(found["behind"])


def _whose(owner: Phrase, *, acronym: bool) -> str | None:
    """Return "Iraqi", "EU"; None for what is no state and no body."""
    identity = owner.side if owner.category == "either" and owner.side else owner.identity
    entry = load_gazetteer().entry(identity) if identity else None
    if entry is None or owner.category == "place" or entry.category == "place":
        return None
    adjective = load_gazetteer().adjective_of(entry.id, "en")
    if adjective is not None:
        return adjective
    if entry.kind in ("state", None):
        return None
    short = (n for n in entry.names.get("en", ()) if n.isupper() and len(n) <= _SHORT)
    return next(short, entry.label) if acronym else entry.label


def _posts(chain: Chain) -> list[str]:
    """Return "in Lima" of "Kolombiya'nın Lima maslahatgüzarı"."""
    entries = (load_gazetteer().entry(p.identity or "") for p in chain.posts)
    return [f"in {entry.label}" for entry in entries if entry is not None]


def _seat(scan: Scan, before: int) -> list[str]:
    """Return "in Ankara" behind "Ankara'daki"."""
    hits = [h for h in scan.hits(before) if h.sense.tag == "name" and h.last == before]
    if not hits or not is_seat(scan, before):
        return []
    entry = load_gazetteer().entry(hits[0].sense.id)
    return [f"in {entry.label}"] if entry is not None else []


@cache
def _roles() -> Mapping[str, str]:
    """Return the stems of roles with their English, the longest first."""
    rows = _table("roles")
    return {stem: rows[stem] for stem in sorted(rows, key=len, reverse=True)}


@cache
def _table(name: str) -> Mapping[str, str]:
    rows: dict[str, str] = read_toml("mentions_tr.toml")["english"][name]
    return {fold(word): english for word, english in rows.items()}
