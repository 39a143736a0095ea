"""Place meetings that name no town: where the report was filed, or where their host sits.

In:  the meetings as resolved, the sentences of the article. Out: the same meetings, some placed.
    RABAT - … the minister received the envoy     at home, if one of the hosts' own towns is told
    … in the presidential palace, at the embassy  in the town of the dateline
    And in Sanaa, X received Y                    in the town that opens the sentence
    on the sidelines of the summit                where the summit was
Arabic tells all of these in words; of Turkish only the dateline is read.
Only meetings face to face without a town of their own. A palace whose town is told so is the venue.
The place is inferred, which costs confidence (FACTOR).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.lexicon.grammar import words_of
from kg.model.draft import DraftMeeting, ReadSentence, mentions_of
from kg.model.mention import Mention
from kg.model.token import Token
from kg.resolve.sides import Sides

FACTOR = 0.9
_READ = ("/ar", "/tr")  # ends of the names of rules
_OPENING = words_of("ar", "opens_with_a_place")
_PALACES = words_of("ar", "palaces")
_HOUSES = words_of("ar", "houses") | _PALACES
_BESIDE = words_of("ar", "on_the_sidelines")
_TALKS = words_of("ar", "talks_told_before")
_WITHIN = 2  # tokens
_REACH = 8  # sentences
_TAIL = 20  # code points


class AtHome:
    """The towns and hosts of one article."""

    def __init__(self, sentences: Sequence[ReadSentence]) -> None:
        self.sentences = {r.sentence.index: r for r in sentences}
        dateline = next((r for r in sentences if r.sentence.kind == "dateline"), None)
        self.filed = _filed_in(dateline) if dateline is not None else None
        self.sides = Sides(sentences)
        told = (r for r in sentences if r.sentence.kind != "dateline")
        self.spoken_of = {m.side or m.gazetteer_id for r in told for m in (*r.actors, *r.states)}
        self.last: tuple[int, Mention] | None = None  # the place of the meeting told last

    def place(self, meetings: Sequence[DraftMeeting]) -> Iterator[DraftMeeting]:
        """Yield the meetings, with the towns that can be inferred."""
        for meeting in meetings:
            placed = self._placed(meeting) if meeting.rule.endswith(_READ) else meeting
            if placed.place is not None:
                self.last = placed.sentence, placed.place
            yield placed

    def _placed(self, meeting: DraftMeeting) -> DraftMeeting:
        read = self.sentences[meeting.sentence]
        palace = meeting.place is not None and _is_palace(meeting.place)
        if not meeting.face_to_face or meeting.visit or (meeting.place and not palace):
            return meeting
        if meeting.status not in ("held", "ongoing"):
            return meeting
        own = meeting.evidence[0]
        if any(own.contains(m.span) for m in _towns(read) if m is not meeting.place):
            return meeting
        town = self._opening(read, meeting) or self._beside(read) or self._filed(meeting, read)
        if town is None:
            return meeting
        return replace(meeting, place=town, score=meeting.score * FACTOR)

    def _opening(self, read: ReadSentence, meeting: DraftMeeting) -> Mention | None:
        """Return the town of "وفي صنعاء، …", whose host it may be."""
        towns = (m for m in _towns(read) if m.first <= _WITHIN)
        town = next(towns, None)
        if town is None or not meeting.received:
            return None
        led = any(t.form in _OPENING for t in read.sentence.tokens[: town.first])
        return town if led else None

    def _beside(self, read: ReadSentence) -> Mention | None:
        """Return where the occasion was on whose sidelines they met: the meeting told last.

        Nothing for an occasion with a name of its own: على هامش اجتماعات الأمم المتحدة.
        """
        if self.last is None or read.sentence.index - self.last[0] > _REACH:
            return None
        tokens = read.sentence.tokens
        behind = (i + 1 for i, t in enumerate(tokens[:-1]) if t.form in _BESIDE)
        at = next((i for i in behind if _is_bare(tokens, i)), None)
        return self.last[1] if at is not None and self._is_told(tokens[at], read) else None

    def _is_told(self, occasion: Token, read: ReadSentence) -> bool:
        """True for "the talks", and for "the summit" where one was told with the meeting."""
        stems = {r.stem for r in occasion.readings}
        if stems & _TALKS or self.last is None:
            return bool(stems & _TALKS)
        told = (self.sentences.get(i) for i in range(self.last[0], read.sentence.index))
        forms = (t for r in told if r is not None for t in r.sentence.tokens)
        return any(stems & {r.stem for r in t.readings} for t in forms)

    def _filed(self, meeting: DraftMeeting, read: ReadSentence) -> Mention | None:
        filed = self.filed
        if filed is None:
            return None
        home = filed.side or filed.gazetteer_id
        sides = self.sides.of_all(meeting.participants)
        if meeting.received and sides:
            mine, others = sides[0], sides[1:]
            unknown = mine is None and home not in others and self._may_host(meeting, home)
            return filed if mine == home or unknown else None
        indoors = meeting.venue is not None or _is_indoors(read, meeting)
        indoors = indoors and (home in sides or None in sides)
        own = self.sides.are_home(meeting.participants, {home}) and self._is_own(meeting, read)
        return filed if (indoors or own) and not _is_of_no_day(meeting) else None

    def _may_host(self, meeting: DraftMeeting, home: str | None) -> bool:
        """True unless a minister hosts and nothing is told of the state of the dateline's town.

        NEW YORK - … The prime minister received ambassadors: of another state. Arabic news names
        the state of such ministers.
        """
        if meeting.rule.endswith("/ar"):
            return True
        host = mentions_of(meeting.participants)[0]
        return home in self.spoken_of or not (host.role or "").endswith("minister")

    def _is_own(self, meeting: DraftMeeting, read: ReadSentence) -> bool:
        """True for what the sentence behind the dateline itself reports."""
        if not meeting.at_hand:
            return False
        before = self.sentences.get(meeting.sentence - 1)
        first = before is not None and before.sentence.kind == "dateline"
        return first and not any(m.span.start < meeting.evidence[0].end for m in _towns(read))


def _is_bare(tokens: Sequence[Token], i: int) -> bool:
    """True for "the summit" alone, which an article has told of."""
    following = tokens[i + 1].readings if i + 1 < len(tokens) else ()
    return any(r.definite for r in tokens[i].readings) and not any(r.definite for r in following)


def _is_indoors(read: ReadSentence, meeting: DraftMeeting) -> bool:
    """True for "in the embassy", بالقصر الرئاسي, in the words of the meeting or right behind."""
    begin, end = meeting.evidence[0].start, meeting.evidence[0].end
    tokens = read.sentence.tokens
    for i, token in enumerate(tokens):
        if not begin <= token.start <= end + _TAIL or not i:
            continue
        led = tokens[i - 1].form in _OPENING
        if any(r.stem in _HOUSES and (led or "ب" in r.proclitics) for r in token.readings):
            return True
    return False


def _filed_in(dateline: ReadSentence) -> Mention | None:
    """Return the town of a dateline, or the state that is called like its capital: جيبوتي."""
    states = (m for m in dateline.actors if m.category == "either")
    towns = _towns(dateline) or (*dateline.places, *dateline.unsure, *states)
    return towns[0] if len(towns) == 1 else None


def _is_of_no_day(meeting: DraftMeeting) -> bool:
    """True for a meeting of last month, which is not what the dateline's report is of."""
    return meeting.time is not None and meeting.time.words.precision != "day"


def _towns(read: ReadSentence) -> tuple[Mention, ...]:
    """Return the places of a sentence that are no countries."""
    named = (*read.places, *read.unsure)
    return tuple(m for m in named if (m.category == "place" or m.side) and not _is_palace(m))


def _is_palace(place: Mention) -> bool:
    return place.gazetteer_id is None and place.name.partition(" ")[0] in _PALACES
