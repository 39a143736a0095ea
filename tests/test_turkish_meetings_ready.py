"""Turkish talks somebody is ready for, members of a body that meet, rounds that are none."""

import pytest

from tests.turkish_claims import claims


def _met(text: str) -> list[tuple[list[str], str, str]]:
    return [(sorted(c["participants"]), c["status"], c["as"]) for c in claims(text, "meeting")]


@pytest.mark.parametrize(
    ("text", "parties", "stance"),
    [
        ("Kenya, Uganda ile doğrudan görüşmeye hazır olduğunu duyurdu.", ["Kenya", "Uganda"],
         "anticipates"),
        ("Kenya, Uganda ile müzakerelere sıcak baktığını bildirdi.", ["Kenya", "Uganda"],
         "anticipates"),
        ("Hükümet, sendikalarla görüşmelere hazır değil.", ["Hükümet", "sendikalar"], "denies"),
    ],
)  # fmt: skip
def test_talks_somebody_is_ready_for_are_proposed(
    text: str, parties: list[str], stance: str
) -> None:
    assert _met(text) == [(parties, "proposed", stance)]


def test_members_of_a_body_meet_not_the_body() -> None:
    text = (
        "Bosna Hersek Devlet Başkanlığı Konseyi üyeleri Ali Mora, Jean Kolma ve Ana Tavra dün"
        " Saraybosna'da AB Komiseri Johannes Hahn ile bir araya geldi."
    )
    parties = ["Ali Mora", "Ana Tavra", "Jean Kolma", "Johannes Hahn"]
    assert _met(text) == [(parties, "held", "asserts")]


@pytest.mark.parametrize(
    "text",
    [
        "Brezilya'da seçimin ilk turunu önde tamamlayan Jair Bolsonaro konuştu.",
        "Kim'in Şi Cinping'le görüşüp görüşmediği bilinmiyor.",
        "Görüşmeler için salon hazır.",
        "Gana, Togo ile görüşmelere açıklık getirdi.",
    ],
)
def test_nobody_met(text: str) -> None:
    assert _met(text) == []


def test_contacts_somebody_keeps_up_tell_only_where() -> None:
    text = (
        "Norveç Başbakanı Ali Mora, temaslarını sürdürdüğü Nairobi'de Kenya Cumhurbaşkanı Jean"
        " Kolma tarafından kabul edildi."
    )
    assert _met(text) == [(["Ali Mora", "Jean Kolma"], "held", "asserts")]


@pytest.mark.parametrize(
    ("text", "met"),
    [
        (
            "Gana Başbakanı Ali Mora, Togo Başbakanı Jean Kolma'yı Akra'daki zirveye davet etti.",
            [(["Ali Mora", "Jean Kolma"], "proposed", "anticipates")],
        ),
        ("Gana hükümeti, Togo Dışişleri Bakanı Jean Kolma'yı davet etti.", []),
    ],
)
def test_an_invitation_is_told_once_and_not_held(
    text: str, met: list[tuple[list[str], str, str]]
) -> None:
    assert _met(text) == met
