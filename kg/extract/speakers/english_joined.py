"""Read English speakers that stand joined: "A, B and C said", "A, B and their allies said".

In:  the last or the first of them. Out: the first one; those beside it.
A verb's subject begins at the first of a list; nobody is added of one office that is shared.
"""

from dataclasses import replace

from kg.extract.attribution import can_act
from kg.extract.speakers.english_words import EnglishWords
from kg.model.mention import Mention
from kg.model.span import Span

MAX_JOINT = 4
_OWN = frozenset({"his", "her", "its", "their"})
_THEIRS = 3  # tokens of "their regional allies"
_OWN_WITHIN = 6  # tokens of "his long-time running mate"


class EnglishJoined(EnglishWords):
    """Reads lists of speakers."""

    def _first_of_pair(self, mention: Mention) -> Mention:
        """In "A, B and C said" the subject begins at A."""
        return self._of_two_states(mention) or self._first_of(mention, mention)

    def _of_two_states(self, people: Mention) -> Mention | None:
        """Return all of "US and British officials", people of two states."""
        view, joint = self.view, people.first - 1
        state = view.mention_to(joint - 1) if view.form(joint) == "and" else None
        plain = people.unnamed and people.number == "plural" and bool(people.side)
        if state is None or not plain or state.role or state.person or not state.gazetteer_id:
            return None
        letters = state.text.replace(".", "").isupper()  # "US", "U.K.", "EU": adjectives too
        if not letters or view.form(people.first) in self.determiners:
            return None
        span = Span(view.tokens[state.first].start, people.span.end)
        text = view.text(span)
        return replace(people, first=state.first, span=span, text=text, name=text, side=None)

    def _first_of(self, mention: Mention, last: Mention | None) -> Mention:
        """Return the first of a list up to `mention`, which `last` ends if it is the same."""
        first = mention
        for _ in range(MAX_JOINT):
            earlier = self._joined_before(first, last=first is last)
            if earlier is None:
                break
            first = earlier
        return first

    def _with_theirs(self, own: int, k: int) -> Mention | None:
        """Return A of "A, B and their allies (said)": whose they are, says it too."""
        view = self.view
        if view.form(own) not in _OWN or view.form(own - 1) != "and" or k - own > _THEIRS:
            return None
        if not view.form(k).endswith("s") or any(view.mention_at[own + 1 : k + 1]):
            return None
        named = view.mention_to(own - 2 - view.is_comma(own - 2))
        if named is None or not can_act(named) or self._is_inside(named, own - MAX_JOINT):
            return None
        return self._first_of(named, None)

    def _joined_before(self, mention: Mention, *, last: bool) -> Mention | None:
        """Return who stands before "and" in front of the last one, before a comma of the others."""
        view = self.view
        before = mention.first - 1
        if view.form(before) in ("the", "a", "an"):
            before -= 1
        owner = view.mention_to(before)
        if owner is not None and mention.person and view.form(before).endswith("'s"):
            before = owner.first - 1  # "A, Latvia's B and C"
        if last:
            before = self._before_counterpart(before)
        joint = view.form(before) == "and" if last else view.is_comma(before)
        if last and joint and view.is_comma(before - 1):
            before -= 1
        if last and joint and before - 1 in view.aside_to:
            before = view.aside_to[before - 1] + (not view.is_comma(before - 1))
        earlier = view.mention_to(before - 1) if joint else None
        if earlier is None or not can_act(earlier) or self._is_one_holder(earlier, mention):
            return None
        return earlier

    def _is_one_holder(self, office: Mention, named: Mention) -> bool:
        """True for "Deputy Premier and Foreign Minister Ana Ruiz": two offices of one person."""
        bare = office.role and not (office.person or office.side or office.number == "plural")
        led = self.view.form(office.first - 1) in self.determiners
        led = led or self.view.form(office.first) in self.determiners
        titled = self.view.tokens[office.first].text[0].isupper()
        return bool(bare and titled and not led and named.person and named.role)

    def _before_counterpart(self, i: int) -> int:
        """Return where "and" stands in "A and his Omani counterpart, B": in front of "his"."""
        view = self.view
        k = i - view.is_comma(i)
        own = self._own_before(k)
        return own - 1 if own is not None else i

    def _own_before(self, k: int) -> int | None:
        """Return the "his" of "his Omani counterpart", "his running mate", which ends at `k`."""
        view = self.view
        for m in range(k - 1, max(0, k - _OWN_WITHIN), -1):
            if view.form(m) in _OWN:
                return m if view.form(m - 1) == "and" else None
            mention = view.mention_at[m]
            if not view.is_word(m) or (mention is not None and mention.category != "adjective"):
                return None
        return None

    def _counterpart_behind(self, i: int) -> Mention | None:
        """Return B of "his Omani counterpart, B", which begins at `i`."""
        view = self.view
        if view.form(i) not in _OWN:
            return None
        for k in range(i + 1, min(view.size, i + _OWN_WITHIN)):
            named = view.mention_from(k + view.is_comma(k))
            if named is not None and named.category != "adjective":
                return named if named.person else None
            if not view.is_word(k):
                return None
        return None

    def joint_behind(self, mention: Mention) -> tuple[Mention, ...]:
        """Return those beside the first of "A, B and C"; none of one office that is shared."""
        view = self.view
        found: list[Mention] = []
        after, ended = mention.last + 1, False
        while not ended and len(found) < MAX_JOINT:
            closing = view.aside_from.get(after) if view.is_comma(after) else None
            if closing is not None and view.form(closing + 1) == "and":
                after = closing + 1  # "A, the envoy, and B"
            ended = view.form(after) == "and"
            if not ended and not view.is_comma(after):
                return ()
            following = after + 1
            if not ended and view.form(following) == "and":
                ended, following = True, following + 1
            following += view.form(following) in ("the", "a", "an")
            owner = view.mention_from(following)
            held = view.mention_from(owner.last + 1) if owner is not None else None
            owns = owner is not None and view.form(owner.last).endswith("'s")
            if owns and held is not None and held.person:
                following = held.first  # "A, Latvia's B and C"
            paired = self._counterpart_behind(following)
            other = paired or view.mention_from(following) or view.mention_from(following - 1)
            if paired is not None:
                return (*found, paired)
            if ended and found and view.form(following) in _OWN and not other:
                return tuple(found)  # "A, B and their allies"
            if other is None or not can_act(other) or None in (other.kind, mention.kind):
                return ()
            alone = other.role is not None and other.role == mention.role and not other.person
            if alone and not (other.side and mention.side and other.side != mention.side):
                return ()
            if other.kind == "state" and mention.kind in ("ministry", "official"):
                return ()  # "the foreign ministries of A and B"
            found.append(other)
            after = other.last + 1
        return tuple(found) if ended else ()

    def _is_inside(self, mention: Mention, first: int) -> bool:
        """True when a preposition in front makes the mention a part of a longer noun phrase."""
        before = mention.first - 1
        if self.view.form(before) in self.determiners:
            before -= 1
        return before > first and self.view.form(before) in self.prepositions
