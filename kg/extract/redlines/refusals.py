"""Tell a state's refusal from anybody's opinion: "a base there would be unacceptable".

In:  a view, a row that only states and holders of offices draw a line with, who speaks.
Out: whether the words are such a refusal, and the speaker's own.
"""

from kg.extract.redlines.words import Line, RedLineWords
from kg.extract.view import View
from kg.model.draft import Party
from kg.model.mention import Mention

_STATES = ("state", "ministry")


def is_own_refusal(
    view: View, words: RedLineWords, line: Line, speaker: Party | None, last: int
) -> bool:
    """True for a state's word about itself; the phrase ends at token `last`."""
    return _speaks_for_state(line, speaker) and not _is_for_others(view, words, last + 1)


def _speaks_for_state(line: Line, speaker: Party | None) -> bool:
    """True for a state, a ministry, "the Japanese defence minister"; a pronoun may be anybody."""
    if not isinstance(speaker, Mention):
        return False
    known = speaker.side is not None or speaker.gazetteer_id is not None
    return speaker.kind in _STATES or (known and speaker.role in line.offices)


def _is_for_others(view: View, words: RedLineWords, i: int) -> bool:
    """True for "(unacceptable) to Washington", not for "to his country"."""
    length = words.words["to_whom"].length_at(view.tokens, i) if i < view.size else 0
    k = i + length
    return length > 0 and not (k < view.size and words.words["own_side"].length_at(view.tokens, k))
