"""Walk from a Hebrew verb of speech to the words said.

In:  a cue and a `Behind` to fill in. Out: subject, listeners, reporters and where the words begin.
Each step looks at one token and says where to go on. Quotations, "that" (כי, ש) and colons end the
walk with a clause; the row's prepositions, objects and infinitives end it with a noun phrase.
"""

from kg.extract.attribution import can_act
from kg.extract.cues import Cue
from kg.extract.mentions.hebrew_parts import infinitives, may_be_infinitive
from kg.extract.speakers.behind import Behind
from kg.extract.speakers.hebrew_listeners import OBJECTS, TALKING
from kg.extract.speakers.hebrew_marks import HebrewMarks
from kg.extract.speakers.hebrew_somebody import BY_WHOM
from kg.extract.speakers.hebrew_words import PRONOUNS
from kg.extract.walk import onward
from kg.lexicon.grammar import endings_of, words_of
from kg.model.draft import Pointer
from kg.model.mention import Mention

_LETTERS = ("ב", "ל", "מ", "כ")
_IN_HIS_NAME = words_of("he", "in_his_name")
_EVERY = words_of("he", "every")
_TALK = endings_of("he", "talk")
_TOLD_OF = words_of("he", "told_of")
_THROUGH = words_of("he", "through")
_BEFORE_WHOM = words_of("he", "before_whom")
_HEARERS = frozenset({"עיתונאים", "כתבים", "כתב"})  # "called for an urgent sitting": asked for
_VOICES = "concern"
_VOICED = words_of("he", "voiced")
_FROM = {"מן": "מ"}
_IT = "אות"
_SHORT = 4  # tokens of a quoted name with its marks


class HebrewBehind(HebrewMarks):
    """Looks to the right of a verb."""

    def scan(self, cue: Cue, behind: Behind) -> None:
        """Walk from the verb to the words said, filling in who stands on the way."""
        j: int | None = cue.last + 1
        while j is not None and j < self.view.size:
            j = onward(self._step(cue, behind, j), j)

    def _step(self, cue: Cue, behind: Behind, j: int) -> int | None:
        """Return where to go on from `j`, None when the search is over."""
        view = self.view
        token = view.tokens[j]
        quotation = view.quotation_at[j]
        told = self._quoted_listener(cue, j)
        if told is not None:
            self.add_listener(behind, told[0])
            return told[1] + 1
        if quotation is not None:
            if quotation.last - quotation.first <= _SHORT and self.is_that(quotation.last + 1):
                return quotation.last + 1  # אמר ל״פנורמה״ כי
            return self._take(behind, quotation.inner_first, clausal=True)
        if j in view.aside_from and (behind.subject is not None or token.text == "("):
            source = view.cue_at.get(j + 1)
            if source is not None and source.row.kind == "source":
                return self._step_source(source, behind)
            return view.aside_from[j] + 1
        if token.text == ":":
            return self._take(behind, j + 1, clausal=True)
        if self.is_that(j):
            return self._step_that(cue, behind, j)
        if not token.is_word:
            return self._step_mark(cue, behind, j)
        if (view.time_at[j] is not None or self._is_adverb(j)) and not self._is_to_sit(j):
            return j + 1
        if view.form(j + 1) == "-" and j + 2 < view.size and view.time_at[j + 2] is not None:
            return j + 2  # "ב-7 באפריל"
        return self._step_word(cue, behind, j)

    def _step_word(self, cue: Cue, behind: Behind, j: int) -> int | None:
        view, row = self.view, cue.row
        form = view.form(j)
        other = view.cue_at.get(j)
        if row.speaker_slot and (plain := self._quoted_plainly(cue, behind, j)) is not None:
            return plain
        if self._feels(cue, behind, j) or (form in row.prepositions and self._is_quoted(j + 1)):
            return self._take(behind, j, clausal=False)
        needed = any(r.stem in row.needs for r in view.readings(j))  # "with a request to"
        if other is not None and other.row.kind in ("source", "verb") and not needed:
            return self._step_cue(cue, other, behind, j)
        pronoun = self._pronoun(j) if form in PRONOUNS else None
        if pronoun is not None and view.is_comma(j - 1):
            pronoun = None  # "X, he stressed, she is …"
        if pronoun is not None and behind.subject is None:
            behind.subject = pronoun
            return j + 1
        if form in OBJECTS and view.mention_from(j) is None:
            if form in TALKING and not view.form(j + 1).startswith(_TALK):
                return self._step_letter(cue, behind, j) or self._step_noun(cue, behind, j)
            self._add_object(cue, behind, j)
            called = row.object_content and not row.that and row.act == "describes"
            if called and form.startswith(_IT) and view.time_at_or_none(j + 1) is None:
                return self._take(behind, j + 1, clausal=False)  # "called him a traitor"
            return j + 1 + (form in TALKING)
        if form == "את" or form == "ואת":
            return self._step_object(cue, behind, j)
        if self._is_counterpart(j):
            return self._step_counterpart(behind, j)
        mention = view.mention_from(j)
        if mention is not None:
            return self._step_mention(cue, behind, mention)
        if (found := self._unlisted(cue, behind, j)) is not None:
            self.add_listener(behind, found[0])
            return found[1] + 1
        if self.is_preposition(j):
            return self._step_preposition(cue, behind, j)
        if (heard := self._step_group(cue, behind, j)) is not None:
            return heard
        if form in _IN_HIS_NAME and isinstance(behind.subject, Mention):
            behind.via.append(behind.subject)
            behind.subject = self._in_whose_name(j, behind.subject)
            return j + 1
        asked = row.act == "demands" and self._asked_pair(cue, j)
        if asked and not behind.addressees:
            behind.addressees.append(asked[0])
            return asked[1] + 1
        if (pair := self._pair_from(j)) is not None and behind.subject is None:
            behind.subject, behind.overt = pair[0], True
            return pair[1] + 1
        return self._step_letter(cue, behind, j) or self._step_noun(cue, behind, j)

    def _step_cue(self, cue: Cue, other: Cue, behind: Behind, j: int) -> int | None:
        """At another cue: a source, the message that is sent, what is asked to be done."""
        if other.row.kind == "source":
            return self._step_source(other, behind)
        if self.is_sent(j):
            return j + 1
        infinitive = other.form == "base" and "ל" in cue.row.prepositions
        return self._take(behind, j, clausal=False) if infinitive else None

    def _unlisted(self, cue: Cue, behind: Behind, j: int) -> tuple[Mention, int] | None:
        """Return who is told at `j` by a name or description that no list has."""
        if behind.addressees:
            return None
        described = self._told_described(cue, j) if not behind.in_phrase else None
        return described or self._told_outlet(cue, j) or self._asked_of(cue, j)

    def _step_group(self, cue: Cue, behind: Behind, j: int) -> int | None:
        """Note the pair or group that is told at `j`; return where to go on."""
        told = self._told_pair(j)
        if told is not None and not behind.addressees:
            behind.addressees.append(told[0])
            return told[1] + 1
        crowd = self._told_crowd(cue, j) if not behind.in_phrase else None
        if crowd is not None:
            behind.addressees.append(crowd)
            return crowd.last + 1
        return None

    def _feels(self, cue: Cue, behind: Behind, j: int) -> bool:
        """True at "concern" of "voiced in a joint statement concern", behind whoever voices it."""
        felt = cue.row.id == _VOICES and behind.subject is not None and not self.view.is_comma(j)
        voiced = self.view.lexicon.affects.keys() | _VOICED
        return felt and any(r.stem in voiced and not r.proclitics for r in self.view.readings(j))

    def _is_quoted(self, j: int) -> bool:
        """True where a quotation begins: "(accused Y) of “…”"."""
        quotation = self.view.quotation_at[j] if j < self.view.size else None
        return quotation is not None and quotation.first == j

    def _step_letter(self, cue: Cue, behind: Behind, j: int) -> int | None:
        """A preposition of one letter: the words said begin, or a phrase is stepped over.

        0 stands for "no letter here" and None never comes back.
        """
        view, row = self.view, cue.row
        letter = next((x for x in _LETTERS if self._is_fused(j, x)), None)
        heads = {r.stem for r in view.readings(j)}
        somebody = heads & (self.body_heads | self.source_nouns)
        if letter is None or (behind.subject is None and somebody):
            return 0
        described = letter == "מ" and j == cue.last + 1 and cue.last > cue.first
        if described and letter not in row.prepositions:
            return j + 1  # "voiced an explicit threat"
        adjunct = heads & (self.adjunct_heads if letter != "ל" else _HEARERS)
        if letter == "ל" and view.form(j) in infinitives():
            adjunct = set()  # "offered to convene": no "at a conference"
        if row.object_content and letter in "מכ" and not behind.in_phrase and not adjunct:
            return 0  # more likely a letter of the noun's own
        feared = letter == "מ" and j == cue.last + 1  # "voiced concern at the visit"
        free = (feared or not adjunct) and not behind.in_phrase
        needed = bool(heads & row.needs)  # "turned to X with a request to"
        if letter in row.prepositions and (free or needed):
            self._take(behind, j, clausal=False)
            return view.size
        asked = row.act == "demands" and behind.addressees and view.mention_from(j) is None
        told = asked and may_be_infinitive(view.form(j))  # "urged X, in a call, to refrain"
        goal = letter == "ל" and view.form(j) in infinitives() and letter in row.prepositions
        if goal and behind.in_phrase and behind.subject is not None:
            self._take(behind, j, clausal=False)
            return view.size  # "offered, in an interview, to hold"
        if asked and letter == "ל" and not adjunct and (told or not behind.in_phrase):
            self._take(behind, j, clausal=False)
            return view.size  # "demanded of X to halt at once …"
        behind.in_phrase = True
        return j + 1

    def _step_object(self, cue: Cue, behind: Behind, j: int) -> int | None:
        """At את: whom the verb is about, or what is said."""
        view, row = self.view, cue.row
        if row.speaker_slot == view.form(j) and (quoted := self._who_is_quoted(j + 1)) is not None:
            if behind.subject is not None:
                behind.via.append(behind.subject)
            behind.subject, behind.overt = quoted, True
            return self._behind_quoted(behind, quoted.last + 1)
        if row.object_addressee and not behind.content_first:
            mention = view.mention_from(j + 1)
            if mention is not None:
                office, mention = mention, self._set_off(mention) or mention
                if can_act(mention):
                    behind.addressees.append(mention)
                    behind.in_phrase = False  # "accused, in a letter to X, Y of …"
                return mention.last + 1 + (office is not mention)
            if self._is_counterpart(j + 1):
                return self._step_counterpart(behind, j + 1)
            found = self.noun_phrase_from(j + 1) if not self._is_thing(j + 1) else None
            if found is not None and "את" not in row.prepositions:
                party, last = found
                named = self._set_off(party) if isinstance(party, Mention) else None
                behind.addressees.append(named or party)
                behind.in_phrase = False
                return named.last + 2 if named is not None else last + 1
        own = view.form(j + 1) in view.lexicon.word_set("own_country")
        if own and row.object_addressee and row.act == "accuses":
            behind.in_phrase = False
            return j + 2  # "accused her own party of chaos"
        if "את" in row.prepositions or row.object_content:
            return self._take(behind, j + 1, clausal=False)
        behind.in_phrase = True
        return j + 1

    def _quoted_plainly(self, cue: Cue, behind: Behind, j: int) -> int | None:
        """Take the official of "ציטטה בכיר בקהיר שאמר" for the speaker; go on behind him."""
        plain = self._who_is_plainly_quoted(cue, behind, j)
        if plain is None:
            return None
        behind.via += [behind.subject] if behind.subject is not None else []
        behind.subject = plain[0]
        following = self._behind_quoted(behind, plain[1])
        return self.view.size if following is None else following

    def _behind_quoted(self, behind: Behind, k: int) -> int | None:
        """Go on behind X of "quoted X, who said that", "quoted X, by whose account …"."""
        view = self.view
        k += view.is_comma(k)
        saying = view.cue_at.get(k)
        if saying is not None:
            self.used.add(saying)
        if view.form(k) in BY_WHOM:
            return self._take(behind, k + 1, clausal=True)
        return k if saying is None else saying.last + 1

    def _step_source(self, cue: Cue, behind: Behind) -> int | None:
        """Read "X said, citing Y, that": Y speaks, X passes it on; "according to Y": Y does."""
        source = self.source_at(cue)
        if source is None:
            return cue.last + 1
        party, last = source
        if isinstance(party, Pointer) and (voice := self.own_voice(last)) is not None:
            party = voice  # "X, as his office announced, said"
        self.used.add(cue)
        if cue.row.outer_is_via:
            if behind.subject is not None:
                behind.via.append(behind.subject)
            behind.subject = party
        elif behind.subject is not None:
            behind.via.append(party)
        return last + 1

    def _step_preposition(self, cue: Cue, behind: Behind, j: int) -> int | None:
        view, row = self.view, cue.row
        if self.is_that(j + 1) or (view.form(j + 1) == "כך" and self.is_that(j + 2)):
            return j + 1 if self.is_that(j + 1) else j + 2
        free = behind.subject is not None or cue.conjoined or not self._subject_follows(j + 1)
        heads = {r.stem for r in view.readings(j + 1)}
        told_of = view.form(j) in _TOLD_OF or not heads & self.adjunct_heads
        told_of = told_of or (view.form(j) in _FROM and j == cue.last + 1)
        form = _FROM.get(view.form(j), view.form(j))
        if form in row.prepositions and free and told_of:
            return self._take(behind, j + 1, clausal=False)
        mention = view.mention_from(
            j + 1 + (view.form(j) in _THROUGH and self._is_own_voice(j + 1))
        )
        if mention is not None and can_act(mention) and view.form(j) in _THROUGH:
            behind.via.append(mention)  # "replied through his spokesman X that"
            return mention.last + 1
        if mention is not None and can_act(mention) and self._leads_to_listener(cue, j):
            self.add_listener(behind, mention)
            return mention.last + 1
        if mention is None and row.that and view.form(j) in _BEFORE_WHOM:
            found = self._heard_by(j + 1)
            if found is not None:
                behind.addressees.append(found)
                return found.last + 1
        behind.in_phrase = True
        return mention.last + 1 if mention is not None else j + 2

    def _step_mention(self, cue: Cue, behind: Behind, mention: Mention) -> int | None:
        row, after = cue.row, mention.last + 1
        charged = row.act == "accuses" and self.view.form(cue.last) == "על"
        if charged and cue.last > cue.first and mention.first == cue.last + 1 and can_act(mention):
            behind.addressees.append(mention)  # "laid on X the responsibility for"
            return after
        letters = [p for p in mention.proclitics if p not in ("ו", "ש")]
        if letters:
            return self._step_lettered(cue, behind, mention, letters[-1])
        first = behind.subject is None and not behind.in_phrase
        if first and mention.category != "place":
            return self._step_subject(cue, behind, mention)
        if mention.proclitics == ("ו",):
            return after
        if row.object_content and behind.subject is not None and not behind.in_phrase:
            return self._take(behind, mention.first, clausal=False)
        return after

    def _step_lettered(self, cue: Cue, behind: Behind, mention: Mention, letter: str) -> int | None:
        row, after = cue.row, mention.last + 1
        if not behind.addressees and (people := self._told_people(cue, mention)) is not None:
            behind.addressees.append(people)
            return after
        if letter == "ל" and can_act(mention):
            if not behind.in_phrase or mention.kind == "media":
                self.add_listener(behind, mention)
            return after
        if letter in row.prepositions and not behind.in_phrase:
            asked = row.act == "demands" and letter in "במ" and can_act(mention)
            if asked and after < self.view.size and self._asks_on(behind, mention):
                behind.addressees.append(mention)
                return after
            if row.object_addressee and letter == "ב" and not behind.addressees:
                behind.addressees.append(mention)
                return after
            return self._take(behind, mention.first, clausal=False)
        if letter == "ב" and mention.kind == "media":
            behind.via.append(mention)
            return after
        if row.act == "demands" and letter == "מ" and can_act(mention) and not behind.in_phrase:
            behind.addressees.append(mention)
            return after
        if letter == "ב" and mention.category != "actor":
            return after  # "said in New York to Ghana's president"
        behind.in_phrase = letter != "ל"
        return after

    def _step_subject(self, cue: Cue, behind: Behind, mention: Mention) -> int | None:
        after = mention.last + 1
        if mention.category == "adjective" and mention.number != "plural":
            return after
        if not self._agrees(cue, mention):
            if cue.row.object_content and not cue.row.object_addressee:
                return self._take(behind, mention.first, clausal=False)
            return after
        behind.subject, behind.overt = mention, True
        return after

    def _step_noun(self, cue: Cue, behind: Behind, j: int) -> int | None:
        row, view = cue.row, self.view
        if behind.subject is not None:
            if row.object_content and not behind.in_phrase and view.is_word(j):
                return self._take(behind, j, clausal=False)
            return j + 1
        if behind.in_phrase:
            return j + 1
        every = row.object_content and view.form(j) in _EVERY  # "ruled out every chance of"
        found = None if every else self._unlinked_behind(cue, j)
        if found is not None:
            behind.subject, behind.overt = found[0], True
            return found[1] + 1
        if row.object_content:
            return self._take(behind, j, clausal=False)
        return None if self._is_thing(j) else j + 1
