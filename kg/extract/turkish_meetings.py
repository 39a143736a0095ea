"""Find the meetings that a Turkish sentence tells of.

In:  a view, its reader, the statements told, a source of keys. Out: draft meetings, and by which
words of the sentence each was found.
Verbs ("görüştü", "bir araya geldi", "kabul etti") and nouns ("A ile B arasındaki görüşmeler").
One known party is enough. A definite noun without parties refers to a meeting named before.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.attribution import can_act
from kg.extract.confidence import score_meeting
from kg.extract.meeting_base import Found, count_parties, distinct, is_adjective
from kg.extract.participles import Reader
from kg.extract.told import Told
from kg.extract.turkish_meeting_parts import Parts, PartsReader
from kg.extract.turkish_meeting_status import Telling, read_telling
from kg.extract.turkish_meeting_words import MeetingHit, load_turkish_meeting_words, may_tell
from kg.extract.view import View
from kg.model.draft import DraftMeeting, DraftTime, Party, Pointer
from kg.model.mention import Mention

_FINITE = frozenset({"past", "present", "future"})
_ELSEWHERE = ("inda", "inde", "unda", "ünde", "ken", "arak", "erek")
_VERBAL = frozenset({"nominal", "prospective", "infinitive"})


class TurkishMeetings:
    """Reads one sentence."""

    def __init__(self, view: View, reader: Reader, told: Sequence[Told]) -> None:
        self.view = view
        self.reader = reader
        self.told = told
        self.words = load_turkish_meeting_words()
        self.start = 0  # of the clause

    def find(self, keys: Iterator[int]) -> list[Found]:
        """Return the meetings in the order of their cues."""
        found: list[Found] = []
        i = 0
        while i < self.view.size:
            self._pass_clause(i)
            hit = self._hit(i)
            if hit is None:
                i += 1
                continue
            one = self._read(hit)
            if one is not None:
                one.draft = self._instead(one.draft, found)
                for each in self._split_visit(hit, one):
                    each.draft = replace(each.draft, key=next(keys))
                    found.append(each)
                if hit.inflection is not None and hit.inflection.form in _FINITE:
                    self.start = hit.last + 1
            i = hit.last + 1
        return found

    def _instead(self, draft: DraftMeeting, found: Sequence[Found]) -> DraftMeeting:
        """What is planned behind one that was called off is another meeting."""
        off = bool(found) and found[-1].draft.status in ("cancelled", "postponed")
        return replace(draft, fresh=True) if off and draft.status == "planned" else draft

    def _split_visit(self, hit: MeetingHit, one: Found) -> list[Found]:
        """A visit to two capitals is two visits."""
        parties = one.draft.participants
        goals = [p for p in parties[1:] if isinstance(p, Mention) and p.category == "either"]
        if not (hit.visit or hit.frame == "visit") or len(goals) < 2:
            return [one]
        return [
            replace(one, draft=replace(one.draft, participants=(parties[0], g), place=g))
            for g in goals
        ]

    def _pass_clause(self, i: int) -> None:
        """A clause begins behind a semicolon and behind a finite verb of speech."""
        if self.view.tokens[i].text in ";؛":
            self.start = i + 1
        cue = self.view.cue_at.get(i)
        finite = cue is not None and cue.form in ("past", "present") and cue.row.kind == "verb"
        if finite and cue is not None and self.words.at(self.view.tokens, i) is None:
            self.start = cue.last + 1

    def _hit(self, i: int) -> MeetingHit | None:
        view = self.view
        token = view.tokens[i]
        if not token.is_word or not may_tell(token.form) or view.quotation_at[i] is not None:
            return None
        mention = view.mention_at[i]
        if mention is not None and mention.category != "adjective":
            return None
        hit = self.words.at(view.tokens, i)
        if hit is not None and hit.frame == "noun" and (self._is_other(i) or self._chained(hit)):
            return None
        return hit

    def _chained(self, hit: MeetingHit) -> bool:
        """True for the talks in "görüşmelerin ikinci turu": the round is the meeting."""
        view = self.view
        near = range(hit.last + 1, min(view.size, hit.last + 4))
        hits = (self.words.at(view.tokens, k) for k in near if view.is_word(k))
        return hit.case == "genitive" and any(h is not None and h.round for h in hits)

    def _is_other(self, i: int) -> bool:
        """True for "basın toplantısı"."""
        return bool(self.words.phrases["not_meetings"].length_at(self.view.tokens, i - 1))

    def _read(self, hit: MeetingHit) -> Found | None:
        host = self._host(hit.first)
        start, end = self._window(hit, host)
        telling = read_telling(self.view, self.words, hit, start, end, host)
        parts = PartsReader(self.view, self.words).read(start, end, hit.first)
        if hit.frame == "noun":
            parties = self._of_noun(hit, parts, telling, host)
        else:
            parties = self._of_verb(hit, parts, host)
        if parties is None:
            return None
        known = distinct(parties)
        if not known and not self._refers(hit, telling):
            return None
        return self._build(hit, parts, known, telling, host, end)

    def _host(self, i: int) -> Told | None:
        inside = [t for t in self.told if t.covers(i)]
        return min(inside, key=lambda t: t.content_last - t.content_first, default=None)

    def _window(self, hit: MeetingHit, host: Told | None) -> tuple[int, int]:
        """Return where the clause around the word begins, and the token behind its end."""
        view, start = self.view, self.start
        end = hit.last + 1
        limit = host.content_last + 1 if host is not None else view.size
        verbal = hit.inflection is not None and hit.inflection.form in _FINITE
        while not verbal and end < limit and view.tokens[end].text not in ";؛:":
            cue = view.cue_at.get(end)
            if cue is not None and cue.form in ("past", "present") and host is None:
                break
            end += 1
        if host is not None:
            start = max(start, host.content_first)
            while start > 0 and view.time_at[start - 1] is not None and _is_coming(hit):
                start -= 1
        else:
            before = [t.last + 1 for t in self.told if t.last < hit.first]
            start = max([start, *before])
        return start, end

    # -- verbs ---------------------------------------------------------------------------------

    def _of_verb(self, hit: MeetingHit, parts: Parts, host: Told | None) -> list[Party] | None:
        inflection = hit.inflection
        if inflection is None:
            return None
        verbal = inflection.form in _VERBAL
        subjects = [*parts.owners] if verbal else [*parts.subjects]
        subjects = subjects or ([*parts.subjects] if verbal else [])
        if parts.between and not subjects:
            subjects = [*parts.between]
        if parts.pairs:
            subjects = subjects if subjects else [*subjects, *parts.pairs]
        if inflection.form == "relative":
            subjects = self._behind(hit)
        if hit.frame == "bring":
            return self._brought(parts, subjects, host)
        if hit.frame == "visit":
            return self._visit(parts, subjects, host)
        if hit.frame == "host":
            return self._hosted(hit, parts, subjects, host)
        return self._together(hit, parts, subjects, host)

    def _together(
        self, hit: MeetingHit, parts: Parts, subjects: list[Party], host: Told | None
    ) -> list[Party] | None:
        with_ = [*parts.with_, *(parts.between if parts.between is not subjects else [])]
        if with_ and not subjects:
            others = distinct(with_)
            subjects = [] if len(others) > 1 and hit.frame == "gather" else self._elided(hit, host)
        parties = distinct([*subjects, *with_])
        if count_parties(parties) > 1:
            return parties
        several = any(self._is_several(p) for p in parties)
        if hit.frame == "gather" and several and (parts.place or parts.time):
            return parties
        return None

    def _is_several(self, party: Party) -> bool:
        if isinstance(party, Pointer):
            return party.kind == "pair"
        return party.number in ("plural", "dual") or party.kind == "organization"

    def _elided(self, hit: MeetingHit, host: Told | None) -> list[Party]:
        """Who meets where the clause has no subject: whoever speaks, or the sentence's topic."""
        if host is not None and host.speaker is not None:
            return [host.speaker]
        subject = self._topic(hit.first)
        if subject is not None:
            return [subject]
        place = self.view.tokens[hit.first].start
        return [Pointer(kind="elided", place=place)]

    def _topic(self, end: int) -> Mention | None:
        for mention in self.view.mentions:
            if mention.first >= end:
                return None
            outside = self.view.quotation_at[mention.first] is None
            if outside and can_act(mention) and mention.case == "nominative":
                return mention
        return None

    def _behind(self, hit: MeetingHit) -> list[Party]:
        """ "… ile görüşen Fidan": the noun behind the participle."""
        for i in range(hit.last + 1, min(self.view.size, hit.last + 6)):
            mention = self.view.mention_from(i)
            if mention is not None:
                return [mention] if can_act(mention) else []
        return []

    def _hosted(
        self, hit: MeetingHit, parts: Parts, subjects: list[Party], host: Told | None
    ) -> list[Party] | None:
        passive = hit.inflection is not None and hit.inflection.voice == "passive"
        guests = parts.agents if passive else [p for p in parts.objects if _is_person(p)]
        if not guests or (passive and not subjects):
            return None
        return distinct([*(subjects or self._elided(hit, host)), *guests])

    def _visit(self, parts: Parts, subjects: list[Party], host: Told | None) -> list[Party] | None:
        goals: list[Mention] = [m for m in (*parts.objects, *parts.goals) if isinstance(m, Mention)]
        if not goals:
            return None
        visitor = subjects
        if not visitor:
            return None
        place = next((g for g in goals if g.category in ("place", "either")), None)
        parts.place = place or parts.place
        return distinct([*visitor, *(g for g in goals if can_act(g))])

    def _brought(
        self, parts: Parts, subjects: list[Party], host: Told | None
    ) -> list[Party] | None:
        """ "X, A ile B'yi bir araya getirdi": X mediates."""
        parties = distinct([*parts.with_, *parts.objects])
        if len(parties) < 2 and not any(self._is_several(p) for p in parties):
            return None
        parts.mediators.extend(subjects)
        return parties

    # -- nouns -------------------------------------------------------------------------------------

    def _of_noun(
        self, hit: MeetingHit, parts: Parts, telling: Telling, host: Told | None
    ) -> list[Party] | None:
        if hit.case == "genitive" and parts.with_ and host is not None and not parts.owners:
            place = self.view.tokens[hit.first].start  # "İran'la görüşmelerin sürdüğünü söyledi"
            return [Pointer(kind="own-side", place=place), *parts.with_]
        owned = hit.owned and (parts.with_ or len(distinct(parts.owners)) > 1)
        owned = owned and hit.case != "locative"
        if telling.reference and not parts.between and not (owned and parts.owners):
            return []
        if parts.between:
            return [*parts.between, *parts.with_]
        beside = self._beside(hit)
        owners = [*parts.owners] if hit.owned or telling.modified else []
        held = telling.holding
        if hit.visit:
            visitors = [*owners, *(parts.subjects if held else [])]
            if not visitors and telling.modified and host is not None:
                visitors = self._elided(hit, host)
            return self._visited(hit, parts, visitors, beside)
        if held and (parts.subjects or parts.pairs):
            subjects = [p for p in (parts.subjects or parts.pairs) if p not in beside]
            return [*subjects, *owners, *parts.with_, *beside]
        if parts.pairs and not any(_has_side(p) for p in owners):
            return [*parts.pairs]
        if hit.round and telling.status != "held":
            place = self.view.tokens[hit.first].start
            return owners or [Pointer(kind="pair", place=place, number="dual")]
        if owners and parts.with_:
            named_last = isinstance(owners[0], Pointer)
            return [*parts.with_, *owners] if named_last else [*owners, *parts.with_]
        if telling.indefinite and len(distinct(parts.subjects)) > 1:
            return [*parts.subjects, *parts.with_]
        if parts.with_ and (held or telling.modified):
            return [*self._elided(hit, host), *parts.with_]
        if len(parts.with_) > 1:
            return [*parts.with_]
        if len(beside) > 1:
            return beside
        if len(distinct(owners)) > 1 or (owners and hit.owned and not telling.reference):
            return [*owners, *beside]
        if parts.pairs and (held or hit.owned or telling.modified):
            return [*parts.pairs]
        single = bool(beside) and not telling.reference
        return beside if single and (parts.place or parts.time) else []

    def _beside(self, hit: MeetingHit) -> list[Party]:
        """ "Türk-Rus görüşmeleri", "Türkiye-İsrail toplantısı", "NATO zirvesi"."""
        view = self.view
        found: list[Party] = []
        i = hit.first - 1
        while i >= 0:
            mention = view.mention_to(i)
            if mention is not None and mention.case in ("nominative", "adjective"):
                if mention.category == "place" or mention.person:
                    break
                found.insert(0, mention)
                i = mention.first - 1
            elif view.tokens[i].text in "-–—" or view.form(i) in ("ve", "ile"):
                i -= 1
            elif found or hit.first - i > 3 or self._parts(i):
                break
            else:
                i -= 1
        return found

    def _parts(self, i: int) -> bool:
        """True at what cannot stand between a name and the noun that it describes."""
        view = self.view
        if view.is_break(i) or view.mention_at[i] is not None:
            return True
        return may_tell(view.form(i)) or view.form(i).endswith(_ELSEWHERE)

    def _visited(
        self, hit: MeetingHit, parts: Parts, visitors: list[Party], beside: list[Party]
    ) -> list[Party] | None:
        goals = [g for g in parts.goals if g.category in ("place", "either", "actor")]
        if not visitors:
            return None
        place = next((g for g in goals if g.category in ("place", "either")), None)
        last = beside[-1] if beside else None
        if place is None and isinstance(last, Mention) and last.category == "either":
            place = last  # "Ankara ziyareti"
            goals.append(place)
        parts.place = place or parts.place
        parties = distinct([*visitors, *(g for g in goals if can_act(g))])
        return parties if len(parties) > 1 or parts.place else None

    def _refers(self, hit: MeetingHit, telling: Telling) -> bool:
        """True for a definite noun in front of what is said: "görüşmenin ardından X … söyledi"."""
        return telling.reference and any(hit.last < t.content_first for t in self.told)

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
        time = DraftTime(words=parts.time, tense=telling.tense) if parts.time else None
        venue = view.words_span(*parts.venue) if parts.venue is not None and parties else None
        draft = DraftMeeting(
            key=-1,
            sentence=view.sentence.index,
            rule=f"meeting/{'noun' if hit.frame == 'noun' else 'verb'}/tr",
            cues=(view.span(hit.first, hit.last),),
            evidence=(evidence,),
            participants=tuple(parties),
            mediators=tuple(m for m in distinct(parts.mediators) if m not in parties),
            place=parts.place if parties else None,
            venue=venue,
            status=telling.status,
            topic=view.words_span(*telling.topic) if telling.topic is not None else None,
            time=time if parties else None,
            commitment=telling.commitment,
            definite=not parties,
            pointing=telling.pointing,
            fresh=telling.fresh,
            series=hit.series,
            continuing=telling.status == "ongoing",
            heading=view.heading,
            score=score_meeting(
                parties=count_parties(parties), inferred=all(is_adjective(p) for p in parties)
            ),
        )
        found = Found(draft, (hit.first, hit.last), first, last, host)
        found.within = telling.reference or hit.case == "locative"
        return found


def _is_coming(hit: MeetingHit) -> bool:
    """A time in front of what is said belongs to a meeting that is still to come."""
    verbal = hit.inflection is not None and hit.inflection.form in ("prospective", "infinitive")
    return verbal or hit.visit


def _has_side(party: Party) -> bool:
    return isinstance(party, Pointer) or bool(party.side or party.person or party.gazetteer_id)


def _is_person(party: Party) -> bool:
    if isinstance(party, Pointer):
        return True
    return party.kind in ("official", "person") or party.role is not None
