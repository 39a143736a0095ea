"""Read listeners that a Hebrew sentence describes and names no list of: by office, people, place.

In:  a verb's cue and the token where one may stand. Out: the mention, and its last token.
    קרא למתמודד המובס דני לוי להודות        a description, then the name
    ביקשה מהמולדובים לרופף                  a people stands for its state
    קרא לגנרלים בקונאקרי לקצר               a group, and where or of what it is
    האשים את סגנו לשעבר, דני לוי, ב         an office, the name set off behind it
"""

from dataclasses import replace

from kg.extract.cues import Cue
from kg.extract.speakers.hebrew_listeners import HebrewListeners
from kg.lexicon.grammar import words_of
from kg.model.mention import Mention

_FEW, _SHORTEST = 4, 4
_ASKING = frozenset("למ")
_OWN = ("ו", "ה", "ם")
_FORMER = words_of("he", "no_longer")


class HebrewDescribed(HebrewListeners):
    """Reads whom a description in front of a name, or a people, tells of."""

    def _told_described(self, cue: Cue, j: int) -> tuple[Mention, int] | None:
        """Return whom "למתמודד המובס דני לוי" names, where what is said follows."""
        view, form = self.view, self.view.form(j)
        letter = form[:1]
        if letter not in _ASKING or len(form) < _SHORTEST or view.mention_at[j] is not None:
            return None
        if letter == "מ" and cue.row.act != "demands":
            return None
        for k in range(j + 1, min(view.size, j + _FEW)):
            named = view.mention_from(k)
            if named is not None:
                body = any(r.stem in self.body_heads for r in view.readings(j))
                whole = bool(named.person) and not named.proclitics and not named.role
                whole = whole and (k > j + 1 or body)  # no "at a ceremony in memory of X"
                said = self._is_asked_to(named.last + 1) or view.form(named.last + 1) == ":"
                return (named, named.last) if whole and said else None
            plain = view.is_word(k) and not view.mention_at[k] and k not in view.cue_at
            if not plain or self.is_that(k) or not view.form(k).startswith("ה"):
                return None
        return None

    def _told_people(self, cue: Cue, mention: Mention) -> Mention | None:
        """Return the state of "אמר לרוסים", "ביקשה מהמולדובים": its people stand for it."""
        letter = next((p for p in mention.proclitics if p not in ("ו", "ש")), "")
        asked = letter == "מ" and cue.row.act == "demands"
        if mention.category != "adjective" or mention.number != "plural":
            return None
        if not (letter == "ל" or asked) or mention.gender == "feminine":
            return None
        if not (self._is_asked_to(mention.last + 1) or self.view.form(mention.last + 1) == ":"):
            return None
        return replace(mention, category="actor", kind="state", human=True)

    def _set_off(self, office: Mention) -> Mention | None:
        """Return the person of "סגנו לשעבר, דני לוי,", whose office stands in front."""
        view, k = self.view, office.last + 1
        k += view.form(k) in _FORMER
        own = office.role or view.form(office.first).endswith(_OWN) or office.text.startswith("ה")
        if office.person or not own or not view.is_comma(k) or office.number == "plural":
            return None
        named = view.mention_from(k + 1)
        if named is not None and named.category == "adjective":
            named = view.mention_from(named.last + 1)  # ", הקולומביאני איוון ולסקז,"
        if named is None or not named.person or named.proclitics:
            return None
        return named if view.is_comma(named.last + 1) else None
