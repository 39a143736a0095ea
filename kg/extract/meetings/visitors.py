"""Find who comes to meet somebody: for talks, on a visit, "in order to meet".

In:  a noun of meeting with its parts. Out: whoever comes, whom they visit, and where.
"""

from collections.abc import Sequence

from kg.extract.attribution import can_act
from kg.extract.meetings.arabic_before import inner_subject
from kg.extract.meetings.arabic_coming import comes_for_it, unnamed_who_come, who_comes
from kg.extract.meetings.arabic_sessions import (
    ArabicSessions,
)
from kg.extract.meetings.base import (
    count_parties,
    receives,
)
from kg.extract.meetings.gerunds import subject_inside
from kg.extract.meetings.parts import Parts
from kg.extract.meetings.words import NounHit
from kg.extract.parts_played import is_possessive
from kg.extract.subject import find_subject
from kg.extract.told import Told
from kg.lexicon.grammar import words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention

_AFTER = words_of("en", "before_and_after")
_GO_ON = words_of("en", "behind_whom_one_met")
_SAID_AT = words_of("en", "where_words_are_said")
_HIM = words_of("en", "speaker_again")
_RESULTS = words_of("en", "results_of_talks")
_VERBAL = "verbal"
_OTHER_WITHIN = 4  # tokens of "talks with the visiting"
_RESULT_WITHIN = 3  # tokens of "a new deal"
_AFTER_WITHIN = 6  # tokens of "following two days of"


class Visitors(ArabicSessions):
    """Whoever comes, and whom a visit or a purpose says they meet."""

    def _telling_at(self, i: int) -> Party | None:
        """Return who speaks between whose verb and words it stands; the reader of verbs knows."""
        raise NotImplementedError

    def _purpose_subject(self, hit: NounHit) -> list[Party]:
        """ "arrives in Damascus to meet …": whoever comes is a party."""
        behind = self.words.lists["with"].length_at(self.view.tokens, hit.last + 1)
        verbal = self.words.language == "ar" and hit.noun.id == _VERBAL and behind  # "للتشاور مع"
        if "ل" not in hit.proclitics or (hit.definite and not verbal):
            return []
        if (told := self._telling_at(hit.first)) is not None and self.words.language == "ar":
            return [told]  # "said X, sent for to meet Y, that …"
        host = self._host(hit.first)
        if host is not None and self.words.language == "ar":
            return comes_for_it(self.view, self.words, host, hit.first)
        arabic = self.words.language == "ar"
        if arabic and (group := unnamed_who_come(self.view, self.words, hit.first)) is not None:
            return group
        if arabic and (who := who_comes(self.view, hit.first)):
            return who
        for mention in reversed(self.view.mentions):
            if mention.last < hit.first and can_act(mention) and mention.category == "actor":
                return [mention]
        return []

    def _coming(self, hit: NounHit, parts: Parts, host: Told | None) -> list[Party]:
        """ "X arrived for talks with Y", "on a visit to Y": the clause's subject is a party."""
        only_other = parts.with_ and not (parts.bare or parts.between or parts.attended)
        if not (only_other or (hit.noun.visit and not hit.enclitic)) or hit.definite:
            return []
        if hit.noun.visit and not (parts.to or parts.place) and self._is_definite(hit):
            return []  # "four days after the visit"
        if (speaker := self._said_around(hit.first)) is not None and host is None:
            return [speaker]
        if host is not None and (doer := self._doer_after(hit.first, host)) is not None:
            return [doer]
        arabic = self.words.language == "ar"
        if arabic and host is not None and (inner := inner_subject(self.view, host, hit.first)):
            return inner
        subject = find_subject(self.view, before=hit.first)
        floor = host.content_first if host is not None else 0
        if subject is None or subject.first < floor:
            return []
        return [subject]

    def _doer_after(self, i: int, host: Told) -> Party | None:
        """Return who says it or did it: "said that a deal was near after talks with X"."""
        view, k = self.view, i - 1
        while k > max(host.content_first, i - _AFTER_WITHIN) and view.form(k) not in _AFTER:
            k -= 1
        if self.words.language != "en" or view.form(k) not in _AFTER or k <= host.content_first:
            return None
        if self._goes_on_alone(i):
            return None  # "after talks with Iran failed"
        if view.form(k) == "at" and view.form(i + 1) in _SAID_AT:
            return host.speaker  # "said at a news conference"
        if (inner := subject_inside(view, host, k)) is not None:
            return inner
        return host.speaker if self._is_of_speaker(host) else None

    def _goes_on_alone(self, i: int) -> bool:
        """True where the talks at token `i` have a verb of their own: "talks with Iran failed"."""
        view = self.view
        met = next((m for m in view.mentions if m.first > i), None)
        if met is None or met.first > i + _OTHER_WITHIN or not view.is_word(met.last + 1):
            return False
        behind = view.form(met.last + 1)
        return view.time_at[met.last + 1] is None and behind not in _GO_ON

    def _is_of_speaker(self, host: Told) -> bool:
        """True for "said he …", "said that a deal …": what comes of whoever says it."""
        k = host.content_first
        k += self.view.form(k) == "that"
        near = range(k, k + _RESULT_WITHIN)
        return self.view.form(k) in _HIM or any(self.view.form(i) in _RESULTS for i in near)

    def _place_of_host(self, parts: Parts, hosts: Sequence[Party]) -> None:
        if not (parts.between or parts.with_ or parts.bare):
            return
        for host in hosts:
            if parts.place is None and isinstance(host, Mention) and host.category != "actor":
                parts.place = host
        parts.mediators = [
            m for m in parts.mediators if not (isinstance(m, Mention) and m.category == "place")
        ]

    def _visited(self, parts: Parts, parties: list[Party], *, invited: bool = False) -> None:
        """A visit's goal is the place, and its government takes part."""
        guest = self._guest(parts)
        if guest is not None:
            parties[:] = [guest]
        parties.extend(m for m in parts.to if m.person and not is_possessive(self.view, m.last))
        targets = [*parts.to] + ([parts.place] if parts.place is not None else [])
        for target in targets:
            if target.category in ("either", "place"):
                parts.place = parts.place or target
        hosted = invited and count_parties(parties) > 1  # "A invited B to visit Rome"
        if parties and parts.place is not None and receives(parts.place, parties) and not hosted:
            parties.append(parts.place)
        elif guest and guest.side and not (parts.place or targets) and self.told:
            parties.append(Pointer(kind="own-side", place=self.view.tokens[guest.first].start))

    def _guest(self, parts: Parts) -> Mention | None:
        """Return who comes: "a visit to Rome by the Polish minister", "a visit by X to Rome"."""
        view = self.view
        for i in range(self.behind, min(view.size, max(parts.last, self.behind) + 4)):
            guest = view.mention_from(i + 1) or view.mention_from(i + 2)
            if view.form(i) == "by" and guest is not None and guest.category == "actor":
                self.told_last = guest.last
                goal = view.mention_from(guest.last + 2)
                if view.form(guest.last + 1) == "to" and goal is not None:
                    parts.to.append(goal)
                return guest
        return None
