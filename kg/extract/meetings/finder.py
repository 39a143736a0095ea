"""Find the meetings that a sentence tells of.

In:  a view, its statements as arranged, a source of keys. Out: draft meetings, and by which words
of the sentence each was found (for "in the meeting he said").
From nouns ("talks between A and B", اجتماع تركي إسرائيلي) and verbs ("A met B", استقبل). One known
party is enough. A definite noun without parties refers to a meeting named before and is kept for
`kg.resolve.merge`, which drops it when there is none.
"""

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.meetings.arabic_events import without_events
from kg.extract.meetings.arabic_offices import with_heads, without_office
from kg.extract.meetings.arabic_placed_behind import placed_behind
from kg.extract.meetings.arabic_unmet import is_sight, is_thought
from kg.extract.meetings.arabic_ways import arrived_in_arabic
from kg.extract.meetings.base import Found
from kg.extract.meetings.english_arrivals import is_there_still
from kg.extract.meetings.english_crowds import people_from
from kg.extract.meetings.nouns import MeetingNouns
from kg.extract.meetings.verbs import MeetingVerbs
from kg.extract.meetings.words import VerbHit, may_tell_meeting
from kg.lexicon.grammar import words_of
from kg.model.mention import Mention

_AROUND = words_of("en", "around_meeting_somebody") | words_of("en", "avoided_doing")
_NOW = words_of("en", "now_meeting")
_LEADS = words_of("en", "leads_to_a_goal")
_CAME_WITHIN = 5  # tokens of "leaves on Friday for"
_OPENING = 2  # tokens of "While visiting"
_HOSTS = words_of("en", "host_and_guest")
_CAME = words_of("en", "came_to_meet")
_HEADED = words_of("en", "behind_a_fronted_meeting")


class MeetingFinder(MeetingVerbs, MeetingNouns):
    """Reads one sentence."""

    def find(self, keys: Iterator[int]) -> list[Found]:
        """Return the meetings in the order of their cues."""
        found: list[Found] = []
        end, language = -1, self.view.lexicon.language
        for i, token in enumerate(self.view.tokens):
            if i > end and token.is_word and may_tell_meeting(token.form, language):
                one = self._at(i)
                if one is not None:
                    found.append(replace_key(one, next(keys)))
                    end = one.cue[1]
        found = without_events(self.view, self._without_arrivals(found))
        return [replace_place(self, f) for f in found]

    def _without_arrivals(self, found: list[Found]) -> list[Found]:
        """ "Visiting Rome, X met Y" is one meeting; "talks with his host" tells it again."""
        if self.view.lexicon.language != "en" or len(found) < 2:
            return found
        first = found[0]
        if first.cue[0] <= 1 and first.draft.visit:
            met, town = found[1], first.draft.place
            if town is None or is_there_still(self.view, town, met.draft, met.cue[0]):
                met.draft = replace(met.draft, place=met.draft.place or town)
            return found[1:]
        return [found[0], *(f for f in found[1:] if not self._meets_host(f))]

    def _meets_host(self, found: Found) -> bool:
        parties = found.draft.participants
        only = parties[0] if len(parties) == 1 else None
        return isinstance(only, Mention) and self.view.form(only.last) in _HOSTS and only.unnamed

    def told_behind(self, found: Found) -> Mention | None:
        """Return the town behind words that told nothing: "for talks that ended in Rome"."""
        view, draft = self.view, found.draft
        if view.lexicon.language != "en" or draft.place is not None or draft.each:
            return None
        lists = self.words.lists
        for i in range(found.cue[1] + 1, min(self._limit(found.cue[0]) + 1, view.size - 1)):
            if view.is_stop(i) or view.is_comma(i) or view.quotation_at[i] is not None:
                return None
            led, mention = lists["place"].length_at(view.tokens, i), view.mention_from(i + 1)
            if led and mention is not None and mention not in draft.participants:
                town = mention.category == "place" or mention.side is not None
                return mention if town and mention.category in ("place", "either") else None
            about = lists["about"].length_at(view.tokens, i) and view.time_at[i + 1] is None
            if about or (view.form(i) == "to" and view.time_at[i + 1] is None) or self._ends_at(i):
                return None
        return None

    def _ends_at(self, i: int) -> bool:
        """True at "while", "as", "which" and at verbs of speech: what follows is not of this."""
        if self.view.form(i) == "that":
            return self.words.light_at(self.view.tokens, i + 1) is None
        closing = self.words.lists["closing"].length_at(self.view.tokens, i)
        closing = closing or self.view.form(i) in ("before", "after", "ahead")
        return bool(closing) or (i in self.view.cue_at and self.view.mention_at[i] is None)

    def limit_of(self, found: Found) -> int:
        """Return the last token that may tell of the meeting."""
        return self._limit(found.cue[0])

    def arrived_at(self, found: Found) -> Mention | None:
        """Return where they had come: "flew to Rome this week, and on Monday they met X"."""
        view, draft = self.view, found.draft
        if view.lexicon.language == "ar":
            return arrived_in_arabic(view, found, self._host)
        if view.lexicon.language != "en" or draft.place is not None or draft.each or draft.visit:
            return None
        for mention in reversed(view.mentions):
            ahead = mention.last < found.cue[0] and self._host(mention.first) is found.host
            led = view.form(mention.first - 1) in _LEADS
            visiting = view.form(mention.first - 1) == "visiting" and mention.first <= _OPENING
            if ahead and not is_there_still(view, mention, draft, found.cue[0]):
                continue
            if ahead and visiting and mention not in draft.participants:
                return mention
            if ahead and led and mention.category in ("place", "either"):
                near = range(max(0, mention.first - _CAME_WITHIN), mention.first - 1)
                came = any(view.form(i) in _CAME for i in near)
                return mention if came and mention not in draft.participants else None
        return None

    def _at(self, i: int) -> Found | None:
        view = self.view
        if view.quotation_at[i] is not None or i in self.taken:
            return None
        mention = view.mention_at[i]
        if mention is not None and mention.category != "adjective":
            return None
        noun = self.words.noun_at(view.tokens, i)
        if noun is not None and self._is_beside(i):
            noun = None
        verb = self.words.verb_at(view.tokens, i)
        if (noun or verb) is not None and is_thought(view, i):
            return None
        visit = noun.noun.visit if noun is not None else verb and verb.verb.frame == "visit"
        if visit and is_sight(view, i):
            return None
        if verb is not None and (noun is None or self._is_infinitive(verb)):
            return self._of_verb(verb) if not self._is_made_of(verb) else None
        return self._of_noun(noun) if noun is not None else None

    def _is_beside(self, i: int) -> bool:
        """True behind "on the sidelines of": another event, where they met or spoke."""
        view = self.view
        for k in range(max(0, i - 7), i):
            length = self.words.lists["beside"].length_at(view.tokens, k)
            between = range(k + length, i)
            if length and all(view.is_word(m) for m in range(k, i)):
                arabic = self.words.language == "ar"  # "عقد على هامش القمة جلسة مع …"
                nouns = (self.words.noun_at(view.tokens, m) for m in between if arabic)
                return not any(n is not None for n in nouns)
        return False

    def _is_infinitive(self, verb: VerbHit) -> bool:
        """True for "is due to visit", "after meeting in Rome": verbs, where nouns look the same."""
        before = self.view.form(verb.first - 1)
        if verb.inflection.form == "gerund":
            head, named = self.view.form(verb.last + 1), self.view.mention_from(verb.last + 1)
            if verb.first == 0 and (head in _HEADED or named is not None):
                return True  # "Meeting in Abuja on Sunday, the leaders …"
            after = self.view.form(verb.last + 1)
            near = self.view.mention_from(verb.last + 1) or after in ("in", "with", "his", "her")
            near = near or after in ("the", "their", "at", "on", "behind", "a", "an", "some")
            near = near or people_from(self.view, self.words, verb.last + 1) is not None
            if self._is_apposed_person(verb):
                return True
            if self.view.is_comma(verb.first - 1) and self._is_apposed_body(verb.first - 2):
                return after in ("in", "at", "behind", "on")  # "the council, meeting in Rome, …"
            if self._is_being(verb.first - 1):
                return True
            return bool(near) and before in _AROUND
        return verb.inflection.form == "base" and before in ("to", "will", "would", "may", "could")

    def _is_made_of(self, verb: VerbHit) -> bool:
        """True for the -ing form of "the meeting room", "a receiving ship": no verb."""
        fronts = ("the", "a", "an", "this", "its", "their", "his", "her")
        return verb.inflection.form == "gerund" and self.view.form(verb.first - 1) in fronts

    def _is_being(self, k: int) -> bool:
        """True for "is", "is currently" that ends at token `k`."""
        while self.view.form(k) in _NOW:
            k -= 1
        return self.view.form(k) in ("been", "are", "is", "were", "was")

    def _is_apposed_person(self, verb: VerbHit) -> bool:
        """True for "X, meeting Y in Rome, said": somebody on either side of the verb."""
        view = self.view
        who = view.mention_to(verb.first - 2) if view.is_comma(verb.first - 1) else None
        whom = view.mention_from(verb.last + 1) or view.mention_from(verb.last + 2)
        both = who is not None and who.person is not None and whom is not None
        return both and whom is not None and bool(whom.person or whom.role)

    def _is_apposed_body(self, i: int) -> bool:
        """True for a body or several people named up to token `i`: who may be meeting."""
        subject = self.view.mention_to(i)
        if subject is None or subject.person:
            return False
        return subject.kind in ("organization", "armed-group") or subject.number == "plural"


def replace_place(finder: MeetingFinder, found: Found) -> Found:
    """Return the find with the place where they had come, if its own words tell none."""
    view, limit = finder.view, finder.limit_of(found)
    place = finder.told_behind(found) or placed_behind(view, found, limit)
    place = place or finder.arrived_at(found)
    if place is not None:
        found.draft = replace(found.draft, place=place)
    return with_heads(finder.view, without_office(finder.view, found))


def replace_key(found: Found, key: int) -> Found:
    """Return the find with its draft's key set."""
    found.draft = replace(found.draft, key=key)
    return found
