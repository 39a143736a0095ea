"""Leave out of what is said in Turkish what stands behind it, in front of the verb of telling.

In:  a reader, the words said. Out: nothing; the words end earlier, media that hear it are noted.
    sınırın açılacağını dün gazetecilere (yineledi)
    sınırın açılmayacağını Somalili mevkidaşına (iletti)
    yasanın çekilmeyeceğini salı günü düzenlediği basın toplantısında (açıkladı)
    kararı pazartesi akşamı bir televizyon konuşmasıyla (duyurdu)
"""

from kg.extract.attribution import unlinked_mention
from kg.extract.speakers.turkish_listeners import Content
from kg.extract.speakers.turkish_words import TurkishWords
from kg.lexicon.grammar import endings_of, words_of
from kg.model.draft import Pointer

_OBJECTS = endings_of("tr", "clause_as_object")
_BETWEEN = words_of("tr", "between_words_and_verb")
_ACCUSATIVE = ("i", "u", "ü")
_TOLD_IN = frozenset({"locative", "instrumental", "ablative"})
_SHORT = 3
_SIDES = endings_of("tr", "sides")


def cut_behind(reader: TurkishWords, found: Content) -> None:
    """Let the words said end in front of when, where and in what they were told."""
    view, k = reader.view, found.last
    if found.quoted or view.quotation_at[k] is not None:
        return
    telling = 0
    while k > found.first and (step := _beside(reader, k)):
        telling += _tells(reader, k)
        k -= step
    clause = view.form(k).endswith(_OBJECTS) and view.is_word(k)
    if k < found.last and (clause or (telling and _ends_object(reader, k))):
        _hear(reader, found, k + 1)
        found.last = k


def _beside(reader: TurkishWords, k: int) -> int:
    """Return how many tokens up to token `k` tell when, where, in what; 0 for none."""
    view = reader.view
    if not view.is_word(k) or not reader.at_main(k):
        return 0
    mention = view.mention_at[k]
    if _guest(reader, k) and (mention is None or mention.person is None):
        beside = view.mention_to(k - 1)
        return k - beside.first + 1 if beside and beside.category == "adjective" else 1
    if (pair := _pair_to(reader, k)) or mention is None:
        form = view.form(k)
        known = form in _BETWEEN or form in reader.tails or _tells(reader, k)
        return pair or (1 if known and not form.endswith(_OBJECTS) else 0)
    media = mention.kind == "media" and mention.case == "dative"
    placed = mention.case == "locative" and mention.category in ("place", "either")
    return k - mention.first + 1 if media or placed else 0


def _pair_to(reader: TurkishWords, k: int) -> int:
    """Return how many tokens "(her) iki tarafa", "taraflara" has up to token `k`; 0 for none."""
    view = reader.view
    if reader.pair_forms.get(view.form(k)) not in ("dative", "ablative"):
        return 0
    if view.form(k - 1) != "iki":
        return 1 if view.form(k).startswith(_SIDES) else 0
    return 3 if view.form(k - 2) == "her" else 2


def _guest(reader: TurkishWords, k: int) -> bool:
    """True for "muhatabına", "konuğundan": the other one of whoever met."""
    return reader.guests.get(reader.view.form(k)) in ("dative", "ablative")


def _tells(reader: TurkishWords, k: int) -> bool:
    """True for a time, "gazetecilere", "basın toplantısında": what shows that it is beside."""
    view = reader.view
    if view.time_at[k] is not None or view.phrase_at(k, reader.press) or _guest(reader, k):
        return True
    case = reader.said_in.get(view.form(k), "").rstrip("+")
    return case in _TOLD_IN and view.mention_at[k] is None


def _ends_object(reader: TurkishWords, k: int) -> bool:
    """True at "açılacağını", "kararı": the object of the verb."""
    form, mention = reader.view.form(k), reader.view.mention_at[k]
    noun = len(form) > _SHORT and form.endswith(_ACCUSATIVE) and mention is None
    return reader.view.is_word(k) and (noun or form.endswith(_OBJECTS))


def _hear(reader: TurkishWords, found: Content, first: int) -> None:
    """Note the media and the other party among what is left out."""
    view = reader.view
    for i in range(first, found.last + 1):
        mention = view.mention_from(i)
        if mention is not None and mention.kind == "media":
            if mention not in found.addressees:
                found.hears(mention)
            elif mention not in found.via:
                found.via.append(mention)
        if found.addressees:
            continue
        if _guest(reader, i):
            found.addressees.append(Pointer(kind="other", place=view.tokens[i].start))
        elif length := _pair_to(reader, i):
            hint = unlinked_mention(view, i - length + 1, i, number="dual")
            place = view.tokens[i - length + 1].start
            found.addressees.append(Pointer(kind="pair", place=place, number="dual", hint=hint))
