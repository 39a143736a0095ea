"""Find the meetings that a sentence tells of.

In:  a view, its statements as arranged, a source of keys. Out: draft meetings, and by which words
of the sentence each was found (for "in the meeting he said").
From nouns ("talks between A and B", اجتماع تركي إسرائيلي) and verbs ("A met B", استقبل). One known
party is enough. A definite noun without parties refers to a meeting named before and is kept for
`kg.resolve.merge`, which drops it when there is none.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.extract.arrange import Reader, Told
from kg.extract.attribution import can_act
from kg.extract.confidence import score_meeting
from kg.extract.cues import Cue, CueRow
from kg.extract.meeting_parts import Parts, PartsReader
from kg.extract.meeting_status import Telling, read_telling
from kg.extract.meeting_words import (
    MeetingWords,
    NounHit,
    VerbHit,
    load_meeting_words,
    may_tell_meeting,
)
from kg.extract.speakers.arabic import ArabicSpeakers
from kg.extract.subject import find_subject
from kg.extract.view import View
from kg.model.draft import DraftMeeting, DraftTime, Party, Pointer
from kg.model.mention import Mention
from kg.model.span import Span

_CHAIN = 3


@dataclass(slots=True)
class Found:
    """A draft meeting with the tokens of its cue and scope, and the statement that covers it."""

    draft: DraftMeeting
    cue: tuple[int, int]
    first: int
    last: int
    host: Told | None


class MeetingFinder:
    """Reads one sentence."""

    def __init__(self, view: View, reader: Reader, told: Sequence[Told]) -> None:
        self.view = view
        self.reader = reader
        self.told = told
        self.words: MeetingWords = load_meeting_words(view.lexicon.language)
        self.taken: set[int] = set()

    def find(self, keys: Iterator[int]) -> list[Found]:
        """Return the meetings in the order of their cues."""
        found: list[Found] = []
        i = 0
        while i < self.view.size:
            one = self._at(i)
            if one is not None:
                found.append(replace_key(one, next(keys)))
                i = max(i, one.cue[1])
            i += 1
        return found

    def _at(self, i: int) -> Found | None:
        view = self.view
        token = view.tokens[i]
        if not token.is_word or not may_tell_meeting(token.form, view.lexicon.language):
            return None
        if view.quotation_at[i] is not None or i in self.taken:
            return None
        mention = view.mention_at[i]
        if mention is not None and mention.category != "adjective":
            return None
        noun = self.words.noun_at(view.tokens, i)
        verb = self.words.verb_at(view.tokens, i)
        if verb is not None and (noun is None or self._is_infinitive(verb)):
            return self._of_verb(verb)
        return self._of_noun(noun) if noun is not None else None

    def _is_infinitive(self, verb: VerbHit) -> bool:
        """True for "is due to visit": a verb, where "visit" is also a noun."""
        before = self.view.form(verb.first - 1)
        return verb.inflection.form == "base" and before in ("to", "will", "would", "may", "could")

    def _limit(self, i: int) -> int:
        """The scope of a meeting inside what somebody says ends where those words end."""
        host = self._host(i)
        if host is not None:
            return host.content_last
        later = [t.first for t in self.told if t.first > i and not t.attribution.before]
        return min(later, default=self.view.size) - 1

    def _host(self, i: int) -> Told | None:
        inner = [t for t in self.told if t.covers(i)]
        return min(inner, key=lambda t: t.content_last - t.content_first, default=None)

    # -- nouns -------------------------------------------------------------------------------

    def _of_noun(self, hit: NounHit) -> Found | None:
        view = self.view
        reader = PartsReader(view, self.words, limit=self._limit(hit.first))
        start = hit.last + 1
        start = self._past_chained(hit, start)
        parts = reader.read(start)
        self._sort_bare(parts)
        if self.words.language == "en":
            self._read_modifiers(hit, parts)
        host = self._host(hit.first)
        telling = read_telling(view, self.words, hit.first, parts, host, series=hit.series)
        parties, inferred = self._parties(hit, parts, telling, host)
        return self._build(hit.first, hit.last, parts, parties, telling, host, inferred, hit)

    def _past_chained(self, hit: NounHit, start: int) -> int:
        """Step over the second noun of "a round of talks", جولة محادثات."""
        view = self.view
        if hit.noun.visit:
            return start
        reach = start + 1 + (_CHAIN if hit.noun.needs or hit.noun.needs_definite else 0)
        for i in range(start, min(view.size, reach + 1)):
            chained = self.words.noun_at(view.tokens, i)
            if chained is not None and (i == start or self._is_of(i - 1) or hit.noun.needs):
                self.taken.add(chained.first)
                return chained.last + 1
            if not view.is_word(i) or view.mention_at[i] is not None:
                break
        return start

    def _is_of(self, i: int) -> bool:
        return self.view.form(i) in ("of", "من")

    def _sort_bare(self, parts: Parts) -> None:
        """A country right behind the noun is a party beside another one, else the place."""
        bare = parts.bare
        lonely = len(bare) == 1 and not parts.with_ and not parts.between
        first = bare[0] if bare else None
        if lonely and isinstance(first, Mention) and first.category == "either":
            parts.place = parts.place or first
            bare.clear()
        if lonely and isinstance(first, Mention) and first.category == "place":
            bare.clear()

    def _purpose_subject(self, hit: NounHit) -> list[Party]:
        """ "arrives in Damascus to meet …": whoever comes is a party."""
        if "ل" not in hit.proclitics or hit.definite:
            return []
        for mention in reversed(self.view.mentions):
            if mention.last < hit.first and can_act(mention) and mention.category == "actor":
                return [mention]
        return []

    def _coming(self, hit: NounHit, parts: Parts, host: Told | None) -> list[Party]:
        """ "X arrived for talks with Y", "on a visit to Y": the clause's subject is a party."""
        only_other = parts.with_ and not (parts.bare or parts.between or parts.attended)
        if not (only_other or (hit.noun.visit and not hit.enclitic)) or hit.definite:
            return []
        subject = find_subject(self.view, before=hit.first)
        floor = host.content_first if host is not None else 0
        if subject is None or subject.first < floor:
            return []
        return [subject]

    def _read_modifiers(self, hit: NounHit, parts: Parts) -> None:
        """Read "Turkish-Israeli technical talks", "Syria's talks with" to the left of the noun."""
        view = self.view
        sides: list[Party] = []
        for i in range(hit.first - 1, max(-1, hit.first - 8), -1):
            mention = view.mention_at[i]
            if mention is not None and mention.last == i:
                if mention.category == "place" or not self._modifies(mention, i, hit.first):
                    break
                sides.append(mention)
            elif mention is None and not self._is_modifier(i):
                break
        parts.bare.extend(m for m in reversed(sides) if m not in parts.bare)

    def _modifies(self, mention: Mention, i: int, noun: int) -> bool:
        if mention.category == "adjective" or mention.kind == "state":
            return True
        owner = view_owner(self.view, i)
        return owner or i + 1 == noun

    def _is_modifier(self, i: int) -> bool:
        view = self.view
        if view.tokens[i].text in "-–—/":
            return True
        form = view.form(i)
        if not view.is_word(i) or form in view.lexicon.word_set("prepositions"):
            return False
        if self.words.light_at(view.tokens, i) or i in view.cue_at:
            return False
        return form not in ("the", "a", "an", "this", "these") and not view.is_break(i)

    def _parties(
        self, hit: NounHit, parts: Parts, telling: Telling, host: Told | None
    ) -> tuple[list[Party], bool]:
        """Return who met, and whether one of them was inferred rather than read."""
        parties: list[Party] = [*parts.between, *parts.bare]
        subject = telling.subjects or self._purpose_subject(hit) or self._coming(hit, parts, host)
        if telling.hosts:
            parts.mediators.extend(s for s in subject if s not in parts.mediators)
            self._place_of_host(parts, subject)
        elif subject and not parts.between:
            parties = [*subject, *parties]
        if hit.enclitic and not subject:
            parties.insert(0, self._owner(hit))
        if not (parties or parts.with_ or parts.attended or host or hit.definite):
            joined = self._joined_subject(hit.first)
            return joined, True
        parties.extend((*parts.with_, *parts.attended))
        if hit.noun.visit:
            self._visited(parts, parties)
        known = _distinct(parties)
        if len(known) == 1 and parts.with_ and host is not None and host.speaker is not None:
            place = self.view.tokens[hit.first].start
            return [Pointer(kind="own-side", place=place), *known], True
        return known, all(_is_adjective(p) for p in known)

    def _joined_subject(self, i: int) -> list[Party]:
        """ "A and B left after hours of talks": two who act together are those who talked."""
        subject = find_subject(self.view, before=i)
        parties = _distinct(self._joined_around(subject)) if subject is not None else []
        return parties if len(parties) > 1 else []

    def _joined_around(self, subject: Mention) -> list[Party]:
        parties: list[Party] = [subject]
        last = subject.last
        for m in self.view.mentions:
            joined = m.proclitics == ("و",) and m.first == last + 1
            if m.first > last and (joined or self._and_between(last, m.first)) and can_act(m):
                parties.append(m)
                last = m.last
        return parties

    def _owner(self, hit: NounHit) -> Pointer:
        feminine = hit.enclitic == "ها"
        return Pointer(
            kind="pronoun",
            place=self.view.tokens[hit.first].start,
            gender="feminine" if feminine else "masculine" if hit.enclitic == "ه" else None,
            number="singular" if hit.enclitic in ("ه", "ها") else None,
        )

    def _place_of_host(self, parts: Parts, hosts: Sequence[Party]) -> None:
        if not (parts.between or parts.with_ or parts.bare):
            return
        for host in hosts:
            if parts.place is None and isinstance(host, Mention) and host.category != "actor":
                parts.place = host
        parts.mediators = [
            m for m in parts.mediators if not (isinstance(m, Mention) and m.category == "place")
        ]

    def _visited(self, parts: Parts, parties: list[Party]) -> None:
        """A visit's goal is the place, and its government takes part."""
        targets = [*parts.to] + ([parts.place] if parts.place is not None else [])
        for target in targets:
            if target.category == "either":
                parts.place = parts.place or target
                parties.append(target)
            elif target.category == "place":
                parts.place = parts.place or target

    # -- verbs -------------------------------------------------------------------------------

    def _of_verb(self, hit: VerbHit) -> Found | None:
        if hit.verb.frame is None or hit.inflection.person != 3 or self._is_light(hit):
            return None
        if hit.inflection.form == "base" and self._is_noun(hit.first):
            return None
        subject = self._subject_before(hit)
        host = self._host(hit.first)
        reader = PartsReader(self.view, self.words, limit=self._limit(hit.first))
        parts = reader.read(hit.last + 1, verbal=True)
        parties = self._verb_parties(hit, parts, subject)
        if parties is None:
            return None
        telling = read_telling(self.view, self.words, hit.first, parts, host, verb=hit)
        return self._build(
            hit.first, hit.last, parts, parties, telling, host, inferred=False, noun=None
        )

    def _is_noun(self, i: int) -> bool:
        """True for a base form behind an article or preposition: "by phone", "the host"."""
        before, lexicon = self.view.form(i - 1), self.view.lexicon
        if lexicon.language != "en" or before == "to":
            return False
        return before in lexicon.word_set("determiners") | lexicon.word_set("prepositions")

    def _is_light(self, hit: VerbHit) -> bool:
        """True for "host a round of talks": the noun tells the meeting."""
        if hit.verb.frame != "host":
            return False
        near = range(hit.last + 1, min(self.view.size, hit.last + 5))
        return any(self.words.noun_at(self.view.tokens, i) is not None for i in near)

    def _subject_before(self, hit: VerbHit) -> list[Party]:
        """Return who stands as the verb's subject in front of it."""
        cue = Cue(_MEETING_ROW, hit.first, hit.last, hit.inflection, hit.proclitics, hit.enclitic)
        if isinstance(self.reader, ArabicSpeakers):
            subject = self.reader.subject_before(cue)
            return self._joined_before(subject)
        group = self.reader.group(cue)
        if group.passive or group.negated:
            return []
        first = self._bridged(group.first)
        pair = self._pair_before(first)
        if pair is not None:
            return [pair]
        return self._joined_before(self.reader.subject_before(cue, first))

    def _bridged(self, first: int) -> int:
        """Step left over "is due to", "plans to" in front of an infinitive."""
        bridges = self.view.lexicon.word_set("bridges")
        while first > 0 and self.view.form(first - 1) in bridges:
            first -= 1
        return first

    def _pair_before(self, first: int) -> Pointer | None:
        """Return "both countries", "the two sides" where the phrase ends the subject."""
        for start in range(max(0, first - 4), first):
            length = self.words.lists["pair"].length_at(self.view.tokens, start)
            if length and start + length == first:
                place = self.view.tokens[start].start
                return Pointer(kind="pair", place=place, human=self._are_persons(start, length))
        return None

    def _are_persons(self, start: int, length: int) -> bool:
        return any(
            self.words.lists["pair_persons"].has_stem(self.view.tokens, i)
            for i in range(start, start + length)
        )

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
            return list(inside) or [subject]  # "Israeli and Turkish officials"
        parties = self._joined_around(subject)
        first = subject.first
        for m in reversed(self.view.mentions):
            if m.last < first and self._and_between(m.last, first) and m.category != "place":
                parties.insert(0, m)
                first = m.first
        return parties

    def _and_between(self, last: int, first: int) -> bool:
        """True for "A and B", "A, B and C", "Israeli and Turkish" with an article between."""
        between = [self.view.form(i) for i in range(last + 1, first)]
        return (
            bool(between) and len(between) <= 2 and all(w in ("and", ",", "the") for w in between)
        )

    def _verb_parties(self, hit: VerbHit, parts: Parts, subject: list[Party]) -> list[Party] | None:
        frame = hit.verb.frame
        others: list[Party] = [*parts.bare]
        if hit.enclitic:
            others.append(self._object(hit))
        with_ = [*parts.between, *parts.with_, *parts.attended]
        if frame == "topic" and self.view.form(hit.first - 1) == "to":
            return None  # "met to discuss": the purpose of another verb
        if frame == "topic":
            own = subject or others[:1]
            together = len(_distinct(own)) > 1
            return _distinct([*own, *with_]) if own and (with_ or together) else None
        if frame == "visit":
            return self._visit(parts, subject, others)
        if frame == "with" and not with_ and not (len(subject) > 1 or len(others) > 1):
            return None if not _plural(hit) else _distinct([*subject, *others]) or None
        parties = _distinct([*subject, *others, *with_])
        if frame == "object" and _count(parties) < 2 and not hit.enclitic:
            return self._one_party(hit, parts, subject, parties)
        if frame == "host" and _count(parties) < 2 and not hit.enclitic:
            return None
        if frame == "host" and not _are_people(parties):
            return None
        return parties or None

    def _one_party(
        self, hit: VerbHit, parts: Parts, subject: list[Party], parties: list[Party]
    ) -> list[Party] | None:
        """ "The ministers met in Rome"; "on a visit during which he meets Y"."""
        if not parties:
            return None
        only = parties[0]
        if subject:
            several = isinstance(only, Mention) and (
                only.number == "plural" or only.kind == "organization" or only.role is None
            )
            told = parts.place is not None or parts.time is not None
            return parties if several and told else None
        before = find_subject(self.view, before=hit.first)
        return _distinct([before, only]) if before is not None else None

    def _visit(self, parts: Parts, subject: list[Party], others: list[Party]) -> list[Party] | None:
        goals = [p for p in (*others, *parts.to) if p not in subject]
        if not subject:  # verb before subject: the first one visits
            subject, goals = others[:1], [*others[1:], *parts.to]
        parties = _distinct([*subject, *goals])
        if len(parties) < 2:
            return None
        goal = goals[0]
        if len(goals) == 1 and isinstance(goal, Mention) and goal.category == "either":
            parts.place = parts.place or goal
        return parties

    def _object(self, hit: VerbHit) -> Pointer:
        return Pointer(
            kind="pronoun",
            place=self.view.tokens[hit.first].start,
            gender="feminine" if hit.enclitic == "ها" else "masculine",
            number="singular",
        )

    # -- both ---------------------------------------------------------------------------------

    def _build(
        self,
        cue_first: int,
        cue_last: int,
        parts: Parts,
        parties: list[Party],
        telling: Telling,
        host: Told | None,
        inferred: bool,
        noun: NounHit | None,
    ) -> Found | None:
        view = self.view
        pointing = telling.pointing
        definite = noun is not None and (noun.definite or pointing)
        if not parties and not definite and parts.place is None:
            return None
        if not parties and noun is None:
            return None
        floor = host.content_first if host is not None else 0
        first = max(floor, min(cue_first, telling.first))
        last = max(cue_last, parts.last)
        evidence = view.words_span(first, last)
        if evidence is None:
            return None
        mediators = tuple(m for m in _distinct(parts.mediators) if m not in parties)
        draft = DraftMeeting(
            key=-1,
            sentence=view.sentence.index,
            rule=f"meeting/{_rule(noun, parts, telling)}/{self.words.language}",
            cues=(view.span(cue_first, cue_last),),
            evidence=(evidence,),
            participants=tuple(parties),
            mediators=mediators,
            place=parts.place,
            venue=self._span(parts.venue),
            status=telling.status,
            topic=self._span(parts.topic),
            time=DraftTime(words=parts.time, tense=telling.tense) if parts.time else telling.time,
            commitment=telling.commitment,
            definite=definite,
            pointing=pointing,
            fresh=parts.fresh or telling.fresh,
            series=noun is not None and noun.series,
            continuing=telling.continuing,
            heading=view.heading,
            score=score_meeting(parties=_count(parties), inferred=inferred),
        )
        return Found(draft, (cue_first, cue_last), first, last, host)

    def _span(self, tokens: tuple[int, int] | None) -> Span | None:
        return self.view.words_span(*tokens) if tokens is not None else None


_MEETING_ROW = CueRow(id="meeting", kind="verb", act="asserts")


def replace_key(found: Found, key: int) -> Found:
    """Return the find with its draft's key set."""
    found.draft = replace(found.draft, key=key)
    return found


def view_owner(view: View, i: int) -> bool:
    """True for a possessive: "Erdogan's"."""
    return view.tokens[i].text.endswith(("'s", "’s", "s'", "s’"))


def _rule(noun: NounHit | None, parts: Parts, telling: Telling) -> str:
    if noun is None:
        return "verb"
    if parts.between:
        return "noun-between"
    if parts.with_:
        return "noun-with"
    if parts.bare:
        return "noun-pair"
    return "noun-subject" if telling.subjects else "noun"


def _is_adjective(party: Party) -> bool:
    return isinstance(party, Mention) and party.category == "adjective"


def _distinct(parties: Sequence[Party]) -> list[Party]:
    """Return the parties without those that mean one named before; a body after its state stays."""
    seen: set[str] = set()
    kept: list[Party] = []
    for party in parties:
        if isinstance(party, Pointer):
            kept.append(party)
            continue
        name = party.gazetteer_id or party.name
        if name not in seen:
            seen.add(name)
            kept.append(party)
    return kept


def _count(parties: Sequence[Party]) -> int:
    return sum(2 if isinstance(p, Pointer) and p.kind == "pair" else 1 for p in parties)


def _plural(hit: VerbHit) -> bool:
    return hit.inflection.number in ("plural", "dual") or hit.inflection.form in ("base", "past")


def _are_people(parties: Sequence[Party]) -> bool:
    """ "Qatar hosted the World Cup" is no meeting: the one received must be an actor."""
    return all(isinstance(p, Pointer) or can_act(p) for p in parties)
