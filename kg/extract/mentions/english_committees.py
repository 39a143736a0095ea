"""Read an English committee that is told behind the body it belongs to.

In:  the phrases of a sentence, in order. Out: the same; "the Senate's foreign affairs committee" is
one, named without the genitive; the body and its state stay inside.
"""

from collections.abc import Iterable

from kg.extract.mentions.english_tails import is_plain
from kg.extract.mentions.scan import Phrase, Scan
from kg.lexicon.grammar import words_of

_COMMITTEES = words_of("en", "committees_of_a_body")
_WITHIN = 6  # words between the body and "committee"


def with_committees(scan: Scan, phrases: Iterable[Phrase]) -> list[Phrase]:
    """Return the phrases; a body's genitive takes in its committee."""
    found = list(phrases)
    for phrase in found:
        last = _committee(scan, phrase)
        if last is None or any(p.first in range(phrase.last + 1, last + 1) for p in found):
            continue
        first = phrase.first + (scan.form(phrase.first) == "the")
        body = scan.text(first, phrase.last).removesuffix("'s").removesuffix("’s")
        phrase.shown = f"{body} {scan.text(phrase.last + 1, last)}"
        phrase.identity, phrase.role, phrase.kind = None, None, "organization"
        phrase.last, phrase.enclitic, phrase.human = last, "", False
    return found


def _committee(scan: Scan, body: Phrase) -> int | None:
    """Return the token of "committee" behind the genitive of a body that sits."""
    if body.category != "actor" or body.person or not body.enclitic or body.role == "embassy":
        return None
    for k in range(body.last + 1, min(scan.end, body.last + _WITHIN)):
        if scan.form(k) in _COMMITTEES:
            return k
        if not is_plain(scan, k) and scan.form(k) not in ("and", "-"):
            return None
    return None
