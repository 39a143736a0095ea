"""Read "according to X" in an English sentence, and who a preposition of source names.

In:  the cue of a source. Out: an attribution of what stands behind it, or before it.
"""

from kg.extract.attribution import Attribution, can_act, unlinked_mention
from kg.extract.cues import Cue
from kg.extract.speakers.english_phrases import EnglishPhrases
from kg.model.draft import Party


class EnglishSources(EnglishPhrases):
    """Reads sources."""

    def of_source(self, cue: Cue) -> Attribution | None:
        """Return what stands around "according to X", before it or behind it."""
        view = self.view
        found = self.source_party(cue.last + 1)
        if found is None:
            return None
        party, last = found
        if cue.first == 0 or all(not view.is_word(i) for i in range(cue.first)):
            first = self._next_comma(last)
            if first is None or first + 1 >= view.size:
                return None
            return self._source(cue, party, cue.first, (first + 1, view.size - 1), "source-first")
        end = cue.first - 1
        while end >= 0 and view.is_comma(end):
            end -= 1
        quotation = view.quotation_at[end] if end >= 0 else None
        if quotation is not None and quotation.last == end:
            content = (quotation.inner_first, quotation.inner_last)
            return self._source(cue, party, quotation.first, content, "source-last")
        return self._source(cue, party, 0, (0, end), "source-last") if end >= 0 else None

    def _next_comma(self, j: int) -> int | None:
        view = self.view
        for k in range(j, min(view.size, j + 12)):
            if k in view.aside_from:
                return view.aside_from[k]
            if view.is_comma(k):
                return k
        return None

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
            before=order == "source-last",
            margin=0.9,
        )

    def source_party(self, j: int) -> tuple[Party, int] | None:
        """Return who a preposition of source names at `j`, and its last token."""
        view = self.view
        for k in range(j, min(view.size, j + 7)):
            mention = view.mention_from(k)
            if mention is not None:
                return (mention, mention.last) if can_act(mention) else None
            if view.form(k) in self.source_nouns:
                return self._unnamed_source(j, k)
            if view.form(k) not in self.carriers and not self._describes_source(k):
                return None
        return None

    def _describes_source(self, k: int) -> bool:
        """True for an adjective in front of a source noun: "two senior Western diplomats"."""
        return any(self.view.form(i) in self.source_nouns for i in range(k, k + 4))

    def _unnamed_source(self, j: int, k: int) -> tuple[Party, int] | None:
        first = j
        while self.view.form(first) in ("the", "a", "an"):
            first += 1
        found = unlinked_mention(self.view, first, k)
        return (found, k) if found is not None else None
