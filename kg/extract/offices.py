"""Tell which office each of several sides holds: "the two foreign ministers", وزيرا خارجية البلدين.

In:  a view, a party of a meeting as read. Out: the party, a pointer to several with its office.
The words of offices are those of offices.toml; whose offices they are is found by `kg.resolve`.
"""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.lexicon.loader import lasting, read_toml
from kg.lexicon.normalise import fold
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention
from kg.vocabulary import Language

_REACH = 4
_FROM = frozenset({"of", "from"})
_OWNING = ("nin", "nun", "nün", "in", "un", "ün")
_TWO = words_of("en", "two_of_them") | words_of("tr", "two_of_them") | words_of("he", "two_of_them")
_SEVERAL = (
    words_of("en", "several_of_them")
    | words_of("tr", "several_of_them")
    | words_of("he", "several_of_them")
)


def holds_office(mention: Mention) -> bool:
    """True for "Foreign Minister Jane Roe", not where she is known to hold some office alone."""
    return mention.role not in (None, "office-holder")


def with_offices(view: View, parties: Iterable[Party]) -> tuple[Party, ...]:
    """Return the parties; where several hold one office each, a pointer that names it."""
    return tuple(_with_office(view, party) for party in parties)


def _with_office(view: View, party: Party) -> Party:
    if isinstance(party, Pointer):
        if party.kind not in ("pair", "met"):
            return party
        first = next((i for i, t in enumerate(view.tokens) if t.start == party.place), None)
        role = _office_near(view, first) if first is not None else None
        return replace(party, role=role) if role is not None else party
    return _of_several(view, party)


def _of_several(view: View, party: Mention) -> Party:
    """Read "both presidents", "the two coastguards" as a pointer to the two."""
    if (sides := _of_two_sides(view, party)) is not None:
        return sides
    if party.side or party.person or party.role is None or party.number == "singular":
        return party
    place = view.tokens[party.first].start
    if any(view.form(i) in _TWO for i in range(party.first + 2, party.last + 1)):
        return Pointer(kind="pair", place=place, number="dual", human=False)  # "of the two states"
    owner = view.form(party.first + 1)
    if view.form(party.first) == "iki" and owner.endswith(_OWNING) and party.last > party.first + 1:
        return Pointer(kind="pair", place=place, number="dual", human=False)  # "iki ordunun …"
    words = {view.form(i) for i in range(party.first - 1, party.first + 2)}
    dual = party.number == "dual" or words & _TWO
    if not (dual or words & _SEVERAL):
        return party
    role = _office_near(view, party.first)
    if role is None:
        return party
    if dual:
        return Pointer(kind="pair", place=place, number="dual", role=role)
    return Pointer(kind="met", place=place, number="plural", role=role)


def _of_two_sides(view: View, party: Mention) -> Pointer | None:
    """Return the two behind "leaders of the two communities", "officials from both sides"."""
    if party.number != "plural" or party.person or view.lexicon.language != "en":
        return None
    k = party.last + 1
    if view.form(k) not in _FROM:
        return None
    two = view.form(k + 1) == "both" or (view.form(k + 1) == "the" and view.form(k + 2) == "two")
    place = view.tokens[party.first].start
    return Pointer(kind="pair", place=place, number="dual", human=False) if two else None


def _office_near(view: View, at: int) -> str | None:
    """Return the office told by the words around token `at`, with no name and no break between.

    "The ministers of the two countries" speaks of the countries, save in Arabic, which has no other
    words for the two ministers.
    """
    first = last = at
    while (
        view.lexicon.language == "ar"
        and first > 0
        and at - first < _REACH
        and _is_plain(view, first - 1)
    ):
        first -= 1
    while last + 1 < view.size and last - at < _REACH and _is_plain(view, last + 1):
        last += 1
    for role, phrases in _load_offices(view.lexicon.language):
        for phrase in phrases:
            length = len(phrase)
            starts = range(max(first, at - length - 1), min(last, at + 2) + 1)
            if any(_stands(view, i, phrase) for i in starts if i + length - 1 <= last):
                return role
    return None


def _is_plain(view: View, i: int) -> bool:
    mention = view.mention_at[i]
    return view.is_word(i) and (mention is None or mention.gazetteer_id is None)


def _stands(view: View, i: int, phrase: tuple[str, ...]) -> bool:
    first = phrase[0]
    if not view.form(i).startswith(first) and not any(
        r.stem.startswith(first) for r in view.readings(i)
    ):
        return False
    return all(view.form(k).startswith(word) for k, word in enumerate(phrase[1:], i + 1))


@cache
@lasting
def _load_offices(language: Language) -> tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]:
    return tuple(
        (
            row["role"],
            tuple(tuple(fold(w) for w in phrase.split()) for phrase in row.get(language, ())),
        )
        for row in read_toml("offices.toml")["office"]
    )
