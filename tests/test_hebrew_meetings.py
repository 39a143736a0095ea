"""Meetings and red lines in Hebrew sentences."""

import pytest

from kg.model.mention import Mention
from tests.reading import name, parse, read, read_lines, words

MEETINGS = [
    "held> {p:שגריר צ׳ילה} זומן אמש לשיחת נזיפה על ידי {p:מנכ״ל משרד החוץ}.",
    "held> {p:נשיא קניה} שוחח עם {p:מלך ירדן}.",
    "planned> ייפגש {p:נשיא קניה} עם {p:נשיא זמביה, האקאינדה היצ'ילמה}, ו{p:נשיא פרו, דני לוי}.",
    "held> {p:נשיא קניה} דן אתמול בנושא גם עם {p:מלך ירדן}.",
    "held> {p:מועצת הביטחון} דנה אתמול בהצעה שהציעה צ׳ילה.",
    "proposed> פגישת {p:שרי הפנים} הוצעה על ידי אוסטריה.",
    "held> {p:נשיא קניה} נפגש אתמול ב{l:קיגאלי} עם {p:נשיא רואנדה}.",
    "held> ב{l:קיגאלי} נפגש אתמול {p:נשיא קניה} עם {p:נשיא רואנדה}.",
    "planned> {p:שר החוץ הפיני} ייפגש מחר עם {p:שר החוץ השוודי}.",
    "postponed> הפגישה בין {p:סרביה} ל{p:קוסובו} נדחתה.",
    "cancelled> שיחה שתוכננה להיום בין {p:הודו} ל{p:פקיסטן} בוטלה.",
    "proposed> {p:נשיא ברזיל} ביקש לשוחח עם {p:נשיא ארגנטינה}.",
    "planned> שיחות בין {p:ארמניה} ל{p:אזרבייג׳אן} בתיווך {m:בריסל} יתחדשו בשבוע הבא.",
    "held> {p:ראש ממשלת איטליה} אירחה את {p:קנצלר אוסטריה} ב{l:רומא}.",
    "held> {p:מלך מרוקו} התקשר אל {p:נשיא ספרד}.",
    "held> {p:שר ההגנה הקנדי} ביקר ב{b:לטביה}.",
    "held> {p:שגריר צ׳ילה} זומן אמש ל{p:משרד החוץ} ב{l:קיטו}.",
    "cancelled> הפגישה בין {p:נשיא צ׳ילה} לבין {p:נשיא פרו}, שתוכננה ליום שלישי ב{l:קיטו}, בוטלה.",
    "held> {p:צ׳ילה} ו{p:בוליביה} חידשו אתמול, אחרי הפסקה של חודש, את השיחות על הדיג.",
    "postponed> שיחה שנקבעה ל{p:נשיא פרו} עם {p:נשיא צ׳ילה} נדחתה למחר.",
    "held> {p:יועץ המלך} עדכן את {p:נשיא פרו}, בשיחת טלפון, בהחלטה.",
    "held> {p:משלחת אמריקנית} ו{p:משלחת סינית} קיימו שיחות ב{l:ז׳נבה}.",
    "held> {p:זקני הכפרים שעל הנהר} נפגשו אתמול ב{l:קיטו}.",
    "held> {p:נשיא מאלי} נפגש אתמול ב{l:קיטו} עם {p:נציגי הסוחרים} ועם {p:ראשי הכנסיות}.",
    "held> {p:נשיא סרביה} נועד אתמול עם {p:נשיא קרואטיה} בביתו של {m:נשיא סלובניה}.",
    "held> {p:ראשת ממשלת ברבדוס} קיבלה הבוקר לשיחה את {p:שר החוץ של גיאנה}.",
    "held> {p:שר הפנים של צ׳אד} כינס אמש את {p:מפקדי המשטרה} ב{l:נג׳מנה}.",
    "proposed> {p:נשיא פרו} הזמין את {p:נשיא צ׳ילה} ל{l:לימה}.",
    "planned> {p:נשיא קניה} ייוועץ מחר ב{l:ניירובי} ב{p:שר החוץ של אוגנדה}.",
    "held> {p:שרי האנרגיה של בנלוקס} דנו היום ב{l:האג} במחסור.",
    "cancelled> ביקורו של {p:סגן נשיא צ׳ילה} ב{l:לימה}, שתוכנן למרץ, בוטל.",
    "held> {p:ראש ממשלת מלטה} אמר בתום שיחה עם {p:נשיא קפריסין} כי ההסכם גובש.",
    "held> {p:נשיאת מלטה} ו{p:נשיא צ׳כיה} חתמו אתמול ב{l:פראג} על אמנה.",
    "held> {p:שר הדיג של פרו} ו{p:שר הדיג של צ׳ילה} סיכמו בטלפון על סיור משותף.",
    "planned> {p:שר החוץ של בנין} יצא לדרך: מחר יגיע ל{l:לומה} וייפגש שם עם {p:נשיא טוגו}.",
    "held> {p:סגני שרי החוץ של שתי המדינות, רונאן קלר} ו{p:לים סו-ג׳ין}, נועדו ב{l:וינה}.",
    "held> {p:מנהיג המורדים טום הלר} נפגש ב{l:וינה} עם {p:שר החוץ של מאלי}.",
    "proposed> נשיא ניגריה הפציר ב{p:נשיא טוגו} וב{p:נשיא גאנה} להיפגש ב{l:לומה}.",
    "held> מקור אמר ש{p:שר החוץ הצ׳יליאני} הגיע ל{l:לימה} ונפגש עם {p:נשיא פרו}.",
]


@pytest.mark.parametrize("marked", MEETINGS)
def test_parties_place_and_status_of_a_meeting_are_found(marked: str) -> None:
    example = parse(marked)
    (found,) = [m for m in read(example.text, "he").meetings if m.participants]
    parties = [p.text for p in found.participants if isinstance(p, Mention)]
    assert parties == [*example.marked("p"), *example.marked("b")]
    places = [*example.marked("l"), *example.marked("b")]
    assert ([found.place.text] if found.place else []) == places
    assert [name(m) for m in found.mediators] == example.marked("m")
    assert found.status == example.label


def test_a_counterpart_holds_the_same_office() -> None:
    (found,) = read("שר החוץ הפיני נועד עם עמיתו הדני.", "he").meetings
    first, second = (p for p in found.participants if isinstance(p, Mention))
    assert (second.role, second.side) == (first.role, "denmark")


def test_a_counterpart_may_be_named() -> None:
    (found,) = read("שר החוץ הפיני נועד עם עמיתו הדני, לארס ראסמוסן.", "he").meetings
    assert [p.person for p in found.participants if isinstance(p, Mention)][1] == "לארס ראסמוסן"


def test_a_talk_with_him_who_was_just_met_is_the_same_meeting() -> None:
    met = read("נשיא קניה נפגש אתמול עם נשיא רואנדה, ושוחח עמו על הגבול.", "he").meetings
    assert len(met) == 1
    apart = read("נשיא קניה נפגש אתמול עם נשיא רואנדה, ומחר ישוחח עמו שוב.", "he").meetings
    assert len(apart) == 2


def test_who_reveals_a_meeting_was_there() -> None:
    (found,) = read("נשיא קניה חשף כי נפגש אתמול עם נשיא רואנדה.", "he").meetings
    assert [name(p) for p in found.participants] == ["נשיא קניה", "נשיא רואנדה"]


def test_a_denied_meeting_stays_denied() -> None:
    (found,) = read("ריאד הכחישה כי נערכה פגישה בין תימן לאיראן.", "he").meetings
    assert found.commitment == "denies"


def test_the_freezing_of_contacts_is_no_meeting() -> None:
    assert read("נשיא קניה הודיע על הקפאת המגעים עם סומליה.", "he").meetings == ()


@pytest.mark.parametrize(
    ("line", "owner", "trigger"),
    [
        ("שר ההגנה הפיני אמר כי פגיעה בכבל היא קו אדום.", "שר ההגנה הפיני", "פגיעה בכבל"),
        (
            "״הקו האדום שלנו הוא כניסת כוחות זרים״, אמר נשיא סרביה.",
            "נשיא סרביה",
            "כניסת כוחות זרים",
        ),
        ("ניירובי הבהירה כי לא תשלים עם סגירת הנמל.", "ניירובי", "סגירת הנמל"),
    ],
)
def test_a_red_line_has_its_owner_and_trigger(line: str, owner: str, trigger: str) -> None:
    drafts = read(line, "he")
    (found,) = drafts.redlines
    assert words(line, found.trigger) == trigger
    assert name(next(s.speaker for s in drafts.statements if s.key == found.under)) == owner


def test_two_red_lines_in_one_sentence_are_two() -> None:
    line = "גורם ביטחוני אמר כי יש שני קווים אדומים: פירוז הגבול ושלום התושבים."
    assert [words(line, r.trigger) for r in read(line, "he").redlines] == [
        "פירוז הגבול",
        "שלום התושבים",
    ]


def test_no_red_lines_are_none() -> None:
    assert read("נשיא קניה אמר כי אין קווים אדומים במגעים.", "he").redlines == ()


def test_the_two_sides_are_those_who_met() -> None:
    text = "רוסיה ואיראן נפגשו באסטנה.\nשני הצדדים ייפגשו שוב ביום שני."
    _, second = read_lines(text, "he").meetings
    assert {name(p) for p in second.participants} == {"רוסיה", "איראן"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("שר החוץ הנורווגי טס אתמול לטהראן.", True),
        ("שר החוץ הנורווגי יגיע מחר לטהראן.", True),
        ("הפליטים הגיעו אתמול לטהראן.", False),
        ("המטוס נחת אתמול בטהראן.", False),
    ],
)
def test_only_those_who_travel_visit_a_capital(text: str, told: bool) -> None:
    assert bool([m for m in read(text, "he").meetings if m.participants]) == told


def test_how_it_went_may_stand_at_the_end() -> None:
    text = "הפגישה שתוכננה בין נשיא פרו לנשיא צ'ילה בלימה לא יצאה לפועל."
    assert [m.status for m in read(text, "he").meetings] == ["cancelled"]


def test_whom_they_met_next_is_met_apart() -> None:
    text = "נשיא קניה נפגש אמש עם נשיא רואנדה, ולפני כן, בלוסקה, עם נשיא זמביה."
    found = read(text, "he").meetings
    assert [[name(p) for p in m.participants] for m in found] == [
        ["נשיא קניה", "נשיא רואנדה"],
        ["נשיא קניה", "נשיא זמביה"],
    ]


def test_ministers_of_both_states_are_two_guests_of_a_host() -> None:
    lines = "נשיא פרו נפגש עם נשיא צ׳ילה.\nאקוודור הציעה לארח בקיטו את שרי החוץ של שתי המדינות."
    assert len(read_lines(lines, "he").meetings[-1].participants) == 2


def test_another_round_is_held_by_the_sides() -> None:
    lines = (
        "שר החוץ הנורווגי, לארס הולם, נועד עם שר החוץ הפיני, יוסי ורטנן.\n"
        "סבב נוסף ייערך בעוד עשרה ימים בקיטו.\n"
        "סבב קודם, שתוכנן לסוף יולי, בוטל."
    )
    _, following, earlier = read_lines(lines, "he").meetings
    for found, status in ((following, "planned"), (earlier, "cancelled")):
        assert [p.gazetteer_id for p in found.participants] == ["norway", "finland"]
        assert found.status == status


def test_a_round_of_fighting_is_no_meeting() -> None:
    assert read("סבב קרבות נוסף פרץ אתמול בגבול.", "he").meetings == ()


def test_what_was_meant_to_begin_met_nobody() -> None:
    lines = "צ׳ילה ובוליביה נפגשו בקיטו.\nשיחות, שנועדו להיפתח היום בקיטו, נדחו לשבוע הבא."
    assert len(read_lines(lines, "he").meetings[-1].participants) == 2


def test_a_body_of_no_list_may_stand_behind_place_and_day() -> None:
    (found,) = read("אתמול התכנסה בקיטו, לראשונה מאז המלחמה, ועדת הגבולות.", "he").meetings
    assert [name(p) for p in found.participants] == ["ועדת הגבולות"]


def test_who_is_called_together_hosts_nobody() -> None:
    (found,) = read("פרו הציעה לכנס את שגרירי האיחוד לדיון חירום בקיטו.", "he").meetings
    assert [name(p) for p in found.participants] == ["שגרירי האיחוד"]


def test_a_counterpart_without_a_name_is_called_so() -> None:
    (found,) = read("פגישה בין שר החקלאות הפיני למקבילו השוודי נדחתה.", "he").meetings
    assert [p.name for p in found.participants][1] == "מקבילו השוודי"


def test_a_meeting_that_will_not_be_is_cancelled() -> None:
    (found,) = read("נשיא צ׳ילה ונשיא פרו לא ייפגשו השבוע בלימה.", "he").meetings
    assert (len(found.participants), found.status) == (2, "cancelled")


def test_an_ambassador_is_summoned_in_the_ministry() -> None:
    (found,) = read("שגריר פינלנד בסנטיאגו זומן לשיחת נזיפה במשרד החוץ הצ׳יליאני.", "he").meetings
    assert len(found.participants) == 2


def test_a_summons_for_a_talk_comes_from_the_state_where_the_envoy_sits() -> None:
    (found,) = read("שגריר פרו בסנטיאגו זומן אתמול לשיחה.", "he").meetings
    envoy, state = found.participants
    assert isinstance(state, Mention)
    assert (name(envoy), state.gazetteer_id) == ("שגריר פרו", "chile")
    assert found.place is not None
    assert (found.place.text, found.status) == ("סנטיאגו", "held")


def test_who_was_spoken_of_hosts_where_the_verb_opens_the_sentence() -> None:
    text = "ראש ממשלת מלטה גינה את ההחלטה. מחר יארח בוולטה את נשיא קפריסין."
    (found,) = read_lines(text.replace(". ", ".\n"), "he").meetings
    assert [name(p) for p in found.participants] == ["ראש ממשלת מלטה", "נשיא קפריסין"]


def test_he_who_was_met_is_not_who_met_him() -> None:
    text = "נשיא פרו הודיע כי הגיע.\nשר החוץ של קניה נפגש איתו אתמול בקיטו."
    (found,) = read_lines(text, "he").meetings
    assert [name(p) for p in found.participants] == ["שר החוץ של קניה", "נשיא פרו"]


def test_who_speaks_met_who_is_told_in_a_meeting() -> None:
    text = "שר החוץ של צ׳ילה מסר אתמול לנשיא פרו, בפגישה בארמון, כי אין שינוי."
    (found,) = read(text, "he").meetings
    assert len(found.participants) == 2
    assert found.time is not None


def test_counterparts_of_several_states_are_a_party_each() -> None:
    (found,) = read("שר החוץ של נורווגיה נועד עם עמיתיו מאסטוניה ומלטביה.", "he").meetings
    assert len(found.participants) == 3
