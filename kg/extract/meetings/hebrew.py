"""Find the meetings that a Hebrew sentence tells of.

In:  a view, its reader, its statements, a source of keys. Out: draft meetings with their tokens.
From nouns (פגישה בין … ל…, שיחות עם …, פסגה רוסית-סינית) and verbs (נפגש, שוחח, אירח, ביקר ב…,
התקשר אל). Subjects stand in front of the verb or, behind a fronted phrase, right behind it. One
known party is enough; a definite noun without parties refers to a meeting named before.
"""

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.attribution import can_act, unlinked_mention
from kg.extract.cue_rows import CueRow
from kg.extract.cues import Cue
from kg.extract.inflect import Inflection
from kg.extract.meetings.base import Found
from kg.extract.meetings.finder import replace_key
from kg.extract.meetings.hebrew_parties import HebrewMeetingParties
from kg.extract.meetings.hebrew_parts import HebrewParts
from kg.extract.meetings.hebrew_status import read_telling
from kg.extract.meetings.hebrew_subjects import clause_subject, crowd_before
from kg.extract.meetings.parts import Parts
from kg.extract.meetings.words import VerbHit, may_tell_meeting
from kg.extract.mentions.hebrew_parts import infinitives
from kg.extract.speakers.hebrew import HebrewSpeakers
from kg.extract.subject import find_subject
from kg.lexicon.grammar import endings_of, words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention, Number

_MEETING_ROW = CueRow(id="meeting", kind="verb", act="asserts")
_CROWD = 7
_BY_SOMEBODY = frozenset({"with", "host", "object", "receive", "phone", "invite"})
_NEAR = 6
_BODY_WITHIN = 10
_JOINT = endings_of("he", "joint")
_AFTERWARDS = words_of("he", "afterwards")
_WHEN = words_of("he", "before_or_after")
_WAS = words_of("he", "was_to")
_BOTH = tuple(words_of("he", "two_of_them"))
_THE_TWO = words_of("he", "the_two")
_NAME = 3


class HebrewMeetings(HebrewMeetingParties):
    """Reads one sentence."""

    def find(self, keys: Iterator[int]) -> list[Found]:
        """Return the meetings in the order of their cues."""
        found: list[Found] = []
        i = 0
        while i < self.view.size:
            one = self._at(i)
            if one is not None:
                if not (found and self._is_told_on(one, found[-1])):
                    found.append(replace_key(one, next(keys)))
                i = max(i, one.cue[1])
            i += 1
        return found

    def _is_told_on(self, one: Found, before: Found) -> bool:
        """True for "met B yesterday and talked with him": one meeting, of which more is told."""
        now, then = one.draft, before.draft
        others = now.participants[1:]
        return (
            self.view.form(one.cue[0]).startswith("ו")
            and bool(others)
            and all(isinstance(p, Pointer) and p.kind == "pronoun" for p in others)
            and now.participants[:1] == then.participants[:1]
            and (now.time is None and now.place is None and now.status == then.status)
        )

    def _at(self, i: int) -> Found | None:
        view = self.view
        token = view.tokens[i]
        if not token.is_word or not may_tell_meeting(token.form, "he"):
            return None
        if view.quotation_at[i] is not None or i in self.taken:
            return None
        mention = view.mention_at[i]
        if mention is not None and mention.category != "adjective":
            return None
        verb = self.words.verb_at(view.tokens, i)
        noun = self.words.noun_at(view.tokens, i)
        if noun is not None and noun.definite and not can_act(view.mention_to(i - 1)):
            verb = None  # "הפגישה": the meeting; "the king brought together" has its subject
        found = self._of_verb(verb) if verb is not None else None
        if found is not None or noun is None:
            return found  # else "הפגישה" is the meeting, no "she brought together"
        return self._of_noun(noun)

    def _of_verb(self, hit: VerbHit) -> Found | None:
        if hit.verb.frame is None or self._leads_noun(hit) or self._is_meant_to(hit):
            return None
        view = self.view
        reader = HebrewParts(view, self.words, limit=self._limit(hit.first))
        parts = reader.read(hit.last + 1, verbal=True)
        subject = self._subject(hit)
        objects: list[Party] = [*(m for m in reader.to_object if can_act(m)), *reader.counterparts]
        if not objects and hit.verb.frame in ("host", "object", "receive", "invite"):
            objects = self._relative_object(hit) or self._unknown_object(hit)
        if hit.verb.frame in ("with", "object", "receive"):
            self._read_next(parts)
        subject = subject or self._teller(hit) or self._left_out(hit, parts) or self._who_did(hit)
        parts.with_ = [_but(party, subject) for party in parts.with_]
        parts.separate = parts.separate or self._rang_each(hit, parts)
        parties = self._who_met(hit, parts, subject, objects)
        if not parties and hit.verb.frame in ("body", "table"):
            parties = self._unknown_body(hit)
        if not parties:
            return None
        host = self._host(hit.first)
        if parts.place is None and "ו" in hit.proclitics:
            parts.place = self._came_to(hit)
        telling = read_telling(view, self.words, hit.first, parts, host, verb=hit)
        if hit.verb.frame == "invite":
            telling.status, telling.tense, telling.commitment = "proposed", "future", "anticipates"
        if hit.verb.frame == "summoned":
            self.taken.update(self._summons(hit))
        if self._is_called_off(hit):
            telling.status, telling.tense, telling.commitment = "cancelled", "present", "asserts"
        for party in parties:
            if isinstance(party, Mention) and party.first < hit.first:
                telling.first = min(telling.first, party.first)
        return self._build(
            hit.first, hit.last, parts, parties, telling, host, inferred=False, noun=None
        )

    def _read_next(self, parts: Parts) -> None:
        """Give the parts whom they met next: "…, ולפני כן, בליסבון, עם שר החוץ"."""
        view, then, k = self.view, self.words.lists["then"], parts.last + 1
        k += view.is_comma(k)
        length = then.length_at(view.tokens, k) if k < view.size else 0
        if not length or not (parts.with_ or parts.bare):
            return
        k += length + view.is_comma(k + length)
        placed = view.mention_from(k)
        if placed is not None and placed.proclitics == ("ב",):
            k = placed.last + 1 + view.is_comma(placed.last + 1)
        if not self.words.lists["with"].length_at(view.tokens, k) and view.form(k) != "את":
            return
        reader = HebrewParts(view, self.words, limit=self._limit(k))
        more = reader.read(k, verbal=True)
        met = [*more.with_, *(m for m in reader.to_object if can_act(m))]
        if met:
            parts.with_.extend(met)
            parts.separate, parts.last = True, max(parts.last, more.last)

    def _unknown_object(self, hit: VerbHit) -> list[Party]:
        """Return whoever stands behind "את" of whom no list knows."""
        view = self.view
        for i in range(hit.last + 1, min(view.size, hit.last + 4)):
            if view.form(i) != "את":
                continue
            last = i
            while last + 1 < view.size and last - i < _NAME and self._may_name(last + 1):
                last += 1
            crowd = view.form(i + 1) in view.lexicon.word_set("crowds")
            if hit.verb.id == "call-together" and not crowd:
                return []  # "the firm gathered its goods"
            number: Number = "plural" if crowd else "singular"
            found = unlinked_mention(view, i + 1, last, number=number) if last > i else None
            if found is not None and crowd:
                found = replace(found, kind="official", human=True)
            return [found] if found is not None else []
        return []

    def _unknown_body(self, hit: VerbHit) -> list[Party]:
        """ "התכנסה בקיגלי, ב-14 בחודש, ועדת השרים": a body of no list, behind place and time."""
        view, k = self.view, hit.last + 1
        if not isinstance(self.reader, HebrewSpeakers):
            return []
        while k < min(view.size, hit.last + _BODY_WITHIN):
            placed = view.mention_from(k)
            if placed is not None and placed.proclitics[-1:] != ("ב",):
                return []
            if placed is None and view.form(k) in self.reader.body_heads:
                found = self.reader.noun_phrase_from(k)
                return [] if found is None else self._of_body(found[0], k, found[1])
            k = placed.last + 1 if placed is not None else k + 1
        return []

    def _of_body(self, body: Party, first: int, last: int) -> list[Party]:
        """A joint committee is of those who met before."""
        joint = any(self.view.form(k).startswith(_JOINT) for k in range(first, last + 1))
        return [Pointer(kind="met", place=self.view.tokens[first].start)] if joint else [body]

    def _may_name(self, i: int) -> bool:
        view = self.view
        plain = view.is_word(i) and view.mention_at[i] is None and view.time_at[i] is None
        lettered = any(r.proclitics for r in view.readings(i)) and view.form(i)[:1] in "בלמ"
        return plain and not lettered and view.form(i) not in view.lexicon.word_set("prepositions")

    def _teller(self, hit: VerbHit) -> list[Party]:
        """ "X revealed that he met Y": the verb's own subject left out is whoever tells it."""
        host = self._host(hit.first)
        if host is None or host.speaker is None or hit.inflection.form not in ("past", "future"):
            return []
        if hit.first > host.content_first + 1 or hit.inflection.number == "plural":
            return []
        place = self.view.tokens[hit.first].start
        return [Pointer(kind="elided", place=place, gender=hit.inflection.gender)]

    def _left_out(self, hit: VerbHit, parts: Parts) -> list[Party]:
        """ "Tomorrow he will host X": who was spoken of, where the verb opens its clause."""
        single = hit.inflection.form in ("past", "future") and hit.inflection.number != "plural"
        if not single or parts.bare or hit.proclitics or hit.verb.frame not in _BY_SOMEBODY:
            return []
        k = hit.first - 1
        while k >= 0 and self._is_adverbial(k):
            k -= 1
        if k >= 0 and self.view.tokens[k].text not in ";–—":
            return []
        place = self.view.tokens[hit.first].start
        return [
            Pointer(kind="elided", place=place, gender=hit.inflection.gender, number="singular")
        ]

    def _is_adverbial(self, k: int) -> bool:
        """True for a time, an adverb, "לאחר מכן"."""
        view = self.view
        then = self.words.lists["then"]
        light = view.form(k) in view.words.adverbs or view.form(k) in _AFTERWARDS
        return view.time_at[k] is not None or light or then.length_at(view.tokens, k) > 0

    def _is_meant_to(self, hit: VerbHit) -> bool:
        """True for "שנועדו להיפתח": what was meant to begin, nobody who met."""
        form = self.view.form(hit.last + 1)
        return hit.verb.id == "confer" and (form in infinitives() or form.startswith("להי"))

    def _leads_noun(self, hit: VerbHit) -> bool:
        """True for "לארח סבב שיחות": the noun tells the meeting."""
        if hit.verb.frame != "host":
            return False
        near = range(hit.last + 1, min(self.view.size, hit.last + 4))
        return any(self.words.noun_at(self.view.tokens, i) is not None for i in near)

    def _subject(self, hit: VerbHit) -> list[Party]:
        """Return who stands as the verb's subject in front of it."""
        view = self.view
        first, inflection = hit.first, hit.inflection
        if inflection.form == "base":
            first = self._bridged(hit.first)
        elif self._is_called_off(hit):
            first -= 1
        cue = Cue(_MEETING_ROW, first, first, inflection, hit.proclitics)
        if not isinstance(self.reader, HebrewSpeakers):
            return []
        if asked := self._asked_to_meet(hit):
            return asked
        subject = self.reader.subject_before(cue)
        crowd = crowd_before(view, self._step_times(first - 1)) if _may_gather(inflection) else None
        if crowd is not None:
            return [crowd]
        if inflection.form == "base" and (pair := self._pair_ahead(first)):
            return pair
        if subject is None and (inflection.form == "base" or "ו" in hit.proclitics):
            subject = clause_subject(view, self._host(first), first)
        if subject is None and "ש" in hit.proclitics:
            subject = view.mention_to(first - 1 - view.is_comma(first - 1))
            subject = subject if can_act(subject) else None
        if isinstance(subject, Mention) and not _is_known(subject) and inflection.form == "base":
            subject = find_subject(view, before=first)
        if subject is None and self._named_behind(hit):
            return []
        if subject is None and self._opens_with_time(first):
            subject = clause_subject(view, self._host(first), first)  # "…, and tonight will call C"
        if subject is None and view.form(first - 1) in _WHEN:
            subject = find_subject(view, before=first)  # "met X after he had spoken with Y"
        if subject is None and inflection.number == "plural":
            return self._apart(hit) or self._unknown_ahead(hit) or self._pair_ahead(first)
        if isinstance(subject, Mention):
            return self._joined(subject, first)
        return [subject] if subject is not None else []

    def _pair_ahead(self, first: int) -> list[Party]:
        """ "The sides will return and meet": the pair a verb in front has for its subject."""
        if not isinstance(self.reader, HebrewSpeakers):
            return []
        for k in range(first - 1, max(-1, first - _NEAR), -1):
            if self.view.is_break(k):
                return []
            if (pair := self.reader._pair_from(k)) is not None and self._is_free(k):
                form = self.view.form(k).removeprefix("ו")
                two = form if form in _THE_TWO else None
                return [replace(pair[0], words=two, human=True if two else None)]
        return []

    def _is_free(self, k: int) -> bool:
        """True for "the sides" that no "with", "to both" leads."""
        form = self.view.form(k - 1)
        led = form in self.view.lexicon.word_set("prepositions") or form == "את"
        return not led and not form.endswith(_BOTH)

    def _summons(self, hit: VerbHit) -> list[int]:
        """Return where "for a clearing talk" stands behind "was summoned": the same meeting."""
        near = range(hit.last + 1, min(self.view.size, hit.last + _NEAR))
        words = (i for i in near if self.view.is_word(i))
        return [i for i in words if self.words.noun_at(self.view.tokens, i) is not None]

    def _is_called_off(self, hit: VerbHit) -> bool:
        """True for "will not meet": what was to be held is not."""
        future = hit.inflection.form == "future"
        return future and not hit.proclitics and self.view.form(hit.first - 1) == "לא"

    def _step_times(self, k: int) -> int:
        """Step left over times, and over "צפויים" in front of an infinitive."""
        k = self._bridged(k + 1) - 1
        while k > 0 and self.view.time_at[k] is not None:
            k -= 1
        return k

    def _opens_with_time(self, first: int) -> bool:
        """True for a verb right behind ", and in the evening"."""
        view, k = self.view, first - 1
        time = view.time_at[k] if k >= 0 else None
        while time is not None and k > 0 and view.time_at[k - 1] is time:
            k -= 1
        return time is not None and view.is_comma(k - 1) and view.form(k).startswith("ו")

    def _apart(self, hit: VerbHit) -> list[Party]:
        """ "The minister, A, and her counterpart, B, met": two names set off by commas."""
        view, k = self.view, hit.first - 1
        last = view.mention_to(k - view.is_comma(k))
        if last is None or last.person is None:
            return []
        for i in range(last.first - 1, max(-1, last.first - 8), -1):
            if self._counterpart_word(i):
                ahead = view.mention_to(i - 1 - view.is_comma(i - 1))
                return [ahead, last] if ahead is not None and ahead.person else []
        return []

    def _counterpart_word(self, i: int) -> bool:
        words = self.view.lexicon.word_set("counterpart")
        return any(r.stem in words for r in self.view.readings(i))

    def _unknown_ahead(self, hit: VerbHit) -> list[Party]:
        """ "Leaders of seven states, who met in Y, …": a crowd that opens the sentence."""
        view, k = self.view, hit.first - 1
        if "ש" not in hit.proclitics or not view.is_comma(k) or not 1 < k <= _CROWD:
            return []
        plain = all(view.is_word(i) and i not in view.cue_at for i in range(k))
        found = unlinked_mention(view, 0, k - 1, number="plural") if plain else None
        return [found] if found is not None else []

    def _bridged(self, first: int) -> int:
        """Step left over "צפוי", "מתכנן", "אמור" in front of an infinitive."""
        view = self.view
        planned = (*self.words.status["planned"]._rests, *self.words.status["proposed"]._rests)
        k = first
        while k > 0 and (view.form(k - 1) in planned or view.form(k - 1) in _WAS):
            k -= 1
        return k

    def _joined(self, subject: Mention, before: int) -> list[Party]:
        """Return "A and B" in front of the verb, B, or his counterpart, behind A."""
        parties: list[Party] = [subject]
        last = subject.last
        for mention in self.view.mentions:
            apart = mention.first - last
            apart -= apart > 1 and self.view.is_comma(last + 1)
            if last < mention.first < before and "ו" in mention.proclitics and apart <= 2:
                parties.append(mention)
                last = mention.last
        for i in range(subject.last + 1, before):
            forms = self.view.lexicon.word_set("counterpart")
            if self.view.form(i) in forms and self.view.form(i).startswith("ו"):
                reader = HebrewParts(self.view, self.words, limit=before - 1)
                parties += reader.read(i, verbal=True).with_
                break
        before_it = subject.first - 1
        ahead = self.view.mention_to(before_it - self.view.is_comma(before_it))
        if "ו" in subject.proclitics and ahead is not None and ahead.category != "place":
            parties.insert(0, ahead)
        return parties


def _but(party: Party, subject: list[Party]) -> Party:
    """Return "him" of "X met him" as anybody but X."""
    own = subject[0] if subject else None
    if not isinstance(party, Pointer) or party.kind != "pronoun" or not isinstance(own, Mention):
        return party
    return replace(party, avoid=own)


def _may_gather(inflection: Inflection) -> bool:
    """True for a form that a group without a name may have for its subject."""
    return inflection.form == "base" or inflection.number == "plural"


def _is_known(subject: Mention) -> bool:
    """False for words that no lexicon knows."""
    return bool(subject.gazetteer_id or subject.person or subject.role or subject.kind)
