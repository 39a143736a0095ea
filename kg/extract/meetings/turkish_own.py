"""Read the meetings that Turkish speakers tell of themselves: "Yarın X ile görüşeceğim" dedi.

In:  a view, the words of meeting, the statements told. Out: for each verb in the first person in a
quotation the verb, its parts, how it is told and whose statement it is.
"""

from collections.abc import Iterator, Sequence

from kg.extract.meetings.base import distinct
from kg.extract.meetings.turkish_cases import Parts
from kg.extract.meetings.turkish_parts import PartsReader
from kg.extract.meetings.turkish_status import Telling
from kg.extract.meetings.turkish_words import MeetingHit, TurkishMeetingWords
from kg.extract.told import Told
from kg.extract.view import Quotation, View
from kg.lexicon.grammar import words_of
from kg.model.draft import Party
from kg.model.mention import Mention

_ENDS = frozenset(".!?;…")
_LONG = 5
_IN_A_DREAM = words_of("tr", "in_a_dream")
_JOINING = words_of("tr", "against_that") | {"ve"}
Own = tuple[MeetingHit, Parts, list[Party], Telling, Told]


def own_meetings(view: View, words: TurkishMeetingWords, told: Sequence[Told]) -> Iterator[Own]:
    """Yield what each speaker says that they do, with whom, in the words quoted."""
    for quotation in view.quotations:
        host = next((t for t in told if t.covers(quotation.inner_first)), None)
        if host is not None and host.speaker is not None:
            yield from _in_quotation(view, words, quotation, host)


def _in_quotation(
    view: View, words: TurkishMeetingWords, quotation: Quotation, host: Told
) -> Iterator[Own]:
    start = quotation.inner_first
    for i in range(quotation.inner_first, quotation.inner_last + 1):
        if view.tokens[i].text in _ENDS:
            start = i + 1
        hit = words.own_at(view.tokens, i) if view.is_word(i) else None
        if hit is None or hit.inflection is None or host.speaker is None:
            continue
        reader = PartsReader(view, words)
        reader.inside = quotation
        parts = reader.read(start, hit.first, hit.first)
        if not _is_told_now(view, start, hit.last):
            start = hit.last + 1
            continue
        others = parts.objects if hit.frame == "host" else parts.with_
        if others and not any(_is_address(p) for p in others):
            telling = _telling(hit, timed=parts.time is not None)
            yield hit, parts, distinct([host.speaker, *others]), telling, host
        start = hit.last + 1


def _is_told_now(view: View, start: int, last: int) -> bool:
    """True where the verb ends its clause, in no dream: not for "görüştüm demişti", "diyemez"."""
    behind = last + 1
    ends = not view.is_word(behind) or view.form(behind) in _JOINING
    return ends and not any(view.form(i) in _IN_A_DREAM for i in range(start, last))


def _is_address(party: Party) -> bool:
    """True for "Kardeşim Uhuru": a name by which nobody else calls him."""
    first = party.name.split(" ")[0].lower() if isinstance(party, Mention) else ""
    return len(first) > _LONG and first.endswith(("im", "ım", "um", "üm"))


def _telling(hit: MeetingHit, *, timed: bool) -> Telling:
    form = hit.inflection.form if hit.inflection is not None else ""
    if hit.possible:
        return Telling(status="proposed", tense="future", commitment="anticipates", last=hit.last)
    if form == "past":
        return Telling(last=hit.last)
    if form == "present" and not timed:
        return Telling(status="ongoing", tense="present", last=hit.last)
    return Telling(status="planned", tense="future", commitment="anticipates", last=hit.last)
