"""Find who acts together: "X and his Czech counterpart, Y, signed a pact in Brno on Monday".

In:  a view, what it says and whom it tells to have met, a source of keys. Out: at most one meeting.
Two officials of different sides who do what is done in one room (`done_together` of the grammars:
signing, opening, unveiling, shaking hands) have met, though no word of meeting tells it. That is
looked for last, where a sentence has told nothing else, and is less sure than what such words tell.
What might be done, and what each does for himself (`apart`), tells of nobody together.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.extract.confidence import score_meeting
from kg.extract.meetings.base import Found
from kg.extract.mentions.arabic_parts import is_verb
from kg.extract.told import Told
from kg.extract.view import View
from kg.lexicon.grammar import endings_of, words_of
from kg.model.draft import DraftMeeting, DraftTime
from kg.model.mention import Mention


@dataclass(frozen=True, slots=True)
class _Words:
    """Words of one language. `together` and `apart` are beginnings of words."""

    ands: frozenset[str]
    ahead: frozenset[str]
    where: frozenset[str]
    together: tuple[str, ...]
    apart: tuple[str, ...]
    no_verb: frozenset[str]


_WORDS = {
    "en": _Words(
        words_of("en", "and"),
        words_of("en", "ahead"),
        words_of("en", "in_a_town"),
        endings_of("en", "done_together"),
        endings_of("en", "apart"),
        words_of("en", "no_verb_behind_a_subject"),
    ),
    "ar": _Words(
        words_of("ar", "and"),
        words_of("ar", "ahead"),
        words_of("ar", "in_a_town"),
        endings_of("ar", "done_together"),
        endings_of("ar", "apart"),
        words_of("ar", "no_verb_behind_a_subject"),
    ),
    "tr": _Words(
        words_of("tr", "and"),
        words_of("tr", "ahead"),
        frozenset(),  # the case tells it
        endings_of("tr", "done_together"),
        endings_of("tr", "apart"),
        words_of("tr", "no_verb_behind_a_subject"),
    ),
    "he": _Words(
        words_of("he", "and"),
        words_of("he", "ahead"),
        words_of("he", "in_a_town"),
        endings_of("he", "done_together"),
        endings_of("he", "apart"),
        words_of("he", "no_verb_behind_a_subject"),
    ),
}
_LONGEST_LINK = 7
_MOST = 4
_NEAR_VERB = 4
_BEHIND = 6
_AT_THE_END = 3


def find_joint(
    view: View, told: Sequence[Told], found: Sequence[Found], keys: Iterator[int]
) -> list[Found]:
    """Return the meeting of those who act together, none where the sentence tells more."""
    if found or view.sentence.kind != "body":
        return []
    parties = _joined(view)
    if len(parties) < 2 or _are_of_one_side(parties):
        return []
    first, last = parties[0].first, parties[-1].last
    host = next((one for one in told if one.covers(first)), None)
    if told and (host is None or any(t is not host and t.first <= last for t in told)):
        return []
    if not _READERS[view.lexicon.language](view, first, last) or _are_apart(view):
        return []
    if not _do_together(view, first, last):
        return []
    draft = _drafted(view, parties, host, next(keys))
    return [Found(draft, (first, last), 0, view.size - 1, host)]


def _drafted(view: View, parties: Sequence[Mention], host: Told | None, key: int) -> DraftMeeting:
    language = view.lexicon.language
    scope = (0, view.size - 1) if host is None else (host.content_first, host.content_last)
    ahead = any(view.form(i) in _WORDS[language].ahead for i in range(view.size))
    time = view.times[0] if len(view.times) == 1 else None
    places = [m for m in view.mentions if _is_where(view, m)]
    return DraftMeeting(
        key=key,
        sentence=view.sentence.index,
        rule=f"meeting/jointly/{language}",
        cues=(view.span(parties[0].first, parties[-1].last),),
        evidence=(view.words_span(*scope) or view.span(*scope),),
        participants=tuple(parties),
        place=places[0] if len(places) == 1 else None,
        status="planned" if ahead else "held",
        time=DraftTime(words=time, tense="future" if ahead else "past") if time else None,
        score=score_meeting(parties=1, inferred=True),
    )


def _joined(view: View) -> list[Mention]:
    """Return the first run of named persons that "and" joins."""
    run: list[Mention] = []
    for mention in view.mentions:
        if not mention.person or view.quotation_at[mention.first] is not None:
            continue
        if run and _is_linked(view, run[-1], mention):
            run.append(mention)
        elif len(run) > 1:
            break
        else:
            run = [mention]
    if len(run) > _MOST or not _ends_with_and(view, run):
        return []
    return [_with_side(view, one) for one in run]


def _is_linked(view: View, one: Mention, other: Mention) -> bool:
    """True for "A and B", "A, B and …", also "A and his Afghan counterpart, B"."""
    gap = range(one.last + 1, other.first)
    if len(gap) > _LONGEST_LINK or any(view.time_at[k] or k in view.cue_at for k in gap):
        return False
    if any((m := view.mention_at[k]) and not _tells_who(m) for k in gap):
        return False
    return _has_and(view, one, other) or (len(gap) > 0 and view.is_comma(gap[0]))


def _tells_who(mention: Mention) -> bool:
    """True for what stands in front of a name: "his Czech", "Greenland's prime minister"."""
    return mention.category in ("adjective", "place", "either") or mention.role is not None


def _has_and(view: View, one: Mention, other: Mention) -> bool:
    ands = _WORDS[view.lexicon.language].ands
    gap = [k for k in (one.last + 1, one.last + 2) if k < other.first]
    if any(view.form(k) in ands for k in gap):
        return True
    heads = [other.proclitics] if not gap else [r.proclitics for r in view.readings(gap[0])]
    return any(head and head[0] in ands for head in heads)


def _ends_with_and(view: View, run: Sequence[Mention]) -> bool:
    return len(run) > 1 and _has_and(view, run[-2], run[-1])


def _are_of_one_side(parties: Sequence[Mention]) -> bool:
    """True where all are officials of one state; whoever is not told to be of any may be another's.

    What the rest of the article tells of them, kg.resolve looks at.
    """
    sides = {party.side for party in parties}
    return len(sides) == 1 and None not in sides


def _with_side(view: View, party: Mention) -> Mention:
    """Return somebody with the side that stands in front: "his Czech colleague, Y"."""
    if party.side is not None:
        return party
    for k in range(party.first - 1, max(-1, party.first - _LONGEST_LINK), -1):
        mention = view.mention_at[k]
        if mention is not None and mention.person:
            return party
        if mention is not None and (mention.side or mention.gazetteer_id):
            return replace(party, side=mention.side or mention.gazetteer_id)
    return party


def _do_together(view: View, first: int, last: int) -> bool:
    """True where a verb of what is done in one room stands beside them; in Turkish at the end."""
    together = _WORDS[view.lexicon.language].together
    if view.lexicon.language == "tr":
        ends = [k for k in range(last + 1, view.size) if view.is_word(k)][-_AT_THE_END:]
        return any(view.form(k).startswith(together) for k in ends)
    near = [*range(max(0, first - _NEAR_VERB), first), *range(last + 1, last + 1 + _BEHIND)]
    if view.lexicon.language == "en":
        near = [k for k in near if k > last]
    return any(view.form(k).startswith(together) for k in near)


def _are_apart(view: View) -> bool:
    apart = _WORDS[view.lexicon.language].apart
    return any(view.form(k).startswith(apart) for k in range(view.size))


def _is_where(view: View, mention: Mention) -> bool:
    """True for the town that "in" leads."""
    if mention.category not in ("place", "either") or mention.case not in (None, "locative"):
        return False
    where = _WORDS[view.lexicon.language].where
    fronts = set(mention.proclitics)
    return (
        mention.case == "locative" or view.form(mention.first - 1) in where or bool(fronts & where)
    )


# Is it the subject of a verb?


def _english(view: View, first: int, last: int) -> bool:
    opens = first == 0 or view.is_break(first - 1) or view.form(first - 1) in ("the", "that")
    j = last + 1
    if view.is_comma(j):  # of an apposition: "his colleague, Y, signed", or of "Y, 61, signed"
        j = view.aside_from.get(j, j) + 1
    no_verb = _WORDS["en"].no_verb
    plain = view.is_word(j) and view.mention_at[j] is None and view.time_at[j] is None
    return opens and plain and view.form(j) not in no_verb


def _arabic(view: View, first: int, last: int) -> bool:
    """True behind a verb, or behind a plain word that opens the clause, which is one: VSO."""
    tokens = view.tokens
    before = range(max(0, first - _NEAR_VERB), first)
    if first == 0:
        return last + 1 < view.size and is_verb(tokens[last + 1])
    if any(is_verb(tokens[k]) for k in before if view.mention_at[k] is None):
        return all(view.is_word(k) for k in before[1:])
    opens = first == 1 or view.is_break(first - 2)
    form = view.form(first - 1)
    plain = view.is_word(first - 1) and not form.startswith(("ال", "لل"))
    return opens and plain and form not in _WORDS["ar"].no_verb


def _turkish(view: View, first: int, last: int) -> bool:
    ends = (view.mention_at[k] for k in (first, last))
    bare = all(m is not None and m.case == "nominative" for m in ends)
    return bare and view.form(last + 1) not in _WORDS["tr"].no_verb


def _hebrew(view: View, first: int, last: int) -> bool:
    no_verb = _WORDS["he"].no_verb
    if first == 0 or view.is_break(first - 1):
        j = last + 1 + view.is_comma(last + 1)
        return view.is_word(j) and view.mention_at[j] is None and view.form(j) not in no_verb
    opens = first == 1 or view.is_break(first - 2)
    return opens and view.is_word(first - 1) and view.form(first - 1) not in no_verb


_READERS = {"en": _english, "ar": _arabic, "tr": _turkish, "he": _hebrew}
