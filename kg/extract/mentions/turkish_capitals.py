"""Read a capital called by its state in Turkish: "Kenya'nın başkenti (Nairobi)", "ABD başkenti".

In:  a `Scan` and a position. Out: the phrase of the place, its own name taken in where it follows.
"""

from functools import cache

from kg.extract.mentions.scan import Phrase, Scan
from kg.extract.mentions.turkish_chain import owner_at
from kg.extract.mentions.turkish_letters import ending_of, is_capital
from kg.extract.mentions.turkish_runs import name_run
from kg.lexicon.gazetteer import load_gazetteer
from kg.lexicon.loader import lasting
from kg.lexicon.normalise import fold
from kg.lexicon.turkish import case_of, decline
from kg.model.mention import Case

_NOUN = "başkenti"


def find_capital(scan: Scan, position: int) -> list[Phrase]:
    """Return the capital named from `position` on by whose it is, [] where none is."""
    owner = owner_at(scan, position)
    if owner is None or owner.case not in ("genitive", "nominative", "adjective"):
        return []
    noun = owner.last + 1
    case = _forms().get(scan.form(noun))
    identity = _capitals().get(owner.identity or "")
    if case is None or identity is None:
        return []
    phrase = Phrase(position, noun, category="place", identity=identity, definite=True, human=False)
    phrase.case = case
    if case == "dative":
        phrase.category = "either"  # who goes there goes to see its government
    if case == "nominative" and is_capital(scan, noun + 1):
        return [_with_name(scan, phrase, noun + 1)]
    return [phrase]


def _with_name(scan: Scan, phrase: Phrase, start: int) -> Phrase:
    """Take in the name behind: "Kenya'nın başkenti Nairobi'de"."""
    hits = [h for h in scan.hits(start) if h.sense.tag == "name"]
    end = max((h.last + 1 for h in hits), default=name_run(scan, start))
    if end > start:
        phrase.last = end - 1
        phrase.enclitic = ending_of(scan, end - 1)
        phrase.case = case_of(phrase.enclitic)
    return phrase


@cache
def _forms() -> dict[str, Case]:
    """Return "başkenti", "başkentinde" and the like, folded, with their case."""
    return {fold(form.text): form.case for form in decline(_NOUN, possessive=True)}


@cache
@lasting
def _capitals() -> dict[str, str]:
    """Return the capital of each state."""
    found: dict[str, str] = {}
    for entry in load_gazetteer().entries():
        if entry.kind is None and entry.category == "either":
            for owner in {entry.side, entry.within} - {None}:
                found.setdefault(owner or "", entry.id)
    return found
