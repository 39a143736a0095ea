"""What the readers of meeting nouns and of meeting verbs share.

In:  a view, its reader and statements. Out: who acts together, the draft of a meeting.
"""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.attribution import can_act
from kg.extract.confidence import score_meeting
from kg.extract.meetings.arabic_each_side import each_side, is_interview, without_both
from kg.extract.meetings.arabic_sponsors import fronted_mediator
from kg.extract.meetings.at_hand import at_hand_arabic, at_hand_english, at_hand_hebrew
from kg.extract.meetings.bodies import sides_of_joint, with_sides
from kg.extract.meetings.moved import moved_to
from kg.extract.meetings.parts import Parts
from kg.extract.meetings.telling import Telling
from kg.extract.meetings.words import MeetingWords, NounHit, load_meeting_words
from kg.extract.offices import with_offices
from kg.extract.participles import Reader
from kg.extract.told import Told
from kg.extract.view import View
from kg.model.draft import DraftMeeting, DraftTime, Party, Pointer
from kg.model.mention import Mention
from kg.model.span import Span

_CALLED_AGAIN = 9  # words between "it will be" and the noun


@dataclass(slots=True)
class Found:
    """A draft meeting with the tokens of its cue and scope, and the statement that covers it."""

    draft: DraftMeeting
    cue: tuple[int, int]
    first: int
    last: int
    host: Told | None
    within: bool | None = None  # "in the meeting", where the finder has read it itself


class MeetingBase(ABC):
    """One sentence: the statements around a meeting and the parties joined by \"and\"."""

    def __init__(self, view: View, reader: Reader, told: Sequence[Told]) -> None:
        self.view = view
        self.reader = reader
        self.told = told
        self.words: MeetingWords = load_meeting_words(view.lexicon.language)
        self.taken: set[int] = set()
        self.leading: list[Party] = []  # the subject of the last verb that led a meeting
        self.guests: list[Party] = []  # whom it met
        self.behind = 0  # the token behind the noun read now
        self.told_last = 0  # the last of those who come for a visit

    @property
    def _is_english(self) -> bool:
        return self.words.language == "en"

    @property
    def _is_arabic(self) -> bool:
        return self.words.language == "ar"

    def _host(self, i: int) -> Told | None:
        inner = [t for t in self.told if t.covers(i)]
        return min(inner, key=lambda t: t.content_last - t.content_first, default=None)

    def _limit(self, i: int) -> int:
        """The scope of a meeting inside what somebody says ends where those words end."""
        host = self._host(i)
        if host is not None:
            return host.content_last
        later = [_begins(t) for t in self.told if t.first > i and not t.attribution.before]
        return min(later, default=self.view.size) - 1

    def _joined_around(self, subject: Mention) -> list[Party]:
        parties: list[Party] = [subject]
        last = subject.last
        for m in self.view.mentions:
            joined = m.proclitics == ("و",) and m.first == last + 1
            if m.first > last and (joined or self._and_between(last, m.first)) and can_act(m):
                parties.append(m)
                last = m.last
        return parties

    def _and_between(self, last: int, first: int) -> bool:
        """True for "A and B", "A, B and C", "Israeli and Turkish" with an article between."""
        between = [self.view.form(i) for i in range(last + 1, first)]
        return (
            bool(between) and len(between) <= 2 and all(w in ("and", ",", "the") for w in between)
        )

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
        parties = each_side(view, sides_of_joint(self.words.language, parts.between, parties))
        parties = with_sides(view, parties, self.words.lists["joint_bodies"])
        if self._is_arabic and is_interview(parties):
            return None
        if self._is_arabic and noun is None:
            parties = without_both(view, parties)
        apart = parts.separate and self.words.language != "ar"  # "ثم" leads a second guest there
        if apart and len(parts.with_) == 1 and parts.with_[0] in parties[2:]:
            parties = [parts.with_[0], *(p for p in parties if p is not parts.with_[0])]
        pointing = telling.pointing
        again = self.words.language == "en" and tells_again(view, cue_first)
        pointing = pointing or again
        definite = noun is not None and (noun.definite or pointing or self._is_definite(noun))
        said_in = noun is not None and bool(self.told) and self._stands_within(cue_first)
        if not parties and not definite and parts.place is None and not said_in:
            return None
        if not parties and noun is None:
            return None
        floor = host.content_first if host is not None else 0
        first = max(floor, min(cue_first, telling.first))
        last = max(cue_last, parts.last)
        evidence = view.words_span(first, last)
        if evidence is None:
            return None
        if noun is not None and noun.noun.call and self.words.language == "ar":
            parts.place = None  # who rings is nowhere: "قدم في الاتصال تعازيه لطهران"
        elsewhere = parts.place is not None and parts.place.first < cue_first
        if noun is not None and noun.noun.call and elsewhere and self.words.language == "en":
            parts.place = None  # "asked for a truce in Chad in a call with X"
        if self.words.language == "ar" and not parts.mediators:
            parts.mediators = fronted_mediator(view, self.words, cue_first)
        mediators = tuple(m for m in distinct(parts.mediators) if m not in parties)
        time = DraftTime(words=parts.time, tense=telling.tense) if parts.time else telling.time
        if telling.status == "postponed":
            time = moved_to(view, self.words.status["postponed"], first, time) or time
        draft = DraftMeeting(
            key=-1,
            sentence=view.sentence.index,
            rule=f"meeting/{_rule(noun, parts, telling)}/{self.words.language}",
            cues=(view.span(cue_first, cue_last),),
            evidence=(evidence,),
            participants=with_offices(view, parties),
            mediators=mediators,
            place=parts.place,
            venue=self._span(parts.venue),
            status=telling.status,
            topic=self._span(parts.topic),
            time=time,
            commitment=telling.commitment,
            definite=definite,
            pointing=pointing,
            fresh=(parts.fresh or telling.fresh) and not again,
            series=noun is not None and noun.series,
            continuing=telling.continuing,
            visit=noun is not None and noun.noun.visit,
            there=parts.there and parts.place is None,
            face_to_face=self._is_face_to_face(first, last),
            at_hand=self._is_at_hand(cue_first, noun),
            each=parts.separate or (noun is not None and noun.noun.call),
            heading=view.heading,
            score=score_meeting(parties=count_parties(parties), inferred=inferred),
        )
        return Found(draft, (cue_first, cue_last), first, last, host)

    def _is_face_to_face(self, first: int, last: int) -> bool:
        """True where nothing from `first` to `last` tells of a telephone or a screen."""
        if self.words.language not in ("en", "ar", "he"):
            return False
        far, view = self.words.lists["far"], self.view
        near = range(max(0, first - 2), min(view.size, last + 5))
        return not any(far.length_at(view.tokens, i) for i in near)

    def _is_at_hand(self, cue: int, noun: NounHit | None) -> bool:
        """True for the main clause's own meeting, which no words set elsewhere."""
        if self.words.language == "ar":
            return at_hand_arabic(self.view, self.told, cue)
        if self.words.language == "he":
            return at_hand_hebrew(self.view, self.told, cue)
        english = self.words.language == "en"
        return english and at_hand_english(self.view, self.told, cue, noun=noun is not None)

    @abstractmethod
    def _is_definite(self, hit: NounHit) -> bool:
        """True for "the talks"; the reader of nouns knows."""

    @abstractmethod
    def _stands_within(self, i: int) -> bool:
        """True behind "during", "in the course of"; the reader of nouns knows."""

    def _span(self, tokens: tuple[int, int] | None) -> Span | None:
        return self.view.words_span(*tokens) if tokens is not None else None


def tells_again(view: View, cue: int) -> bool:
    """True for "It will be their second meeting": one told in the sentence before."""
    if view.form(0) not in ("it", "this", "that"):
        return False
    be = view.lexicon.word_set("be")
    verb = next((i for i in (1, 2, 3) if view.form(i) in be), None)
    if verb is None or cue - verb > _CALLED_AGAIN:
        return False
    return not any(view.is_comma(i) or i in view.cue_at for i in range(verb, cue))


def _begins(told: Told) -> int:
    """Return where a statement begins; the one "who warned that …" belongs to the clause before."""
    relative = told.attribution.order == "relative"
    return told.attribution.cue.first if relative else told.first


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


def is_adjective(party: Party) -> bool:
    return isinstance(party, Mention) and party.category == "adjective"


def distinct(parties: Sequence[Party]) -> list[Party]:
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


def count_parties(parties: Sequence[Party]) -> int:
    """Return how many meet, as far as it is told: "the two", "the three leaders" are several."""
    return sum(2 if isinstance(p, Pointer) and _is_several(p) else 1 for p in parties)


def _is_several(pointer: Pointer) -> bool:
    return pointer.kind == "pair" or (pointer.kind == "met" and pointer.number == "plural")


def receives(place: Mention, visitors: Sequence[Party]) -> bool:
    """True when a country or capital receives who visits it: nobody of its own."""
    own = {v.side or v.gazetteer_id for v in visitors if isinstance(v, Mention)}
    return (
        place.category == "either"
        and place.gazetteer_id is not None
        and not ({place.gazetteer_id, place.side} & (own - {None}))
    )
