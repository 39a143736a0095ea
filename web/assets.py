"""Static files under an address that names their content, so that browsers may keep them for ever.

In: the folder `static`. Out: addresses `/static/<digest>/<path>`; the digest covers every file, so
that one JavaScript module finds the next by a relative address. All modules of a page in one file
(`web.modules`) are `/static/<digest>/joined/<names>`, as deep as the modules they are made of; all
its style sheets (`web.sheets`) are `/static/<digest>/sheets/<names>`.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from flask import Blueprint, Response, abort, send_from_directory

from . import modules, sheets

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

    def modules_url(self, *names: str) -> str:
        """Return the address of a page's JavaScript: the named modules, run in this order."""
        return f"/static/{self.digest}/joined/{'.'.join(names)}"

    def sheets_url(self, *names: str) -> str:
        """Return the address of a page's style: the named sheets, a later one counting for more."""
        return f"/static/{self.digest}/sheets/{'.'.join(names)}"


def blueprint(assets: Assets) -> Blueprint:
    """Return the routes that send the static files; 404 under any digest but the present one."""
    found = Blueprint("assets", __name__)

    @found.get("/static/<digest>/<path:path>")
    def static_file(digest: str, path: str) -> Response:
        if digest != assets.digest:
            abort(404)
        return _kept(send_from_directory(_FOLDER, path, max_age=_KEEP_S))

    @found.get("/static/<digest>/joined/<names>")
    def joined_modules(digest: str, names: str) -> Response:
        known = modules.read_names(names)
        if digest != assets.digest or known is None:
            abort(404)
        return _kept(Response(modules.join(known), mimetype="text/javascript"))

    @found.get("/static/<digest>/sheets/<names>")
    def joined_sheets(digest: str, names: str) -> Response:
        known = sheets.read_names(names)
        if digest != assets.digest or known is None:
            abort(404)
        return _kept(Response(sheets.join(known), mimetype="text/css"))

    return found


def _kept(answer: Response) -> Response:
    answer.headers["Cache-Control"] = f"public, max-age={_KEEP_S}, immutable"
    return answer
