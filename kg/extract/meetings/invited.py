"""Read whom verbs of inviting and of coming bring together: "invited X to Rome".

In:  a verb with its subject and the parts behind it. Out: who met or is to meet, or None.
"""

from collections.abc import Sequence

from kg.extract.meetings.arabic_bids import leads_to_town
from kg.extract.meetings.base import count_parties, distinct
from kg.extract.meetings.carried import CarriedSubjects
from kg.extract.meetings.parts import Parts
from kg.extract.meetings.who_meets import is_envoy, is_leader, may_meet
from kg.extract.meetings.words import VerbHit
from kg.extract.speakers.english import EnglishSpeakers
from kg.extract.visits import comes_to_do
from kg.lexicon.grammar import words_of
from kg.model.draft import Party, mentions_of
from kg.model.mention import Mention

_MOTION_WITHIN = 12
_CALL_WITHIN = 8
_BOTH = 2
_TROUBLES = words_of("en", "troubles_of_a_town")
_TALKING = words_of("en", "comes_to_negotiate") | {"discuss", "meet", "attend", "review"}

_HOUSES = words_of("en", "houses_one_is_invited_to")
_TO_HIS = frozenset({"his", "her", "its", "their", "to"})
_TOLD_THERE = words_of("en", "told_where_summoned")


class InvitingVerbs(CarriedSubjects):
    """Verbs of inviting, of summoning and of coming for talks."""

    def _summoned(self, hit: VerbHit, parts: Parts, parties: list[Party]) -> list[Party] | None:
        """ "The ambassador was summoned to the foreign ministry": to whom it says."""
        if not parties or not self._is_passive(hit):
            return None
        hosts = [m for m in (*parts.to, *parts.bare) if m.kind == "ministry"]
        guests = [p for p in parties if p not in hosts]
        agents = [p for p in parts.with_ if is_leader(p) and p not in guests]
        if agents and isinstance(self.reader, EnglishSpeakers):
            return distinct([*agents, *guests])  # "was summoned to the ministry by X"
        if not hosts and hit.verb.frame == "summoned":
            return None
        if (seen := self._seen_there(hit)) is not None and seen not in guests:
            return distinct([seen, *guests])
        return distinct([*hosts, *guests]) if hosts or is_envoy(guests) else None

    def _calling_at(self, parts: Parts, subject: list[Party]) -> list[Party] | None:
        """ "The envoy called at the foreign ministry": whoever sits there; no ship at a port."""
        bodies = (m for m in parts.bare if isinstance(m, Mention))
        host = next((m for m in bodies if m.kind == "ministry" or m.role is not None), None)
        guests = [p for p in subject if isinstance(p, Mention)]
        if host is None or not guests or not all(map(is_leader, subject)):
            return None
        if any(g.side == host.side for g in guests):
            return None
        return distinct([*subject, host])

    def _seen_there(self, hit: VerbHit) -> Mention | None:
        """Return the X of "summoned to the ministry, where X handed him a note", "told … by X"."""
        view = self.view
        if not isinstance(self.reader, EnglishSpeakers):
            return None
        for k in range(hit.last + 1, view.size - 1):
            if view.is_stop(k) or view.quotation_at[k] is not None:
                return None
            where = view.form(k) == "where" and view.is_comma(k - 1)
            told = view.form(k) == "by" and self._is_told_before(hit, k)
            if where or told:
                after = k + 1 + (view.form(k + 1) == "the")
                person = view.mention_from(after) or view.mention_from(k + 1)
                known = person is not None and is_leader(person) and person.person
                return person if known else None
        return None

    def _is_told_before(self, hit: VerbHit, by: int) -> bool:
        """True in front of the agent of "was called in and informed of the decision by X"."""
        near = range(hit.last + 1, by)
        return any(self.view.form(k) in _TOLD_THERE for k in near)

    def _are_states_talking(self, hit: VerbHit, parties: Sequence[Party]) -> bool:
        """True for "Malaysia is talking to North Korea": both by name, and under way."""
        named = all(isinstance(p, Mention) and p.kind in ("state", "armed-group") for p in parties)
        return named and hit.inflection.form == "gerund"

    def _take_needed(self, hit: VerbHit) -> None:
        """The "lunch" of "had X to lunch" is no meeting of its own."""
        needs = hit.verb.needs
        for i in range(hit.last + 1, min(self.view.size, hit.last + _MOTION_WITHIN)):
            if needs is not None and (length := needs.length_at(self.view.tokens, i)):
                self.taken.update(range(i, i + length))
                return

    def _arabic_invited(
        self, hit: VerbHit, parts: Parts, subject: list[Party], others: list[Party]
    ) -> list[Party] | None:
        """ "دعا A B إلى روما": verb before subject; what B is called to do is no meeting."""
        if not subject and len(others) == 1:
            subject = self._elided(hit)
        elif not subject:
            subject, others = others[:1], others[1:]
        parties = distinct([*subject, *others])
        goal = next((m for m in parts.to if m.category in ("place", "either")), None)
        if count_parties(parties) < _BOTH or not all(map(may_meet, parties)) or goal is None:
            return None
        if not leads_to_town(self.view, goal) or not all(map(is_leader, others)):
            return None  # "دعا لبنان إلى تجنيب سوريا الحرب"
        return self._invited(parts, parties)

    def _invited(self, parts: Parts, parties: list[Party]) -> list[Party] | None:
        """ "A invited B to Rome": they are to meet there."""
        goal = next((m for m in parts.to if m.category in ("place", "either")), None)
        goal = goal or self._where_to_discuss(parts)
        if goal is None and parts.time is not None and self._to_own_house(parts):
            return parties
        if goal is None:
            return None
        parts.place = parts.place or goal
        return parties

    def _to_own_house(self, parts: Parts) -> bool:
        """True for "invited X to his office on Monday", "to dinner on Monday"."""
        view, ends = self.view, parts.last
        near = range(max(1, ends - _CALL_WITHIN), min(view.size, ends + _CALL_WITHIN))
        return any(
            view.form(k) in _HOUSES
            and view.form(k - 1) in _TO_HIS
            and isinstance(self.reader, EnglishSpeakers)
            for k in near
        )

    def _where_to_discuss(self, parts: Parts) -> Mention | None:
        """Return the capital of "invited X to discuss investment in Jakarta in May", a day behind.

        Where no day follows, or there is trouble, the town may be what is to be discussed.
        """
        view, topic = self.view, parts.topic
        if topic is None or view.form(topic[0]) != "to" or view.form(topic[0] + 1) not in _TALKING:
            return None
        for i in range(topic[0] + 2, topic[1] + 1):
            parts.time = parts.time or view.time_at[i]
        towns = (m for m in view.mentions if topic[0] < m.first <= topic[1])
        return next((m for m in towns if self._is_dated_town(m)), None)

    def _is_dated_town(self, town: Mention) -> bool:
        view, led = self.view, town.first - 1
        if view.form(led) not in ("in", "at") or view.form(led - 1) in _TROUBLES:
            return False
        if not town.side or town.side == town.gazetteer_id:
            return False  # no capital
        after = town.last + 1
        return any(view.time_at_or_none(k) is not None for k in (after, after + 1))

    def _ends_call(self, guests: Sequence[Party], parts: Parts) -> bool:
        """True where nothing behind "called X" says what X was called or called on to do."""
        view, last = self.view, max([parts.last, *(m.last for m in mentions_of(guests))])
        after = last + 1
        if after >= view.size or view.is_stop(after) or view.time_at[after] is not None:
            return True
        ends = self.words.lists["call_ends"].length_at(view.tokens, after) > 0
        return ends or view.time_at[last] is not None or view.is_comma(after)

    def _comes_to(self, hit: VerbHit, parts: Parts) -> bool:
        """True for "drove to Rome to call on X": a motion stands in front of the purpose.

        Also for "called on X at the palace on Sunday", with nothing that X is called on to do, and
        for "is to call on X in May to discuss": what one comes for.
        """
        view, motion = self.view, self.view.lexicon.word_set("motion")
        if (purpose := self._comes_for(hit, parts)) is not None:
            return purpose
        if view.form(hit.first - 1) != "to":
            after = parts.last + 1
            ends = after >= view.size or view.is_stop(after) or view.is_comma(after)
            ends = ends or view.form(after) in ("and", "before", "after")
            plain = not any(
                view.form(i) == "to" for i in range(hit.last, min(after + 2, view.size))
            )
            return hit.inflection.form == "past" and ends and plain
        ahead = range(max(0, hit.first - _MOTION_WITHIN), hit.first)
        behind = range(hit.last + 1, min(view.size, hit.last + _MOTION_WITHIN))
        asked = any(view.form(i) == "to" for i in behind if view.time_at[i] is None)
        return any(view.form(i) in motion for i in ahead) and not asked

    def _comes_for(self, hit: VerbHit, parts: Parts) -> bool | None:
        """Tell by the verb behind "to" what "called on X to" is: to discuss, or to resign.

        None where no "to" decides and nothing is planned.
        """
        view = self.view
        last = parts.topic[0] if parts.topic else parts.last
        end = min(view.size, max(last, hit.last) + _CALL_WITHIN)
        for i in range(hit.last + 1, end):
            if view.is_stop(i):
                break
            if view.form(i) == "to" and view.form(i - 1) != "according" and i >= last:
                return comes_to_do(view, i + 1)
        planned = hit.inflection.form == "base" and view.form(hit.first - 1) in ("to", "will")
        told = parts.time is not None or parts.place is not None
        return True if planned and told else None
