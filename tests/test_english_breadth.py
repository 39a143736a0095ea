"""English statements by unknown verbs, at the head of a sentence, in the passive, passed on."""

import pytest

from kg.model.draft import DraftStatement
from tests.reading import name, read, words


def only(text: str) -> DraftStatement:
    (statement,) = read(text, "en").statements
    return statement


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        (
            "The Ghanaian finance minister, Ama Mensah, enthused that the sale was a triumph.",
            "Ama Mensah",
            "the sale was a triumph",
        ),
        (
            "“We shall return,” wept the Armenian foreign minister, Anahit Sargsyan.",
            "Anahit Sargsyan",
            "We shall return",
        ),
        (
            "“They burned everything,” Nigerian senator Abba Moro volleyed on Tuesday.",
            "Abba Moro",
            "They burned everything",
        ),
    ],
)
def test_an_unknown_verb_tells_beside_that_or_a_quotation(
    text: str, speaker: str, said: str
) -> None:
    statement = only(text)
    assert words(text, statement.content) == said
    assert speaker in (name(statement.speaker) or "")


@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan president ensured that the army would not move.",
        "The rains delayed that week of talks.",
        "The Omani minister learned that the ship had sailed.",
    ],
)
def test_what_is_thought_or_caused_is_not_told(text: str) -> None:
    assert read(text, "en").statements == ()


@pytest.mark.parametrize(
    ("text", "speaker", "act"),
    [
        (
            "Vowing that “no one will go hungry”, Peru's mines minister, Ana Paz, left.",
            "Ana Paz",
            0,
        ),
        ("Insisting that the deal was dead, the Slovak prime minister walked out.", None, 1),
        ("Denying that anybody had crossed the river, Rwanda shut its consulate.", "Rwanda", 2),
    ],
)
def test_a_participle_in_front_belongs_to_the_subject_behind_the_comma(
    text: str, speaker: str | None, act: int
) -> None:
    statement = only(text)
    assert statement.act == ("promises", "asserts", "denies")[act]
    assert (speaker or "Slovak prime minister") in (name(statement.speaker) or "")
    assert "," not in (words(text, statement.content) or "")


@pytest.mark.parametrize(
    ("text", "speaker", "listener"),
    [
        ("Cambodia stands accused by Thailand of laying mines.", "Thailand", "Cambodia"),
        (
            "That the dam was full was announced to Sudan on Monday by Ethiopia.",
            "Ethiopia",
            "Sudan",
        ),
        ("It was made clear to Niger by Algeria that the border was shut.", "Algeria", "Niger"),
    ],
)
def test_the_agent_of_a_passive_speaks(text: str, speaker: str, listener: str) -> None:
    statement = only(text)
    assert name(statement.speaker) == speaker
    assert [name(a) for a in statement.addressees] == [listener]


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("Zambia's president said in an interview with the BBC that creditors agreed.", "BBC"),
        ("In remarks published by Der Spiegel, Austria said the pact was dead.", "Der Spiegel"),
        ("Through the Omani embassy, Iran asked Chad to free the ships.", "Omani embassy"),
    ],
)
def test_an_outlet_or_messenger_beside_the_verb_passes_the_words_on(text: str, via: str) -> None:
    assert [name(v) for v in only(text).via] == [via]


@pytest.mark.parametrize(
    ("text", "speaker", "listener", "said"),
    [
        (
            "“Nobody will be evicted” — such was the promise made to farmers by William Ruto.",
            "William Ruto",
            "farmers",
            "Nobody will be evicted",
        ),
        (
            "A demand that Britain return the marbles was repeated by Greece.",
            "Greece",
            "Britain",
            "Britain return the marbles",
        ),
        (
            "The warning to Georgia was delivered by Estonia: the visa deal could go.",
            "Estonia",
            "Georgia",
            "the visa deal could go",
        ),
    ],
)
def test_a_pledge_or_warning_is_told_by_whoever_gave_it(
    text: str, speaker: str, listener: str, said: str
) -> None:
    statement = only(text)
    assert name(statement.speaker) == speaker
    assert [name(a) for a in statement.addressees] == [listener]
    assert said in (words(text, statement.content) or "")


@pytest.mark.parametrize(
    ("text", "listener"),
    [
        ("Egypt appealed to all factions in Libya to hold fire.", "all factions in Libya"),
        ("Haiti pleaded with Kenya to send more police.", "Kenya"),
        ("Rwanda alleged that Ugandan drones had hit the market.", "Ugandan"),
        ("It was Uganda that had fired first, Rwanda charged.", "Uganda"),
        ("Poland put Belarus on notice that any shot would be answered.", "Belarus"),
    ],
)
def test_who_is_asked_or_charged_is_read_off_the_words(text: str, listener: str) -> None:
    assert [name(a) for a in only(text).addressees] == [listener]


@pytest.mark.parametrize(
    "text",
    [
        "She had been “beaten and starved”, the Iranian writer Nilu Hamedi recounted in Bonn.",
        "If the tax is kept, the Kenyan union leader Nilu Hamedi warned, Nakuru will stop.",
        "It was Malta's ruling party that had “sold the country”, charged the envoy Nilu Hamedi.",
    ],
)
def test_words_in_front_of_a_name_belong_to_the_subject(text: str) -> None:
    assert "Nilu Hamedi" in (name(only(text).speaker) or "")


@pytest.mark.parametrize(
    ("text", "act", "said"),
    [
        ("Ghana gave assurances that the loan would be repaid.", "promises", "the loan would"),
        ("The Chilean president issued a plea for calm.", "demands", "calm"),
        ("Bolivia issued a flat denial that gas had run out.", "denies", "gas had run out"),
        ("Peru's health minister sounded the alarm over dengue.", "expresses-concern", "dengue"),
        ("Cyprus levelled accusations at Turkey of drilling.", "accuses", "drilling"),
    ],
)
def test_a_light_verb_tells_with_its_noun(text: str, act: str, said: str) -> None:
    statement = only(text)
    assert statement.act == act
    assert said in (words(text, statement.content) or "")


@pytest.mark.parametrize(
    "text",
    ["The Kenyan army made no threat.", "Ghana may give assurances that the loan is safe."],
)
def test_a_light_verb_denied_or_possible_tells_nothing(text: str) -> None:
    assert read(text, "en").statements == ()


def test_that_in_front_of_a_red_line_takes_up_the_clause_before() -> None:
    text = "“We will not leave the island; that is a red line,” the Fijian prime minister said."
    (line,) = read(text, "en").redlines
    assert line.trigger is not None
    assert words(text, line.trigger) == "We will not leave the island"
