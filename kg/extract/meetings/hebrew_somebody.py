"""Read whom a Hebrew verb or noun of meeting leads to, where no list knows them.

In:  a view, its reader and the token where somebody is to stand. Out: an unlinked mention.
    עם יפה ארביב, אימה של …        a name of no list
    את משפחות העצורים              a group told by its sort
    עם עשרות כפריים עקורים         a number of people
    אירח קציני צבא בכירים          a group without an article, for which no את stands
One reader for all roles (עם, את, בין, בהשתתפות) of all verbs and nouns.
"""

from kg.extract.attribution import can_act, unlinked_mention
from kg.extract.hebrew_crowds import counts_things, crowd_from, is_of_creatures
from kg.extract.phrases import PhraseSet
from kg.extract.speakers.hebrew import HebrewSpeakers
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.mention import Mention

_EVENTS = words_of("he", "with_an_event")
_POSSESSIVES = ("ו", "ה", "ם", "ן")
_FRONT = "ה"


def somebody_at(
    view: View, reader: object, j: int, limit: int, role: str, topic: PhraseSet
) -> Mention | None:
    """Return who stands at token `j`, behind a word that gives a role; None for a thing."""
    crowd = crowd_from(view, j, limit, topic, letter="ל" if role == "between" else "ו")
    if crowd is not None or not isinstance(reader, HebrewSpeakers):
        return crowd
    if role == "between" and view.form(j).removeprefix("ל") in _sides(view):
        return unlinked_mention(view, j, j, number="plural")  # "לבין המורדים"
    if role == "between":
        return None  # "between the capitals": a pair, which other words tell
    if not view.is_word(j) or is_nobody(view, j) or view.mention_from(j) is not None:
        return None
    found = reader.noun_phrase_from(j)
    party = found[0] if found is not None else None
    if not isinstance(party, Mention) or party.last > limit or not can_act(party):
        return None
    if party.last == party.first:
        return None
    return party if role != "object" or _is_name(view, party) else None


def _sides(view: View) -> frozenset[str]:
    """Return the groups of people with an article: "המורדים", "התושבים"."""
    return frozenset(f"ה{word}" for word in view.lexicon.word_set("crowds") if word.endswith("ים"))


def is_nobody(view: View, j: int) -> bool:
    """True at a time, a number of things, an animal: nobody whom one can meet."""
    return view.form(j) in _EVENTS or counts_things(view, j) or is_of_creatures(view, j)


def _is_name(view: View, party: Mention) -> bool:
    """True for words behind את that can only be a name: no article, nobody's own."""
    forms = [view.form(k) for k in range(party.first, party.last + 1)]
    return not any(form.startswith(_FRONT) for form in forms) and not forms[0].endswith(
        _POSSESSIVES
    )
