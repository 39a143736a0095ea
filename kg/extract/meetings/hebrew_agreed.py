"""Tell who met where a Hebrew sentence says what two did together, or what they are to do.

In:  a verb of agreeing, a verb of meeting and what stands in front of it. Out: the parties.
    נשיאי קניה ואוגנדה חתמו בניירובי על     together, at a place or with somebody
    הפציר בשני הצדדים לשבת יחד              whoever is asked to meet
    הוועדה המשותפת לא התכנסה                the two sides of a joint body
"""

from dataclasses import replace

from kg.extract.attribution import can_act, unlinked_mention
from kg.extract.meetings.base import count_parties, distinct
from kg.extract.meetings.hebrew_groups import both_states_to
from kg.extract.meetings.hebrew_nouns import HebrewMeetingNouns
from kg.extract.meetings.hebrew_somebody import is_nobody
from kg.extract.meetings.parts import Parts
from kg.extract.meetings.words import VerbHit
from kg.extract.speakers.hebrew import HebrewSpeakers
from kg.lexicon.grammar import words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention

_JOINT_WITHIN = 12
_BODY_WORDS = 5
_MINISTRY = words_of("he", "to_the_ministry")
_AND_WITH = words_of("he", "and_with")
_WHOM = words_of("he", "whom")
_NEAR = 4
_TOLD_WITHIN = 8


class HebrewAgreed(HebrewMeetingNouns):
    """Reads what several do together."""

    def _who_agreed(self, hit: VerbHit, parts: Parts, own: list[Party]) -> list[Party]:
        """ "A and B signed in X", "A signed with B": people, face to face or by telephone."""
        others: list[Party] = [*parts.with_, *parts.between]
        parties = distinct([*own, *others, *parts.attended])
        told = parts.place is not None or bool(others) or self._is_rung_up(hit)
        told = (told or self._signs_at(hit)) and not self._agrees_to_meet(hit)
        return parties if told and count_parties(parties) > 1 and all(map(_sits, parties)) else []

    def _signs_at(self, hit: VerbHit) -> bool:
        """True for "will sign at the White House": in the seat of somebody."""
        near = (m for m in self.view.mentions if hit.last < m.first <= hit.last + _NEAR)
        seats = (m for m in near if m.proclitics == ("ב",) and m.kind == "organization")
        return any(m.side is not None for m in seats)

    def _agrees_to_meet(self, hit: VerbHit) -> bool:
        """True for "agreed to meet", "agreed on a summit": other words tell the meeting."""
        tokens = self.view.tokens
        for i in range(hit.last + 1, min(self.view.size, hit.last + _TOLD_WITHIN)):
            if self.view.is_break(i):
                return False
            if not self.view.is_word(i) or self.view.mention_at[i] is not None:
                continue
            if self.words.verb_at(tokens, i) is not None or self.words.noun_at(tokens, i):
                return True
        return False

    def _rang_each(self, hit: VerbHit, parts: Parts) -> bool:
        """True for "spoke by telephone with A and with B": a call with each."""
        behind = range(hit.last + 1, max(hit.last + 1, parts.last + 1))
        both = [p for p in parts.between if isinstance(p, Pointer) and p.kind == "pair" and p.human]
        if hit.verb.frame == "phone" and both:
            return True
        again = any(self.view.form(i) in _AND_WITH for i in behind)
        return again and len(parts.with_) > 1 and self._is_rung_up(hit)

    def _opens_dated(self, hit: VerbHit, parts: Parts) -> bool:
        """True for "אתמול נפגשו עם השר": of those told of before, nobody else is named ahead."""
        view = self.view
        ahead = (view.time_at[k] is not None or not view.is_word(k) for k in range(hit.first))
        past = hit.inflection.form == "past" and hit.first > 0
        return past and bool(parts.with_) and not parts.bare and all(ahead)

    def _is_rung_up(self, hit: VerbHit) -> bool:
        phrases = self.words.lists["by_phone"]
        near = range(max(0, hit.first - _NEAR), min(self.view.size, hit.last + _NEAR))
        return any(phrases.length_at(self.view.tokens, i) for i in near)

    def _joint_ahead(self, hit: VerbHit) -> list[Party]:
        """ "The joint committee, which was to convene on Monday": the two sides, neither named."""
        view, joint = self.view, self.words.lists["joint_bodies"]
        for k in range(hit.first - 1, max(-1, hit.first - _JOINT_WITHIN), -1):
            if view.tokens[k].text in ";:." or view.quotation_at[k] is not None:
                return []
            if not joint.length_at(view.tokens, k):
                continue
            heads = view.lexicon.word_set("body_heads")
            near = range(max(0, k - _BODY_WORDS), k)
            head = next((i for i in near if any(r.stem in heads for r in view.readings(i))), None)
            if head is not None:
                body = unlinked_mention(view, head, k)
                if (both := both_states_to(view, k + 2)) is not None:
                    return [replace(both, hint=body)]
                return [Pointer(kind="met", place=view.tokens[k].start, human=False, hint=body)]
        return []

    def _relative_object(self, hit: VerbHit, whom: frozenset[str] = _WHOM) -> list[Party]:
        """ "על השגריר, שאותו זימן": whom the clause is about."""
        view, k = self.view, hit.first - 1
        if view.form(k) not in whom:
            return []
        k -= 1 + (view.form(k - 1) == "אשר")
        ahead = view.mention_to(k - view.is_comma(k))
        return [ahead] if ahead is not None and can_act(ahead) else []

    def _who_did(self, hit: VerbHit) -> list[Party]:
        """ "the minister told the envoy, whom he summoned on Monday": who speaks in front of it."""
        if self.view.form(hit.first - 1) not in _WHOM or hit.inflection.number == "plural":
            return []
        speaker = self._speaker_before(hit)
        return [speaker] if speaker is not None else []

    def _the_ministry(self, hit: VerbHit) -> Mention | None:
        """Return "the ministry" of "the ambassador was summoned to the ministry"."""
        view = self.view
        for k in range(hit.last + 1, min(view.size, hit.last + _NEAR)):
            if view.form(k) in _MINISTRY and view.mention_at[k] is None:
                return unlinked_mention(view, k, k, gender="masculine", number="singular")
        return None

    def _unknown_partner(self, hit: VerbHit) -> list[Party]:
        """ "met there with the chair of the election board": somebody of no list behind "with"."""
        view = self.view
        if not isinstance(self.reader, HebrewSpeakers):
            return []
        for k in range(hit.last + 1, min(view.size - 1, hit.last + _BODY_WORDS)):
            if view.is_break(k):
                return []
            if view.form(k) == "עם" and is_nobody(view, k + 1):
                return []
            if view.form(k) == "עם":
                found = self.reader.noun_phrase_from(k + 1)
                party = found[0] if found is not None else None
                if not isinstance(party, Mention) or party.last == party.first:
                    return []
                return [party] if can_act(party) else []
        return []


def _sits(party: Party) -> bool:
    """True for a person, an office, somebody told by a pronoun: states and firms sign apart."""
    return isinstance(party, Pointer) or bool(party.person or party.role)
