"""Ask a model and return what it wrote, with patience where patience helps.

In:  messages. Out: the text of the model's answer, or an error that says what the server did.
Tried again, after pauses that grow or that the server asks for: 429, 5xx and silence. The form of
the answer is asked for by JSON Schema; a server that refuses that with 400 is asked for a JSON
object, and then for text. A server that refuses the key or the model is not asked again.
"""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from kg.errors import ExtractError, ModelError
from kg.llm.exchange import Reply, TooSlow, post
from kg.llm.prompts import Prompt
from kg.llm.settings import KEY, MODEL, URL, ModelSettings
from kg.model.said import Said

Form = Literal["schema", "object", "text"]
_FORMS: tuple[Form, ...] = ("schema", "object", "text")
_TRIES = 4
_FIRST_PAUSE = 1.0
_LONGEST_PAUSE = 60.0
_SHOWN = 200
_OK, _BAD, _BUSY = 200, 400, 429
_ENOUGH = 3  # articles in a row that the server did not answer; the others are spared the wait

Clock = Callable[[], float]
Sleep = Callable[[float], None]


class _Declined(ModelError):
    """The server is there and will not answer this, now or later."""


@dataclass(slots=True)
class ModelClient:
    """Asks one model. Remembers the form that the server takes, and that it refuses."""

    settings: ModelSettings
    prompt: Prompt
    clock: Clock = time.monotonic
    sleep: Sleep = time.sleep
    _form: Form = "schema"
    _refused: str | None = None
    _silent: int = 0

    def ask(self, piece: str, *, until: float) -> str:
        """Return the model's words about a piece, by the moment `until` of the clock.

        Raises ModelError, and ExtractError for an answer that is none.
        """
        if self._refused is not None:
            raise ModelError(self._refused)
        try:
            reply = self._in_some_form(piece, until)
        except _Declined:
            self._silent = 0
            raise
        except ModelError as error:
            self._silent += 1
            if self._silent >= _ENOUGH:
                self._refused = error.args[0]
            raise
        self._silent = 0
        return _words(reply.body)

    def _in_some_form(self, piece: str, until: float) -> Reply:
        """Ask in the form that is known to be taken, then in plainer ones."""
        for form in _FORMS[_FORMS.index(self._form) :]:
            reply = self._patiently(self._body(piece, form), until)
            if reply.status == _OK:
                self._form = form
                return reply
            if reply.status != _BAD or form == _FORMS[-1]:
                raise self._failed(reply)
        raise ModelError("The model was asked in no form.")

    def _patiently(self, body: bytes, until: float) -> Reply:
        """Return the reply, asking again while that may help."""
        pause = _FIRST_PAUSE
        for turn in range(1, _TRIES + 1):
            left = until - self.clock()
            reply: Reply | None = None
            try:
                reply = post(
                    self.settings, body, seconds=max(0.1, min(left, self.settings.seconds))
                )
            except TooSlow:
                if turn == _TRIES or until - self.clock() <= pause:
                    raise
            if reply is not None and reply.status != _BUSY and reply.status < 500:
                return reply
            asked = reply.retry_after if reply is not None else None
            wait = pause if asked is None else asked
            if reply is not None and (
                turn == _TRIES or wait > min(_LONGEST_PAUSE, until - self.clock())
            ):
                raise self._failed(reply)
            self.sleep(wait)
            pause *= 2
        raise ModelError("The model was not asked.")

    def _body(self, piece: str, form: Form) -> bytes:
        request: dict[str, Any] = {
            "model": self.settings.model,
            "temperature": 0,
            "stream": False,
            "messages": self.prompt.messages(piece, told_form=form != "schema"),
        }
        if form == "schema":
            schema = {"name": "claims", "strict": True, "schema": self.prompt.schema}
            request["response_format"] = {"type": "json_schema", "json_schema": schema}
        elif form == "object":
            request["response_format"] = {"type": "json_object"}
        # Escaped: a text may hold halves of characters, which no UTF-8 has.
        return json.dumps(request).encode("ascii")

    def _failed(self, reply: Reply) -> ModelError:
        """Return the error of a reply, and note it where no article would fare better."""
        host, status = self.settings.host, reply.status
        if status in (401, 403):
            error = ModelError(
                Said(
                    "The model's server at %(host)s refuses the key (%(status)s). Set %(key)s.",
                    host=host,
                    status=status,
                    key=KEY,
                )
            )
        elif 300 <= status < 400:
            error = ModelError(
                Said(
                    "The model's server at %(host)s leads elsewhere (%(status)s), and the key does "
                    "not follow. Set %(url)s to where it leads, if that is meant.",
                    host=host,
                    status=status,
                    url=URL,
                )
            )
        elif status == 404:
            error = ModelError(
                Said(
                    "The model's server at %(host)s knows no such address or model (404)%(says)s. "
                    "See %(url)s and %(model)s.",
                    host=host,
                    says=self._said(reply),
                    url=URL,
                    model=MODEL,
                )
            )
        else:
            busy = status == _BUSY or status >= 500
            what = (
                Said("Try again later.")
                if busy
                else Said("See %(url)s and %(model)s.", url=URL, model=MODEL)
            )
            kind = ModelError if busy else _Declined
            return kind(
                Said(
                    "The model's server at %(host)s answered with %(status)s%(says)s. %(what)s",
                    host=host,
                    status=status,
                    says=self._said(reply),
                    what=what,
                )
            )
        self._refused = error.args[0]
        return error

    def _said(self, reply: Reply) -> str:
        """Return what the server says of an error, without the key, which some repeat."""
        try:
            told = json.loads(reply.body)["error"]
            text = told["message"] if isinstance(told, dict) else told
        except (ValueError, KeyError, TypeError, RecursionError):
            return ""
        if not isinstance(text, str) or not text.strip():
            return ""
        if self.settings.key:
            text = text.replace(self.settings.key, "[key]")
        shown = "".join(c if c.isprintable() else " " for c in " ".join(text.split()))[:_SHOWN]
        return f": {shown.rstrip('.')}"


def _words(body: bytes) -> str:
    """Return what the model wrote. Raises ExtractError."""
    try:
        choice = json.loads(body)["choices"][0]
        message, ending = choice["message"], choice.get("finish_reason")
        content = message.get("content")
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError):
        raise ExtractError(
            f"The model's server sent no chat completion. See that {URL} leads to a server that "
            "is compatible with OpenAI's."
        ) from None
    if ending == "length":
        raise ExtractError(
            "The model's answer was cut off at the server's limit of tokens. Raise that limit, or "
            "choose another model."
        )
    if not isinstance(content, str) or not content.strip():
        raise ExtractError("The model gave no answer to this article. Try another model.")
    return content
