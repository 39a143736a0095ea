"""A sentence ready to be read for frames: tokens, mentions, times, quotations, cues, by token.

In:  a sentence with its mentions and times. Out: `View`, with constant-time answers to "what
stands at token i". Brackets come first: what stands inside a quotation, in parentheses, in an
apposition or a relative clause is not on the level where a verb looks for its subject.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from kg.extract.arabic_bodies_named import bodies_named
from kg.extract.brackets import Bracket, brackets
from kg.extract.cue_rows import Words
from kg.extract.cues import Cue, CueLexicon
from kg.extract.hebrew_clauses import find_clauses
from kg.extract.own_country import own_countries
from kg.extract.phrases import PhraseSet
from kg.model.mention import Mention
from kg.model.span import Span
from kg.model.timespan import TimeWords
from kg.model.token import Reading, Sentence, Token

_STOPS = frozenset(".!?؟…")
_BREAKS = frozenset(",،;؛:-–—")
# Letters that make other words of "that": كان is "was", سان a saint's town.
LIKE = frozenset({"ك", "س"})
_WORDLESS = frozenset({"apposition", "relative"})
_ALONE = frozenset({(), ("و",), ("ف",), ("ו",), ("ש",)})


def _outermost(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the mentions that no other one holds, in order."""
    last = -1
    for mention in sorted(mentions, key=lambda m: (m.first, -m.last)):
        if mention.first > last:
            yield mention
            last = mention.last


def _bodies(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the bodies inside the words that call who speaks for them: "דובר הנציבות האירופית"."""
    outer: Mention | None = None
    for mention in mentions:
        if outer is None or mention.first > outer.last:
            outer = mention
            continue
        stands_for = outer.role in _FOR_ALL and outer.person is None
        named = mention.gazetteer_id and mention.role not in _PASSING
        if mention.kind in _BODIES and named and not stands_for:
            yield replace(mention, category="actor")


def _is_post(mention: Mention) -> bool:
    return mention.category == "place" and mention.case == "attributive"


_BODIES = frozenset({"organization", "armed-group"})
_PASSING = frozenset({"delegation", "embassy", "consulate"})
_FOR_ALL = frozenset({"representative", "envoy"})  # "representatives of X" are X


@dataclass(frozen=True, slots=True)
class Quotation:
    """Tokens `first` to `last` with the marks; `inner_first` to `inner_last` without them."""

    first: int
    last: int
    inner_first: int
    inner_last: int


class View:
    """One sentence, by token index. Built once, read by every frame."""

    def __init__(
        self,
        sentence: Sentence,
        mentions: Sequence[Mention],
        times: Sequence[TimeWords],
        lexicon: CueLexicon,
    ) -> None:
        self.sentence = sentence
        self.tokens: tuple[Token, ...] = sentence.tokens
        self.size = len(self.tokens)
        self.times = tuple(times)
        self.mentions = tuple(self._whole(m) for m in _outermost(mentions))
        # Where an envoy is posted, inside the words that call him: "Peru'nun Lizbon Büyükelçisi".
        self.posts = tuple(m for m in mentions if _is_post(m) and m not in self.mentions)
        named = {"he": _bodies, "ar": bodies_named}.get(lexicon.language)
        self.bodies = tuple(named(mentions)) if named is not None else ()
        if lexicon.language == "ar":  # "his country": told of, and no part of what frames read
            self.bodies += tuple(own_countries(sentence, mentions))
        self.lexicon = lexicon
        self.words: Words = lexicon.words
        self.heading = sentence.kind in ("title", "heading")
        self.mention_at: list[Mention | None] = [None] * self.size
        for mention in self.mentions:
            for i in range(mention.first, mention.last + 1):
                self.mention_at[i] = mention
        self.time_at: list[TimeWords | None] = self._times_by_token()
        # Hebrew writes "that" onto the next word: where it does.
        hebrew = lexicon.language == "he"
        self.clause_marks = find_clauses(self.tokens, self.mention_at) if hebrew else frozenset()
        self.brackets = brackets(sentence)
        self.quotations = tuple(
            q for b in self.brackets if b.kind == "quotation" and (q := self._quotation(b))
        )
        self.quotation_at: list[Quotation | None] = [None] * self.size
        for quotation in self.quotations:
            for i in range(quotation.first, quotation.last + 1):
                self.quotation_at[i] = quotation
        self.aside_from, self.aside_to = self._asides()
        self.cues = [
            cue
            for cue in lexicon.find(self.tokens)
            if not self._inside_mention(cue) and self.quotation_at[cue.first] is None
        ]
        self.cue_at: dict[int, Cue] = {cue.first: cue for cue in self.cues}

    def _whole(self, mention: Mention) -> Mention:
        """Return the mention without a time at its end, with "the same" in front of it."""
        first = mention.first - 2
        if first >= 0 and self.form(first) == "the" and self.form(first + 1) == "same":
            span = Span(self.tokens[first].start, mention.span.end)
            mention = replace(mention, span=span, text=self.text(span), first=first)
        return self._without_time(mention)

    def _without_time(self, mention: Mention) -> Mention:
        """Cut a time off the end of a mention: "the ambassador on Monday"."""
        if not self.times:
            return mention
        last = mention.last
        while last > mention.first and self._is_time(last):
            last -= 1
        if last == mention.last or last == mention.first:
            return mention
        if not self.tokens[last].is_word or self.tokens[last].form == "on":
            last -= 1
        span = Span(mention.span.start, self.tokens[last].end)
        text = self.text(span)
        name = text if mention.name == mention.text else mention.name
        return replace(mention, span=span, text=text, last=last, name=name)

    def _is_time(self, i: int) -> bool:
        token = self.tokens[i]
        return any(token.start < t.span.end and t.span.start < token.end for t in self.times)

    def post_in(self, mention: Mention) -> Mention | None:
        """Return the town of "Ukrayna'nın Roma Büyükelçiliğinde"."""
        return next((p for p in self.posts if mention.span.contains(p.span)), None)

    def _inside_mention(self, cue: Cue) -> bool:
        mention = self.mention_at[cue.first]
        return mention is not None and mention.category != "adjective"

    def _times_by_token(self) -> list[TimeWords | None]:
        found: list[TimeWords | None] = [None] * self.size
        if self.times:
            for i, token in enumerate(self.tokens):
                for words in self.times:
                    if token.start < words.span.end and words.span.start < token.end:
                        found[i] = words
        return found

    def _quotation(self, bracket: Bracket) -> Quotation | None:
        first, last = bracket.first, bracket.last
        inner_first = first + (not self.tokens[first].is_word)
        inner_last = last - (not self.tokens[last].is_word)
        if inner_first > inner_last:
            return None
        return Quotation(first, last, inner_first, inner_last)

    def _asides(self) -> tuple[dict[int, int], dict[int, int]]:
        """Return where insertions end by where they begin, and the other way round."""
        pairs = [
            (b.first, b.last)
            for b in self.brackets
            if b.kind in ("apposition", "parenthesis", "relative")
        ]
        return dict(pairs), {last: first for first, last in pairs}

    def form(self, i: int) -> str:
        """Return the folded word at `i`, "" outside of the sentence."""
        return self.tokens[i].form if 0 <= i < self.size else ""

    def is_break(self, i: int) -> bool:
        """True at the sentence's ends and at commas, semicolons, colons and dashes."""
        return not 0 <= i < self.size or self.tokens[i].text in _BREAKS

    def is_comma(self, i: int) -> bool:
        """True at a comma."""
        return 0 <= i < self.size and self.tokens[i].text in ",،"

    def is_stop(self, i: int) -> bool:
        """True at the sentence's ends and at full stops."""
        return not 0 <= i < self.size or self.tokens[i].text in _STOPS

    def may_hold(self, phrases: PhraseSet) -> bool:
        """True when some word of the sentence begins one of the phrases: most have none."""
        return not phrases.firsts.isdisjoint(self._stems)

    def may_hold_word(self, words: frozenset[str]) -> bool:
        """True when some word of the sentence, or a way to read one, is among these."""
        return not words.isdisjoint(self._stems)

    @cached_property
    def _stems(self) -> frozenset[str]:
        stems = {r.stem for token in self.tokens for r in token.readings}
        return frozenset(stems.union(token.form for token in self.tokens))

    def is_word(self, i: int) -> bool:
        """True for a word inside the sentence."""
        return 0 <= i < self.size and self.tokens[i].is_word

    def is_surname(self, i: int) -> bool:
        """True for the May of "Theresa May told", no verb in front of the next one."""
        mention = self.mention_at[i]
        return mention is not None and mention.last == i and mention.person is not None

    def is_that(self, i: int) -> bool:
        """True for "that", alone or written onto a word."""
        return i in self.clause_marks or any(
            r.stem in self.words.that and not (r.definite or LIKE.intersection(r.proclitics))
            for r in self.readings(i)
        )

    def phrase_at(self, i: int, phrases: PhraseSet) -> int:
        """Return how many tokens from `i` on make one of the phrases, 0 for none."""
        return phrases.length_at(self.tokens, i)

    def span(self, first: int, last: int) -> Span:
        """Return the stretch of text from token `first` to token `last`, inclusive."""
        return Span(self.tokens[first].start, self.tokens[last].end)

    def text(self, span: Span) -> str:
        """Return the words of a stretch of this sentence, blanks made single."""
        start = self.sentence.start
        return " ".join(self.sentence.text[span.start - start : span.end - start].split())

    def words_span(self, first: int, last: int) -> Span | None:
        """Return the stretch without punctuation marks and conjunctions at its ends; None if empty.

        A quotation mark or bracket stays when its partner stays.
        """
        while first <= last and self._is_edge(first) and not self._opens_within(first, last):
            first += 1
        while first <= last and self._is_edge(last) and not self._closes_within(first, last):
            last -= 1
        return self.span(first, last) if first <= last else None

    def _is_edge(self, i: int) -> bool:
        return not self.tokens[i].is_word and self.tokens[i].text not in "%$€£"

    def _opens_within(self, i: int, last: int) -> bool:
        return any(
            b.first == i and b.last <= last for b in self.brackets if b.kind not in _WORDLESS
        )

    def _closes_within(self, first: int, i: int) -> bool:
        return any(
            b.last == i and b.first >= first and b.closed
            for b in self.brackets
            if b.kind not in _WORDLESS
        )

    def time_at_or_none(self, i: int) -> TimeWords | None:
        """Return the time words at `i`, None outside of the sentence."""
        return self.time_at[i] if 0 <= i < self.size else None

    def mention_from(self, i: int) -> Mention | None:
        """Return the mention that begins at token `i`."""
        mention = self.mention_at[i] if 0 <= i < self.size else None
        return mention if mention is not None and mention.first == i else None

    def mention_to(self, i: int) -> Mention | None:
        """Return the mention that ends at token `i`."""
        mention = self.mention_at[i] if 0 <= i < self.size else None
        return mention if mention is not None and mention.last == i else None

    def readings(self, i: int) -> tuple[Reading, ...]:
        """Return the readings of token `i`, none outside of the sentence."""
        return self.tokens[i].readings if 0 <= i < self.size else ()

    def is_negated(self, i: int) -> bool:
        """True when a negation stands right before token `i`."""
        return any(
            r.stem in self.words.negation and r.proclitics in _ALONE for r in self.readings(i - 1)
        ) or any(r.enclitic == "n't" for r in self.readings(i - 1))
