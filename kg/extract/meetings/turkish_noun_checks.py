"""Tell by the words around a Turkish noun of meeting whether it tells one, and which.

In:  a noun as it stands in its clause, the parties by case. Out: yes or no.
"""

import re
from collections.abc import Sequence

from kg.extract.attribution import can_act
from kg.extract.meetings.base import distinct
from kg.extract.meetings.turkish_cases import Parts
from kg.extract.meetings.turkish_negated import is_negated
from kg.extract.meetings.turkish_status import Telling
from kg.extract.meetings.turkish_words import MeetingHit, load_turkish_meeting_words
from kg.extract.participles import Reader
from kg.extract.told import Told
from kg.extract.view import View
from kg.lexicon.grammar import endings_of, words_of
from kg.model.draft import Party
from kg.model.mention import Mention
from kg.model.timespan import TimeWords

_TAKING_PART = endings_of("tr", "taking_part")
_INVITED = endings_of("tr", "asked_to_come")
_TO_INVITED = 9
_WHO_CAME = endings_of("tr", "who_came")
_NOT_ATTENDING = re.compile(f"(?:{'|'.join(_TAKING_PART)})ma(yaca|di|z|yan|mis)")
_HOSTED = 9
_TOOK_PLACE = endings_of("tr", "took_place")
_LASTED = endings_of("tr", "lasted")
_GRANTED = endings_of("tr", "granted")
_HOSTING = words_of("tr", "hosting")
_RESUMED = 6
_AGAIN = words_of("tr", "once_more")
_HAPPENING = endings_of("tr", "happens")
_UNDONE = ("meyen", "mayan")
_COMING = ("en", "an")  # "resmi ziyaret için gelen X"
_UNDONE_WITHIN = 3
_KEEPING_UP = words_of("tr", "keeping_up")
_WHAT_FOR = words_of("tr", "what_for")


class TurkishNounChecks:
    """One sentence, and what the words around its nouns of meeting say."""

    def __init__(self, view: View, reader: Reader, told: Sequence[Told]) -> None:
        self.view = view
        self.reader = reader
        self.told = told
        self.words = load_turkish_meeting_words()
        self.start = 0  # of the clause
        self.passed: frozenset[int] = frozenset()  # tokens of relative clauses
        self.arrived: tuple[Mention | None, TimeWords | None] | None = None  # "Oslo'ya gelen X"

    def _is_set(self, hit: MeetingHit, parts: Parts, telling: Telling) -> bool:
        """True for "Cusco'da yapılacak toplantı ertelendi": the two sides' own, named before."""
        moved = telling.status in ("postponed", "cancelled", "planned") and telling.modified
        told = (parts.place is not None) + (parts.time is not None)
        off = telling.status in ("postponed", "cancelled") and hit.case == "genitive"
        free = not (parts.owners or parts.with_ or parts.subjects or parts.objects)
        return (
            moved and told > (0 if off else 1) and free and not telling.reference and not hit.visit
        )

    def _resumes(self, hit: MeetingHit, parts: Parts, telling: Telling) -> bool:
        """True for "Cenevre'deki müzakerelerin 8 Haziran'da yeniden başlayacağını": the sides'."""
        near = range(hit.last + 1, min(self.view.size, hit.last + _RESUMED))
        again = any(self.view.form(i) in _AGAIN for i in near)
        next_one = telling.fresh and hit.case == "nominative" and not (hit.visit or hit.owned)
        told = parts.place is not None and parts.time is not None
        if next_one and (parts.place is not None or parts.time is not None):
            again = told = True  # "İkinci oturum cuma günü yapılacak"
        free = not (parts.owners or parts.with_ or parts.subjects or parts.objects)
        return again and told and free and telling.status == "planned"

    def _is_held_by_subjects(self, hit: MeetingHit, parts: Parts) -> bool:
        """True for "iki saat süren görüşmede A ve B … ele aldı"."""
        several = len(distinct(parts.subjects)) > 1 or any(_is_crowd(p) for p in parts.subjects)
        several &= all(isinstance(p, Mention) and can_act(p) for p in parts.subjects)
        dated = parts.place is not None or parts.time is not None
        several |= dated and not parts.subjects and any(p.kind == "pair" for p in parts.pairs)
        told = self.view.form(hit.first - 1).endswith(_TOOK_PLACE)
        if told and several and hit.case == "locative" and not hit.owned:
            parts.owners.clear()  # nobody owns "Mendoza'da yapılan zirvede"
        free = not (parts.with_ or parts.between or parts.owners)
        told |= (
            hit.case in ("ablative", "genitive")
            and parts.place is not None
            and self.view.form(hit.first - 1).endswith(_LASTED)
        )  # "Riyad'da beş saatlik görüşmenin ardından"
        return hit.case in ("locative", "ablative", "genitive") and several and told and free

    def _is_interview(self, hit: MeetingHit, parts: Parts) -> bool:
        """True for "gazeteye verdiği mülakatta" and for "zirveye … ev sahipliği yaptı"."""
        view = self.view
        if hit.id == "audience":
            given = view.form(hit.first - 1).startswith(_GRANTED)
            return given or any(g.kind == "media" for g in parts.goals)
        ahead = range(hit.last + 1, min(view.size, hit.last + _HOSTED))
        return hit.case == "dative" and any(view.form(i) in _HOSTING for i in ahead)

    def _is_purpose(self, hit: MeetingHit) -> bool:
        """True for "istişare için (geri çağrıldı)": what for, not that they met."""
        if hit.id == "contact" and self.view.form(hit.last + 1) in _KEEPING_UP:
            return True  # "temasları sürdürme konusunda", "temaslarını sürdürdüğü Lome'de"
        aim = self.view.form(hit.last + 1) in _WHAT_FOR
        come = not hit.visit or self.view.form(hit.last + 2).endswith(_COMING)
        return aim and hit.case == "nominative" and not hit.owned and come

    def _is_only_asked(self, hit: MeetingHit) -> bool:
        """True for "toplantılarının dondurulmasını (önerdi)": of what becomes of them all."""
        behind = self.view.form(hit.last + 1)
        done = behind.endswith(("masini", "mesini")) and not behind.startswith(_HAPPENING)
        return hit.case == "genitive" and hit.series and hit.owned and done

    def _never_came(self, hit: MeetingHit, parts: Parts) -> bool:
        """True for "gerçekleşmeyen bir ziyaret yüzünden": nothing is told of when or where."""
        near = range(max(self.start, hit.first - _UNDONE_WITHIN), hit.first)
        undone = any(
            self.view.form(i).startswith(_HAPPENING) and self.view.form(i).endswith(_UNDONE)
            for i in near
        )
        return undone and parts.place is None and parts.time is None

    def _is_skipped(self, hit: MeetingHit) -> bool:
        """True for "toplantıya katılmayacağını", "zirveye davet etti": the verb tells of it."""
        calling = self.words.at(self.view.tokens, hit.last + 1) if hit.case == "dative" else None
        if calling is not None and calling.frame == "summon":
            return True
        away = bool(_NOT_ATTENDING.match(self.view.form(hit.last + 1)))
        return hit.case == "dative" and (away or self._is_uninvited(hit.last + 1))

    def _is_of_source(self, hit: MeetingHit, parts: Parts) -> bool:
        """True for "toplantıya katılan bir diplomat", "katılanlara göre": of the one before."""
        came = self.view.form(hit.last + 1)
        if hit.case != "dative" or hit.owned or not came.startswith(_WHO_CAME):
            return False
        alone = hit.first == self.start and parts.place is None
        return alone and (came not in _WHO_CAME or len(distinct(parts.subjects)) < 2)

    def _is_uninvited(self, first: int) -> bool:
        """True for "zirveye X davet edilmedi", "konferansa X ile Y çağrılmadı"."""
        for i in range(first, min(self.view.size, first + _TO_INVITED)):
            if self.view.tokens[i].text in ";:" or self.view.quotation_at[i] is not None:
                return False
            if self.view.form(i).startswith(_INVITED):
                return any(is_negated(self.view.form(k)) for k in (i, i + 1))
        return False

    def _is_fate(
        self, hit: MeetingHit, parts: Parts, telling: Telling, parties: list[Party] | None
    ) -> bool:
        """True for "Belgrad bu görüşmeyi erteledi", "ziyaret iptal edildi": the one told before."""
        off = telling.status in ("postponed", "cancelled") and hit.frame == "noun"
        plain = not (hit.owned or hit.series or telling.indefinite or telling.modified)
        named = parts.with_ or parts.between or parts.owners
        return (
            off and plain and not named and not parties and self.view.form(hit.first - 1) != "bir"
        )

    def _refers(self, hit: MeetingHit, telling: Telling) -> bool:
        """True for a definite noun in front of what is said: "görüşmenin ardından X … söyledi"."""
        return telling.reference and any(hit.last < t.content_first for t in self.told)


def _is_crowd(party: Party) -> bool:
    """True for "Mercosur liderleri"."""
    return isinstance(party, Mention) and party.number == "plural" and party.human is True
