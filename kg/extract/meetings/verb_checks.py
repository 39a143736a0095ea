"""Tell by the words around it how a verb of meeting is meant: to whom, by telephone, asked whether.

In:  a verb as it stands in a sentence. Out: yes or no.
"""

from collections.abc import Sequence

from kg.extract.english_welcomed import is_guest_behind
from kg.extract.meetings.arabic_guests import is_thing_received
from kg.extract.meetings.bound import phone_until, speaks_before_many
from kg.extract.meetings.elsewhere import SubjectsElsewhere
from kg.extract.meetings.leads import counterpart_front
from kg.extract.meetings.parts import Parts
from kg.extract.meetings.who_meets import are_leaders
from kg.extract.meetings.words import VerbHit
from kg.extract.parts_played import is_possessive
from kg.lexicon.grammar import words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention

_BEHIND_SPOKE = words_of("en", "behind_spoke")
_ARTICLES = frozenset({"the", "a", "an"})
_NEAR = 14
_TAKEN_UP = words_of("en", "taken_up")
_WHETHER_WITHIN = 8
_WILL = words_of("en", "will") - {"to"}
_BETWEEN_WILL = frozenset({"instead", "also", "then", "now", "first", "later", "again"})
SUMMONING = ("summon", "call in", "haul in", "send for", "called-to")


class VerbChecks(SubjectsElsewhere):
    """What the words around a verb say of it."""

    def _is_thing_behind(self, hit: VerbHit) -> bool:
        """True for "met fierce resistance": the thing stands behind one word of its own."""
        if hit.verb.frame == "host" and is_thing_received(self.view, hit.last + 1):
            return True
        last = hit.last + 2
        far = self.view.form(hit.last + 1) == "with"  # "met with fierce criticism"
        plain = self.view.is_word(hit.last + 1) and self.view.mention_at[hit.last + 1] is None
        one = self._is_english and hit.verb.frame in ("object", "topic") and plain
        things = hit.verb.exclude - _ARTICLES
        return one and any(self.view.form(k) in things for k in range(last, last + 1 + far))

    def _stands_behind(self, hit: VerbHit, guests: Sequence[Party]) -> bool:
        """True for one of them right behind an active verb: not for "welcomed the pact with X"."""
        if self._is_passive(hit) or not self._is_english:
            return True
        front = (
            hit.last
            + 2
            + 3 * self._is_delegation(guests)
            + (self.view.form(hit.last + 1) in ("the", "a", "an", "his", "her"))
        )
        return any(
            isinstance(p, Pointer)
            or (hit.last < counterpart_front(self.view, p.first) <= front and not self._owns(p))
            for p in guests
        )

    def _takes_in(self, parties: Sequence[Party]) -> bool:
        """True for "Chad hosts refugees from Sudan": a state and people without name or office."""
        if not self._is_english or any(isinstance(p, Pointer) for p in parties):
            return False
        named = [p for p in parties if isinstance(p, Mention)]
        crowds = [p for p in named if _is_crowd(p)]
        others = [p for p in named if p not in crowds]
        return bool(crowds and others) and all(p.kind == "state" for p in others)

    def _is_received(self, hit: VerbHit, guests: Sequence[Party]) -> bool:
        """True for "welcomed him in Rome", not to a post."""
        if not self._is_english:
            return True
        named = [p for p in guests if isinstance(p, Mention)]
        if not named and not self._is_passive(hit) and not is_guest_behind(self.view, hit.last + 1):
            return False  # "welcomed her counterpart's remarks"
        return self._stands_behind(hit, guests) and not any(map(self._takes_up, named))

    def _takes_up(self, guest: Mention) -> bool:
        """True for "back to work", "to the job" behind a guest: something he takes up."""
        view, i = self.view, guest.last + 1
        if view.form(i) == "back":
            return True
        if view.form(i) not in ("to", "into"):
            return False
        i += 1 + (view.form(i + 1) in view.lexicon.word_set("determiners"))
        return any(view.form(k) in _TAKEN_UP for k in (i, i + 1))

    def _owns(self, mention: Mention) -> bool:
        return is_possessive(self.view, mention.last)

    def _is_asked_whether(self, hit: VerbHit) -> bool:
        """True for "declined to say whether the two had met": nobody tells that they have."""
        near = range(max(0, hit.first - _WHETHER_WITHIN), hit.first)
        return self._is_english and any(self.view.form(i) == "whether" for i in near)

    def _will(self, hit: VerbHit) -> bool:
        """True for "would see X in Noumea": with a place or a day it is no mere look."""
        k = hit.first - 1
        k -= self.view.form(k) in _BETWEEN_WILL  # "will instead see X"
        return self._is_english and self.view.form(k) in _WILL

    def _is_to_see(self, hit: VerbHit) -> bool:
        """True for "proposed that the diplomats see X": what is asked for."""
        host = self._host(hit.first)
        asked = host is not None and self.view.form(host.content_first - 1) == "that"
        plain = hit.inflection.form == "base" and self.view.form(hit.first - 1) != "to"
        return asked and plain and self._is_english

    def _says_separately(self, hit: VerbHit) -> bool:
        """True for "spoke separately with", the word inside the verb or in front of it."""
        near = range(max(0, hit.first - 1), hit.last + 1)
        return any(self.words.lists["separate"].has_stem(self.view.tokens, i) for i in near)

    def _spoke(self, hit: VerbHit, parties: Sequence[Party]) -> bool:
        """True for "when the pair spoke on Saturday": to each other, as no one else is named."""
        view, after = self.view, hit.last + 1
        after += view.form(after) in _BEHIND_SPOKE
        ends = after >= view.size or view.time_at[after] is not None or view.form(after) == "again"
        if not self._is_english or not ends or not are_leaders(parties):
            return False
        return not speaks_before_many(view, after, self._limit(hit.first))

    def _is_near(self, hit: VerbHit) -> bool:
        """True with "by phone" among the next words."""
        ahead = range(hit.last + 1, min(self.view.size, hit.last + _NEAR))
        return any(self.view.form(i) in hit.verb.near for i in ahead)

    def _is_by_phone(self, hit: VerbHit, parts: Parts) -> bool:
        """True with "by telephone", "in a phone call" among the next words, which are evidence."""
        view, ahead = self.view, range(hit.last + 1, min(self.view.size, hit.last + _NEAR))
        if not self._is_english:
            return any(view.form(i) in hit.verb.near for i in ahead[1:])
        until = phone_until(view, self.words.lists["by_phone"], ahead)
        parts.last = max(parts.last, until or 0)
        return until is not None

    def _is_delegation(self, parties: Sequence[Party]) -> bool:
        """True for "hosted an FLNKS delegation", "a delegation of the FLNKS": people of a body."""
        last = parties[-1]
        if self.words.language == "ar" and isinstance(last, Mention):  # "وفدا من حركة حماس"
            return self.words.lists["crowd"].has_stem(self.view.tokens, last.first)
        if not self._is_english or not isinstance(last, Mention):
            return False
        people, of = self.words.lists["people"], last.first - 1
        of -= self.view.form(of) == "the"
        if self.view.form(of) in ("of", "from") and people.has_stem(self.view.tokens, of - 1):
            return True
        return people.has_stem(self.view.tokens, last.last + 1)

    def _is_host_first(self, hit: VerbHit) -> bool:
        """True where the first party receives: in English for the active of "hosted"."""
        if self.words.language == "ar":
            return True
        return self._is_english and not self._is_passive(hit) and hit.verb.id not in SUMMONING


def _is_crowd(guest: Mention) -> bool:
    """True for "migrants from Libya": people without name and office."""
    return guest.number == "plural" and not (guest.person or guest.role or guest.gazetteer_id)
