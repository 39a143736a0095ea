"""Find the meetings that a Hebrew sentence tells of.

In:  a view, its reader, its statements, a source of keys. Out: draft meetings with their tokens.
From nouns (פגישה בין … ל…, שיחות עם …, פסגה רוסית-סינית) and verbs (נפגש, שוחח, אירח, ביקר ב…,
התקשר אל). Subjects stand in front of the verb or, behind a fronted phrase, right behind it. One
known party is enough; a definite noun without parties refers to a meeting named before.
"""

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.attribution import can_act, unlinked_mention
from kg.extract.hebrew_crowds import crowd_from
from kg.extract.meetings.base import Found
from kg.extract.meetings.finder import replace_key
from kg.extract.meetings.hebrew_counterparts import WITH_HIM, offered_to
from kg.extract.meetings.hebrew_groups import group_behind
from kg.extract.meetings.hebrew_offers import HebrewOffers
from kg.extract.meetings.hebrew_own import own_meetings
from kg.extract.meetings.hebrew_parties import ENVOYS
from kg.extract.meetings.hebrew_parts import HebrewParts
from kg.extract.meetings.hebrew_status import read_telling
from kg.extract.meetings.hebrew_steps import is_aside
from kg.extract.meetings.hebrew_travel import opens_clause
from kg.extract.meetings.parts import Parts
from kg.extract.meetings.words import Frame, VerbHit, may_tell_meeting
from kg.extract.mentions.hebrew_parts import may_be_infinitive
from kg.extract.speakers.hebrew import HebrewSpeakers
from kg.lexicon.grammar import endings_of, words_of
from kg.model.draft import DraftMeeting, Party, Pointer
from kg.model.mention import Mention, Number

_BY_SOMEBODY = frozenset({"with", "host", "object", "receive", "phone", "invite"})
_SOMEBODY = frozenset({"with", "host", "object"})
_NEAR = 6
_BODY_WITHIN = 10
_JOINT = endings_of("he", "joint")
_AFTERWARDS = words_of("he", "afterwards")
_DURING_IT = words_of("he", "during_it")
_ADVERBIAL = words_of("he", "at_his_place")
_IN_CHARGE_OF = words_of("he", "in_charge_of")
_BESIDES = words_of("he", "on_the_sidelines")
_NOT = words_of("he", "not")
_TO = ("ל",)  # "hosted for dinner"
_NAME = 3
_SUMMONS: dict[str, Frame] = {"invited": "summoned", "invite": "object"}
_SUMMONED_WITHIN = 14
_FEAST_WITHIN = 8
_FEASTS = words_of("he", "invited_to_feast")
_CALLED_TO = words_of("he", "summoned_to") | words_of("he", "called_to_talk")
_KEPT_WITHIN = 4
_KEEPS = words_of("he", "keeps_from_doing")
_BACK_TO_TABLE = "come-back-to-the-table"
_DEBATES = frozenset({"debate", "hold-debate"})
_SO_AS = frozenset({"כדי", "מנת", "במטרה"})
_ADJECTIVES = ("י", "ית")


class HebrewMeetings(HebrewOffers):
    """Reads one sentence."""

    def find(self, keys: Iterator[int]) -> list[Found]:
        """Return the meetings in the order of their cues."""
        found: list[Found] = []
        i = 0
        while i < self.view.size:
            one = self._at(i)
            if found and one is not None and self._is_aside_of(one):
                one = None
            if one is not None:
                if not (found and self._is_told_on(one, found[-1])):
                    found.append(replace_key(one, next(keys)))
                    self._take_names(one)
                i = max(i, one.cue[1])
            i += 1
        for hit, parts, parties, telling, host in own_meetings(
            self.view, self.reader, self.words, self.told
        ):
            own = self._build(
                hit.first, hit.last, parts, parties, telling, host, inferred=False, noun=None
            )
            told = any(f.first <= hit.first <= f.last + 1 for f in found)
            if own is not None and (not told or host is not None):
                found.append(replace_key(own, next(keys)))
        return found

    def _is_aside_of(self, one: Found) -> bool:
        """True for "(will meet X) on the sidelines of the ASEAN summit": no other meeting."""
        known = (isinstance(p, Mention) and p.gazetteer_id for p in one.draft.participants)
        beside = self.view.form(one.cue[0] - 1) in _BESIDES
        return beside and len(one.draft.participants) == 1 and all(known)

    def _take_names(self, one: Found) -> None:
        """Read no meeting in the name of who met: "אנשי המשא ומתן"."""
        for party in one.draft.participants:
            if isinstance(party, Mention) and party.first > one.cue[1]:
                self.taken.update(range(party.first, party.last + 1))

    def _is_told_on(self, one: Found, before: Found) -> bool:
        """True for "met B yesterday and talked with him": one meeting, of which more is told."""
        now, then = one.draft, before.draft
        others = now.participants[1:]
        with_him = not others and self.view.form(one.cue[1] + 1) in WITH_HIM
        return (
            self.view.form(one.cue[0]).startswith("ו")
            and (with_him or bool(others))
            and all(isinstance(p, Pointer) and p.kind == "pronoun" for p in others)
            and now.participants[:1] == then.participants[:1]
            and _is_same_day(now, then)
            and now.place is None
            and now.status == then.status
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
        if noun is not None and is_aside(view, self.words, noun):
            return None
        if noun is not None and noun.definite and not can_act(view.mention_to(i - 1)):
            verb = None  # "הפגישה": the meeting; "the king brought together" has its subject
        found = self._of_verb(verb) if verb is not None else None
        if found is not None or noun is None:
            return found  # else "הפגישה" is the meeting, no "she brought together"
        return self._of_noun(noun)

    def _of_verb(self, hit: VerbHit) -> Found | None:
        if hit.verb.frame is None or self._leads_noun(hit) or self._is_meant_to(hit):
            return None
        view, hit = self.view, self._as_summons(hit)
        reader = HebrewParts(view, self.words, limit=self._limit(hit.first), reader=self.reader)
        reader.debates = hit.verb.id in _DEBATES
        parts = reader.read(hit.last + 1, verbal=True)
        subject = self._subject(hit)
        objects: list[Party] = [*(m for m in reader.to_object if can_act(m)), *reader.counterparts]
        if not objects and hit.verb.frame in ("host", "object", "receive", "invite"):
            objects = self._relative_object(hit) or self._unknown_object(hit)
        if not objects and hit.verb.frame in ("host", "object", "receive"):
            objects = self._crowd_behind(hit)
        if hit.verb.frame in ("with", "object", "receive"):
            self._read_next(parts)
        if not subject and not parts.bare and hit.inflection.number == "plural":
            group = group_behind(view, hit.last)
            subject = [group] if group is not None else []
        subject = subject or self._teller(hit) or self._left_out(hit, parts) or self._who_did(hit)
        parts.with_ = [_but(party, subject) for party in parts.with_]
        parts.separate = parts.separate or self._rang_each(hit, parts)
        parties = self._who_met(hit, parts, subject, objects)
        if not parties and not subject and hit.verb.frame in ("body", "table"):
            parties = self._unknown_body(hit)
        if not parties or any(self._plays(party) for party in parties) or _with_press(parts):
            return None
        host = self._host(hit.first)
        if parts.place is None and self._follows_coming(hit):
            parts.place = self._came_to(hit)
        telling = read_telling(view, self.words, hit.first, parts, host, verb=hit)
        wished = hit.inflection.form == "base" and self._wish_ahead(hit) is not None
        if wished or offered_to(view, hit) or hit.verb.frame in ("invite", "invited"):
            telling.status, telling.tense, telling.commitment = "proposed", "future", "anticipates"
        if hit.verb.id in _DEBATES and hit.inflection.form == "past":
            telling.status, telling.tense = "held", "past"  # "דנה בהצעה שהציע השר"
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
        reader = HebrewParts(view, self.words, limit=self._limit(k), reader=self.reader)
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
                body = self._called_body(i + 1)  # no "the firm gathered its goods"
                alone = body and isinstance(body[0], Mention) and body[0].first == body[0].last
                return [] if alone and hit.inflection.form == "base" else body
            number: Number = "plural" if crowd else "singular"
            found = unlinked_mention(view, i + 1, last, number=number) if last > i else None
            if found is not None and crowd:
                found = replace(found, kind=found.kind or "official", human=True)
            return [found] if found is not None else []
        return []

    def _called_body(self, k: int) -> list[Party]:
        """ "יכנס את הוועדה לביטחון לאומי": a body of no list that is called together."""
        if not isinstance(self.reader, HebrewSpeakers):
            return []
        if k >= self.view.size or not self._heads_body(k):
            return []
        found = self.reader.noun_phrase_from(k)
        if found is None or not isinstance(found[0], Mention) or found[0].gazetteer_id:
            return [found[0]] if found is not None else []
        end = found[1] + 1  # "המועצה להגנה לאומית": the matter it deals with
        if end >= self.view.size or self.view.form(end) not in _IN_CHARGE_OF:
            return [found[0]]
        last = end + (self._describes(end + 1) if end + 1 < self.view.size else 0)
        body = unlinked_mention(self.view, k, last)
        return [body if body is not None else found[0]]

    def _describes(self, k: int) -> bool:
        """True for "לאומי" behind a matter: an adjective that nothing else is known of."""
        form = self.view.form(k)
        return form.endswith(_ADJECTIVES) and len(form) > _NAME and self.view.mention_at[k] is None

    def _heads_body(self, k: int) -> bool:
        """True for "ועדת", "הוועדה": a noun of the bodies that no list needs to know."""
        heads = self.reader.body_heads if isinstance(self.reader, HebrewSpeakers) else frozenset()
        return any(r.stem in heads and not r.proclitics for r in self.view.readings(k))

    def _crowd_behind(self, hit: VerbHit) -> list[Party]:
        """ "אירח אתמול קציני צבא": people without an article, for whom no את stands."""
        view, k = self.view, hit.last + 1
        while k < view.size and (view.time_at[k] is not None or view.form(k) in _ADVERBIAL):
            k += 1
        if k >= view.size:
            return []
        topic = self.words.lists["topic"]
        crowd = crowd_from(view, k, view.size - 1, topic)
        known = view.mention_from(k)
        if crowd is None and known is not None and known.unnamed and not known.proclitics:
            crowd = known if known.number == "plural" else None
        return [crowd] if crowd is not None and not view.form(k).startswith("ה") else []

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
        single = hit.inflection.form in ("past", "future")
        single = single and (hit.inflection.number != "plural" or self._opens_dated(hit, parts))
        if not single or parts.bare or hit.proclitics or hit.verb.frame not in _BY_SOMEBODY:
            return []
        k = hit.first - 1
        while k >= 0 and self._is_adverbial(k):
            k -= 1
        if k >= 0 and self.view.tokens[k].text not in ";–—":
            named = self._named_behind(hit)
            if named or hit.verb.frame not in _SOMEBODY or not opens_clause(self.view, k):
                return []
        number: Number = "plural" if hit.inflection.number == "plural" else "singular"
        place = self.view.tokens[hit.first].start
        return [Pointer(kind="elided", place=place, gender=hit.inflection.gender, number=number)]

    def _is_adverbial(self, k: int) -> bool:
        """True for a time, an adverb, "לאחר מכן"."""
        view = self.view
        then = self.words.lists["then"]
        light = view.form(k) in view.words.adverbs or view.form(k) in _AFTERWARDS | _DURING_IT
        return view.time_at[k] is not None or light or then.length_at(view.tokens, k) > 0

    def _as_summons(self, hit: VerbHit) -> VerbHit:
        """Read "the ambassador was invited to the ministry" as the summons that it is."""
        if hit.verb.frame not in _SUMMONS or self._is_for_feast(hit):
            return hit
        near = [m for m in self.view.mentions if abs(m.first - hit.first) < _SUMMONED_WITHIN]
        envoy = any(m.role in ENVOYS for m in near)
        for_talk = any(self.view.form(k) in _CALLED_TO for k in range(hit.last + 1, hit.last + 3))
        called = any(
            m.kind == "ministry" and (m.proclitics == _TO or (for_talk and m.proclitics == ("ב",)))
            for m in near
        )
        summons = replace(hit.verb, frame=_SUMMONS[hit.verb.frame]) if envoy and called else None
        return replace(hit, verb=summons) if summons is not None else hit

    def _is_for_feast(self, hit: VerbHit) -> bool:
        """True for "was invited to the ministry for dinner", "to a ceremony": no summons."""
        near = range(hit.last + 1, min(self.view.size, hit.last + _FEAST_WITHIN))
        return any(self.view.form(k) in _FEASTS for k in near)

    def _is_kept_from(self, hit: VerbHit) -> bool:
        """True for "to keep him from coming to X"."""
        near = range(max(0, hit.first - _KEPT_WITHIN), hit.first)
        return hit.inflection.form == "base" and any(self.view.form(i) in _KEEPS for i in near)

    def _is_meant_to(self, hit: VerbHit) -> bool:
        """True for "שנועדו להיפתח": what was meant to begin, nobody who met."""
        if self._is_kept_from(hit) or self._is_of_unknown_counterpart(hit):
            return True
        if hit.verb.id == _BACK_TO_TABLE and self.view.form(hit.first - 1) in _NOT:
            return True  # "will not come back to the table": no talks were set
        if hit.verb.frame == "table" and self.view.form(hit.first - 1) in _SO_AS:
            return True  # "convene the council to debate": the sitting is told before
        form = self.view.form(hit.last + 1)
        dated = self.view.time_at_or_none(hit.last + 1) is not None
        goal = may_be_infinitive(form) or form.startswith("להי")
        return hit.verb.id == "confer" and goal and not dated

    def _leads_noun(self, hit: VerbHit) -> bool:
        """True for "לארח סבב שיחות": the noun tells the meeting."""
        if hit.verb.frame != "host":
            return False
        near = range(hit.last + 1, min(self.view.size, hit.last + 4))
        nouns = [self.words.noun_at(self.view.tokens, i) for i in near if self.view.is_word(i)]
        return any(noun is not None and noun.proclitics != _TO for noun in nouns)

    def _summons(self, hit: VerbHit) -> list[int]:
        """Return where "for a clearing talk" stands behind "was summoned": the same meeting."""
        near = range(hit.last + 1, min(self.view.size, hit.last + _NEAR))
        words = (i for i in near if self.view.is_word(i))
        return [i for i in words if self.words.noun_at(self.view.tokens, i) is not None]

    def _is_called_off(self, hit: VerbHit) -> bool:
        """True for "will not meet": what was to be held is not."""
        future = hit.inflection.form == "future"
        return future and not hit.proclitics and self.view.form(hit.first - 1) == "לא"


def _with_press(parts: Parts) -> bool:
    """True for "שוחח עם סוכנות רויטרס": who talks with outlets alone tells them something."""
    return bool(parts.with_) and all(
        isinstance(party, Mention) and party.kind == "media" for party in parts.with_
    )


def _but(party: Party, subject: list[Party]) -> Party:
    """Return "him" of "X met him" as anybody but X."""
    own = subject[0] if subject else None
    if not isinstance(party, Pointer) or party.kind != "pronoun" or not isinstance(own, Mention):
        return party
    return replace(party, avoid=own)


def _is_same_day(now: DraftMeeting, then: DraftMeeting) -> bool:
    day = then.time.words if then.time is not None else None
    return now.time is None or now.time.words == day
