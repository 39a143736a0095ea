"""Find the group without a name that a Turkish verb calls on, warns, accuses, asks of.

In:  a view, where the words said begin, the case that the verb wants. Out: the group in the
nominative; of a government that nobody's name owns, a pointer to the speaker's own side.
    muhalefeti yalan söylemekle (suçladı), halkı evde kalmaya (çağırdı), hükümetten istifa
    etmesini (istedi), komşularını (suçladı), çete liderlerinden silah bırakmalarını (istedi)
"""

from dataclasses import replace
from functools import cache

from kg.extract.attribution import unlinked_mention
from kg.extract.meetings.turkish_crowds import is_bare_crowd
from kg.extract.meetings.turkish_words import load_turkish_meeting_words
from kg.extract.speakers.turkish_words import TurkishWords
from kg.extract.view import View
from kg.lexicon.grammar import endings_of, words_of
from kg.lexicon.normalise import fold
from kg.lexicon.turkish import decline
from kg.model.draft import Party, Pointer
from kg.model.mention import Case, Mention

_PEOPLE = endings_of("tr", "people_called_on")
_NO_MODIFIER = endings_of("tr", "no_modifier_of_people")
_OWN_RULERS = words_of("tr", "own_rulers")
_RULERS = ("hükümet", "hükûmet")
_BODIES = tuple(sorted(words_of("tr", "bodies_called_on")))
_DOES = endings_of("tr", "does_something")
_DOERS = endings_of("tr", "those_who_do_something")
_NO_DEED = endings_of("tr", "does_nothing")
_CALLED_FOR = endings_of("tr", "what_somebody_is_to_do")
_MODIFIERS = 3
_BESIDE = 3  # words from "ayrılan" to "vekillerden"
_SHORT = 4  # "çete" is no locative
_GENITIVES = ("nin", "nun", "nün", "rin", "run", "rün", "lin", "lun", "min", "ğin", "ğun", "cin")
_DONE_TO = endings_of("tr", "done_to_somebody")
_NOUNS_OF_DATIVE = endings_of("tr", "nouns_with_a_dative")
# What the noun behind "suçlayan" ends in where it is the one that the verb means.
_ENDS: dict[Case, tuple[str, ...]] = {
    "accusative": ("i", "u", "ü"),
    "dative": ("a", "e"),
    "ablative": ("dan", "den", "tan", "ten"),
}
# What a plural ends in by the case wanted, and what is left of it in the nominative.
_PLURALS: dict[Case, tuple[tuple[str, int], ...]] = {
    "accusative": (("lerini", 2), ("larini", 2), ("leri", 1), ("lari", 1)),
    "dative": (("lerine", 2), ("larina", 2), ("lere", 1), ("lara", 1)),
    "ablative": (("lerinden", 4), ("larindan", 4), ("lerden", 3), ("lardan", 3)),
}


@cache
def _forms(nouns: tuple[str, ...]) -> dict[tuple[str, Case], str]:
    """Return the nominative of "muhalefetten", "ordunun", by form and case."""
    return {
        (fold(form.text), form.case): noun
        for noun in nouns
        for form in decline(noun, possessive=False)
    }


def target_at(view: View, first: int, end: int, wanted: str) -> Party | None:
    """Return whom the verb means, where a group begins at token `first`."""
    case = next((c for c in _PLURALS if c == wanted), None)
    group = _group_at(view, first, end, case) if case is not None else None
    if group is None or case is None:
        return None
    head = first if isinstance(group, Pointer) else group.last
    behind = _behind_deed(view, head, end, case)
    return group if behind is None else target_at(view, behind, end, wanted)


def _behind_deed(view: View, head: int, end: int, case: Case) -> int | None:
    """Return the token behind "suçlayan" in "şirketleri suçlayan basını", else None."""
    for i in range(head + 1, end + 1):
        form = view.form(i)
        if view.mention_at[i] is not None or view.quotation_at[i] is not None:
            continue
        if form.endswith(_DOERS):
            return i + 1
        if not form.endswith(_DOES) or len(form) <= _SHORT - 1 or form.endswith(_NO_DEED):
            continue
        beside = range(i + 1, min(end, i + _BESIDE) + 1)
        beside_it = case == "ablative" and i == head + 1  # "halktan toplanan vergilerin"
        other = beside_it or any(view.form(k).endswith(_ENDS[case]) for k in beside)
        rest = range(i + 1, end + 1)
        if other or not any(view.form(k).endswith(_CALLED_FOR) for k in rest):
            return i + 1
    return None


def _group_at(view: View, first: int, end: int, case: Case) -> Party | None:
    """Return "muhalefet", "komşuları", the speaker's own side where it begins at `first`."""
    for head in range(first, min(end, first + _MODIFIERS + 1)):
        if not view.is_word(head) or view.quotation_at[head] is not None:
            return None
        if head == first and (head_form := view.form(head)):
            if (head_form, case) in _forms(_RULERS) and view.mention_to(head - 1) is None:
                return Pointer(kind="own-side", place=view.tokens[head].start)
            if (body := _forms(_BODIES).get((head_form, case))) is not None:
                return _group(view, first, head, body, case)
        mention = view.mention_at[head]
        if mention is not None and not is_bare_crowd(mention):
            if mention.first < first or not _is_owner(mention):
                return None
            continue
        if (name := _people_at(view, head, case)) is not None:
            if view.is_comma(head + 1) and view.form(head).endswith(("leri", "lari")):
                return None  # "Kurbanların yakınları, …": who speaks
            return _group(view, first, head, name, case)
        oblique = len(view.form(head)) > _SHORT and view.form(head).endswith(_NO_MODIFIER)
        if oblique or view.time_at[head] is not None:
            return None
    return None


def told_group(view: View, first: int) -> Party | None:
    """Return "üye ülkeler", "parlamento", the own side where a dative of them begins at `first`."""
    return _group_at(view, first, min(view.size, first + _MODIFIERS + 1), "dative")


def body_told(view: View, last: int) -> Party | None:
    """Return "parlamento" of "… açılacağını parlamentoya (bildirdi)", a dative at token `last`."""
    form = view.form(last)
    if view.mention_at[last] is not None or view.quotation_at[last] is not None:
        return None
    if (form, "dative") in _forms(_RULERS):
        return Pointer(kind="own-side", place=view.tokens[last].start)
    body = _forms(_BODIES).get((form, "dative"))
    return _group(view, last, last, body, "dative") if body is not None else None


def people_told() -> tuple[str, ...]:
    """Return the beginnings of the nouns of people who are called on or told something."""
    return (*_PEOPLE, *load_turkish_meeting_words().people)


def own_rulers(reader: TurkishWords, first: int, end: int) -> Pointer | None:
    """Return those of "hükümeti … uyardı", of nobody's name: the speaker's own state's."""
    view = reader.view
    for i in range(first, end):
        named = view.mention_at[i] is not None or view.mention_to(i - 1) is not None
        if view.form(i) in _OWN_RULERS and not named and reader.at_main(i):
            return Pointer(kind="own-side", place=view.tokens[i].start)
    return None


def is_nationality(mention: Mention | None) -> bool:
    """True for the one word of "İtalyan" in front of a guest."""
    return mention is not None and mention.category == "adjective" and mention.first == mention.last


def begins_clause(form: str) -> bool:
    """True for "sınırın", the subject of what is told; not for "saldırının", done to somebody."""
    own = form.endswith(_DONE_TO) or form.startswith(_NOUNS_OF_DATIVE)
    return len(form) > _SHORT + 1 and form.endswith(_GENITIVES) and not own


def _is_owner(mention: Mention) -> bool:
    """True for "Togolu" and "Togo" in front of their soldiers, "NATO" of its allies."""
    stands = mention.kind in ("state", "international-organization", "organization")
    stands = stands and mention.case == "nominative" and mention.person is None
    return mention.category == "adjective" or (stands and "'" not in mention.text)


def _people_at(view: View, head: int, case: Case) -> str | None:
    """Return "darbeciler" for "darbecileri", "komşuları" for "komşularını"."""
    form, text = view.form(head), view.tokens[head].text
    if not form.startswith((*_PEOPLE, *load_turkish_meeting_words().people)):
        return None
    cut = next((n for ending, n in _PLURALS.get(case, ()) if form.endswith(ending)), 0)
    return text[:-cut] if cut else None


def _group(view: View, first: int, head: int, name: str, case: Case) -> Mention | None:
    group = unlinked_mention(view, first, head, number="plural")
    if group is None:
        return None
    words = [*(view.tokens[i].text for i in range(first, head)), name]
    group = replace(group, name=" ".join(words), human=True, kind="official", unnamed=True)
    return replace(group, case=case)
