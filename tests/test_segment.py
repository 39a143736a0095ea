"""Sentences and their kinds."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.brackets import brackets
from kg.extract.segment import segment
from kg.extract.times.finder import find_times
from kg.extract.tokens import INVISIBLE_CHARACTERS
from kg.lexicon.loader import read_toml
from kg.vocabulary import LANGUAGES, Language

BODY = {
    "ar": "قالت وزارة الخارجية القبرصية إن وفدا من الخبراء سيصل إلى نيقوسيا لمراجعة بنود الاتفاق.",
    "en": "The Cypriot foreign ministry said that a team of experts would reach Nicosia on Friday.",
    "tr": "Kıbrıs Dışişleri Bakanlığı, bir uzman heyetinin Lefkoşa'ya geleceğini açıkladı.",
    "he": "משרד החוץ של קפריסין הודיע כי צוות מומחים יגיע לניקוסיה כדי לבחון את סעיפי ההסכם.",
}
TITLE = {
    "ar": "نيقوسيا تستقبل خبراء أوروبيين",
    "en": "Nicosia to host European experts",
    "tr": "Lefkoşa Avrupalı uzmanları ağırlıyor",
    "he": "ניקוסיה תארח מומחים מאירופה",
}


def kinds(text: str, language: Language, title: str | None = None) -> list[tuple[str, str]]:
    return [(s.kind, s.text) for s in segment(text, language, title=title)]


def bodies(text: str, language: Language) -> list[str]:
    return [s.text for s in segment(text, language, title=None) if s.kind == "body"]


def furniture_rows() -> list[tuple[Language, dict[str, Any]]]:
    return [
        (language, row)
        for language in LANGUAGES
        for row in read_toml(f"text_{language}.toml")["furniture"]
    ]


LINE_ENDS = ["\n", "\r\n", "\n\n", "\u2028"]
PIECES = [
    "Read also: More",
    "أخبار عاجلة",
    "ANKARA (Reuters) - ",
    "U.S.",
    "...",
    "1.",
    "السابق",
    "!”",
]
MARKS = [*' \u00a0\u200f"«(ـ—?©', "# "]
NEWS = st.lists(
    st.sampled_from([*BODY.values(), *TITLE.values(), *PIECES, *MARKS, *LINE_ENDS])
    | st.text(max_size=5),
    max_size=12,
).map("".join)


@given(text=NEWS, language=st.sampled_from(LANGUAGES))
def test_every_visible_code_point_is_in_exactly_one_sentence(text: str, language: Language) -> None:
    sentences = segment(text, language, title=None)
    covered = [i for s in sentences for i in range(s.start, s.end)]
    assert covered == sorted(set(covered))
    hidden = set(range(len(text))) - set(covered)
    assert all(text[i].isspace() or text[i] in INVISIBLE_CHARACTERS for i in hidden)


@given(text=NEWS, language=st.sampled_from(LANGUAGES))
def test_a_sentence_is_the_text_at_its_offsets(text: str, language: Language) -> None:
    sentences = segment(text, language, title="Nicosia to host European experts")
    assert [s.index for s in sentences] == list(range(len(sentences)))
    assert [s.paragraph for s in sentences] == sorted(s.paragraph for s in sentences)
    for s in sentences:
        assert s.text == text[s.start : s.end]
        assert s.tokens
        assert (s.tokens[0].start, s.tokens[-1].end) == (s.start, s.end)


@pytest.mark.parametrize(
    ("language", "row", "example"),
    [(lang, row, example) for lang, row in furniture_rows() for example in row["examples"]],
)
def test_furniture_examples_are_furniture(
    language: Language, row: dict[str, Any], example: str
) -> None:
    text = f"{TITLE[language]}\n\n{BODY[language]}\n\n{example}"
    *others, last = segment(text, language, title=None)
    assert {s.kind for s in others} == {"title", "body"}
    assert (last.kind, last.text) == ("furniture", example), row["id"]


@pytest.mark.parametrize(
    ("language", "example"),
    [(lang, example) for lang, row in furniture_rows() for example in row.get("counter", ())],
)
def test_furniture_counter_examples_are_not(language: Language, example: str) -> None:
    text = f"{TITLE[language]}\n\n{BODY[language]}\n\n{example}\n\n{BODY[language]}"
    assert "furniture" not in {s.kind for s in segment(text, language, title=None)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_short_line_is_the_title_each_time_it_stands(language: Language) -> None:
    text = f"{TITLE[language]}\n{TITLE[language]}\n\n{BODY[language]}\n"
    assert [k for k, _ in kinds(text, language)] == ["title", "title", "body"]


def test_furniture_above_the_title_does_not_take_its_place() -> None:
    text = f"أخبار عاجلة\n\n{TITLE['ar']}\n\n{BODY['ar']}"
    assert [k for k, _ in kinds(text, "ar")] == ["furniture", "title", "body"]


def test_a_title_known_from_elsewhere_is_found_by_its_words() -> None:
    text = f"World\n\nA kicker that is no title at all\n\n{TITLE['en'].upper()}\n\n{BODY['en']}"
    found = {t: k for k, t in kinds(text, "en", title=TITLE["en"])}
    assert found[TITLE["en"].upper()] == "title"
    assert found["A kicker that is no title at all"] != "title"


def test_a_text_of_one_line_is_body() -> None:
    assert kinds("Egypt and Cyprus met in Cairo", "en") == [
        ("body", "Egypt and Cyprus met in Cairo")
    ]


def test_a_short_line_between_paragraphs_is_a_heading() -> None:
    text = f"{TITLE['en']}\n\n{BODY['en']}\n\nGas and borders\n\n{BODY['en']}"
    assert [k for k, _ in kinds(text, "en")] == ["title", "body", "heading", "body"]


def test_labels_above_the_title_do_not_take_its_place() -> None:
    text = f"World\nMiddle East\n\n{TITLE['en']}\n\n{BODY['en']}"
    assert [k for k, _ in kinds(text, "en")] == ["heading", "heading", "title", "body"]


def test_an_hour_alone_is_a_dateline_anywhere() -> None:
    text = f"{TITLE['en']}\n\n{BODY['en']}\n\n11:20 GMT\n\n{BODY['en']}"
    assert [k for k, _ in kinds(text, "en")] == ["title", "body", "dateline", "body"]


def test_a_number_alone_is_no_dateline() -> None:
    text = f"{TITLE['en']}\n\n{BODY['en']}\n\n12\n\n{BODY['en']}"
    assert ("dateline", "12") not in kinds(text, "en")


def test_a_heading_may_ask() -> None:
    text = f"{TITLE['ar']}\n\n{BODY['ar']}\n\nماذا بعد المحادثات؟\n\n{BODY['ar']}"
    assert [k for k, _ in kinds(text, "ar")] == ["title", "body", "heading", "body"]


def test_a_long_line_without_a_stop_stays_body() -> None:
    line = BODY["ar"].rstrip(".")
    text = f"{TITLE['ar']}\n\n{BODY['ar']}\n\n{line}\n\n{BODY['ar']}"
    assert [k for k, _ in kinds(text, "ar")] == ["title", "body", "body", "body"]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("ar", "وأكد الوزير أن المعبر سيفتح غدا"),
        ("ar", "من جهتها رفضت أثينا المقترح"),
        ("en", "However, no date was named"),
        ("en", "The minister gave three reasons:"),
        ("en", "- a corridor for aid"),
    ],
)
def test_a_short_line_that_opens_as_sentences_do_is_body(language: Language, line: str) -> None:
    text = f"{TITLE[language]}\n\n{BODY[language]}\n\n{line}\n\n{BODY[language]}"
    assert ("body", line) in kinds(text, language)


def test_a_short_last_line_is_no_heading() -> None:
    assert kinds(f"{BODY['en']}\n\nNo deal yet", "en")[-1] == ("body", "No deal yet")


def test_markdown_headings_keep_their_marks() -> None:
    text = f"# Talks. In Rome.\n\n{BODY['en']}\n\n## He spoke\n\n{BODY['en']}"
    assert kinds(text, "en")[0] == ("title", "# Talks. In Rome.")
    assert kinds(text, "en")[2] == ("heading", "## He spoke")


def test_links_under_related_stories_are_furniture() -> None:
    links = "Related stories\n\nPrices rise in Athens\n\nFerry runs aground"
    text = f"{BODY['en']}\n\n{links}\n\n{BODY['en']}"
    assert [k for k, _ in kinds(text, "en")] == [
        "body",
        "furniture",
        "furniture",
        "furniture",
        "body",
    ]


def test_previous_and_next_are_furniture_only_after_the_text() -> None:
    line = "Next steps for the gas field"
    text = f"{BODY['en']}\n\n{line}\n\n{BODY['en']}\n\n{line}"
    assert [k for k, _ in kinds(text, "en")] == ["body", "heading", "body", "furniture"]


def test_a_read_also_sentence_inside_a_paragraph_is_furniture() -> None:
    text = f"{BODY['ar']} اقرأ أيضا: أسعار الذهب اليوم"
    assert [k for k, _ in kinds(text, "ar")] == ["body", "furniture"]


@pytest.mark.parametrize(
    ("language", "lead", "rest"),
    [
        ("en", "ATHENS, May 12 (Reuters) -", "Greece said on Friday it would wait."),
        ("en", "NICOSIA (AP) —", "Greece said on Friday it would wait."),
        ("en", "BEIRUT —", "Greece said on Friday it would wait."),
        ("en", "Rome, Italy –", "Greece said on Friday it would wait."),
        ("en", "Tirana, Sept. 23 (Drini Wire)", "Greece said on Friday it would wait."),
        ("en", "TIRANA/NEW YORK —", "Greece said on Friday it would wait."),
        ("tr", "TAHRAN/BAKÜ –", "Yunanistan cuma günü bekleyeceğini söyledi."),
        ("tr", "TAHRAN / BAKÜ -", "Yunanistan cuma günü bekleyeceğini söyledi."),
        ("en", "(Bloomberg) --", "Greece said on Friday it would wait."),
        ("en", "RABAT, 3 June 2024 —", "Greece said on Friday it would wait."),
        ("ar", "القاهرة (رويترز) -", "قالت مصر إنها ستنتظر."),
        ("ar", "عمان - بترا -", "قالت مصر إنها ستنتظر."),
        ("ar", "القاهرة/ الأناضول/", "قالت مصر إنها ستنتظر."),
        ("ar", "القدس المحتلة - وكالات:", "قالت مصر إنها ستنتظر."),
        ("ar", "القاهرة 12 مايو (شينخوا) --", "قالت مصر إنها ستنتظر."),
        ("ar", "دمشق –", "قالت مصر إنها ستنتظر."),
        ("ar", "دبي- العربية.نت:", "قالت مصر إنها ستنتظر."),
    ],
)
def test_the_dateline_is_split_from_the_first_sentence(
    language: Language, lead: str, rest: str
) -> None:
    text = f"{TITLE[language]}\n\n{lead} {rest} {BODY[language]}"
    assert kinds(text, language)[1:] == [
        ("dateline", lead),
        ("body", rest),
        ("body", BODY[language]),
    ]
    assert [s.paragraph for s in segment(text, language, title=None)] == [0, 1, 1, 1]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Cyprus – the smallest member – said on Friday it would wait for the experts."),
        ("en", "AI/ML – Greece said on Friday it would wait for the experts."),
        ("en", "Tirana/Rome – the ministries said on Friday they would wait."),
        ("en", "Israeli-Greek talks were held in Nicosia on Friday, the ministry said."),
        ("en", "Reuters: the experts left Nicosia on Friday after two days of talks."),
        ("en", "The ministry said on May 12 - a holiday - that it would wait."),
        ("en", "Albania (EU candidate) Greece said on Friday it would wait for."),
        ("en", "May Day, May 1 (a holiday) the ministry stayed closed as usual."),
        ("ar", "رويترز: الخبراء غادروا نيقوسيا بعد يومين من المحادثات مع الوزارة."),
        ("ar", "قبرص – العضو الأصغر – قالت إنها ستنتظر الخبراء الأوروبيين أسبوعا."),
        ("ar", "يومي 9 و10 نيسان/أبريل 2025 اجتمع الوفدان في نيقوسيا بدعوة من الوزارة."),
        ("ar", "إذاعة الجيش: الوفد غادر نيقوسيا بعد يومين من المحادثات مع الوزارة."),
    ],
)
def test_a_dash_or_a_named_source_alone_makes_no_dateline(language: Language, line: str) -> None:
    assert kinds(f"{TITLE[language]}\n\n{line}", language)[1:] == [("body", line)]


def test_a_place_and_an_unknown_outlet_under_the_title_are_a_dateline() -> None:
    text = f"{TITLE['ar']}\n\nنيقوسيا – صدى البحر\n\n{BODY['ar']}"
    assert [k for k, _ in kinds(text, "ar")] == ["title", "dateline", "body"]
    untitled = f"نيقوسيا – صدى البحر\n\n{BODY['ar']}"
    assert [k for k, _ in kinds(untitled, "ar", title="قمة قريبة")] == ["dateline", "body"]
    assert [k for k, _ in kinds(untitled, "ar")] == ["title", "body"]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "12 May 2023"),
        ("en", "Friday, May 12, 2023 14:05 GMT"),
        ("ar", "الخميس 12 مايو 2023"),
        ("ar", "القاهرة - رويترز"),
        ("tr", "12 Mayıs 2023"),
        ("he", "12.5.2023, 14:05"),
    ],
)
def test_a_line_of_date_or_outlet_alone_is_a_dateline(language: Language, line: str) -> None:
    text = f"{TITLE[language]}\n\n{line}\n\n{BODY[language]}"
    assert kinds(text, language)[1] == ("dateline", line)


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("en", ["Mr. Doe met Gen. Roe.", "They spoke for 3.5 hours."]),
        ("en", ["The U.S. Senate agreed with the U.S.", "The vote was close."]),
        ("en", ["J. R. Roe left.", "So did A. Doe."]),
        ("en", ["“We will wait. We are patient,” she said.", "He agreed."]),
        ("en", ["“Will they wait?” the minister asked.", "Nobody knew."]),
        ("en", ["“They will wait.”", "The minister left."]),
        ("en", ["Athens waits … and waits.", "Rome does not."]),
        ("en", ["He said it.", "(She did not hear it. She had left.)", "They went on."]),
        ("en", ["The court ruled in Roe v. Wade.", "That was in 1973."]),
        ("ar", ["قال د. سامي إن المعبر مغلق، والوفد عاد.", "ولم يعلق."]),
        ("ar", ["أغلق المعبر في عام 2025م.", "ثم فتح."]),
        ("ar", ["قال: «لن ننتظر. سنعود غدا».", "وأضاف أن الوفد غادر."]),
        ("ar", ["هل يعود الوفد؟", "لا أحد يعلم!", "هكذا قال."]),
        ("ar", ["«هل يعودون؟» تساءل الوزير.", "ثم غادر."]),
        ("ar", ["المعبر.. قصة لا تنتهي.", "هكذا قال."]),
        ("tr", ["Bakan 10. toplantıya katıldı.", "Dr. Kaya gelmedi."]),
        ("he", ["השר אמר כי הצוות יגיע.", 'צה"ל לא הגיב.']),
        ("he", ["הוועדה אימצה את סעיף ג.", "ראש הממשלה נפגש עם נשיא קניה."]),
        ("he", ["המועצה אישרה את תוכנית ב.", "לוינזון הגיב בכעס."]),
        ("he", ["שר החינוך ביקר בכיתה ד.", "תלמידים שרו לו."]),
        ("he", ["המסמך כולל את סעיפים א, ב.", "לוינזון סירב."]),
        ("he", ["השוטרים עצרו את החשוד, ב.", "מאוחר יותר הוא שוחרר."]),
        ("he", ["הם פגשו את הנשיא ב.", "הנשיא סירב."]),
        ("he", ["שר החוץ ההודי ס. ראמנוג'ן נפגש עם השגריר רוברט ד. לינדקוויסט.", "הם שוחחו."]),
        ("he", ["האיש, י. לוינזון, פגש את עמיתו ג'.ל. ראמנוג'ן.", "הם שוחחו."]),
        ("he", ["ג'.ל. ראמנוג'ן אמר כי יגיע.", "הוא איחר."]),
    ],
)
def test_sentences_end_where_readers_see_them_end(language: Language, sentences: list[str]) -> None:
    assert bodies(" ".join(sentences), language) == sentences


def test_a_missing_blank_after_the_stop_still_ends_the_sentence() -> None:
    assert bodies("غادر الوفد القاهرة.وأعلنت الوزارة ذلك.", "ar") == [
        "غادر الوفد القاهرة.",
        "وأعلنت الوزارة ذلك.",
    ]
    assert len(bodies("It was on example.com and news.example.org today.", "en")) == 1


def test_an_unclosed_quotation_swallows_nothing() -> None:
    text = 'قال إن ذلك "أمر مرفوض. وأضاف أن الوفد غادر.\nثم عاد الوفد إلى القاهرة في اليوم نفسه.'
    assert len(bodies(text, "ar")) == 3


def test_a_very_long_quotation_is_cut_at_its_stops() -> None:
    inner = " ".join(f"We will wait for round {n} of the talks." for n in range(20))
    assert len(bodies(f"“{inner}” That was all.", "en")) == 21


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x85", "\n\n"])
def test_every_kind_of_line_end_ends_a_sentence(end: str) -> None:
    assert len(bodies(f"{BODY['ar']}{end}{BODY['ar']}", "ar")) == 2


def test_wrapped_lines_are_joined() -> None:
    lines = [
        "The Cypriot foreign ministry said that a team of experts",
        "would reach Nicosia on Friday to read the draft. It gave",
        "no other details about the visit.",
    ]
    (first, second) = bodies("\n".join(lines), "en")
    assert first.endswith("read the draft.")
    assert re.sub(r"\s+", " ", second) == "It gave no other details about the visit."


def test_a_text_of_blanks_has_no_sentences() -> None:
    assert segment(" \u00a0\n\u200f\n", "ar", title=None) == ()


def test_a_sentence_that_nobody_wrote_is_furniture() -> None:
    (sentence,) = segment("row " * 2000 + ".", "en", title=None)
    assert sentence.kind == "furniture"


@pytest.mark.parametrize(
    "piece",
    ["(«", "التي، ", "الخميس ", "أمس الخميس ", "مطلع 2024 ", "in 10 ", "- ", ". ", "«a. » ", "م"],
)
def test_a_hostile_text_takes_no_more_than_its_length(piece: str) -> None:
    """Were anything quadratic here, this would take minutes."""
    text = piece * 10_000
    for sentence in segment(text, "ar", title=None):
        brackets(sentence)
        find_times(sentence, "ar")
