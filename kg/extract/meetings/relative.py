"""Read the clause that says whose meeting it is: "a summit that A and B were to hold in Rome".

In:  a view, the token behind a noun of meeting. Out: who is to hold it, and where its parts begin;
the status that the main clause gives it.
Source: English only; other languages put the subject behind the verb or in the genitive.
"""

from dataclasses import dataclass

from kg.extract.meetings.subjects import SubjectReader
from kg.extract.meetings.words import MeetingWords
from kg.extract.speakers.english import EnglishSpeakers
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.draft import Party
from kg.vocabulary import MeetingStatus

_WITHIN = 18
_HOSTED_WITHIN = 12
_VERB_WITHIN = 6
_PREDICATE = 10
_AUXILIARIES = words_of("en", "auxiliaries_of_a_relative")
_HELD_BY = words_of("en", "held_by_somebody")


@dataclass(frozen=True, slots=True)
class Clause:
    """Its subject, and the token behind its verb. `mediated`: the subject hosted the others."""

    subjects: list[Party]
    after: int
    mediated: bool = False


def read_relative(
    view: View, words: MeetingWords, reader: EnglishSpeakers, start: int
) -> Clause | None:
    """Return the clause that begins at token `start`, None where there is none."""
    if (hosted := _hosted(view, words, reader, start)) is not None:
        return hosted
    first = start + (view.form(start) in ("that", "which"))
    if first == start and view.mention_from(start) is None:
        return None
    for k in range(first, min(view.size, first + _WITHIN)):
        if view.form(k) in _AUXILIARIES and k > first and view.mention_at[k] is None:
            verb = _verb_behind(view, k)
            if verb is None:
                return None
            subjects = SubjectReader(view, reader, words).parties_before(k) or []
            return Clause(subjects, verb + 1) if subjects else None
    return None


def _hosted(view: View, words: MeetingWords, reader: EnglishSpeakers, start: int) -> Clause | None:
    """Return the clause of "the talks, which A and B mediated, …"."""
    first = start + view.is_comma(start)
    if view.form(first) not in ("that", "which") or view.mention_at[first] is not None:
        return None
    for k in range(first + 1, min(view.size, first + _HOSTED_WITHIN)):
        light = words.light_at(view.tokens, k) if view.mention_at[k] is None else None
        if light is not None:
            if light.verb.role != "hosts" or k == first + 1:
                return None
            subjects = SubjectReader(view, reader, words).parties_before(k) or []
            after = light.last + 1
            return Clause(subjects, after + view.is_comma(after), mediated=True)
        if not (view.is_word(k) or view.is_comma(k)):
            return None
    return None


def _verb_behind(view: View, k: int) -> int | None:
    """Return the token of "hold" in "were (due) to hold"."""
    for i in range(k + 1, min(view.size, k + _VERB_WITHIN)):
        if not view.is_word(i) or view.mention_at[i] is not None:
            return None
        if view.form(i) in _HELD_BY:
            return i
    return None


def status_behind(view: View, words: MeetingWords, last: int) -> MeetingStatus | None:
    """Return what the main clause behind tells: "… has been called off"."""
    for i in range(last + 1, min(view.size, last + 1 + _PREDICATE)):
        if view.is_stop(i):
            break
        statuses: tuple[MeetingStatus, ...] = ("cancelled", "postponed")
        for status in statuses:
            if words.status[status].length_at(view.tokens, i):
                return status
        light = words.light_at(view.tokens, i)
        if light is not None and light.verb.status in statuses:
            return light.verb.status
    return None
