"""Write out the forms of Arabic nouns and adjectives; form nationality adjectives from names.

In:  a name ("تركيا"), a masculine singular adjective ("تركي", "كوري شمالي"), a noun ("مسؤول") or a
     noun phrase ("وزير الخارجية").
Out: written forms with gender, number and definiteness. Forms that no writer uses come along: they
     match nothing.
Source: any Arabic grammar; what does not follow the rule stands in the tables.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.model.mention import Gender, Number

_ARTICLE = "ال"
# ending, gender, number; the first two of "singular masculine" are nominative and accusative
_ENDINGS: tuple[tuple[str, Gender, Number], ...] = (
    ("", "masculine", "singular"),
    ("ا", "masculine", "singular"),
    ("ة", "feminine", "singular"),
    ("ان", "masculine", "dual"),
    ("ين", "masculine", "plural"),
    ("تان", "feminine", "dual"),
    ("تين", "feminine", "dual"),
    ("ون", "masculine", "plural"),
    ("ات", "feminine", "plural"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Inflected:
    """One written form. `construct`: a noun without article, which a genitive may follow."""

    text: str
    gender: Gender
    number: Number
    definite: bool
    construct: bool = False


def form_nisba(name: str) -> str:
    """Return the masculine singular adjective of a one-word name, by rule."""
    word = name.removeprefix(_ARTICLE)
    for ending in ("يا", "ية", "ا", "ة", "و"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    return word + "ي"


def inflect_adjective(adjective: str, *, every: bool = False) -> Iterator[Inflected]:
    """Yield the forms of an adjective of one or more words.

    Words that end in ya are inflected, all words if `every`; the others ("جنوب" in "جنوب أفريقي")
    stay as they are.
    """
    words = adjective.split()
    for ending, gender, number in _ENDINGS:
        bare = [word + ending if every or word.endswith("ي") else word for word in words]
        yield Inflected(text=" ".join(bare), gender=gender, number=number, definite=False)
        if ending == "ا":  # the accusative alef marks what is indefinite
            continue
        for text in _definite(bare, words, every):
            yield Inflected(text=text, gender=gender, number=number, definite=True)


def inflect_plural(plural: str) -> Iterator[Inflected]:
    """Yield the two forms of a broken plural ("أتراك")."""
    for text, definite in ((plural, False), (_ARTICLE + plural, True)):
        yield Inflected(text=text, gender="masculine", number="plural", definite=definite)


def _definite(bare: list[str], words: list[str], every: bool) -> Iterator[str]:
    inflected = [every or w.endswith("ي") for w in words]
    if all(inflected):
        yield " ".join(_ARTICLE + form for form in bare)
        return
    yield " ".join([_ARTICLE + bare[0], *bare[1:]])
    yield " ".join(_ARTICLE + f if i else f for f, i in zip(bare, inflected, strict=True))
    yield " ".join(_ARTICLE + form for form in bare)


def definite_form(adjective: str, gender: Gender) -> str:
    """Return the definite singular of an adjective: ("تركي", "feminine") -> "التركية"."""
    wanted = [f for f in inflect_adjective(adjective) if f.definite and f.number == "singular"]
    return [f.text for f in wanted if f.gender == gender][-1]


def inflect_noun(
    word: str, *, broken: tuple[str, ...] = (), feminine: str | None = None
) -> Iterator[Inflected]:
    """Yield the forms of a noun given without article: "مسؤول", or feminine "صحيفة".

    `feminine` None = made by rule, "" = there is none. With `broken` plurals it has no sound one.
    """
    if not word.endswith("ة"):
        yield _construct(word + "ا", "masculine", "dual")  # "رئيسا مصر والأردن"
        if broken:
            yield _construct(word + "ي", "masculine", "dual")
        yield from _both(word, "masculine", "singular")
        yield Inflected(text=word + "ا", gender="masculine", number="singular", definite=False)
        yield from _both(word + "ان", "masculine", "dual", construct=False)
        yield from _both(word + "ين", "masculine", "dual" if broken else "plural", construct=False)
        if not broken:
            yield from _both(word + "ون", "masculine", "plural", construct=False)
            for ending in ("و", "ي"):
                yield _construct(word + ending, "masculine", "plural")
    for plural in broken:
        yield from _both(plural, "masculine", "plural")
    yield from _feminine(word, feminine)


def _feminine(word: str, given: str | None) -> Iterator[Inflected]:
    if given == "":
        return
    singular = given or (word if word.endswith("ة") else word + "ة")
    stem = singular.removesuffix("ة")
    yield from _both(singular, "feminine", "singular")
    yield from _both(stem + "تان", "feminine", "dual", construct=False)
    yield from _both(stem + "تين", "feminine", "dual", construct=False)
    yield from _both(stem + "ات", "feminine", "plural")


def inflect_phrase(
    phrase: str, *, broken: tuple[str, ...] = (), feminine: str | None = None
) -> Iterator[Inflected]:
    """Yield the forms of a noun or a noun phrase, of which the first word is inflected.

    "الجيش", "القوات المسلحة" (as given and without articles), "وزير الخارجية" (head inflected, and
    with "خارجية"), "متحدث رسمي" (both words inflected).
    """
    first, *rest = phrase.split()
    if not rest and not first.startswith(_ARTICLE):
        yield from inflect_noun(first, broken=broken, feminine=feminine)
    elif first.startswith(_ARTICLE):
        yield from _articled(phrase)
    elif rest[-1].startswith(_ARTICLE):
        yield from _annexed(first, rest, broken, feminine)
    else:
        yield _construct(phrase, "masculine", "singular")
        for form in inflect_adjective(phrase, every=True):
            if form.text != phrase:
                yield form
        for plural in broken:
            yield _construct(" ".join([plural, *rest]), "masculine", "plural")


def _articled(phrase: str) -> Iterator[Inflected]:
    yield Inflected(text=phrase, gender="masculine", number="singular", definite=True)
    bare = " ".join(word.removeprefix(_ARTICLE) for word in phrase.split())
    yield _construct(bare, "masculine", "singular")
    if " " not in phrase:
        accusative = bare + "ا"
        yield Inflected(text=accusative, gender="masculine", number="singular", definite=False)
        stem = phrase[:-1] + "ت" if phrase.endswith("ة") else phrase
        for ending in ("ان", "ين"):
            both = stem + ending
            yield Inflected(text=both, gender="masculine", number="dual", definite=True)
            both = both.removeprefix(_ARTICLE)
            yield Inflected(text=both, gender="masculine", number="dual", definite=False)


def _annexed(
    head: str, rest: list[str], broken: tuple[str, ...], feminine: str | None
) -> Iterator[Inflected]:
    tail = " ".join(rest)
    bare_tail = " ".join([*rest[:-1], rest[-1].removeprefix(_ARTICLE)])
    for text, gender, number in _heads(head, broken, feminine):
        yield Inflected(text=f"{text} {tail}", gender=gender, number=number, definite=True)
        yield _construct(f"{text} {bare_tail}", gender, number)


def _heads(
    head: str, broken: tuple[str, ...], feminine: str | None
) -> Iterator[tuple[str, Gender, Number]]:
    yield head, "feminine" if head.endswith("ة") else "masculine", "singular"
    singular = head
    if feminine != "":
        singular = feminine or (head if head.endswith("ة") else head + "ة")
    if singular != head:
        yield singular, "feminine", "singular"
    stem = head[:-1] + "ت" if head.endswith("ة") else head
    for ending in ("ا", "ي"):
        yield stem + ending, "masculine", "dual"
        if singular != head:
            yield singular[:-1] + "ت" + ending, "feminine", "dual"
    for plural in broken:
        yield plural, "masculine", "plural"
    if head.endswith("ة"):
        yield head[:-1] + "ات", "feminine", "plural"


def _both(
    text: str, gender: Gender, number: Number, *, construct: bool = True
) -> Iterator[Inflected]:
    yield Inflected(text=text, gender=gender, number=number, definite=False, construct=construct)
    yield Inflected(text=_ARTICLE + text, gender=gender, number=number, definite=True)


def _construct(text: str, gender: Gender, number: Number) -> Inflected:
    return Inflected(text=text, gender=gender, number=number, definite=False, construct=True)
