"""Who passes words on: papers and outlets, their short names, and whoever speaks with others."""

import pytest

from kg.model.article import SourceText
from kg.model.document import to_document
from kg.model.iri import Iris
from kg.pipeline import extract_article


def told(text: str) -> list[tuple[str | None, tuple[str, ...], tuple[str, ...]]]:
    """Return speaker, listeners and who passed it on of each statement, by name."""
    source = SourceText(name="-", text=text, language="en")
    return [
        (c.get("speaker"), tuple(c["addressees"]), tuple(c["via"]))
        for c in to_document(extract_article(source, iris=Iris()))["claims"]
        if c["type"] == "statement"
    ]


def speakers(text: str) -> list[str | None]:
    return [who for who, _, _ in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Reuters reported Chad had told Niger the pact was dead.",
        "Reuters reported that Chad had told Niger the pact was dead.",
        "Reuters reported Chad told Niger the pact was dead.",
    ],
)
def test_an_outlet_passes_on_what_it_reports_without_that(text: str) -> None:
    assert told(text) == [("Chad", ("Niger",), ("Reuters",))]


def test_an_outlet_reports_no_deed_by_a_noun() -> None:
    assert told("Reuters reported Chad's losses.") == []
    assert told("Reuters reported heavy fighting in Chad.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Reuters quoted a Chadian official on Monday as saying the pact was dead.",
        "Reuters quoted a Chadian official, in Doha for talks, as saying the pact was dead.",
        'Reuters quoted a "Chadian official" as saying the pact was dead.',
    ],
)
def test_days_and_towns_stand_behind_who_is_quoted(text: str) -> None:
    assert [(who, via) for who, _, via in told(text)] == [("Chadian official", ("Reuters",))]


def test_nobody_speaks_who_is_quoted_on_a_price() -> None:
    assert told("Reuters quoted wheat on Monday at a record price.") == []
    assert told('Reuters quoted an "official".') == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("According to a statement from the ministry, the mine is safe.", "ministry"),
        ("According to a readout by the Kenyan presidency, the mine is safe.", "Kenyan Presidency"),
        ("The mine is safe, according to the note released by Niger's army.", "Nigerien army"),
    ],
)
def test_papers_are_whose_they_are(text: str, who: str) -> None:
    assert [str(name).casefold() for name in speakers(text)] == [who.casefold()]


def test_who_stands_behind_a_source_s_comma_is_no_source() -> None:
    text = "According to Reuters, Chad and Niger met in Rome."
    assert speakers(text) == ["Reuters"]


def test_a_joint_paper_is_of_both() -> None:
    text = 'Chad and Niger held talks in Rome.\n\nThe joint communique read: "The road is open."'
    assert speakers(text) == ["Chad", "Niger"]
    text = "Niger sent a note on Monday. Niger denied the raid. The final note said it was over."
    assert speakers(text)[-1] == "Niger"


def test_a_newspaper_that_is_told_passes_it_on() -> None:
    text = (
        "The Washington Post reported on Sunday that Ann Roe told the newspaper that the deal was "
        'dead. "It is gone," Roe said to the newspaper.'
    )
    assert told(text) == [("Ann Roe", ("Washington Post",), ("Washington Post",))] * 2


def test_an_outlet_is_called_by_its_last_word() -> None:
    text = (
        "The Washington Post reported on Sunday that the dam had burst. According to the Post, "
        "Niger knew of it. The Post also reported that Chad knew."
    )
    assert speakers(text) == ["Washington Post"] * 3


def test_two_outlets_share_a_last_word() -> None:
    text = (
        "The Washington Post said the dam had burst. The New York Post said that it stood. "
        "The Post also reported that Chad knew."
    )
    assert speakers(text)[-1] == "Post"


def test_letters_in_brackets_name_a_body_again() -> None:
    text = (
        "The Kenya Water Council (KWC) urged Uganda to stop. The KWC added that it would sue. "
        "The Ministry of Foreign Affairs (MFA) of Uganda denied the claim. The MFA said it lied."
    )
    assert speakers(text)[1] == "Kenya Water Council"
    assert speakers(text)[-1] == "Ugandan Ministry of Foreign Affairs"


def test_letters_of_another_in_brackets_name_nobody_again() -> None:
    text = "The Kenya Water Council (in Kisumu) urged Uganda to stop. KISUMU said it would sue."
    assert "Kenya Water Council" not in speakers(text)[1:]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Chad, Niger and their allies accused Togo of theft.", ["Chad", "Niger"]),
        ("Chad and its regional partners accused Togo of theft.", ["Chad"]),
        ("Chad and the African Union called for a truce.", ["Chad", "African Union"]),
        ("Chad and Niger on Monday both denied the claim.", ["Chad", "Niger"]),
        ("Israel and Hamas said the truce would hold.", ["Israel", "Hamas"]),
    ],
)
def test_all_who_stand_joined_speak(text: str, who: list[str]) -> None:
    assert speakers(text) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Rebels fighting the president of Chad, John Doe, have rejected the offer.", "Rebels"),
        ("Farmers besieging the president of Togo, John Doe, said they would sue.", "Farmers"),
    ],
)
def test_who_does_something_to_somebody_speaks(text: str, who: str) -> None:
    assert speakers(text) == [who]


def test_who_is_visiting_speaks_himself() -> None:
    assert speakers("Visiting President John Doe said the dam would stay.") == ["John Doe"]


def test_if_requested_is_nobody() -> None:
    text = "The African Union called on Chad to send aid, if requested, to Niger."
    assert told(text) == [("African Union", ("Chad",), ())]


def test_whoever_somebody_talked_with_is_not_told_by_the_source() -> None:
    text = "Chad asked for nothing during its recent talks with Niger, according to Togo."
    assert [heard for _, heard, _ in told(text)] == [()]
    text = '"We sent a note" to Chad after a protest to Niger, Ann Roe was quoted as saying.'
    assert [heard for _, heard, _ in told(text)] == [()]


@pytest.mark.parametrize(
    "text",
    [
        "The New York Times, citing two aides briefed on the matter, reported that Chad had left.",
        "The New York Times, citing two aides who saw the letter, reported that Chad had left.",
    ],
)
def test_sources_are_described_between_commas(text: str) -> None:
    assert [(who, via) for who, _, via in told(text)] == [("two aides", ("New York Times",))]


@pytest.mark.parametrize("when", ["on Friday", "in May", "late on Friday", "last week"])
def test_a_day_stands_behind_who(when: str) -> None:
    text = f"Chad's president, Ann Roe, who {when} accused Niger of theft, has resigned."
    assert told(text) == [("Ann Roe", ("Niger",), ())]


def test_who_left_on_friday_accused_nobody() -> None:
    assert told("Ann Roe, who on Friday left for Niger, has resigned.") == []


def test_a_family_name_stands_in_front() -> None:
    text = (
        "Foreign Minister Yoon Hae-jin left Rome. Yoon earlier said it was over. "
        "Yoon strongly condemned the raid. Roe said she and Yoon had met."
    )
    assert speakers(text)[:2] == ["Yoon Hae-jin"] * 2


def test_verifying_is_nobody() -> None:
    text = "Chad will act after verifying reports that the coast guard had left."
    assert speakers(text) == []


def test_an_aside_stands_behind_a_noun_without_a_name() -> None:
    text = "The African Union Commission chairperson, in a post on X, urged Chad to wait."
    assert told(text) == [("African Union Commission chairperson", ("Chad",), ())]


def test_whoever_asked_is_not_told_of() -> None:
    text = 'Niger urged Chad to wait. Asked about it, Ann Roe replied: "We will."'
    assert told(text)[-1] == ("Ann Roe", (), ())
    text = 'Niger urged Chad to wait. Ann Roe replied: "We will."'
    assert told(text)[-1] == ("Ann Roe", ("Niger",), ())


@pytest.mark.parametrize(
    "text",
    [
        "The United States sent planes to Chad, which Niger condemned.",
        "The United States sent planes to Chad, which Niger condemned on Monday.",
        "The United States announced drills with Chad, which Niger condemned as a provocation.",
        "The United States sent planes to Chad, which Niger called an invasion.",
    ],
)
def test_what_somebody_did_is_condemned_behind_which(text: str) -> None:
    assert "Niger" in speakers(text)


def test_which_somebody_holds_is_no_statement() -> None:
    assert told("The town, which Niger took in 1960, was hit.") == []
    assert told("The law, which Niger called for, was passed.") == []


def test_feelings_and_offers_are_told_to_somebody() -> None:
    text = "Ann Roe of Chad expressed to her Omani counterpart Jo Mar her concern over the raid."
    assert told(text) == [("Ann Roe", ("Jo Mar",), ())]
    text = "Reuters reported that Chad had proposed to Niger a truce."
    assert told(text) == [("Chad", ("Niger",), ("Reuters",))]
    assert told("Chad proposed to leave the pact.") == [("Chad", (), ())]


def test_an_outlet_urges_nobody() -> None:
    text = "The Guardian reported on Sunday that Ann Roe had called Jo Mar, urging him not to sell."
    assert told(text)[-1] == ("Ann Roe", ("Jo Mar",), ("The Guardian",))
    text = "Chad said on Sunday that Niger had left, urging it to return."
    assert told(text)[-1][0] == "Chad"


def test_nobody_passes_on_his_own_words() -> None:
    text = "Chad's foreign minister Ann Roe left. According to the minister, it was late, she said."
    assert all("Ann Roe" not in via for _, _, via in told(text))


def test_a_council_of_so_many_is_told() -> None:
    text = "Ann Roe told the 15-member council that it had failed."
    assert told(text) == [("Ann Roe", ("15-member council",), ())]


def test_a_warning_is_given_in_a_call() -> None:
    text = "Ann Roe issued a clear warning in a phone call with Jo Mar."
    assert told(text) == [("Ann Roe", ("Jo Mar",), ())]


def test_the_spokesman_goes_on() -> None:
    text = '"It is easy," Ann Roe said in Rome. The talk was long, the spokesman added.'
    assert speakers(text) == ["Ann Roe", "Ann Roe"]
    text = (
        '"It is easy," Ann Roe said in Rome. Government spokesman Jo Mar listened. '
        "The talk was long, the spokesman added."
    )
    assert speakers(text) == ["Ann Roe", "Jo Mar"]


def test_the_top_diplomat_is_the_foreign_minister() -> None:
    text = "Omani Foreign Minister Jo Mar met Ann Roe. Oman's top diplomat said it was late."
    assert speakers(text) == ["Jo Mar"]
    text = "Omani Foreign Minister Jo Mar met Ann Roe. Chad's top diplomat said it was late."
    assert speakers(text) == ["Chad's top diplomat"]


def test_the_head_of_a_ministry_is_its_minister() -> None:
    text = "Omani Foreign Minister Jo Mar left. The head of the Omani Foreign Ministry denied it."
    assert speakers(text) == ["Jo Mar"]
    text = "Omani Foreign Minister Jo Mar left. The head of Chad's Defence Ministry denied it."
    assert "Jo Mar" not in speakers(text)


def test_a_counterpart_leads_his_state() -> None:
    text = "Chad's president Ann Roe met her Omani counterpart Jo Mar. The Omani leader said so."
    assert speakers(text) == ["Jo Mar"]


def test_the_council_is_the_body_called_so() -> None:
    text = (
        "The UN Security Council met. Togo's ambassador to the UN, Ann Roe, told the council that "
        "it was late."
    )
    assert told(text) == [("Ann Roe", ("UN Security Council",), ())]


def test_whoever_denies_tells_somebody_so() -> None:
    text = "Chad denied the claim, telling Reuters it was a lie."
    assert told(text) == [("Chad", ("Reuters",), ("Reuters",))]


def test_a_word_in_quotation_marks_is_not_what_is_maintained() -> None:
    assert told('Chad had maintained "cordial" relations with Niger.') == []
    assert speakers('Chad maintained "it was late."') == ["Chad"]


def test_a_person_s_words_are_passed_on_by_the_source() -> None:
    text = "According to the White House, Ann Roe stressed the need for a truce."
    assert told(text) == [("Ann Roe", (), ("White House",))]
    text = "According to a White House press statement, Ann Roe stressed the need for a truce."
    assert told(text) == [("Ann Roe", (), ("White House",))]
    assert speakers("According to the US press, it is over.") == ["US media"]


@pytest.mark.parametrize(
    "text",
    [
        "Chad argued the dam was safe.",
        "Chad argues the old dam has held.",
        "Chad contends the law was broken.",
        "Chad signaled that it is open to talks.",
    ],
)
def test_a_clause_is_told_without_that(text: str) -> None:
    assert speakers(text) == ["Chad"]


@pytest.mark.parametrize(
    "text",
    [
        "Chad argued the case for two hours.",
        "Chad maintains a force in the north that was sent in May.",
        "Chad hoped the talks would go on.",
    ],
)
def test_an_object_is_no_clause(text: str) -> None:
    assert speakers(text) == []


def test_a_source_needs_no_comma() -> None:
    assert speakers("According to Kenyan officials the dam will stay.") == ["Kenyan officials"]
    assert speakers("According to Kenyan plans the dam will stay.") == []


def test_whoever_is_cited_in_front_speaks() -> None:
    text = "Citing two aides, the Financial Times reported that Chad would leave."
    assert told(text) == [("two aides", (), ("Financial Times",))]
    assert speakers("Citing security concerns, Reuters said it would close.") == ["Reuters"]


def test_reporters_are_told_and_nobody_else() -> None:
    text = "Jo Mar of Chad said the deal was dead. Ann Roe told reporters in Rome it was late."
    assert told(text)[-1] == ("Ann Roe", ("reporters",), ())


def test_holders_of_one_office_each_speak() -> None:
    text = "The foreign ministers of Chad and Niger said the road was open."
    assert speakers(text) == ["Chadian foreign minister", "Nigerien foreign minister"]
    text = "The Chadian and Nigerien presidents urged Togo to stop."
    assert speakers(text) == ["Chadian president", "Nigerien president"]


def test_officials_of_two_states_are_no_state() -> None:
    assert speakers("US and British officials said it was late.") == ["US and British officials"]
    assert speakers("Chad and two British officials said so.")[0] == "Chad"


def test_a_state_behind_an_office_of_several_is_not_alone() -> None:
    text = "The foreign ministries of Kenya and Uganda condemned the raid."
    assert "Uganda" not in speakers(text)


def test_a_transcript_is_of_the_body_that_wrote_it() -> None:
    text = '"It is late," the U.S. State Department transcript said.'
    assert speakers(text) == ["US State Department"]


def test_who_says_so_stands_between_who_acts_and_the_verb() -> None:
    text = "Oman, the official added, has urged Chad to wait."
    assert ("Oman", ("Chad",), ("official",)) in told(text)
    assert speakers("Uganda, Ann Roe said, left Togo.") == ["Ann Roe"]


def test_the_agency_is_the_news_agency() -> None:
    text = (
        "Ann Roe, quoted by the Interfax news agency, said it would go on. The agency quoted "
        "her as saying that it was late."
    )
    assert [via for _, _, via in told(text)] == [("Interfax",), ("Interfax",)]
    text = "The International Atomic Energy Agency met. The agency said it was late."
    assert speakers(text) == ["International Atomic Energy Agency"]
