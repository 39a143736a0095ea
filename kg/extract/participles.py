"""Place the participles of speech: "warning that", مشيرا إلى أن.

In:  a view, its reader, the statements told so far, a participle's cue.
Out: the statement before goes on, or one more by the same speaker (see `kg.extract.arrange`).
"""

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.attribution import Attribution, can_act
from kg.extract.cues import Cue
from kg.extract.fronted import find_fronted
from kg.extract.speakers.arabic import ArabicSpeakers
from kg.extract.speakers.english import EnglishSpeakers
from kg.extract.speakers.hebrew import HebrewSpeakers
from kg.extract.speakers.turkish import TurkishSpeakers
from kg.extract.statements import decide_act
from kg.extract.subject import find_subject
from kg.extract.told import OWN_ACTS, Told, told_by
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention

_TO = "الي"  # folded: "مشيرا إلى الاتفاق" goes on with what was said
_WRITTEN_WITHIN = 12
_SAYING = ("say", "insist", "argue", "claim", "maintain", "explain", "assert")
_THAT_MATTER = words_of("ar", "demonstratives")
_FEW = 8  # tokens
_TANWIN = "\u064b"
Reader = ArabicSpeakers | EnglishSpeakers | HebrewSpeakers | TurkishSpeakers


def place_participle(view: View, reader: Reader, told: list[Told], cue: Cue) -> None:
    if any(t.attribution.cue is cue for t in told) or view.quotation_at[cue.first] is not None:
        return
    if view.mention_at[cue.first] is not None:
        return  # "مدينة سرت": a noun that the place is named by
    found = reader.behind(cue)
    if found is None:
        return
    arabic = view.lexicon.language == "ar"
    named = bool(found.addressees) or view.mention_from(cue.last + 1) is not None
    if arabic and cue.row.act == "accuses" and not named:
        return  # "متهمة بالفساد": accused
    whom = arabic and cue.row.act in OWN_ACTS and named  # "رد متهما X ب"
    whom = whom and view.form(cue.first).endswith("ا")
    if not (whom or _stands_free(view, cue, clausal=found.clausal)):
        return
    host = _participle_host(told, cue)
    if host is not None and host.content_first == cue.first and not host.attribution.before:
        return  # what is said begins with it: a noun of the same letters
    own = _is_own(view, host, cue) or _feels(view, host, found) if host is not None else False
    if host is not None and not (own or _adds(view, host, cue, found)):
        host.more_cues.append(cue)
        if view.lexicon.language == "en" and not host.addressees and host.act != "accuses":
            host.addressees.extend(found.addressees)  # "denied it, telling reporters that"
            host.via.extend(v for v in found.via if v not in host.via)
        if host.attribution.before:
            host.tail = max(host.tail, found.content_last)
        else:
            host.content_last = max(host.content_last, found.content_last)
        return
    speaker: Party | None
    if host is not None:
        speaker = _reported_on(view, host) or host.speaker
        if host.covers(cue.first):
            host.content_last = cue.first - 1
    else:
        fronted = find_fronted(view, cue)
        if fronted is not None:
            found = replace(found, content_last=min(found.content_last, fronted[1]))
        owner = fronted[0] if fronted is not None else find_subject(view, before=cue.first)
        speaker = owner or _elided(view, cue)
        if isinstance(speaker, Pointer) and cue.first > 3:
            return
    attribution = replace(found, speaker=speaker, margin=0.9)
    one = told_by(attribution)
    one.via = list(host.via) if host is not None else one.via
    if host is not None and host.speaker is not None and speaker is not host.speaker:
        one.via.append(host.speaker)
    told.append(one)


def _stands_free(view: View, cue: Cue, *, clausal: bool) -> bool:
    """True when a participle stands beside its clause rather than inside a noun phrase."""
    if cue.conjoined or cue.first == 0 or view.is_break(cue.first - 1):
        return True
    if view.form(cue.first - 1) in ("and", "while", "by"):
        return True
    if view.lexicon.language == "en" and cue.row.act in OWN_ACTS and _wrote_to(view, cue.first):
        return True
    if view.lexicon.language == "en" and cue.row.act in OWN_ACTS:
        return view.form(cue.first - 1) in view.lexicon.word_set("issued")  # "a paper accusing X"
    if view.lexicon.language == "ar" and _TANWIN in view.tokens[cue.first].text:
        return True  # "عبر القناة متهماً الحكومة بـ": an accusative tells how
    return clausal and view.lexicon.language in ("ar", "he")


def _wrote_to(view: View, i: int) -> bool:
    """True behind "wrote to Y last week", where "demanding …" tells what was written."""
    for k in range(i - 1, max(0, i - _WRITTEN_WITHIN), -1):
        if view.is_break(k):
            return False
        if view.form(k) == "to":
            return view.form(k - 1) in view.lexicon.word_set("wrote")
    return False


def _participle_host(told: Sequence[Told], cue: Cue) -> Told | None:
    outer = [t for t in told if not t.inner and t.attribution.cue.first < cue.first]
    return outer[-1] if outer else None


def _reported_on(view: View, host: Told) -> Mention | None:
    """Return X of "Reuters reported that X had called Y, urging him": an outlet urges nobody."""
    outlet, first = host.speaker, host.content_first
    if view.lexicon.language != "en" or host.attribution.before:
        return None
    if not isinstance(outlet, Mention) or outlet.kind != "media":
        return None
    named = view.mention_from(first) or view.mention_from(first + (view.form(first) == "the"))
    return named if named is not None and can_act(named) else None


def _is_own(view: View, host: Told, cue: Cue) -> bool:
    """True for a participle with an act of its own, and for "adding" behind a plain denial."""
    if cue.row.continues and view.lexicon.language == "en" and host.attribution.before:
        return True  # "“…,” he said, adding that the mission was hurt"
    if cue.row.continues and view.lexicon.language == "en":
        return host.act in OWN_ACTS or decide_act(view, host) in OWN_ACTS
    if view.lexicon.language == "en" and view.form(cue.first - 1) == "while" and cue.row.that:
        return view.form(cue.last + 1) == "that"  # "described it as a lie, while noting that"
    if view.lexicon.language == "en" and cue.row.id in _SAYING and host.act == "denies":
        return view.form(cue.first - 1) == "," and not host.attribution.before
    return cue.row.act in OWN_ACTS and cue.row.act != host.attribution.cue.row.act


def _feels(view: View, host: Told, found: Attribution) -> bool:
    """True for "معربا عن قلقه" behind a demand: what is expressed has an act of its own."""
    set_off = view.is_comma(found.cue.first - 1)  # else of who acts inside the words said
    if view.lexicon.language != "ar" or found.clausal or not set_off:
        return False
    act = decide_act(view, told_by(found))
    return act == "expresses-concern" and act != decide_act(view, host)


def _adds(view: View, host: Told, cue: Cue, found: Attribution) -> bool:
    """True for "موضحا أن …", "مشيرا إلى أن …", "، مجددا رفضه": a claim more."""
    if view.lexicon.language != "ar" or host.content_first >= cue.first:
        return False
    if _says_it_of_that(view, host, cue, found):
        return False
    set_off = view.is_comma(cue.first - 1) and view.form(cue.last + 1) != _TO
    return found.clausal or cue.row.act == "describes" or set_off


def _says_it_of_that(view: View, host: Told, cue: Cue, found: Attribution) -> bool:
    """True for "نفت ذلك قائلة إنه «افتراء»": what is denied, called by a few more words."""
    that = view.form(host.content_first) in _THAT_MATTER and cue.first == host.content_first + 1
    it = any(r.enclitic in ("ه", "ها") for r in view.readings(found.content_first - 1))
    it = it or any(r.enclitic in ("ه", "ها") for r in view.readings(found.content_first - 2))
    few = found.content_last - found.content_first <= _FEW
    return host.act == "denies" and that and it and few


def _elided(view: View, cue: Cue) -> Pointer:
    inflection = cue.inflection
    return Pointer(
        kind="elided",
        place=view.tokens[cue.first].start,
        gender=inflection.gender if inflection else None,
        number=inflection.number if inflection else None,
    )
