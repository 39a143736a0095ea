"""Who once held an office is not who "the minister" means."""

import pytest

from kg.model.article import SourceText
from kg.model.document import to_document
from kg.model.iri import Iris
from kg.model.mention import Mention
from kg.pipeline import extract_article
from kg.vocabulary import Language
from tests.reading import read_lines


@pytest.mark.parametrize(
    ("language", "text", "met"),
    [
        (
            "tr",
            "Eski Kenya Dışişleri Bakanı Yusuf Haji, Dışişleri Bakanı Musalia Odinga'yı eleştirdi. "
            "Haji dün Nairobi'de konuştu. Bakan, Togolu mevkidaşı Robert Dussey ile görüştü.",
            "Musalia Odinga",
        ),
        (
            "he",
            "נשיא גאנה לשעבר ג'ון קופור תמך בנשיא נאנא אקופו. קופור נאם באקרה. הנשיא נפגש עם נשיא "
            "טוגו פור גנסינגבה.",
            "נאנא אקופו",
        ),
    ],
)
def test_a_former_holder_is_passed_over(language: Language, text: str, met: str) -> None:
    (meeting,) = read_lines(text, language).meetings
    assert met in [p.person for p in meeting.participants if isinstance(p, Mention)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "tr",
            "Eski Kenya Dışişleri Bakanı Yusuf Haji, Dışişleri Bakanı Musalia Odinga ile görüştü. "
            "Kenya Dışişleri Bakanı iddiaları yalanladı.",
        ),
        (
            "en",
            "Former Kenyan Foreign Minister Yusuf Haji met Foreign Minister Musalia Odinga. The "
            "Kenyan foreign minister denied the claims.",
        ),
    ],
)
def test_the_office_is_not_who_held_it_once(language: Language, text: str) -> None:
    source = SourceText(name="x", text=text, language=language, published=None)
    claims = to_document(extract_article(source, iris=Iris()))["claims"]
    assert "Yusuf Haji" not in [c["speaker"] for c in claims if c["type"] == "statement"]
