"""Who says what in Hebrew sentences: orders, insertions, reporters, references."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model.mention import Mention
from tests.reading import name, parse, read, read_lines, words

EXAMPLES = [
    # orders
    "{s:משרד ההגנה הפולני} מסר כי {c:הגדר הושלמה}.",
    "אתמול בערב הודיעה {s:ממשלת פרו} כי {c:הנמל ייסגר}.",
    "״{c:לא נחתום על הסכם חלקי}״, אמר {s:נשיא רואנדה}.",
    "״{c:לא נחתום על הסכם חלקי}״, {s:נשיא רואנדה} אמר.",
    "{c:המשאיות נעצרו במעבר}, מסרו {s:גורמים באו״ם}.",
    "״{c:הגשר ייפתח}״, הוסיפה {s:דוברת הממשלה הסרבית}.",
    "{s:שר החוץ היפני}: ״{c:הדלת עוד פתוחה}״",
    "{s:נשיא צ׳אד} האשים, במכתב ל{a:נשיא קניה}, את השלטונות {c:בהסתה}.",
    "״{c:נמשיך לפעול}״, אמרו אמש ב{s:משרד החוץ}.",
    "{s:הליגה הערבית} קראה {c:לכינוס חירום של מועצת הביטחון}.",
    "{s:אוניברסיטת לונד}, שבה למד החוקר, הודיעה כי {c:תסגור את התוכנית}.",
    "{s:דובר של ארגונו} טוען כי {c:המעצר פוליטי}.",
    "ב{s:משרד ההגנה} אישרו את דבר {c:השיגור, אך לא את היעד}.",
    "{c:הנמל נפתח}, מוסרת {s:משטרת העיר}.",
    "״{c:הגשר שלנו ויישאר שלנו}״, הוסיף {s:נשיא קניה} בנאום ששודר ברדיו.",
    "{s:נשיא צ׳ילה} הביע בפני מארחיו {c:דאגה מן ההתקפות}.",
    "{s:נשיא קפריסין} הביע בהודעה כתובה {c:מורת רוח מן הביטול}.",
    "{s:נשיא פרו} {c:הביע דאגה}.",
    "{s:סגן שר החוץ הרוסי, אלכסנדר פטרוב}, הציע בריאיון {c:לקיים התייעצויות}.",
    "{s:ראש ממשלת מלטה} הכחיש בנאום {c:שארצו הפרה את חובתה}.",
    "{s:שגריר צ׳ילה} השיב, על פי גרסת {v:מנילה}, {c:שארצו לא תפנה את אנשיה}.",
    "{s:נשיא צ׳ילה} כינה אותו {c:שקרן}.",
    "תבעו {s:החמישה} {c:פרסום מהיר של הנתונים}.",
    "{s:דוברת משרד החוץ הרוסי, מריה סולוב}, האשימה את {a:קייב} {c:ב״רטוריקה לא בונה״}.",
    "{s:רשות שמורת היער} הודיעה כי {c:תיסגר למבקרים}.",
    "{s:נשיא פרו} הביע בהצהרה {c:תמיכה בדנמרק}.",
    "״{c:הם משחקים באש}״, אמר על כך {s:בכיר במוסד}.",
    # sources
    "לדברי {s:דיפלומט אירופי}, {c:הטיוטה עוד לא גובשה}.",
    "{c:הטיוטה עוד לא גובשה}, לפי {s:משרד החוץ הנורווגי}.",
    "{v:רויטרס} מסרה, בשם {s:קצין בכיר}, כי {c:הכוח נסוג}.",
    "{s:דיפלומט קנדי} אמר ל״{m:צפון}״: ״{c:נחזור לשולחן.}״",
    '{s:קצין אירי} סיפר ל"{m:דבלין היום}" כי {c:הכוח צומצם}.',
    'לפי "{v:קול הדרום}", המצטט {s:גורם מדיני בכיר}, {c:השיחות נקטעו}.',
    "{s:אמינה דיאלו}, מבכירי המפלגה, הודיעה כי {c:הבחירות יידחו}.",
    "אתמול האשים {s:מפקד כוחות הדרום, מוחמד חסן}, את {a:הצבא} {c:בהפרת ההפוגה}.",
    "{s:נשיא צרפת} שוחח עם {a:נשיא ברזיל} והזהיר כי {c:הזמן אוזל}.",
    "״{c:ישנו במקלט}״, סיפרה בטלפון {s:רופאה} מקייב.",
    "{s:קצין קנייתי} אמר ל{m:סוכנות לומבה} כי {c:הנמל נסגר}.",
    "{s:דובר הצבא} סיפר ל{m:ערוץ הדרום} כי {c:הכוח נסוג}.",
    "{s:נשיא צ׳ילה}, לפי הודעת {v:ארמון הנשיאות}, הודיע כי {c:הגבול ייפתח}.",
    "״{c:אנו מצטערים}״, נאמר בהודעה שהוציאה {s:ממשלת מלטה}.",
    "{s:מנהיגי שמונה מדינות באפריקה}, שנועדו באקרה, הזהירו כי {c:הרעב מתפשט}.",
    "{s:בכיר ירדני} אמר ל{m:רויטרס} כי {c:המעבר ייפתח}.",
    # what stands between
    "{s:שר ההגנה הצ׳כי}, שביקר אתמול בבסיס, אמר כי {c:האימונים יימשכו}.",
    "{s:גורם ביטחוני} שביקש להישאר בעילום שם אמר כי {c:המבצע לא הסתיים}.",
    "אמר {s:שר הפנים הגרמני}, במסיבת עיתונאים בברלין, כי {c:הגבולות ייסגרו}.",
    # nobody's, or another's words
    "דובר הצבא סירב להגיב לדיווח.",
    "שר החוץ היפני לא אמר מתי יחזור.",
    "הנתונים הראו כי המחירים עלו.",
    # passives and people behind "in"
    "מ{s:משרד החוץ המרוקאי} נמסר כי {c:השגריר הוחזר}.",
    "ב{s:משרד הבריאות} הכחישו כי {c:החיסון חסר}.",
    # listeners
    "{s:בגדאד} הזהירה את {a:אנקרה} כי {c:תפנה למועצת הביטחון}.",
    "{s:קייב} האשימה את {a:מינסק} {c:בשיגור הרחפן}.",
    "{s:הנשיא הקולומביאני} הבטיח ל{a:ונצואלה} כי {c:הגבול ייפתח}.",
]


@pytest.mark.parametrize("marked", EXAMPLES)
def test_speaker_listeners_reporters_and_words_are_found(marked: str) -> None:
    example = parse(marked)
    found = read(example.text, "he").statements
    assert [name(s.speaker) for s in found] == example.marked("s")
    assert [name(a) for s in found for a in s.addressees] == example.marked("a")
    assert [name(v) for s in found for v in s.via] == example.marked("v")
    assert [words(example.text, s.content) for s in found] == example.parts.get("c", [])


MOVED = [e for e in EXAMPLES if re.match(r"\{s:[^}]*\} \S+ (?:כי|את|ל)", e)]
ADDITIONS = [
    (r"^", "אתמול "),
    (r"^(\{s:[^}]*\})", r"\1, שביקר אמש ברומא,"),
    (r"^(\{s:[^}]*\})", r"\1 (בתמונה)"),
    (r"\.$", ", למרות דברי נשיא ברזיל."),
]


@pytest.mark.parametrize("marked", MOVED)
@pytest.mark.parametrize(("where", "more"), ADDITIONS)
def test_additions_move_no_hebrew_speaker(marked: str, where: str, more: str) -> None:
    changed = parse(re.sub(where, more, marked, count=1))
    (found,) = read(changed.text, "he").statements
    assert name(found.speaker) == changed.marked("s")[0]
    (plain,) = read(parse(marked).text, "he").statements
    assert found.act == plain.act


@pytest.mark.parametrize(
    ("line", "act"),
    [
        ("טהרן איימה כי תסגור את המצר.", "warns"),
        ("וינה התחייבה להגדיל את הסיוע.", "promises"),
        ("ליסבון גינתה את ההפיכה.", "accuses"),
        ("אוסלו הביעה דאגה מן המצב.", "expresses-concern"),
        ("רבאט דרשה את שחרור הספינה.", "demands"),
        ("מדריד הכחישה את הדיווח.", "denies"),
        ("באקו הכריזה על הפסקת אש.", "announces"),
        ("הלסינקי תיארה את התקרית כחמורה.", "describes"),
        ("ריגה סבורה כי הגבול בטוח.", "asserts"),
    ],
)
def test_each_act_has_its_verbs(line: str, act: str) -> None:
    (found,) = read(line, "he").statements
    assert found.act == act


def test_a_condition_is_cut_at_its_comma() -> None:
    text = "נשיא איראן הזהיר כי אם יוטלו סנקציות, ההסכם יבוטל."
    (found,) = read(text, "he").statements
    assert words(text, found.condition) == "אם יוטלו סנקציות"


@pytest.mark.parametrize(
    ("second", "speaker"),
    [
        ("היא הוסיפה כי הכביש ייחסם.", "שרת התחבורה האוסטרית"),
        ("לדבריה, הכביש ייחסם.", "שרת התחבורה האוסטרית"),
        ("״הכביש ייחסם״, הוסיפה.", "שרת התחבורה האוסטרית"),
    ],
)
def test_whoever_spoke_goes_on_speaking(second: str, speaker: str) -> None:
    found = read_lines(f"שרת התחבורה האוסטרית אמרה כי המנהרה סגורה.\n{second}", "he").statements
    assert [name(s.speaker) for s in found] == [speaker, speaker]


def test_the_same_source_is_who_was_named_before() -> None:
    text = "גורם מדיני אמר כי השיחות נכשלו.\nאותו גורם הוסיף כי המשלחת תשוב."
    first, second = read_lines(text, "he").statements
    assert second.speaker == first.speaker


def test_the_ministry_is_the_one_named_before() -> None:
    text = "משרד החוץ הסיני מסר כי השגריר זומן.\nהמשרד הזהיר כי תבוא תגובה."
    _, second = read_lines(text, "he").statements
    assert name(second.speaker) == "משרד החוץ הסיני"


def test_a_second_verb_has_the_subject_of_the_first() -> None:
    found = read("נשיא גאנה אמר כי העצרת תתקיים והבטיח לבטל את המס.", "he").statements
    assert [(name(s.speaker), s.act) for s in found] == [
        ("נשיא גאנה", "asserts"),
        ("נשיא גאנה", "promises"),
    ]


WORDS = st.sampled_from(
    [
        *[
            "אמר",
            "כי",
            "את",
            "לפי",
            "נפגש",
            "עם",
            "שר",
            "החוץ",
            "הרוסי",
            "״",
            ",",
            ".",
            ":",
            "-",
            "(",
            ")",
            "קו",
            "אדום",
            "והוסיף",
            "לדבריו",
            "ל",
            "ש",
        ],
        "CNN",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=12))
def test_any_words_are_read_without_failing(some: list[str]) -> None:
    drafts = read(" ".join(some), "he")
    assert all(s.evidence for s in drafts.statements)


@pytest.mark.parametrize("more", ["", ", שביקרה אמש ברומא,"])
def test_whoever_does_a_thing_by_her_own_account_tells_it(more: str) -> None:
    text = f"שרת ההגנה הפינית מריה סאלו{more} הציבה, לדבריה, שלושה תנאים."
    (found,) = read_lines(f"דובר הצבא הנורווגי אמר כי הכביש נסגר.\n{text}", "he").statements[1:]
    assert name(found.speaker) == "שרת ההגנה הפינית מריה סאלו"


def test_a_bare_denial_is_a_statement() -> None:
    (found,) = read_lines("הכביש נסגר.\nדובר הצבא הכחיש אתמול.", "he").statements
    assert (name(found.speaker), found.act) == ("דובר הצבא", "denies")


def test_and_that_begins_another_statement_of_the_same_speaker() -> None:
    text = "שר החוץ הצ׳כי אמר כי השגרירות תיפתח, וכי הגבול יישאר סגור."
    found = read(text, "he").statements
    assert [name(s.speaker) for s in found] == ["שר החוץ הצ׳כי"] * 2
    assert [words(text, s.content) for s in found] == ["השגרירות תיפתח", "הגבול יישאר סגור"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("שר ההגנה הרג'יט סאג'אן אמר שהצבא מוכן.", "שר ההגנה הרג'יט סאג'אן"),
        ('ב"ניו הורייזן" נכתב אתמול שהגבול ייפתח.', "ניו הורייזן"),
        ("בתחנת LRT נאמר שהגבול ייפתח.", "תחנת LRT"),
        ("הדובר ג'או ליג'יאן אמר שהגבול ייפתח.", "הדובר ג'או ליג'יאן"),
        ("הגבול נסגר, ודיפלומט של הליגה טען כי ייפתח.", "דיפלומט של הליגה"),
        ('"הגבול ייפתח", התבטא נשיא פינלנד.', "נשיא פינלנד"),
    ],
)
def test_names_and_outlets_no_list_has_speak(text: str, speaker: str) -> None:
    assert name(read(text, "he").statements[-1].speaker) == speaker


LISTENERS = [
    ("נשיא פרו קרא לצ׳ילה, לבוליביה ולאקוודור לסגת.", ["צ׳ילה", "בוליביה", "אקוודור"]),
    ("ליסבון דרשה אתמול מאנגולה ומזמביה לעצור לאלתר את הירי.", ["אנגולה", "זמביה"]),
    ("שר החוץ הפיני אמר בקיטו לנשיא פרו כי הגבול ייסגר.", ["נשיא פרו"]),
    ("שר האוצר סיפר לשרים כי התקציב אזל.", ["שרים"]),
    ("נשיא צ׳ילה איים על בוליביה כי יסגור את הגבול.", ["בוליביה"]),
    ("בשבוע שעבר שיגרה צ׳ילה מכתב שבו האשימה את פרו בהברחות.", ["פרו"]),
]


@pytest.mark.parametrize(("text", "heard"), LISTENERS)
def test_all_who_are_told_are_heard_of(text: str, heard: list[str]) -> None:
    (said,) = read(text, "he").statements
    assert [name(a) for a in said.addressees] == heard


def test_who_was_told_is_told_what_is_added() -> None:
    first, then = read(
        "נשיא צ׳ילה אמר לנשיא פרו כי הגבול סגור, והוסיף כי הנמל ייסגר.", "he"
    ).statements
    assert [name(a) for a in then.addressees] == [name(a) for a in first.addressees]


def test_a_guest_is_no_ministry() -> None:
    text = "נשיא צ׳ילה אירח את נשיא פרו.\nהקרמלין מסר כי נשיא צ׳ילה הבהיר לאורחו שהגבול סגור."
    said = read_lines(text, "he").statements[-1]
    assert [name(a) for a in said.addressees] == ["נשיא פרו"]


def test_an_office_passes_on_what_its_holder_says() -> None:
    (said,) = read("נשיא צ׳ילה, כך נמסר מלשכתו, הביע דאגה מהקרבות בגבול.", "he").statements
    assert (name(said.speaker), [name(v) for v in said.via]) == ("נשיא צ׳ילה", ["לשכתו"])


def test_an_office_tells_what_its_holder_does() -> None:
    (said,) = read("נשיא צ׳ילה, כך נמסר מלשכתו, ניסה לעצור את הקרבות.", "he").statements
    assert name(said.speaker) == "לשכתו"


def test_an_outlet_cites_whom_it_relies_on() -> None:
    text = "לפי דיווח בתאגיד ״צפון״, שהסתמך על מקור צבאי, הגבול ייפתח מחר."
    (said,) = read(text, "he").statements
    assert (name(said.speaker), len(said.via)) == ("מקור צבאי", 1)


@pytest.mark.parametrize(
    ("text", "speaker", "act", "told"),
    [
        ("התחייבותה של נשיאת פרו לצ׳ילה: ״הגז יזרום״.", "נשיאת פרו", "promises", ["צ׳ילה"]),
        ("״השמיים שלנו סגורים לכולם״, כך שר ההגנה הליטאי.", "שר ההגנה הליטאי", "asserts", []),
        ("״המחסנים מתרוקנים מיום ליום״, מזהירים באו״ם.", "או״ם", "warns", []),
        ("שר האוצר הקנדי הימר כי הריבית תרד.", "שר האוצר הקנדי", "asserts", []),
        ("״איש לא ישאל אותנו לאן״, הרעים נשיא פרו.", "נשיא פרו", "asserts", []),
        ("שר החוץ היפני היה תקיף: ״האיים הם שלנו מאז ומעולם״.", "שר החוץ היפני", "asserts", []),
        ("נשיא קניה לא שלל משלוח של חיילים.", "נשיא קניה", "asserts", []),
        ("דרישה חריפה הפנתה ממשלת גאנה לטוגו: הסירו את המחסום.", "ממשלת גאנה", "demands", ["טוגו"]),
    ],
)  # fmt: skip
def test_nouns_bodies_and_verbs_of_no_list_tell_who_says(
    text: str, speaker: str, act: str, told: list[str]
) -> None:
    (found,) = read(text, "he").statements
    assert (name(found.speaker), found.act) == (speaker, act)
    assert [name(a) for a in found.addressees] == told


@pytest.mark.parametrize(
    "text",
    [
        "נשיא פרו ידע כי הריבית תרד.",
        "שר האוצר הציב שלושה שומרים בפתח.",
        "הממשלה הוציאה את הצבא מן העיר.",
    ],
)
def test_thinking_and_sending_of_things_tell_no_words(text: str) -> None:
    assert not read(text, "he").statements


def test_a_name_that_begins_with_the_arabic_article_is_no_preposition() -> None:
    (found,) = read("אל-ג׳זירה דיווחה כי הנמל נסגר.", "he").statements
    assert name(found.speaker) == "אל-ג׳זירה"


def test_what_is_expressed_is_no_part_of_a_listeners_name() -> None:
    (found,) = read("נשיא גאנה הביע בפני נשיא טוגו דאגה עמוקה מן המצב.", "he").statements
    assert [name(a) for a in found.addressees] == ["נשיא טוגו"]
    assert found.act == "expresses-concern"


def test_a_denial_may_name_who_makes_it_last() -> None:
    (found,) = read("בלימה הכחיש זאת דובר הצבא.", "he").statements
    assert (name(found.speaker), found.act) == ("דובר הצבא", "denies")


def test_what_a_body_tells_of_somebody_is_asked_by_him() -> None:
    text = "בלשכת ראש הממשלה סיפרו כי נשיא צ׳ילה יאן נובק פנה למשקיפים וביקש מהם סיוע."
    asked = [s for s in read(text, "he").statements if s.act == "demands"]
    assert [name(s.speaker) for s in asked] == ["נשיא צ׳ילה יאן נובק"]


def test_a_clause_behind_and_is_no_words_said_in_front_of_it() -> None:
    text = "נשיא צ׳ילה ונשיא פרו נפגשו אמש בלימה, והסכימו לסיים את המשבר."
    assert not read(text, "he").statements


def test_whose_son_or_spokesman_speaks_is_named_behind() -> None:
    for text in ("בנה של הנשיאה, טום הלר, אמר כי אין זמן.", "דוברו, רונאן קלר, טען כי אין זמן."):
        (found,) = read(text, "he").statements
        assert isinstance(found.speaker, Mention)
        assert found.speaker.person in text.split(", ")


def test_a_verb_alone_between_commas_tells_the_words_around_it() -> None:
    (found,) = read("ההסכם על המים, הוסיף, ייחתם בקיץ.", "he").statements
    assert found.rule == "statement/words-verb-subject/he"


def test_the_latter_is_whom_the_words_name_last() -> None:
    text = "שר החוץ של פולין שוחח עם שר החוץ של צ׳כיה, וזה הפציר בו לנהוג באיפוק."
    (found,) = read(text, "he").statements
    assert name(found.speaker) == "שר החוץ של צ׳כיה"


def test_people_of_a_ministry_in_a_capital_speak_for_it() -> None:
    (found,) = read("במשרד החוץ בליסבון מסרו כי אין שינוי.", "he").statements
    assert isinstance(found.speaker, Mention)
    assert found.speaker.kind == "ministry"


def test_who_tells_that_he_did_a_thing_did_it() -> None:
    text = "בשבת סיפר דני כהן לתומכיו בליסבון כי הורה לשר החוץ לסגור את הנמל."
    assert {name(s.speaker) for s in read_lines(text, "he").statements} == {"דני כהן"}


@pytest.mark.parametrize(
    "marked",
    [
        "{s:ארגון זכויות האדם ״צדק לכול״} האשים את {a:הצבא} {c:בעינויים}.",
        "{s:עמותת ״קו לחיים״} האשימה את {a:הממשלה} {c:בהפקרת העצורים}.",
        "{s:המפלגה ״חירות וצדק״} דרשה {c:לשחרר את האסירים}.",
    ],
)
def test_a_body_whose_name_is_quoted_speaks(marked: str) -> None:
    example = parse(marked)
    (found,) = read(example.text, "he").statements
    assert name(found.speaker) == example.marked("s")[0]
    assert words(example.text, found.content) == example.marked("c")[0]
