"""Find who heard English words and stands beside the verb of telling, not behind it.

In:  a view, a statement as arranged, the outlets that passed it on. Out: parties, mostly none.
    in an interview with Radio Kampala, told on Citizen TV     the outlet heard it
    speaking to fishermen in Lodwar, he said                   whom a participle leads to
    expressed his condolences to the families                  whom a feeling is told to
    demanded that she retract it                               who shall act
"""

from collections.abc import Iterator, Sequence

from kg.extract.attribution import can_act
from kg.extract.subject import find_subject
from kg.extract.told import Told
from kg.extract.view import View
from kg.extract.written_to import named_behind
from kg.lexicon.grammar import words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Gender, Mention
from kg.vocabulary import SpeechAct

_TALKED = frozenset({"to", "with", "on"})
_SPEAKING = words_of("en", "speaking_to_somebody")
_ADDRESSING = words_of("en", "addressing_somebody")
_TOLD_TO = words_of("en", "feelings_told_to_somebody")
_LODGED_WITH = words_of("en", "lodged_with_somebody")
_DEMANDED = words_of("en", "demanded_of_somebody")
_ASKED_OF = words_of("en", "asked_of_somebody")
_ELSEWHERE = words_of("en", "told_elsewhere")
_PARTED = frozenset({"in", "on", "at", "during", "from", "by", "via", "through", "after", "before"})
_REACH = 16
_LEAD_WITHIN = 4
_FEELING_WITHIN = 6
_SENT_WITHIN = 5
_ANSWERING = frozenset({"replying", "responding"})
_ASKS = words_of("en", "questions_of_somebody")
_TALKS = words_of("en", "talks_in_which_one_is_told")
_TALKED_WITHIN = 6
_MET = words_of("en", "verbs_of_meeting_somebody")
_TALKED_WITH = words_of("en", "verbs_of_talking_with_somebody")
_BEHIND = frozenset({"that", "who", "which", "and", "or", "but", "when", "while", "as", "because"})
_WHO: dict[str, Gender] = {"he": "masculine", "she": "feminine"}


def find_heard_beside(
    view: View, one: Told, passed_on: Sequence[Mention], act: SpeechAct
) -> Iterator[Party]:
    """Yield who heard the words, nobody in other languages or where the verb names a listener."""
    if view.lexicon.language != "en" or one.addressees:
        return
    found: Party | None = _asked(view, one, act)
    found = found or _felt_for(view, one) or _spoken_to(view, one) or _told_this(view, one)
    found = found or (_demanded_of(view, one) if act == "demands" else None)
    found = found or _met_by(view, one) or _talked_with(view, one)
    if found is None:
        found = next((m for m in passed_on if _is_talked_to(view, m)), None)
    if found is not None and found != one.speaker:
        yield found


def _is_talked_to(view: View, outlet: Mention) -> bool:
    """True for "in an interview with X", not for "in a note seen by X"."""
    near = range(outlet.first - 1, max(-1, outlet.first - 1 - _LEAD_WITHIN), -1)
    lead = next((view.form(k) for k in near if view.form(k) in _TALKED | {"by", "from"}), "")
    return outlet.kind == "media" and lead in _TALKED


def _spoken_to(view: View, one: Told) -> Party | None:
    """Return whom "Speaking to fishermen, X said", "X, addressing parliament, said" names."""
    if not view.may_hold_word(_SPEAKING | _ADDRESSING):
        return None
    cue = one.attribution.cue
    for i in range(max(0, cue.first - _REACH), min(view.size, cue.last + _REACH)):
        if one.covers(i) or not (i == 0 or view.is_comma(i - 1)) or view.quotation_at[i]:
            continue
        if view.form(i) in _ADDRESSING:
            return _whole(view, named_behind(view, i))
        if view.form(i) in _SPEAKING and (lead := _lead(view, i)) is not None:
            asked = _asker(view, lead) if view.form(i) in _ANSWERING else lead
            return named_behind(view, asked) if asked is not None else None
    return None


def _asker(view: View, lead: int) -> int | None:
    """Return the "from" of "replying to questions from X"; None behind "reports from X"."""
    near = range(lead, min(view.size, lead + _SENT_WITHIN))
    sender = next((k for k in near if view.form(k) == "from"), None)
    if sender is None:
        return lead
    return sender if any(view.form(k) in _ASKS for k in range(lead, sender)) else None


def _lead(view: View, i: int) -> int | None:
    """Return the "to" of "speaking (by phone, on Monday) to"."""
    for k in range(i + 1, min(view.size, i + _LEAD_WITHIN)):
        if view.form(k) in ("to", "before"):
            return k
        if view.time_at[k] is None and view.form(k) not in ("on", "by", "phone", "telephone"):
            return None
    return None


def _felt_for(view: View, one: Told) -> Party | None:
    """Return whom "(expressed) his deep condolences to the families" names."""
    for k in range(one.content_first, min(one.content_last, one.content_first + _FEELING_WITHIN)):
        if view.form(k) in ("to", "with"):
            told = k > one.content_first and view.form(k - 1) in (
                _TOLD_TO if view.form(k) == "to" else _LODGED_WITH
            )
            return named_behind(view, k) if told else None
        if not view.is_word(k) or view.mention_at[k] is not None:
            return None
    return None


def _demanded_of(view: View, one: Told) -> Party | None:
    """Return whom "(sought) an apology from Uganda", "an explanation of the embassy" names."""
    if one.attribution.clausal and one.attribution.cue.row.that:
        return None
    for k in range(one.content_first, min(one.content_last, one.content_first + _FEELING_WITHIN)):
        if view.form(k) in _DEMANDED and view.mention_at[k] is None:
            near = range(k + 1, min(one.content_last, k + 1 + _LEAD_WITHIN))
            leads = ("from", "of") if view.form(k) in _ASKED_OF else ("from",)
            lead = next((i for i in near if view.form(i) in ("from", "of")), None)
            told = lead is not None and view.form(lead) in leads
            return _whole(view, named_behind(view, lead)) if told and lead is not None else None
        if not view.is_word(k) or view.mention_at[k] is not None:
            return None
    return None


def _whole(view: View, party: Party | None) -> Party | None:
    """Return the party, but not the Syria of "Syria's unity", the Qatar of "the Qatar deal"."""
    if not isinstance(party, Mention) or party.unnamed:
        return party
    after = party.last + 1
    ends = view.lexicon.word_set("prepositions") | view.lexicon.word_set("determiners") | _BEHIND
    goes_on = view.is_word(after) and view.form(after) not in ends and view.time_at[after] is None
    owns = view.tokens[party.last].text.endswith(("'s", "’s", "s'", "s’"))
    return None if owns or goes_on else party


def _told_this(view: View, one: Told) -> Party | None:
    """Return whom "(confirmed) this to Radio Lodwar", "(denied) it, telling the BBC that" names."""
    first = one.content_first
    if view.form(first) not in ("this", "that", "it"):
        return None
    if view.form(first + 1) == "to":
        return named_behind(view, first + 1)
    telling = view.is_comma(first + 1) and view.form(first + 2) == "telling"
    return named_behind(view, first + 2) if telling else None


def _asked(view: View, one: Told, act: SpeechAct) -> Pointer | None:
    """Return "she" of "demanded that she retract it"."""
    first = one.content_first
    shall = act == "demands" and view.form(first - 1) == "that" and view.form(first) in _WHO
    if not shall or view.quotation_at[first] is not None:
        return None
    verb = view.form(first + 1)
    if verb.endswith(("s", "ed")) and verb != "be":
        return None
    return Pointer(
        kind="pronoun",
        place=view.tokens[first].start,
        gender=_WHO[view.form(first)],
        number="singular",
        human=True,
        avoid=one.speaker if isinstance(one.speaker, Mention) else None,
    )


def _met_by(view: View, one: Told) -> Mention | None:
    """Return X of "X telephoned Y, who asked for time", "X met with Y, who denied it"."""
    speaker = one.speaker
    if one.attribution.order != "relative" or not isinstance(speaker, Mention):
        return None
    if _is_told_elsewhere(view, one):
        return None
    k = speaker.first - 1
    while view.form(k) in view.lexicon.word_set("determiners"):
        k -= 1
    if view.form(k) == "with":
        near = range(k - 1, max(-1, k - _TALKED_WITHIN), -1)
        k = next((i for i in near if view.form(i) in _TALKED_WITH), -1)
    elif view.form(k) not in _MET:
        return None
    met = find_subject(view, before=k) if k > 0 else None
    return met if met is not None and met.last < k and can_act(met) else None


def _is_told_elsewhere(view: View, one: Told) -> bool:
    """True for "who said on Sunday that", "who said on X that", "who denied it in an interview"."""
    cue = one.attribution.cue
    for i in range(cue.last + 1, one.content_first):
        if view.form(i) in _PARTED or view.time_at[i] is not None:
            return True
    for i in range(cue.last + 1, view.size):
        near = range(max(cue.last + 1, i - _LEAD_WITHIN), i)
        if view.form(i) in _ELSEWHERE and any(view.form(k) in _PARTED for k in near):
            return True
    return "had" in (view.form(cue.first - 1), view.form(cue.first - 2))


def _talked_with(view: View, one: Told) -> Party | None:
    """Return Y of "In a conversation with Y, X voiced", "told so during an exchange with Y"."""
    cue = one.attribution.cue
    for i in range(max(0, cue.first - _REACH), min(view.size, cue.last + _REACH)):
        if view.form(i) not in _TALKS or view.form(i + 1) != "with":
            continue
        told = view.form(one.content_first - 1) == "that" or view.quotation_at[i] is not None
        if one.covers(i) and (told or one.attribution.order == "source-last"):
            continue
        led = any(view.form(k) in ("in", "during") for k in range(max(0, i - _LEAD_WITHIN), i))
        if led:
            return named_behind(view, i + 1)
    return None
