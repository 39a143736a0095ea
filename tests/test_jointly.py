"""Two officials of two sides who do something together have met; others have not by that."""

import pytest

from kg.model.article import SourceText
from kg.model.day import Day
from kg.model.document import to_document
from kg.model.iri import Iris
from kg.pipeline import extract_article
from kg.vocabulary import Language

PUBLISHED = Day.parse("2025-04-10")


def met(language: Language, text: str) -> list[tuple[list[str], str, str | None]]:
    source = SourceText(name="test", text=text, language=language, published=PUBLISHED)
    claims = to_document(extract_article(source, iris=Iris()))["claims"]
    return [
        (c["participants"], c["status"], c["place"])
        for c in claims
        if c["type"] == "meeting" and "/jointly/" in c["rule"]
    ]


@pytest.mark.parametrize(
    ("language", "text", "names", "status", "place"),
    [
        (
            "en",
            "Danish Foreign Minister Henrik Sandholt and his Finnish counterpart, Aino Lehtola, "
            "initialled the pact in Tartu on Monday.",
            ["Henrik Sandholt", "Aino Lehtola"],
            "held",
            "Tartu",
        ),
        (
            "en",
            "Kenyan Defence Minister Grace Wairimu and Somali Defence Minister Nur Abdi will "
            "inaugurate the crossing next week.",
            ["Grace Wairimu", "Nur Abdi"],
            "planned",
            None,
        ),
        (
            "ar",
            "دشّن وزير النقل الأردني سامر الطراونة ونظيره العراقي حيدر الجبوري في العقبة أمس جسرا "
            "جديدا.",
            ["سامر الطراونة", "حيدر الجبوري"],
            "held",
            "Aqaba",
        ),
        (
            "tr",
            "Gürcistan Dışişleri Bakanı Levan Kobalia ile Ermeni mevkidaşı Aram Petrosyan dün "
            "Batum'da metni parafladı.",
            ["Levan Kobalia", "Aram Petrosyan"],
            "held",
            "Batumi",
        ),
        (
            "he",
            "שר התחבורה הפולני יאן נובאק ושר התחבורה הצ'כי יוסף הורק חנכו אתמול את הקו החדש.",
            ["יאן נובאק", "יוסף הורק"],
            "held",
            None,
        ),
    ],
)
def test_who_does_something_together_has_met(
    language: Language, text: str, names: list[str], status: str, place: str | None
) -> None:
    assert met(language, text) == [(names, status, place)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        # Officials of one state, or of none that is told.
        ("en", "Danish ministers Henrik Sandholt and Lars Thorup signed the bill on Monday."),
        (
            "en",
            "Danish envoy Henrik Sandholt and Danish minister Lars Thorup signed it.",
        ),
        ("en", "Henrik Sandholt and Aino Lehtola unveiled the plaque on Monday."),
        # Each for himself.
        (
            "en",
            "Danish envoy Henrik Sandholt and Finnish envoy Aino Lehtola both signed and resigned.",
        ),
        (
            "en",
            "Danish envoy Henrik Sandholt and Finnish envoy Aino Lehtola signed letters to Rome.",
        ),
        # No subject.
        (
            "en",
            "It is for Danish envoy Henrik Sandholt and Finnish envoy Aino Lehtola.",
        ),
        ("en", "Statues of Danish King Erik Holm and Finnish poet Aino Lehtola fell on Monday."),
        # What may be done, and what nobody does in one room.
        (
            "en",
            "Danish envoy Henrik Sandholt and Finnish envoy Aino Lehtola could sign it in Tartu.",
        ),
        (
            "en",
            "Danish envoy Henrik Sandholt and Finnish envoy Aino Lehtola hardened their positions.",
        ),
        (
            "en",
            "Danish envoy Henrik Sandholt and Finnish envoy Aino Lehtola face charges in Tartu.",
        ),
        (
            "tr",
            "Gürcü bakan Levan Kobalia ile Ermeni bakan Aram Petrosyan pazar günü ödülü kazandı.",
        ),
        ("en", "Danish envoy Erik Holm and Finnish envoy Aino Lehtola have not signed the pact."),
        ("en", "Danish envoy Erik Holm and Finnish envoy Aino Lehtola almost signed a pact."),
        ("en", "Danish envoy Erik Holm and Finnish envoy Aino Lehtola signed off on the swap."),
        (
            "en",
            "It was untrue that Danish envoy Erik Holm and Finnish envoy Aino Lehtola signed it.",
        ),
        (
            "ar",
            "لم يوقع وزير النقل الأردني سامر الطراونة ووزير النقل العراقي حيدر الجبوري الاتفاق.",
        ),
        ("tr", "Gürcü bakan Levan Kobalia ile Ermeni bakan Aram Petrosyan metni paraflayabilir."),
        ("he", "שר התחבורה הפולני יאן נובאק ושר התחבורה הצ'כי יוסף הורק פתחו חשבונות בטוויטר."),
        (
            "en",
            "Danish envoy Erik Holm and Finnish envoy Aino Lehtola signed a petition on Monday.",
        ),
        (
            "ar",
            "وقع وزير النقل الأردني سامر الطراونة ووزير النقل العراقي حيدر الجبوري في خطأ فادح.",
        ),
        ("he", "שר התחבורה הפולני יאן נובאק ושר התחבורה הצ'כי יוסף הורק חתמו על עצומה."),
        # In somebody's words.
        (
            "en",
            '"Danish envoy Erik Holm and Finnish envoy Aino Lehtola signed it," Mia Berg said.',
        ),
        ("ar", "استقال وزير النقل الأردني سامر الطراونة ووزير النقل العراقي حيدر الجبوري أمس."),
        ("tr", "Gürcü bakan Levan Kobalia ile Ermeni bakan Aram Petrosyan arasında kriz çıktı."),
        ("he", "שר התחבורה הפולני יאן נובאק ושר התחבורה הצ'כי יוסף הורק התפטרו אתמול."),
    ],
)
def test_nobody_has_met_who_acts_apart_or_is_acted_on(language: Language, text: str) -> None:
    assert met(language, text) == []


def test_a_side_that_another_sentence_tells_counts() -> None:
    first = "Danish minister Henrik Sandholt chairs the panel. Finnish envoy Aino Lehtola left it."
    told = met("en", f"{first} Sandholt and Lehtola unveiled the plaque on Monday.")
    assert told == [(["Henrik Sandholt", "Aino Lehtola"], "held", None)]


@pytest.mark.parametrize(
    ("text", "status", "place"),
    [
        ("unveiled the plaque next to the church in Tartu on Monday.", "held", "Tartu"),
        ("unveiled a plaque for his will in Tartu on Monday, which will stay.", "held", "Tartu"),
        ("unveiled the bridge, bombed in 1945.", "held", None),
        ("inaugurated a line to the pipeline in Libya on Monday.", "held", None),
        ("will inaugurate the line in Tartu on Monday.", "planned", "Tartu"),
    ],
)
def test_status_day_and_place_are_those_of_what_was_done(
    text: str, status: str, place: str | None
) -> None:
    names = "Danish envoy Henrik Sandholt and Finnish envoy Aino Lehtola"
    (found,) = met("en", f"{names} {text}")
    assert found == (["Henrik Sandholt", "Aino Lehtola"], status, place)
