"""A server on this machine that answers like a model's, well or badly, and notes what was asked.

`model_server` starts one. `answers` say what it does: each is called with the request and what was
asked; the last one stays. `completion` wraps a model's words, `claims` makes words in the form of
kg/llm/schema.json.
"""

import contextlib
import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Json = dict[str, Any]
Behaviour = Callable[[BaseHTTPRequestHandler, Json], None]
KEY = "sk-a-very-secret-key-0123456789"


@dataclass(slots=True)
class ModelServer:
    """`asked` are the bodies of the requests, `headers` theirs, in order."""

    address: str = ""
    answers: list[Behaviour] = field(default_factory=list)
    asked: list[Json] = field(default_factory=list)
    headers: list[Mapping[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def next(self, request: BaseHTTPRequestHandler, body: Json) -> Behaviour:
        """Note what is asked; return how to answer."""
        with self.lock:
            self.asked.append(body)
            self.headers.append(request.headers)
            self.paths.append(request.path)
            return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]

    def texts(self) -> list[str]:
        """Return the pieces that were asked about, without their fences."""
        users = (body["messages"][1]["content"] for body in self.asked)
        return ["\n".join(words.split("\n")[1:-1]) for words in users]


@contextmanager
def model_server(*answers: Behaviour) -> Iterator[ModelServer]:
    """Serve on a free port of the loopback."""
    stub = ModelServer(answers=list(answers))

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                stub.next(self, body)(self, body)

        def do_GET(self) -> None:
            stub.paths.append(f"GET {self.path}")
            self.send_error(404)

        def log_message(self, *_: object) -> None:
            """Print nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    stub.address = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield stub
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def completion(words: str | None, *, ending: str = "stop") -> Json:
    """Return a chat completion of a model's words."""
    message = {"role": "assistant", "content": words}
    return {"object": "chat.completion", "choices": [{"message": message, "finish_reason": ending}]}


def claims(**given: Any) -> str:
    """Return a model's answer; what is not given is empty."""
    empty: Json = {"actors": [], "places": [], "statements": [], "meetings": [], "redlines": []}
    return json.dumps(empty | given, ensure_ascii=False)


def statement(number: str, evidence: str | list[str], **given: Any) -> Json:
    """Return a statement with every key that the form asks for."""
    quoted = [evidence] if isinstance(evidence, str) else evidence
    row = dict.fromkeys(("speaker", "quote", "condition", "said_at", "time"))
    lists: Json = {n: [] for n in ("via", "addressees", "about_actors", "about_places")}
    said = {"id": number, "evidence": quoted, "act": "asserts", "content": quoted[0]}
    return {**row, **lists, **said, **given}


def meeting(number: str, evidence: str | list[str], *who: str, **given: Any) -> Json:
    """Return a meeting with every key that the form asks for."""
    row = dict.fromkeys(("place", "venue", "topic", "told_by", "time"))
    quoted = [evidence] if isinstance(evidence, str) else evidence
    met = {"id": number, "evidence": quoted, "participants": list(who), "mediators": []}
    return {**row, **met, "status": "held", "commitment": "asserts", **given}


def send(
    document: object, status: int = 200, headers: Mapping[str, str] | None = None
) -> Behaviour:
    """Answer with a document as JSON, or with bytes as they are."""
    body = document if isinstance(document, bytes) else json.dumps(document).encode()

    def answer(request: BaseHTTPRequestHandler, _: Json) -> None:
        request.send_response(status)
        request.send_header("Content-Type", "application/json")
        request.send_header("Content-Length", str(len(body)))
        for name, value in (headers or {}).items():
            request.send_header(name, value)
        request.end_headers()
        request.wfile.write(body)

    return answer


def say(words: str) -> Behaviour:
    """Answer as a model that writes these words."""
    return send(completion(words))


def refuse(status: int, message: str = "no", headers: Mapping[str, str] | None = None) -> Behaviour:
    """Answer with an error as such servers write them."""
    return send({"error": {"message": message, "type": "error"}}, status, headers)
