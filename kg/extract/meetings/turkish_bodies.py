"""Tell whose body it is that meets: "iki ülkenin Ortak Sınır Komisyonu", "Karma Komite".

In:  the parties of a meeting. Out: the same with a pointer to the two sides in the place of a body
that is theirs together; "the committee" alone is the one named before.
Lexicon: `joint_bodies`, `bodies_alone` of meetings_tr.toml.
"""

from collections.abc import Sequence

from kg.extract.meetings.turkish_words import TurkishMeetingWords
from kg.extract.view import View
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention


def with_sides(view: View, parties: Sequence[Party], words: TurkishMeetingWords) -> list[Party]:
    """Return the parties; a body of two sides that meets by itself gives way to them."""
    found = list(parties)
    body = found[0] if len(found) == 1 else None
    if not isinstance(body, Mention) or body.gazetteer_id or body.person or body.side:
        return found
    if body.kind not in ("organization", None):
        return found
    forms = [view.form(i) for i in range(max(0, body.first - 1), body.last + 1)]
    own = forms[-1:] if body.first == body.last else []
    joint = any(form.startswith(words.joint) for form in forms)
    if joint or any(form.startswith(words.alone) for form in own):
        return [Pointer(kind="met", place=body.span.start, human=False)]
    return found
