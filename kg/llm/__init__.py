"""The optional extractor's other half: a model behind any OpenAI-compatible server.

In:  an article's text. Out: `Answer`s, words not checked yet (kg.extract.answered does).
Off unless it is asked for: the article's text leaves this machine for the server that is named.
The prompt is prompt.md, the form of answers schema.json; both count into the prompt's version.
"""

from kg.llm.reader import ModelReader
from kg.llm.settings import ModelSettings

__all__ = ["ModelReader", "ModelSettings"]
