"""Arabic towns that somebody comes to: neither his office's, nor people who were met."""

from kg.model.mention import Mention
from tests.reading import read


def _names(text: str) -> set[str | None]:
    (meeting,) = read(text, "ar").meetings
    return {p.name for p in meeting.participants if isinstance(p, Mention)}


def test_where_an_ambassador_arrives_is_not_his_post() -> None:
    text = "وصل السفير إلى ليما حيث التقى رئيس غانا كوفي مينسا."
    (meeting,) = read(text, "ar").meetings
    assert meeting.place is not None
    assert _names(text) == {"السفير", "كوفي مينسا"}


def test_an_envoy_who_arrives_keeps_the_post_in_front_of_his_name() -> None:
    drafts = read("وصل المبعوث الأميركي إلى بيرو جون سميث إلى ليما والتقى رئيس غانا.", "ar")
    (meeting,) = drafts.meetings
    assert "جون سميث" in {p.name for p in meeting.participants if isinstance(p, Mention)}


def test_a_town_come_back_to_did_not_meet_anybody() -> None:
    text = "عاد رئيس غانا كوفي مينسا إلى كاليفورنيا ولم يلتق الرئيسة البيروفية آنا سوتو."
    assert _names(text) == {"كوفي مينسا", "آنا سوتو"}


def test_who_carries_an_invitation_is_not_the_guest() -> None:
    text = "سلم السفير دعوة من رئيس غانا كوفي مينسا لزيارة أكرا إلى الرئيسة البيروفية آنا سوتو."
    assert _names(text) == {"كوفي مينسا", "آنا سوتو"}


def test_who_gets_an_invitation_is_the_guest() -> None:
    text = "تلقت الرئيسة البيروفية آنا سوتو دعوة من رئيس غانا كوفي مينسا لزيارة أكرا."
    assert _names(text) == {"كوفي مينسا", "آنا سوتو"}
