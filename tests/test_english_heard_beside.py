"""Who hears English words may stand beside the verb: an outlet, whom a letter goes to."""

import pytest

from kg.model.draft import mentions_of
from tests.reading import name, read, read_lines


def heard(text: str) -> list[str | None]:
    """Return who is told in the sentence's last statement."""
    return [name(a) for a in mentions_of(read(text, "en").statements[-1].addressees)]


@pytest.mark.parametrize(
    ("text", "listener"),
    [
        (
            "In an interview with Radio Lodwar, Kenya denied that the toll had risen.",
            "Radio Lodwar",
        ),
        ("Kenya said on Citizen TV that the road was open.", "Citizen TV"),
        ("Kenya told Radio Lodwar that the road was open but promised that it would pay.", None),
        ("Kenya confirmed this to Radio Lodwar.", "Radio Lodwar"),
        ("Kenya denied this, telling Radio Lodwar that the toll was fair.", "Radio Lodwar"),
        ("Kenya promised Uganda that the road would be paved.", "Uganda"),
        ("Kenya expressed its condolences to Uganda.", "Uganda"),
        ("In a conversation with Uganda, Kenya expressed dismay at the toll.", "Uganda"),
        ("Uganda spoke on Monday with Kenya, which denied the raid.", "Uganda"),
        ("Uganda telephoned Kenya, which expressed regret at the raid.", "Uganda"),
        (
            "In a letter to Uganda on Friday, Kenya warned that it would act if Congo came.",
            "Uganda",
        ),
        ("Speaking to fishermen at Lodwar on Monday, Kenya said the toll would go.", "fishermen"),
        ("Kenya blamed the ambush on Ugandan rebels.", "Ugandan rebels"),
        ("Kenya blamed the raid on Uganda.", "Uganda"),
        ("Kenya blamed Uganda for the raid on Lodwar.", "Uganda"),
        ("Kenya demanded an apology from Uganda.", "Uganda"),
        ("Kenya demanded an explanation of Uganda.", "Uganda"),
        ("Welcoming Uganda to the bloc, Kenya said it was a first step.", "Uganda"),
        ("Kenya sought assurances from Uganda that the road would stay open.", "Uganda"),
        ("Kenya lodged a complaint with Uganda over the raid.", "Uganda"),
        ("Kenya told Uganda's Lira FM radio that the road was open.", "Lira FM radio"),
        ("Jane Roe told her Ugandan counterpart, Jo Doe, in a call that it was closed.", "Jo Doe"),
        ("Jane Roe told her Ugandan counterpart, Jo Doe, that it was closed.", "Jo Doe"),
        ("In a reply to Rift Desk, Kenya denied it and said the toll was old.", "Rift Desk"),
        ("Kenya, in a note to the Port of Spain Gazette, said no.", "Port of Spain Gazette"),
        ("Replying to a letter from Uganda, Kenya said it would wait.", "Uganda"),
        ('Kenya expressed "alarm" at the toll in a conversation with Uganda.', "Uganda"),
        ("Kenya informed senators that the road was closed.", "senators"),
        ("Kenya told a Senate hearing that the road was closed.", "Senate"),
    ],
)
def test_listeners_beside_the_verb(text: str, listener: str | None) -> None:
    assert heard(text) == [listener or "Radio Lodwar"]


@pytest.mark.parametrize(
    "text",
    [
        "Speaking ahead of a trip to China, Kenya said the road would be paved.",
        "Kenya blamed the sanctions on its leaders.",
        "Kenya promised to pave the road to Uganda.",
        "Kenya promised that the road would be paved.",
        "The army killed Joe Roe, who denied the raid.",
        "Turkey demanded a guarantee of Syria's unity.",
        "The opposition demanded details of the Qatar deal.",
        "Kenya demanded proof of Uganda's claim.",
        "Kenya demanded an explanation of Uganda's claim.",
        "Kenya demanded proof of Uganda.",
        "Welcoming Israel's decision, Germany said it was a first step.",
        "Kenyan minister Ali Musa met Henry Oryem, who said on Sunday that the border was closed.",
        "The president hosted Jane Okello, who warned in January that the war would widen.",
        "Xi spoke with Putin, who said in a televised address that the war would go on.",
        "Kenya summoned the Ugandan ambassador, who said on X that the arrests were lawful.",
        "Kenya met with the Ugandan ambassador, who denied the raid in an interview with Reuters.",
        "Kenya telephoned the Ugandan ambassador, who had denied the raid.",
        "The Ugandan president said, after his son's interview with Citizen TV, that he was loyal.",
    ],
)
def test_who_is_only_spoken_about_hears_nothing(text: str) -> None:
    assert heard(text) == []


@pytest.mark.parametrize(
    "told",
    [
        "Kenya promised him an answer.",
        "Kenya pleaded with him to wait.",
        "Kenya handed him a note of protest.",
        "Kenya demanded that he retract it.",
    ],
)
def test_a_pronoun_hears(told: str) -> None:
    drafts = read_lines(f"Ugandan President Yoweri Museveni said no.\n{told}", "en")
    heard = [name(a) for a in mentions_of(drafts.statements[-1].addressees)]
    assert heard == ["Ugandan President Yoweri Museveni"]


@pytest.mark.parametrize(
    ("text", "listeners"),
    [
        ("Speaking to Uganda's Lira radio, Jo Doe said a deal was near.", []),
        ("Speaking to Uganda's farmers, Jo Doe said rain was near.", ["Uganda's farmers"]),
        ("Addressing Uganda's concerns, Kenya said the toll was old.", []),
        ("Responding to reports from Radio Lodwar, Kenya said the toll was old.", []),
        ("Replying to criticism from Uganda, Kenya said the toll was old.", []),
        ("Replying to questions from Radio Lodwar, Kenya said it was old.", ["Radio Lodwar"]),
    ],
)
def test_who_owns_a_thing_or_reports_it_is_not_spoken_to(text: str, listeners: list[str]) -> None:
    assert heard(text) == listeners
