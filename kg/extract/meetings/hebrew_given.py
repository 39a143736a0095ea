"""Give each name behind a Hebrew noun or verb of meeting its role.

In:  a mention and the role that the words in front of it opened. Out: the parts, filled further.
A letter written onto the name (ב, ל, מ) leads elsewhere; "and" goes on with the role before.
"""

from dataclasses import replace
from typing import Literal

from kg.extract.attribution import can_act
from kg.extract.hebrew_places import is_site, stands_in_hebrew, town_around
from kg.extract.meetings.parts import Parts
from kg.extract.meetings.words import MeetingWords
from kg.extract.view import View
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention

Role = Literal["bare", "between", "with", "object", "mediator", "attended", "other", "after"]
JOINED = ("between", "with", "bare", "attended", "mediator", "object")


class HebrewGiven:
    """What has been read so far."""

    view: View
    words: MeetingWords
    parts: Parts
    role: Role
    verbal: bool
    seeks: bool
    idle: int
    to_object: list[Mention]
    counterparts: list[Party]

    def _at(self, name: str, j: int) -> int:
        return self.words.lists[name].length_at(self.view.tokens, j)

    def _take_mention(self, mention: Mention) -> int | None:
        if (named := self._posted_holder(mention)) is not None:
            mention = replace(named, proclitics=mention.proclitics)
        letters = [p for p in mention.proclitics if p not in ("ו", "ש")]
        if not letters and mention.category == "either" and stands_in_hebrew(self.view, mention):
            self.role = "after"
            return mention.last + 1
        joined = "ו" in mention.proclitics or self._after_comma(mention)
        if self.verbal and "ש" in mention.proclitics:
            return None
        if letters:
            self._give_lettered(mention, letters[-1])
        elif mention.category == "place" and is_site(self.view, mention.first - 1):
            self._give_lettered(mention, "ב")  # "in the city of X"
        elif self.role == "after" and not joined:
            if not self.seeks or mention.category != "actor" or self.parts.bare:
                self.idle += 1
                return mention.last + 1
            self.parts.bare.append(mention)
        elif self.role == "after" and self.seeks and self._follows_bare(mention):
            self.parts.bare.append(mention)
        else:
            self._give(mention, self.role)
        self.idle = 0
        if self.role != "other":
            self.parts.last = mention.last
        return mention.last + 1

    def _posted_holder(self, office: Mention) -> Mention | None:
        """Return the holder of "שגריר הודו בקולומבו, ראג'ש ניאר": behind the place, a comma."""
        view = self.view
        seat = view.mention_from(office.last + 1) if office.role else None
        if seat is None or seat.proclitics != ("ב",) or not view.is_comma(seat.last + 1):
            return None
        named = view.mention_from(seat.last + 2)
        held = named is not None and named.person and named.role == office.role
        return named if held and named is not None and not named.proclitics else None

    def _follows_bare(self, mention: Mention) -> bool:
        """True for "and B" of "נועדו ברומא א וב"."""
        before = mention.first - 1
        ahead = self.view.mention_to(before - self.view.is_comma(before))
        joins = "ו" in mention.proclitics and can_act(mention)
        return joins and ahead is not None and ahead in self.parts.bare

    def _after_comma(self, mention: Mention) -> bool:
        return self.view.is_comma(mention.first - 1) and self.role in JOINED

    def _give_lettered(self, mention: Mention, letter: str) -> None:
        if letter == "ב" and mention.category in ("place", "either"):
            if self.parts.place is None:
                self.parts.place = town_around(self.view, mention)
            self.role = "after"
        elif letter == "ל" and self.role == "between":
            self.parts.between.append(mention)
        elif letter == "ל":
            self.parts.to.append(mention)
            self.role = "after"
        else:
            self.role = "after"

    def _give(self, mention: Mention, role: Role) -> None:
        parts = self.parts
        if not (can_act(mention) or mention.category == "adjective"):
            return
        if role == "between":
            parts.between.append(mention)
        elif role == "with":
            parts.with_.append(mention)
        elif role == "object":
            self._give_object(mention)
        elif role == "attended":
            parts.attended.append(mention)
        elif role == "mediator":
            parts.mediators.append(mention)
        elif role == "bare":
            parts.bare.append(mention)

    def _give_object(self, mention: Mention) -> None:
        """Note whom the verb is about; "the ministers of both countries" are two."""
        both = self._at("pair", mention.last - 1) or self._at("pair", mention.last)
        if not (both and mention.role and mention.number == "plural" and not mention.side):
            self.to_object.append(mention)
            return
        place = mention.span.start
        self.counterparts.append(
            Pointer(kind="pair", place=place, number="dual", human=True, role=mention.role)
        )
