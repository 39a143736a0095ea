"""Names, offices and bodies in Hebrew sentences."""

import pytest

from kg.extract.mentions import find_mentions
from kg.model.mention import Mention
from tests.reading import read_lines, sentence


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
        ("ראש ממשלת מלטה ג׳וזף מוסקט הודיע.", "ג׳וזף מוסקט", "prime-minister"),
        ("נשיאת קרואטיה אנה סוטו-קרוזיץ׳ הודיעה.", "אנה סוטו-קרוזיץ׳", "president"),
        ("שר האוצר ברונו לה פור הודיע.", "ברונו לה פור", "finance-minister"),
        ("נשיא פרו מייקל ד׳ סנדרס הודיע.", "מייקל ד׳ סנדרס", "president"),
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


@pytest.mark.parametrize(
    ("text", "person", "role"),
    [
        ("ראש המועצה המקומית גבעת האלון, עומר שניידר, הגיב.", "עומר שניידר", "head"),
        ("ראש הטקס הפיני, יוסי ורטנן, הגיב.", "יוסי ורטנן", "head"),
        ("מנכ\"לית 'גשר לצפון' רחל דורון הגיבה.", "רחל דורון", "director"),
        ("נשיא בפועל הוואנג סו-מין הגיב.", "הוואנג סו-מין", "president"),
        ("המזכיר הכללי, חביאר דה לה קרוס, הגיב.", "חביאר דה לה קרוס", "secretary-general"),
    ],
)
def test_a_name_may_stand_apart_from_its_office(text: str, person: str, role: str) -> None:
    assert [(a.person, a.role) for a in actors(text)] == [(person, role)]


def test_a_list_behind_an_office_is_no_name() -> None:
    assert actors("היועץ לענייני סחר, תעשייה ומלאכה, הגיב.")[0].person is None


def test_an_unknown_name_may_stand_in_front_of_its_office() -> None:
    found = actors("טוביאס קלמנט, יו״ר ועדת התקציב, הזהיר מגירעון.")
    assert found[0].person == "טוביאס קלמנט"


def test_two_offices_are_given_to_their_two_holders() -> None:
    found = actors("שרי ההגנה של פרו ובוליביה, לואיס ורגס ומיגל קספדס, הגיבו.")
    assert [(a.person, a.role, a.side) for a in found] == [
        ("לואיס ורגס", "defence-minister", "peru"),
        ("מיגל קספדס", "defence-minister", "bolivia"),
    ]


def test_two_counterparts_are_named_by_their_sides() -> None:
    found = actors("השר פגש את עמיתיו הנורווגי והדני, יונס וולד ומרטין לארסן.")
    assert [(a.person, a.side) for a in found if a.person] == [
        ("יונס וולד", "norway"),
        ("מרטין לארסן", "denmark"),
    ]


def test_two_surnames_before_a_plural_verb_are_no_one_person() -> None:
    assert [a.person for a in actors("קאנג וטנאקה נפגשו ביום שני.") if a.person] == []


@pytest.mark.parametrize("text", ["הם נועדו בבירת צ׳ילה.", "הם נועדו בבירה הצ׳יליאנית."])
def test_a_capital_may_be_called_by_its_state(text: str) -> None:
    found = find_mentions(sentence(text, "he"), "he")
    assert [m.gazetteer_id for m in found if m.category != "adjective"] == ["santiago"]


def test_the_place_of_an_office_stays_a_place() -> None:
    found = find_mentions(sentence("שגריר הארגון בבוגוטה, פדרו סולאנו, הגיב.", "he"), "he")
    assert {m.person for m in found if m.category == "actor"} == {"פדרו סולאנו"}
    assert [m.gazetteer_id for m in found if m.category == "place"] == ["bogota"]


def listed(text: str) -> set[str]:
    """Return the names of the actors that a text lists."""
    return {m.name for r in read_lines(text, "he").sentences for m in r.actors}


def test_a_body_is_listed_that_a_person_speaks_for() -> None:
    text = "דובר הנציבות האירופית, יאן נובק, אמר כי הנמל ייפתח."
    assert listed(text) == {"יאן נובק", "European Commission"}


def test_representatives_of_a_body_are_the_body() -> None:
    assert listed("נציגי האיחוד האירופי אמרו כי הנמל ייפתח.") == {"נציגי האיחוד האירופי"}


def test_a_given_name_may_be_written_like_an_adjective() -> None:
    (found,) = [m for m in actors('יו"ר יד ושם דני דיין פנה לשר.') if m.person]
    assert found.person == "דני דיין"
    assert actors("שגריר דני בכיר פנה לשר.")[0].person is None


def test_a_name_is_spelled_in_several_ways() -> None:
    for court in ("בית הדין הבינלאומי בהאג", "בית הדין הבין-לאומי בהאג"):
        assert actors(f"{court} פסק אמש.")[0].gazetteer_id == "icj"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("מקורב לנשיא פוטין אמר כך.", "מקורב לנשיא פוטין"),
        ("מקורב לו אמר כך.", "מקורב לו"),
        ("מקורב לדנה לוי אמר כך.", "מקורב לדנה לוי"),
        ("יועץ לראש ממשלת מלטה ג׳וזף מוסקט אמר כך.", "יועץ לראש ממשלת מלטה ג׳וזף מוסקט"),
        ("מקור לרויטרס אמר כך.", "מקור"),
    ],
)
def test_who_has_no_name_is_called_by_whom_he_is_close_to(text: str, name: str) -> None:
    assert actors(text)[0].name == name


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("האמריקנים ויתרו על כך.", ["United States"]),
        ("השר סיפר לכתבים שהאמריקנים ויתרו.", ["United States"]),
        ("הקצינים האמריקנים ויתרו על כך.", []),
        ("אמריקנים רבים ויתרו על כך.", []),
    ],
)
def test_a_people_stands_for_its_state(text: str, found: list[str]) -> None:
    assert [m.name for m in actors(text) if m.kind == "state"] == found


@pytest.mark.parametrize(
    "text", ["נוהל ערוץ חשאי עם הצד האחר.", "פרו וצ׳ילה מעדיפות את הערוץ המדיני."]
)
def test_a_channel_of_talks_is_no_broadcaster(text: str) -> None:
    assert not [m for m in actors(text) if m.kind == "media"]


def test_deputies_of_two_states_are_two() -> None:
    found = actors("סגני שרי החוץ של רוסיה ואיראן נחתו.")
    assert [m.name for m in found] == ["סגן שר החוץ של רוסיה", "סגן שר החוץ של איראן"]


def test_a_name_ends_in_front_of_a_letter_and_a_common_word() -> None:
    assert "ג׳וזף מאדמת" not in listed("הנשיא ג׳וזף מאדמת הודו חזר.")


@pytest.mark.parametrize(
    "text",
    ["השר טען לפני המראתו כי הנמל ייפתח.", "החילופים נעשו על פי החוקה, אמר השר."],
)
def test_what_tells_when_or_how_hears_nothing(text: str) -> None:
    assert not listed(text) & {"פני המראתו", "החוקה"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("בוושינגטון כעסו; הדובר לא הגיב.", {"Washington"}),
        ("בוושינגטון כעסו העובדים על הגזירות.", set()),
        ("העובדים שובתים בוושינגטון.", set()),
    ],
)
def test_a_capital_where_somebody_is_angry_is_its_state(text: str, found: set[str]) -> None:
    assert listed(text) & {"United States", "Washington"} == found


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("הנשיא מייקל ד' היגינס נחת.", "מייקל ד' היגינס"),
        ("הנשיא מייקל ד. היגינס נחת.", "מייקל ד. היגינס"),
        ("הנשיא מייקל היגינס נחת.", "מייקל היגינס"),
    ],
)
def test_a_surname_behind_an_initial_may_look_definite(text: str, person: str) -> None:
    assert actors(text)[0].person == person


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("מומחה מאוניברסיטת סיאול אמר כך.", "מומחה מאוניברסיטת סיאול"),
        ("גורם בוועדת החקירה אמר כך.", "גורם בוועדת החקירה"),
        ("דיפלומט אפריקאי אמר כך.", "דיפלומט אפריקאי"),
        ("גורם בחדר אמר כך.", "גורם בחדר"),
        ("אמר כך מומחה.", "מומחה"),
    ],
)
def test_who_has_no_name_is_called_by_where_he_belongs(text: str, name: str) -> None:
    assert actors(text)[0].name == name


def test_a_surname_may_be_written_like_an_adjective() -> None:
    assert actors("ראש הממשלה, אנדה קני, נחת.")[0].person == "אנדה קני"
    assert actors("השר, קצין קני, נחת.")[0].person is None


def test_names_behind_a_plural_office_are_who_holds_it() -> None:
    text = "הוא נפגש עם הנשיאים ג'ייקוב זומה וגודלאק ג'ונתן."
    assert [m.person for m in actors(text)] == ["ג'ייקוב זומה", "גודלאק ג'ונתן"]
    assert [m.person for m in actors("הוא נפגש אמש עם הנשיאים בלימה.")] == [None]


def test_a_foreign_surname_tells_a_name_from_a_description() -> None:
    assert actors("סגן נשיא ניגריה, ימי אוסינבאג'ו, נחת.")[0].person == "ימי אוסינבאג'ו"
    assert actors("סגן נשיא ניגריה, ימי ותיק, נחת.")[0].person is None


def test_an_office_whose_matter_is_cut_off_is_read() -> None:
    (minister,) = actors("מסרו כי השר לענייני")
    assert (minister.text, minister.person) == ("השר לענייני", None)
