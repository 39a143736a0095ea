"""Find who passed English words on, named beside the verb: "in an interview with X".

In:  a view, a statement as arranged, the others of its sentence. Out: mentions, mostly none.
An outlet stands behind a preposition that follows a noun of speech or a participle ("comments to
X", "seen by X"); whoever carries a message stands behind "through" or "via".
"""

from collections.abc import Iterator, Sequence

from kg.extract.attribution import can_act
from kg.extract.told import Told
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.mention import Mention

_REACH = 18
_LEADS = words_of("en", "leads_to_an_outlet")
_THROUGH = words_of("en", "through_an_outlet")
_BETWEEN = 4
_APART = frozenset({"after", "before", "since", "following", "despite", "over", "about"})
_HIS = frozenset({"his", "her", "their"})


def find_passed_on(view: View, one: Told, others: Sequence[Told]) -> Iterator[Mention]:
    """Yield who passed the words on and is named beside them."""
    if view.lexicon.language != "en":
        return
    cue = one.attribution.cue
    for mention in view.mentions:
        if abs(mention.first - cue.first) > _REACH or not can_act(mention):
            continue
        if mention in (one.speaker, *one.via, *one.addressees) and mention.kind != "media":
            continue
        if mention in (one.speaker, *one.via) or any(t.covers(mention.first) for t in others):
            continue
        if one.attribution.before and one.first <= mention.first <= one.content_last:
            continue
        if _carries(view, mention):
            yield mention


def _carries(view: View, mention: Mention) -> bool:
    """True behind "in an interview with", "seen by", and of a messenger behind "through"."""
    lead = _lead_of(view, mention)
    if lead is None:
        return False
    if view.form(lead) in _THROUGH:
        return view.form(lead + 1) != "its" or mention.kind != "state"
    if mention.kind != "media" or view.form(lead) not in _LEADS:
        return False
    words = view.lexicon.word_set("aired") | view.lexicon.word_set("carried")
    behind = range(lead - 1, max(-1, lead - _BETWEEN), -1)
    noun = next((k for k in behind if view.form(k) in words), None)
    if noun is not None and _is_of_another(view, noun):
        return False
    return noun is not None or (view.form(lead) == "on" and lead - 1 in view.cue_at)


def _is_of_another(view: View, noun: int) -> bool:
    """True for "after his son's interview", "following the interview": not where it is told."""
    for k in range(noun - 1, max(-1, noun - 1 - _BETWEEN), -1):
        form = view.form(k)
        if form in _APART:
            return True
        if form.endswith(("'s", "’s")) and view.form(k - 1) in _HIS:
            return True
        if not view.is_word(k) or k in view.cue_at or form in ("in", "during", "to", "on"):
            return False
    return False


def _lead_of(view: View, mention: Mention) -> int | None:
    """Return the preposition in front of a name, articles and sorts of outlets between."""
    sorts = view.lexicon.word_set("outlet_sorts") | view.lexicon.word_set("determiners")
    for k in range(mention.first - 1, max(-1, mention.first - 1 - _BETWEEN), -1):
        form = view.form(k)
        if form in _LEADS | _THROUGH:
            return k
        owner = view.mention_at[k]
        if form not in sorts and not (owner is not None and owner.category != "actor"):
            return None
    return None
