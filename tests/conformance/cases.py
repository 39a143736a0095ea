"""The protocols as a table: what is sent, and what the specifications say must come back.

A case is one request. `before` are updates that make the state it needs, `after` an ASK that must
hold behind it. Written from the text of the specifications; section numbers stand in the comments.
Sources: SPARQL 1.1 Protocol; SPARQL 1.1 Graph Store HTTP Protocol; RFC 9110; RFC 6750.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote, urlencode

JSON = "application/sparql-results+json"
XML = "application/sparql-results+xml"
CSV = "text/csv"
TSV = "text/tab-separated-values"
TURTLE = "text/turtle"
NT = "application/n-triples"
JSONLD = "application/ld+json"
RDFXML = "application/rdf+xml"
FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
BASE = "https://w3id.org/claimline/id/"
MERGED = f"{BASE}graph/merged"
MANAGED = [MERGED, *(f"{BASE}graph/{n}" for n in ("registry", "decisions", "proposals", "meta"))]
MANAGED += [f"{BASE}claim/x", f"{BASE}article/x"]

ASK = "ASK {}"
SELECT = "SELECT (1 AS ?one) {}"
CONSTRUCT = "CONSTRUCT { <x:s> <x:p> <x:o> } {}"
DESCRIBE = "DESCRIBE <x:s>"
TWO = (
    "DROP ALL ; INSERT DATA { GRAPH <x:g1> { <x:a> a <x:One> } GRAPH <x:g2> { <x:b> a <x:Two> } "
    "GRAPH <x:g3> { <x:c> a <x:Three> } }"
)
DATA = b"<x:s> <x:p> <x:o> ."


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One request and its answer. `status` is exact; None = not looked at."""

    name: str
    method: str = "GET"
    path: str = "/sparql"
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None
    writer: bool = False
    status: int = 200
    type: str | None = None
    holds: bool | None = None
    contains: bytes | None = None
    sent: Mapping[str, str] = field(default_factory=dict)
    before: tuple[str, ...] = ()
    after: str | None = None


def get(query: str, *pairs: tuple[str, str]) -> str:
    """Return the path of a query by GET."""
    return f"/sparql?{urlencode([('query', query), *pairs])}"


def form(*pairs: tuple[str, str]) -> bytes:
    """Return the body of a form."""
    return urlencode(pairs).encode()


def post(kind: str, **more: str) -> dict[str, str]:
    """Return the headers of a body of this kind."""
    return {"Content-Type": kind, **more}


def graph(iri: str) -> str:
    """Return the indirect address of a graph."""
    return f"/graphs?graph={quote(iri, safe='')}"


# 2.1 Query operation
QUERIES = [
    Case(name="query by GET", path=get(ASK), type=JSON, holds=True),
    Case(
        name="query by form",
        method="POST",
        headers=post(FORM),
        body=form(("query", ASK)),
        holds=True,
    ),
    Case(name="query directly", method="POST", headers=post(QUERY), body=b"ASK {}", holds=True),
    Case(
        name="query directly, charset named",
        method="POST",
        headers=post(f"{QUERY}; charset=utf-8"),
        body='ASK { FILTER("é" = "\\u00E9") }'.encode(),
        holds=True,
    ),
    Case(
        name="a form's percent signs are decoded once",
        method="POST",
        headers=post(FORM),
        body=form(("query", 'ASK { FILTER(STRLEN("%25") = 3) }')),
        holds=True,
    ),
    Case(name="HEAD of a query", method="HEAD", path=get(ASK), type=JSON),
    Case(
        name="a relative IRI is of the endpoint's",
        path=get('ASK { FILTER(STRENDS(STR(<x>), "/x") && STRSTARTS(STR(<x>), "http://127")) }'),
        holds=True,
    ),
    # 2.1.4 datasets: the protocol's parameters stand above the query's own
    Case(
        name="default-graph-uri",
        path=get("ASK { <x:a> a <x:One> }", ("default-graph-uri", "x:g1")),
        before=(TWO,),
        holds=True,
    ),
    Case(
        name="two default-graph-uri are merged",
        path=get(
            "ASK { <x:a> a <x:One> . <x:b> a <x:Two> FILTER NOT EXISTS { GRAPH ?g { ?s ?p ?o } } }",
            ("default-graph-uri", "x:g1"),
            ("default-graph-uri", "x:g2"),
        ),
        before=(TWO,),
        holds=True,
    ),
    Case(
        name="named-graph-uri leaves the default graph empty",
        path=get(
            "ASK { GRAPH <x:g1> { <x:a> a <x:One> } FILTER NOT EXISTS { ?s ?p ?o } "
            "FILTER NOT EXISTS { GRAPH <x:g2> { ?s ?p ?o } } }",
            ("named-graph-uri", "x:g1"),
        ),
        before=(TWO,),
        holds=True,
    ),
    Case(
        name="default and named graphs by form",
        method="POST",
        headers=post(FORM),
        body=form(
            ("query", "ASK { <x:a> a <x:One> GRAPH ?g { <x:b> a <x:Two> } }"),
            ("default-graph-uri", "x:g1"),
            ("named-graph-uri", "x:g2"),
        ),
        before=(TWO,),
        holds=True,
    ),
    Case(
        name="datasets of a direct query stand in the address",
        method="POST",
        path="/sparql?default-graph-uri=x:g1&named-graph-uri=x:g2",
        headers=post(QUERY),
        body=b"ASK { <x:a> a <x:One> GRAPH <x:g2> { <x:b> a <x:Two> } }",
        before=(TWO,),
        holds=True,
    ),
    Case(
        name="parameters stand above FROM",
        path=get(
            f"ASK FROM <{BASE}graph/meta> {{ <x:a> a <x:One> }}", ("default-graph-uri", "x:g1")
        ),
        before=(TWO,),
        holds=True,
    ),
    Case(name="a graph that is no IRI", path=get(ASK, ("default-graph-uri", "a b")), status=400),
    Case(
        name="a graph that is not there is empty",
        path=get("ASK { ?s ?p ?o }", ("default-graph-uri", "x:nowhere")),
        holds=False,
    ),
    # 2.1.5 and 2.1.6 errors
    Case(name="an address not in UTF-8", path="/sparql?query=ASK%7B%22%FF%22%7D", status=400),
    Case(name="another method", method="PUT", path=get(ASK), status=405),
    Case(name="two queries", path=get(ASK, ("query", SELECT)), status=400),
    Case(
        name="two queries by form",
        method="POST",
        headers=post(FORM),
        body=form(("query", ASK), ("query", ASK)),
        status=400,
    ),
    Case(name="another type", method="POST", headers=post("text/plain"), body=b"ASK{}", status=415),
    Case(name="no type", method="POST", body=b"ASK {}", status=415),
    Case(
        name="a form without a query",
        method="POST",
        headers=post(FORM),
        body=form(("q", ASK)),
        status=400,
    ),
    Case(name="not UTF-8", method="POST", headers=post(QUERY), body=b'ASK {"\xff"}', status=400),
    Case(
        name="a form not in UTF-8",
        method="POST",
        headers=post(FORM),
        body=b"query=ASK%20%7B%20FILTER(%22%FF%22%3D%22a%22)%20%7D",
        status=400,
    ),
    Case(
        name="in another charset",
        method="POST",
        headers=post(f"{QUERY}; charset=utf-16"),
        body="ASK {}".encode("utf-16"),
        status=415,
    ),
    Case(
        name="a syntax error has line and column",
        path=get("ASK {\n ?s ?p }"),
        status=400,
        type="application/json",
        contains=b'"line":2',
    ),
    Case(name="an update as a query", path=get("CLEAR ALL"), status=400),
    Case(name="an update by GET", path="/sparql?update=CLEAR%20ALL", status=400),
    Case(
        name="SERVICE is refused", path=get("ASK { SERVICE <http://127.0.0.1:9/> {} }"), status=403
    ),
    Case(name="FROM outside is refused", path=get("ASK FROM <http://127.0.0.1:9/> {}"), status=403),
]

# 2.1.5 content negotiation
_FORMATS = [
    (SELECT, ROW, ROW) for ROW in (JSON, XML, CSV, TSV)
] + [
    (SELECT, "application/json", JSON),
    (SELECT, "*/*", JSON),
    (SELECT, "application/*;q=0.5", JSON),
    (SELECT, f"{CSV};q=0.2, {XML};q=0.9", XML),
    (SELECT, f"{JSON};q=0, {TSV}", TSV),
    (ASK, JSON, JSON),
    (ASK, XML, XML),
    (CONSTRUCT, TURTLE, TURTLE),
    (CONSTRUCT, NT, NT),
    (CONSTRUCT, JSONLD, JSONLD),
    (CONSTRUCT, RDFXML, RDFXML),
    (CONSTRUCT, "*/*", TURTLE),
    (CONSTRUCT, f"{TURTLE};q=0.1, {NT};q=0.3", NT),
    (CONSTRUCT, f"{JSON}, {RDFXML};q=0.5", RDFXML),
    (DESCRIBE, TURTLE, TURTLE),
]  # fmt: skip
NEGOTIATION = [
    Case(name=f"{query.split()[0]} as {accept}", path=get(query), headers={"Accept": accept},
         type=kind)
    for query, accept, kind in _FORMATS
] + [
    Case(name=f"{query.split()[0]} not as {accept}", path=get(query),
         headers={"Accept": accept}, status=406)
    for query, accept in ((SELECT, TURTLE), (ASK, NT), (CONSTRUCT, CSV), (CONSTRUCT, JSON),
                          (SELECT, "image/png"), (SELECT, "application/trig"))
]  # fmt: skip

# 2.2 Update operation
_COPY = "INSERT { GRAPH <x:new> { ?s a <x:Seen> } } WHERE { ?s a ?t }"
_SEEN = "GRAPH <x:new> {{ <x:{}> a <x:Seen> }}"
_WITHOUT = "FILTER NOT EXISTS {{ GRAPH <x:new> {{ <x:{}> a <x:Seen> }} }}"


def _update(name: str, text: str, *pairs: tuple[str, str], **more: object) -> Case:
    body = form(("update", text), *pairs)
    return Case(
        **{"name": name, "method": "POST", "headers": post(FORM), "body": body, "writer": True,
           "status": 204, **more}
    )  # fmt: skip


UPDATES = [
    _update("update by form", "INSERT DATA { GRAPH <x:g> { <x:s> <x:p> 1 } }",
            before=("DROP ALL",), after="ASK { GRAPH <x:g> { <x:s> <x:p> 1 } }"),
    Case(name="update directly", method="POST", headers=post(UPDATE), writer=True, status=204,
         body=b"INSERT DATA { GRAPH <x:g> { <x:s> <x:p> 2 } }",
         before=("DROP ALL",), after="ASK { GRAPH <x:g> { <x:s> <x:p> 2 } }"),
    Case(name="update directly, charset named", method="POST", writer=True, status=204,
         headers=post(f"{UPDATE}; charset=UTF-8"),
         body='INSERT DATA { GRAPH <x:g> { <x:s> <x:p> "é" } }'.encode(),
         before=("DROP ALL",), after='ASK { GRAPH <x:g> { <x:s> <x:p> "\\u00E9" } }'),
    _update("a relative IRI in data", "INSERT DATA { GRAPH <x:g> { <x:s> <x:p> <t> } }",
            before=("DROP ALL",),
            after='ASK { GRAPH <x:g> { ?s ?p ?o } FILTER(STRSTARTS(STR(?o), "http://127")) }'),
    _update("PREFIX behind a semicolon",
            "PREFIX e: <x:> DROP ALL ; PREFIX f: <x:> INSERT DATA { GRAPH e:g { f:s f:p 3 } } ;",
            after="ASK { GRAPH <x:g> { <x:s> <x:p> 3 } }"),
    # 2.2.3 datasets
    _update("using-graph-uri", _COPY, ("using-graph-uri", "x:g1"), before=(TWO,),
            after=f"ASK {{ {_SEEN.format('a')} {_WITHOUT.format('b')} }}"),
    _update("two using-graph-uri", _COPY, ("using-graph-uri", "x:g1"), ("using-graph-uri", "x:g2"),
            before=(TWO,),
            after=f"ASK {{ {_SEEN.format('a')} {_SEEN.format('b')} {_WITHOUT.format('c')} }}"),
    _update("using-named-graph-uri",
            "INSERT { GRAPH <x:new> { ?s a <x:Seen> } } WHERE { GRAPH ?g { ?s a ?t } }",
            ("using-named-graph-uri", "x:g1"), before=(TWO,),
            after=f"ASK {{ {_SEEN.format('a')} {_WITHOUT.format('b')} }}"),
    _update("both", "INSERT { GRAPH <x:new> { ?s a <x:Seen> . ?t a <x:Seen> } } "
            "WHERE { ?s a <x:One> GRAPH ?g { ?t a <x:Two> } }",
            ("using-graph-uri", "x:g1"), ("using-named-graph-uri", "x:g2"), before=(TWO,),
            after=f"ASK {{ {_SEEN.format('a')} {_SEEN.format('b')} }}"),
    Case(name="using-graph-uri of a direct update", method="POST", writer=True, status=204,
         path="/sparql?using-graph-uri=x:g2", headers=post(UPDATE), body=_COPY.encode(),
         before=(TWO,), after=f"ASK {{ {_SEEN.format('b')} {_WITHOUT.format('a')} }}"),
    _update("DELETE WHERE with using-named-graph-uri",
            "DELETE WHERE { GRAPH <x:g1> { ?s ?p ?o } }", ("using-named-graph-uri", "x:g1"),
            before=(TWO,), after="ASK { FILTER NOT EXISTS { GRAPH <x:g1> { ?s ?p ?o } } }"),
    _update("using-graph-uri with USING", _COPY.replace("WHERE", "USING <x:g1> WHERE"),
            ("using-graph-uri", "x:g1"), before=(TWO,), status=400),
    _update("using-graph-uri with WITH", "WITH <x:g1> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
            ("using-graph-uri", "x:g1"), before=(TWO,), status=400,
            after="ASK { GRAPH <x:g1> { ?s ?p ?o } }"),
    _update("using-named-graph-uri with USING NAMED",
            _COPY.replace("WHERE", "USING NAMED <x:g1> WHERE"),
            ("using-named-graph-uri", "x:g1"), status=400),
    # errors
    _update("two updates", "CLEAR ALL", ("update", "CLEAR ALL"), status=400),
    _update("a query and an update", "CLEAR ALL", ("query", ASK), status=400),
    _update("a syntax error", "INSERT DATA {\n GRAPH <x:g> { <x:s> } }", status=400,
            contains=b'"line":2'),
    _update("a query as an update", ASK, status=400),
    Case(name="an update of another type", method="POST", headers=post("text/plain"), writer=True,
         body=b"CLEAR ALL", status=415),
    Case(name="an update not in UTF-8", method="POST", headers=post(UPDATE), writer=True,
         body=b'INSERT DATA { GRAPH <x:g> { <x:s> <x:p> "\xff" } }', status=400),
    _update("LOAD is refused", "LOAD <http://127.0.0.1:9/> INTO GRAPH <x:g>", status=403),
    # the default graph and all graphs, while there is no article
    _update("default-graph inserts of a fresh store are asked by default",
            "CLEAR ALL ; INSERT DATA { <x:s> <x:p> 7 }", after="ASK { <x:s> <x:p> 7 }"),
    *(
        _update(f"{verb} {what} of a fresh store", f"{verb} {what}",
                before=("INSERT DATA { <x:s> <x:p> 7 GRAPH <x:g> { <x:s> <x:p> 8 } }",),
                after=f"ASK {{ FILTER NOT EXISTS {{ {gone} }} GRAPH <{MERGED}> {{ ?s ?p ?o }} }}")
        for verb in ("CLEAR", "DROP")
        for what, gone in (("ALL", "<x:s> <x:p> 7"), ("NAMED", "GRAPH <x:g> { ?a ?b ?c }"),
                           ("DEFAULT", "<x:s> <x:p> 7"))
    ),
    # who may
    _update("without a token", "CLEAR ALL", writer=False, status=401,
            sent={"www-authenticate": 'Bearer realm="claimline"'}),
    Case(name="with a wrong token", method="POST", body=b"CLEAR ALL", status=401,
         headers=post(UPDATE, Authorization="Bearer nonsense")),
]  # fmt: skip


def _write(name: str, method: str, path: str, body: bytes | None = DATA, **more: object) -> Case:
    return Case(
        **{"name": name, "method": method, "path": path, "body": body, "writer": True,
           "headers": post(TURTLE), **more}
    )  # fmt: skip


_NONE = "DROP ALL"
_HERE = "DROP ALL ; INSERT DATA { GRAPH <x:g> { <x:old> <x:p> 1 } }"
_OLD, _NEW = "GRAPH <x:g> { <x:old> <x:p> 1 }", "GRAPH <x:g> { <x:s> <x:p> <x:o> }"
GRAPH_STORE = [
    # 5.2 GET
    Case(name="GET a graph", path=graph("x:g"), before=(_HERE,), type=TURTLE, contains=b"<x:old>"),
    *(
        Case(name=f"GET a graph as {kind}", path=graph("x:g"), headers={"Accept": kind},
             before=(_HERE,), type=kind, contains=b"old")
        for kind in (TURTLE, NT, JSONLD, RDFXML)
    ),
    Case(name="GET a graph as rows", path=graph("x:g"), headers={"Accept": CSV}, before=(_HERE,),
         status=406),
    Case(name="GET a graph that is not there", path=graph("x:none"), status=404),
    Case(name="GET an empty graph", path=graph("x:g"), before=("DROP ALL ; CREATE GRAPH <x:g>",)),
    Case(name="GET the default graph", path="/graphs?default", type=TURTLE, contains=b"Concept"),
    Case(name="GET the graph store", path="/graphs", headers={"Accept": "application/trig"},
         before=(_HERE,), type="application/trig", contains=b"<x:old>"),
    Case(name="GET a graph named twice", path="/graphs?graph=x:g&graph=x:h", status=400),
    Case(name="GET graph and default", path="/graphs?graph=x:g&default", status=400),
    Case(name="GET a relative graph", path="/graphs?graph=g", status=400),
    # 5.6 HEAD
    Case(name="HEAD a graph", method="HEAD", path=graph("x:g"), before=(_HERE,), type=TURTLE),
    Case(name="HEAD a graph that is not there", method="HEAD", path=graph("x:none"), status=404),
    # 5.3 PUT
    _write("PUT a new graph", "PUT", graph("x:g"), before=(_NONE,), status=201,
           after=f"ASK {{ {_NEW} }}"),
    _write("PUT replaces", "PUT", graph("x:g"), before=(_HERE,), status=204,
           after=f"ASK {{ {_NEW} FILTER NOT EXISTS {{ {_OLD} }} }}"),
    _write("PUT nothing makes an empty graph", "PUT", graph("x:g"), b"", before=(_HERE,),
           status=204, after=f"ASK {{ FILTER NOT EXISTS {{ {_OLD} }} }}"),
    _write("PUT directly", "PUT", "/graphs/person/1", b"<> <x:p> <#me> .", before=(_NONE,),
           status=201, after='ASK { GRAPH ?g { ?g <x:p> ?me } FILTER(STRENDS(STR(?g), "/person/1"))'
           ' FILTER(STRENDS(STR(?me), "/person/1#me")) }'),
    _write("PUT what is not in its format", "PUT", graph("x:g"), headers=post(RDFXML), status=400),
    _write("PUT Turtle with an error", "PUT", graph("x:g"), b"<x:s>\n <x:p> .", before=(_HERE,),
           status=400, contains=b'"line":2', after=f"ASK {{ {_OLD} }}"),
    _write("PUT an unknown format", "PUT", graph("x:g"), headers=post("image/png"), status=415),
    _write("PUT no format", "PUT", graph("x:g"), headers={}, status=415),
    _write("PUT Latin-1", "PUT", graph("x:g"), '<x:s> <x:p> "é" .'.encode("latin-1"),
           headers=post(f"{TURTLE}; charset=iso-8859-1"), before=(_NONE,), status=201,
           after='ASK { GRAPH <x:g> { <x:s> <x:p> "\\u00E9" } }'),
    _write("PUT an unknown charset", "PUT", graph("x:g"), headers=post(f"{TURTLE}; charset=x-none"),
           status=415),
    *(
        _write(f"PUT {kind}", "PUT", graph("x:g"), body, headers=post(kind), before=(_NONE,),
               status=201, after=f"ASK {{ {_NEW} }}")
        for kind, body in (
            (NT, DATA),
            (JSONLD, b'{"@id": "x:s", "x:p": {"@id": "x:o"}}'),
            (RDFXML, b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
             b'xmlns:x="x:"><rdf:Description rdf:about="x:s"><x:p rdf:resource="x:o"/>'
             b"</rdf:Description></rdf:RDF>"),
        )
    ),
    _write("PUT entities that explode", "PUT", graph("x:g"), b'<!DOCTYPE a [<!ENTITY a "b">]><a/>',
           headers=post(RDFXML), status=403),
    _write("PUT a context elsewhere", "PUT", graph("x:g"), headers=post(JSONLD), status=400,
           body=b'{"@context": "http://127.0.0.1:9/", "@id": "x:s"}'),
    _write("PUT a named graph inside", "PUT", graph("x:g"), status=400, headers=post(JSONLD),
           body=b'{"@id": "x:g", "@graph": [{"@id": "x:s", "x:p": 1}]}'),
    # 5.5 POST
    _write("POST adds", "POST", graph("x:g"), before=(_HERE,), status=204,
           after=f"ASK {{ {_NEW} {_OLD} }}"),
    _write("POST a new graph", "POST", graph("x:g"), before=(_NONE,), status=201,
           after=f"ASK {{ {_NEW} }}"),
    _write("POST to the graph store", "POST", "/graphs", before=(_NONE,), status=201,
           sent={"location": "/graphs/"}, after="ASK { GRAPH ?g { <x:s> <x:p> <x:o> } }"),
    _write("POST several parts", "POST", graph("x:g"), before=(_NONE,), status=201,
           headers=post("multipart/form-data; boundary=cut"),
           body=b"--cut\r\nContent-Disposition: form-data; name=a; filename=a.ttl\r\nContent-Type: "
           b"text/turtle\r\n\r\n<x:s> <x:p> <x:o> .\r\n--cut\r\nContent-Disposition: form-data; "
           b"name=b; filename=b.nt\r\nContent-Type: application/n-triples\r\n\r\n<x:old> <x:p> "
           b'"1"^^<http://www.w3.org/2001/XMLSchema#integer> .\r\n--cut--\r\n',
           after=f"ASK {{ {_NEW} {_OLD} }}"),
    # 5.4 DELETE
    _write("DELETE a graph", "DELETE", graph("x:g"), None, before=(_HERE,), status=204,
           after=f"ASK {{ FILTER NOT EXISTS {{ {_OLD} }} }}"),
    _write("DELETE a graph that is not there", "DELETE", graph("x:none"), None, status=404),
    # errors
    _write("PATCH is not offered", "PATCH", graph("x:g"), status=405),
    _write("PUT without naming a graph", "PUT", "/graphs", status=400),
    _write("PUT without a token", "PUT", graph("x:g"), writer=False, status=401),
    _write("POST without a token", "POST", "/graphs", writer=False, status=401),
    _write("DELETE without a token", "DELETE", graph("x:g"), None, writer=False, status=401),
]  # fmt: skip

# What a store with articles keeps for itself
_OWN = "DROP SILENT GRAPH <x:g> ; INSERT DATA { GRAPH <x:g> { <x:s> <x:p> 1 } }"
MANAGED_GRAPHS = [
    *(
        _update(f"{text[:60]}", text, status=409, contains=MERGED.encode())
        for text in (
            "CLEAR ALL", "CLEAR NAMED", "CLEAR DEFAULT", "DROP ALL", "DROP SILENT NAMED",
            "DROP DEFAULT", "INSERT DATA { <x:s> <x:p> 1 }", "DELETE DATA { <x:s> <x:p> 1 }",
            "DELETE WHERE { ?s ?p ?o }", "DELETE WHERE { GRAPH ?g { ?s ?p ?o } }",
            "INSERT { GRAPH ?g { <x:s> <x:p> 1 } } WHERE { GRAPH ?g { ?s ?p ?o } }",
            "DELETE { ?s ?p ?o } INSERT { GRAPH <x:g> { ?s ?p ?o } } WHERE { ?s ?p ?o }",
            f"WITH <{MERGED}> DELETE {{ ?s ?p ?o }} WHERE {{ ?s ?p ?o }}",
            f"PREFIX g: <{BASE}graph/> INSERT DATA {{ GRAPH g:merged {{ <x:s> <x:p> 1 }} }}",
            f"BASE <{BASE}graph/> CLEAR GRAPH <merged>",
            f"INSERT DATA {{ GRAPH <{BASE}graph/m\\u0065rged> {{ <x:s> <x:p> 1 }} }}",
            "COPY <x:g> TO DEFAULT", f"MOVE GRAPH <{MERGED}> TO <x:g>",
        )
    ),
    *(
        _update(f"{verb} {iri.removeprefix(BASE)}", text.format(iri), status=409,
                contains=iri.encode())
        for iri in MANAGED
        for verb, text in (
            ("INSERT into", "INSERT DATA {{ GRAPH <{}> {{ <x:s> <x:p> 1 }} }}"),
            ("DROP", "DROP SILENT GRAPH <{}>"), ("CREATE", "CREATE GRAPH <{}>"),
            ("ADD to", "ADD <x:g> TO <{}>"), ("COPY to", "COPY <x:g> TO GRAPH <{}>"),
            ("MOVE to", "MOVE SILENT <x:g> TO <{}>"),
        )
    ),
    *(
        _write(f"{method} {iri.removeprefix(BASE)}", method, graph(iri), status=409)
        for iri in MANAGED
        for method in ("PUT", "POST", "DELETE")
    ),
    *(
        _write(f"{method} the default graph", method, "/graphs?default", status=409)
        for method in ("PUT", "POST", "DELETE")
    ),
    # free graphs are the user's
    _update("a WHERE asks the merged graph", "DROP SILENT GRAPH <x:kinds> ; INSERT { GRAPH "
            "<x:kinds> { ?t a <x:Kind> } } WHERE { ?s a ?t GRAPH ?claim { ?s a ?t } }",
            after="ASK { GRAPH <x:kinds> { ?class a <x:Kind> } "
            'FILTER(STRENDS(STR(?class), "ns#Statement")) }'),
    _update("a managed graph may be copied", f"COPY <{MERGED}> TO <x:copy>",
            after="ASK { GRAPH <x:copy> { ?s a <https://w3id.org/claimline/ns#Statement> } }"),
    _update("a free graph is changed by WITH", "WITH <x:g> DELETE { ?s ?p ?o } INSERT { ?s ?p 2 } "
            "WHERE { ?s ?p ?o }", before=(_OWN,), after="ASK { GRAPH <x:g> { <x:s> <x:p> 2 } }"),
    _update("free graphs never enter merged", _OWN,
            after="ASK { FILTER NOT EXISTS { <x:s> <x:p> ?o } }"),
    Case(name="GET a managed graph", path=graph(MERGED), type=TURTLE, contains=b"clm:Statement"),
    Case(name="the default graph is the merged one", path="/graphs?default", type=TURTLE,
         contains=b"clm:Statement"),
]  # fmt: skip

# Service Description 2, CORS
SERVICE = [
    *(
        Case(name=f"the endpoint describes itself as {kind}", headers={"Accept": kind}, type=kind,
             contains=b"SPARQL11Update")
        for kind in (TURTLE, NT, JSONLD, RDFXML)
    ),
    Case(name="a browser gets a page", headers={"Accept": "text/html"}, type="text/html"),
    Case(name="a page of a named origin may ask", path=get(ASK), holds=True,
         headers={"Origin": "https://editor.example", "Sec-Fetch-Site": "cross-site",
                  "Sec-Fetch-Mode": "cors"},
         sent={"access-control-allow-origin": "https://editor.example"}),
    Case(name="preflight of a named origin", method="OPTIONS", status=204,
         headers={"Origin": "https://editor.example", "Access-Control-Request-Method": "POST",
                  "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "cors"},
         sent={"access-control-allow-headers": "Authorization"}),
    Case(name="a page of another origin may not", path=get(ASK), status=403,
         headers={"Origin": "https://other.example", "Sec-Fetch-Site": "cross-site",
                  "Sec-Fetch-Mode": "cors"}, sent={"access-control-allow-origin": ""}),
    Case(name="a named origin's page reaches no page", path="/articles", status=403,
         headers={"Origin": "https://editor.example", "Sec-Fetch-Site": "cross-site",
                  "Sec-Fetch-Mode": "cors", "Accept": "application/json"},
         sent={"access-control-allow-origin": ""}),
]  # fmt: skip
