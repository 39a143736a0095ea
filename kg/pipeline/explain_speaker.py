"""Who in a sentence may have been its speaker, and why each of them was not.

The rules walk from the cue to the noun phrase in its subject's place; they do not weigh all names
against one another. What they can say of a name is what part it plays where it stands.
In:  a sentence as it was read, and one statement of it. Out: plain values, in order of the text.
"""

from kg.extract.attribution import can_act
from kg.extract.told import Told
from kg.extract.view import View
from kg.model.document import Json
from kg.model.draft import Party
from kg.model.mention import Mention


def speaker_candidates(view: View, told: Told) -> list[Json]:
    """Return every name of the sentence with its verdict; the speaker first if it is no name."""
    names = list(view.mentions)
    speaker = told.speaker
    if isinstance(speaker, Mention) and not any(_is(speaker, m) for m in names):
        names.append(speaker)
    ordered = sorted(names, key=lambda m: m.span)
    return [{"text": m.text, "verdict": _verdict(view, told, m)} for m in ordered]


def _verdict(view: View, told: Told, mention: Mention) -> str:
    if _is(told.speaker, mention):
        return "speaker"
    if any(_is(party, mention) for party in told.via):
        return "passes-it-on"
    if any(_is(party, mention) for party in told.addressees):
        return "spoken-to"
    if view.quotation_at[mention.first] is not None:
        return "inside-a-quotation"
    if told.covers(mention.first):
        return "among-the-words-said"
    if mention.category == "adjective":
        return "an-adjective"
    if not can_act(mention):
        return "a-place"
    if _in_aside(view, mention):
        return "in-an-insertion"
    return "not-in-the-subjects-place"


def _is(party: Party | None, mention: Mention) -> bool:
    return isinstance(party, Mention) and party.span == mention.span


def _in_aside(view: View, mention: Mention) -> bool:
    return any(
        b.first <= mention.first and mention.last <= b.last
        for b in view.brackets
        if b.kind in ("apposition", "parenthesis", "relative")
    )
