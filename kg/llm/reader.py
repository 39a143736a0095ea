"""Have a model read an article, piece by piece.

In:  a text. Out: an `Answer` for each piece. What was answered before comes from the cache.
"""

from kg.errors import ExtractError
from kg.llm.answer import parse_answer
from kg.llm.cache import AnswerCache, cache_key
from kg.llm.client import ModelClient
from kg.llm.pieces import PIECE_CHARS, cut
from kg.llm.prompts import Prompt, load_prompt
from kg.llm.settings import ModelSettings
from kg.model.answer import Answer

MOST_PIECES = 40  # a longer text is no article, and each piece costs


class ModelReader:
    """Reads articles with one model."""

    def __init__(
        self,
        settings: ModelSettings,
        cache: AnswerCache,
        *,
        prompt: Prompt | None = None,
        piece_chars: int = PIECE_CHARS,
    ) -> None:
        self.settings = settings
        self.prompt = prompt or load_prompt()
        self.client = ModelClient(settings, self.prompt)
        self._cache, self._piece_chars = cache, piece_chars

    def read(self, text: str) -> list[Answer]:
        """Return the model's answers. Raises ModelError, ExtractError."""
        pieces = cut(text, most=self._piece_chars)
        if len(pieces) > MOST_PIECES:
            raise ExtractError(
                f"The text has {len(text):,} characters, more than a model is asked to read "
                f"({MOST_PIECES} pieces of {self._piece_chars:,}). Take the rules for it."
            )
        until = self.client.clock() + self.settings.article_seconds
        return [self._answer(text[p.start : p.stop], p, until) for p in pieces]

    def _answer(self, words: str, piece: range, until: float) -> Answer:
        if not words.strip():
            return Answer(start=piece.start, end=piece.stop)
        key = cache_key(words, self.settings, self.prompt.version)
        kept = self._cache.get(key)
        if kept is not None:
            try:
                return parse_answer(kept, piece)
            except ExtractError:
                pass  # damaged: ask anew
        said = self.client.ask(words, until=until)
        answer = parse_answer(said, piece)
        self._cache.put(key, said)
        return answer
