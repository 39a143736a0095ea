"""Find the subject of a verb of meeting whose own words name one party at most.

In:  the verb, the parts behind it. Out: who stands in front, in another clause, or is left out.
"""

from itertools import pairwise

from kg.extract.arabic_two_named import behind_adjective
from kg.extract.attribution import unlinked_mention
from kg.extract.meetings.arabic_before import (
    DURING,
    named_before_where,
    two_of_sentence,
)
from kg.extract.meetings.arabic_ways import came_and
from kg.extract.meetings.idioms import IdiomVerbs
from kg.extract.meetings.parts import Parts
from kg.extract.meetings.words import VerbHit
from kg.extract.mentions.arabic_nouns import is_common_noun
from kg.extract.mentions.arabic_parts import is_verb
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention, Number

_PUT_UP = "put-up"
_WITH_OBJECTS = ("host", "object", "visit")
_ADVERBS = words_of("ar", "behind_a_subject")
_QUANTITIES = words_of("ar", "thousands_of")


class SubjectsElsewhere(IdiomVerbs):
    """Subjects that stand in front, in another clause, or nowhere."""

    def _elsewhere(self, hit: VerbHit, parts: Parts, subject: list[Party]) -> list[Party]:
        """Return the subject of a verb whose own words name one party at most.

        "The minister, who met X", "where he met X", "met A and conferred with B", "when they met".
        """
        if subject:
            return subject
        named = bool(parts.bare or parts.with_ or parts.between)
        if self.words.language == "ar" and (found := self._arabic_before(hit, parts)):
            return found
        if hit.inflection.number == "dual" and not named:
            return [Pointer(kind="pair", place=self.view.tokens[hit.first].start, number="dual")]
        if not named:
            return self._unknown_behind(hit, parts)
        if self.words.language == "ar" and self._has_thing_behind(hit, parts):
            return []  # "استقبل الوزير النبأ": what is received is no guest
        alone = bool(parts.with_) != bool(parts.bare) and not parts.between
        apart = hit.verb.frame == "topic" and not (parts.with_ and came_and(self.view, hit.first))
        if not alone or apart or (hit.verb.frame == "with" and parts.bare):
            return []  # verb before subject: اجتمع المجلس
        if self._begins_sentence(hit):
            return self._elided(hit)
        found = self._antecedent(hit.first - 1) or self._carried_subject(hit.first)
        return found or self._elided(hit)

    def _has_thing_behind(self, hit: VerbHit, parts: Parts) -> bool:
        """True for the news of "استقبل الوزير النبأ", and for what "مستشفيات أستانا" belongs to."""
        first = parts.bare[0] if len(parts.bare) == 1 and not parts.with_ else None
        if not isinstance(first, Mention) or hit.enclitic or hit.verb.frame not in _WITH_OBJECTS:
            return False
        view, fronts = self.view, self.view.lexicon.word_set("prepositions")
        between = range(hit.last + 1, first.first)
        if any(view.is_word(k) and _is_plain(view, k, fronts) for k in between):
            return first.category == "either"
        after = first.last + 1
        if after < view.size and self.words.lists["people"].has_stem(view.tokens, after):
            return False  # "استقبل الرئيس الوزير الضيف"
        return after < view.size and view.is_word(after) and _is_plain(view, after, fronts)

    def _arabic_before(self, hit: VerbHit, parts: Parts) -> list[Party]:
        """Return who stands in front in the sentence, or whom an elided subject means."""
        behind = [*parts.bare, *parts.with_, *parts.between]
        if hit.inflection.number == "dual" and not behind:
            return two_of_sentence(self.view, self._host(hit.first), hit.first)
        hosted = hit.verb.id == _PUT_UP  # "تستضيفها طهران": the round told before
        if hit.enclitic and not behind and hit.verb.frame in ("object", "host") and not hosted:
            return named_before_where(self.view, hit.first) or self._elided(hit)
        if len(behind) != 1 or hit.enclitic:
            return []
        several = isinstance(behind[0], Mention) and behind[0].number in ("plural", "dual")
        if several and parts.bare and hit.inflection.number == "singular":
            parts.bare.clear()  # verb before subject: يلتقي الوزراء
            return behind
        during = self.view.form(hit.last + 1) in DURING
        return named_before_where(self.view, hit.last + 2 if during else hit.first, during=during)

    def _unknown_behind(self, hit: VerbHit, parts: Parts) -> list[Party]:
        """Verb before subject, a body that no lexicon knows: تجتمع اللجنة المشتركة في …"""
        view, first = self.view, hit.last + 1
        told = parts.place is not None or parts.time is not None
        if self.words.language != "ar" or hit.verb.frame != "with" or not told:
            return []
        last, prepositions = first, view.lexicon.word_set("prepositions")
        while last + 1 < view.size and view.is_word(last + 1) and last - first < 4:
            form = view.form(last + 1)
            if form in prepositions or view.time_at[last + 1] is not None:
                break
            last += 1
        definite = first < view.size and any(r.definite for r in view.readings(first))
        dual = view.form(first).endswith("ا") and view.form(first + 1).startswith("ال")
        definite = definite or dual  # مفوضا المياه
        number: Number | None = "dual" if dual else None
        found = unlinked_mention(view, first, last, number=number) if definite else None
        return [found] if found is not None else []

    def _first_joined(self, others: list[Party]) -> list[Party]:
        """Verb before subject: the first party with those joined to it by "and"."""
        found = others[:1]
        for before, party in pairwise(others):
            joined = isinstance(party, Mention) and isinstance(before, Mention)
            if not (joined and self._are_joined(before, party)):
                break
            found.append(party)
        return found

    def _are_joined(self, before: Party, party: Party) -> bool:
        if not (isinstance(before, Mention) and isinstance(party, Mention)):
            return False
        written_on = party.proclitics == ("و",) and party.first - before.last <= 1
        written_on = written_on or behind_adjective(self.view, before.last + 1) is party
        return written_on or before.span == party.span or party.first <= before.last


def _is_plain(view: View, k: int, prepositions: frozenset[str]) -> bool:
    """True for a noun that no list has: no time, preposition, adverb, verb or part of a name."""
    form = view.form(k)
    if view.mention_at[k] is not None or view.time_at[k] is not None or form in prepositions:
        return False
    if view.is_that(k) or k in view.cue_at or form in _ADVERBS or is_verb(view.tokens[k]):
        return False
    definite = any(r.definite and not r.proclitics for r in view.readings(k))
    thing = form.endswith("ا") and is_common_noun(view.tokens[k])  # معرضا
    return definite or thing or form in _QUANTITIES
