"""Turkish offices, descriptions of people and institutions, with whose they are and who holds them.

In:  a `Scan` and the position where one may begin. Out: the phrase, and before it those that share
its head ("İsrailli ve Türk yetkililer" are two).
    (modifiers) (state | body) (modifiers) institution | role (name)
"""

import re
from dataclasses import replace
from functools import cache

from kg.extract.mentions.lexicon import Hit
from kg.extract.mentions.scan import Phrase, Scan, another_of, side_of
from kg.extract.mentions.turkish_chain import (
    LONGEST,
    Chain,
    case_at,
    institution_at,
    read_step,
    role_at,
)
from kg.extract.mentions.turkish_english import name_in_english
from kg.extract.mentions.turkish_institutions import (
    are_listed,
    as_place,
    as_written,
    body_at,
    case_of_hit,
    institutions,
    is_capital_city,
    shown,
    stands_alone,
)
from kg.extract.mentions.turkish_letters import ending_of, is_capital, letters, words
from kg.extract.mentions.turkish_origins import (
    follows_genitive,
    is_seat,
    read_compound,
    read_origin,
    read_owner,
)
from kg.extract.mentions.turkish_runs import name_run
from kg.extract.phrases import PhraseSet
from kg.lexicon.grammar import words_of
from kg.lexicon.loader import read_toml
from kg.lexicon.turkish import case_of
from kg.model.mention import Number

# Several of these meet and speak for whom they represent.
_CROWDS = frozenset({"representative", "negotiator", "envoy", "lawmaker"})
_ENVOYS = frozenset({"ambassador", "high-commissioner"})
_STYLES = words_of("tr", "styles_of_one_name")
_LEADING = frozenset({"leader", "minister", "president"})
_NUMERAL = re.compile(r"\d{1,2}|[ivx]{1,5}")


def find_description(scan: Scan, position: int, *, behind: int = 0) -> list[Phrase]:
    """Return the description that begins here; nothing when no institution or role ends it.

    `behind`: how many words of a name that no lexicon has stand in front of the rest.
    """
    chain = Chain(position, position + behind)
    chain.foreign = bool(behind) or follows_genitive(scan, position)
    role: Hit | None = None
    alone: Chain | None = None  # as it stood behind the institution
    while chain.end < scan.end and chain.end - position <= LONGEST:
        role = role_at(scan, chain.end, chain)
        if role is not None and not _is_longer_institution(scan, chain, role):
            break
        role = None
        if not read_step(scan, chain):
            role = _role_behind(scan, chain)
            break
        if alone is None and chain.institution is not None:
            alone = replace(chain, owners=[*chain.owners], posts=[*chain.posts])
    if role is not None:
        return _role(scan, chain, role)
    if chain.institution is None:
        return []
    behind = chain.institution.last + 1
    if chain.end == behind or scan.form(behind) in words("same"):  # "Büyükelçilik aynı gece"
        return institutions(scan, chain, chain.institution)
    if alone is not None and alone.institution is not None and alone.owned:
        return institutions(scan, alone, alone.institution)  # "Rusya Dışişleri Bakanlığı iki …"
    return []


def _is_longer_institution(scan: Scan, chain: Chain, role: Hit) -> bool:
    found = institution_at(scan, chain.end, chain) if chain.institution is None else None
    return found is not None and found.last > role.last


def _role_behind(scan: Scan, chain: Chain) -> Hit | None:
    """Return the role behind an institution that ended the chain by its case; None for most."""
    if chain.institution is None or case_at(chain.institution) not in ("nominative", "genitive"):
        return None
    return role_at(scan, chain.end, chain)


def _role(scan: Scan, chain: Chain, head: Hit) -> list[Phrase]:
    if are_listed(chain) and head.sense.number != "plural":
        return []
    if chain.naming is not None and chain.first == head.first:
        chain.first = chain.naming  # nothing else would be left of "adı verilmeyen kaynaklar"
    if not _owners_fit(chain, head) or _is_pair(scan, chain, head) or _leads_names(scan, head):
        return []
    if head.sense.number == "plural" and scan.form(head.first - 1) == "bir":
        return []  # "bir bakanlar toplantısı"
    sense = head.sense
    phrase = Phrase(
        _first_of(chain),
        head.last,
        enclitic=head.enclitic,
        kind="official",
        role=sense.id,
        number=_number(scan, chain, head),
        definite=not chain.counted,
        human=True,
        case=case_of_hit(head),
    )
    phrase.shown = shown(scan, phrase.first, head)
    _own(scan, phrase, chain, head)
    phrase.nested.extend(chain.posts)
    one = phrase.case == "nominative" and sense.number == "singular"
    one_of = phrase.case == "ablative" and sense.number == "plural"  # "sözcülerinden John Kirby"
    if (one and not chain.counted) or one_of:
        _read_name(scan, phrase)
    if one and not chain.counted and (holder := _holder_of_both(scan, phrase)) is not None:
        return [holder]
    if not _says_enough(scan, chain, phrase, head):
        return []
    english = name_in_english(scan, phrase, chain, head)
    plain = phrase.shown
    if chain.counted or "source" in sense.flags:
        read_origin(scan, phrase, chain.naming)
    if "possessed" in sense.flags and phrase.person is None and not chain.owners:
        read_owner(scan, phrase)
    if chain.institution is not None and not chain.owned and phrase.person is None:
        read_compound(scan, phrase)
    seated = is_seat(scan, phrase.first - 1) and not chain.owners
    if english is not None and (phrase.shown == plain or seated):
        phrase.shown = english
    crowd = sense.number == "plural" and sense.id in _CROWDS
    vague = "source" in sense.flags or chain.counted or crowd
    phrase.unnamed = vague and phrase.person is None
    return [*_sharing(scan, chain, phrase, head), phrase]


def _holder_of_both(scan: Scan, phrase: Phrase) -> Phrase | None:
    """Return X of "Hükümet Sözcüsü ve Başbakan Yardımcısı X": one person, two offices."""
    if phrase.person is not None or scan.form(phrase.last + 1) != "ve":
        return None
    found = find_description(scan, phrase.last + 2)
    holder = found[-1] if len(found) == 1 else None
    if holder is None or holder.person is None or holder.role is None:
        return None
    if None not in (holder.side, phrase.side) and holder.side != phrase.side:
        return None
    holder.first, holder.side = phrase.first, holder.side or phrase.side
    return holder


def _is_pair(scan: Scan, chain: Chain, head: Hit) -> bool:
    """True for "iki lider", "iki bakan": those named before; "iki yetkili" are new ones."""
    two = "iki" in (scan.form(chain.first), scan.form(chain.first - 1)) and not chain.owned
    plain = head.sense.number == "plural" and head.sense.id in _LEADING
    alone = plain and not (chain.owned or chain.counted or chain.same or chain.institution)
    return alone or (two and "source" not in head.sense.flags)


def _leads_names(scan: Scan, head: Hit) -> bool:
    """True for the office of those named behind it: "hükûmet başkanları Ali Kaya ve Jean Mora"."""
    if head.sense.number != "plural" or (case_of_hit(head) != "nominative"):
        return False
    end = name_run(scan, head.last + 1)
    if end == head.last + 1 or scan.form(end) not in ("ile", "ve", ",") or ending_of(scan, end - 1):
        return False
    return name_run(scan, end + 1) > end + 1


def _number(scan: Scan, chain: Chain, head: Hit) -> Number | None:
    """Behind a numeral a noun stays in the singular and means several."""
    if head.sense.number == "plural" or not chain.counted:
        return head.sense.number
    inside = {scan.form(i) for i in range(chain.first, head.first)}
    if "bir" in inside:
        return "singular"
    return "dual" if "iki" in inside else "plural"


def _first_of(chain: Chain) -> int:
    """Several owners share the head: the phrase itself begins at the last of them."""
    return chain.owners[-1].first if are_listed(chain) else chain.first


def _owners_fit(chain: Chain, head: Hit) -> bool:
    """A state's name asks for the possessive ("Almanya Başbakanı"); an adjective for neither."""
    many = head.sense.number == "plural" and "source" in head.sense.flags
    states = [
        o
        for o in chain.owners
        if o.case != "adjective" and not (many and o.kind == "armed-group" and not o.enclitic)
    ]  # "Husi yetkililer"
    return not states or "possessed" in head.sense.flags or chain.institution is not None


def _own(scan: Scan, phrase: Phrase, chain: Chain, head: Hit) -> None:
    owners = chain.owners
    owner = owners[0] if owners and owners[0].case == "genitive" else owners[-1] if owners else None
    if chain.institution is not None:
        inner = body_at(scan, chain, chain.institution, owner)
        phrase.side = inner.identity or inner.side
        phrase.nested.append(inner)
        if owner is not None and inner.identity == side_of(owner):
            inner.nested.clear()
    elif owner is not None:
        phrase.side = side_of(owner)
        phrase.nested.append(owner)
        if owner is not owners[-1] and head.sense.id in _ENVOYS and is_capital_city(owners[-1]):
            chain.posts.append(as_place(owners[-1]))  # "Türkiye'nin Tahran Büyükelçisi"


def _says_enough(scan: Scan, chain: Chain, phrase: Phrase, head: Hit) -> bool:
    """True when it is a mention by itself; "lider" inside a phrase is not."""
    if phrase.person or phrase.side or chain.counted or chain.same or chain.institution:
        return True
    if chain.foreign:
        return True
    if "source" in head.sense.flags and (chain.modified or head.last > head.first):
        return True
    if phrase.case == "nominative" and not stands_alone(scan, head.first, head.last):
        return False
    return "possessed" not in head.sense.flags or " " in (phrase.shown or "")


@cache
def _holding() -> PhraseSet:
    return PhraseSet(read_toml("mentions_tr.toml")["holding"])


@cache
def _tails() -> PhraseSet:
    return PhraseSet(read_toml("mentions_tr.toml")["tails_of_offices"])


def _read_name(scan: Scan, phrase: Phrase) -> None:
    """Read the name behind an office: "Dışişleri Bakanı Sergey Lavrov'un"."""
    start = phrase.last + 1
    start += _holding().length_at(scan.tokens, start)  # "Dışişleri Bakanı olan X"
    if scan.form(start) == "(" and scan.form(start + 2) == ")":
        start += 3
    if scan.form(start + 1) == "." and _NUMERAL.fullmatch(scan.form(start)):
        start += 2  # "Kral 2. Abdullah"
    start = _past_tail(scan, phrase, start)
    while scan.form(start) in words("titles") and is_capital(scan, start):
        start += 1 + (scan.form(start + 1) == ".")  # "Prof. Dr."
    end = name_run(scan, start, titled=True)
    if end == start:
        return
    if end == start + 1 and scan.form(start - 1) in _STYLES and is_capital(scan, start - 1):
        start -= 1  # "Kral Philippe", "Başbakan Şeyh Hasina"
    phrase.person, phrase.last = letters(scan, start, end), end - 1
    phrase.kind, phrase.definite, phrase.number = "person", True, "singular"
    phrase.enclitic = ending_of(scan, end - 1)
    phrase.case = case_of(phrase.enclitic)


def _past_tail(scan: Scan, phrase: Phrase, start: int) -> int:
    """Step over "Vekili", "adayı" between an office and a name: another office than it seemed."""
    length = _tails().length_at(scan.tokens, start)
    if not length or not is_capital(scan, start + length):
        return start
    phrase.role = f"deputy-{phrase.role}"
    return start + length


def _sharing(scan: Scan, chain: Chain, phrase: Phrase, head: Hit) -> list[Phrase]:
    """Return those of the other states that share the head: "Türk ve Rus yetkililer"."""
    owners = chain.owners
    if not are_listed(chain):
        return []
    shared = (
        scan.text(owners[-1].last + 1, head.last - 1) if head.last > owners[-1].last + 1 else ""
    )
    base = f"{shared} {as_written(head.sense.base, scan.tokens[head.last].text)}".strip()
    crowd = head.sense.id in _CROWDS
    if phrase.number == "plural" and "source" not in head.sense.flags and not crowd:
        phrase.unnamed = True  # they meet for their states
        phrase.shown = f"{scan.text(owners[0].first, owners[-1].last)} {base}"
    return [another_of(phrase, owner, f"{_words(scan, owner)} {base}") for owner in owners[:-1]]


def _words(scan: Scan, owner: Phrase) -> str:
    text = scan.text(owner.first, owner.last)
    return text[: -len(owner.enclitic)] if owner.enclitic else text
