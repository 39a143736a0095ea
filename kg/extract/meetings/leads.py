"""Find who leads a meeting: the actors around the light verb that governs its noun.

In:  a view, the light verb ("held", عقد), the place of the noun. Out: the parties, in order.
"""

from dataclasses import replace

from kg.extract.attribution import can_act
from kg.extract.meetings.arabic_before import named_before_where
from kg.extract.meetings.arabic_beside_subject import joined_beside
from kg.extract.meetings.words import VerbHit, load_meeting_words
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention

_WHERE = "حيث"
_MOST_SIDES = 6
_VISITED = words_of("ar", "visited_and_met")
_BODIES = ("organization", "armed-group")
_FROM = frozenset({"from", "of", "in"})
_POSSESSIVES = ("his", "her", "its", "their")


def leads_between(view: View, light: VerbHit, cue: int) -> list[Party]:
    """Arabic verb-subject: the actors between the verb and the meeting noun."""
    if view.lexicon.language != "ar":
        return []
    prepositions = view.lexicon.word_set("prepositions")
    found: list[Party] = []
    for mention in view.mentions:
        hosts = light.verb.role == "hosts" and mention.category == "place"
        if not light.last < mention.first < cue or not (can_act(mention) or hosts):
            continue
        if any(p not in ("و",) for p in mention.proclitics):
            continue
        if view.form(mention.first - 1) in prepositions or _is_visited(view, mention):
            continue
        found.append(mention)
        beside = joined_beside(view, mention.last + 1)
        if beside is not None and isinstance(beside[0], Pointer):
            found.append(beside[0])  # "عقد الوزير ونظيره الغاني لقاء"
    if found:
        last = found[-1]
        theirs = len(found) == 1 and load_meeting_words("ar").lists["pair"]
        if isinstance(last, Mention) and theirs and theirs.length_at(view.tokens, last.last + 1):
            return [_pair_at(view, last.last + 1)]  # "وزيرا خارجية البلدين"
        return found
    latter = view.lexicon.word_set("latter")
    for i in range(light.last + 1, cue):
        heads = view.lexicon.word_set("pair_heads")
        pair = load_meeting_words("ar").lists["pair"].length_at(view.tokens, i)
        if pair or any(r.stem in heads for r in view.readings(i)):
            return [_pair_at(view, i)]
        if any(r.definite and r.stem in latter for r in view.readings(i)):
            return [Pointer(kind="latter", place=view.tokens[i].start, number="singular")]
    # "the Iraqi-Kuwaiti committee held its meeting"
    return [
        m
        for m in view.mentions
        if light.last < m.first < cue and m.category == "adjective" and not m.proclitics
    ]


def leads_ahead(view: View, light: VerbHit, left: int) -> list[Party]:
    """The actors in front of the verb, joined by "and": "A and B held talks"."""
    prepositions = view.lexicon.word_set("prepositions")
    lists = load_meeting_words(view.lexicon.language).lists
    pair, end = lists["pair"], light.first
    end -= lists["auxiliary"].length_at(view.tokens, end - 1) == 1  # كان البلدان قد أجريا
    for start in range(max(left, end - 3), end):
        if (length := pair.length_at(view.tokens, start)) and start + length == end:
            return [_pair_at(view, start)]
    if was_sent_there(view, light):
        return named_before_where(view, light.first)
    if (two := with_counterpart_from(view, end)) is not None:
        return [*two]
    found: list[Party] = []
    inside = {i for first, last in view.aside_from.items() for i in range(first, last + 1)}
    for mention in reversed(view.mentions):
        if mention.last >= light.first or mention.first in inside:
            continue
        if mention.first < left:
            break
        before = mention.first - 1
        if _stands_for_office(found, mention):
            continue
        if view.form(before) in ("the", "a", "an"):
            before -= 1
        if (pointer := counterpart(view, mention)) is not None:
            found.insert(0, pointer)
            if view.form(before - 1) != "and":
                break
            continue
        if view.form(before) in prepositions and _follows_people(view, before):
            before -= 1  # "representatives of A"
        elif view.form(before) in prepositions or mention.category == "place":
            if not found:
                continue
            break
        found.insert(0, mention)
        joined = view.form(before) in ("and", ",") or mention.proclitics == ("و",)
        if not joined and not _joins_counterpart(view, before):
            break
    return found


def was_sent_there(view: View, light: VerbHit) -> bool:
    """True for B of "أوفد A مستشاره B إلى روما حيث عقد اجتماعا": who was sent holds the talks."""
    if view.lexicon.language != "ar" or view.form(light.first - 1) != _WHERE:
        return False
    sent = named_before_where(view, light.first)
    return bool(sent) and isinstance(sent[0], Mention) and bool(sent[0].person)


def with_counterpart_from(view: View, end: int) -> tuple[Party, Party] | None:
    """Return A and B of "A and his counterpart from Uganda, B, (held)" in front of token `end`."""
    named = view.mention_to(end - 1 - view.is_comma(end - 1))
    if view.lexicon.language != "en" or named is None or not view.is_comma(named.first - 1):
        return None
    state = view.mention_to(named.first - 2)
    if state is None and view.tokens[named.first - 2].text == ")":  # "from the … (DRC), B"
        short = view.mention_to(named.first - 3)
        state = view.mention_to(short.first - 2) if short is not None else None
    led = state.first - 1 - (view.form(state.first - 1) == "the") if state is not None else -1
    if view.form(led) not in _FROM or not is_counterpart(view, led - 1):
        return None
    own = led - 2 - (view.form(led - 1) == "number")
    if view.form(own) not in _POSSESSIVES or view.form(own - 1) != "and":
        return None
    first = view.mention_to(own - 2 - view.is_comma(own - 2))
    return (first, named) if first is not None and can_act(first) else None


def _is_visited(view: View, mention: Mention) -> bool:
    """True for the Rome of "يعتزم زيارة روما للقاء": where somebody goes leads nothing."""
    return mention.category != "actor" and view.form(mention.first - 1) in _VISITED


def _pair_at(view: View, i: int) -> Pointer:
    """Return "the two sides", or "the two ministers", who are people."""
    people = load_meeting_words(view.lexicon.language).lists["pair_persons"]
    human = people.has_stem(view.tokens, i) or None
    return Pointer(kind="pair", place=view.tokens[i].start, number="dual", human=human)


def _stands_for_office(found: list[Party], mention: Mention) -> bool:
    """True for the adjective of "والفرنسي إيمانويل ماكرون", whom the name behind it tells."""
    after = found[0] if found else None
    named = isinstance(after, Mention) and bool(after.person) and after.first == mention.last + 1
    return named and mention.category == "adjective" and mention.proclitics == ("و",)


def _follows_people(view: View, i: int) -> bool:
    people = load_meeting_words(view.lexicon.language).lists["people"]
    return view.lexicon.language == "ar" and people.has_stem(view.tokens, i - 1)


def counterpart(view: View, mention: Mention) -> Pointer | None:
    """Return "(his) French counterpart" for its adjective, when nobody is named behind it."""
    behind = mention.last + 1
    sided = mention.category in ("adjective", "either") or mention.kind in _BODIES
    if view.lexicon.language != "en" or not sided or mention.person:
        return None
    if not is_counterpart(view, behind):
        return None
    behind += view.form(behind + 1) == "number"
    words = view.words_span(mention.first, behind)
    return Pointer(
        kind="counterpart",
        place=view.tokens[behind].start,
        hint=mention,
        words=view.text(words) if words is not None else None,
    )


def sides_in_front(view: View, adjective: Mention) -> list[Mention]:
    """Return the others of "his Egyptian, Greek and Cypriot counterparts", from the last."""
    found: list[Mention] = []
    k, joined = adjective.first - 1, ("and",)
    while view.form(k) in joined and len(found) < _MOST_SIDES:
        side = view.mention_to(k - 1 - view.is_comma(k - 1))
        if side is None or side.category != "adjective":
            break
        found.append(side)
        k, joined = side.first - 1, (",",)
    return found


def one_of(pointer: Pointer, side: Mention) -> Pointer:
    """Return the counterpart from one of the sides, called as its words say."""
    if pointer.hint is side:
        several = pointer.words is not None and pointer.words.endswith("counterparts")
        return replace(pointer, words=pointer.words[:-1]) if several and pointer.words else pointer
    return replace(pointer, hint=side, words=f"{side.text} counterpart")


def counterpart_front(view: View, first: int) -> int:
    """Return where "his French counterpart" begins when it ends at `first`, or `first` itself.

    At `first` may stand whom the words name ("his French counterpart B") or the words themselves.
    """
    i = first
    while i > 0 and (_is_adjective(view, i - 1) or is_counterpart(view, i - 1)):
        i -= 1
    if is_counterpart(view, i) and (body := view.mention_to(i - 1)) is not None:
        i = body.first if body.category in ("actor", "either") and not body.person else i
    return i - 1 if i > 0 and view.form(i - 1) in _POSSESSIVES else i


def is_counterpart(view: View, i: int) -> bool:
    """True at "counterpart", and at either word of "opposite number"."""
    form = view.form(i)
    if form == "opposite":
        return view.form(i + 1) == "number"
    if form == "number":
        return view.form(i - 1) == "opposite"
    return form in view.lexicon.word_set("counterpart")


def _joins_counterpart(view: View, i: int) -> bool:
    """True for "A and his French counterpart B" at the word in front of B."""
    words = view.lexicon.word_set("counterpart")
    while i > 0 and _is_adjective(view, i):
        adjective = view.mention_at[i]
        if adjective is not None and adjective.proclitics == ("و",):
            return True  # "A والفرنسي B": the adjective stands for the office
        i -= 1
    if view.lexicon.language == "en":
        return view.form(i) in words or view.form(i + 1) in words
    return any(r.stem in words and r.proclitics == ("و",) for r in view.readings(i))


def _is_adjective(view: View, i: int) -> bool:
    mention = view.mention_at[i]
    return mention is not None and mention.category == "adjective"
