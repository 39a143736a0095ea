"""Names with a hyphen in Arabic letters: "كيم يو-جونغ", "جان-نويل بارو".

In:  a `Scan`, where a name begins and where it ends without its hyphen.
Out: where it ends with it. Two people may stand on both sides of a hyphen too ("قمة ترمب-بوتين"),
     so that one word in front is not enough unless a list knows it as a given name.
"""

from kg.extract.mentions.scan import Scan

_HYPHENS = frozenset("-‐‑")
_ENOUGH = 2
_ARTICLE = "ال"


def hyphened_end(scan: Scan, position: int, end: int) -> int:
    """Return the position behind "يو-جونغ" where `end` is the hyphen's, else `end`."""
    if not _is_tight_hyphen(scan, end) or not _may_follow(scan, end + 1):
        return end
    given = scan.find(position, "given") is not None
    return end + 2 if given or end - position >= _ENOUGH else end


def _is_tight_hyphen(scan: Scan, position: int) -> bool:
    """True for a hyphen that words touch on both sides, no dash."""
    if not 0 < position < scan.end - 1 or scan.form(position) not in _HYPHENS:
        return False
    before, hyphen, behind = scan.tokens[position - 1 : position + 2]
    return before.end == hyphen.start and hyphen.end == behind.start


def _may_follow(scan: Scan, position: int) -> bool:
    """True for a syllable or a second given name; none of the words that are told of alone."""
    if not scan.is_word(position) or scan.form(position).startswith(_ARTICLE):
        return False
    return all(hit.sense.tag in ("given", "particle", "modifier") for hit in scan.hits(position))
