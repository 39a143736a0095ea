"""Read whose counterparts a Hebrew sentence tells of by their states, with or without names.

In:  a view and the token of "counterpart(s)". Out: the parties and the last token, or None.
    עמיתיה מאסטוניה, מלטביה ומליטא; עמיתיו הדני והשוודי; עמיתו מפיג'י, אינוקה קובואבולה
"""

from dataclasses import replace

from kg.extract.meetings.words import VerbHit
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Gender, Mention, Number

WITH_HIM: dict[str, Gender | None] = {
    **dict.fromkeys(words_of("he", "with_him"), "masculine"),
    **dict.fromkeys(words_of("he", "with_her"), "feminine"),
    **dict.fromkeys(words_of("he", "with_them"), None),
}
HIM: dict[str, Gender | None] = {
    **dict.fromkeys(words_of("he", "met_him"), "masculine"),
    **dict.fromkeys(words_of("he", "met_her"), "feminine"),
    **dict.fromkeys(words_of("he", "met_them"), None),
}
_TO_HIM: dict[str, Gender | None] = {"לו": "masculine", "לה": "feminine", "להם": None}
_UP_HIM: dict[str, Gender | None] = {"אליו": "masculine", "אליה": "feminine", "אליהם": None}
_OFFERED = words_of("he", "was_offered")
_FROM = "מ"
_NAMED_WITHIN = 5
_TOLD_OF_WITHIN = 8
_LETTERS = frozenset("ולבמכ")


def offered_to(view: View, hit: VerbHit) -> list[Party]:
    """Return "him" of "הוצע לו להיפגש": whom nobody named has offered to meet."""
    to = hit.first - 1
    if hit.inflection.form != "base" or to < 1 or view.form(to) not in _TO_HIM:
        return []
    if view.form(to - 1) not in _OFFERED:
        return []
    gender = _TO_HIM[view.form(to)]
    number: Number = "singular" if gender else "plural"
    place = view.tokens[to].start
    return [Pointer(kind="pronoun", place=place, gender=gender, number=number)]


def rung_him(view: View, hit: VerbHit) -> list[Party]:
    """Return "him" of "התקשרה אליו הקנצלרית": whoever was spoken of."""
    k = hit.last + 1
    if k >= view.size or view.form(k) not in _UP_HIM:
        return []
    gender = _UP_HIM[view.form(k)]
    number: Number = "singular" if gender else "plural"
    place = view.tokens[k].start
    return [Pointer(kind="pronoun", place=place, gender=gender, number=number)]


def counterpart_told_of(view: View, hit: VerbHit) -> int | None:
    """Return where "his counterpart" stands of "met his French counterpart, who visited Rome"."""
    k = hit.first - 1
    if "ש" not in hit.proclitics or k < 1:
        return None
    k -= view.is_comma(k)
    words = view.lexicon.word_set("counterpart")
    for i in range(k, max(-1, k - _TOLD_OF_WITHIN), -1):
        if not view.is_word(i):
            return None
        if any(r.stem in words for r in view.readings(i)):
            return i
        if view.mention_at[i] is None:
            return None
    return None


def counterparts_at(view: View, j: int) -> tuple[list[Party], int] | None:
    """Return those "from A, B and C", "the Danish and the Swedish": a party for each."""
    first = view.mention_from(j + 1)
    if first is None:
        near = (view.mention_from(k) for k in range(j + 2, min(view.size, j + _NAMED_WITHIN)))
        named = next((m for m in near if m is not None), None)
        holds = named is not None and named.role == "counterpart"  # "עמיתו מפיג'י, אינוקה …"
        return ([named], named.last) if named is not None and holds else None
    if first.category == "adjective":
        return _by_nationality(view, j, first)
    if first.proclitics[-1:] != (_FROM,) or first.category != "either":
        return None
    return _by_state(view, j, first)


def _by_nationality(view: View, j: int, first: Mention) -> tuple[list[Party], int] | None:
    found = [first]
    while (more := view.mention_from(found[-1].last + 1)) is not None:
        if more.category != "adjective" or more.proclitics != ("ו",):
            break
        found.append(more)
    if len(found) == 1 or _is_named(view, found[-1].last) is not None:
        return None
    return [_pointer(view, j, one) for one in found], found[-1].last


def _by_state(view: View, j: int, first: Mention) -> tuple[list[Party], int]:
    found, last = [first], first.last
    named = _is_named(view, last)
    if named is not None and named.person:
        side = first.gazetteer_id
        return [named if named.side else replace(named, side=side)], named.last
    while (more := _next_state(view, last)) is not None:
        found.append(more)
        last = more.last
    return [_pointer(view, j, one) for one in found], last


def _next_state(view: View, last: int) -> Mention | None:
    k = last + 1 + view.is_comma(last + 1)
    more = view.mention_from(k)
    if more is None or more.category != "either" or more.proclitics[-1:] != (_FROM,):
        return None
    return more


def _is_named(view: View, last: int) -> Mention | None:
    """Return the person behind the state or nationality, a comma between or none."""
    named = view.mention_from(last + 1) or view.mention_from(last + 1 + view.is_comma(last + 1))
    return named if named is not None and named.person and not named.proclitics else None


def _pointer(view: View, j: int, whose: Mention) -> Pointer:
    word = view.form(j)
    own = word[1:] in view.lexicon.word_set("counterpart")  # no "מקביליו"
    word = word[1:] if word[:1] in _LETTERS and own else word
    return Pointer(
        kind="counterpart",
        place=view.tokens[whose.first].start,
        hint=whose,
        words=f"{word} {whose.text}",
    )


def pronoun_at(view: View, j: int) -> Pointer:
    """Return "him" of "נפגש איתו", "אירח אותו": whoever was spoken of; "hosted them": the two."""
    form, place = view.form(j), view.tokens[j].start
    gender = WITH_HIM[form] if form in WITH_HIM else HIM[form]
    if form in HIM and gender is None:
        return Pointer(kind="pair", place=place, number="dual", words=form)
    number: Number = "singular" if gender else "plural"
    return Pointer(kind="pronoun", place=place, gender=gender, number=number)
