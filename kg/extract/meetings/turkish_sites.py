"""Tell whether Turkish verbs of agreeing and briefing tell of a meeting at some place.

In:  such a verb, the parties and the place of its clause. Out: whether they met there.
    "A ile B dün Roma'da anlaştı", "X, New York'ta Konseyi bilgilendirdi"   they met
    "A ile B, Sudan'da ateşkes için anlaştı"                                what was agreed on
    "X, Konseyi mektupla bilgilendirdi"                                     a letter
"""

from kg.extract.meetings.turkish_cases import Parts
from kg.extract.meetings.turkish_words import MeetingHit, TurkishMeetingWords, may_tell
from kg.extract.view import View
from kg.lexicon.areas import find_area
from kg.lexicon.grammar import endings_of, words_of
from kg.model.mention import Mention

_SIGNING = endings_of("tr", "signing")
_MATTERS = endings_of("tr", "matters_agreed_on")
_BESIDE_AGREED = words_of("tr", "beside_agreed")
_WRITING = endings_of("tr", "in_writing")
_SITTINGS = endings_of("tr", "sittings")
_BESIDE = 6
_AIM_WITHIN = 9
_MATTER_WORDS = 4
_OVER = frozenset({"görüş", "ele al"})
_OBJECT = ("i", "u", "ü")
_IN = ("de", "da", "te", "ta")
_MATTERS = endings_of("tr", "matters_somewhere")
_WHAT_FOR = words_of("tr", "what_for")
_TO_DO = ("mak", "mek")
_TALKING = endings_of("tr", "talking_of")
_OF_A_MATCH = endings_of("tr", "of_a_match")
_COUNCILS = endings_of("tr", "councils")
_HAPPENING = words_of("tr", "happening_there")
_OLD_WORDS = 3
_SETTING = words_of("tr", "setting_of_a_meeting")
_EVENTS = endings_of("tr", "events_met_beside")
_FOR_IT = words_of("tr", "for_an_event")
_BODY_SITS = ("assembly", "kurulu", "forumu", "zirvesi", "toplantısı", "konferansı")
_EVENT_WORDS = 6
_JOINING = words_of("tr", "and")
_ON_THAT_DAY = ("daki", "deki", "taki", "teki")


def agreed_there(view: View, place: Mention | None, hit: MeetingHit) -> bool:
    """Return whether who agreed did so in the town `place`: nothing agreed on stands between."""
    if place is None or place.case != "locative" or place.first >= hit.first or _is_area(place):
        return False
    between = range(place.last + 1, hit.first)
    if any(view.form(i).startswith(_MATTERS) for i in between):
        return False
    if is_signing(view, hit):
        return not view.form(hit.first).startswith(_MATTERS)  # "İdlib'de ateşkes imzaladı"
    return all(view.time_at[i] is not None or view.form(i) in _BESIDE_AGREED for i in between)


def is_signing(view: View, hit: MeetingHit) -> bool:
    """True for "imzaladı", "metne imza atacak"."""
    return any(view.form(i).startswith(_SIGNING) for i in range(hit.first, hit.last + 1))


def briefed_there(view: View, parts: Parts, cue: int) -> bool:
    """Return whether a briefing was given face to face: in a place, at a sitting, to a council."""
    ahead = range(min(parts.first, cue), cue)
    if any(view.form(i).startswith(_WRITING) for i in ahead):
        return False
    if parts.place is not None or any(view.form(i).startswith(_SITTINGS) for i in ahead):
        return True
    heard = (p for p in parts.objects if isinstance(p, Mention))
    council = any(view.form(i).startswith(_COUNCILS) for m in heard for i in _tokens(m))
    return council and parts.time is not None


def is_of_match(view: View, hit: MeetingHit) -> bool:
    """True for "maç öncesi yemek": a meal of teams."""
    near = range(max(0, hit.first - _BESIDE), min(view.size, hit.last + _BESIDE))
    return any(view.form(i).startswith(_OF_A_MATCH) for i in near)


def is_speech_there(view: View, i: int) -> bool:
    """True at the event of "aynı forumda konuştu", "basın toplantısında konuştu"."""
    form = view.form(i)
    return form.startswith(_EVENTS) and form.endswith(_IN) and "görüşme" not in form


def _tokens(mention: Mention) -> range:
    return range(mention.first, mention.last + 1)


def _is_area(place: Mention) -> bool:
    """True for a state, a region, a sea: whatever happens there is told, not where they sat."""
    area = find_area(place.gazetteer_id) if place.gazetteer_id is not None else None
    return area is not None or (place.kind == "state" and place.side is None)


def is_elsewhere(view: View, words: TurkishMeetingWords, place: Mention, cue: int) -> bool:
    """True for the place of what they meet for, and of what happened: see below."""
    first = place.last + 1
    if _is_area(place) and is_day_of_matter(view, words, first):
        return True  # "Gine'de 26 Temmuz'daki darbe"
    return is_of_aim(view, first, cue) or is_of_happening(view, words, first)


def is_day_of_matter(view: View, words: TurkishMeetingWords, i: int) -> bool:
    """True at "26 Temmuz'daki" of "26 Temmuz'daki darbe": the day of what they talk over."""
    last = i
    while last < view.size and view.time_at[last] is not None:
        last += 1
    if last == i or not view.form(last - 1).endswith(_ON_THAT_DAY) or not view.is_word(last):
        return False
    near = range(last, min(view.size, last + _OLD_WORDS))
    hits = (words.at(view.tokens, k) for k in near if may_tell(view.form(k)))
    met = any(hit is not None and hit.frame == "noun" for hit in hits)  # "dünkü üçüncü görüşme"
    return not met and view.mention_at[last] is None


def is_of_aim(view: View, first: int, cue: int) -> bool:
    """True behind the place of "Mali'de seçim yapılmasını sağlamak için": what they meet for.

    Where they talk is where they met: "Akra'da krizi görüşmek üzere toplandı".
    """
    for i in range(first, min(cue, first + _AIM_WITHIN)):
        if view.is_comma(i) or view.time_at[i] is not None:
            return False
        if view.form(i) in _WHAT_FOR and view.form(i - 1).endswith(_TO_DO):
            return not view.form(i - 1).startswith(_TALKING)
    return False


def is_of_happening(view: View, words: TurkishMeetingWords, first: int) -> bool:
    """True behind the place of "Mali'de yaşanan olayların (ardından)": it happened there.

    Where they talk is where they met: "Akra'da süren görüşmelerde".
    """
    happening = next(
        (i for i in range(first, first + _OLD_WORDS) if view.form(i) in _HAPPENING), None
    )
    if happening is None or any(
        view.mention_at[i] is not None or view.is_comma(i) for i in range(first, happening)
    ):
        return False
    behind = range(happening + 1, min(view.size, happening + 1 + _MATTER_WORDS))
    for i in behind:
        if not view.is_word(i) or view.mention_at[i] is not None:
            return True
        hit = words.at(view.tokens, i) if may_tell(view.form(i)) else None
        if hit is not None and hit.frame == "noun":
            return False
        if view.form(i).startswith(_SITTINGS):
            return False
    return True


def occasion_behind(view: View, mention: Mention) -> int | None:
    """Return the token of "kapsamında" in "NATO Zirvesi kapsamında": they met beside it."""
    if mention.case != "nominative":
        return None  # "Roma'daki zirve kapsamında": where they met
    event = mention.name.lower().endswith(_BODY_SITS)
    for i in range(mention.last + 1, min(view.size, mention.last + 1 + _EVENT_WORDS)):
        if view.form(i) in _SETTING or view.form(i) in _FOR_IT:
            return i if event else None
        bracket = view.tokens[i].text in "()" and not view.is_comma(i)
        if not (view.is_word(i) or bracket) or view.time_at[i] is not None:
            return None
        if view.form(i) in _JOINING:
            return None  # "X ile zirve marjında": X was met
        other = view.mention_at[i]
        bracket |= view.tokens[i - 1].text == "("  # "Birleşmiş Milletler (BM) Genel Kurulu"
        named = view.form(other.last if other is not None else i).startswith(_EVENTS)
        if other is not None and not (named or bracket):
            return None
        event |= named
    return None


def is_of_matter(view: View, words: TurkishMeetingWords, first: int) -> bool:
    """True behind the place of "Libya'daki (son) gelişmeleri": what they talk about."""
    matter = False
    for i in range(first, min(view.size, first + _MATTER_WORDS)):
        if not view.is_word(i) or view.mention_at[i] is not None or view.form(i) == "bir":
            return matter
        if may_tell(view.form(i)) and (hit := words.at(view.tokens, i)) is not None:
            if hit.frame == "noun":
                return False  # "Cenevre'deki nükleer müzakerelerde"
            over = hit.id in _OVER and view.form(i - 1).endswith(_OBJECT) and i > first
            return matter or over
        if view.tokens[i].text[0].isupper() or view.form(i).endswith(_IN):
            return False  # "Akra'daki sınır kasabasında"
        matter |= view.form(i).startswith(_MATTERS)
    return matter


def is_hall_of(town: Mention | None, mention: Mention) -> bool:
    """True for the hall in "Oslo'daki Tavra Sarayı'nda": the town is where they met."""
    if town is None or town.case != "attributive" or not town.gazetteer_id:
        return False
    return mention.gazetteer_id is None and mention.first == town.last + 1
