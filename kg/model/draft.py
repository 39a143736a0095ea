"""Claims in words: what extraction finds before anything is linked, merged or given an IRI.

A *party* is who holds a role: a `Mention`, or a `Pointer` where the words stand for somebody named
elsewhere ("it", "the ministry", "the two sides", a verb without its subject). Pointers are
resolved by `kg.resolve.references`; after it only mentions are left.
Drafts name each other by `key`, a number unique among the drafts of one article.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from kg.model.mention import Gender, Mention, Number
from kg.model.span import Span
from kg.model.timespan import TimeWords
from kg.model.token import Sentence
from kg.vocabulary import Conveyance, LineStance, MeetingStance, MeetingStatus, SpeechAct, Tense

# elided: a verb without a subject. pronoun: "it", an attached pronoun. description: "the ministry".
# pair: "the two sides". own-side: the state of whoever speaks ("talks with X", said by a ministry).
# counterpart: "his Omani counterpart", the same office as the other party's on the side of `hint`.
# met: those of the meeting told last ("a third round will be held").
# other: the other party of the speaker's last meeting ("his hosts", "the visitor").
# reporter: whoever passed on what the same speaker said before ("was quoted as saying").
PointerKind = Literal[
    "elided",
    "pronoun",
    "description",
    "pair",
    "own-side",
    "counterpart",
    "met",
    "reporter",
    "latter",
    "guest",
    "answered",
    "other",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointer:
    """Words, or the lack of words, that stand for somebody named elsewhere.

    `place` is the code point from which to look back. `hint` is the mention that a description
    makes ("the ministry", of kind ministry). Gender, number and `human` None = anything goes.
    `avoid` is who it cannot be: the other party of the same clause. `words` are a counterpart's own
    words ("his Omani counterpart"), the name where the article has no better one; those
    of a pair that says neither people nor states ("the two"). `continues`: the
    verb goes on with what somebody said ("added"). "answered" is whoever a reply or denial answers.
    `role` is the office of which each of several holds one ("the two foreign ministers").
    """

    kind: PointerKind
    place: int
    gender: Gender | None = None
    number: Number | None = None
    human: bool | None = None
    hint: Mention | None = None
    avoid: Mention | None = None
    words: str | None = None
    continues: bool = False
    role: str | None = None


Party = Mention | Pointer


def mentions_of(parties: Iterable[Party | None]) -> tuple[Mention, ...]:
    """Return the parties that are mentions, in order."""
    return tuple(p for p in parties if isinstance(p, Mention))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSentence:
    """A sentence as extraction read it: what reference resolution looks back to.

    `actors` and `places` are the mentions by the part they play here, `unsure` those that may be
    either ("Syria's transition"), for the rest of the article to decide. `spoken` are actors
    outside of quotations, which alone may be referred back to. `subject` is who the main clause is
    about; `issuer` whose statement it only announces ("the ministry made a statement").
    """

    sentence: Sentence
    actors: tuple[Mention, ...] = ()
    places: tuple[Mention, ...] = ()
    unsure: tuple[Mention, ...] = ()
    spoken: tuple[Mention, ...] = ()
    subject: Mention | None = None
    last_time: TimeWords | None = None  # the time named last, up to the end of the sentence
    states: tuple[Mention, ...] = ()  # named by anything: a noun, an adjective, somebody's side
    issuer: Mention | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftTime:
    """Time words and the tense of the clause they stand in."""

    words: TimeWords
    tense: Tense


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftAbout:
    """Who or what a statement is about, as an actor or as a place."""

    mention: Mention
    role: Literal["actor", "place"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftConveyed:
    """The key of a meeting or red line, and how the statement stands to it."""

    key: int
    commitment: Conveyance


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftStatement:
    """Somebody said something, in words. Spans are code points of the stored text.

    `speaker` None = looked for and not found. `said_at` and `conveys` hold keys of meetings and
    red lines. `heading` is true for titles and headings, which support and never double.
    `carried` says that a reference was resolved. `score` is the confidence so far, 0 to 1.
    """

    key: int
    sentence: int
    rule: str
    cues: tuple[Span, ...]
    evidence: tuple[Span, ...]
    speaker: Party | None
    act: SpeechAct
    content: Span
    via: tuple[Party, ...] = ()
    addressees: tuple[Party, ...] = ()
    quote: Span | None = None
    condition: Span | None = None
    about: tuple[DraftAbout, ...] = ()
    said_at: int | None = None
    conveys: tuple[DraftConveyed, ...] = ()
    time: DraftTime | None = None
    heading: bool = False
    carried: bool = False
    score: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftMeeting:
    """Some met, in words. `under` is the key of the statement that tells it, None = the article.

    `definite`: "the talks"; `pointing`: "these talks"; `fresh`: "new", "another", "next";
    `series`: told by a plural ("talks"); `continuing`: told as going on rather than as one sitting.
    `commitment` is how whoever tells it stands to it. `visit`: told by a visit to a place.
    `each`: calls, or talks held apart: the first party met each of the others.
    `there`: they met at the place named last. `face_to_face`: no word says that it was a call.
    `at_hand`: the main clause tells it, and no words set it elsewhere. English alone: `also`: told
    as one more of those told before ("X also met Y"); `summons`: an envoy was sent for;
    `host_wanted`: he was called to a ministry, by whom is told elsewhere.
    `received`: the first party received the others, in Arabic also sent for them (English too).
    `undone_by`: who called off, or put off, the meeting told before (Turkish alone).
    """

    key: int
    sentence: int
    rule: str
    cues: tuple[Span, ...]
    evidence: tuple[Span, ...]
    participants: tuple[Party, ...] = ()
    mediators: tuple[Party, ...] = ()
    place: Mention | None = None
    venue: Span | None = None
    status: MeetingStatus = "held"
    topic: Span | None = None
    time: DraftTime | None = None
    under: int | None = None
    commitment: MeetingStance = "asserts"
    definite: bool = False
    pointing: bool = False
    fresh: bool = False
    series: bool = False
    continuing: bool = False
    visit: bool = False
    each: bool = False
    there: bool = False
    face_to_face: bool = False
    at_hand: bool = False
    host_wanted: bool = False
    received: bool = False
    also: bool = False
    summons: bool = False
    undone_by: Mention | None = None
    heading: bool = False
    carried: bool = False
    score: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftAction:
    """An action of a known kind: a term of clt:actions, and where, as far as the words tell."""

    kind: str
    place: Mention | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftRedLine:
    """A limit drawn in the statement `under`; `trigger` is the stretch with its words."""

    key: int
    sentence: int
    rule: str
    cues: tuple[Span, ...]
    evidence: tuple[Span, ...]
    under: int
    trigger: Span
    action: DraftAction | None = None
    commitment: LineStance = "declares"
    heading: bool = False
    score: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafts:
    """Everything extraction found in one article, each kind in the order of the text."""

    sentences: tuple[ReadSentence, ...] = ()
    statements: tuple[DraftStatement, ...] = ()
    meetings: tuple[DraftMeeting, ...] = ()
    redlines: tuple[DraftRedLine, ...] = ()
    warnings: tuple[str, ...] = ()
