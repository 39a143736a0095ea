"""Who goes on speaking to an outlet, in every language; the press took no part in the talks."""

import pytest

from kg.model.draft import mentions_of
from kg.vocabulary import Language
from tests.reading import read_lines


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", 'Minister Ruth Banda told Reuters that the road was open.\n"It is," she added.'),
        (
            "tr",
            "Bakan Ruth Banda, Reuters'a yolun açık olduğunu söyledi.\nGüvenli olduğunu ekledi.",
        ),
        ("he", "השרה רות בנדה אמרה לרויטרס כי הכביש פתוח.\nהיא הוסיפה כי הוא בטוח."),
    ],
)
def test_who_goes_on_still_speaks_to_the_outlet(language: Language, text: str) -> None:
    last = read_lines(text, language).statements[-1]
    assert [m.gazetteer_id for m in mentions_of(last.addressees)] == ["reuters"]


def test_another_one_does_not() -> None:
    text = (
        "Minister Ruth Banda told Reuters that the road was open.\n"
        "Police chief John Okello added that it was safe."
    )
    assert read_lines(text, "en").statements[-1].addressees == ()


def test_reporters_took_no_part_in_the_talks_at_whose_end_they_are_told() -> None:
    text = "صرح الوزير سامي الحداد للصحافيين في ختام المحادثات بأن الطريق مفتوح."
    parties = [m.name for d in read_lines(text, "ar").meetings for m in mentions_of(d.participants)]
    assert not any("صحافيين" in name for name in parties)
