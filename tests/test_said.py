"""Sentences that can be said in other languages."""

import pickle

from kg.model.said import Said, read_said

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
