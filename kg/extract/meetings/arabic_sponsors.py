"""Read who stands at the head of an Arabic sentence as the sponsor of a meeting: برعاية A، التقى B.

In:  a view, the meeting words, the token of the meeting. Out: the mediators.
"""

from kg.extract.meetings.words import MeetingWords
from kg.extract.view import View
from kg.model.draft import Party


def fronted_mediator(view: View, words: MeetingWords, cue: int) -> list[Party]:
    """Return the A of "برعاية A، التقى B وC": who stands with such words at the sentence's head."""
    length = words.lists["mediated"].length_at(view.tokens, 0)
    mention = view.mention_from(length) if length else None
    if mention is None or mention.last >= cue:
        return []
    between = range(mention.last + 1, cue)
    plain = all(k not in view.cue_at and not view.is_stop(k) for k in between)
    return [mention] if plain and mention.category != "place" else []
