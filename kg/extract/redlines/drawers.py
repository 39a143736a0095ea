"""Find who draws a red line in the article's own voice: "Iran listed three red lines".

In:  a view, the tokens of the words "red line", the clause around them. Out: the subject of a verb
of drawing ("set out"), holding ("regards … as") or having near the words; None where no such verb
stands there. A subject that is not named is elided, or the pronoun in its place.
"""

from kg.extract.attribution import can_act
from kg.extract.redlines.words import RedLineWords, Tokens
from kg.extract.subject import find_subject
from kg.extract.view import View
from kg.model.draft import Party, Pointer
from kg.model.mention import Gender, Mention

_REACH = {"has": 4, "draws": 10, "holds": 25}  # tokens between the verb and the words
_BEHIND_VERB = 3
_GENDERS: dict[str, Gender] = {
    "he": "masculine",
    "she": "feminine",
    "הוא": "masculine",
    "היא": "feminine",
}
_PRONOUNS = frozenset({*_GENDERS, "it", "they", "הם", "הן", "هو", "هي", "o"})
_NAMELESS = ("ar", "he", "tr")  # where a verb's form alone tells of its subject


def find_drawer(view: View, words: RedLineWords, place: Tokens, clause: Tokens) -> Party | None:
    """Return who draws, holds or has the line at `place`."""
    verb = drawing_verb(view, words, place, clause)
    if verb is None:
        return None
    if view.lexicon.language == "tr":
        subject = find_subject(view, before=place[0])
        named = subject if subject is not None and subject.first >= clause[0] else None
        return named or _nameless(view, verb[0])
    return _behind_verb(view, verb, place) or _before_verb(view, verb[0], clause)


def drawing_verb(view: View, words: RedLineWords, place: Tokens, clause: Tokens) -> Tokens | None:
    """Return the verb of drawing, holding or having nearest to the line."""
    turkish = view.lexicon.language == "tr"
    most = max(_REACH.values())
    if turkish:
        near = range(place[1] + 1, min(clause[1], place[1] + most) + 1)
    else:
        near = range(place[0] - 1, max(clause[0], place[0] - most) - 1, -1)
    for k in near:
        crossed = words.words["crosses"].length_at(view.tokens, k)
        if view.tokens[k].text in ";؛:" or view.is_that(k) or crossed:
            return None
        distance = k - place[1] if turkish else place[0] - k
        for name, reach in _REACH.items():
            length = words.words[name].length_at(view.tokens, k) if distance <= reach else 0
            if length and not (turkish and name == "has"):
                return k, k + length - 1
    return None


def held_from(view: View, words: RedLineWords, first: int, line: int) -> int:
    """Return where "recognition" begins in "Belgrade regards recognition … as a red line"."""
    if view.lexicon.language == "tr" or words.words["copula"].length_at(view.tokens, line):
        return first  # "(seeing them in chains) would be …": the line's own verb
    for k in range(line - 1, max(first, line - _REACH["holds"]) - 1, -1):
        length = words.words["holds"].length_at(view.tokens, k)
        if length and _has_words(view, words, k + length, line):
            subject = _behind_verb(view, (k, k + length - 1), (line, line))
            return k + length if subject is None else subject.last + 1
    return first


def _has_words(view: View, words: RedLineWords, first: int, line: int) -> bool:
    """True when something stands between the verb and "as a red line": "calls it …"."""
    return any(
        view.is_word(k)
        and not words.words["links"].length_at(view.tokens, k)
        and not words.words["copula"].length_at(view.tokens, k)
        for k in range(first, line)
    )


def _behind_verb(view: View, verb: Tokens, place: Tokens) -> Mention | None:
    """Return the subject of "تعد القاهرة": a party right behind the verb."""
    if view.lexicon.language == "en":
        return None
    for k in range(verb[1] + 1, min(verb[1] + _BEHIND_VERB, place[0])):
        mention = view.mention_from(k)
        if mention is not None:
            free = not any(p not in ("و", "ו", "ה") for p in mention.proclitics)
            return mention if can_act(mention) and free else None
    return None


def _before_verb(view: View, verb: int, clause: Tokens) -> Party | None:
    beside = view.mention_to(verb - 1) if view.lexicon.language == "en" else None
    if beside is not None and beside.first > clause[0] + 1 and can_act(beside):
        return beside  # "…, a step Israel regards as a red line"
    subject = find_subject(view, before=verb)
    if subject is not None and subject.first >= clause[0] and subject.last < verb:
        return subject
    if clause[0] > 0 and (subject := _first_party(view, clause[0], verb)) is not None:
        return subject
    for k in range(verb - 1, max(clause[0], verb - _BEHIND_VERB) - 1, -1):
        if view.form(k) in _PRONOUNS:
            gender = _GENDERS.get(view.form(k))
            return Pointer(kind="pronoun", place=view.tokens[k].start, gender=gender)
    return _nameless(view, verb) if verb <= clause[0] + _BEHIND_VERB else None


def _first_party(view: View, first: int, verb: int) -> Mention | None:
    """Return who stands at the head of the words said: "that Berlin had stopped treating …"."""
    for mention in view.mentions:
        if first <= mention.first < verb:
            free = not any(p not in ("و", "ו", "ש", "ה", "ف") for p in mention.proclitics)
            near = mention.first - first <= _BEHIND_VERB
            return mention if can_act(mention) and free and near else None
    return None


def _nameless(view: View, verb: int) -> Pointer | None:
    if view.lexicon.language not in _NAMELESS:
        return None
    return Pointer(kind="elided", place=view.tokens[verb].start)
