"""Find time words in a sentence and what they mean, without knowing the day of publication.

In:  a sentence and its language. Out: `TimeWords` in order of their place, never overlapping.
Where two readings share a word the longer wins: "10 April 2025" is one time, not three. The words
and their meanings are data (time_<language>.toml); the text of a time read alone means the same.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat

from kg.extract.clitics import find_readings
from kg.extract.times.atoms import Atom, read_atoms, stands_behind
from kg.extract.times.grammar import DIGIT, Grammar, read_grammar
from kg.extract.times.matcher import Match, Matcher
from kg.extract.times.values import Row
from kg.lexicon.grammar import words_of
from kg.lexicon.normalise import fold
from kg.model.span import Span
from kg.model.timespan import TimeWords
from kg.model.token import Sentence
from kg.vocabulary import Language

_YEAR = words_of("en", "year") | words_of("ar", "year")
_BEHIND = 4  # atoms: "the visit comes two days after"
_MOVED = 12  # "put off the meeting of the council from Monday to Friday"
_BARE_YEARS = range(1900, 2101)


def find_times(sentence: Sentence, language: Language) -> tuple[TimeWords, ...]:
    """Return the times a sentence names; none where it names none."""
    forms = [token.form for token in sentence.tokens]
    if not any(map(_betrays_time, forms, repeat(language))):
        return ()
    grammar = read_grammar(language)
    atoms = read_atoms(sentence.tokens, grammar.vocabulary)
    judge = _Judge(grammar, atoms)
    found = (judge.judge(match) for match in Matcher(grammar, atoms).all_matches())
    chosen = _choose(match for match in found if match)
    return tuple(_to_words(match, atoms, sentence) for match in chosen if match.meaning)


@lru_cache(maxsize=30_000)
def _betrays_time(form: str, language: Language) -> bool:
    """True for a word without which, or the like of which, no sentence names a time."""
    cores = read_grammar(language).cores
    if form[0].isdecimal():
        return DIGIT in cores
    return any(stands_behind(reading) in cores for reading in find_readings(form, language))


def _choose(matches: Iterable[Match]) -> list[Match]:
    """Keep the longest; of equals the row that stands first in the file."""
    taken: set[int] = set()
    chosen: list[Match] = []
    for match in sorted(matches, key=lambda m: (m.first - m.end, m.position, m.first)):
        atoms = range(match.first, match.end)
        if taken.isdisjoint(atoms):
            taken.update(atoms)
            chosen.append(match)
    return sorted(chosen, key=lambda m: m.first)


def _to_words(match: Match, atoms: list[Atom], sentence: Sentence) -> TimeWords:
    meaning = match.meaning
    if meaning is None:
        raise ValueError("a match without a meaning names no time")
    start, end = atoms[match.first].start, atoms[match.end - 1].end
    return TimeWords(
        span=Span(start, end),
        text=sentence.text[start - sentence.start : end - sentence.start],
        precision=meaning.precision,
        extent=meaning.extent,
        earliest=meaning.earliest,
        latest=meaning.latest,
        offset_days=meaning.offset,
        rule=meaning.rule,
        arguments=meaning.arguments,
    )


@dataclass(frozen=True, slots=True)
class _Judge:
    """Looks at the words around a match: names, titles and plain numbers are no times."""

    grammar: Grammar
    atoms: list[Atom]

    def judge(self, match: Match) -> Match | None:
        """Return the match, the match without a meaning where its words are a name, or None."""
        if match.meaning is None:
            return None
        before, after = self._form(match.first - 1), self._form(match.end)
        row = match.row
        if before in _folded(row, "unless_after") or after in _folded(row, "unless_before"):
            return None
        if row.get("alone") and not self._stands_alone(match):
            return None
        if row.get("bare_year") and not self._is_year(match, after):
            return None
        if not self._stands_where(row, match, before, after):
            return None
        if row["means"] in ("around", "before") and self.atoms[match.end - 1].owned:
            return None
        if self._is_name(match, before, after):
            return Match(match.first, match.end, match.position, row, None)
        return match

    def _form(self, i: int) -> str:
        return self.atoms[i].form if 0 <= i < len(self.atoms) else ""

    def _stands_where(self, row: Row, match: Match, before: str, after: str) -> bool:
        """Say whether what a row asks of the words around holds."""
        if "only_after" in row and before not in _folded(row, "only_after"):
            return False
        if "only_behind" in row and not self._lies_behind(match, _folded(row, "only_behind")):
            return False
        moved = self.grammar.words("moved") if row.get("unless_moved") else ()
        if moved and self._lies_behind(match, moved, _MOVED):
            return False
        goes_on = after[:1].isalnum() and after not in self.grammar.words("after_year")
        return not (goes_on and row.get("ends_phrase")) and self._is_written(row, match, after)

    def _is_written(self, row: Row, match: Match, after: str) -> bool:
        """Say whether the last words of a match are written as its row asks."""
        last = self.atoms[match.end - 1]
        if row.get("lower") and last.capital:  # the Winter Palace
            return False
        if row.get("recent") and not self._is_recent(last, after):
            return False
        if row.get("ordinal") and (last.is_number or not last.form[0].isdecimal()):
            return False
        if "only_ending" in row:  # of the word in front of the last one
            return self.atoms[match.end - 2].text.endswith(tuple(row["only_ending"]))
        written = last.text.replace("’", "'").rpartition("'")[2]
        return "ending" not in row or written in row["ending"]

    def _is_recent(self, year: Atom, after: str) -> bool:
        """A year of our time, no round number of things: "ב-2012", not "ב-2000 בתים"."""
        counts = after[:1].isalnum() and int(year.form) % 100 == 0
        return int(year.form) in _BARE_YEARS and not counts

    def _lies_behind(self, match: Match, words: Collection[str], within: int = _BEHIND) -> bool:
        near = self.atoms[max(0, match.first - within) : match.first]
        return any(atom.form in words for atom in near)

    def _stands_alone(self, match: Match) -> bool:
        """A month's name alone: no homograph, and no first name before a surname."""
        first = self.atoms[match.first]
        if first.form in self.grammar.words("ambiguous_months"):
            return False
        if not first.capital:
            return first.text[0].lower() == first.text[0].upper()
        after = self.atoms[match.end] if match.end < len(self.atoms) else None
        return not (after and after.is_word and after.capital)

    def _is_year(self, match: Match, after: str) -> bool:
        """A number after a mere preposition is a year when no noun follows that it could count."""
        atoms = self.atoms[match.first : match.end]
        if len(atoms) > 2 or not atoms[-1].is_number or self._is_marked(atoms[0]):
            return True
        year = int(atoms[-1].form)
        if year not in _BARE_YEARS:
            return False
        plain = not after or not after[0].isalnum()
        return plain or year % 100 != 0 or after in self.grammar.words("after_year")

    def _is_marked(self, atom: Atom) -> bool:
        return atom.form in _YEAR

    def _is_name(self, match: Match, before: str, after: str) -> bool:
        words, meaning = self.grammar.words, match.meaning
        if meaning is None:
            return False
        if meaning.rule == "day-month" and match.row["group"] == "date":
            return before in words("events_before") or after in words("events_after")
        if match.row.get("not_titles") and before in words("titles_before"):
            return True
        if meaning.rule == "weekday" or meaning.offset == (0, 0):
            return before in words("names_before") or after in words("names_after")
        return False


def _folded(row: dict[str, object], key: str) -> tuple[str, ...]:
    words = row.get(key, ())
    return tuple(fold(str(word)) for word in words) if isinstance(words, list) else ()
