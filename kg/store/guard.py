"""What a query from outside may not do: leave the store, or bring the process down.

SERVICE, LOAD and a FROM that names a graph outside the data base are refused, found by lexing
(kg.store.lexer) and never by substring: inside an IRI, a string, a comment, a variable or a local
name they are words like any other. Two facts about the engine shape what is looked for:
* it needs no blank after a keyword: `SERVICEsilent<…>`, `trueSERVICE<…>` and `SERVICE:x` all reach
  out, so a bare word that merely *holds* such a word is refused as well, and a prefix that does
  wherever the engine could read it so;
* \\uXXXX may stand for any character (SPARQL 1.1, 19.2), though this engine reads it in strings and
  IRIs only: the text is looked at both as written and with these decoded, and both must pass.
It ends the process (stack overflow) at 3,000 nested groups or 10,000 chained operators, and plans
for 13 s at 200 triple patterns in one group (1.7 s at 120): so there are limits on all of them.
In:  query text and the data base. Out: whether the query names its dataset, or QueryRefused.
Source: SPARQL 1.1, 19.8 (terminals); measured on Oxigraph 0.5.13.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from urllib.parse import urlsplit

from kg.errors import QueryRefused
from kg.store.lexer import Token, tokens

MAX_CHARS = 100_000
MAX_UPDATE_CHARS = 2_000_000
MAX_NESTING = 100
MAX_OPERATORS = 1_000
MAX_PATTERNS = 150

_SOUGHT = ("service", "load", "from")
_FORBIDDEN = re.compile("service|load", re.IGNORECASE)
_FROM = re.compile("from", re.IGNORECASE)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_TEMPLATES = ("data", "insert", "delete")
_CHAINED = frozenset({"union", "optional", "minus", "filter", "bind", "values", "graph"})
_SHORTEST_CHAINED = min(map(len, _CHAINED))
_OPENING, _OPERATORS, _STEPS = "({[", "+-*/|&!^=<>", ".;/,"


@lru_cache(maxsize=256)
def inspect(query: str, base: str, services: frozenset[str] = frozenset()) -> bool:
    """Return True when the query names its own dataset with FROM, within the data base.

    `services` are the hosts ("host" or "host:port") that SERVICE may name, written out as an IRI.
    Raises QueryRefused.
    """
    if len(query) > MAX_CHARS:
        raise QueryRefused(f"This query is {len(query):,} characters long; {MAX_CHARS:,} are read.")
    if _is_harmless(query):
        return False
    _refuse_overload((token, False) for token in tokens(query))
    names_dataset = False
    for text in dict.fromkeys((query, _decoded(query))):
        found = list(tokens(text))
        _refuse_exits(found, services)
        names_dataset = _names_dataset(found, base) or names_dataset
    return names_dataset


def inspect_update(update: str, services: frozenset[str] = frozenset()) -> list[Token]:
    """Return the tokens of an update.

    Raises QueryRefused for one that would leave the store or overwhelm the engine.

    What stands in templates and data is as long as it likes, up to MAX_UPDATE_CHARS in all.
    """
    if len(update) > MAX_UPDATE_CHARS:
        raise QueryRefused(
            f"This update is {len(update):,} characters long; {MAX_UPDATE_CHARS:,} are read. Send "
            "it in parts, or the whole graph to /graphs."
        )
    found = list(tokens(update))
    _refuse_overload(_with_templates(found))
    _refuse_exits(found, services)
    if (decoded := _decoded(update)) != update:
        _refuse_exits(list(tokens(decoded)), services)
    return found


def _is_harmless(query: str) -> bool:
    """True for a query that nowhere holds a word looked for, nor marks enough to weigh anything.

    Most do, and to count characters costs a fiftieth of what lexing does. It can only count too
    much: then the text is lexed. Without a backslash no \\u stands for a letter of a word.
    """
    written = query.casefold()
    return (
        "\\" not in query
        and not any(word in written for word in _SOUGHT)
        and _count(query, _OPENING) <= MAX_NESTING
        and _count(query, _OPERATORS) + len(query) // _SHORTEST_CHAINED <= MAX_OPERATORS
        and _count(query, _STEPS) <= MAX_PATTERNS
    )


def _count(text: str, marks: str) -> int:
    return sum(map(text.count, marks))


def _decoded(text: str) -> str:
    """Return the text with its \\u escapes decoded."""
    return _ESCAPE.sub(_character, text)


def _character(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    return chr(code) if code <= 0x10FFFF else match[0]


def _refuse_exits(found: list[Token], services: frozenset[str]) -> None:
    """Raise QueryRefused for SERVICE and LOAD, save a SERVICE that is allowed."""
    for at, (token, depth) in enumerate(_with_depth(found)):
        hit = _FORBIDDEN.search(_bare(token))
        if hit is not None and not (
            _is_allowed(found[at : at + 3], services) or _is_innocent(found, at, depth)
        ):
            raise _refusal(hit[0])
        for inner in token.inside:
            if _FORBIDDEN.search(_bare(inner)) or _FROM.search(_bare(inner)):
                raise _refusal(_bare(inner))


def _is_innocent(found: list[Token], at: int, depth: int) -> bool:
    """True for a prefixed name that the engine can read as nothing else.

    As a SERVICE with a name behind it, it would open a group; as a LOAD or FROM it would stand
    outside all braces. Where PREFIX declares it, it is only that.
    """
    token = found[at]
    if token.kind != "name":
        return False
    if at and found[at - 1].is_word("prefix"):
        return True
    opens = at + 1 < len(found) and found[at + 1].text == "{"
    return depth > 0 and not opens


def _with_depth(found: list[Token]) -> Iterator[tuple[Token, int]]:
    """Yield each token and how many braces it stands in."""
    depth = 0
    for token in found:
        if token.kind == "mark":
            depth += (token.text == "{") - (token.text == "}")
        yield token, depth


def _refusal(word: str) -> QueryRefused:
    return QueryRefused(
        f"This query uses {word.upper()}, which would reach outside this store. "
        "Leave it out; a prefix of that name has to be called something else."
    )


def _bare(token: Token) -> str:
    """Return what the engine might take for a keyword, or for one glued to a prefix."""
    return token.text if token.kind == "word" else token.prefix


def _names_dataset(found: list[Token], base: str) -> bool:
    """Return whether there is a FROM. Raises QueryRefused for one that leaves the data base."""
    prefixes = _prefixes(found)
    named = False
    for at, (token, depth) in enumerate(_with_depth(found)):
        if _FROM.search(_bare(token)) and not _is_innocent(found, at, depth):
            _check_from(token, found[at + 1 : at + 3], prefixes, base)
            named = True
    return named


def _is_allowed(found: list[Token], services: frozenset[str]) -> bool:
    """True for SERVICE, perhaps SILENT, with the address of an allowed host written out."""
    if not services or not found[0].is_word("service"):
        return False
    silent = len(found) > 1 and found[1].is_word("silent")
    place = found[1 + silent : 2 + silent]
    if not place or place[0].kind != "iri" or place[0].inside or "\\" in place[0].text:
        return False
    try:
        address = urlsplit(place[0].text[1:-1])
    except ValueError:
        return False
    if address.scheme not in ("http", "https") or "@" in address.netloc:
        return False
    return address.hostname in services or address.netloc in services


def _prefixes(found: list[Token]) -> dict[str, str]:
    """Return the prefixes that the query declares."""
    triples = zip(found, found[1:], found[2:], strict=False)
    return {
        name.prefix: iri.text[1:-1]
        for word, name, iri in triples
        if word.is_word("prefix") and name.kind == "name" and iri.kind == "iri"
    }


def _check_from(token: Token, following: list[Token], prefixes: dict[str, str], base: str) -> None:
    """Let FROM and FROM NAMED name the store's own graphs, written out as such."""
    if following and following[0].text.lower() == "named":
        following = following[1:]
    named = following[0] if following else None
    iri = ""
    if token.text.lower() == "from" and named and named.kind == "iri":
        iri = named.text[1:-1]
    elif token.text.lower() == "from" and named and named.kind == "name":
        iri = prefixes.get(named.prefix, "") + named.text.partition(":")[2]
    if not iri.startswith(base):
        raise QueryRefused(
            f"FROM may name only this store's graphs, which begin with {base}. "
            "Leave it out to ask the merged graph."
        )


def _with_templates(found: Iterable[Token]) -> Iterator[tuple[Token, bool]]:
    """Yield each token, and whether it stands in the braces behind DATA, INSERT or DELETE."""
    depth = within = 0
    last: Token | None = None
    for token in found:
        if token.kind == "mark":
            depth += (token.text == "{") - (token.text == "}")
            if token.text == "{" and not within and last and last.is_word(*_TEMPLATES):
                within = depth
        yield token, bool(within)
        if depth < within:
            within = 0
        last = token


def _refuse_overload(found: Iterable[tuple[Token, bool]]) -> None:
    """Raise QueryRefused before the engine would fall over or plan for minutes."""
    load = _Load()
    for token, in_template in found:
        for part in (token, *token.inside):
            load.nest(part)
            if not in_template:
                load.count(part)
    for count, limit, what in (
        (load.deepest, MAX_NESTING, "brackets inside one another"),
        (load.operators, MAX_OPERATORS, "operators and groups"),
        (load.patterns, MAX_PATTERNS, "triple patterns and path steps"),
    ):
        if count > limit:
            raise QueryRefused(
                f"This query has {count:,} {what}; {limit:,} is the limit. Ask in smaller steps."
            )


class _Load:
    """Counts what the engine recurses over or plans."""

    def __init__(self) -> None:
        self.deepest = self.operators = self.patterns = 0
        self._depth = self._parentheses = 0

    def nest(self, token: Token) -> None:
        """Follow the brackets."""
        if token.kind == "mark":
            self._parentheses += (token.text == "(") - (token.text == ")")
            self._depth += (token.text in _OPENING) - (token.text in ")}]")
            self.deepest = max(self.deepest, self._depth)

    def count(self, token: Token) -> None:
        """Count what is planned: operators, groups, triple patterns."""
        text = token.text
        if token.is_word(*_CHAINED):
            self.operators += 1
        elif token.kind == "mark":
            self.operators += text in _OPERATORS
            self.patterns += text in ".;/" or (text == "," and self._parentheses == 0)
