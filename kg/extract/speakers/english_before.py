"""Find the subject that stands in front of an English verb group.

In:  a verb's cue. Out: its group (auxiliaries, negation, passive), the party in front of it, the
order's name, and whether another speaker's words begin there.
"""

from dataclasses import dataclass

from kg.extract.attribution import can_act, unlinked_mention
from kg.extract.cues import Cue
from kg.extract.speakers.english_left import EnglishLeft
from kg.extract.speakers.english_listed import is_listed
from kg.extract.speakers.english_words import OBJECTS, PRONOUNS
from kg.extract.subject import find_subject
from kg.lexicon.grammar import words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention

_GOES_ON = words_of("en", "goes_on_to_say")
_ONLY = words_of("en", "says_only")
_EACH_OF = words_of("en", "each_of_two")
_SOME = words_of("en", "some_of_them")
_BOTH = words_of("en", "both_of_two")
_TURNS = words_of("en", "in_turn")
_JOINT = words_of("en", "joint_statement")
_SORTS_OF_PAPER = words_of("en", "sorts_of_papers")
_STANDS = words_of("en", "stands_accused")
TAKEN_UP_BY = ("denies", "accuses", "describes")  # ", which X condemned"
_DONE = ("past", "participle")
_HEARD = ("inform", "notify", "tell", "assure")  # with nobody behind them, of who hears it
_HEARD_OF = frozenset({"of", "that", "about"})
_TALKED_TO = words_of("en", "talked_to")
_HAVING = frozenset({"had", "has"})
_ADJECTIVES = 2  # "…, outgoing Foreign Minister Jane Roe said"
_SOURCE_WITHIN = 14
_DESCRIBED = 8  # words in front of a name that say who it is
_REPORTED = words_of("en", "reported_to_have")
_NEGATIONS = words_of("en", "negations")


@dataclass(slots=True)
class Group:
    """A verb with its auxiliaries: where it begins and how it is built."""

    first: int
    passive: bool = False
    modal: bool = False
    negated: bool = False
    finite_gerund: bool = False


class EnglishBefore(EnglishLeft):
    """Looks to the left of a verb."""

    def group(self, cue: Cue) -> Group:
        """Read the auxiliaries in front of a verb, from right to left."""
        view = self.view
        group = Group(cue.first)
        i = cue.first - 1
        while i >= 0 and view.is_word(i) and not view.is_surname(i):
            form = view.form(i)
            if view.time_at[i] is not None:
                break  # "who in May accused"
            stems = {r.stem if not r.enclitic else r.enclitic for r in view.readings(i)} | {form}
            stems |= {r.stem for r in view.readings(i) if r.enclitic == "n't"}
            if stems & _NEGATIONS:
                group.negated = True
            if stems & self.be and (cue.form in ("past", "participle") or group.passive):
                group.passive = not (view.mention_to(i) and form not in self.be)
            elif stems & _STANDS and cue.row.object_addressee and cue.form in _DONE:
                group.passive = True  # "stands accused", "found itself accused"
            elif stems & self.be and cue.form == "gerund":
                if view.mention_to(i) and form not in self.be:
                    break  # "Malta's ruling party"
                group.finite_gerund = True
            elif self._is_reported(i):
                group.first = i - 2
                break
            elif form in self.modal or (stems & self.modal and "'" in form):
                group.modal = not self._goes_on(i) and not self._says_only(i)
            elif self._hastens(i):
                pass
            elif not stems & (self.have | self.support | _NEGATIONS) and not self._is_adverb(i):
                break
            if not self._is_adverb(i) or i - 1 < 0:
                group.first = i
            i -= 1
        done = cue.row.object_addressee and cue.form in _DONE and not group.passive
        if done and view.form(cue.last + 1) == "by" and view.form(group.first - 1) == "and":
            group.passive = True  # "was summoned and told by X"
        heard = cue.row.id in _HEARD and view.form(cue.last + 1) in _HEARD_OF
        if done and heard and view.form(group.first - 1) == "and":
            group.passive = True  # "was summoned and informed of the decision"
        return group

    def _goes_on(self, i: int) -> bool:
        """True for "went on to say", "continued to insist": the speech did happen."""
        view = self.view
        return view.form(i) == "to" and view.form(i - 1) in _GOES_ON

    def _is_reported(self, i: int) -> bool:
        """True for the "to" of "is said to have asked", "was reported to have told"."""
        view = self.view
        led = view.form(i) == "to" and view.form(i + 1) == "have"
        return led and view.form(i - 1) in _REPORTED and view.form(i - 2) in self.be

    def _hastens(self, i: int) -> bool:
        """True for "hastened" of "hastened to say": a part of the verb, no word of a name."""
        view = self.view
        first = view.form(i) in _GOES_ON and view.form(i) != "on"
        return first and view.form(i + 1) == "to" and i + 2 in view.cue_at

    def _says_only(self, i: int) -> bool:
        """True for "would only say that"."""
        return self.view.form(i) == "would" and self.view.form(i + 1) in _ONLY

    def subject_before(self, cue: Cue, first: int) -> Party | None:
        """Return the subject in front of any verb group that begins at token `first`."""
        return self._before(cue, Group(first))[0]

    def _before(self, cue: Cue, group: Group) -> tuple[Party | None, str, bool]:
        """Return the subject in front of the verb group, the order, and whether it is nested."""
        view = self.view
        k = group.first - 1
        if view.form(k) in _TURNS and view.form(k - 1) == "in":
            k -= 2
        k = self._past_adverbs(k)
        form = view.form(k)
        if form == "having":  # "X withdrew, having accused Y"
            return find_subject(view, before=k), "subject-verb", False
        if (relative := self._relative_before(k)) is not None:
            return self._antecedent(relative), "relative", True
        if form in ("and", "but", "or") or is_listed(view, cue, k, self.auxiliary):
            if (doer := self._before_source(k)) is not None:
                return doer, "elided", False
            if (inner := self._said_to_do(cue, k)) is not None:
                return inner, "elided", True
            place = view.tokens[cue.first].start
            elided = Pointer(kind="elided", place=place, continues=cue.row.continues)
            return elided, "elided", False
        if form == "both" and not self._heads_clause(k):
            k -= 1  # "X and Y both condemned"
        if (two := self._of_two(k)) is not None:
            return two, "pronoun-verb", self._follows_that(k)
        if form in PRONOUNS:
            if self._is_parenthetical(k):
                return None, "", False
            said_on = cue.row.continues
            return self._pronoun(k, continues=said_on), "pronoun-verb", self._follows_that(k)
        k = self._step_left(k)
        if self._is_own_country(k):
            own = Pointer(kind="own-side", place=view.tokens[k].start)
            return own, "subject-verb", self._follows_that(k - 1)
        if view.form(k) == "them" and view.form(k - 1) == "of" and view.form(k - 2) in _SOME:
            some = Pointer(kind="pronoun", place=view.tokens[k].start, human=True, continues=True)
            return some, "pronoun-verb", self._follows_that(k - 2)
        author = self._author(k)
        if author is not None:
            return author, "subject-verb", False
        if self._is_document(k):
            place = view.tokens[k].start
            whose = Pointer(kind="pronoun", place=place, continues=True)
            if view.form(k - 1) in _JOINT:
                whose = Pointer(kind="pair", place=place, number="dual", human=False)
            return whose, "document-verb", self._follows_that(k - 1)
        pair = self._pair_to(k)
        if pair is not None:
            return self._pair_at(pair, k), "subject-verb", self._follows_that(pair)
        subject = self.noun_phrase_to(k)
        judges = cue.row.act in TAKEN_UP_BY and not cue.row.object_addressee
        taken_up = judges and subject is not None and self._takes_up(subject)
        if subject is None or (self._is_parenthetical(subject.first) and not taken_up):
            return None, "", False
        if cue.form == "base" and self._is_one(subject) and group.first == cue.first:
            return None, "", False
        return subject, "subject-verb", self._follows_that(subject.first)

    def _relative_before(self, k: int) -> int | None:
        """Return the "who" of "who (accused)", "who on Friday (accused)"."""
        view, i = self.view, k
        while i > 0 and (view.time_at_or_none(i) is not None or self._leads_day(i)):
            i -= 1
        return i if view.form(i) in ("who", "which") else None

    def _leads_day(self, i: int) -> bool:
        view = self.view
        timed = view.time_at_or_none(i + 1) is not None
        return timed and view.form(i) in ("on", "in", "late", "early", "earlier")

    def _of_two(self, k: int) -> Pointer | None:
        """Return who "both (stressed)", "the latter (assured)" in front of a verb is."""
        form, place = self.view.form(k), self.view.tokens[max(0, k)].start
        if form in self.view.lexicon.word_set("latter") and self.view.form(k - 1) == "the":
            return Pointer(kind="latter", place=place, number="singular")
        if form in _BOTH and not self._is_parenthetical(k):
            return Pointer(kind="pair", place=place, number="dual", words=form)
        return None

    def _heads_clause(self, k: int) -> bool:
        """True at the first word of a sentence, and behind a mark or "and"."""
        return k <= 0 or self.view.is_break(k - 1) or self.view.form(k - 1) in ("and", "but")

    def _pair_at(self, first: int, last: int) -> Pointer:
        """Return who "the two sides" at tokens `first` to `last` points to."""
        return Pointer(
            kind="pair",
            place=self.view.tokens[first].start,
            number="dual",
            human=self._are_people(last),
            hint=unlinked_mention(self.view, first, last, number="dual"),
        )

    def _before_source(self, k: int) -> Mention | None:
        """Return the X of "X saw Y, according to two aides, and suggested": X goes on, not they."""
        view = self.view
        if not view.is_comma(k - 1):
            return None
        for i in range(k - 2, max(0, k - _SOURCE_WITHIN), -1):
            if view.is_stop(i) or view.quotation_at[i] is not None:
                return None
            if view.form(i) == "according" and view.form(i + 1) == "to":
                return find_subject(view, before=i) if view.is_comma(i - 1) else None
            if view.is_comma(i):
                return None
        return None

    def _said_to_do(self, verb: Cue, k: int) -> Mention | None:
        """Return the Y of "X said Y had telephoned him and told him": both verbs are Y's.

        Nobody where the second verb may be X's own: "X said Y had left and warned of unrest".
        """
        view = self.view
        if view.form(verb.last + 1) not in OBJECTS:
            return None
        for cue in view.cues:
            if cue.row.kind != "verb" or not cue.row.that or cue.last >= k or cue.form != "past":
                continue
            first = cue.last + 1 + (view.form(cue.last + 1) == "that")
            subject = view.mention_from(first) or view.mention_from(first + 1)
            if subject is None or not can_act(subject) or subject.last >= k:
                continue
            after = subject.last + 1
            clean = not any(view.is_comma(i) or view.form(i) == "that" for i in range(after, k))
            talked = view.form(after) in _HAVING and view.form(after + 1) in _TALKED_TO
            if clean and talked and view.quotation_at[k] is None:
                return subject
        return None

    def _past_adverbs(self, k: int) -> int:
        """Return the pronoun of "he reportedly (warned)"; `k` itself in front of anything else."""
        i = k
        while i > 0 and self._is_adverb(i):
            i -= 1
        return i if self.view.form(i) in PRONOUNS else k

    def _is_document(self, k: int) -> bool:
        """True for "the statement", "the final communique": its author is whoever spoke before."""
        view = self.view
        if view.form(k) not in self.documents or view.tokens[k].text[0].isupper():
            return False  # "the Post"
        return view.form(k - 1 - (view.form(k - 1) in _SORTS_OF_PAPER)) in ("the", "that", "this")

    def _author(self, k: int) -> Mention | None:
        """Return who "a statement by X", "a letter read out by X" or "X's statement" is by."""
        view = self.view
        owner = view.mention_to(k - 1)
        if view.form(k) in self.documents:
            bare = owner is not None and self._issues(owner, k)
            return owner if can_act(owner) and (bare or view.form(k - 1).endswith("'s")) else None
        author = view.mention_to(k)
        if not can_act(author) or author is None:
            return None
        by = self._with_determiner(author.first) - 1
        if view.form(by) not in ("by", "from"):
            return None
        for i in range(by - 1, max(-1, by - 4), -1):
            if view.form(i) in self.documents:
                return author
            if not view.is_word(i):
                return None
        return None

    def _issues(self, owner: Mention, document: int) -> bool:
        """True for "a foreign ministry statement", "an EU communique": a body's paper."""
        bodies = ("ministry", "government", "organization", "armed-group", "state")
        said = document + 1 in self.view.cue_at or self.view.time_at_or_none(document + 1)
        return owner.kind in bodies and bool(said)

    def _takes_up(self, subject: Mention) -> bool:
        """True for ", which X denies": what was said is taken up again."""
        which = self._with_determiner(subject.first) - 1
        return self.view.form(which) == "which" and self.view.is_comma(which - 1)

    def _pair_to(self, k: int) -> int | None:
        """Return where "the two sides" begins that ends at `k`, itself the subject."""
        view = self.view
        if view.form(k - 1) == "each" and view.form(k) in _EACH_OF and self._heads_clause(k - 1):
            return k - 1
        if view.form(k) not in self.pair_heads:
            return None
        begin = {"two": k - 2 if view.form(k - 2) == "the" else None, "both": k - 1}
        first = begin.get(view.form(k - 1))
        inside = first is not None and view.form(first - 1) in self.prepositions
        return None if inside else first  # "officials on both sides"

    def _is_one(self, subject: Mention) -> bool:
        """True for a subject of one, which no verb without an ending can have."""
        plural = subject.number == "plural" or subject.gazetteer_id is not None
        return not plural and self.view.form(subject.first - 1) != "and"

    def _antecedent(self, relative: int) -> Party | None:
        view = self.view
        k = relative - 1
        if view.is_comma(k):
            k -= 1
        mention = view.mention_to(k)
        return mention if can_act(mention) else None

    def _described_from(self, first: int) -> int:
        """Return where ", the exiled Belarusian athlete X" begins, or `first` itself."""
        view = self.view
        for k in range(first - 1, max(0, first - _DESCRIBED), -1):
            stops = view.form(k) in self.prepositions | self.openers | self.auxiliary
            word = view.is_word(k) or view.tokens[k].text == "-"
            if not word or stops or view.quotation_at[k] is not None or k in view.cue_at:
                return first
            if view.is_comma(k - 1) or view.quotation_at[k - 1] is not None:
                led = view.form(k) in self.determiners or view.mention_at[k] is not None
                led = led or (first - k <= _ADJECTIVES and view.tokens[k].text.islower())
                return k if led else first
        return first

    def _subject_first(self, subject: Party, group: Group) -> int:
        """Return where the clause of subject and verb begins."""
        if isinstance(subject, Mention):
            return self._described_from(self._with_determiner(subject.first))
        if subject.hint is not None:
            return subject.hint.first
        if subject.kind in ("pair", "latter"):
            k = self._step_left(group.first - 1)
            return k - (subject.kind == "latter")
        if subject.kind not in ("pronoun", "own-side"):
            return group.first
        k = self._step_left(group.first - 1)
        if subject.kind == "own-side" or self.view.form(k) in self.documents:
            return k - 1
        return k - 2 if self.view.form(k) == "them" else k
