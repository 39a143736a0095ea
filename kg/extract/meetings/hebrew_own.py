"""Read the Hebrew meetings that no verb or noun of meeting governs.

In:  a view, its reader, the words of meeting, the statements told. Out: for each its word, its
parts, who would meet, how it is told and whose statement it is.
    "אני מוכן להיפגש עם X", אמר             what speakers offer of themselves, in the words quoted
    הנשיא הודה לסולטאן בשיחת טלפון          what is done to somebody by telephone is a call
"""

from collections.abc import Iterator, Sequence

from kg.extract.meetings.base import distinct
from kg.extract.meetings.hebrew_parts import HebrewParts
from kg.extract.meetings.hebrew_subjects import is_to_come
from kg.extract.meetings.parts import Parts
from kg.extract.meetings.telling import Telling
from kg.extract.meetings.words import MeetingWords, NounHit, VerbHit
from kg.extract.mentions.hebrew_parts import is_verb
from kg.extract.subject import find_subject
from kg.extract.told import Told
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.draft import Party
from kg.model.mention import Mention

_READY = words_of("he", "ready_myself")
_NOT_DONE = words_of("he", "not_done")
_FRAMES = frozenset({"with", "host", "object", "receive"})
_WHOM = frozenset({"את", "בפני", "אל"})
Own = tuple[VerbHit | NounHit, Parts, list[Party], Telling, Told | None]


def own_meetings(
    view: View, reader: object, words: MeetingWords, told: Sequence[Told]
) -> Iterator[Own]:
    """Yield what speakers say that they are ready for, and what is done by telephone."""
    yield from _rung(view, words, told)
    yield from _offered(view, reader, words, told)


def _rung(view: View, words: MeetingWords, told: Sequence[Told]) -> Iterator[Own]:
    """Yield both of "כריסטרסון הודה לסולטאן היית'ם בשיחת טלפון"."""
    phrases = words.lists["by_phone"]
    saying = {t.attribution.cue.first for t in told}  # who is told something is called elsewhere
    for i in range(2, view.size):
        call = words.noun_at(view.tokens, i) if phrases.length_at(view.tokens, i) else None
        rung = view.mention_to(i - 1) if call is not None else None
        if call is None or rung is None or not _has_telephone(rung):
            continue
        subject = find_subject(view, before=rung.first)
        led = rung.proclitics == ("ל",) or view.form(rung.first - 1) in _WHOM
        if subject is None or not led or not _has_telephone(subject) or subject.proclitics:
            continue
        between = range(subject.last + 1, rung.first)
        done = any(is_verb(view.tokens[k]) for k in between) and not is_to_come(view, between)
        apart = any(k in saying or view.is_break(k) or view.is_comma(k) for k in between)
        apart = apart or any(view.form(k) in _NOT_DONE for k in between)
        with_others = words.lists["with"].length_at(
            view.tokens, i + phrases.length_at(view.tokens, i)
        )
        if done and not apart and not with_others:
            near = [view.time_at_or_none(k) for k in (*between, call.last + 1, call.last + 2)]
            parts = Parts()
            parts.time = next((t for t in near if t is not None), None)
            yield call, parts, [subject, rung], Telling(first=subject.first), None


def _has_telephone(mention: Mention) -> bool:
    """True for one person with a name, or an office of some side."""
    if mention.unnamed or mention.number == "plural" or mention.category != "actor":
        return False
    return bool(mention.person or (mention.role and mention.side))


def _offered(
    view: View, reader: object, words: MeetingWords, told: Sequence[Told]
) -> Iterator[Own]:
    """Yield what speakers say that they are ready for, with whom, in the words quoted."""
    for quotation in view.quotations:
        host = next((t for t in told if t.covers(quotation.inner_first)), None)
        if host is None or host.speaker is None:
            continue
        for i in range(quotation.inner_first + 1, quotation.inner_last + 1):
            hit = words.verb_at(view.tokens, i) if view.is_word(i) else None
            if hit is None or hit.verb.frame not in _FRAMES or hit.inflection.form != "base":
                continue
            if not any(view.form(k) in _READY for k in (i - 1, i - 2)):
                continue
            parts_of = HebrewParts(view, words, limit=quotation.inner_last, reader=reader)
            parts_of.inside = quotation
            parts = parts_of.read(hit.last + 1, verbal=True)
            others: list[Party] = [*parts.with_, *parts_of.to_object, *parts_of.counterparts]
            if others:
                telling = Telling(first=hit.first)
                telling.status, telling.tense = "proposed", "future"
                telling.commitment = "anticipates"
                yield hit, parts, distinct([host.speaker, *others]), telling, host
