"""Find the press that is told something in a Turkish clause: "gazetecilere yaptığı açıklamada".

In:  a view, the tokens among which it may stand. Out: reporters, an outlet without a name ("yerel
bir televizyona konuşarak") or with one ("Reuters'a konuşurken"), as a party.
Only where their place shows that they listen: "gazetecilere yönelik saldırı" tells them nothing.
"""

from dataclasses import replace
from functools import cache

from kg.extract.attribution import unlinked_mention
from kg.extract.cues import Cue
from kg.extract.speakers.turkish_listeners import Content
from kg.extract.view import View
from kg.lexicon.grammar import endings_of, words_of
from kg.lexicon.normalise import fold
from kg.lexicon.turkish import decline, plural, possessed
from kg.model.mention import Case, Mention

_SPEAKING_TO = endings_of("tr", "speaking_to_reporters")
_DOES = endings_of("tr", "does_something")
_SHALL_DO = endings_of("tr", "shall_do_something")
_OF_A_TALK = endings_of("tr", "of_a_talk")
_OF_DOERS = endings_of("tr", "of_those_who_do_something")
_OF_SOMEBODY = endings_of("tr", "of_somebody")
_QUESTIONS = endings_of("tr", "questions_of_reporters")
_SIDE = words_of("tr", "sorts_of_reporters")
_LISTENING = (
    3  # tokens between the reporters and "konuşan": "gazetecilere yazılı bir açıklama yapan"
)
_LONG = 5
_VOWELS = frozenset("aeıioöuü")
_SORTS = 3  # words in front of an outlet's noun: "Fransız özel bir"
_OF_OUTLETS = words_of("tr", "sorts_of_outlets")
_TALKS = endings_of("tr", "talking_to_an_outlet")
_ITS_PEOPLE = words_of("tr", "reporters_of_an_outlet")
_PLAIN = ("nominative", "adjective", None)
_REPORTERS = "muhabir"  # else they are journalists, as other sorts of people are named in English


@cache
def _forms(people: tuple[str, ...]) -> dict[str, tuple[str, Case]]:
    """Return "gazetecilere", "basin mensuplarinin" with the plural and the case of each."""
    found: dict[str, tuple[str, Case]] = {}
    for noun in people:
        front, _, head = noun.rpartition(" ")
        # Of two words the second has its possessive already: "basın mensubu".
        many = _of_many(head) if front else plural(head)
        for form in decline(many, possessive=bool(front)):
            if form.case in ("dative", "genitive", "instrumental"):
                found[fold(f"{front} {form.text}".strip())] = (f"{front} {many}".strip(), form.case)
    return found


def _of_many(head: str) -> str:
    """Return "mensupları" for "mensup"."""
    return plural(head) + ("i" if plural(head).endswith("ler") else "ı")


def reporters_told(view: View, first: int, end: int) -> Mention | None:
    """Return the reporters among the tokens from `first` to `end - 1` who are told something."""
    for i in range(max(0, first), end):
        if view.quotation_at[i] is not None:
            continue
        group, last, case = _press_at(view, i)
        if group is not None and _listen(view, last, case):
            return group
        outlet = view.mention_from(i)
        named = outlet is not None and outlet.kind == "media" and outlet.case == "dative"
        if named and outlet and view.form(outlet.last + 1).startswith(_TALKS):
            return outlet
        own = outlet is not None and outlet.kind == "media" and outlet.case in _PLAIN
        if own and outlet and view.form(outlet.last + 1) in _ITS_PEOPLE:
            return replace(outlet, last=outlet.last + 1, case="dative")  # "AA muhabirine"
    return None


def take_reporters(view: View, found: Content, start: int, cue: Cue) -> None:
    """Note the reporters beside the words said: "gazetecilere, …", "… muhabirlere doğruladı"."""
    told = reporters_told(view, start, found.first)
    if told is None and not found.quoted and found.last > found.first:
        near = range(max(found.first + 1, found.last - _SORTS - 1), found.last + 1)
        ends = (reporters_told(view, i, i + 1) for i in near)
        told = next((m for m in ends if m is not None and m.last == found.last), None)
        found.last = told.first - 1 if told is not None else found.last
    told = told or reporters_told(view, found.last + 1, cue.first)
    if told is not None and not told.unnamed and told not in found.addressees:
        found.hears(told)
    elif told is not None and not found.addressees:
        found.addressees.append(told)


def past_reporters(view: View, i: int) -> int:
    """Return the token behind "Lima'da gazetecilere"; 0 where no reporters follow what is there."""
    place = view.mention_from(i)
    after = place.last + 1 if place is not None and place.case == "locative" else i
    group, last, case = _press_at(view, after)
    told = group is not None and case == "dative" and _listen(view, last, case)
    return last + 1 if told else 0


def _press_at(view: View, i: int) -> tuple[Mention | None, int, Case]:
    """Return the reporters or the outlet without a name that begin at token `i`."""
    found = _reporters_at(view, i)
    return found if found[0] is not None else _outlet_at(view, i)


@cache
def _outlets(nouns: tuple[str, ...]) -> dict[str, tuple[str, bool]]:
    """Return "televizyon kanalına", "gazetelere", folded, with the nominative; True for several."""
    found: dict[str, tuple[str, bool]] = {}
    for noun in nouns:
        front, _, head = noun.rpartition(" ")
        many = possessed(plural(_bare(head))) if front else plural(head)
        for text, several in ((head, False), (many, True)):
            for form in decline(text, possessive=bool(front)):
                if form.case == "dative":
                    found[fold(f"{front} {form.text}".strip())] = (
                        f"{front} {text}".strip(),
                        several,
                    )
    return found


def _bare(head: str) -> str:
    """Return "ajans" for "ajansı", "site" for "sitesi"."""
    return head[:-2] if head[-2:-1] == "s" and head[-3:-2] in _VOWELS else head[:-1]


def _outlet_at(view: View, i: int) -> tuple[Mention | None, int, Case]:
    """Return the outlet of "yerel bir televizyona", "Fransız bir dergiye", "haber ajanslarına"."""
    forms = _outlets(view.lexicon.texts("outlets_told"))
    k = i
    while k < i + _SORTS and (view.form(k) in _OF_OUTLETS or _is_people(view, k)):
        k += 1
    for last in (k + 1, k):
        name, several = forms.get(" ".join(view.form(j) for j in range(k, last + 1)), ("", False))
        known = any(view.mention_at[j] is not None for j in range(k, last + 1))
        if not name or known or not (several or k > i):
            continue
        group = unlinked_mention(view, i, last, number="plural" if several else "singular")
        if group is None:
            break
        words = [*(view.tokens[j].text for j in range(i, k)), name]
        group = replace(group, name=" ".join(words), kind="media", human=False, case="dative")
        return replace(group, unnamed=True), last, "dative"
    return None, i, "nominative"


def _is_people(view: View, k: int) -> bool:
    """True for the nationality of "Fransız bir dergi"."""
    mention = view.mention_at[k]
    return mention is not None and mention.category == "adjective" and mention.first == mention.last


def _reporters_at(view: View, i: int) -> tuple[Mention | None, int, Case]:
    forms = _forms(view.lexicon.texts("reporters"))
    for last in (i + 1, i):
        words = " ".join(view.form(k) for k in range(i, last + 1))
        name, case = forms.get(words, ("", "nominative"))
        if not name or any(view.mention_at[k] is not None for k in range(i, last + 1)):
            continue
        first = i - 1 if view.form(i - 1) in _SIDE else i
        group = unlinked_mention(view, first, last, number="plural")
        if group is None:
            return None, i, "nominative"
        english = "reporters" if name.startswith(_REPORTERS) else "journalists"
        name = f"{view.tokens[first].text} {name}" if first < i else english
        group = replace(group, name=name, kind="media", side=None, human=True, case=case)
        return replace(group, unnamed=True), last, case
    return None, i, "nominative"


def _listen(view: View, last: int, case: Case) -> bool:
    """True where the reporters are told: in front of a comma, a quotation, "konuşan"."""
    behind = range(last + 1, min(view.size, last + 1 + _LISTENING))
    if case == "genitive":
        asked = next((f for k in behind if (f := view.form(k)).startswith(_QUESTIONS)), None)
        return asked is not None and _are_put(asked)
    spoken = next((k for k in behind if view.form(k).startswith(_SPEAKING_TO)), None)
    if spoken is not None:
        return not _by_somebody_else(view, spoken)
    if case != "dative":
        return False
    after = last + 1 + (view.form(last + 1) in ("de", "da", "ise"))
    if after >= view.size or view.is_comma(after) or view.quotation_at[after] is not None:
        return True
    if view.time_at[after] is not None:
        return not _is_done_then(view, after)
    if after in view.cue_at:
        return True
    other = view.mention_from(after)
    if other is not None:
        return other.case == "genitive"
    form = view.form(after)
    return len(form) > _LONG and form.endswith(_OF_SOMEBODY) and not form.endswith(_OF_DOERS)


def _are_put(form: str) -> bool:
    """True for "(gazetecilerin) sorularını"; not for "sorularının", "sorulması"."""
    told_of = form.startswith("sorul") and not form.startswith("sorular")
    return not told_of and not form.endswith(_OF_SOMEBODY)


def _is_done_then(view: View, i: int) -> bool:
    """True for "(gazetecilere) dün saldıran", which tells them nothing."""
    while i < view.size and view.time_at[i] is not None:
        i += 1
    return view.mention_at[i] is None and view.form(i).endswith(_DOES) if i < view.size else False


def _by_somebody_else(view: View, spoken: int) -> bool:
    """True for "konuşma yapan şüphelinin (kaçtığını)": who is told of speaks to them."""
    if view.form(spoken).endswith(_OF_A_TALK):
        return True  # "verilen brifingin (iptal edildiğini)"
    verb = spoken + (not view.form(spoken).endswith(_DOES))
    if not view.form(verb).endswith((*_DOES, *_SHALL_DO)):
        return False
    for i in range(verb + 1, min(view.size, verb + 1 + _LISTENING)):
        if view.is_comma(i):
            return False
        mention = view.mention_from(i)
        if mention is not None:
            return mention.case == "genitive" and bool(mention.human)
        if len(view.form(i)) > _LONG and view.form(i).endswith(_OF_SOMEBODY):
            return True
    return False
