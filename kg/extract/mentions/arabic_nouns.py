"""Tell common nouns from names in Arabic, where both are written alike.

In:  a token. Out: yes or no. Never asked of a name's first word, nor of a known given name.
A verbal noun shows by its shape (استئناف, تنفيذ, إعلان), another noun by being in the list, by an
article, a pronoun or a preposition written onto one that is.
Source: the patterns of verbal nouns in any Arabic grammar.
"""

import re
from functools import cache, lru_cache

from kg.extract.mentions.arabic_parts import words
from kg.lexicon.grammar import words_of
from kg.model.token import Reading, Token

_PRONOUNS = ("ها", "هم", "هما", "هن")
_SHORTEST_OWNED = 5
# "the Second": part of a king's name. Folded.
_REGNAL = words_of("ar", "regnal_numbers")
# Names hardly ever have these shapes: استقبال, انسحاب, اجتماع, محادثة, توقيع. Folded.
_SHAPES = re.compile("است....|است..ا.|ان..ا.|ا.ت.ا.|م.ا..ة|ت..ي[^س]|ت..ية")
# These are verbal nouns only with something written on: الإعلان, بإرسال, مقاومته.
_WEAK_SHAPES = re.compile("ا..ا.|ت.ا..|م.ا..|ت..ل")
_HAMZA_BELOW, _HAMZA_ABOVE = "إ", "أ"
_NOUNS = words_of("ar", "common_nouns")


def is_common_noun(token: Token) -> bool:
    """True for a noun of the list and for a verbal noun, with whatever is written on."""
    above = token.text[0] == _HAMZA_ABOVE
    return _is_common(token.form, _HAMZA_BELOW in token.text[:3], above, token.readings)


@cache
def _all_nouns() -> frozenset[str]:
    return words("not_names") | _NOUNS


@lru_cache(maxsize=30_000)
def _is_common(form: str, below: bool, above: bool, readings: tuple[Reading, ...]) -> bool:
    nouns = _all_nouns()
    if form in nouns or (not above and _SHAPES.fullmatch(form)):
        return True  # "أنولاك" is no verbal noun: those have no hamza above
    if form.endswith("ا") and (form[:-1] in nouns or _SHAPES.fullmatch(form[:-1])):
        return True
    if len(form) >= _SHORTEST_OWNED and form.endswith(_PRONOUNS):
        return True
    for reading in readings:
        stem = reading.stem
        if stem in _REGNAL or not (reading.definite or reading.enclitic or reading.proclitics):
            continue
        light = reading.proclitics and reading.proclitics[-1] in ("ك", "ف")
        if stem in nouns and (reading.definite or reading.enclitic or not light):
            return True  # but "كامل" is no "like hope"
        if below and reading.proclitics in (("ب",), ("ل",), ("و",)) and stem[0] == "ا":
            return True
        bound = reading.definite or reading.enclitic
        if bound and (_SHAPES.fullmatch(stem) or _WEAK_SHAPES.fullmatch(stem)):
            return True
    return below and re.fullmatch("ا..ا.|ا.ا.ة", form) is not None
