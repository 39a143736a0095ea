"""The articles: their list, the page on which one is read, and setting its day of publication."""

from flask import Blueprint, Response, render_template

from .links import outward, page_path
from .paging import page_of
from .state import state

bp = Blueprint("articles", __name__)


@bp.get("/articles")
def listing() -> Response:
    """The articles, newest publication first."""
    found = state().store.articles()
    page = page_of(found, lambda article: article.iri)
    text = render_template(
        "articles.html",
        articles=[
            {"summary": a, "href": page_path(a.iri), "source": outward(a.source)}
            for a in page.entries
        ],
        total=len(found),
        next=page.next,
    )
    return page.announce(Response(text))
