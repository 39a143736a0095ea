"""The tokens of SPARQL text, as the engine would cut them, and where that cannot be known.

The engine has no lexer of its own: it reads characters by grammar rules, so the same `<` opens an
IRI in one place and means less-than in another (or opens a triple term, `<<`). Read wrongly, a
quotation mark or `#` inside would shift every string and comment behind it. So an IRI token is
*doubtful* where the engine might read less-than:
* directly behind another `<`; or
* inside parentheses, behind something that may end an expression;
unless it begins like a prefixed name whose prefix is declared nowhere before (`<http://…>`), which
the engine could read as nothing but an IRI. A doubtful token that holds `'` or `#` is refused; any
other means the same to the tokens behind it both ways, and carries its other reading as `inside`.
A local name has dots in one place only (`e:a.b` `.` `c`), as this engine reads it; where another
would read on, a `\\'` could shift strings, so a backslash outside names, strings and IRIs, which no
SPARQL has, is refused.
In:  text. Out: tokens in order, without comments and blanks, with their offsets in code points.
Source: SPARQL 1.1, 19.8 (terminals); its character classes are written out, for Python's \\w is not
the same and a name may end where another character begins; measured on Oxigraph 0.5.13.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.errors import QueryRefused

MAX_UNCLOSED = 50

_BASE = (
    "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d"
    "\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_START = f"{_BASE}_0-9"
_WORD = f"{_START}\u00b7\u0300-\u036f\u203f-\u2040"
_CHARS = f"{_WORD}-"
_ESCAPED = r"%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?\#@%]"
_TOKEN = re.compile(
    rf"""
    (?P<comment> \#[^\n\r]* )
  | (?P<iri> <(?:[^<>"{{}}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{{4}}|\\U[0-9A-Fa-f]{{8}})*> )
  | (?P<string> '''(?:'{{0,2}}(?:[^'\\]|\\.))*''' | \"{{3}}(?:"{{0,2}}(?:[^"\\]|\\.))*\"{{3}}
              | '(?:[^'\\\n\r]|\\.)*' | "(?:[^"\\\n\r]|\\.)*" )
  | (?P<variable> [?$][{_START}][{_WORD}]* )
  | (?P<language> @[A-Za-z]+(?:-[A-Za-z0-9]+)* )
  | (?P<blank> _:[{_START}](?:[{_CHARS}.]*[{_CHARS}])? )
  | (?P<name> (?P<prefix>(?:[{_BASE}](?:[{_CHARS}.]{{0,200}}[{_CHARS}])?)?) :
              (?P<local>(?:[{_START}:]|{_ESCAPED})
                 (?:[{_CHARS}:]|{_ESCAPED})*(?:\.+(?:[{_CHARS}:]|{_ESCAPED})+)?)? )
  | (?P<number> [0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)? )
  | (?P<word> [{_BASE}_][{_START}]* )
  | (?P<space> [\x20\t\r\n]+ )
  | (?P<mark> . )
    """,
    re.VERBOSE | re.DOTALL,
)
# Behind these, `<` can only open an IRI: no expression ends with them.
_OPENING = frozenset("({[,;=!&|+-*/^")
_DECLARE = re.compile("^prefix", re.IGNORECASE)


class Token(NamedTuple):
    """A token: its kind (a group of the pattern above), its text and where it starts.

    `prefix` is that of a name; `inside` the tokens of an IRI that may be a less-than and more.
    """

    kind: str
    text: str
    start: int
    prefix: str = ""
    inside: tuple["Token", ...] = ()

    @property
    def end(self) -> int:
        """Offset of the first character behind the token."""
        return self.start + len(self.text)

    def is_word(self, *words: str) -> bool:
        """True for one of these keywords, given in lower case."""
        return self.kind == "word" and self.text.lower() in words


def tokens(text: str) -> Iterator[Token]:
    """Yield the tokens. Raises QueryRefused for text that may be read in two ways."""
    doubt = _Doubt()
    for token in _plain(text):
        if token.kind == "iri" and doubt.covers(token, text):
            if "'" in token.text or "#" in token.text:
                raise QueryRefused(
                    f"It cannot be told whether the < in {token.text[:40]} opens an IRI or means "
                    "less than. Put a blank behind a < that compares; write an IRI in full, with "
                    "its scheme, and %27 for an apostrophe in it."
                )
            token = Token(token.kind, token.text, token.start, "", tuple(_plain(token.text[1:-1])))
        elif token.text == "\\":
            raise QueryRefused("A backslash stands outside strings, names and IRIs. Leave it out.")
        doubt.note(token)
        yield token


def _plain(text: str) -> Iterator[Token]:
    """Yield the tokens, every `<` that can open an IRI read so."""
    unclosed = 0
    for match in _TOKEN.finditer(text):
        unclosed += _is_unclosed(match)
        if unclosed > MAX_UNCLOSED:  # each cost a look to the end of the text
            raise QueryRefused("This query has quotation marks that are never closed. Close them.")
        if match.lastgroup not in ("comment", "space"):
            kind = "name" if match["name"] is not None else match.lastgroup or "mark"
            yield Token(kind, match[0], match.start(), match["prefix"] or "")


def _is_unclosed(match: re.Match[str]) -> bool:
    """True for a quotation mark, or three of them, that no other closes."""
    text = match[0]
    if match.lastgroup == "mark":
        return text in ("'", '"')
    return text in ("''", '""') and match.string[match.end() : match.end() + 1] == text[0]


class _Doubt:
    """What has to be known of the tokens so far to say whether `<` may mean less-than."""

    def __init__(self) -> None:
        self._depth = 0  # of parentheses, at most
        self._last: Token | None = None
        self._declared: set[str] = set()

    def covers(self, token: Token, text: str) -> bool:
        """True for an IRI that the engine might read as something else."""
        last = self._last
        if last is None or not (self._depth or _adjacent(last, token)):
            return False
        if last.text in _OPENING:
            return False
        name = _TOKEN.match(text, token.start + 1)
        return name is None or name["name"] is None or name["prefix"] in self._declared

    def note(self, token: Token) -> None:
        """Take a token into account."""
        self._last = token
        if token.kind == "name" and token.text.endswith(":"):  # as a declaration has it
            self._declared |= {token.prefix, _DECLARE.sub("", token.prefix)}
        self._depth += _opened(token)
        inside = sum(_opened(t) for t in token.inside)
        self._depth = max(0, self._depth + max(0, inside))


def _adjacent(last: Token, token: Token) -> bool:
    return last.text == "<" and last.end == token.start


def _opened(token: Token) -> int:
    return (token.text == "(") - (token.text == ")") if token.kind == "mark" else 0
