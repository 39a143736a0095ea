"""Read the subject in front of an English verb of meeting: "A, B and his counterpart".

In:  a view, its reader, the first token of the verb group. Out: the parties, in order; None where
the verb goes on with the subject of another one ("met X and held talks with Y", "flew in to meet").
Read from right to left: insertions, times and adverbs are stepped over, names set off behind an
office ("Guyana's president, Irfaan Ali,") stand for it, "and" and the commas before it go on.
"""

from kg.extract.attribution import can_act
from kg.extract.meetings.english_set_off import are_members, closes_list
from kg.extract.meetings.leads import (
    counterpart,
    counterpart_front,
    is_counterpart,
    one_of,
    sides_in_front,
)
from kg.extract.meetings.words import MeetingWords
from kg.extract.offices import holds_office
from kg.extract.parts_played import is_possessive
from kg.extract.speakers.english import EnglishSpeakers
from kg.extract.speakers.english_words import PRONOUNS
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention

_GOES_ON = words_of("en", "goes_on_to_meet")
_ARTICLES = ("the", "a", "an", "its", "his", "her", "their", "both")
_OWN = frozenset({"its", "their"})
_OF = words_of("en", "people_of")
_POSTED = words_of("en", "posted_at")
_CALLERS = words_of("en", "callers")
_TOGETHER = words_of("en", "together_with")
_LONGEST_LIST = 9
_PAIR = 2
_BARE_PAIR = words_of("en", "bare_pair")

Item = tuple[list[Party], int]


class SubjectReader:
    """One sentence. `parties_before` reads one verb's subject."""

    def __init__(self, view: View, reader: EnglishSpeakers, words: MeetingWords) -> None:
        self.view = view
        self.reader = reader
        self.words = words

    def parties_before(self, first: int) -> list[Party] | None:
        """Return the subject of a verb group that begins at token `first`."""
        view, k = self.view, first - 1
        if k < 0 or view.form(k) in _GOES_ON:
            return None if k >= 0 else []
        if view.form(k) in ("who", "which", "that"):
            return self._antecedent(k)
        if closes_list(view, k):
            members = self._list_to(k - 1)
            if are_members(view, members, k):
                return members
        k = self.reader.step_left(k)
        k -= view.is_comma(k) and view.mention_to(k - 1) is not None
        if k < 0 or view.form(k) in _GOES_ON:
            return None if k >= 0 else []
        return self._list_to(k)

    def parties_between(self, first: int, end: int) -> list[Party]:
        """Return those named from token `first` up to `end`, if they are all that stands there."""
        view = self.view
        parties = self._list_to(end - 1)
        named = [p for p in parties if isinstance(p, Mention)]
        front = min((p.first for p in named), default=end)
        inside = all(first <= p.first for p in named) and front - first <= 2
        ahead = [p for p in parties if isinstance(p, Pointer)]
        held = inside or all(p.place >= view.tokens[first].start for p in ahead)
        return parties if parties and held and not (named and not inside) else []

    def _antecedent(self, k: int) -> list[Party]:
        """Return X of "X, which met", both of "X and Y, who met"; a body meets by itself."""
        k -= 1 + self.view.is_comma(k - 1)
        mention = self.view.mention_to(k)
        if mention is None or not can_act(mention):
            return []
        joint = self.view.form(mention.first - 1) == "and" and mention.kind != "organization"
        pair = self._list_to(k) if joint else []
        return pair if len(pair) == _PAIR else [mention]

    def _list_to(self, k: int) -> list[Party]:
        """Read "A, B and C" that ends at `k`."""
        view = self.view
        parties: list[Party] = []
        ended = view.heading  # in headings commas alone make a list
        for _ in range(_LONGEST_LIST):
            item = self._item_to(k)
            if item is None:
                break
            parties[:0] = item[0]
            before = item[1] - 1
            while view.form(before) in _ARTICLES or view.form(before) == "with":
                before -= 1
            together = view.form(before + 1) == "with" and view.form(before) in _TOGETHER
            if view.form(before) in ("and", "&") or together:
                ended = True
                k = before - 1
                k -= view.is_comma(k)
            elif view.is_comma(before) and ended and self._lists(before - 1):
                k = before - 1
            else:
                break
        return parties

    def _lists(self, k: int) -> bool:
        """True where a member of a list ends: a name, or a counterpart."""
        mention = self.view.mention_to(k)
        return mention is not None or is_counterpart(self.view, k)

    def _item_to(self, k: int) -> Item | None:
        """Return one member of the list and where its words begin."""
        view = self.view
        if k < 0 or not view.is_word(k):
            return None
        if view.form(k) in PRONOUNS:
            return self._pronoun(k)
        group = self._group_to(k)
        if group is not None:
            return group
        pair = self._pair_to(k)
        if pair is not None:
            return pair
        if is_counterpart(view, k):
            return self._counterpart_to(k)
        mention = self._posted(view.mention_to(k))
        if mention is not None and can_act(mention):
            of = mention.first - 1 - (view.form(mention.first - 1) == "the")
            holder = view.mention_to(of - 1)
            named = holder is not None and (holder.role or holder.person)
            if view.form(of) == "of" and holder is not None and named:
                return self._named(holder)  # "King Abdullah of Jordan"
            return self._named(mention)
        return self._unknown(k)

    def _posted(self, mention: Mention | None) -> Mention | None:
        """Return the one of "the head of its mission in Rome, Jane Roe," for the town he is in."""
        if mention is None or mention.category == "actor":
            return mention
        before = mention.first - 1 - (self.view.form(mention.first - 1) == "the")
        holder = self.view.mention_to(before - 1) if self.view.form(before) in _POSTED else None
        held = holder is not None and holder.role is not None and holder.number == "singular"
        return holder if held else mention

    def _pronoun(self, k: int) -> Item:
        gender, number, human = PRONOUNS[self.view.form(k)]
        place = self.view.tokens[k].start
        if number == "plural":
            form = self.view.form(k)  # "they"
            return [Pointer(kind="pair", place=place, number="dual", words=form)], k
        return [Pointer(kind="pronoun", place=place, gender=gender, number=number, human=human)], k

    def _pair_to(self, k: int) -> Item | None:
        """Read "both countries", "the two", "officers from both countries"."""
        for start in range(max(0, k - 4), k + 1):
            length = self.words.lists["pair"].length_at(self.view.tokens, start)
            if length and start + length == k + 1 and (length > 1 or start == k):
                place = self.view.tokens[start].start
                persons = self.words.lists["pair_persons"]
                named = range(start, k + 1)
                human = any(persons.has_stem(self.view.tokens, i) for i in named)
                bare = self.view.form(k) if self.view.form(k) in _BARE_PAIR else None
                pair = Pointer(kind="pair", place=place, number="dual", human=human, words=bare)
                return [pair], self._past_people(start)
        return None

    def _group_to(self, k: int) -> Item | None:
        """Read "the four ministers": those who met before."""
        for start in range(max(0, k - 4), k):
            length = self.words.lists["group"].length_at(self.view.tokens, start)
            if length and start + length == k + 1:
                place = self.view.tokens[start].start
                return [Pointer(kind="met", place=place, number="plural")], start
        return None

    def _counterpart_to(self, k: int) -> Item | None:
        k -= self.view.form(k) == "number"
        adjective = self.view.mention_to(k - 1)
        pointer = counterpart(self.view, adjective) if adjective is not None else None
        if adjective is None or pointer is None:
            return None
        sides = [adjective, *sides_in_front(self.view, adjective)]
        parties: list[Party] = [one_of(pointer, side) for side in reversed(sides)]
        return parties, counterpart_front(self.view, sides[-1].first)

    def _named(self, mention: Mention) -> Item:
        """A name, with the office or the "counterpart" that stands in front of it."""
        view = self.view
        first = counterpart_front(view, mention.first)
        owner = view.mention_to(first - 1)
        if owner is not None and is_possessive(view, first - 1) and mention.person:
            first = owner.first  # "Canada's Melanie Joly"
        office = first - 2 if view.is_comma(first - 1) else -1
        if mention.person and not holds_office(mention) and view.is_comma(mention.last + 1):
            start = self._office_to(office)
            if start is not None:
                return [mention], start
        return [mention], self._past_people(first)

    def _office_to(self, k: int) -> int | None:
        """Return where an office begins that ends at `k`: "Guyana's president"."""
        view = self.view
        if k < 0:
            return None
        if is_counterpart(view, k):
            item = self._counterpart_to(k)
            return item[1] if item is not None else None
        mention = view.mention_to(k)
        if mention is not None:
            return mention.first if mention.role and not mention.person else None
        for i in range(k, max(-1, k - 6), -1):
            if not view.is_word(i) or view.form(i) in self.reader.prepositions:
                return None
            if view.tokens[i].text.endswith(("'s", "’s")):
                owner = view.mention_to(i)
                return owner.first if owner is not None else i
        return None

    def _past_people(self, first: int) -> int:
        """Step left over "officials of", "delegations from the", "officers from"."""
        view = self.view
        i = first - 1
        while view.form(i) in _ARTICLES:
            i -= 1
        if view.form(i) not in _OF or not self.words.lists["people"].has_stem(view.tokens, i - 1):
            return first
        i -= 1
        people = self.words.lists["people"]
        while i > 0 and view.is_word(i - 1) and people.has_stem(view.tokens, i - 1):
            if view.form(i - 1) == "and":
                break
            i -= 1
        return i

    def _unknown(self, k: int) -> Item | None:
        """An unknown noun phrase; what it says of states or of the pair counts more."""
        if self.view.form(k) in _CALLERS and self.view.form(k - 1) in _ARTICLES:
            place = self.view.tokens[k].start  # "the visitor": who was named before
            return [Pointer(kind="pronoun", place=place, number="singular", human=True)], k - 1
        found = self.reader.noun_phrase_to(k)
        if found is None:
            return None
        view = self.view
        people = self.words.lists["people"]
        if self._are_theirs(found):
            place = view.tokens[found.first].start
            return [Pointer(kind="pair", place=place, number="dual")], found.first
        if view.form(found.first) in _OWN and found.last > found.first:
            return [Pointer(kind="own-side", place=found.span.start)], found.first
        for i in range(found.first, found.last + 1):
            if length := self.words.lists["pair"].length_at(view.tokens, i):
                place = view.tokens[i].start
                if length > 1:
                    return [Pointer(kind="pair", place=place, number="dual")], found.first
        inside = [m for m in view.mentions if found.first <= m.first and m.last <= found.last]
        if found not in inside and len(inside) > 1:
            return [*inside], found.first
        crowd = people.has_stem(view.tokens, found.last)
        if found not in inside and inside and inside[0].category == "adjective" and crowd:
            return [inside[0]], found.first  # "a Turkish team"
        return [found], found.first

    def _are_theirs(self, found: Mention) -> bool:
        """True for "their delegations (met)": of the two named before."""
        view = self.view
        if view.form(found.first) != "their" or not view.form(found.last).endswith("s"):
            return False
        return self.words.lists["people"].has_stem(view.tokens, found.last)
