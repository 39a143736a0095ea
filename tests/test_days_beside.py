"""A claim takes the day that stands beside it with another claim, and no other day."""

import pytest

from kg.model.article import SourceText
from kg.model.day import Day
from kg.model.document import to_document
from kg.model.iri import Iris
from kg.pipeline import extract_article
from kg.vocabulary import Language

PUBLISHED = Day.parse("2025-04-10")  # a Thursday


def days(language: Language, text: str, kind: str) -> list[tuple[str, str | None]]:
    source = SourceText(name="test", text=text, language=language, published=PUBLISHED)
    claims = to_document(extract_article(source, iris=Iris()))["claims"]
    return [
        (c.get("act") or c["status"], c["time"] and c["time"]["start"])
        for c in claims
        if c["type"] == kind
    ]


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        pytest.param(
            "ar",
            "أعلن وزير الخارجية الأردني سامر الطراونة، الثلاثاء، إغلاق الحدود، محذرا من أن بلاده "
            "سترد.",
            [("announces", "2025-04-08"), ("warns", "2025-04-08")],
            id="goes on by a participle",
        ),
        pytest.param(
            "en",
            "Kenyan Foreign Minister Grace Wairimu voiced concern on Tuesday over the raid.",
            [("expresses-concern", "2025-04-08")],
            id="between the object and what goes on with it",
        ),
        pytest.param(
            "en",
            "Kenyan Foreign Minister Grace Wairimu said on Wednesday that Somali Foreign Minister "
            "Nur Abdi had told her on Monday that the border would stay shut.",
            [("asserts", "2025-04-09"), ("asserts", "2025-04-07")],
            id="told inside what was told later",
        ),
        pytest.param(
            "en",
            "Grace Wairimu, who took office in January, told reporters on Monday that the border "
            "would stay shut.",
            [("asserts", "2025-04-07")],
            id="not the day of a clause set off",
        ),
        pytest.param(
            "en",
            "Kenya announced talks on Tuesday.",
            [("announces", None)],
            id="not the day of the object",
        ),
        pytest.param(
            "en",
            "Kenya condemned the attack on Monday at the port, saying it was an act of terror.",
            [("accuses", None)],
            id="nor of what was done, whatever goes on behind it",
        ),
        pytest.param(
            "en",
            "Kenya rejected the claim on Monday that it had known.",
            [("denies", None)],
            id="nor of a claim",
        ),
        pytest.param(
            "en",
            "Kenya condemned Rwanda's strike on Goma on Monday at a camp.",
            [("accuses", None)],
            id="nor of a place that is not the object",
        ),
        pytest.param(
            "en",
            "Kenya accused Rwanda on Monday of shelling a camp.",
            [("accuses", "2025-04-07")],
            id="behind who is accused",
        ),
    ],
)
def test_days_of_statements(
    language: Language, text: str, told: list[tuple[str, str | None]]
) -> None:
    assert days(language, text, "statement") == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "Kenyan Foreign Minister Grace Wairimu told Somali Foreign Minister Nur Abdi on "
            "Tuesday that the border would stay shut. Wairimu and Abdi met for an hour.",
            [("held", "2025-04-08")],
            id="who spoke and listened met",
        ),
        pytest.param(
            "Kenya closed the border on Tuesday. Danish Foreign Minister Henrik Sandholt met "
            "Finnish Foreign Minister Aino Lehtola in Tartu.",
            [("held", None)],
            id="somebody else's day",
        ),
        pytest.param(
            "Kenyan Foreign Minister Grace Wairimu announced it on Tuesday, saying she would meet "
            "Somali Foreign Minister Nur Abdi.",
            [("planned", None)],
            id="the day of telling is not that of the meeting",
        ),
    ],
)
def test_days_of_meetings(text: str, told: list[tuple[str, str | None]]) -> None:
    assert days("en", text, "meeting") == told


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param(
            "en",
            "Kenyan Foreign Minister Grace Wairimu said on Monday that the border would stay shut. "
            "Wairimu has met Somali Foreign Minister Nur Abdi six times.",
            id="at several times",
        ),
        pytest.param(
            "en",
            "Kenya accused Somalia on Monday of lying. Kenya and Uganda held talks in Jinja.",
            id="a state does more than one thing a day",
        ),
        pytest.param(
            "en",
            "Kenyan Foreign Minister Grace Wairimu told parliament on Monday that she met Somali "
            "Foreign Minister Nur Abdi in Jinja.",
            id="told on that day, not held",
        ),
        pytest.param(
            "tr",
            "Kenya Dışişleri Bakanı Grace Wairimu salı günü yaptırımları eleştirdi. Wairimu daha "
            "önce Somalili mevkidaşı Nur Abdi ile Cinca'da görüşmüştü.",
            id="long past",
        ),
        pytest.param(
            "he",
            "שרת החוץ של קניה גרייס ואירימו אמרה ביום שני כי הגבול ייסגר. ואירימו נפגשה בעבר עם שר "
            "החוץ של סומליה נור עבדי בג'ינג'ה.",
            id="in the past",
        ),
    ],
)
def test_no_day_of_another_time(language: Language, text: str) -> None:
    assert [day for _, day in days(language, text, "meeting")] == [None]


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "Kenya condemned the raid on 7 October that killed nine.", [None]),
        ("en", "Kenya said it would publish the report on Tuesday.", [None]),
        ("en", "Kenya said Uganda had received the proposal on Saturday.", [None]),
        ("en", "Kenya promised a statement on Friday.", [None]),
        ("en", "Kenya called for a visit on Saturday.", [None]),
        ("en", "Kenya announced a decision on Friday.", [None]),
        ("en", "Kenya rejected elections on Sunday.", [None]),
        ("en", "Kenya denied making the offer on Sunday.", [None]),
        ("tr", "Kenya Dışişleri Bakanı Grace Wairimu, cumaya kadar bekleyeceğini söyledi.", [None]),
        (
            "ar",
            "أعلن الوزير سامر الطراونة الثلاثاء وقف المفاوضات، كما اتهم واشنطن مرارا بالكذب.",
            ["2025-04-08", None],
        ),
    ],
)
def test_a_day_of_something_else_is_not_that_of_speaking(
    language: Language, text: str, told: list[str | None]
) -> None:
    assert [day for _, day in days(language, text, "statement")] == told
