"""What Arabic descriptions share: modifiers, nationality, agreement, words that no name has.

In:  a `Scan` and a position. Out: hits, and where what was taken ends.
"""

from collections.abc import Sequence
from functools import cache

from kg.extract.inflect import (
    inflect_arabic_participle,
    inflect_arabic_past,
    inflect_arabic_present,
)
from kg.extract.mentions.lexicon import Hit
from kg.extract.mentions.scan import Phrase, Scan
from kg.lexicon.loader import read_toml
from kg.lexicon.normalise import fold
from kg.model.mention import Gender
from kg.model.token import Token

_TANWIN = "\u064b"
_IN = fold("إن")
_VERB_FRONTS = frozenset({"و", "ف", "س"})


@cache
def words(name: str) -> frozenset[str]:
    """Return a list of roles.toml, folded."""
    return frozenset(fold(w) for w in read_toml("roles.toml")["arabic"][name])


@cache
def verbs() -> frozenset[str]:
    """Return the forms of verbs that may stand behind a name, participles of speech too."""
    tables = read_toml("cues_ar.toml").get("verb", [])
    pasts = [row["past"] for row in tables if row.get("past")]
    presents = [row["present"] for row in tables if row.get("present")]
    own = read_toml("roles.toml")["arabic"]
    forms = [f.text for v in [*pasts, *own["pasts"]] for f in inflect_arabic_past(v)]
    forms += [
        f.text
        for row in tables
        if row.get("participle")
        for f in inflect_arabic_participle(row["participle"])
    ]
    forms += [
        f.text
        for v in [*presents, *own["presents"]]
        for f in inflect_arabic_present(v)
        if f.person == 3
    ]
    return frozenset(fold(f) for f in forms)


def is_verb(token: Token) -> bool:
    """True for a verb that may stand behind a name, also with "and" or the future mark."""
    return token.form in verbs() or any(
        _VERB_FRONTS.issuperset(r.proclitics) and not r.definite and r.stem in verbs()
        for r in token.readings[1:]
    )


def is_arabic_if(tokens: Sequence[Token], i: int) -> bool:
    """True for "إن" in front of a verb or "لم": a condition; elsewhere it is "that"."""
    if not 0 <= i < len(tokens) - 1 or tokens[i].form != _IN or "إ" not in tokens[i].text:
        return False
    after = tokens[i + 1]
    noun = after.form.endswith("ة") or after.form.startswith("ال")  # مدينة is no verb's form here
    return after.form == "لم" or (not noun and is_verb(after))


def closes(scan: Scan, position: int) -> bool:
    """True when what follows begins something new: a mark, a verb, a preposition."""
    if not scan.is_word(position):
        return True
    form = scan.form(position)
    token = scan.tokens[position]
    if form in words("stops") or is_verb(token):
        return True
    return any(h.reading.proclitics for h in scan.hits(position)) or any(
        r.proclitics and (r.definite or r.stem in words("stops")) for r in token.readings
    )


def describe(
    scan: Scan,
    position: int,
    *,
    definite: bool,
    genders: frozenset[Gender] | None = None,
    weak: bool = False,
) -> tuple[int, Hit | None]:
    """Take modifiers and one nationality adjective; return what follows them, and the adjective.

    `weak` = also an adjective that is oftener another word ("المالي").
    """
    nationality: Hit | None = None
    while True:
        adjective = None
        if nationality is None:
            adjective = _nationality(scan, position, definite, genders, weak)
        taken = adjective or _modifier(scan, position, definite)
        if taken is None:
            return position, nationality
        nationality = nationality or adjective
        position = taken.last + 1


def and_nationality(scan: Scan, position: int, definite: bool) -> Hit | None:
    """Return the adjective that "and" joins to one before: "التركية والإسرائيلية"."""
    for hit in scan.all(position, "adjective", bare=False):
        if hit.reading.proclitics == ("و",) and hit.sense.definite == definite:
            return hit
    return None


def is_adjective_here(scan: Scan, hit: Hit) -> bool:
    """Decide whether what is also a country's name is an accusative adjective: "اجتماعا تركيا".

    It is when its own tanwin is written, or that of the noun before it, or when another accusative
    adjective follows.
    """
    if not hit.sense.accusative or hit.reading.proclitics not in ((), ("و",)):
        return False
    if hit.reading.definite:
        return False
    if _TANWIN in scan.tokens[hit.first].text or _TANWIN in scan.tokens[hit.last].text:
        return True
    before = scan.tokens[hit.first - 1] if hit.first else None
    if before is None or not before.form.endswith("ا"):
        return False
    return _TANWIN in before.text or any(
        h.sense.accusative for h in scan.all(hit.last + 1, "adjective")
    )


def nested(hit: Hit) -> Phrase:
    """Return the mention of a state inside a longer one."""
    sense = hit.sense
    return Phrase(
        hit.first,
        hit.last,
        hit.reading,
        category="adjective",
        identity=sense.id,
        gender=sense.gender,
        number=sense.number,
        definite=sense.definite,
    )


def _nationality(
    scan: Scan, position: int, definite: bool, genders: frozenset[Gender] | None, weak: bool
) -> Hit | None:
    for hit in scan.all(position, "adjective"):
        sense = hit.sense
        if hit.enclitic or sense.definite != definite or ("weak" in sense.flags and not weak):
            continue
        if genders is not None and sense.gender not in genders:
            continue
        if sense.accusative and not scan.form(position - 1).endswith("ا"):
            continue
        return hit
    return None


def _modifier(scan: Scan, position: int, definite: bool) -> Hit | None:
    for hit in scan.all(position, "modifier"):
        if not hit.enclitic and (hit.sense.definite == definite or hit.last > hit.first):
            return hit
    return None
