"""Extractions as they come to a store that takes what was made ready."""

from datetime import datetime

from kg.model.extraction import Extraction
from kg.model.iri import Iris
from kg.store.base import Offering, Putting
from kg.store.make_ready import make_ready
from tests.strategies import AT


def offering(extraction: Extraction, at: datetime = AT) -> Offering | Putting:
    """Return an extraction made ready, where it can be."""
    putting = Putting(extraction=extraction, at=at)
    ready = make_ready(extraction, Iris())
    return putting if ready is None else Offering(ready=ready, at=at, open=lambda: putting)
