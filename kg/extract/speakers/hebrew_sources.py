"""Read "according to X" in a Hebrew sentence, and who a preposition of source names.

In:  the cue of a source. Out: an attribution of what stands behind it, around it, or before it.
"""

from dataclasses import replace

from kg.extract.attribution import Attribution, can_act, unlinked_mention
from kg.extract.cues import Cue
from kg.extract.speakers.hebrew_phrases import HebrewPhrases
from kg.lexicon.gazetteer import load_gazetteer
from kg.lexicon.grammar import endings_of, words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Gender, Mention
from kg.model.span import Span

_TOLD = words_of("he", "what_was_told")
_RUMOURS = words_of("he", "rumours")
_RULES = words_of("he", "done_according_to")
_REACH = 6
_OF, _SO = "של", "כך"
_TAIL = 5
_ISSUED = words_of("he", "was_issued")
_MINISTRY = words_of("he", "his_ministry")
_SPOKESMAN = endings_of("he", "spokesman")
_MINISTERS = {
    "foreign-minister": "ministry-of-foreign-affairs",
    "defence-minister": "ministry-of-defence",
    "interior-minister": "ministry-of-interior",
    "finance-minister": "ministry-of-finance",
}
_ENDINGS: dict[str, Gender] = {"ו": "masculine", "ה": "feminine"}


class HebrewSources(HebrewPhrases):
    """Reads sources."""

    def of_source(self, cue: Cue) -> Attribution | None:
        """Return what stands around "according to X": behind it, on both sides, or before it."""
        view = self.view
        found = self.source_at(cue)
        if found is None:
            return None
        party, last = found
        voice = self.own_voice(last) if isinstance(party, Pointer) else None
        via: tuple[Party, ...] = (voice,) if voice is not None else ()
        cited = self._cited_by(last + 1)
        if cited is not None and self._leads(cue):
            via, (party, last) = (party,), cited
        if cue.row.of_before and (own := self._own_account(cue, party)) is not None:
            party = own
        after = self._past_relative(last + 1)
        if self._leads(cue):
            after = self._past_tail(after)
            named = view.mention_from(after + 1) if view.is_comma(after) else None
            if named is not None and _holds(party, named) and view.is_comma(named.last + 1):
                party, after = named, named.last + 1
            first = after + 1 if view.is_comma(after) else after
            if view.form(first) == "כי":
                first += 1
            if first >= view.size or view.is_stop(first):
                return self._told_of_before(cue, party)
            one = self._source(cue, party, cue.first, (first, view.size - 1), "source-first")
            return replace(one, via=via)
        if self._is_inserted(cue, after) and isinstance(party, Mention):
            self.so_told = (cue, party)  # "X, according to Y, said that"
            return None
        if cue.conjoined and view.is_comma(cue.first - 1) and view.is_word(after):
            content = (after, view.size - 1)  # ", and according to Y the two spoke of …"
            return self._source(cue, party, cue.first, content, "source-first")
        if view.is_comma(cue.first - 1) and view.is_comma(after) and after + 2 < view.size:
            one = self._source(cue, party, 0, (0, view.size - 1), "source-around")
            return replace(one, via=via)
        if cue.row.of_before and not view.is_stop(cue.last + 1) and view.is_word(cue.last + 1):
            return self._source(cue, party, 0, (0, view.size - 1), "source-around")
        end = cue.first - 1
        while end >= 0 and not view.is_word(end) and view.quotation_at[end] is None:
            end -= 1
        if end < 0:
            return None
        return replace(self._source(cue, party, 0, (0, end), "source-last"), via=via)

    def _told_of_before(self, cue: Cue, party: Party) -> Attribution | None:
        """ "כך דיווחה סוכנות X.": a sentence that tells who told the one before."""
        view = self.view
        if cue.first or cue.last != 1 or view.form(0) != _SO or not isinstance(party, Mention):
            return None
        return self._source(cue, party, 0, (0, view.size - 1), "source-first")

    def _is_inserted(self, cue: Cue, after: int) -> bool:
        """True where a source stands between somebody and the verb of what he says."""
        view = self.view
        if not (view.is_comma(cue.first - 1) and view.is_comma(after)) or self.so_told is not None:
            return False
        subject, verb = view.mention_to(cue.first - 2), view.cue_at.get(after + 1)
        opens = subject is not None and (subject.first == 0 or not view.is_word(subject.first - 1))
        told = verb is not None and verb.row.kind == "verb" and verb.form == "past"
        return opens and told and can_act(subject)

    def _cited_by(self, j: int) -> tuple[Party, int] | None:
        """Return whom the medium in front cites: "לפי X, המצטט גורם בכיר,"."""
        j += self.view.is_comma(j)
        citing = self.view.lexicon.word_set("citing")
        if self.view.form(j) not in citing:
            return None
        j += self.view.form(j + 1) == "על"
        return self.source_party(j + 1)

    def _own_account(self, cue: Cue, party: Party) -> Mention | None:
        """Return the person of "השר הציב, לדבריו, תנאים": whose deed it is, tells it.

        The subject opens the sentence and its verb stands before the source.
        """
        view = self.view
        gender = party.gender if isinstance(party, Pointer) else None
        first = next((m for m in view.mentions if can_act(m)), None)
        if (
            first is None
            or not first.person
            or first.proclitics
            or not view.is_comma(cue.first - 1)
        ):
            return None
        clash = gender and first.gender and gender != first.gender
        if clash or first.last + 2 > cue.first - 1 or view.quotation_at[cue.first - 2] is not None:
            return None
        opens = all(self._is_adverb(i) or view.time_at[i] is not None for i in range(first.first))
        behind = first.last + 1
        closed = any(view.is_comma(i) for i in range(behind + 1, cue.first - 1))
        return first if opens and (closed or not view.is_break(behind)) else None

    def _past_relative(self, j: int) -> int:
        """Step over "who asked not to be named" behind a source, to the comma that ends it."""
        view = self.view
        start = j + 1 if view.is_comma(j) and self.is_shin(j + 1) else j
        if not self.is_shin(start):
            return j
        return next((k for k in range(start, view.size) if view.is_comma(k)), j)

    def _past_tail(self, j: int) -> int:
        """Step over a word or two that belong to the source, to the comma behind them."""
        view = self.view
        for k in range(j, min(view.size, j + _TAIL)):
            if view.is_comma(k):
                return k
            mention = view.mention_at[k]
            placed = mention is not None and mention.proclitics[-1:] == ("ב",)
            known = (mention is not None and not placed) or k in view.cue_at or self.is_that(k)
            if known or not view.is_word(k):
                return j
        return j

    def _source(
        self, cue: Cue, party: Party, start: int, content: tuple[int, int], order: str
    ) -> Attribution:
        return Attribution(
            cue=cue,
            order=order,
            speaker=party,
            start=start,
            content_first=content[0],
            content_last=content[1],
            clausal=True,
            before=order != "source-first",
            margin=0.9,
        )

    def _leads(self, cue: Cue) -> bool:
        """True when the source stands at the sentence's head."""
        view = self.view
        if cue.first > 1 and view.tokens[cue.first - 1].text == ";":
            return True  # "X defended it; in his words, the two …"
        return all(
            not view.is_word(i) or view.form(i) in view.words.connector or self._is_adverb(i)
            for i in range(cue.first)
        )

    def source_at(self, cue: Cue) -> tuple[Party, int] | None:
        """Return who is named behind a source, or by its own ending: לדבריו, לטענתה."""
        view = self.view
        if cue.row.of_before and view.form(cue.last + 1) == _OF:
            return self.source_party(cue.last + 2)  # "לדבריו של הנשיא"
        if cue.row.of_before:
            ending = view.form(cue.last)[-1]
            elided = Pointer(
                kind="elided",
                place=view.tokens[0].start,  # never the subject of what is said
                gender=_ENDINGS.get(ending),
                number="singular" if ending in _ENDINGS else "plural",
                continues=True,
            )
            return elided, cue.last
        return self.source_party(cue.last + 1)

    def source_party(self, j: int) -> tuple[Party, int] | None:
        """Return who a preposition of source names at `j`, and its last token."""
        view = self.view
        while j < view.size and (view.time_at[j] is not None or view.tokens[j].text == "("):
            j = view.aside_from[j] + 1 if j in view.aside_from else j + 1  # "said on Monday"
        for k in range(j, min(view.size, j + _REACH)):
            if view.is_comma(k) or view.form(k) in _RULES:
                return None
            if view.form(k) in _RUMOURS:
                return self._nation_of(k)
            holder = view.mention_from(k)
            own = self._own_office(k) if holder is None or not holder.person else None
            if own is None and k == j and view.form(k) in _TOLD and view.is_comma(k + 1):
                own = Pointer(kind="elided", place=view.tokens[0].start, continues=True)
            if own is not None:
                return own, k
            quoted = self.quoted_name(k)
            if quoted is not None:
                return quoted
            mention = view.mention_from(k)
            if mention is not None:
                if mention.category == "place":
                    return None
                if mention.category != "adjective":
                    return mention, mention.last
            if view.form(k) in view.lexicon.descriptions:
                found = unlinked_mention(view, k, k, gender=self._gender(k), number=self._number(k))
                return (found, k) if found is not None else None
            stems = {r.stem for r in view.readings(k)}
            if stems & (self.body_heads | self.source_nouns):
                return self.noun_phrase_from(k)
            if not stems & self.carriers and not (k > j and self._is_issued(k)):
                return self.noun_phrase_from(k) if k == j else None
        return None

    def _nation_of(self, k: int) -> tuple[Party, int] | None:
        """Return the state of "(לפי) הטענות ההודיות"; None where nobody is told of."""
        nation = self.view.mention_from(k + 1)
        if nation is None or nation.category != "adjective" or nation.proclitics:
            return None
        return replace(nation, category="actor", kind="state", human=True), nation.last

    def _is_issued(self, k: int) -> bool:
        """True within "שפורסם הערב (ראשון) ב-": what stands between a report and its outlet."""
        view = self.view
        return view.form(k) in _ISSUED or view.time_at[k] is not None or not view.is_word(k)

    def _own_office(self, k: int) -> Party | None:
        """Return whose office "his office" is: whoever was spoken of."""
        view = self.view
        own = view.lexicon.word_set("own_offices")
        if not any(r.stem in own for r in view.readings(k)) or view.form(k + 1) == _OF:
            return None
        ministry = self._own_ministry(k)
        if ministry is not None:
            return ministry
        ending = view.form(k)[-1]
        return Pointer(kind="elided", place=view.tokens[k].start, gender=_ENDINGS.get(ending))

    def own_voice(self, k: int) -> Mention | None:
        """Return "his office", "her spokesman" at `k`, through whom somebody speaks."""
        view = self.view
        own = view.lexicon.word_set("own_offices")
        reading = next((r for r in view.readings(k) if r.stem in own), None)
        found = unlinked_mention(view, k, k, number="singular") if reading is not None else None
        if found is None or reading is None or reading.stem in _MINISTRY:
            return None
        cut, speaks = len("".join(reading.proclitics)), reading.stem.startswith(_SPOKESMAN)
        return replace(
            found,
            span=Span(found.span.start + cut, found.span.end),
            text=found.text[cut:],
            name=found.name[cut:],
            kind="official" if speaks else "organization",
            human=speaks,
        )

    def _own_body(self, k: int) -> Mention | None:
        """Return the ministry of ", מסר משרדו.", which is the minister's of the sentence."""
        free = self.view.mention_at[k] is None and self.view.is_stop(k + 1)
        return self._own_ministry(k) if free else None

    def _own_ministry(self, k: int) -> Mention | None:
        """Return the ministry of "his ministry" where the sentence names its minister before."""
        view = self.view
        if not any(r.stem in _MINISTRY for r in view.readings(k)):
            return None
        ministers = (m for m in view.mentions if m.last < k and m.side and m.role in _MINISTERS)
        minister, found = next(ministers, None), unlinked_mention(view, k, k)
        if minister is None or found is None:
            return None
        body = f"{minister.side}.{_MINISTERS[minister.role or '']}"
        entry = load_gazetteer().entry(body)
        if entry is None:
            return None
        return replace(found, gazetteer_id=body, side=minister.side, kind="ministry", human=False)


def _holds(party: Party, named: Mention) -> bool:
    """True for an office and its holder's name; not for "לפי דיווח ברויטרס, שר החוץ …"."""
    vacant = not isinstance(party, Mention) or (party.human is not False and not party.person)
    return vacant and named.person is not None and not named.role
