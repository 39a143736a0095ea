"""Files of RDF into a store: Claimline's own dumps as claims, other RDF as graphs of one's own."""

from kg.store.loading.report import Imported, LoadReport

__all__ = ["Imported", "LoadReport"]
