"""What Turkish news says became of a meeting: of which one, and who called it off."""

import pytest

from kg.model.article import SourceText
from kg.model.day import Day
from kg.model.document import to_document
from kg.model.iri import Iris
from kg.pipeline import extract_article

WEDNESDAY = Day.parse("2024-05-15")


def _told(text: str) -> list[tuple[set[str], str]]:
    source = SourceText(name="x", text=text, language="tr", published=WEDNESDAY)
    document = to_document(extract_article(source, iris=Iris()))
    met = (c for c in document["claims"] if c["type"] == "meeting")
    return [(set(c["participants"]), c["status"]) for c in met]


PLANNED = (
    "Kenya Dışişleri Bakanı Musalia Mudavadi salı günü Kampala'da Mısırlı mevkidaşı Sami Şükri ile"
    " bir araya gelecek."
)


@pytest.mark.parametrize(
    "fate",
    [
        "Modi ise konferansı erteledi.",
        "Modi ise zirveyi iptal etti.",
        "Modi zirveyi iptal etti.",
        "Hindistan Başbakanı Narendra Modi zirveyi iptal etti.",
        "Brezilya ise bir başka toplantıyı iptal etti.",
    ],
)
def test_what_others_call_off_is_not_the_meeting_told_before(fate: str) -> None:
    assert _told(f"{PLANNED} {fate}") == [({"Musalia Mudavadi", "Sami Şükri"}, "planned")]


@pytest.mark.parametrize(
    ("fate", "status"),
    [
        ("Mudavadi ise toplantıyı iptal etti.", "cancelled"),
        ("Ancak Mudavadi zirveyi iptal etti.", "cancelled"),
        ("Ancak toplantıyı iptal etti.", "cancelled"),
        ("Mısır tarafı toplantıyı erteledi.", "postponed"),
        ("Uganda toplantıyı iptal etti.", "cancelled"),
        ("Bakanlık toplantıyı iptal etti.", "cancelled"),
        ("Toplantı daha sonra iptal edildi.", "cancelled"),
        ("Brezilya'nın isteğiyle bu toplantı iptal edildi.", "cancelled"),
    ],
)
def test_a_party_or_the_host_calls_off_the_meeting_told_before(fate: str, status: str) -> None:
    assert _told(f"{PLANNED} {fate}") == [({"Musalia Mudavadi", "Sami Şükri"}, status)]


@pytest.mark.parametrize(
    "text",
    [
        "Ruto ile Museveni Nairobi'de bir araya gelip anlaşma imzaladı, pazar günü tekrar"
        " konuşacak.",
        "Macron ile Scholz bir araya gelip ayrıldılar ve pazar günü yine konuşacaklar.",
    ],
)
def test_they_met_before_the_first_finite_verb_whatever_is_to_come(text: str) -> None:
    source = SourceText(name="x", text=text, language="tr", published=WEDNESDAY)
    document = to_document(extract_article(source, iris=Iris()))
    first = next(c for c in document["claims"] if c["type"] == "meeting")
    assert (first["status"], first["time"]) == ("held", None)


def test_a_converb_goes_with_the_verb_still_to_come() -> None:
    text = "Putin ile Museveni cuma günü görüşüp anlaşmayı imzalayacak."
    assert _told(text) == [({"Putin", "Museveni"}, "planned")]


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("müzakereleri Lahey'de kaldığı yerden sürecek", "planned"),
        ("müzakereleri, Lahey'de devam edecek", "planned"),
        ("müzakerelerine Lahey'de devam edilecek", "planned"),
        ("müzakereleri Lahey'de sürüyor", "ongoing"),
        ("müzakereleri Lahey'de devam ediyor", "ongoing"),
    ],
)
def test_talks_that_go_on_are_told_by_one_verb_or_two(words: str, status: str) -> None:
    assert [found for _, found in _told(f"Peru ile Şili arasındaki su {words}.")] == [status]


@pytest.mark.parametrize(
    "text",
    [
        "Zirveye Rusya davet edilmedi.",
        "G20 zirvesine Tayvan davet edilmedi.",
        "Cenevre'deki konferansa Gana ile Togo çağrılmadı.",
        "Rusya zirveye davet edilmedi.",
    ],
)
def test_who_is_not_asked_to_come_meets_nobody(text: str) -> None:
    assert _told(text) == []


@pytest.mark.parametrize(
    "text",
    ["Zirveye Rusya ile Çin davet edildi.", "Zirveye Rusya ile Çin çağrıldı; kimse inanmadı."],
)
def test_who_is_asked_to_come_is_told(text: str) -> None:
    assert [who for who, _ in _told(text)] == [{"Russia", "China"}]


@pytest.mark.parametrize(
    "source",
    [
        "Görüşmeye katılan bir diplomat, tarafların anlaşamadığını söyledi.",
        "Görüşmeye katılan kaynaklar, tarafların anlaşamadığını aktardı.",
        "Toplantıya katılanlardan edinilen bilgiye göre Kenya sınırı açacak.",
        "Toplantıya katılanların aktardığına göre Mudavadi umutluydu.",
    ],
)
def test_who_tells_of_the_meeting_before_tells_no_other(source: str) -> None:
    assert _told(f"{PLANNED} {source}") == [({"Musalia Mudavadi", "Sami Şükri"}, "planned")]


@pytest.mark.parametrize("first", ["Cenevre'deki toplantıya", "Toplantıya"])
def test_several_who_came_to_a_meeting_are_told(first: str) -> None:
    told = _told(f"{first} katılan Rusya ve Çin bir bildiriye imza attı.")
    assert told == [({"Russia", "China"}, "held")]
