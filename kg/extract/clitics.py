"""Ways to take a written word apart: letters in front, article, stem, letters behind.

In:  a folded word and its language. Out: its readings, the bare one first, then by how much is
taken off. Which of them exist is for the lexicons to say: nothing is dropped here for being rare.
Source: Arabic and Hebrew orthography; the letters are in text_ar.toml, text_he.toml, text_en.toml.
"""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from kg.lexicon.loader import read_toml
from kg.lexicon.normalise import fold
from kg.model.token import Reading
from kg.vocabulary import Language

_SHORTEST_STEM = 2
_LONGEST_WORD = 40  # a longer "word" is an address or noise, and slicing it up would cost


@lru_cache(maxsize=30_000)
def find_readings(form: str, language: Language) -> tuple[Reading, ...]:
    """Return every reading of a folded word; the first is always the whole word."""
    bare = Reading((), False, form)
    if len(form) > _LONGEST_WORD:
        return (bare,)
    first = form[0]
    if "\u0620" <= first <= "\u064a":
        rest: Iterable[Reading] = _arabic(form)
    elif "\u05d0" <= first <= "\u05ea":
        rest = _hebrew(form)
    elif "'" in form:
        rest = _turkish(form) if language == "tr" else _english(form)
    else:
        return (bare,)
    return tuple(dict.fromkeys((bare, *rest)))


@cache
def _letters(language: Language) -> dict[str, tuple[str, ...]]:
    rows = read_toml(f"text_{language}.toml")["clitics"]
    return {
        name: tuple(fold(v) for v in values) if isinstance(values, list) else (fold(values),)
        for name, values in rows.items()
        if not isinstance(values, dict)
    }


def _arabic(form: str) -> list[Reading]:
    letters = _letters("ar")
    bases: list[tuple[tuple[str, ...], str]] = [((), form)]
    if form[0] in letters["conjunctions"] and len(form) > _SHORTEST_STEM:
        bases.append(((form[0],), form[1:]))
    fronts = [front for base in bases for front in _arabic_fronts(*base)]
    plain = [reading for front in fronts for reading in _with_article(*front)]
    behind = [reading for front in fronts for reading in _with_enclitic(*front)]
    return plain + behind


def _arabic_fronts(taken: tuple[str, ...], rest: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """Take off the future mark or one preposition as well."""
    letters = _letters("ar")
    yield taken, rest
    if len(rest) <= _SHORTEST_STEM:
        return
    if rest[0] in letters["prepositions"] or (
        rest[0] in letters["future"] and rest[1] in letters["verb_prefixes"]
    ):
        yield (*taken, rest[0]), rest[1:]


def _with_article(taken: tuple[str, ...], rest: str) -> Iterator[Reading]:
    yield Reading(taken, False, rest)
    article = _letters("ar")["article"][0]
    if rest.startswith(article) and len(rest) >= len(article) + _SHORTEST_STEM:
        yield Reading(taken, True, rest[len(article) :])
    # The preposition swallows the article's alef: "لل" + دولة; a stem that begins with lam
    # swallows one more letter, so that "للجنة" is also "to the committee".
    if taken and taken[-1] == "ل" and rest[0] == "ل" and len(rest) > _SHORTEST_STEM:
        yield Reading(taken, True, rest[1:])
        yield Reading(taken, True, rest)


def _with_enclitic(taken: tuple[str, ...], rest: str) -> Iterator[Reading]:
    for enclitic in _letters("ar")["enclitics"]:
        if rest.endswith(enclitic) and len(rest) >= len(enclitic) + _SHORTEST_STEM:
            stem = rest[: -len(enclitic)]
            yield Reading(taken, False, stem, enclitic)
            changed = _changes().get(stem[-1])
            if changed:
                yield Reading(taken, False, stem[:-1] + changed, enclitic)


@cache
def _changes() -> dict[str, str]:
    changes: dict[str, str] = read_toml("text_ar.toml")["clitics"]["changes"]
    return changes


def _hebrew(form: str) -> Iterator[Reading]:
    letters = _letters("he")
    for conjunction in ("", *letters["conjunction"]):
        for subordinator in ("", *letters["subordinators"]):
            for preposition in ("", *letters["prepositions"]):
                taken = tuple(p for p in (conjunction, subordinator, preposition) if p)
                front = "".join(taken)
                if form.startswith(front):
                    yield from _hebrew_article(taken, form[len(front) :], letters["article"][0])


def _hebrew_article(taken: tuple[str, ...], rest: str, article: str) -> Iterator[Reading]:
    if len(rest) >= _SHORTEST_STEM:
        yield Reading(taken, False, rest)
    if rest.startswith(article) and len(rest) > _SHORTEST_STEM:
        yield Reading(taken, True, rest[len(article) :])


def _english(form: str) -> Iterator[Reading]:
    for enclitic in _letters("en")["enclitics"]:
        if form.endswith(enclitic) and len(form) > len(enclitic):
            stem = form[: -len(enclitic)]
            yield Reading((), False, _stems().get(form, stem), enclitic)


@cache
def _stems() -> dict[str, str]:
    stems: dict[str, str] = read_toml("text_en.toml")["clitics"]["stems"]
    return stems


def _turkish(form: str) -> Iterator[Reading]:
    """Case endings stand behind an apostrophe after names and numbers; a name may hold one too."""
    stem, _, ending = form.rpartition("'")
    if stem and ending:
        yield Reading((), False, stem, f"'{ending}")
