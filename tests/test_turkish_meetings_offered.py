"""Meetings that Turkish news tells to be offered, asked for, or to come by invitation."""

import pytest

from tests.turkish_claims import claims

COLD = "Bolivya ile Paraguay arasındaki ilişkiler gergin."


def _told(text: str) -> list[tuple[set[str], set[str], str]]:
    met = claims(text, "meeting")
    return [(set(c["participants"]), set(c["mediators"]), c["status"]) for c in met]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Grace Wairimu, bakan David Okello'yu ülkesine davet etti.", "proposed"),
        ("Grace Wairimu, bakan David Okello tarafından Lome'ye davet edildi.", "proposed"),
        ("Grace Wairimu, bakan David Okello'nun Lome davetini kabul etti.", "planned"),
        (
            "Grace Wairimu, bakan David Okello'nun davetlisi olarak yarın Lome'ye gidecek.",
            "planned",
        ),
        ("Grace Wairimu'nun bakan David Okello ile görüşme talebine yanıt verilmedi.", "proposed"),
        ("Grace Wairimu, bakan David Okello'ya Lome'de bir araya gelmeyi önerdi.", "proposed"),
        ("Grace Wairimu, bakan David Okello ile görüşebileceğini söyledi.", "proposed"),
        ("Grace Wairimu, “Bakan David Okello ile görüşmeye hazırım” dedi.", "proposed"),
        ("Grace Wairimu, bakan David Okello ile görüşmekten vazgeçti.", "cancelled"),
    ],
)
def test_two_are_to_meet(text: str, status: str) -> None:
    told = _told(f"Kenya Savunma Bakanı {text}")
    assert told == [({"Grace Wairimu", "David Okello"}, set(), status)]


@pytest.mark.parametrize(
    "text",
    [
        "Katar, Bolivya ile Paraguay'ı Lome'de bir araya getirmeyi önerdi.",
        "Katar, Bolivya ile Paraguay'ın Lome'de bir araya gelmesini önerdi.",
        "Katar, Bolivya ile Paraguay arasındaki görüşmelere ev sahipliği yapmayı teklif etti.",
        f"{COLD} Katar ise tarafları Lome'de buluşturmayı teklif etti.",
        f"{COLD} Katar olası bir görüşmeye ev sahipliği yapmaya hazır olduğunu bildirdi.",
    ],
)
def test_who_offers_that_others_meet_is_their_mediator(text: str) -> None:
    assert _told(text) == [({"Bolivia", "Paraguay"}, {"Qatar"}, "proposed")]


@pytest.mark.parametrize("fate", ["perşembeye alındı", "gelecek haftaya kaldı"])
def test_a_meeting_moved_to_another_day_is_put_off(fate: str) -> None:
    text = "Bolivya ile Paraguay arasında yarın Lima'da yapılması planlanan toplantı"
    assert _told(f"{text} {fate}.") == [({"Bolivia", "Paraguay"}, set(), "postponed")]


def test_a_session_to_come_is_of_those_who_met_before() -> None:
    first = "Bolivya ile Paraguay arasındaki ilk oturum dün Lima'da yapıldı."
    told = _told(f"{first} İkinci oturum cuma günü yapılacak.")
    assert [status for *_, status in told] == ["held", "planned"]
    assert told[1][0] == {"Bolivia", "Paraguay"}


@pytest.mark.parametrize(
    "text",
    [
        "Kenya Savunma Bakanı Grace Wairimu halkı sandığa gitmeye davet etti.",
        "Katar, kupa finaline ev sahipliği yapmaya hazır olduğunu bildirdi.",
        "Sözcü Capo Daniel, VOA'ya, bağımsızlığı konuşmak istediklerini söyledi.",
    ],
)
def test_other_invitations_are_no_meetings(text: str) -> None:
    assert _told(text) == []
