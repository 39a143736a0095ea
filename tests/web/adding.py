"""What the tests of adding share: texts, a signed-in browser, and reading its pages."""

import re
from io import BytesIO

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from kg.store.embedded import EmbeddedStore
from tests.strategies import AT
from web import create_app, sign_in_path

TEXT = """\
Turkey's foreign minister met his Syrian counterpart in Ankara on Tuesday, the ministry said.

An Israeli military official warned Turkey yesterday that bases near Palmyra are a red line.
"""
JSON = {"Accept": "application/json"}


def browser(**options: object) -> tuple[FlaskClient, EmbeddedStore]:
    """Return a signed-in browser over an empty store."""
    store = EmbeddedStore.in_memory()
    app = create_app(store, sign_in=True, clock=lambda: AT, **options)  # type: ignore[arg-type] # tests' own
    client = app.test_client()
    client.get(sign_in_path(app))
    return client, store


def token_of(client: FlaskClient) -> str:
    """Return the session's CSRF token, as the form has it."""
    found = re.search(r'name="csrf_token" value="([^"]+)"', page(client, "/add"))
    assert found
    return found[1]


def page(client: FlaskClient, path: str) -> str:
    """Return a page's text."""
    return client.get(path).get_data(as_text=True)


def send(client: FlaskClient, text: str = "", **fields: object) -> TestResponse:
    """Send the form."""
    return client.post(
        "/add/preview", data={"csrf_token": token_of(client), "text": text, **fields}
    )


def send_files(client: FlaskClient, *files: tuple[str, bytes], **fields: str) -> dict[str, object]:
    """Send files as the page's script does; return what it is told."""
    sent = [(BytesIO(body), name) for name, body in files]
    data = {"csrf_token": token_of(client), "files": sent, **fields}
    found = client.post("/add/preview", data=data, headers=JSON).get_json()
    assert isinstance(found, dict)
    return found


def says(client: FlaskClient, path: str) -> list[str]:
    """Return what a preview says of its articles."""
    return re.findall(r'class="preview__says[^"]*">([^<]+)<', page(client, path))


def store_it(client: FlaskClient, path: str) -> TestResponse:
    """Store a preview."""
    return client.post(f"{path}/store", data={"csrf_token": token_of(client)})


def add(client: FlaskClient, text: str, **fields: object) -> str:
    """Add a text; return the address of its preview."""
    path = send(client, text, **fields).headers["Location"]
    assert store_it(client, path).status_code == 303
    return path
