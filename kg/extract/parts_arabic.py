"""Tell where an Arabic sentence speaks of a country or capital as a place.

In:  a view and a mention that may be either. Out: yes or no.
In front of a place stand "in" and its like; "on" only behind an attack, "from" and "to" only with
a movement, or where the sentence tells from where somebody speaks ("من نيويورك،"). Verbs of going
have the place as their object ("زار كييف"), a capital that hosts is where it happens.
The words are in cues_ar.toml and grammar_ar.toml.
"""

from kg.extract.view import View
from kg.lexicon.gazetteer import load_gazetteer
from kg.lexicon.grammar import words_of
from kg.model.mention import Mention

_ON, _BETWEEN = "علي", "بين"
_FROM = "من"
_AND_FROM = ("من", "ومن")
_EACH = words_of("ar", "each_of")
_ONWARD = words_of("ar", "onward")
_VISITING = words_of("ar", "visiting")
_VISITED = words_of("ar", "visited")
_VISITING_SHE = words_of("ar", "visiting_she")
_WHERE = words_of("ar", "where")
_HOSTING = words_of("ar", "host_towns")
_SEEING = words_of("ar", "towns_that_see")
_SEEN = words_of("ar", "events_seen")
_NEWS = words_of("ar", "news_that_reaches")
_NEAR, _FAR, _FARTHEST = 4, 10, 18
_SLASHES = frozenset("/،,")
_DASHES = frozenset("-–—ـ(")
_LONGEST_DATELINE = 7


def stands_in_arabic(view: View, mention: Mention) -> bool:
    """Return whether the words around the mention make it a place."""
    if view.form(mention.last + 1) in _WHERE or _is_gone_to(view, mention):
        return True
    if _is_host_town(view, mention) or _is_filed_from(view, mention):
        return True
    before = _head_before(view, mention.first - 1)
    form = view.form(before)
    if form == _ON:
        return _has_before(view, before, _NEAR, "struck")
    if form == _BETWEEN:
        return _has_before(view, before, _NEAR, "borders")
    if form in _AND_FROM:
        return _is_from_there(view, mention, before)
    if any(r.stem in view.lexicon.word_set("toward") for r in view.readings(before)):
        return _has_before(view, before, _FAR, "motion") or _opens_with_motion(view, before)
    places = view.lexicon.word_set("place_prepositions")
    return form in places or any(r.stem in places for r in view.readings(before))


def _is_gone_to(view: View, mention: Mention) -> bool:
    """True for the object of a verb of going: "زار كييف", "غادر الوزير كييف", "زيارته كييف"."""
    if mention.proclitics:
        return False
    before = _head_before(view, mention.first - 1)
    form = view.form(before).removeprefix("و")
    if form in _VISITED:
        return True
    if form in _VISITING:
        return mention.gender == "feminine" and not _is_reached_by_news(view, mention)
    subject = view.mention_to(before)
    if subject is None or not (subject.person or subject.human) or subject.category != "actor":
        return False
    verb = view.form(subject.first - 1).removeprefix("و")
    return verb in _VISITING or verb in _VISITING_SHE or verb in _VISITED


def _is_reached_by_news(view: View, mention: Mention) -> bool:
    """True for "وصل بغداد رد …": an answer reaches a government."""
    return any(r.stem in _NEWS for r in view.readings(mention.last + 1))


def _is_host_town(view: View, mention: Mention) -> bool:
    """True for the capital of "تستضيف القاهرة قمة": what it hosts happens there.

    Where it only "sees" something that has to be an event: "شهدت أنقرة تقاربا" is no place.
    """
    form = view.form(_head_before(view, mention.first - 1))
    if mention.proclitics or not (form in _HOSTING or form in _SEEING):
        return False
    if form in _SEEING and not any(r.stem in _SEEN for r in view.readings(mention.last + 1)):
        return False
    entry = load_gazetteer().entry(mention.gazetteer_id or "")
    return entry is not None and entry.kind is None


def _is_filed_from(view: View, mention: Mention) -> bool:
    """True for a town at the head of a report's first line: "موسكو، 12 فبراير", "يريفان/باكو –"."""
    if mention.last >= _LONGEST_DATELINE:
        return False
    after, rest = mention.last + 1, view.size - mention.last - 1
    if mention.first == 0:
        return rest > 1 and view.is_comma(after) and _is_date(view, after + 1)
    sign = view.tokens[mention.first - 1].text
    if sign not in _SLASHES:
        return False
    if rest == 0:
        return sign == "/" and mention.first > 1
    first = view.mention_to(mention.first - 2)
    led = first is not None and first.first == 0 and first.category in ("either", "place")
    return led and view.tokens[after].text in _DASHES


def _is_date(view: View, first: int) -> bool:
    """True where nothing but a date stands from there to the end."""
    return all(view.time_at[i] is not None for i in range(first, view.size))


def _opens_with_motion(view: View, before: int) -> bool:
    """True for "وصل وفد … برئاسة الوزيرة فلانة إلى دمشق": the verb stands first, far in front."""
    if any(view.is_break(k) for k in range(before)) or before > _FARTHEST:
        return False
    motion = view.lexicon.word_set("motion")
    return any(r.stem in motion for r in view.readings(0))


def _head_before(view: View, i: int) -> int:
    """Step left over an adjective ("العاصمة السودانية") and over "each of"."""
    mention = view.mention_at[i] if i >= 0 else None
    while mention is not None and mention.category == "adjective":
        i = mention.first - 1
        mention = view.mention_at[i] if i >= 0 else None
    if view.form(i) == _FROM and any(r.stem in _EACH for r in view.readings(i - 1)):
        i -= 2
    return i


def _is_from_there(view: View, mention: Mention, before: int) -> bool:
    """True for "from A to B", for "…, from Paris, …" and with a movement."""
    after = mention.last + 1
    if view.form(after) in _ONWARD:
        return True
    set_off = before == 0 or view.is_break(before - 1)
    if set_off and view.is_break(after) and view.is_comma(after):
        return True
    return _has_before(view, before, _FAR, "motion")


def _has_before(view: View, i: int, reach: int, words: str) -> bool:
    """True when one of these words stands in front of token `i`, not farther than that."""
    wanted = view.lexicon.word_set(words)
    for k in range(i - 1, max(-1, i - 1 - reach), -1):
        if view.is_break(k):
            return False
        if any(r.stem in wanted for r in view.readings(k)):
            return True
    return False
