"""Find who heard Hebrew words and stands beside the verb of telling, not behind it.

In:  a view, a statement as arranged, the others of its sentence. Out: a party, mostly None.
    אמר בפגישה עם נציגי הדייגים; בשיחת טלפון עם נשיא פרו הזהיר      with whom one talks
    בריאיון ל-BBC האשימה השרה את צ'ילה                             who asks the questions
    הכחיש ברדיו אוקאפי; אמר בנאום בפרלמנט                          where the words are spoken
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.attribution import can_act, unlinked_mention
from kg.extract.cues import Cue
from kg.extract.hebrew_crowds import crowd_from
from kg.extract.mentions.hebrew_parts import is_verb
from kg.extract.told import Told
from kg.extract.view import View
from kg.extract.written_to import belongs_elsewhere, find_written_to
from kg.lexicon.grammar import words_of
from kg.model.draft import Party
from kg.model.mention import Mention

_TALKS = words_of("he", "talks_in_which_one_is_told")
_HELD = words_of("he", "held_a_talk")
_REPORTERS = words_of("he", "reporters")
_WRITES = words_of("he", "writes_for_an_outlet")
_SPEECHES = words_of("he", "speaks_there") | _TALKS
_WHEN = words_of("he", "before_or_after")
_TOLD_OF = words_of("he", "told_of")
_ON = ("כש", "לכש")
_WITH = frozenset({"עם", "ועם"})
_TO = "ל"
_IN = (("ב",), ("ו", "ב"))
_REACH, _WITHIN = 16, 8
_SEVERAL = ("ים", "ות")


def find_heard_in_hebrew(view: View, one: Told, others: Sequence[Told]) -> Party | None:
    """Return who heard the words, None where nobody stands beside them."""
    if isinstance(one.speaker, Mention) and one.speaker.kind == "media":
        return None
    cue = one.attribution.cue
    for i in range(max(0, cue.first - _REACH), min(view.size, cue.last + _REACH)):
        if not _is_talk(view, i) or belongs_elsewhere(view, i, one, others):
            continue
        if _is_of_other_clause(view, i, cue) or (one.covers(i) and one.attribution.clausal):
            continue
        found = _partner(view, i)
        if found is None or found == one.speaker:
            continue
        if not one.covers(i) or found.kind == "media":
            return found  # "denied the report in an interview with the BBC"
    heard = next(_spoken_in(view, one, others), None)
    return heard or find_written_to(view, one, others)


def _is_talk(view: View, i: int) -> bool:
    """True for "בפגישה", "בשיחת (טלפון)", "בריאיון"."""
    if view.mention_at[i] is not None:
        return False
    return any(r.proclitics in _IN and r.stem in _TALKS for r in view.readings(i))


def _is_of_other_clause(view: View, i: int, cue: Cue) -> bool:
    """True for "said, after two were killed in a fight with X, that": others are at it there."""
    for k in range(i - 1, -1, -1):
        if cue.first <= k <= cue.last or view.is_break(k):
            return False
        if view.time_at[k] is None and (view.form(k) in _WHEN or view.form(k).startswith(_ON)):
            return True
    return False


def _partner(view: View, i: int) -> Mention | None:
    """Return who stands behind "with", or is asked for an answer: "בריאיון ל-BBC"."""
    for k in range(i + 1, min(view.size, i + _WITHIN)):
        if view.form(k) in _WITH:
            return _met(view, k + 1)
        mention = view.mention_from(k)
        if mention is not None and _TO in mention.proclitics:
            return mention if can_act(mention) else None
        hyphen = view.form(k) == "-" and view.tokens[k].start == view.tokens[k - 1].end
        if view.form(k) == _TO and (quoted := _quoted_outlet(view, k)) is not None:
            return quoted
        ends = (
            (view.is_break(k) and not hyphen)
            or view.form(k) == "כי"
            or view.quotation_at[k] is not None
        )
        if ends or (is_verb(view.tokens[k]) and view.form(k) not in _HELD):
            return None
    return None


def _quoted_outlet(view: View, k: int) -> Mention | None:
    """Return the medium of "בריאיון ל"סודאן טריביון"", whose letter stands at `k`."""
    quotation = view.quotation_at[k + 1] if k + 1 < view.size else None
    if quotation is None or view.tokens[k].end != view.tokens[k + 1].start:
        return None
    mention = view.mention_from(quotation.inner_first)
    return mention if mention is not None and mention.kind == "media" else None


def _met(view: View, j: int) -> Mention | None:
    """Return the party at token `j`, a group by its sort too, but no reporters."""
    mention = view.mention_from(j)
    if mention is not None:
        return mention if can_act(mention) and not mention.proclitics else None
    if view.form(j) in _REPORTERS:
        return None
    crowd = crowd_from(view, j, view.size - 1)
    if crowd is None and view.form(j).endswith(_SEVERAL) and view.is_word(j):
        crowd = unlinked_mention(view, j, j, number="plural")
    return replace(crowd, kind=crowd.kind or "official", human=True) if crowd is not None else None


def _spoken_in(view: View, one: Told, others: Sequence[Told]) -> Iterator[Mention]:
    """Yield the broadcaster or parliament of "הכחיש ברדיו אוקאפי", "אמר בנאום בפרלמנט"."""
    cue = one.attribution.cue
    if one.speaker is None or view.form(cue.first) in _WRITES:
        return
    for mention in view.mentions:
        near = abs(mention.first - cue.first) < _REACH
        if not near or mention.proclitics not in _IN or one.covers(mention.first):
            continue
        house = mention.role == "parliament" and mention.category == "actor"
        if not (house or mention.kind == "media") or mention == one.speaker:
            continue
        if _is_of_other_clause(view, mention.first, cue) or not _is_spoken_at(view, mention, cue):
            continue
        if not belongs_elsewhere(view, mention.first, one, others):
            yield mention


def _is_spoken_at(view: View, mention: Mention, cue: Cue) -> bool:
    """True for "הכחיש ברדיו", "נאם בפרלמנט ואמר": no "attacked the paper and said"."""
    speech = mention.first - 1
    while speech > 0 and not cue.first <= speech <= cue.last and view.time_at[speech] is not None:
        speech -= 1
    if any(r.stem in _SPEECHES for r in view.readings(speech)) and view.is_word(speech):
        return True
    if mention.first < cue.first:
        opens = mention.first == 0 or view.is_break(mention.first - 1)
        return opens and mention.last + 1 == cue.first
    between = range(cue.last + 1, mention.first)
    return all(view.time_at[k] is not None or _is_plain(view, k) for k in between)


def _is_plain(view: View, k: int) -> bool:
    """True inside of a subject, and at a word that leads nowhere else: "שוב", "אמש"."""
    named = view.mention_at[k]
    if named is not None:
        return named.proclitics != ("ל",)
    return view.form(k) not in _TOLD_OF and view.is_word(k) and not is_verb(view.tokens[k])
