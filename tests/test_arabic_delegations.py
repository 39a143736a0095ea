"""Delegations in Arabic: who headed them, who belonged to them, which one was told before."""

from kg.model.mention import Mention
from tests.reading import read


def met(text: str) -> list[list[str]]:
    found = read(text, "ar").meetings
    return [[p.name for p in m.participants if isinstance(p, Mention)] for m in found]


def test_who_heads_a_delegation_is_named_behind_a_long_office() -> None:
    text = (
        "استقبل الرئيس اللبناني جوزاف عون في قصر بعبدا وفدا ليبيا برئاسة"
        " وزير الدولة للاتصال والشؤون السياسية وليد اللافي."
    )
    assert met(text) == [["جوزاف عون", "Libyan delegation", "وليد اللافي"]]


def test_members_of_a_delegation_met_as_well() -> None:
    text = "استقبل سلفا كير وفدا سودانيا يضم وزير الدفاع ياسين إبراهيم ورئيس المخابرات أحمد مفضل."
    assert met(text) == [["سلفا كير", "Sudanese delegation", "ياسين إبراهيم", "أحمد مفضل"]]


def test_the_delegation_is_the_one_told_before() -> None:
    text = "وصل وفد كويتي إلى بغداد. والتقى الوفد محمد شياع السوداني."
    assert met(text) == [["Kuwaiti delegation", "محمد شياع السوداني"]]
    text = "وصل وفد كويتي إلى بغداد. واستقبل محمد شياع السوداني الوفد الضيف في القصر."
    assert met(text) == [["محمد شياع السوداني", "Kuwaiti delegation"]]


def test_who_is_named_in_another_clause_is_no_member() -> None:
    text = "استقبل سلفا كير وفدا سودانيا يضم ياسين إبراهيم، فيما زار أحمد مفضل أسمرة."
    assert met(text)[0] == ["سلفا كير", "Sudanese delegation", "ياسين إبراهيم"]


def test_a_delegation_of_a_body_is_received() -> None:
    text = "استقبل الرئيس العراقي عبد اللطيف رشيد وفدا من حزب الشعب في قصر بغداد."
    assert met(text) == [["عبد اللطيف رشيد", "وفدا من حزب الشعب"]]
    assert met("استقبل الرئيس العراقي عبد اللطيف رشيد قرار حزب الشعب بارتياح.") == []
