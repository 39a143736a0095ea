"""What stands in front of a Turkish role or institution: states, bodies, modifiers.

In:  a `Scan` and a position. Out: a `Chain`, read word by word up to the head.
    Rusya | Rusya'nın | Rus | ABD'li | BM   (üst düzey) (bir)   Dışişleri Bakanlığı   sözcüsü
"""

from dataclasses import dataclass, field
from functools import cache

from kg.extract.mentions.choose import choose_name
from kg.extract.mentions.lexicon import Hit
from kg.extract.mentions.scan import Phrase, Scan, name_phrase
from kg.extract.mentions.turkish_joined import joined_end
from kg.extract.mentions.turkish_letters import begins_sentence, is_capital, words
from kg.extract.mentions.turkish_runs import past_district
from kg.extract.phrases import PhraseSet
from kg.lexicon.grammar import endings_of, words_of
from kg.lexicon.loader import read_toml
from kg.lexicon.turkish import case_of

LONGEST = 14
_NAMING = endings_of("tr", "name_withheld")
_FIELD = 6
_CHARGE = 7
_PLAIN_FIELD = 2
_LONGEST_TOWN = 3  # words: "Rio de Janeiro"
_SEATED = frozenset({"embassy", "consulate", "ambassador"})
_HIGH = frozenset(
    {
        "president",
        "vice-president",
        "prime-minister",
        "chancellor",
        "minister",
        "chief-of-staff",
        "king",
        "emir",
    }
)
_SENT = frozenset({"ambassador"})  # "AB Ukrayna Büyükelçisi" is the body's own
_OFFICE = 2
_JOINS = frozenset({"ve", "ile", ",", "veya", "-", "–"})
_OWNING = frozenset({"nominative", "genitive", "adjective"})
_DELEGATIONS = words_of("tr", "delegations_in_the_genitive")
_IN_CHARGE = words_of("tr", "in_charge")
_NO_FIELD = endings_of("tr", "no_modifier_of_people")
_HOME_AFFAIRS = endings_of("tr", "home_affairs")


@dataclass(slots=True)
class Chain:
    """As far as it is read. `owners` in order; `field_of` the place of "ABD'nin Suriye elçisi"."""

    first: int
    end: int
    owners: list[Phrase] = field(default_factory=list)
    institution: Hit | None = None
    counted: bool = False
    modified: bool = False
    same: bool = False
    naming: int | None = None
    posts: list[Phrase] = field(default_factory=list)  # where the office is held
    foreign: bool = False  # whose it is stands in front, in no lexicon: "KKTC Başbakanı"

    @property
    def owned(self) -> bool:
        """True when somebody's name stands in front."""
        return bool(self.owners) or self.foreign


@cache
def _modifiers() -> PhraseSet:
    return PhraseSet(read_toml("mentions_tr.toml")["modifiers"])


@cache
def openers() -> frozenset[str]:
    """Return the single words that a description may begin with."""
    table = read_toml("mentions_tr.toml")
    phrases = [*table["modifiers"], *table["counting"], *table["same"]]
    return frozenset(w for text in phrases for w in PhraseSet([text])._rests)


def read_step(scan: Scan, chain: Chain) -> bool:
    """Read one more part in front of the head; False when none stands here."""
    position = chain.end
    if _read_portfolio(scan, chain):
        return True
    if chain.institution is None and (hit := institution_at(scan, position, chain)) is not None:
        chain.institution, chain.end = hit, hit.last + 1
        return case_at(hit) in ("nominative", "genitive")
    if chain.institution is not None and scan.form(position) in _DELEGATIONS:
        chain.end = position + 1  # "Muhalefet heyetinin başkanı X"
        return True
    owner = owner_at(scan, position)
    longer = _modifiers().length_at(scan.tokens, position)  # "Kıbrıslı Türk", no Turk
    if owner is not None and longer > owner.last + 1 - owner.first:
        return _read_modifier(scan, chain)
    if owner is not None and _may_own(scan, chain, owner):
        chain.owners.append(owner)
        chain.end = past_district(scan, _past_brackets(scan, owner.last + 1))
        joined = scan.form(chain.end) in _JOINS and owner_at(scan, chain.end + 1) is not None
        chain.end += joined
        return True
    return _read_modifier(scan, chain) or _read_field(scan, chain)


def _read_portfolio(scan: Scan, chain: Chain) -> bool:
    """Step over the fields of an office that is for several: "Göç, Uyum ve Aile Bakanı"."""
    start = chain.end
    if chain.institution is not None or not is_capital(scan, start):
        return False
    if not chain.owners and owner_at(scan, start) is not None:
        return False
    joined = False
    for position in range(start + 1, joined_end(scan, start)):
        joined = joined or scan.form(position) == "ve"
        role = (h for h in scan.hits(position) if h.sense.tag == "role")
        if any("possessed" in h.sense.flags for h in role):
            chain.end, chain.foreign = (position, True) if joined else (start, chain.foreign)
            return joined
    return False


def _read_field(scan: Scan, chain: Chain) -> bool:
    """Step over what an office is for: "Avrupa'dan sorumlu", "Suriye Özel", unknown bodies."""
    if not chain.owned:
        return _read_charge(scan, chain)
    if _is_posted(scan, chain):
        names = [h for h in scan.hits(chain.end) if h.sense.tag == "name"]
        if names:
            post = named(choose_name(scan, names))
            post.category, post.case = "place", "attributive"
            chain.posts.append(post)
        chain.end += 1  # "İngiltere'nin Lilongve'deki maslahatgüzarı"
        return True
    if _read_seat(scan, chain):
        return True
    if plain := _plain_field(scan, chain):
        chain.end += plain  # "İsviçre'nin bölge özel temsilcisi"
        return True
    if _is_anothers(scan, chain):
        return False
    for end in range(chain.end, min(chain.end + _FIELD, scan.end)):
        if scan.form(end) in _IN_CHARGE:
            chain.end = end + 1
            return True
        if not scan.is_word(end):
            return False
        hits = [h for h in scan.hits(end) if h.sense.tag == "role" and "possessed" in h.sense.flags]
        if end > chain.end and hits:
            chain.end = end
            return True
        if not scan.tokens[end].text[0].isupper() or "'" in scan.form(end):
            behind = scan.form(end + 1) in _IN_CHARGE or scan.form(end + 2) in _IN_CHARGE
            if not behind:
                return False
    return False


def _is_anothers(scan: Scan, chain: Chain) -> bool:
    """True behind "Gana hükümeti" of "Gana hükümeti Togo Başbakanı X'i (suçladı)"."""
    last = chain.owners[-1] if chain.owners else None
    if chain.institution is None:
        whole = last is not None and last.kind in ("organization", "ministry")
        whole = whole and last is not None and last.case == "nominative"
    else:
        whole = case_at(chain.institution) == "nominative"
    owner = owner_at(scan, chain.end) if whole else None
    if owner is None or owner.kind != "state" or owner.case not in ("nominative", "adjective"):
        return False
    sent = _SENT if chain.institution is not None else frozenset[str]()
    after = range(owner.last + 1, owner.last + 1 + _OFFICE)
    hits = (h for i in after for h in scan.hits(i) if h.sense.tag == "role")
    return any(h.sense.id in _HIGH | sent and "possessed" in h.sense.flags for h in hits)


def _read_seat(scan: Scan, chain: Chain) -> bool:
    """Step over the town of "ABD'nin Houston Başkonsolosluğu", "Çin'in Osaka Başkonsolosu"."""
    if not chain.owners or chain.owners[-1].case != "genitive" or chain.institution is not None:
        return False
    for end in range(chain.end + 1, chain.end + 1 + _LONGEST_TOWN):
        if not is_capital(scan, end - 1) or "'" in scan.form(end - 1):
            return False
        if any(h.sense.id in _SEATED and "possessed" in h.sense.flags for h in scan.hits(end)):
            towns = [h for h in scan.hits(chain.end) if h.sense.tag == "name" and h.last == end - 1]
            post = named(choose_name(scan, towns)) if towns else Phrase(chain.end, end - 1)
            post.category, post.case, post.kind = "place", "attributive", None
            post.shown = None if towns else scan.text(chain.end, end - 1)
            chain.posts.append(post)
            chain.end = end
            return True
    return False


def _plain_field(scan: Scan, chain: Chain) -> int:
    """Return how many plain words stand between an owner and its office: "insani işler"."""
    body = bool(chain.owners) and chain.owners[-1].kind == "organization"
    owned = bool(chain.owners) and (chain.owners[-1].case == "genitive" or body)
    if not owned:
        return 0
    for position in range(chain.end, min(chain.end + _PLAIN_FIELD, scan.end)):
        plain = scan.is_word(position) and not is_capital(scan, position)
        if not plain or scan.hits(position) or scan.form(position).endswith(_NO_FIELD):
            return 0
        behind = scan.hits(position + 1)
        if any(h.sense.tag == "role" and "possessed" in h.sense.flags for h in behind):
            return position + 1 - chain.end
    return 0


def _read_charge(scan: Scan, chain: Chain) -> bool:
    """Step over "Siyasi İşlerden Sorumlu" in front of an office that nobody's name owns."""
    if chain.institution is not None or chain.counted or chain.end > chain.first + 1:
        return False
    for end in range(max(chain.end, chain.first + 1), min(chain.end + _CHARGE, scan.end)):
        if scan.form(end) in _IN_CHARGE:
            ablative = scan.form(end - 1).endswith(("dan", "den", "tan", "ten"))
            chain.end = end + 1 if ablative else chain.end
            return ablative
        if not is_capital(scan, end) and scan.form(end) != "ve":
            return False
    return False


def _is_posted(scan: Scan, chain: Chain) -> bool:
    """True for the place in "Peru'nun Lizbon'daki elçisi": between whose and what office."""
    if chain.owners[-1:] and chain.owners[-1].case != "genitive":
        return False
    form = scan.form(chain.end)
    placed = "'" in form and form.endswith(("deki", "daki", "teki", "taki"))
    return placed and any(h.sense.tag == "role" for h in scan.hits(chain.end + 1))


def _may_own(scan: Scan, chain: Chain, owner: Phrase) -> bool:
    if chain.institution is not None or owner.case not in _OWNING:
        return False
    if not chain.owners:
        return True
    before = chain.owners[-1]
    joined = scan.form(owner.first - 1) in _JOINS
    return joined or (before.case == "genitive" and owner.case == "nominative")


def _past_brackets(scan: Scan, position: int) -> int:
    """Step over an abbreviation: "Birleşmiş Milletler (BM) Genel Sekreteri"."""
    short = scan.form(position) == "(" and scan.form(position + 2) == ")"
    return position + 3 if short else position


def _read_modifier(scan: Scan, chain: Chain) -> bool:
    position = chain.end
    form = scan.form(position)
    if length := _modifiers().length_at(scan.tokens, position):
        chain.end, chain.modified = position + length, True
        if form.startswith(_NAMING) and not chain.owners:
            chain.naming = position
            chain.first = chain.end  # "adının açıklanmasını istemeyen" is no part of a name
        return True
    if form in words("counting") and scan.is_word(position + 1):
        chain.end, chain.counted = position + 1, True
        return True
    if form in words("same") and position == chain.first:
        chain.end, chain.same = position + 1, True
        return True
    return False


def institution_at(scan: Scan, position: int, chain: Chain) -> Hit | None:
    """Return the institution here, in the form that an owner in front of it asks for."""
    hits = [h for h in scan.hits(position) if h.sense.tag == "institution"]
    if not hits or scan.form(position) == "tarafindan":  # "by X", no "side"
        return None
    if scan.form(position).startswith(_HOME_AFFAIRS) and not is_capital(scan, position):
        return None  # "Peru'nun içişlerine karışmak"
    return _fitting(hits, owned=chain.owned)


def role_at(scan: Scan, position: int, chain: Chain) -> Hit | None:
    """Return the role here, in the form that an owner in front of it asks for."""
    hits = [h for h in scan.hits(position) if h.sense.tag == "role"]
    if not hits:
        return None
    compound = scan.form(position - 1) in words("first_of_compounds")  # "bakanlık kaynakları"
    return _fitting(hits, owned=chain.owned or chain.institution is not None or compound)


def _fitting(hits: list[Hit], *, owned: bool) -> Hit:
    longest = max(h.last for h in hits)
    same = [h for h in hits if h.last == longest]
    return max(same, key=lambda h: (("possessed" in h.sense.flags) == owned, _nominative(h)))


def _nominative(hit: Hit) -> bool:
    return case_at(hit) == "nominative"


def case_at(hit: Hit) -> str:
    """Return the case of a hit: of its apostrophe, else of its form."""
    return case_of(hit.enclitic) if hit.enclitic else hit.sense.case or "nominative"


def owner_at(scan: Scan, position: int) -> Phrase | None:
    """Return the state, body or nationality here."""
    for hit in scan.hits(position):
        if hit.sense.tag == "adjective" and "people" not in hit.sense.flags:
            return _adjective(hit)
        if hit.sense.tag == "name":
            same = [h for h in scan.hits(position) if h.sense.tag == "name" and h.last == hit.last]
            if scan.sentence.kind == "dateline" and position == 0:  # "SANA, 10 Nisan" is Sana'a
                same = [h for h in same if h.sense.kind != "media"] or same
            owning = case_of(hit.enclitic) in _OWNING  # "Cezayir'de" may well be in Algiers
            states = [h for h in same if h.sense.kind == "state" and owning]  # also "İngiltere"
            phrase = named(choose_name(scan, states or same))
            if phrase.case == "adjective" and phrase.category == "either":
                phrase.category = "adjective"
                phrase.identity = phrase.side or phrase.identity
            elif phrase.category == "place":
                return None
            return phrase
    return None


def _adjective(hit: Hit) -> Phrase:
    return Phrase(
        hit.first,
        hit.last,
        hit.reading,
        hit.enclitic,
        category="adjective",
        identity=hit.sense.id,
        case="adjective",
    )


def named(hit: Hit) -> Phrase:
    """Return the phrase of a name, with its case."""
    phrase = name_phrase(hit)
    phrase.case = case_of(hit.enclitic) if hit.enclitic else hit.sense.case or "nominative"
    return phrase


def topic_apart(scan: Scan, chain: Chain, head: Hit) -> list[Phrase]:
    """Take A out of "A, B ile C heyetlerini (buluşturdu)": who does it, not one of them."""
    owners = chain.owners
    if len(owners) < 3 or case_at(head) not in ("accusative", "instrumental", "dative"):
        return []
    first = owners[0]
    comma = scan.form(first.last + 1) == ","
    joined = all(scan.form(o.last + 1) in ("ile", "ve") for o in owners[1:-1])
    if not (comma and joined) or len(owners) > 3 or not begins_sentence(scan, first.first):
        return []
    del owners[0]
    chain.first = owners[0].first
    return [first]
