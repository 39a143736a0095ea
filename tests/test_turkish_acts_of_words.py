"""What the words said make of a Turkish verb of telling: a worry, a demand, a mere wait."""

import pytest

from tests.reading import name, read
from tests.reading import words as of


def _acts(text: str) -> list[str]:
    return [one.act for one in read(text, "tr").statements]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya Başbakanı, göçmenler için duyduğu endişeyi dile getirdi.",
        "Umman Dışişleri Bakanlığı, saldırılardan duyulan derin kaygıyı büyükelçiye iletti.",
        "Peru Dışişleri Bakanı, balık stoklarının azalmasından endişe ettiklerini söyledi.",
        'Malta Başbakanı, "Bu gidişten kaygı duyuyoruz" dedi.',
    ],
)
def test_a_worry_is_told_as_a_noun_or_in_the_first_person(text: str) -> None:
    assert _acts(text) == ["expresses-concern"]


@pytest.mark.parametrize(
    "text",
    [
        'Malta Başbakanı, "Herkesin kurallara uymasını istiyoruz" dedi.',
        'Malta Başbakanı, "Komşumuzun sözünde durmasını bekliyoruz" diye konuştu.',
        'Malta Başbakanı, "Silahlar derhal susmalı" ifadesini kullandı.',
        "Malta Başbakanı, Tunus'tan özür beklediğini söyledi.",
        "Malta Başbakanı Tunus'tan acil yardım istedi.",
        "Malta Başbakanı iki haftalık ateşkes istedi.",
    ],
)
def test_what_others_shall_do_is_demanded(text: str) -> None:
    assert _acts(text) == ["demands"]


@pytest.mark.parametrize(
    "text",
    [
        "Malta Başbakanı, Tunus'tan yanıt beklediğini söyledi.",
        "Malta Başbakanı, Brüksel'den talimat beklediklerini kaydetti.",
        'Malta Başbakanı, "Tarihimizi iyi biliyoruz" dedi.',
        "Malta Başbakanı, limanın yarın açılacağını anlattı.",
    ],
)
def test_waiting_for_word_and_telling_of_it_is_no_demand(text: str) -> None:
    assert _acts(text) == ["asserts"]


@pytest.mark.parametrize(
    "office",
    ["O yıllarda Kenya Savunma Bakanı olan", "Geçen ay Kenya Savunma Bakanı seçilen"],
)
def test_whoever_holds_the_office_speaks(office: str) -> None:
    (found,) = read(f"{office} Raychelle Omamo, suçlamaları reddetti.", "tr").statements
    assert (name(found.speaker) or "").endswith("Raychelle Omamo")


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("Etiyopya'nın balıkçıları tehdit ettiğini söyledi", "accuses"),
        ("Etiyopya'nın ülkesini tehdit ettiğini belirtti", "accuses"),
        ("Etiyopya'nın limanları hedef aldığını kaydetti", "accuses"),
        ("baskının yalnızca kaçakçıları hedef aldığını savundu", "asserts"),
    ],
)
def test_a_deed_that_is_told_is_no_word_of_whoever_did_it(words: str, act: str) -> None:
    (found,) = read(f"Somali Dışişleri Bakanı, {words}.", "tr").statements
    assert (name(found.speaker), found.act) == ("Somali Dışişleri Bakanı", act)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("limanın açılacağını dün gazetecilere yineledi", "limanın açılacağını"),
        (
            "verginin kalkmayacağını salı günü düzenlediği basın toplantısında açıkladı",
            "verginin kalkmayacağını",
        ),
        ("kararı pazartesi akşamı bir televizyon konuşmasıyla duyurdu", "kararı"),
        ("limanın açılmayacağını Tunuslu mevkidaşına iletti", "limanın açılmayacağını"),
        ("limanın açılmayacağını konuğuna açıkça söyledi", "limanın açılmayacağını"),
        ("arabuluculuğa hazır olduğunu iki tarafa da bildirdi", "arabuluculuğa hazır olduğunu"),
        ("verginin kalkması gerektiğini telefonda söyledi", "verginin kalkması gerektiğini"),
        ("istifa edeceğini sosyal medya hesabından yaptığı paylaşımda duyurdu", "istifa edeceğini"),
    ],
)
def test_what_is_said_ends_in_front_of_when_and_in_what_it_was_told(words: str, said: str) -> None:
    text = f"Malta Başbakanı, {words}."
    (found,) = read(text, "tr").statements
    assert of(text, found.content) == said


@pytest.mark.parametrize(
    "words",
    ["yarınki maçın erteleneceğini söyledi", "dünkü toplantının iyi geçtiğini belirtti"],
)
def test_the_day_of_what_is_told_stays_in_it(words: str) -> None:
    text = f"Malta Başbakanı, {words}."
    (found,) = read(text, "tr").statements
    assert (of(text, found.content), found.time) == (words.rpartition(" ")[0], None)


@pytest.mark.parametrize("who", ["Görgü tanıkları", "Adını vermek istemeyen bir deniz subayı"])
def test_people_without_a_name_speak_by_their_sort(who: str) -> None:
    (found,) = read(f"{who}, askerlerin ateş açtığını söyledi.", "tr").statements
    assert name(found.speaker) == who.removeprefix("Adını vermek istemeyen ")


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("limanın açık olduğunu vurgulamayı ihmal etmedi", "asserts"),
        ("gemiyi almayacaklarını söylemekle yetindi", "asserts"),
        ("Tunus'u ikiyüzlülükle suçlamaktan çekinmedi", "accuses"),
        ("iddiaları reddetmeye devam ediyor", "denies"),
        ("bakanın istifasını istedi", "demands"),
    ],
)
def test_what_somebody_goes_on_saying_or_asks_for_is_told(words: str, act: str) -> None:
    assert _acts(f"Malta Başbakanı, {words}.") == [act]


@pytest.mark.parametrize("words", ["konuşmaya devam etti", "yorum yapmaktan kaçındı"])
def test_going_on_and_holding_back_tell_no_words(words: str) -> None:
    assert _acts(f"Malta Başbakanı, {words}.") == []


@pytest.mark.parametrize("said", ["Güven, iş birliğinin temeli", "Bu topraklar halkımızın malı"])
def test_a_noun_that_ends_like_a_duty_demands_nothing(said: str) -> None:
    assert _acts(f'Malta Başbakanı, "{said}" dedi.') == ["asserts"]
