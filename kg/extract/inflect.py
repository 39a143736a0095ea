"""Write out the forms of a verb from the few that a lexicon row gives.

In:  an Arabic verb in the third person masculine singular, past or present, or its active
     participle; an English base form with its irregular past and participle, if any.
Out: written forms, each with the tense, person, gender and number that it shows.
Source: the conjugation tables of any Arabic grammar, as far as unvocalised news text writes them;
English spelling rules (doubling is given in the row where it happens: "slammed").
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from kg.lexicon.grammar import words_of
from kg.model.mention import Gender, Number

VerbForm = Literal[
    "past",
    "present",
    "participle",
    "gerund",
    "base",
    # of Turkish, see kg.extract.inflect_turkish
    "future",
    "relative",
    "converb",
    "nominal",
    "prospective",
    "infinitive",
]

# Strong English verbs that double their last letter: "sitting".
_DOUBLED = words_of("en", "doubling")
_SHORT_BODY = 3
_WEAK = ("ى", "ي", "ا", "و")


@dataclass(frozen=True, slots=True)
class Inflection:
    """One written form. `person` 3 unless the form says "we"; None = the form does not tell."""

    text: str
    form: VerbForm
    gender: Gender | None = None
    number: Number | None = None
    person: int = 3
    voice: Literal["active", "passive"] = "active"


def inflect_arabic_past(verb: str) -> Iterator[Inflection]:
    """Yield the forms of a past: أعلن, أعلنت, أعلنوا, أعلنا, أعلنتا, أعلنّ.

    "أعلنا" is read as the dual "the two announced" only; "we announced" is written the same.
    """
    weak = verb[-1] in ("ى", "ا")
    stem = verb[:-1] if weak else verb
    link = {"ى": "ي", "ا": "و"}.get(verb[-1], "") if weak else ""
    yield Inflection(verb, "past", "masculine", "singular")
    yield Inflection(stem + "ت", "past", "feminine", "singular")
    yield Inflection(stem + "وا", "past", "masculine", "plural")
    yield Inflection(stem + link + "ا", "past", "masculine", "dual")
    yield Inflection(stem + "تا", "past", "feminine", "dual")


def inflect_arabic_present(verb: str) -> Iterator[Inflection]:
    """Yield the forms of a present: يعلن, تعلن, يعلنون, يعلنوا, يعلنان, تعلنان, نعلن."""
    body = verb[1:]
    stem = body[:-1] if body[-1] in _WEAK else body
    yield Inflection("ي" + body, "present", "masculine", "singular")
    yield Inflection("ت" + body, "present", "feminine", "singular")
    for ending in ("ون", "وا"):
        yield Inflection("ي" + stem + ending, "present", "masculine", "plural")
    genders: tuple[tuple[str, Gender], ...] = (("ي", "masculine"), ("ت", "feminine"))
    for prefix, gender in genders:
        yield Inflection(prefix + _dual(body) + "ان", "present", gender, "dual")
    yield Inflection("ي" + _dual(body) + "ا", "present", "masculine", "dual")  # أن يلتقيا
    yield Inflection("ن" + body, "present", None, "plural", 1)
    if body[-1] in ("ي", "ى") and len(body) > _SHORT_BODY:  # لم يلتق
        yield Inflection("ي" + stem, "present", "masculine", "singular")
        yield Inflection("ت" + stem, "present", "feminine", "singular")


def _dual(body: str) -> str:
    return body[:-1] + "ي" if body[-1] in ("ى", "ا") else body


def inflect_arabic_participle(word: str) -> Iterator[Inflection]:
    """Yield the forms in which a participle stands beside its clause: مؤكدا, مؤكدة, مؤكدين."""
    stem = word[:-1] if word.endswith("ي") else word
    yield Inflection(word + "ا", "participle", "masculine", "singular")
    yield Inflection(word + "ة", "participle", "feminine", "singular")
    yield Inflection(stem + "ين", "participle", "masculine", "plural")
    yield Inflection(word + "ات", "participle", "feminine", "plural")


def inflect_english(base: str, past: str | None, participle: str | None) -> Iterator[Inflection]:
    """Yield the forms of an English verb; in "point out" the first word is inflected."""
    head, _, rest = base.partition(" ")
    tail = f" {rest}" if rest else ""
    regular = _past(head) + tail
    if past == base:  # "let it be known": told of oftener than asked for
        yield Inflection(base, "past")
    yield Inflection(base, "base")
    yield Inflection(_third(head) + tail, "present", None, "singular")
    if past != base:
        yield Inflection(past or regular, "past")
    if participle and participle != (past or regular):
        yield Inflection(participle, "participle")
    yield Inflection(_gerund(head, past) + tail, "gerund")


def _third(head: str) -> str:
    if head.endswith("y") and head[-2] not in "aeiou":
        return head[:-1] + "ies"
    return head + ("es" if head.endswith(("s", "sh", "ch", "x", "z")) else "s")


def _past(head: str) -> str:
    if head.endswith("y") and head[-2] not in "aeiou":
        return head[:-1] + "ied"
    return head + ("d" if head.endswith("e") else "ed")


def _gerund(head: str, past: str | None) -> str:
    doubled = head in _DOUBLED or (past or "").removesuffix("ed") == head + head[-1]
    if doubled:
        return head + head[-1] + "ing"
    if head.endswith("e") and not head.endswith("ee"):
        return head[:-1] + "ing"
    return head + "ing"
