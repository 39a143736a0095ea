"""The shapes of the ontology as plain checks, which a million claims can pass through.

Shapes stay data: `ontology/shapes.ttl` is read and each shape becomes functions. Only the parts of
SHACL Core that stand there are known; any other is refused when it is read, never passed over.
In:  layers of triples (a claim's graph over its article's over the registry). Out: what is broken.
Source: SHACL (W3C 2017), sections 2 to 4. pyshacl, a hundred times slower, is the tests' oracle.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any

import pyoxigraph as ox

import ontology
from kg.errors import StoreError
from kg.store.merged import terms
from kg.vocabulary import RDF, SKOS, XSD

Node = ox.NamedNode
Term = Any  # a NamedNode, BlankNode or Literal: what stands as an object
Values = Callable[["Layers", Term], list[Term]]
Check = Callable[["Layers", Term, list[Term]], bool]
Test = Callable[["Layers", Term], bool]

_SH = "http://www.w3.org/ns/shacl#"
_TYPE = Node(RDF.type)
_IN_SCHEME = Node(SKOS.inScheme)
_REST, _FIRST, _NIL = Node(RDF.rest), Node(RDF.first), Node(RDF.nil)
_SAID_ELSEWHERE = {"message", "severity", "path", "property"}
_NEEDING = {Node(_SH + name) for name in ("minCount", "hasValue", "qualifiedMinCount")}
_LEXICAL = {
    XSD.integer: re.compile(r"[+-]?[0-9]+"),
    XSD.decimal: re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)"),
    XSD.boolean: re.compile(r"true|false|0|1"),
    XSD.dateTime: re.compile(
        r"-?(?:[1-9][0-9]{3,}|0[0-9]{3})-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}"
        r"(?:\.[0-9]+)?(?:Z|[+-][0-9]{2}:[0-9]{2})?"
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """A shape that does not hold of a node. `shape` is the shape's local name."""

    focus: str
    shape: str
    message: str
    warning: bool = False


class Layer:
    """Triples by subject, and by object where a path is walked backwards."""

    def __init__(self, triples: Iterable[Any] = ()) -> None:
        """Take triples or quads."""
        self.about: dict[Term, dict[Node, list[Term]]] = {}
        for triple in triples:
            said = self.about.setdefault(triple.subject, {})
            said.setdefault(triple.predicate, []).append(triple.object)
        self._back: dict[tuple[Node, Term], list[Term]] | None = None
        self._aimed: dict[Term, list[_Rule]] | None = None

    def aimed(self, by_object_of: dict[Node, list["_Rule"]]) -> dict[Term, list["_Rule"]]:
        """Return the rules that aim at what stands as an object of some predicates."""
        if self._aimed is None:
            self._aimed = {}
            for said in self.about.values():
                for predicate in said.keys() & by_object_of.keys():
                    for value in said[predicate]:
                        self._aimed.setdefault(value, []).extend(by_object_of[predicate])
        return self._aimed

    def back(self, predicate: Node, value: Term) -> list[Term]:
        """Return the subjects of which the layer says so."""
        if self._back is None:
            self._back = {}
            for subject, said in self.about.items():
                for verb, values in said.items():
                    for found in values:
                        self._back.setdefault((verb, found), []).append(subject)
        return self._back.get((predicate, value), [])


class Layers:
    """Several layers seen as one graph; the terms of the ontology lie below them all."""

    def __init__(self, *layers: Layer) -> None:
        self.layers = layers
        self._latest: Term = None  # of one node much is asked in a row, and hashing terms is slow
        self._said: dict[Node, list[Term]] = {}
        self._known: dict[Term, dict[Node, list[Term]]] = {}

    def said(self, subject: Term) -> dict[Node, list[Term]]:
        """Return all that the layers say of a node, by predicate; a value may stand twice."""
        if subject is not self._latest:
            found = self._known.get(subject)
            if found is None:
                found = self._known[subject] = self._joined(subject)
            self._latest, self._said = subject, found
        return self._said

    def _joined(self, subject: Term) -> dict[Node, list[Term]]:
        told = [said for layer in self.layers if (said := layer.about.get(subject)) is not None]
        if len(told) < 2:
            return told[0] if told else {}
        joined = dict(told[0])
        for said in told[1:]:
            for predicate, values in said.items():
                joined[predicate] = [*joined[predicate], *values] if predicate in joined else values
        return joined

    def values(self, subject: Term, predicate: Node) -> list[Term]:
        """Return what any layer says."""
        found = self.said(subject).get(predicate)
        if found is None:
            return []
        return found if len(found) < 2 else list(dict.fromkeys(found))

    def back(self, predicate: Node, value: Term) -> list[Term]:
        """Return the subjects of which any layer says so."""
        return list(dict.fromkeys(s for layer in self.layers for s in layer.back(predicate, value)))


@dataclass(frozen=True, slots=True, eq=False)
class _Rule:
    """One shape's own constraints over the values at its path.

    `needs` is True where having no value may break it.
    """

    name: str
    message: str
    warning: bool
    values: Values
    checks: tuple[Check, ...]
    needs: bool

    def holds(self, data: "Layers", focus: Term) -> bool:
        """True when every constraint holds of the node."""
        found = self.values(data, focus)
        if not found and not self.needs:
            return True
        return all(check(data, focus, found) for check in self.checks)


class Shapes:
    """All shapes, compiled."""

    def __init__(self, text: str) -> None:
        self._data = Layers(Layer(ox.parse(text, format=ox.RdfFormat.TURTLE)))
        self._by_class: dict[Node, list[_Rule]] = {}
        self._by_predicate: dict[Node, list[_Rule]] = {}
        self._by_object_of: dict[Node, list[_Rule]] = {}
        for shape in self._data.back(_TYPE, Node(_SH + "NodeShape")):
            rules = self._rules(shape)
            for name, where in (
                ("targetClass", self._by_class),
                ("targetSubjectsOf", self._by_predicate),
                ("targetObjectsOf", self._by_object_of),
            ):
                for target in self._data.values(shape, Node(_SH + name)):
                    where.setdefault(target, []).extend(rules)

    def broken(self, data: Layers, foci: Iterable[Term]) -> Iterator[Broken]:
        """Yield what does not hold of these nodes, once each."""
        for focus in foci:
            for rule in self._rules_for(data, focus):
                if not rule.holds(data, focus):
                    yield Broken(
                        focus=getattr(focus, "value", str(focus)),
                        shape=rule.name,
                        message=rule.message,
                        warning=rule.warning,
                    )

    def _rules_for(self, data: Layers, focus: Term) -> Iterable[_Rule]:
        found: list[_Rule] = []
        for kind in data.values(focus, _TYPE):
            found += self._by_class.get(kind, ())
        said = data.said(focus)
        for predicate, some in self._by_predicate.items():
            if predicate in said:
                found += some
        for layer in data.layers:
            found += layer.aimed(self._by_object_of).get(focus, ())
        return dict.fromkeys(found)

    # Reading shapes

    def _rules(self, shape: Term) -> list[_Rule]:
        own = self._rule(shape, lambda data, focus: [focus])
        rules = [own] if own.checks else []
        inner = self._data.values(shape, Node(_SH + "property"))
        return rules + [self._rule(p, self._path(self._one(p, "path"))) for p in inner]

    def _rule(self, shape: Term, values: Values) -> _Rule:
        messages = self._data.values(shape, Node(_SH + "message"))
        english = next((m.value for m in messages if m.language == "en"), "")
        severity = self._data.values(shape, Node(_SH + "severity"))
        return _Rule(
            name=getattr(shape, "value", "").rpartition("#")[2],
            message=english,
            warning=Node(_SH + "Warning") in severity,
            values=values,
            checks=tuple(self._checks(shape)),
            needs=bool(self._data.layers[0].about.get(shape, {}).keys() & _NEEDING),
        )

    def _checks(self, shape: Term) -> Iterator[Check]:
        said = self._data.layers[0].about.get(shape, {})
        qualified = {"qualifiedValueShape", "qualifiedMinCount", "qualifiedMaxCount"}
        for predicate, arguments in said.items():
            name = predicate.value.removeprefix(_SH)
            if name == predicate.value or name in _SAID_ELSEWHERE or name.startswith("target"):
                continue
            if name in qualified:
                if name == "qualifiedValueShape":
                    yield self._qualified(shape, arguments[0])
                continue
            for argument in arguments:
                yield self._check(name, argument)

    def _check(self, name: str, argument: Term) -> Check:
        match name:
            case "minCount":
                least = int(argument.value)
                return lambda data, focus, found: len(found) >= least
            case "maxCount":
                most = int(argument.value)
                return lambda data, focus, found: len(found) <= most
            case "lessThan":
                return lambda data, focus, found: all(
                    _less(value, other) for other in data.values(focus, argument) for value in found
                )
            case "hasValue":
                return lambda data, focus, found: argument in found
        test = self._test(name, argument)

        def each(data: Layers, focus: Term, found: list[Term]) -> bool:
            return all(test(data, value) for value in found)

        return each

    def _test(self, name: str, argument: Term) -> Test:
        """Return a constraint on each value."""
        match name:
            case "class":
                return lambda data, value: argument in data.values(value, _TYPE)
            case "datatype":
                return _of_datatype(argument)
            case "nodeKind" if argument.value == _SH + "IRI":
                return lambda data, value: isinstance(value, Node)
            case "pattern":
                fits = re.compile(argument.value)
                return lambda data, value: (
                    not isinstance(value, ox.BlankNode) and bool(fits.search(value.value))
                )
            case "minLength":
                least = int(argument.value)
                return lambda data, value: len(getattr(value, "value", "")) >= least
            case "minInclusive" | "maxInclusive":
                return _within(Decimal(argument.value), below=name == "maxInclusive")
            case "node":
                return self._conforms(argument)
            case "not":
                conforms = self._conforms(argument)
                return lambda data, value: not conforms(data, value)
            case "or":
                either = [self._conforms(shape) for shape in self._list(argument)]
                return lambda data, value: any(test(data, value) for test in either)
        raise StoreError(f"The shapes use sh:{name}, which this program does not know.")

    def _conforms(self, shape: Term) -> Test:
        rules = self._rules(shape)

        def conforms(data: Layers, value: Term) -> bool:
            return all(rule.holds(data, value) for rule in rules)

        return conforms

    def _qualified(self, shape: Term, inner: Term) -> Check:
        conforms = self._conforms(inner)
        bounds = [
            self._data.values(shape, Node(f"{_SH}qualified{end}Count")) for end in ("Min", "Max")
        ]
        least = int(bounds[0][0].value) if bounds[0] else 0
        most = int(bounds[1][0].value) if bounds[1] else None

        def check(data: Layers, focus: Term, found: list[Term]) -> bool:
            count = sum(conforms(data, value) for value in found)
            return count >= least and (most is None or count <= most)

        return check

    def _path(self, path: Term) -> Values:
        if isinstance(path, Node):
            if path == _IN_SCHEME:
                return lambda data, focus: _schemes().get(focus, [])
            return lambda data, focus: data.values(focus, path)
        back = self._data.values(path, Node(_SH + "inversePath"))
        if back:
            return lambda data, focus: data.back(back[0], focus)
        options = [self._path(p) for p in self._list(self._one(path, "alternativePath"))]
        return lambda data, focus: list(
            dict.fromkeys(value for option in options for value in option(data, focus))
        )

    def _list(self, head: Term) -> Sequence[Term]:
        found = []
        while head != _NIL:
            found += self._data.values(head, _FIRST)
            (head,) = self._data.values(head, _REST)
        return found

    def _one(self, shape: Term, name: str) -> Term:
        found = self._data.values(shape, Node(_SH + name))
        if len(found) != 1:
            raise StoreError(f"The shapes say sh:{name} {len(found)} times of one shape.")
        return found[0]


@lru_cache(maxsize=1)
def shapes() -> Shapes:
    """Return the ontology's shapes."""
    return Shapes(ontology.shapes_ttl())


@lru_cache(maxsize=1)
def _schemes() -> dict[Term, list[Term]]:
    """Return the code lists of each term."""
    found: dict[Term, list[Term]] = {}
    for triple in terms():
        if triple.predicate == _IN_SCHEME:
            found.setdefault(triple.subject, []).append(triple.object)
    return found


def _of_datatype(datatype: Term) -> Test:
    lexical = _LEXICAL.get(datatype.value)
    return lambda data, value: (
        isinstance(value, ox.Literal)
        and value.datatype == datatype
        and (lexical is None or bool(lexical.fullmatch(value.value)))
    )


def _within(bound: Decimal, *, below: bool) -> Test:
    def test(data: Layers, value: Term) -> bool:
        number = _number(value)
        return number is not None and (number <= bound if below else number >= bound)

    return test


def _number(value: Term) -> Decimal | None:
    try:
        return Decimal(value.value) if isinstance(value, ox.Literal) else None
    except InvalidOperation:
        return None


def _less(one: Term, other: Term) -> bool:
    first, second = _number(one), _number(other)
    return first is not None and second is not None and first < second
