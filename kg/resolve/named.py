"""What an article has named so far, found again without going through all of it.

In:  the actors of one sentence after the other, those of quotations left out. Out: the last ones
named, the last one of a sort, the bearer of an office or of a surname, how often states were named.
An article may name a hundred thousand actors, so that nothing here grows with their number.
"""

from collections.abc import Iterable, Iterator

from kg.model.mention import Mention
from kg.resolve.agreement import (
    head_word,
    identity,
    is_description,
    is_on_side,
    is_same_sort,
    may_be_official,
    surname_of,
)
from kg.resolve.counterparts import side_of

_Sort = tuple[object, ...]
_BOTH = 2
_LEADING = 3


class Named:
    """The actors named so far, in order."""

    def __init__(self) -> None:
        self._all: list[tuple[int, Mention]] = []
        self._by_sort: dict[_Sort, list[int]] = {}
        self._by_office: dict[tuple[str | None, str | None], Mention] = {}
        self._by_surname: dict[str, Mention] = {}
        self._states: dict[str, tuple[int, Mention]] = {}
        self._counted = 0  # so many are in `_states`
        self._opening: set[str] = set()  # states of the first sentence
        self._people: set[str] = set()  # whose states are counted

    def extend(self, sentence: int, mentions: Iterable[Mention]) -> None:
        """Add the actors of a sentence."""
        for mention in mentions:
            if not is_description(mention):
                self._by_sort.setdefault(_sort_of(mention), []).append(len(self._all))
            self._all.append((sentence, mention))
            self._by_office.setdefault((mention.role, mention.side), mention)
            if mention.side and mention.person:
                self._by_surname[surname_of(mention)] = mention

    def _count(self, mention: Mention, *, opening: bool) -> None:
        if mention.person and mention.side:  # a state's minister speaks of it once
            if surname_of(mention) in self._people:
                return
            self._people.add(surname_of(mention))
        state = side_of(mention) if mention.kind == "state" or mention.side else None
        if state is not None and state.kind == "state":
            key = state.side or identity(state)
            count, first = self._states.get(key, (0, state))
            self._states[key] = (count + 1, first)
            if opening:
                self._opening.add(key)

    def back(self, sentence: int, reach: int) -> Iterator[tuple[int, Mention]]:
        """Yield who was named in the last `reach` sentences and this one, the last first."""
        for index, mention in reversed(self._all):
            if sentence - index > reach:
                return
            yield index, mention

    def last_like(self, description: Mention) -> Mention | None:
        """Return the last one named before who is of the description's sort and says more."""
        best, called_so = -1, -1  # "the source" is one called a source, where there is one
        for sort, places in self._by_sort.items():
            if not is_same_sort(description, self._all[places[0]][1]):
                continue
            before = (
                i for i in reversed(places) if self._all[i][1].span.start < description.span.start
            )
            found = next(before, -1)
            best = max(best, found)
            noun = description.name.lower().rpartition(" ")[2]
            called = noun == head_word(self._all[places[0]][1])  # "the council": the UN's
            if called or (description.role is not None and sort[1] == description.role):
                called_so = max(called_so, found)
        best = called_so if called_so >= 0 else best
        return self._all[best][1] if best >= 0 else None

    def official_before(self, description: Mention, sentence: int) -> Mention | None:
        """Return who "the Omani official" is: the only Omani of the sentence before, no minister.

        Without one it is somebody unnamed.
        """
        if description.side is None:
            return None
        own = {
            identity(mention): mention
            for index, mention in self.back(sentence, 1)
            if index < sentence and is_on_side(mention, description.side)
            if mention.kind != "state"
        }
        alone = next(iter(own.values())) if len(own) == 1 else None
        return alone if alone is not None and may_be_official(description, alone) else None

    def in_office(self, role: str | None, side: str | None) -> Mention | None:
        """Return who was first named with this role on this side."""
        return self._by_office.get((role, side))

    def bearer(self, surname: str) -> Mention | None:
        """Return the last person of that surname whose side was told."""
        return self._by_surname.get(surname)

    def states(self) -> list[tuple[int, Mention]]:
        """Return the states spoken of, by themselves or their people, each with how often.

        Two that the first sentence names count for more: the article is about them.
        """
        for index, mention in self._all[self._counted :]:
            self._count(mention, opening=index == self._all[0][0])
        self._counted = len(self._all)
        two = self._opening if len(self._opening) == _BOTH else ()
        return [
            (count + _LEADING * (key in two), state) for key, (count, state) in self._states.items()
        ]


def _sort_of(mention: Mention) -> _Sort:
    """Return all that `is_same_sort` looks at."""
    named = mention.gazetteer_id is not None or mention.kind == "media"
    told = (mention.kind, mention.role, mention.side, mention.number, mention.unnamed, named)
    return (*told, head_word(mention))
