"""Read who stands behind a Hebrew verb of speech where no list knows them.

In:  a verb's cue and the token where somebody may stand. Out: the party, and its last token.
A noun phrase is the subject where what is said follows it; a group hears what is said before it.
"""

from dataclasses import replace

from kg.extract.attribution import can_act, unlinked_mention
from kg.extract.cues import Cue
from kg.extract.hebrew_crowds import crowd_from
from kg.extract.speakers.behind import Behind
from kg.extract.speakers.hebrew_described import HebrewDescribed
from kg.extract.speakers.hebrew_phrases import SO_MANY
from kg.lexicon.grammar import words_of
from kg.model.draft import Party
from kg.model.mention import Mention

BY_WHOM = words_of("he", "by_whose_words")
_INSERTED = 16


class HebrewSomebody(HebrewDescribed):
    """Noun phrases of no list, in the places behind a verb."""

    def _heard_by(self, j: int) -> Mention | None:
        """Return the group of "אמר בפני עשרות כפריים", "באוזני משלחת של"."""
        view = self.view
        crowd = crowd_from(view, j, view.size - 1)
        if crowd is not None:
            return replace(crowd, kind=crowd.kind or "official", human=True)
        found = self.noun_phrase_from(j)
        party = found[0] if found is not None else None
        several = isinstance(party, Mention) and (
            party.last > party.first or (party.number == "plural" and view.form(j).startswith("ה"))
        )
        return party if several and isinstance(party, Mention) else None

    def _who_is_quoted(self, j: int) -> Mention | None:
        """Return X of "ציטטה את X שאמר כי"."""
        found = self.noun_phrase_from(j)
        party = found[0] if found is not None else None
        if not isinstance(party, Mention) or not can_act(party):
            return None
        known = party.gazetteer_id or party.person or party.role or party.kind
        the = self.view.form(party.first).startswith("ה")
        return party if known or not the else None  # no "the film that says"

    def _who_is_plainly_quoted(
        self, cue: Cue, behind: Behind, j: int
    ) -> tuple[Mention, int] | None:
        """Return the official of "ציטטה בכיר בקהיר שאמר": nobody known, without את."""
        between = range(cue.last + 1, j)
        beside = all(self.view.time_at[k] is not None or self._is_adverb(k) for k in between)
        if not beside or not behind.overt or behind.via or self.view.form(j) == "את":
            return None
        quoted = self._who_is_quoted(j)
        if quoted is None or quoted.proclitics or self.view.form(j).startswith("ה"):
            return None
        k = quoted.last + 1
        seat = self.view.mention_from(k)
        k = seat.last + 1 if seat is not None and seat.proclitics == ("ב",) else k
        k += self.view.is_comma(k)
        says = self.view.cue_at.get(k)
        told = (says is not None and "ש" in says.proclitics) or self.view.form(k) in BY_WHOM
        return (quoted, k) if told else None

    def _unlinked_behind(self, cue: Cue, j: int) -> tuple[Party, int] | None:
        """Take the noun phrase at `j` for the subject when what is said follows it."""
        view = self.view
        if not self._may_head(j):
            return None
        last = self._phrase_end(j)
        number = self._number(j)
        mention = unlinked_mention(view, j, last, gender=self._gender(j), number=number)
        if mention is None or not self._agrees(cue, mention):
            return None
        if view.form(j) in SO_MANY:
            return mention, last
        if view.is_comma(last + 1):
            return self._apposed_name(cue, last + 2)
        return (mention, last) if self._said_follows(cue, last + 1) else None

    def _apposed_name(self, cue: Cue, j: int) -> tuple[Party, int] | None:
        """Return the person between commas whose office no lexicon knows, if words follow."""
        view = self.view
        named = view.mention_from(j)
        if named is None or not named.person or named.proclitics:
            return None
        if not view.is_comma(named.last + 1) or not self._agrees(cue, named):
            return None
        return (named, named.last + 1) if self._said_follows(cue, named.last + 2) else None

    def _said_follows(self, cue: Cue, j: int) -> bool:
        """True when "that", a colon, a quotation or a preposition of the row comes next."""
        view = self.view
        for k in range(j, min(view.size, j + _INSERTED)):
            if self.is_that(k):
                return cue.row.that
            if view.tokens[k].text == ":" or view.quotation_at[k] is not None:
                return True
            if k == j and view.form(k) in (*cue.row.prepositions, "את"):
                return True
            if k == j and any(self._is_fused(k, x) for x in cue.row.prepositions if len(x) == 1):
                return True
            if self._is_finite(k):
                return False
        return False
