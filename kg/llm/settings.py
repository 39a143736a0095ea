"""Which model, on which server, with which key: the environment says so, nothing else does.

In:  the environment. Out: `ModelSettings`. The key is shown by no representation and no message.
Raises ModelSettingError for what is missing or cannot be used.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self
from urllib.parse import urlsplit

from kg.errors import ModelSettingError

URL, MODEL, KEY = "CLAIMLINE_LLM_URL", "CLAIMLINE_LLM_MODEL", "CLAIMLINE_LLM_KEY"
TIMEOUT = "CLAIMLINE_LLM_TIMEOUT"
_SECONDS, _MOST_SECONDS = 120.0, 3600.0
_TRIES_WORTH = 8  # so many times the limit of one request, an article may take
_MODEL = re.compile(r"[\w.:/@+-]{1,200}", re.ASCII)
_KEY = re.compile(r"[\x21-\x7e]{1,4096}")
_CHAT = "/chat/completions"


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelSettings:
    """A server's address for chat completions, a model, a key. `seconds` limits one request."""

    address: str
    model: str
    key: str | None = field(default=None, repr=False)
    seconds: float = _SECONDS

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> Self:
        """Return the settings that an environment holds."""
        return cls(
            address=_address(environment.get(URL, "").strip()),
            model=_model(environment.get(MODEL, "").strip()),
            key=_key(environment.get(KEY, "").strip()),
            seconds=_seconds(environment.get(TIMEOUT, "").strip()),
        )

    @property
    def host(self) -> str:
        """The server's name and port, for messages."""
        return urlsplit(self.address).netloc

    @property
    def is_private(self) -> bool:
        """True where what is sent cannot be read on the way: TLS, or this machine itself."""
        parts = urlsplit(self.address)
        local = parts.hostname in ("localhost", "::1") or _is_loopback(parts.hostname or "")
        return parts.scheme == "https" or local

    @property
    def article_seconds(self) -> float:
        """How long all requests for one article may take, pauses included."""
        return self.seconds * _TRIES_WORTH


def _is_loopback(host: str) -> bool:
    return re.fullmatch(r"127(?:\.\d{1,3}){3}", host) is not None


def _address(given: str) -> str:
    if not given:
        raise ModelSettingError(
            f"--extractor llm needs a server: set {URL} to the base address of one that is "
            f"compatible with OpenAI's, such as http://127.0.0.1:11434/v1, and {MODEL} to a model "
            "that it has."
        )
    try:
        parts = urlsplit(given)
        named = parts.scheme in ("http", "https") and bool(parts.hostname)
        whole = named and (parts.port is None or parts.port > 0) and given.isprintable()
    except ValueError:
        whole = False
    if not whole or " " in given:
        raise ModelSettingError(f"{URL} is no http or https address. Write it with its scheme.")
    if "@" in parts.netloc or parts.query or parts.fragment:
        raise ModelSettingError(
            f"{URL} may hold no user, password, query or fragment. A key goes into {KEY}."
        )
    path = parts.path.rstrip("/")
    if not path.endswith(_CHAT):
        path += _CHAT if path.endswith("/v1") else f"/v1{_CHAT}"
    return parts._replace(path=path).geturl()


def _model(given: str) -> str:
    if not given:
        raise ModelSettingError(
            f"--extractor llm needs a model: set {MODEL} to one that the server has."
        )
    if not _MODEL.fullmatch(given):
        raise ModelSettingError(
            f"{MODEL} is no name of a model: letters, digits and . : / @ + - _ may stand in it."
        )
    return given


def _key(given: str) -> str | None:
    if given and not _KEY.fullmatch(given):
        raise ModelSettingError(f"{KEY} holds blanks or other characters that no key has.")
    return given or None


def _seconds(given: str) -> float:
    if not given:
        return _SECONDS
    try:
        seconds = float(given)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds <= _MOST_SECONDS:
        raise ModelSettingError(
            f"{TIMEOUT} is a number of seconds for one request, at most {_MOST_SECONDS:g}."
        )
    return seconds
