"""Find the subject of a Turkish clause: the bare nominative in front of everything else.

In:  where the clause begins and where its verb stands. Out: the party and the token behind it.
Genitive, accusative, locative, ablative are no subjects; what a postposition follows is none;
quotations are never entered. Without an overt subject the verb's is elided.
"""

from kg.extract.attribution import MAX_SPEAKER_WORDS, can_act, unlinked_mention
from kg.extract.cues import Cue
from kg.extract.speakers.turkish_bodies import TurkishBodies
from kg.extract.speakers.turkish_counted import counted, past_those_among
from kg.extract.speakers.turkish_holders import (
    BETWEEN,
    holder_ahead,
    is_of_event,
    is_of_two,
    is_region,
    one_of_them,
    past_while,
)
from kg.lexicon.grammar import endings_of, words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention

_ADJUNCT = 12
_MADE = endings_of("tr", "made")
_SAID = endings_of("tr", "said")
_TELLING = endings_of("tr", "telling")
_TOLD = endings_of("tr", "was_told")
_NEAR = 5
_BEING = words_of("tr", "being_somebody")
_AGAINST = frozenset({"denies", "accuses", "describes"})
_VERB = 4
_ANYBODY = frozenset({"official", "source", "diplomat"})
_PAST = ("di", "du", "dü", "ti", "tu", "tü", "diler", "dilar", "tiler", "tilar")
_NO_VERBS = words_of("tr", "no_verbs")
_ONE_OF = ("larindan", "lerinden")
_LONG_COMPOUND = endings_of("tr", "of_whom_is_in_front")
_OWNED_OBJECT = ("ina", "ine", "una", "üne", "ini", "unu", "ünü")
_CALLED = endings_of("tr", "called")
_BUT = words_of("tr", "but")
_ALSO = words_of("tr", "also")
_AFTER = words_of("tr", "after")
_NOT_THEMSELVES = endings_of("tr", "behind_two_who_do_nothing")
_THE_TWO = "ikili"
_PEOPLE = endings_of("tr", "people_of_a_pair")
_BODY_OF = endings_of("tr", "body_that_is_led")
_LED_BY = words_of("tr", "led_by_somebody")
_OBJECT_ENDS = endings_of("tr", "object_in_front")
_CROWD_WORDS = 4
_TO_THEM = words_of("tr", "to_them")
_TO_PRONOUN = 6
_OF_LANDS = words_of("tr", "of_lands")
_NO_CROWD_BEHIND = words_of("tr", "behind_no_subject")
_CROWD = endings_of("tr", "people_who_speak")


class TurkishSubject(TurkishBodies):
    """Looks for subjects from left to right."""

    def subject(self, start: int, end: int) -> tuple[Party | None, int]:
        """Return the subject among tokens `start` to `end - 1`, None for none; the token behind."""
        i = self._past_openers(start, end)
        i = past_while(self, self._past_opening_document(i, end), end)
        if (pair := self._pair_at(i)) is not None:
            return pair
        if self.view.form(i) in self.pronouns and self._is_topic(i):
            pointer = Pointer(
                kind="pronoun", place=self.view.tokens[i].start, number="singular", human=True
            )
            return pointer, i + 1
        crowd = self._crowd(i, end) or counted(self.view, past_those_among(self.view, i, end), end)
        if crowd is not None:
            return crowd, crowd.last + 1
        if (inverted := self.right_before(i, end)) is not None:
            return inverted, end
        named = holder_ahead(self, self._holder_behind(self._named(i, end), end), end)
        unlinked = self._unlinked(i, end, named.first if named is not None else end)
        if unlinked is not None:
            return unlinked, unlinked.last + 1
        if named is not None:
            return named, named.last + 1
        body = self.body_at(i, end)
        return (body, body.last + 1) if body is not None else (None, start)

    def right_before(self, start: int, end: int) -> Mention | None:
        """Return X of "Bu iddiaları X yalanladı": the subject between the object and the verb."""
        view, subject = self.view, self.view.mention_to(end - 1)
        if subject is None or not can_act(subject) or subject.case != "nominative":
            return None
        somebody = subject.person or (subject.role and subject.human)
        if not somebody or not self.at_main(subject.first):
            return None
        last = subject.first - 1
        last -= self.is_particle(last)
        if last < start or view.mention_at[last] is not None or not self.at_main(last):
            return None
        plain = all(self.at_main(i) and not view.is_comma(i) for i in range(start, last + 1))
        accusative = view.form(last).endswith(_OBJECT_ENDS) and last not in view.cue_at
        return subject if plain and accusative and view.time_at[last] is None else None

    def _crowd(self, start: int, end: int) -> Mention | None:
        """Return "Sektör temsilcileri", "Firmanın avukatlarından biri" where the clause opens."""
        view = self.view
        for i in range(start, min(end, start + _CROWD_WORDS)):
            form = view.form(i)
            known = view.mention_at[i]
            own = known is None or (known.role and known.number == "plural" and not known.side)
            if not view.is_word(i) or not own or i in view.cue_at:
                return None
            if view.time_at[i] is not None or not self.at_main(i):
                return None
            if form == "biri" and i > start and view.form(i - 1).endswith(_ONE_OF):
                return unlinked_mention(view, start, i)
            many = form.endswith(("leri", "lari", "ler", "lar")) and form.startswith(_CROWD)
            if many and view.tokens[start].text[:1].isupper():
                free = view.form(i + 1) not in _NO_CROWD_BEHIND
                plain = free and view.is_word(i + 1) and not self.is_particle(i + 1)
                return unlinked_mention(view, start, i, number="plural") if plain else None
        return None

    def _holder_behind(self, named: Mention | None, end: int) -> Mention | None:
        """Return the second of "Örgütün dönem başkanı, Gana Cumhurbaşkanı X, …": its holder."""
        if named is None or named.person or named.role is None or named.unnamed:
            return named
        view, comma = self.view, named.last + 1
        holder = view.mention_from(comma + 1) if view.is_comma(comma) else None
        if holder is None or not (holder.person and holder.role) or holder.last + 1 >= end:
            return named
        closed = view.is_comma(holder.last + 1) or view.time_at[holder.last + 1] is not None
        return holder if closed and self.may_be_subject(holder, end) else named

    def fronted_end(self, start: int, end: int) -> int | None:
        """Return the last token of "…-DIğInI" that a subject follows, None where nothing does."""
        view = self.view
        for i in range(end - 2, start, -1):
            if view.quotation_at[i] is not None or not self.at_main(i):
                return None
            if view.is_word(i) and view.form(i).endswith(_SAID) and view.mention_at[i] is None:
                return i
        return None

    def ends_other_verb(self, i: int) -> bool:
        """True at the "," of "X'i çağırmış, …" and the "ve" of "imzaladı ve …": a finite verb."""
        view = self.view
        if not (self.at_main(i) and self.at_main(i - 1)) or view.mention_at[i - 1] is not None:
            return False
        verb = view.form(i - 1)
        if i - 1 in view.cue_at or len(verb) < _VERB or verb in _NO_VERBS:
            return False
        if view.is_comma(i):
            return verb.endswith(("miş", "muş", "müş"))
        return view.form(i) == "ve" and verb.endswith(_PAST)

    def called_ahead(self, start: int, end: int) -> Mention | None:
        """Return X of "X'i (bakanlığa) çağırmış,", "X'i aramış,": what follows is said to them."""
        view = self.view
        if not view.form(end - 1).startswith(_CALLED):
            return None
        for i in range(end - 2, start - 1, -1):
            mention = view.mention_to(i)
            if mention is not None and mention.case == "accusative" and mention.human:
                return mention
        return None

    def heard_inside(self, first: int, last: int) -> Mention | None:
        """Return whom the words name as told: "bunun X tarafına iletildiğini (söyledi)"."""
        view = self.view
        for i in range(max(first + 1, last - _NEAR), last + 1):
            verb = view.form(i)
            if not (verb.startswith(_TELLING) and verb.endswith(_TOLD)):
                continue
            for k in range(i - 1, max(first, i - _NEAR) - 1, -1):
                mention = view.mention_to(k)
                told = mention is not None and mention.case == "dative" and can_act(mention)
                if told and view.quotation_at[k] is None:
                    return mention
        return None

    def owns_object(self, subject: Party | None, owner: Mention, inner: Cue) -> bool:
        """True for "X, Y'nin talebini reddettiğini söyledi": the request is Y's, X rejects it."""
        view = self.view
        reports = not isinstance(subject, Mention) or subject.kind == "media"
        between = range(owner.last + 1, inner.first)
        if reports or not 0 < len(between) <= _NEAR or inner.row.act not in _AGAINST:
            return False
        plain = all(view.is_word(i) and view.mention_at[i] is None for i in between)
        return plain and view.form(inner.first - 1).endswith(("ini", "unu", "ünü"))

    def tells_of_themselves(self, inner: Cue, owner: Mention) -> bool:
        """True for "X, Y'nin kalmasının … olduğunu Z'ye anlattıklarını söyledi": X's side told."""
        near = range(max(0, owner.first - _TO_PRONOUN), owner.first)
        if any(self.view.form(i) in _TO_THEM for i in near):
            return True  # "X, ona polisin sorumlu olduğunu hatırlattığını söyledi"
        if not self.view.form(inner.last).endswith(("klarini", "klerini")):
            return False
        joined = self.view.form(owner.first - 1) in ("ve", "ile")
        return not joined and owner.number not in ("plural", "dual")

    def subject_behind(self, first: int, end: int) -> Mention | None:
        """Return the actor in the nominative, or "X'in danışmanlarından biri", before the verb."""
        view = self.view
        first += view.is_comma(first)
        for i in range(first, end):
            mention = view.mention_from(i)
            if mention is not None and can_act(mention) and mention.case == "nominative":
                if not mention.role and self._is_owner_of(mention.last + 1, end):
                    return None  # "bunun Trinidad tarafına iletildiğini"
                return mention if view.form(mention.last + 1) not in self.postpositions else None
            if view.form(i) == "biri" and view.form(i - 1).endswith(_ONE_OF):
                return unlinked_mention(view, first, i)
        return None

    def _past_openers(self, i: int, end: int) -> int:
        """Step over "Öte yandan,", "Ancak", times in front."""
        view = self.view
        while i < end:
            length = view.phrase_at(i, view.words.not_speakers)
            if length and (view.is_comma(i + length) or view.form(i) in _BUT):
                i += length
            elif (
                view.time_at[i] is not None
                or (not view.is_word(i) and self.at_main(i))
                or view.form(i) in view.words.connector
                or view.form(i) in _ALSO
            ):
                i += 1
            else:
                break
        return i

    def _past_opening_document(self, i: int, end: int) -> int:
        """Step over "Ortak bildiride" and what belongs to it, in front of the subject."""
        behind = self.past_document(i, end)
        names = any(self.view.mention_at[k] is not None for k in range(i, behind))
        return behind if behind and not names else i

    def past_document(self, i: int, end: int) -> int:
        """Step over "dün yaptığı açıklamada" without a comma."""
        view = self.view
        for k in range(i, min(end, i + 6)):
            if not view.is_word(k) or view.quotation_at[k] is not None:
                return 0
            if k > i and view.form(k).endswith(_SAID):
                return 0  # "… açılmayacağını Reuters'a verdiği mülakatta": said before it
            if self.documents.get(view.form(k), "").rstrip("+") == "locative":
                return k + 1
            said_in = self.said_in.get(view.form(k), "").rstrip("+") == "locative"
            if said_in and any(view.form(m).endswith(_MADE) for m in range(i, k)):
                return k + 1
        for k in range(i, min(end - 1, i + _ADJUNCT)):
            if view.quotation_at[k] is not None or k in view.cue_at:
                return 0
            if view.form(k) in _AFTER and view.is_word(k + 1):
                return k + 1
        return 0

    def _pair_at(self, i: int) -> tuple[Pointer, int] | None:
        """Return "iki taraf", "taraflar" where it is the topic."""
        length = self.view.phrase_at(i, self.pairs)
        human = any(w in self.view.form(i + length - 1) for w in _PEOPLE) if length else False
        acts = human and not self.view.form(i + length).startswith(_NOT_THEMSELVES)
        if not length or not (acts or self._is_topic(i + length - 1)):
            return None
        hint = unlinked_mention(self.view, i, i + length - 1, number="dual")
        place = self.view.tokens[i].start
        two = self.view.form(i) if self.view.form(i) == _THE_TWO else None  # people or states
        who = None if two else human
        pair = Pointer(kind="pair", place=place, number="dual", human=who, hint=hint, words=two)
        return pair, i + length

    def _is_topic(self, i: int) -> bool:
        return self.view.is_comma(i + 1) or self.is_particle(i + 1) or self.is_adverb_at(i + 1)

    def is_adverb_at(self, i: int) -> bool:
        """True for an adverb or time inside the sentence."""
        return 0 <= i < self.view.size and self.is_adverb(i)

    def _named(self, start: int, end: int) -> Mention | None:
        """Return the first mention that may be the subject."""
        i = start
        while i < end:
            quotation = self.view.quotation_at[i]
            if quotation is not None:
                i = quotation.last + 1
                continue
            mention = self.view.mention_from(i)
            if mention is None:
                i += 1
                continue
            if self.may_be_subject(mention, end):
                return mention
            if one := one_of_them(self.view, mention):
                return one
            i = mention.last + 1
        return None

    def may_be_subject(self, mention: Mention, end: int) -> bool:
        """True for an actor in the nominative that is no part of a longer phrase."""
        view = self.view
        if not can_act(mention) or mention.case != "nominative" or not self.at_main(mention.first):
            return False
        after = mention.last + 1
        form = view.form(after)
        if self._is_partitive(after) or is_of_event(view, after):
            return False
        if form in _BEING and mention.person is None and view.mention_from(after + 1) is not None:
            return False  # "1999'da bakan olan X"
        if form in self.postpositions and not (mention.person and form in _OF_LANDS):
            return form == "ile" and self._joins(after)
        if form in ("ve", "veya") or view.is_comma(after):
            return not is_of_two(view, after)
        somebody = mention.person is not None or (mention.unnamed and mention.role in _ANYBODY)
        return after >= end or somebody or not self._is_compound(after, end)

    def _is_partitive(self, after: int) -> bool:
        """True for "Hafter cephesinden bir komutan": the name tells where the speaker is from."""
        view = self.view
        other = view.mention_from(after + 1)
        ablative = view.form(after).endswith(("nden", "ndan"))
        return ablative and other is not None and other.case == "nominative"

    def joined_to(self, subject: Party, end: int) -> tuple[Mention, ...]:
        """Return B and C of "A, B ve C", "A ile B": those who act together with the subject."""
        if not isinstance(subject, Mention) or subject.case != "nominative":
            return ()
        view, found, last = self.view, list[Mention](), subject.last
        linked = False
        while view.form(last + 1) in ("ve", "ile", ",") and not (linked and found):
            linked = view.form(last + 1) != ","
            other = view.mention_from(last + 2)
            if other is None or other.last >= end or not self.may_be_subject(other, end):
                return ()
            found.append(other)
            last = other.last
        if linked and self._is_compound(last + 1, end):
            return ()  # "Kaynaklar, A ve B görüşmesinin yapıldığını aktardı"
        return tuple(found) if linked else ()

    def _joins(self, ile: int) -> bool:
        """True for "A ile B," where B is in the nominative as well."""
        other = self.view.mention_from(ile + 1)
        if other is None or self.view.form(other.last + 1) in BETWEEN:
            return False  # "A ile B arasında"
        return can_act(other) and other.case == "nominative"

    def _is_compound(self, after: int, end: int) -> bool:
        """True for "BM kararının", "Türkiye sınırında": a noun that the name belongs to."""
        view = self.view
        if not view.is_word(after) or self.is_adverb(after) or after in view.cue_at:
            return False
        if view.mention_at[after] is not None or view.tokens[after].text[0].isupper():
            return False
        form = view.form(after)
        if form.startswith(_BODY_OF) and view.form(after + 1) in _LED_BY:
            return True  # "Hükümet heyetine başkanlık eden X"
        return form.endswith(_LONG_COMPOUND) and not self.is_plain_genitive(form)

    def _is_owner_of(self, after: int, end: int) -> bool:
        """True where a plain noun with its case follows: it is of whom is named in front."""
        known = after >= end or self.view.mention_at[after] is not None or after in self.view.cue_at
        owned = self.view.form(after).endswith(_OWNED_OBJECT) and not known
        return owned or self._is_compound(after, end)

    def _unlinked(self, start: int, end: int, named: int) -> Mention | None:
        """Return the words in front of the first comma or "ise" as a subject no lexicon knows."""
        view = self.view
        last = start
        while last < min(end, start + MAX_SPEAKER_WORDS) and view.is_word(last):
            if self.is_particle(last) or view.time_at[last] is not None:
                break
            last += 1
        stops = view.is_comma(last) or (self.is_particle(last) and last + 1 < end)
        last -= 1
        if last < start or not stops or named <= last or view.quotation_at[start] is not None:
            return None
        if any(i in view.cue_at or not self.at_main(i) for i in range(start, last + 1)):
            return None
        lower = not any(view.tokens[i].text[0].isupper() for i in range(start, last + 1))
        if lower and start > 0 and view.form(start - 1) == "ve":
            return None  # "kalktı ve öfkeyle, “…” dedi"
        ends = view.form(last)
        known = view.mention_at[last]
        sort = self.is_sort(start, last) or is_region(known, start)
        if known is not None and not sort:
            return None
        if (
            (self.is_oblique(last) and not sort and not self.are_speakers(start, last))
            or ends in self.adjunct_ends
            or ends in self.postpositions
        ):
            return None
        if self.said_in.get(ends) or view.phrase_at(start, view.words.not_speakers):
            return None
        if ends in view.words.adverbs or ends == "göre":
            return None
        if ends in self.participles:
            return None  # "Reuters'a konuşan, adı açıklanmayan bir yetkili"
        return unlinked_mention(view, self.past_nameless(start, last), last)
