"""Find who met where an -ing form tells it: "after receiving X", "denied meeting Y", "having met".

In:  an English verb of meeting without a subject of its own. Out: the parties that did it.
"""

from abc import abstractmethod

from kg.extract.attribution import can_act
from kg.extract.meetings.base import MeetingBase
from kg.extract.meetings.words import VerbHit
from kg.extract.parts_played import is_possessive
from kg.extract.told import Told
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.draft import Party
from kg.model.mention import Mention

_DOING = words_of("en", "in_front_of_doing")
_FRONTED_WITHIN = 5  # tokens of "a few hours after meeting"


class GerundSubjects(MeetingBase):
    """Subjects of -ing forms."""

    def _doer(self, hit: VerbHit, first: int) -> list[Party] | None:
        """Return who did what an -ing form at token `first` tells; None for other forms."""
        having = self.view.form(first - 1) == "having"
        if not (having or (hit.inflection.form == "gerund" and first == hit.first)):
            return None
        first -= having
        if first and not (having or self.view.form(first - 1) in _DOING):
            return None
        if self._is_fronted_doing(first):
            return self._behind_comma(hit.last + 1)
        host = self._host(hit.first)
        if host is not None and (inner := subject_inside(self.view, host, first)) is not None:
            return [inner]
        if host is not None:
            return self._host_subject(host)
        return self._carried_subject(first) or None

    def _is_fronted_doing(self, first: int) -> bool:
        """True for "Having met X, Y …", "Hours after meeting X, Y …"."""
        view = self.view
        if first > _FRONTED_WITHIN:
            return False
        return all(
            view.is_word(k) and view.mention_at[k] is None and k not in view.cue_at
            for k in range(first)
        )

    def _behind_comma(self, i: int) -> list[Party]:
        """ "Meeting in Rome on Sunday, A and B agreed": who acts together behind the comma."""
        view = self.view
        while i < view.size:
            if view.is_comma(i) and view.mention_to(i) is None and not self._is_within(i):
                subject = self._subject_from(i + 1)
                if subject is not None:
                    return self._joined_around(subject)
            i += 1
        return []

    def _is_within(self, comma: int) -> bool:
        mention = self.view.mention_at[comma]
        return mention is not None and mention.last > comma

    def _subject_from(self, i: int) -> Mention | None:
        view = self.view
        if view.form(i) in view.lexicon.word_set("prepositions"):
            return None
        i += view.form(i) in ("the", "a", "an")
        near = (view.mention_from(k) for k in (i, i - 1, i + 1))
        subject = next((m for m in near if m is not None and can_act(m)), None)
        if subject is not None and is_possessive(view, subject.last):  # "Germany's Olaf Scholz"
            after = subject.last + 1
            after += view.form(after) in ("'s", "’s", "'", "’")
            owned = view.mention_from(after)
            return owned if owned is not None and (owned.person or owned.role) else subject
        return subject

    @abstractmethod
    def _host_subject(self, host: Told) -> list[Party]:
        """Return who says it, as the sentence tells it; the reader of verbs knows."""

    @abstractmethod
    def _carried_subject(self, i: int) -> list[Party]:
        """Return who does it in the clause before; the reader of verbs knows."""


def subject_inside(view: View, host: Told, first: int) -> Mention | None:
    """Return the subject inside the words said: "said X had resigned after meeting Y"."""
    fronts = view.lexicon.word_set("prepositions")
    for mention in view.mentions:
        inside = host.content_first <= mention.first < first and can_act(mention)
        if inside and (mention.person or mention.role) and mention.number != "plural":
            led = view.form(mention.first - 1) in fronts
            return None if led or is_possessive(view, mention.last) else mention
    return None
