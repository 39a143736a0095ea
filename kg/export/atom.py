"""The claims that were recorded last as an Atom feed, each with its quotation and whose word it is.

In:  a `Source` with a `Filter`, a reader's `Words`, the address of the explorer if there is one.
Out: chunks of bytes (UTF-8). An entry is a claim: its IRI is the entry's id, the moment it was
recorded the entry's `updated`, the outlet its author. What articles wrote is text in it, never
markup: what XML cannot hold is replaced.
Source: RFC 4287 (Atom), RFC 5005 (paged and complete feeds).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from urllib.parse import urlencode

from kg.config import MAX_PAGE_SIZE
from kg.export.site import Notes, Site, ascii_address
from kg.model.iri import local_name
from kg.query import messages as m
from kg.query.chain import ChainStep, chain
from kg.query.dataset import Dataset
from kg.query.evidence import citation, quotation
from kg.query.filters import Filter, source_name
from kg.query.snapshot import source_of
from kg.query.source import Choice, Recent, Source
from kg.query.telling import Telling, kind_of
from kg.query.times import time_origin, time_words
from kg.query.when import telling_time
from kg.query.wording import gist, kind_word
from kg.query.words import Part, Parts, Words, clean, compose, plain_sparingly
from kg.vocabulary import RIGHT_TO_LEFT

FEED_SIZE = 50
MEDIA_TYPE = "application/atom+xml"
_NEVER = "1970-01-01T00:00:00Z"
# What XML 1.0 cannot hold.
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_WEB = ("http://", "https://")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Feed:
    """What does not change from entry to entry."""

    words: Words
    site: Site | None
    base: str


def feed_chunks(
    given: Dataset | Source,
    chosen: Filter,
    words: Words,
    *,
    base: str,
    site: Site | None = None,
    notes: Notes = (),
    after: str | None = None,
    whole: bool = False,
) -> Iterator[bytes]:
    """Yield a page of the feed, or with `whole` all claims that fit, newest first.

    `base` is the store's data base, `after` the token of the page before, `notes` the filters in
    words. Raises QueryError for a wrong token.
    """
    choice = source_of(given).select(chosen)
    feed = _Feed(words=words, site=site, base=base)
    page = choice.recent(MAX_PAGE_SIZE if whole else FEED_SIZE, after)
    following = None if whole else page.next
    yield _utf8("\n".join(_head(feed, chosen, notes, page, after, following, whole=whole)))
    for each in _pages(choice, page) if whole else (page,):
        for telling in each.tellings:
            yield _utf8("\n".join(_entry(feed, each.dataset, telling)))
    yield b"</feed>\n"


def _pages(choice: Choice, first: Recent) -> Iterator[Recent]:
    yield first
    page = first
    while page.next is not None:
        page = choice.recent(MAX_PAGE_SIZE, page.next)
        yield page


def _head(
    feed: _Feed,
    chosen: Filter,
    notes: Notes,
    page: Recent,
    after: str | None,
    following: str | None,
    *,
    whole: bool,
) -> Iterator[str]:
    args = chosen.pairs()
    language = feed.words.language
    newest = next((_moment(t) for t in page.tellings), _NEVER)
    yield '<?xml version="1.0" encoding="utf-8"?>'
    spaces = 'xmlns="http://www.w3.org/2005/Atom"'
    if whole:
        spaces += ' xmlns:fh="http://purl.org/syndication/history/1.0"'
    yield f'<feed {spaces} xml:lang="{_text(language)}">'
    identity = f"{feed.base}feed?{urlencode(args)}" if args else f"{feed.base}feed"
    yield f"<id>{_text(ascii_address(identity))}</id>"
    yield f"<title>{_text(feed.words.gettext(m.TAKEN['feed']))}</title>"
    if notes:
        said = " · ".join(f"{name}: {clean(value)}" for name, value in notes)
        yield f"<subtitle>{_text(said)}</subtitle>"
    yield f"<updated>{newest}</updated>"
    yield "<generator>Claimline</generator>"
    if whole:
        yield "<fh:complete/>"
    if feed.site is None:
        return
    yield _link("self", feed.site.page(after), MEDIA_TYPE)
    yield _link("alternate", feed.site.list_of(chosen, language), "text/html")
    if not whole:
        yield _link("first", feed.site.page(None), MEDIA_TYPE)
    if following is not None:
        yield _link("next", feed.site.page(following), MEDIA_TYPE)


def _entry(feed: _Feed, dataset: Dataset, telling: Telling) -> Iterator[str]:
    words, claim, article = feed.words, telling.claim, telling.article
    kind = kind_of(claim)
    yield "\n<entry>"
    yield f"<id>{_text(claim.iri)}</id>"
    yield f"<title>{_text(_plain(gist(dataset.entities, telling, words), words))}</title>"
    yield f"<updated>{_moment(telling)}</updated>"
    yield f"<published>{_moment(telling)}</published>"
    author = source_name(article) or words.gettext(m.NO_SOURCE)
    yield f"<author><name>{_text(clean(author))}</name></author>"
    label = kind_word(kind, telling.act, words)
    yield f'<category term="{telling.act or kind}" label="{_text(label)}"/>'
    if feed.site is not None:
        page = f"{feed.site.address}/claims/{local_name(claim.iri)}"
        there = feed.site.claim(local_name(claim.iri), words.language)
        yield _link("alternate", there, "text/html")
        yield _link("alternate", f"{page}.ttl", "text/turtle")
    if article.source is not None and article.source.lower().startswith(_WEB):
        yield _link("via", article.source)
    direction = _direction(words.language)
    yield '<content type="xhtml">'
    yield f'<div xmlns="http://www.w3.org/1999/xhtml" lang="{words.language}" dir="{direction}">'
    yield from _content(dataset, telling, words)
    yield "</div>\n</content>\n</entry>\n"


def _content(dataset: Dataset, telling: Telling, words: Words) -> Iterator[str]:
    """The quotation, on whose word it is, when, what else it tells of, how to cite it."""
    yield _quotation(telling)
    steps = "".join(
        f"<li>{_text(step.role_label)}: {_step(step)}</li>"
        for step in chain(dataset.entities, telling, words)
        if step.role != "event"
    )
    yield f"<ol>{steps}</ol>"
    when = telling_time(telling)
    times = [time_words(words, when), time_origin(words, when, telling.published)]
    yield f"<p>{' · '.join(_marked(parts) for parts in times if parts)}</p>"
    parts = [c for c in telling.view.extraction.claims if c.under == telling.claim.iri]
    told = (gist(dataset.entities, dataset.claims[part.iri], words) for part in parts)
    yield from (
        f"<p>{_marked(compose(words, m.TAKEN['tells'], what=sentence))}</p>" for sentence in told
    )
    yield f"<p>{_marked(citation(telling, words))}</p>"


def _quotation(telling: Telling) -> str:
    """The evidence in its paragraph; by itself where the article's text has changed since."""
    text, language = telling.article.text, telling.article.language
    evidence = telling.claim.evidence
    if all(text[p.start : p.end] == p.text for p in evidence):
        found = quotation(telling)
        pieces = "".join(
            f"<strong>{_text(p.text)}</strong>" if p.role == "evidence" else _text(p.text)
            for p in found.pieces
        )
        begun, ended = "… " * found.cut_before, " …" * found.cut_after
        quoted = f"{begun}{_text(found.before)}{pieces}{_text(found.after)}{ended}"
    else:
        quoted = _text(" … ".join(p.text for p in evidence))
    return f'<blockquote{_in(language)} dir="{_direction(language)}"><p>{quoted}</p></blockquote>'


def _step(step: ChainStep) -> str:
    verbs = " … ".join(_marked((verb,)) for verb in step.verbs if verb.text)
    return _marked(step.name) + (f" ({verbs})" if verbs else "")


def _marked(parts: Parts) -> str:
    """Composed words, each piece from elsewhere apart in its own language and direction."""
    return "".join(_text(p.text) if p.role == "text" else _apart(p) for p in parts)


def _apart(part: Part) -> str:
    return f"<bdi{_in(part.language)}>{_text(clean(part.text))}</bdi>"


def _in(language: str) -> str:
    return f' lang="{_text(language)}" xml:lang="{_text(language)}"'


def _direction(language: str) -> str:
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"


def _plain(parts: Parts, words: Words) -> str:
    return plain_sparingly(parts, words.language)


def _moment(telling: Telling) -> str:
    return _text(telling.view.recorded[telling.claim.iri])


def _link(relation: str, address: str, media_type: str = "") -> str:
    kind = f' type="{media_type}"' if media_type else ""
    return f'<link rel="{relation}" href="{_text(ascii_address(address))}"{kind}/>'


def _text(text: str) -> str:
    """Text between tags or in an attribute."""
    return escape(_UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", text))


def _utf8(text: str) -> bytes:
    return text.encode("utf-8")
