"""What Hebrew descriptions share: modifiers, nationality, words that end them.

In:  a `Scan` and a position. Out: hits, and where what was taken ends.
"""

import re
from functools import cache

from kg.extract.inflect_hebrew import inflect_hebrew
from kg.extract.mentions.lexicon import Hit
from kg.extract.mentions.scan import Phrase, Scan
from kg.lexicon.loader import read_toml
from kg.lexicon.normalise import fold
from kg.model.token import Token

AND = ("ו",)
_FINITE = frozenset({"past", "present", "future"})
_INFINITIVE = re.compile("לה[א-ת]{3,}|לי[א-ת]{3,}|ל[א-ת]{1,2}ו[א-ת]|ל[א-ת]{2}ות")
_VERB_FRONTS = frozenset({"ו", "ש", "כש", "מש", "לכש"})


@cache
def words(name: str) -> frozenset[str]:
    """Return a list of roles.toml, folded."""
    return frozenset(fold(w) for w in read_toml("roles.toml")["hebrew"][name])


@cache
def verbs() -> frozenset[str]:
    """Return the forms of verbs that may stand behind a name."""
    rows = [*read_toml("cues_he.toml")["verb"], *read_toml("meetings_he.toml")["verb"]]
    rows += [verb for row in read_toml("meetings_he.toml")["light"] for verb in row["verbs"]]
    rows += [{"past": verb} for verb in read_toml("roles.toml")["hebrew"]["verbs"]]
    forms = {f.text.split()[0] for row in rows for f in inflect_hebrew(row) if f.form in _FINITE}
    return frozenset(fold(form) for form in forms) | words("verb_forms")


@cache
def frames() -> frozenset[str]:
    """Return the nouns of "בריאיון", "בחודש": behind a preposition they are part of no name."""
    heads = read_toml("cues_he.toml")["words"]["adjunct_heads"]
    return frozenset(fold(word) for word in heads) | words("times")


@cache
def infinitives() -> frozenset[str]:
    """Return the infinitives of those verbs: לבטל, להודיע."""
    rows = [*read_toml("cues_he.toml")["verb"], *read_toml("meetings_he.toml")["verb"]]
    rows += [{"past": verb} for verb in read_toml("roles.toml")["hebrew"]["verbs"]]
    forms = {f.text.split()[0] for row in rows for f in inflect_hebrew(row) if f.form == "base"}
    return frozenset(fold(form) for form in forms)


def may_be_infinitive(form: str) -> bool:
    """True for a known infinitive and for what is written like one: להימנע, לפתוח, לבחון."""
    return form in infinitives() or _INFINITIVE.fullmatch(form) is not None


def is_verb(token: Token) -> bool:
    """True for a verb that may stand behind a name, also with "and" or "that" written on."""
    if token.form in verbs():
        return True
    return any(
        r.proclitics and _VERB_FRONTS.issuperset(r.proclitics) and r.stem in verbs()
        for r in token.readings
    )


def describe(scan: Scan, position: int) -> tuple[int, Hit | None]:
    """Take modifiers and one nationality adjective; return what follows them, and the adjective."""
    nationality: Hit | None = None
    while True:
        adjective = scan.find(position, "adjective") if nationality is None else None
        taken = adjective or scan.find(position, "modifier")
        if taken is None:
            return position, nationality
        nationality = nationality or adjective
        position = taken.last + 1


def and_nationality(scan: Scan, position: int) -> Hit | None:
    """Return the adjective that "and" joins to one before: הרוסי והטורקי."""
    for hit in scan.all(position, "adjective", bare=False):
        if hit.reading.proclitics == AND:
            return hit
    return None


def nested(hit: Hit) -> Phrase:
    """Return the mention of a state inside a longer one, or of an adjective that stands alone."""
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
