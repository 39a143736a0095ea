"""Tell whether a mention is spoken of as an actor or as a place.

In:  a view, the mentions that frames have given a part. Out: the mentions by the part they play.
A country or capital is the government in a speaker's or party's place and the place behind a
preposition of place; "and" goes on with the part before.
"""

from collections.abc import Iterable
from functools import cache
from typing import Literal

from kg.extract.hebrew_places import stands_in_hebrew
from kg.extract.parts_arabic import stands_in_arabic
from kg.extract.parts_english import names_a_thing, part_of_unlisted, stands_in_english
from kg.extract.parts_turkish import part_in_turkish
from kg.extract.view import View
from kg.lexicon.loader import read_toml
from kg.model.mention import Mention

_ASIDE = 2  # words between "sidelines" and the occasion
_SEATED = frozenset({"embassy", "consulate"})
_DATELINE = 9  # words to the end of a dateline
# "unsure": "Syria's transition", state or country: what the rest of the article says decides.
Part = Literal["actor", "place", "unsure"]


def part_of(view: View, mention: Mention) -> Part | None:
    """Return the part that the words around a mention give it; None for a mere adjective."""
    if mention.category == "adjective":
        return None
    if mention.category != "either":
        return _part_of_body(view, mention)
    if view.sentence.kind == "dateline" or _is_whole_line(view, mention):
        return "place"
    if view.lexicon.language == "en" and names_a_thing(view, mention):
        return None
    before = mention.first - 1
    if mention.proclitics in (("و",), ("ו",)) or view.form(before) in ("and", "or"):
        earlier = view.mention_to(before if mention.proclitics else before - 1)
        if earlier is not None and earlier.category != "adjective":
            return part_of(view, earlier)
    if "ب" in mention.proclitics or "ב" in mention.proclitics:
        return "place"
    if mention.case is not None and not _leads_dateline(view, mention):
        return part_in_turkish(view, mention)
    if is_possessive(view, mention.last) or _leads_dateline(view, mention):
        return "place" if _leads_dateline(view, mention) else "unsure"
    if view.lexicon.language == "he":
        return "place" if stands_in_hebrew(view, mention) else "actor"
    if view.lexicon.language == "ar":
        return "place" if stands_in_arabic(view, mention) else "actor"
    return "place" if stands_in_english(view, mention) else "actor"


def _is_whole_line(view: View, mention: Mention) -> bool:
    """True for "HANOI" on a line of its own."""
    alone = mention.first == 0 and mention.last == view.size - 1 and view.heading
    return alone and view.tokens[0].text.isupper()


def _part_of_body(view: View, mention: Mention) -> Part | None:
    """Return "place" for "at the White House", None for "UN sanctions", else what it is."""
    if mention.category == "place":
        return None if mention.gazetteer_id in _vast() else "place"
    if mention.gazetteer_id is None and view.lexicon.language == "en" and not mention.person:
        return part_of_unlisted(view, mention)
    if mention.gazetteer_id is None:
        seated = mention.role in _SEATED and mention.case == "locative"
        return "place" if seated else "actor"
    if mention.gazetteer_id in _seats() and _stands_there(view, mention):
        return "place"
    if _is_beside(view, mention):
        return None
    if view.lexicon.language == "en" and view.form(mention.last + 1) in view.lexicon.word_set(
        "belongings"
    ):
        return None
    if view.lexicon.language == "en" and _owns_a_person(view, mention):
        return None
    return "actor"


def _owns_a_person(view: View, mention: Mention) -> bool:
    """True for "the Kremlin's Dmitry Peskov", which tells who he is."""
    after = mention.last + 1
    person = view.mention_at[after] if after < view.size else None
    return person is not None and bool(person.person) and is_possessive(view, mention.last)


def _is_beside(view: View, mention: Mention) -> bool:
    """True for the occasion in "on the sidelines of the UN General Assembly"."""
    words = view.lexicon.word_set("sidelines")
    if view.lexicon.language == "tr":
        return view.form(mention.last + 1) in words
    before = mention.first - 1
    return any(view.form(i) in words for i in range(max(0, before - _ASIDE), before + 1))


@cache
def _vast() -> frozenset[str]:
    """Return the ids of continents and the like: "in Africa" tells hardly where."""
    return frozenset(read_toml("places.toml")["vast"])


@cache
def _seats() -> frozenset[str]:
    """Return the ids of institutions that a building gives its name, where things happen too."""
    rows = read_toml("institutions.toml")["named"]
    return frozenset(row["id"] for row in rows if row.get("seat"))


def _stands_there(view: View, mention: Mention) -> bool:
    if mention.proclitics in (("ب",), ("ב",)) or mention.case == "locative":
        return True
    if view.lexicon.language == "ar":
        return stands_in_arabic(view, mention)
    before = mention.first - 1
    before -= view.form(before) == "the"
    return view.form(before) in view.lexicon.word_set("place_prepositions")


def is_possessive(view: View, i: int) -> bool:
    """True for "Israel's", "İsrail'in"."""
    mention = view.mention_to(i)
    if mention is not None and mention.case is not None:
        return mention.case == "genitive"
    if view.tokens[i].text.endswith(("'s", "’s", "s'", "s’")):
        return True
    return view.form(i)[-1:] == "s" and _is_apostrophe(view, i + 1)


def _is_apostrophe(view: View, i: int) -> bool:
    """True for the sign of "the Marshall Islands' president", which stands by itself."""
    if i >= view.size or view.tokens[i].text not in "'’":
        return False
    return view.tokens[i - 1].end == view.tokens[i].start and view.mention_to(i - 1) is not None


def _leads_dateline(view: View, mention: Mention) -> bool:
    """True for "Baku – …" and "BAKU (Agency)" at the head of a line."""
    after = mention.last + 1
    if mention.first != 0 or after >= view.size:
        return False
    if view.tokens[after].text in "-–—(":
        return True
    if view.lexicon.language == "en":
        return _is_dateline_alone(view, mention)
    # "الرياض، الخميس 27 ذو القعدة (المحيط):", "بيشكك 19 سبتمبر (…)", "موسكو/ وكالات ــ"
    head = range(after, min(view.size, after + _DATELINE))
    dated = view.time_at[after] is not None or view.tokens[after].text in "/،,"
    ends = any(view.tokens[i].text in "(:-–—" or set(view.tokens[i].text) <= {"ـ"} for i in head)
    return dated and ends


def _is_dateline_alone(view: View, mention: Mention) -> bool:
    """True for "KUALA LUMPUR, March 8" and "SANTO DOMINGO." in front of the report."""
    after = mention.last + 1
    if not view.tokens[mention.first].text.isupper() or len(view.tokens[mention.first].text) < 3:
        return False
    if view.tokens[after].text in ".:/":
        return True
    return view.is_comma(after) and (
        view.time_at_or_none(after + 1) is not None or view.sentence.kind == "dateline"
    )


def parts_of(
    view: View, acting: Iterable[Mention], placing: Iterable[Mention]
) -> tuple[tuple[Mention, ...], tuple[Mention, ...], tuple[Mention, ...]]:
    """Return the mentions that are actors here, those that are places, and the rest, in order."""
    actors, places = dict.fromkeys(acting), dict.fromkeys(placing)  # in a stable order, as sets
    places.update(dict.fromkeys(view.posts))
    unsure: list[Mention] = []
    for mention in view.mentions:
        if mention in actors or mention in places:
            continue
        part = part_of(view, mention)
        if part == "actor":
            actors[mention] = None
        elif part == "place":
            places[mention] = None
        elif part == "unsure":
            unsure.append(mention)
    key = _by_place
    return (
        tuple(sorted(actors, key=key)),
        tuple(sorted(places, key=key)),
        tuple(sorted(unsure, key=key)),
    )


def _by_place(mention: Mention) -> tuple[int, int]:
    return mention.span.start, mention.span.end
