"""Read those who are only counted where a Turkish clause opens: "27 yardım kuruluşu", "14 üye".

In:  a view, where the clause begins. Out: the group, and where it begins.
    "Aralarında Peru'nun da bulunduğu 12 ülke, …"   12 ülke
    "14 üye ayrıca …"                               14 üye
    "14 mayıs günü …", "12 ülkenin lideri …"        nobody
"""

from kg.extract.attribution import unlinked_mention
from kg.extract.view import View
from kg.lexicon.grammar import endings_of, words_of
from kg.model.mention import Mention

_AMONG = words_of("tr", "among_them")
_WHO_ARE = words_of("tr", "who_are_among_them")
_NUMBERS = words_of("tr", "numbers_of_people")
_PEOPLE = endings_of("tr", "people_counted")
_CLOSES = words_of("tr", "behind_those_counted")
_AMONG_WITHIN = 24
_WORDS = 4
_SHORT = 4  # "üye" is no dative


def past_those_among(view: View, i: int, end: int) -> int:
    """Return where the group of "aralarında X'in de bulunduğu 12 ülke" begins, else `i`."""
    if view.form(i) not in _AMONG:
        return i
    for k in range(i + 1, min(end, i + _AMONG_WITHIN)):
        if view.form(k) in _WHO_ARE and view.form(k + 1) not in _WHO_ARE:
            return k + 1
    return i


def counted(view: View, first: int, end: int) -> Mention | None:
    """Return the group that begins with its number at token `first`."""
    first -= first > 0 and view.form(first - 1).isdigit()  # digits are stepped over as no words
    form = view.form(first)
    if not (form.isdigit() or form in _NUMBERS) or view.time_at[first] is not None:
        return None
    for last in range(first + 1, min(end - 1, first + _WORDS)):
        known = view.mention_at[last]
        plain = known is None or bool(known.role and not known.side and not known.person)
        if not view.is_word(last) or last in view.cue_at or not plain:
            return None
        if not view.form(last).startswith(_PEOPLE) or not _is_bare(view, last):
            continue
        behind = view.form(last + 1)
        if view.is_comma(last + 1) or behind in _CLOSES or behind.endswith(("digi", "dığı")):
            return unlinked_mention(view, first, last, number="plural")
    return None


def _is_bare(view: View, i: int) -> bool:
    """False for "ülkenin", "ülkede": in another case they do not act."""
    form = view.form(i)
    return len(form) <= _SHORT or not form.endswith(
        ("nin", "nun", "nün", "de", "da", "den", "dan", "ye", "ya")
    )
