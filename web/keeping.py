"""What a signed-in browser does with what is stored: facts of an article, removing, reviewing.

An article is withdrawn, never erased: it can come back. Erasing is for the command line
(`claimline remove --purge`). Each decision on a claim is signed as made on the web.
"""

from flask import Blueprint, Response, redirect, render_template, request
from werkzeug.wrappers import Response as BaseResponse

from kg.errors import KgError, NotFound, QueryError
from kg.model.article import Article, SourceText
from kg.pipeline.ingest import set_headline, store_found
from kg.pipeline.known import choice_of_removed
from kg.pipeline.reading import Job
from kg.query.set_aside import rejected_claims, removed_articles

from .catalogue import mark
from .gate import require_browser, require_writer
from .links import data_iri, page_path
from .readers import readers_for
from .said import said
from .state import state

bp = Blueprint("keeping", __name__)
_SIGNER = "web"
_NO_TITLE = mark("A title needs a word. Give the article's headline.")
_NO_VERDICT = mark("The form has no field `verdict`: send accept or reject.")


@bp.get("/articles/removed")
def removed() -> Response:
    """The articles that were removed, each with a way back."""
    require_browser(state().gate)
    entries = [
        {"article": one, "action": f"{page_path(one.iri)}/return"}
        for one in removed_articles(state().store)
    ]
    return Response(render_template("removed.html", entries=entries, done=request.args.get("done")))


@bp.get("/articles/<name>/remove")
def ask_removal(name: str) -> Response:
    """Ask before an article is removed."""
    require_browser(state().gate)
    iri = data_iri("article", name)
    summary = state().store.summary(iri)
    if summary is None:
        raise NotFound(f"There is no article {iri} in this store, or it was removed.")
    page = render_template("remove.html", summary=summary, href=page_path(iri))
    return Response(page)


@bp.post("/articles/<name>/remove")
def remove(name: str) -> BaseResponse:
    """Withdraw an article: its claims leave every view; sent twice, it changes nothing."""
    require_writer(state().gate)
    iri = data_iri("article", name)
    state().store.withdraw(iri, at=state().clock())
    return redirect("/articles/removed?done=1", 303)


@bp.post("/articles/<name>/return")
def bring_back(name: str) -> BaseResponse:
    """Add a removed article again, from the text that was kept, read by whoever read it before."""
    require_writer(state().gate)
    iri = data_iri("article", name)
    store = state().store
    if store.summary(iri) is not None:
        return redirect(page_path(iri), 303)
    article = store.extraction(iri).article
    choice = choice_of_removed(store, iri)
    job = Job(name=article.title, source=_source(article), article_iri=iri, choice=choice)
    found = readers_for(store.base).read(job)
    if isinstance(found, KgError):
        raise found
    if found.extraction is not None:
        store_found(found.source, found.extraction, store, at=state().clock())
    return redirect(page_path(iri), 303)


@bp.post("/articles/<name>/facts")
def facts(name: str) -> BaseResponse:
    """Correct an article's title and publisher."""
    require_writer(state().gate)
    fields = said(request.form)
    if not fields["title"]:
        raise QueryError(_NO_TITLE)
    iri = data_iri("article", name)
    set_headline(
        state().store,
        iri,
        title=fields["title"],
        publisher=fields["publisher"],
        at=state().clock(),
    )
    return redirect(page_path(iri), 303)


@bp.post("/claims/<name>/review")
def review(name: str) -> BaseResponse:
    """Accept or reject a claim (form field `verdict`); accepting brings a rejected one back."""
    require_writer(state().gate)
    iri = data_iri("claim", name)
    verdict = request.form.get("verdict")
    at = state().clock()
    if verdict == "accept":
        state().store.decide("accept", iri, by=_SIGNER, at=at)
        return redirect(page_path(iri), 303)
    if verdict != "reject":
        raise QueryError(_NO_VERDICT)
    state().store.decide("reject", iri, by=_SIGNER, at=at)
    # The claim has no page any more; its article says how to restore it.
    return redirect(f"{page_path(data_iri('article', name.partition('-')[0]))}#rejected", 303)


@bp.app_template_global()
def rejected_of(article_iri: str) -> list[dict[str, str]]:
    """Return an article's rejected claims, each with the address that restores it."""
    claims = rejected_claims(state().store, article_iri)
    return [{"words": c.words, "action": f"{page_path(c.iri)}/review"} for c in claims]


def _source(article: Article) -> SourceText:
    return SourceText(
        name=article.title,
        text=article.text,
        title=article.title,
        language=article.language,
        published=article.published,
        published_from=article.published_from,
        publisher=article.publisher,
        source=article.source,
        notes=article.warnings,
        encoding=article.encoding,
        encoding_from=article.encoding_from,
    )
