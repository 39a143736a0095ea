"""Find who was told of a red line by the words behind it: "وإن طهران أبلغت الوفد ذلك".

In:  an Arabic view, the statements of the line's sentence. Out: the same, heard by whoever is told
"so" or "of that" by the speaker or by his state; what somebody else tells is another matter.
    أبلغت A B بذلك، أبلغ نظيره C ذلك        behind a verb that takes whom it informs
    أوضح ذلك لنظيره C، كرر ذلك لـB          "so" first, whom behind it
    خط أحمر أُبلغت به B                     of which B was told
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.attribution import can_act, unlinked_mention
from kg.extract.cues import Cue
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.draft import DraftRedLine, DraftStatement, Party, Pointer
from kg.model.mention import Mention

_SO = words_of("ar", "told_so")
_COUNTERPART = words_of("ar", "counterparts_told")
_FINITE = ("past", "present")
_OF_IT = words_of("ar", "told_of_it")
_SIDES = words_of("ar", "two_sides_told")
_AND = (("و",), ("ف",))
_WITHIN = 8


def hear_lines(
    view: View, statements: Sequence[DraftStatement], lines: Sequence[DraftRedLine]
) -> list[DraftStatement]:
    """Return the statements, those that draw a line with who was told of it."""
    drawn = {line.under for line in lines}
    told = told_so(view) if drawn and view.lexicon.language == "ar" else None
    if told is None:
        return list(statements)
    heard, teller = told
    return [
        replace(s, addressees=(*s.addressees, heard))
        if s.key in drawn and (teller is None or _tells_for(teller, s.speaker))
        else s
        for s in statements
    ]


def told_so(view: View) -> tuple[Party, Mention | None] | None:
    """Return who is told "so" in the sentence, and by whom, None where nobody is named."""
    for i in range(1, view.size):
        if view.form(i) in _OF_IT and (told := _told_of_it(view, i)) is not None:
            return told
        if view.form(i) not in _SO or view.quotation_at[i] is not None:
            continue
        found = next(_told_at(view, i), None)
        if found is not None:
            heard, k = found
            return heard, _teller(view, range(k, i), heard)
    return None


def _told_of_it(view: View, i: int) -> tuple[Party, Mention | None] | None:
    """Return Paris of "a red line of which Paris was told", أبلغت به باريس, and who told it."""
    cue = view.cue_at.get(i - 1)
    if cue is None or cue.form not in _FINITE or not cue.row.object_addressee:
        return None
    first = view.mention_from(i + 1)
    if first is None:
        dual = view.form(i + 1) in _SIDES
        hint = unlinked_mention(view, i + 1, i + 1, number="dual") if dual else None
        place = view.tokens[i + 1].start if dual else 0
        return (Pointer(kind="pair", place=place, hint=hint), None) if dual else None
    if first.proclitics or not can_act(first):
        return None
    second = view.mention_from(first.last + 1)
    if second is not None and not second.proclitics and can_act(second):
        return second, first  # "which Ghana told Paris of"
    return first, None


def _teller(view: View, inside: range, heard: Party) -> Mention | None:
    """Return the subject of the verb that begins `inside`: in front of it or of who is told."""
    start = heard.span.start if isinstance(heard, Mention) else heard.place
    for m in view.mentions:
        if m.first in inside and m.span.end < start and m.category != "adjective":
            return m
    joined = any(r.proclitics[:1] in _AND for r in view.readings(inside.start))
    return None if joined else view.mention_to(inside.start - 1)


def _tells_for(teller: Mention, speaker: Party | None) -> bool:
    """True for the speaker himself, for his state and its capital."""
    if not isinstance(speaker, Mention):
        return False
    if teller.person and speaker.person:
        return teller.person.split()[-1] == speaker.person.split()[-1]
    if teller.kind == "state" and speaker.side is None and speaker.kind != "state":
        return True  # "said the minister …, and that Tehran had told the delegation so"
    ids = {teller.gazetteer_id, teller.side} - {None}
    return teller.kind == "state" and bool(ids & {speaker.gazetteer_id, speaker.side})


def _told_at(view: View, i: int) -> Iterator[tuple[Party, int]]:
    for k in range(i - 1, max(-1, i - _WITHIN), -1):
        cue = view.cue_at.get(k)
        if view.is_break(k):
            return
        if cue is None or cue.form not in _FINITE or cue.row.kind != "verb":
            continue
        if k == i - 1 and (behind := _behind(view, i + 1)) is not None:
            yield behind, k
        elif cue.row.object_addressee and i > cue.last + 1:
            told = _between(view, cue, i)
            if told is not None:
                yield told, k
        return


def _between(view: View, cue: Cue, i: int) -> Party | None:
    """Return whom the verb informs: the last one in front of "so"."""
    inside = [m for m in view.mentions if cue.last < m.first and m.last < i]
    if not inside:
        return _unknown(view, cue.last + 1, i - 1)
    last = inside[-1]
    if (counterpart := _counterpart(view, last)) is not None:
        return counterpart
    if last.last == i - 1:
        return last if can_act(last) or last.category == "adjective" else None
    return _unknown(view, last.last + 1, i - 1) if len(inside) == 1 else None


def _behind(view: View, j: int) -> Party | None:
    """Return whom "to" leads to behind "made that clear"."""
    named = view.mention_from(j)
    if named is not None and named.proclitics[-1:] == ("ل",) and can_act(named):
        return named
    if not any(r.stem in _COUNTERPART and "ل" in r.proclitics for r in view.readings(j)):
        return None
    adjective = view.mention_from(j + 1)
    if adjective is None:
        return None
    person = view.mention_from(adjective.last + 1)
    if person is not None and person.person:
        return person
    return _counterpart(view, adjective)


def _counterpart(view: View, side: Mention) -> Party | None:
    j = side.first - 1
    if side.category != "adjective" or j < 0:
        return None
    fronts = [r for r in view.readings(j) if r.stem in _COUNTERPART and r.enclitic]
    if not fronts:
        return None
    cut = len("".join(fronts[0].proclitics))
    words = view.text(view.span(j, side.last))[cut:]
    return Pointer(kind="counterpart", place=view.tokens[j].start, hint=side, words=words)


def _unknown(view: View, first: int, last: int) -> Mention | None:
    definite = first <= last and any(r.definite for r in view.readings(first))
    found = unlinked_mention(view, first, last) if definite else None
    return replace(found, kind="official") if found is not None else None
