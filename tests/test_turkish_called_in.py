"""Who speaks in a Turkish passive: the ministry that called the envoy in."""

import pytest

from kg.model.mention import Mention
from tests.reading import read


@pytest.mark.parametrize(
    ("text", "caller", "act"),
    [
        (
            "Norveç'in Muskat Büyükelçisi Ingrid Solberg dün Umman Dışişleri Bakanlığına çağrıldı"
            " ve kendisinden açıklama istendi.",
            "Umman Dışişleri Bakanlığına",
            "demands",
        ),
        (
            "Kenya Dışişleri Bakanlığına çağrılan Somali Büyükelçisi Ingrid Solberg'e, bu adımın"
            " yanlış olduğu bildirildi.",
            "Kenya Dışişleri Bakanlığına",
            "announces",
        ),
        (
            "Hollanda Dışişleri Bakanlığı, Gana Büyükelçisi Ingrid Solberg'i çağırdı; büyükelçiden"
            " ülkeyi terk etmesi istendi.",
            "Hollanda Dışişleri Bakanlığı",
            "demands",
        ),
        (
            "Peru Büyükelçisi Ingrid Solberg Kenya Dışişleri Bakanlığına davet edilmiş, kendisine"
            " aynı talep iletilmişti.",
            "Kenya Dışişleri Bakanlığına",
            "asserts",
        ),
    ],
)
def test_the_ministry_speaks_to_whom_it_called(text: str, caller: str, act: str) -> None:
    (found,) = read(text, "tr").statements
    assert isinstance(found.speaker, Mention)
    assert (found.speaker.text, found.act) == (caller, act)
    assert [a.person for a in found.addressees if isinstance(a, Mention)] == ["Ingrid Solberg"]


@pytest.mark.parametrize(
    "text",
    [
        "Şili Büyükelçisi Ana Soto parlamentoya çağrıldı ve kendisinden bilgi istendi.",
        "Vatandaşlar sandığa çağrıldı ve kendilerinden kimlik istendi.",
        "Norveç'in Muskat Büyükelçisi bakanlığa çağrıldı, yolculardan pasaport istendi.",
    ],
)
def test_nobody_else_is_told_by_a_ministry(text: str) -> None:
    assert read(text, "tr").statements == ()


@pytest.mark.parametrize(
    "text",
    [
        "İsveç büyükelçisi Irak Dışişleri Bakanlığına çağrılmadı; kendisinden açıklama istendi.",
        "Kenya'nın Roma Büyükelçisi Ana Soto istişareler için bakanlığa çağrıldı ve kendisinden"
        " rapor istendi.",
        "Peru Dışişleri Bakanı Juan Lopez, Şili Büyükelçisi Ana Soto'yu iftara davet etti ve"
        " büyükelçiye bir halı hediye edildiği bildirildi.",
        "Irak, Peru Büyükelçisi Ana Soto'yu Dışişleri Bakanlığına çağırdı ve kendisinden nota"
        " alındığı bildirildi.",
        "Nairobi'deki Kanada Büyükelçisi bakanlığa çağrıldı, kendisine iddiaların asılsız olduğu"
        " söylendi.",
    ],
)
def test_a_call_that_is_no_summons_tells_of_no_speaker(text: str) -> None:
    assert read(text, "tr").statements == ()


def test_an_envoy_called_home_meets_no_host() -> None:
    text = "Kenya'nın Roma Büyükelçisi Ana Soto istişareler için bakanlığa çağrıldı."
    assert read(text, "tr").meetings == ()
