"""An answer on its way: its media type, and its bytes as they come."""

from collections.abc import Callable, Iterator


class Stream:
    """Bytes of an answer. Iterate once; close it when it is left before its end.

    Iterating raises QueryTimeout, QueryTooLarge or QueryError when the answer cannot be finished:
    whoever sends it on then breaks the connection, so that nothing short looks whole.
    """

    def __init__(
        self, media_type: str, chunks: Iterator[bytes], close: Callable[[], None] | None = None
    ) -> None:
        self.media_type = media_type
        self._chunks = chunks
        self._close = close

    def __iter__(self) -> Iterator[bytes]:
        """Yield the chunks, and let go of what answered at the end or at an error."""
        try:
            yield from self._chunks
        finally:
            self.close()

    def close(self) -> None:
        """Let go of what answers; closing twice is fine."""
        close, self._close = self._close, None
        if close is not None:
            close()

    def read(self) -> bytes:
        """Return the whole answer."""
        return b"".join(self)
