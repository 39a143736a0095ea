"""A connection of the server that does not wait for ever for a client to read.

waitress keeps an answer that the client does not take: above a high-water mark the thread that
makes it waits, and without this class it waits as long as the client keeps the connection open
(waitress's own `channel_timeout` looks at idle connections only). Eight such clients would stop the
server. Here the thread gives up after `send_seconds`, the connection breaks, and with it the
answer: its last chunk, or the rest of its length, is missing. Below the mark no thread waits: what
is left to send is the event loop's affair, until `channel_timeout`.
The head of an answer goes out with its first part, in one call: each call wakes the client, and
takes a twentieth of a millisecond.
Source: read in waitress 3.0.2, channel.py and task.py.
"""

import time
from typing import ClassVar

from waitress.channel import ClientDisconnected, HTTPChannel
from waitress.task import WSGITask

# Bytes of one answer that wait to be sent; above, its maker waits.
HIGH_WATER = 1024 * 1024


class HeadWithBody(WSGITask):  # type: ignore[misc]  # waitress has no types
    """Sends an answer's head together with what is written first."""

    def write(self, data: bytes) -> None:
        """Send a part, and the head before the first."""
        if self.wrote_header:
            super().write(data)
            return
        parts: list[bytes] = []
        self.channel.gathered = parts
        try:
            super().write(data)
        finally:
            self.channel.gathered = None
        self.channel.write_soon(b"".join(parts))


class PatientChannel(HTTPChannel):  # type: ignore[misc]  # waitress has no types
    """Waits for a slow reader, within limits."""

    task_class = HeadWithBody
    send_seconds: ClassVar[float] = 30.0
    gathered: list[bytes] | None = None

    def write_soon(self, data: bytes) -> int:
        """Send, or gather what is to be sent at once; return how many bytes that are."""
        if self.gathered is None:
            return int(super().write_soon(data))
        self.gathered.append(data)
        return len(data)

    def _flush_outbufs_below_high_watermark(self) -> None:
        if self.total_outbufs_len <= self.adj.outbuf_high_watermark:
            return
        until = time.monotonic() + self.send_seconds
        with self.outbuf_lock:
            self._flush_exception(self._flush_some, do_close=False)
            while self._stuck() and (left := until - time.monotonic()) > 0:
                self.server.pull_trigger()
                self.outbuf_lock.wait(left)
            if self._stuck():
                self.will_close = True
                self.server.pull_trigger()
                raise ClientDisconnected

    def _stuck(self) -> bool:
        above = self.total_outbufs_len > self.adj.outbuf_high_watermark
        return bool(self.connected and not self.will_close and above)


def channel_within(seconds: float) -> type[PatientChannel]:
    """Return a channel class whose threads wait this long for a client."""
    return type("Channel", (PatientChannel,), {"send_seconds": seconds})
