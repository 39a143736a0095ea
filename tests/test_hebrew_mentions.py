"""Names, offices and bodies in Hebrew sentences."""

import pytest

from kg.extract.mentions import find_mentions
from kg.model.mention import Mention
from tests.reading import sentence


def actors(text: str) -> list[Mention]:
    return [m for m in find_mentions(sentence(text, "he"), "he") if m.category == "actor"]


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("משרד החוץ הרוסי הגיב.", "russia.ministry-of-foreign-affairs"),
        ("משרד החוץ של רוסיה הגיב.", "russia.ministry-of-foreign-affairs"),
        ("צבא ארה״ב הגיב.", "united-states.armed-forces"),
        ('צבא ארה"ב הגיב.', "united-states.armed-forces"),
        ("הפרלמנט הלבנוני הגיב.", "lebanon.parliament"),
        ("ממשלת יוון הגיבה.", "greece"),
        ("הקרמלין הגיב.", "russia.presidency"),
        ("גורם בפנטגון הגיב.", None),
    ],
)
def test_a_body_is_linked_by_its_state(text: str, linked: str | None) -> None:
    assert actors(text)[0].gazetteer_id == linked


@pytest.mark.parametrize(
    "form", ["רוסי", "רוסית", "רוסים", "רוסיות", "הרוסי", "הרוסית", "הרוסים", "רוסיים"]
)
def test_a_nationality_is_known_in_every_form(form: str) -> None:
    (found,) = find_mentions(sentence(f"צוות {form} הגיע.", "he"), "he")[-1:]
    assert found.gazetteer_id == "russia"


@pytest.mark.parametrize(
    ("text", "person", "role"),
    [
        ("נשיא צרפת עמנואל מקרון נחת.", "עמנואל מקרון", "president"),
        ("שר החוץ הרוסי, סרגיי לברוב, נחת.", "סרגיי לברוב", "foreign-minister"),
        (
            "סגנית שר החוץ של צ׳ילה, אנה סוטו-קרוז, נחתה.",
            "אנה סוטו-קרוז",
            "deputy-foreign-minister",
        ),
        ("דובר המשרד, יאן קובאץ׳, נחת.", "יאן קובאץ׳", "spokesperson"),
        ("יו״ר ועדת החוץ של הסנאט, רוברט מנדז, נחת.", "רוברט מנדז", "head"),
        ("שגריר פולין בבריסל, יאן נובק, נחת.", "יאן נובק", "ambassador"),
    ],
)
def test_an_office_and_its_holder_are_one(text: str, person: str, role: str) -> None:
    found = actors(text)[0]
    assert (found.person, found.role) == (person, role)


def test_a_verb_behind_an_office_is_no_name() -> None:
    assert actors("ראש הממשלה הודיע על בחירות.")[0].person is None


def test_letters_in_front_are_left_out_of_the_span() -> None:
    (found,) = actors("הוא פנה לחמאס.")
    assert (found.text, found.proclitics) == ("חמאס", ("ל",))


def test_a_hyphen_cuts_the_preposition_off_a_latin_name() -> None:
    found = actors("הוא אמר ל-CNN דברים.")
    assert [(m.text, m.proclitics) for m in found] == [("CNN", ("ל",))]


def test_ministers_of_two_states_are_two() -> None:
    assert [m.side for m in actors("שרי החוץ של רוסיה ואיראן נחתו.")] == ["russia", "iran"]


def test_sources_without_a_name_say_so() -> None:
    (found,) = actors("גורם מדיני בכיר נחת.")
    assert found.unnamed


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("הכוחות נכנסו למחוז קאססה ביום שני.", "קאססה"),
        ("השיירה הגיעה לנמל ברברה.", "נמל ברברה"),
        ("שלושה נהרגו בנפת ג׳ג׳רקוט, אמר הדובר.", "ג׳ג׳רקוט"),
        ("הצבא נסוג ממעבר קרני, לדברי תושבים.", "מעבר קרני"),
    ],
)
def test_a_noun_of_place_shows_that_an_unknown_name_is_a_place(text: str, place: str) -> None:
    found = find_mentions(sentence(text, "he"), "he")
    names = [m.name for m in found if m.category == "place"]
    assert place in names


@pytest.mark.parametrize(
    "text", ["באזור תעשייה נדלקה אש.", "העיירה נכבשה אתמול.", "הם פתחו מעבר הומניטרי לדרום."]
)
def test_a_noun_of_place_before_a_common_word_names_nothing(text: str) -> None:
    found = find_mentions(sentence(text, "he"), "he")
    assert not [m for m in found if m.category == "place"]
