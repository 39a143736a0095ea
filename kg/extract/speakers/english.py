"""Find who says what, to whom, in an English sentence.

In:  a `View`. Out: attributions in the order of their cues.
Orders: subject-verb-that, subject-verb with "that" left out, quotation-verb-subject,
quotation-subject-verb, words-comma-subject-verb, according to, the passive of quoting and accusing.
The subject is the noun phrase that ends where the verb group begins, insertions stepped over; an
unknown noun phrase there is an unlinked speaker. Quotations are never entered.
"""

from dataclasses import replace

from kg.extract.attribution import Attribution, can_act
from kg.extract.cue_rows import CueRow
from kg.extract.cues import Cue
from kg.extract.english_welcomed import is_guest_behind
from kg.extract.speakers.behind import Behind
from kg.extract.speakers.english_before import Group
from kg.extract.speakers.english_inside import EnglishInside
from kg.extract.speakers.english_light import EnglishLight
from kg.extract.speakers.english_open import EnglishOpen
from kg.extract.speakers.english_pledged import EnglishPledged
from kg.extract.speakers.english_quoted_verb import EnglishQuotedVerb
from kg.extract.speakers.english_taken_up import EnglishTakenUp
from kg.extract.speakers.english_worded import EnglishWorded
from kg.extract.speakers.english_words import OBJECTS
from kg.lexicon.grammar import words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention

_SAYING = words_of("en", "saying_so")
_RECALLING = frozenset({"recall", "report", "quote", "cite", "describe", "portray", "depict"})
_WELCOME = "welcome"
_TOGETHER = words_of("en", "together_in_front_of_a_verb")
_TAIL = 14  # tokens of "who spoke on condition that they not be named"
_REMIND = "remind"
_READ = "read"  # "the statement read"
_ACCEPTING = ("accept", "believe", "agree", "consider", "think")
_QUOTING = CueRow(id="quote", kind="verb", act="asserts", speaker_slot="object")


class EnglishSpeakers(
    EnglishTakenUp,
    EnglishQuotedVerb,
    EnglishWorded,
    EnglishOpen,
    EnglishPledged,
    EnglishLight,
    EnglishInside,
):
    """Reads one sentence. `attributions` gives the result."""

    def attributions(self) -> list[Attribution]:
        """Return the attributions of finite verbs and sources, in order."""
        found: list[Attribution] = []
        for cue in self.view.cues:
            if cue.row.kind == "verb":
                attribution = self._of_verb(cue) or self._received_too(cue, found)
            elif cue.row.kind == "source" and cue not in self.used:
                attribution = None if self._is_inserted(cue) else self.of_source(cue)
            else:
                continue
            if attribution is not None:
                found.append(self._with_joint(self._as_ordering(self._as_doing(attribution))))
        found += self._by_open_verbs(found)
        if quoted := self.quoted_verbs():
            found = sorted([*found, *quoted], key=lambda one: one.cue.first)
        found += self.dealt(found)
        found += self.beside(found)
        nouns = [*self.nominal(), *self.pledged(), *self.light(), *self.worded()]
        return self.told_inside([*found, *self.in_somebodys_words(), *nouns])

    def _by_open_verbs(self, found: list[Attribution]) -> list[Attribution]:
        """Return what verbs tell that no row knows, where nothing else tells of it."""
        told = (self.open_told(self._of_verb(cue)) for cue in self.open_cues())
        return [
            one
            for one in told
            if one is not None
            and not any(one.first <= t.content_last and t.first <= one.content_last for t in found)
        ]

    def _is_inserted(self, cue: Cue) -> bool:
        """True in "X, quoting Y, reported that": the verb behind tells what Y said."""
        found = self.source_party(cue.last + 1) if cue.row.outer_is_via else None
        if found is None or not self.view.is_comma(cue.first - 1):
            return False
        comma = self._past_described(found[1] + 1)
        verb = self.view.cue_at.get(comma + 1) if self.view.is_comma(comma) else None
        if verb is None or verb.row.kind != "verb" or not verb.row.that:
            return False
        self.inserted[verb] = found[0]
        return True

    def _past_described(self, j: int) -> int:
        """Return the comma behind "(two aides) briefed on the talks", "who saw it", or `j`."""
        view = self.view
        if not view.phrase_at(j, view.lexicon.phrases("tails")):
            return j
        for k in range(j, min(view.size, j + _TAIL)):
            if view.is_comma(k):
                return k
            if not view.is_word(k):
                break
        return j

    def _insert_source(self, behind: Behind, verb: Cue) -> None:
        """Make Y the speaker of "X, quoting Y, reported that", passed on by X."""
        source = self.inserted.get(verb)
        if source is not None and behind.subject is not None:
            behind.via.append(behind.subject)
            behind.subject = source

    def _received_too(self, cue: Cue, found: list[Attribution]) -> Attribution | None:
        """Return the second of "was rejected by X and welcomed by Y"."""
        before = found[-1] if found else None
        if before is None or before.order != "received" or cue.form not in ("past", "participle"):
            return None
        if self.view.form(cue.first - 1) not in ("and", "but") or not cue.row.object_content:
            return None
        agent = self._agent(cue)
        return replace(before, cue=cue, speaker=agent[0]) if agent is not None else None

    def _as_doing(self, one: Attribution) -> Attribution:
        """Read "quoted X as accusing Y of …" as what X does: accuses Y."""
        view, first = self.view, one.content_first
        inner = view.cue_at.get(first)
        quoted = one.cue.row.speaker_slot == "object" and view.form(first - 1) == "as"
        if inner is None or not quoted or inner.form != "gerund" or inner.row.kind != "verb":
            return one
        behind = Behind(subject=one.speaker)
        self.scan(inner, behind)
        if behind.content_first is None:
            return one
        return replace(
            one,
            cue=inner,
            addressees=tuple(behind.addressees),
            content_first=behind.content_first,
            clausal=behind.clausal,
        )

    def _as_ordering(self, one: Attribution) -> Attribution:
        """Read "told the army to stay", "told them not to move" as what is demanded."""
        form, first = self.view.form, one.content_first
        to = form(first - 1) == "to" or (
            form(first) in ("not", "never") and form(first + 1) == "to"
        )
        ordering = one.cue.row.id == "tell" and one.clausal and to
        if ordering or one.cue.row.id != "appeal" or not to or one.addressees:
            return replace(one, act="demands") if ordering else one
        asked = self.view.mention_from(first) or self.view.mention_from(first + 1)
        alone = asked is not None and not self.view.is_word(asked.last + 1)
        # "has appealed to the court."
        return replace(one, addressees=(asked,)) if asked and alone and can_act(asked) else one

    def _with_joint(self, attribution: Attribution) -> Attribution:
        """Add who says it together with the speaker."""
        speaker = attribution.speaker
        if not isinstance(speaker, Mention) or attribution.nested:
            return attribution
        joint = self.joint_behind(speaker)
        cue = attribution.cue
        if not joint or (speaker.first < cue.first <= joint[-1].last):
            return attribution
        if cue.last < attribution.content_first <= joint[-1].last:
            return attribution  # "according to X, Y and Z met"
        if cue.row.kind == "source" and any(m.kind != speaker.kind for m in joint):
            return attribution
        if speaker.first < cue.first and not self._reaches(joint[-1].last, cue):
            return attribution
        if self.view.phrase_at(cue.last + 1, self.mutual):
            return replace(attribution, joint=joint, addressees=joint)
        return replace(attribution, joint=joint)

    def _reaches(self, last: int, cue: Cue) -> bool:
        """True when the list of speakers ends where the verb's subject does."""
        k = self._step_left(self.group(cue).first - 1)
        if self.view.form(k) in _TOGETHER:
            k = self._step_left(k - 1)  # "A and B on Monday both said"
        own = self._own_before(k)
        return last in ((k, own - 2, own - 3) if own is not None else (k,))

    def _of_verb(self, cue: Cue) -> Attribution | None:
        cue = self._as_quoting(cue)
        group = self.group(cue)
        if (group.negated and not self._is_denying(cue, group)) or group.modal:
            return None
        if self._is_negated_with(group):
            return None
        if cue.form == "gerund" and not group.finite_gerund:
            return None
        if cue.form == "participle" and group.first == cue.first:
            return None
        if cue.form in ("base", "present") and self._is_noun(cue.first):
            return None
        if group.passive:
            return self._passive(cue, group)
        if self.view.form(cue.last + 1) == "by" and (
            self.view.form(cue.last + 2) not in self.view.lexicon.word_set("remote")
        ):
            return None
        subject, order, nested = self._before(cue, group)
        behind = Behind(subject=subject)
        if cue.row.id == _READ and order != "document-verb":
            return None
        if subject is None:
            return self._inverted(cue, group)
        if self._only_names(cue, subject):
            return None
        if cue.row.id == _WELCOME and is_guest_behind(self.view, cue.last + 1):
            return None
        if isinstance(subject, Pointer) and subject.kind == "elided" and cue.form == "base":
            return None
        first = self._subject_first(subject, group)
        if order != "relative" and self._ends_quotation(first - 1):
            self._walk(cue, behind, cue.last + 1)
            return self._words_first(cue, first, order, behind)
        self._insert_source(behind, cue)
        self.scan(cue, behind)
        if nested and order == "elided":
            self._take_object_for_him(cue, behind)
        if cue.row.needs_that and not behind.clausal:
            behind.content_first = None  # "“…,” X recounted in Warsaw, naming her coaches"
        charge = self._charge(subject)
        if charge is not None and order == "subject-verb":
            return self._of_charge(cue, behind, charge, group)
        if behind.content_first is None and self._has_object(cue, behind):
            self._take(behind, cue.last + 1, clausal=False)
        if behind.content_first is None and self._blames(cue, behind):
            self._take(behind, cue.last + 1, clausal=False)
        if behind.content_first is None:
            return self._words_first(cue, first, order, behind)
        if self._brings_to_mind(cue, behind):
            return None
        told = self._judge(cue, behind, order, group, nested=nested)
        return replace(told, cue=_denying(cue)) if told is not None and group.negated else told

    def _take_object_for_him(self, cue: Cue, behind: Behind) -> None:
        """ "Had telephoned the emir and told him": who was telephoned is told."""
        subject = behind.subject
        start = subject.last + 1 if isinstance(subject, Mention) else cue.first
        near = (self.view.mention_from(i) for i in range(start, cue.first))
        people = [m for m in near if m is not None and can_act(m) and (m.person or m.role)]
        if len(people) == 1 and len(behind.addressees) == 1:
            behind.addressees = [*people]

    def _is_denying(self, cue: Cue, group: Group) -> bool:
        """True for "do not accept that", "does not believe that": what they say is no."""
        accepts = cue.row.id in _ACCEPTING and cue.form == "base" and not group.passive
        return accepts and self.view.form(cue.last + 1) == "that"

    def _is_negated_with(self, group: Group) -> bool:
        """True for the second verb of "never confirmed or denied"."""
        joint = self.view.form(group.first - 1) in ("or", "nor")
        first = self.view.cue_at.get(group.first - 2) if joint else None
        return first is not None and self.group(first).negated

    def _as_quoting(self, cue: Cue) -> Cue:
        """Read "the aide recalled him saying" as a verb of quoting."""
        if cue.row.id not in _RECALLING:
            return cue
        view, j = self.view, cue.last + 1
        found = (None, j) if view.form(j) in OBJECTS else self.noun_phrase_from(j)
        after = found[1] + 1 if found is not None else view.size
        if view.form(after) == "as":
            after += 1
        return replace(cue, row=_QUOTING) if view.form(after) in _SAYING else cue

    def _blames(self, cue: Cue, behind: Behind) -> bool:
        """True for "X blamed Y." and nothing more."""
        row, view = cue.row, self.view
        charged = row.act == "accuses" and row.object_content and row.object_addressee
        known = [a for a in behind.addressees if isinstance(a, Mention)]
        if not charged or not known or self.group(cue).passive:
            return False
        after = known[-1].last + 1
        return after >= view.size or view.is_stop(after) or view.form(after) in ("and", "but")

    def _only_names(self, cue: Cue, subject: Party) -> bool:
        """True for "a group called Killnet claimed …": the verb tells its subject's name."""
        view = self.view
        if cue.row.id not in ("call", "dub") or not isinstance(subject, Mention):
            return False
        named = view.mention_from(cue.last + 1)
        if subject.last + 1 != cue.first or named is None or named.gazetteer_id:
            return False
        before = range(max(0, subject.first - 4), subject.first + 1)
        one = {view.form(i) for i in before} & {"a", "an", "another"}
        return bool(one) and (named.last + 1 in view.cue_at or view.is_comma(named.last + 1))

    def _brings_to_mind(self, cue: Cue, behind: Behind) -> bool:
        """True for "The bridge reminded Macron of Paris": a thing tells nobody anything."""
        subject = behind.subject
        if cue.row.id != _REMIND or behind.clausal or not isinstance(subject, Mention):
            return False
        return not (subject.kind or subject.person or subject.role or subject.gazetteer_id)

    def _has_object(self, cue: Cue, behind: Behind) -> bool:
        """True for "urged restraint": nobody is addressed, something is asked for."""
        row = cue.row
        plain = row.object_addressee and row.object_content and not behind.addressees
        return plain and self.view.is_word(cue.last + 1)

    def behind(self, cue: Cue) -> Attribution | None:
        """Return what a participle introduces; its speaker is for the caller to say."""
        group = self.group(cue)
        if group.finite_gerund or group.negated or cue.form != "gerund":
            return None
        behind = Behind(subject=Pointer(kind="elided", place=self.view.tokens[cue.first].start))
        self.scan(cue, behind)
        if behind.content_first is None:
            return None
        return self._judge(cue, behind, "participle", group, nested=False)


def _denying(cue: Cue) -> Cue:
    """Return the cue of "do not accept that" as one that denies."""
    return replace(cue, row=replace(cue.row, act="denies"))
