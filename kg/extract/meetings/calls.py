"""Find the calls in which something was said: "X told Y by telephone", في اتصال هاتفي, telefonda.

In:  a view, its statements as arranged, the meetings found so far, a source of keys.
Out: a meeting of the speaker and each listener, where words of telephoning stand beside the verb.
Lexicon: `by_phone` of meetings_<language>.toml. Who merely "told reporters by telephone" met none.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from kg.extract.confidence import score_meeting
from kg.extract.meetings.base import Found
from kg.extract.meetings.bound import is_call_over
from kg.extract.phrases import PhraseSet
from kg.extract.told import Told
from kg.extract.view import View
from kg.lexicon.loader import lasting, read_toml
from kg.model.draft import DraftMeeting, DraftTime, Party, Pointer, mentions_of
from kg.model.timespan import TimeWords
from kg.vocabulary import Language

_REACH = 14
_NEAR = 12


def find_calls(
    view: View, told: Sequence[Told], found: Sequence[Found], keys: Iterator[int]
) -> list[Found]:
    """Return the calls that no word of meeting has told already."""
    calls: list[Found] = []
    for one in told:
        at = _phone_at(view, one)
        if at is None or any(_tells(f, at) for f in found):
            continue
        parties = [p for p in (one.speaker, *one.addressees) if p is not None]
        if len(parties) > 1 and all(map(_has_telephone, parties)):
            calls.append(_call(view, one, at, parties, next(keys)))
    return calls


def _phone_at(view: View, one: Told) -> tuple[int, int] | None:
    """Return the tokens of "by telephone" beside the verb, outside of what was said."""
    phrases = _by_phone(view.lexicon.language)
    if not view.may_hold(phrases):
        return None
    cue = one.attribution.cue
    first = max(0, min(cue.first, one.start) - _REACH)
    for i in range(first, min(view.size, cue.last + _REACH)):
        length = phrases.length_at(view.tokens, i) or int(view.form(i) in phrases)
        if length and view.lexicon.language == "en" and not is_call_over(view, i + length):
            continue
        opens = i == one.content_first  # Turkish: "Putin'e telefonda yolun kapalı olduğunu söyledi"
        if length and (opens or not one.covers(i)) and view.quotation_at[i] is None:
            between = range(min(i, cue.first), max(i, cue.last))
            if not any(view.is_stop(k) or view.tokens[k].text in ";:" for k in between):
                return i, i + length - 1
    return None


def _tells(found: Found, at: tuple[int, int]) -> bool:
    """True for a meeting that these words are a part of."""
    near = found.first - 1 <= at[0] <= found.last + 1 or abs(found.cue[0] - at[0]) < _NEAR
    return near and len(found.draft.participants) != 1


def _has_telephone(party: Party) -> bool:
    """True for one person with a name or an office of some side."""
    if isinstance(party, Pointer):
        return party.kind in ("pronoun", "elided", "counterpart")
    if party.unnamed or party.number == "plural":
        return False
    return bool(party.person or (party.role and party.side))


def _call(view: View, one: Told, at: tuple[int, int], parties: Sequence[Party], key: int) -> Found:
    cue = one.attribution.cue
    ahead = [p.first for p in mentions_of(parties) if p.first < cue.first]
    first = min(at[0], cue.first, *ahead)
    last = max(at[1], cue.last)
    time = _time_near(view, one, first, last)
    evidence = view.words_span(first, last) or view.span(at[0], at[1])
    draft = DraftMeeting(
        key=key,
        sentence=view.sentence.index,
        rule=f"meeting/call/{view.lexicon.language}",
        cues=(view.span(at[0], at[1]),),
        evidence=(evidence,),
        participants=tuple(parties),
        time=DraftTime(words=time, tense="past") if time is not None else None,
        each=True,
        heading=view.heading,
        score=score_meeting(parties=len(parties), inferred=False),
    )
    return Found(draft, at, first, last, None, within=True)


def _time_near(view: View, one: Told, first: int, last: int) -> TimeWords | None:
    """Return the time beside the verb, outside of what was said."""
    ahead = range(max(0, first - 4), min(view.size, last + 5))
    return next((t for i in ahead if (t := view.time_at[i]) and not one.covers(i)), None)


@cache
@lasting
def _by_phone(language: Language) -> PhraseSet:
    return PhraseSet(read_toml(f"meetings_{language}.toml")["words"]["by_phone"], fused=True)
