"""Whom Arabic news calls by words alone: sources in towns, governments recognised, his country."""

import pytest

from kg.extract.mentions import find_mentions
from kg.extract.rules import RuleExtractor
from kg.extract.segment import segment


def actors(text: str) -> list[str]:
    """Return the names of the actors that a text mentions."""
    sentences = segment(text, "ar", title=None)
    found = (m for s in sentences for m in find_mentions(s, "ar"))
    return [m.name for m in found if m.category == "actor"]


def read(text: str) -> tuple[set[str], set[str]]:
    """Return the names that a text speaks of as actors, and as places."""
    sentences = RuleExtractor().extract(text, segment(text, "ar", title=None), "ar").sentences
    acting = {m.name for r in sentences for m in r.actors}
    return acting, {m.name for r in sentences for m in r.places}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قال مصدر أمني في أوسلو إن الحدود آمنة.", "مصدر أمني في أوسلو"),
        ("نقلت الصحيفة عن دبلوماسيين في أوسلو أن الحدود آمنة.", "دبلوماسيين في أوسلو"),
        ("رفضت الحكومة المعترف بها دوليا الخطة.", "الحكومة المعترف بها دوليا"),
    ],
)
def test_somebody_without_a_name_is_called_by_all_of_the_words(text: str, name: str) -> None:
    assert name in actors(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("اجتمع دبلوماسيون في أوسلو أمس.", "دبلوماسيون في أوسلو"),
        ("وصل مبعوث إلى أوسلو أمس.", "مبعوث إلى أوسلو"),
    ],
)
def test_where_something_happens_is_no_part_of_the_name(text: str, name: str) -> None:
    assert name not in actors(text)


def test_the_town_of_a_source_stays_a_place() -> None:
    acting, places = read("قال مصدر أمني في أوسلو إن الحدود آمنة.")
    assert "مصدر أمني في أوسلو" in acting
    assert "Oslo" in places


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("قال وزير الخارجية الصربي إن بلاده لن تشارك.", "Serbia"),
        ("وفي أوسلو، قال المتحدث باسم الخارجية إن بلاده لن تشارك.", "Norway"),
    ],
)
def test_his_country_is_the_state_of_who_is_told_of(text: str, state: str) -> None:
    assert state in read(text)[0]


def test_his_country_is_nobody_where_no_state_is_told_of() -> None:
    assert not {"Serbia", "Norway"} & read("قال المتحدث إن بلاده لن تشارك.")[0]


@pytest.mark.parametrize(
    "text",
    [
        "قال وزير الخارجية الصربي إن نظيره النرويجي أكد أن بلاده لن تشارك.",
        "قال وزير الخارجية الصربي إن السفير النرويجي أكد التزام بلاده.",
        "وفي بلغراد، قال السفير إن بلاده لن تشارك.",
        "وفي بلغراد، قال مفاوض إن بلاده لن توقع.",
    ],
)
def test_his_country_is_nobody_where_it_may_be_another(text: str) -> None:
    assert "Serbia" not in read(text)[0]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وأعلنت هيئة الطيران والدفاع المدني حالة الطوارئ.", "هيئة الطيران"),
        ("أعلنت وزارة الداخلية والحدود مغلقة حالة الطوارئ.", "وزارة الداخلية"),
    ],
)
def test_another_body_behind_and_is_no_field_of_the_first(text: str, name: str) -> None:
    assert name in read(text)[0]


def test_a_body_of_several_states_is_told_of_beside_who_speaks_for_it() -> None:
    assert "NATO" in read("قال الأمين العام لحلف شمال الأطلسي ينس ستولتنبرغ إن الحدود آمنة.")[0]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قال المبعوث الأممي مارتن غريفيث إن الحدود آمنة.", "United Nations"),
        ("قال وزير الدفاع النرويجي تور ساندفيك إن الحدود آمنة.", "Norway"),
    ],
)
def test_an_adjective_names_nobody_besides_who_speaks(text: str, name: str) -> None:
    assert name not in read(text)[0]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("أفاد المكتب الإعلامي في الرئاسة بأن الحدود آمنة.", "المكتب الإعلامي في الرئاسة"),
        ("ذكر المكتب الإعلامي لرئيس مجلس الوزراء أمس.", "المكتب الإعلامي لرئيس مجلس الوزراء"),
        ("بيان لوزارة الخارجية وشؤون المغتربين أمس.", "وزارة الخارجية وشؤون المغتربين"),
        ("اجتماع للجنة الأمنية المشتركة أمس.", "اللجنة الأمنية المشتركة"),
        ("قرار للمكتب السياسي أمس.", "المكتب السياسي"),
    ],
)
def test_a_body_is_called_by_its_whole_name(text: str, name: str) -> None:
    assert name in actors(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("اجتمعت وزارة الخارجية والوفد الصربي أمس.", "وزارة الخارجية"),
        ("قال المكتب الإعلامي في بيان إن الحدود آمنة.", "المكتب الإعلامي"),
    ],
)
def test_what_goes_on_behind_a_body_is_no_part_of_it(text: str, name: str) -> None:
    assert name in actors(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("التقى وفد حماس أمس.", "وفد حماس"),
        ("رفض وفد الحكومة برئاسة محمد حسن الخطة.", "وفد الحكومة"),
        ("وصل وفد من البرلمان الأوروبي أمس.", "وفد من البرلمان الأوروبي"),
        ("وصل وفد تجاري صربي أمس.", "وفد تجاري صربي"),
        ("وصل الوفد الصربي أمس.", "Serbian delegation"),
    ],
)
def test_a_delegation_is_called_by_whose_it_is(text: str, name: str) -> None:
    assert name in actors(text)


def test_a_delegation_of_nobody_named_is_none() -> None:
    assert actors("وصل وفد كبير أمس.") == []


def test_one_delegation_of_two_bodies_is_one() -> None:
    assert "وفد حماس وحزب الله" in actors("وصل وفد حماس وحزب الله أمس.")


def test_two_delegations_are_each_of_their_own_body() -> None:
    assert not [n for n in actors("اجتمع وفدا حماس وحزب الله أمس.") if n.startswith("وفدا")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قال البرلمان في أثينا إن الحدود آمنة.", "Greek parliament"),
        ("قالت السفارة في أثينا إن الحدود آمنة.", "السفارة في أثينا"),
        ("قال مجلس الأمن الروسي إن الحدود آمنة.", "مجلس الأمن الروسي"),
        ("قرر مجلس الأمن والدفاع إغلاق الحدود.", "مجلس الأمن والدفاع"),
        ("قال مجلس الأمن الدولي إن الحدود آمنة.", "UN Security Council"),
        ("كانت جلسة مجلس الأمن المصرية قصيرة.", "UN Security Council"),
    ],
)
def test_a_states_own_body_is_told_from_others_of_its_name(text: str, name: str) -> None:
    assert name in actors(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("ونقلت صحيفة (صوت الساحل) أن الحدود آمنة.", ["صوت الساحل"]),
        ("قالت الصحيفة (في عددها الأخير) إن الحدود آمنة.", []),
    ],
)
def test_a_paper_may_stand_in_brackets(text: str, names: list[str]) -> None:
    assert actors(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "دعا إلى البناء على روح الأخوة بين الجميع.",
        "حصلت على أولى الموافقات على المشروع.",
        "ألغي الغداء بسبب تبديل في برنامج الضيف.",
        "يتعلق الأمر بالبرنامج النووي، لا بغيره.",
    ],
)
def test_things_are_nobody(text: str) -> None:
    assert actors(text) == []
