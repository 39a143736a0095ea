"""Who speaks and who is told in plain Turkish news: replies, guests, delegations, outlets."""

import pytest

from tests.turkish_claims import claims


def _said(text: str) -> list[tuple[str | None, list[str]]]:
    return [(c["speaker"], c["addressees"]) for c in claims(text, "statement")]


@pytest.mark.parametrize(
    ("text", "speaker", "told"),
    [
        (
            "Peru Adalet Bakanı Eduardo Arana, Keiko Fujimori'ye mecliste verdiği yanıtta, kararın"
            " geri alınmayacağını söyledi.",
            "Eduardo Arana",
            ["Keiko Fujimori"],
        ),
        (
            "Uganda Dışişleri Bakanı Jeje Odongo, Ruandalı mevkidaşı Vincent Biruta'yı ziyaret"
            " ederek sınırın açılmasını istedi.",
            "Jeje Odongo",
            ["Vincent Biruta"],
        ),
        (
            "Polisario heyetinin sözcüsü Yahya Buhari ise Beşir Mustafa'nın görevde kalmasının"
            " gerekli olduğunu Fas'ın temsilcilerine anlattıklarını belirtti.",
            "Yahya Buhari",
            ["Moroccan representatives"],
        ),
        (
            "Nijerya Havacılık Bakanı Hadi Sirika, seferlerin azaltıldığını Ahmed Aboutaleb'e"
            " ifade etti.",
            "Hadi Sirika",
            ["Ahmed Aboutaleb"],
        ),
    ],
)
def test_who_is_told(text: str, speaker: str, told: list[str]) -> None:
    assert _said(text) == [(speaker, told)]


def test_a_guest_is_whom_the_speaker_met() -> None:
    (said,) = _said(
        "Malta Cumhurbaşkanı Myriam Debono, BM Temsilcisi Hanna Tetteh'i cuma günü kabul etti."
        ' Debono konuğuna, "Limanlarımız açık kalacak" dedi.'
    )
    assert said == ("Myriam Debono", ["Hanna Tetteh"])


def test_what_is_asked_of_the_guest_is_told_to_him() -> None:
    (said,) = _said(
        "Malta Cumhurbaşkanı Myriam Debono, BM Temsilcisi Hanna Tetteh'i cuma günü kabul etti."
        " Debono, muhatabından limanın açılmasını istedi."
    )
    assert said == ("Myriam Debono", ["Hanna Tetteh"])


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Muhalefet heyetinin başkanı Salih Muslim, saldırıların durdurulmasını istediklerini"
            " söyledi.",
            "Salih Muslim",
        ),
        (
            'Hükümet heyetine başkanlık eden Bedir Casim, rakiplerini "aldatmakla" suçladı.',
            "Bedir Casim",
        ),
        (
            "Örgütün dönem başkanı, Gana Cumhurbaşkanı John Mahama, kararın uygulanacağını"
            " söyledi.",
            "John Mahama",
        ),
        ("Sektör temsilcileri hükümeti, seferlerin duracağı konusunda uyardı.", None),
        (
            "Enerji İşlerinden Sorumlu Koordinatör Bakan Luhut Pandjaitan, hattın açılacağını"
            " söyledi.",
            "Luhut Pandjaitan",
        ),
        ("Firmanın avukatlarından biri, tazminat talep edeceklerini söyledi.", None),
    ],
)
def test_who_speaks_for_a_body(text: str, speaker: str | None) -> None:
    ((found, _),) = _said(text)
    assert found == (speaker or text.partition(" hükümeti")[0].partition(",")[0])


def test_what_an_outlet_passes_on_is_said_by_whom_it_names() -> None:
    said = _said(
        "Katar Enerji Bakanı Saad El Kaabi dün Doha'daydı. Resmi QNA ajansına göre El Kaabi,"
        " sevkiyatın süreceğini hatırlattı."
    )
    assert said == [("Saad El Kaabi", [])]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Bu iddiaları Kremlin Sözcüsü Dmitriy Peskov yalanladı.", "Dmitriy Peskov"),
        ("Kararı ise İran Dışişleri Bakanlığı Sözcüsü Nasır Kenani kınadı.", "Nasır Kenani"),
        (
            "Sınırın kapandığı yönündeki haberleri ise bakanlık sözcüsü Esther Sunsuwa yalanladı.",
            "Esther Sunsuwa",
        ),
    ],
)
def test_an_object_may_stand_in_front(text: str, speaker: str) -> None:
    ((found, _),) = _said(text)
    assert found == speaker


def test_the_words_tell_to_whom_a_line_was_drawn() -> None:
    (said,) = _said(
        "Zengene, \"Vananın kapatılması kırmızı çizgimizdir, bunu Ankara'daki dostlarımıza da"
        ' ilettik" dedi.'
    )
    assert said == ("Zengene", ["Turkey"])


def test_both_sides_are_invited_to_talk() -> None:
    said = _said(
        "Peru ile Kolombiya arasında gerilim sürüyor. Brezilya Dışişleri Bakanlığı tarafları"
        " diyaloğa davet etti."
    )
    assert said == [("Brazilian Ministry of Foreign Affairs", ["Peru", "Colombia"])]


def test_who_reports_goes_on_speaking() -> None:
    said = _said(
        "Japonya Dışişleri Bakanı Taro Kono, Başbakan Şinzo Abe'nin özür dilediğini aktardı. Ayrıca"
        " yardımın süreceğini bildirdi."
    )
    assert said[-1][0] == "Taro Kono"


@pytest.mark.parametrize(
    ("text", "speaker", "told"),
    [
        ("Samuel Doe, Liberya'dan yazılı izahat istedi.", "Samuel Doe", ["Liberia"]),
        (
            "Maden işçisi sözcüsü Jose Ferrer çıkışta AFP'ye, ücretlerin artacağını anlattı.",
            "Jose Ferrer",
            ["AFP"],
        ),
        (
            "Belçika Sağlık Bakanı Frank Vandenbroucke, hükümeti geç kalmakla suçladı.",
            "Frank Vandenbroucke",
            ["Belgium"],
        ),
        (
            "Bir yetkili PTI ajansına, su bırakılmasının gecikeceğini kaydetti.",
            "Bir yetkili",
            ["PTI"],
        ),
    ],
)
def test_who_else_is_told(text: str, speaker: str, told: list[str]) -> None:
    assert _said(text) == [(speaker, told)]


def test_who_was_told_hears_what_follows_and() -> None:
    said = _said(
        "Malta Cumhurbaşkanı Myriam Debono, BM Temsilcisi Hanna Tetteh'i cuma günü kabul etti."
        ' Debono konuğuna, "Limanlar açık" dedi ve baskının artırılmasını istedi.'
    )
    assert [told for _, told in said] == [["Hanna Tetteh"], ["Hanna Tetteh"]]


def test_who_tells_them_is_not_whom_the_words_tell_of() -> None:
    text = (
        "Peru Dışişleri Bakanı Juan Lopez, salı günü Ana Vera'yı aradığını ve kendisine konutun"
        " güvenliğinden Ekvador polisinin sorumlu olduğunu hatırlattığını anlattı."
    )
    assert "Ecuadorian police" not in [speaker for speaker, _ in _said(text)]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("muhalefeti yalan söylemekle suçladı.", ["muhalefet"]),
        ("komşularını iç işlerine karışmakla suçladı.", ["komşuları"]),
        ("darbecileri kışlaya dönmeye çağırdı.", ["darbeciler"]),
        ("halkı evde kalmaya çağırdı.", ["halk"]),
        ("Togo askerlerini sınırı ihlal etmekle suçladı.", ["Togo askerleri"]),
        ("muhalefete meclise dönme çağrısında bulundu.", ["muhalefet"]),
    ],
)
def test_groups_are_called_on(words: str, told: list[str]) -> None:
    assert _said(f"Gana Cumhurbaşkanı John Mahama, {words}") == [("John Mahama", told)]


def test_a_government_called_on_is_that_of_who_speaks() -> None:
    text = "Gana muhalefet lideri Ama Mensah, hükümete askerleri geri çekme çağrısında bulundu."
    assert _said(text) == [("Ama Mensah", ["Ghana"])]


@pytest.mark.parametrize(
    "text",
    [
        "Kurbanların yakınları, bakanı sessiz kalmakla suçladı.",
        "Gana Cumhurbaşkanı John Mahama, meclise gireceklerini söyledi.",
        "Gana Cumhurbaşkanı John Mahama, iddiaları kınadı.",
    ],
)
def test_who_speaks_or_what_is_spoken_of_is_not_called_on(text: str) -> None:
    assert not any("yakın" in n or "meclis" in n or "iddia" in n for _, t in _said(text) for n in t)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Robert Dussey'e sınırın açılacağını bildirdi.", ["Robert Dussey"]),
        ("Togo Adalet Bakanı Robert Dussey'e sınırın açılacağını bildirdi.", ["Robert Dussey"]),
        ("mevkidaşı Robert Dussey'e sınırın açılacağını bildirdi.", ["Robert Dussey"]),
        ("Togolu mevkidaşı Robert Dussey'e sınırın açılacağını bildirdi.", ["Robert Dussey"]),
        ("çete liderlerinden silah bırakmalarını istedi.", ["çete liderleri"]),
    ],
)
def test_who_is_told_stands_in_front_of_the_clause(words: str, told: list[str]) -> None:
    assert _said(f"Gana Cumhurbaşkanı John Mahama, {words}") == [("John Mahama", told)]


def test_what_is_done_to_somebody_is_not_told_to_him() -> None:
    text = "Gana Cumhurbaşkanı John Mahama dün Robert Dussey'e saldırının kınandığını söyledi."
    assert _said(text) == [("John Mahama", [])]


def test_who_is_told_stands_in_front_of_who_tells_in_the_passive() -> None:
    text = "Sınırın kapatılacağı Elçi Ada Tavra'ya Gana Dışişleri Bakanlığı tarafından iletildi."
    assert _said(text) == [("Ghanaian Ministry of Foreign Affairs", ["Ada Tavra"])]


def test_an_unknown_short_name_in_front_of_a_comma_is_an_outlet() -> None:
    text = "Hükümete yakın bir kaynak KRT'ye, sınırın açılacağını ifade etti."
    assert _said(text) == [("Hükümete yakın bir kaynak", ["KRT"])]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("orduyu eleştirenleri uyardı.", []),
        ("şirketleri vergi kaçırmakla suçlayan basını eleştirdi.", []),
        ("halkı sokağa çağıran muhalefeti suçladı.", []),
        ("muhalefetten ayrılan vekillerden destek istedi.", ["vekiller"]),
        ("bankalardan alınan kredilerin silinmesini talep etti.", []),
        ("halkı yasak olan gösterilere katılmamaya çağırdı.", ["halk"]),
    ],
)
def test_the_group_of_another_deed_is_not_called_on(words: str, told: list[str]) -> None:
    assert _said(f"Gana Cumhurbaşkanı John Mahama, {words}") == [("John Mahama", told)]


def test_short_names_in_a_list_are_no_outlets() -> None:
    text = "Gana Cumhurbaşkanı John Mahama, TMMOB'a, KESK'e ve DİSK'e destek verilmesini istedi."
    assert _said(text) == [("John Mahama", [])]
