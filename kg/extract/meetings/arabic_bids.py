"""Find who is to meet by an Arabic invitation or wish: دعوة من A لزيارة B, استعداده للقاء B.

In:  a view, the statement around the meeting, the token of its noun or verb. Out: the parties, or
whether the words before it only propose a meeting.
    تلقى A دعوة من B لزيارة روما           both, whoever invites
    قال A إنه مستعد للقاء B                who speaks
    أبدى A استعداده للقاء B                whoever stands in front of the wish
    عرض A أن تستضيف بلاده محادثات بين B وC   nothing but an offer, though a verb of holding governs it
"""

from collections.abc import Iterable

from kg.extract.attribution import can_act
from kg.extract.meetings.words import MeetingWords, VerbHit
from kg.extract.told import Told
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention

_WISHES = words_of("ar", "wishes_to_meet")
_INVITATIONS = words_of("ar", "invitations")
_INVITING = words_of("ar", "inviting")
_MAY = words_of("ar", "may_meet")
_THAT = words_of("ar", "that_they_meet")
_WISHED_WITHIN = 6  # tokens
_INVITED_WITHIN = 22
_BOTH = 2
_PURPOSES = (("ل",),)
_TO = words_of("ar", "to_where_they_came")


def who_wishes(view: View, host: Told | None, i: int) -> list[Party]:
    """Return who is ready or would like to meet whoever stands behind token `i`."""
    near = range(i - 1, max(-1, i - _WISHED_WITHIN), -1)
    wish = next((k for k in near if is_wish(view, k)), None)
    if wish is None:
        return []
    first = host.content_first if host is not None and host.covers(wish) else 0
    people = _acting(view, first, wish)
    if people:
        return [people[-1]]
    if host is not None and host.speaker is not None:
        return [host.speaker]
    return [Pointer(kind="elided", place=view.tokens[wish].start, number="singular")]


def is_wish(view: View, k: int) -> bool:
    """True at "ready", "his wish", "does not mind"."""
    if not view.is_word(k) or view.mention_at[k] is not None:
        return False
    return any(r.stem in _WISHES and not r.definite for r in view.readings(k))


def invited_with(view: View, host: Told | None, i: int) -> list[Party]:
    """Return who invites and who is invited, in front of the meeting or town at token `i`.

    None without an invitation that leads there, or where more than two people are told of.
    """
    letter = invitation_to(view, i)
    if letter is None:
        return []
    first = host.content_first if host is not None and host.covers(letter) else 0
    people = _distinct(
        m
        for m in view.mentions
        if first <= m.first < i
        and m.category == "actor"
        and can_act(m)
        and m.human
        and m.kind != "media"
        and not _is_of_another(view, m)
    )
    people = [p for p in people if p.person or p.role or p.kind == "state"]
    speaker = host.speaker if host is not None else None
    if len(people) == 1 and isinstance(speaker, Mention) and speaker.human:
        people = _distinct([speaker, *people])
    return [*people] if len(people) == _BOTH else []


def invitation_to(view: View, i: int) -> int | None:
    """Return the token of the invitation that leads to token `i`: "دعوة … لزيارة"."""
    to = any(r.proclitics in _PURPOSES for r in view.readings(i)) or view.form(i - 1) in _TO
    if not to:
        return None
    for k in range(i - 1, max(-1, i - _INVITED_WITHIN), -1):
        if view.mention_at[k] is None and any(r.stem in _INVITATIONS for r in view.readings(k)):
            return k
        if view.is_stop(k):
            return None
    return None


def is_only_offered(view: View, words: MeetingWords, left: int, hit: VerbHit) -> bool:
    """True for the verb of "offered that his country host talks", of "may meet"."""
    if words.language != "ar" or hit.inflection.form != "present":
        return False
    before = hit.first - 1
    if view.form(before) in _MAY:
        return True
    if view.form(before) not in _THAT:
        return False
    for k in range(before - 1, max(-1, left - 1), -1):
        if view.is_stop(k):
            return False
        if view.mention_at[k] is not None or not view.is_word(k):
            continue
        light = words.light_at(view.tokens, k)
        if light is not None:
            return light.verb.status == "proposed"
    return False


def is_inviting(view: View, k: int) -> bool:
    """True at the participle of "حذر من كذا، داعيا فلانا إلى …"."""
    return any(r.stem in _INVITING and not r.definite for r in view.readings(k))


def _acting(view: View, first: int, end: int) -> list[Mention]:
    """Return the actors that no preposition leads, from `first` up to `end`."""
    fronts = view.lexicon.word_set("prepositions")
    return [
        m
        for m in view.mentions
        if first <= m.first < end
        and m.category == "actor"
        and can_act(m)
        and m.kind != "media"
        and all(p in ("و", "ف") for p in m.proclitics)
        and view.form(m.first - 1) not in fronts
    ]


def _is_of_another(view: View, mention: Mention) -> bool:
    """True for whoever hands an invitation over: "سلّم السفير", an office without a name."""
    return mention.unnamed and not mention.side and mention.last == mention.first


def _distinct(people: Iterable[Mention]) -> list[Mention]:
    found: dict[str, Mention] = {}
    for one in people:
        found.setdefault(one.gazetteer_id or one.name, one)
    return list(found.values())
