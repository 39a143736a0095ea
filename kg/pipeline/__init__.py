"""The order of the stages, and nothing else: from a source to claims, and claims into a store."""

from kg.pipeline.article import extract_article
from kg.pipeline.ingest import IngestReport, ingest, set_headline, set_published

__all__ = ["IngestReport", "extract_article", "ingest", "set_headline", "set_published"]
