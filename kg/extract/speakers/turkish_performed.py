"""Read words by which a Turkish speaker does what they tell: “Togo'yu çekilmeye çağırıyoruz”.

In:  a statement of words in quotation marks. Out: its act, and on whom or to whom it is done.
    "… itidale davet ediyorum" dedi     demands      "… uyarıyoruz" dedi    warns
    "… saldırıyı kınıyoruz" dedi        accuses      "… iddiayı reddediyoruz" dedi    denies
Only in the last clause of the words, in the first person.
"""

from kg.extract.attribution import can_act
from kg.extract.speakers.turkish_targets import target_at
from kg.extract.told import NEUTRAL_ACTS, Told
from kg.extract.view import View
from kg.lexicon.grammar import endings_of
from kg.model.draft import Party
from kg.model.mention import Case, Mention
from kg.vocabulary import SpeechAct

_OURS = ("yorum", "yoruz")
_KINDS: tuple[tuple[SpeechAct, Case | None, tuple[str, ...]], ...] = (
    ("demands", "accusative", endings_of("tr", "we_call_on")),
    ("demands", "dative", endings_of("tr", "we_call_to")),
    ("demands", "ablative", endings_of("tr", "we_ask_of")),
    ("warns", "accusative", endings_of("tr", "we_warn")),
    ("accuses", "accusative", endings_of("tr", "we_accuse")),
    ("accuses", None, endings_of("tr", "we_condemn")),
    ("denies", None, endings_of("tr", "we_deny")),
)
_TO_DO = ("maya", "meye", "masini", "mesini", "larini", "lerini")
_WORDS = 16


def perform(view: View, one: Told) -> None:
    """Take the act of the words said, and whom they are said to."""
    last = one.content_last
    while last > one.content_first and not view.is_word(last):
        last -= 1
    if one.act not in NEUTRAL_ACTS or view.quotation_at[last] is None:
        return
    if not view.form(last).endswith(_OURS):
        return
    for act, case, verbs in _KINDS:
        verb = next((n for n in (2, 1) if _verb(view, last, n) in verbs), 0)
        if not verb or (act == "demands" and not _asks(view, last - verb)):
            continue
        one.act = act
        if case is not None and not one.addressees:
            told = _told(view, _clause_start(view, one, last), last - verb, case)
            one.addressees = [told] if told is not None else []
        return


def _verb(view: View, last: int, count: int) -> str:
    """Return "davet ediyor" for the last two words "davet ediyoruz"."""
    return " ".join(view.form(i) for i in range(last - count + 1, last + 1))[:-2]


def _asks(view: View, before: int) -> bool:
    """False for "sizi Roma'ya davet ediyoruz", "sizi arıyoruz": nobody is to do anything."""
    return view.is_word(before) and view.mention_at[before] is None


def _clause_start(view: View, one: Told, last: int) -> int:
    """Return where the last sentence of the words begins."""
    for i in range(last, one.content_first - 1, -1):
        if view.is_stop(i):
            return i + 1
    return one.content_first


def _told(view: View, first: int, end: int, case: Case) -> Party | None:
    """Return the actor or the group in the case that the verb wants."""
    for i in range(max(first, end - _WORDS), end + 1):
        mention = view.mention_from(i)
        if mention is not None and mention.case == case and _may_hear(view, mention):
            return mention
        if mention is None and (group := _group(view, i, end, case)) is not None:
            return group
    return None


def _may_hear(view: View, mention: Mention) -> bool:
    """False for whose deed it is: "Togo'dan gelenleri", and for what no one asks."""
    return can_act(mention) and not view.form(mention.last + 1).endswith(("an", "en"))


def _group(view: View, i: int, end: int, case: Case) -> Party | None:
    return target_at(view, i, end, case) if view.is_word(i) else None
