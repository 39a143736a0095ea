"""Who meets in Hebrew where no list knows them: groups told by their owner, bodies, names."""

import pytest

from kg.extract.mentions import find_mentions
from kg.model.mention import Mention
from tests.reading import parse, read, read_lines, sentence, words

MEETINGS = [
    "planned> {p:הנשיא רונלד קאסה} ייפגש מחר ב{l:לוסקה} עם {p:יועציו} כדי לדון במינוי.",
    "planned> {p:שרת החוץ של פרו} תיפגש הערב ב{l:לה פאס} עם {p:שריה הבכירים}.",
    "held> {p:נשיא סנגל} כינס אתמול ב{l:דקר} את {p:המועצה להגנה לאומית}.",
    "planned> {p:ראש ממשלת קניה} יכנס מחר את {p:ועדת החוץ והביטחון של הפרלמנט}.",
    "held> אתמול זומן {p:שגריר הונגריה} ל{p:סגן שר החוץ הראשון, צ'אנג הו-ג'ין}, שהזהיר אותו.",
    "held> מומחים מ{p:פרו}, מ{p:צ'ילה} ומ{p:בוליביה} נפגשו אתמול ב{l:לימה}.",
]


@pytest.mark.parametrize("marked", MEETINGS)
def test_who_meets_is_found_without_a_list(marked: str) -> None:
    example = parse(marked)
    (found,) = [m for m in read(example.text, "he").meetings if m.participants]
    parties = [p.text for p in found.participants if isinstance(p, Mention)]
    assert parties == example.marked("p")
    assert ([found.place.text] if found.place else []) == example.marked("l")
    assert found.status == example.label


def test_whom_nobody_named_offers_a_meeting_is_proposed_it() -> None:
    text = "שר החוץ של צ׳ילה הגיע ללימה.\nהוצע לו להיפגש עם נשיא פרו."
    found = read_lines(text, "he").meetings[-1]
    assert found.status == "proposed"
    assert [p.text for p in found.participants if isinstance(p, Mention)][-1] == "נשיא פרו"


@pytest.mark.parametrize(
    "text", ["החברה כינסה את הציוד במחסן.", "הוצע לו לאכול עם הידיים.", "הספר הגיע ליועציו."]
)
def test_no_meeting_is_read_from_a_look_alike(text: str) -> None:
    assert read(text, "he").meetings == ()


def test_the_name_of_a_family_stands_first_where_its_bearer_meets() -> None:
    text = "השגריר שינג היימינג אמר כי הגשר נפתח.\nשינג אירח אתמול את נשיא פרו."
    (found,) = read_lines(text, "he").meetings
    assert [p.person for p in found.participants if isinstance(p, Mention)][:1] == ["שינג היימינג"]


def test_a_spokesman_is_named_with_whom_he_speaks_for() -> None:
    text = "ראש הממשלה רישי סונאק הגיע.\nדובר מטעם סונאק אמר כי הביקור בוטל."
    said = read_lines(text, "he").statements[-1]
    assert isinstance(said.speaker, Mention)
    assert said.speaker.text == "דובר מטעם סונאק"


def test_a_name_is_known_by_its_second_word() -> None:
    (said,) = read('"איננו נכנעים", אמרה דוברת המשרד, מומתאז זהרה בלוץ\'.', "he").statements
    assert isinstance(said.speaker, Mention)
    assert said.speaker.person == "מומתאז זהרה בלוץ'"


@pytest.mark.parametrize(
    "text",
    [
        "נשיא צרפת עמנואל מקרון מעולם לא התנצל בפני נשיא רואנדה פול קגאמה בשיחת טלפון.",
        "ראש ממשלת הונגריה ויקטור אורבן טרם בירך את נשיא ארצות הברית ג'ו ביידן בשיחת טלפון.",
        "בוריס ג'ונסון בירך את הקנצלרית אנגלה מרקל בשיחת טלפון עם עיתונאים.",
    ],
)
def test_nobody_is_called_who_was_not(text: str) -> None:
    assert read(text, "he").meetings == ()


def test_a_call_that_somebody_is_asked_for_is_not_held() -> None:
    text = "נשיאת פרו ביקשה מנשיא צ׳ילה לשכנע בשיחת טלפון עם נשיא מאלי את הצבא לעצור."
    assert [m.status for m in read(text, "he").meetings] == ["proposed"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("האמריקנים שנחטפו בחאן יונס אמרו כי טופלו היטב.", "האמריקנים"),
        ("הצרפתים שנעצרו בטהרן דרשו להשתחרר.", "הצרפתים"),
        ("האמריקנים המתגוררים בישראל אמרו כי הם מודאגים.", "האמריקנים"),
    ],
)
def test_some_of_a_people_are_not_its_state(text: str, speaker: str) -> None:
    (said,) = read(text, "he").statements
    assert isinstance(said.speaker, Mention)
    assert (said.speaker.text, said.speaker.gazetteer_id) == (speaker, None)


def test_a_people_stands_for_its_state() -> None:
    (said,) = read("האמריקנים אמרו כי ישובו.", "he").statements[-1:]
    assert isinstance(said.speaker, Mention)
    assert said.speaker.gazetteer_id == "united-states"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "מזכירת המדינה קונדוליסה רייס נפגשה עם שרת החוץ ציפי לבני.",
            ["קונדוליסה רייס", "ציפי לבני"],
        ),
        ("שר החוץ דני פרץ נפגש עם נשיא פרו רומן כץ.", ["דני פרץ", "רומן כץ"]),
    ],
)
def test_a_surname_may_be_a_word(text: str, names: list[str]) -> None:
    found = find_mentions(sentence(text, "he"), "he")
    assert [m.person for m in found if m.person] == names


@pytest.mark.parametrize("text", ["בלונדון הגיבו מפגינים בזעם.", "בטהרן זעמו אלפים על ההחלטה."])
def test_a_crowd_that_reacts_leaves_its_town_a_place(text: str) -> None:
    found = find_mentions(sentence(text, "he"), "he")
    assert [m.category for m in found] == ["either"]


@pytest.mark.parametrize(
    "text", ["המופע נפתח בפסנתר.", "התערוכה נפתחה בסנטוריום.", "המפגינים ירו בז'ירינובסקי."]
)
def test_no_town_is_made_of_a_loanword_or_of_who_is_shot_at(text: str) -> None:
    assert [m for m in find_mentions(sentence(text, "he"), "he") if m.category == "place"] == []


@pytest.mark.parametrize(
    ("text", "placed"),
    [
        ("ההודעה של פרו נשלחה לאיראן.", False),
        ("הריבונות על האי הועברה לסעודיה.", False),
        ("פרו תחזיר לירדן את הקרקעות.", False),
        ("פרו עזבה את אפגניסטן לנפשה.", False),
        ("פרו עזבה את אפגניסטן.", True),
        ("הפצועים הועברו לירדן.", True),
    ],
)
def test_what_is_sent_to_a_state_goes_to_its_government(text: str, placed: bool) -> None:
    found = [m.name for r in read_lines(text, "he").sentences for m in r.places]
    assert bool(found) is placed


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("השר נפגש עם מנכ״ל החברה, דני סולהיים.", "דני סולהיים"),
        ("השר נפגש עם מנכ״ל החברה, דני בטוקיו.", None),
    ],
)
def test_a_name_behind_an_office_may_end_the_sentence(text: str, person: str | None) -> None:
    assert find_mentions(sentence(text, "he"), "he")[1].person == person


def test_who_is_rung_may_be_told_by_a_pronoun() -> None:
    text = "שר החוץ של צ׳ילה נאם.\nאמש התקשרה אליו קנצלרית אוסטריה, מרלנה הופר."
    (found,) = read_lines(text, "he").meetings
    parties = [p.text for p in found.participants if isinstance(p, Mention)]
    assert parties == ["קנצלרית אוסטריה, מרלנה הופר", "שר החוץ של צ׳ילה"]


def test_her_ambassador_may_be_a_man() -> None:
    text = (
        "פרו החזירה את שגרירה בברלין, אברהים ראסול.\nמרקו רוביו נאם.\nאתמול טען ראסול כי הנמל נסגר."
    )
    said = read_lines(text, "he").statements[-1]
    assert isinstance(said.speaker, Mention)
    assert said.speaker.text == "ראסול"


def test_what_is_handed_over_says_nothing() -> None:
    text = "שר החוץ איימון גילמור זימן אליו את הנציג, מסר לו עותק של הדוח ודרש תגובה."
    assert [
        s.speaker.person for s in read(text, "he").statements if isinstance(s.speaker, Mention)
    ] == ["איימון גילמור"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"קודם נשמע", אמר לאטלס הארכיבישוף דרמוט קליפורד.', "דרמוט קליפורד"),
        ('"קודם נשמע", אמר לידיעות מנסטר הארכיבישוף דרמוט קליפורד.', "דרמוט קליפורד"),
        ('"קודם נשמע", אמר לעיתון הגליל השר דני כהן.', "דני כהן"),
    ],
)
def test_who_speaks_stands_behind_an_outlet_of_no_list(text: str, speaker: str) -> None:
    (said,) = read(text, "he").statements
    assert isinstance(said.speaker, Mention)
    assert said.speaker.person == speaker


def test_in_his_words_behind_a_semicolon_leads_to_what_follows() -> None:
    text = "השר דני כהן הגן על הפגישה; לדבריו, השניים דנו בכלכלה."
    (said,) = read(text, "he").statements
    assert words(text, said.content) == "השניים דנו בכלכלה"


def test_his_supporters_are_no_surname() -> None:
    found = find_mentions(sentence("בשבת סיפר ארדואן לתומכיו באיזמיר כי הורה להתחיל.", "he"), "he")
    assert [m.person for m in found if m.person] == ["ארדואן"]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "השר דני כהן ייפגש ביולי בג'קרטה עם שר החוץ הסיני בשולי ועידת אסיאן.",
            ["השר דני כהן", "שר החוץ הסיני"],
        ),
        (
            "עם הנשיאה, קלרה סוטו, נפגש אתמול ראש הצבא, גנרל רמון איבנז.",
            ["ראש הצבא, גנרל רמון איבנז", "הנשיאה, קלרה סוטו"],
        ),
    ],
)
def test_who_meets_whom_is_told_in_any_order(text: str, parties: list[str]) -> None:
    (found,) = read(text, "he").meetings
    assert [p.text for p in found.participants if isinstance(p, Mention)] == parties
