"""Tell whether a Hebrew state's name is its government or the place.

In:  a view and a mention that may be either. Out: yes for the place.
"ב" always leads to a place; "ל" and "מ" do behind a word of motion; so do words of place before it
(צפון, גבול, תושבי) in a construct, and "את" behind a verb of leaving.
"""

from kg.extract.mentions.hebrew_parts import is_verb
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.mention import Mention

_LONGEST_VENUE = 3
_DESCRIBED = 6
_OF = "של"
_DIRECTIONS = frozenset({"ל", "מ"})
_REACH = 4
_GOING = words_of("he", "going")
_LEAVING = words_of("he", "leaving")
_RECALLING = words_of("he", "recalling")
_ENVOYS = words_of("he", "recalled")
_WARES = words_of("he", "wares")
_ONWARD = words_of("he", "onward")
_SENDING = words_of("he", "sending")
_TIDINGS = words_of("he", "goes_to_a_government")
_FORSAKEN = words_of("he", "forsaken")
_PAST_VERB = 7
_OBJECT = "את"
_PAST_COMMA = 20


def stands_in_hebrew(view: View, mention: Mention) -> bool:
    """Return True where the mention is the place."""
    places = view.lexicon.word_set("place_prepositions")
    before = mention.first - 1
    if view.form(before) == "של":
        before -= 1
    if not mention.proclitics and any(r.stem in places for r in view.readings(before)):
        return True
    if view.form(before) == _OBJECT:
        forsaken = view.form(mention.last + 1) in _FORSAKEN  # "עזבה את X לנפשה"
        return not forsaken and _is_led_by(view, before - 1, _LEAVING)
    moves = _DIRECTIONS & set(mention.proclitics) or view.form(before) == "אל"
    if not moves:
        return False
    motion = view.lexicon.word_set("motion")
    near = range(max(0, before - _REACH), before + 1)
    if any(r.stem in motion for i in near for r in view.readings(i)):
        return True
    if _sends_tidings(view, mention):
        return False
    if _is_led_by(view, before, _GOING) or _goes_on(view, mention):
        return True
    return "מ" in mention.proclitics and _comes_from(view, mention)


def _is_led_by(view: View, last: int, verbs: frozenset[str]) -> bool:
    """True where the nearest verb up to `last` is one of `verbs`: "תצא ביום רביעי לגואטמלה"."""
    for i in range(last, max(-1, last - _REACH), -1):
        if any(r.stem in verbs for r in view.readings(i)):
            return True
        if not view.is_word(i) or view.is_that(i) or is_verb(view.tokens[i]):
            return False
    return False


def _sends_tidings(view: View, mention: Mention) -> bool:
    """True for "הודעה נשלחה לאיראן": what is sent or given goes to a government, no place."""
    if "ל" not in mention.proclitics or not _is_led_by(view, mention.first - 1, _SENDING):
        return False
    near = range(max(0, mention.first - _PAST_VERB), min(view.size, mention.last + _REACH))
    return any(r.stem in _TIDINGS and not r.proclitics for i in near for r in view.readings(i))


def _goes_on(view: View, mention: Mention) -> bool:
    """True for the next stage of a journey: "תצא ללימה, ולאחר מכן לקיטו"."""
    before = mention.first - 1
    if "ל" not in mention.proclitics or view.form(before) not in _ONWARD:
        return False
    near = range(max(0, before - _PAST_COMMA), before)
    return any(r.stem in _GOING for i in near for r in view.readings(i))


def _comes_from(view: View, mention: Mention) -> bool:
    """True behind an envoy who is called back, and behind wares: "חשמל סולרי מירדן"."""
    before = mention.first - 1
    if view.form(before) in _ENVOYS and _is_led_by(view, before - 1, _RECALLING):
        return True
    described = view.is_word(before - 1) and view.mention_at[before] is None
    return view.form(before) in _WARES or (described and view.form(before - 1) in _WARES)


def is_site(view: View, k: int) -> bool:
    """True at "בעיר", "באי": a plain noun of place behind "in"."""
    return view.mention_at[k] is None and view.form(k) in view.lexicon.word_set("in_places")


def venue_end(view: View, j: int, limit: int) -> int:
    """Return the last token of "בארמון הנשיאות", "במטה האו״ם" that begins at `j`."""
    last, prepositions = j, view.lexicon.word_set("prepositions")
    while last + 1 <= limit and view.is_word(last + 1) and last - j < _LONGEST_VENUE:
        k = last + 1
        mention = view.mention_at[k]
        if view.form(k) in prepositions or view.time_at[k] is not None:
            break
        if mention is not None and mention.proclitics:
            break
        last = k
    return last


def place_at_length(view: View, j: int) -> Mention | None:
    """Return the town of "בעיר הנמל מומבסה", "בעיר השווייצרית לוגאנו", "בנמל התעופה של אנטבה"."""
    if view.form(j) not in view.lexicon.word_set("in_places"):
        return None
    for k in range(j + 1, min(view.size, j + _DESCRIBED)):
        mention = view.mention_from(k)
        if mention is not None and mention.category in ("place", "either"):
            return mention if not mention.proclitics else None
        sort = view.form(k) in view.lexicon.word_set("place_prepositions")  # "(הצד) של כפר הגבול"
        described = view.form(k).startswith("ה") or view.form(k) == _OF or sort
        if not described or not view.is_word(k):
            return None
    return None


def town_around(view: View, site: Mention) -> Mention:
    """Return the town of "בארמון לה מונדה בסנטיאגו", the place itself where none is told."""
    behind = view.mention_from(site.last + 1)
    if site.gazetteer_id is not None or behind is None or behind.proclitics != ("ב",):
        return site
    return behind if behind.gazetteer_id and behind.category != "actor" else site
