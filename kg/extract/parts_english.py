"""Tell where an English sentence speaks of a country or capital as a place.

In:  a view and a mention that may be either. Out: yes or no.
    in Peru; flew out of Lima; left Peru on Friday; invited the minister to Lima; warned from Lima;
    the border with Peru; a Lima hotel; in the streets of Lima; the capital, Lima,
    told Peru, left Peru with no choice, sent a letter to Lima, a pact with Peru (its government)
"""

from typing import Literal

from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.mention import Mention

_ARTICLES = frozenset({"the"})
_SITES = words_of("en", "sites_of_a_town")
_PARTS = words_of("en", "parts_of_a_country")
_SORTS = words_of("en", "sorts_of_place")
_ENTERED = words_of("en", "goes_to_a_place")
_LEFT = words_of("en", "goes_from_a_place")
_BEHIND_LEFT = words_of("en", "behind_a_place_left")
_GOERS = words_of("en", "goes_away")
_STARTS = words_of("en", "sets_out_for")
_HEADS = frozenset({"head", "heads", "headed", "heading", "bound"})  # nothing between it and "for"
_THINKS = frozenset({"believes", "thinks", "agrees", "doubts", "fears", "hopes", "wants"})
_HAVING = frozenset({"had", "has", "have"})
_REACHED = frozenset({"reached", "reaches"})
_MESSAGES = words_of("en", "reaches_a_government")
_OBJECTS = frozenset({"the", "a", "an", "that", "with", "its", "his", "her", "this"})
_EMPTY = frozenset({"it"})
_SPEAKS = words_of("en", "speaks_from_a_place")
_CALLS = words_of("en", "brings_somebody_to")
_SENDS = words_of("en", "sends_somebody_to")
_SENT = words_of("en", "sent_to_a_place")
_GOODS = words_of("en", "goods_on_their_way")
_BORDERS = words_of("en", "borders_with")
_THINGS = words_of("en", "named_things")
_STAFF = words_of("en", "staff_of_a_body")
_SEATS = words_of("en", "seats_of_bodies")
_BODIES = ("organization", "ministry", "media")
_MOVED_WITHIN = 4
_STARTED_WITHIN = 3
_CALLED_WITHIN = 8


def stands_in_english(view: View, mention: Mention) -> bool:
    """Return whether the words around the mention make it a place."""
    before = _front(view, mention.first - 1)
    form = view.form(before)
    places = view.lexicon.word_set("place_prepositions")
    if form in places or any(r.stem in places for r in view.readings(before)):
        return True
    if form in view.lexicon.word_set("toward") and _is_moved(view, before):
        return True
    if (form in _ENTERED and _is_entered(view, before)) or (
        form in _LEFT and _is_left(view, mention, before)
    ):
        return True
    if form in _FRONTS and _FRONTS[form](view, before):
        return True
    return _is_town_itself(view, mention, before)


def names_a_thing(view: View, mention: Mention) -> bool:
    """True for "the Lima Convention", "the Lima agreement": a treaty, called after a town.

    Not where the word is a verb: "Lima notes the decision".
    """
    after = mention.last + 1
    named = view.form(after) in _THINGS and view.form(after + 1) not in _OBJECTS
    return named and (_is_town(mention) or view.tokens[after].text[0].isupper())


def _is_town(mention: Mention) -> bool:
    """True for a capital whose state does not bear its name."""
    return mention.side not in (None, mention.gazetteer_id)


def part_of_unlisted(view: View, mention: Mention) -> Literal["actor", "place"] | None:
    """Return what a body no list has is: a place behind "at the", nobody in front of its things.

    at the presidential palace; the Kenyan embassy staff; warned on state television
    """
    if mention.role is None or mention.kind not in _BODIES:
        return "actor"
    after, before = mention.last + 1, mention.first - 1
    if view.form(after) in view.lexicon.word_set("belongings") | _STAFF:
        return None
    before -= view.form(before) == "the"
    if mention.kind == "media":
        return None if view.form(before) == "on" else "actor"
    seated = view.form(before) in ("at", "inside", "outside")
    seat = view.form(mention.last) in _SEATS or mention.role == "presidency"
    return "place" if seated and seat else "actor"


def _front(view: View, i: int) -> int:
    """Step left over the article and over an adjective: "the Azerbaijani capital Baku"."""
    while view.form(i) in _ARTICLES or _is_apposed(view, i):
        i -= 1
    return i


def _is_apposed(view: View, i: int) -> bool:
    mention = view.mention_at[i] if 0 <= i < view.size else None
    return mention is not None and mention.category == "adjective"


def _has_before(view: View, i: int, reach: int, wanted: frozenset[str]) -> bool:
    """True when one of these words stands in front of token `i` in its clause, so near."""
    for k in range(i - 1, max(-1, i - 1 - reach), -1):
        if view.is_break(k):
            return False
        if view.form(k) in wanted:
            return True
    return False


def _is_moved(view: View, before: int) -> bool:
    """True for "flew to Peru", "the way from Peru"."""
    motion = view.lexicon.word_set("motion")
    near = range(max(0, before - _MOVED_WITHIN), before)
    return any(r.stem in motion for i in near for r in view.readings(i))


def _is_left(view: View, mention: Mention, verb: int) -> bool:
    """True for "X left Peru on Friday", not for "left Peru with no choice", "the war left Peru"."""
    after = mention.last + 1
    behind = (
        after >= view.size
        or not view.is_word(after)
        or view.form(after) in _BEHIND_LEFT
        or view.time_at_or_none(after) is not None
    )
    return behind and (view.form(verb).endswith("ing") or _has_goer(view, verb))


def _is_entered(view: View, verb: int) -> bool:
    """True for "he reached Peru", not for "the letter reached Peru"; who visits is somebody."""
    return view.form(verb) not in _REACHED or view.form(verb - 1) not in _MESSAGES


def _has_goer(view: View, verb: int) -> bool:
    """True where somebody, or a word that goes on from him, stands in front of the verb.

    A state goes nowhere: "Turkey left Moscow to decide", "Washington had left Kyiv on its own".
    """
    k = verb - 1
    if view.form(k) in _HAVING:
        k -= 1
        if view.mention_to(k) is None:
            return True
    goer = view.mention_to(k)
    if goer is None:
        return view.form(k) in _GOERS
    return goer.category != "either" and goer.kind != "state"


def _is_within(view: View, of: int) -> bool:
    """True for "out of Lima", "the streets of Lima"; not for "much of Lima believes"."""
    town = view.mention_from(of + 1)
    if view.form(of - 1) == "much" and town is not None and view.form(town.last + 1) in _THINKS:
        return False
    return view.form(of - 1) in _PARTS or view.form(of - 1) in _SORTS


def _is_goal(view: View, to: int) -> bool:
    """True for "invited him to Lima", "sent its envoy to Lima", "exports of cars to Peru"."""
    if _has_before(view, to, _CALLED_WITHIN, _CALLS | _GOODS):
        return True
    if view.form(to - 1) in _SENT:
        return view.form(to - 2) not in _EMPTY  # "when it comes to Peru"
    return _is_somebody(view, to - 1) and _has_before(view, to, _CALLED_WITHIN, _SENDS)


def _is_somebody(view: View, i: int) -> bool:
    """True for a person or an office, whom one sends: not a letter."""
    mention = view.mention_to(i)
    return mention is not None and bool(mention.person or mention.role)


def _is_start(view: View, before: int) -> bool:
    """True for "left for Peru", "set off Monday for Peru"; not for "left it for Peru to judge"."""
    if _has_before(view, before, 1, _STARTS):
        return True
    if not _has_before(view, before, _STARTED_WITHIN, _STARTS - _HEADS):
        return False
    named = view.mention_from(before + 1)
    return named is None or view.form(named.last + 1) != "to"


def _is_spoken(view: View, before: int) -> bool:
    """True for "warned from Lima", "told reporters from Lima"."""
    return view.form(before - 1) in _SPEAKS


def _is_border(view: View, before: int) -> bool:
    """True for "the border with Peru"."""
    return view.form(before - 1) in _BORDERS


_FRONTS = {
    "of": _is_within,
    "to": _is_goal,
    "for": _is_start,
    "from": _is_spoken,
    "with": _is_border,
}


def _is_town_itself(view: View, mention: Mention, before: int) -> bool:
    """True for "a Lima hotel", "the capital, Lima,": a town, whose name its state does not bear."""
    if not _is_town(mention):
        return False
    after = mention.last + 1
    if view.form(after) in _SITES and view.tokens[after].text.islower():
        return True
    before -= view.is_comma(before)
    return view.form(before) in _SORTS
