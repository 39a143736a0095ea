"""Turkish speakers behind their object, two in one sentence, what insisting and offering tell."""

import pytest

from tests.turkish_claims import claims


def _told(text: str) -> list[tuple[str, str]]:
    return sorted((c["speaker"], c["act"]) for c in claims(text, "statement"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Saldırıyı Türkiye de kınadı.", [("Turkey", "accuses")]),
        (
            "Saldırıyı Gana, Togo ve Benin kınadı.",
            [("Benin", "accuses"), ("Ghana", "accuses"), ("Togo", "accuses")],
        ),
        ("Kararı Gana'nın yanı sıra Togo da eleştirdi.", [("Togo", "accuses")]),
        ("Gana Başbakanı Ali Mora sınırı açacaklarını belirtti.", [("Ali Mora", "asserts")]),
    ],
)
def test_the_speaker_may_stand_behind_the_object(text: str, told: list[tuple[str, str]]) -> None:
    assert _told(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Gana sınırın açık olduğunu belirtirken, Togo iddiaları yalanladı.",
            [("Ghana", "asserts"), ("Togo", "denies")],
        ),
        (
            "Gana Başbakanı Ali Mora, sınırın açık olduğunu söylerken muhalefet lideri Ana Tavra"
            " kararı eleştirdi.",
            [("Ali Mora", "asserts"), ("Ana Tavra", "accuses")],
        ),
        (
            "Ali Mora, kararı eleştirirken Togo'nun üyelik sürecinin durdurulmasını istedi.",
            [("Ali Mora", "accuses"), ("Ali Mora", "demands")],
        ),
    ],
)
def test_while_one_says_another_may(text: str, told: list[tuple[str, str]]) -> None:
    assert _told(text) == told


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Gana, kimsenin ölmediğinde ısrar etti.", "asserts"),
        ("Gana, sınırın açılmasında ısrar etti.", "demands"),
        ("Gana, talebin kabul edilmesi halinde sınırı açacaklarını duyurdu.", "announces"),
        ("Gana, adım atılması halinde bunu kabul edeceklerini duyurdu.", "announces"),
        ("Gana, adım atılmaması halinde sınırı kapatacaklarını duyurdu.", "warns"),
    ],
)
def test_what_is_said_makes_the_act(text: str, act: str) -> None:
    assert _told(text) == [("Ghana", act)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Saldırı, Gana, Togo ve Benin tarafından kınandı.",
            [("Benin", "accuses"), ("Ghana", "accuses"), ("Togo", "accuses")],
        ),
        ("Saldırı, Gana tarafından kınandı.", [("Ghana", "accuses")]),
        (
            "Gana hükümeti Togo Büyükelçisi Jean Kolma'yı ihanetle suçladı.",
            [("Ghana", "accuses")],
        ),
        (
            "Kremlin Togo Cumhurbaşkanı Jean Kolma'nın önerisini reddetti.",
            [("Kremlin", "denies")],
        ),
        (
            "Gana Dışişleri Bakanlığı Sözcüsü Jean Kolma iddiaları yalanladı.",
            [("Jean Kolma", "denies")],
        ),
        ("BM Yemen Özel Temsilcisi Ana Tavra saldırıyı kınadı.", [("Ana Tavra", "accuses")]),
    ],
)
def test_bodies_and_lists_speak_whole(text: str, told: list[tuple[str, str]]) -> None:
    assert _told(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Gana basınında yer alan haberlere göre sınır kapandı.", [("Ghanaian media", "asserts")]),
        (
            "Yerel basında çıkan haberlerde sınırın kapandığı iddia edildi.",
            [("Yerel basın", "asserts")],
        ),
        ("Sosyal medyada yer alan iddialara göre sınır kapandı.", []),
        ("Basında çıkan haberlere göre sınır kapandı.", []),
    ],
)
def test_news_is_that_of_the_press_it_stood_in(text: str, told: list[tuple[str, str]]) -> None:
    assert _told(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Bakanlar, ekonomik iş birliğini değerlendirdi.", []),
        (
            "Kararı değerlendiren Gana Başbakanı Ali Mora, sınırın kapalı olduğunu söyledi.",
            [("Ali Mora", "asserts")],
        ),
        (
            "Gana Başbakanı Ali Mora, kararı tarihi bir adım olarak değerlendirdi.",
            [("Ali Mora", "describes")],
        ),
        ('Gana Başbakanı Ali Mora, "Sınır kapandı." çıkışını yaptı.', [("Ali Mora", "asserts")]),
    ],
)
def test_what_is_weighed_is_not_yet_judged(text: str, told: list[tuple[str, str]]) -> None:
    assert _told(text) == told


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("Gana Başbakanı Ali Mora, AA muhabirine yaptığı açıklamada sınırın kapandığını söyledi.",
         ["Anadolu Agency"]),
        ("Kaynaklar, sınırın kapandığını AA muhabirine bildirdi.", ["Anadolu Agency"]),
        ("Gana Başbakanı Ali Mora, AA muhabirine yönelik saldırıyı kınadı.", []),
    ],
)  # fmt: skip
def test_an_outlets_reporter_hears_for_it(text: str, heard: list[str]) -> None:
    assert [c["addressees"] for c in claims(text, "statement")] == [heard]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ('Gana iddiaları "saçma" diyerek reddetti.', "denies"),
        ('Gana, "Savaş çıkar." diyerek uyardı.', "warns"),
        ('Gana, "Sınır kapandı." diyerek konuştu.', "asserts"),
    ],
)
def test_the_verb_behind_tells_the_act(text: str, act: str) -> None:
    assert _told(text) == [("Ghana", act)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Ali Mora evinden çıkarken Jean Kolma tarafından vurulduğunu söyledi.",
            [("Ali Mora", "asserts")],
        ),
        (
            "Ali Mora'nın yabancı medyaya verdiği demeçte Togo'yu suçladığı iddia edildi.",
            [("Ali Mora", "asserts")],
        ),
        ("Gana, saldırı olması halinde anlaşmadan çekileceklerini söyledi.", [("Ghana", "warns")]),
        ("Gana, ihracat arttıkça ekonominin büyüyeceğini söyledi.", [("Ghana", "asserts")]),
    ],
)
def test_who_is_beside_the_speaker_does_not_speak(text: str, told: list[tuple[str, str]]) -> None:
    assert _told(text) == told


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("Ali Mora, Togo'ya dönerek yeni bir parti kuracağını açıkladı.", []),
        ("Ali Mora, Jean Kolma'ya dönerek anlaşmanın bozulduğunu söyledi.", ["Jean Kolma"]),
    ],
)
def test_a_place_somebody_returns_to_hears_nothing(text: str, heard: list[str]) -> None:
    assert [c["addressees"] for c in claims(text, "statement")] == [heard]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Kenya kararı kınadı, Myanmar halkına desteğin süreceğini vurguladı.", "Kenya"),
        ("Kenya kararı eleştirdi, Küba halkıyla dayanışmanın süreceğini söyledi.", "Kenya"),
        ("Kenya kararı kınadı, Togo desteğin süreceğini söyledi.", "Togo"),
        ("Kenya kararı kınadı, Togo ise halkına desteğin süreceğini söyledi.", "Togo"),
    ],
)
def test_whose_people_is_named_does_not_speak(text: str, speaker: str) -> None:
    assert _told(text) == sorted([("Kenya", "accuses"), (speaker, "asserts")])
