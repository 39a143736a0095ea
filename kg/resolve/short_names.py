"""Tell whom short names stand for that an article explains, or that anybody understands.

In:  drafts as they were read. Out: the same drafts, in which these mean whoever is named in full.
    the Ministry of Trade (MOT) … MOT said           letters in brackets behind a name
    the Lagos Post … the Post said                   an outlet's last word, behind its whole name
Nobody is meant where two outlets end in that word, or the letters are somebody's already.
"""

from collections.abc import Iterator
from dataclasses import replace

from kg.lexicon.gazetteer import load_gazetteer
from kg.model.draft import Drafts, Party, ReadSentence
from kg.model.mention import Mention
from kg.resolve.retelling import with_mentions

_OPEN, _CLOSE = " (", ")"
_MOST_LETTERS = 8
_OF = (" of the ", " of ")
_ARTICLES = ("the ", "The ")


def with_short_names(drafts: Drafts) -> Drafts:
    """Return the drafts with the mentions named in full for those named by letters or a word."""
    explained = list(_explained(drafts))
    full = {letters: meant for letters, _, meant in explained}
    outlets = _outlets(drafts)
    if not full and not outlets:
        return drafts
    known = {mention: meant for _, mention, meant in explained if meant is not mention}
    for mention in _everybody(drafts):
        if mention.gazetteer_id or mention.person:
            continue
        called = _bare(mention.text)
        meant = full.get(called) or (_outlet(mention, outlets) if called.istitle() else None)
        if meant is not None and meant.span.start < mention.span.start:
            known[mention] = _as(mention, meant)
    return with_mentions(drafts, known)


def _explained(drafts: Drafts) -> Iterator[tuple[str, Mention, Mention]]:
    """Yield "MOT" and the ministry of "the Ministry of Trade (MOT)", as read and as meant."""
    for read in drafts.sentences:
        if _CLOSE not in read.sentence.text:
            continue
        for mention in read.actors:
            letters = _letters_behind(read, mention)
            if letters is not None:
                yield letters, mention, _of_state(read, mention, len(letters))


def _letters_behind(read: ReadSentence, mention: Mention) -> str | None:
    """Return the capitals that stand in brackets behind a body's name."""
    if mention.person or mention.kind in (None, "state", "person", "official"):
        return None
    tail = _tail(read, mention)[: _MOST_LETTERS + 3]
    inside, closed, _ = tail.removeprefix(_OPEN).partition(_CLOSE)
    capitals = inside.isalpha() and inside.isascii() and inside.isupper() and len(inside) > 1
    return inside if closed and capitals and tail.startswith(_OPEN) else None


def _of_state(read: ReadSentence, mention: Mention, letters: int) -> Mention:
    """Return the ministry as Chad's in "the Ministry of Trade (MOT) of Chad"."""
    if mention.side or mention.gazetteer_id or mention.role is None:
        return mention
    behind = letters + len(_OPEN + _CLOSE)
    lead = next((o for o in _OF if _tail(read, mention)[behind:].startswith(o)), None)
    if lead is None:
        return mention
    place = mention.span.end + behind + len(lead)
    state = next((m for m in read.states if m.span.start == place and m.gazetteer_id), None)
    entry = load_gazetteer().entry(f"{state.gazetteer_id}.{mention.role}") if state else None
    return replace(mention, gazetteer_id=entry.id, side=entry.side) if entry else mention


def _tail(read: ReadSentence, mention: Mention) -> str:
    return read.sentence.text[mention.span.end - read.sentence.start :]


def _outlets(drafts: Drafts) -> dict[str, list[Mention]]:
    """Return the outlets with a name of several words by the last of these, each once."""
    found: dict[str, dict[str, Mention]] = {}
    for mention in _named(drafts):
        if mention.kind == "media" and " " in mention.name:
            same = found.setdefault(mention.name.rpartition(" ")[2], {})
            same.setdefault(mention.gazetteer_id or mention.name, mention)
    return {last: [*same.values()][:2] for last, same in found.items()}


def _outlet(mention: Mention, outlets: dict[str, list[Mention]]) -> Mention | None:
    """Return the only outlet whose last word this is."""
    if mention.kind not in ("media", None):
        return None
    same = outlets.get(_bare(mention.text), ())
    return same[0] if len(same) == 1 else None


def _as(mention: Mention, meant: Mention) -> Mention:
    """Return the short name as who is meant by it."""
    return replace(
        mention,
        name=meant.name,
        kind=meant.kind,
        role=meant.role,
        side=meant.side,
        gazetteer_id=meant.gazetteer_id,
        human=meant.human,
    )


def _bare(text: str) -> str:
    """Return the words without an article and a possessive."""
    for article in _ARTICLES:
        text = text.removeprefix(article)
    return text.removesuffix("'s").removesuffix("’s")


def _named(drafts: Drafts) -> Iterator[Mention]:
    for read in drafts.sentences:
        yield from read.actors


def _everybody(drafts: Drafts) -> Iterator[Mention]:
    """Yield every mention that may be a short name, those of no lexicon among them."""
    yield from _named(drafts)
    for one in drafts.statements:
        yield from _mentions((one.speaker, *one.via, *one.addressees))
    for met in drafts.meetings:
        yield from _mentions((*met.participants, *met.mediators))


def _mentions(parties: tuple[Party | None, ...]) -> Iterator[Mention]:
    yield from (p for p in parties if isinstance(p, Mention))
