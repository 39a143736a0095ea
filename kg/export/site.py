"""The explorer that files to take away lead back to.

In:  where it is served. Out: `Site`; addresses that any format may hold.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from kg.query.filters import Filter

# The filters in force, each as its name and value in words.
Notes = Sequence[tuple[str, str]]
_UNSAFE = b'"<>\\^`{|}'


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Where an explorer is served: `address` without a slash at the end.

    `here` is the address of the very file, without the token of a page.
    """

    address: str
    here: str

    def page(self, token: str | None) -> str:
        """Return the address of a page of the file; of the first for None."""
        if token is None:
            return self.here
        return f"{self.here}{'&' if '?' in self.here else '?'}{urlencode({'after': token})}"

    def list_of(self, chosen: Filter, language: str) -> str:
        """Return the address of the same selection as a list, in a reader's language."""
        args = [("view", "list"), *chosen.pairs(), ("ui", language)]
        return f"{self.address}/?{urlencode(args)}"

    def claim(self, name: str, language: str) -> str:
        """Return the address of a claim's page in a reader's language."""
        return f"{self.address}/claims/{name}?{urlencode({'ui': language})}"


def ascii_address(address: str) -> str:
    """Return an address with all but the plain signs of ASCII as percent signs have them."""
    return "".join(
        chr(b) if 0x20 < b < 0x7F and b not in _UNSAFE else f"%{b:02X}"
        for b in address.encode("utf-8", "replace")
    )
