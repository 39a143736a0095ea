"""The outline of an update: its operations, and which graphs each of them writes.

It follows the grammar word by word and knows less of it than the engine: words glued together,
triple terms and annotations in templates, or anything else it does not expect, are refused. Where
it and the engine differ, the engine must be the one that says no.
In:  text and tokens that kg.store.guard has let pass. Out: `Operation`s in order, with offsets.
Source: SPARQL 1.1, 19.8, rules [29] to [53].
"""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple, NoReturn

from kg.errors import QuerySyntaxError
from kg.store.lexer import Token

TargetKind = Literal["iri", "variable", "default", "named", "all"]
_TERMS = frozenset({"iri", "string", "variable", "language", "blank", "name", "number"})
_TRIPLE_WORDS = ("a", "true", "false")
_TRIPLE_MARKS = frozenset(".,;[]()^+-")
_SEVERAL: dict[str, TargetKind] = {"default": "default", "named": "named", "all": "all"}


@dataclass(frozen=True, slots=True)
class Target:
    """A graph as the text names it: an IRI or prefixed name, a variable, or a keyword's graphs."""

    kind: TargetKind
    text: str = ""


DEFAULT = Target("default")


class Declaration(NamedTuple):
    """A BASE or PREFIX: the offsets of its text, its keyword, its prefix ("" for BASE), its IRI."""

    start: int
    end: int
    keyword: str
    name: str
    iri: str


@dataclass(slots=True, kw_only=True)
class Operation:
    """One operation. `writes` are the graphs that it may change.

    `start` and `end` are offsets of its text; `where` those of its group's braces, (0, 0) for none;
    `declared` stands right before it, `prologue` is all that holds for it. `names_dataset` tells of
    USING and WITH; `shorthand` is the offset behind DELETE of a DELETE WHERE.
    """

    verb: str
    start: int
    end: int = 0
    writes: list[Target] = field(default_factory=list)
    where: tuple[int, int] = (0, 0)
    declared: tuple[Declaration, ...] = ()
    prologue: str = ""
    names_dataset: bool = False
    shorthand: int | None = None


def read_outline(text: str, tokens: list[Token]) -> list[Operation]:
    """Return the operations of a text with these tokens.

    Raises QuerySyntaxError for what is not understood.
    """
    return _Outline(text, tokens).operations()


class _Outline:
    def __init__(self, text: str, tokens: list[Token]) -> None:
        self._text = text
        self._tokens = tokens
        self._at = 0
        self._prologue: list[str] = []

    def operations(self) -> list[Operation]:
        """Read all of the text."""
        found: list[Operation] = []
        while True:
            declared = self._declarations()
            if self._peek() is None:
                return found
            found.append(self._operation())
            found[-1].declared = declared
            if self._peek() is None:
                return found
            self._mark(";")

    def _declarations(self) -> tuple[Declaration, ...]:
        found: list[Declaration] = []
        while (token := self._peek()) is not None and token.is_word("base", "prefix"):
            self._at += 1
            name = self._prefix() if token.is_word("prefix") else ""
            iri = self._kind("iri")
            found.append(Declaration(token.start, iri.end, token.text.upper(), name, iri.text))
        self._prologue += [f"{d.keyword} {d.name} {d.iri}" for d in found]
        return tuple(found)

    def _prefix(self) -> str:
        name = self._next("a prefix")
        if name.kind != "name" or not name.text.endswith(":"):
            self._fail(name, "a prefix")
        return name.text

    def _operation(self) -> Operation:
        word = self._next("an operation")
        operation = Operation(
            verb=word.text.lower(), start=word.start, prologue="\n".join(self._prologue)
        )
        match operation.verb if word.kind == "word" else "":
            case "insert" | "delete" | "with":
                self._change(operation, word)
            case "clear" | "drop":
                self._word_if("silent")
                operation.writes.append(self._graph_or_several())
            case "create":
                self._word_if("silent")
                self._word("graph")
                operation.writes.append(self._iri())
            case "add" | "copy" | "move":
                self._transfer(operation)
            case _:
                self._fail(word, "an operation such as INSERT DATA")
        operation.end = self._tokens[self._at - 1].end
        return operation

    def _change(self, operation: Operation, word: Token) -> None:
        """Read INSERT DATA, DELETE DATA, DELETE WHERE, or templates with their WHERE."""
        if word.is_word("insert", "delete") and self._word_if("data"):
            operation.writes += self._template()
            return
        if word.is_word("delete") and self._word_if("where"):
            operation.shorthand = word.end
            begin = self._here()
            operation.writes += self._template()
            operation.where = (begin, self._tokens[self._at - 1].start)
            return
        default = DEFAULT
        if word.is_word("with"):
            default = self._iri()
            operation.names_dataset = True
            word = self._next("DELETE or INSERT")
        verbs = ["delete", "insert"]
        if not word.is_word(*verbs):
            self._fail(word, "DELETE or INSERT")
        self._templates(operation, word, default)
        self._using(operation)
        self._word("where")
        operation.where = self._group()

    def _templates(self, operation: Operation, word: Token, default: Target) -> None:
        found = self._template()
        if word.is_word("delete") and self._word_if("insert"):
            found += self._template()
        operation.writes += [default if target == DEFAULT else target for target in found]

    def _using(self, operation: Operation) -> None:
        while self._word_if("using"):
            operation.names_dataset = True
            self._word_if("named")
            self._iri()

    def _transfer(self, operation: Operation) -> None:
        self._word_if("silent")
        source = self._graph_or_default()
        self._word("to")
        operation.writes.append(self._graph_or_default())
        if operation.verb == "move":
            operation.writes.append(source)

    def _graph_or_several(self) -> Target:
        if self._word_if("graph"):
            return self._iri()
        word = self._next("GRAPH, DEFAULT, NAMED or ALL")
        kind = _SEVERAL.get(word.text.lower()) if word.kind == "word" else None
        if kind is None:
            self._fail(word, "GRAPH, DEFAULT, NAMED or ALL")
        return Target(kind)

    def _graph_or_default(self) -> Target:
        if self._word_if("default"):
            return DEFAULT
        self._word_if("graph")
        return self._iri()

    def _template(self) -> list[Target]:
        """Read braces with triples and graphs of triples; return the graphs."""
        self._mark("{")
        found: list[Target] = []
        while True:
            token = self._next("}")
            if token.text == "}" and token.kind == "mark":
                return found
            if token.is_word("graph"):
                found.append(self._graph_name())
                self._triples()
            elif token.text != "." or token.kind != "mark":
                self._triple_part(token)
                found.append(DEFAULT)

    def _triples(self) -> None:
        self._mark("{")
        while (token := self._next("}")).text != "}" or token.kind != "mark":
            self._triple_part(token)

    def _triple_part(self, token: Token) -> None:
        if not (
            (token.kind in _TERMS and not token.inside)
            or token.is_word(*_TRIPLE_WORDS)
            or (token.kind == "mark" and token.text in _TRIPLE_MARKS)
        ):
            self._fail(token, "triples")

    def _group(self) -> tuple[int, int]:
        """Pass over a WHERE's braces and all they hold; return the offsets of both."""
        begin = self._here()
        self._mark("{")
        depth = 1
        while depth:
            token = self._next("}")
            if token.kind == "mark":
                depth += (token.text == "{") - (token.text == "}")
        return begin, self._tokens[self._at - 1].start

    def _graph_name(self) -> Target:
        if (token := self._peek()) is not None and token.kind == "variable":
            self._at += 1
            return Target("variable", token.text)
        return self._iri()

    def _iri(self) -> Target:
        token = self._next("the IRI of a graph")
        if token.kind not in ("iri", "name") or token.inside:
            self._fail(token, "the IRI of a graph")
        return Target("iri", token.text)

    def _kind(self, kind: str) -> Token:
        token = self._next("an IRI")
        if token.kind != kind or token.inside:
            self._fail(token, "an IRI")
        return token

    def _word(self, word: str) -> None:
        token = self._next(word.upper())
        if not token.is_word(word):
            self._fail(token, word.upper())

    def _word_if(self, word: str) -> bool:
        token = self._peek()
        found = token is not None and token.is_word(word)
        self._at += found
        return found

    def _mark(self, mark: str) -> None:
        token = self._next(mark)
        if token.kind != "mark" or token.text != mark:
            self._fail(token, mark)

    def _peek(self) -> Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _here(self) -> int:
        token = self._peek()
        return len(self._text) if token is None else token.start

    def _next(self, expected: str) -> Token:
        token = self._peek()
        if token is None:
            self._fail(None, expected)
        self._at += 1
        return token

    def _fail(self, token: Token | None, expected: str) -> NoReturn:
        offset = len(self._text) if token is None else token.start
        line, column = place(self._text, offset)
        raise QuerySyntaxError(
            f"This update is not understood from line {line}, column {column} on: expected "
            f"{expected}. Put a blank between words.",
            line=line,
            column=column,
        )


def place(text: str, offset: int) -> tuple[int, int]:
    """Return line and column, counted from 1, of an offset in code points."""
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1
