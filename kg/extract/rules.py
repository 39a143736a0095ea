"""The extractor of rules over lexicons: deterministic, offline, each claim with its rule and cues.

In:  an article's sentences. Out: `Drafts`.
Order within a sentence: mentions and times, brackets, cues, who says what, meetings, red lines;
then what each statement conveys. Nothing is taken from furniture.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count
from typing import Literal

from kg.extract.anchors import tie_times
from kg.extract.arrange import arrange
from kg.extract.attribution import is_press
from kg.extract.continued import continue_quotation, is_quotation_alone, with_words_before
from kg.extract.cues import CueLexicon, load_cues
from kg.extract.grammars import GRAMMARS
from kg.extract.headings import read_colon
from kg.extract.home_institutions import home_institutions
from kg.extract.homonyms import settle_homonyms
from kg.extract.letters import add_letters
from kg.extract.meetings.base import Found
from kg.extract.meetings.calls import find_calls
from kg.extract.meetings.jointly import find_joint
from kg.extract.meetings.words import load_meeting_words
from kg.extract.mentions import find_mentions
from kg.extract.met_and_said import hear_met
from kg.extract.observe import Observer
from kg.extract.own_institutions import own_institutions
from kg.extract.participles import Reader
from kg.extract.parts_played import parts_of
from kg.extract.places_again import add_places
from kg.extract.quoted import find_quoted
from kg.extract.redlines.finder import find_redlines
from kg.extract.redlines.open import OpenLine, close_lines, find_open
from kg.extract.redlines.owners import find_owned_lines
from kg.extract.redlines.pointed_back import point_back
from kg.extract.redlines.told_so import hear_lines
from kg.extract.speakers.turkish import TurkishSpeakers
from kg.extract.speakers.turkish_topic import turkish_issuer
from kg.extract.statements import draft_statement
from kg.extract.styles import leave_styles
from kg.extract.subject import described_subject, find_subject
from kg.extract.surnames import add_surnames
from kg.extract.times.finder import find_times
from kg.extract.told import Told
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.draft import (
    DraftAbout,
    DraftConveyed,
    DraftMeeting,
    DraftRedLine,
    Drafts,
    DraftStatement,
    Party,
    Pointer,
    ReadSentence,
)
from kg.model.mention import Mention
from kg.model.timespan import TimeWords
from kg.model.token import Sentence
from kg.vocabulary import Conveyance, Language

VERSION = "1"
_AFTER = words_of("he", "after_which")
_NEUTRAL = ("asserts", "announces", "describes")


class RuleExtractor:
    """The `Extractor` of this package, for the languages of `GRAMMARS`."""

    name = "rules"
    version = VERSION

    def __init__(self, observer: Observer | None = None) -> None:
        """`observer` is shown every sentence that was read (see `kg.extract.observe`)."""
        self._observer = observer

    def extract(self, text: str, sentences: Sequence[Sentence], language: Language) -> Drafts:
        """Return what the article says; nothing, with a warning, in a language without cues."""
        if language not in GRAMMARS:
            return Drafts(
                warnings=(
                    f'No claims were looked for: the rules do not read "{language}" yet. '
                    f"They read {', '.join(GRAMMARS)}; if the article is in one of these, "
                    "pass --lang.",
                )
            )
        lexicon = load_cues(language)
        keys = count()
        read: list[_Read] = []
        mentioned = settle_homonyms(list(_mentioned(sentences, language)), language)
        mentioned = list(home_institutions(mentioned, language))
        mentioned = add_letters(mentioned)
        mentioned = add_places(leave_styles(mentioned)) if language == "en" else mentioned
        for sentence, found in add_surnames(mentioned, lexicon):
            _read(sentence, found, lexicon, keys, read, self._observer)
        return Drafts(
            sentences=tuple(r[0] for r in read),
            statements=tuple(s for r in read for s in r[1]),
            meetings=tuple(m for r in read for m in r[2]),
            redlines=tuple(line for r in read for line in r[3]),
        )


def _mentioned(
    sentences: Iterable[Sentence], language: Language
) -> Iterator[tuple[Sentence, tuple[Mention, ...]]]:
    """Yield the sentences to read with their mentions, "its minister" as somebody's."""
    before: tuple[Mention, ...] = ()
    for sentence in sentences:
        if sentence.kind != "furniture":
            found = find_mentions(sentence, language)
            before = own_institutions(sentence, found, language, before)
            yield sentence, before


_BROAD = ("en", "he")  # read verbs that no row knows
_Read = tuple[
    ReadSentence, list[DraftStatement], list[DraftMeeting], list[DraftRedLine], OpenLine | None
]


def _read(
    sentence: Sentence,
    mentions: tuple[Mention, ...],
    lexicon: CueLexicon,
    keys: Iterator[int],
    before: list[_Read],
    observer: Observer | None,
) -> None:
    """Read one sentence and add what it says to what was read before."""
    language = lexicon.language
    named = before[-1][0].last_time if before else None
    times, last = tie_times(find_times(sentence, language), named)
    view = View(sentence, mentions, times, lexicon)
    grammar = GRAMMARS[language]
    reader = grammar.speakers(view)
    told = _tell(view, reader)
    if observer is not None:
        observer.sentence(view)
    if not told and _continues(view, before):
        statements = before[-1][1]
        statements[-1], lines = continue_quotation(view, statements[-1], keys)
        before[-1][3].extend(lines)
        before.append((_summary(view, [], [], last), [], [], [], None))
        return
    told = [*told, *find_quoted(view, told)]
    pairs = [(one, d) for one in told if (d := draft_statement(view, one, told, next(keys)))]
    if language == "he":
        last_read = before[-1][0].sentence if before else None
        pairs = [(one, s) for one, d in pairs if (s := with_words_before(view, d, last_read))]
    if observer is not None:
        observer.statements(pairs)
    meetings = grammar.meetings(view, reader, told).find(keys)
    heard = _heard(pairs) if language == "he" else told
    meetings += find_calls(view, heard, meetings, keys)
    pairs = hear_met(view, pairs, meetings) if language == "tr" else pairs
    meetings += find_joint(view, told, meetings, keys)
    redlines = find_redlines(view, pairs, keys, again=bool(before and before[-1][3]))
    opened = find_open(view, pairs, redlines)
    if before and before[-1][4] is not None and not redlines:
        redlines = _close(view, pairs, before[-1][1], before[-1][4], keys)
    elif before and before[-1][4] is not None:
        _drop_announcement(before[-1][1], before[-1][4])
    if before and not redlines:
        redlines = point_back(view, pairs, (before[-1][0].sentence, before[-1][1]), keys)
        opened = None if redlines else opened
    statements = [_link(view, one, draft, meetings, redlines) for one, draft in pairs]
    statements = hear_lines(view, statements, redlines)
    if before and before[-1][3] and not redlines:  # "… a red line. He told X so."
        before[-1][1][:] = hear_lines(view, before[-1][1], before[-1][3])
    drafts = [_under(found, pairs) for found in meetings]
    summary = _summary(view, statements, drafts, last)
    before.append((summary, [_by_part(s, summary) for s in statements], drafts, redlines, opened))


def _continues(view: View, before: list[_Read]) -> bool:
    """True for a quotation alone behind a sentence whose last statement quotes its speaker."""
    if not before or not before[-1][1] or before[-1][1][-1].quote is None:
        return False
    return view.sentence.kind == "body" and is_quotation_alone(view)


def _drop_announcement(before: list[DraftStatement], opened: OpenLine) -> None:
    """ "He set one condition. “Touch our people, and …”": the first tells of nothing else."""
    for i, statement in enumerate(before):
        announces = opened.under is not None and statement.key == opened.under.key
        if announces and opened.owned and not statement.conveys:
            del before[i]
            return


def _close(
    view: View,
    told: Sequence[tuple[Told, DraftStatement]],
    before: list[DraftStatement],
    opened: OpenLine,
    keys: Iterator[int],
) -> list[DraftRedLine]:
    """Return the red lines announced in the sentence before, told in this one.

    Where this one's statement tells of them, that before goes which told of nothing else.
    """
    closed = close_lines(view, told, opened, keys)
    if closed is None:
        return []
    under, lines = closed
    at = next((i for i, s in enumerate(before) if opened.under and s.key == opened.under.key), None)
    if at is not None and under is opened.under:
        conveyed = tuple(DraftConveyed(key=x.key, commitment=x.commitment) for x in lines)
        act = "warns" if before[at].act in _NEUTRAL else before[at].act
        before[at] = replace(before[at], act=act, conveys=(*before[at].conveys, *conveyed))
    elif at is not None and opened.owned and not before[at].conveys:
        del before[at]
    return lines


def _by_part(draft: DraftStatement, read: ReadSentence) -> DraftStatement:
    """What a statement is about plays the part that the sentence's frames gave it."""
    if not draft.about:
        return draft
    actors, places = set(read.actors), set(read.places)
    about: list[DraftAbout] = []
    for one in draft.about:
        place = one.mention in places and (one.role == "place" or one.mention not in actors)
        role: Literal["actor", "place"] = "place" if place else "actor"
        about.append(one if one.role == role else DraftAbout(mention=one.mention, role=role))
    return replace(draft, about=tuple(about)) if tuple(about) != draft.about else draft


def _tell(view: View, reader: Reader) -> list[Told]:
    told: list[Told] = []
    if isinstance(reader, TurkishSpeakers):
        told = reader.read()
    elif view.cues or view.lexicon.language in _BROAD:
        told = arrange(view, reader, reader.attributions())
    if not told and any(t.text == ":" for t in view.tokens):
        told = list(read_colon(view))
    return [*told, *find_owned_lines(view, told)]


def _heard(pairs: Sequence[tuple[Told, DraftStatement]]) -> list[Told]:
    """Return what was told with whoever heard it: "אמר בשיחת טלפון לשר החוץ של צ'ילה כי"."""
    return [replace(one, addressees=list(draft.addressees)) for one, draft in pairs]


def _under(found: Found, pairs: Sequence[tuple[Told, DraftStatement]]) -> DraftMeeting:
    host = next((d.key for one, d in pairs if one is found.host), None)
    return replace(found.draft, under=host) if host is not None else found.draft


def _link(
    view: View,
    one: Told,
    draft: DraftStatement,
    meetings: Sequence[Found],
    redlines: Sequence[DraftRedLine],
) -> DraftStatement:
    """Add what the statement conveys and where it was said."""
    conveys = [
        DraftConveyed(key=m.draft.key, commitment=_commitment(draft, m))
        for m in meetings
        if m.host is not None and one.covers(m.cue[0])
    ]
    lines = [line for line in redlines if line.under == draft.key]
    conveys += [DraftConveyed(key=line.key, commitment=line.commitment) for line in lines]
    said_at = _said_at(view, one, draft, meetings)
    if not conveys and said_at is None:
        return draft
    act = "warns" if lines and draft.act in _NEUTRAL else draft.act
    return replace(draft, conveys=tuple(conveys), act=act, said_at=said_at)


def _commitment(draft: DraftStatement, found: Found) -> Conveyance:
    if draft.act == "denies" and found.draft.commitment == "asserts":
        return "denies"
    if draft.act in ("expresses-concern", "describes") and found.draft.definite:
        return "reactsTo"
    return found.draft.commitment


def _said_at(view: View, one: Told, draft: DraftStatement, meetings: Sequence[Found]) -> int | None:
    """Return the meeting in which it was said: "in the talks", in front of or beside the verb."""
    if any(isinstance(a, Mention) and is_press(a) for a in draft.addressees):
        return None  # reporters are told outside of the room
    for found in meetings:
        if view.lexicon.language == "tr" and found.host is not None and found.host is not one:
            continue  # "toplantının zor geçtiğini söyleyen X, “…” dedi": only told of
        near = found.cue[0] < one.content_first or one.attribution.before
        if near and not one.covers(found.cue[0]) and _is_within(view, found):
            return found.draft.key
    return None


def _is_within(view: View, found: Found) -> bool:
    """True behind "in", "during", "on the sidelines of", with articles and adjectives between."""
    if found.within is not None:
        return found.within
    phrases = load_meeting_words(view.lexicon.language).lists["said_within"]
    for start in range(max(0, found.cue[0] - 6), found.cue[0]):
        length = phrases.length_at(view.tokens, start)
        if view.form(start) in _AFTER and view.lexicon.language == "he":
            continue  # "said after a talk with X": others hear it
        between = range(start + length, found.cue[0])
        if length and all(view.is_word(i) and i not in view.cue_at for i in between):
            return True
    return False


def _summary(
    view: View,
    statements: Sequence[DraftStatement],
    meetings: Sequence[DraftMeeting],
    last: TimeWords | None,
) -> ReadSentence:
    """Return what later sentences and the linking need to know of this one."""
    acting = [m for s in statements for m in _mentions((s.speaker, *s.via, *s.addressees))]
    acting += [m for d in meetings for m in _mentions((*d.participants, *d.mediators))]
    acting = [m for m in acting if not is_press(m)]
    placing = [d.place for d in meetings if d.place is not None]
    actors, places, unsure = parts_of(view, acting, placing)
    first = next((s.speaker for s in statements if isinstance(s.speaker, Mention)), None)
    announces = view.lexicon.language == "tr" and not statements and not view.heading
    return ReadSentence(
        sentence=view.sentence,
        issuer=turkish_issuer(view) if announces else None,
        actors=(*actors, *view.bodies),
        places=places,
        unsure=unsure,
        spoken=tuple(m for m in actors if view.quotation_at[m.first] is None),
        subject=None if view.heading else first or _subject(view, statements),
        last_time=last,
        states=tuple(m for m in view.mentions if m.kind == "state" or m.side),
    )


def _subject(view: View, statements: Sequence[DraftStatement]) -> Mention | None:
    """Return who the main clause is about; nobody behind a verb whose own subject is left out."""
    found = described_subject(view) or find_subject(view)
    if found is None or view.lexicon.language != "ar":
        return found
    elided = (s.speaker for s in statements if isinstance(s.speaker, Pointer))
    ahead = any(p.kind == "elided" and p.place < found.span.start for p in elided)
    return None if ahead else found


def _mentions(parties: Iterable[Party | None]) -> Iterator[Mention]:
    for party in parties:
        if isinstance(party, Mention):
            yield party
