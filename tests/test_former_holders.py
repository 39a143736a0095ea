"""Who once held an office is not who "the minister" means."""

import pytest

from kg.model.mention import Mention
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
