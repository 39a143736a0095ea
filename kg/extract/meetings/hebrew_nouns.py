"""Find the meetings that the nouns of a Hebrew sentence tell of.

In:  a noun of meeting as it stands in a sentence. Out: a draft meeting with its tokens.
    פגישה בין … ל…, שיחות עם …, פסגה רוסית-סינית, ביקורו של …, סבב נוסף ייערך ב…
"""

from kg.extract.attribution import can_act
from kg.extract.meetings.base import Found, distinct
from kg.extract.meetings.hebrew_noun_checks import HebrewNounChecks
from kg.extract.meetings.hebrew_parts import HebrewParts
from kg.extract.meetings.hebrew_status import read_telling
from kg.extract.meetings.hebrew_subjects import is_to_come
from kg.extract.meetings.hebrew_told import asked_for, opens_words, said_in, told_in, words_behind
from kg.extract.meetings.hebrew_travel import told_together, traveller
from kg.extract.meetings.parts import Parts
from kg.extract.meetings.telling import Telling
from kg.extract.meetings.words import NounHit, VerbHit
from kg.extract.speakers.hebrew import HebrewSpeakers
from kg.extract.subject import find_subject
from kg.extract.told import Told
from kg.lexicon.grammar import words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Gender, Mention

_WAS_TO: dict[str, Gender] = {"שהיה": "masculine", "שהייתה": "feminine"}
_GOT_A_CALL = words_of("he", "got_a_call")
_BETWEEN = words_of("he", "between_the_parties")
_JOINED = words_of("he", "joined_them")
_NOT = words_of("he", "not")
_NEAR, _SOON = 8, 4
_EARLIER = words_of("he", "earlier_rounds")
_OWNERS: dict[str, Gender | None] = {"ו": "masculine", "ה": "feminine", "ם": None, "ן": None}


class HebrewMeetingNouns(HebrewNounChecks):
    """Reads the nouns of one sentence."""

    def _of_noun(self, hit: NounHit) -> Found | None:
        view = self.view
        if self.words.lists["stopped"].has_stem(view.tokens, hit.first - 1):
            return None  # "the freezing of contacts": a policy, no meeting
        if hit.noun.id == "sitting" and (self._debates(hit.last + 1) or self._convenes_to(hit)):
            return None  # "put off the debate on X's entry"
        limit = min([self._limit(hit.first), *words_behind(self.told, hit)])
        reader = HebrewParts(view, self.words, limit=limit, reader=self.reader)
        start = self._chain_end(hit)
        parts = reader.read(start, verbal=False)
        if self._is_spoken_of(hit, parts):
            return None
        host = self._host(hit.first)
        if hit.noun.visit and self._meets_on_it(hit, parts):
            return None
        telling = read_telling(view, self.words, hit.first, parts, host, series=hit.series)
        if (led := self._seeks_subject(telling, parts)) is not None:
            own, first = self._subject(led), parts
            if len(own) > len(telling.subjects):
                telling.subjects = own
            if not telling.subjects and led.last < hit.first:
                parts = reader.read(start, verbal=False, led=True)
                parts.place = parts.place or first.place
                parts.there = first.there
        self._settle_call(hit, telling)
        self._place_of_verb(hit, parts, telling)
        if not (parts.between or parts.with_ or parts.bare):
            parts.between += self._between_ahead(telling)
        if hit.noun.id == "round" and self.view.form(hit.last + 1) in _EARLIER:
            telling.fresh = True
        parties, inferred = self._noun_parties(hit, parts, telling, host)
        if (rung := self._rung_by(hit)) is not None:
            parties, inferred = rung, False
        away = self._stayed_away(hit)
        parties = [p for p in parties if isinstance(p, Pointer) or p.first < away]
        if any(self._plays(party) for party in parties):
            return None
        if telling.light is not None and telling.light.verb.frame is not None:
            self.taken.add(telling.light.first)
        return self._build(hit.first, hit.last, parts, parties, telling, host, inferred, hit)

    def _settle_call(self, hit: NounHit, telling: Telling) -> None:
        """Hold the call of "הציע בשיחת טלפון עם X לכנס", whatever was offered or promised in it."""
        rung = self.words.lists["by_phone"].length_at(self.view.tokens, hit.first)
        light = telling.light
        done = light is None or light.inflection.form == "past"
        near = range(max(0, hit.first - _SOON), hit.first)
        done = done and not is_to_come(self.view, near)
        done = done and not any(self._is_to_do(k) for k in near)
        if rung and done and telling.status in ("proposed", "planned"):
            telling.status, telling.tense = "held", "past"

    def _hosting_town(self, telling: Telling) -> Mention | None:
        """Return the town of "טרטו תארח מחר פגישה"."""
        view, k = self.view, telling.light.first - 1 if telling.light is not None else -1
        while k > 0 and (view.time_at[k] is not None or view.form(k) in view.words.adverbs):
            k -= 1
        town = view.mention_to(k) if k >= 0 else None
        placed = town is not None and town.category in ("place", "either") and not town.proclitics
        return town if placed else None

    def _who_joined(self, hit: NounHit, parts: Parts) -> list[Mention]:
        """Return who else came: "לפגישה בין א לב הצטרף גם ג"."""
        view, start = self.view, max(parts.last, hit.last) + 1
        for k in range(start, min(view.size, start + _NEAR)):
            if view.form(k) not in _JOINED:
                continue
            if view.form(k - 1) in _NOT:
                return []
            near = (view.mention_from(j) for j in range(k + 1, min(view.size, k + _SOON)))
            found = next((m for m in near if m is not None), None)
            if found is None or found.proclitics or not can_act(found):
                return []
            more = view.mention_from(found.last + 1)
            both = more is not None and more.proclitics == ("ו",) and can_act(more)
            return [found, more] if both and more is not None else [found]
        return []

    def _rung_by(self, hit: NounHit) -> list[Party] | None:
        """Return both of "קיבל אתמול שיחת טלפון מנשיא צ׳ילה"."""
        view = self.view
        k = hit.last + 1
        while self.words.lists["far"].length_at(view.tokens, k):
            k += 1  # "שיחת טלפון", "שיחת וידאו"
        ringing = view.mention_from(k) if hit.noun.id == "conversation" else None
        if ringing is None or ringing.proclitics != ("מ",) or not can_act(ringing):
            return None
        for k in range(hit.first - 1, max(0, hit.first - _NEAR), -1):
            if view.form(k) in _GOT_A_CALL:
                subject = find_subject(view, before=k)
                return [subject, ringing] if subject is not None else None
        return None

    def _between_ahead(self, telling: Telling) -> list[Party]:
        """Return both of "בין א לבין ב התקיימה אתמול פגישה"."""
        light, view = telling.light, self.view
        if light is None or light.verb.role != "happens" or view.form(0) not in _BETWEEN:
            return []
        reader = HebrewParts(view, self.words, limit=light.first - 1, reader=self.reader)
        return reader.read(0, verbal=False).between

    def _place_of_verb(self, hit: NounHit, parts: Parts, telling: Telling) -> None:
        """Take the town of "טסה לרומא, סיירה בנמל וקיימה שיחות", "טס לרומא כדי לקיים שיחות"."""
        light, view = telling.light, self.view
        if parts.place is not None or light is None or light.last >= hit.first:
            return
        if self._follows_coming(light):
            parts.place = self._came_to(light)
        k = light.last + 1
        while view.time_at_or_none(k) is not None or view.form(k) in view.words.adverbs:
            k += 1
        inside = view.mention_from(k) if k < hit.first else None
        if parts.place is None and inside is not None and inside.proclitics == ("ב",):
            parts.place = inside if inside.category != "actor" else None  # "resumed in Rome talks"

    def _seeks_subject(self, telling: Telling, parts: Parts) -> VerbHit | None:
        """Return the verb of "קיים פגישה" whose subject does not stand right beside it."""
        light = telling.light
        plain = light is not None and light.verb.role == "leads" and light.verb.status == "held"
        bare = light is not None and light.inflection.form == "base"
        if bare and not (parts.with_ or parts.between):
            return None  # "will not agree to open talks": with nobody
        pair = light is not None and light.inflection.number == "plural" and not parts.between
        alone = len(telling.subjects) < (1 + pair)
        return light if plain and alone else None

    def _chain_end(self, hit: NounHit) -> int:
        """Step over the second noun of "סבב שיחות", "שיחות המשא ומתן"."""
        start = hit.last + 1
        for i in range(start, min(self.view.size, start + 3)):
            if self.view.form(i) == "של":
                continue
            chained = self.words.noun_at(self.view.tokens, i) if self.view.is_word(i) else None
            if chained is not None and not chained.proclitics:
                self.taken.add(chained.first)
                return chained.last + 1
            if not self.view.is_word(i) or self.view.mention_at[i] is not None:
                break
        return self._past_aside(start)

    def _noun_parties(
        self, hit: NounHit, parts: Parts, telling: Telling, host: Told | None
    ) -> tuple[list[Party], bool]:
        """Return who met, and whether one of them was inferred rather than read."""
        parties: list[Party] = [*parts.between, *parts.bare]
        parties += self._convened(hit, telling)
        subject = telling.subjects or self._coming(hit, parts, host) or self._travels(hit, parts)
        if subject and parts.place is None:
            self._place_ahead(hit, parts)
        if telling.hosts:
            parts.mediators.extend(s for s in subject if s not in parts.mediators)
            self._place_of_host(parts, subject)
            parts.place = parts.place or self._hosting_town(telling)
        near = (self.view.form(k) for k in range(hit.last + 1, hit.last + 4))
        owned = "של" in near and parts.bare
        undone = telling.status in ("cancelled", "postponed")
        if subject and not telling.hosts and not parts.between and not (owned and undone):
            parties = [*subject, *parties]
        owner = self._owner_of(hit)
        if owner is not None and not subject and not parts.between and not owned:
            parties.insert(0, owner)
        parties.extend((*parts.with_, *parts.attended))
        if hit.noun.visit:
            self._visited_by(parts, parties, undone=undone)
        joined = self._who_joined(hit, parts)
        if joined and not parties:  # "at the meeting, which X attended as well": of those who met
            place = self.view.tokens[hit.first].start
            return [Pointer(kind="met", place=place, human=True), *joined], True
        parties = [*self._meant_for(parts, telling), *parties, *joined]
        if parties and all(isinstance(p, Pointer) and p.words for p in parties):
            parties = told_in(self.view, self.told, hit, parts) or parties  # "in a talk of theirs"
        if self._is_behind(hit) and all(isinstance(p, Pointer) for p in parties):
            parties = told_together(self.view, self.told, hit) or parties
        known = distinct(parties) or self._sitting_body(hit)
        if not known and not hit.noun.visit:
            known = told_in(self.view, self.told, hit, parts) or asked_for(host, hit)
        led = next((x for x in parts.light if x.verb.role == "leads"), None)
        his = led is not None and ("ש" in led.proclitics or self._was_to(hit, led.first))
        if known and len(known) == len(parts.with_) and led is not None and his:
            place = self.view.tokens[led.first].start  # "a talk that he held with X"
            gender = led.inflection.gender or self._was_to(hit, led.first)
            return [Pointer(kind="elided", place=place, gender=gender), *known], False
        if not known and not hit.noun.visit and self._is_another(parts, telling):
            place = self.view.tokens[hit.first].start
            sides = (
                False if hit.noun.id in ("round", "signing") else None
            )  # rounds are held by the sides
            return [Pointer(kind="met", place=place, human=sides)], True
        if len(known) == 1 and parts.with_ and (own := self._coming_from(hit)) is not None:
            return [own, *known], False
        if len(known) == 1 and parts.with_ and host is None and (who := said_in(self.told, hit)):
            return [who, *known], False
        if len(known) == 1 and parts.with_ and self._is_behind(hit) and host is None:
            place = self.view.tokens[hit.first].start  # "…, after a talk with X"
            return [Pointer(kind="elided", place=place), *known], True
        if len(known) == 1 and parts.with_ and host is not None and opens_words(host, telling):
            return [host.speaker, *known] if host.speaker is not None else known, False
        if len(known) == 1 and parts.with_ and host is not None and host.speaker is not None:
            place = self.view.tokens[hit.first].start
            return [Pointer(kind="own-side", place=place), *known], True
        return known, False

    def _travels(self, hit: NounHit, parts: Parts) -> list[Party]:
        """ "Later X flew to Y for talks with Z": who travels, and where to."""
        if not parts.with_ or parts.between or hit.proclitics != ("ל",):
            return []
        party, place = traveller(self.view, hit)
        parts.place = parts.place or (place if party is not None else None)
        return [party] if party is not None else []

    def _is_behind(self, hit: NounHit) -> bool:
        """True behind "at the end of", "after"."""
        return bool(self.words.lists["said_within"].length_at(self.view.tokens, hit.first - 1))

    def _was_to(self, hit: NounHit, led: int) -> Gender | None:
        """Return who "(talks) שהיה אמור לקיים" tells of: a man, a woman; None where it does not."""
        for i in range(hit.last + 1, led):
            if (gender := _WAS_TO.get(self.view.form(i))) is not None:
                return gender
        return None

    def _sitting_body(self, hit: NounHit) -> list[Party]:
        """ "The sitting of the committee": the body, or the two whose joint one it is."""
        view, k = self.view, hit.last + 1
        heads = view.lexicon.word_set("body_heads")
        if hit.noun.id != "sitting" or not any(r.stem in heads for r in view.readings(k)):
            return []
        found = self.reader.noun_phrase_from(k) if isinstance(self.reader, HebrewSpeakers) else None
        if found is None or not isinstance(found[0], Mention):
            return []
        joint = self.words.lists["joint_bodies"]
        if any(joint.length_at(view.tokens, i) for i in range(k, found[1] + 1)):
            first = view.mention_from(found[1] + 1)
            other = view.mention_from(first.last + 1) if first is not None else None
            if first is not None and other is not None and _belong(first, other):
                return [first, other]  # "the joint committee of A and of B"
            return [Pointer(kind="met", place=view.tokens[k].start, human=False)]
        return [found[0]]

    def _coming_from(self, hit: NounHit) -> Mention | None:
        """ "said at the end of talks with X": who says it held them."""
        speaker = self._speaker_before(hit) if self._is_behind(hit) else None
        return speaker if speaker is not None and (speaker.person or speaker.role) else None

    def _convened(self, hit: NounHit, telling: Telling) -> list[Party]:
        """ "לכנס את שגרירי האיחוד לדיון": who is called together takes part, and hosts nobody."""
        light, view = telling.light, self.view
        if light is None or not telling.hosts:
            return []
        inside = (m for m in view.mentions if light.last < m.first < hit.first)
        found: list[Party] = [m for m in inside if view.form(m.first - 1) in ("את", "ואת")]
        for i in range(light.last + 1, hit.first):
            if (
                not found
                and view.form(i) == "את"
                and self.words.lists["pair"].length_at(view.tokens, i + 1)
            ):
                place = view.tokens[i + 1].start  # "offered to host the two sides for a talk"
                found.append(Pointer(kind="pair", place=place, number="dual"))
        return found

    def _meant_for(self, parts: Parts, telling: Telling) -> list[Mention]:
        """ "שיחה שנקבעה לנשיא ליטא עם X": for whom it was fixed."""
        fixed = telling.status in ("planned", "postponed", "cancelled") and parts.light
        people = [m for m in parts.to if m.role or m.person]
        return people[:1] if fixed and parts.with_ and not parts.between else []

    def _is_another(self, parts: Parts, telling: Telling) -> bool:
        """True for "the next round was put off", "talks due today": of those who met before."""
        fresh = parts.fresh or telling.fresh
        off = telling.status in ("planned", "postponed", "cancelled")
        hosted = telling.hosts and fresh  # "offered to host a third round in X"
        return (
            (fresh or off)
            and (hosted or not parts.mediators)
            and (parts.time or parts.place) is not None
        )

    def _coming(self, hit: NounHit, parts: Parts, host: Told | None) -> list[Party]:
        """ "X flew to Y for talks with Z", "X's visit to Y": the clause's subject is a party."""
        only_other = parts.with_ and not (parts.bare or parts.between or parts.attended)
        if not (only_other or hit.noun.visit) or self._owner_of(hit) is not None:
            return []
        if only_other and (own := self._coming_from(hit)) is not None:
            return [own]
        if hit.noun.visit and hit.proclitics[-1:] == ("מ",):
            return []  # "voiced concern at the visit"
        subject = find_subject(self.view, before=hit.first)
        floor = host.content_first if host is not None else 0
        behind_verb = self._speaker_before(hit) if subject is None else subject
        if behind_verb is None or behind_verb.first < floor:
            return []
        self._place_ahead(hit, parts)
        return [behind_verb]

    def _speaker_before(self, hit: NounHit | VerbHit) -> Mention | None:
        told = [t for t in self.told if t.attribution.cue.first < hit.first]
        speaker = told[-1].speaker if told else None
        return speaker if isinstance(speaker, Mention) else None

    def _place_ahead(self, hit: NounHit, parts: Parts) -> None:
        """Take the goal of "המריא לברלין לשיחות עם" for the place."""
        view = self.view
        motion = view.lexicon.word_set("motion")
        for mention in reversed(view.mentions):
            near = hit.first - 3 <= mention.last < hit.first
            if near and "ל" in mention.proclitics and mention.category in ("place", "either"):
                moved = any(
                    r.stem in motion
                    for i in range(max(0, mention.first - 4), mention.first)
                    for r in view.readings(i)
                )
                parts.place = parts.place or (mention if moved else None)

    def _owner_of(self, hit: NounHit) -> Pointer | None:
        """Return whose "his meeting", "their talks" it is: פגישתו, שיחתם."""
        form = self.view.form(hit.first)
        if not self.words.lists["owned"].has_stem(self.view.tokens, hit.first):
            return None
        gender = _OWNERS.get(form[-1])
        place = self.view.tokens[hit.first].start
        if form[-1] in "םן":
            return Pointer(kind="pair", place=place, number="dual")
        return Pointer(kind="pronoun", place=place, gender=gender, number="singular")

    def _visited_by(self, parts: Parts, parties: list[Party], *, undone: bool) -> None:
        """A visit's goal is the place, and its government takes part; where it fell through in a
        city, nobody but the visitor is told of.
        """
        targets = [*parts.to, *([parts.place] if parts.place is not None else [])]
        for target in targets:
            parts.place = parts.place or (target if target.category != "actor" else None)
            city = target.side is not None and target.side != target.gazetteer_id
            if target.category == "either" and not (undone and city):
                parties.append(target)
        if all(isinstance(p, Mention) and p.category == "either" for p in parties):
            parties.clear()


def _belong(first: Mention, other: Mention) -> bool:
    """True for "לניו זילנד ולאיי קוק": whose a joint body is."""
    led = first.proclitics == ("ל",) and other.proclitics in (("ו",), ("ו", "ל"))
    return led and "place" not in (first.category, other.category)
