"""Find who says what stands in a letter or a statement: "بعث X رسالة إلى Y يقترح فيها لقاء".

In:  a verb of speech with "in it" behind. Out: whoever wrote the document named in front of it,
None where no document is.
"""

from kg.extract.attribution import can_act
from kg.extract.cues import Cue
from kg.extract.speakers.arabic_phrases import ArabicPhrases
from kg.lexicon.grammar import words_of
from kg.model.mention import Mention

_IN_IT = words_of("ar", "in_it")
_DOCUMENTS = words_of("ar", "documents_with_words")
_WRITES = words_of("ar", "writes_a_document")
_OF_SOMEBODY = words_of("ar", "documents_of_somebody")
_PUBLISHES = words_of("ar", "publishes_a_document")
_FROM = "من"
_WITHIN = 16  # tokens of "a letter to his Ugandan counterpart X in which"
_OFFICE = 6
_VERB_WITHIN = 4  # tokens of "wrote on Monday the Kenyan"


class ArabicWritten(ArabicPhrases):
    """Reads "a letter in which he proposed"."""

    def writer(self, cue: Cue) -> Mention | None:
        """Return whose letter or statement holds the words of this verb."""
        view = self.view
        if view.form(cue.last + 1) not in _IN_IT:
            return None
        document = self._document_before(cue.first)
        if document is None:
            return None
        if view.form(document + 1) == _FROM:  # "a letter from his counterpart X"
            near = range(document + 2, min(cue.first, document + 2 + _OFFICE))
            named = (m for k in near if (m := view.mention_from(k)) is not None)
            sender = next((m for m in named if m.category != "adjective"), None)
        else:
            sender = self._owner(document) or self._issuer_before(document)
        fits = sender is not None and can_act(sender) and self._agrees_in_gender(cue, sender)
        return sender if fits else None

    def _owner(self, document: int) -> Mention | None:
        """Return whose it is in the construct: "رسالة رئيس الجمهورية", "تسجيلا لـX"."""
        owner = self.view.mention_from(document + 1)
        if owner is None:
            return None
        recorded = owner.proclitics == ("ل",) and self._is_published(document)
        return owner if recorded or self._stands_free(owner) else None

    def _issuer_before(self, document: int) -> Mention | None:
        """Return who writes it: "وجه X رسالة"; not who reads, discusses or receives it."""
        view = self.view
        ahead = (m for m in reversed(view.mentions) if m.last < document)
        sender = next((m for m in ahead if self._stands_free(m)), None)
        return sender if sender is not None and self.is_written_by(sender, document) else None

    def is_written_by(self, sender: Mention, document: int) -> bool:
        """True where a verb of writing stands between or right before: "وجه X رسالة"."""
        view = self.view
        between = range(sender.last + 1, document)
        if any(view.is_stop(k) or self.is_that(k) for k in between):
            return False
        near = (*between, *range(max(0, sender.first - _VERB_WITHIN), sender.first))
        return any(r.stem in _WRITES for k in near for r in view.readings(k))

    def _document_before(self, i: int) -> int | None:
        """Return the last document in front of token `i` in its clause."""
        view = self.view
        for k in range(i - 1, max(-1, i - _WITHIN), -1):
            if view.is_stop(k) or self.is_that(k) or view.quotation_at[k] is not None:
                return None
            readings = (r for r in view.readings(k) if not r.definite and not r.enclitic)
            if any(
                r.stem in _DOCUMENTS or r.stem.removesuffix("ا") in _DOCUMENTS for r in readings
            ):
                return k
        return None

    def _is_published(self, i: int) -> bool:
        """True for "a recording" that nobody sent: behind "of" stands whose words these are."""
        view = self.view
        stems = {r.stem.removesuffix("ا") for r in view.readings(i)}
        near = range(max(0, i - _OFFICE), i)
        sent = any(r.stem in _WRITES - _PUBLISHES for k in near for r in view.readings(k))
        return not sent and not stems.isdisjoint(_OF_SOMEBODY)

    def _stands_free(self, mention: Mention) -> bool:
        """True for an actor that no preposition leads: not "to the council"."""
        free = mention.proclitics in ((), ("و",), ("ف",))
        led = self.is_preposition(mention.first - 1)
        return free and not led and mention.category in ("actor", "either")
