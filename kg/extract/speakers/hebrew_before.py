"""Find the subject that stands in front of a Hebrew verb.

In:  a verb's cue. Out: the party, the order's name, whether another speaker's words begin there.
Subject and verb agree in gender and number. Insertions, relative clauses, adverbs and times between
them are stepped over; a mention behind a preposition or inside a longer noun phrase is no subject.
"""

from dataclasses import replace

from kg.extract.attribution import can_act, unlinked_mention
from kg.extract.cues import Cue
from kg.extract.mentions.hebrew_parts import is_verb
from kg.extract.speakers.hebrew_around import HebrewAround
from kg.extract.speakers.hebrew_words import AND_OR_NONE
from kg.lexicon.grammar import endings_of, words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention

# The order's name where a thing is the subject: "the figures show that".
THING = "thing"
_REACH = 24
_RELATIVE_REACH = 14
_WITHIN = words_of("he", "within_which")
_AS_SAID = words_of("he", "as_said")
_RELATIVE = words_of("he", "opens_relative")
_LED_BY = words_of("he", "leads_to_anothers_name")
_WIFE_OF = words_of("he", "kin_in_front_of_a_name")
_OBJECT = ("את", "ואת")
_WHENCE = 4
_ASKED = words_of("he", "asks_why")
_SPOKESMAN = endings_of("he", "spokesman")
_BUREAU = endings_of("he", "bureau")


class HebrewBefore(HebrewAround):
    """Looks to the left of a verb."""

    def subject_before(self, cue: Cue) -> Party | None:
        """Return a subject in front of any verb, None when it has to be sought elsewhere."""
        return self._before(cue)[0]

    def _before(self, cue: Cue) -> tuple[Party | None, str, bool]:
        """Return a subject in front of the verb, the order's name, and whether it is nested."""
        view = self.view
        if "ש" in cue.proclitics or view.form(cue.first - 1) == "אשר":
            return self._of_relative(cue)
        if "ו" in cue.proclitics:
            return None, "", False
        if view.form(cue.first - 1) in _WITHIN:
            return self._of_within(cue), "within", False
        k = self._step_left(cue.first - 1)
        pronoun = self._pronoun(k, continues=cue.row.continues)
        if pronoun is not None and view.form(k - 1) in _ASKED:
            return None, THING, False  # "נשאל מדוע הוא חושב"
        if pronoun is not None:
            return pronoun, "pronoun", self.is_that(k) or view.form(k - 1) == "כי"
        pair = self._pair_to(k) or self._quoted_outlet(cue, k)
        if pair is not None:
            return pair, "subject-verb", False
        mention = self._subject_to(k)
        if mention is not None:
            if not self._agrees(cue, mention):
                around = self._with_name_in(cue, k, mention)
                return around, "subject-verb" if around is not None else "", False
            mention = self._first_of_pair(mention)
            return mention, "subject-verb", self._after_that(mention)
        inside = view.mention_to(k)
        if inside is not None:
            governed = bool(inside.person) and self.is_preposition(inside.first - 1)
            if governed or inside.proclitics not in AND_OR_NONE:
                around = self._with_name_in(cue, k, inside) if not inside.proclitics else None
                around = around or self._placed(cue, inside)
                return around, "subject-verb" if around is not None else "", False
        if (named := self._named_aside(k)) is not None:
            return named, "subject-verb", False
        return self._unlinked_before(cue, k)

    def _of_relative(self, cue: Cue) -> tuple[Party | None, str, bool]:
        """Return who a relative clause is about: "the minister, who warned that …"."""
        k = cue.first - 1 - (self.view.form(cue.first - 1) == "אשר")
        if self.view.is_comma(k):
            k -= 1
        mention = self.view.mention_to(k)
        if mention is not None and can_act(mention) and self._agrees(cue, mention):
            return mention, "relative", True
        return None, "", False

    def _of_within(self, cue: Cue) -> Mention | None:
        """Return the clause's subject: "X sent a letter in which it accused", "a session where"."""
        view, floor = self.view, cue.first - 1
        named = view.mention_from(cue.last + 1)
        own = named is not None and (named.person or named.role) and not named.proclitics
        if own and named is not None and can_act(named) and self._agrees(cue, named):
            return None  # "a summit at which the president of X voiced concern"
        for mention in view.mentions:
            if mention.first >= floor:
                break
            before = view.form(mention.first - 1)
            free = mention.proclitics in AND_OR_NONE and not self.is_preposition(mention.first - 1)
            if free and can_act(mention) and before not in ("את", "של") and mention.last < floor:
                return mention if self._agrees(cue, mention) else None
        return None

    def _step_left(self, k: int) -> int:
        """Step over adverbs, times, auxiliaries, insertions and relative clauses."""
        view = self.view
        moved = True
        while moved and k > 0:
            moved = False
            if k in view.aside_to and view.aside_to[k] > 0:
                k, moved = view.aside_to[k] - 1, True
            elif view.is_word(k) and self._is_light(k):
                k, moved = k - 1, True
            elif (placed := self._place_behind(k)) is not None:
                k, moved = placed, True
            elif view.is_comma(k) and self._ends_apposed(k - 1) and not self._is_led(k - 1):
                return k - 1
            elif view.is_comma(k) or view.tokens[k].text in "–—":
                opening = self._opening(k)
                if opening is not None:
                    k, moved = opening - 1, True
            elif (opened := self._relative_before(k)) is not None:
                k, moved = opened - 1, True
        return k

    def _ends_apposed(self, k: int) -> bool:
        """True where a mention ends that holds its own apposition: "נשיא יפן, שינזו אבה,".

        So does the last of "שרי החוץ של יפן וסין, א וב,", the first of whom it is joined to.
        """
        mention = self.view.mention_to(k)
        if mention is None or not can_act(mention):
            return False
        first = self._joined_to(mention) or mention
        if mention.role and self.view.is_comma(mention.first - 1):
            seat = self.view.mention_to(mention.first - 2)
            if seat is not None and seat.proclitics == ("ב",):
                return True  # "שגריר הודו בקולומבו, ראג'ש ניאר,"
        return any(self.view.is_comma(i) for i in range(first.first, mention.last))

    def _is_led(self, k: int) -> bool:
        """True where the mention that ends at `k` stands behind "with", את: part of a clause."""
        mention = self.view.mention_to(k)
        if mention is None or mention.proclitics[:1] == ("ש",):
            return False  # "לאחר שהנשיא, דני כהן, הודיע": a clause of his own
        ahead = mention.first - 1
        return self.is_preposition(ahead) or self.view.form(ahead) in ("את", "ואת")

    def _place_behind(self, k: int) -> int | None:
        """Return where the actor ends behind which "in Tel Aviv", "in reply" stands at `k`."""
        view = self.view
        mention = view.mention_to(k)
        first = mention.first if mention is not None else k
        if (whence := self._whence_behind(k)) is not None:
            return whence
        lettered = mention is not None and mention.proclitics[-1:] == ("ב",)
        if not lettered and not (mention is None and self._is_adjunct(k)):
            return None
        ahead = view.mention_to(first - 1)
        return first - 1 if ahead is not None and can_act(ahead) else None

    def _whence_behind(self, k: int) -> int | None:
        """Return where the person ends behind whom "ממסגרת התיאום" tells the body."""
        view = self.view
        for m in range(k, max(0, k - _WHENCE), -1):
            if not view.is_word(m) and view.form(m) not in ("-", "'"):
                return None
            inside = view.mention_from(m)
            body = inside is not None and inside.proclitics == ("מ",) and can_act(inside)
            stems = {r.stem for r in view.readings(m) if r.proclitics == ("מ",)}
            if body or (stems & self.body_heads and inside is None):
                ahead = view.mention_to(m - 1)
                named = ahead is not None and ahead.person and not ahead.proclitics
                return m - 1 if named else None
        return None

    def _is_adjunct(self, k: int) -> bool:
        return self._is_fused(k, "ב") and any(
            r.stem in self.adjunct_heads for r in self.view.readings(k)
        )

    def _is_light(self, k: int) -> bool:
        view = self.view
        if view.mention_at[k] is not None and view.time_at[k] is None:
            return False
        return view.time_at[k] is not None or self._is_adverb(k) or view.form(k) in self.auxiliaries

    def _opening(self, k: int) -> int | None:
        """Return the mark that opens the insertion which the mark at `k` closes."""
        view = self.view
        mark = view.tokens[k].text
        for m in range(k - 1, max(0, k - _REACH), -1):
            if (
                view.quotation_at[m] is not None
                and view.quotation_at[m] is not view.quotation_at[k]
            ):
                continue
            if view.tokens[m].text == mark and view.mention_at[m] is None:
                ahead = view.mention_to(m - 1)
                if self._runs_on(m + 1):
                    return None  # "X, Y, will visit Z, his ministry said": no insertion
                tells = self._tells_of_one(m + 1) and view.is_word(m - 1)
                if not tells and self._ends_apposed(m - 1) and self._is_led(m - 1):
                    continue  # "who met the envoy, A, in Y yesterday,"
                known = ahead is not None and can_act(ahead) and ahead.proclitics in AND_OR_NONE
                said = view.form(m + 1) in _AS_SAID
                return m if known or said or tells or self._is_body(m - 1) else None
            if self._is_finite(m) and not self._in_relative(m):
                return None
        return None

    def _runs_on(self, i: int) -> bool:
        """True for a verb without ש right behind a comma: the clause itself goes on."""
        view = self.view
        opens = self.is_shin(i) or view.form(i) in _WITHIN
        plain = view.is_word(i) and view.mention_at[i] is None and not opens
        return plain and is_verb(view.tokens[i]) and i not in view.cue_at

    def _tells_of_one(self, i: int) -> bool:
        """True for "who …", "המשמש …", "מבכירי …": in front of the comma stands somebody."""
        one_of = self.view.mention_from(i)
        if one_of is not None and one_of.number == "plural" and one_of.human:
            return one_of.proclitics == ("מ",)
        return self.is_shin(i) or self.view.form(i) in _WITHIN or self._is_participle(i)

    def _is_body(self, k: int) -> bool:
        return self.view.is_word(k) and self.view.form(k) in self.view.lexicon.descriptions

    def _in_relative(self, i: int) -> bool:
        """True for a verb inside a clause that ש opens, on it or a few words before it."""
        for k in range(i, max(-1, i - 4), -1):
            if self.is_shin(k) or self.view.form(k) in _RELATIVE:
                return True
            if k < i and not self.view.is_word(k):
                return False
        return False

    def _relative_before(self, k: int) -> int | None:
        """Return where the relative clause begins that ends at `k`: הגורם שליווה את הנסיעה."""
        view = self.view
        for m in range(k, max(0, k - _RELATIVE_REACH), -1):
            if not view.is_word(m) and view.quotation_at[m] is None and view.form(m) != "-":
                return None
            if view.form(m) == "כי" or view.form(m) in view.words.connector:
                return None
            if self.is_shin(m) or view.form(m) == "אשר" or self._is_participle(m):
                ahead = view.mention_to(m - 1)
                if ahead is None or not can_act(ahead) or ahead.proclitics not in AND_OR_NONE:
                    return None
                return m
        return None

    def _subject_to(self, k: int) -> Mention | None:
        """Return the mention that ends at `k` and may be a subject."""
        view = self.view
        mention = view.mention_to(k)
        if mention is None or not can_act(mention) or mention.proclitics not in AND_OR_NONE:
            return None
        before = mention.first - 1
        if self._joins_counterpart(mention):
            return mention
        if self._meets_counterpart(before):
            return None
        if (
            view.form(before) == "של"
            and (office := self._office_of(before - 1, mention)) is not None
        ):
            return office
        governed = "ש" not in mention.proclitics and self.is_preposition(before)
        if view.form(before) == "של" or (view.is_word(before) and governed):
            return None  # not in "לאחר שנשיא צרפת הודיע כי"
        joined = "ו" in mention.proclitics  # "condemned the raid and the president said"
        if view.form(before) == "את" or (not joined and self._is_anothers(before)):
            return None
        if not self._opens_clause(mention) and self._is_inside(before):
            return None
        if (mention.person and view.form(before) in _WIFE_OF) or self._is_of_event(before):
            return None
        if mention.kind == "state" and self._is_region(before):
            return None
        return mention

    def _is_anothers(self, before: int) -> bool:
        """True for "מלך ירדן" of "עם עבדאללה מלך ירדן": a name of no list leads to the office."""
        view = self.view
        named = view.is_word(before) and view.mention_at[before] is None
        return named and before > 0 and view.form(before - 1) in _LED_BY

    def _office_of(self, k: int, owner: Mention) -> Mention | None:
        """Return the office of "לשכתו של הנשיא …", whose first word stands at `k`."""
        view = self.view
        own = view.lexicon.word_set("own_offices")
        if not any(r.stem in own and r.proclitics in AND_OR_NONE for r in view.readings(k)):
            return None
        speaks = any(r.stem.startswith(_SPOKESMAN) for r in view.readings(k))
        found = unlinked_mention(view, k, owner.last)
        if found is None:
            return None
        feminine = not speaks and any(r.stem.startswith(_BUREAU) for r in view.readings(k))
        return replace(
            found,
            kind="official" if speaks else "organization",
            human=speaks,
            side=owner.side,
            gender="feminine" if feminine else None,
            number="singular",
        )

    def _joins_counterpart(self, mention: Mention) -> bool:
        """True for the name in "… and his Russian counterpart, Sergey Lavrov, said"."""
        near = range(max(0, mention.first - 4), mention.first)
        words = self.view.lexicon.word_set("counterpart")
        return any(
            r.stem in words and "ו" in r.proclitics for i in near for r in self.view.readings(i)
        )

    def _opens_clause(self, mention: Mention) -> bool:
        before = mention.first - 1
        if before < 0 or self.view.is_break(before) or "ו" in mention.proclitics:
            return True
        return self.is_that(before) or self._is_light(before)

    def _is_inside(self, before: int) -> bool:
        """True behind a noun that the mention belongs to: צוות המשא ומתן האיראני."""
        view = self.view
        if not view.is_word(before):
            return False
        owned = view.form(before) in view.lexicon.word_set("crowds")  # "יוצאי הצבא"
        owned = owned and view.form(before).endswith("י") and view.mention_at[before] is None
        return owned or any(r.stem in self.body_heads for r in view.readings(before))

    def _first_of_pair(self, mention: Mention) -> Mention:
        """In "A and B announced" the verb's subject begins at A."""
        before = self._joined_to(mention)
        if before is None or not can_act(before) or before.proclitics not in AND_OR_NONE:
            return mention
        view = self.view
        if view.form(before.first - 1) in _OBJECT:
            return mention  # "dismissed the minister and the president said"
        while view.is_comma(before.first - 1):  # "פרו, צ'ילה ובוליביה הזהירו"
            listed = view.mention_to(before.first - 2)
            bare = listed is not None and can_act(listed) and not listed.proclitics
            if listed is None or not bare or listed.kind != before.kind or listed.person:
                break
            if listed.role or (listed.first and view.is_word(listed.first - 1)):
                break  # "the ministers of Peru, Chile and"
            before = listed
        return before

    def _after_that(self, mention: Mention) -> bool:
        return "ש" in mention.proclitics or self.is_that(mention.first - 1)

    def _pair_to(self, k: int) -> Pointer | None:
        """Return "the two sides" that ends at `k`."""
        for start in (k - 1, k):
            found = self._pair_from(start) if start >= 0 else None
            if found is not None and found[1] == k:
                return found[0]
        return None

    def _unlinked_before(self, cue: Cue, k: int) -> tuple[Party | None, str, bool]:
        """Take the words between the clause's start and the verb for its subject."""
        view = self.view
        if k < 0 or not (view.is_word(k) or self._in_name(k)):
            return None, "", False
        if view.form(k) in view.words.negation:
            return None, "", False
        own = view.lexicon.word_set("own_country")
        if view.form(k) in view.words.connector:
            return None, "", False  # "asked …, but refused to"
        theirs = (r.stem in own and r.proclitics in AND_OR_NONE for r in view.readings(k))
        if any(theirs) and view.form(k - 1) != "של":
            place = view.tokens[k].start
            return Pointer(kind="own-side", place=place), "subject-verb", self.is_that(k - 1)
        mention = self.noun_phrase_to(k)
        if mention is None:
            thing = self._begins_with_thing(k)
            return None, THING if thing else "", False
        led = self.is_preposition(mention.first - 1)  # "later in his speech, X said"
        if led or not self._agrees(cue, mention):
            return None, "", False
        if mention.kind is None and self._is_outlet(mention):
            mention = replace(mention, kind="media", human=False)
        return mention, "subject-verb", self.is_that(mention.first - 1)

    def _is_outlet(self, mention: Mention) -> bool:
        """True for "הפייננשל כרוניקל", "ערוץ הנמל": a word of outlets in a name of no list."""
        heads = self.view.lexicon.word_set("outlet_heads")
        inside = range(mention.first, mention.last + 1)
        return any(self.view.form(k).removeprefix("ה") in heads for k in inside)

    def _begins_with_thing(self, k: int) -> bool:
        first = k
        while first > 0 and k - first < 5 and self._extends_left(first - 1):
            first -= 1
        if any(map(self.is_preposition, (first - 1, first))) or self._is_prefixed(first):
            return False  # "at the end of the talks, the minister said"
        return self._is_thing(first) or (first == k and self._is_thing(k))
