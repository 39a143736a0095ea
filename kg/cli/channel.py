"""A connection of the server that does not wait for ever for a client to read.

waitress keeps an answer that the client does not take: above a high-water mark the thread that
makes it waits, and without this class it waits as long as the client keeps the connection open
(waitress's own `channel_timeout` looks at idle connections only). Eight such clients would stop the
server. Here the thread gives up after `send_seconds`, the connection breaks, and with it the
answer: its last chunk, or the rest of its length, is missing. Below the mark no thread waits: what
is left to send is the event loop's affair, until `channel_timeout`.
A client that hangs up while its answer is made is noticed when somebody asks: while a request is
under way waitress does not read, so its own flag does not change. One that only closes its sending
side looks the same, and is taken for gone, as other servers do.
Connections that nobody uses are kept only while there is room: near the most that the server takes,
a new one closes the one that has been idle for longest. Else a hundred clients that connect and say
nothing would keep everybody out for two minutes.
The head of an answer goes out with its first part, in one call: each call wakes the client, and
takes a twentieth of a millisecond.
Source: read in waitress 3.0.2, channel.py and task.py.
"""

import socket
import time
from typing import Any, ClassVar

from waitress.channel import ClientDisconnected, HTTPChannel
from waitress.task import WSGITask

# Bytes of one answer that wait to be sent; above, its maker waits.
HIGH_WATER = 1024 * 1024
_NEARLY_ALL = 0.9


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
    most_connections: ClassVar[int] = 100
    gathered: list[bytes] | None = None

    def write_soon(self, data: bytes) -> int:
        """Send, or gather what is to be sent at once; return how many bytes that are."""
        if self.gathered is None:
            return int(super().write_soon(data))
        self.gathered.append(data)
        return len(data)

    def check_client_disconnected(self) -> bool:
        """Return whether the client has closed its end; `waitress.client_disconnected` asks."""
        if not self.connected:
            return True
        try:
            return bool(self.socket.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT) == b"")
        except BlockingIOError:
            return False
        except OSError:
            return True

    def add_channel(self, map: Any = None) -> None:
        """Keep track of this connection, and make room for the next one."""
        super().add_channel(map)
        others = [c for c in self.server.active_channels.values() if c is not self]
        if len(others) < self.most_connections * _NEARLY_ALL:
            return
        idle = [c for c in others if not (c.requests or c.total_outbufs_len or c.will_close)]
        if idle:
            min(idle, key=lambda channel: channel.last_activity).will_close = True

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


def channel_within(seconds: float, most_connections: int) -> type[PatientChannel]:
    """Return a channel class whose threads wait this long for a client.

    Of `most_connections` that the server takes, a tenth is kept free of idle ones.
    """
    given = {"send_seconds": seconds, "most_connections": most_connections}
    return type("Channel", (PatientChannel,), given)
