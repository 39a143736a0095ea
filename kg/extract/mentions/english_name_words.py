"""The words that tell English names from others: the lists of roles.toml, and verbs behind names.

In:  the name of a list. Out: folded words, read once.
"""

from functools import cache

from kg.extract.inflect import inflect_english
from kg.lexicon.grammar import words_of
from kg.lexicon.loader import read_toml
from kg.lexicon.normalise import fold

# With these begin verbs of speech ("was adamant", "made plain") that mean much else as well.
_PLAIN_VERBS = words_of("en", "auxiliaries") | words_of("en", "plain_verbs")


@cache
def words(name: str) -> frozenset[str]:
    """Return a list of roles.toml, folded."""
    return frozenset(fold(w) for w in read_toml("roles.toml")["english"][name])


@cache
def given_names() -> frozenset[str]:
    """Return given names as English writes them."""
    return frozenset(fold(name) for name in read_toml("given_names.toml")["en"])


@cache
def speech() -> frozenset[str]:
    """Return the forms of the verbs of speech."""
    rows = read_toml("cues_en.toml").get("verb", [])
    return frozenset(
        fold(form.text.split()[0])
        for row in rows
        if row.get("base")
        for form in inflect_english(row["base"], row.get("past"), row.get("participle"))
        if form.form in ("past", "present") and fold(form.text.split()[0]) not in _PLAIN_VERBS
    )


@cache
def verbs() -> frozenset[str]:
    """Return the forms of verbs that may follow a name."""
    return speech() | {fold(v) for v in read_toml("roles.toml")["english"]["verbs"]}
