"""Read English people without a name where a party is looked for: "families of the detained".

In:  a view, the meeting words, the token where a noun phrase may begin. Out: a mention of its
words. Whom a lexicon tells is no business of this reader. Lexicon: `crowd` of meetings_en.toml.
    a group of opposition lawmakers; dozens of displaced villagers; leaders of the fishermen's union
"""

from collections.abc import Collection
from dataclasses import replace

from kg.extract.attribution import unlinked_mention
from kg.extract.meetings.words import MeetingWords
from kg.extract.parts_played import is_possessive
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention

_COUNTED = words_of("en", "counted_people")
_STARTS = words_of("en", "before_people")
_NOBODY = words_of("en", "no_people")
_ENDS = words_of("en", "behind_people")
_HEADS = words_of("en", "heads_a_noun")
_INSIDE = frozenset({"of", "from", "for"})
_WITHIN = 5  # words up to the noun that says that they are people
_LONGEST = 9


def people_from(
    view: View, words: MeetingWords, j: int, ends: Collection[str] = ()
) -> Mention | None:
    """Return the nameless people told from token `j` on, None where it is somebody or nothing.

    At the words `ends` something else goes on: the "of" of "accused the troops of shelling".
    """
    first = j
    while view.form(first) in _STARTS and view.form(first + 1) != "of":
        first += 1
    head = _head(view, words, first)
    if head is None:
        return None
    last = _end(view, head, ends)
    if any(_is_somebody(view.mention_at[i], first) for i in range(j, last + 1)):
        return None
    found = unlinked_mention(view, first, last, number="plural")
    return replace(found, kind=found.kind or "official", human=True) if found is not None else None


def _head(view: View, words: MeetingWords, first: int) -> int | None:
    """Return the token of "lawmakers" in "group of opposition lawmakers"."""
    crowd = words.lists["crowd"]
    for k in range(first, min(view.size, first + _WITHIN)):
        if not (view.is_word(k) or view.form(k) == "-") or view.time_at[k] is not None:
            return None
        if view.form(k) in _NOBODY:
            return None
        if crowd.has_stem(view.tokens, k) and not _goes_on(view, words, k):
            return None if is_possessive(view, k) else k
        if view.form(k) == "of" and view.form(k - 1) not in _COUNTED:
            return None
        if view.form(k) in view.lexicon.word_set("prepositions") - {"of"}:
            return None
    return None


def _goes_on(view: View, words: MeetingWords, k: int) -> bool:
    """True for "village" of "village elders", for "fishermen" of "fishermen leaders"."""
    return k + 1 < view.size and words.lists["crowd"].has_stem(view.tokens, k + 1)


def _end(view: View, head: int, ends: Collection[str]) -> int:
    """Return the last token of "(leaders) of the fishermen's union"."""
    last, prepositions = head, view.lexicon.word_set("prepositions")
    if view.form(head + 1) not in _INSIDE or view.form(head + 1) in ends:
        return head
    for k in range(head + 1, min(view.size, head + _LONGEST)):
        if not view.is_word(k) or view.time_at[k] is not None or view.form(k) in ("and", "to"):
            break
        led = view.form(k) in prepositions and view.form(k) not in _INSIDE
        if led or (k in view.cue_at and view.form(k - 1) not in ("the", "of")):
            break
        if view.form(k) in view.words.relative or _begins_anew(view, k):
            break
        last = k
    while last > head and view.form(last) in _INSIDE | {"the", "a", "an"}:
        last -= 1
    return last


def _begins_anew(view: View, k: int) -> bool:
    """True for "that", "he", and "the" that no "of" leads: "told kin of the dead the war …"."""
    if view.form(k).endswith("ing") and view.form(k - 1) not in _HEADS | _INSIDE:
        return view.form(k + 1) in _HEADS  # "members of the committee investigating the fire"
    return view.form(k) in _ENDS or (view.form(k) in _HEADS and view.form(k - 1) not in _INSIDE)


def _is_somebody(mention: Mention | None, first: int) -> bool:
    """True for whoever is read as a party already, not for those of "a group of lawmakers"."""
    if mention is None or mention.category not in ("actor", "adjective"):
        return False
    members = mention.number == "plural" and not (mention.gazetteer_id or mention.person)
    return not (members and mention.first > first)


def is_nameless(party: Party) -> bool:
    """True for people told by what they are alone: no name, no office, no side."""
    if isinstance(party, Pointer) or party.gazetteer_id or party.person:
        return False
    people = party.kind in ("official", "person") and party.number == "plural"
    return people and not (party.role or party.side)
