"""Hebrew meetings whose parties, place or day stand in another clause of the sentence."""

import pytest

from tests.hebrew_claims import Met, met


@pytest.mark.parametrize(
    ("text", "visitor", "place"),
    [
        ("שר החוץ של הודו נפגש עם מקבילו הצרפתי, שביקר ביום ראשון ברומא.", "מקבילו הצרפתי", "Rome"),
        ("שר ההגנה הגרמני שוחח עם עמיתתו ההולנדית, שטסה לליסבון.", "עמיתתו ההולנדית", "Lisbon"),
        (
            "שר החוץ היווני אירח את עמיתו הקפריסאי, שיגיע בשבוע הבא לאנקרה.",
            "עמיתו הקפריסאי",
            "Ankara",
        ),
    ],
)
def test_a_clause_behind_a_counterpart_is_the_counterparts(
    text: str, visitor: str, place: str
) -> None:
    _, (visiting, where, _, _) = met(text)
    assert (visiting[0], where) == (visitor, place)


def test_the_visit_of_a_counterpart_of_no_state_is_nobody_elses() -> None:
    _, (visiting, _, _, _) = met("נשיא הודו לא נפגש עם עמיתו, שביקר אתמול בליסבון.")
    assert "נשיא הודו" not in visiting


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "נשיא מאלי הגיע לבוגוטה, נפגש עם נשיא קולומביה והכריז על סיוע.",
            (["נשיא מאלי", "נשיא קולומביה"], "Bogota", "held", None),
        ),
        (
            "נשיא צ'ילה ימריא היום לקיטו ומחר ייפגש עם נשיאת אקוודור.",
            (["נשיא צ'ילה", "נשיאת אקוודור"], "Quito", "planned", "2024-05-16"),
        ),
        (
            "עוד קודם לכן, ביום רביעי, אירח נשיא צ'ילה את נשיא פרו.",
            (["נשיא צ'ילה", "נשיא פרו"], None, "held", "2024-05-15"),
        ),
        (
            "שר החוץ של פרו העלה את העניין כבר ב-12 במאי, כשביקר בלימסול ונפגש עם נשיא קפריסין.",
            (["שר החוץ של פרו", "נשיא קפריסין"], "Limassol", "held", "2024-05-12"),
        ),
        (
            "על ההסכם סוכם ב-10 במאי, כשראש ממשלת מלטה ונשיא קפריסין נפגשו בליסבון.",
            (["ראש ממשלת מלטה", "נשיא קפריסין"], "Lisbon", "held", "2024-05-10"),
        ),
    ],
)
def test_the_clause_before_tells_who_where_and_when(text: str, found: Met) -> None:
    assert met(text) == [found]


def test_in_which_is_the_town_named_last() -> None:
    text = "שר החוץ של פולין הגיע לפריז מליסבון, שבה נפגש ביום שני עם נשיא פורטוגל."
    assert [place for _, place, _, _ in met(text)] == ["Paris", "Lisbon"]


@pytest.mark.parametrize("group", ["מומחים משתי המדינות", "אנשי המכס של שתי המדינות"])
def test_people_of_both_states_are_the_two_states(group: str) -> None:
    text = f"נשיא פרו ונשיא צ'ילה נפגשו בקיטו. {group} ייפגשו ביוני בליסבון."
    assert met(text)[1] == (["Peru", "Chile"], "Lisbon", "planned", "2024-06-01")


def test_an_envoy_invited_to_the_ministry_was_summoned() -> None:
    text = "כעבור יום הוזמן השגריר הרוסי בוורשה, סרגיי אנטונוב, למשרד החוץ הפולני."
    (found,) = met(text)
    assert "סרגיי אנטונוב" in found[0]
    assert found[1:3] == ("Warsaw", "held")


def test_a_group_behind_the_verb_meets() -> None:
    text = "ביום שני ייפגשו עורכי הדין של המשפחה עם נשיא קניה."
    assert met(text)[0][0] == ["עורכי הדין של המשפחה", "נשיא קניה"]


def test_members_of_a_body_convene() -> None:
    text = "שגרירי המדינות החברות באיחוד האפריקני יתכנסו מחר באדיס אבבה לישיבה מיוחדת."
    assert [found[1:] for found in met(text)] == [("Addis Ababa", "planned", "2024-05-16")]


def test_a_journey_may_be_called_off() -> None:
    text = "נסיעה של שר ההגנה הסודני לקהיר, שנקבעה ל-20 במאי, בוטלה."
    assert met(text) == [(["שר ההגנה הסודני"], "Cairo", "cancelled", "2024-05-20")]


def test_who_asks_for_a_sitting_need_not_sit_there() -> None:
    text = "יוון ביקשה אתמול לכנס את מועצת הביטחון כדי לדון בהתפרעויות בלוב."
    assert [(parties, place) for parties, place, _, _ in met(text)] == [
        (["UN Security Council"], None)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "שר האוצר של צ'אד הבטיח בשיחה שהעבודות יסתיימו מחר.",
        "״אני רוצה לדבר״, אמר נשיא פרו בשיחה, שאותה תרגם הפעיל דני לוי.",
        "המעצר נועד למנוע מנשיא פרו להגיע אל נשיא צ'ילה.",
        "ממשלת סין תתיר לפעיל לי ווי לצאת ללימודים בצרפת.",
    ],
)
def test_what_is_promised_translated_and_kept_from_is_no_meeting(text: str) -> None:
    assert met(text) == []


def test_who_was_at_the_meeting_as_well_met_those_who_met() -> None:
    text = (
        "נשיא קניה קיבל בניירובי את שר החוץ הצרפתי. "
        "בפגישה, שבה נכח גם שר ההגנה סולה דוד, הוסכם על סיוע."
    )
    assert [found[:2] for found in met(text)] == [
        (["נשיא קניה", "שר החוץ הצרפתי", "סולה דוד"], "Nairobi")
    ]


def test_words_said_before_a_meeting_tell_its_town() -> None:
    text = "״לא נוותר״, אמר נשיא צ'ילה לעיתונאים בליסבון, לפני פגישתו עם נשיא פורטוגל."
    assert [found[1] for found in met(text)] == ["Lisbon"]
    far = "״לא נוותר״, אמר נשיא צ'ילה בקיטו, לפני שטס לפגישה עם נשיא פורטוגל."
    assert [found[1] for found in met(far) if "נשיא פורטוגל" in found[0]] == [None]


def test_a_list_of_delegates_may_end_in_words_of_no_list() -> None:
    text = "ב-3 ביוני תתקיים פגישה של נציגי טורקיה, קטאר וההנהגה החדשה בצפון."
    assert [found[0] for found in met(text)] == [["נציג טורקיה", "נציג קטאר"]]


def test_who_announces_that_it_will_hold_a_meeting_holds_it() -> None:
    text = "ממשלת צ'אד הודיעה כי תקיים בשבוע הבא פגישה עם התושבים בקיטו."
    assert [found[0] for found in met(text)] == [["Chad", "התושבים"]]


def test_an_envoy_presents_himself_at_the_ministry() -> None:
    text = "שגריר צ'אד בקיטו, אנו דבי, התייצב במשרד החוץ ומסר איגרת לשר."
    assert [found[0] for found in met(text)] == [["אנו דבי", "משרד החוץ"]]


def test_a_debate_on_a_matter_is_no_meeting_of_those_it_names() -> None:
    assert met("פרו השעתה את הדיון בצירופה של צ'ילה לארגון.") == []


@pytest.mark.parametrize(
    "text",
    [
        "נשיא אוקראינה דחה הצעה להיפגש עם נשיא רוסיה במוסקבה.",
        "נשיא אוקראינה סירב להיפגש במוסקבה עם נשיא רוסיה.",
    ],
)
def test_what_is_turned_down_stays_an_offer(text: str) -> None:
    assert met(text) == [(["נשיא אוקראינה", "נשיא רוסיה"], "Moscow", "proposed", None)]


def test_who_denies_that_he_met_does_not_turn_it_down() -> None:
    ((_, _, status, _),) = met("נשיא אוקראינה הכחיש כי נפגש עם נשיא רוסיה במוסקבה.")
    assert status == "held"


def test_a_host_meets_his_counterparts_himself() -> None:
    ((parties, place, _, _),) = met("שר החוץ הטורקי אירח באנקרה את מקביליו מסוריה ומירדן.")
    assert parties == ["שר החוץ הטורקי", "מקביליו סוריה", "מקביליו ירדן"]
    assert place == "Ankara"


def test_there_is_on_the_day_of_the_journey() -> None:
    text = "נשיאת מלטה תצא ביום חמישי לקיטו, שם תתארח אצל נשיא אקוודור."
    assert met(text) == [(["נשיאת מלטה", "נשיא אקוודור"], "Quito", "planned", "2024-05-16")]


def test_a_day_behind_a_comma_is_the_meetings() -> None:
    text = "בשיחה של נשיא פרו עם נשיא צ'ילה, ב-12 במאי, סוכם על סיוע."
    assert [found[3] for found in met(text)] == ["2024-05-12"]


def test_who_speaks_after_a_long_talk_held_it() -> None:
    text = "אחרי פגישה בת שלוש שעות עם שר ההגנה של הודו אמר שר ההגנה הסיני כי המתיחות פחתה."
    assert [set(found[0]) for found in met(text)] == [{"שר ההגנה הסיני", "שר ההגנה של הודו"}]


def test_guards_of_both_states_are_to_meet() -> None:
    text = (
        "נשיא פרו ונשיא צ'ילה נפגשו בקיטו. "
        "שר ההגנה של פרו הציע בריאיון לקיים התייעצויות בין משמרות הגבול של שתי המדינות."
    )
    assert met(text)[1][0] == ["Peru", "Chile"]


def test_a_visit_on_which_somebody_meets_is_told_by_the_verb() -> None:
    text = "במהלך ביקורו בברלין ייפגש נשיא אוקראינה עם הקנצלר."
    assert [found[:2] for found in met(text)] == [(["נשיא אוקראינה", "הקנצלר"], "Berlin")]


def test_who_is_due_to_come_and_meet_need_be_on_no_list() -> None:
    text = "ראש הסגל האירי צפוי להגיע לליסבון ביום שלישי ולהיפגש עם נשיא צ'אד."
    assert [found[0] for found in met(text)] == [["ראש הסגל האירי", "נשיא צ'אד"]]


def test_ministers_of_three_states_all_confer() -> None:
    text = "שרי ההגנה של פרו, צ'ילה ובוליביה ייוועדו מחר בקיטו."
    assert [len(found[0]) for found in met(text)] == [3]


def test_a_meeting_turned_down_was_offered_one_put_off_was_planned() -> None:
    statuses = [
        met(f"שר החוץ של פרו דחה {what} עם נשיא צ'ילה.")[0][2] for what in ("פגישה", "את פגישתו")
    ]
    assert statuses == ["proposed", "postponed"]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "ראש ממשלת תאילנד ועמיתו הקמבודי הון סאן קיימו אמש שיחת טלפון.",
            ["ראש ממשלת תאילנד", "הון סאן"],
        ),
        ("לבקשת אלג'יריה תקיים מועצת הביטחון מחר ישיבה מיוחדת.", ["UN Security Council"]),
        ("אחרי שנועד עם נשיא פרו, המשיך שר החוץ הצ'כי לקיטו.", ["שר החוץ הצ'כי", "נשיא פרו"]),
        (
            "הפגישה, הראשונה מאז המלחמה, התקיימה בדמשק בין נשיא פרו לשר החוץ הצ'כי.",
            ["נשיא פרו", "שר החוץ הצ'כי"],
        ),
        ("שיחות השלום בין ממשלת קולומביה לבין המורדים נקטעו.", ["Colombia", "המורדים"]),
        ("נשיא אריתריאה הגיע לקהיר בהזמנת נשיא מצרים.", ["נשיא אריתריאה", "נשיא מצרים"]),
        (
            "ראש ממשלת ארמניה ונשיא צ'ילה יחתמו מחר בבית הלבן על הסכם.",
            ["ראש ממשלת ארמניה", "נשיא צ'ילה"],
        ),
    ],
)
def test_parties_are_read_from_all_over_the_sentence(text: str, parties: list[str]) -> None:
    assert [found[0] for found in met(text)] == [parties]


def test_those_who_convene_for_a_sitting_meet_once() -> None:
    assert len(met("שגרירי האיחוד האפריקני יתכנסו מחר בקיטו לישיבה מיוחדת.")) == 1


def test_who_toured_met_those_on_the_way() -> None:
    text = "שר החוץ הסיני סיים סיור בקיטו, שבמהלכו נפגש עם נשיא קניה."
    assert [found[:2] for found in met(text)] == [(["שר החוץ הסיני", "נשיא קניה"], "Quito")]


def test_a_meeting_brought_forward_is_to_come() -> None:
    ((_, _, status, _),) = met("פגישתו של נשיא פרו עם נשיא צ'ילה הוקדמה ליום שני.")
    assert status == "planned"


def test_what_was_over_before_has_not_the_day_of_the_main_clause() -> None:
    text = "ב-3 במאי נחתם הסכם הסחר, לאחר שנפגש שר המסחר ההודי עם עמיתו הבריטי."
    (found,) = met(text)
    assert found[3] is None


@pytest.mark.parametrize(
    "text",
    [
        "״האיום נמשך״, אמר נשיא פרו בליסבון, אחרי פגישתו עם נשיא רוסיה ולדימיר פוטין.",
        "נשיא קירגיזסטן אמר בבישקק, אחרי שיחת טלפון עם נשיא רוסיה, כי הגבול ייפתח.",
    ],
)
def test_a_town_of_words_said_after_a_meeting_is_not_the_meetings(text: str) -> None:
    (found,) = met(text)
    assert found[1] is None


@pytest.mark.parametrize(
    "text",
    [
        "שחקן הסנוקר ג'ון היגינס חזר לשולחן עם רוני או'סאליבן בליסבון.",
        "נשיא פרו הזהיר שחמאס לא יחזור לשולחן המשא ומתן עם ישראל.",
    ],
)
def test_who_comes_back_to_no_talks_does_not_meet(text: str) -> None:
    assert met(text) == []


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("שגריר צרפת הוזמן למשרד החוץ לארוחת ערב חגיגית.", ["planned"]),
        ("שגריר צרפת הוזמן למשרד החוץ לטקס הענקת עיטור.", []),
        ("שגריר צרפת הוזמן למשרד החוץ לשיחה.", ["held"]),
    ],
)
def test_an_envoy_invited_to_a_feast_is_not_summoned(text: str, statuses: list[str]) -> None:
    assert [status for _, _, status, _ in met(text)] == statuses


@pytest.mark.parametrize(
    ("text", "status", "day"),
    [
        ("הפסגה בין סין ליפן, הקבועה ל-3 ביוני, עוררה מחאה.", "planned", "2024-06-03"),
        ("פגישת נשיא מאלי ונשיא צ'אד, המתוכננת ל-5 ביוני, תתקיים ברומא.", "planned", "2024-06-05"),
        ("הפגישה בין נשיא מאלי לנשיא צ'אד נותרת לפי שעה על כנה.", "planned", None),
        ("הוועדה הקבועה נפגשה עם נשיא מאלי אתמול.", "held", "2024-05-14"),
        ("נשיא צרפת נפגש עם נשיא מאלי, והסדר שב על כנו.", "held", None),
    ],
)
def test_a_meeting_due_or_left_as_it_was_is_yet_to_come(
    text: str, status: str, day: str | None
) -> None:
    assert [told[2:] for told in met(text)] == [(status, day)]
