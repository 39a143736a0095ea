"""Tell from the verb beside a Hebrew name whether it is a man's or a woman's.

In:  a `Scan` and a phrase with a name, or with an office that either may hold. Out: the phrase.
    אמרה ראש הממשלה דנה לוי, אורפו שוחח הבוקר עם
Hebrew verbs show the gender of their subject in the past and the present; the office may not.
"""

from functools import cache

from kg.extract.inflect_hebrew import inflect_hebrew
from kg.extract.mentions.scan import Phrase, Scan
from kg.lexicon.grammar import words_of
from kg.lexicon.loader import read_toml
from kg.lexicon.normalise import fold
from kg.model.mention import Gender

_SHOWING = frozenset({"past", "present"})
_ASIDE = 3  # tokens of "(רביעי)"
_AND = ((), ("ו",))
_BEFORE = words_of("he", "between_verb_and_name")


def with_gender(scan: Scan, phrase: Phrase) -> Phrase:
    """Return the phrase with the gender that the verb in front of it, or behind it, shows."""
    if phrase.gender is not None or not phrase.person or phrase.reading.proclitics not in _AND:
        return phrase
    k = phrase.first - 1
    while k > 0 and (scan.form(k) in _BEFORE or scan.form(k) == ")"):
        k -= _ASIDE if scan.form(k) == ")" else 1  # "announced yesterday (Wednesday) the minister"
    shown = _gender_at(scan, k) or _gender_at(scan, phrase.last + 1, joined=False)
    if shown is not None and (phrase.number or "singular") == "singular":
        phrase.gender = shown
    return phrase


def _gender_at(scan: Scan, k: int, *, joined: bool = True) -> Gender | None:
    """Return what the verb at `k` shows; "and told" behind a name is another's: `joined`."""
    if not 0 <= k < scan.end or not scan.is_word(k):
        return None
    forms = _genders()
    shown = {
        forms[r.stem]
        for r in scan.tokens[k].readings
        if r.proclitics in (_AND if joined else ((),)) and r.stem in forms
    }
    return shown.pop() if len(shown) == 1 else None


@cache
def _genders() -> dict[str, Gender | None]:
    """Return the gender that each singular form of the lexicons' verbs shows; None for both."""
    rows = [*read_toml("cues_he.toml")["verb"], *read_toml("meetings_he.toml")["verb"]]
    found: dict[str, Gender | None] = {}
    for row in rows:
        for one in inflect_hebrew(row):
            form = fold(one.text.split()[0])
            if one.form in _SHOWING and one.number == "singular":
                found[form] = one.gender if found.get(form, one.gender) == one.gender else None
    return found
