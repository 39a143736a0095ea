"""Find to whom something was written: "in a letter to X, Y wrote", في رسالة إلى, mektupta, מכתב ל.

In:  a view, a statement as arranged, the others of its sentence. Out: the party the letter went to.
Lexicon: `letters` of cues_<language>.toml. The letter stands beside the verb, outside of what was
said; what another statement of the sentence stands between belongs to that one.
"""

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.attribution import can_act, unlinked_mention
from kg.extract.meetings.english_crowds import people_from
from kg.extract.meetings.words import load_meeting_words
from kg.extract.told import Told
from kg.extract.view import View
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention

_REACH = 16  # tokens between the letter and the verb
_HEAD = 4  # tokens at the head of a sentence: "In a letter to X …, Y, …, warned"
_LONGEST = 36  # tokens between a letter at the head and the verb
_WITHIN = 6  # tokens between the letter and whom it went to
_TO = {"en": ("to",), "ar": ("الي",), "he": ("אל",)}
_FUSED = {"ar": "ل", "he": "ל"}


def find_written_to(view: View, one: Told, others: Sequence[Told]) -> Party | None:
    """Return to whom the words were written."""
    letters = view.lexicon.word_set("letters")
    if not view.may_hold_word(letters):
        return None
    cue = one.attribution.cue
    fronted = range(min(_HEAD, cue.first)) if cue.first <= _LONGEST else range(0)
    beside = range(max(len(fronted), cue.first - _REACH), min(view.size, cue.last + _REACH))
    for i in (*fronted, *beside):
        if not any(r.stem in letters for r in view.readings(i)) and view.form(i) not in letters:
            continue
        if (
            one.covers(i)
            or view.mention_at[i] is not None
            or belongs_elsewhere(view, i, one, others)
        ):
            continue
        if (found := _reader(view, i)) is not None:
            return found
    return None


def belongs_elsewhere(view: View, i: int, one: Told, others: Sequence[Told]) -> bool:
    """True where the words of another statement, or a full stop, stand between."""
    if i < _HEAD and view.lexicon.language == "en" and one.attribution.order == "elided":
        return False  # "In a reply to X, Y denied it and said that"
    cue = one.attribution.cue.first
    between = range(min(i, cue), max(i, cue))
    if any(view.is_stop(k) or view.tokens[k].text == ";" for k in between):
        return True
    said_first = one.attribution.before and one.content_last < i < cue
    if said_first and not any(view.is_comma(k) for k in range(one.content_last, i)):
        return True  # "“lodged” a protest to X, Y was quoted as saying"
    return any(t is not one and t.covers(k) and not one.covers(k) for k in between for t in others)


def _reader(view: View, i: int) -> Party | None:
    language = view.lexicon.language
    if language == "tr":
        before = (view.mention_to(k) for k in range(i - 1, max(-1, i - _WITHIN), -1))
        return next(
            (m for m in before if m is not None and m.case == "dative" and can_act(m)), None
        )
    for k in range(i + 1, min(view.size, i + 1 + _WITHIN)):
        if not view.is_word(k) or view.quotation_at[k] is not None:
            return None
        mention = view.mention_from(k)
        if mention is not None and _FUSED.get(language) in mention.proclitics:
            return _reached(mention)
        if view.form(k) in _TO[language]:
            return named_behind(view, k)
    return None


def named_behind(view: View, k: int) -> Party | None:
    """Return the party behind "to" at token `k`, people without a name among them."""
    after = k + 1
    if view.lexicon.language == "en" and (pair := _pair(view, after)) is not None:
        return pair
    while view.form(after) in ("the", "his", "her", "its", "their"):
        after += 1
    if after > k + 1 and view.form(after) in view.lexicon.word_set("other_party"):
        return Pointer(kind="other", place=view.tokens[after].start)
    mention = view.mention_from(after) or view.mention_from(k + 1)
    if mention is not None and _only_owns(view, mention):
        return people_from(view, load_meeting_words("en"), k + 1)
    if mention is None and view.lexicon.language == "en":
        people = people_from(view, load_meeting_words("en"), k + 1)
        return people or _unknown_outlet(view, after)
    if mention is not None and mention.kind == "media" and view.lexicon.language == "en":
        return mention  # "in a written reply to Formosa Wire": who is told
    return _reached(mention) if mention is not None else None


def _only_owns(view: View, mention: Mention) -> bool:
    """True for the Israel of "speaking to Israel's Kan radio", not for CNN's journalist."""
    text = view.tokens[mention.last].text
    owns = view.lexicon.language == "en" and text.endswith(("'s", "’s", "s'", "s’"))
    return owns and mention.kind != "media"


def _pair(view: View, j: int) -> Pointer | None:
    """Return "both governments", "the two foreign ministers": those named before."""
    head = j + (view.form(j) == "the")
    heads = view.lexicon.word_set("pair_heads")
    if (
        view.form(head) not in ("both", "two")
        or not {view.form(head + 1), view.form(head + 2)} & heads
    ):
        return None
    return Pointer(kind="pair", place=view.tokens[j].start, number="dual", human=None)


def _unknown_outlet(view: View, first: int) -> Mention | None:
    """Return "Baltic Desk" of "in a reply to Baltic Desk": two capitals or more, nobody known."""
    last = first - 1
    while view.is_word(last + 1) and view.tokens[last + 1].text[0].isupper():
        last += 1
    if last <= first or view.time_at[first] is not None:
        return None
    found = unlinked_mention(view, first, last)
    return replace(found, kind="media", human=False) if found is not None else None


def _reached(mention: Mention) -> Mention | None:
    return mention if can_act(mention) and mention.kind != "media" else None
