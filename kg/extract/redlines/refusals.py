"""Tell a state's refusal from anybody's opinion: "a base there would be unacceptable".

In:  a view, a row that only states and holders of offices draw a line with, who speaks, what would
cross the line. Out: whether the words are such a refusal, and the speaker's own.
"""

from kg.extract.redlines.words import Line, RedLineWords, Tokens
from kg.extract.view import View
from kg.lexicon.gazetteer import private_roles
from kg.lexicon.grammar import endings_of, words_of
from kg.model.draft import Party
from kg.model.mention import Mention

_STATES = ("state", "ministry", "armed-group")
_BODIES = (*_STATES, "organization")
_ANY = words_of("en", "any_deed")
_NO_DEEDS = words_of("en", "no_deeds")
_PAST = frozenset({"was", "were"})
_SHORTEST = 5
_ONE_PERSON = words_of("en", "one_person")
_GIVING_UP = words_of("en", "giving_up")
_REFUSING = words_of("en", "refusing_for_the_speaker")
_OWNING = endings_of("tr", "of_somebody")
_OWNED = endings_of("tr", "owned_in_a_case")


def is_own_refusal(
    view: View,
    words: RedLineWords,
    line: Line,
    speaker: Party | None,
    trigger: Tokens,
    place: Tokens,
) -> bool:
    """True for a state's word about itself; `trigger` stands beside the phrase at `place`."""
    if line.own and view.lexicon.language == "tr":
        return not _is_anothers(view, words, speaker, trigger)
    if line.own:
        if not _may_refuse(speaker) or _is_habit(view, trigger, place):
            return False
        return _is_of_speaker(view, line, speaker, place[0])
    if not line.offices:
        return True
    if _is_for_others(view, words, place[1] + 1):
        return False
    if _may_speak(line, speaker) and _is_deed(view, trigger, place):
        return True
    return not line.deeds and _speaks_for_state(line, speaker)


def _is_deed(view: View, trigger: Tokens, place: Tokens) -> bool:
    """True for "any X", "doing X", which may yet be done; not for "the treatment of X was …"."""
    first, form = trigger[0], view.form(trigger[0])
    if view.lexicon.language != "en":
        return False
    quoted = view.quotation_at[first] is not None and view.quotation_at[place[0]] is not None
    if quoted and view.form(place[0]) in _PAST:
        return False  # in their own words: "Firing on them was unacceptable" has been done
    doing = form.endswith("ing") and len(form) >= _SHORTEST and form not in _NO_DEEDS
    return form in _ANY or (doing and trigger[1] > first)


def _speaks_for_state(line: Line, speaker: Party | None) -> bool:
    """True for a state, a ministry, "the Japanese defence minister"; a pronoun may be anybody."""
    if not isinstance(speaker, Mention):
        return False
    known = speaker.side is not None or speaker.gazetteer_id is not None
    return speaker.kind in _STATES or (known and speaker.role in line.offices)


def _may_speak(line: Line, speaker: Party | None) -> bool:
    """True for who may speak for a state: an office, a surname, a pronoun; no analyst, no coach."""
    if not isinstance(speaker, Mention):
        return speaker is not None
    plain = speaker.role is None and speaker.first == speaker.last and speaker.text[0].isupper()
    return plain or speaker.kind in _STATES or speaker.role in line.offices


def is_another(speaker: Party | None, owner: Mention) -> bool:
    """True when the speaker is known not to speak for the owner: a medium, another state's."""
    if not isinstance(speaker, Mention) or speaker == owner:
        return False
    if speaker.kind == "media":
        return True
    theirs = speaker.side or speaker.gazetteer_id
    if theirs is None:
        return speaker.unnamed
    owners = owner.side or owner.gazetteer_id
    return owners is not None and owners.split(".")[0] != theirs.split(".")[0]


def _may_refuse(speaker: Party | None) -> bool:
    """True for whoever may grant or refuse something; not for analysts, a coach."""
    if not isinstance(speaker, Mention) or speaker.person is not None:
        return True
    if speaker.role is not None:
        return speaker.role not in private_roles()
    return speaker.kind in _BODIES or speaker.number == "plural"


def _is_habit(view: View, trigger: Tokens, place: Tokens) -> bool:
    """True for "he would never give up cycling", not for "it would never give up enriching it"."""
    if view.form(place[0] - 1) not in _ONE_PERSON or view.form(place[1]) not in _GIVING_UP:
        return False
    return trigger[0] == trigger[1] and view.form(trigger[0]).endswith("ing")


def _is_of_speaker(view: View, line: Line, speaker: Party | None, first: int) -> bool:
    """True for "we", "his government" in front of "will never cede"; not for "hostages"."""
    if line.trigger != "behind" or line.near:
        return True
    named = view.mention_to(first - 1)
    if named is None and not view.is_word(first - 1):
        return True
    if named is None:
        return view.form(first - 1) in _REFUSING
    if named.role is not None:
        return True
    known = speaker if isinstance(speaker, Mention) else None
    sides = {known.side, known.gazetteer_id} - {None} if known is not None else set[str]()
    return not sides or not sides.isdisjoint((named.side, named.gazetteer_id))


def _is_anothers(view: View, words: RedLineWords, speaker: Party | None, trigger: Tokens) -> bool:
    """True for "X, Togo'nun adanın devrine asla (izin vermeyeceğini söyledi)": Togo refuses.

    Each genitive in front of a noun with its possessive owns that noun: "Togo'nun üyeliğini".
    """
    subject = view.mention_from(trigger[0])
    if subject is None or subject.case != "genitive" or not is_another(speaker, subject):
        return False
    inside = range(subject.last + 1, trigger[1] + 1)
    nouns = [i for i in inside if not words.words["against"].length_at(view.tokens, i)]
    owning = sum(view.form(i).endswith(_OWNING) for i in nouns if i < trigger[1])
    return 1 + owning > sum(view.form(i).endswith(_OWNED) for i in nouns)


def _is_for_others(view: View, words: RedLineWords, i: int) -> bool:
    """True for "(unacceptable) to Washington", not for "to his country"."""
    length = words.words["to_whom"].length_at(view.tokens, i) if i < view.size else 0
    k = i + length
    return length > 0 and not (k < view.size and words.words["own_side"].length_at(view.tokens, k))
