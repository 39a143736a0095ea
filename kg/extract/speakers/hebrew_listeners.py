"""Note who is told in a Hebrew sentence: by name, by pronoun, as a counterpart, as a medium.

In:  a verb's cue, `Behind` to fill in, the token where a listener may stand. Out: where to go on.
A medium that is told something passes it on: it is listener and reporter.
"""

from dataclasses import replace

from kg.extract.cues import Cue
from kg.extract.speakers.behind import Behind
from kg.extract.speakers.hebrew_before import HebrewBefore
from kg.model.draft import Pointer
from kg.model.mention import Gender, Mention

OBJECTS: dict[str, Gender | None] = {
    "אותו": "masculine", "אותה": "feminine", "אותם": None, "אותן": None,
    "לו": "masculine", "לה": "feminine", "להם": None, "להן": None,
    "ממנו": "masculine", "ממנה": "feminine", "מהם": None,
    "לאורחו": "masculine", "לאורחתו": "feminine", "לאורחה": "masculine", "לאורחיו": None,
    "למארחו": "masculine", "למארחתו": "feminine", "למארחיו": None, "לבן": "masculine",
    "לבת": "feminine", "לבני": None,
}  # fmt: skip
TALKING = frozenset({"לבן", "לבת", "לבני"})  # "לבן שיחו"


class HebrewListeners(HebrewBefore):
    """Reads whom a verb of speech is addressed to."""

    def _quoted_listener(self, cue: Cue, j: int) -> tuple[Mention, int] | None:
        """Return the medium of "אמר ל״צופה״ כי", "ל״צופה״: …" where the letter stands at `j`."""
        view = self.view
        glued = j + 1 < view.size and view.tokens[j].end == view.tokens[j + 1].start
        if view.form(j) != "ל" or not glued or "ל" in cue.row.prepositions:
            return None
        found = self.quoted_name(j + 1)
        if found is None:
            return None
        k = found[1] + 1
        while k < view.size and (view.time_at[k] is not None or self._is_adverb(k)):
            k += 1
        ends = view.is_stop(k) or view.is_comma(k) or view.form(k) == ":"
        return found if ends or self.is_that(k) or found[0].gazetteer_id else None

    @staticmethod
    def add_listener(behind: Behind, mention: Mention) -> None:
        """Note who is told; a medium that is told something passes it on as well."""
        behind.addressees.append(mention)
        if mention.kind == "media":
            behind.via.append(mention)

    def _is_counterpart(self, j: int) -> bool:
        words = self.view.lexicon.word_set("counterpart")
        return any(r.stem in words for r in self.view.readings(j))

    def _step_counterpart(self, behind: Behind, j: int) -> int:
        """ "told his Chinese counterpart": the same office on the other side, or whom it names."""
        view = self.view
        adjective = view.mention_from(j + 1)
        if adjective is not None and adjective.category != "adjective":
            adjective = None
        last = adjective.last if adjective is not None else j
        named = view.mention_from(last + 1) or view.mention_from(last + 1 + view.is_comma(last + 1))
        if named is not None and named.person and not named.proclitics:
            side = adjective.gazetteer_id if adjective is not None else None
            behind.addressees.append(named if named.side or not side else replace(named, side=side))
            return named.last + 1
        behind.addressees.append(
            Pointer(
                kind="counterpart",
                place=view.tokens[j].start,
                hint=adjective,
                words=view.text(view.span(j, last)).removeprefix("ל"),
            )
        )
        return last + 1

    def _add_object(self, cue: Cue, behind: Behind, j: int) -> None:
        """Note the pronoun of "accused him", "told her"."""
        form = self.view.form(j)
        if form.startswith("אות") and not cue.row.object_addressee:
            return
        if form.startswith("מ") and "מ" not in cue.row.prepositions:
            return
        gender = OBJECTS[form]
        behind.addressees.append(
            Pointer(
                kind="pronoun",
                place=self.view.tokens[j].start,
                gender=gender,
                number="singular" if gender else "plural",
                avoid=behind.subject if isinstance(behind.subject, Mention) else None,
            )
        )
