"""Step over what stands among the parts of a Hebrew meeting and is none of them.

In:  a view and a token behind the noun or verb of meeting. Out: the token to go on from.
    קיבל אתמול את פניו של הנשיא            the face of whom somebody receives
    נועד בסתר, כך לפי העיתון, עם           who says so
    קיים פגישות, בין השאר עם               that those named are only some
    ייפגש עם א, וביום חמישי ייפגש עם ב     the day of another meeting
"""

from kg.extract.hebrew_places import place_at_length
from kg.extract.meetings.words import MeetingWords, NounHit
from kg.extract.mentions.hebrew_parts import is_verb
from kg.extract.view import View
from kg.lexicon.grammar import words_of

_FACES = words_of("he", "faces")
_SAID = words_of("he", "as_said")
_SOME = words_of("he", "some_of_them")
_OTHERS = words_of("he", "the_others")
_BESIDES = words_of("he", "on_the_sidelines")
_THIS = words_of("he", "this_is")
_MEETS = frozenset({"with", "object", "receive", "host"})
_ASIDE_WITHIN, _MAIN_WITHIN, _AGAIN_WITHIN = 12, 16, 5
_IN = "ב"
_OF = "של"
_AND = "ו"


def behind_object(view: View, j: int) -> int:
    """Return where he stands whom "את" at `j` leads to: behind "פניו של" too."""
    k = j + 1
    if view.form(k) not in _FACES:
        return k
    return k + 1 + (view.form(k + 1) == _OF)


def behind_aside(view: View, comma: int) -> int | None:
    """Return the token behind ", כך לפי העיתון X,", None where the comma opens no such words."""
    if not view.is_comma(comma) or view.form(comma + 1) not in _SAID:
        return None
    near = range(comma + 2, min(view.size - 1, comma + _ASIDE_WITHIN))
    closing = next((k for k in near if view.is_comma(k)), None)
    return closing + 1 if closing is not None else None


def behind_some(view: View, j: int) -> int:
    """Return the token behind "בין השאר", "לרבות" at `j`; `j` where nothing such stands."""
    if view.form(j) in _SOME and view.form(j + 1) in _OTHERS:
        return j + 2
    return j


def opens_next(view: View, j: int) -> bool:
    """True at "(,) וביום חמישי ייפגש": a day, and the verb that it belongs to."""
    day = view.time_at_or_none(j)
    if day is None or not view.form(j).startswith(_AND):
        return False
    while j < view.size and view.time_at[j] is day:
        j += 1
    return j < view.size and view.is_word(j) and is_verb(view.tokens[j])


def takes_place(view: View, words: MeetingWords, k: int) -> bool:
    """True for "נמשך", "התקיימה" of the noun that is read."""
    light = words.light_at(view.tokens, k) if k < view.size and view.is_word(k) else None
    if light is None or light.proclitics:
        return False
    return light.verb.role == "happens" and light.inflection.form != "base"


def is_matter(view: View, words: MeetingWords, j: int) -> bool:
    """True at "במצב" of "דנו במצב בצ׳אד", at "בצ׳אד" of "דנו בצ׳אד": what a debate is about."""
    inside = view.mention_at[j]
    if inside is not None:
        city = inside.side is not None and inside.side != inside.gazetteer_id
        country = inside.category == "either" and inside.kind == "state" and not city
        return country and inside.first == j and inside.proclitics == (_IN,)
    if not any(r.proclitics[-1:] == (_IN,) for r in view.readings(j)):
        return False
    other = words.lists["venue"].length_at(view.tokens, j) or words.noun_at(view.tokens, j)
    return not other and place_at_length(view, j) is None


def matter_end(view: View, words: MeetingWords, j: int, limit: int) -> int:
    """Return the last token of the matter at `j`: "(דן) בהסכם בלימה | עם נשיא פרו"."""
    while j < limit and view.is_word(j + 1):
        met = words.lists["with"].length_at(view.tokens, j + 1)
        aside = view.form(j + 1) in _BESIDES or words.lists["far"].length_at(view.tokens, j + 1)
        if met or aside or view.time_at[j + 1] is not None:
            break
        j += 1
    return j


def is_aside(view: View, words: MeetingWords, noun: NounHit) -> bool:
    """True for the summit of "בשולי פסגת א בלימה נפגש ב עם ג": where others met, told behind it."""
    if view.form(noun.first - 1) not in _BESIDES:
        return False
    for k in range(noun.last + 1, min(view.size, noun.last + _MAIN_WITHIN)):
        if view.is_stop(k):
            return False
        verb = words.verb_at(view.tokens, k) if view.is_word(k) else None
        light = words.light_at(view.tokens, k) if view.is_word(k) else None
        leads = light is not None and light.verb.role == "leads"
        if (verb is not None and verb.verb.frame in _MEETS) or leads:
            return True
    return False


def tells_again(view: View, cue: int) -> bool:
    """True for "זו תהיה פגישתם השנייה", "מדובר בפגישה": a meeting told of before."""
    if cue > _AGAIN_WITHIN or not {view.form(0), view.form(1)} & _THIS:
        return False
    return not any(k in view.cue_at or view.is_comma(k) for k in range(cue))
