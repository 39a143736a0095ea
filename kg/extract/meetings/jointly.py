"""Find who acts together: "X and his Czech counterpart, Y, unveiled a plaque in Brno on Monday".

In:  a view, what it says and whom it tells to have met, a source of keys. Out: at most one meeting.
Two officials of different sides who did what is done in one room (`done_together` of the grammars:
to inaugurate; to sign, but in English) have met, though no word of meeting tells it. That is looked
for last, where a sentence has told nothing else, and is less sure than what such words tell. What
may, almost or never was done, and what each does for himself (`apart`), tells of nobody together.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.extract.confidence import score_meeting
from kg.extract.meetings.base import Found
from kg.extract.told import Told
from kg.extract.view import View
from kg.lexicon.gazetteer import load_gazetteer
from kg.lexicon.grammar import endings_of, words_of
from kg.model.draft import DraftMeeting, DraftTime
from kg.model.mention import Mention
from kg.model.timespan import TimeWords


@dataclass(frozen=True, slots=True)
class _Words:
    """Words of one language. `things` and `apart` are beginnings of words."""

    ands: frozenset[str]
    where: frozenset[str]
    done: frozenset[str]
    to_come: frozenset[str]
    beside: frozenset[str]
    things: tuple[str, ...]
    apart: tuple[str, ...]


_WORDS = {
    "en": _Words(
        words_of("en", "and"),
        words_of("en", "in_a_town"),
        words_of("en", "done_together"),
        words_of("en", "done_together_soon"),
        words_of("en", "beside_a_joint_verb"),
        endings_of("en", "things_of_one_room"),
        endings_of("en", "apart"),
    ),
    "ar": _Words(
        words_of("ar", "and"),
        words_of("ar", "in_a_town"),
        words_of("ar", "done_together"),
        words_of("ar", "done_together_soon"),
        frozenset(),
        endings_of("ar", "things_of_one_room"),
        endings_of("ar", "apart"),
    ),
    "tr": _Words(
        words_of("tr", "and"),
        frozenset(),  # the case tells it
        words_of("tr", "done_together"),
        words_of("tr", "done_together_soon"),
        frozenset(),
        endings_of("tr", "things_of_one_room"),
        endings_of("tr", "apart"),
    ),
    "he": _Words(
        words_of("he", "and"),
        words_of("he", "in_a_town"),
        words_of("he", "done_together"),
        words_of("he", "done_together_soon"),
        frozenset(),
        endings_of("he", "things_of_one_room"),
        endings_of("he", "apart"),
    ),
}
_LONGEST_LINK = 7
_MOST = 4
_NEAR_VERB = 6


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
    verb = _READERS[view.lexicon.language](view, first, last)
    if verb is None or _are_apart(view) or not _is_of_one_room(view, verb):
        return []
    if view.form(first - 1) == "that" and host is None:
        return []  # "it was untrue that A and B signed"
    draft = _drafted(view, parties, host, verb, next(keys))
    return [Found(draft, (first, last), 0, view.size - 1, host)]


def _drafted(
    view: View, parties: Sequence[Mention], host: Told | None, verb: int, key: int
) -> DraftMeeting:
    language = view.lexicon.language
    scope = (0, view.size - 1) if host is None else (host.content_first, host.content_last)
    ahead = view.form(verb) in _WORDS[language].to_come or view.form(verb - 1) == "will"
    times, place = _when(view, parties, verb), _where(view, parties, verb)
    time = times[0] if len(times) == 1 else None
    return DraftMeeting(
        key=key,
        sentence=view.sentence.index,
        rule=f"meeting/jointly/{language}",
        cues=(view.span(verb, verb),),
        evidence=(view.words_span(*scope) or view.span(*scope),),
        participants=tuple(parties),
        place=place,
        status="planned" if ahead else "held",
        time=DraftTime(words=time, tense="future" if ahead else "past") if time else None,
        score=score_meeting(parties=1, inferred=True),
    )


def _clause(view: View, parties: Sequence[Mention], verb: int) -> range:
    """Return the tokens of the main clause, up to the first mark behind names and verb."""
    first, last = min(verb, parties[0].first), max(verb, parties[-1].last)
    if view.lexicon.language == "tr":
        return range(parties[-1].last + 1, verb)
    end = next((k for k in range(last + 1, view.size) if view.is_break(k) or view.is_stop(k)), None)
    return range(first, view.size if end is None else end)


def _when(view: View, parties: Sequence[Mention], verb: int) -> list[TimeWords]:
    """Return the times of the main clause, and of what is set off in front of it."""
    clause = _clause(view, parties, verb)
    told = (view.time_at[k] for k in range(view.size) if k in clause or k < parties[0].first)
    return list(dict.fromkeys(time for time in told if time is not None))


def _where(view: View, parties: Sequence[Mention], verb: int) -> Mention | None:
    """Return the town of the main clause, where one alone is told; a state tells of no room."""
    clause = _clause(view, parties, verb)
    towns = [m for m in view.mentions if m.first in clause and _is_where(view, m)]
    return towns[0] if len(towns) == 1 else None


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


def _is_of_one_room(view: View, verb: int) -> bool:
    """True where a pact is signed, a bridge opened: not a petition, nor a trap fallen into."""
    things = _WORDS[view.lexicon.language].things
    told = (i for i in range(view.size) if i != verb and view.mention_at[i] is None)
    return any(view.form(i).startswith(things) for i in told)


def _are_apart(view: View) -> bool:
    apart = _WORDS[view.lexicon.language].apart
    return any(view.form(k).startswith(apart) for k in range(view.size))


def _is_where(view: View, mention: Mention) -> bool:
    """True for the town that "in" leads."""
    entry = load_gazetteer().entry(mention.gazetteer_id) if mention.gazetteer_id else None
    town = mention.category in ("place", "either") and (entry is None or entry.kind is None)
    if not town or mention.case not in (None, "locative"):
        return False
    where = _WORDS[view.lexicon.language].where
    led = view.form(mention.first - 1) in where or bool(where.intersection(mention.proclitics))
    return mention.case == "locative" or led


# Of which verb are they the subject? Each returns its token, None for no verb of this kind.


def _is_done(view: View, k: int) -> bool:
    words = _WORDS[view.lexicon.language]
    return view.form(k) in words.done or view.form(k) in words.to_come


def _english(view: View, first: int, last: int) -> int | None:
    opens = first == 0 or view.is_break(first - 1) or view.form(first - 1) in ("the", "that")
    j = last + 1
    if view.is_comma(j):  # of an apposition: "his colleague, Y, signed", or of "Y, 61, signed"
        j = view.aside_from.get(j, j) + 1
    beside = _WORDS["en"].beside
    for k in range(j, min(view.size, j + _NEAR_VERB) if opens else j):
        if _is_done(view, k):
            plain = view.form(k) in _WORDS["en"].done or view.form(k - 1) == "will"
            return k if plain and view.form(k + 1) not in words_of("en", "not_done") else None
        if view.form(k) not in beside and view.time_at[k] is None:
            return None
    return None


def _arabic(view: View, first: int, last: int) -> int | None:
    """The verb stands right in front of them, or they open the clause and it follows."""
    k = first - 1
    if k < 0:
        return last + 1 if _is_done(view, last + 1) else None
    negated = k > 0 and view.form(k - 1) in words_of("ar", "not_done")
    return k if _is_done(view, k) and not negated else None


def _turkish(view: View, first: int, last: int) -> int | None:
    """The verb stands at the end."""
    ends = (view.mention_at[k] for k in (first, last))
    bare = all(m is not None and m.case == "nominative" for m in ends)
    k = next((i for i in range(view.size - 1, last, -1) if view.is_word(i)), None)
    return k if bare and k is not None and _is_done(view, k) else None


def _hebrew(view: View, first: int, last: int) -> int | None:
    """The verb stands right behind them, a comma between, or right in front where it opens."""
    j = last + 1 + view.is_comma(last + 1)
    if (first == 0 or view.is_break(first - 1)) and _is_done(view, j):
        return j
    return first - 1 if first == 1 and _is_done(view, 0) else None


_READERS = {"en": _english, "ar": _arabic, "tr": _turkish, "he": _hebrew}
