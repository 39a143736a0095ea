"""Read the meetings that Hebrew speakers offer of themselves: "אני מוכן להיפגש עם X", אמר.

In:  a view, its reader, the words of meeting, the statements told. Out: for each such verb in a
quotation the verb, its parts, who would meet, how it is told and whose statement it is.
"""

from collections.abc import Iterator, Sequence

from kg.extract.meetings.base import distinct
from kg.extract.meetings.hebrew_parts import HebrewParts
from kg.extract.meetings.parts import Parts
from kg.extract.meetings.status import Telling
from kg.extract.meetings.words import MeetingWords, VerbHit
from kg.extract.told import Told
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.draft import Party

_READY = words_of("he", "ready_myself")
_FRAMES = frozenset({"with", "host", "object", "receive"})
Own = tuple[VerbHit, Parts, list[Party], Telling, Told]


def own_meetings(
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
