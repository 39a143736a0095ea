"""Note who is told in a Hebrew sentence: by name, by pronoun, as a counterpart, as a medium.

In:  a verb's cue, `Behind` to fill in, the token where a listener may stand. Out: where to go on.
A medium that is told something passes it on: it is listener and reporter.
"""

from dataclasses import replace

from kg.extract.attribution import can_act, unlinked_mention
from kg.extract.cues import Cue
from kg.extract.hebrew_crowds import crowd_from
from kg.extract.mentions.hebrew_letters import foreignness
from kg.extract.mentions.hebrew_parts import infinitives
from kg.extract.speakers.behind import Behind
from kg.extract.speakers.hebrew_before import HebrewBefore
from kg.lexicon.everyday import everyday_words
from kg.lexicon.grammar import endings_of, words_of
from kg.model.draft import Pointer
from kg.model.mention import Gender, Mention
from kg.model.span import Span
from kg.vocabulary import ActorKind

OBJECTS: dict[str, Gender | None] = {
    **dict.fromkeys(words_of("he", "told_him"), "masculine"),
    **dict.fromkeys(words_of("he", "told_her"), "feminine"),
    **dict.fromkeys(words_of("he", "told_them"), None),
}
_LONGEST_OUTLET = 3
_SMALL = (("ב",), ("ל",), ("מ",))
_FOREIGN = 2.0
_OWNED = ("יו", "יהם", "יהן", "ינו", "ים", "ות")
_LETTER_NAMES = frozenset("אבגד")  # "רשת ב׳"
_GUESTS = endings_of("he", "told_guest")
_PERSONS = endings_of("he", "told_to_ears")
TALKING = words_of("he", "told_partner")
_TWO = words_of("he", "two_of_them")
_TO_SIT = words_of("he", "to_sit")
_IN_HIM = words_of("he", "asked_in_him")
_TOGETHER = words_of("he", "together")
_TOLD_BEHIND = words_of("he", "told_behind")
_TOLD_TO = words_of("he", "told_to")
_BOTH = words_of("he", "told_both")
_THE_TWO = words_of("he", "the_two")


class HebrewListeners(HebrewBefore):
    """Reads whom a verb of speech is addressed to."""

    def _quoted_listener(self, cue: Cue, j: int) -> tuple[Mention, int] | None:
        """Return the medium of "אמר ל״צופה״ כי", "ל״צופה״: …" where the letter stands at `j`."""
        view = self.view
        glued = j + 1 < view.size and view.tokens[j].end == view.tokens[j + 1].start
        if view.form(j) != "ל" or not glued or "ל" in cue.row.prepositions:
            return None
        found = self.quoted_name(j + 1)
        if found is None:
            return None
        k = found[1] + 1
        while k < view.size and (view.time_at[k] is not None or self._is_adverb(k)):
            k += 1
        ends = view.is_stop(k) or view.is_comma(k) or view.form(k) == ":"
        return found if ends or self.is_that(k) or found[0].gazetteer_id else None

    @staticmethod
    def add_listener(behind: Behind, mention: Mention) -> None:
        """Note who is told; a medium that is told something passes it on as well."""
        behind.addressees.append(mention)
        if mention.kind == "media":
            behind.via.append(mention)

    def _is_counterpart(self, j: int) -> bool:
        words = self.view.lexicon.word_set("counterpart")
        return any(r.stem in words for r in self.view.readings(j))

    def _step_counterpart(self, behind: Behind, j: int) -> int:
        """ "told his Chinese counterpart": the same office on the other side, or whom it names."""
        view = self.view
        adjective = view.mention_from(j + 1)
        if adjective is not None and adjective.category != "adjective":
            adjective = None
        last = adjective.last if adjective is not None else j
        named = view.mention_from(last + 1) or view.mention_from(last + 1 + view.is_comma(last + 1))
        if named is not None and named.person and not named.proclitics:
            side = adjective.gazetteer_id if adjective is not None else None
            behind.addressees.append(named if named.side or not side else replace(named, side=side))
            return named.last + 1
        behind.addressees.append(
            Pointer(
                kind="counterpart",
                place=view.tokens[j].start,
                hint=adjective,
                words=self._counterpart_words(j, last),
            )
        )
        return last + 1

    def _counterpart_words(self, j: int, last: int) -> str:
        """Return "עמיתתה הברזילאית" without the letter in front of it."""
        view = self.view
        words = view.lexicon.word_set("counterpart")
        fronts = [r.proclitics for r in view.readings(j) if r.stem in words]
        cut = max((len("".join(front)) for front in fronts), default=0)
        return view.text(view.span(j, last))[cut:]

    def _told_pair(self, j: int) -> tuple[Pointer, int] | None:
        """Return "the two sides" of "קרא לשני הצדדים", "אמר לצדדים"."""
        view, form = self.view, self.view.form(j)
        if not form.startswith("ל"):
            return None
        two = form[1:] in _TWO
        if not (two or form[1:] in _BOTH):
            return None
        heads = view.lexicon.word_set("pair_heads")
        if two and not any(r.stem in heads for r in view.readings(j + 1)):
            return None
        hint = unlinked_mention(view, j, j + two, number="plural")
        if hint is not None:
            span = Span(hint.span.start + 1, hint.span.end)
            hint = replace(hint, span=span, text=hint.text[1:], name=hint.name[1:])
        place = view.tokens[j].start
        words = "both" if form[1:] in _THE_TWO else None
        return Pointer(kind="pair", place=place, number="dual", hint=hint, words=words), j + two

    def _past_where(self, j: int) -> int:
        """Step over "בקונאקרי", "לנשיאות" of "הגנרלים בקונאקרי", "המועמדים לנשיאות"."""
        mention = self.view.mention_from(j) if j < self.view.size else None
        if mention is None or mention.proclitics not in _SMALL or mention.person:
            return j
        return mention.last + 1

    def _told_crowd(self, cue: Cue, j: int, *, closed: bool = False) -> Mention | None:
        """Return whom "לשרים", "לסגל הדיפלומטי" names by their sort.

        `closed`: the words said stand in front, so that nothing more need be asked of them.
        """
        view, form = self.view, self.view.form(j)
        leads = "ל" in cue.row.prepositions and not closed
        if form.startswith("ל") and (crowd := crowd_from(view, j, view.size - 1, letter="ל")):
            after = crowd.last + 1
            if leads and not self._is_asked_to(after):
                after = self._past_where(after)
            asks = leads and not self._is_asked_to(after)
            told = replace(crowd, last=after - 1, kind=crowd.kind or "official", human=True)
            return None if asks else told
        if not form.startswith("ל") or form[1:] not in view.lexicon.word_set("listeners"):
            return None
        described = view.form(j + 1).startswith("ה") and view.mention_at[j + 1] is None
        last = j + 1 if described and view.is_word(j + 1) else j
        if leads and not self._is_asked_to(last + 1):
            return None
        found = unlinked_mention(view, j, last, number="plural")
        if found is None:
            return None
        span = Span(found.span.start + 1, found.span.end)
        return replace(
            found,
            span=span,
            text=found.text[1:],
            name=found.name[1:],
            kind=found.kind or "official",
        )

    def _told_outlet(self, cue: Cue, j: int, *, closed: bool = False) -> tuple[Mention, int] | None:
        """Return the outlet of "אמר לסוכנות לוזה", "סיפר לכאן ב׳ ש", of which no list knows.

        `closed`: the words said stand in front, so that the sentence may end behind it.
        """
        view, form = self.view, self.view.form(j)
        if not form.startswith("ל") or "ל" in cue.row.prepositions or not cue.row.that:
            return None
        if form in infinitives() or form in self.inflected or view.mention_at[j] is not None:
            return None
        if form in view.lexicon.word_set("prepositions"):
            return None  # "לפני המראתו", "לפי אותו יועץ"
        known = form[1:] in view.lexicon.word_set("outlet_heads")
        quoted = self.quoted_name(j + 1) if known else None
        if quoted is not None:
            return replace(quoted[0], kind=quoted[0].kind or "media"), quoted[1]
        last = self._outlet_end(j, named=known)
        if known and last == j:
            return self._bare_outlet(j)
        unlikely = not known and (form[1:] in self.adjunct_heads or self._is_thing(j))
        ends = self.is_that(last + 1) or (
            closed and (self._closes_outlet(last + 1) or self.is_somebody(last + 1))
        )
        if not (known or ends) or unlikely or (last == j and not self._is_strange(j)):
            return None
        group = not known and form.endswith(("י", "ים", "ות"))
        found = unlinked_mention(view, j, last, number="plural" if group else "singular")
        if found is None:
            return None
        span = Span(found.span.start + 1, found.span.end)
        kind: ActorKind | None = None if group else "media"
        named = replace(found, span=span, text=found.text[1:], name=found.name[1:], kind=kind)
        return replace(named, human=group, side=None), last

    def _is_strange(self, j: int) -> bool:
        """True for the one word of "אמר לקריביה כי": its letters are those of foreign names."""
        form = self.view.form(j)
        if form.endswith(_OWNED) or form[1:] in self.view.lexicon.word_set("crowds"):
            return False  # "הבהיר לאורחיו"
        known = everyday_words("he")
        plain = form in known or form[1:] in known or f"ה{form[1:]}" in known
        return not plain and foreignness(form[1:]) >= _FOREIGN

    def _in_whose_name(self, j: int, reporter: Mention) -> Pointer:
        """Return whoever "בשמו", "מפיה" names, never who reports it."""
        feminine = self.view.form(j).endswith("ה")
        return Pointer(
            kind="pronoun",
            place=self.view.tokens[j].start,
            gender="feminine" if feminine else "masculine",
            number="singular",
            human=True,
            avoid=reporter,
        )

    def _closes_outlet(self, k: int) -> bool:
        """True at the sentence's end, a comma or "in a talk", "in an interview"."""
        view = self.view
        return view.is_stop(k) or view.is_comma(k) or self._is_adjunct(k)

    def _is_own_voice(self, j: int) -> bool:
        """True at "his spokesman" in front of a name."""
        return self.own_voice(j) is not None and self.view.mention_from(j) is None

    def _outlet_end(self, j: int, *, named: bool) -> int:
        """Return the last token of the outlet's name that begins at `j`."""
        view, last = self.view, j
        while last + 1 < view.size and last - j < _LONGEST_OUTLET:
            k = last + 1
            if view.tokens[k].text in "'׳’" and view.tokens[k].start == view.tokens[last].end:
                last = k
                continue
            timed = view.time_at[k] is not None and not (named and self.is_that(k + 1))
            lettered = self._is_prefixed(k) and view.form(k) not in _LETTER_NAMES
            lettered = lettered and not (named and self.is_that(k + 1))  # "סוכנות לוזה"
            if not view.is_word(k) or self.is_that(k) or timed or lettered:
                break
            ends = named and self.is_that(k + 1)  # "חדשות הבוקר"
            if k in view.cue_at or self.is_preposition(k) or (self._is_adverb(k) and not ends):
                break
            if (inside := view.mention_at[k]) is not None and inside.proclitics:
                break
            if self.is_somebody(k):
                break  # "(said) to the News of Munster the archbishop X"
            last = k
        return last

    def past_unknown(self, j: int) -> int:
        """Step over "לאטלס", "לידיעות מנסטר" of no list, behind which somebody stands."""
        view = self.view
        if j >= view.size or not view.form(j).startswith("ל") or view.mention_at[j] is not None:
            return j
        for k in (j + 1, j + 2):
            if self.is_somebody(k):
                return k
            if k >= view.size or not view.is_word(k) or view.mention_at[k] or k in view.cue_at:
                return j
        return j

    def is_somebody(self, k: int) -> bool:
        """True where a person or the holder of an office begins, with no letter in front."""
        found = self.view.mention_from(k) if k < self.view.size else None
        return found is not None and bool(found.person or found.role) and not found.proclitics

    def _bare_outlet(self, j: int) -> tuple[Mention, int] | None:
        """Return "the agency" of "אמר לסוכנות", which was named before."""
        sort = "ה" + self.view.form(j)[1:]
        found = unlinked_mention(self.view, j, j, number="singular")
        if found is None or self.view.lexicon.descriptions.get(sort) != "media":
            return None
        span = Span(found.span.start + 1, found.span.end)
        return replace(found, span=span, name=sort, kind="media", human=False), j

    def _asked_of(self, cue: Cue, j: int) -> tuple[Mention, int] | None:
        """Return whom "ביקש מן המורדים ל", "ביקשה מהמורדים ל" ask, of whom no list knows."""
        view, form = self.view, self.view.form(j)
        if cue.row.act != "demands":
            return None
        if form.startswith("מ") and (crowd := crowd_from(view, j, view.size - 1, letter="מ")):
            asked = self._is_asked_to(crowd.last + 1)
            told = replace(crowd, kind=crowd.kind or "official", human=True)
            return (told, crowd.last) if asked else None
        first, cut = (j + 1, 0) if form == "מן" else (j, 1)
        several = view.form(first)[cut:].startswith("ה")
        shall = view.form(first).endswith(("ים", "ות")) or view.form(first + 1) in infinitives()
        shall = shall or self._is_asked_to(first + 1)
        several = several and shall  # "דרשה מהחברה לפנות"
        if (not cut and form != "מן") or not several or view.mention_at[first] is not None:
            return None
        if cut and not form.startswith("מה"):
            return None
        found = unlinked_mention(view, first, first, number="plural")
        if found is None or not self._is_asked_to(first + 1):
            return None
        span = Span(found.span.start + cut, found.span.end)
        text = found.text[cut:]
        return replace(found, span=span, text=text, name=text, kind=found.kind or "official"), first

    def _asked_pair(self, cue: Cue, j: int) -> tuple[Pointer, int] | None:
        """Return "the sides" of "דחק בצדדים": the letter that the verb asks with is on it."""
        asks = cue.row.prepositions & {"ב", "מ"}
        heads = self.view.lexicon.word_set("sides")
        two = any(r.stem in _TWO and asks & set(r.proclitics) for r in self.view.readings(j))
        pairs = self.view.lexicon.word_set("pair_heads")
        if two and any(r.stem in pairs for r in self.view.readings(j + 1)):
            place = self.view.tokens[j].start  # "הפציר בשני הצדדים"
            return Pointer(kind="pair", place=place, number="dual"), j + 1
        if not any(r.stem in heads and asks & set(r.proclitics) for r in self.view.readings(j)):
            return None
        place = self.view.tokens[j].start
        return Pointer(kind="pair", place=place, number="dual"), j

    def _is_asked_to(self, j: int) -> bool:
        """True where an infinitive or "that" follows: what those named before it are to do."""
        fused = self._is_fused(j, "ל") and self.view.mention_from(j) is None
        if self.view.form(j) == "לא" and j + 1 < self.view.size:
            return self.view.form(j + 1).startswith("ל")  # "asked of them not to come"
        return self.view.form(j) in infinitives() or fused or self.is_that(j)

    def _asks_on(self, behind: Behind, mention: Mention) -> bool:
        """True for the next one asked: "ביקש מצ׳ילה, מפרו ומבוליביה"."""
        before = behind.addressees[-1] if behind.addressees else None
        if not isinstance(before, Mention):
            return before is None
        apart = mention.first - before.last
        return apart == 1 or (apart == 2 and self.view.is_comma(before.last + 1))

    def _add_object(self, cue: Cue, behind: Behind, j: int) -> None:
        """Note the pronoun of "accused him", "told her"."""
        form = self.view.form(j)
        if form.startswith("אות") and not cue.row.object_addressee:
            return
        if form in _IN_HIM and "ב" not in cue.row.prepositions:
            return
        asked = "מ" in cue.row.prepositions or cue.row.act == "demands"
        if form.startswith("מ") and not asked:
            return
        gender = OBJECTS[form]
        place = self.view.tokens[j].start
        if form.startswith(_GUESTS):
            behind.addressees.append(Pointer(kind="other", place=place))
            return
        behind.addressees.append(
            Pointer(
                kind="pronoun",
                place=place,
                gender=gender,
                number="singular" if gender else "plural",
                human=True if gender and form.startswith(_PERSONS) else None,
                avoid=behind.subject if isinstance(behind.subject, Mention) else None,
            )
        )

    def _leads_to_listener(self, cue: Cue, j: int) -> bool:
        """True for "בפני", "אל", and for "על" behind "threatened"."""
        form = self.view.form(j)
        return form in _TOLD_TO or (form == "על" and cue.row.id == "threaten")

    def _subject_follows(self, j: int) -> bool:
        """True for "הודיע על כך הנשיא": a mention without a letter behind the phrase."""
        near = range(j + 1, min(self.view.size, j + 3))
        found = (self.view.mention_from(k) for k in near)
        return any(m is not None and can_act(m) and not m.proclitics for m in found)

    def _is_to_sit(self, j: int) -> bool:
        """True for "to sit (together)", which is written like "on Saturday"."""
        return self.view.form(j) in _TO_SIT and self.view.form(j + 1) in _TOGETHER

    def _listeners(self, cue: Cue, behind: Behind, j: int) -> None:
        """Note whom "to X", "in an interview with X" names behind verb and subject."""
        view = self.view
        floor = j + (view.is_comma(j) and self._ends_apposed(j - 1))
        if self._is_counterpart(floor) and view.form(floor).startswith("ל"):
            self._step_counterpart(behind, floor)
            return
        crowd = self._told_crowd(cue, floor, closed=True)
        if crowd is not None:
            behind.addressees = behind.addressees or [crowd]
            return
        for mention in view.mentions:
            led = not mention.proclitics and view.form(mention.first - 1) in _TOLD_BEHIND
            led = led or (self._is_accused(cue, mention) and mention is not behind.subject)
            if cue.last < mention.first < j + 8 and (mention.proclitics[-1:] == ("ל",) or led):
                start = floor if mention.first >= floor else cue.last + 1
                if any(view.is_break(k) for k in range(start, mention.first)):
                    continue
                if mention.category in ("actor", "either"):
                    self.add_listener(behind, mention)

    def _is_accused(self, cue: Cue, mention: Mention) -> bool:
        """True for "…, כך הזהירה ישראל את חמאס"."""
        return cue.row.object_addressee and self.view.form(mention.first - 1) == "את"
