"""Read the parts of a meeting from the words behind it: who, where, when, what about.

In:  a view, the language's meeting words, the token to begin at. Out: `Parts`.
Prepositions give the roles: "between A and B", "with B", "in C", "mediated by D"; "and" goes on
with the role before. Words of purpose ("to discuss", بهدف) close the scope: the places and times
behind them are the topic's, not the meeting's.
"""

from kg.extract.attribution import can_act
from kg.extract.meetings.crowds import group_with
from kg.extract.meetings.english_crowds import people_from
from kg.extract.meetings.placed import PlacedParts
from kg.extract.meetings.told import Parts, Role
from kg.extract.meetings.words import VerbHit
from kg.extract.parts_played import is_possessive
from kg.extract.walk import onward
from kg.lexicon.grammar import words_of
from kg.model.draft import Pointer
from kg.model.mention import Gender, Mention, Number

_TIED = ("with", "between")
__all__ = ["Parts", "PartsReader", "Role"]

_LONGEST_SCOPE = 32
_BARE_WORDS = 4
_FEW_QUOTED = 3
_DASHES = frozenset("-–—")
_BEFORE_A_PARTY = words_of("en", "before_a_party")
_OBJECTS = frozenset({"him", "her", "them"})
_OWNED_WITHIN = 5  # words of "newly named foreign minister"
_SITE = 5  # tokens of "the old border post"


class PartsReader(PlacedParts):
    """Walks from one token to the right."""

    def read(
        self, start: int, *, role: Role = "bare", verbal: bool = False, agent: str = ""
    ) -> Parts:
        """Return the parts from token `start` on; `verbal` behind a verb, where "ب" is "with".

        `agent` is the list of words that lead to who received or called: "by", "from".
        """
        self.parts = Parts(last=start - 1)
        self.start = start
        self.role = self.last_role = role
        self.verbal = verbal
        self.agent = agent
        self.matter = False  # behind what the meeting is about: only cities are its place
        self.apposed = False  # a name was set off by commas: the closing one ends nothing
        self.idle = 0
        self.with_from = 0
        self.attached = True  # nothing strange has come between the meeting and what follows
        j: int | None = start
        end = min(self.limit, start + _LONGEST_SCOPE)
        while j is not None and j <= end:
            j = onward(self._step(j), j)
        return self.parts

    def _step(self, j: int) -> int | None:
        """Return where to go on from `j`, None at the end of the scope."""
        view = self.view
        token = view.tokens[j]
        if not token.is_word and not (view.quotation_at[j] and token.text in "«»"):
            return self._step_mark(j)
        quoted = view.quotation_at[j]
        if quoted is not None and quoted.last - quoted.first <= _FEW_QUOTED:
            return quoted.last + 1  # a "long" talk
        if quoted is not None or (self._ends(j) and not self._at("manner", j)):
            return None  # but "عبر الفيديو", by video, where "عبر" is a verb of saying too
        if view.time_at[j] is not None:
            return self._step_time(j)
        if length := self._at("beside", j):
            return self._pass_event(j, length)
        if length := self._at("mediation", j):
            return self._take_mediation(j, length)
        if length := self._at("manner", j):
            return self._take_manner(j, length)
        if (end := self._lasted(j)) is not None:
            return end
        if (length := self._at("about", j)) and not self._is_other_sense(j, length):
            return self._take_subject_matter(j, length)
        if (length := self._at("topic", j)) and not self._is_other_sense(j, length):
            self._take_topic(j, length)
            return None
        if self._is_purpose(j):
            self._take_topic(j, 1)
            return None
        if length := self._at("group", j):
            return self._take_group(j, length)
        if length := self._at("pair", j) or self._two_of_a_sort(j):
            return self._take_pair(j, length)
        if self.lists["counterpart"].has_stem(view.tokens, j):
            return self._take_counterpart(j)
        if (length := self._at("counterpart", j)) > 1:  # "opposite number"
            return self._take_counterpart(j + length - 1)
        if (people := self._people_at(j)) is not None:
            return self._take_mention(people)
        mention = view.mention_from(j)
        if mention is not None:
            both = self._take_two_named(j) if mention.number == "dual" else None
            return self._take_mention(mention) if both is None else both
        if (them := self._between_them(j)) is not None and not self._is_tied(j):
            return self._take_between(j, them)
        if (role := self._role_at(j)) is not None:
            return self._take_role(j, *role)
        return self._step_word(j)

    def _step_mark(self, j: int) -> int | None:
        view = self.view
        if view.tokens[j].text in _DASHES and not view.is_break(j + 1):
            return j + 1
        if view.tokens[j].text == "(" and self.words.language == "ar" and j in view.aside_from:
            return view.aside_from[j] + 1
        if view.is_comma(j):
            return self._step_comma(j)
        if view.tokens[j].text in '()«»"“”' or self._is_abbreviation(j):
            return j + 1
        return None

    def _step_comma(self, j: int) -> int | None:
        """Go on behind a comma that sets something off, or in front of what belongs here."""
        view = self.view
        if self._tells_apart(j + 1):
            return j + 1
        if (name := self._apposed_name(j)) is not None:
            self._stand_for(name)
            return name.last + 1
        if (end := self._apposed_office(j)) is not None:
            return end
        if (end := self._apposed_aside(j)) is not None:
            return end
        if (end := self._past_aside_of_others(j + 1)) is not None:
            return end
        if (end := self._past_relative(j)) is not None:
            return end
        closes = view.mention_to(j - 1)
        if closes is not None and any(view.is_comma(i) for i in range(closes.first, closes.last)):
            return j + 1  # "Niger's ousted leader, Mohamed Bazoum, on Sunday"
        if self.apposed or (j - 1 == self.parts.last and self._goes_on(j + 1)):
            self.apposed = False
            return j + 1
        if self._goes_on(j + 1):
            return j + 1
        end = view.aside_from.get(j)
        if end is not None and end < self.limit and self._goes_on(end + 1):
            return end + 1
        return None

    def _people_at(self, j: int) -> Mention | None:
        """Return the people without a name that begin right where a party is looked for."""
        looked_for = self.role in ("with", "between") or (self.verbal and self.role == "bare")
        begins = j == self.start or self.view.form(j - 1) in _BEFORE_A_PARTY
        if self.words.language == "ar" and self.role in ("with", "between", "bare"):
            return group_with(self.view, self.words, j)
        if not (looked_for and begins and self.words.language == "en"):
            return None
        return people_from(self.view, self.words, j)

    def _role_at(self, j: int) -> tuple[Role, int] | None:
        names: tuple[tuple[str, Role], ...] = (
            ("mediated", "mediator"),
            ("between", "between"),
            ("with", "with"),
            ("place", "place"),
            ("to", "to"),
            ("attended", "attended"),
        )
        if self.agent and (length := self._at(self.agent, j)):
            again = self._is_again(j) and bool(self.parts.with_)
            self.parts.separate = self.parts.separate or again  # "received by A and by B"
            return "with", length
        for name, role in names:
            if length := self._at(name, j):
                return role, length
        return None

    def _take_role(self, j: int, role: Role, length: int) -> int:
        if role == "attended" and self.role == "place" and self._is_site(j):
            role = "place"  # "at the border post of X"
        elif role == "attended" and self._follows_people(j):
            role = self.role  # "officials of A and B"
            self._drop_people(j)
        elif role == "mediator" and self._at("led", j) and self._leads_people(j):
            role = "other"  # "a delegation led by X" stands for its side
        elif role == "attended" and length == 1 and self._at("of", j) and j != self.start:
            role = "other"  # "at the request of France"
        elif role != "mediator" and not (self.attached or self._is_agent(j)):
            role = "other"  # "fears of clashes between …" behind a meeting
        goes_on = self.view.is_comma(j - 1) and self._goes_on_doing(j + length)
        if (role == "with" and goes_on) or (role in _TIED and self._is_tied(j)):
            role = "other"
        self.role, self.idle = role, 0
        after = j + length
        if role == "with":
            self.with_from = len(self.parts.with_)
            self._take_enclitic(j)
        return after

    def _leads_people(self, j: int) -> bool:
        people = self.lists["people"]
        return any(people.has_stem(self.view.tokens, i) for i in range(max(self.start, j - 6), j))

    def _take_enclitic(self, j: int) -> None:
        """ "with him" written as one word."""
        reading = next((r for r in self.view.readings(j) if r.enclitic), None)
        if reading is not None and self.words.language == "ar":
            self.parts.with_.append(self._pronoun(j, reading.enclitic))

    def _take_mention(self, mention: Mention) -> int:
        if self._owns_thing(mention):
            return mention.last + 1  # "welcomed Castro's statement"
        if self._owns_next(mention):  # "Egypt's Abdel Fattah al-Sisi"
            return mention.last + 1 + (self.view.form(mention.last + 1) in ("'", "’"))
        if self._is_home(mention):
            if self.words.language == "ar":
                self.role = self.last_role  # the list goes on: "، ومعالي فلان"
            return mention.last + 1
        if self._is_their_office(mention):
            after = mention.last + 1
            state = self.view.mention_from(after + 1) if self._at("place", after) == 1 else None
            held = state is not None and state.kind == "state"  # "وزير الزراعة في ملاوي"
            return state.last + 1 if state is not None and held else after
        joined = mention.proclitics == ("و",) or self._after_and(mention)
        role = self._role_of(mention, joined=joined)
        self._give(mention, role)
        if role != "other":
            self.parts.last = mention.last
            self.attached = True
        self.idle = 0
        if not joined or role != self.role:
            self.role = role
        self.last_role = role
        return mention.last + 1

    def _owns_thing(self, mention: Mention) -> bool:
        """True for whoever stands in front of what is theirs and is nobody: "X's statement"."""
        view, after = self.view, mention.last + 1
        if not (self.verbal and is_possessive(view, mention.last)):
            return False
        after += view.form(after) in ("'s", "’s", "'", "’")
        if not mention.person and (self._is_led(mention) or self._is_body_behind(after)):
            return False  # "talks with Chad's rulers"
        thing = view.is_word(after) and view.mention_at[after] is None
        people = self.lists["people"].has_stem(view.tokens, after) or self._at("crowd", after)
        counterpart = self.lists["counterpart"].has_stem(view.tokens, after)
        return thing and view.tokens[after].text.islower() and not (people or counterpart)

    def _is_led(self, mention: Mention) -> bool:
        return self.view.form(mention.first - 1) in self.view.lexicon.word_set("prepositions")

    def _is_body_behind(self, first: int) -> bool:
        """True for the minister of "Iran's newly named foreign minister": what is owned acts."""
        view, leaves = self.view, self.view.lexicon.word_set("prepositions") | {"and", "but"}
        for k in range(first, min(view.size, first + _OWNED_WITHIN)):
            if not view.is_word(k) or view.form(k) in leaves or view.time_at[k] is not None:
                return False
            if can_act(view.mention_at[k]) or self.lists["people"].has_stem(view.tokens, k):
                return True
        return False

    def _after_and(self, mention: Mention) -> bool:
        return self.view.form(mention.first - 1) in ("and", "،", ",") and self.role in (
            "between",
            "with",
            "bare",
            "attended",
            "mediator",
        )

    def _role_of(self, mention: Mention, *, joined: bool) -> Role:
        letters = [p for p in mention.proclitics if p not in ("و", "ف")]
        if letters:
            return self._role_of_letter(mention, letters[-1])
        if self.role == "after" and not joined:
            return "other"
        if self.role == "place" and self.verbal and self._comes_late(mention):
            return "bare"
        if self.role == "bare" and self._is_third(joined=joined):
            return "other"
        return self.role

    def _role_of_letter(self, mention: Mention, letter: str) -> Role:
        if letter == self.words.with_letter and mention.category == "actor":
            return "with"
        if letter == self.words.place_letter and mention.category in ("place", "either"):
            country = mention.kind == "state" and mention.side is None  # a capital is the place
            return "with" if self.verbal and country else "place"
        return "to" if letter == "ل" else "other"

    def _give(self, mention: Mention, role: Role) -> None:
        parts = self.parts
        party = can_act(mention) or mention.category == "adjective"
        if role == "place":
            self._give_place(mention)
        elif role == "to":
            parts.to.append(mention)
        elif not party:
            return
        elif role == "between":
            parts.between.append(mention)
        elif role == "with":
            parts.with_.append(mention)
        elif role == "attended":
            parts.attended.append(mention)
        elif role == "mediator":
            parts.mediators.append(mention)
        elif role == "bare":
            parts.bare.append(mention)

    def _step_word(self, j: int) -> int | None:
        view = self.view
        if self.role == "between" and view.form(j) == "them":
            self.parts.between.append(self._both(j))
        if view.form(j) in _OBJECTS and self._is_object(j):
            return self._take_object(j)
        if self.role == "between" and self._own_people(j):
            self.parts.between.append(Pointer(kind="own-side", place=view.tokens[j].start))
        if self.lists["presiding"].length_at(view.tokens, j) and self.parts.with_:
            self.parts.mediators.extend(self.parts.with_[self.with_from :])
            del self.parts.with_[self.with_from :]  # "with A and B facilitating"
            return j + 1
        if view.form(j) == "and" or self.lists["people"].has_stem(view.tokens, j):
            return j + 1
        if self._at("venue", j) and self.role == "place":
            self._take_venue(j)
            return j + 1
        light = self.words.light_at(view.tokens, j)
        if light and (light.verb.role == "happens" or light.inflection.form != "base"):
            self.parts.light.append(light)
            self.role, self.attached = self._role_behind(light), True
            return light.last + 1
        if self.lists["there"].has_stem(view.tokens, j):
            self.parts.there = self.parts.place is None
        if self.lists["fresh"].has_stem(view.tokens, j):
            self.parts.fresh = True
        if self.lists["separate"].has_stem(view.tokens, j):
            self.parts.separate = True
        if view.form(j) in self.prepositions:
            if not self._leads_day(j):
                self.role, self.attached = "other", False
            return j + 1
        self.idle += 1
        if self.idle > _BARE_WORDS:
            self.attached = False
            if self.role in ("bare", "place"):
                self.role = "after"
        return j + 1

    def _role_behind(self, light: VerbHit) -> Role:
        """Return what those behind "(the talks) that A held" are, and "that A proposed"."""
        if not light.enclitic or light.verb.role != "leads":
            return "after"
        return "bare" if light.verb.status == "held" else "mediator"

    def _is_object(self, j: int) -> bool:
        """True for the object of "met her in Rome", not for the owner of "her ministers"."""
        view = self.view
        held = (self.verbal and self.role == "bare") or self.role == "with"
        if not held or view.form(j) == "him":
            return held
        after = j + 1
        if self._at("gap", after) or self._at("manner", after):
            return True  # "had met her twice"
        plain = view.is_word(after) and view.time_at[after] is None
        return (
            not plain or view.form(after) in self.prepositions or bool(self._at("closing", after))
        )

    def _take_object(self, j: int) -> int:
        """Take "him" as a party: whoever it stands for is looked for later."""
        genders: dict[str, Gender] = {"him": "masculine", "her": "feminine"}
        gender, place = genders.get(self.view.form(j)), self.view.tokens[j].start
        number: Number = "singular" if gender is not None else "plural"
        party = Pointer(kind="pronoun", place=place, gender=gender, number=number, human=True)
        (self.parts.with_ if self.role == "with" else self.parts.bare).append(party)
        self.parts.last, self.role = j, "after"
        return j + 1

    def _take_venue(self, j: int) -> None:
        view = self.view
        last = j
        while last + 1 <= self.limit and view.is_word(last + 1) and last - j < 4:
            k = last + 1
            if view.form(k) in self.prepositions or view.time_at[k] is not None:
                break
            one = view.mention_from(k)  # "في السراي | السفيرة الكينية"
            if self.words.language == "ar" and one is not None and one.person:
                break
            if k in view.cue_at or self._role_at(k) is not None or self._at("topic", k):
                break
            last = k
        self.parts.venue = (j, last)
