"""Read how a Turkish meeting is told: held, planned, put off, denied, or only referred to.

In:  a view, the meeting's word, its clause, the statement around it. Out: `Telling`.
The verb's own tense tells; behind a verbal noun or a noun the words of the clause's end do
("… görüşmesi bekleniyor", "… yapılması planlanan toplantı ertelendi").
"""

import re
from dataclasses import dataclass

from kg.extract.meetings.turkish_negated import is_negated
from kg.extract.meetings.turkish_words import MeetingHit, TurkishMeetingWords, may_tell
from kg.extract.told import Told
from kg.extract.view import View
from kg.lexicon.grammar import endings_of, words_of
from kg.model.mention import Mention
from kg.vocabulary import MeetingStance, MeetingStatus, Tense

_TAIL = 14
_OFFERING = endings_of("tr", "proposing")
_MOVED = endings_of("tr", "moved_to_a_day")
_DAYS = endings_of("tr", "day_it_is_moved_to")
_TO_BE = ("masi", "mesi", "masini", "mesini")
_REFERRING: frozenset[str] = frozenset({"genitive", "locative", "ablative"})
_MODIFYING = endings_of("tr", "modifying")
_DONE = endings_of("tr", "done_before")
_OVER = words_of("tr", "over")
_HAPPENS = endings_of("tr", "happens")
_SOON = 6
_INTENDED = endings_of("tr", "intended")
_HOLDING_LAST = endings_of("tr", "holding_last")
_THIS = words_of("tr", "this_very")  # "şu dakikalarda … görüşüyor"
_NOW = words_of("tr", "moment")
_OFF = words_of("tr", "called_off")
_WITHOUT = words_of("tr", "without_result")
_SINCE = words_of("tr", "since_it_was_called")
_POSSIBLY = endings_of("tr", "possibly")
_ATTENDING = endings_of("tr", "attending")
_DURING = endings_of("tr", "around_a_meeting")
_STRONG: tuple[MeetingStatus, ...] = ("cancelled", "postponed")
_POINTING = words_of("tr", "pointing_at_a_meeting")
_WITH_A_VERB = words_of("tr", "with_a_verb")
_UNHELD = endings_of("tr", "unheld")
_NEVER = re.compile(f"(?:{'|'.join(_UNHELD)})m[ae](?:di|miş)")
_UNPLANNED = endings_of("tr", "unplanned")
# "planlanmadığını", "yapılmayacak"; not the verbal noun "yapılması".
_NEGATED = re.compile(f"(?:{'|'.join(_UNPLANNED)})m[aei](?:di|ğ|y|dik|z|miş|mis)")
_EVEN = words_of("tr", "even")
_IF_HELD = endings_of("tr", "if_held")
_WISHES = endings_of("tr", "wishes")
_GAVE_UP = endings_of("tr", "gave_up")
_OR_NOT = endings_of("tr", "whether_or_not")
_IS_NOT = words_of("tr", "is_not")
_TO_DO = endings_of("tr", "to_do_it")
_FROM = ("dan", "den", "tan", "ten")
_COMING = endings_of("tr", "still_to_come")
_ENDS = endings_of("tr", "ends_a_clause")
_AND = words_of("tr", "against_that") | {"ve"}
_PAST_VERBS = ("di", "du", "dü", "ti", "tu", "tü", "miş", "muş", "müş")
_MEALS = frozenset({"meal", "lunch", "working-meal", "dinner", "breakfast", "iftar"})
_GIVING = ("verd", "verec", "veriyor")
_REMAINED = words_of("tr", "remained")
_CONVERBS = ("arak", "erek")
_TO_HOLD = ("mak", "mek")
_WHAT_FOR = words_of("tr", "what_for")
_EARLIER = ("mişti", "mıştı", "muştu", "müştü", "misti", "mişlerdi", "mislardi")


@dataclass(slots=True)
class Telling:
    """`holding`: a verb of holding or going governs the noun; `modified`: a participle does."""

    status: MeetingStatus = "held"
    tense: Tense = "past"
    commitment: MeetingStance = "asserts"
    holding: bool = False
    modified: bool = False
    reference: bool = False
    indefinite: bool = False
    missed: bool = False  # its day is over
    coming: bool = False  # put off or cancelled before it took place
    pointing: bool = False
    placing: bool = False  # only where it was held
    fresh: bool = False
    undone_by: Mention | None = None
    topic: tuple[int, int] | None = None
    last: int = 0


def read_telling(
    view: View,
    words: TurkishMeetingWords,
    hit: MeetingHit,
    start: int,
    end: int,
    host: Told | None,
) -> Telling:
    """Return how the meeting is told in the clause from `start` to `end - 1`."""
    telling = Telling(last=hit.last)
    tail_end = min(view.size, max(end, hit.last + 1) + (4 if host is not None else 0))
    tail = [view.form(i) for i in range(hit.last + 1, min(tail_end, hit.last + _TAIL))]
    before = [view.form(i) for i in range(max(start, hit.first - 6), hit.first)]
    near = [w for w in before if w]
    signs = words.status_of(_until_mark(view, hit.last + 1, tail_end))
    _read_verb(telling, hit, signs, view, words)
    if hit.possible:
        telling.status = "proposed"
    if hit.dropped:
        telling.status, telling.tense = "cancelled", "present"
    if hit.frame == "noun":
        beyond = [view.form(i) for i in range(hit.last + 1, min(view.size, hit.last + _TAIL))]
        _read_noun(telling, hit, words, near, tail, beyond)
        over = bool(tail) and tail[0] in _OVER  # what is told behind "ardından" is another matter
        over |= hit.case == "locative"  # "görüşmede"
        signs = set() if over else _noun_signs(view, words, hit, end, tail_end)
        if not words.status_of([w for w in tail[:3] if w]) & {"proposed"}:
            signs -= {"proposed"}
        if any(w.endswith(_DONE) for w in near[-4:]) and not telling.holding:
            signs -= {"planned"}
        signs |= words.status_of(near) - {"proposed"}
        if _is_to_be(view, hit):
            signs.add("proposed")  # "bir görüşme yapılması önerildi"
        telling.status = _noun_status(signs, telling)
        if telling.status == "held" and telling.holding and _leads_ahead(view, hit):
            telling.status = "planned"  # "ziyaret gerçekleştirerek … görüşecek"
        telling.missed = any(_NEVER.match(w) for w in tail if w)
        before_that = any(w.endswith(("mişti", "mişlardi", "muştu", "müştü")) for w in tail if w)
        telling.coming = telling.status in _STRONG and "planned" in signs and not before_that
    _read_status_words(telling, view, words, hit, tail_end)
    telling.pointing = bool(near and near[-1] in _POINTING)
    telling.fresh = any(
        words.phrases["fresh"].length_at(view.tokens, i)
        for i in range(max(start, hit.first - 3), hit.first)
    )
    telling.fresh |= _is_earlier(view, words, hit, start)
    telling.topic = _topic(view, words, hit, start)
    fallen = telling.status == "cancelled" and (telling.coming or telling.modified or hit.visit)
    fate = _fate(view, words, hit) or _fate_of_wish(view, hit)
    if fate == "open" and telling.status == "held":
        telling.status, telling.tense = "proposed", "future"
    unheld = fate == "denied" and telling.status not in _STRONG
    if unheld and hit.frame != "noun":
        telling.status, telling.tense = "proposed", "future"
    if hit.denied or unheld or (any(_NEGATED.match(w) for w in tail) and not fallen):
        telling.commitment = "denies"
    form = hit.inflection.form if hit.inflection is not None else ""
    _read_commitment(telling, host, told=form in ("relative", "past", "nominal", "converb"))
    return telling


def _fate(view: View, words: TurkishMeetingWords, hit: MeetingHit) -> str:
    """Return "denied" for "müzakere yapmadı", "yapmış değil"; "open" for "yaparsa", else ""."""
    at = hit.last
    if hit.frame == "noun":
        at += 1 + (view.form(at + 1) in _EVEN)
        if hit.case != "nominative" or not view.form(at).startswith(words.holding):
            return ""
    verb, behind = view.form(at), view.form(at + 1)
    if (hit.frame == "noun" and is_negated(verb)) or behind in _IS_NOT:
        return "denied"
    if verb.endswith(_TO_DO) and is_negated(behind):
        return "denied"  # "yapmayı düşünmüyor"
    whether = verb.endswith(_OR_NOT) and is_negated(behind)
    return "open" if whether or (hit.frame == "noun" and verb.endswith(_IF_HELD)) else ""


def _fate_of_wish(view: View, hit: MeetingHit) -> str:
    """Return "denied" for "görüşmek istemediğini", "görüşmek istiyordu ama vazgeçti"."""
    if hit.inflection is None or hit.inflection.form != "infinitive":
        return ""
    if not view.form(hit.last + 1).startswith(_WISHES):
        return ""
    if is_negated(view.form(hit.last + 1)):
        return "denied"
    ahead = range(hit.last + 2, min(view.size, hit.last + 2 + _SOON))
    given_up = (i for i in ahead if view.form(i).startswith(_GAVE_UP))
    return "denied" if any(not view.form(i - 1).endswith(_FROM) for i in given_up) else ""


def _is_to_be(view: View, hit: MeetingHit) -> bool:
    """True for "bir görüşme yapılması önerildi", "turun Doha'da yapılması önerildi"."""
    reach = 2 if hit.case != "genitive" else _TAIL
    for i in range(hit.last + 1, min(view.size, hit.last + reach)):
        if view.is_comma(i):
            return False
        if view.form(i).endswith(_TO_BE) and view.form(i).startswith(_HAPPENS):
            return view.form(i + 1).startswith(_OFFERING)
    return False


def _noun_signs(
    view: View, words: TurkishMeetingWords, hit: MeetingHit, end: int, tail_end: int
) -> set[MeetingStatus]:
    """Return the statuses that the words behind a noun and at the clause's end tell."""
    signs = words.status_of(_until_mark(view, hit.last + 1, min(tail_end, hit.last + 9)))
    last = range(max(hit.last + 1, end - 3), min(end, view.size))
    possibly = any(view.form(i).startswith(_POSSIBLY) for i in last)
    moved = range(hit.last + 1, min(tail_end, hit.last + 9))
    if any(_is_moved(view, i) for i in moved):
        signs.add("postponed")
    ending = [] if possibly else [view.form(i) for i in last if view.form(i - 1) not in _WITHOUT]
    return signs | words.status_of(ending) & {"planned", "cancelled", "postponed", "ongoing"}


def _is_moved(view: View, i: int) -> bool:
    """True for "(toplantı) perşembeye alındı", "haziran ayına bırakıldı"."""
    return (
        view.form(i).startswith(_MOVED)
        and (view.time_at[i - 1] is not None or view.form(i - 1).startswith(_DAYS))
        and view.form(i - 1).endswith(("a", "e"))
    )


def _until_mark(view: View, first: int, end: int) -> list[str]:
    forms = []
    for i in range(first, min(end, first + _TAIL)):
        if view.tokens[i].text in ";؛:" or view.quotation_at[i] is not None:
            break
        if view.is_comma(i) and i > first + 2:
            break
        if view.form(i) in _OFF and view.form(i + 1).startswith(_POSSIBLY):
            break  # "iptal edebileceğini": it may be called off
        if view.form(i) in _REMAINED and view.form(i - 1) in _WITHOUT:
            continue  # "sonuçsuz kaldı"
        forms.append(view.form(i))
    return forms


def _read_verb(
    telling: Telling,
    hit: MeetingHit,
    signs: set[MeetingStatus],
    view: View,
    words: TurkishMeetingWords,
) -> None:
    inflection = hit.inflection
    if inflection is None:
        return
    strong = next((s for s in _STRONG if s in signs), None)
    if inflection.form in ("future", "prospective"):
        telling.status = "planned"
    elif inflection.form == "present":
        now = any(view.form(i) in _NOW and view.form(i - 1) in _THIS for i in range(1, view.size))
        telling.status = "planned" if any(view.time_at) and not now else "ongoing"
    elif inflection.form == "converb" and _is_ahead(view, hit.last):
        telling.status = "planned"  # "X'i toplayıp … bilgilendirecek"
    elif inflection.form == "infinitive":
        telling.status = "planned"
        ablative = hit.inflection is not None and hit.inflection.text.endswith(("ndan", "nden"))
        if ablative or view.form(hit.last + 1) in _SINCE:
            telling.status = "held"  # "çağrılmasından iki gün sonra"
        elif words.status_of([view.form(hit.last + 1), view.form(hit.last + 2)]) == {"proposed"}:
            telling.status = "proposed"
        elif "planned" not in signs:
            telling.status = "proposed" if "proposed" in signs else "planned"
    if strong is not None and inflection.form not in ("past", "nominal", "converb", "relative"):
        telling.status = strong
    _set_tense(telling)


def _is_ahead(view: View, converb: int) -> bool:
    """True where the clause that the converb leads to is still to come."""
    for i in range(converb + 1, view.size):
        if view.quotation_at[i] is not None or view.tokens[i].text in ";:":
            return False
        if view.is_word(i) and view.mention_at[i] is None:
            if view.form(i).endswith(_COMING):
                return True
            if view.form(i).endswith(_PAST_VERBS) and i in view.cue_at:
                return False
            if closes_clause(view, i):
                return False
    return False


def _is_earlier(view: View, words: TurkishMeetingWords, hit: MeetingHit, start: int) -> bool:
    """True for "en son 28 Ocak'ta bir araya gelmişti": with a day, before what is told."""
    ahead = range(start, hit.first)
    if hit.inflection is None or not view.form(hit.last).endswith(_EARLIER):
        return False
    hits = (words.at(view.tokens, i) for i in ahead if may_tell(view.form(i)))
    met = any(other is not None and other.frame != "noun" for other in hits)
    return not met and any(view.time_at[i] is not None for i in ahead)


def _leads_ahead(view: View, hit: MeetingHit) -> bool:
    """True where the verb of holding is a converb in front of what is still to come."""
    verb = hit.last + 1
    if view.form(verb).endswith(_TO_HOLD) and view.form(verb + 1) in _WHAT_FOR:
        return True  # "müzakereleri yürütmek üzere gitti"
    converb = view.form(verb).endswith(_CONVERBS) and view.mention_at[verb] is None
    return converb and _is_ahead(view, verb)


def closes_clause(view: View, i: int) -> bool:
    """True at a finite verb that another follows: "görüşüp ayrıldı, yarın konuşacak"."""
    finite = view.is_word(i) and view.form(i).endswith(_ENDS) and view.mention_at[i] is None
    return finite and (view.is_comma(i + 1) or view.form(i + 1) in _AND)


def _read_noun(
    telling: Telling,
    hit: MeetingHit,
    words: TurkishMeetingWords,
    before: list[str],
    tail: list[str],
    beyond: list[str],
) -> None:
    near = [w for w in tail[:4] if w and w[0].isalpha()]
    governed = hit.case in ("nominative", "accusative", "dative", "instrumental")
    telling.holding = governed and any(w.startswith(words.holding) for w in near[:3])
    if hit.case in ("accusative", "dative"):  # "müzakereleri dün Kito'da resmen başlattı"
        telling.holding |= _last_of_clause(tail).startswith(_HOLDING_LAST)
    telling.holding |= hit.id in _MEALS and any(w.startswith(_GIVING) for w in near[:2])
    telling.modified = any(w.startswith(words.holding) and w.endswith(_MODIFYING) for w in before)
    telling.modified |= any(w.startswith(_INTENDED) and w.endswith(_MODIFYING) for w in before)
    if hit.case == "dative":  # "konferansa A ile B de çağrıldı"
        telling.holding |= any(w.startswith(_ATTENDING) for w in [*tail, *beyond] if w)
    behind = bool(near) and near[0].startswith(_DURING)
    some = "bir" in before[-3:]
    over = bool(near) and near[0] in _OVER
    told_of = hit.case == "genitive" and not (behind or over) and any(
        w.startswith(_HAPPENS) for w in [x for x in tail if x][:_SOON]
    )  # fmt: skip
    referring = (hit.case in _REFERRING or behind) and not telling.holding and not told_of
    telling.reference = referring and not telling.modified and not some
    telling.indefinite = some and hit.case in _REFERRING


def _last_of_clause(tail: list[str]) -> str:
    """Return the last word in front of a mark, "" where there is none."""
    last = ""
    for form in tail:
        if form and not form[0].isalnum():
            break
        last = form or last
    return last


def _noun_status(signs: set[MeetingStatus], telling: Telling) -> MeetingStatus:
    order: tuple[MeetingStatus, ...] = ("cancelled", "postponed", "planned", "ongoing", "proposed")
    return next((s for s in order if s in signs), telling.status)


def _read_status_words(
    telling: Telling, view: View, words: TurkishMeetingWords, hit: MeetingHit, end: int
) -> None:
    """Take the word of status behind the meeting's into the evidence."""
    _set_tense(telling)
    if telling.status == "held":
        return
    for i in range(hit.last + 1, min(end, hit.last + _TAIL)):
        if view.tokens[i].text in ";؛:":
            return
        if words.status_of([view.form(i)]):
            telling.last = i + (view.form(i) in _WITH_A_VERB and i + 1 < view.size)
            return


def _set_tense(telling: Telling) -> None:
    if telling.missed and telling.status == "cancelled":
        telling.tense, telling.coming = "past", False
    elif telling.status in ("cancelled", "postponed"):
        telling.tense = "present"  # the nearest such day, before or after
    elif telling.status in ("planned", "proposed") or telling.coming:
        telling.tense = "future"
    elif telling.status == "ongoing":
        telling.tense = "present"


def _topic(
    view: View, words: TurkishMeetingWords, hit: MeetingHit, start: int
) -> tuple[int, int] | None:
    """Return the words in front of "konulu", "görüşmek üzere", as far as a noun phrase goes."""
    for i in range(start, hit.first):
        if words.phrases["topic"].length_at(view.tokens, i):
            first = i
            while first > start and i - first < 5 and view.is_word(first - 1):
                known = view.mention_at[first - 1]
                if view.time_at[first - 1] is not None or (known and known.case == "locative"):
                    break
                first -= 1
            return (first, i - 1) if first < i else None
    return None


def _read_commitment(telling: Telling, host: Told | None, *, told: bool) -> None:
    if telling.commitment == "denies":
        return
    act = host.act if host is not None else None
    if act == "denies":
        telling.commitment = "denies"
    elif act in ("demands", "promises") and telling.status in ("held", "planned") and not told:
        telling.status, telling.commitment, telling.tense = "proposed", "anticipates", "future"
    elif telling.status in ("planned", "proposed"):
        telling.commitment = "anticipates"
