"""Idioms of speech: a noun of what is said and any of the verbs that go with it.

In:  the tables `[[idiom]]` and `[verbs]` of cues_<language>.toml. Out: for each its `CueRow`, its
nouns, and the verbs' written forms with what they show.
"Görüşünü" goes with dozens of verbs: each verb's forms are written out once, not once a noun.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from kg.extract.cue_rows import CueRow, read_row
from kg.extract.inflect import Inflection
from kg.extract.inflect_turkish import telling_forms
from kg.lexicon.normalise import fold

LONGEST_HEAD = 3  # words of the verb

Heads = Mapping[tuple[str, ...], Inflection]
Idiom = tuple[CueRow, tuple[str, ...], Heads]


def read_idioms(table: Mapping[str, Any]) -> Iterator[Idiom]:
    """Yield the row, the folded nouns and the verbs' forms of each idiom."""
    written: dict[tuple[str, bool], Heads] = {}
    for row in table.get("idiom", ()):
        heads: dict[tuple[str, ...], Inflection] = {}
        for name in row["verbs"]:
            for base in table["verbs"].get(name, (name,)):
                heads |= _forms(base, written, negative=row.get("negative", False))
        yield read_row("verb", row), tuple(fold(noun) for noun in row["nouns"]), heads


def phrasal_verbs(row: CueRow, source: Mapping[str, Any]) -> Iterator[Idiom]:
    """Yield a verb's stems of several words: the first one, and the forms of the rest."""
    written: dict[tuple[str, bool], Heads] = {}
    for stem in (source["base"], *source.get("also", ())) if row.kind == "verb" else ():
        first, _, rest = stem.partition(" ")
        if rest:
            yield row, (fold(first),), _forms(rest, written, negative=source.get("negative", False))


def _forms(base: str, written: dict[tuple[str, bool], Heads], *, negative: bool) -> Heads:
    key = base, negative
    if key not in written:
        forms: dict[tuple[str, ...], Inflection] = {}
        for text, inflection in telling_forms(base, negative=negative):
            forms.setdefault(tuple(fold(word) for word in text.split()), inflection)
        written[key] = forms
    return written[key]
