"""Find who met at Arabic sessions and rounds whose noun names nobody, or only a body.

In:  a noun of meeting with its parts and how it is told. Out: parties that stand elsewhere.
    خلال اجتماع لمجلس الأمن، حذر فلان     who speaks at the body's session, and the body
    جولة عقداها، اجتماع عقدوه             who is left out in front of "held it"
    أبلغ فلانا في اتصال، اقترح عليه لقاء   who tells and who is told, who offers and to whom
    تعقد الجولة المقبلة في …               another one of those who met before
"""

from abc import abstractmethod

from kg.extract.meetings.arabic_before import offered_to, told_in_it
from kg.extract.meetings.arabic_bids import (
    invited_in_letter,
    invited_with,
    inviter_behind,
    is_hosting,
    proposed_in_letter,
    who_wishes,
)
from kg.extract.meetings.arabic_wishes import is_wisher, read_wish
from kg.extract.meetings.nameless import NamelessParties
from kg.extract.meetings.parts import Parts
from kg.extract.meetings.telling import Telling
from kg.extract.meetings.words import NounHit, VerbHit
from kg.extract.subject import find_subject
from kg.extract.told import Told
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention

_ADJECTIVES = 2
_BOTH = 2
_BOTH_OF_THEM = "هما"
_BROUGHT = words_of("ar", "brought_together")
_BRINGS = words_of("ar", "brings_together")
_SEVERAL = ("ين", "ات")
_ATTENDED = words_of("ar", "attended_it")
_TOOK_PART = words_of("ar", "took_part_in_it")
_WHAT = words_of("ar", "what_they_call")
_ATTENDS = words_of("ar", "attends_a_meeting")
_PARTS = words_of("ar", "part_of_a_meeting")
_FROM = "من"
_TITLE = 2  # tokens


class ArabicSessions(NamelessParties):
    """Parties of nouns, as Arabic tells of them."""

    @abstractmethod
    def _own_light(self, host: Told | None, hit: NounHit) -> VerbHit | None:
        """Return the statement's own verb where it proposes; the reader of nouns knows."""

    def _told_or_offered(
        self, hit: NounHit, telling: Telling, parties: list[Party], host: Told | None
    ) -> list[Party]:
        """Return both ends of a call in which somebody was told, of a meeting offered to one."""
        read_wish(self.view, telling, hit.first)
        parties = [p for p in parties if not is_wisher(self.view, p)]
        if self._brings_both(hit):
            word = hit.last + 1
            if telling.status == "proposed" and self.view.form(word) in _BROUGHT:
                telling.status, telling.tense, telling.commitment = "held", "past", "asserts"
            others = [p for p in parties if not isinstance(p, Mention) or p.first != word]
            return self._both_named(hit) or others
        light = telling.light
        proposed = light is not None and light.verb.status == "proposed"
        if light is not None and proposed and len(parties) < _BOTH and not telling.hosts:
            in_it = proposed_in_letter(self.view, light)
            return in_it or offered_to(self.view, light, hit.first) or parties
        own = self._own_light(host, hit)
        if own is not None and own.verb.status == "proposed" and not parties and not hit.definite:
            in_it = proposed_in_letter(self.view, own)
            return in_it or offered_to(self.view, own, hit.first)  # a verb of speech as well
        if not parties and not hit.definite and self._follows_within(hit.first):
            return told_in_it(self.view, host, hit.first)
        return parties

    def _bidding(
        self, hit: NounHit, parts: Parts, parties: list[Party], host: Told | None
    ) -> list[Party]:
        """Return both ends of an invitation, or who wishes to meet the one told."""
        view = self.view
        if both := invited_with(view, host, hit.first) or invited_in_letter(view, hit.first):
            return both
        if hit.noun.visit and (inviter := inviter_behind(view, self.words, hit.last)):
            parts.mediators = [p for p in parts.mediators if p is not inviter]
            return [*parties[:1], inviter] if parties and parties[0] is not inviter else []
        hosting = is_hosting(view, hit.first - 1)
        wishing = who_wishes(view, host, hit.first - hosting)
        if hosting and len(parties) == _BOTH and parts.between:
            parts.mediators += [p for p in wishing if p not in parties]
        if len(parties) != 1 or hit.enclitic:
            return []
        wishing = [p for p in wishing if p not in parties]
        return [*wishing, *parties] if wishing else []

    def _is_next_one(self, hit: NounHit, telling: Telling, parts: Parts) -> bool:
        """True for "the second round is to be held": الجولة الثانية, not the one just told."""
        if self.words.language != "ar" or not hit.definite or telling.pointing:
            return False
        ahead = telling.status in ("planned", "proposed", "postponed", "cancelled")
        return ahead and (telling.fresh or parts.fresh)

    def _speaking_in(self, hit: NounHit, telling: Telling) -> list[Party]:
        """Return who speaks "during a session of the Security Council", and the body."""
        body = sitting(self.view, hit)
        if self.words.language != "ar" or not body or not self._follows_within(hit.first):
            return []
        around = [t for t in self.told if t.attribution.cue.last < hit.first < t.content_first]
        said = [t.speaker for t in around or self.told if around or t.start > hit.last]
        speaker = next((s for s in said if isinstance(s, Mention) and s.human), None)
        if around and speaker is not None and not (speaker.person or speaker.role):
            return []  # "experts said during a session …": nobody who sits there
        if around and telling.status == "ongoing":
            telling.status, telling.tense = (
                "held",
                "past",
            )  # what is said to go on is another matter
        return [speaker, *body] if speaker is not None else []

    def _brings_both(self, hit: NounHit) -> bool:
        """True for the noun of "خلال لقاء جمعهما في أوسلو"."""
        return any(
            r.stem in _BRINGS and r.enclitic == _BOTH_OF_THEM and not r.proclitics
            for r in self.view.readings(hit.last + 1)
        )

    def _both_named(self, hit: NounHit) -> list[Party]:
        """Return the first and the last person in front of "لدى لقائهما", who does it to whom.

        Behind "that" or "which" it is the two told of there, never who tells it.
        """
        if hit.enclitic != _BOTH_OF_THEM and not self._brings_both(hit):
            return []
        people = [m for m in self.view.mentions if m.last < hit.first]
        people = [m for m in people if m.person or (m.role and m.human)]
        opened = next((k for k in range(hit.first, 0, -1) if self._opens_clause(k)), 0)
        inside = [m for m in people if m.first > opened]
        if len({m.name for m in inside}) >= _BOTH:
            people = inside
        elif inside and opened and inside[0].first <= opened + _TITLE:
            return []  # "X said that Y assured his counterpart at their meeting"
        return [people[0], people[-1]] if len({m.name for m in people}) >= _BOTH else []

    def _opens_clause(self, k: int) -> bool:
        """True at "that" in front of a noun, at "which", at "what he said": بما قاله فلان."""
        view = self.view
        if view.form(k) in view.words.relative:
            return True
        if view.form(k) in _WHAT:
            return k + 1 in view.cue_at
        plain = any(r.enclitic for r in view.readings(k))  # "إنه": whoever speaks goes on
        return view.is_that(k) and not plain

    def _who_held_it(self, hit: NounHit, parts: Parts) -> list[Party]:
        """Return who is left out in "جولة عقداها", "اجتماع عقدوه": the two, or the clause's own."""
        if both := self._both_named(hit):
            return both
        for light in parts.light:
            if light.verb.role != "leads" or not light.enclitic or parts.between or parts.bare:
                continue
            if light.inflection.number == "dual":
                place = self.view.tokens[light.first].start
                return [Pointer(kind="pair", place=place, number="dual")]
            if light.inflection.number == "plural":
                subject = find_subject(self.view, before=hit.first)
                return [subject] if subject is not None and subject.number == "plural" else []
        return []


def was_attended(view: View, hit: NounHit, parts: Parts) -> bool:
    """True for "وحضر اللقاء فلان": who else was at the one told before."""
    if view.lexicon.language != "ar" or not hit.definite or parts.with_ or parts.between:
        return False
    if view.form(hit.first).endswith(_SEVERAL):
        return False  # "وحضر اللقاءين": held apart, each with its own
    return is_attended(view, hit.first)


def is_attended(view: View, first: int) -> bool:
    """True in front of the noun at token `first`: "حضر اللقاء", "شارك في اللقاء"."""
    before = view.form(first - 1)
    if view.lexicon.language != "ar":
        return False
    part = before == _FROM and view.form(first - 2) in _PARTS  # "حضر جانبا من اللقاء"
    return before in _ATTENDED or part or is_taken_part_in(view, first)


def was_not_attended(view: View, telling: Telling) -> bool:
    """True for "لن تشارك الأرجنتين في القمة": who stays away meets nobody there."""
    light = telling.light
    if view.lexicon.language != "ar" or light is None or not view.is_negated(light.first):
        return False
    return any(r.stem in _ATTENDS for r in view.readings(light.first))


def is_taken_part_in(view: View, first: int) -> bool:
    """True in front of the noun of "شارك في اللقاء" at token `first`."""
    return view.form(first - 1) == "في" and view.form(first - 2) in _TOOK_PART


def with_sitting(view: View, hit: NounHit, parties: list[Party]) -> list[Party]:
    """Add the body to whoever holds its session: "ترأس الرئيس اجتماعا لمجلس الأمن القومي"."""
    only = parties[0] if len(parties) == 1 else None
    body = sitting(view, hit) if isinstance(only, Mention) and only.human else []
    return [*parties, *body] if body and view.lexicon.language == "ar" else parties


def sitting(view: View, hit: NounHit) -> list[Party]:
    """Return the body of "اجتماع للجنة الأمنية": one that meets by itself."""
    after = hit.last + 1
    body = view.mention_from(after)
    while body is None and view.lexicon.language == "ar" and after - hit.last <= _ADJECTIVES:
        after += 1  # "اجتماع طارئ لمجلس الأمن"
        if not view.is_word(after - 1) or view.form(after - 1) in view.lexicon.word_set(
            "prepositions"
        ):
            break
        body = view.mention_from(after)
    if hit.definite or hit.noun.visit or hit.noun.call or body is None:
        return []
    sits = body.kind in ("organization", "armed-group") and "ل" in body.proclitics
    return [body] if sits else []
