"""Tell which ministry "bakanlığa" is where a Turkish sentence has an envoy called there.

In:  a view, where the words of calling stand, the envoy. Out: the ministry; bare where the state
that calls is not known. It is that of the state in whose capital the envoy serves.
"""

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.attribution import unlinked_mention
from kg.extract.view import View
from kg.lexicon.gazetteer import load_gazetteer
from kg.lexicon.grammar import endings_of
from kg.model.draft import Party
from kg.model.mention import Mention

_MINISTRY = endings_of("tr", "ministry")
_RECALLED = endings_of("tr", "envoy_called_home")
_HOME_WITHIN = 5
_FOREIGN = "ministry-of-foreign-affairs"


def ministry_called_to(view: View, first: int, end: int, envoy: Mention) -> Mention | None:
    """Return the ministry among tokens `first` to `end - 1` that `envoy` is called to."""
    for i in range(end - 1, first - 1, -1):
        mention = view.mention_to(i)
        if mention is not None and mention.kind == "ministry" and mention.case == "dative":
            post = state_of_post(view, [envoy])
            return mention if mention.side else ministry_of(mention, post)
        if mention is None and view.form(i).startswith(_MINISTRY):
            return _ministry_by_word(view, i, envoy)
    return None


def is_recalled(view: View, verb: int) -> bool:
    """True for "istişareler için bakanlığa çağrıldı", "geri çağrıldı": by his own state."""
    near = range(max(0, verb - _HOME_WITHIN), verb)
    return any(view.form(i).startswith(_RECALLED) for i in near if view.quotation_at[i] is None)


def _ministry_by_word(view: View, i: int, envoy: Mention) -> Mention | None:
    """Return the ministry of "(Kenya) Dışişlerine", None where its state is not known."""
    bare, owner = unlinked_mention(view, i, i), view.mention_to(i - 1)
    owner = None if owner == envoy or (owner is not None and owner.human) else owner
    state = owner.side or owner.gazetteer_id if owner is not None else None
    state = state or state_of_post(view, [envoy])
    return ministry_of(bare, state) if bare is not None and state else None


def state_of_post(view: View, people: Sequence[Party]) -> str | None:
    """Return the state in whose capital the envoy serves."""
    for party in people:
        post = view.post_in(party) if isinstance(party, Mention) else None
        if post is not None:
            return post.side
    return None


def ministry_of(bare: Mention, state: str | None) -> Mention:
    """Return "the ministry" as that of the state, where there is such a one."""
    entry = load_gazetteer().entry(f"{state}.{bare.role or _FOREIGN}") if state else None
    if entry is None:
        return bare
    return replace(
        bare, name=entry.label, kind=entry.kind, gazetteer_id=entry.id, side=entry.side,
        role=bare.role or _FOREIGN, category="actor", human=False,
    )  # fmt: skip
