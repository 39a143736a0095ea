"""Which article of the store a command was given."""

from kg.errors import NotFound
from kg.store.base import ArticleSummary, GraphStore


def known_article(store: GraphStore, iri: str) -> ArticleSummary:
    """Return an article of the store. Raises NotFound for one not there, or withdrawn."""
    found = next((a for a in store.articles(include_withdrawn=True) if a.iri == iri), None)
    if found is None:
        raise NotFound(f"There is no article {iri}. `claimline articles` lists them.")
    if found.withdrawn:
        raise NotFound(f"{iri} was withdrawn. Add it again to bring it back, then correct it.")
    return found
