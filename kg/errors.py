"""Every error Claimline raises on purpose, in one tree.

    KgError
      ReadError            a source cannot be read or decoded
        SheetError         a claim sheet with mistakes, each with its row and column
      ExtractError         an extractor cannot do its work (unknown language, …)
      ModelSettingError    the model's server, name or key is missing or cannot be used
      MappingError         quads that are not claims, or claims that are not quads
      StoreError           the store refuses
        StoreLocked        open in another process
        NotAStore          the folder holds something else
        StoreTooNew        written by a newer Claimline
        OtherBase          made with another data base
        ManagedGraph       a write aimed at a graph that only claims may change
        NotFound           no such article, claim, event, actor or place
      QueryError           the caller's SPARQL, name or parameter
        QuerySyntaxError   with line and column where the engine tells
          GraphSyntaxError a graph that was sent, with line and column
        QueryRefused       SERVICE, LOAD or FROM that would leave the store
        UnfitFormat        an answer of this kind cannot be given in the format asked for
        QueryTimeout       ended at its time limit
        QueryTooLarge      needed more memory, or gave a larger answer, than is allowed
        QueryBusy          too many queries at once
      SurroundingsError    port, disk: trying again may help
        StoreMoved         the store was written to while it was read
        RemoteEndpointError a store's server cannot be reached, or refuses
        ModelError         a model's server cannot be reached, refuses, or is too slow

A message says what failed, on what, and what to do next. `exit_code` is the command line's:
2 the caller's input, 3 the surroundings. `code` is the word for programs (`error.code` over HTTP).
"""

from typing import ClassVar


class KgError(Exception):
    """Base of all errors raised on purpose."""

    exit_code: ClassVar[int] = 2
    http_status: ClassVar[int] = 400
    code: ClassVar[str] = "error"

    @property
    def details(self) -> dict[str, object]:
        """What a program may need, by name; empty when the message says it all."""
        return {}


class ReadError(KgError):
    """A source cannot be read: missing, empty, binary, or not in the encoding named."""

    code = "unreadable-source"

    def __init__(self, message: str, *, source: str, offset: int | None = None) -> None:
        super().__init__(message)
        self.source = source
        self.offset = offset

    @property
    def details(self) -> dict[str, object]:
        """The source, and the byte offset where reading failed."""
        return {"source": self.source, "offset": self.offset}


class SheetError(ReadError):
    """A claim sheet with mistakes; nothing of it is stored.

    `mistakes` are (row, column, sentence), row 0 for the sheet as a whole, column "" for a row.
    """

    code = "bad-sheet"

    def __init__(
        self,
        lines: tuple[str, ...],
        *,
        source: str,
        mistakes: tuple[tuple[int, str, str], ...] = (),
    ) -> None:
        """`lines` are the sentences of the message: what is wrong as a whole, then each mistake."""
        super().__init__("\n  ".join(lines), source=source)
        self.lines = lines
        self.mistakes = mistakes

    @property
    def details(self) -> dict[str, object]:
        """The source and the mistakes."""
        rows = [{"row": r, "column": c, "message": m} for r, c, m in self.mistakes]
        return {"source": self.source, "mistakes": rows}


class ExtractError(KgError):
    """An extractor cannot do its work on this article."""

    code = "cannot-extract"


class ModelSettingError(KgError):
    """What the environment says of the model cannot be used."""

    code = "model-setting"


class MappingError(KgError):
    """Quads that do not form claims, or a claim that cannot be written."""

    code = "not-claims"


class StoreError(KgError):
    """The store refuses, or cannot do what is asked."""

    code = "store"


class StoreLocked(StoreError):
    """The folder is open in another process."""

    exit_code = 3
    http_status = 503
    code = "store-locked"

    def __init__(self, path: str, holder: str = "another process", advice: str = "") -> None:
        """`holder` says which process has it, `advice` what to do where more is known."""
        super().__init__(
            f"The store at {path} is open in {holder}. "
            f"{advice or 'Stop that process, or name another folder with --store.'}"
        )
        self.path = path


class NotAStore(StoreError):
    """The folder exists and holds something that is not a store."""

    code = "not-a-store"


class StoreTooNew(StoreError):
    """The store was written by a newer format than this program knows."""

    code = "store-too-new"


class OtherBase(StoreError):
    """The store was made with another data base than the one asked for."""

    code = "other-base"


class ManagedGraph(StoreError):
    """A write aimed at a graph that only add, remove, merge and review may change."""

    http_status = 409
    code = "managed-graph"


class NotFound(StoreError):
    """Nothing of that name is in the store."""

    http_status = 404
    code = "not-found"


class QueryError(KgError):
    """A named query or parameter that does not exist or does not fit."""

    code = "bad-query"


class QuerySyntaxError(QueryError):
    """SPARQL that does not parse."""

    code = "query-syntax"

    def __init__(self, message: str, *, line: int | None = None, column: int | None = None) -> None:
        super().__init__(message)
        self.line = line
        self.column = column

    @property
    def details(self) -> dict[str, object]:
        """Line and column, counted from 1; None where the engine does not tell."""
        return {"line": self.line, "column": self.column}


class GraphSyntaxError(QuerySyntaxError):
    """A graph that somebody sent is not in the format it claims."""

    code = "graph-syntax"


class QueryRefused(QueryError):
    """SPARQL that would read or write outside the store."""

    http_status = 403
    code = "query-refused"


class UnfitFormat(QueryError):
    """An answer of this kind (rows, a yes or no, a graph) has no such format."""

    http_status = 406
    code = "not-acceptable"


class QueryTimeout(QueryError):
    """A query was ended at its time limit."""

    exit_code = 3
    http_status = 503
    code = "query-timeout"


class QueryAbandoned(QueryError):
    """A query was ended because whoever asked has hung up."""

    http_status = 503
    code = "query-abandoned"


class QueryTooLarge(QueryError):
    """A query needed more memory, or gave a larger answer, than is allowed."""

    http_status = 503
    code = "query-too-large"


class QueryBusy(QueryError):
    """Too many queries run at once; trying again may help."""

    exit_code = 3
    http_status = 503
    code = "busy"


class SurroundingsError(KgError):
    """Port, disk or another part of the machine: trying again may help."""

    exit_code = 3
    http_status = 503
    code = "surroundings"


class StoreMoved(SurroundingsError):
    """The store was written to while several things of it were read; asking again helps."""

    code = "store-moved"


class RemoteEndpointError(SurroundingsError):
    """The server of a remote store cannot be reached, refuses, or answers something else."""

    http_status = 502
    code = "remote-endpoint"


class ModelError(SurroundingsError):
    """The server of a model cannot be reached, refuses, or does not answer in time."""

    http_status = 502
    code = "model"
