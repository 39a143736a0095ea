"""Is an article with its claims as it has to be? Plain checks, one article at a time.

* its graphs hold IRIs and literals only, and belong together: every claim's graph to a claim of the
  article, every claim to a graph;
* the shapes hold;
* the text has the digest that is stored, and every passage is the words at its offsets (one cut
  from an older text says so and is let be; without the text nothing can be said of passages);
* every date is a day of the calendar, no time ends before it begins.

In:  an article's quads by graph, the registry. Out: findings; none when all is well.
"""

import dataclasses
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from kg.model.article import text_digest
from kg.model.day import Day
from kg.model.iri import local_name
from kg.store.gathered import Gathered
from kg.store.shapes import Broken, Layer, Layers, shapes
from kg.store.view import Node
from kg.vocabulary import CLM, OA, RDF, SCHEMA

_ARTICLE = Node(CLM.article)
_DATE = Node("http://www.w3.org/2001/XMLSchema#date")
_DIGEST = Node(CLM.digest)
_EARLIEST, _LATEST = Node(CLM.earliest), Node(CLM.latest)
_END, _EXACT, _START = Node(OA.end), Node(OA.exact), Node(OA.start)
_PASSAGE = Node(CLM.Passage)
_PASSAGES = Node(CLM.passage)
_TEXT = Node(SCHEMA.text)
_TYPE = Node(RDF.type)
_WITHDRAWN_AT = Node(CLM.withdrawnAt)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is not as it should be. `kind` is for programs, `message` for people."""

    kind: str
    subject: str
    message: str
    warning: bool = False


def check_article(article: Node, view: Gathered, registry: Layer) -> Iterator[Finding]:
    """Yield what is wrong with an article and its claims."""
    home = view.layer(article)
    if Node(CLM.Article) not in home.about.get(article, {}).get(_TYPE, ()):
        yield Finding(
            kind="stray-graph",
            subject=article.value,
            message=f"The graph <{article.value}> has the name of an article and describes none.",
        )
        return
    for graph, quads in view.graphs.items():
        yield from blank_nodes(graph, quads)
    claims = {c for c in home.back(_ARTICLE, article) if isinstance(c, Node)}
    yield from _membership(article, claims, view)
    yield from _shapes(article, claims, view, registry)
    yield from _passages(article, view)
    for graph, quads in view.graphs.items():
        yield from _dates(graph, quads)
        yield from _order(view.layer(graph))


def blank_nodes(graph: Node, quads: Iterable[ox.Quad]) -> Iterator[Finding]:
    """Yield the quads of a managed graph that hold anything but IRIs and literals."""
    for quad in quads:
        if not isinstance(quad.subject, Node) or not isinstance(quad.object, Node | ox.Literal):
            yield Finding(
                kind="blank-node",
                subject=graph.value,
                message=f"The graph <{graph.value}> holds {quad.triple}, and managed graphs hold "
                "IRIs and literals only.",
            )


def _membership(article: Node, claims: set[Node], view: Gathered) -> Iterator[Finding]:
    own = f"{local_name(article.value)}-"
    for claim in sorted(claims ^ (view.graphs.keys() - {article}), key=lambda n: n.value):
        told = claim in claims
        says = "has no graph of its own" if told else f"is no claim of <{article.value}>"
        yield Finding(
            kind="lost-claim" if told else "stray-graph",
            subject=claim.value,
            message=f"<{claim.value}> {says}.",
        )
    for claim in claims:
        if not local_name(claim.value).startswith(own):
            yield Finding(
                kind="foreign-claim",
                subject=claim.value,
                message=f"<{claim.value}> stands in <{article.value}> without bearing its name.",
            )


def _shapes(article: Node, claims: set[Node], view: Gathered, registry: Layer) -> Iterator[Finding]:
    """Hold the article with its standing claims against the shapes, all of it merged.

    Withdrawn ones come from other texts and may tell the same event otherwise: what breaks with
    them is worth a warning. Of a withdrawn article all are withdrawn, and belong together.
    """
    home = view.layer(article)
    withdrawn = {c for c in claims if _WITHDRAWN_AT in home.about.get(c, {})}
    standing = claims - withdrawn or claims
    told = Layer(q for claim in standing for q in view.graphs.get(claim, ()))
    foci = dict.fromkeys([*told.about, *home.about])
    for gone in withdrawn - standing:
        for focus in (gone, *home.about.get(gone, {}).get(_PASSAGES, ())):
            foci.pop(focus, None)
    for broken in shapes().broken(Layers(told, home, registry), foci):
        yield _told(broken, article)
    if withdrawn - standing:
        every = Layer(q for claim in claims for q in view.graphs.get(claim, ()))
        gone_too = [s for claim in withdrawn for s in view.layer(claim).about]
        for broken in shapes().broken(Layers(every, home, registry), gone_too):
            yield dataclasses.replace(_told(broken, article), warning=True)


def check_registry(registry: Layer) -> Iterator[Finding]:
    """Yield what is wrong with the actors and places that are known to all articles."""
    for broken in shapes().broken(Layers(registry), registry.about):
        yield _told(broken, None)


def _told(broken: Broken, article: Node | None) -> Finding:
    where = f" (in <{article.value}>)" if article else " (in the registry)"
    return Finding(
        kind=f"shape:{broken.shape}",
        subject=broken.focus,
        message=f"<{broken.focus}>{where}: {broken.message}",
        warning=broken.warning,
    )


def _passages(article: Node, view: Gathered) -> Iterator[Finding]:
    home = view.layer(article)
    texts = home.about[article].get(_TEXT, ())
    if not texts:
        return
    text, digests = texts[0].value, home.about[article].get(_DIGEST, ())
    digest = digests[0].value if digests else ""
    if text_digest(text) != digest:
        yield Finding(
            kind="changed-text",
            subject=article.value,
            message=f"The text of <{article.value}> is not the one whose digest is stored.",
        )
        return
    for passage in home.back(_TYPE, _PASSAGE):
        if any(cut.value != digest for cut in home.about[passage].get(_DIGEST, ())):
            continue
        words = home.about.get(Node(f"{passage.value}#quote"), {}).get(_EXACT, ())
        position = home.about.get(Node(f"{passage.value}#position"), {})
        start, end = position.get(_START, ()), position.get(_END, ())
        if not (words and start and end):
            continue  # the shapes tell
        if not _stands(text, words[0].value, start[0].value, end[0].value):
            yield Finding(
                kind="wrong-passage",
                subject=passage.value,
                message=f"The passage <{passage.value}> quotes words that do not stand at its "
                "offsets in the article.",
            )


def _stands(text: str, words: str, start: str, end: str) -> bool:
    try:
        return text[int(start) : int(end)] == words
    except ValueError:
        return False


def _dates(graph: Node, quads: list[ox.Quad]) -> Iterator[Finding]:
    for quad in quads:
        value = quad.object
        if isinstance(value, ox.Literal) and value.datatype == _DATE:
            try:
                Day.parse(value.value)
            except ValueError as error:
                yield Finding(
                    kind="wrong-date",
                    subject=getattr(quad.subject, "value", graph.value),
                    message=f"A date in <{graph.value}> is none: {error}.",
                )


def _order(layer: Layer) -> Iterator[Finding]:
    for span, said in layer.about.items():
        if _EARLIEST in said and _LATEST in said:
            try:
                first, last = (Day.parse(said[end][0].value) for end in (_EARLIEST, _LATEST))
            except ValueError:
                continue  # told already
            if last < first:
                yield Finding(
                    kind="wrong-date",
                    subject=span.value,
                    message=f"The time <{span.value}> ends on {last}, before it begins on {first}.",
                )
