"""Find what is said in a Turkish clause, and to whom: all that stands between subject and verb.

In:  the token behind the subject, the verb's cue. Out: `Content`.
Adjuncts in front of it are stepped over: times, "yaptığı açıklamada,", "soru üzerine,", the dative
of whom it is said to. A quotation right before the verb is what is said, alone.
"""

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.attribution import can_act, unlinked_mention
from kg.extract.cues import Cue
from kg.extract.meetings.turkish_crowds import may_be_object
from kg.extract.speakers.turkish_beside import cut_day, cut_medium, tells_when
from kg.extract.speakers.turkish_heard import told_by_itself
from kg.extract.speakers.turkish_listeners import CLAUSES, Content, TurkishListeners
from kg.extract.speakers.turkish_press import past_reporters, take_reporters
from kg.extract.speakers.turkish_targets import begins_clause, is_nationality, own_rulers, target_at
from kg.extract.speakers.turkish_trailing import cut_behind
from kg.lexicon.grammar import endings_of, words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention

_ADJUNCT = 16
_GIVEN = words_of("tr", "given_to")
_TELLS = frozenset({"söyle", "ilet", "bildir", "anlat", "aktar", "hatırlat", "açıkla", "de"})
_ASIDE = words_of("tr", "aside")
_BEFORE_WHOM = words_of("tr", "before_whom")
_THROUGH = words_of("tr", "through_somebody")
_TOLD_HOW = words_of("tr", "told_how")
_TO_THE_PRESS = words_of("tr", "to_the_press")
_DONE_TO = endings_of("tr", "done_to_somebody")
_ASKED_FOR = words_of("tr", "asked_for")
_INVITED_TO = words_of("tr", "invited_to")
_SIDES = endings_of("tr", "sides")
_OBJECTS = endings_of("tr", "clause_as_object")


class TurkishContent(TurkishListeners):
    """Reads between the subject and the verb."""

    def content(self, start: int, cue: Cue) -> Content:
        """Return what is said among the tokens from `start` to the verb."""
        found = Content(start, cue.first - 1)
        found.first = self._past_adjuncts(found, start, cue)
        self._take_object(found, cue)
        self._take_quotation(found, cue)
        while found.first <= found.last and (
            self._is_edge(found.first) or self.view.form(found.first) in self.view.words.connector
        ):
            found.first += 1
        while found.first < found.last and self._is_tail(found.last):
            found.last -= 1
        cut_medium(self.view, found, self.at_main)
        cut_day(self.view, found)
        cut_behind(self, found)
        self._take_last_listener(found, cue)
        take_reporters(self.view, found, start, cue)
        cut_behind(self, found)
        self.hear_inside(found)
        return found

    def hear_inside(self, found: Content) -> None:
        """Note whom the words name as told, where nobody else is."""
        heard = self.heard_inside(found.first, found.last)
        if heard is not None and not found.addressees and not found.quoted:
            found.addressees.append(heard)
        if all(isinstance(a, Mention) and a.kind == "media" for a in found.addressees):
            itself = told_by_itself(self.view, found.first)
            found.addressees += [itself] if itself is not None else []

    def _take_last_listener(self, found: Content, cue: Cue) -> None:
        """ "… olduğunu Dicle TV'ye söyledi": the dative right before the verb."""
        self._take_interview(found)
        group: Party | None = None
        if found.last > found.first:
            group = self.audience(found.last, cue) or self._body_to(found.last, cue)
        if group is not None and not found.quoted:
            found.addressees.append(group)
            found.last -= 1
            return
        mention = self._crowd_to(found.last, found.first) or self.view.mention_to(found.last)
        if mention is None or mention.case != "dative":
            return
        if mention.first <= found.first:
            return
        tells = cue.row.addressee_preposition == "dative" or mention.kind == "media"
        if not tells and not self._tells_person(mention, cue):
            return
        if can_act(mention) and mention not in found.addressees:
            found.hears(mention)
        elif mention.kind == "media" and mention not in found.via:
            found.via.append(mention)
        found.last = mention.first - 1
        while found.last > found.first and self._is_name_part(found.last):
            found.last -= 1

    def _is_tail(self, i: int) -> bool:
        """True for "da", "defalarca", "kesin bir dille" between what is said and the verb."""
        view = self.view
        if view.quotation_at[i] is not None or view.mention_at[i] is not None:
            return False
        return view.time_at[i] is not None or self._is_edge(i) or view.form(i) in self.tails

    def _is_edge(self, i: int) -> bool:
        view = self.view
        return view.is_comma(i) or (self.is_particle(i) and view.quotation_at[i] is None)

    def _past_adjuncts(self, found: Content, i: int, cue: Cue) -> int:
        view = self.view
        moved = True
        while moved and i < cue.first:
            moved = False
            if view.quotation_at[i] is not None:
                return i
            if view.time_at[i] is not None and not tells_when(view, i, cue.first, self.said_in):
                return i
            if self._is_edge(i) or view.time_at[i] is not None or view.form(i) in _ASIDE:
                i, moved = i + 1, True
                continue
            step = self._past_listener(found, i, cue) or self._past_adjunct(found, i, cue.first)
            if step:
                i, moved = step, True
        return i

    def _past_listener(self, found: Content, i: int, cue: Cue) -> int:
        """Step over "gazetecilere", "Reuters'a," and note who is told; 0 when nobody is."""
        view = self.view
        if length := view.phrase_at(i, self.press):
            return i + length
        if behind := past_reporters(view, i):
            return behind
        guest = i + is_nationality(view.mention_at[i])  # "İtalyan konuğuna"
        whom = guest + 1 if view.form(guest) in view.lexicon.word_set("counterpart") else i
        whom = self.past_outlet_noun(whom)
        if behind := self._past_call(found, whom, cue) or self._past_reply(found, whom, cue):
            return behind
        if self._is_guest(guest, "dative") and cue.row.addressee_preposition in (None, "dative"):
            found.addressees.append(Pointer(kind="other", place=view.tokens[guest].start))
            return guest + 1
        if (group := self.audience(i, cue)) is not None:
            found.addressees.append(group)
            return i + 1
        if cue.row.addressee_preposition == "dative" and (told := self.crowd_from(i, "dative")):
            found.addressees.append(told)
            return told.last + 1
        free = cue.row.addressee_preposition == "dative" and not found.addressees
        if free and (called_on := self._group_from(i, cue)):
            found.addressees.append(called_on[0])
            return called_on[1]
        i = whom  # "Togolu mevkidaşı Robert Dussey'e"
        mention = view.mention_from(i) or self._told_of(i, cue)
        if can_act(mention) and mention and view.form(mention.last + 1) in _THROUGH:
            found.via.append(mention)  # "X, Y aracılığıyla Z'ye … iletti"
            return mention.last + 2
        if can_act(mention) and mention and view.form(mention.last + 1) in _BEFORE_WHOM:
            found.hears(mention)  # "Pekin nezdinde protestoda bulunarak"
            return mention.last + 2
        if mention is None or mention.case != "dative" or not can_act(mention):
            return 0
        if not self._is_told(mention, cue):
            return 0
        found.hears(mention)
        return mention.last + 1

    def audience(self, i: int, cue: Cue) -> Mention | None:
        """Return people told by their sort at token `i`: "milletvekillerine", "halka"."""
        sort = self.told_forms.get(self.view.form(i))
        tells = cue.row.addressee_preposition == "dative" or cue.row.act == "announces"
        if sort is None or not tells or self.view.mention_at[i] is not None:
            return None
        group = unlinked_mention(self.view, i, i, number="plural")
        if group is None:
            return None
        name = self.view.tokens[i].text[0] + sort[1:]
        return replace(group, name=name, human=True, case="dative")

    def _is_told(self, mention: Mention, cue: Cue) -> bool:
        """The dative is who is told behind verbs of telling, where it stands apart."""
        view, after = self.view, mention.last + 1
        if mention.kind == "media":
            return True
        if cue.row.addressee_preposition != "dative":
            return False
        if cue.row.needs_addressee:
            return True  # "Fiji'ye yardımları için teşekkür etti"
        if view.is_comma(after) or after >= cue.first or view.quotation_at[after] is not None:
            return True
        if cue.row.act in ("demands", "warns", "promises") or view.time_at[after] is not None:
            return True
        office = mention.role and mention.human and not view.form(after).endswith(_DONE_TO)
        somebody = mention.person or office
        if somebody and view.form(mention.first - 1) in _THROUGH:
            return True
        if somebody and view.is_comma(mention.first - 1) and cue.row.id in _TELLS:
            return True  # "X, Y'ye kararın … olduğunu söyledi"
        body = mention.kind in ("ministry", "organization") and cue.row.id in _TELLS
        if not body and (mention.human is not True or not (mention.person or mention.role)):
            return False
        other = view.mention_from(after)
        begins = other is not None and other.case == "genitive"  # another clause's subject
        begins |= other is None and begins_clause(view.form(after))
        return begins or view.form(after) in _TOLD_HOW

    def _past_adjunct(self, found: Content, i: int, end: int) -> int:
        """Step over a phrase that ends in a comma and tells where, when, in what it was said."""
        view = self.view
        comma = self.main_comma(i, min(end, i + _ADJUNCT))
        if comma is None:
            return self.past_document(i, end)
        last = comma - 1
        form = view.form(last)
        case = self.said_in.get(form, "").rstrip("+")
        mention = view.mention_to(last)
        placed = mention is not None and mention.case in ("locative", "ablative")
        adjunct = case in ("locative", "instrumental") or form in self.adjunct_ends or placed
        if placed and mention is not None and mention.kind == "media":
            found.via.append(mention)
        if case == "locative":
            self._hear_in(found, i, last)
        if not adjunct and last - 1 >= i and view.form(last - 1) in self.adjunct_ends:
            adjunct = form in _TO_THE_PRESS
        return comma + 1 if adjunct else 0

    def _hear_in(self, found: Content, first: int, last: int) -> None:
        """Note who hears "X gazetesine verdiği demeçte", "mecliste yaptığı konuşmada"."""
        view = self.view
        for k in range(first, last):
            mention = view.mention_from(k)
            if mention is None or mention in found.addressees or not can_act(mention):
                continue
            given = view.form(mention.last + 1) in _GIVEN
            if mention.case == "dative" and mention.kind == "media" and given:
                found.hears(mention)
            sits = mention.role == "parliament" or (mention.gazetteer_id or "").endswith(
                "parliament"
            )
            if mention.case == "locative" and sits and given:
                found.addressees.append(mention)

    def _take_object(self, found: Content, cue: Cue) -> None:
        """Take whom the verb warns, accuses, asks: the accusative or ablative among the words."""
        wanted = cue.row.addressee_preposition
        if wanted not in ("accusative", "ablative", "dative"):
            return
        if not found.addressees and self._take_pair(found, cue, wanted):
            return
        told = None
        if not found.addressees and wanted in ("accusative", "dative"):
            told = self.crowd_from(found.first, "dative" if wanted == "dative" else "accusative")
        if told is not None and told.last < found.last:
            found.addressees.append(told)
            found.first = told.last + 1
            return
        group = target_at(self.view, found.first, found.last, wanted) if self._aims(cue) else None
        if group is not None and not found.addressees and not found.quoted:
            found.addressees.append(group)
            found.first += 0 if isinstance(group, Pointer) else group.last + 1 - found.first
            return
        for i in range(found.first, cue.first):
            mention = self.view.mention_from(i)
            if mention is None or not self._may_be_object(mention):
                continue
            own = wanted == "accusative" and may_be_object(self.view, mention)
            if mention.case != wanted and not own:
                continue
            beside = mention.last == cue.first - 1
            late = wanted == "dative" and not beside and not self._governs_dative(mention, cue)
            if late or (wanted == "ablative" and self._asks_of_place(mention)):
                continue
            both = [*self._joined_ahead(mention, found.first), mention]
            found.addressees += both
            if both[0].first == found.first and mention.last < found.last:
                found.first = mention.last + 1
            return
        if wanted == "accusative" and not found.addressees and self._aims(cue):
            rulers = own_rulers(self, found.first, cue.first)
            found.addressees += [rulers] if rulers is not None else []
            if rulers is not None:
                return
        guest = next((i for i in range(found.first, cue.first) if self._is_guest(i, wanted)), None)
        if guest is not None and not found.addressees and self.at_main(guest):
            place = self.view.tokens[guest].start
            found.addressees.append(Pointer(kind="other", place=place))
            found.first += guest == found.first < found.last

    def _joined_ahead(self, mention: Mention, start: int) -> list[Mention]:
        """Return A of "A ve B'ye (çağrıda bulundu)": B's case is that of both."""
        found: list[Mention] = []
        first = mention.first
        while self.view.form(first - 1) == "ve" or (found and self.view.is_comma(first - 1)):
            other = self.view.mention_to(first - 2)
            bare = other is not None and other.case == "nominative" and can_act(other)
            if other is None or not bare or other.first < start:
                break
            found.insert(0, other)
            first = other.first
        return found

    def _aims(self, cue: Cue) -> bool:
        """True for verbs whose object, in the case they want, is whom they are said to."""
        return cue.row.act in ("demands", "warns", "accuses", "promises") and cue.row.id != "kına"

    def _take_pair(self, found: Content, cue: Cue, wanted: str) -> bool:
        """Take "iki tarafı", "iki başkente" for whom the verb calls on, warns, accuses."""
        if cue.row.act not in ("demands", "warns", "accuses", "promises"):
            return False
        view = self.view
        for i in range(found.first, cue.first):
            last = i + (2 if view.form(i) == "her" else 1 if view.form(i) == "iki" else 0)
            form = view.form(last) if self.at_main(i) else ""
            sided = last > i or form.startswith(_SIDES)
            if not sided:
                continue
            if self.pair_forms.get(form) != wanted or view.mention_at[last] is not None:
                continue
            hint = unlinked_mention(view, i, last, number="dual")
            place = view.tokens[i].start
            found.addressees.append(Pointer(kind="pair", place=place, number="dual", hint=hint))
            if i == found.first and last < found.last:
                found.first = last + 1
                while found.first < found.last and view.form(found.first) in ("da", "de"):
                    found.first += 1
            return True
        return False

    def _governs_dative(self, mention: Mention, cue: Cue) -> bool:
        """True for "iki başkente itidal çağrısında bulundu": the verb's own dative."""
        told = cue.row.act in ("demands", "warns", "promises") and not self.view.is_comma(
            mention.first - 1
        )
        clause = any(self.view.form(i).endswith(_OBJECTS) for i in range(mention.last, cue.first))
        return told and not clause

    def _asks_of_place(self, mention: Mention) -> bool:
        return mention.category == "place"

    def _may_be_object(self, mention: Mention) -> bool:
        return self.at_main(mention.first) and (
            can_act(mention) or (mention.category == "adjective" and mention.human is True)
        )

    def _take_quotation(self, found: Content, cue: Cue) -> None:
        """A quotation that ends right before the verb is what is said."""
        view = self.view
        k = cue.first - 1
        while (
            k > found.first
            and (view.is_comma(k) or view.tokens[k].text in ".-–—")
            and (view.quotation_at[k] is None)
        ):
            k -= 1
        quotation = view.quotation_at[k] if 0 <= k < view.size else None
        inside = [q for q in view.quotations if found.first <= q.first and q.last <= cue.first]
        if quotation is None and cue.row.id == "de" and inside:
            quotation = inside[-1]  # "…" derken / dedikten sonra
        if quotation is None or quotation.first < found.first:
            return
        if cue.row.object_content and cue.row.act in ("describes", "accuses", "denies"):
            return
        first = quotation.first
        for q in reversed([q for q in inside if q.last < quotation.first]):
            if first - q.last <= 3:
                first = q.first
        found.first, found.last, found.quoted = first, quotation.last, True

    def invites(self, found: Content) -> bool:
        """True for "tarafları diyaloğa (davet etti)", "Santiago'dan izahat (istedi)"."""
        return self.view.form(found.last) in _INVITED_TO | _ASKED_FOR

    def object_ahead(
        self, start: int, subject: Party | None, joint: Sequence[Mention], cue: Cue
    ) -> Content | None:
        """Return the words of "Bu iddiaları X (de) yalanladı", in front of the subject."""
        named = joint[-1] if joint else subject
        beside = isinstance(named, Mention) and all(
            self.is_particle(i) for i in range(named.last + 1, cue.first)
        )
        if not isinstance(subject, Mention) or not beside or not cue.row.object_content:
            return None
        first = self._past_openers(start, subject.first)
        last = subject.first - 1 - self.is_particle(subject.first - 1)
        return Content(first, last) if first <= last else None

    def draws_eye(self, cue: Cue, found: Content) -> bool:
        """True for "X'in çağrılmaması dikkat çekti": nobody says it, it only strikes."""
        last = self.view.form(found.last)
        return cue.row.id == "dikkat-çek" and not found.quoted and last.endswith(("masi", "mesi"))

    def is_clause(self, found: Content) -> bool:
        """True when a quotation or a verbal noun ends the words said."""
        if found.quoted or self.view.quotation_at[found.last] is not None:
            return True
        return self.view.form(found.last).endswith(CLAUSES)
