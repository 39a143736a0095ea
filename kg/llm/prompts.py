"""What a model is told, and what its answers must look like: prompt.md and schema.json.

In:  a piece of an article. Out: the messages of a request. `version` names prompt and schema by a
digest: who edits either asks anew, and old and new claims can be told apart.
"""

import json
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

_VERSION_DIGITS = 12
_FENCE_DIGITS = 16


@dataclass(frozen=True, slots=True)
class Prompt:
    """The words and the form. `schema` is a JSON Schema (draft 2020-12)."""

    words: str
    schema: dict[str, Any]
    version: str

    def messages(self, piece: str, *, told_form: bool) -> list[dict[str, str]]:
        """Return the messages that ask about a piece.

        `told_form`: the schema goes with the words, for servers that take none beside them.
        """
        # No text can hold the fence that its own digest makes.
        fence = (
            f"article-{sha256(piece.encode('utf-8', 'surrogatepass')).hexdigest()[:_FENCE_DIGITS]}"
        )
        words = self.words.replace("{fence}", fence)
        if told_form:
            form = json.dumps(self.schema, separators=(",", ":"))
            words += f"\nThe answer is a JSON object that fits this JSON Schema:\n{form}\n"
        return [
            {"role": "system", "content": words},
            {"role": "user", "content": f"<{fence}>\n{piece}\n</{fence}>"},
        ]


@cache
def load_prompt() -> Prompt:
    """Return the prompt of this package."""
    folder = files(__package__ or "kg.llm")
    words = folder.joinpath("prompt.md").read_text(encoding="utf-8")
    schema = folder.joinpath("schema.json").read_text(encoding="utf-8")
    return make_prompt(words, schema)


def make_prompt(words: str, schema: str) -> Prompt:
    """Return the prompt of some words and a schema as JSON."""
    digest = sha256(f"{words}\x1f{schema}".encode()).hexdigest()
    return Prompt(words, json.loads(schema), digest[:_VERSION_DIGITS])
