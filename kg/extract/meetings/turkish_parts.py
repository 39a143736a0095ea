"""Sort the parties, place and time of a Turkish meeting by the cases of their names.

In:  a view, the stretch of the clause. Out: `Parts`: who is subject, whom "ile" joins, who is
object, owner, mediator; "A ile B arasında"; counterparts; the place in the locative; the time.
"""

from dataclasses import replace

from kg.extract.attribution import can_act, unlinked_mention
from kg.extract.meetings.turkish_cases import Parts
from kg.extract.meetings.turkish_crowds import (
    NO_MODIFIER,
    crowd_at,
    crowd_of_nation,
    describes_many,
    is_bare_crowd,
    topic_crowd,
)
from kg.extract.meetings.turkish_groups import PLACED, behind_its_holder
from kg.extract.meetings.turkish_joined import JoinedNames
from kg.extract.meetings.turkish_places import (
    as_town,
    is_unknown_town,
    site_behind,
)
from kg.extract.meetings.turkish_sites import (
    is_day_of_matter,
    is_elsewhere,
    is_hall_of,
    is_of_matter,
    occasion_behind,
)
from kg.extract.meetings.turkish_words import TurkishMeetingWords
from kg.extract.turkish_press_offices import press_office_behind
from kg.extract.view import Quotation, View
from kg.lexicon.grammar import endings_of, words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Case, Mention

_RECEIVING = frozenset({"host", "bring", "visit", "summon"})
_BOTH_WITH = words_of("tr", "with_both")
_TWO_SIDED = endings_of("tr", "two_sided")
_THERE = words_of("tr", "there")
_THE_TWO = "ikili"
_EVENTS = endings_of("tr", "events_of_bodies")
_OFFICE_WORDS = 5  # "Kenya ve Uganda savunma bakanları A"
_SIDES_OF = endings_of("tr", "sides_of_a_conflict")
_OF_AN_OFFICE = ("liğ", "lik", "luğ", "luk")  # cumhurbaşkanlığı
_BODY_WORDS = 8
_TO_ATTEND = words_of("tr", "to_attend_it")
_MEMBERS = endings_of("tr", "members_of_a_body")
_MEANWHILE = words_of("tr", "meanwhile")


class PartsReader(JoinedNames):
    """Walks over the clause once."""

    def __init__(self, view: View, words: TurkishMeetingWords) -> None:
        super().__init__(view, words)
        self.start = 0
        self.goes = False  # the verb is one of going: it has no object
        self.inside: Quotation | None = None  # the words quoted that are read
        self.receives = False  # the meeting's verb has whom they meet in the accusative
        self.passed: frozenset[int] = frozenset()  # tokens of a relative clause read before

    def read(self, start: int, end: int, cue: int) -> Parts:
        """Return the parts among tokens `start` to `end - 1`; the meeting's word is at `cue`."""
        parts = Parts()
        i = self.start = start
        hit = self.words.at(self.view.tokens, cue)
        self.receives = hit is not None and hit.frame in _RECEIVING and not hit.go
        self.goes = hit is not None and hit.go
        while i < end:
            if i in self.passed:
                i += 1
                continue
            quotation = self.view.quotation_at[i]
            if quotation is not None and quotation is not self.inside:
                i = quotation.last + 1
                continue
            i = max(i + 1, self._step(parts, i, end, cue))
        return parts

    def _step(self, parts: Parts, i: int, end: int, cue: int) -> int:
        view = self.view
        if self._in_parentheses(i):
            return i + 1
        if view.time_at[i] is not None and (parts.time is None or i < cue):
            if not is_day_of_matter(view, self.words, i):
                parts.time = view.time_at[i]
                parts.first = min(parts.first, i)
            return i + 1
        topic = topic_crowd(view, self.start, i, self.words.people) if i > self.start else None
        if topic is not None and not parts.subjects:
            parts.subjects.append(topic)  # "Batı Afrika ülkelerinin liderleri,"
            return i + 1
        length = view.phrase_at(i, self.words.phrases["pairs"])
        body = view.mention_from(i)
        if body is not None and body.last >= i + length:
            length = 0  # "Bakanlar Kurulu'nu"
        if length == 1 and self._is_of_a_sort(i) and self._take_crowd(parts, i):
            return i + 1  # "aşiret liderlerini"
        if length:
            self._take_pair(parts, i, length)
            return i + length
        if view.form(i) in self.words.counterparts:
            return self._take_counterpart(parts, i, end)
        parts.there |= view.form(i) in _THERE and i < cue
        if view.form(i) in self.words.venues and parts.venue is None:
            self._take_venue(parts, i)
        mention = view.mention_from(i)
        if mention is None and (case := self.words.sides.get(view.form(i))) is not None:
            self._take_side(parts, i, case)
        if mention is None or is_bare_crowd(mention):
            taken = self._take_crowd(parts, i)
            if taken or mention is None:
                return i + 1
        if (crowd := crowd_of_nation(view, mention, self.words.people)) is not None:
            self._give_crowd(parts, crowd)
            return crowd.last + 1
        if describes_many(view, mention):
            return mention.last + 1
        return self._take_group(parts, mention, end, cue)

    def _take_pair(self, parts: Parts, i: int, length: int) -> None:
        last = i + length - 1
        words = " ".join(self.view.form(k) for k in range(i, last + 1))
        if words in _BOTH_WITH:
            place = self.view.tokens[i].start
            parts.with_.append(Pointer(kind="pair", place=place, number="dual"))
            return
        if self.words.pairs.get(words, "nominative") not in (
            "nominative",
            "genitive",
            "accusative",
        ):
            return
        if self.view.form(last) == "ikili" and self.view.form(last + 1).startswith(_TWO_SIDED):
            return  # "ikili ilişkileri görüştü"
        human = any(self.view.form(k).startswith(self.words.persons) for k in range(i, last + 1))
        place = self.view.tokens[i].start
        sort = self.view.form(last + 1) == "bir" and self.view.form(last + 2) != "araya"
        two = words if words == _THE_TWO and not sort else None  # not "ikili bir görüşme"
        parts.pairs.append(
            Pointer(
                kind="pair", place=place, number="dual", human=None if two else human, words=two
            )
        )
        parts.first = min(parts.first, i)

    def _take_side(self, parts: Parts, i: int, case: Case) -> None:
        """Take "muhalefetle", "isyancılar ile": a side without a name, with whom somebody meets."""
        view = self.view
        alone = case == "nominative" and view.form(i + 1) == "ile"
        second = case == "nominative" and view.form(i - 1) == "ile" and self._is_party(i - 2)
        if not (alone or second or case == "instrumental") or view.mention_at[i] is not None:
            return
        side = unlinked_mention(view, i, i)
        if side is not None:
            given = parts.subjects if second else parts.with_
            given.append(replace(side, name=self.words.side_names[view.form(i)]))

    def _is_party(self, i: int) -> bool:
        """True for the first of "hükümet ile muhalefet", "Gana hükümeti ile sendikalar"."""
        mention = self.view.mention_to(i)
        return self.view.form(i) in self.words.sides or can_act(mention)

    def _take_crowd(self, parts: Parts, i: int) -> bool:
        """Take "muhalefet liderleriyle", "yabancı büyükelçileri": people without a name."""
        crowd = crowd_at(self.view, i, self.words.people)
        if crowd is None:
            return False
        self._give_crowd(parts, crowd)
        return True

    def _give_crowd(self, parts: Parts, crowd: Mention) -> None:
        parts.first = min(parts.first, crowd.first)
        if crowd.case == "genitive":
            parts.crowds.append(crowd)
        elif crowd.case in ("dative", "ablative"):
            (parts.goals if crowd.case == "dative" else parts.sources).append(crowd)
        else:
            (parts.with_ if crowd.case == "instrumental" else parts.objects).append(crowd)

    def _is_of_a_sort(self, i: int) -> bool:
        """True for the leaders of "aşiret liderlerini": not the two told of before."""
        sort = self.view.form(i - 1) if i > self.start and self.view.is_word(i - 1) else ""
        plain = self.view.mention_at[i - 1] is None and self.view.time_at[i - 1] is None
        possessed = any(mark in self.view.form(i) for mark in ("leri", "lari"))
        return bool(sort) and plain and possessed and not sort.endswith(NO_MODIFIER)

    def _take_venue(self, parts: Parts, i: int) -> None:
        if self.words.venues[self.view.form(i)].case in ("locative", "attributive"):
            first = i
            while first > 0 and self.view.is_word(first - 1) and i - first < 3:
                if self.view.mention_at[first - 1] is not None or self.view.time_at[first - 1]:
                    break
                first -= 1
            parts.venue = (first, i)

    # -- counterparts ------------------------------------------------------------------------------

    def _take_counterpart(self, parts: Parts, i: int, end: int) -> int:
        """ "Türk mevkidaşı (X)": the person named behind, else whoever holds that office."""
        view = self.view
        before = view.mention_to(i - 1)
        hint = before if before is not None and before.gazetteer_id else None
        if hint is not None and hint.case in PLACED:
            hint = None  # "Viyana'da mevkidaşı X ile"
        named = view.mention_from(i + 1)
        if (
            view.form(i).endswith(("leri", "lari"))
            and named is not None
            and named.person is not None
        ):
            self._forget(parts, hint)
            return i + 1  # "Türk ve Rus mevkidaşları A ile B'yi"
        form = self.words.counterparts[view.form(i)]
        case = form.case
        first = hint.first if hint is not None else i
        self._forget(parts, hint)
        group: list[Party]
        if named is not None and named.person is not None and case == "nominative":
            side = hint.gazetteer_id if hint is not None else named.side
            group = [replace(named, side=side)]
            while (following := self.joined(named, end)) is not None:
                if view.form(named.last + 1) == "ile" or following.category == "adjective":
                    break
                group.append(following)
                named = following
            last, case = named.last, named.case or "nominative"
        else:
            words = view.words_span(first, i)
            spoken = view.text(words) if words is not None else ""
            spoken = spoken[: len(spoken) - form.cut]
            place = view.tokens[i].start
            group = [Pointer(kind="counterpart", place=place, hint=hint, words=spoken)]
            last = i
        self._give(parts, group, case, last + 1, first)
        return last + 1

    def _forget(self, parts: Parts, hint: Mention | None) -> None:
        for given in (parts.subjects, parts.with_, parts.owners, parts.objects):
            if hint is not None and hint in given:
                given.remove(hint)

    # -- groups of names ---------------------------------------------------------------------------

    def _take_group(self, parts: Parts, mention: Mention, end: int, cue: int) -> int:
        """Take names joined by "ve", commas, "ile": the last one's case is that of all."""
        if (site := site_behind(self.view, mention)) is not None and site[0] < end:
            town = as_town(mention) if is_unknown_town(mention) else mention
            self._place(parts, replace(town, case=site[1]), cue)
            return site[0] + 1
        if (beside := occasion_behind(self.view, mention)) is not None and beside < end:
            return beside + 1
        group = [mention]
        if (other := self._between_nameless(mention, end)) is not None:
            self._give(parts, [mention, other], "nominative", other.last + 1, mention.first)
            return other.last + 1
        while (following := self.joined(group[-1], end)) is not None:
            if self._nameless_behind(group[-1], end) is not None:
                break
            if occasion_behind(self.view, following) is not None:
                break  # "X ile NATO Zirvesi kapsamında"
            group.append(following)
        if others := self._nameless_behind(group[-1], end):
            people, case = others
            self._give(parts, [*self._acting(group), people], case, people.last + 1, group[0].first)
            return people.last + 1
        last = group[-1]
        after = last.last + 1
        if last.case == "locative" and is_elsewhere(self.view, self.words, last, cue):
            group = [m for m in group if m.person]  # "Ruto, Togo ve Mali'de yaşanan olaylar"
            self._give(parts, list(group[:1]), "nominative", after, mention.first)
            return after
        if behind := self._past_nobody(group, after):
            return behind
        led = self._group_of(group, after)
        if led is not None:
            case = self.words.groups[self.view.form(led)]
            case = "nominative" if self.goes and case == "accusative" else case
            joined = self.view.form(after) == "ve" and self.view.form(led + 1) != "ile"
            if self.receives and joined and self.view.form(led).endswith(("i", "u")):
                case = "accusative"  # "X ve beraberindeki heyeti": not "their delegation"
            self._give(parts, list(self._acting(group)), case, led + 1, group[0].first)
            return led + 1
        view_form = self.view.form(after)
        counterpart = after < self.view.size and view_form in self.words.counterparts
        if counterpart and last.case not in PLACED:
            group = group[:-1]  # its adjective, read with the word itself
            if view_form.endswith(("leri", "lari")):  # "Türk ve Rus mevkidaşları"
                group = [m for m in group if m.category != "adjective"]
            if not group:
                return after
            if self.view.form(group[-1].last + 1) == "ile":
                self._give(parts, list(self._acting(group)), "instrumental", after, group[0].first)
                return after
            last = group[-1]
        self._place(parts, last, cue)
        if len(group) == 1 and self._is_of_both(parts, mention):
            both = parts.pairs.pop()
            self._give(parts, [both], last.case or "nominative", last.last + 1, mention.first)
            return last.last + 1
        if acting := self._acting(group):
            self._give(
                parts, list(acting), last.case or "nominative", last.last + 1, group[0].first
            )
        return last.last + 1

    def _group_of(self, group: list[Mention], after: int) -> int | None:
        """Return the token of the delegation that the last of the names leads or sends."""
        led = self._led_by(after)
        led = self._own_group(group[-1], after) if led is None else led
        alone = len(group) == 1 and group[-1].kind == "state"
        if led is None and alone and group[-1].case == "ablative":
            led = self._sent_from(after)  # "Afganistan hükümetinden bir heyet ile"
        return led

    def _past_nobody(self, group: list[Mention], after: int) -> int:
        """Return the token behind names of nobody who met: an event, an agenda; 0 for parties."""
        if self._is_occasion(group[-1]):
            return after + 2
        if (office := press_office_behind(self.view, group[-1])) is not None:
            return office + 1
        if len(group) == 1 and self._is_agenda(group[-1]):
            return after + 1
        return self._holders_behind(group) or behind_its_holder(self.view, group[-1])

    def _is_occasion(self, mention: Mention) -> bool:
        """True for the body of "NATO zirvesi sırasında (Y ile görüştü)": nobody who met."""
        event = mention.last + 1
        plain = mention.case in ("nominative", "adjective", None)
        apart = self.view.form(event).startswith(_EVENTS)
        return plain and apart and self.view.form(event + 1) in (_MEANWHILE | _TO_ATTEND)

    def _holders_behind(self, group: list[Mention]) -> int:
        """Return the token of A in "Kenya ve Uganda savunma bakanları A ile B"; 0 for no such."""
        first = group[-1].last + 1
        if members := self._members_behind(group[0]):
            return members
        states = len(group) > 1 and all(m.kind == "state" and not m.role for m in group)
        for i in range(first, first + _OFFICE_WORDS) if states else ():
            named = self.view.mention_from(i)
            if named is not None:
                plural = self.view.form(i - 1).endswith(("leri", "lari"))
                office = self.view.form(i - 1).startswith(self.words.persons)
                return i if i > first and named.person and plural and office else 0
            if not self.view.is_word(i):
                return 0
        return 0

    def _members_behind(self, body: Mention) -> int:
        """Return the token of A in "Başkanlık Konseyi üyeleri A, B ve C ile"; 0 for no such."""
        if body.person or body.human or body.case not in ("nominative", None):
            return 0
        for i in range(body.first + 1, min(self.view.size - 1, body.first + _BODY_WORDS)):
            if not self.view.is_word(i):
                return 0
            named = self.view.mention_from(i + 1)
            if self.view.form(i).startswith(_MEMBERS) and named is not None and named.person:
                return i + 1
        return 0

    def _is_of_both(self, parts: Parts, mention: Mention) -> bool:
        """True for the ministers of "iki ülke(nin) dışişleri bakanlarıyla": nobody else's."""
        if not parts.pairs or mention.side or mention.person or mention.number != "plural":
            return False
        starts = range(max(0, mention.first - 3), mention.first)
        phrases = self.words.phrases["pairs"]
        return any(i + phrases.length_at(self.view.tokens, i) == mention.first for i in starts)

    def _acting(self, group: list[Mention]) -> list[Mention]:
        return [m for m in group if can_act(m) or m.category == "adjective"]

    def _place(self, parts: Parts, mention: Mention, cue: int) -> None:
        if mention.category not in ("place", "either"):
            seat = self.view.post_in(mention) if mention.case == "locative" else None
            parts.place = parts.place or seat  # "ABD'nin Roma Büyükelçiliğinde"
            return
        if mention.case == "locative" and is_elsewhere(self.view, self.words, mention, cue):
            return
        if is_hall_of(parts.place, mention):
            parts.venue = parts.venue or (mention.first, mention.last)
        elif mention.case == "locative" and (parts.place is None or mention.first < cue):
            parts.place = mention
            parts.first = min(parts.first, mention.first)
        elif mention.case == "attributive" and parts.place is None:
            behind, people = self.view.form(mention.last + 1), self.words.persons + _SIDES_OF
            # "Yemen'deki taraflar" met elsewhere; "Tiran'daki cumhurbaşkanlığı sarayı" is no man.
            sided = behind.startswith(people) and not any(m in behind for m in _OF_AN_OFFICE)
            if not sided and not is_of_matter(self.view, self.words, mention.last + 1):
                parts.place = mention
        elif mention.case in ("dative", "accusative") and mention.category == "place":
            parts.goals.append(mention)
