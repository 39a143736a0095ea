"""Tell an outlet by what is said to it in Turkish: "Polsat'a verdiği mülakatta", "Onde'ye konuşan".

In:  a `Scan`, the token behind a name in the dative. Out: True where the name is an outlet's.
"""

from kg.extract.mentions.scan import Scan

_GIVING = frozenset({"verdiği", "veren", "vererek", "verdikleri", "yaptiği"})
_GIVEN = (
    "mülakat", "röportaj", "demec", "demeç", "söyleşi", "bilgi", "açiklama", "değerlendirme",
    "özel", "brifing",
)  # fmt: skip
_TALKS = ("konuşan", "konuşurken", "konuşup", "konuşarak", "değerlendiren", "yazan")


def is_told(scan: Scan, end: int) -> bool:
    """True in front of "verdiği demeçte", "bilgi veren", "konuşan"."""
    first, second = scan.form(end), scan.form(end + 1)
    if first.startswith(_TALKS):
        return True
    if first in _GIVING:
        return second.startswith(_GIVEN)
    return first.startswith(_GIVEN) and second.startswith("ver")
