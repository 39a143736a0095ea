"""Read the two sides, counterparts and pronouns behind a Hebrew noun or verb of meeting.

In:  the token where one begins, the role that the words in front of it opened. Out: where to go on.
    בין שני הצדדים, עמיתו הטורקי, עמיתיו הצרפתי והבריטי, איתו
"""

from dataclasses import replace

from kg.extract.meetings.hebrew_counterparts import HIM, counterparts_at, pronoun_at
from kg.extract.meetings.hebrew_given import JOINED, HebrewGiven
from kg.lexicon.grammar import endings_of, words_of
from kg.model.draft import Pointer

_STATES = words_of("he", "pair_of_states")
_BETWEEN_THEM = endings_of("he", "between_them")
_HOST = endings_of("he", "host_or_guest")


class HebrewPaired(HebrewGiven):
    """Reads those who are told of by the other side."""

    def _take_pair(self, j: int, length: int) -> int:
        persons = any(
            self.words.lists["pair_persons"].has_stem(self.view.tokens, i)
            for i in range(j, j + length)
        )
        place = self.view.tokens[j].start
        states = any(self.view.form(i) in _STATES for i in range(j, j + length))
        human = True if persons else False if states else None
        them = self.view.form(j).startswith(_BETWEEN_THEM)  # those who met last
        words = self.view.form(j) if them else None
        pointer = Pointer(kind="pair", place=place, number="dual", human=human, words=words)
        if self.role in JOINED or them:
            self.parts.between.append(pointer)
        if self.view.form(j).startswith("מ") and self.parts.bare and not self.verbal:
            self.parts.bare.pop()  # "a round of experts from both states"
        self.role, self.parts.last = "after", j + length - 1
        return j + length

    def _is_counterpart(self, j: int) -> bool:
        words = self.view.lexicon.word_set("counterpart")
        return any(r.stem in words for r in self.view.readings(j))

    def _take_counterpart(self, j: int) -> int:
        """Read "עמיתו הטורקי", with or without the name."""
        view = self.view
        adjective = view.mention_from(j + 1)
        if adjective is not None and adjective.category != "adjective":
            adjective = None
        last = adjective.last if adjective is not None else j
        again = view.mention_from(last + 1)
        if again is not None and again.category == "adjective" and again.proclitics == ("ו",):
            last = again.last  # "עמיתיו הצרפתי והבריטי, A ו-B"
        target = self.parts.between if self.role == "between" else self.parts.with_
        if self.role in ("object", "mediator"):
            target = self.counterparts if self.role == "object" else self.parts.mediators
        if (several := counterparts_at(view, j)) is not None:
            target.extend(several[0])
            self.parts.last, self.role = several[1], "after"
            return several[1] + 1
        if adjective is None and self._is_host(j) and not self._named_behind(last):
            return j + 1
        named = view.mention_from(last + 1) or view.mention_from(last + 1 + view.is_comma(last + 1))
        if named is not None and named.person and not named.proclitics:
            side = adjective.gazetteer_id if adjective is not None else None
            target.append(named if named.side or not side else replace(named, side=side))
            last = named.last
            other = view.mention_from(last + 1)
            if again is not None and other is not None and other.proclitics == ("ו",):
                target.append(other)
                last = other.last
        else:
            words = view.text(view.span(j, last))
            heads = view.lexicon.word_set("counterpart")
            fronts = (len("".join(r.proclitics)) for r in view.readings(j) if r.stem in heads)
            front = max(fronts, default=0)
            pointer = Pointer(
                kind="counterpart", place=view.tokens[j].start, hint=adjective, words=words[front:]
            )
            target.append(pointer)
        self.parts.last, self.role = last, "after"
        return last + 1

    def _take_pronoun(self, j: int) -> int:
        """Note "him" of "נפגש איתו", "אירח אותו": whoever was spoken of; "them": the two."""
        target = self.counterparts if self.view.form(j) in HIM else self.parts.with_
        target.append(pronoun_at(self.view, j))
        self.parts.last, self.role = j, "after"
        return j + 1

    def _is_host(self, j: int) -> bool:
        """True for "מארחו", "אורחו": of them nothing is known but that they met."""
        return self.view.form(j).rstrip("וה").endswith(_HOST)

    def _named_behind(self, last: int) -> bool:
        view = self.view
        named = view.mention_from(last + 1) or view.mention_from(last + 1 + view.is_comma(last + 1))
        return named is not None and named.person is not None and not named.proclitics
