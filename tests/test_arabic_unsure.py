"""What Arabic news tells beside a meeting: nobody left out, nobody and no place added."""

from kg.model.draft import Drafts
from kg.model.mention import Mention
from tests.reading import read


def _names(drafts: Drafts) -> list[set[str]]:
    return [{p.name for p in m.participants if isinstance(p, Mention)} for m in drafts.meetings]


def test_two_hosts_joined_by_and_leave_room_for_their_guest() -> None:
    text = (
        "استقبل الرئيس الكيني وليام روتو ووزير الخارجية موساليا مودافادي الرئيس الأوغندي"
        " يوويري موسيفيني."
    )
    assert _names(read(text, "ar")) == [{"وليام روتو", "موساليا مودافادي", "يوويري موسيفيني"}]


def test_somebody_behind_host_and_guests_is_no_guest() -> None:
    text = (
        "استقبل الرئيس الكيني وليام روتو الرئيس الأوغندي يوويري موسيفيني ووزير دفاعه بعد أيام من"
        " إعلان الرئيس الصومالي حسن شيخ محمود الحداد."
    )
    ((*met,),) = _names(read(text, "ar"))
    assert "حسن شيخ محمود" not in met
    assert len(met) == 3
