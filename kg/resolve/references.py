"""Find who pronouns, elided subjects, "the ministry" and "the two sides" stand for.

In:  drafts with pointers. Out: drafts in which every party is a mention; a pointer that cannot be
resolved leaves the place empty (speaker None) or falls away.
Who may be meant is kept in `kg.resolve.register`, filled while the article is walked through once.
Each look-up costs confidence (FACTOR) and marks the claim as carried.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.model.draft import (
    DraftMeeting,
    Drafts,
    DraftStatement,
    Party,
    Pointer,
    ReadSentence,
    mentions_of,
)
from kg.model.mention import Mention
from kg.resolve.agreement import (
    PERSONS,
    agrees,
    called_otherwise,
    identity,
    is_description,
    is_same,
    is_same_sort,
    is_they,
    is_three_in_office,
    joined_pairs,
)
from kg.resolve.along import told_along
from kg.resolve.answered import accused_before, answered
from kg.resolve.at_home import AtHome
from kg.resolve.at_meetings import Met, is_meant, met_by, said_there, with_the_day
from kg.resolve.capitals import in_the_capital
from kg.resolve.days import met_that_day, said_that_day
from kg.resolve.filed import where_filed
from kg.resolve.going_on import asked_on_meeting, goes_on, heard_in_the_meeting, speaks_on
from kg.resolve.halls import in_their_towns
from kg.resolve.jointly import may_have_met
from kg.resolve.listing import (
    about_somebody,
    decided,
    listed,
    names_borne,
    used_mentions,
    with_bodies,
)
from kg.resolve.meeting_parties import FACTOR, MeetingParties
from kg.resolve.owned import with_owners
from kg.resolve.pairs import MEETING_REACH
from kg.resolve.posted import where_posted
from kg.resolve.profiles import with_profiles
from kg.resolve.readouts import heard_by_the_other
from kg.resolve.register import (
    REPORTER,
    SPEAKER,
    SUBJECT,
    Watching,
)
from kg.resolve.short_names import with_short_names
from kg.resolve.sides import Sides
from kg.resolve.summoned import with_receivers
from kg.resolve.whereabouts import Whereabouts

UNRESOLVED_FACTOR = 0.45
_REPORTED_REACH = 2
_SPOKE_WITHIN = 3
_RECENT = 12
_OFFICIAL = "official"
_ARTICLE = 4  # code points: "The "
_NEXT_WORD = 2  # code points: a blank, and "and" with its hyphen


def resolve_references(drafts: Drafts, watching: Watching | None = None) -> Drafts:
    """Return the drafts with mentions for pointers. Pure; the order of the drafts is kept.

    `watching` is told of every choice among several, for explaining it.
    """
    drafts = with_profiles(with_short_names(drafts))
    return _Resolver(with_owners(drafts), watching).resolve()


class _Resolver(MeetingParties):
    """Walks through the article once, sentence by sentence."""

    def __init__(self, drafts: Drafts, watching: Watching | None) -> None:
        super().__init__(drafts, watching)
        self.sides = Sides(drafts.sentences)
        told = (read for read in drafts.sentences if read.sentence.kind == "body")
        self.opening = next(told, None)  # the first sentence behind title and headings
        self.resolved: list[DraftStatement] = []
        self.held: list[Met] = []
        self.asked: dict[int, Party | None] = {}  # speakers as they were read, by statement
        # By statement, whom it was told to: "the host", "the visitor", "him".
        self.to_the_other: dict[int, Pointer] = {}

    def resolve(self) -> Drafts:
        """Resolve statements before meetings in each sentence: a meeting may ask who speaks."""
        said: dict[int, list[DraftStatement]] = {}
        told = self.told_of
        for statement in self.drafts.statements:
            said.setdefault(statement.sentence, []).append(statement)
        for meeting in self.drafts.meetings:
            told.setdefault(meeting.sentence, []).append(meeting)
        statements: list[DraftStatement] = []
        meetings: list[DraftMeeting] = []
        telling: dict[int | None, list[int]] = {}  # statements by what they tell of
        for read in self.drafts.sentences:
            index = read.sentence.index
            if read.sentence.kind in ("heading", "title"):
                self._pass_heading(read)
            self.named.extend(index, read.spoken)
            self.joined.extend((index, pair) for pair in joined_pairs(read))
            first = len(statements)
            for one in self._statements(said.get(index, ()), read):
                statement = heard_by_the_other(one, meetings)
                for key in {statement.said_at, *(c.key for c in statement.conveys)}:
                    telling.setdefault(key, []).append(len(statements))
                statements.append(statement)
            told_before = len(meetings)
            for met in told.get(index, ()):
                resolved = self._meeting(met)
                if self._is_private(met, resolved) or not may_have_met(resolved, self.sides):
                    continue
                held = self._each(told_along(resolved, meetings), met)
                meetings += held
                for i in telling.get(met.key, ()):
                    statements[i] = _told_of_each(statements[i], met.key, held)
                    statements[i] = heard_there(statements[i], met.key, held)
                    statements[i] = heard_in_the_meeting(statements[i], met, self.met)
                self.held += met_by(held)
            for i in range(first, len(statements)):
                statements[i] = asked_on_meeting(statements[i], meetings[told_before:])
                if i:
                    asked = self.asked.get(statements[i].key)
                    statements[i] = goes_on(statements[i], asked, statements[i - 1], read)
                statements[i] = self._said_there(statements[i])
            if read.subject is not None:
                self._note(self._meant(read.subject, index), index, SUBJECT)
            if read.issuer is not None:
                self._note(self._meant(read.issuer, index), index, SPEAKER)
        statements = list(said_that_day(statements, self.drafts.sentences))
        meetings = list(met_that_day(meetings, statements, self.drafts.sentences))
        used = used_mentions(statements, meetings)
        borne = names_borne(self.drafts.sentences)
        sentences = [with_bodies(listed(read, used, borne)) for read in self.drafts.sentences]
        acting = {identity(m) for read in sentences for m in read.actors}
        return replace(
            self.drafts,
            sentences=tuple(decided(read, acting) for read in sentences),
            statements=tuple(
                about_somebody(s, used, acting, borne) for s in with_the_day(statements, meetings)
            ),
            meetings=tuple(self._placed(meetings, statements)),
        )

    def _placed(
        self, meetings: Sequence[DraftMeeting], statements: Sequence[DraftStatement]
    ) -> Iterator[DraftMeeting]:
        """Yield the meetings with the towns, and the hosts, that the article tells elsewhere."""
        read = self.drafts.sentences
        placed = list(AtHome(read).place(meetings))
        placed = list(in_the_capital(in_their_towns(placed, read), read))
        placed = list(where_posted(where_filed(placed, read), read))
        return with_receivers(Whereabouts(read).place(placed), statements, read)

    def _statements(
        self, drafts: Sequence[DraftStatement], read: ReadSentence
    ) -> list[DraftStatement]:
        resolved = []
        for draft in [d for one in drafts for d in self._each_of_pair(one, read)]:
            one = self._statement(draft, read)
            self.asked[one.key] = draft.speaker
            resolved.append(one)
            self.resolved.append(one)
            self.said_at.setdefault(one.said_at, []).append(one)
            self.speaker_of[one.key] = one.speaker if isinstance(one.speaker, Mention) else None
            if isinstance(one.speaker, Mention) and len(one.addressees) == 1:
                self.heard.append((one.sentence, (one.speaker, *mentions_of(one.addressees))))
            if isinstance(one.speaker, Mention) and not _is_inner(draft, drafts):
                for reporter in mentions_of(one.via):  # "…, a spokeswoman said. She added …"
                    self._note(reporter, one.sentence, REPORTER)
                self._note(one.speaker, one.sentence, SPEAKER)
                for called in called_otherwise(draft.speaker, one.speaker):
                    self._note(called, one.sentence, SPEAKER)
                teller = one.via[0] if one.via and one.rule.endswith("/tr") else None
                if isinstance(teller, Mention) and teller.kind in PERSONS:
                    self._note(teller, one.sentence, SPEAKER)  # who goes on: "ayrıca … bildirdi"
        return resolved

    def _each_of_pair(self, draft: DraftStatement, read: ReadSentence) -> list[DraftStatement]:
        """ "The two sides promised": a statement of each, where it is known who they are."""
        if isinstance(draft.speaker, Mention) and is_three_in_office(draft.speaker, read):
            both = self._three_met(draft.sentence)
        elif isinstance(draft.speaker, Mention):
            both = self._two_leaders(draft.speaker, draft.sentence)
        elif draft.speaker is not None and draft.speaker.kind == "pair":
            both = self._both(draft.speaker, draft.sentence)
        elif draft.speaker is not None and is_they(draft.speaker):
            both = accused_before(draft, self.resolved) or self._joined_subject(draft.sentence)
        else:
            both = []
        if not both:
            return [draft]
        score = draft.score * FACTOR
        first = replace(draft, speaker=both[0], carried=True, score=score)
        others = []
        for mention in both[1:]:
            self.next_key += 1
            others.append(
                replace(first, key=self.next_key, speaker=mention, conveys=(), said_at=None)
            )
        return [first, *others]

    def _statement(self, draft: DraftStatement, read: ReadSentence) -> DraftStatement:
        speaker = self._spoke_before(draft, read)
        speaker = speaker or self._party(draft.speaker, draft.sentence, read.subject)
        speaker = speaker or self._met_in_front(draft)
        if speaker is None and read is self.opening:
            speaker = _subject_of_words(draft, read)
        told_by = [p for p in draft.via if not _is_reporter(p)]
        own = speaker is not None and read.subject is not None and is_same(read.subject, speaker)
        told_by = [_not(p, speaker) for p in told_by]
        via = self._parties(told_by, draft.sentence, None if own else read.subject)
        if len(told_by) < len(draft.via) and not via and speaker is not None:
            via = self._reporters(speaker, draft.sentence)
        via = [v for v in via if speaker is None or not is_same(v, speaker)]
        for party in draft.addressees:
            if isinstance(party, Pointer) and party.kind == "other":
                self.to_the_other[draft.key] = party
        named = [a for a in draft.addressees if not _is_later(a)]
        addressees = self._parties(named, draft.sentence, read.subject, speaker)
        if any(map(_is_answered, draft.addressees)) and not addressees:
            replied = answered(draft, speaker, self.resolved)
            addressees = [replied] if replied is not None else []
        carried = draft.carried or (speaker is not draft.speaker and not _says_side(draft.speaker))
        score = draft.score
        if speaker is None and draft.speaker is not None:
            score *= UNRESOLVED_FACTOR
        elif carried and not draft.carried:
            score *= FACTOR
        told = tuple(a for a in addressees if a != speaker)
        same = speaker is draft.speaker and told == draft.addressees and tuple(via) == draft.via
        if same and not draft.carried:
            return draft
        return replace(
            draft,
            speaker=speaker,
            via=tuple(via),
            addressees=told,
            carried=carried and speaker is not None,
            score=score,
        )

    def _said_there(self, statement: DraftStatement) -> DraftStatement:
        """Lead a statement to the meeting at which it was made."""
        other = self.to_the_other.get(statement.key)
        if statement.said_at is not None or not (statement.addressees or other):
            return statement
        told = said_there(statement, self.held, to_the_other=other is not None)
        named = self.named.back(statement.sentence, MEETING_REACH)
        by_pronoun = other is not None and other.human is True and told is not statement
        if other is not None and by_pronoun and not is_meant(other, told, self.held, named):
            return statement
        return told

    def _spoke_before(self, draft: DraftStatement, read: ReadSentence) -> Mention | None:
        """Return who "the minister" is: of two, whoever spoke or acted last goes on speaking.

        Nobody names himself in what he says: "Mr Roe would be welcome, the minister said".
        """
        party = draft.speaker
        if not isinstance(party, Mention) or not is_description(party) or party.role is None:
            return None
        inside = [m for m in read.actors if draft.content.contains(m.span)]
        for entry in reversed(self.register[-_RECENT:]):
            if draft.sentence - entry.sentence > _SPOKE_WITHIN or entry.weight < SUBJECT:
                continue
            one = entry.mention
            if one.person and is_same_sort(party, one) and not any(is_same(one, m) for m in inside):
                return one
        spoke = (e for e in reversed(self.register[-_RECENT:]) if e.weight == SPEAKER)
        last = next(spoke, None)
        near = last is not None and draft.sentence - last.sentence <= 1
        return speaks_on(party, last.mention, self.named) if last and near else None

    def _met_in_front(self, draft: DraftStatement) -> Mention | None:
        """ "X telephoned Y and told him that …, the ministry said": who telephoned tells it."""
        pointer = draft.speaker
        if not isinstance(pointer, Pointer) or pointer.kind != "elided":
            return None
        for meeting in reversed(self.told_of.get(draft.sentence, ())):
            first = meeting.participants[0] if meeting.participants else None
            cue = meeting.cues[0] if meeting.cues else None
            if not isinstance(first, Mention) or cue is None or cue.end > pointer.place:
                continue
            if first.span.end <= cue.start and first.kind in PERSONS and agrees(pointer, first):
                return first
        return None

    def _reporters(self, speaker: Mention, sentence: int) -> list[Mention]:
        """Return who passed on what this speaker said a sentence or two before."""
        for statement in reversed(self.resolved):
            if sentence - statement.sentence > _REPORTED_REACH:
                return []
            said_by = statement.speaker
            if isinstance(said_by, Mention) and is_same(said_by, speaker) and statement.via:
                return list(mentions_of(statement.via))
        return []


def heard_there(
    statement: DraftStatement, key: int, meetings: Sequence[DraftMeeting]
) -> DraftStatement:
    """ "X offered help in a call with Y": said to Y, the only other one who took part."""
    speaker = statement.speaker
    if statement.addressees or statement.said_at != key or not isinstance(speaker, Mention):
        return statement
    heard: list[Mention] = []
    for meeting in meetings:  # calls with one each
        parties = mentions_of(meeting.participants)
        others = [m for m in parties if not is_same(m, speaker)]
        if len(parties) != 2 or len(others) != 1 or _speak_together(speaker, others[0]):
            return statement
        heard += others
    return replace(statement, addressees=tuple(heard))


def _subject_of_words(draft: DraftStatement, read: ReadSentence) -> Mention | None:
    """ "Poland will close the border, it said", which opens an article: Poland.

    Later in it, "it" may be a report or a body that no mention tells of.
    """
    pointer, subject = draft.speaker, read.subject
    if not isinstance(pointer, Pointer) or pointer.kind != "pronoun" or pointer.human is not False:
        return None
    if subject is None or subject.kind in PERSONS or subject.number == "plural":
        return None
    opens = subject.span.start - draft.content.start <= _ARTICLE
    ahead = draft.content.contains(subject.span) and draft.cues[0].start > subject.span.end
    return subject if opens and ahead else None


def _speak_together(speaker: Mention, other: Mention) -> bool:
    """True for "X ו-Y" who say it behind their own meeting: neither tells the other."""
    joined = other.proclitics in (("ו",), ("و",))
    return joined and 0 < other.span.start - speaker.span.end <= _NEXT_WORD


def _not(party: Party, speaker: Mention | None) -> Party:
    """Return the pointer to who passes words on, which is not who said them."""
    if isinstance(party, Mention) or party.kind != "elided" or speaker is None:
        return party
    return replace(party, avoid=party.avoid or speaker)


def _told_of_each(
    statement: DraftStatement, key: int, meetings: Sequence[DraftMeeting]
) -> DraftStatement:
    """A statement that tells of a meeting tells of all that it turned out to be."""
    told = next((c for c in statement.conveys if c.key == key), None)
    if told is None:
        return statement
    others = tuple(replace(told, key=m.key) for m in meetings if m.key != key)
    return replace(statement, conveys=(*statement.conveys, *others))


def _is_reporter(party: Party) -> bool:
    return isinstance(party, Pointer) and party.kind == "reporter"


def _is_later(party: Party) -> bool:
    """True for those whom the statements and meetings around tell."""
    return isinstance(party, Pointer) and party.kind in ("answered", "other")


def _is_answered(party: Party) -> bool:
    return isinstance(party, Pointer) and party.kind == "answered"


def _says_side(party: Party | None) -> bool:
    """True for "the Russian minister": nothing had to be guessed to know whose minister.

    There are many Russian officials.
    """
    return isinstance(party, Mention) and party.side is not None and party.role != _OFFICIAL


def _is_inner(draft: DraftStatement, drafts: Sequence[DraftStatement]) -> bool:
    """True for a statement told inside another one of its sentence."""
    return any(
        other is not draft
        and other.evidence[0].contains(draft.evidence[0])
        and other.evidence[0] != draft.evidence[0]
        for other in drafts
    )
