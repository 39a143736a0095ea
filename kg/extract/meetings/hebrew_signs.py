"""Read the words around a Hebrew meeting that say whether it was held, goes on, fell through.

In:  a view, the meeting words, tokens. Out: the statuses that are told there.
    שנועדה להיום לא התקיימה; נמשך שעתיים; מקיימים שיחות; השיחות יימשכו
"""

from kg.extract.meetings.words import MeetingWords, VerbHit
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.vocabulary import MeetingStatus

_TAIL = 14
UNDONE: tuple[MeetingStatus, ...] = ("cancelled", "postponed")
_DURATIONS = words_of("he", "durations")
_BUT = words_of("he", "but")
_TO_LAST = words_of("he", "to_last")
_DUE = words_of("he", "due_on")
_DAY_WITHIN = 3
_AS_IT_WAS = words_of("he", "as_it_was")
_STAYS = words_of("he", "stays")
_STAYS_WITHIN = 5


def lasts(hit: VerbHit) -> bool:
    """True for "(the talks) will go on until Friday": they are under way."""
    return hit.inflection.form == "future" and hit.inflection.text in _TO_LAST


def is_led_now(light: VerbHit | None, hits: list[VerbHit]) -> bool:
    """True for "are holding talks", in a form that tells no past as well."""
    if light is None or light.verb.role != "leads" or light.verb.status != "held":
        return False
    return light.inflection.form == "present" and light.inflection.text not in past(hits)


def late(view: View, words: MeetingWords, last: int) -> MeetingStatus | None:
    """Return how it went where the clause ends so: "the meeting planned in X did not happen"."""
    if view.is_comma(last + 1) and words.status["cancelled"].length_at(view.tokens, last + 2):
        last += 1  # ", planned for Sunday, did not take place"
    if view.is_comma(last + 1) and last + 2 in view.clause_marks:
        last = view.aside_from.get(last + 1, last)  # ", which was due last week,"
    end = last + 1
    while end < min(view.size, last + _TAIL) and view.quotation_at[end] is None:
        if view.tokens[end].text in ".;:," or end in view.clause_marks:
            break
        end += 1
    signs = signs_in(view, words, last + 1, end - 1)
    return next((s for s in UNDONE if s in signs), None)


def is_due(view: View, i: int) -> bool:
    """True at "הקבועה" of ", הקבועה ל-13 במרץ": the day of a meeting to come follows."""
    if view.form(i) not in _DUE:
        return False
    return any(view.time_at_or_none(k) for k in range(i + 1, i + 1 + _DAY_WITHIN))


def is_still_on(view: View, last: int) -> bool:
    """True for "(the meeting, due on Monday,) נותרה על כנה", in the clause behind its parts."""
    for i in range(last + 1, min(view.size, last + _TAIL)):
        if view.tokens[i].text in ".;:" or view.is_that(i) or view.quotation_at[i] is not None:
            return False
        if view.form(i) in _AS_IT_WAS and view.form(i - 1) == "על":
            return any(view.form(k) in _STAYS for k in range(i - _STAYS_WITHIN, i))
    return False


def is_undone(view: View, words: MeetingWords, last: int) -> bool:
    """True for "was to meet X, but Y cancelled": the clause behind "but" tells how it went."""
    for i in range(last + 1, min(view.size, last + _TAIL)):
        if view.form(i) in _BUT:
            near = range(i + 1, min(view.size, i + 5))
            lights = (words.light_at(view.tokens, k) for k in near if view.is_word(k))
            return any(x is not None and x.verb.status == "cancelled" for x in lights)
    return False


def past(hits: list[VerbHit]) -> set[str]:
    """Return the forms that are past as well (נפגש, נמשך): news tells the past."""
    return {h.inflection.text for h in hits if h.inflection.form == "past"}


def signs_in(view: View, words: MeetingWords, left: int, last: int) -> set[str]:
    """Return the statuses of which a word stands around the meeting."""
    found = set()
    for i in range(left, min(view.size, last + 1)):
        if view.mention_at[i] is not None or not view.tokens[i].is_word:
            continue
        if is_due(view, i):
            found.add("planned")
        for name, phrases in words.status.items():
            lasted = name == "ongoing" and _lasted(view, i)
            if phrases.length_at(view.tokens, i) and not lasted:
                found.add(name)
    return found


def _lasted(view: View, i: int) -> bool:
    """True for "נמשך שעתיים": over, as how long it went on tells."""
    near = range(i + 1, min(view.size, i + 5))
    return any(any(r.stem in _DURATIONS for r in view.readings(k)) for k in near if view.is_word(k))
