"""Parameters of named questions: declared in a header, given as text, read as terms."""

import pyoxigraph as ox
import pytest

from kg.errors import QueryError
from kg.query.parameters import EXAMPLES, Parameter, read_declaration, read_value
from kg.vocabulary import XSD

BASE = "https://d.example/id/"


def value(kind: str, text: str) -> ox.NamedNode | ox.Literal:
    """Read a value of that type."""
    return read_value(read_declaration(f"?it ({kind}): what is asked"), text, base=BASE)


def test_a_declaration_names_type_and_meaning() -> None:
    assert read_declaration("?place (iri): the place, such as place/syria") == Parameter(
        name="place",
        type="iri",
        optional=False,
        default=None,
        meaning="the place, such as place/syria",
    )


def test_a_declaration_may_be_optional_or_have_a_default() -> None:
    assert read_declaration("?from (day, optional): the first day").optional
    assert read_declaration("?language (language, default en): of names").default == "en"


@pytest.mark.parametrize("line", ["?x (colour): red", "x (day): no mark", "?x (day) no colon", ""])
def test_any_other_form_is_no_declaration(line: str) -> None:
    with pytest.raises(ValueError, match="not the declaration"):
        read_declaration(line)


@pytest.mark.parametrize(
    ("kind", "text", "lexical", "datatype"),
    [
        ("day", "2025-04-10", "2025-04-10", XSD.date),
        ("day", " 0000-02-29 ", "0000-02-29", XSD.date),
        ("day", "-0044-03-15", "-0044-03-15", XSD.date),
        ("day", "12025-01-01", "12025-01-01", XSD.date),
        ("dateTime", "2025-04-12T18:00:00Z", "2025-04-12T18:00:00+00:00", XSD.dateTime),
        ("dateTime", "2025-04-12T18:00:00+03:00", "2025-04-12T18:00:00+03:00", XSD.dateTime),
        ("dateTime", "2025-04-12", "2025-04-12T23:59:59.999999Z", XSD.dateTime),
        ("integer", "+020", "20", XSD.integer),
        ("integer", "-3", "-3", XSD.integer),
        ("language", "AR", "ar", XSD.string),
        ("language", "en-gb", "en-gb", XSD.string),
        ("text", " خط أحمر ", " خط أحمر ", XSD.string),
    ],
)
def test_a_value_becomes_a_literal_of_its_type(
    kind: str, text: str, lexical: str, datatype: str
) -> None:
    assert value(kind, text) == ox.Literal(lexical, datatype=ox.NamedNode(datatype))


def test_an_iri_without_a_scheme_lies_under_the_data_base() -> None:
    assert value("iri", "place/syria") == ox.NamedNode(f"{BASE}place/syria")
    assert value("iri", "https://other.example/x") == ox.NamedNode("https://other.example/x")


@pytest.mark.parametrize(
    ("kind", "text", "reason"),
    [
        ("day", "31 February", "is not a day"),
        ("day", "2025-02-31", "no such day"),
        ("dateTime", "2025-04-12T18:00:00", "time zone is missing"),
        ("dateTime", "soon", "neither a moment"),
        ("integer", "1e9", "not a whole number"),
        ("integer", "9" * 30, "at most 18 digits"),
        ("integer", "٢٠", "not a whole number"),
        ("language", "English!", "letters, digits and hyphens"),
        ("iri", "https://d.example/a b", "no blanks"),
        ("iri", "place/a>b", "no blanks"),
        ("iri", "", "not empty"),
        ("text", "half \ud800", "half a character"),
    ],
)
def test_a_value_that_does_not_fit_is_refused_with_an_example(
    kind: str, text: str, reason: str
) -> None:
    with pytest.raises(QueryError) as caught:
        value(kind, text)
    message = str(caught.value)
    assert reason in message
    assert "the parameter it (" in message
    assert message.endswith(f"For example it={EXAMPLES[kind]}")


@pytest.mark.parametrize("kind", EXAMPLES)
def test_the_examples_themselves_fit(kind: str) -> None:
    assert value(kind, EXAMPLES[kind]).value
