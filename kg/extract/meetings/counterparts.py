"""Read the parties of a meeting that other words stand for: counterparts, pairs, names set off.

In:  the state of the walk, the token of such words. Out: where to go on; the parties in the parts.
    his Omani counterpart; the two sides; the four ministers; the junta leader, Assimi Goita,
"""

from dataclasses import replace

from kg.extract.arabic_two_named import behind_adjective, two_named
from kg.extract.meetings.leads import one_of, sides_in_front
from kg.extract.meetings.told import PartsBase, Role, side_named
from kg.extract.offices import holds_office
from kg.extract.parts_played import is_possessive
from kg.lexicon.grammar import words_of
from kg.model.draft import Pointer
from kg.model.mention import Mention

_APPOSED_WITHIN = 5
_CALLED_WITHIN = 6  # tokens of "spoke by phone to his"
_POSTED = 3  # tokens of "in Rome" behind an ambassador


_THE_TWO = ("the", "two")
_WHO_IS = words_of("ar", "who_is")
_LONGEST_OFFICE = 14
_FINITE = frozenset({"is", "was", "are", "were", "has", "have", "had", "will", "would"})


class Counterparts(PartsBase):
    """Whoever is not named where the role of a party is read."""

    def _two_of_a_sort(self, j: int) -> int:
        """Return the length of "the two coastguards", "both unions", 0 for none."""
        view = self.view
        first = j + 2 if view.form(j) == "the" and view.form(j + 1) == "two" else j + 1
        if view.form(j) not in ("the", "both") or (first == j + 1 and view.form(j) != "both"):
            return 0
        plural = view.is_word(first) and view.form(first).endswith("s")
        return first - j + 1 if plural and view.mention_at[first] is None else 0

    def _take_pair(self, j: int, length: int) -> int:
        if (after := self._take_two_named(j)) is not None:
            return after
        end = j + length
        if self.words.language == "en" and length <= len(_THE_TWO):
            end = min(end + 1, self.view.size)  # "the two facilitators"
        persons = any(
            self.lists["pair_persons"].has_stem(self.view.tokens, i) for i in range(j, end)
        )
        place = self.view.tokens[j].start
        pointer = Pointer(kind="pair", place=place, number="dual", human=persons)
        self._drop_holders(j)
        if self.role == "with" and not (self.parts.bare or self.parts.between):
            self.parts.with_.append(pointer)
        elif self.role in ("between", "with", "bare", "attended"):
            self.parts.between.append(pointer)
        self.role = "after"
        self.parts.last = j + length - 1
        return j + length

    def _take_manner(self, j: int, length: int) -> int:
        """Step over "by telephone", "each apart": the latter makes several meetings."""
        self.parts.beside.extend(range(j, j + length))
        self.parts.separate = self.parts.separate or self._tells_apart(j)
        return j + length

    def _tells_apart(self, j: int) -> bool:
        """True for "each apart" at token `j`: كلا على حدة, بشكل منفصل."""
        apart, tokens = self.lists["separate"], self.view.tokens
        near = range(j, j + self._at("manner", j))
        return any(apart.has_stem(tokens, i) or apart.length_at(tokens, i) for i in near)

    def _take_two_named(self, j: int) -> int | None:
        """ "الرئيسان الفرنسي فلان والإيراني فلان": the two names stand for the office."""
        late = self.role == "place" and self.verbal  # "جمع لقاء في جنيف الرئيسين"
        if self.role not in ("between", "with", "bare") and not late:
            return None
        if (named := two_named(self.view, j)) is None:
            return None
        listed = {"between": self.parts.between, "with": self.parts.with_}
        listed.get(self.role, self.parts.bare).extend(named)
        self.parts.last, self.role, self.attached = named[1].last, "after", True
        return named[1].last + 1

    def _drop_holders(self, j: int) -> None:
        """ "the foreign ministers of the two countries": only the sides are known."""
        given = self._last_given()
        end = j - 2 if self._at("of", j - 1) else j - 1
        if isinstance(given, Mention) and given.last == end and given.role and not given.side:
            for parties in (self.parts.bare, self.parts.with_, self.parts.between):
                if given in parties:
                    parties.remove(given)

    def _take_between(self, j: int, them: Pointer) -> int:
        self.parts.between.append(them)
        self.role = "after" if them.kind == "pair" else "between"
        self.attached, self.parts.last = True, j
        return j + 1

    def _drop_people(self, j: int) -> None:
        """ "ضباط من A وB": unnamed people "of" at token `j` stand for whom is named behind."""
        given, named = self._last_given(), self.view.mention_from(j + 1)
        crowd = isinstance(given, Mention) and given.number == "plural" and not given.person
        reach = 1 if self.words.language != "ar" else 2  # "عسكريون وأمنيون"
        if not isinstance(given, Mention) or not crowd or given.side:
            return
        if not j - reach <= given.last < j:
            return
        if named is None or named.kind not in ("state", "armed-group", "organization"):
            return
        for parties in (self.parts.bare, self.parts.with_, self.parts.between):
            if given in parties:
                parties.remove(given)

    def _take_group(self, j: int, length: int) -> int:
        """Read "the four ministers": those who met before, or who are named right behind."""
        named = self.view.mention_from(j + length)
        if named is not None and named.person and not named.proclitics:
            return j + length
        pointer = Pointer(kind="met", place=self.view.tokens[j].start, number="plural")
        if self.role in ("between", "with", "bare", "attended"):
            self.parts.between.append(pointer)
        self.role, self.parts.last = "after", j + length - 1
        return j + length

    def _both(self, j: int) -> Pointer:
        return Pointer(kind="pair", place=self.view.tokens[j].start, number="dual")

    def _own_people(self, j: int) -> bool:
        """True for "its envoy" between two: مبعوثها."""
        if not self.lists["people"].has_stem(self.view.tokens, j):
            return False
        if self.words.language == "en":
            return self.view.form(j - 1) in ("its", "their")
        return any(r.enclitic in ("ها", "ه", "هم") for r in self.view.readings(j))

    def _take_counterpart(self, j: int) -> int:
        """ "his Omani counterpart": the adjective is behind it in Arabic, before it in English."""
        view = self.view
        hint = self._side_near(j) or self._side_behind(j)
        several = self._several_named(j, hint)
        if several:
            return self._take_several(several)
        named = self._named_behind(j, hint)
        for given in (self.parts.bare, self.parts.with_, self.parts.between):
            if hint is not None and hint in given:
                given.remove(hint)
        if named is not None:
            role: Role = "between" if self.role == "between" else "with"
            self._give(named, role)
            while (other := behind_adjective(view, named.last + 1)) is not None:
                named = other  # "نظيريه الفرنسي فلان والإيطالي فلان"
                self._give(named, role)
            self.parts.last, self.role = named.last, "after"
            return named.last + 1
        first, last = j, j
        if hint is not None:
            first, last = min(j, hint.first), max(j, hint.last)
        words = view.words_span(first, last)
        spoken = self._without_front(j, view.text(words)) if words is not None else None
        pointer = Pointer(kind="counterpart", place=view.tokens[j].start, hint=hint, words=spoken)
        target = self.parts.between if self.role == "between" else self.parts.with_
        if hint is not None and self.words.language == "en":
            target.extend(self._others_in_front(pointer, hint))
            pointer = one_of(pointer, hint)
        target.append(pointer)
        other = view.mention_from(last + 1)
        if other is not None and other.category == "adjective" and other.proclitics == ("و",):
            word = spoken.split()[0] if spoken is not None else ""
            target.append(replace(pointer, hint=other, words=f"{word} {other.text}"))
            last = other.last
        self.parts.last = last
        self.role = "after"
        return last + 1

    def _others_in_front(self, pointer: Pointer, hint: Mention) -> list[Pointer]:
        """Return those of "his Egyptian and Greek counterparts" but the last."""
        sides = sides_in_front(self.view, hint)[::-1]
        for side in sides:
            for given in (self.parts.bare, self.parts.with_, self.parts.between):
                if side in given:
                    given.remove(side)
        return [one_of(pointer, side) for side in sides]

    def _several_named(self, j: int, hint: Mention | None) -> list[Mention]:
        """Return A and B of "his French and German counterparts, A and B"."""
        view = self.view
        last = max(j, hint.last if hint is not None else j)
        k = last + 1 + view.is_comma(last + 1)
        found: list[Mention] = []
        while (mention := view.mention_from(k)) is not None and mention.person:
            found.append(mention)
            k = mention.last + 1
            if view.form(k) == "and" or (view.is_comma(k) and view.mention_from(k + 1)):
                k += 1
        return found if len(found) > 1 and view.form(j).endswith("s") else []

    def _take_several(self, several: list[Mention]) -> int:
        target = self.parts.between if self.role == "between" else self.parts.with_
        hints = [m for m in self._all_given() if isinstance(m, Mention)]
        for hint in [m for m in hints if m.category == "adjective"]:
            for given in (self.parts.bare, self.parts.with_, self.parts.between):
                if hint in given:
                    given.remove(hint)
        target.extend(several)
        self.parts.last, self.role, self.apposed = several[-1].last, "after", True
        return several[-1].last + 1

    def _without_front(self, j: int, words: str) -> str:
        """Cut the preposition off "بنظيره"."""
        fronts = [
            len("".join(r.proclitics))
            for r in self.view.readings(j)
            if r.enclitic and r.stem in self.lists["counterpart"]
        ]
        return words[min(fronts, default=0) :]

    def _named_behind(self, j: int, hint: Mention | None) -> Mention | None:
        """Return the person whom the words name: "his Iranian counterpart Abbas Araghchi"."""
        last = max(j, hint.last if hint is not None else j)
        comma = self.view.is_comma(last + 1)
        mention = self.view.mention_from(last + 1 + comma)
        if mention is None or not mention.person or mention.proclitics:
            return None
        if comma:
            if holds_office(mention) or self.view.is_word(mention.last + 1):
                return None
            self.apposed = True
        side = hint.gazetteer_id if hint is not None else None
        return mention if mention.side else replace(mention, side=side)

    def _side_near(self, j: int) -> Mention | None:
        step = 1 if self.words.language == "ar" else -1
        for k in (j + step, j + 2 * step):
            mention = self.view.mention_at[k] if 0 <= k < self.view.size else None
            if mention is not None and mention.gazetteer_id:
                return mention
        return None

    def _side_behind(self, j: int) -> Mention | None:
        """Return the state of "his counterpart from Ghana"; "in Ghana" he is called, or met."""
        front = self.view.form(j + 1)
        whose = front in ("from", "of") or (front == "in" and self._is_called(j))
        if self.words.language != "en" or not whose:
            return None
        after = j + 2 + (self.view.form(j + 2) == "the")
        mention = self.view.mention_from(after)
        return mention if mention is not None and mention.category == "either" else None

    def _is_called(self, j: int) -> bool:
        """True for "phoned his counterpart in Athens": nobody is met there."""
        tokens = self.view.tokens
        verbs = (self.words.verb_at(tokens, k) for k in range(max(0, j - _CALLED_WITHIN), j))
        return any(v is not None and (v.verb.call or v.verb.frame == "phone") for v in verbs)

    def _apposed_office(self, j: int) -> int | None:
        """Return the token behind ", the minister of state," that says who the name before is."""
        view = self.view
        name = view.mention_to(j - 1)
        if name is None or not name.person or name not in self._all_given():
            return None
        if self.words.language == "ar":
            return self._arabic_office(j)
        if (end := self._office_of_owner(j)) is not None:
            return end
        if holds_office(name):
            return None
        after = j + 1 + (view.form(j + 1) in ("the", "a", "an", "its", "his", "her"))
        office = view.mention_from(after) or view.mention_from(j + 1)
        if office is None or office.person or not office.role or after == j + 1:
            return None
        if office.number == "plural" or view.form(office.last + 1) == "and":
            return None
        self.apposed = True
        return office.last + 1

    def _office_of_owner(self, j: int) -> int | None:
        """Return the token behind ", Mr Macron's Europe minister": the owner is not met."""
        view = self.view
        owner = view.mention_from(j + 1) or view.mention_from(j + 2)
        if owner is None or not is_possessive(view, owner.last) or view.form(j) != ",":
            return None
        for k in range(owner.last + 1, min(view.size, owner.last + _APPOSED_WITHIN)):
            ends = k + 1 >= view.size or view.is_comma(k + 1) or view.is_stop(k + 1)
            if ends and self.lists["people"].has_stem(view.tokens, k):
                self.apposed = True
                return k + 1
            if not view.is_word(k) or (view.mention_at[k] is not None and k != owner.last + 1):
                return None
        return None

    def _apposed_aside(self, j: int) -> int | None:
        """Return the token behind ", head of its delegation," where day or place follow."""
        view = self.view
        name = view.mention_to(j - 1)
        if self.words.language != "en" or name is None or not name.person:
            return None
        if name not in self._all_given() or not view.tokens[min(j + 1, view.size - 1)].is_word:
            return None
        if self._at("closing", j + 1) or view.form(j + 1) in self.prepositions | {"and", "but"}:
            return None
        for k in range(j + 1, min(self.limit + 1, j + _LONGEST_OFFICE)):
            if view.is_comma(k):
                after = k + 1
                timed = any(view.time_at_or_none(i) is not None for i in (after, after + 1))
                placed = self._at("place", after) > 0 and view.mention_from(after + 1) is not None
                return after if k > j + 1 and (timed or placed) else None
            named = view.mention_at[k] is not None or view.tokens[k].text in ("'s", "’s", "-")
            if not (view.is_word(k) or named) or view.time_at[k] is not None:
                return None
            verb = self.words.verb_at(view.tokens, k) or self.words.light_at(view.tokens, k)
            told = verb is not None and not named and k > j + 1  # "head of" is no verb
            if k in view.cue_at or told or view.form(k) in _FINITE:
                return None
        return None

    def _arabic_office(self, j: int) -> int | None:
        """Return the token behind "، السفير السعودي في روما،": a definite office without a name."""
        if self.view.form(j + 1) in _WHO_IS:
            return self._past_who_is(j)
        office = self.view.mention_from(j + 1)
        if office is None or office.person or not office.role or office.proclitics:
            return None
        if office.number == "plural" or office.kind not in ("official", "person"):
            return None
        end = office.last + 1
        while end <= self.limit and not self.view.is_comma(end) and end - office.last <= _POSTED:
            end += 1
        closed = end > self.limit or self.view.is_comma(end) or self.view.is_stop(end)
        if not closed:
            return None
        self.apposed = True
        return end

    def _past_who_is(self, j: int) -> int | None:
        """Return the comma that closes "، وهو نائب ألماني عن حزب الخضر،"."""
        for k in range(j + 2, min(self.limit + 1, j + _LONGEST_OFFICE)):
            if self.view.is_comma(k):
                self.apposed = True
                return k
            if not self.view.is_word(k) or k in self.view.cue_at:
                return None
        return None

    def _apposed_name(self, j: int) -> Mention | None:
        """Return the name behind an office: "the junta leader, Assimi Goita, in …"."""
        view = self.view
        name = view.mention_from(j + 1)
        if name is None or not name.person or holds_office(name) or name.proclitics:
            return None
        closes = name.last + 1
        if not (view.is_comma(closes) or view.is_stop(closes) or closes > self.limit):
            return None
        office = view.mention_to(j - 1)
        if office is not None:
            return name if office.role and not office.person else None
        given = self._last_given()
        if given is None and self._is_nameless_office(j):
            return name
        if isinstance(given, Pointer):
            return name if given.kind == "counterpart" and self.parts.last == j - 1 else None
        near = given is not None and j - 1 - given.last <= _APPOSED_WITHIN
        return name if given is not None and near and not given.person else None

    def _is_nameless_office(self, j: int) -> bool:
        """True for "his deputy" from where the parties begin up to the comma at `j`."""
        view = self.view
        held = self.role == "with" or (self.verbal and self.role == "bare")
        near = range(max(self.start, j - _APPOSED_WITHIN), j)
        owned = any(
            view.form(i) in ("his", "her", "its", "their") or view.form(i).endswith("'s")
            for i in near
        )
        return held and owned and all(view.is_word(i) for i in near)

    def _forget_place_before(self, comma: int) -> None:
        """Take back the place of "the head of the mission in Lebanon, X": his office is there."""
        place = self.parts.place
        if place is not None and place.last == comma - 1 and self.words.language == "en":
            self.parts.place = None

    def _stand_for(self, name: Mention) -> None:
        """Let the name stand for the office given last."""
        self._forget_place_before(name.first - 1)
        given = self._last_given()
        if given is None:
            self._give(name, self.role)
        for parties in (
            self.parts.bare,
            self.parts.with_,
            self.parts.between,
            self.parts.attended,
        ):
            if given is not None and given in parties:
                side = side_named(given)
                known = name if name.side or side is None else replace(name, side=side)
                parties[parties.index(given)] = known
        self.parts.last, self.apposed = name.last, True
