"""Ways in which English news tells who said what, each with its look-alikes."""

import pytest

from kg.model.article import SourceText
from kg.model.day import Day
from kg.model.document import to_document
from kg.model.iri import Iris
from kg.pipeline import extract_article

_DAY = Day.parse("2024-05-16")  # a Thursday


def told(text: str) -> list[tuple[str | None, str]]:
    """Return who says what kind of thing, in order: [("Chad", "demands")]."""
    source = SourceText(name="made", text=text, language="en", published=_DAY)
    claims = to_document(extract_article(source, iris=Iris()))["claims"]
    return [(c["speaker"], c["act"]) for c in claims if c["type"] == "statement"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Chad and Niger called on Tuesday for an inquiry.", ["Chad", "Niger"]),
        ("France called late on Monday on Israel to lift the siege.", ["France"]),
        ("Latvia called again for talks.", ["Latvia"]),
        ("Kenya hit back on Thursday at its critics.", ["Kenya"]),
        ("Foreign Minister Ana Ruiz called on Tuesday on the Peruvian president.", []),
    ],
)
def test_a_day_parts_a_verb_from_its_small_word(text: str, found: list[str]) -> None:
    assert [speaker for speaker, _ in told(text)] == found


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Spain, she told reporters, would soon fence the islet.", "Ana Ruiz"),
        ("Spain, she reminded Morocco, had drawn that line in May.", "Ana Ruiz"),
        ("What Madrid wants, said Ana Ruiz, is an apology.", "Ana Ruiz"),
        ("Morocco must pay for the fence, the statement said.", "Ana Ruiz"),
        ("Ana Ruiz grudgingly admitted that the fence was old.", "Ana Ruiz"),
    ],
)
def test_whose_words_stand_around_the_verb(text: str, speaker: str) -> None:
    lead = "Foreign Minister Ana Ruiz said the islet was quiet. "
    assert told(lead + text)[1:] == [(speaker, "asserts")]


def test_the_family_and_the_assembly_are_no_adverbs() -> None:
    assert told("The family denied the report.") == [("family", "denies")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Niger gave the French ambassador 48 hours to leave.", [("Niger", "demands")]),
        (
            "Chad gave Consul Jean Roux and two other French diplomats until Friday to go home.",
            [("Chad", "demands")],
        ),
        ("The consul was given a week to leave by the Libyan government.", [("Libya", "demands")]),
        ("Kenya gave Uganda two boats to patrol the lake.", []),
        ("The visit gave Kenya time to prepare.", []),
        ("The consul was given a week to leave.", []),
        ("The doctors gave the president six months to live.", []),
        ("The storm gave Haiti a day to prepare.", []),
        ("The storm gave Haiti a day to leave the coast.", []),
        ("The referee gave Ghana ten minutes to recover.", []),
    ],
)
def test_who_sets_a_term_demands(text: str, found: list[tuple[str, str]]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ana Ruiz has written to President Luis Vega to ask for a truce.", "demands"),
        ("Ana Ruiz wrote to President Luis Vega last week demanding an answer.", "demands"),
        (
            "Ana Ruiz called in Iran's envoy, Reza Sabouri, to demand the release of the crew.",
            "demands",
        ),
        (
            "Ana Ruiz telephoned President Luis Vega to express regret over the raid.",
            "expresses-concern",
        ),
    ],
)
def test_who_reaches_somebody_to_say_something_says_it(text: str, found: str) -> None:
    assert told(text) == [("Ana Ruiz", found)]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz will telephone President Luis Vega to ask for help.",
        "Ana Ruiz has not written to President Luis Vega to ask for help.",
    ],
)
def test_what_somebody_is_still_to_write_is_not_said(text: str) -> None:
    assert told(text) == []


def test_two_offices_of_one_person_are_one_speaker() -> None:
    text = "Deputy Premier and Foreign Minister Ana Ruiz said the road was open."
    assert told(text) == [("Ana Ruiz", "asserts")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The talks collapsed, with Kenya accusing Uganda of bad faith.", [("Kenya", "accuses")]),
        (
            "The talks ended, with Kenyan minister Ali Musa saying no deal had been reached.",
            [("Ali Musa", "asserts")],
        ),
        ("Ali Musa met Ana Ruiz, with Kenya hosting the two.", []),
        (
            "Ali Musa, sought in Peru on fraud charges that he denies, left the embassy.",
            [("Ali Musa", "denies")],
        ),
        ("Ali Musa was held on suspicion of theft, which he denies.", [("Ali Musa", "denies")]),
        ("South Africa has offered its good offices.", [("South Africa", "promises")]),
        ("South Africa has offered its shares at a discount.", []),
        ("Norway offered Kenya two aircraft for the search.", [("Norway", "promises")]),
        ("The rebels offered a truce.", [("rebels", "promises")]),
        ("Kenya offered no help.", []),
        ("The rebels offered little support.", []),
        ("Kenya offered little support.", []),
        ("The Danish army offered fierce protection to the convoy.", []),
        ("The Danish army offered support to the convoy.", []),
        ("The Kenyan shop offered food and medicine.", []),
        (
            "Kenyan officials do not accept that there is a blockade.",
            [("Kenyan officials", "denies")],
        ),
        ("Kenya has not accepted that the border was moved.", []),
        ("Togo's president is said to have asked for time.", [("Togo's president", "demands")]),
        ("Togo's president is said to be furious.", []),
        (
            "The Kenyan government wishes to deny that the dam burst.",
            [("Kenya", "denies")],
        ),
        (
            "Ali Musa called in envoy Jo Roe on Friday and handed him a note demanding a refund.",
            [("Ali Musa", "demands")],
        ),
        ("Ali Musa handed him a note of protest.", [("Ali Musa", "accuses")]),
    ],
)
def test_what_stands_beside_a_clause_is_told(text: str, found: list[tuple[str, str]]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('Opposition leader Ali Musa was scathing: "They stole it."', [("Ali Musa", "asserts")]),
        (
            'Ali Musa, a minister, struck a defiant tone: "We will march."',
            [("Ali Musa", "asserts")],
        ),
        ('Minister Ali Musa showed a banner: "No entry."', []),
        ("The message from Ankara was blunt: leave or be forced out.", [("Turkey", "asserts")]),
        ("According to the ministry, three soldiers were freed.", [("ministry", "asserts")]),
        ("According to the report, three soldiers were freed.", []),
        ('The word "condemned" the minister used was strong.', []),
        (
            "Kenya has denied shelling the post, saying its forces were far away.",
            [("Kenya", "denies"), ("Kenya", "asserts")],
        ),
    ],
)
def test_a_colon_a_source_and_a_denial_lead_to_words(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ana Ruiz rejected the accusation at a news conference in Tokyo on Monday.", "2024-05-13"),
        ("Ana Ruiz ruled out a withdrawal on Tuesday.", "2024-05-14"),
        ("Ana Ruiz announced the move on Twitter on Tuesday.", "2024-05-14"),
        ("Ana Ruiz announced a flight for Tuesday.", None),
        ("Ana Ruiz condemned the attack on Tuesday at the port, saying it was cruel.", None),
        ("Ana Ruiz said Tuesday's vote was void.", None),
    ],
)
def test_the_day_behind_what_is_talked_of_is_that_of_the_telling(
    text: str, day: str | None
) -> None:
    source = SourceText(name="made", text=text, language="en", published=_DAY)
    (claim,) = to_document(extract_article(source, iris=Iris()))["claims"]
    assert (claim["time"] or {}).get("start") == day


def test_who_carried_a_source_passes_it_on() -> None:
    text = "According to the ministry, quoted by the Anadolu agency, three soldiers were freed."
    source = SourceText(name="made", text=text, language="en", published=_DAY)
    (claim,) = to_document(extract_article(source, iris=Iris()))["claims"]
    assert (claim["speaker"], claim["via"]) == ("ministry", ["Anadolu Agency"])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ali Musa took to X to condemn the arrest.", [("Ali Musa", "accuses")]),
        ("Ali Musa used a rally to accuse President Ruto of theft.", [("Ali Musa", "accuses")]),
        ("Ali Musa took the chance to leave.", []),
        ("Both sides were accused of war crimes by Ali Musa.", [("Ali Musa", "accuses")]),
        ("Kenya was urged to lift the ban by Ali Musa.", [("Ali Musa", "demands")]),
        (
            "Envoy Jo Roe was called in and informed of the ban by Ali Musa.",
            [("Ali Musa", "announces")],
        ),
        ("Kenya was accused of theft.", []),
        ('Ali Musa "categorically rejects" the report.', [("Ali Musa", "denies")]),
        ('Ali Musa sold so-called "rejects" from the farm.', []),
        ("Kenya insisted on Monday it had paid.", [("Kenya", "asserts")]),
        ("Kenya insisted on an apology.", [("Kenya", "demands")]),
    ],
)
def test_words_told_by_other_ways(text: str, found: list[tuple[str, str]]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "via"),
    [
        (
            "Al Jazeera reported that Egypt had rejected the plan, citing an Egyptian source.",
            ["Al Jazeera", "Egyptian source"],
        ),
        ('Guterres "strongly condemns" the attack, his spokesman Jo Roe said.', ["Jo Roe"]),
    ],
)
def test_who_passes_it_on(text: str, via: list[str]) -> None:
    source = SourceText(name="made", text=text, language="en", published=_DAY)
    (claim,) = to_document(extract_article(source, iris=Iris()))["claims"]
    assert claim["via"] == via


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "A new round was proposed by Kenya, an aide told Radio Kivu.",
            {("Kenya", "asserts"), ("aide", "asserts")},
        ),
        (
            "Ali Musa called the report a lie, while indicating that ten officers were held.",
            {("Ali Musa", "denies"), ("Ali Musa", "asserts")},
        ),
        (
            "China has demanded an apology and has advised against travel to Japan.",
            {("China", "demands")},
        ),
    ],
)
def test_what_is_told_beside_it(text: str, found: set[tuple[str, str]]) -> None:
    assert set(told(text)) == found


@pytest.mark.parametrize(
    ("text", "accuser", "accused"),
    [
        ("Kenya accused Uganda of arming rebels, which it denies.", "Kenya", "Uganda"),
        (
            "Prosecutors accused the former president of fraud, which he denies.",
            "Prosecutors",
            "former president",
        ),
        (
            "Kenya's ambassador accused the Ugandan minister of theft, which she denies.",
            "Kenya's ambassador",
            "Ugandan minister",
        ),
    ],
)
def test_who_denies_an_accusation_takes_it_from_nobody(
    text: str, accuser: str, accused: str
) -> None:
    assert told(text) == [(accuser, "accuses"), (accused, "denies")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Russia said Ukraine had hit a plant, a claim that it denied.", [("Russia", "asserts")]),
        ("Turkey says the group is tied to the PKK, which it denies.", [("Turkey", "asserts")]),
        ("Kenya accused Ali Musa of theft, which it denies.", [("Kenya", "accuses")]),
        ("Ali Musa left. Zorro, jailed for bribery, which he denied, died.", []),
    ],
)
def test_nobody_denies_where_it_may_be_either(text: str, found: list[tuple[str, str]]) -> None:
    assert told(text) == found
