"""Red lines stand under the statement that draws them, with the exact words of their trigger."""

import pytest

from kg.vocabulary import Language
from tests.reading import name, read, read_lines, words


@pytest.mark.parametrize(
    ("text", "language", "trigger"),
    [
        ("Kenya said any attack would be a red line.", "en", "any attack"),
        ("Kenya said its red line was any attack.", "en", "any attack"),
        ("Kenya drew a red line on arms sales.", "en", "arms sales"),
        ("Kenya said Uganda had crossed a red line by moving its army.", "en", "moving its army"),
        ("قالت كينيا إن المساس بالحدود خط أحمر.", "ar", "المساس بالحدود"),
        ("قالت كينيا إن خطها الأحمر هو المساس بالحدود.", "ar", "المساس بالحدود"),
        ('حذرت كينيا من أن أي هجوم سيكون "خطا أحمر".', "ar", "أي هجوم"),
    ],
)
def test_the_trigger_is_the_exact_words(text: str, language: Language, trigger: str) -> None:
    drafts = read(text, language)
    (line,), (statement,) = drafts.redlines, drafts.statements
    assert words(text, line.trigger) == trigger
    assert line.under == statement.key
    assert (statement.act, name(statement.speaker)) in [("warns", "Kenya"), ("warns", "كينيا")]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        (
            "Serbia has accused Kosovo of crossing a red line that was never to be touched.",
            "crossing a red line that was never to be touched",
        ),
        ("Kenya charged that Uganda had crossed a red line by the raid.", "the raid"),
        (
            'Selling the port was "off limits, now and ever", the Omani king said.',
            "Selling the port",
        ),
        ('Chad said it "will no longer tolerate" raids.', "raids"),
        (
            '"The canal is ours, and that is not for sale," the Omani king said.',
            "The canal is ours",
        ),
    ],
)
def test_lines_told_in_other_words(text: str, trigger: str) -> None:
    (line,) = read(text, "en").redlines
    assert words(text, line.trigger) == trigger


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("A red line was crossed by night.", "en"),
        ("Kenya denied that Uganda had crossed a red line.", "en"),
        ("Kenya said there were no red lines.", "en"),
        ("Kenya said the tunnel was not a red line.", "en"),
        ("قالت كينيا إن الاتفاق ليس خطا أحمر.", "ar"),
        ("The audience stood behind the red line.", "en"),
    ],
)
def test_what_nobody_draws_is_no_red_line(text: str, language: Language) -> None:
    assert read(text, language).redlines == ()


@pytest.mark.parametrize(
    ("text", "language", "life"),
    [
        ("جددت كينيا تأكيد أن المساس بالحدود خط أحمر.", "ar", "restates"),
        ("Kenya repeated that any attack would be a red line.", "en", "restates"),
        ("Kenya said any attack would be a red line.", "en", "declares"),
    ],
)
def test_verbs_tell_the_life_of_a_line(text: str, language: Language, life: str) -> None:
    (line,) = read(text, language).redlines
    assert line.commitment == life


def test_a_heading_draws_one_for_whose_warnings_it_tells() -> None:
    text = "التحذيرات الكينية لأوغندا: المساس بالحدود خط أحمر"
    drafts = read(text, "ar", kind="heading")
    (line,), (statement,) = drafts.redlines, drafts.statements
    assert (name(statement.speaker), statement.heading, line.heading) == ("الكينية", True, True)
    assert [name(a) for a in statement.addressees] == ["أوغندا"]


def test_a_quotation_that_goes_on_may_point_back_to_its_trigger() -> None:
    text = (
        '"Any attack on our ships would be answered," the Kenyan president said.\n'
        '"That is our red line."'
    )
    drafts = read_lines(text, "en")
    (line,), (statement,) = drafts.redlines, drafts.statements
    assert words(text, line.trigger) == "Any attack on our ships would be answered"
    assert len(statement.evidence) == 2


@pytest.mark.parametrize(
    ("text", "language", "triggers"),
    [
        (
            "Kenya said its ships, its ports and its army were three red lines.",
            "en",
            ["its ships", "its ports", "its army"],
        ),
        ("Kenya said its ships and its ports were red lines.", "en", ["its ships", "its ports"]),
        (
            "Kenya listed three red lines on Monday: any attack, any siege and any levy.",
            "en",
            ["any attack", "any siege", "any levy"],
        ),
        ("Kenya regards any attack on its ships as a red line.", "en", ["any attack on its ships"]),
        ("حددت كينيا أمس خطين أحمرين: أي هجوم وأي حصار.", "ar", ["أي هجوم", "أي حصار"]),
        ("خطوط كينيا الحمراء هي الهجوم والحصار.", "ar", ["الهجوم", "الحصار"]),
        ("Kenya iki kırmızı çizgi çizdi: saldırı ve abluka.", "tr", ["saldırı", "abluka"]),
        ("Kenya ablukayı kırmızı çizgi sayıyor.", "tr", ["ablukayı"]),
        ("קניה הציבה שני קווים אדומים: תקיפה ומצור.", "he", ["תקיפה", "מצור"]),
        ("לקניה יש קו אדום: מצור על הנמל.", "he", ["מצור על הנמל"]),
        ("Kenya set two red lines: any attack and any siege.", "en", ["any attack", "any siege"]),
        (
            "Kenya said its land was a red line, and so was its water.",
            "en",
            ["its land", "its water"],
        ),
        ("اعتبرت كينيا السفن والموانئ خطين أحمرين.", "ar", ["السفن", "الموانئ"]),
        ("قالت كينيا إن الأرض خط أحمر، وكذلك المياه.", "ar", ["الأرض", "المياه"]),
    ],
)
def test_several_red_lines_of_one_sentence(
    text: str, language: Language, triggers: list[str]
) -> None:
    assert [words(text, line.trigger) for line in read(text, language).redlines] == triggers


def test_a_red_line_of_the_articles_own_voice_is_told_by_its_owner() -> None:
    text = "The Kenyan army stayed.\nIts red line was any attack.\nEnrichment is Iran's red line."
    drafts = read_lines(text, "en")
    assert [name(s.speaker) for s in drafts.statements] == ["Kenyan army", "Iran"]
    assert [s.carried for s in drafts.statements] == [True, False]
    assert [s.rule for s in drafts.statements] == ["statement/noun/en"] * 2


@pytest.mark.parametrize(
    ("text", "owner", "via"),
    [
        ("A Western diplomat said Kenya's red line was any attack.", "Kenya", "Western diplomat"),
        ("Uganda said that Kenya saw any attack as a red line.", "Kenya", "Uganda"),
        ("The Kenyan minister said any attack was a red line for Kenya.", "Kenyan minister", None),
    ],
)
def test_a_line_that_another_tells_of_is_its_owners(text: str, owner: str, via: str | None) -> None:
    drafts = read(text, "en")
    (line,) = drafts.redlines
    (statement,) = [s for s in drafts.statements if s.key == line.under]
    assert name(statement.speaker) == owner
    assert [name(v) for v in statement.via] == ([via] if via else [])


def test_a_line_may_be_told_in_the_sentence_behind() -> None:
    text = 'Kenya had drawn a red line a week earlier.\n"No ship will pass," it said.'
    drafts = read_lines(text, "en")
    (line,) = drafts.redlines
    assert [s.key for s in drafts.statements] == [line.under]
    assert len(line.evidence) == 2


def test_nothing_crosses_an_announced_line_but_what_is_said_of_it() -> None:
    text = "Kenya has red lines too.\nThe weather in Nairobi was fine."
    assert read_lines(text, "en").redlines == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Egypt's foreign minister said Ethiopia had crossed all red lines."),
        ("ar", "قال وزير الخارجية المصري إن إثيوبيا تجاوزت كل الخطوط الحمراء."),
        ("tr", "Dışişleri Bakanı, Etiyopya'nın bütün kırmızı çizgileri aştığını söyledi."),
        ("he", "שר החוץ המצרי אמר כי אתיופיה חצתה את כל הקווים האדומים."),
    ],
)
def test_that_a_line_was_crossed_draws_none(language: Language, text: str) -> None:
    assert read(text, language).redlines == ()


def test_things_that_are_counted_are_told_behind_the_colon() -> None:
    text = "Two things are not negotiable: the harbour, and the fishing rights, Kenya said."
    drafts = read(text, "en")
    assert [words(text, line.trigger) for line in drafts.redlines][:1] == ["the harbour"]


@pytest.mark.parametrize("phrase", ["non-negotiable", "off-limits", "untouchable"])
def test_words_with_hyphens_draw_lines(phrase: str) -> None:
    text = f"Kenya said the fishing rights were {phrase}."
    (line,) = read(text, "en").redlines
    assert words(text, line.trigger) == "the fishing rights"


@pytest.mark.parametrize(
    "text",
    [
        "The Norwegian critic said a shorter version would be unacceptable to readers.",
        "The mayor of Lima said a smaller stadium would be unacceptable.",
        "Norway said a smaller quota would be unacceptable to Canada.",
        "The Norwegian prime minister said a smaller quota would be unacceptable for farmers.",
        "The Norwegian economist said nobody had the right to expect a bonus.",
        "The Norwegian prime minister said such a landslide must never happen again.",
    ],
)
def test_an_opinion_or_a_wish_is_no_red_line(text: str) -> None:
    drafts = read(text, "en")
    assert drafts.redlines == ()
    assert [s.act for s in drafts.statements] == ["asserts"]


@pytest.mark.parametrize("behind", ["", " to us", " to its people"])
def test_what_a_state_will_not_accept_itself_is_a_red_line(behind: str) -> None:
    text = f"Norway said a smaller quota would be unacceptable{behind}."
    (line,) = read(text, "en").redlines
    assert words(text, line.trigger) == "a smaller quota"
