"""Whom a model means: its names, found in the article and read as the article's own are.

In:  names, the text, the evidence near which they are meant. Out: mentions, or None for a name that
does not stand in the article. A name that the grammars or the gazetteer read is linked by them; any
other stays the article's own, of the kind that the model says.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import islice

from kg.extract.mentions import find_mentions
from kg.extract.sheets.names import Part, UnknownName, read_name
from kg.extract.verbatim import Verbatim, plain_words
from kg.lexicon.normalise import fold
from kg.model.answer import Answer, AnsweredActor
from kg.model.mention import Mention, MentionCategory
from kg.model.span import Span
from kg.model.token import Sentence
from kg.vocabulary import Language

_MOST_PLACES_OF_A_NAME = 100
_LONGEST_NAME = 200


class Names:
    """The names of one article."""

    def __init__(
        self, verbatim: Verbatim, sentences: Sequence[Sentence], language: Language
    ) -> None:
        self._verbatim, self._sentences, self._language = verbatim, sentences, language
        self._actors: dict[str, AnsweredActor] = {}
        self._places: dict[str, str] = {}
        self._spans = cache(self._find)
        self._read = cache(self._read_at)
        self._mentions = cache(self._mentions_of)

    def hear_of(self, answer: Answer) -> None:
        """Remember what an answer lists."""
        for actor in answer.actors:
            self._actors.setdefault(plain_words(actor.name), actor)
        for place in answer.places:
            self._places.setdefault(plain_words(place), place)

    def actor(self, name: str, near: Sequence[Span]) -> Mention | None:
        """Return the mention of an actor, in the evidence if it stands there."""
        return self._one(name, "actor", near)

    def place(self, name: str, near: Sequence[Span]) -> Mention | None:
        """Return the mention of a place, in the evidence if it stands there."""
        return self._one(name, "place", near)

    def actors_in(self, sentence: Sentence) -> tuple[Mention, ...]:
        """Return the listed actors that a sentence names."""
        return self._listed(tuple(self._actors), "actor", sentence)

    def places_in(self, sentence: Sentence) -> tuple[Mention, ...]:
        """Return the listed places that a sentence names."""
        return self._listed(tuple(self._places), "place", sentence)

    def _listed(self, names: Sequence[str], part: Part, sentence: Sentence) -> tuple[Mention, ...]:
        inside = Span(sentence.start, sentence.end)
        found = {
            self._read(span, part, name)
            for name in names
            for span in self._spans(name)
            if inside.contains(span)
        }
        return tuple(sorted(found, key=lambda m: (m.span, m.name)))

    def _one(self, name: str, part: Part, near: Sequence[Span]) -> Mention | None:
        looked = plain_words(name)
        spans = self._spans(looked)
        if not spans:
            return None
        inside = next((s for s in spans if any(e.contains(s) for e in near)), None)
        before = [s for s in spans if s.end <= near[0].start]
        return self._read(inside or (before[-1] if before else spans[0]), part, looked)

    def _find(self, name: str) -> tuple[Span, ...]:
        """Return where a name stands in the article's sentences, furniture left out."""
        if not any(map(str.isalnum, name)) or len(name) > _LONGEST_NAME:
            return ()
        found = islice(self._verbatim.names(name), _MOST_PLACES_OF_A_NAME)
        return tuple(sorted({s for s in found if self._sentence_of(s) is not None}))

    def _sentence_of(self, span: Span) -> Sentence | None:
        return next(
            (
                s
                for s in self._sentences
                if s.start <= span.start and span.end <= s.end and s.kind != "furniture"
            ),
            None,
        )

    def _mentions_of(self, index: int) -> tuple[Mention, ...]:
        return find_mentions(self._sentences[index], self._language)

    def _read_at(self, span: Span, part: Part, name: str) -> Mention:
        """Return the mention at a span: the grammar's own, or the name read alone."""
        sentence = self._sentence_of(span)
        if sentence is None:
            raise ValueError(f"no sentence holds {span}")
        whole = self._grammars(sentence, span, part)
        if whole is not None:
            return replace(whole, category=_category(part), text=whole.text)
        words = " ".join(self._verbatim.text[span.start : span.end].split())
        within = [
            i for i, t in enumerate(sentence.tokens) if t.start < span.end and span.start < t.end
        ]
        first, last = (within[0], within[-1]) if within else (0, 0)
        try:
            if "[" in words:
                raise UnknownName(words)  # what the brackets of a sheet say, no article says
            read = read_name(words, part, self._language, span, suggest=False)
        except UnknownName:
            return self._unlisted(words, span, part, name, (first, last))
        return replace(read, text=words, first=first, last=last)

    def _grammars(self, sentence: Sentence, span: Span, part: Part) -> Mention | None:
        """Return the mention that the grammar reads there: the same words, or the same person."""
        for mention in self._mentions(sentence.index):
            fits = mention.category in (part, "either")
            if not fits or (part == "place" and mention.gazetteer_id is None):
                continue
            if mention.span == span:
                return mention
            words = fold(" ".join(self._verbatim.text[span.start : span.end].split()))
            person = fold(mention.person or "")
            if part == "actor" and mention.span.contains(span) and person and words in person:
                return mention
        return None

    def _unlisted(
        self, words: str, span: Span, part: Part, name: str, tokens: tuple[int, int]
    ) -> Mention:
        said = self._actors.get(name)
        return Mention(
            span=span,
            text=words,
            category=_category(part),
            name=words,
            kind=(said.kind if said else "organization") if part == "actor" else None,
            unnamed=bool(said and said.unnamed) if part == "actor" else False,
            first=tokens[0],
            last=tokens[1],
        )


def _category(part: Part) -> MentionCategory:
    return part
