"""Tell who stands behind an Arabic verb of speech: subject, listener, or part of either.

In:  a cue, what was read so far, a token or mention. Out: yes or no, mentions, where they end.
`ArabicBehind` walks; what it meets is judged here.
"""

from dataclasses import replace

from kg.extract.attribution import can_act, unlinked_mention
from kg.extract.cues import Cue
from kg.extract.mentions.arabic_letters import is_owned_object
from kg.extract.mentions.arabic_nouns import is_common_noun
from kg.extract.mentions.arabic_parts import words
from kg.extract.speakers.arabic_asked import ArabicAsked
from kg.extract.speakers.behind import Behind
from kg.lexicon.grammar import words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention

OPENING = words_of("ar", "open_what_is_said")
_ATTRIBUTE_WORDS = 8
_VIA = words_of("ar", "by_means_of")
_RELATIVE = 9  # tokens
_TO_THEM = words_of("ar", "to_them")
_ALL_OF_THEM = words_of("ar", "all_of_them")
_ALONE_PRONOUNS = words_of("ar", "pronouns_standing_alone")
_ALONE = ((), ("و",))
_PEERS = words_of("ar", "several_counterparts")


class ArabicListeners(ArabicAsked):
    """Tests on what stands between the verb and the words said."""

    def _past_saying(self, k: int) -> int:
        """Step over "his saying", "his affirmation"."""
        while k < self.view.size and (self._is_saying(k) or self._is_affirmation(k)):
            if self.is_preposition(k + 1) and not (self._is_saying(k) or self.is_that(k + 2)):
                return k  # "تأكيده على ضرورة الحوار"
            k += 1
        return k

    def _slot_behind(self, cue: Cue, j: int) -> int | None:
        """Return where "from Y" stands in "the agency, which Z runs, quoted from Y"."""
        slot, view = cue.row.speaker_slot, self.view
        for k in range(j + 1, min(view.size, j + _RELATIVE)) if slot else ():
            if view.is_comma(k) or self.is_that(k):
                return None
            if view.form(k) == slot and view.mention_from(k + 1) is not None:
                return k
        return None

    def _is_means(self, other: Cue, j: int) -> bool:
        """True for "via" where it looks like the verb that "of" must follow: عبر قناة كذا."""
        view = self.view
        if view.form(j) not in _VIA:
            return False
        near = range(j + 1, min(view.size, j + _RELATIVE))
        return not any(view.form(k) in other.row.prepositions for k in near)

    def _begins_anew(self, j: int) -> bool:
        """True for a bare noun behind a definite one, whose genitive it cannot be.

        "نفى … عبر حسابه | وقوع اقتحام": what is said begins here.
        """
        view = self.view
        if self._has_article(j) or any(r.proclitics for r in view.readings(j)[1:]):
            return False
        owned = any(r.enclitic in ("ه", "ها", "هم") for r in view.readings(j - 1)[1:])
        closed = owned or self._has_article(j - 1) or view.mention_to(j - 1) is not None
        return closed and is_common_noun(view.tokens[j])

    def _slot_pronoun(self, cue: Cue, j: int) -> Pointer | None:
        """Return who "from him" is in "نقلت عنه قوله", where a name would stand behind "from"."""
        slot = cue.row.speaker_slot
        for reading in self.view.readings(j) if slot is not None else ():
            if reading.stem == slot and reading.enclitic and not reading.proclitics:
                one = reading.enclitic in ("ه", "ها")
                return Pointer(
                    kind="pronoun",
                    place=self.view.tokens[j].start,
                    gender="feminine" if reading.enclitic == "ها" else "masculine",
                    number="singular" if one else "plural",
                    human=True,
                )
        return None

    def _reporter(self, cue: Cue) -> Pointer:
        """Return the outlet that goes on reporting: "ونقلت عنه"."""
        gender = cue.inflection.gender if cue.inflection else None
        place = self.view.tokens[cue.first].start
        return Pointer(kind="elided", place=place, gender=gender, number="singular", human=False)

    def _is_counterpart_told(self, cue: Cue, j: int) -> bool:
        """True for "نظيره" where somebody is told, and for "لنظيره"."""
        if not self._is_counterpart(j):
            return False
        return cue.row.object_addressee or self._is_fused(j, "ل")

    def _other_party(self, cue: Cue, behind: Behind, j: int) -> Pointer | None:
        """Return the other one of a meeting by what they are there: "لضيفه", "أبلغ مضيفه"."""
        if behind.addressees or behind.in_phrase:
            return None
        if (whom := self._object_pronoun(cue, behind, j)) is not None:
            return whom
        others, told = self.view.lexicon.word_set("other_party"), cue.row.object_addressee
        if cue.row.that and self.view.form(j) in _TO_THEM:
            return Pointer(kind="other", place=self.view.tokens[j].start)  # "وأكد له"
        alone = told and (behind.subject is not None or cue.row.needs_two)
        for reading in self.view.readings(j):
            fronts = (("ل",), ()) if alone else (("ل",),)
            known = reading.enclitic or reading.definite
            if reading.stem in others and known and reading.proclitics in fronts:
                return Pointer(kind="other", place=self.view.tokens[j].start)
        return None

    def _told_party(self, behind: Behind, j: int) -> int | None:
        """Take in "his guest", "his counterpart" behind "to", "in front of"; return where to go."""
        if behind.subject is not None and self._is_counterpart(j):
            return self._step_counterpart(behind, j)
        others = self.view.lexicon.word_set("other_party")
        if any(r.enclitic and not r.proclitics and r.stem in others for r in self.view.readings(j)):
            behind.addressees.append(Pointer(kind="other", place=self.view.tokens[j].start))
            return j + 1
        return None

    def _leaves_phrase(self, cue: Cue, behind: Behind, first: int, after: int) -> bool:
        """True for Y in "urged, in the United Nations, Y to": no genitive of what stands before."""
        view = self.view
        if behind.subject is None or not self._is_asked_next(cue, after):
            return False
        plain = view.form(first - 1).endswith(("ي", "ية")) and len(view.form(first - 1)) > 3
        return plain or self._has_article(first - 1) or view.mention_to(first - 1) is not None

    def _object_pronoun(self, cue: Cue, behind: Behind, j: int) -> Pointer | None:
        """Return whom "accusing him of" means where the pronoun stands alone: متهما إياه بـ."""
        form = self.view.form(j)
        if form not in _ALONE_PRONOUNS or not cue.row.object_addressee:
            return None
        speaker = behind.subject if isinstance(behind.subject, Mention) else None
        one = form.endswith(("ه", "ها"))
        return Pointer(
            kind="pronoun",
            place=self.view.tokens[j].start,
            gender="feminine" if form.endswith("ها") else "masculine" if one else None,
            number="singular" if one else None,
            avoid=speaker,
        )

    def _honoured(self, j: int) -> Mention | None:
        """Return who stands behind "to His Highness": لسمو ولي العهد, لفخامة الرئيس."""
        styles = self.view.lexicon.word_set("honorifics")
        led = any(r.proclitics[-1:] == ("ل",) and r.stem in styles for r in self.view.readings(j))
        whom = self.view.mention_from(j + 1) if led else None
        return whom if whom is not None and not whom.proclitics and can_act(whom) else None

    def _asked_pronoun(self, cue: Cue, j: int) -> Pointer | None:
        """Return who "of him" is in "طلب منه أن", where a name would stand behind "of"."""
        slot = cue.row.addressee_preposition
        for reading in self.view.readings(j) if slot else ():
            if reading.stem == slot and reading.enclitic in ("ه", "ها") and not reading.proclitics:
                return Pointer(
                    kind="pronoun",
                    place=self.view.tokens[j].start,
                    gender="feminine" if reading.enclitic == "ها" else "masculine",
                    number="singular",
                )
        return None

    def _step_counterpart(self, behind: Behind, j: int) -> int:
        """ "informed his Chinese counterpart": the same office on the other side."""
        view = self.view
        named = view.mention_from(j + 2)
        adjective = view.mention_from(j + 1)
        last = adjective.last if adjective is not None else j
        if any(r.stem in _PEERS and r.enclitic for r in view.readings(j)):
            peers = unlinked_mention(view, j, last, number="plural")
            behind.addressees += [peers] if peers is not None else []  # "نظراءه الأوروبيين"
            return last + 1
        if adjective is not None and named is not None and named.person:
            behind.addressees.append(replace(named, side=adjective.gazetteer_id))
            return named.last + 1
        pointer = Pointer(
            kind="counterpart",
            place=view.tokens[j].start,
            hint=adjective,
            words=view.text(view.span(j, last)).removeprefix("ل"),
        )
        behind.addressees.append(pointer)
        return last + 1

    def _is_subordinate(self, cue: Cue, j: int) -> bool:
        """True for "without …", "after …" (من دون أن): a clause of its own, not what is said."""
        before = self.view.form(j - 1)
        if self.view.mention_at[j - 1] is not None:
            return False  # "وانغ ون بين": the end of a name
        return before in self.prepositions and before not in (*OPENING, *cue.row.prepositions)

    def _closes_name(self, subject: Party, j: int) -> bool:
        """True for the second comma in "the spokesman, X Y, said"."""
        if not isinstance(subject, Mention) or subject.last + 1 != j or not subject.person:
            return False
        return any(self.view.is_comma(i) for i in range(subject.first, subject.last))

    def _is_affirmation(self, j: int) -> bool:
        """True for "his affirmation", تأكيده: what follows is what is said."""
        words = self.view.lexicon.word_set("affirmations")
        return any(r.stem in words and (r.enclitic or r.definite) for r in self.view.readings(j))

    def _is_told_outlet(self, j: int) -> bool:
        """True for ", to the channel X," in front of what is said."""
        mention = self.view.mention_from(j)
        return mention is not None and mention.kind == "media" and "ل" in mention.proclitics

    def _outlet_again(self, j: int) -> Mention | None:
        """Return "to the same channel", للقناة نفسها: an outlet by its sort alone."""
        view = self.view
        sorts = view.lexicon.descriptions
        for reading in view.readings(j):
            sort = f"ال{reading.stem}"
            if reading.proclitics == ("ل",) and reading.definite and sorts.get(sort) == "media":
                found = unlinked_mention(view, j, j, gender=self._gender(j))
                name = view.tokens[j].text.replace("لل", "ال", 1)
                return found and replace(found, kind="media", human=False, text=name, name=name)
        return None

    def _tells(self, j: int) -> bool:
        """True for "its refusal", "the movement's consent" behind whoever was informed of it."""
        view = self.view
        told = view.lexicon.word_set("told_nouns")
        for reading in view.readings(j):
            if reading.stem in told and not reading.definite and reading.proclitics in _ALONE:
                owner = view.mention_from(j + 1) is not None or self._has_article(j + 1)
                owner = owner or self._is_own_country(j + 1) or self._has_article(j + 2)
                return bool(reading.enclitic) or owner
        return False

    def _is_noun_here(self, cue: Cue, behind: Behind) -> bool:
        """A masculine past right behind the verb ("أعلن رفض") is a noun, and so is "أسفها"."""
        if cue.conjoined or cue.form != "past":
            return False
        affects = self.view.lexicon.affects
        if isinstance(behind.subject, Pointer) and behind.addressees:
            return True  # "طالبا من X نقل التمثال": a participle's object
        return behind.subject is None or any(
            r.stem in affects for r in self.view.readings(cue.first)
        )

    def _with_attribute(self, party: Party, last: int) -> tuple[Party, int]:
        """Take in "in the Guards" behind an unknown commander, up to "his saying" or "that"."""
        view = self.view
        if not self.is_preposition(last + 1) or view.form(last + 2) in words("no_attribute"):
            return party, last
        if isinstance(party, Mention) and party.last > party.first and self._is_town(last + 2):
            return party, last  # "a western diplomat | in Nairobi"
        for k in range(last + 2, min(view.size, last + _ATTRIBUTE_WORDS)):
            ends = self._is_saying(k) or self._is_affirmation(k) or self.is_that(k)
            ends = ends or self._is_owned_saying(k)
            if ends or self._anonymity_end(k) is not None:
                if k == last + 2:
                    break  # "المصدر على أن"
                known = isinstance(party, Mention) and (party.gazetteer_id or party.person)
                if isinstance(party, Mention) and not known:
                    whole = unlinked_mention(view, party.first, k - 1, gender=party.gender)
                    party = replace(whole, unnamed=party.unnamed) if whole is not None else party
                return party, k - 1
            if not view.is_word(k) or view.time_at[k] is not None:
                break
        return party, last

    def _is_town(self, k: int) -> bool:
        """True for a town or country at `k`, which tells where somebody talks."""
        place = self.view.mention_from(k)
        return place is not None and place.category in ("place", "either")

    def _names_subject(self, behind: Behind, mention: Mention) -> bool:
        """True for the name behind "the spokesman of the movement (…)"."""
        subject = behind.subject
        if not isinstance(subject, Mention) or subject.kind != "official" or subject.unnamed:
            return False
        if subject.person or not mention.person or mention.role or mention.proclitics:
            return False
        aside = self.view.aside_from.get(subject.last + 1)
        return aside is not None and aside + 1 == mention.first

    def _belongs_to(self, subject: Party | None, mention: Mention) -> bool:
        """True for "member of the bureau of Hamas": the body of whom no lexicon knows the side."""
        return (
            isinstance(subject, Mention)
            and subject.last + 1 == mention.first
            and not (subject.gazetteer_id or subject.side or subject.person)
            and mention.kind in ("organization", "armed-group", "ministry")
        )

    def _speaks_too(self, behind: Behind, mention: Mention) -> bool:
        """True for B in "A and B said": right behind the subject, nobody told in between."""
        if not can_act(mention) or behind.addressees or behind.via or behind.in_phrase:
            return False
        last = behind.joint[-1] if behind.joint else behind.subject
        return isinstance(last, Mention) and last.last + 1 == mention.first

    def _is_joint_counterpart(self, behind: Behind, mention: Mention) -> bool:
        """True for B in "A and his French counterpart B said"."""
        view, subject = self.view, behind.subject
        adjective = view.mention_to(mention.first - 1)
        if not mention.person or adjective is None or not isinstance(subject, Mention):
            return False
        word = adjective.first - 1
        fronts = {r.proclitics for r in view.readings(word) if r.enclitic}
        return word == subject.last + 1 and self._is_counterpart(word) and ("و",) in fronts

    def _joins(self, mention: Mention) -> bool:
        before = self.view.mention_to(mention.first - 1)
        return before is not None

    def _heads_people(self, mention: Mention) -> bool:
        return mention.number == "plural"

    def _is_attribute(self, cue: Cue, behind: Behind, j: int) -> bool:
        """True for the adjective in "the forces stationed in the south said that"."""
        view, subject = self.view, behind.subject
        if not cue.row.that or not isinstance(subject, Mention) or subject.last + 1 != j:
            return False
        definite = any(r.definite and not r.proclitics for r in view.readings(j))
        if not definite or is_common_noun(view.tokens[j]) or not self.is_preposition(j + 1):
            return False
        return any(self.is_that(k) for k in range(j + 1, view.size))

    def _told_in_quotes(self, cue: Cue, behind: Behind, j: int) -> int | None:
        """Read "informed «Asharq» that": an outlet whose name stands in quotation marks."""
        named = self._quoted_name(j) if cue.row.that and behind.subject is not None else None
        if named is None or behind.addressees or not self.is_that(named.last + 2):
            return None
        behind.via.append(named)
        behind.addressees.append(named)
        return named.last + 2

    def _step_agent(self, cue: Cue, behind: Behind, agent: Mention) -> int:
        """Read "was told by X that", أبلغ النواب من جانب X: who stands in front is told."""
        told = behind.subject
        if told is not None and cue.row.object_addressee and not behind.addressees:
            behind.addressees.append(told)
        behind.subject, behind.overt = agent, True
        return agent.last + 1

    def _everybody(self, cue: Cue, behind: Behind, j: int) -> Mention | None:
        """Return "all sides" as who is told: a quantity and a definite noun."""
        view, row = self.view, cue.row
        if not row.object_addressee or behind.addressees or behind.in_phrase:
            return None
        if view.form(j) not in view.lexicon.word_set("quantities"):
            return None
        end = j
        while self._has_article(end + 1):
            end += 1
        return unlinked_mention(view, j, end, number="plural") if end > j else None

    def _addressed_to(self, cue: Cue, behind: Behind, j: int) -> int | None:
        """Return the last token of who is told or blamed, between subject and words said."""
        row, view = cue.row, self.view
        if not row.object_addressee or behind.addressees or behind.in_phrase:
            return None
        end, definite = j, any(r.definite or r.enclitic for r in view.readings(j))
        definite |= self._may_head(j, definite=False) and self._has_article(j + 1)  # "فريق التفاوض"
        while definite and self._has_article(end + 1) and self._describes(end + 1):
            end += 1
        end += definite and view.form(end + 1) in _ALL_OF_THEM
        if self._is_accusative(j):
            return end
        goes_on = view.form(end + 1) in row.prepositions or (
            "ب" in row.prepositions and self._is_fused(end + 1, "ب")
        )
        goes_on |= row.that and self.is_that(end + 1)
        named = self._may_be_name(j) or self._may_head(j, definite=True)
        named |= end > j or is_owned_object(view.tokens[j])  # "أبلغ الوزير حزبه أن"
        return end if goes_on and named else None

    def _describes(self, j: int) -> bool:
        """True for plain words, a people's adjective, and "الأعضاء" in "الدول الأعضاء"."""
        mention = self.view.mention_at[j]
        if mention is None or mention.category == "adjective":
            return True
        named = mention.gazetteer_id or mention.person or mention.side
        return mention.first == mention.last and mention.number == "plural" and not named

    def _name_behind(self, cue: Cue, j: int) -> Mention | None:
        """Take an unknown name for the subject: "أعلنت بيشكك إلغاء …", where a noun follows."""
        view = self.view
        if not cue.row.object_content or not self._may_be_name(j) or not view.is_word(j + 1):
            return None
        behind = view.tokens[j + 1]
        if not (is_common_noun(behind) or any(r.definite for r in behind.readings)):
            return None
        if self.is_preposition(j + 1) or self.is_preposition(j):
            return None
        return unlinked_mention(view, j, j)
