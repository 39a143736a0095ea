"""Call somebody without a style whose whole name the article has: "Lord Frost" is David Frost.

In:  the sentences of an English article with their mentions. Out: the same; whoever is called by a
style and one name bears that name alone where somebody of two names or more has it as well.
"""

from collections.abc import Sequence
from dataclasses import replace

from kg.lexicon.grammar import words_of
from kg.model.mention import Mention
from kg.model.token import Sentence

Found = tuple[Sentence, tuple[Mention, ...]]
_STYLES = words_of("en", "styles_of_a_name")


def leave_styles(found: Sequence[Found]) -> list[Found]:
    """Return the sentences with their mentions, "Frost" for "Lord Frost" beside "David Frost"."""
    people = [m for _, mentions in found for m in mentions if m.person]
    styled = {m.person for m in people if _is_styled(m)}
    if not styled:
        return list(found)
    names = [m.person.split() for m in people if m.person and not _is_styled(m)]
    whole = {name[-1] for name in names if len(name) > 1}
    return [(s, tuple(_plain(m, whole) for m in mentions)) for s, mentions in found]


def _is_styled(mention: Mention) -> bool:
    """True for "Lord Frost", "Pope Francis"."""
    names = (mention.person or "").split()
    return len(names) == 2 and names[0].lower() in _STYLES


def _plain(mention: Mention, whole: set[str]) -> Mention:
    """Return the mention without its style where its name is somebody's in `whole`."""
    if not _is_styled(mention) or mention.person is None:
        return mention
    last = mention.person.split()[-1]
    return replace(mention, person=last, name=last) if last in whole else mention
