"""Tell whose body it is that meets: "the Kenya-Uganda Commission", "the Joint Border Committee".

In:  the parties of a meeting. Out: the same with the two sides in the place of such a body: those
in its name, else those who the article is about; so for "border commanders met".
Lexicon: `joint_bodies` of meetings_<language>.toml, words in the name of a body of two sides.
"""

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.attribution import can_act
from kg.extract.phrases import PhraseSet
from kg.extract.view import View
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention
from kg.vocabulary import Language

_DASHES = frozenset("-–—")


def with_sides(view: View, parties: Sequence[Party], joint: PhraseSet) -> list[Party]:
    """Return the parties; a body that meets alone gives way to its two sides."""
    found = list(parties)
    if view.lexicon.language == "ar" and any(isinstance(p, Pointer) for p in found):
        found = [p for p in found if not _is_joint(view, p, joint)]  # the two, not their committee
    body = found[0] if len(found) == 1 else None
    if not isinstance(body, Mention) or body.gazetteer_id or body.person:
        return found
    crowd = body.kind in (None, "official") and view.form(body.last).endswith("s")
    if crowd and body.side is None and joint.has_stem(view.tokens, body.first):
        return [Pointer(kind="pair", place=body.span.start, number="dual", human=False)]
    if body.kind != "organization":
        return found
    if body.side and (first := _side_before(view, body)) is not None:
        return [first, _state(body, body.side)]
    if body.side is None and any(joint.has_stem(view.tokens, i) for i in _tokens(body)):
        sides = False if view.lexicon.language in ("ar", "en") else None  # states, nobody named
        own = body if view.lexicon.language == "he" else None  # may be a body of one house
        return [Pointer(kind="met", place=body.span.start, human=sides, hint=own)]
    return found


def _is_joint(view: View, party: Party, joint: PhraseSet) -> bool:
    if not isinstance(party, Mention) or party.kind != "organization" or party.gazetteer_id:
        return False
    return any(joint.has_stem(view.tokens, i) for i in _tokens(party))


def sides_of_joint(
    language: Language, between: Sequence[Party], parties: list[Party]
) -> list[Party]:
    """Leave the body out where its sides are named: "اللجنة المشتركة بين A وB"."""
    if language != "ar" or len(between) < 2:
        return parties
    sides = [p for p in parties if p in between]
    others = [p for p in parties if p not in between]
    bodies = [p for p in others if isinstance(p, Mention) and p.kind == "organization"]
    unknown = all(b.gazetteer_id is None and not b.person for b in bodies)
    return sides if len(bodies) == len(others) == 1 and unknown else parties


def _tokens(body: Mention) -> range:
    return range(body.first, body.last + 1)


def _side_before(view: View, body: Mention) -> Mention | None:
    """Return the "Kenya" of "the Kenya-Uganda Commission", of which only the end is a name."""
    first = body.first - 1
    if first < 1 or view.tokens[first].text not in _DASHES:
        return None
    side = view.mention_to(first - 1)
    return side if side is not None and can_act(side) else None


def _state(body: Mention, identity: str) -> Mention:
    return replace(
        body, category="either", name=identity, kind="state", gazetteer_id=identity, side=None
    )
