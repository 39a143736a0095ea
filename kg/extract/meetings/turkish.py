"""Find the meetings that a Turkish sentence tells of.

In:  a view, its reader, the statements told, a source of keys. Out: draft meetings, and by which
words of the sentence each was found.
Verbs ("görüştü", "bir araya geldi", "kabul etti") and nouns ("A ile B arasındaki görüşmeler").
One known party is enough. A definite noun without parties refers to a meeting named before.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.confidence import score_meeting
from kg.extract.meetings.at_hand import at_hand_turkish
from kg.extract.meetings.base import Found, count_parties, distinct, is_adjective
from kg.extract.meetings.turkish_apart import part
from kg.extract.meetings.turkish_bodies import with_sides
from kg.extract.meetings.turkish_cases import Parts
from kg.extract.meetings.turkish_moved import moved_to
from kg.extract.meetings.turkish_negated import is_negated
from kg.extract.meetings.turkish_own import own_meetings
from kg.extract.meetings.turkish_parts import PartsReader
from kg.extract.meetings.turkish_places import as_town, is_unknown_town
from kg.extract.meetings.turkish_status import Telling, closes_clause, read_telling
from kg.extract.meetings.turkish_twice import read_parts
from kg.extract.meetings.turkish_verbs import TurkishMeetingVerbs
from kg.extract.meetings.turkish_words import MeetingHit, may_tell
from kg.extract.offices import with_offices
from kg.extract.told import Told
from kg.lexicon.grammar import endings_of, words_of
from kg.model.draft import DraftMeeting, DraftTime, Party
from kg.model.mention import Mention

_FINITE = frozenset({"past", "present", "future"})
_TO_VISIT = 6
_STEM = 4
_TO_ATTEND = words_of("tr", "to_attend_it")
_ORDINALS = words_of("tr", "ordinals_of_a_round")
_OR = endings_of("tr", "whether_or_not")
_CHAINED = 9  # tokens: "müzakerelerin yarın Lima'da yapılacak üçüncü turu"
_ADVERBIAL = 7  # tokens between the time and a converb
_VISITS = endings_of("tr", "visits")
_ON_VISIT = ("de", "da", "te", "ta")
_SETTING = words_of("tr", "setting_of_a_meeting")
_MANNER = words_of("tr", "by_way_of")
_AGAINST = words_of("tr", "against_that")
_ENDS = endings_of("tr", "ends_a_clause")
_DURING = words_of("tr", "in_the_course_of_a_visit")
_MOTION = endings_of("tr", "motion")
_THAT = words_of("tr", "pointing_at_a_meeting")
_HELD = endings_of("tr", "happens")
_LINES = endings_of("tr", "line_of_contact")
_OVER = words_of("tr", "over") - words_of("tr", "at_its_end")


class TurkishMeetings(TurkishMeetingVerbs):
    """Reads one sentence."""

    def find(self, keys: Iterator[int]) -> list[Found]:
        """Return the meetings in the order of their cues."""
        found: list[Found] = []
        self.arrived = None
        i = 0
        while i < self.view.size:
            self._pass_clause(i)
            hit = self._hit(i)
            if hit is None:
                i += 1
                continue
            for one in self._read(hit):
                one.draft = self._instead(one.draft, found)
                for each in part(self.view, self.words, hit, one):
                    each.draft = replace(each.draft, key=next(keys))
                    found.append(each)
                if hit.inflection is not None and hit.inflection.form in _FINITE:
                    self.start = hit.last + 1
            if self._is_relative(hit):
                self._note_arrival(hit)
                self.passed |= frozenset(range(self._relative_start(hit.first), hit.last + 1))
            i = hit.last + 1
        for own, parts, parties, telling, host in own_meetings(self.view, self.words, self.told):
            built = self._build(own, parts, parties, telling, host, own.last + 1)
            if built is not None:
                built.draft = replace(built.draft, key=next(keys))
                found.append(built)
        return found

    def _note_arrival(self, hit: MeetingHit) -> None:
        """Keep where and when of "Dün Bağdat'a gelen X": where X then meets somebody."""
        if not hit.go:
            return
        parts = PartsReader(self.view, self.words).read(
            self._relative_start(hit.first), hit.last, hit.first
        )
        goal = next((g for g in parts.goals if g.category in ("place", "either")), None)
        goal = goal or next((as_town(g) for g in parts.goals if is_unknown_town(g)), None)
        self.arrived = (goal, parts.time) if goal is not None else None

    def _is_relative(self, hit: MeetingHit) -> bool:
        """True for "Putin'le görüşen (Lukaşenko)", with somebody right behind it."""
        relative = hit.inflection is not None and hit.inflection.form == "relative"
        return relative and self.view.mention_from(hit.last + 1) is not None

    def _is_complement(self, hit: MeetingHit) -> bool:
        """True for "X'in Y'yi aradığını (ve Doha'da … önerdiğini)": what is behind is not of it."""
        nominal = hit.inflection is not None and hit.inflection.form in ("nominal", "prospective")
        last = self.view.form(hit.last)
        return nominal and last.endswith(("ğini", "ğunu", "ğünü", "klarini", "klerini"))

    def _relative_start(self, i: int) -> int:
        """Return where the relative clause begins: behind a comma, or behind the topic."""
        start, k = self.start, i
        while k > start and not self.view.is_comma(k - 1):
            k -= 1
        topic = self.view.mention_from(k)
        led = topic is not None and topic.case == "nominative" and topic.last < i - 1
        if topic is not None and led and self.view.form(topic.last + 1) not in ("ve", "ile"):
            return topic.last + 1
        return k

    def _instead(self, draft: DraftMeeting, found: Sequence[Found]) -> DraftMeeting:
        """What is planned behind one that was called off is another meeting."""
        off = bool(found) and found[-1].draft.status in ("cancelled", "postponed")
        return replace(draft, fresh=True) if off and draft.status == "planned" else draft

    def _pass_clause(self, i: int) -> None:
        """A clause begins behind a semicolon and behind a finite verb of speech."""
        if self.view.tokens[i].text in ";؛:" or self._opens_against(i):
            self.start = i + 1
        cue = self.view.cue_at.get(i)
        finite = cue is not None and cue.form in ("past", "present") and cue.row.kind == "verb"
        if finite and cue is not None and self.words.at(self.view.tokens, i) is None:
            self.start = cue.last + 1

    def _opens_against(self, i: int) -> bool:
        """True at the "ancak" of "yarın buluşacaktı(,) ancak": behind a finite verb."""
        if self.view.form(i) not in _AGAINST or i < 1:
            return False
        verb = i - 1 - self.view.is_comma(i - 1)
        ends = self.view.form(verb).endswith(_ENDS)
        return ends and self.view.mention_at[verb] is None and self.view.time_at[verb] is None

    def _hit(self, i: int) -> MeetingHit | None:
        view = self.view
        token = view.tokens[i]
        if not token.is_word or not may_tell(token.form) or view.quotation_at[i] is not None:
            return None
        mention = view.mention_at[i]
        if mention is not None and mention.category != "adjective":
            return None
        hit = self.words.at(view.tokens, i)
        if hit is None or view.form(hit.last + 1).startswith(_LINES):
            return None
        if hit.frame != "noun":
            return None if self._is_unknown_whether(hit) else hit
        other = self._is_other(i) or self._chained(hit) or self._is_setting(hit)
        return None if other else hit

    def _is_unknown_whether(self, hit: MeetingHit) -> bool:
        """True for both verbs of "görüşüp görüşmediği (bilinmiyor)"."""
        view = self.view
        converb = hit.inflection is not None and hit.inflection.form == "converb"
        behind = self.words.at(view.tokens, hit.last + 1) if converb else None
        if behind is not None and (behind.denied or is_negated(view.form(behind.last))):
            return behind.id == hit.id
        before = view.form(hit.first - 1)
        same = before[:_STEM] == view.form(hit.last)[:_STEM]
        return hit.denied and same and before.endswith(_OR)

    def _is_setting(self, hit: MeetingHit) -> bool:
        """True for the event of "Nükleer Zirvesi'nin marjında görüşecek", where others meet."""
        attending = hit.case == "dative" and self.view.form(hit.last + 1) in _TO_ATTEND
        if self.view.form(hit.last + 1) not in _SETTING and not attending:
            return False
        behind = range(hit.last + 2, self.view.size)
        hits = (self.words.at(self.view.tokens, k) for k in behind if self.view.is_word(k))
        beside = hit.last + 2  # "zirvesi sırasında görüşmesi"
        others = (h for h in hits if h is not None and not h.go)
        return any(h.frame != "noun" or h.first == beside for h in others)

    def _chained(self, hit: MeetingHit) -> bool:
        """True for the talks in "görüşmelerin ikinci turu": the round is the meeting."""
        view, near = self.view, list[int]()
        for k in range(hit.last + 1, min(view.size, hit.last + _CHAINED)):
            if view.is_break(k):
                break
            near.append(k)
        hits = (self.words.at(view.tokens, k) for k in near if view.is_word(k))
        return hit.case == "genitive" and any(h is not None and h.round for h in hits)

    def _is_other(self, i: int) -> bool:
        """True for "basın toplantısı"."""
        manner = any(self.view.form(k) in _MANNER for k in (i + 1, i + 2)) and not (
            self.view.is_comma(i + 1)
        )  # "video konferans yoluyla"
        ahead = i - 1 - (self.view.form(i - 1) in _ORDINALS)  # "seçimin ilk turu"
        return manner or bool(self.words.phrases["not_meetings"].length_at(self.view.tokens, ahead))

    def _read(self, hit: MeetingHit) -> list[Found]:
        host = self._host(hit.first)
        start, end = self._window(hit, host)
        telling = read_telling(self.view, self.words, hit, start, end, host)
        reader = PartsReader(self.view, self.words)
        reader.passed = self.passed
        if self._is_relative(hit) or self._is_complement(hit):
            end = hit.last + 1
        if hit.frame == "noun":
            each = [reader.read(start, end, hit.first)]
        else:
            each = read_parts(self.view, reader, start, end, hit.first)
        read = (self._of_parts(hit, parts, telling, host, end) for parts in each)
        return [one for one in read if one is not None]

    def _of_parts(
        self, hit: MeetingHit, parts: Parts, telling: Telling, host: Told | None, end: int
    ) -> Found | None:
        if hit.frame == "noun":
            parties = self._of_noun(hit, parts, telling, host)
        else:
            parties = self._of_verb(hit, parts, host)
        if self._is_fate(hit, parts, telling, parties):
            telling.undone_by = None if telling.pointing else self._undone_by(hit, parts)
            telling.pointing, parties = True, []
        if parties is None:
            return None
        if parts.proposed and telling.status == "held":
            telling.status, telling.tense, telling.commitment = "proposed", "future", "anticipates"
        telling.fresh |= "'" in self.view.form(hit.last)  # "Oslo Konferansı'nın": one of its own
        known = distinct([*parties, *parts.hosts]) if len(parties) > 1 else distinct(parties)
        going = hit.frame != "noun" or self.view.form(hit.last + 1) in _TO_ATTEND
        if parts.place is None and (going or parts.owners):
            parts.place = self._gone_to(parts, hit.first)
            if parts.place is None and self.arrived is not None and not hit.go:
                parts.place, parts.time = self.arrived[0], parts.time or self.arrived[1]
        if parts.place is None and known and not (hit.visit or hit.go):
            parts.place = self._visiting(hit.first)
        telling.placing = not known and self._takes_place(hit, parts, telling)
        if not known and not (telling.pointing or telling.placing or self._refers(hit, telling)):
            return None
        return self._build(hit, parts, known, telling, host, end)

    def _takes_place(self, hit: MeetingHit, parts: Parts, telling: Telling) -> bool:
        """True for "Görüşme (dün) Tartu'da yapıldı": where that told before was held."""
        if hit.frame != "noun" or hit.case != "nominative" or hit.owned or telling.indefinite:
            return False
        ahead = self.view.form(hit.first - 1) if hit.first > self.start else ""
        first = hit.first == self.start or self.view.is_comma(hit.first - 1) or ahead in _THAT
        located = parts.place is not None and parts.place.first > hit.last
        behind = range(parts.place.last + 1, parts.place.last + 4) if parts.place else ()
        held = any(self.view.form(i).startswith(_HELD) for i in behind)
        return first and located and held and telling.status == "held"

    def _gone_to(self, parts: Parts, cue: int) -> Mention | None:
        """Return the goal of "Asmara'ya gidecek ve … görüşecek"."""
        for goal in parts.goals:
            near = range(goal.last + 1, min(self.view.size, goal.last + 3))
            moves = any(self.view.form(i).startswith(_MOTION) for i in near if i != cue)
            if moves and goal.category in ("place", "either"):
                return goal
            if moves and is_unknown_town(goal):
                return as_town(goal)
        return None

    def _visiting(self, cue: int) -> Mention | None:
        """Return the goal of "Washington'a yapacağı ziyaret kapsamında", "Oslo gezisinde"."""
        for goal in self.view.mentions:
            placed = goal.category in ("place", "either") and goal.first >= self.start
            if is_unknown_town(goal) and goal.first > self.start:
                goal, placed = as_town(goal), True
            if not placed or goal.last >= cue or goal.case not in ("dative", "nominative"):
                continue
            reach = _TO_VISIT if goal.case == "dative" else 2
            near = range(goal.last + 1, min(cue, goal.last + 1 + reach))
            for i in near:
                visit = self.view.form(i).startswith(_VISITS)
                if visit and self.view.form(i).endswith(_ON_VISIT):
                    return goal
                if visit and self.view.form(i + 1) in _DURING:
                    return goal
        return None

    def _host(self, i: int) -> Told | None:
        inside = [t for t in self.told if t.covers(i)]
        return min(inside, key=lambda t: t.content_last - t.content_first, default=None)

    def _window(self, hit: MeetingHit, host: Told | None) -> tuple[int, int]:
        """Return where the clause around the word begins, and the token behind its end."""
        view, start = self.view, self.start
        end = hit.last + 1
        limit = host.content_last + 1 if host is not None else view.size
        verbal = hit.inflection is not None and hit.inflection.form in _FINITE
        converb = hit.inflection is not None and hit.inflection.form == "converb"
        while not verbal and end < limit and view.tokens[end].text not in ";؛:":
            cue = view.cue_at.get(end)
            if cue is not None and cue.form in ("past", "present") and host is None:
                break
            if converb and closes_clause(view, end - 1):
                break
            end += 1
        if host is not None:
            start = max(start, host.content_first)
            while (
                start > 0 and view.time_at[start - 1] is not None and self._takes_time(hit, start)
            ):
                start -= 1
        else:
            before = [t.last + 1 for t in self.told if t.last < hit.first]
            start = max([start, *before])
        return start, end

    def _takes_time(self, hit: MeetingHit, start: int) -> bool:
        """True for a time in front of what is said that tells when they met."""
        first = start
        while first > 0 and self.view.time_at[first - 1] is not None:
            first -= 1
        opened = first > 0 and self.view.is_comma(first - 1)  # "X, geçen hafta … yapılan"
        form = hit.inflection.form if hit.inflection is not None else ""
        finite = form == "past" or (form == "converb" and hit.first - start < _ADVERBIAL)
        return _is_coming(hit) or opened or finite

    def _is_face_to_face(self, first: int, last: int) -> bool:
        """True where no word near tells of a call, a screen or a letter."""
        near = range(max(0, first - _TO_VISIT), min(self.view.size, last + _TO_VISIT))
        return not any(self.view.form(i).startswith(self.words.apart) for i in near)

    def _is_at_hand(self, hit: MeetingHit, telling: Telling, host: Told | None, last: int) -> bool:
        form = hit.inflection.form if hit.inflection is not None else ""
        finite = form in _FINITE or form == "converb"
        led = finite or (hit.frame == "noun" and telling.holding and not telling.modified)
        return led and at_hand_turkish(self.view, host, last, finite=finite)

    # -- the draft ---------------------------------------------------------------------------------

    def _build(
        self,
        hit: MeetingHit,
        parts: Parts,
        parties: list[Party],
        telling: Telling,
        host: Told | None,
        end: int,
    ) -> Found | None:
        view = self.view
        last = max(hit.last, min(telling.last, end - 1))
        first = min(hit.first, parts.first) if parties else hit.first
        evidence = view.words_span(first, last)
        if evidence is None:
            return None
        moved = moved_to(view, hit.last + 1, end) if telling.status == "postponed" else None
        words = moved or parts.time
        time = DraftTime(words=words, tense="future" if moved else telling.tense) if words else None
        venue = view.words_span(*parts.venue) if parts.venue is not None and parties else None
        draft = DraftMeeting(
            key=-1,
            sentence=view.sentence.index,
            rule=f"meeting/{'noun' if hit.frame == 'noun' else 'verb'}/tr",
            cues=(view.span(hit.first, hit.last),),
            evidence=(evidence,),
            participants=with_offices(view, with_sides(view, parties, self.words)),
            mediators=tuple(
                m for m in distinct(parts.mediators) if m not in parties or m in parts.hosts
            ),
            place=parts.place if parties or telling.placing else None,
            there=parts.there and parts.place is None and bool(parties),
            venue=venue,
            status=telling.status,
            topic=view.words_span(*telling.topic) if telling.topic is not None else None,
            time=time if parties or moved else None,
            commitment=telling.commitment,
            definite=not parties,
            pointing=telling.pointing,
            fresh=telling.fresh,
            undone_by=telling.undone_by,
            series=hit.series,
            continuing=telling.status == "ongoing",
            visit=hit.visit or hit.go or (hit.frame == "visit" and parts.place is not None),
            face_to_face=self._is_face_to_face(first, last),
            summons=hit.frame == "summon" and parts.place is None,
            received=hit.frame == "host" and not _is_passive(hit),
            at_hand=self._is_at_hand(hit, telling, host, last),
            heading=view.heading,
            score=score_meeting(
                parties=count_parties(parties), inferred=all(is_adjective(p) for p in parties)
            ),
        )
        found = Found(draft, (hit.first, hit.last), first, last, host)
        over = view.form(hit.last + 1) in _OVER
        found.within = (telling.reference and not over) or hit.case == "locative"
        return found


def _is_coming(hit: MeetingHit) -> bool:
    """A time in front of what is said belongs to a meeting that is still to come."""
    verbal = hit.inflection is not None and hit.inflection.form in ("prospective", "infinitive")
    return verbal or hit.visit


def _is_passive(hit: MeetingHit) -> bool:
    """True for "kabul edildi": the first party is whom the other received."""
    return hit.inflection is not None and hit.inflection.voice == "passive"
