"""A feed of a selection's newest claims, which other programs ask for again and again.

In:  the filters of the address, `after`. Out: /feed.atom, with what makes asking again cheap: the
     entity tag that every answer has, and the moment since when the store is as it is.
That moment is when this server first saw the revision, never when a claim was recorded: claims of a
dump keep their moments, and removing one has none.
Source: RFC 4287, RFC 5005; RFC 9110, 8.8.2 and 13.1.3.
"""

import threading
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from flask import Blueprint, Response, current_app, request
from flask.blueprints import BlueprintSetupState

from kg.export.atom import MEDIA_TYPE, feed_chunks
from kg.export.site import Site

from .chosen import asked_filter, filter_notes
from .i18n import words
from .links import here
from .state import library, state

bp = Blueprint("feeds", __name__)
_KEPT = "claimline-seen"


@dataclass(slots=True)
class Seen:
    """Since when the store is at its revision, in whole seconds; no two revisions share one."""

    revision: int | None = None
    since: datetime = datetime(1970, 1, 1, tzinfo=UTC)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def at(self, revision: int, now: datetime) -> datetime:
        """Return since when it is at this revision, seen now."""
        with self.lock:
            if revision != self.revision:
                later = self.since + timedelta(seconds=1)
                self.since = max(now.astimezone(UTC).replace(microsecond=0), later)
                self.revision = revision
            return self.since


@bp.record
def _begin(setup: BlueprintSetupState) -> None:
    setup.app.extensions[_KEPT] = Seen()


@bp.get("/feed.atom")
def feed() -> Response:
    """Send the claims that fit, those recorded last first, a page at a time."""
    chosen = asked_filter()
    seen: Seen = current_app.extensions[_KEPT]
    since = seen.at(state().store.revision, state().clock())
    asked = request.if_modified_since
    if asked is not None and not request.if_none_match and since <= asked:
        return _dated(Response(status=304), since)
    held = library()
    chunks = feed_chunks(
        held,
        chosen,
        words(),
        base=held.base,
        site=Site(address=request.url_root.rstrip("/"), here=here()),
        notes=[(note["label"], note["value"]) for note in filter_notes(held, chosen)],
        after=request.args.get("after"),
    )
    return _dated(Response(b"".join(chunks), content_type=f"{MEDIA_TYPE}; charset=utf-8"), since)


def _dated(answer: Response, since: datetime) -> Response:
    answer.last_modified = since
    return answer
