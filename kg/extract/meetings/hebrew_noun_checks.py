"""Tell what a Hebrew noun of meeting is none of, and what stands around it.

In:  a noun of meeting, the parts behind it. Out: yes or no, or a token.
    נבחרת ספרד                             teams meet to play
    הדיון בצירופה של                       a debate on a matter
    במהלך ביקורו בברלין ייפגש              a visit whose meeting a verb tells
"""

from kg.extract.meetings.hebrew_doers import HebrewDoers
from kg.extract.meetings.hebrew_travel import DASHES
from kg.extract.meetings.parts import Parts
from kg.extract.meetings.words import NounHit
from kg.extract.mentions.hebrew_parts import infinitives, may_be_infinitive
from kg.lexicon.grammar import words_of
from kg.model.draft import Party
from kg.model.mention import Mention

_JOINED = words_of("he", "joined_them")
_NOT = words_of("he", "not")
_TEAMS = words_of("he", "teams")
_SOON, _FAR, _ASIDE = 4, 20, 9
_CONVENED_WITHIN = 8
_MATTERS = ("ו", "ה", "ם")
_REGARDING = words_of("he", "regarding_a_meeting")
_HOLDING = words_of("he", "holding_of_a_meeting")
_MEETS = ("with", "object", "receive")


class HebrewNounChecks(HebrewDoers):
    """Checks on one noun."""

    def _is_to_do(self, k: int) -> bool:
        """True for an infinitive: "(asked him) to propose in a call with X"."""
        form, named = self.view.form(k), self.view.mention_at[k] is not None
        beside = (
            form.startswith("ל")
            and len(form) > _SOON
            and self.words.noun_at(self.view.tokens, k + 1) is not None
        )
        return form in infinitives() or (not named and (beside or may_be_infinitive(form)))

    def _plays(self, party: Party) -> bool:
        """True for "נבחרת ספרד": teams meet to play."""
        if not isinstance(party, Mention):
            return False
        named = party.gazetteer_id is None and self.view.form(party.first) in _TEAMS
        before = party.first - 1
        before -= self.view.form(before) in DASHES  # "שלוש הנבחרות – א, ב וג –"
        return named or self.view.form(before) in _TEAMS

    def _is_spoken_of(self, hit: NounHit, parts: Parts) -> bool:
        """True for "(no answer) בנוגע לביקור", "(decide) על קיום הפגישה": whose, is untold.

        So for "במגעים במתווה טראמפ": between the talks and the one named stands another matter.
        """
        view, before = self.view, hit.first - 1
        named = parts.between or parts.with_ or parts.attended
        if named or (hit.noun.visit and parts.place is not None):
            return False
        if not parts.bare:
            regarding = hit.proclitics == ("ל",) and view.form(before) in _REGARDING
            return regarding or view.form(before) in _HOLDING
        only = parts.bare[0] if len(parts.bare) == 1 else None
        if not isinstance(only, Mention) or only.first <= hit.last + 1 or hit.noun.visit:
            return False
        between = range(hit.last + 1, only.first)
        led = any(view.form(k).startswith("ב") and view.mention_at[k] is None for k in between)
        timed = any(view.time_at[k] is not None or view.form(k) == "של" for k in between)
        return led and not timed and not only.proclitics

    def _stayed_away(self, hit: NounHit) -> int:
        """Return where "לא הצטרף" stands, behind which is who did not come; the end if nowhere."""
        view = self.view
        near = range(hit.last + 2, min(view.size, hit.last + _FAR))
        joined = (k for k in near if view.form(k) in _JOINED and view.form(k - 1) in _NOT)
        return next(joined, view.size)

    def _debates(self, k: int) -> bool:
        """True for "(the debate) on its joining": a matter behind ב, nobody and no place."""
        view = self.view
        noun = view.is_word(k) and view.form(k).startswith("ב") and view.mention_at[k] is None
        owned = noun and view.form(k).endswith(_MATTERS) and view.form(k + 1) == "של"
        return owned and view.time_at[k] is None

    def _meets_on_it(self, hit: NounHit, parts: Parts) -> bool:
        """True for "during his visit in Rome X will meet Y": one meeting, which the verb tells."""
        tokens, k = self.view.tokens, max(parts.last, hit.last) + 1
        within = hit.proclitics[-1:] == ("ב",)
        within = within or self.words.lists["said_within"].length_at(tokens, hit.first - 1) > 0
        verb = self.words.verb_at(tokens, k) if within and self.view.is_word(k) else None
        return verb is not None and verb.verb.frame in _MEETS

    def _convenes_to(self, hit: NounHit) -> bool:
        """True for "(the envoys) will convene in X for an urgent sitting": the verb tells it."""
        near = range(max(0, hit.first - _CONVENED_WITHIN), hit.first)
        verbs = (self.words.verb_at(self.view.tokens, k) for k in near if self.view.is_word(k))
        convened = any(v is not None and v.verb.frame == "body" for v in verbs)
        return convened and hit.proclitics == ("ל",)

    def _past_aside(self, start: int) -> int:
        """Step over "the first since the war" of "the meeting, …, took place in X between"."""
        view = self.view
        if not view.is_comma(start) or start + 1 in view.clause_marks:
            return start
        near = range(start + 2, min(view.size, start + _ASIDE))
        closing = next((k for k in near if view.is_comma(k)), None)
        if closing is None or closing + 1 >= view.size or not view.is_word(closing + 1):
            return start
        light = self.words.light_at(view.tokens, closing + 1)
        inside = any(view.mention_at[k] is not None for k in range(start, closing))
        happens = light is not None and light.verb.role == "happens"
        return closing + 1 if happens and not inside else start
