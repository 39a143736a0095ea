"""Find on whom words are placed that the telling verb names no listener for.

In:  a view, a statement as arranged, its act, the condition in it. Out: mentions, mostly none.
Read off the words said: whose deed is condemned ("Uganda's seizure of"), whose charge is denied
("Uganda's claims"), who shall act ("that Uganda withdraw"), whose act a threat hangs on ("if Uganda
crosses"). Nobody is taken who speaks, or whom whoever speaks belongs to.
"""

from collections.abc import Iterator

from kg.extract.attribution import can_act
from kg.extract.told import Told
from kg.extract.view import View
from kg.lexicon.grammar import endings_of, words_of
from kg.model.mention import Mention
from kg.model.span import Span
from kg.vocabulary import SpeechAct

_OWNER_WITHIN = 5
_CHARGE_WITHIN = 4
_SUBJECT_WITHIN = 3
_OWNING = ("'s", "'")
_OF = frozenset({"של"})
_SHALL = endings_of("tr", "shall_act")
_NEED = endings_of("tr", "needs_doing")
_AWAITED = words_of("tr", "awaited")
_DONE_TO = endings_of("tr", "nouns_with_a_dative")
_VERB_FIRST = ("ar", "he")
_BLAMES: frozenset[SpeechAct] = frozenset({"accuses", "expresses-concern"})


def find_placed_on(
    view: View, one: Told, act: SpeechAct, condition: Span | None
) -> Iterator[Mention]:
    """Yield on whom the words are placed, nobody where the verb names a listener."""
    if one.addressees:
        return
    found: Mention | None = None
    if act in _BLAMES and not one.attribution.clausal:
        found = _accused(view, one, act)
    elif act == "accuses" and view.lexicon.language == "tr":
        found = _doer(view, one)
    elif act == "accuses" and view.lexicon.language == "en":
        found = _english_doer(view, one)
    elif act == "denies":
        found = _accuser(view, one)
    elif act == "demands":
        found = _called_on(view, one)
    elif act == "warns" and condition is not None:
        found = _threatened(view, condition)
    if found is not None and not _is_own(one, found):
        yield found


def _is_own(one: Told, mention: Mention) -> bool:
    """True for whoever speaks, their country, and anybody of their side."""
    speaker = one.speaker
    if not isinstance(speaker, Mention):
        return speaker is None
    mine = {speaker.gazetteer_id, speaker.side} - {None}
    same = mention.name == speaker.name
    return same or bool(mine & {mention.gazetteer_id, mention.side})


def _accused(view: View, one: Told, act: SpeechAct) -> Mention | None:
    """Return the owner of what is condemned or regretted."""
    for i in range(one.content_first, min(one.content_last, one.content_first + _OWNER_WITHIN) + 1):
        mention = view.mention_at[i]
        if mention is None or mention.category == "place":
            continue
        if mention.category == "adjective" and (act == "accuses" or _is_charge(view, mention)):
            return mention
        blamed = _is_owner(view, mention) or view.form(mention.last + 1) == "for"
        blamed |= _is_reacted_to(view, mention)
        return mention if blamed and can_act(mention) and i == one.content_first else None
    return None


def _is_reacted_to(view: View, mention: Mention) -> bool:
    """True for the Turkish "Y'ye (sert) tepki gösterdi", not for "Y'ye yönelik saldırıyı"."""
    dative = view.lexicon.language == "tr" and mention.case == "dative"
    return dative and not view.form(mention.last + 1).startswith(_DONE_TO)


def _is_owner(view: View, mention: Mention) -> bool:
    """True for "Uganda's"."""
    return any(r.enclitic in _OWNING for r in view.readings(mention.last)) or (
        view.form(mention.last + 1) in _OWNING
    )


def _is_charge(view: View, mention: Mention) -> bool:
    """True for a noun of speech right before or behind: "Ugandan claims"."""
    speech = view.lexicon.word_set("speech_nouns")
    beside = (mention.first - 1, mention.last + 1)
    return any(r.stem in speech for k in beside for r in view.readings(k))


def _accuser(view: View, one: Told) -> Mention | None:
    """Return whose charge, claim or demand is denied or refused."""
    speech = view.lexicon.word_set("speech_nouns")
    last = min(one.content_last, one.content_first + _CHARGE_WITHIN)
    for i in range(one.content_first, last + 1):
        mention = view.mention_from(i)
        if mention is None or mention.category == "place":
            continue
        head = mention.first - 1 - (view.form(mention.first - 1) in _OF)
        before = any(r.stem in speech for r in view.readings(head))
        behind = view.readings(mention.last + 1)
        if view.lexicon.language == "tr":
            charge = view.form(mention.last + 1).startswith(tuple(speech))
            return mention if charge and mention.last < one.content_last + 2 else None
        if view.lexicon.language in _VERB_FIRST:
            return mention if before and mention.first > one.content_first else None
        owns = mention.category == "adjective" or _is_owner(view, mention)
        by = view.form(mention.first - 1) == "by"
        claimed = any(r.stem in speech for k in (i - 2, i - 1) for r in view.readings(k))
        return (
            mention
            if (owns and any(r.stem in speech for r in behind)) or (by and claimed)
            else None
        )
    return None


def _called_on(view: View, one: Told) -> Mention | None:
    """Return who shall act: "demanded that Uganda withdraw", "called for Uganda to withdraw"."""
    language, first = view.lexicon.language, one.content_first
    mention = view.mention_from(first)
    if language == "tr" and (asked := expected_of(view, one)) is not None:
        return asked
    if language == "ar" and mention is None:
        mention = view.mention_from(first + 1)  # the verb stands in front
        if not view.lexicon.word_set("that") & {view.form(first - 1)}:
            return None
    if mention is None or not can_act(mention) or view.quotation_at[first] is not None:
        return None
    after = view.form(mention.last + 1)
    if language == "tr":
        words = [view.form(i) for i in range(mention.last + 1, one.content_last + 1)]
        shall = any(w.endswith(_SHALL) or w.startswith(_NEED) for w in words)
        known = mention.gazetteer_id or mention.side or mention.role or mention.person
        return mention if shall and known and mention.case == "genitive" else None
    if language == "en":
        passive = "be" in (after, view.form(mention.last + 2))  # "Uganda to be readmitted"
        if passive or _is_owner(view, mention) or not view.is_word(mention.last + 1):
            return None
        told = view.form(first - 1) == "that" or after == "to"
        return mention if told else None
    return mention


def expected_of(view: View, one: Told) -> Mention | None:
    """Return Y of the Turkish "Y'den … beklediğini": something is expected of somebody."""
    verb = one.content_last
    if view.form(verb) not in view.lexicon.word_set("expecting"):
        return None
    if view.form(verb).startswith("bekle") and view.form(verb - 1) in _AWAITED:
        return None  # "Y'den yanıt beklediğini": nothing is asked
    for i in range(one.content_first, one.content_last):
        mention = view.mention_from(i)
        if mention is not None and mention.case == "ablative" and can_act(mention):
            return mention
    return None


def _doer(view: View, one: Told) -> Mention | None:
    """Return who did it in Turkish: "Y'nin ateşkesi ihlal ettiğini"."""
    mention = view.mention_from(one.content_first)
    owner = mention is not None and mention.case == "genitive" and can_act(mention)
    return mention if owner else None


def _english_doer(view: View, one: Told) -> Mention | None:
    """Return who did it: "alleged that Ugandan drones had struck", "It was Uganda that …"."""
    first = one.content_first
    if view.form(first) == "it" and view.form(first + 1) in ("was", "is", "were"):
        first += 2
    first += view.form(first) in ("the", "a", "an")
    mention = view.mention_from(first) or view.mention_from(first - 1)
    if mention is None or view.quotation_at[mention.first] is not None or _is_owner(view, mention):
        return None
    return mention if can_act(mention) or mention.category == "adjective" else None


def _threatened(view: View, condition: Span) -> Mention | None:
    """Return whose act a threat hangs on: "if Uganda crosses", "אם תמשיך אוגנדה"."""
    first = next((i for i, t in enumerate(view.tokens) if t.end > condition.start), None)
    if first is None:
        return None
    turkish = view.lexicon.language == "tr"
    for i in range(first, min(view.size, first + 1 + _SUBJECT_WITHIN)):
        mention = view.mention_from(i)
        if mention is None:
            continue
        inside = mention.span.end < condition.end
        cases = (None, "nominative", "genitive") if turkish else (None, "nominative")
        bare = not mention.proclitics and mention.case in cases
        if not (inside and bare and can_act(mention)) or _is_owner(view, mention):
            return None
        alone = turkish or view.lexicon.language in _VERB_FIRST or i <= first + 2
        return mention if alone else None
    return None
