"""Read whose news a Turkish sentence goes by: "Yerel basında çıkan haberlere göre".

In:  a view, the token of the news or reports. Out: the press named in front of it, None for none.
    "Gana basınında yer alan haberlerde"   the press of Ghana
    "sosyal medyada çıkan iddialara göre"  nobody
"""

from dataclasses import replace

from kg.extract.attribution import unlinked_mention
from kg.extract.view import View
from kg.lexicon.grammar import endings_of, words_of
from kg.model.mention import Mention

_REACH = 5
_SORTS = words_of("tr", "sorts_of_press")
_FORMS = words_of("tr", "in_the_press")
_OWNED = ("basini", "medyasi")
_TO = ("na", "ya")
_LEAKED = endings_of("tr", "reached_the_press")
_STOOD = words_of("tr", "stood_in_an_outlet")
_CUTS = (("ndaki", "nda", "na"), ("daki", "da", "ya", "a"))  # of theirs, of a plain noun


def _ending(form: str) -> int | None:
    """Return how much of "basınında", "medyada" is ending; None for other words."""
    if form not in _FORMS:
        return None
    cuts = _CUTS[0] if form.startswith(_OWNED) else _CUTS[1]
    return next((len(cut) for cut in cuts if form.endswith(cut)), None)


def press_before(view: View, start: int, news: int) -> Mention | None:
    """Return the press in whose news at token `news` something stood."""
    for i in range(news - 1, max(start, news - _REACH), -1):
        cut = _ending(view.form(i))
        if cut is None:
            if not view.is_word(i) or i in view.cue_at:
                return None
            continue
        if view.form(i).endswith(_TO) and not view.form(i + 1).startswith(_LEAKED):
            return None  # "yabancı medyaya verdiği demeçte"
        known = view.mention_to(i)
        if known is not None and known.first < i:
            return replace(known, case="nominative")
        owner = view.mention_at[i - 1]
        sort = view.form(i - 1) in _SORTS or (owner is not None and owner.kind == "state")
        return _named(view, i - 1, i, cut) if sort else None
    return None


def _named(view: View, first: int, last: int, cut: int) -> Mention | None:
    press = unlinked_mention(view, first, last)
    if press is None:
        return None
    return replace(press, name=press.name[:-cut], kind="media", unnamed=True)


def stood_in(view: View, outlet: Mention, news: int) -> bool:
    """True for the outlet of "Andina'da yer alan habere", "Andina gazetesinde çıkan haberde"."""
    if outlet.kind != "media" or outlet.case not in ("locative", "attributive"):
        return False
    between = range(outlet.last + 1, news)
    return any(view.form(i) in _STOOD for i in between) and not any(
        view.is_comma(i) for i in between
    )
