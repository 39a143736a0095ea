"""States and capitals in Turkish: where somebody is or goes, or a government."""

import pytest

from tests.reading import read, read_lines


def _places(text: str) -> set[str]:
    return {m.gazetteer_id or m.name for s in read(text, "tr").sentences for m in s.places}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Heyet ertesi gün Peru'ya hareket edecek.", "peru"),
        ("Bakan, iki günlük Gana ziyaretini tamamladı.", "ghana"),
        ("Taraflar Peru'nun Tacna kentinde toplandı.", "peru"),
        ("Bakan Letonya'dan dün sabah ayrıldı.", "latvia"),
        ("Mora, Oslo'dan video bağlantısıyla konuştu.", "oslo"),
        ("Genç, Oslo'nun göbeğinde kaçırıldı.", "oslo"),
    ],
)
def test_where_somebody_goes_or_comes_from_is_a_place(text: str, place: str) -> None:
    assert place in _places(text)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Mora, Oslo'ya arabuluculuk için mektup gönderdi.", "oslo"),
        ("Bakan, Peru'ya teşekkür etti.", "peru"),
        ("Peru'nun Lima Büyükelçisi konuştu.", "peru"),
        ("Bakan Letonya'dan özür talep etti.", "latvia"),
        ("Gana ziyareti değerlendirdi.", "oslo"),
    ],
)
def test_whom_something_is_said_or_sent_to_is_no_place(text: str, place: str) -> None:
    assert place not in _places(text)


def test_a_line_that_names_a_town_alone_places_what_follows() -> None:
    drafts = read_lines("Oslo\nBaşbakan Lie konuştu.\nAda Kaya / LİMA", "tr", headings=(0, 2))
    assert [m.gazetteer_id for s in drafts.sentences for m in s.places] == ["oslo", "lima"]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("AB dönem başkanlığı Slovenya'ya geçti.", "slovenia"),
        ("Sıra Almanya'ya geldi.", "germany"),
        ("Rusya'ya gelen tepkiler sürüyor.", "russia"),
        ("NATO Ukrayna'ya davet gönderdi.", "ukraine"),
        ("Haber Polonya'ya ulaştı.", "poland"),
    ],
)
def test_a_state_to_which_things_come_is_no_place(text: str, state: str) -> None:
    assert state not in _places(text)


def test_an_envoy_called_home_is_called_to_a_place() -> None:
    assert "paris" in _places("Fransa'nın Ankara Büyükelçisi Herve Magro Paris'e çağrıldı.")
    assert "poland" in _places("Emmanuel Macron dün Polonya'ya geldi.")
