"""Wait for a running demo, fetch its page and its Turtle export, and look at both."""

import re
import sys
import time
import urllib.request
from pathlib import Path

import rdflib

START_LIMIT_S = 120


def wait_for_address(log: Path) -> str:
    """Return the address that the demo prints. Ends the program when none comes in time."""
    deadline = time.monotonic() + START_LIMIT_S
    while time.monotonic() < deadline:
        match = re.search(r"http://127\.0\.0\.1:\d+/", log.read_text(encoding="utf-8"))
        if match:
            return match.group()
        time.sleep(0.2)
    sys.exit(f"the demo named no address in {START_LIMIT_S} s:\n{log.read_text(encoding='utf-8')}")


def fetch(address: str) -> str:
    """Return the body as text."""
    with urllib.request.urlopen(address, timeout=30) as answer:
        return str(answer.read().decode("utf-8"))


def main() -> None:
    """Check the page and the export of the demo whose log is the first argument."""
    address = wait_for_address(Path(sys.argv[1]))
    page = fetch(address)
    graph = rdflib.Graph().parse(data=fetch(address + "export.ttl"), format="turtle")
    claims = set(
        graph.subjects(rdflib.RDF.type, rdflib.URIRef("https://w3id.org/claimline/ns#Claim"))
    )
    if "<h1" not in page or len(claims) < 20:
        sys.exit(f"the demo's page or export is thin: {len(page)} characters, {len(claims)} claims")
    print(f"demo: page of {len(page)} characters, {len(graph)} triples, {len(claims)} claims")


if __name__ == "__main__":
    main()
