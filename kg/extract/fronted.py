"""Find who a participle at the head of an English sentence belongs to: "Vowing that …, X left".

In:  a view and the cue of the participle. Out: the subject of the main clause behind the comma, and
the last token of the participle's own words.
"""

from kg.extract.attribution import can_act
from kg.extract.cues import Cue
from kg.extract.parts_played import is_possessive
from kg.extract.view import View
from kg.model.mention import Mention

_REACH = 40
_BEFORE_NAME = 6
_GOES_ON = frozenset({"and", "or", "but", "nor"})


def find_fronted(view: View, cue: Cue) -> tuple[Mention, int] | None:
    """Return the main clause's subject and where the words of the participle end."""
    if view.lexicon.language != "en" or cue.first > 1 or cue.form != "gerund":
        return None
    for k in range(cue.last + 1, min(view.size, cue.last + _REACH)):
        end = _clause_end(view, k)
        if end is not None and (subject := _subject_from(view, k + 1)) is not None:
            return subject, end
    return None


def _clause_end(view: View, k: int) -> int | None:
    """Return the last token in front of a comma at `k`, or a quotation's whose end holds one."""
    quotation = view.quotation_at[k]
    if quotation is None:
        return k - 1 if view.is_comma(k) else None
    return k if k == quotation.last and view.is_comma(quotation.inner_last) else None


def _subject_from(view: View, j: int) -> Mention | None:
    """Return who a clause that begins at `j` is about: a name that a verb stands behind."""
    leads = view.lexicon.word_set("prepositions") | view.lexicon.word_set("clause_openers")
    for k in range(j, min(view.size, j + _BEFORE_NAME)):
        if view.is_comma(k) and k > j:  # an office that no lexicon knows: "its mines minister, X,"
            holder = view.mention_from(k + 1)
            return holder if holder is not None and holder.person else None
        if not view.is_word(k) or view.form(k) in leads:
            return None
        mention = view.mention_from(k)
        if mention is None or is_possessive(view, mention.last):
            continue
        named, after = _named(view, mention)
        if can_act(named) and _goes_on_with_verb(view, after, leads):
            return named
    return None


def _named(view: View, mention: Mention) -> tuple[Mention, int]:
    """Return the name apposed to an office, if any, and the token behind the phrase."""
    after = mention.last + 1
    if not view.is_comma(after):
        return mention, after
    apposed = view.mention_from(after + 1)
    if apposed is not None and apposed.person and not mention.person:
        return apposed, apposed.last + 1 + view.is_comma(apposed.last + 1)
    if any(view.is_comma(i) for i in range(mention.first, mention.last)):
        return mention, after + 1  # "its prime minister, X," is one
    closing = view.aside_from.get(after)
    return mention, closing + 1 if closing is not None else after


def _goes_on_with_verb(view: View, after: int, leads: frozenset[str]) -> bool:
    if not view.is_word(after) or view.form(after) in leads | _GOES_ON:
        return False
    return view.tokens[after].text.islower() and view.mention_at[after] is None
