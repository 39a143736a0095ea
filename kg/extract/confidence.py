"""How sure the rules are that the article says this: plain arithmetic, told in one place.

A claim starts at a base for the way its words were found and loses for each thing that had to be
guessed. The result is between .05 and .95; it says nothing of whether the claim is true.

    statement   .92 x margin of the speaker's choice (1 overt, .9 words first, .7-.8 a pointer)
                x .9 speaker in no lexicon, x .45 speaker not found, x .9 inside another's words
    meeting     .85 both parties overt, x .8 a party read from an adjective pair, from who speaks
                or from where one is expected, x .75 one party only, x .9 in a heading alone
    red line    the score of its statement x .95
    references  x .8 for each party that had to be looked up elsewhere (see kg.resolve.references)
"""

from math import prod

from kg.extract.attribution import Attribution
from kg.model.draft import Party
from kg.model.mention import Mention

_STATEMENT = 0.92
_MEETING = 0.85
UNLINKED = 0.9
UNRESOLVED = 0.45
INNER = 0.9
INFERRED_PARTY = 0.8
ONE_PARTY = 0.75
RED_LINE = 0.95


Step = tuple[str, float]  # what a factor is for, and the factor


def statement_steps(
    attribution: Attribution, *, speaker: Party | None, inner: bool
) -> tuple[Step, ...]:
    """Return the factors of a statement's score before references are resolved."""
    steps = [("statement", _STATEMENT), ("choice-of-speaker", attribution.margin)]
    if speaker is None:
        steps.append(("speaker-not-found", UNRESOLVED))
    elif isinstance(speaker, Mention) and speaker.gazetteer_id is None and speaker.role is None:
        steps.append(("speaker-in-no-lexicon", UNLINKED))
    if inner:
        steps.append(("inside-another", INNER))
    return tuple(steps)


def score_statement(attribution: Attribution, *, speaker: Party | None, inner: bool) -> float:
    """Return a statement's score before references are resolved, 0 to 1."""
    return prod(factor for _, factor in statement_steps(attribution, speaker=speaker, inner=inner))


def meeting_steps(*, parties: int, inferred: bool) -> tuple[Step, ...]:
    """Return the factors of a meeting's score before references are resolved."""
    steps = [("meeting", _MEETING)]
    if inferred:
        steps.append(("party-inferred", INFERRED_PARTY))
    if parties < 2:
        steps.append(("one-party", ONE_PARTY))
    return tuple(steps)


def score_meeting(*, parties: int, inferred: bool) -> float:
    """Return a meeting's score before references are resolved, 0 to 1."""
    return prod(factor for _, factor in meeting_steps(parties=parties, inferred=inferred))


def bound(score: float) -> float:
    """Return the score as a confidence: two decimals, never quite 0 or 1."""
    return round(min(0.95, max(0.05, score)), 2)
