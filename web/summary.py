"""Previews as the page and its script show them.

In:  an `Entry` of the shelf. Out: values for the templates; the same in plain words as JSON.
"""

from typing import Any

from kg.model.extraction import Extraction
from kg.model.iri import local_name
from kg.pipeline.blocks import blocks_of
from kg.query.dataset import Dataset
from kg.query.things import ArticleClaim, article_detail
from kg.store.base import PutReport

from .articles import KNOWN_FROM
from .i18n import gettext, words
from .links import page_path
from .reading import ReadingBlock, reading_blocks
from .retelling import retold, retold_error
from .shelf import Entry, Part
from .state import state

Json = dict[str, Any]
# A preview is to be looked at, not to hold a whole book; the counts are of all of it.
_MOST_SHOWN = 60_000
_FLAG = "--published"


def entry_view(entry: Entry) -> Json:
    """Return what the page shows of a source."""
    reports = {report.article: report for report in entry.stored or ()}
    parts = [part_view(part, reports.get(part.found.iri)) for part in entry.parts]
    wrong = entry.error or entry.failed
    return {
        "name": entry.name,
        "errors": retold_error(wrong) if wrong else [],
        "of_language": wrong is not None and wrong.code == "cannot-extract",
        "parts": parts,
        "stored": entry.stored is not None,
        "sheet": entry.sheet is not None,
    }


def part_view(part: Part, report: PutReport | None) -> Json:
    """Return what the page shows of an article: `report` is of storing it, None before that."""
    extraction = _extraction(part)
    source = part.found.source
    dataset = Dataset([extraction], base=state().store.base)
    detail = article_detail(dataset, part.found.iri, words())
    relative = [c.time for c in extraction.claims if c.time and c.time.basis == "relative"]
    blocks = reading_blocks(blocks_of(extraction.article), detail.segments, detail.claims)
    shown = _beginning(blocks)
    return {
        "article": detail,
        "blocks": shown,
        "cut": len(shown) < len(blocks),
        "claims": sum(1 for c in extraction.claims if c.under is None),
        "guessed": source.language is None,
        "known_from": KNOWN_FROM.get(source.published_from or "", source.published_from),
        "relative": list(dict.fromkeys(t.text for t in relative if t.text))[:12],
        # That one is said in the page's own words, beside the field that mends it.
        "warnings": [retold(w) for w in extraction.warnings if _FLAG not in w],
        "says": _did(report) if report else _would(part),
        "outcome": report.outcome if report else part.foreseen.outcome,
        "same": [_named(iri) for iri in part.foreseen.same_text],
        "near": [_named(iri) for iri in part.foreseen.copy_of],
        "leaving": _leaving(part),
        "href": page_path(part.found.iri),
        "explorer": f"/?source={local_name(part.found.iri)}",
    }


def _beginning(blocks: list[ReadingBlock]) -> list[ReadingBlock]:
    length, shown = 0, list[ReadingBlock]()
    for block in blocks:
        length += sum(len(piece.text) for piece in block.pieces)
        if shown and length > _MOST_SHOWN:
            break
        shown.append(block)
    return shown


def facts_of(part: Part) -> Json:
    """Return the facts of an article as the fields of the form have them."""
    source, article = part.found.source, _extraction(part).article
    return {
        "title": source.title or article.title,
        "published": str(source.published) if source.published else "",
        "lang": source.language or "",
        "guessed": article.language,
        "publisher": source.publisher or "",
        "source": source.source or "",
    }


def entry_document(view: Json) -> Json:
    """Return an entry for the page's script: words only."""
    return {
        "name": view["name"],
        "errors": [{"text": e.text, "lang": e.language} for e in view["errors"]],
        "stored": view["stored"],
        "articles": [
            {
                "title": part["article"].title,
                "language": part["article"].language,
                "published": part["article"].published,
                "claims": part["claims"],
                "says": part["says"],
                "outcome": part["outcome"],
                "warnings": [{"text": w.text, "lang": w.language} for w in part["warnings"]],
                "undatable": [] if part["article"].published else part["relative"],
                "same": [same["title"] for same in (*part["same"], *part["near"])],
                "href": part["href"],
                "explorer": part["explorer"],
            }
            for part in view["parts"]
        ],
    }


def _would(part: Part) -> str:
    seen = part.foreseen
    if seen.outcome == "unchanged":
        return gettext("This text is stored already, with all that is said of it: nothing changes.")
    if seen.outcome == "added":
        return gettext("It would be added. New claims: %(new)s.", new=seen.added)
    return gettext(
        "It would take the place of the text stored for this article. "
        "New claims: %(new)s; staying: %(kept)s; withdrawn: %(left)s.",
        new=seen.added,
        kept=seen.kept,
        left=len(seen.leaving),
    )


def _did(report: PutReport) -> str:
    if report.outcome == "unchanged":
        return gettext("It was stored already: nothing changed.")
    if report.outcome == "added":
        return gettext("Added. New claims: %(new)s.", new=report.added)
    return gettext(
        "Replaced. New claims: %(new)s; staying: %(kept)s; withdrawn: %(left)s.",
        new=report.added,
        kept=report.kept,
        left=report.withdrawn,
    )


def _leaving(part: Part) -> list[ArticleClaim]:
    """The claims that the new text no longer gives, in words."""
    before = part.foreseen.before
    if before is None or not part.foreseen.leaving:
        return []
    gone = {claim.iri for claim in part.foreseen.leaving}
    detail = article_detail(Dataset([before], base=state().store.base), before.article.iri, words())
    return [claim for claim in detail.claims if claim.iri in gone]


def _named(iri: str) -> dict[str, str]:
    summary = state().store.summary(iri)
    title = summary.title if summary else iri
    language = summary.language if summary else "en"
    return {"title": title, "language": language, "href": page_path(iri)}


def _extraction(part: Part) -> Extraction:
    if part.found.extraction is None:
        raise ValueError("a preview without an extraction")
    return part.found.extraction
