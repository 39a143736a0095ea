"""English sentences that seem to tell more than they do: nothing is claimed of the rest."""

import pytest

from kg.model.mention import Mention
from tests.reading import name, read, read_lines, words


def _told(text: str) -> list[tuple[str | None, str]]:
    return [(name(s.speaker), s.act) for s in read(text, "en").statements]


@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan envoy said Malawi had shut the mill and warned that flour would run out.",
        "The Kenyan envoy said Malawi had jailed two pilots and promised to free the third.",
    ],
)
def test_a_second_verb_may_be_of_who_spoke_first(text: str) -> None:
    assert "Malawi" not in {speaker for speaker, _ in _told(text)}


def test_who_telephoned_somebody_told_him_too() -> None:
    text = "The Kenyan envoy said Jane Roe had telephoned him and told him that the dam would hold."
    statements = read(text, "en").statements
    (second,) = (s for s in statements if words(text, s.content) == "the dam would hold")
    assert name(second.speaker) == "Jane Roe"


def test_him_is_who_was_telephoned() -> None:
    text = "A Kenyan aide said Jane Roe had phoned the king and told him that the dam would hold."
    (second,) = (s for s in read(text, "en").statements if name(s.speaker) == "Jane Roe")
    assert [name(a) for a in second.addressees] == ["king"]


def test_who_is_told_something_in_a_town_may_be_an_interviewer() -> None:
    text = "Mines minister Ana Paz told {} in Geneva on Friday that copper would rise."
    assert read(text.format("Tessa Brandt"), "en").meetings == ()
    (met,) = read(text.format("Chile's president Hugo Lara"), "en").meetings
    assert [name(p) for p in met.participants][1] == "Chile's president Hugo Lara"


@pytest.mark.parametrize("who", ["Sarah King", "Laura Prince", "Mr Chen's aide Lu Mei"])
def test_a_surname_or_an_owner_tells_no_gender(who: str) -> None:
    drafts = read_lines(f"{who} met the Fijian premier in Suva.\nShe said aid would flow.", "en")
    assert name(drafts.statements[0].speaker) != "Fijian premier"


@pytest.mark.parametrize("who", ["Prince Olav", "King Olav", "Mr Dahl", "The chairman, Per Dahl,"])
def test_a_title_tells_a_gender(who: str) -> None:
    drafts = read_lines(f"{who} met Chile's envoy in Suva.\nShe said aid would flow.", "en")
    assert name(drafts.statements[0].speaker) == "Chile's envoy"


@pytest.mark.parametrize(
    ("said", "condition"),
    [
        ("no pupil was missing while the roof was being mended", None),
        ("the mill never closed while she was in charge", None),
        ("nobody had fled until the dam was blown up", None),
        ("the port remained shut until the strike was over", None),
        ("no crew was paid before the ship was sold", None),
        ("Malawi would not pay until the mill was mended", "until the mill was mended"),
        ("she refused to sail while the storm was raging", "while the storm was raging"),
        ("the port stays shut until the strike is over", "until the strike is over"),
        ("no ship sails before the mines are cleared", "before the mines are cleared"),
    ],
)
def test_what_is_over_sets_no_condition(said: str, condition: str | None) -> None:
    text = f"The Kenyan envoy said {said}."
    (statement,) = read(text, "en").statements
    assert words(text, statement.condition) == condition


@pytest.mark.parametrize(
    ("behind", "parties"),
    [
        ("Jon Lark and Tess Dale left the talks without a word.", ["Jon Lark", "Tess Dale"]),
        ("The talks between Jon Lark and Tess Dale were frank.", ["Jon Lark", "Tess Dale"]),
        ("Jon Lark and Tess Dale left without a word.", ["Chad", "Togo"]),
        ("Jon Lark and Tess Dale will speak on Friday.", ["Chad", "Togo"]),
        ("Analysts Jon Lark and Tess Dale called it dead.", ["Chad", "Togo"]),
        ("A concert by singers Jon Lark and Tess Dale followed.", ["Chad", "Togo"]),
        ("Jon Lark and Tess Dale, who teach law, called it dead.", ["Chad", "Togo"]),
    ],
)
def test_who_is_described_otherwise_holds_no_office(behind: str, parties: list[str]) -> None:
    front = "The foreign ministers of Chad and Togo met in Lima on Monday.\nRain had been due.\n"
    met = read_lines(front + behind, "en").meetings[0]
    assert all(one in (name(p) or "") for one, p in zip(parties, met.participants, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan president welcomed Chad's decision on Monday.",
        "Greece and Malta welcomed it.",
        "Greece welcomed Malta's new budget on Monday.",
    ],
)
def test_what_is_welcomed_need_not_be_a_guest(text: str) -> None:
    assert read(text, "en").meetings == ()


def test_who_welcomed_a_decision_goes_on_to_host() -> None:
    text = "Kenya's president welcomed Chad's decision and hosted a Fijian delegation."
    (met,) = read(text, "en").meetings
    assert [name(p) for p in met.participants] == ["Kenya's president", "Fijian delegation"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("{} agreed to meet in Oslo on Friday.", "planned"),
        ("{} agreed to swap spies held in Oslo.", None),
        ("{} signed a pact on the war in Yemen.", None),
        ("{} agreed in Oslo on Friday to swap spies.", "held"),
        ("{} signed a pact in Oslo on Friday.", "held"),
    ],
)
def test_only_where_it_is_agreed_do_they_meet(text: str, status: str | None) -> None:
    both = "Chile's president Al Rey and his Peruvian counterpart Jo Paz"
    found = [m.status for m in read(text.format(both), "en").meetings]
    assert found == ([status] if status else [])


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("discuss the war in Yemen", None),
        ("discuss the fire in Oslo in May", None),
        ("discuss fishing in Norway in May", None),
        ("discuss fishing in Oslo on May 3", "Oslo"),
    ],
)
def test_what_is_to_be_discussed_is_no_place_of_talks(text: str, place: str | None) -> None:
    drafts = read(f"Norway's foreign minister invited Jane Roe to {text}.", "en")
    assert [name(m.place) for m in drafts.meetings] == ([place] if place else [])


_MET = "Peru's foreign minister Jo Paz met Chad's envoy Al Rey in Lima on Monday.\n"


@pytest.mark.parametrize(
    ("behind", "told"),
    [
        ('"I told my husband that I would be late," Paz said.', []),
        ('"We asked him to step down," Paz said of the bank\'s governor.', []),
        ('The banker Jon Lark was out.\n"I told him that we would sail," Paz said.', []),
        ('"I told her husband that we would sail," Paz said.', []),
        ('"I told him that we would sail," Paz said.', ["Chad's envoy Al Rey"]),
        ('"I told my colleague that we would sail," Paz said.', ["Chad's envoy Al Rey"]),
    ],
)
def test_him_is_the_one_met_only_where_nobody_else_is_named(behind: str, told: list[str]) -> None:
    last = read_lines(_MET + behind, "en").statements[-1]
    assert [name(m) for m in last.addressees] == told


@pytest.mark.parametrize("given", ["Michele", "Nicola", "Nino", "Jean"])
def test_a_first_name_of_both_tells_no_gender(given: str) -> None:
    for pronoun in ("He", "She"):
        text = (
            f"Italy's envoy {given} Rossi met the premier in Suva.\n{pronoun} said aid would flow."
        )
        assert name(read_lines(text, "en").statements[0].speaker) == f"Italy's envoy {given} Rossi"


def test_a_host_of_a_show_receives_nobody() -> None:
    assert read("Quiz show host Tessa Brandt has a book out.", "en").meetings == ()


@pytest.mark.parametrize(
    ("told", "behind", "says"),
    [
        ("Special envoy Jane Roe", "The ambassador", False),
        ("Ambassador Jane Roe", "The envoy", True),
    ],
)
def test_an_ambassador_is_an_envoy_and_an_envoy_no_ambassador(
    told: str, behind: str, *, says: bool
) -> None:
    text = f"{told} met the Kenyan president in Nairobi on Monday. {behind} said they agreed."
    speakers = [s.speaker for s in read(text, "en").statements]
    assert [isinstance(s, Mention) and s.person == "Jane Roe" for s in speakers] == [says]
