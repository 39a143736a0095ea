"""Put terms into the text of a query, so that no value can change what the query says.

In:  SPARQL text and RDF terms by variable name.
Out: SPARQL text.
A value never passes as text: it is an RDF term, written by `term_text`, and the query is read token
by token, so that a variable's name inside a comment, a string or an IRI is left alone.
Source: SPARQL 1.1 Query Language, 19.7 (terminals) and 19.2: some engines replace \\uXXXX in the
whole query before they parse it, so a backslash followed by "u" must not reach them as it is.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pyoxigraph as ox

from kg.errors import QueryError
from kg.model.iri import is_iri
from kg.vocabulary import XSD

Term = ox.NamedNode | ox.Literal

_TOKEN = re.compile(
    r"""(?P<skip>\s+|\#[^\r\n]*)
    |(?P<iri><[^\x00-\x20<>"{}|^`\\]*>)
    |(?P<string>\"{3}(?:"{0,2}(?:[^"\\]|\\.))*\"{3}|'{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}
        |"(?:[^"\\\r\n]|\\.)*"|'(?:[^'\\\r\n]|\\.)*')
    |[?$](?P<variable>\w+)
    |(?P<word>\w+)
    |(?P<other>\\.|.)""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPES = {"\\": r"\\", '"': r"\"", "\n": r"\n", "\r": r"\r", "\t": r"\t"}
_UNSAFE = re.compile(r"\\[uU]?|[\"\x00-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    start: int
    end: int

    @property
    def variable(self) -> str | None:
        return self.text[1:] if self.kind == "variable" else None

    @property
    def word(self) -> str:
        return self.text.upper() if self.kind in ("word", "other") else ""


def bind(query_text: str, values: Mapping[str, Term | Sequence[Term]]) -> str:
    """Return the query with every variable named in `values` bound to its term, or any of several.

    Where the query says `VALUES ?name { UNDEF }`, the terms take the place of UNDEF: this is how an
    optional parameter is written. A variable without such a line is replaced wherever it stands, or
    for several terms such a line is put in front of all that the query asks for, which engines
    answer less quickly. Raises QueryError for a name that is no variable of the query or that the
    query sets itself, and for a term that SPARQL cannot write.
    """
    tokens = [t for t in _tokens(query_text) if t.kind != "skip"]
    texts = {name: " ".join(map(term_text, _several(found))) for name, found in values.items()}
    _check_names(tokens, texts)
    apart = {n: t for n, t in texts.items() if len(_several(values[n])) != 1}
    for name in _undefined(tokens):
        apart.pop(name, None)
    edits = list(_edits(tokens, {n: t for n, t in texts.items() if n not in apart}))
    edits = sorted([*_lines(tokens, apart), *edits], key=lambda edit: edit[0].start)
    pieces, at = [], 0
    for token, text in edits:
        pieces += [query_text[at : token.start], text]
        at = token.end
    return "".join([*pieces, query_text[at:]])


def _lines(tokens: list[_Token], texts: Mapping[str, str]) -> Iterator[tuple[_Token, str]]:
    """Put a line of values behind the brace that opens what the query asks for."""
    opening = next((t for t in tokens if t.word == "{"), None)
    if texts and opening is None:
        raise QueryError("The query has no braces to put values into.")
    if opening is not None and texts:
        lines = (f" VALUES ?{name} {{ {text} }}" for name, text in texts.items())
        yield opening, "".join(["{", *lines])


def _several(given: Term | Sequence[Term]) -> Sequence[Term]:
    return given if isinstance(given, Sequence) else (given,)


def open_variables(query_text: str) -> frozenset[str]:
    """Return the variables that stand in a `VALUES ?name { UNDEF }`."""
    tokens = [t for t in _tokens(query_text) if t.kind != "skip"]
    return frozenset(_undefined(tokens))


def term_text(term: Term) -> str:
    """Return the term as SPARQL. Raises QueryError for an IRI that SPARQL cannot write."""
    if isinstance(term, ox.NamedNode):
        if not is_iri(term.value):
            raise QueryError(f"{term.value!r} is not an IRI: it has blanks, quotes or brackets.")
        return f"<{term.value}>"
    quoted = '"' + _UNSAFE.sub(_escape, term.value) + '"'
    if term.language:
        return f"{quoted}@{term.language}"
    if term.datatype.value == XSD.string:
        return quoted
    return f"{quoted}^^{term_text(term.datatype)}"


def _escape(match: re.Match[str]) -> str:
    text = match.group()
    first = _ESCAPES.get(text[0]) or _code_point(text[0])
    # A letter after a backslash is written as its code point, eight digits long: rdflib reads up to
    # eight even after a small u.
    return first + "".join(_code_point(c) for c in text[1:])


def _code_point(character: str) -> str:
    return f"\\U{ord(character):08X}"


def _tokens(query_text: str) -> Iterator[_Token]:
    for match in _TOKEN.finditer(query_text):
        yield _Token(str(match.lastgroup), match.group(), match.start(), match.end())


def _undefined(tokens: list[_Token]) -> dict[str, list[_Token]]:
    """Return the UNDEF tokens of each variable's `VALUES ?name { UNDEF }`."""
    found: dict[str, list[_Token]] = {}
    for values, name, opening, undef, closing in zip(
        tokens, tokens[1:], tokens[2:], tokens[3:], tokens[4:], strict=False
    ):
        shape = (values.word, opening.word, undef.word, closing.word)
        if name.variable and shape == ("VALUES", "{", "UNDEF", "}"):
            found.setdefault(name.variable, []).append(undef)
    return found


def _check_names(tokens: list[_Token], texts: Mapping[str, str]) -> None:
    used = {t.variable for t in tokens}
    for name in texts:
        if name not in used:
            raise QueryError(f"The query has no variable ?{name} to give a value to.")
    for before, token in pairwise(tokens):
        if before.word == "AS" and token.variable in texts:
            raise QueryError(f"The query sets ?{token.variable} itself: it takes no value.")


def _edits(tokens: list[_Token], texts: Mapping[str, str]) -> Iterator[tuple[_Token, str]]:
    undefined = _undefined(tokens)
    places = {u.start: name for name, found in undefined.items() for u in found}
    for token in tokens:
        name = places.get(token.start)
        if name is None and token.variable not in undefined:
            name = token.variable
        if name is not None and name in texts:
            yield token, texts[name]
