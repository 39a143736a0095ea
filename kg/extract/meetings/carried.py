"""Find who leads a meeting: the subject of its verb, in front of it or carried from another verb.

In:  a verb as it stands in a sentence. Out: the parties, in order; none where nobody is known.
    met X and held talks with Y; flew to Rome to meet Y; called for a truce after meeting in Rome
"""

from kg.extract.attribution import can_act
from kg.extract.cue_rows import CueRow
from kg.extract.cues import Cue
from kg.extract.meetings.english_bids import bidder
from kg.extract.meetings.gerunds import GerundSubjects
from kg.extract.meetings.leads import counterpart_front, with_counterpart_from
from kg.extract.meetings.subjects import SubjectReader
from kg.extract.meetings.words import VerbHit
from kg.extract.speakers.english import EnglishSpeakers
from kg.extract.speakers.english_words import PRONOUNS
from kg.extract.subject import find_subject
from kg.extract.told import Told
from kg.lexicon.grammar import words_of
from kg.model.draft import Party, Pointer, PointerKind
from kg.model.mention import Mention

_FOR_WITHIN = 9
_ASKED = words_of("en", "asked_to_meet")
_DAY_LED = frozenset({"in", "on", "last"})
_ARTICLES = ("a", "an", "the", "his", "her", "their", "its")
_MEETING_ROW = CueRow(id="meeting", kind="verb", act="asserts")


class CarriedSubjects(GerundSubjects):
    """Subjects of verbs of meeting."""

    def _subject_before(self, hit: VerbHit) -> list[Party]:
        """Return who stands as the verb's subject in front of it."""
        cue = _cue(hit)
        if isinstance(self.reader, EnglishSpeakers):
            gathered = hit.verb.frame == "assemble"  # "Gathered in Abuja, the presidents …"
            fronted = gathered or hit.inflection.form == "gerund" or self._is_fronted(hit)
            if hit.first == 0 and fronted:
                return self._behind_comma(hit.last + 1)
            first = self._bridged(self.reader.group(cue).first)
            if (doer := self._doer(hit, first)) is not None:
                return doer
            if (two := with_counterpart_from(self.view, first)) is not None:
                return [*two]
            if self.view.form(first) == "to" and (bidding := bidder(self.view, first)):
                return bidding  # "an offer by X to meet"
            if self.view.form(first) == "to":  # "flew to Rome to meet": the clause's own subject
                return self._meant_to(first) or self._carried_subject(first)
            if self.view.form(first - 1) in _ARTICLES and self._is_of_status(first):
                return self._carried_subject(first - 1)  # "repeated an offer to meet"
            subject = SubjectReader(self.view, self.reader, self.words).parties_before(first)
            if subject is None or self._were_met(subject):
                return self._carried_subject(first)
            return self._led_by(subject)
        return self._joined_before(self.reader.subject_before(cue))

    def _is_fronted(self, hit: VerbHit) -> bool:
        """True for "Received at the palace by X, Y …": who comes stands behind the comma."""
        view, k = self.view, hit.last + 1
        while k < view.size and not (view.is_comma(k) or view.is_stop(k)):
            if view.form(k) == "by":
                return hit.inflection.form in ("past", "participle")
            k += 1
        return False

    def _meant_to(self, i: int) -> list[Party]:
        """ "Offered Geneva for the two envoys to meet": who stands between "for" and "to"."""
        if not isinstance(self.reader, EnglishSpeakers):
            return []
        floor = max(0, i - _FOR_WITHIN)
        front = next((k for k in range(i - 1, floor, -1) if self.view.form(k) == "for"), None)
        if front is None or any(not self.view.is_word(k) for k in range(front, i)):
            return []
        subjects = SubjectReader(self.view, self.reader, self.words)
        return subjects.parties_between(front + 1, i)

    def _were_met(self, subject: list[Party]) -> bool:
        """True for the A of "saw A, spent an hour with B": met by whoever goes on."""
        return bool(subject and self.leading) and all(p in self.guests for p in subject)

    def _led_by(self, subject: list[Party]) -> list[Party]:
        """Note who leads: a verb joined by "and" goes on with them."""
        self.leading = subject
        return subject

    def _carried_subject(self, i: int) -> list[Party]:
        """Return who goes on meeting: "met X and held talks with Y", "flew to Rome to meet Y"."""
        host = self._host(i) or (self._host(i + 1) if self.view.form(i) == "to" else None)
        if host is not None and host.addressees and i - 1 <= host.content_first + 1:
            return list(host.addressees)  # "urged them to meet"
        if host is not None and self._is_asked_to(host, i):
            return list(host.addressees)  # "urged them to fly to Rome and meet X"
        if self.leading and _place_of(self.leading[0]) >= self._floor(host):
            return self.leading
        if host is None and (told := self._telling_at(i)) is not None:
            return [told]  # "X warned, from Berlin where he met Y, that …"
        first = host.content_first if host is not None else self._last_words(i)
        subject = self._clause_subject(first, i)
        if subject is None and host is not None and not host.attribution.clausal:
            return self._host_subject(host)  # "they called for a truce after meeting in Doha"
        if host is not None and self._goes_on_doing(host, i):
            return self._host_subject(host)  # "welcomed Chad's decision and received its envoy"
        if subject is None and host is not None and host.speaker is not None and first < i:
            return self._opening_pair(first, i)
        if subject is not None and (named := self._name_behind(subject)) is not None:
            return [named]
        if subject:
            return self._joined_around(subject)
        return self._opening_pronoun(first, i) or self._opening_pair(first, i)

    def _opening_pair(self, first: int, i: int) -> list[Party]:
        """ "(said) the parties had agreed and would meet": the pair at the clause's head."""
        view = self.view
        first += view.form(first) == "that"
        if not isinstance(self.reader, EnglishSpeakers) or first >= i:
            return []
        if not self.words.lists["pair"].length_at(view.tokens, first):
            return []
        place = view.tokens[first].start
        return [Pointer(kind="pair", place=place, number="dual", human=False)]

    def _is_asked_to(self, host: Told, i: int) -> bool:
        """True where the verb at `i` tells what the listeners are asked to do, nobody else."""
        view, first = self.view, host.content_first
        if not isinstance(self.reader, EnglishSpeakers) or not host.addressees:
            return False
        asked = "to" in (view.form(first), view.form(first - 1))
        if host.attribution.cue.row.act != "demands" or not asked:
            return False
        fronts = view.lexicon.word_set("prepositions") | {"to"}
        named = [m for m in view.mentions if first <= m.first < i and can_act(m)]
        return all(view.form(m.first - 1) in fronts or m in host.addressees for m in named)

    def _name_behind(self, office: Mention) -> Mention | None:
        """Return the name set off behind "NATO's commander in Kosovo, Franz Rajmann,"."""
        view, k = self.view, office.last + 1
        if office.person or not office.role:
            return None
        placed = view.mention_from(k + 1) if view.form(k) in ("in", "of", "for", "to") else None
        k = placed.last + 1 if placed is not None else k
        name = view.mention_from(k + 1) if view.is_comma(k) else None
        return name if name is not None and name.person and view.is_comma(name.last + 1) else None

    def _opening_pronoun(self, first: int, i: int) -> list[Party]:
        """ "He is due in Vilnius to meet X": the pronoun at the clause's head."""
        form = self.view.form(first)
        if form not in PRONOUNS or first >= i:
            return []
        gender, number, human = PRONOUNS[form]
        place = self.view.tokens[first].start
        kind: PointerKind = "pair" if number == "plural" else "pronoun"
        return [Pointer(kind=kind, place=place, gender=gender, number=number, human=human)]

    def _telling_at(self, i: int) -> Party | None:
        """Return the speaker of a statement between whose verb and words token `i` stands."""
        between = (t for t in self.told if t.attribution.cue.last < i < t.content_first)
        return next((t.speaker for t in between), None)

    def _last_words(self, i: int) -> int:
        """Return where the words said begin that end in front of `i`: what follows goes on."""
        before = [t for t in self.told if t.content_last < i and not t.attribution.before]
        return max((t.content_first for t in before), default=0)

    def _goes_on_doing(self, host: Told, i: int) -> bool:
        """True where "and" and a past verb at `i` go on behind what was welcomed or condemned."""
        hit, attribution = self.words.verb_at(self.view.tokens, i), host.attribution
        plain = not attribution.clausal and not attribution.before and not host.addressees
        past = hit is not None and hit.inflection.form == "past"
        outside = self.view.quotation_at[i] is None and self.view.form(i - 1) == "and"
        return plain and past and outside and isinstance(self.reader, EnglishSpeakers)

    def _host_subject(self, host: Told) -> list[Party]:
        if isinstance(self.reader, EnglishSpeakers) and not host.attribution.before:
            first = self._bridged(self.reader.group(host.attribution.cue).first)
            found = SubjectReader(self.view, self.reader, self.words).parties_before(first)
            if found:
                return found
        return [host.speaker] if host.speaker is not None else []

    def _clause_subject(self, first: int, i: int) -> Mention | None:
        """Return the subject of the clause that begins at `first`, in front of `i`."""
        if first == 0:
            return find_subject(self.view, before=i)
        fronts = self.view.lexicon.word_set("prepositions")
        for mention in self.view.mentions:
            free = all(p in ("و", "ف") for p in mention.proclitics)
            inside = first <= mention.first < i and can_act(mention)
            if inside and free and self.view.form(mention.first - 1) not in fronts:
                return mention
        return None

    def _floor(self, host: Told | None) -> int:
        return self.view.tokens[host.content_first].start if host is not None else 0

    def _is_passive(self, hit: VerbHit) -> bool:
        """True for "was received by"."""
        if not isinstance(self.reader, EnglishSpeakers):
            return False
        if hit.first == 0 and self._is_fronted(hit):
            return True
        return self.reader.group(_cue(hit)).passive and hit.inflection.form != "base"

    def _bridged(self, first: int) -> int:
        """Step left over "is due to", "plans to", "refused to" in front of an infinitive."""
        view, bridges = self.view, self.view.lexicon.word_set("bridges")
        while first > 0 and not view.is_surname(first - 1):
            governed = view.form(first) == "to" and self._is_of_status(first - 1)
            if not (governed or view.form(first - 1) in bridges):
                break
            first -= 1
        return self._past_time_asked(first)

    def _past_time_asked(self, first: int) -> int:
        """Step left over "asked in March" in front of "to see": the day stands between."""
        view, k = self.view, first - 1
        if not isinstance(self.reader, EnglishSpeakers) or view.form(first) != "to":
            return first
        while k > 0 and (view.time_at[k] is not None or view.form(k) in _DAY_LED):
            k -= 1
        return k if k < first - 1 and view.form(k) in _ASKED else first

    def _is_of_status(self, i: int) -> bool:
        return any(p.length_at(self.view.tokens, i) == 1 for p in self.words.status.values())

    def _joined_before(self, subject: Party | None) -> list[Party]:
        """Return the subject with those joined to it by "and" in front or behind."""
        if subject is None:
            return []
        if isinstance(subject, Pointer):
            return [subject]
        if subject.gazetteer_id is None and subject.role is None and subject.kind is None:
            inside = [
                m for m in self.view.mentions if subject.first <= m.first and m.last <= subject.last
            ]
            fronts = self.view.lexicon.word_set("prepositions")
            free = [m for m in inside if self.view.form(m.first - 1) not in fronts]
            return list(free or inside) or [subject]  # not the town of "came back to Lima"
        parties = self._joined_around(subject)
        first = counterpart_front(self.view, subject.first)
        for m in reversed(self.view.mentions):
            if m.last < first and self._and_between(m.last, first) and m.category != "place":
                parties.insert(0, m)
                first = m.first
        return parties

    def _elided(self, hit: VerbHit) -> list[Party]:
        place, inflection = self.view.tokens[hit.first].start, hit.inflection
        return [
            Pointer(kind="elided", place=place, gender=inflection.gender, number=inflection.number)
        ]

    def _antecedent(self, k: int) -> list[Party]:
        """Return who a relative pronoun at `k` stands for."""
        view = self.view
        if not any(r.stem in view.words.relative for r in view.readings(k)):
            return []
        closing = k - 1
        k -= 1 + view.is_comma(k - 1)
        opening = view.aside_to.get(closing) if self.words.language == "ar" else None
        named = view.mention_to(opening - 1) if opening else None
        mention = named if named is not None and named.person else view.mention_to(k)
        return [mention] if mention is not None and can_act(mention) else []

    def _begins_sentence(self, hit: VerbHit) -> bool:
        host = self._host(hit.first)
        return hit.first == (host.content_first if host is not None else 0)


def _cue(hit: VerbHit) -> Cue:
    return Cue(_MEETING_ROW, hit.first, hit.last, hit.inflection, hit.proclitics, hit.enclitic)


def _place_of(party: Party) -> int:
    return party.place if isinstance(party, Pointer) else party.span.start
