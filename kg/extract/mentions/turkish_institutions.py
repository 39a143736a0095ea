"""Turkish institutions with whose they are: "Rusya Savunma Bakanlığı", "Suudi haber ajansı SPA".

In:  a `Scan`, the chain in front of an institution, the institution. Out: its phrase, and before it
those that share it ("Türk ve Rus orduları" are two).
"""

from dataclasses import replace

from kg.extract.mentions.lexicon import Hit
from kg.extract.mentions.scan import Phrase, Scan, side_of
from kg.extract.mentions.turkish_chain import Chain, topic_apart
from kg.extract.mentions.turkish_english import outlet_in_english
from kg.extract.mentions.turkish_letters import begins_sentence, ending_of, is_capital, letters
from kg.extract.mentions.turkish_runs import name_run
from kg.lexicon.gazetteer import load_gazetteer
from kg.lexicon.grammar import words_of
from kg.lexicon.turkish import case_of
from kg.model.mention import Case

_SEATED = frozenset({"embassy", "consulate"})
_PARTIAL = words_of("tr", "partial_government")


def stands_alone(scan: Scan, first: int, last: int) -> bool:
    """True for a noun that is a phrase by itself and no part of a compound ("grup toplantısı")."""
    opens = first == 0 or scan.form(first - 1) == ";"
    if opens and scan.is_word(last + 1):
        return True
    return not scan.is_word(last + 1) or scan.form(last + 1) in ("ise", "de", "da", "ile", "ve")


def case_of_hit(hit: Hit) -> Case:
    return case_of(hit.enclitic) if hit.enclitic else hit.sense.case or "nominative"


def shown(scan: Scan, first: int, head: Hit) -> str:
    """Return the words with the head's last word in the nominative."""
    token = scan.tokens[head.last]
    base = as_written(head.sense.base, token.text) if head.sense.base else token.text
    front = f"{scan.text(first, head.last - 1)} " if head.last > first else ""
    return front + base


def as_written(base: str, text: str) -> str:
    """Return a word with the case of the first letter that the text gives it."""
    lowered = base.replace("İ", "i").replace("I", "ı").lower()
    return text[0] + base[1:] if text[0].isupper() else lowered


def are_listed(chain: Chain) -> bool:
    """True for several owners side by side, not one that owns the other."""
    return len(chain.owners) > 1 and chain.owners[0].case != "genitive"


def is_capital_city(owner: Phrase) -> bool:
    """True for a capital, named by itself between whose envoy it is and the office."""
    return owner.category == "either" and owner.side is not None


def as_place(owner: Phrase) -> Phrase:
    return replace(owner, category="place", kind=None, case="attributive", nested=[])


def institutions(scan: Scan, chain: Chain, head: Hit) -> list[Phrase]:
    """Return the institution of one state, of several, or of none told."""
    topic = topic_apart(scan, chain, head)
    owners = chain.owners
    if not owners:
        capital = is_capital(scan, head.first) or chain.same
        plain = _plain(head) and stands_alone(scan, head.first, head.last)
        bare = "bare" in head.sense.flags or _is_named(scan, head)
        if not bare or not (capital or plain) or chain.counted:
            return []
        if not capital and case_of_hit(head) != "nominative":
            return []
        return [_with_front(scan, chain, head, body_at(scan, chain, head, None))]
    if "possessed" not in head.sense.flags and not _is_plain_adjective(owners, head):
        return []
    if chain.counted and "is_state" in head.sense.flags:
        return []  # "Türkiye iki tarafı buluşturdu"
    if are_listed(chain) and head.sense.number != "plural":
        return []
    if len(owners) == 1 and owners[0].kind == "media" and head.sense.kind == "media":
        own = replace(owners[0], last=head.last, enclitic=head.enclitic, case=case_of_hit(head))
        return [own]  # "RFI radyosu"
    last = body_at(scan, chain, head, owners[-1])
    if len(owners) == 1 or owners[0].case == "genitive" != owners[1].case:
        if len(owners) > 1:
            last = body_at(scan, chain, head, owners[0])
        last.first = chain.first
        if chain.counted and head.sense.kind == "media":
            _some_outlet(scan, last, head)  # "bir Cezayir gazetesi" is not all of its media
        _name_medium(scan, last)
        last.nested.extend(chain.posts)  # "Çin'in Houston Başkonsolosluğu"
        if len(owners) > 1 and head.sense.id in _SEATED and is_capital_city(owners[1]):
            last.nested.append(as_place(owners[1]))  # "Ukrayna'nın Roma Büyükelçiliğinde"
        return [last]
    last.first = owners[-1].first
    return [*topic, *(_body_of(head, o) for o in owners[:-1]), last]


def _some_outlet(scan: Scan, phrase: Phrase, head: Hit) -> None:
    """Make one outlet without a name of a state's media, "Algerian newspaper" where known."""
    state = phrase.side or phrase.identity
    adjective = load_gazetteer().adjective_of(state or "", "en")
    outlet = outlet_in_english(scan.form(head.last))
    phrase.identity, phrase.side, phrase.role, phrase.unnamed = None, state, None, True
    phrase.shown = shown(scan, phrase.first, head)
    if adjective is not None and outlet is not None:
        phrase.shown = f"{adjective} {outlet}"


def _is_named(scan: Scan, head: Hit) -> bool:
    """True for "Temsilciler Meclisi", unless something happens there."""
    whole = range(head.first, head.last + 1)
    long = head.last > head.first and all(is_capital(scan, i) for i in whole)
    return long and case_of_hit(head) not in ("locative", "ablative", "attributive")


def _with_front(scan: Scan, chain: Chain, head: Hit, phrase: Phrase) -> Phrase:
    """Take in the capitalised words of "Ulusal Güvenlik Bakanlar Kurulu"."""
    front = range(chain.first, head.first)
    if front and all(is_capital(scan, i) for i in front) and not begins_sentence(scan, front[0]):
        phrase.first = chain.first
        phrase.shown = shown(scan, chain.first, head)
    return phrase


def _name_medium(scan: Scan, phrase: Phrase) -> None:
    """Read the name behind "ABD televizyonu": a medium of that state, not the state's own."""
    start = phrase.last + 1
    if phrase.kind != "media" or phrase.case != "nominative":
        return
    known = [h for h in scan.hits(start) if h.sense.tag == "name" and h.sense.kind == "media"]
    if known:  # "Suudi haber ajansı SPA'ya"
        hit = max(known, key=lambda h: h.last)
        phrase.last, phrase.enclitic, phrase.identity = hit.last, hit.enclitic, hit.sense.id
        phrase.side = phrase.role = phrase.shown = None
        phrase.case = case_of(hit.enclitic)
        return
    end = name_run(scan, start)
    if end > start:
        phrase.shown, phrase.last = letters(scan, start, end), end - 1
        phrase.side = phrase.side or phrase.identity
        phrase.identity = phrase.role = None
        phrase.enclitic = ending_of(scan, end - 1)
        phrase.case = case_of(phrase.enclitic)


def _plain(head: Hit) -> bool:
    return "possessed" not in head.sense.flags


def _is_plain_adjective(owners: list[Phrase], head: Hit) -> bool:
    return owners[-1].case == "adjective" and (
        "indefinite" in head.sense.flags or head.sense.number == "plural"
    )


def _body_of(head: Hit, owner: Phrase) -> Phrase:
    """Return the institution of a state, where only the state's own word stands for it."""
    state = side_of(owner)
    is_state = _is_whole(head)
    phrase = Phrase(owner.first, owner.last, owner.reading, owner.enclitic, case=owner.case)
    phrase.identity = state if is_state else f"{state}.{head.sense.id}"
    phrase.side = None if is_state else state
    phrase.kind, phrase.role, phrase.definite = head.sense.kind, head.sense.id, True
    return phrase


def _is_whole(head: Hit) -> bool:
    """True for a government, a side, a delegation: of these we say what we say of their state."""
    return "is_state" in head.sense.flags or head.sense.id == "delegation"


def _is_partial(scan: Scan, first: int, end: int) -> bool:
    """True for a regional or rebel government, which is not its state's."""
    return any(scan.form(i) in _PARTIAL for i in range(first, end))


def body_at(scan: Scan, chain: Chain, head: Hit, owner: Phrase | None) -> Phrase:
    """Return an institution with the state or body that it belongs to."""
    sense = head.sense
    phrase = Phrase(
        owner.first if owner is not None else head.first,
        head.last,
        enclitic=head.enclitic,
        kind=sense.kind,
        role=sense.id,
        number=sense.number,
        definite=True,
        human=False,
        case=case_of_hit(head),
    )
    phrase.shown = shown(scan, phrase.first, head)
    if owner is None:
        phrase.kind = "organization" if sense.kind == "state" else sense.kind
        return phrase
    state, is_state = side_of(owner), _is_whole(head)
    if is_state and owner.identity and not _is_partial(scan, owner.last + 1, head.first):
        phrase.identity, phrase.side, phrase.kind = state, None, None
        phrase.role = None
        return phrase
    if owner.category == "actor" or owner.kind not in (None, "state"):
        phrase.side = state
        phrase.kind = "organization" if sense.kind == "state" else sense.kind
    else:
        phrase.identity = state if is_state else f"{state}.{sense.id}"
        phrase.side = None if is_state else state
    if is_state and _is_partial(scan, owner.last + 1, head.first):
        phrase.identity, phrase.side, phrase.kind = None, state, "organization"
        phrase.nested.append(owner)
    if not is_state:
        phrase.nested.append(owner)
    return phrase
