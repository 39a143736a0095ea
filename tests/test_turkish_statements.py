"""Who says what, to whom, in Turkish sentences of every order."""

import pytest

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
