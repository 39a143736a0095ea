"""Fetch a page or a feed, within limits, from public addresses only.

In:  an address and a `FetchPolicy`. Out: `Fetched`, or a ReadError that says what stopped it.
* Every address that a name resolves to is looked at, and the connection goes to one that passed:
  a second answer of the name server cannot lead elsewhere. The same at every redirect.
* Size counts after decompression, time from the first connection to the last byte.
* robots.txt is asked first and honoured.
Source: RFC 9110, RFC 9309 (robots), OWASP's cheat sheet on server-side request forgery.
"""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from kg.model.said import Said
from kg.read.exchange import AGENT, PORTS, Exchange, Fetched, FetchPolicy, Refused, failed, shown

__all__ = ["FORBIDDEN", "FetchPolicy", "Fetched", "Fetcher"]

FORBIDDEN = 403
_ROBOTS_BYTES = 500_000


@dataclass(slots=True)
class Fetcher:
    """Fetches; remembers each host's robots.txt for as long as it lives."""

    policy: FetchPolicy = field(default_factory=FetchPolicy)
    _robots: dict[str, RobotFileParser] = field(default_factory=dict)

    def fetch(self, address: str, *, headers: Mapping[str, str] | None = None) -> Fetched:
        """Return what stands at an address. Raises ReadError."""
        deadline = time.monotonic() + self.policy.seconds
        return self._follow(address, address, headers or {}, deadline, self.policy.max_bytes)

    def _follow(
        self,
        here: str,
        address: str,
        headers: Mapping[str, str],
        deadline: float,
        max_bytes: int,
    ) -> Fetched:
        """Follow redirects from `here`; errors speak of `address`, which the user gave."""
        for _ in range(self.policy.redirects + 1):
            _check_address(here, address)
            if self.policy.robots:
                self._ask_robots(here, address, deadline)
            answer = Exchange(self.policy, here, address, deadline, max_bytes).run(headers)
            if isinstance(answer, Fetched):
                return answer
            here = urljoin(here, answer)
        raise failed(
            address,
            "%(name)s leads on more than %(most)s times. Its last step was %(last)s.",
            most=self.policy.redirects,
            last=shown(here)[:200],
        )

    def _ask_robots(self, here: str, address: str, deadline: float) -> None:
        parts = urlsplit(here)
        root = f"{parts.scheme}://{parts.netloc}"
        if root not in self._robots:
            self._robots[root] = self._read_robots(root, address, deadline)
        if not self._robots[root].can_fetch(AGENT, here):
            raise Refused(
                Said(
                    "%(name)s may not be fetched by programs: %(rules)s says so. Save the page's "
                    "text as a file.",
                    name=shown(address),
                    rules=f"{root}/robots.txt",
                ),
                source=shown(address),
                status=FORBIDDEN,
            )

    def delay(self, address: str) -> float:
        """Return the seconds that the host's robots.txt asks to wait between two requests.

        0 for a host that asks for none, or that was not asked yet.
        """
        parts = urlsplit(address)
        rules = self._robots.get(f"{parts.scheme}://{parts.netloc}")
        return float(rules.crawl_delay(AGENT) or 0) if rules is not None else 0.0

    def _read_robots(self, root: str, address: str, deadline: float) -> RobotFileParser:
        """Return the rules; none where there is no such file, nothing allowed on a server error."""
        rules = RobotFileParser()
        quiet = replace(self.policy, robots=False)
        try:
            robots = f"{root}/robots.txt"
            found = Fetcher(quiet)._follow(robots, address, {}, deadline, _ROBOTS_BYTES)
        except Refused as error:
            rules.parse([] if error.status < 500 else ["User-agent: *", "Disallow: /"])
            return rules
        text = (found.body or b"").decode("utf-8", errors="replace")
        rules.parse(text.splitlines())
        return rules


def _check_address(here: str, address: str) -> None:
    try:
        parts = urlsplit(here)
        port = parts.port
    except ValueError as error:
        raise failed(
            address,
            "%(name)s is no address that can be fetched: %(reason)s.",
            reason=str(error),
        ) from error
    if parts.scheme not in PORTS or not parts.hostname:
        raise failed(
            address,
            "%(name)s leads to %(last)s, which is no address of the web.",
            last=shown(here)[:200],
        )
    if parts.username is not None:
        raise failed(address, "%(name)s holds a name or password. Leave it out.")
    if port == 0:
        raise failed(address, "%(name)s names port 0, which is none.")
