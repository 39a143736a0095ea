"""Find who leads an Arabic meeting told by a lower clause: حيث التقى فلانا، حين التقيا، للقاء فلان.

In:  a view, the statement around the meeting, the token of its verb or noun. Out: the parties that
stand in front of it in the same clause or sentence; none where nobody can be told.
    سيصل A إلى روما حيث يلتقي B        whoever is named last in front of "where"
    أوضح A ذلك لـB حين التقيا          the two people of the sentence
    إن وفدا فنيا سيتوجه إلى روما للقاء B    a group without a name that comes for it
    إن A اطلع على المسودة أثناء لقاء مع B   who the inner clause is about
"""

from collections.abc import Sequence
from typing import TypeGuard

from kg.extract.attribution import can_act
from kg.extract.meetings.told import Parts
from kg.extract.meetings.words import MeetingWords, VerbHit
from kg.extract.told import Told
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention

DURING = words_of("ar", "during_it")
_WHERE = words_of("ar", "where_they_met")
_WHEN = words_of("ar", "when_they_met")
_JOINT = words_of("ar", "joint_teams")
_BOTH = words_of("ar", "both_who_set_up")
_TO = words_of("ar", "to_somebody")
VISITED = words_of("ar", "visited_and_met")
_CONJUNCTIONS = ((), ("و",), ("ف",))
_MOVES = words_of("ar", "came_to_meet") | words_of("ar", "is_to_come")
_MOVING_FRONTS = ((), ("و",), ("ف",), ("س",), ("و", "س"))
_SIDES = words_of("ar", "both_sides")
_BETWEEN = "بين"
_NEAR = 3  # tokens
_TITLE = 6
_TEAM_WITHIN = 6


def named_before_where(view: View, i: int, *, during: bool = False) -> list[Party]:
    """Return who was named last in front of "where", which stands right before token `i`.

    `during`: in front of a verb and "during it": زيارة أجراها A إلى روما، التقى خلالها B.
    """
    near = range(i - 1, max(-1, i - _NEAR), -1)
    opened = i - 2 if during else next((k for k in near if view.form(k) in _WHERE), None)
    if opened is None:
        return []
    free = [m for m in people_within(view, 0, opened) if is_free(view, m)]
    return [free[-1]] if free else []


def as_two(view: View, party: Party) -> Party:
    """Return a pointer to the two for "الرئيسين تحدثا", "مبعوثون من البلدين", "الوفدان"."""
    if _are_of_both(party, view):
        return Pointer(kind="pair", place=party.span.start, number="dual", human=False)
    if not isinstance(party, Mention) or party.number != "dual" or party.person or party.side:
        return party
    if party.gazetteer_id or party.role is None or party.last > party.first:
        return party
    return Pointer(kind="pair", place=view.tokens[party.first].start, number="dual", human=True)


def two_of_sentence(view: View, host: Told | None, i: int) -> list[Party]:
    """Return the two who "met" by a dual verb at token `i`: who speaks and whom it concerns."""
    if not any(view.form(k) in _WHEN for k in range(max(0, i - 2), i)):
        return []
    found: dict[str, Mention] = {}
    for mention in people_within(view, 0, i):
        if mention.person and not mention.unnamed:
            found.setdefault((mention.person or mention.name).split()[-1], mention)
    people = list(found.values())
    speaker = host.speaker if host is not None else None
    if isinstance(speaker, Mention) and speaker.person and len(people) > 1:
        return [speaker, *(p for p in people[-1:] if p != speaker)]
    return list(people) if len(people) == 2 else []


def moves(view: View, k: int) -> bool:
    return any(r.stem in _MOVES and r.proclitics in _MOVING_FRONTS for r in view.readings(k))


def told_in_it(view: View, host: Told | None, i: int) -> list[Party]:
    """Return who speaks and the one person told, in front of "in a call" at token `i`.

    "وأضاف أنه أبلغ الموقف لنظيره B في اتصال هاتفي": both were on the line.
    """
    if host is None or host.speaker is None:
        return []
    people = [m for m in people_within(view, host.content_first, i) if m.person or m.role]
    speaker = host.speaker
    others = [m for m in people if not isinstance(speaker, Mention) or m.name != speaker.name]
    one = others[0] if len(others) == 1 and others[0].human else None
    return [speaker, one] if one is not None and _is_informed(view, one, i) else []


def _is_informed(view: View, one: Mention, i: int) -> bool:
    """True for the B of "told B", "told it to B", "that B told him", with no "that" before `i`."""
    if any(view.is_that(k) for k in range(one.last + 1, i)):
        return False
    tells = view.cue_at.get(one.last + 1)
    if tells is not None and tells.enclitic and tells.row.object_addressee:
        return True
    if "ل" in one.proclitics:
        return True
    for k in range(one.first - 1, max(-1, one.first - _TITLE), -1):  # "his Ugandan counterpart B"
        if (told := view.cue_at.get(k)) is not None:
            return told.row.object_addressee
        if not view.is_word(k) or view.is_that(k):
            return False
        if view.form(k) in _TO or any("ل" in r.proclitics for r in view.readings(k)):
            return True
    return False


def offered_to(view: View, light: VerbHit, i: int) -> list[Party]:
    """Return A and B of "A proposed to B to hold a meeting", A left out where nobody is named."""
    between = [m for m in people_within(view, light.last + 1, i) if m.human]
    if not between:
        return []
    ahead = view.mention_to(light.first - 1)
    if ahead is not None and ahead.human and can_act(ahead) and ahead not in between:
        return [ahead, *between]  # "إن A اقترح على B وC عقد قمة"
    place, inflection = view.tokens[light.first].start, light.inflection
    left_out = Pointer(
        kind="elided", place=place, gender=inflection.gender, number=inflection.number
    )
    return [left_out, between[0]] if len(between) == 1 else [*between[:2]]


def _are_of_both(party: Party, view: View) -> TypeGuard[Mention]:
    """True for who is nobody's but both sides': "الوفدين", "مسؤولون من البلدين"."""
    if not isinstance(party, Mention) or party.person or party.gazetteer_id or party.side:
        return False
    return view.form(party.last) in _SIDES


def team_of_sides(view: View, words: MeetingWords, hit: VerbHit, parts: Parts) -> list[Party]:
    """Return the sides for "a joint committee is to meet", whose committee nobody names."""
    if words.language != "ar" or hit.verb.frame not in ("with", "object") or hit.enclitic:
        return []
    if parts.with_ or parts.between or any(isinstance(p, Mention) and p.human for p in parts.bare):
        return []
    teams = words.lists["teams"]
    ahead = range(hit.first - 1, max(-1, hit.first - _TEAM_WITHIN), -1)
    behind = hit.last + 1
    at = behind if teams.has_stem(view.tokens, behind) else None
    for k in ahead if at is None else ():
        told = k in view.cue_at and view.form(k) != _BETWEEN  # "بين" is "made clear" as well
        if not view.is_word(k) or view.is_that(k) or told:
            break
        if teams.has_stem(view.tokens, k):
            at = k
            break
    if at is None:
        return []
    named = view.mention_at[at]
    definite = any(r.definite for r in view.readings(at))
    between = _is_between(view, at if named is None else named.last)
    if parts.place is None and parts.time is None and not between:
        return []
    if named is not None and (named.gazetteer_id or named.side or (definite and not between)):
        return []
    if not _is_of_both(view, at, definite=definite):
        return []
    place = view.tokens[hit.first].start
    return [Pointer(kind="met", place=place, human=False)]


def _is_between(view: View, last: int) -> bool:
    """True for a team "between the two countries", and for "the two countries' experts"."""
    near = range(last + 1, last + 1 + _NEAR)
    return any(view.form(i) in _SIDES for i in near)


def _is_of_both(view: View, team: int, *, definite: bool) -> bool:
    """True for a joint team, one that follows up, one both set up, and "the committee" told before.

    "A technical committee" alone may be any state's own, and so may "the budget committee".
    """
    near = range(team + 1, min(view.size, team + 1 + _NEAR))
    if any(r.stem in _JOINT for k in near for r in view.readings(k)):
        return True
    if any(r.stem in _BOTH for k in range(view.size) for r in view.readings(k)):
        return True
    return definite and not any(r.definite for r in view.readings(team + 1))


def inner_subject(view: View, host: Told | None, i: int) -> list[Party]:
    """Return who the clause said by somebody is about, in front of token `i`."""
    if host is None:
        return []
    near = people_within(view, host.content_first, i)
    free = (m for m in near if is_free(view, m) and m.first <= host.content_first + _NEAR)
    first = next(free, None)
    return [first] if first is not None else []


def people_within(view: View, first: int, end: int) -> Sequence[Mention]:
    return [
        m
        for m in view.mentions
        if first <= m.first < end and m.category == "actor" and can_act(m) and m.kind != "media"
    ]


def is_free(view: View, mention: Mention) -> bool:
    prepositions = view.lexicon.word_set("prepositions")
    plain = mention.proclitics in _CONJUNCTIONS
    return plain and view.form(mention.first - 1) not in prepositions and bool(mention.human)
