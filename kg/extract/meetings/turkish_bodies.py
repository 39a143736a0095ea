"""Tell whose body it is that meets: "iki ülkenin Ortak Sınır Komisyonu", "Karma Komite".

In:  the parties of a meeting. Out: the same with a pointer to the two sides in the place of a body
that is theirs together; "the committee" alone is the one named before.
Lexicon: `joint_bodies`, `bodies_alone` of meetings_tr.toml.
"""

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.attribution import unlinked_mention
from kg.extract.meetings.turkish_words import TurkishMeetingWords
from kg.extract.view import View
from kg.lexicon.normalise import fold
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


def body_to(view: View, words: TurkishMeetingWords, last: int) -> Mention | None:
    """Return the body whose name ends at token `last`: "kabinesini", "kriz masasını"."""
    names = words.convened.get(view.form(last), [])
    for name in sorted(names, key=lambda n: n.count(" "), reverse=True):
        first = last - name.count(" ")
        ahead = [view.form(i) for i in range(first, last)]
        if ahead == [fold(word) for word in name.split(" ")[:-1]]:
            body = unlinked_mention(view, first, last)
            return replace(body, name=name, kind="organization") if body else None
    return None
