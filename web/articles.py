"""The articles: their list, the page on which one is read, and setting its day of publication."""

from flask import Blueprint, Response, redirect, render_template, request
from werkzeug.wrappers import Response as BaseResponse

from kg.config import PAGE_SIZE
from kg.errors import QueryError
from kg.export.references import ENDINGS as REFERENCES
from kg.export.references import MEDIA_TYPES, references_of
from kg.model.day import Day
from kg.model.document import to_document
from kg.pipeline import set_published
from kg.pipeline.blocks import blocks_of
from kg.query.article_list import list_articles
from kg.query.detail import ArticleDetail, article_detail
from kg.query.words import isolate

from .catalogue import mark
from .gate import require_writer
from .i18n import gettext, words
from .links import data_iri, outward, page_path
from .negotiate import split_ending
from .paging import announce, next_address, number
from .reading import ReadingBlock, reading_blocks
from .retelling import retold
from .state import library, state
from .things import DATA_ENDINGS, data_answer

bp = Blueprint("articles", __name__)
# Where a day of publication is known from, in words; another word is shown as it is.
KNOWN_FROM = {
    "front-matter": mark("the head of its file"),
    "user": mark("a person who set it"),
    "feed": mark("the feed that told of it"),
    "meta": mark("the metadata of its page"),
    "time": mark("a time given in its page"),
    "text": mark("the words of its page"),
}
# Where the encoding of its bytes is known from; a guess is a warning.
_ENCODED = {
    "given": mark("%(encoding)s, as it was given"),
    "page": mark("%(encoding)s, as its page says"),
    "mark": mark("%(encoding)s, by the mark at its beginning"),
    "fits": mark("%(encoding)s, which every byte fits"),
    "words": mark("%(encoding)s, by the words that it makes"),
    "guess": mark("%(encoding)s, a guess"),
}


@bp.get("/articles")
def listing() -> Response:
    """The articles, newest publication first."""
    page = list_articles(library(), number("limit", PAGE_SIZE), request.args.get("after"))
    following = next_address(page.next)
    text = render_template(
        "articles.html",
        articles=[
            {"summary": a, "href": page_path(a.iri), "source": outward(a.source)}
            for a in page.entries
        ],
        total=page.total,
        next=following,
    )
    return announce(Response(text), following)


@bp.get("/articles/<name>")
def article(name: str) -> Response:
    """An article with its evidence marked."""
    bare_name, ending = split_ending(name, (*REFERENCES, *DATA_ENDINGS))
    iri = data_iri("article", bare_name)
    if ending in REFERENCES:
        return _reference(iri, bare_name, ending)
    if ending:
        view = library().article(iri).get_article(iri)
        claims = {claim.iri for claim in view.extraction.claims if claim.under is None}
        return data_answer(ending, claims, lambda: to_document(view.extraction))
    detail = article_detail(library(), iri, words())
    text = render_template(
        "article.html",
        article=detail,
        blocks=_blocks(iri, detail),
        source=outward(detail.source),
        known_from=KNOWN_FROM.get(detail.published_from or "", detail.published_from),
        encoded=_encoded(detail),
        warnings=[retold(warning) for warning in detail.warnings],
    )
    return Response(text)


def _reference(iri: str, name: str, ending: str) -> Response:
    """The article as a reference for a bibliography."""
    form = REFERENCES[ending]
    known = library().article(iri).get_article(iri).article
    answer = Response(b"".join(references_of([known], form)), mimetype=MEDIA_TYPES[form])
    answer.headers["Content-Disposition"] = f'attachment; filename="claimline-{name}{ending}"'
    return answer


def _encoded(detail: ArticleDetail) -> str | None:
    said = _ENCODED.get(detail.encoding_from or "")
    return gettext(said, encoding=isolate(detail.encoding)) if said and detail.encoding else None


def _blocks(iri: str, detail: ArticleDetail) -> list[ReadingBlock]:
    article = library().article(iri).get_article(iri).article
    return reading_blocks(blocks_of(article), detail.segments, detail.claims)


@bp.post("/articles/<name>/published")
def publish(name: str) -> BaseResponse:
    """Set the day of publication (form field `published`, an ISO day; empty = not known)."""
    require_writer(state().gate)
    text = request.form.get("published")
    if text is None:
        raise QueryError("The form has no field `published`: send a day such as 2025-04-10.")
    iri = data_iri("article", name)
    set_published(state().store, iri, _day(text.strip()), at=state().clock())
    return redirect(page_path(iri), 303)


def _day(text: str) -> Day | None:
    try:
        return Day.parse(text) if text else None
    except ValueError as error:
        raise QueryError(f"published={text[:80]!r}: {error}.") from error
