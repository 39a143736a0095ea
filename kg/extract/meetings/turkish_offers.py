"""Read the Turkish meetings that are only offered, asked for, or somebody's to host.

In:  a view, a word of meeting, the parts of its clause, who is meant where nobody is named. Out:
who would meet, None where nothing of the kind is told; who only hosts goes to the mediators.
    "X, Y'nin Oslo davetini kabul etti", "X, Y'ye davet mektubu sundu", "Y'nin davetlisi olarak"
    "X, Y'nin görüşme talebini yanıtsız bıraktı", "X ile Y arasında bir görüşme için tarih aranıyor"
    "Z, X ile Y arasındaki görüşmelere ev sahipliği yapmayı önerdi"
"""

from collections.abc import Callable, Sequence

from kg.extract.attribution import can_act
from kg.extract.meetings.base import count_parties, distinct
from kg.extract.meetings.turkish_answers import answer_to
from kg.extract.meetings.turkish_cases import Parts
from kg.extract.meetings.turkish_negated import is_negated
from kg.extract.meetings.turkish_places import as_town, is_unknown_town
from kg.extract.meetings.turkish_status import Telling
from kg.extract.meetings.turkish_words import MeetingHit
from kg.extract.told import Told
from kg.extract.view import View
from kg.lexicon.grammar import endings_of, words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention
from kg.vocabulary import MeetingStatus

_NEAR = 3
_HOSTED = 9
_OFFERING = endings_of("tr", "proposing")
_SUGGESTED = endings_of("tr", "suggesting")
_READY = endings_of("tr", "ready_to")
_WISHED = endings_of("tr", "wish_for_a_meeting")
_HOSTING = words_of("tr", "hosting")
_DATED = endings_of("tr", "date_of_a_meeting")
_BY_INVITATION = endings_of("tr", "at_the_invitation")
_INVITED = endings_of("tr", "an_invitation")
_TAKEN = endings_of("tr", "invitation_taken")
_CONVEYED = endings_of("tr", "invitation_conveyed")
_TALKS = frozenset({"talks", "negotiations"})
_POSSIBLE = words_of("tr", "possible_meeting")
_WHAT_FOR = words_of("tr", "what_for")
_INVITATION = words_of("tr", "invitation")
_HIMSELF = words_of("tr", "himself")
_AGAINST = words_of("tr", "against_that") | words_of("tr", "set_against")
_HOME = words_of("tr", "invited_home")
_CALLED_ON = endings_of("tr", "called_on_to_do")
_COMING = ("acak", "ecek", "acagi", "ecegi", "acakti", "ecekti")
Elided = Callable[[], list[Party]]


def is_offered(view: View, hit: MeetingHit) -> bool:
    """True for "bir araya getirmeyi önerdi", "ağırlamaya hazır olduğunu"."""
    form = hit.inflection.form if hit.inflection is not None else ""
    behind = [view.form(i) for i in range(hit.last + 1, min(view.size, hit.last + 1 + _NEAR))]
    return form == "infinitive" and any(w.startswith((*_OFFERING, *_READY)) for w in behind)


def offered_by(parts: Parts, parties: Sequence[Party], host: Told | None) -> None:
    """Make who offers that others meet their mediator, where it is none of them."""
    speaker = host.speaker if host is not None else None
    if (
        speaker is None
        or count_parties(parties) < 2
        or isinstance(speaker, Pointer)
        or parts.mediators
    ):
        return
    if host is not None and host.act in ("demands", "promises") and not _is_among(speaker, parties):
        parts.mediators.append(speaker)


def _is_among(speaker: Mention, parties: Sequence[Party]) -> bool:
    """True where the speaker or their state is one of those who are to meet."""
    side = speaker.side or speaker.gazetteer_id
    return any(
        p == speaker or (isinstance(p, Mention) and side is not None and side in _sides(p))
        for p in parties
    )


def _sides(party: Mention) -> tuple[str | None, str | None]:
    return party.side, party.gazetteer_id


def asked_to_meet(view: View, hit: MeetingHit, parts: Parts, host: Told | None) -> list[Party]:
    """Return whom somebody offers to meet: "Y'ye bir araya gelmeyi önerdi"."""
    behind = (view.form(i) for i in range(hit.last + 1, hit.last + 3))
    if not is_offered(view, hit) or not any(w.startswith(_SUGGESTED) for w in behind):
        return []  # "Y'ye … konuşmak istediğini söyledi"
    goals: list[Party] = [g for g in parts.goals if can_act(g) and g.category != "place"]
    heard = [*host.addressees] if host is not None else []
    return goals or [p for p in heard if isinstance(p, Pointer) or p.kind != "media"]


def invited_home(
    view: View,
    start: int,
    hit: MeetingHit,
    parts: Parts,
    subjects: Sequence[Party],
    people: Sequence[Party],
    elided: Elided,
) -> list[Party] | None:
    """Read "X, Y'yi ülkesine davet etti", "Y, X tarafından Oslo'ya davet edildi", a letter to Y."""
    if view.form(hit.first) not in _INVITATION or hit.denied or _is_to_do(view, hit.first - 1):
        return None
    near = range(max(start, hit.first - _NEAR - 1), hit.first)
    if hit.inflection is not None and hit.inflection.voice == "passive":
        told = parts.agents and (town_among(parts.goals) or _is_home(view, hit, start))
        return distinct([*parts.agents, *people]) if told and people else None
    if not people and any(view.form(i) in _HIMSELF for i in near):
        people = [g for g in parts.goals if g.category == "actor" and not is_unknown_town(g)]
    elif not _is_home(view, hit, start):
        return None
    who = [p for p in subjects if p not in people] or elided()
    return distinct([*who, *people]) if len(people) == 1 else None


def _is_home(view: View, hit: MeetingHit, start: int) -> bool:
    """True for "ülkesine davet etti", "görüşmeye davet etti": without a town."""
    near = range(max(start, hit.first - _NEAR), hit.first)
    return any(view.form(i) in _HOME for i in near)


def _is_to_do(view: View, i: int) -> bool:
    """True at a verbal noun: "ülkesine saygı göstermeye davet etti" calls on somebody."""
    return view.form(i).endswith(_CALLED_ON) and view.form(i) not in _HOME


def town_among(goals: Sequence[Mention]) -> Mention | None:
    """Return the place to which somebody is invited."""
    goal = next((g for g in goals if g.category in ("place", "either")), None)
    return goal or next((as_town(g) for g in goals if is_unknown_town(g)), None)


def inviter_of(view: View, start: int, end: int) -> list[Party]:
    """Return Y of "X, Y'nin davetlisi olarak Oslo'ya gidecek", in tokens `start` to `end`."""
    for i in range(start + 1, end):
        if view.form(i).startswith(_BY_INVITATION) and not is_negated(view.form(i + 1)):
            return _owner(view, start, i)
    return []


def _owner(view: View, start: int, end: int) -> list[Party]:
    """Return whose the noun at token `end` is: the genitive a few words in front of it."""
    for i in range(end - 1, max(start, end - 1 - _NEAR) - 1, -1):
        if view.is_break(i) or view.form(i) in _AGAINST:
            break
        owner = view.mention_to(i)
        if owner is not None and owner.case == "genitive" and can_act(owner):
            return [owner]
    return []


# -- nouns -------------------------------------------------------------------------------------


def wished_for(
    view: View,
    hit: MeetingHit,
    parts: Parts,
    telling: Telling,
    host: Told | None,
    elided: Elided,
) -> list[Party] | None:
    """ "X'in Y ile görüşme talebi", "X, Y'nin görüşme teklifine": None for another noun."""
    if hit.case != "nominative" or hit.owned or not view.form(hit.last + 1).startswith(_WISHED):
        return None
    given: list[Party] = [p for p in (*parts.goals, *parts.sources) if can_act(p)]
    parties = distinct([*parts.owners, *parts.with_, *parts.between, *given])
    parties = parties or ([*host.addressees] if host is not None else [])
    if count_parties(parties) < 2:
        others = [p for p in parts.subjects if p not in parties] or elided()
        parties = distinct([*others, *parties])
    if count_parties(parties) < 2:
        return []
    _is_ahead(telling, "proposed")
    if answer_to(view, hit.last + 1) == "no":
        telling.commitment = "denies"  # "görüşme talebini geri çekti"
    telling.reference, telling.fresh = False, True
    return parties


def set_for_a_day(
    view: View, hit: MeetingHit, parts: Parts, telling: Telling
) -> list[Party] | None:
    """ "X ile Y arasındaki görüşme için henüz tarih belirlenmedi"."""
    near = range(hit.last + 2, min(view.size, hit.last + 2 + _NEAR))
    if view.form(hit.last + 1) not in _WHAT_FOR or not any(
        view.form(i).startswith(_DATED) for i in near
    ):
        return None
    parties = distinct([*parts.between, *parts.owners, *parts.with_])
    if count_parties(parties) < 2:
        return None
    _is_ahead(telling, "planned")
    return parties


def hosted_talks(
    view: View, hit: MeetingHit, parts: Parts, telling: Telling, elided: Elided
) -> list[Party] | None:
    """ "Z, X ile Y arasındaki görüşmelere ev sahipliği yapmayı önerdi": Z mediates."""
    ahead = range(hit.last + 1, min(view.size, hit.last + _HOSTED))
    at = next((i for i in ahead if view.form(i) in _HOSTING), None)
    parties = distinct([*parts.between, *(parts.with_ if len(parts.with_) > 1 else [])])
    if hit.case != "dative" or at is None:
        return None
    offered = any(
        view.form(i).startswith((*_OFFERING, *_READY))
        for i in range(at + 1, min(view.size, at + 1 + _NEAR))
    )
    possible = any(view.form(i) in _POSSIBLE for i in range(max(0, hit.first - _NEAR), hit.first))
    if count_parties(parties) < 2 and offered and (possible or hit.id in _TALKS):
        place = view.tokens[hit.first].start  # "olası bir görüşmeye ev sahipliği yapmaya hazır"
        parties = [Pointer(kind="pair", place=place, number="dual")]
    if count_parties(parties) < 2:
        return None
    hosts = [p for p in parts.subjects if p not in parties] or elided()
    parts.mediators.extend(p for p in hosts if p not in parts.mediators)
    behind = [view.form(i) for i in range(at + 1, min(view.size, at + 1 + _NEAR))]
    if any(is_negated(w) for w in behind):
        return []  # "ev sahipliği yapmayacak"
    if any(w.startswith((*_OFFERING, *_READY)) for w in behind):
        _is_ahead(telling, "proposed")
    elif any(w.startswith("yap") and w.endswith(_COMING) for w in behind):
        _is_ahead(telling, "planned")
    return parties


def invited(
    view: View, start: int, hit: MeetingHit, parts: Parts, telling: Telling, elided: Elided
) -> list[Party] | None:
    """ "X, Y'nin Oslo davetini kabul etti", "X, Y'ye davet mektubunu iletti"."""
    behind = [view.form(i) for i in range(hit.last + 1, min(view.size, hit.last + 1 + _NEAR))]
    goals = [g for g in parts.goals if g.last < hit.first]
    guests: list[Party] = [g for g in goals if can_act(g) and g.category == "actor"]
    owners = _owner(view, start, hit.first)
    taken = any(w.startswith(_TAKEN) for w in behind)
    if taken and owners:
        who = [p for p in parts.subjects if p not in owners] or elided()
        parties = distinct([*who, *owners])
        if not _is_of_state(view, owners, who, to_a_town=bool(_named_town(view, hit))):
            return None
    elif guests and _is_conveyed(behind):
        who = owners or [p for p in parts.subjects if p not in guests] or elided()
        parties = distinct([*who, *guests])
    else:
        return None
    answer = answer_to(view, hit.last) if taken and owners else "open"
    _is_ahead(telling, "planned" if answer == "yes" else "proposed")
    if answer == "no":
        telling.commitment = "denies"
    telling.reference, telling.fresh = False, True
    named = _named_town(view, hit)
    parts.place = parts.place or town_among(
        [g for g in goals if g not in parties] + ([named] if named else [])
    )
    if named is not None and named.category in ("place", "either") and named not in parties:
        parts.place = named
    return [p for p in parties if p != parts.place] if count_parties(parties) > 1 else []


def _is_conveyed(behind: Sequence[str]) -> bool:
    """True for "davet mektubunu sundu", not for "sunmadı"."""
    return any(w.startswith(_CONVEYED) for w in behind) and not any(map(is_negated, behind))


def _named_town(view: View, hit: MeetingHit) -> Mention | None:
    """Return Oslo of "Oslo davetini": a place, or a name in the nominative."""
    named = view.mention_to(hit.first - 1)
    if named is None or named.category in ("place", "either"):
        return named if named is not None and named.case != "genitive" else None
    return named if is_unknown_town(named) and named.case == "nominative" else None


def _is_of_state(
    view: View, owners: Sequence[Party], who: Sequence[Party], *, to_a_town: bool
) -> bool:
    """True where those who invite and are invited act for somebody, or a town is named.

    Not for "Real Madrid'in davetini kabul etti", "Galatasaray'ın davetini": to play there.
    """
    if any(_is_cut(view, p) for p in owners):
        return False
    given = [p for p in (*who, *owners) if isinstance(p, Mention)]
    known = [p for p in given if p.gazetteer_id or p.side or p.role]
    towns = [p for p in owners if isinstance(p, Mention) and p.category == "either"]
    return len(known) == len(given) if towns else bool(known) or to_a_town or len(given) < 2


def _is_cut(view: View, owner: Party) -> bool:
    """True where a name stands right in front: "Real Madrid'in"."""
    return isinstance(owner, Mention) and view.mention_to(owner.first - 1) is not None


def _is_ahead(telling: Telling, status: MeetingStatus) -> None:
    telling.status, telling.tense, telling.commitment = status, "future", "anticipates"
