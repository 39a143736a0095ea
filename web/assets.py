"""Static files under an address that names their content, so that browsers may keep them for ever.

In: the folder `static`. Out: addresses `/static/<digest>/<path>`; the digest covers every file, so
that one JavaScript module finds the next by a relative address.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from flask import Blueprint, Response, abort, send_from_directory

_FOLDER = Path(__file__).parent / "static"
_KEEP_S = 365 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Assets:
    """The digest of all static files, 12 hex digits."""

    digest: str

    @classmethod
    def read(cls) -> "Assets":
        """Read the static files once and return their common digest."""
        whole = hashlib.sha256()
        for path in sorted(p for p in _FOLDER.rglob("*") if p.is_file()):
            whole.update(path.relative_to(_FOLDER).as_posix().encode())
            whole.update(path.read_bytes())
        return cls(whole.hexdigest()[:12])

    def url(self, path: str) -> str:
        """Return the address of a static file."""
        return f"/static/{self.digest}/{path}"


def blueprint(assets: Assets) -> Blueprint:
    """Return the routes that send the static files; 404 under any digest but the present one."""
    found = Blueprint("assets", __name__)

    @found.get("/static/<digest>/<path:path>")
    def static_file(digest: str, path: str) -> Response:
        if digest != assets.digest:
            abort(404)
        answer = send_from_directory(_FOLDER, path, max_age=_KEEP_S)
        answer.headers["Cache-Control"] = f"public, max-age={_KEEP_S}, immutable"
        return answer

    return found
