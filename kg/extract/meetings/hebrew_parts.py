"""Read the parts of a meeting from the Hebrew words behind its noun or verb.

In:  a view, the meeting words, the token to begin at. Out: `Parts`.
Prepositions give the roles: בין … ל/לבין, עם, מול, ב, בתיווך; "and" goes on with the role before.
Words of purpose (כדי, במטרה, בנושא) close the scope: places and times behind them are the topic's.
"""

from kg.extract.attribution import can_act
from kg.extract.hebrew_crowds import crowd_from
from kg.extract.hebrew_places import place_at_length, venue_end
from kg.extract.meetings.hebrew_counterparts import HIM, WITH_HIM
from kg.extract.meetings.hebrew_given import JOINED, Role
from kg.extract.meetings.hebrew_paired import HebrewPaired
from kg.extract.meetings.hebrew_signs import is_due
from kg.extract.meetings.hebrew_somebody import somebody_at
from kg.extract.meetings.hebrew_steps import (
    behind_aside,
    behind_object,
    behind_some,
    is_matter,
    matter_end,
    opens_next,
    takes_place,
)
from kg.extract.meetings.parts import Parts
from kg.extract.meetings.words import MeetingWords
from kg.extract.mentions.hebrew_parts import is_verb
from kg.extract.view import Quotation, View
from kg.extract.walk import onward
from kg.lexicon.grammar import words_of
from kg.model.draft import Party
from kg.model.mention import Mention

_BESIDES = words_of("he", "on_the_sidelines")
_PERHAPS = words_of("he", "perhaps")
_LONGEST_SCOPE = 36
_AND_THE = "וה"
_LOOKED_ON = words_of("he", "looked_on")
_WHICH = words_of("he", "told_which")
_TWO_SIDES = 2
_BARE_WORDS, _FEW_QUOTED = 4, 3
_ROLES: tuple[tuple[str, Role], ...] = (
    ("mediated", "mediator"),
    ("between", "between"),
    ("with", "with"),
    ("attended", "attended"),
)
_OFFERED = words_of("he", "offered_by_somebody")


class HebrewParts(HebrewPaired):
    """Walks from one token to the right."""

    def __init__(
        self, view: View, words: MeetingWords, *, limit: int, reader: object = None
    ) -> None:
        self.view = view
        self.reader = reader
        self.inside: Quotation | None = None  # the words quoted that are read
        self.debates = False  # behind "דן", which leads to its matter by ב
        self.words = words
        self.prepositions = view.lexicon.word_set("prepositions")
        self.limit = min(limit, view.size - 1)

    def read(self, start: int, *, verbal: bool, led: bool = False) -> Parts:
        """Return the parts from `start` on; `verbal` behind a verb, `led`: its subject follows."""
        self.seeks = verbal or led
        self.opened = -1
        self.parts = Parts(last=start - 1)
        self.role: Role = "bare"
        self.verbal = verbal
        self.idle, self.owned = 0, False
        self.to_object: list[Mention] = []
        self.counterparts: list[Party] = []
        j: int | None = start
        end = min(self.limit, start + _LONGEST_SCOPE)
        while j is not None and j <= end:
            j = onward(self._step(j), j)
        return self.parts

    def _step(self, j: int) -> int | None:
        """Return where to go on from `j`, None at the end of the scope."""
        view = self.view
        if not view.tokens[j].is_word:
            return self._step_mark(j)
        quoted = view.quotation_at[j] if view.quotation_at[j] is not self.inside else None
        if quoted is not None and quoted.last - quoted.first <= _FEW_QUOTED:
            return quoted.last + 1  # "במלון "בו ריבאז'" בלוזאן"
        if quoted is not None or view.form(j) == "כי":
            return None
        if view.time_at[j] is not None:
            return self._step_time(j)
        called = self._at("with", j) > 1 and view.form(j - 1) not in _OFFERED
        if (length := self._at("topic", j)) and not called:
            return self._take_topic(j, length)
        if self.debates and is_matter(view, self.words, j):
            self.role, self.parts.last = "after", matter_end(view, self.words, j, self.limit)
            return self.parts.last + 1
        if length := self._at("pair", j):
            return self._take_pair(j, length)
        if self._is_counterpart(j):
            return self._take_counterpart(j)
        if view.form(j) in WITH_HIM or (self.verbal and view.form(j) in HIM):
            return self._take_pronoun(j)
        if (crowd := self._crowd_at(j)) is not None:
            self._give(crowd, self.role)
            self.parts.last, self.idle = crowd.last, 0
            return crowd.last + 1
        mention = view.mention_from(j)
        if mention is not None:
            return self._take_mention(mention)
        if (town := place_at_length(view, j)) is not None:
            self.parts.place = self.parts.place or town
            self.parts.last, self.role = town.last, "after"
            return town.last + 1
        if view.form(j) in ("את", "ואת"):
            self.role, self.idle, self.opened = "object", 0, behind_object(view, j)
            return self.opened
        if (some := behind_some(view, j)) > j:
            return some
        for name, role in _ROLES:
            if length := self._at(name, j):
                if self.verbal and view.form(j) in _LOOKED_ON:
                    role = "mediator"  # "signed there before their host": no third party
                home = name == "with" and view.form(j + length - 1) == "של"
                met = self.parts.with_ or self.parts.between or len(self.parts.bare) > 1
                self.role, self.idle = "mediator" if home and met else role, 0
                self.opened = j + length
                return self.opened
        return self._step_word(j)

    def _step_mark(self, j: int) -> int | None:
        view = self.view
        mark = view.tokens[j].text
        quoted = view.quotation_at[j]
        if quoted is not None and quoted.last - quoted.first <= _FEW_QUOTED:
            return quoted.last + 1
        if mark == "(" and j in view.aside_from:
            return view.aside_from[j] + 1
        if mark in "-–—" and not view.is_break(j + 1):
            return j + 1
        closes = view.mention_to(j - 1) if view.is_comma(j) else None
        seat = view.mention_to(closes.first - 2) if closes is not None and closes.role else None
        held = seat is not None and seat.proclitics == ("ב",)
        if closes is not None and (
            held or any(view.is_comma(i) for i in range(closes.first, closes.last))
        ):
            return j + 1  # "(rang) the president, A, the …"
        if view.is_comma(j) and self._goes_on(j + 1):
            return j + 1
        if view.is_comma(j) and not self.verbal and takes_place(view, self.words, j + 1):
            return j + 1  # "the talks, with X present, opened in Y"
        if (behind := behind_aside(view, j)) is not None:
            return behind
        if view.is_comma(j) and self.role == "between" and len(self.parts.between) < _TWO_SIDES:
            other = view.form(j + 1).startswith("ל") and view.mention_to(j - 1) is not None
            return j + 1 if other or self._at("between", j + 1) else None
        return j + 1 if mark in '"“”״)' and view.quotation_at[j] is None else None

    def _goes_on(self, j: int) -> bool:
        """True when what follows a comma still belongs to the meeting."""
        view = self.view
        if j >= view.size or opens_next(view, j):
            return False
        j = behind_some(view, j)
        if (
            self._is_dated(j)
            or is_due(view, j)
            or any(self._at(n, j) for n in ("topic", "mediated", "with", "attended"))
        ):
            return True
        if view.form(j) in _BESIDES:
            return self.parts.place is None  # "…, on the sidelines of the assembly in Rome"
        perhaps = j
        while view.form(perhaps) in _PERHAPS:
            perhaps += 1
        mention = view.mention_from(perhaps)
        if mention is not None and perhaps > j:
            return "ב" in mention.proclitics and self.parts.place is None
        if mention is None:
            return not self.verbal and j in view.clause_marks
        if "ב" in mention.proclitics and self.parts.place is None:
            return True
        given = {"with": self.parts.with_, "object": self.to_object, "between": self.parts.between}
        if self.role in given and not given[self.role] and can_act(mention):
            return not mention.proclitics  # "עם שליט הצפון, קים …"
        listed = self.role in ("between", "with", "attended", "object")
        listed = listed or (self.role == "bare" and bool(self.parts.bare) and not self.verbal)
        return listed and can_act(mention) and not mention.proclitics and self._lists_on(mention)

    def _is_dated(self, j: int) -> bool:
        """True at a time, "ב-" in front of it stepped over: ", ב-20 בדצמבר,"."""
        view = self.view
        number = j + 2 if view.form(j) == "ב" and view.form(j + 1) == "-" else j
        return view.time_at_or_none(number) is not None

    def _lists_on(self, mention: Mention) -> bool:
        """True for a member of "A, B ו-C"."""
        after = mention.last + 1
        following = self.view.mention_from(after)
        if following is None and self.view.is_comma(after):
            following = self.view.mention_from(after + 1)
            plain = following is not None and can_act(following) and not following.proclitics
            return plain and following is not None and self._lists_on(following)
        if following is None and after < self.view.size and self.view.is_word(after):
            joined = self.view.form(after).startswith(_AND_THE)  # "…, B and the new leadership"
            return joined and not is_verb(self.view.tokens[after])
        return following is not None and "ו" in following.proclitics

    def _step_time(self, j: int) -> int:
        view, words = self.view, self.view.time_at[j]
        if self.parts.time is None and words is not None:
            self.parts.time = words
        while j < view.size and view.time_at[j] is words:
            self.parts.last = j
            j += 1
        return j

    def _take_topic(self, j: int, length: int) -> int | None:
        """Note the topic, up to the next comma or the scope's end, and close the scope.

        Behind the comma those may stand who took part: "…, בהשתתפות".
        """
        view = self.view
        if view.time_at_or_none(j + length) is not None:
            return j + length  # "(a debate) on the matter on Thursday"
        last = j + length - 1
        while last < self.limit and not view.is_comma(last + 1) and not view.is_stop(last + 1):
            sides = (*self.parts.between, *self.parts.with_, *self.parts.bare)
            both = not (self.verbal or sides) and self._at("between", last + 1)
            both = both and any(takes_place(view, self.words, k) for k in range(last, self.limit))
            if both or (not self.verbal and takes_place(view, self.words, last + 1)):
                self.parts.topic, self.parts.last = (j, last), last
                return last + 1  # "talks on the border (between A and B) went on in Y"
            if self.debates and not sides and self._is_with_somebody(last + 1):
                self.parts.topic, self.parts.last = (j, last), last
                return last + 1  # "discussed the matter (with the president of X)"
            last += 1
        self.parts.topic = (j, last)
        self.parts.last = last
        attended = view.is_comma(last + 1) and self._at("attended", last + 2)
        return last + 2 if attended and last + 2 <= self.limit else None

    def _is_with_somebody(self, j: int) -> bool:
        """True for "עם נשיא מצרים": one person or an office."""
        named = self.view.mention_from(j + 1) if self.view.form(j) == "עם" else None
        return named is not None and bool(named.person or named.role) and not named.proclitics

    def _crowd_at(self, j: int) -> Mention | None:
        """Return "(with) the heads of the churches": a group without a name, behind a role."""
        if self.role not in JOINED or self.role == "bare":
            return None
        if self.role == "between" and self.parts.between and self.view.form(j).startswith("ל"):
            self.opened = j  # "between X and the families"
        topic = self.words.lists["topic"]
        if j != self.opened:
            return crowd_from(self.view, j, self.limit, topic, led=False)
        return somebody_at(self.view, self.reader, j, self.limit, self.role, topic)

    def _step_word(self, j: int) -> int | None:
        view = self.view
        light = self.words.light_at(view.tokens, j)
        if light is not None and not (self.verbal and j not in view.clause_marks):
            self.parts.light.append(light)
            role: Role = "mediator" if light.verb.role == "hosts" else "bare"
            self.role = "after" if light.verb.role == "happens" else role
            self.parts.last, self.idle = light.last, 0
            return light.last + 1
        if self.verbal and (j in view.clause_marks or view.form(j) == "אשר"):
            return None
        if view.form(j) in _WHICH and self.words.light_at(view.tokens, j + 1) is None:
            self.role = "after"  # "a talk, which X translated"
            return j + 1
        if self.words.lists["there"].length_at(view.tokens, j):
            self.parts.there = self.parts.place is None
            return j + 1
        dinner = self.words.noun_at(view.tokens, j) if self.verbal else None
        if dinner is not None and dinner.proclitics == ("ל",):
            return dinner.last + 1  # "hosted for dinner"
        if self._ends(j):
            return None
        if self.words.lists["fresh"].has_stem(view.tokens, j):
            self.parts.fresh = True
        if self.words.lists["separate"].has_stem(view.tokens, j):
            self.parts.separate = True
        if self._at("venue", j) and self.parts.venue is None:
            return self._take_venue(j)
        if view.form(j) in self.prepositions:
            free = self.role == "bare" or (self.role == "after" and self.parts.light)
            if view.form(j) == "ושל" and self.parts.bare and not self.verbal:
                self.role = "bare"  # "the meeting of A and of B"
                return j + 1
            again = self.idle and self.owned  # "the congress of the society of X": not X's
            if view.form(j) == "של" and free and not self.verbal and not self.parts.bare:
                self.role = "other" if again else "bare"  # "a visit, planned this week, of X"
                self.owned = True
                return j + 1
            if view.form(j) == "של" and self.role == "between" and not self.parts.between:
                return j + 1  # "between the border guards of both states"
            self.role = "other"
            return j + 1
        self.idle += 1
        if self.idle > _BARE_WORDS and self.role == "bare":
            self.role = "after"
        return j + 1

    def _ends(self, j: int) -> bool:
        view = self.view
        cue = view.cue_at.get(j)
        if cue is not None and cue.row.kind == "verb" and cue.inflection is not None:
            return cue.form != "base"
        if self._at("closing", j) or (not self.verbal and self._meets_anew(j)):
            return True
        return self.verbal and j not in view.clause_marks and is_verb(view.tokens[j])

    def _meets_anew(self, j: int) -> bool:
        """True at the verb of "during his visit in Berlin X will meet Y": another meeting."""
        verb = self.words.verb_at(self.view.tokens, j) if self.seeks is not True else None
        if verb is None or verb.verb.frame != "with" or j in self.view.clause_marks:
            return False
        plain = not verb.proclitics and verb.inflection.form in ("past", "future")
        return plain and self.words.light_at(self.view.tokens, j) is None

    def _take_venue(self, j: int) -> int:
        """Note "בארמון הנשיאות", "במטה האו״ם": a word of building, and what belongs to it."""
        view, last = self.view, venue_end(self.view, j, self.limit)
        if last > j:
            self.parts.venue, self.parts.last = (j, last), last
        place = next(
            (m for m in view.mentions if j < m.first <= last and m.category == "place"), None
        )
        if place is not None and self.parts.place is None:
            self.parts.place = place
        self.role = "after"
        return max(last, j) + 1
