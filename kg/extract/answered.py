"""What a model answered, held against the article: drafts like those of the rules.

In:  answers, the text and its sentences. Out: `Drafts` without pointers.
The answers are a stranger's word. A claim stands only on words that the article has: its evidence
is found there, so is every name that has a part in it, and what was said stands in the evidence.
Links, days and kinds of action come from the lexicons, as for the rules. What does not hold is left
out and counted; of a claim that holds, a time, place or topic that is not there falls away.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import count
from typing import Literal, ParamSpec, TypeVar

from kg.extract.actions import find_action
from kg.extract.answered_names import Names
from kg.extract.cues import load_cues
from kg.extract.grammars import GRAMMARS
from kg.extract.mentions import find_mentions
from kg.extract.times.finder import find_times
from kg.extract.verbatim import Verbatim
from kg.extract.view import View
from kg.model.answer import Answer, AnsweredMeeting, AnsweredRedLine, AnsweredStatement
from kg.model.draft import (
    DraftAbout,
    DraftAction,
    DraftConveyed,
    DraftMeeting,
    DraftRedLine,
    Drafts,
    DraftStatement,
    DraftTime,
    ReadSentence,
)
from kg.model.mention import Mention
from kg.model.notes import NOT_HELD, PARTS_NOT_HELD
from kg.model.said import Said
from kg.model.sheet import LINE_STANCES, MEETING_STANCES
from kg.model.span import Span
from kg.model.token import Sentence
from kg.vocabulary import Language, LineStance, MeetingStance, Tense

# Nobody looked at it: at most probable, less for what stands in another sentence or is unknown.
SCORE, CARRIED, NO_SPEAKER = 0.6, 0.8, 0.45
_FEWEST_WORDS = 3
_LONGEST_EVIDENCE = 1500  # code points; more is no sentence
_TENSES: dict[str, Tense] = {
    "held": "past",
    "ongoing": "present",
    "planned": "future",
    "proposed": "future",
    "postponed": "future",
    "cancelled": "none",
}
T = TypeVar("T")
P = ParamSpec("P")


class _Unfit(Exception):
    """A claim that does not hold; the argument is one of the reasons of NOT_HELD."""


def read_answers(
    answers: Sequence[Answer],
    text: str,
    sentences: Sequence[Sentence],
    language: Language,
    *,
    rule: str,
) -> Drafts:
    """Return the claims of the answers that the text bears out, with warnings that count the rest.

    `rule` is written beside every claim.
    """
    return _Reading(text, sentences, language, rule).drafts(answers)


class _Reading:
    def __init__(
        self, text: str, sentences: Sequence[Sentence], language: Language, rule: str
    ) -> None:
        self.text, self.sentences, self.language, self.rule = text, sentences, language, rule
        self.verbatim = Verbatim(text)
        self.names = Names(self.verbatim, sentences, language)
        self.keys = count()
        self.left_out: Counter[str] = Counter()
        self.parts_left_out: Counter[str] = Counter()
        self.statements: dict[int, DraftStatement] = {}
        self.meetings: dict[int, DraftMeeting] = {}
        self.redlines: list[DraftRedLine] = []

    def drafts(self, answers: Sequence[Answer]) -> Drafts:
        for answer in answers:
            self.names.hear_of(answer)
        for answer in answers:
            self._read(answer)
        return Drafts(
            sentences=self._sentences(),
            statements=tuple(sorted(self.statements.values(), key=_place)),
            meetings=tuple(sorted(self.meetings.values(), key=_place)),
            redlines=tuple(sorted(self.redlines, key=_place)),
            warnings=tuple(self._warnings()),
        )

    def _read(self, answer: Answer) -> None:
        """Read one answer; its ids are its own."""
        self.left_out["form"] += answer.malformed
        told: dict[str, int] = {}
        met: dict[str, int] = {}
        for said in answer.statements:
            statement = self._held(self._statement, said, answer)
            if statement is not None:
                self.statements[statement.key] = statement
                told.setdefault(said.id, statement.key)
        for one in answer.meetings:
            meeting = self._held(self._meeting, one, answer, told)
            if meeting is not None:
                self.meetings[meeting.key] = meeting
                met.setdefault(one.id, meeting.key)
        self._say_where(answer, told, met)
        for drawn in answer.redlines:
            line = self._held(self._redline, drawn, answer, told)
            if line is not None:
                self.redlines.append(line)
                self._convey(line.under, DraftConveyed(key=line.key, commitment=line.commitment))

    def _held(self, make: Callable[P, T], *given: P.args, **named: P.kwargs) -> T | None:
        """Return what is made, None and one more to the count where it does not hold."""
        try:
            return make(*given, **named)
        except _Unfit as unfit:
            self.left_out[str(unfit)] += 1
            return None

    # Claims

    def _statement(self, one: AnsweredStatement, answer: Answer) -> DraftStatement:
        evidence = self._evidence(one.evidence, answer)
        speaker = self._party(one.speaker, evidence) if one.speaker else None
        via = self._parties(one.via, evidence)
        addressees = self._parties(one.addressees, evidence)
        carried = speaker is not None and not _stands_in(speaker, evidence)
        score = SCORE * (NO_SPEAKER if speaker is None else 1) * (CARRIED if carried else 1)
        return DraftStatement(
            key=next(self.keys),
            sentence=self._sentence_at(evidence[0]).index,
            rule=self.rule,
            cues=(),
            evidence=evidence,
            speaker=speaker,
            act=one.act,
            content=self._said(one.content, evidence),
            via=tuple(v for v in via if v != speaker),
            addressees=tuple(a for a in addressees if a != speaker),
            quote=self._detail(one.quote, evidence),
            condition=self._detail(one.condition, evidence),
            about=(
                *self._about(one.about_actors, "actor", evidence),
                *self._about(one.about_places, "place", evidence),
            ),
            time=self._time(one.time, evidence, "past"),
            heading=self._is_heading(evidence),
            carried=carried,
            score=score,
        )

    def _meeting(self, one: AnsweredMeeting, answer: Answer, told: dict[str, int]) -> DraftMeeting:
        evidence = self._evidence(one.evidence, answer)
        under = self._teller(one.told_by, told) if one.told_by else None
        participants = self._parties(one.participants, evidence)
        if not participants:
            raise _Unfit("parties")
        carried = not any(_stands_in(m, evidence) for m in participants)
        stance: MeetingStance = next((s for s in MEETING_STANCES if s == one.commitment), "asserts")
        draft = DraftMeeting(
            key=next(self.keys),
            sentence=self._sentence_at(evidence[0]).index,
            rule=self.rule,
            cues=(),
            evidence=evidence,
            participants=participants,
            mediators=self._parties(one.mediators, evidence),
            place=self._place_of(one.place, evidence),
            venue=self._detail(one.venue, evidence),
            status=one.status,
            topic=self._detail(one.topic, evidence),
            time=self._time(one.time, evidence, _TENSES[one.status]),
            under=under,
            commitment=stance,
            heading=self._is_heading(evidence),
            carried=carried,
            score=SCORE * (CARRIED if carried else 1),
        )
        if under is not None:
            self._convey(under, DraftConveyed(key=draft.key, commitment=draft.commitment))
        return draft

    def _redline(self, one: AnsweredRedLine, answer: Answer, told: dict[str, int]) -> DraftRedLine:
        evidence = self._evidence(one.evidence, answer)
        under = self._teller(one.told_by, told)
        trigger = self._said(one.trigger, evidence)
        stance: LineStance = next((s for s in LINE_STANCES if s == one.commitment), "declares")
        return DraftRedLine(
            key=next(self.keys),
            sentence=self._sentence_at(evidence[0]).index,
            rule=self.rule,
            cues=(),
            evidence=evidence,
            under=under,
            trigger=trigger,
            action=self._action(trigger),
            commitment=stance,
            heading=self._is_heading(evidence),
            score=self.statements[under].score,
        )

    def _say_where(self, answer: Answer, told: dict[str, int], met: dict[str, int]) -> None:
        """Tie statements to the meetings where they were said, unless they tell of that meeting."""
        for one in answer.statements:
            key, meeting = told.get(one.id), met.get(one.said_at or "")
            if key is None or meeting is None:
                continue
            draft = self.statements[key]
            if all(conveyed.key != meeting for conveyed in draft.conveys):
                self.statements[key] = replace(draft, said_at=meeting)

    def _convey(self, under: int, conveyed: DraftConveyed) -> None:
        draft = self.statements[under]
        self.statements[under] = replace(draft, conveys=(*draft.conveys, conveyed))

    @staticmethod
    def _teller(name: str, told: dict[str, int]) -> int:
        if name not in told:
            raise _Unfit("teller")
        return told[name]

    # Words

    def _evidence(self, quoted: Sequence[str], answer: Answer) -> tuple[Span, ...]:
        """Return where the evidence stands in the piece that was asked about."""
        spans: list[Span] = []
        for words in quoted:
            span = self.verbatim.find(words, answer.start, answer.end)
            if span is None:
                raise _Unfit("evidence")
            spans.append(span)
        spans = sorted(set(spans))
        if any(self._sentence_at(s).kind == "furniture" for s in spans):
            raise _Unfit("furniture")
        total = sum(s.end - s.start for s in spans)
        words_there = sum(len(self.text[s.start : s.end].split()) for s in spans)
        if words_there < _FEWEST_WORDS or total > _LONGEST_EVIDENCE:
            raise _Unfit("short")
        return tuple(spans)

    def _said(self, words: str, evidence: Sequence[Span]) -> Span:
        """Return where words stand in the evidence."""
        for span in evidence:
            found = self.verbatim.find(words, span.start, span.end)
            if found is not None:
                return found
        raise _Unfit("words")

    def _detail(self, words: str | None, evidence: Sequence[Span]) -> Span | None:
        if not words:
            return None
        try:
            return self._said(words, evidence)
        except _Unfit:
            self.parts_left_out["detail"] += 1
            return None

    def _time(self, words: str | None, evidence: Sequence[Span], tense: Tense) -> DraftTime | None:
        """Return the time that the lexicon reads where the words stand, beside the evidence."""
        if not words:
            return None
        for sentence in (self._sentence_at(span) for span in evidence):
            span = self.verbatim.find(words, sentence.start, sentence.end)
            if span is None:
                continue
            for found in find_times(sentence, self.language):
                if found.span.start < span.end and span.start < found.span.end:
                    return DraftTime(words=found, tense=tense)
        self.parts_left_out["time"] += 1
        return None

    def _action(self, trigger: Span) -> DraftAction | None:
        """Return the kind of action that the trigger's words name, by the lexicon."""
        if self.language not in GRAMMARS:
            return None
        sentence = self._sentence_at(trigger)
        within = [
            i
            for i, token in enumerate(sentence.tokens)
            if trigger.start <= token.start and token.end <= trigger.end
        ]
        if not within:
            return None
        mentions = find_mentions(sentence, self.language)
        view = View(sentence, mentions, (), load_cues(self.language))
        return find_action(view, within[0], within[-1])

    def _sentence_at(self, span: Span) -> Sentence:
        """Return the sentence in which a span begins, the one before it between two."""
        best = self.sentences[0]
        for sentence in self.sentences:
            if sentence.start > span.start:
                break
            best = sentence
        return best

    def _is_heading(self, evidence: Sequence[Span]) -> bool:
        return all(self._sentence_at(s).kind in ("heading", "title") for s in evidence)

    # Names

    def _party(self, name: str, evidence: Sequence[Span]) -> Mention:
        mention = self.names.actor(name, evidence)
        if mention is None:
            raise _Unfit("name")
        return mention

    def _parties(self, names: Sequence[str], evidence: Sequence[Span]) -> tuple[Mention, ...]:
        return tuple(dict.fromkeys(self._party(name, evidence) for name in names))

    def _place_of(self, name: str | None, evidence: Sequence[Span]) -> Mention | None:
        mention = self.names.place(name, evidence) if name else None
        if name and mention is None:
            self.parts_left_out["detail"] += 1
        return mention

    def _about(
        self, names: Sequence[str], role: Literal["actor", "place"], evidence: Sequence[Span]
    ) -> Iterator[DraftAbout]:
        look = self.names.actor if role == "actor" else self.names.place
        for name in dict.fromkeys(names):
            mention = look(name, evidence)
            if mention is None:
                self.parts_left_out["about"] += 1
            else:
                yield DraftAbout(mention=mention, role=role)

    def _sentences(self) -> tuple[ReadSentence, ...]:
        """Return the sentences with what they name of the answers' actors and places."""
        return tuple(
            ReadSentence(
                sentence=sentence,
                actors=self.names.actors_in(sentence),
                places=self.names.places_in(sentence),
            )
            for sentence in self.sentences
            if sentence.kind != "furniture"
        )

    def _warnings(self) -> Iterator[str]:
        for reason, times in sorted(self.left_out.items()):
            if times:
                yield Said(NOT_HELD[reason], count=times)
        for part, times in sorted(self.parts_left_out.items()):
            if times:
                yield Said(PARTS_NOT_HELD[part], count=times)


def _stands_in(mention: Mention, evidence: Sequence[Span]) -> bool:
    return any(s.start < mention.span.end and mention.span.start < s.end for s in evidence)


def _place(draft: DraftStatement | DraftMeeting | DraftRedLine) -> tuple[Span, int]:
    return draft.evidence[0], draft.key
