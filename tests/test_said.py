"""Sentences that can be said in other languages."""

import json
import pickle

from kg.model.said import Said, read_said, said_from_plain, said_to_plain

TEXT = "%(name)s is 100%% of %(day)s, and not %(others)s."


def test_a_sentence_is_its_english_text() -> None:
    said = Said(TEXT, name="a.txt", day=3, others="x")
    assert said == "a.txt is 100% of 3, and not x."
    assert f"{said}" == "a.txt is 100% of 3, and not x."
    assert said.text == TEXT
    assert said.values == {"name": "a.txt", "day": 3, "others": "x"}


def test_a_sentence_travels_with_what_it_is_made_of() -> None:
    said = Said(TEXT, name="%(day)s", day=3, others="x")
    again = pickle.loads(pickle.dumps(said))
    assert (again, again.text, again.values) == (said, said.text, said.values)


def test_a_stored_sentence_is_known_by_its_text() -> None:
    said = Said(TEXT, name="a (b).txt", day="2025-04-10", others="1, 2")
    found = read_said(str(said), ["Something else.", TEXT])
    assert found is not None
    assert found.values == said.values
    assert read_said("Something new.", [TEXT]) is None


def test_a_sentence_travels_as_plain_values_too() -> None:
    inner = Said("%(count)s characters long", count="2,000")
    said = Said("%(name)s is %(size)s.", name="a.txt", size=inner)
    again = said_from_plain(json.loads(json.dumps(said_to_plain(said))))
    assert (again, again.text, again.values["size"].text) == (said, said.text, inner.text)
    assert said_from_plain(said_to_plain("as it is")) == "as it is"
