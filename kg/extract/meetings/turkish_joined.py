"""Tell which names of a Turkish clause are joined: "A, B ve C", "A ile B".

In:  a name, the token behind the clause. Out: the name joined to it, None for none.
"""

from kg.extract.attribution import can_act
from kg.extract.meetings.turkish_cases import CaseParts
from kg.extract.meetings.turkish_places import owns_place
from kg.lexicon.grammar import endings_of
from kg.model.mention import Mention

_JOINS = frozenset({"ve", ",", "veya", "ile", "-", "–"})
_ASKING = endings_of("tr", "asking")
_AGENDA = endings_of("tr", "agenda_of_a_meeting")


class JoinedNames(CaseParts):
    """Reads lists of names."""

    start = 0  # of the clause

    def joined(self, mention: Mention, end: int) -> Mention | None:
        """Return B of "A, B ve C", "A ile B"; None where nobody is joined to A."""
        view, after = self.view, mention.last + 1
        if view.form(after) not in _JOINS or after + 1 >= end:
            return None
        if mention.case not in ("nominative", "adjective", None):
            return None
        following = view.mention_from(after + 1)
        if following is None or following.category == "place" or owns_place(view, following):
            return None
        if view.form(after) == "," and not self._lists(following, end):
            return None
        if view.form(after) == "," and (
            self._is_topic(mention, following, end) or self._is_doer(mention, following, end)
        ):
            return None
        placed = following.case in ("locative", "ablative", "attributive")
        if placed and (view.form(after) == "ile" or mention.category != "either"):
            return None
        if view.form(after) == "," and mention.role and following.category == "either":
            return None
        if view.form(after) == "," and mention.first <= self.start and self._pairs(following):
            return None
        return following if can_act(following) or following.category == "adjective" else None

    def _is_topic(self, mention: Mention, following: Mention, end: int) -> bool:
        """True for the body in "Konsey, A ve B'nin talebi üzerine": a topic, not of the list."""
        if mention.kind != "organization":
            return False
        last = following
        while self.view.form(last.last + 1) in ("ve", ","):
            other = self.view.mention_from(last.last + 2)
            if other is None or last.last + 2 >= end:
                return False
            last = other
        asked = self.view.form(last.last + 1).startswith(_ASKING)
        return last.case == "genitive" and asked

    def _pairs(self, second: Mention) -> bool:
        """True for "B ile C'nin" behind "A,": what A tells of is the two's own."""
        third = self.view.mention_from(second.last + 2)
        joined = self.view.form(second.last + 1) == "ile" and third is not None
        return joined and third is not None and third.case == "genitive"

    def _is_doer(self, mention: Mention, following: Mention, end: int) -> bool:
        """True for A of "A, B ve C'yi kabul etti", "A, B ile C'yi buluşturdu": of another case."""
        if not self.receives or mention.first > self.start + 1 or mention.case != "nominative":
            return False
        last = following
        while self.view.form(last.last + 1) in ("ve", "ile", ","):
            other = self.view.mention_from(last.last + 2)
            if other is None or last.last + 2 >= end:
                break
            last = other
        return last is not following and last.case == "accusative"

    def _lists(self, mention: Mention, end: int) -> bool:
        """True when a list goes on to its "ve"."""
        for _ in range(8):
            after = mention.last + 1
            following = self.view.mention_from(after + 1)
            if self.view.form(after) == "ve":
                return True
            if self.view.form(after) == "ile":  # "A, B ile C"; not "A, B ile görüştü"
                return following is not None and can_act(following) and after + 1 < end
            if self.view.form(after) != "," or following is None or after >= end:
                return False
            mention = following
        return False

    def _in_parentheses(self, i: int) -> bool:
        return any(b.first <= i <= b.last for b in self.view.brackets if b.kind == "parenthesis")

    def _is_agenda(self, mention: Mention) -> bool:
        """True for "Haiti gündemiyle (toplandı)": what they meet about."""
        state = mention.kind == "state" and mention.case in ("nominative", "adjective", None)
        return state and self.view.form(mention.last + 1).startswith(_AGENDA)
