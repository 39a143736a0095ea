"""Read who is told, urged or accused behind an English verb.

In:  a cue, a `Behind` to fill in, the token behind the verb. Out: where to go on.
What is told to Reuters is passed on by Reuters as well. "Both sides" are those named last, "the
junta" is an actor by the words used; listeners who are nobody in particular ("reporters") are
stepped over.
"""

from dataclasses import replace

from kg.extract.attribution import can_act, unlinked_mention
from kg.extract.cues import Cue
from kg.extract.meetings.english_crowds import people_from
from kg.extract.meetings.words import load_meeting_words
from kg.extract.speakers.behind import Behind
from kg.extract.speakers.english_told_bodies import EnglishToldBodies
from kg.extract.speakers.english_words import OBJECTS, PRONOUNS
from kg.extract.told import OWN_ACTS
from kg.lexicon.grammar import endings_of, words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention

_COUNTED = words_of("en", "counts_of_a_body")
_BASED = words_of("en", "based_somewhere")
_IN_WRITING = words_of("en", "told_in_writing")
_SOMEBODY = frozenset({"him", "them"})
_BLAMED_WITHIN = 10
_PUT_ON = words_of("en", "put_on_somebody")
_PROMISING = frozenset({"promise", "guarantee", "swear", "pledge"})
_SEVERAL = endings_of("en", "plural_people")


class EnglishListeners(EnglishToldBodies):
    """Steps over listeners."""

    def _step_word(self, cue: Cue, behind: Behind, j: int) -> int | None:
        """Step over "to both governments", and go nowhere from "were continuing and that"."""
        view = self.view
        if view.form(j) == "and" and view.form(j + 1) == "that" and j == cue.last + 1:
            return None
        if view.form(j) == cue.row.addressee_preposition and not behind.addressed:
            asked = self._asked(cue, behind, j)
            if asked is not None:
                return asked
        if (promised := self._promised(cue, behind, j)) is not None:
            return promised
        self._blamed(cue, behind, j)
        if behind.content_first is not None:
            return None
        both = self._both(j + 1) if view.form(j) == "to" and not behind.addressed else None
        if both is not None and view.form(both[1] + 1) in ("to", "that", "for", "not"):
            behind.addressees.append(both[0])
            behind.addressed = True
            return both[1] + 1
        return super()._step_word(cue, behind, j)

    def _is_her_own(self, j: int) -> bool:
        """True for the "her" of "told her Finnish counterpart that", not of "told her Oslo"."""
        view = self.view
        if view.form(j) != "her":
            return False
        if self._is_her_cabinet(j):
            return True
        side = view.mention_from(j + 1)
        k = side.last + 1 if side is not None and side.category == "adjective" else j + 1
        other = view.lexicon.word_set("counterpart") | view.lexicon.word_set("other_party")
        office = view.mention_from(j)
        return view.form(k) in other or (office is not None and office.role is not None)

    def _blamed(self, cue: Cue, behind: Behind, j: int) -> None:
        """Read whom "blamed the ambush on rebels" blames, and for what."""
        view = self.view
        if cue.row.id != "blame" or j != cue.last + 1 or behind.addressed:
            return
        for k in range(j, min(view.size, j + _BLAMED_WITHIN)):
            if not view.is_word(k) or view.form(k) in ("for", "that", "over"):
                return
            placed = view.form(k) == "on" and view.form(k - 1) not in _PUT_ON
            if placed and view.time_at_or_none(k + 1) is None:
                party = self._culprit(cue, k + 1)
                if party is not None:
                    behind.addressees, behind.addressed = [party], True
                    self._take(behind, j, clausal=False)
                return

    def _culprit(self, cue: Cue, j: int) -> Party | None:
        """Return who is blamed behind "on": a name, "Ugandan rebels", "a group of gunmen"."""
        view, after = self.view, j + (self.view.form(j) in self.determiners)
        if view.form(j) in ("its", "his", "her", "their"):
            return None
        named = view.mention_from(j) or view.mention_from(after)
        if named is not None and can_act(named):
            return named
        crowd = self._crowd_at(cue, after)
        if crowd is not None:
            return crowd[0]
        many = named is not None and view.form(named.last + 1).endswith(_SEVERAL)
        if named is not None and many:
            return unlinked_mention(view, named.first, named.last + 1, number="plural")
        return people_from(view, load_meeting_words("en"), j)

    def _promised(self, cue: Cue, behind: Behind, j: int) -> int | None:
        """Step over whom "promised his guests that", "promised Chad to" assures."""
        if cue.row.id not in _PROMISING or j != cue.last + 1 or behind.addressed:
            return None
        if self.view.form(j) in _SOMEBODY:  # "promised them an answer"
            behind.addressees = [self._object_pronoun(self.view.form(j), j, behind.subject)]
            behind.addressed = True
            return j + 1
        tried = Behind(subject=behind.subject)
        after = self._step_addressee(cue, tried, j)
        if after is None or not tried.addressees:
            return None
        written = self.view.form(after) == "in" and self.view.form(after + 1) in _IN_WRITING
        if not written and self.view.form(after) not in ("that", "to"):
            return None
        after += 2 * written  # "promised Kenya in writing that"
        behind.addressees, behind.addressed = tried.addressees, True
        return after

    def _asked(self, cue: Cue, behind: Behind, j: int) -> int | None:
        """Step over whom "appealed to all factions in Lebanon to", "pleaded with Y for" asks."""
        view = self.view
        for k in range(j + 2, min(view.size, j + 9)):
            if not view.is_word(k) and k not in view.aside_from and view.tokens[k].text not in "'’":
                return None
            if view.form(k) not in cue.row.prepositions | {"not", "that"} or k < j + 2:
                continue
            first = j + 1 + (view.form(j + 1) in ("the", "a", "an"))
            named = view.mention_from(first) or view.mention_from(j + 1)
            known = named is not None and can_act(named)
            both = self._both(j + 1)
            if view.form(j + 1) in OBJECTS and k == j + 2:
                form = view.form(j + 1)
                behind.addressees.append(self._object_pronoun(form, j + 1, behind.subject))
                behind.addressed = True
                return k
            words = named if known else unlinked_mention(view, first, k - 1)
            party: Party | None = both[0] if both is not None else words
            if party is not None:
                behind.addressees.append(party)
            behind.addressed = True
            return k
        return None

    def _step_addressee(self, cue: Cue, behind: Behind, j: int) -> int | None:
        view = self.view
        form = view.form(j)
        other = view.form(j + 1) in view.lexicon.word_set("other_party")
        named = view.mention_from(j + 2 + view.is_comma(j + 2))
        if other and form != "a" and form in self.determiners and not (named and named.person):
            behind.addressees.append(Pointer(kind="other", place=view.tokens[j].start))
            behind.addressed = True
            return j + 2
        if form in ("him", "her", "them", "it") and not self._is_her_own(j):
            behind.addressees.append(self._object_pronoun(form, j, behind.subject))
            behind.addressed = True
            return j + 1
        heard = self._both(j) or self._hearing(cue, j) or self._body_at(cue, j)
        if heard is not None:
            behind.addressees.append(heard[0])
            behind.addressed = True
            return heard[1] + 1
        outlet = self._nameless_outlet(cue, j) or self._by_letters(cue, j)
        if outlet is not None:
            behind.addressees.append(outlet)
            behind.addressed = True
            return outlet.last + 1
        after = j
        while view.form(after) in self.determiners:
            after += 1
        if (
            view.tokens[min(after + 1, view.size - 1)].text == "-"
            and view.form(after + 2) in _BASED
        ):
            after += 3  # "told Tirana-based Drini TV"
        if view.form(after).isdecimal() and view.form(after + 2) in _COUNTED:
            after += 3  # "told the 15-member council"
        mention = self._outlet_behind(after)
        mention = mention or view.mention_from(after) or view.mention_from(j)
        mention = mention or self._past_attribute(after)
        if mention is not None and mention.category == "adjective":
            if (named := self._described(mention)) is None and (
                self.view.form(mention.last + 1) in view.lexicon.word_set("counterpart")
            ):
                return self._step_counterpart(behind, mention)
            mention = named or mention
        if mention is not None and view.form(mention.last + 1) in view.lexicon.word_set("nobody"):
            return self._past_listeners(cue, behind, mention.last + 1)  # "White House reporters"
        crowd = self._crowd_at(cue, after) if mention is None or not can_act(mention) else None
        if crowd is not None:
            behind.addressees.append(crowd[0])
            behind.addressed = True
            return self._past_more(crowd[1] + 1)
        if mention is not None and can_act(mention):
            behind.addressees.append(mention)
            if mention.kind == "media" and cue.row.that and not cue.row.prepositions - {"to"}:
                behind.via.append(mention)  # who is told passes it on
            behind.addressed = True
            ends = cue.row.prepositions
            more = self._more_told(behind, mention.last + 1, ends)
            return more if more is not None else self._past_more(mention.last + 1)
        people = self._people_at(cue, j) if mention is None else None
        if people is not None and view.form(people.last) not in view.lexicon.word_set("nobody"):
            behind.addressees.append(people)
            behind.addressed = True
            return self._past_more(people.last + 1)
        if form in self.prepositions:
            return self._step_preposition(cue, behind, j)
        return self._past_listeners(cue, behind, after)

    def _people_at(self, cue: Cue, j: int) -> Mention | None:
        """Return the people without a name who are told: "thanked the families of the detained"."""
        ends = {*cue.row.prepositions, "to", "for", "from"}
        return people_from(self.view, load_meeting_words("en"), j, ends)

    def _crowd_at(self, cue: Cue, j: int) -> tuple[Mention, int] | None:
        """Return "Croatian fishermen", "group of lawmakers from Kerala": people by their sort."""
        view, last = self.view, j
        adjective = view.mention_from(j)
        if adjective is not None and adjective.category == "adjective":
            last = adjective.last + 1
        elif view.form(j) in view.lexicon.word_set("gatherings") and view.form(j + 1) == "of":
            people = view.mention_from(j + 2)
            last = people.last if people is not None and not people.person else j + 2
        else:
            return None
        if not view.is_word(last) or (last == j + 1 and view.mention_at[last] is not None):
            return None
        plural = view.form(last).endswith(_SEVERAL) or last > j + 1
        if not plural or view.form(last) in view.lexicon.word_set("nobody"):
            return None
        named = view.mention_from(last + 2)
        if view.form(last + 1) in ("from", "of") and named is not None:
            last = named.last
        after = last + 1
        ends = self._ends_listener(cue, after) or view.is_comma(after) or self._is_said(after)
        found = unlinked_mention(view, j, last, number="plural") if ends else None
        return (found, last) if found is not None else None

    def _past_attribute(self, j: int) -> Mention | None:
        """Return whom "visiting U.S. envoy Jane Roe" names."""
        view = self.view
        if not view.is_word(j):
            return None
        mention = view.mention_from(j + 1)
        plain = view.tokens[j].text.islower() and view.form(j) not in self.prepositions | {"that"}
        return mention if plain and mention is not None and mention.kind != "media" else None

    def _step_counterpart(self, behind: Behind, adjective: Mention) -> int:
        """ "told his Egyptian counterpart that": the same office on the other side."""
        view, last = self.view, adjective.last + 1
        behind.addressees.append(
            Pointer(
                kind="counterpart",
                place=view.tokens[adjective.first].start,
                hint=adjective,
                words=view.text(view.span(adjective.first, last)),
            )
        )
        behind.addressed = True
        return last + 1

    def _described(self, adjective: Mention) -> Mention | None:
        """Return whom "his Iranian counterpart Abbas Araghchi" names, on that side."""
        view = self.view
        for k in range(adjective.last + 1, min(view.size, adjective.last + 4)):
            mention = view.mention_from(k)
            if mention is not None and can_act(mention):
                return mention if mention.side else replace(mention, side=adjective.gazetteer_id)
            if view.is_comma(k):
                continue  # "her Finnish counterpart, Jo Roe,"
            if view.form(k) in self.prepositions | {"that"} or not view.is_word(k):
                return None
        return None

    def _past_more(self, j: int) -> int:
        """Step over "and Y" behind an addressee."""
        view = self.view
        if view.form(j) == "and" and view.mention_from(j + 1) is not None:
            mention = view.mention_at[j + 1]
            return mention.last + 1 if mention else j
        apposed = view.mention_to(j - 1) if view.is_comma(j) else None
        if apposed is not None and view.time_at_or_none(j + 1) is not None:
            inside = range(apposed.first, apposed.last)  # "told the premier, Jo Roe, last week"
            return j + 1 if any(view.is_comma(k) for k in inside) else j
        return j

    def _past_listeners(self, cue: Cue, behind: Behind, j: int) -> int | None:
        """Step over listeners who are nobody in particular: "told reporters", "urged all sides"."""
        view, row = self.view, cue.row
        if (named := self._unknown_listener(cue, j)) is not None:
            behind.addressees.append(named[0])
            behind.addressed = True
            if isinstance(named[0], Mention) and named[0].kind == "media":
                behind.via.append(named[0])
            return self._past_more(named[1] + 1)
        press = view.form(j) in view.lexicon.word_set("nobody")
        behind.addressed = behind.addressed or (press and row.id == "tell")  # "told reporters it"
        for k in range(j, min(view.size, j + 7)):
            stop = view.form(k) == "that" or view.quotation_at[k] is not None
            if view.tokens[k].text == "-" and view.is_word(k + 1):
                continue  # "its 35-nation board"
            if stop or not view.is_word(k) or view.form(k) in row.prepositions:
                return k if k > j or stop else None
            if view.form(k) in self.prepositions or view.time_at[k] is not None:
                return self._after_listeners(cue, behind, k)
            if k > j and (view.mention_from(k) or view.form(k) in PRONOUNS):
                return self._after_listeners(cue, behind, k)
            if k > j and view.form(k) in ("the", "a", "an", "its", "his", "their"):
                return self._after_listeners(cue, behind, k)
        return None

    def _both(self, j: int) -> tuple[Pointer, int] | None:
        """Return "both sides", "the two neighbours"."""
        view = self.view
        head = j + (view.form(j) == "the")
        if view.form(head) == "both" and view.form(head + 1) in ("to", "not", "that"):
            place = view.tokens[j].start
            return Pointer(kind="pair", place=place, number="dual", words="both"), head
        if view.form(head) not in ("both", "two") or view.form(head + 1) not in self.pair_heads:
            return None
        place, human = view.tokens[j].start, self._are_people(head + 1)
        return Pointer(kind="pair", place=place, number="dual", human=human), head + 1

    def _unknown_listener(self, cue: Cue, j: int) -> tuple[Party, int] | None:
        """Return a body by its sort, "the junta", and whoever is accused or urged by any words."""
        view = self.view
        if (outlet := self._named_outlet(cue, j)) is not None:
            return outlet
        definite = view.form(j - 1) == "the"
        if definite and cue.row.that and view.lexicon.descriptions.get(view.form(j)) == "media":
            paper = unlinked_mention(view, j, j)  # "told the newspaper that"
            return (paper, j) if paper is not None else None
        sorts = "listening_bodies" if definite else "bare_bodies"
        if view.form(j) in view.lexicon.word_set(sorts):
            found = unlinked_mention(view, j, j)
            return (found, j) if found is not None else None
        if cue.row.act not in OWN_ACTS or not view.is_word(j):
            return None
        last = j
        while view.is_word(last + 1) and last - j < 2 and not self._ends_listener(cue, last + 1):
            last += 1
        nobody = view.lexicon.word_set("nobody")
        if view.form(last) in nobody or not self._ends_listener(cue, last + 1):
            return None
        if not definite and not view.form(last).endswith("s"):
            return None
        found = unlinked_mention(view, j, last)
        return (found, last) if found is not None else None

    def _ends_listener(self, cue: Cue, j: int) -> bool:
        """True where the words for a listener end: "accused the ruling party | of"."""
        view = self.view
        form = view.form(j)
        closes = form in cue.row.prepositions | self.prepositions or form in (
            "that",
            "not",
            "never",
        )
        closes = closes or (view.is_comma(j) and j in view.aside_from)
        return closes or view.time_at_or_none(j) is not None

    def _after_listeners(self, cue: Cue, behind: Behind, k: int) -> int | None:
        view = self.view
        if view.form(k) in self.prepositions:
            return self._step_preposition(cue, behind, k)
        if view.time_at[k] is not None:
            after = k
            while after < view.size and view.time_at[after] is not None:
                after += 1
            return self._after_listeners(cue, behind, after) if after < view.size else None
        if view.form(k) == "that" or view.quotation_at[k] is not None:
            return k
        return self._take(behind, k) if cue.row.bare else k + 1
