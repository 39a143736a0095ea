"""Bodies whose name a common noun of their sort follows in Turkish: "Yeni Ufuk partisinin lideri".

In:  a `Scan`, the position where a run of capitalised words begins. Out: the phrase of the body
under its name, or of who holds an office in it. "Türk şirketi", "Petrol şirketi" name none.
"""

from functools import cache

from kg.extract.mentions.lexicon import Hit
from kg.extract.mentions.scan import Phrase, Scan
from kg.extract.mentions.turkish_letters import begins_sentence, is_capital, words
from kg.extract.mentions.turkish_roles import find_description
from kg.lexicon.gazetteer import load_gazetteer
from kg.lexicon.loader import read_toml
from kg.lexicon.normalise import fold
from kg.lexicon.turkish import decline
from kg.model.mention import Case

_LONGEST = 5


@cache
def _sorts() -> dict[str, Case]:
    """Return "partisinin", "örgütüne", folded, with their case."""
    nouns = read_toml("mentions_tr.toml")["sorts_of_bodies"]
    return {fold(f.text): f.case for noun in nouns for f in decline(noun, possessive=True)}


def find_sorted(scan: Scan, position: int) -> list[Phrase]:
    """Return the body of "Kuzey Yıldızı örgütü", the spokesman of "… örgütünün sözcüsü Ada"."""
    if not is_capital(scan, position) or scan.form(position) in words("only_opening"):
        return []
    before = scan.form(position - 1)
    apart = "'" in before or before in words("only_opening")
    if is_capital(scan, position - 1) and not apart:
        return []
    end = position
    while end < position + _LONGEST and is_capital(scan, end) and "'" not in scan.form(end):
        end += 1
    case = _sorts().get(scan.form(end)) if scan.is_word(end) else None
    if case is None or end == position or is_capital(scan, end) or _is_common(scan, position, end):
        return []
    if any(
        h.sense.tag in ("role", "institution") for i in range(position, end) for h in scan.hits(i)
    ):
        return []
    holds = any(h.sense.tag == "role" and "possessed" in h.sense.flags for h in scan.hits(end + 1))
    if holds and case in ("genitive", "nominative"):
        return find_description(scan, position, behind=end + 1 - position)
    body = Phrase(position, end, kind="organization", definite=True, human=False, case=case)
    known = next((h for h in scan.hits(position) if h.last == end - 1 and _is_body(h)), None)
    if known is not None:
        body.identity, body.kind = known.sense.id, known.sense.kind
    else:
        body.shown = scan.text(position, end - 1)
    return [body]


def _is_body(hit: Hit) -> bool:
    entry = load_gazetteer().entry(hit.sense.id) if hit.sense.tag == "name" else None
    return entry is not None and entry.category == "actor"


def _is_common(scan: Scan, position: int, end: int) -> bool:
    """True for "Türk şirketi", "Suriye partisi", and for one word that opens the sentence."""
    alone = end - position == 1
    whole = [h for h in scan.hits(position) if h.last == end - 1 and not _is_body(h)]
    return bool(whole) or (alone and begins_sentence(scan, position) and not scan.hits(position))
