"""Who says what, to whom, in Turkish sentences of every order."""

import pytest

from kg.model.mention import Mention
from tests.reading import name, read, read_lines, words


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Kenya Başbakanı, dün yaptığı açıklamada, sınırın kapandığını söyledi.",
            "Kenya Başbakanı",
        ),
        ("Kenya Başbakanı ise Uganda'nın sınırı kapattığını söyledi.", "Kenya Başbakanı"),
        ("Sınırın kapandığını söyleyen Kenya Başbakanı ülkesine döndü.", "Kenya Başbakanı"),
        ('"Sınır kapandı, kimse geçemez" dedi Kenya Başbakanı.', "Kenya Başbakanı"),
        ("Kenya Başbakanı'na göre sınır dün kapandı.", "Kenya Başbakanı"),
        ("Kenya Başbakanı'nın verdiği bilgiye göre, sınır dün kapandı.", "Kenya Başbakanı"),
        ("Kenya Başbakanı'nın sınırın kapandığını söylediği bildirildi.", "Kenya Başbakanı"),
        ("Kenya Başbakanı'nın açıklamasında, sınırın kapandığı belirtildi.", "Kenya Başbakanı"),
        ("Köylüler, sınırın kapandığını söyledi.", "Köylüler"),
        ('Kenya Başbakanı şunu söyledi: "Sınır kapandı, kimse geçemez."', "Kenya Başbakanı"),
    ],
)
def test_the_speaker_is_found_in_every_order(text: str, speaker: str) -> None:
    (found,) = read(text, "tr").statements
    assert name(found.speaker) == speaker


@pytest.mark.parametrize(
    "aside",
    [
        "",
        " Rusya'nın baskısına rağmen",
        " Çin'de",
        " Pekin'e gitmeden önce",
        " Rusya ile görüştükten sonra",
    ],
)
def test_names_in_other_cases_never_take_the_subjects_place(aside: str) -> None:
    text = f"Peru Dışişleri Bakanı,{aside} anlaşmanın bozulduğunu söyledi."
    (found,) = read(text, "tr").statements
    assert name(found.speaker) == "Peru Dışişleri Bakanı"


def test_a_rival_inside_a_quotation_is_not_the_speaker() -> None:
    text = 'Peru Başbakanı, "Şili Başbakanı, sınırı kapattığını söyledi" dedi.'
    (found,) = read(text, "tr").statements
    assert name(found.speaker) == "Peru Başbakanı"


def test_a_converb_is_a_statement_of_the_same_speaker() -> None:
    text = "Gana Devlet Başkanı, seçimi erteleyeceğini belirterek muhalefeti darbecilikle suçladı."
    found = read(text, "tr").statements
    assert [name(s.speaker) for s in found] == ["Gana Devlet Başkanı"] * 2
    assert [s.act for s in found] == ["asserts", "accuses"]


def test_a_medium_passes_on_what_its_source_says() -> None:
    text = "Reuters, bir diplomata dayandırdığı haberinde, anlaşmanın çöktüğünü yazdı."
    (found,) = read(text, "tr").statements
    assert name(found.speaker) == "bir diplomata"
    assert [name(v) for v in found.via] == ["Reuters"]


def test_who_is_quoted_by_another_speaks_through_them() -> None:
    text = "Reuters, Mısır Dışişleri Bakanı'nın görüşmelerin durduğunu söylediğini aktardı."
    (found,) = read(text, "tr").statements
    assert name(found.speaker) == "Mısır Dışişleri Bakanı"
    assert [name(v) for v in found.via] == ["Reuters"]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Mısır, barajın yıkılması halinde karşılık vereceğini söyledi.", "warns"),
        ("Mısır, barajın boşaltılması gerektiğini söyledi.", "demands"),
        ("Mısır, gelişmelerden kaygı duyduğunu söyledi.", "expresses-concern"),
        ("Mısır, saldırıyı kınadığını söyledi.", "accuses"),
        ("Mısır, iddiaların asılsız olduğunu söyledi.", "denies"),
    ],
)
def test_what_is_said_changes_the_act_of_a_neutral_verb(text: str, act: str) -> None:
    (found,) = read(text, "tr").statements
    assert found.act == act


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Mısır, baraj yıkılırsa karşılık vereceğini söyledi.", "baraj yıkılırsa"),
        ("Mısır, sular akmadıkça masaya oturmayacağını söyledi.", "sular akmadıkça"),
        ("Mısır, eğer baraj yıkılırsa karşılık vereceğini söyledi.", "eğer baraj yıkılırsa"),
        ("Mısır, ne yapılırsa da kazanacağını söyledi.", None),
    ],
)
def test_a_condition_reaches_to_its_verb(text: str, condition: str | None) -> None:
    (found,) = read(text, "tr").statements
    assert words(text, found.condition) == condition


def test_a_denied_verb_tells_of_no_statement() -> None:
    assert read("Bakan, haberin doğru olduğunu doğrulamadı.", "tr").statements == ()


def test_an_elided_subject_is_who_spoke_before() -> None:
    text = "Fas Başbakanı, sınırın açılacağını söyledi.\nKimsenin zarar görmeyeceğini de ekledi."
    first, second = read_lines(text, "tr").statements
    assert name(second.speaker) == name(first.speaker) == "Fas Başbakanı"
    assert second.carried


def test_the_same_official_is_the_one_named_before() -> None:
    text = "Bir Mısırlı yetkili, köprünün yıkıldığını söyledi.\nAynı yetkili, iddiaları yalanladı."
    first, second = read_lines(text, "tr").statements
    assert name(second.speaker) == name(first.speaker)


@pytest.mark.parametrize(
    ("text", "speaker", "via"),
    [
        (
            "Sınırın kapandığı Kenya Başbakanlığı kaynaklarınca ifade edildi.",
            "Kenya Başbakanlığı kaynakları",
            [],
        ),
        (
            "Sınırın kapandığına dair iddialar, Peru Başbakanı tarafından yalanlandı.",
            "Peru Başbakanı",
            [],
        ),
        (
            "Pelagos gazetesinin Avrupalı bir diplomata dayandırdığı haberde, turun "
            "ertelendiği öne sürüldü.",
            "European diplomat",
            ["Pelagos"],
        ),
        (
            "Reuters'a konuşan, adının açıklanmasını istemeyen Kanadalı bir yetkili, "
            "köprünün yıkıldığını söyledi.",
            "Canadian official",
            ["Reuters"],
        ),
    ],
)
def test_agents_and_cited_sources_speak(text: str, speaker: str, via: list[str]) -> None:
    (found,) = read(text, "tr").statements
    assert isinstance(found.speaker, Mention)
    assert found.speaker.name == speaker
    assert [v.name for v in found.via if isinstance(v, Mention)] == via


def test_a_medium_that_is_told_something_passes_it_on() -> None:
    (found,) = read("Japon bir yetkili, Reuters'a, turun bittiğini söyledi.", "tr").statements
    assert [name(a) for a in found.addressees] == [name(v) for v in found.via] == ["Reuters"]


def test_both_sides_are_called_upon() -> None:
    first = "Peru Dışişleri Bakanı Lima'da Şili Dışişleri Bakanı ile görüştü."
    text = f"{first}\nBM Genel Sekreteri, iki tarafı itidale çağırdı."
    (found,) = read_lines(text, "tr").statements
    assert len(found.addressees) == 2


def test_a_quotation_behind_a_denial_is_its_words() -> None:
    text = "Kenya ordusu bu iddiayı yalanladı: “Hiçbir birliğimiz çekilmedi.”"
    (found,) = read(text, "tr").statements
    assert found.act == "denies"
    assert words(text, found.quote) == "Hiçbir birliğimiz çekilmedi."


@pytest.mark.parametrize("word", ["Patriot", "İndus"])
def test_one_unknown_capitalised_word_that_does_nothing_is_nobody(word: str) -> None:
    resolved = read_lines(f"Kenya Başbakanı, {word}'un önemli olduğunu söyledi.", "tr")
    assert all(m.name != word for s in resolved.sentences for m in s.actors)


def test_who_did_it_is_not_who_tells_it() -> None:
    text = "Saldırının ELN tarafından düzenlendiği açıklandı."
    assert all(name(s.speaker) != "ELN" for s in read(text, "tr").statements)


@pytest.mark.parametrize(
    "text",
    [
        "Sınırın kapandığını Kenya Başbakanı duyurdu.",
        "Sınırın kapandığını, Kenya Başbakanı Reuters'a söyledi.",
        "Kenya Başbakanı'nın verdiği yanıt, sınırın kapandığı oldu.",
        "Kenya Başbakanı'ndan gelen açıklama, sınırın kapandığı yönünde oldu.",
        "Kenya Başbakanı'nın yanıtı net: “Sınır kapandı.”",
        "“Sınır kapanır” uyarısı bu kez Kenya Başbakanı'ndan geldi.",
        "Kenya Başbakanı'ndan “Sınır kapandı” açıklaması geldi.",
        "Kenya Başbakanı'na bakılırsa sınır dün kapandı.",
        "Kenya Başbakanı'nın deyişiyle, sınır bir duvara döndü.",
        "Kenya Başbakanı sınırın kapandığı iddiasını bir kez daha dile getirdi.",
    ],
)
def test_a_noun_or_what_is_said_may_come_first(text: str) -> None:
    (found,) = read(text, "tr").statements
    assert name(found.speaker) == "Kenya Başbakanı"


@pytest.mark.parametrize(
    "text",
    [
        "Kenya Başbakanı, mevkidaşıyla görüşmek istiyor.",
        "Kenya Başbakanı'nın yanıtı dün gecikti.",
        "Kenya, büyükelçisini geri çağırdı.",
        "Uganda'dan bir haber gelmedi.",
    ],
)
def test_a_wish_and_a_noun_alone_say_nothing(text: str) -> None:
    assert read(text, "tr").statements == ()


def test_a_source_in_the_dative_speaks_and_the_paper_passes_it_on() -> None:
    text = "Guardian, sınırın kapandığını Kenyalı bir yetkiliye dayandırdı."
    (found,) = read(text, "tr").statements
    assert name(found.speaker) == "Kenyalı bir yetkiliye"
    assert [name(v) for v in found.via] == ["Guardian"]


def test_whoever_passes_words_on_may_stand_behind_them() -> None:
    text = "Kenya Başbakanı'nın sınırı kapatmadığını söylediğini, bir diplomat Reuters'a aktardı."
    inner = read(text, "tr").statements[0]
    assert name(inner.speaker) == "Kenya Başbakanı"
    assert name(inner.via[0]) == "bir diplomat"


@pytest.mark.parametrize(
    "text",
    [
        "Peru ile Şili, sınırın kapandığını duyurdu.",
        "Peru ve Şili dün sınırın kapandığını duyurdu.",
        "Peru ile Şili anlaşmanın bozulduğunu duyurdu.",
    ],
)
def test_each_of_two_who_say_it_together_says_it(text: str) -> None:
    found = read(text, "tr").statements
    assert [name(s.speaker) for s in found] == ["Peru", "Şili"]
    assert not any("Şili" in (words(text, s.content) or "") for s in found)


@pytest.mark.parametrize(
    ("text", "listeners"),
    [
        ("Peru Başbakanı, Şili'nin ateşkesi ihlal ettiğini öne sürdü.", ["Şili"]),
        ("Peru Başbakanı, Şili'nin anlaşmaya uyduğunu öne sürdü.", []),
        ("Peru Başbakanı, Şili'nin özür dilemesi gerektiğini söyledi.", ["Şili"]),
        ("Peru Başbakanı, Şili'den özür beklediğini belirtti.", ["Şili"]),
        ("Peru Başbakanı, Şili'nin çekilmemesi hâlinde sınırı kapatacaklarını söyledi.", ["Şili"]),
        ("Peru Başbakanı, Şili Başbakanı'nı telefonla arayarak sınırın açılacağını söyledi.",
         ["Şili Başbakanı"]),
        ("Peru Başbakanı, Şili Başbakanı'na, teklifi reddettiğini bizzat anlattığını söyledi.",
         ["Şili Başbakanı"]),
        ("Peru Başbakanı, sınırın açılmayacağını Reuters'a verdiği mülakatta duyurdu.",
         ["Reuters"]),
        ("Peru Başbakanı haberleri Reuters'a yalanladı.", ["Reuters"]),
    ],
)  # fmt: skip
def test_who_is_told_stands_among_the_words(text: str, listeners: list[str]) -> None:
    (found,) = read(text, "tr").statements
    heard = [a.text.split("'")[0] for a in found.addressees if isinstance(a, Mention)]
    assert heard == listeners


def test_a_claim_that_another_did_wrong_is_a_charge() -> None:
    (found,) = read("Peru Başbakanı, Şili'nin ateşkesi ihlal ettiğini öne sürdü.", "tr").statements
    assert found.act == "accuses"


def test_a_sentence_that_stands_in_a_message_is_its_authors() -> None:
    text = '"Sınır asla açılmayacak" cümlesi, Peru Başbakanı\'nın dünkü mesajında yer aldı.'
    (found,) = read(text, "tr").statements
    assert (name(found.speaker) or "").startswith("Peru Başbakanı")


def test_whose_steps_worry_somebody_is_not_who_is_worried() -> None:
    text = "Peru Başbakanı, Şili'nin adımlarından endişe duyduklarını dile getirdi."
    (found,) = read(text, "tr").statements
    assert name(found.speaker) == "Peru Başbakanı"
    assert found.act == "expresses-concern"


def test_an_adviser_is_named_by_whose_he_is() -> None:
    (found,) = read("Kovac'ın bir danışmanı, sınırın açıldığını söyledi.", "tr").statements
    assert isinstance(found.speaker, Mention)
    assert found.speaker.name == "Kovac'ın bir danışmanı"


@pytest.mark.parametrize(
    ("text", "speaker", "act"),
    [
        ("Peru hükümeti, sınır anlaşmasının bozulduğu kanaatinde.", "Peru hükümeti", "asserts"),
        (
            "Dünya Sağlık Örgütü, koleranın yayılmasından kaygılı.",
            "Dünya Sağlık Örgütü",
            "expresses-concern",
        ),
        (
            "Malta Başbakanı Robert Abela, teknenin limana alınmayacağını kestirip attı.",
            "Malta Başbakanı Robert Abela",
            "asserts",
        ),
        (
            'Nepal Başbakanı Pushpa Dahal, "Sınırı kapatmayacağız" diye kükredi.',
            "Nepal Başbakanı Pushpa Dahal",
            "asserts",
        ),
        ("Mali'nin Gine'ye, üslerin boşaldığını ilettiği öğrenildi.", "Mali", "asserts"),
        ("Oslo'dan Riga'ya net yanıt: Gemiler geri dönecek.", "Oslo", "asserts"),
        ("Beyaz Saray'dan Bogota'ya: Uçuşları kabul edin", "Beyaz Saray", "demands"),
        (
            "Vanuatu Başbakanı Ishmael Kalsakau'nun BM'ye verdiği söz: Ormanlar kesilmeyecek.",
            "Vanuatu Başbakanı Ishmael Kalsakau",
            "promises",
        ),
    ],
)
def test_predicates_unknown_verbs_and_headlines_tell_who_says_it(
    text: str, speaker: str, act: str
) -> None:
    (one,) = read(text, "tr").statements
    assert isinstance(one.speaker, Mention)
    assert one.speaker.text == speaker
    assert one.act == act


@pytest.mark.parametrize(
    "text",
    [
        "Gana Cumhurbaşkanı, borçların ödeneceğini biliyordu.",
        "Angola hükümeti, petrolün tükendiğini gördü.",
        "Togo ordusu, köprünün yıkıldığını fark etti.",
    ],
)
def test_verbs_of_thinking_and_seeing_say_nothing(text: str) -> None:
    assert not read(text, "tr").statements
