"""What is read of a meeting from the words behind it, and what all readers of it share.

In:  a view, the language's meeting words. Out: `Parts`; `PartsBase` keeps the state of the walk.
"""

from dataclasses import dataclass, field
from typing import Literal

from kg.extract.meetings.words import MeetingWords, VerbHit
from kg.extract.view import View
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention
from kg.model.timespan import TimeWords

Role = Literal["bare", "between", "with", "place", "to", "mediator", "attended", "other", "after"]


_DESCRIBED = 4  # tokens


@dataclass(slots=True)
class Parts:
    """What was read. `last` is the last token that belongs to it.

    `beside` are the tokens of another event that the meeting stood beside: "on the sidelines of".
    """

    bare: list[Party] = field(default_factory=list)
    between: list[Party] = field(default_factory=list)
    with_: list[Party] = field(default_factory=list)
    attended: list[Party] = field(default_factory=list)
    to: list[Mention] = field(default_factory=list)
    mediators: list[Party] = field(default_factory=list)
    place: Mention | None = None
    venue: tuple[int, int] | None = None
    time: TimeWords | None = None
    topic: tuple[int, int] | None = None
    light: list[VerbHit] = field(default_factory=list)
    beside: list[int] = field(default_factory=list)
    fresh: bool = False
    separate: bool = False
    there: bool = False
    doubtful: bool = False  # the place stands behind what the meeting is about
    last: int = -1


class PartsBase:
    """The state of a walk to the right, and what is asked of it everywhere."""

    parts: Parts
    start: int
    role: Role
    last_role: Role
    verbal: bool
    agent: str
    matter: bool
    apposed: bool
    attached: bool
    idle: int
    with_from: int  # where those behind the last "with" begin

    def __init__(self, view: View, words: MeetingWords, *, limit: int) -> None:
        self.view = view
        self.words = words
        self.lists = words.lists
        self.prepositions = view.lexicon.word_set("prepositions")
        self.limit = min(limit, view.size - 1)

    def _give(self, mention: Mention, role: Role) -> None:
        raise NotImplementedError

    def _at(self, name: str, j: int) -> int:
        return self.lists[name].length_at(self.view.tokens, j)

    def _pronoun(self, j: int, enclitic: str) -> Pointer:
        return Pointer(
            kind="pronoun",
            place=self.view.tokens[j].start,
            gender="feminine" if enclitic == "ها" else "masculine" if enclitic == "ه" else None,
            number="singular" if enclitic in ("ها", "ه") else None,
        )

    def _between_them(self, j: int) -> Pointer | None:
        """Return whom "between him (and Y)" means, written as one word: بينه وبين, بينهما."""
        if self.words.language != "ar" or self.view.form(j)[:3] != "بين":
            return None
        enclitics = {r.enclitic for r in self.view.readings(j) if r.stem == "بين" and r.enclitic}
        if "هما" in enclitics:
            return Pointer(kind="pair", place=self.view.tokens[j].start, number="dual")
        pronouns = enclitics & {"ه", "ها"}
        return self._pronoun(j, pronouns.pop()) if pronouns else None

    def _last_given(self) -> Party | None:
        for given in (self.parts.bare, self.parts.with_, self.parts.between, self.parts.attended):
            if given and ends_at(given[-1]) == max(map(ends_at, self._all_given())):
                return given[-1]
        return None

    def _all_given(self) -> list[Party]:
        parts = self.parts
        return [*parts.bare, *parts.with_, *parts.between, *parts.attended]

    def _follows_people(self, j: int) -> bool:
        people, tokens = self.lists["people"], self.view.tokens
        if people.has_stem(tokens, j - 1):
            return True
        if self.words.language != "ar":
            return False
        for k in range(j - 1, j - _DESCRIBED, -1):  # "مسؤولون عسكريون وأمنيون من A وB"
            if people.has_stem(tokens, k):
                return True
            if not self.view.is_word(k) or self.view.form(k) in self.prepositions:
                return False
        return False


def ends_at(party: Party) -> int:
    """Return where a party's words end: code points."""
    return party.place if isinstance(party, Pointer) else party.span.end


def side_named(party: Party) -> str | None:
    mention = party.hint if isinstance(party, Pointer) else party
    return (mention.side or mention.gazetteer_id) if mention is not None else None
