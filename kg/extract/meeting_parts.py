"""Read the parts of a meeting from the words behind it: who, where, when, what about.

In:  a view, the language's meeting words, the token to begin at. Out: `Parts`.
Prepositions give the roles: "between A and B", "with B", "in C", "mediated by D"; "and" goes on
with the role before. Words of purpose ("to discuss", بهدف) close the scope: the places and times
behind them are the topic's, not the meeting's.
"""

from dataclasses import dataclass, field, replace
from typing import Literal

from kg.extract.attribution import can_act
from kg.extract.meeting_words import MeetingWords, VerbHit
from kg.extract.parts_played import is_possessive
from kg.extract.view import View
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention
from kg.model.timespan import TimeWords

Role = Literal["bare", "between", "with", "place", "to", "mediator", "attended", "other", "after"]
_APPOSED_WITHIN = 5
_LONGEST_SCOPE = 32
_BARE_WORDS = 4
_FEW_QUOTED = 3
_DASHES = frozenset("-–—")


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
    last: int = -1


class PartsReader:
    """Walks from one token to the right."""

    def __init__(self, view: View, words: MeetingWords, *, limit: int) -> None:
        self.view = view
        self.words = words
        self.lists = words.lists
        self.prepositions = view.lexicon.word_set("prepositions")
        self.limit = min(limit, view.size - 1)

    def read(
        self, start: int, *, role: Role = "bare", verbal: bool = False, agent: str = ""
    ) -> Parts:
        """Return the parts from token `start` on; `verbal` behind a verb, where "ب" is "with".

        `agent` is the list of words that lead to who received or called: "by", "from".
        """
        self.parts = Parts(last=start - 1)
        self.start = start
        self.role: Role = role
        self.verbal = verbal
        self.agent = agent
        self.matter = False  # behind what the meeting is about: only cities are its place
        self.apposed = False  # a name was set off by commas: the closing one ends nothing
        self.idle = 0
        self.attached = True  # nothing strange has come between the meeting and what follows
        j: int | None = start
        end = min(self.limit, start + _LONGEST_SCOPE)
        while j is not None and j <= end:
            j = self._step(j)
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
        if quoted is not None or self._ends(j):
            return None
        if view.time_at[j] is not None:
            return self._step_time(j)
        if length := self._at("beside", j):
            return self._pass_event(j, length)
        if length := self._at("mediation", j):
            return self._take_mediation(j, length)
        if length := self._at("manner", j):
            near = range(j, j + length)
            if any(self.lists["separate"].has_stem(view.tokens, i) for i in near):
                self.parts.separate = True
            return j + length
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
        if length := self._at("pair", j):
            return self._take_pair(j, length)
        if self.lists["counterpart"].has_stem(view.tokens, j):
            return self._take_counterpart(j)
        mention = view.mention_from(j)
        if mention is not None:
            return self._take_mention(mention)
        if (role := self._role_at(j)) is not None:
            return self._take_role(j, *role)
        return self._step_word(j)

    def _at(self, name: str, j: int) -> int:
        return self.lists[name].length_at(self.view.tokens, j)

    def _ends(self, j: int) -> bool:
        """True at "that", at a verb of speech, at another clause's connector."""
        view = self.view
        cue = view.cue_at.get(j)
        if self.words.status["planned"].length_at(view.tokens, j) or self._at("between", j):
            return False  # "between", which in Arabic is written like "made clear"
        if cue is not None and cue.row.kind == "verb" and cue.inflection is not None:
            # "attended", "proposed" may be light verbs of the meeting itself
            return self.words.light_at(view.tokens, j) is None
        closes = self._at("closing", j) and view.time_at[j] is None  # "since 25 October"
        if closes or self._is_other_meeting(j) or self._is_next_verb(j):
            return True
        if self._is_other_verb(j):
            return True
        if self._is_planned_which(j):
            return False
        return any(
            r.stem in view.words.that and not r.definite and "ك" not in r.proclitics
            for r in view.readings(j)
        )

    def _is_other_meeting(self, j: int) -> bool:
        """True at a verb of meeting: "on a visit during which he meets …"."""
        hit = self.words.verb_at(self.view.tokens, j)
        return hit is not None and hit.inflection.form == "present" and hit.verb.frame == "object"

    def _is_next_verb(self, j: int) -> bool:
        """True at "and" in front of a second verb: "met in Rome and agreed to …"."""
        view, after = self.view, j + 1
        if view.form(j) not in ("and", "then", "or"):
            return False
        while view.form(after) in view.words.adverbs:
            after += 1
        if not view.is_word(after) or view.mention_at[after] is not None:
            return False
        if self.lists["auxiliary"].length_at(view.tokens, after):
            return True
        if self.words.verb_at(view.tokens, after) or self.words.light_at(view.tokens, after):
            return True
        cue = view.cue_at.get(after)
        verb = cue is not None and cue.form == "past"
        return verb or (view.form(after).endswith("ed") and view.tokens[after].text.islower())

    def _is_other_verb(self, j: int) -> bool:
        """True at "before flying on", "after meeting", and at a verb with "and" written on."""
        view, after = self.view, j + 1
        if self.words.language == "en":
            gerund = view.form(after).endswith("ing") and view.mention_at[after] is None
            return gerund and view.form(j) in ("before", "after", "while", "when", "since")
        if not any(r.proclitics[:1] in (("و",), ("ف",)) for r in view.readings(j)):
            return False
        light = self.words.light_at(view.tokens, j)
        if light is not None and light.verb.role == "happens":
            return False  # "talks that were held in … and gathered …"
        hit = self.words.verb_at(view.tokens, j) or light
        return hit is not None and hit.proclitics[:1] in (("و",), ("ف",))

    def _is_planned_which(self, j: int) -> bool:
        """True for "(a meeting) that had been due on Thursday", "which was planned for"."""
        view = self.view
        if view.form(j) not in ("that", "which"):
            return False
        near = range(j + 1, min(view.size, j + 5))
        return any(self.words.status["planned"].length_at(view.tokens, i) for i in near)

    def _is_purpose(self, j: int) -> bool:
        """True at "to prepare …", للتحضير: any verb of purpose that is no meeting of its own."""
        view, after = self.view, j + 1
        if self.words.language == "ar":
            return self._is_arabic_purpose(j)
        if view.form(j) != "to" or not view.is_word(after) or view.mention_at[after] is not None:
            return False
        if self.role == "to" or j == self.start or not view.tokens[after].text.islower():
            return False
        if view.time_at[after] is not None or view.form(after) in self.prepositions:
            return False
        if view.form(after) in view.lexicon.word_set("determiners"):
            return False
        meets = self.words.verb_at(view.tokens, after) or self.words.noun_at(view.tokens, after)
        light = self.words.light_at(view.tokens, after)
        planned = any(p.length_at(view.tokens, j - 1) for p in self.words.status.values())
        return not (meets or light or planned)

    def _is_arabic_purpose(self, j: int) -> bool:
        view = self.view
        if view.mention_at[j] is not None or self.words.noun_at(view.tokens, j) is not None:
            return False
        fronts = [r for r in view.readings(j) if r.proclitics == ("ل",) and not r.enclitic]
        return any(r.stem in self.lists["purpose"] for r in fronts)

    def _pass_event(self, j: int, length: int) -> int:
        """Step over the other event of "on the sidelines of the G20 summit": it is not this one."""
        view, last = self.view, j + length
        while last < view.size and view.is_word(last) and view.time_at[last] is None:
            if self._at("place", last) or last in view.cue_at and view.mention_at[last] is None:
                break
            last += 1
        self.parts.beside.extend(range(j, last))
        self.role, self.attached = "other", True
        return last

    def _take_mediation(self, j: int, length: int) -> int:
        """Read "under Egyptian and Qatari mediation", "with Omani mediation"."""
        view = self.view
        sides = [m for i in range(j - 6, j) if i >= 0 and (m := view.mention_from(i)) is not None]
        for side in sides:
            for given in (self.parts.bare, self.parts.with_, self.parts.attended):
                if side in given:
                    given.remove(side)
            if side.category == "adjective" or view.mention_to(j - 1) is side:
                self.parts.mediators.append(side)
                self.parts.last = j
        self.role = "after"
        return j + length

    def _step_mark(self, j: int) -> int | None:
        view = self.view
        if view.tokens[j].text in _DASHES and not view.is_break(j + 1):
            return j + 1
        if view.is_comma(j):
            return self._step_comma(j)
        if view.tokens[j].text in '()«»"“”' or self._is_abbreviation(j):
            return j + 1
        return None

    def _step_comma(self, j: int) -> int | None:
        """Go on behind a comma that sets something off, or in front of what belongs here."""
        view = self.view
        if (name := self._apposed_name(j)) is not None:
            self._stand_for(name)
            return name.last + 1
        if self.apposed or j - 1 == self.parts.last and self._goes_on(j + 1):
            self.apposed = False
            return j + 1
        if self._goes_on(j + 1):
            return j + 1
        end = view.aside_from.get(j)
        if end is not None and end < self.limit and self._goes_on(end + 1):
            return end + 1
        return None

    def _apposed_name(self, j: int) -> Mention | None:
        """Return the name behind an office: "the junta leader, Assimi Goita, in …"."""
        view = self.view
        name = view.mention_from(j + 1)
        if name is None or not name.person or name.role or name.proclitics:
            return None
        closes = name.last + 1
        if not (view.is_comma(closes) or view.is_stop(closes) or closes > self.limit):
            return None
        office = view.mention_to(j - 1)
        if office is not None:
            return name if office.role and not office.person else None
        given = self._last_given()
        if isinstance(given, Pointer):
            return name if given.kind == "counterpart" and self.parts.last == j - 1 else None
        near = given is not None and j - 1 - given.last <= _APPOSED_WITHIN
        return name if given is not None and near and not given.person else None

    def _last_given(self) -> Party | None:
        for given in (self.parts.bare, self.parts.with_, self.parts.between, self.parts.attended):
            if given and _ends(given[-1]) == max(map(_ends, self._all_given())):
                return given[-1]
        return None

    def _all_given(self) -> list[Party]:
        parts = self.parts
        return [*parts.bare, *parts.with_, *parts.between, *parts.attended]

    def _stand_for(self, name: Mention) -> None:
        """Let the name stand for the office given last."""
        given = self._last_given()
        for parties in (
            self.parts.bare,
            self.parts.with_,
            self.parts.between,
            self.parts.attended,
        ):
            if given is not None and given in parties:
                side = _side_of(given)
                known = name if name.side or side is None else replace(name, side=side)
                parties[parties.index(given)] = known
        self.parts.last, self.apposed = name.last, True

    def _is_abbreviation(self, j: int) -> bool:
        """True for the stop of "Mr. Trump"."""
        return self.view.tokens[j].text == "." and self.view.mention_from(j + 1) is not None

    def _goes_on(self, j: int) -> bool:
        """True when what follows a comma still belongs to the meeting."""
        view = self.view
        if j >= view.size:
            return False
        if view.time_at[j] is not None or self._at("topic", j) or self._at("mediated", j):
            return True
        if self._at("place", j) or self._at("with", j) or self._at("between", j):
            return True
        if self._at("beside", j) or self._is_planned_which(j) or self._plans(j):
            return True
        alone = len(self._all_given()) < 2 and self.verbal and self.words.language == "ar"
        if alone and self._is_actor(j):
            return True
        if self.role in ("between", "with", "attended") and view.mention_from(j) is not None:
            return True
        return any(r.stem in view.words.relative for r in view.readings(j))

    def _is_actor(self, j: int) -> bool:
        mention = self.view.mention_from(j)
        if mention is None:
            return self.lists["people"].has_stem(self.view.tokens, j)
        return mention.category == "actor"

    def _plans(self, j: int) -> bool:
        """True at "due to start", "planned for", "has been put off": the meeting's own state."""
        view = self.view
        while self._at("auxiliary", j):
            j += 1
        for i in (j, j + 1):
            if view.is_word(i) and self.words.status["planned"].length_at(view.tokens, i):
                return True
        light = self.words.light_at(view.tokens, j) if j < view.size else None
        return light is not None and light.verb.role == "happens"

    def _step_time(self, j: int) -> int:
        view, words = self.view, self.view.time_at[j]
        if self.parts.time is None and words is not None and self._is_date(words, j):
            self.parts.time = words
        self.attached = True
        while j < view.size and view.time_at[j] is words:
            self.parts.last = j
            j += 1
        return j

    def _is_date(self, words: TimeWords, j: int) -> bool:
        """False for how long it took, or how long it was the first: "for two hours"."""
        if words.rule == "duration" and self._at("first_in", j - 1):
            return False
        unplaced = not (words.earliest or words.latest or words.offset_days or words.rule)
        return not (unplaced and words.extent == "throughout")

    def _take_topic(self, j: int, length: int) -> None:
        """Note the topic, up to the next comma or the scope's end, and close the scope."""
        view = self.view
        last = j + length - 1
        while last < self.limit and not view.is_comma(last + 1) and not view.is_stop(last + 1):
            last += 1
        if last >= j:
            self.parts.topic = (j, last)
            self.parts.last = last

    def _take_subject_matter(self, j: int, length: int) -> int:
        """Note what "talks on …" are about; who, when and in which city may still follow."""
        view = self.view
        last = j + length - 1
        while last < self.limit and not self._ends_matter(last + 1):
            last += 1
        if self.parts.topic is None:
            self.parts.topic = (j, last)
        self.parts.last = last
        self.role, self.matter, self.attached = "other", True, True
        return last + 1 if not view.is_stop(last + 1) else self.limit + 1

    def _ends_matter(self, i: int) -> bool:
        view = self.view
        if view.is_break(i) or view.is_stop(i) or view.time_at[i] is not None:
            return True
        if self._at("attended", i) > 1 or self._at("mediated", i) or self._at("with", i):
            return True
        if self._ends(i) or self._at("topic", i) or self._is_in_city(i):
            return True
        light = self.words.light_at(view.tokens, i)
        return light is not None and light.verb.role == "happens"

    def _is_in_city(self, i: int) -> bool:
        """True for "in Geneva" behind "talks on Syria"; "in Sudan" belongs to the matter."""
        length = self._at("place", i)
        mention = self.view.mention_from(i + length) if length else None
        if mention is None or mention.role or mention.category == "actor":
            return False
        return mention.category == "place" or mention.side is not None

    def _is_other_sense(self, j: int, length: int) -> bool:
        """True for "delegates from", "on Friday", "for the first time"."""
        if length > 1:
            return False
        after = j + 1
        return self._follows_people(j) or (
            after < self.view.size and self.view.time_at[after] is not None
        )

    def _follows_people(self, j: int) -> bool:
        people, tokens = self.lists["people"], self.view.tokens
        if people.has_stem(tokens, j - 1):
            return True
        plain = self.view.mention_at[j - 1] is None and self.view.is_word(j - 1)
        return self.words.language == "ar" and plain and people.has_stem(tokens, j - 2)

    def _role_at(self, j: int) -> tuple[Role, int] | None:
        names: tuple[tuple[str, Role], ...] = (
            ("mediated", "mediator"),
            ("between", "between"),
            ("with", "with"),
            ("place", "place"),
            ("to", "to"),
            ("attended", "attended"),
        )
        if self.agent and self._at(self.agent, j):
            return "with", 1
        for name, role in names:
            if length := self._at(name, j):
                return role, length
        return None

    def _take_role(self, j: int, role: Role, length: int) -> int:
        if role == "attended" and self._follows_people(j):
            role = self.role  # "officials of A and B"
        elif role == "attended" and length == 1 and self._at("of", j) and j != self.start:
            role = "other"  # "at the request of France"
        elif role != "mediator" and not self.attached:
            role = "other"  # "fears of clashes between …" behind a meeting
        self.role, self.idle = role, 0
        after = j + length
        if role == "with":
            self._take_enclitic(j)
        return after

    def _take_enclitic(self, j: int) -> None:
        """ "with him" written as one word."""
        reading = next((r for r in self.view.readings(j) if r.enclitic), None)
        if reading is not None and self.words.language == "ar":
            self.parts.with_.append(self._pronoun(j, reading.enclitic))

    def _pronoun(self, j: int, enclitic: str) -> Pointer:
        return Pointer(
            kind="pronoun",
            place=self.view.tokens[j].start,
            gender="feminine" if enclitic == "ها" else "masculine" if enclitic == "ه" else None,
            number="singular" if enclitic in ("ها", "ه") else None,
        )

    def _take_pair(self, j: int, length: int) -> int:
        persons = any(
            self.lists["pair_persons"].has_stem(self.view.tokens, i) for i in range(j, j + length)
        )
        place = self.view.tokens[j].start
        pointer = Pointer(kind="pair", place=place, number="dual", human=persons)
        if self.role in ("between", "with", "bare", "attended"):
            self.parts.between.append(pointer)
        self.role = "after"
        self.parts.last = j + length - 1
        return j + length

    def _take_group(self, j: int, length: int) -> int:
        """Read "the four ministers": those who met before."""
        pointer = Pointer(kind="met", place=self.view.tokens[j].start, number="plural")
        if self.role in ("between", "with", "bare", "attended"):
            self.parts.between.append(pointer)
        self.role, self.parts.last = "after", j + length - 1
        return j + length

    def _take_counterpart(self, j: int) -> int:
        """ "his Omani counterpart": the adjective is behind it in Arabic, before it in English."""
        view = self.view
        hint = self._side_near(j)
        several = self._several_named(j, hint)
        if several:
            return self._take_several(several)
        named = self._named_behind(j, hint)
        for given in (self.parts.bare, self.parts.with_, self.parts.between):
            if hint is not None and hint in given:
                given.remove(hint)
        if named is not None:
            self._give(named, "between" if self.role == "between" else "with")
            self.parts.last, self.role = named.last, "after"
            return named.last + 1
        first, last = j, j
        if hint is not None:
            first, last = min(j, hint.first), max(j, hint.last)
        words = view.words_span(first, last)
        spoken = self._without_front(j, view.text(words)) if words is not None else None
        pointer = Pointer(kind="counterpart", place=view.tokens[j].start, hint=hint, words=spoken)
        target = self.parts.between if self.role == "between" else self.parts.with_
        target.append(pointer)
        other = view.mention_from(last + 1)
        if other is not None and other.category == "adjective" and other.proclitics == ("و",):
            word = spoken.split()[0] if spoken is not None else ""
            target.append(replace(pointer, hint=other, words=f"{word} {other.text}"))
            last = other.last
        self.parts.last = last
        self.role = "after"
        return last + 1

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
            if mention.role or self.view.is_word(mention.last + 1):
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

    def _take_mention(self, mention: Mention) -> int:
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
        return self.role

    def _comes_late(self, mention: Mention) -> bool:
        """True for an Arabic subject or object behind the place: التقى في دبي نائب الرئيس."""
        arabic = self.words.language == "ar"
        return arabic and mention.category == "actor"

    def _role_of_letter(self, mention: Mention, letter: str) -> Role:
        if letter == self.words.with_letter and mention.category == "actor":
            return "with"
        if letter == self.words.place_letter and mention.category in ("place", "either"):
            return "with" if self.verbal and mention.kind == "state" else "place"
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

    def _give_place(self, mention: Mention) -> None:
        if mention.category not in ("place", "either") or is_possessive(self.view, mention.last):
            return
        if self.matter and mention.category == "either" and mention.side is None:
            return
        # "in the Azerbaijani capital Baku", "in Baku, Azerbaijan": the first, finest name stays
        held = self.parts.place
        if held is None or (
            held.gazetteer_id is None and mention.gazetteer_id and self._is_venue()
        ):
            self.parts.place = mention

    def _is_venue(self) -> bool:
        """True when the place so far is a building: the town behind it says where."""
        place = self.parts.place
        venue = self.lists["venue"]
        return place is not None and venue.has_stem(self.view.tokens, place.first)

    def _step_word(self, j: int) -> int | None:
        view = self.view
        if self.role == "between" and view.form(j) == "them":
            self.parts.between.append(self._both(j))
        if self.role == "between" and self._own_people(j):
            self.parts.between.append(Pointer(kind="own-side", place=view.tokens[j].start))
        if view.form(j) == "and" or self.lists["people"].has_stem(view.tokens, j):
            return j + 1
        if self._at("venue", j) and self.role == "place":
            self._take_venue(j)
            return j + 1
        light = self.words.light_at(view.tokens, j)
        if light and (light.verb.role == "happens" or light.inflection.form != "base"):
            self.parts.light.append(light)
            self.role, self.attached = "after", True
            return light.last + 1
        if self.lists["there"].has_stem(view.tokens, j):
            self.parts.there = self.parts.place is None
        if self.lists["fresh"].has_stem(view.tokens, j):
            self.parts.fresh = True
        if self.lists["separate"].has_stem(view.tokens, j):
            self.parts.separate = True
        if view.form(j) in self.prepositions:
            self.role, self.attached = "other", False
            return j + 1
        self.idle += 1
        if self.idle > _BARE_WORDS:
            self.attached = False
            if self.role in ("bare", "place"):
                self.role = "after"
        return j + 1

    def _both(self, j: int) -> Pointer:
        return Pointer(kind="pair", place=self.view.tokens[j].start, number="dual")

    def _own_people(self, j: int) -> bool:
        """True for "its envoy" between two: مبعوثها."""
        if not self.lists["people"].has_stem(self.view.tokens, j):
            return False
        if self.words.language == "en":
            return self.view.form(j - 1) in ("its", "their")
        return any(r.enclitic in ("ها", "ه", "هم") for r in self.view.readings(j))

    def _take_venue(self, j: int) -> None:
        view = self.view
        last = j
        while last + 1 <= self.limit and view.is_word(last + 1) and last - j < 4:
            k = last + 1
            if view.form(k) in self.prepositions or view.time_at[k] is not None:
                break
            if k in view.cue_at or self._role_at(k) is not None or self._at("topic", k):
                break
            last = k
        self.parts.venue = (j, last)


def _ends(party: Party) -> int:
    """Return where a party's words end: code points."""
    return party.place if isinstance(party, Pointer) else party.span.end


def _side_of(party: Party) -> str | None:
    mention = party.hint if isinstance(party, Pointer) else party
    return (mention.side or mention.gazetteer_id) if mention is not None else None
