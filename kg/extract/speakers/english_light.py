"""Read English light verbs with a noun of speech: "gave assurances that", "issued a plea for".

In:  a view. Out: attributions; the noun tells the act, the verb's subject speaks. Whoever stands
between the two ("gave Hamas assurances"), or behind "to", "at" or "with", is spoken to.
Lexicon: `given_by` and `light` of cues_en.toml.
"""

from functools import cache

from kg.extract.attribution import Attribution, can_act
from kg.extract.cue_rows import CueRow
from kg.extract.cues import Cue
from kg.extract.parts_played import is_possessive
from kg.extract.speakers.english_before import EnglishBefore
from kg.lexicon.grammar import words_of
from kg.lexicon.loader import read_toml
from kg.model.draft import Party
from kg.model.mention import Mention
from kg.vocabulary import SpeechAct

_MARGIN = 0.7
_BETWEEN = 7
_HEARING = frozenset({"him", "her", "them"})
_LEAST = 2
_NONE = words_of("en", "none")
_TOWARDS = words_of("en", "towards")
_LEADS = words_of("en", "led_by_a_noun")


@cache
def _rows() -> dict[str, CueRow]:
    """Return a row for each noun, by the word."""
    words = read_toml("cues_en.toml")["words"]
    acts: dict[SpeechAct, list[str]] = {act: [*nouns] for act, nouns in words["nominal"].items()}
    for act, nouns in words["light"].items():
        acts.setdefault(act, []).extend(nouns)
    return {
        noun: CueRow(id=f"light-{noun}", kind="noun", act=act, that=True)
        for act, nouns in acts.items()
        for noun in nouns
    }


class EnglishLight(EnglishBefore):
    """Reads light verbs."""

    def light(self) -> list[Attribution]:
        """Return the attributions of a sentence's light verbs, in order of their nouns."""
        view = self.view
        found = []
        for i, token in enumerate(view.tokens):
            row = _rows().get(token.form)
            if row is None or view.quotation_at[i] is not None or view.mention_at[i] is not None:
                continue
            one = self._of_light(Cue(row, i, i, None))
            if one is not None:
                found.append(one)
        return found

    def _of_light(self, cue: Cue) -> Attribution | None:
        verb = self._verb_of(cue.first)
        if verb is None:
            return None
        group = self.group(Cue(cue.row, verb, verb, None))
        if group.modal or group.negated or group.passive:
            return None
        subject = self.subject_before(cue, group.first)
        if subject is None or (isinstance(subject, Mention) and not can_act(subject)):
            return None
        start = subject.first if isinstance(subject, Mention) else group.first
        named = self._listener_inside(verb, cue.first, subject)
        after = self._past_day(cue.first + 1)
        addressees, first = (named, after) if named else self._towards(after, subject)
        content = self._light_words(cue.first, first)
        return Attribution(
            cue=cue,
            order="nominal",
            speaker=subject,
            addressees=addressees,
            start=self._with_determiner(start),
            content_first=content[0],
            content_last=content[1],
            clausal=True,
            margin=_MARGIN,
        )

    def _past_day(self, j: int) -> int:
        """Step over the day of "gave assurances on Monday that", which is that of the telling."""
        view, k = self.view, j
        while k < view.size and (view.time_at[k] is not None or view.time_at_or_none(k + 1)):
            k += 1
        goes_on = view.form(k) == "that" or view.form(k) in _TOWARDS or view.form(k) in _LEADS
        return k if goes_on else j

    def _verb_of(self, noun: int) -> int | None:
        """Return the light verb in front of the noun, its object's words between."""
        view, verbs = self.view, self.view.lexicon.word_set("given_by")
        for k in range(noun - 1, max(0, noun - _BETWEEN), -1):
            if view.form(k) in verbs and view.mention_at[k] is None:
                return k
            if view.form(k) == "of" and view.form(k - 1) in ("note", "letter", "message", "word"):
                continue  # "handed him a note of protest"
            if view.tokens[k].text == "-":
                continue  # "a seven-day ultimatum"
            if not view.is_word(k) or view.form(k) in self.prepositions | self.openers | _NONE:
                return None
            if k in view.cue_at and view.cue_at[k].form in ("past", "present"):
                return None
        return None

    def _listener_inside(self, verb: int, noun: int, subject: Party | None) -> tuple[Party, ...]:
        """Return Y of "gave Y assurances", "handed him a note of protest"."""
        if self.view.form(verb + 1) in _HEARING:
            return (self._object_pronoun(self.view.form(verb + 1), verb + 1, subject),)
        for k in range(verb + 1, noun):
            mention = self.view.mention_from(k)
            inside = mention is not None and mention.last < noun and can_act(mention)
            if mention is not None and inside and not is_possessive(self.view, mention.last):
                return (mention,)
        return ()

    def _towards(self, j: int, subject: Party | None) -> tuple[tuple[Party, ...], int]:
        """Return Y of "levelled accusations at Y of", and where the words go on."""
        view = self.view
        if view.form(j) not in _TOWARDS:
            return (), j
        if view.form(j + 1) in _HEARING:
            return (self._object_pronoun(view.form(j + 1), j + 1, subject),), j + 2
        found = view.mention_from(j + 1) or view.mention_from(j + 2)
        near = found is not None and (found.first == j + 1 or view.form(j + 1) in self.determiners)
        if found is None or not near or not can_act(found) or is_possessive(view, found.last):
            return (), j
        return (found,), found.last + 1

    def _light_words(self, noun: int, j: int) -> tuple[int, int]:
        """Return the words told: behind the noun's lead, or the noun's own."""
        view = self.view
        end = j
        while end + 1 < view.size and not view.is_stop(end + 1):
            if view.form(j) != "that" and view.is_comma(end + 1):
                break
            end += 1
        if view.form(j) in _LEADS and end - j >= 1:
            return j + 1, end
        return self._with_determiner(noun), max(noun, j - 1)
