"""Find where a body ends that Arabic calls by its sort alone: "the ministry described | the move".

In:  a verb's cue and the token behind it. Out: the body and its last token.
A body that was named before has its article and no name, so that a definite noun or a name behind
it is whom the verb is about. Adjectives that agree with it belong to it: "the joint committee".
What somebody does is no body: "described | expelling the envoys as", وصف طرد السفراء بأنه.
"""

import re

from kg.extract.attribution import unlinked_mention
from kg.extract.cues import Cue
from kg.extract.mentions.arabic_nouns import is_common_noun
from kg.extract.speakers.arabic_carried import ArabicCarried
from kg.lexicon.grammar import words_of
from kg.model.mention import Mention

_DOINGS = words_of("ar", "what_somebody_does")
# Verbal nouns of the longer stems: إغلاق, اعتقال, انسحاب, استدعاء. Folded.
_DOING = re.compile("ا[^ا][^ا]ا[^ا]|ا[^ا]ت[^ا]ا[^ا]|ان[^ا][^ا]ا[^ا]|است[^ا][^ا]ا[^ا]")
_BODIES = words_of("ar", "bodies_called_by_their_sort")
_BODIES_NAMED = ("organization", "armed-group", "ministry")
_HEADS = words_of("ar", "heads_of_bodies")
_OF_ADJECTIVES = ("ة", "ي")
_FEMININE_NISBA = "ية"
_FEMININE_PARTICIPLE = ("م", "ة")


def is_doing_word(form: str) -> bool:
    """True for a verbal noun: what somebody does, إغلاق, انسحاب."""
    return form in _DOINGS or _DOING.fullmatch(form) is not None


class ArabicBodiesAgain(ArabicCarried):
    """Reads "the ministry", "the joint committee" behind a verb."""

    def body_again(self, cue: Cue, j: int) -> tuple[Mention, int] | None:
        """Return the body called by its sort at token `j` and the last token of its adjectives."""
        view = self.view
        if not (cue.row.object_content or cue.row.object_addressee):
            return None
        if not self._is_body_called(j) or view.mention_from(j) is not None:
            return None
        last = j
        while self._describes_body(j, last + 1):
            last += 1
        if not self._is_other_than_body(last + 1):
            return None
        body = unlinked_mention(view, j, last, gender=self._gender(j))
        return (body, last) if body is not None and self._agrees_in_gender(cue, body) else None

    def some_body(self, cue: Cue, j: int) -> tuple[Mention, int] | None:
        """Return "an American court" at token `j`: a noun without an article, a people's adjective.

        Only behind a verb whose object is asked, where another name follows: "أمرت محكمة أمريكية
        إيران بـ".
        """
        view = self.view
        behind = j + 2 if self._is_plain(j + 1) and view.mention_from(j + 1) is None else j + 1
        adjective = view.mention_from(behind)
        if not cue.row.object_addressee or adjective is None or adjective.proclitics:
            return None
        plain = j == cue.last + 1 and self._is_plain(j)
        if adjective.category != "adjective" or self._has_article(behind) or not plain:
            return None
        if not self._may_head(j, definite=False) or not self._is_other_than_body(
            adjective.last + 1
        ):
            return None
        body = unlinked_mention(view, j, adjective.last, gender=self._gender(j))
        fits = body is not None and self._agrees_in_gender(cue, body)
        return (body, adjective.last) if body is not None and fits else None

    def body_of(self, cue: Cue, j: int) -> tuple[Mention, int] | None:
        """Return "تحالف المعارضة", "القيادة العامة للجيش": a head that no list knows, and whose."""
        view = self.view
        if j != cue.last + 1 or view.mention_at[j] is not None:
            return None
        heads = any(r.stem in _HEADS and not r.proclitics for r in view.readings(j))
        last = j
        while heads and self._has_article(j) and self._describes_body(j, last + 1):
            last += 1
        named = view.mention_from(last + 1) if heads else None
        fronts = ("ل",) if self._has_article(j) else ()
        if named is None or named.proclitics != fronts or named.kind not in _BODIES_NAMED:
            return None
        if named.category == "adjective":
            return None
        body = unlinked_mention(view, j, named.last, gender=self._gender(j))
        return (
            (body, named.last) if body is not None and self._agrees_in_gender(cue, body) else None
        )

    def _is_unsettled(self, cue: Cue, j: int) -> bool:
        """True for a court without an article behind its verb: who it is stays open.

        So do "دول غربية" and "رسالة مسربة" in front of a name: "وعدت دول غربية كينيا بـ".
        """
        heads = self.view.lexicon.word_set("body_heads")
        if j != cue.last + 1 or not cue.row.object_addressee or not self._is_plain(j):
            return False
        if not cue.row.object_content and any(r.stem in heads for r in self.view.readings(j)):
            return True
        return self._is_described(j) and self._is_other_than_body(j + 2)

    def _is_described(self, j: int) -> bool:
        """True for "دول غربية": a noun and its adjective, both without an article or a name."""
        view = self.view
        named = view.mention_at[j] or view.mention_at[j + 1] if j + 1 < view.size else True
        return not named and self._is_plain(j + 1) and view.form(j + 1)[-1:] in _OF_ADJECTIVES

    def _is_plain(self, j: int) -> bool:
        """True for a noun with nothing written on."""
        view = self.view
        if not view.is_word(j) or self._has_article(j) or self.is_preposition(j):
            return False
        return any(not (r.definite or r.proclitics or r.enclitic) for r in view.readings(j))

    def is_doing(self, cue: Cue, j: int) -> bool:
        """True for a verbal noun with its object, which a verb is about: "إغلاق المعبر"."""
        view = self.view
        if not cue.row.object_content or not view.is_word(j) or view.mention_from(j) is not None:
            return False
        form = view.form(j)
        if form in _BODIES or not is_doing_word(form):
            return False
        return self._has_article(j + 1) or view.mention_from(j + 1) is not None

    def _is_body_called(self, j: int) -> bool:
        """True for "the ministry", not for "the ministry's" nor "in the ministry"."""
        return any(
            r.definite and not r.proclitics and not r.enclitic and r.stem in _BODIES
            for r in self.view.readings(j)
        )

    def _describes_body(self, body: int, i: int) -> bool:
        """True for an adjective of the body at token `i`: اللجنة المشتركة, الحركة الإسلامية."""
        view = self.view
        if not view.is_word(i) or not self._has_article(i) or view.time_at[i] is not None:
            return False
        mention = view.mention_at[i]
        if mention is not None:
            return mention.category == "adjective"
        if any(r.stem in self.subject_adjectives for r in view.readings(i)):
            return True
        if self._is_thing(i) or is_common_noun(view.tokens[i]):
            return False
        stem = view.form(i)[2:]
        feminine = self._gender(body) == "feminine"
        first, end = _FEMININE_PARTICIPLE
        if feminine:
            return stem.endswith(_FEMININE_NISBA) or (stem.startswith(first) and stem.endswith(end))
        return stem.endswith("ي")

    def _is_other_than_body(self, i: int) -> bool:
        """True where a name or another definite noun begins, which no body has behind its sort."""
        view = self.view
        mention = view.mention_from(i)
        if mention is not None:
            return mention.category != "adjective" and not mention.proclitics
        return view.is_word(i) and self._has_article(i) and view.time_at[i] is None
