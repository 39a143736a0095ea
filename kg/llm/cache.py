"""What a model answered before: files in the user's cache, one an answer.

In:  a piece of text, the settings, the prompt's version. Out: the model's words, None = not asked.
A file's name is a digest of all of these. A cache that cannot be read or written costs time only.
Source of the place: the XDG Base Directory Specification.
"""

import contextlib
import os
import tempfile
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from kg.llm.settings import ModelSettings


def cache_folder(environment: Mapping[str, str]) -> Path | None:
    """Return where answers are kept; None where there is no home for them."""
    given = environment.get("XDG_CACHE_HOME", "")
    if given and Path(given).is_absolute():
        return Path(given) / "claimline" / "llm"
    try:
        return Path.home() / ".cache" / "claimline" / "llm"
    except RuntimeError:
        return None


class AnswerCache:
    """Answers by what was asked. Safe among processes: files come whole or not at all."""

    def __init__(self, folder: Path | None) -> None:
        """`folder` None = nothing is kept."""
        self._folder = folder

    def get(self, key: str) -> str | None:
        """Return an answer that is kept."""
        if self._folder is None:
            return None
        try:
            return self._path(self._folder, key).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return None

    def put(self, key: str, words: str) -> None:
        """Keep an answer."""
        if self._folder is None:
            return
        path = self._path(self._folder, key)
        with contextlib.suppress(OSError, UnicodeEncodeError):
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            handle, name = tempfile.mkstemp(dir=path.parent)  # readable by its owner alone
            try:
                with open(handle, "w", encoding="utf-8") as file:  # noqa: PTH123 - mkstemp gives a number
                    file.write(words)
                os.replace(name, path)  # noqa: PTH105 - of two names
            finally:
                Path(name).unlink(missing_ok=True)

    @staticmethod
    def _path(folder: Path, key: str) -> Path:
        return folder / key[:2] / f"{key}.json"


def cache_key(piece: str, settings: ModelSettings, prompt_version: str) -> str:
    """Return the digest of what is asked, of whom, and how."""
    parts = (settings.address, settings.model, prompt_version, piece)
    return sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
