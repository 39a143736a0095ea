"""What a query from outside may not do: leave the store, or bring the process down.

SERVICE, LOAD and a FROM that names a graph outside the data base are refused, found by lexing and
never by substring: inside an IRI, a string, a comment, a variable or a local name they are words
like any other. Two facts about the engine shape the lexer:
* it needs no blank after a keyword: `SERVICEsilent<…>`, `trueSERVICE<…>` and `SERVICE:x` all reach
  out, so a bare word or a prefix that merely *holds* such a word is refused as well;
* \\uXXXX may stand for any character (SPARQL 1.1, 19.2), though this engine reads it in strings and
  IRIs only: the text is looked at both as written and with these decoded, and both must pass.
It ends the process (stack overflow) at 3,000 nested groups or 10,000 chained operators, and plans
for 13 s at 200 triple patterns in one group (1.7 s at 120): so there are limits on all of them.
In:  query text and the data base. Out: whether the query names its dataset, or QueryRefused.
Source: SPARQL 1.1, 19.8 (terminals); measured on Oxigraph 0.5.13.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit

from kg.errors import QueryRefused

MAX_CHARS = 100_000
MAX_NESTING = 100
MAX_OPERATORS = 1_000
MAX_PATTERNS = 150
MAX_UNCLOSED = 50

_FORBIDDEN = re.compile("service|load", re.IGNORECASE)
_FROM = re.compile("from", re.IGNORECASE)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_TOKEN = re.compile(
    r"""
    (?P<comment> \#[^\n\r]* )
  | (?P<iri> <(?:[^<>"{}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*> )
  | (?P<string> '''(?:'{0,2}(?:[^'\\]|\\.))*''' | \"{3}(?:"{0,2}(?:[^"\\]|\\.))*\"{3}
              | '(?:[^'\\\n\r]|\\.)*' | "(?:[^"\\\n\r]|\\.)*" )
  | (?P<variable> [?$]\w+ )
  | (?P<language> @[A-Za-z]+(?:-[A-Za-z0-9]+)* )
  | (?P<blank> _:\w(?:[\w.-]*[\w-])? )
  | (?P<name> (?P<prefix>(?:[^\W\d_](?:[\w.-]{0,200}[\w-])?)?) :
              (?:(?:[\w:]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?\#@%])
                 (?:(?:[\w:.-]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?\#@%])*
                    (?:[\w:-]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?\#@%]))?)? )
  | (?P<number> [0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)? )
  | (?P<word> [^\W\d]\w* )
  | (?P<space> \s+ )
  | (?P<mark> . )
    """,
    re.VERBOSE | re.DOTALL,
)
_CHAINED = frozenset({"union", "optional", "minus", "filter", "bind", "values", "graph"})


class _Token(NamedTuple):
    kind: str
    text: str
    prefix: str


def refuse_escapes(query: str, base: str) -> None:
    """Raise QueryRefused for a query that would leave the store or overwhelm the engine."""
    inspect(query, base)


@lru_cache(maxsize=256)
def inspect(query: str, base: str, services: frozenset[str] = frozenset()) -> bool:
    """Return True when the query names its own dataset with FROM, within the data base.

    `services` are the hosts ("host" or "host:port") that SERVICE may name, written out as an IRI.
    Raises QueryRefused.
    """
    if len(query) > MAX_CHARS:
        raise QueryRefused(f"This query is {len(query):,} characters long; {MAX_CHARS:,} are read.")
    _refuse_overload(query)
    decoded = _decoded(query)
    names_dataset = _names_dataset(query, base, services)
    if decoded != query:
        names_dataset = _names_dataset(decoded, base, services) or names_dataset
    return names_dataset


def _decoded(query: str) -> str:
    def character(match: re.Match[str]) -> str:
        code = int(match[1] or match[2], 16)
        return chr(code) if code <= 0x10FFFF else match[0]

    return _ESCAPE.sub(character, query)


def _tokens(query: str) -> Iterator[_Token]:
    unclosed = 0
    for match in _TOKEN.finditer(query):
        unclosed += _is_unclosed(match)
        if unclosed > MAX_UNCLOSED:  # each cost a look to the end of the text
            raise QueryRefused("This query has quotation marks that are never closed. Close them.")
        if match.lastgroup not in ("comment", "space"):
            kind = "name" if match["name"] is not None else match.lastgroup or "mark"
            yield _Token(kind, match[0], match["prefix"] or "")


def _is_unclosed(match: re.Match[str]) -> bool:
    """True for a quotation mark, or three of them, that no other closes."""
    text = match[0]
    if match.lastgroup == "mark":
        return text in ("'", '"')
    return text in ("''", '""') and match.string[match.end() : match.end() + 1] == text[0]


def _names_dataset(query: str, base: str, services: frozenset[str]) -> bool:
    tokens = list(_tokens(query))
    prefixes = _prefixes(tokens)
    found = False
    for at, token in enumerate(tokens):
        bare = token.text if token.kind == "word" else token.prefix
        hit = _FORBIDDEN.search(bare)
        if hit is not None and not _is_allowed(tokens[at : at + 3], services):
            raise QueryRefused(
                f"This query uses {hit[0].upper()}, which would reach outside this store. "
                "Leave it out; a prefix of that name has to be called something else."
            )
        if _FROM.search(bare):
            _check_from(token, tokens[at + 1 : at + 3], prefixes, base)
            found = True
    return found


def _is_allowed(tokens: list[_Token], services: frozenset[str]) -> bool:
    """True for SERVICE, perhaps SILENT, with the address of an allowed host written out."""
    if not services or tokens[0].kind != "word" or tokens[0].text.lower() != "service":
        return False
    silent = len(tokens) > 1 and tokens[1].text.lower() == "silent"
    place = tokens[1 + silent : 2 + silent]
    if not place or place[0].kind != "iri":
        return False
    address = urlsplit(place[0].text[1:-1])
    if address.scheme not in ("http", "https") or "\\" in place[0].text:
        return False
    return address.hostname in services or address.netloc in services


def _prefixes(tokens: list[_Token]) -> dict[str, str]:
    """Return the prefixes that the query declares."""
    triples = zip(tokens, tokens[1:], tokens[2:], strict=False)
    return {
        name.prefix: iri.text[1:-1]
        for word, name, iri in triples
        if word.text.lower() == "prefix" and name.kind == "name" and iri.kind == "iri"
    }


def _check_from(
    token: _Token, following: list[_Token], prefixes: dict[str, str], base: str
) -> None:
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


def _refuse_overload(query: str) -> None:
    """Raise QueryRefused before the engine would fall over or plan for minutes."""
    depth = deepest = operators = patterns = parentheses = 0
    for token in _tokens(query):
        text = token.text
        if token.kind == "word" and text.lower() in _CHAINED:
            operators += 1
        elif token.kind == "mark":
            parentheses += (text == "(") - (text == ")")
            depth += (text in "({[") - (text in ")}]")
            deepest = max(deepest, depth)
            operators += text in "+-*/|&!^=<>"
            patterns += text in ".;/" or (text == "," and parentheses == 0)
    for count, limit, what in (
        (deepest, MAX_NESTING, "brackets inside one another"),
        (operators, MAX_OPERATORS, "operators and groups"),
        (patterns, MAX_PATTERNS, "triple patterns and path steps"),
    ):
        if count > limit:
            raise QueryRefused(
                f"This query has {count:,} {what}; {limit:,} is the limit. Ask in smaller steps."
            )
