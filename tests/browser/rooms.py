"""One page of each kind that the explorer has, by a name that a person can read.

In:  a served store that holds articles. Out: name -> path; errors are pages too.
"""

from typing import Any

from kg.model.iri import local_name
from kg.query.dataset import Dataset
from tests.browser.conftest import Site


def drawings(site: Site) -> dict[str, str]:
    """Return the explorer's views, with what opens over them."""
    event = local_name(next(e.iri for e in events(site).values()))
    views = {view: f"/?view={view}" for view in ("timeline", "network", "map", "list")}
    return views | {
        "selected": f"/?view=timeline&event={event}",
        "panel over the list": f"/?view=list&event={event}",
        "facets": "/?view=timeline&facets=open",
        "facets beside the list": "/?view=list&facets=open",
        "found": "/?view=list&q=line&kind=statement",
        "nothing fits": "/?q=nowhere-to-be-found&kind=redline",
        "by day": "/?view=list&from=2025-04-01&to=2025-04-10",
    }


def leaves(site: Site) -> dict[str, str]:
    """Return one page of each kind of thing."""
    dataset = Dataset.read(site.store)
    articles = {v.article.language: local_name(iri) for iri, v in dataset.articles.items()}
    part = next(t for t in dataset.claims.values() if t.claim.under)
    found = {f"{kind}": f"/events/{local_name(e.iri)}" for kind, e in events(site).items()}
    found |= {f"article {language}": f"/articles/{name}" for language, name in articles.items()}
    return found | {
        "articles": "/articles",
        "claim": f"/claims/{local_name(part.record.iri)}",
        "actor": f"/actors/{local_name(next(iter(dataset.actor_tellings)))}",
        "place": f"/places/{local_name(next(iter(dataset.entities.places)))}",
    }


def standing() -> dict[str, str]:
    """Return the pages that are there whatever the store holds, errors among them."""
    return {
        "sparql": "/sparql",
        "answer": "/sparql?name=who-met",
        "answer of triples": "/sparql?query=CONSTRUCT{?s ?p ?o}WHERE{?s ?p ?o}LIMIT 3",
        "answer of one word": "/sparql?query=ASK{}",
        "query with a fault": "/sparql?query=SELECT * WHERE {",
        "about": "/about",
        "ontology": "/ns",
        "code lists": "/terms/",
        "not found": "/no/such/page",
        "no such event": "/events/none",
        "not understood": "/?from=yesterday",
        "used sign-in": "/sign-in/used",
        "wrong method": "/sign-out",
    }


def events(site: Site) -> dict[str, Any]:
    """Return an event of each kind."""
    return {event.kind: event for event in Dataset.read(site.store).events.values()}


def every_room(site: Site) -> dict[str, str]:
    """Return all of them."""
    return drawings(site) | leaves(site) | standing()
