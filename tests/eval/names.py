"""When does a predicted name mean the same as a gold one?

In:  names as strings, gold entities with their canonical name and surface forms.
Out: yes or no. Equal after folding; or equal as bags of words, titles and articles left out; or
three fifths of those words shared. A name that is exactly another entity's is never this one's.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from kg.lexicon.normalise import fold

_LEAVE_OUT = frozenset(["the", "a", "an", "of", "mr", "mrs", "ms", "dr", "sir"])
_SHARED_0_1 = 0.6


def words(name: str) -> frozenset[str]:
    """Return the folded words of a name, the Arabic article and accents taken off."""
    folded = fold(name).replace("'", "").replace('"', "")
    plain = "".join(
        c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c)
    )
    found = [_without_article(w) for w in re.findall(r"\w+", plain)]
    return frozenset(w for w in found if w not in _LEAVE_OUT) or frozenset(found)


def _without_article(word: str) -> str:
    if word.startswith("لل") and len(word) > 4:
        return word[2:]
    bare = word.removeprefix("و").removeprefix("ب") if word[1:3] == "ال" else word
    return bare[2:] if bare.startswith("ال") and len(bare) > 4 else bare


class Names:
    """The entities of one gold article and every form they go by."""

    def __init__(self, entities: Iterable[Mapping[str, Any]]) -> None:
        self._forms: dict[str, set[frozenset[str]]] = {}
        for entity in entities:
            forms = self._forms.setdefault(entity["name"], set())
            forms.update(words(form) for form in (entity["name"], *entity.get("surface", ())))

    def same(self, predicted: str | None, gold: str | None) -> bool:
        """True when `predicted` names the gold entity `gold`."""
        if not predicted or not gold:
            return False
        given = words(predicted)
        forms = self._forms.get(gold, {words(gold)})
        if given in forms:
            return True
        if any(given in others for name, others in self._forms.items() if name != gold):
            return False
        return any(_alike(given, form) for form in forms)

    def any(self, predicted: str | None, golds: Iterable[str]) -> bool:
        """True when `predicted` names one of `golds`."""
        return any(self.same(predicted, gold) for gold in golds)


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    if min(len(one), len(other)) < 2:
        return False
    return len(one & other) / len(one | other) >= _SHARED_0_1
