"""The words that tell of meetings in Turkish, from the lexicon, in all their forms.

In:  meetings_tr.toml. Out: `TurkishMeetingWords`: the noun or verb of meeting at a token, status
words by their beginning, the forms of "counterpart".
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any, Literal

from kg.extract.inflect import Inflection
from kg.extract.inflect_turkish import (
    first_person,
    inflect_dropped,
    inflect_possible,
    inflect_turkish,
)
from kg.extract.meetings.turkish_negated import is_negated
from kg.extract.phrases import PhraseSet
from kg.lexicon.grammar import endings_of, words_of
from kg.lexicon.loader import lasting, read_toml
from kg.lexicon.normalise import fold
from kg.lexicon.turkish import NounForm, decline, four, plural, possessed, two
from kg.model.mention import Case
from kg.model.token import Token
from kg.vocabulary import MeetingStatus

Frame = Literal[
    "with", "gather", "host", "visit", "bring", "to", "of", "summon", "agree", "brief", "convene",
    "noun",
]  # fmt: skip
_WISHES = endings_of("tr", "wishes")  # "görüşmek istiyor"
_ON_WHAT = words_of("tr", "what_is_agreed_on")
_AGREEING = endings_of("tr", "agreeing")
_WHAT_FOR = words_of("tr", "what_for") | {"üzere"}
_GOING = endings_of("tr", "motion")
_DATIVE = ("a", "e")
_TO_GOING = 10
_LONGEST = 3  # words behind the first one
_NOT_PUT_OFF = endings_of("tr", "not_put_off")
_STATUSES: tuple[MeetingStatus, ...] = ("cancelled", "postponed", "proposed", "planned", "ongoing")


@dataclass(frozen=True, slots=True)
class MeetingHit:
    """A word of meeting at tokens `first` to `last`; a noun has a case, a verb an inflection."""

    id: str
    frame: Frame
    first: int
    last: int
    inflection: Inflection | None = None
    case: Case = "nominative"
    owned: bool = False
    series: bool = False
    visit: bool = False
    round: bool = False
    go: bool = False
    denied: bool = False
    possible: bool = False  # "görüşebileceğini"
    dropped: bool = False  # "görüşmekten vazgeçti"


@dataclass(frozen=True, slots=True)
class _Row:
    id: str
    frame: Frame
    rest: tuple[str, ...]
    inflection: Inflection | None = None
    case: Case = "nominative"
    owned: bool = False
    series: bool = False
    visit: bool = False
    round: bool = False
    go: bool = False
    wish: bool = False  # only in front of "istiyor"
    denied: bool = False  # "görüşmedi"
    possible: bool = False
    dropped: bool = False


_Rows = dict[str, dict[tuple[str, ...], _Row]]  # by first word, then the rest


class TurkishMeetingWords:
    """All rows of meetings_tr.toml."""

    def __init__(self) -> None:
        table = read_toml("meetings_tr.toml")
        self._rows: _Rows = {}
        self._own: _Rows = {}  # "görüşeceğim"
        for verb in table["verb"]:
            for base in (verb["base"], *verb.get("also", ())):
                for form in (*inflect_turkish(base), *_verbal_nouns(base)):
                    if verb["frame"] != "convene" or form.voice == "active":  # not "toplandı"
                        self._add(form.text, _verb(verb, form))
                if verb["frame"] in ("with", "gather"):
                    self._deny(verb, base)
                if verb["frame"] in ("with", "gather", "host"):
                    for form in inflect_possible(base):
                        own = self._own if form.person == 1 else None
                        self._add(form.text, replace(_verb(verb, form), possible=True), own)
                    for form in inflect_dropped(base):
                        self._add(form.text, replace(_verb(verb, form), dropped=True))
                    for form in first_person(base):
                        self._add(form.text, _verb(verb, form), self._own)
            for text in verb.get("forms", ()):
                self._add(text, _verb(verb, Inflection(text, "past")))
        words = table["words"]
        for text in _agreements(words["agreed_parts"]):
            self._add(text, _Row("anlaş", "agree", (), Inflection(text, "nominal")))
        for base in _held(words["held_parts"]):
            for form in (*inflect_turkish(base), *_verbal_nouns(base)):
                if form.voice == "active":
                    self._add(form.text, _Row("görüş", "gather", (), form))
            for form in inflect_possible(base):
                own = self._own if form.person == 1 else None
                self._add(form.text, _Row("görüş", "gather", (), form, possible=True), own)
            for form in first_person(base):
                self._add(form.text, _Row("görüş", "gather", (), form), self._own)
        for noun in table["noun"]:
            self._add_noun(noun)
        self.phrases = {
            name: PhraseSet(words[name]) for name in words if not name.endswith("_parts")
        }
        self.pairs = dict(_pair_forms(words["pairs"])) | dict(_made_pairs(words["pair_parts"]))
        self.phrases["pairs"] = PhraseSet(self.pairs)
        self.holding = tuple(fold(w) for w in words["holding"])
        self.sides: dict[str, Case] = {}
        self.side_names: dict[str, str] = {}
        for noun in words["sides"]:
            for written in decline(noun, possessive=False):
                self.sides[fold(written.text)] = written.case
                self.side_names[fold(written.text)] = noun
        self.convened: dict[str, list[str]] = {}
        for text, body in _convened(words["convened_parts"]["bodies"]):
            self.convened.setdefault(text, []).append(body)
        self.apart = tuple(fold(w) for w in words["apart"])
        self.people = tuple(fold(w) for w in words["people"])
        self.joint = tuple(fold(w) for w in words["joint_bodies"])
        self.alone = tuple(fold(w) for w in words["bodies_alone"])
        self.persons = tuple(fold(w) for w in words["persons"])
        self.status = {name: tuple(map(fold, table["status"][name])) for name in _STATUSES}
        self.counterparts = dict(_declined(words["counterpart"]))
        self.venues = dict(_declined(words["venue"]))
        self.groups = dict(_group_forms(words["group"]))

    def _deny(self, verb: Mapping[str, Any], base: str) -> None:
        """Add "görüşmedi", "görüşmediğini"."""
        for form in inflect_turkish(base, negative=True):
            if form.form in ("past", "nominal"):
                self._add(form.text, replace(_verb(verb, form), denied=True))

    def _add(self, text: str, row: _Row, given: _Rows | None = None) -> None:
        first, *rest = (fold(word) for word in text.split())
        entry = _Row(
            row.id, row.frame, tuple(rest), row.inflection, row.case, row.owned, row.series,
            row.visit, row.round, row.go,
            row.inflection is not None and row.inflection.text.endswith(("mak", "mek")),
            row.denied, row.possible, row.dropped,
        )  # fmt: skip
        rows = (self._rows if given is None else given).setdefault(first, {})
        before = rows.get(entry.rest)
        if before is None or _weight(entry.inflection) > _weight(before.inflection):
            rows[entry.rest] = entry

    def _add_noun(self, row: dict[str, object]) -> None:
        phrase = str(row["form"])
        front, _, head = phrase.rpartition(" ")
        front = f"{front} " if front else ""
        for text, owned, series in _variants(head, owned=bool(row.get("owned"))):
            for form in decline(text, possessive=owned):
                self._add(
                    front + form.text,
                    _Row(
                        str(row["id"]), "noun", (), None, form.case, owned, series,
                        bool(row.get("visit")), bool(row.get("round")),
                    ),
                )  # fmt: skip

    def may_begin(self, form: str) -> bool:
        """True for a folded word with which a row begins."""
        return _plain(form) in self._rows

    def at(self, tokens: Sequence[Token], i: int) -> MeetingHit | None:
        """Return the word of meeting that begins at token `i`, the longest; verbs before nouns."""
        return _longest(self._rows, tokens, i) if i < len(tokens) else None

    def own_at(self, tokens: Sequence[Token], i: int) -> MeetingHit | None:
        """Return the verb of meeting in the first person at token `i`: "görüşeceğim"."""
        return _longest(self._own, tokens, i)

    def status_of(self, words: Iterable[str]) -> set[MeetingStatus]:
        """Return the statuses that words around a meeting tell; "kaldı." is the whole word."""
        found: set[MeetingStatus] = set()
        forms = list(words)
        for i, word in enumerate(forms):
            behind = forms[i + 1] if i + 1 < len(forms) else ""
            for name in _STATUSES:
                told = f"{word}.", f"{word} {behind}."  # "sürecek", "devam edecek"
                if any(text.startswith(self.status[name]) for text in told):
                    stays = name == "postponed" and word.endswith(_NOT_PUT_OFF)
                    found.add("planned" if stays else name)
        return found


def _longest(given: _Rows, tokens: Sequence[Token], i: int) -> MeetingHit | None:
    rows = given.get(_plain(tokens[i].form))
    if rows is None:
        return None
    for length in range(_LONGEST, -1, -1):
        row = rows.get(tuple(t.form for t in tokens[i + 1 : i + 1 + length]))
        if row is not None and len(row.rest) == length and _wished(row, tokens, i + length):
            return MeetingHit(
                row.id, row.frame, i, i + length, row.inflection, row.case, row.owned,
                row.series, row.visit, row.round, row.go, row.denied, row.possible, row.dropped,
            )  # fmt: skip
    return None


def _plain(form: str) -> str:
    """Return "konferansinin" of the proper name "Konferansi'nin"."""
    return form.replace("'", "") if "'" in form else form


def _verb(row: Mapping[str, Any], form: Inflection) -> _Row:
    frame: Frame = row["frame"]
    return _Row(row["base"], frame, (), form, go=row.get("go", False))


def _agreements(parts: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield "vardığı anlaşmanın" and the like."""
    for noun in parts["nouns"]:
        for form in decline(noun, possessive=False):
            for participle in parts["participles"]:
                yield f"{participle} {form.text}"


def _held(parts: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield "görüşme yap", "telefon görüşmesi gerçekleştir" and the like."""
    for noun in parts["nouns"]:
        for verb in parts["verbs"]:
            yield f"{noun} {verb}"


def _verbal_nouns(base: str) -> Iterator[Inflection]:
    """Yield "ağırlamayı (planlıyor)", "ağırlamaya (hazırlanıyor)"."""
    noun = f"{base}m{two(base)}"
    for text in (f"{noun}y{four(noun)}", f"{noun}y{two(noun)}"):
        yield Inflection(text, "infinitive")


def _wished(row: _Row, tokens: Sequence[Token], last: int) -> bool:
    """True but for "görüşmek üzere", which tells what for; "görüşmek üzere sözleşti" agrees to."""
    if not row.wish:
        return True
    behind = [t.form for t in tokens[last + 1 : last + 3]] + ["", ""]
    if behind[0] in _WHAT_FOR and _goes(tokens[last + 2 : last + _TO_GOING]):
        return True  # "görüşmek üzere yarın Ankara'ya gidecek"
    return behind[0].startswith(_WISHES) or (
        behind[0] in _ON_WHAT and behind[1].startswith(_AGREEING)
    )


def _goes(tokens: Sequence[Token]) -> bool:
    """True where somebody goes to a place for it."""
    for before, token in pairwise(tokens):
        if not before.is_word and before.text != ",":
            return False
        to_a_town = "'" in before.form and before.form.endswith(_DATIVE)
        if token.form.startswith(_GOING) and to_a_town:
            return not is_negated(token.form)
    return False


def _weight(inflection: Inflection | None) -> int:
    """A verb that tells comes before a noun, a noun before a verbal noun ("görüşmesi")."""
    if inflection is None:
        return 1
    return 0 if inflection.form == "infinitive" else 2


def _variants(head: str, *, owned: bool) -> list[tuple[str, bool, bool]]:
    if owned:
        return [
            (head, True, False),
            (head[:-2] + "leri" if head.endswith("si") else head, True, True),
        ]
    many = plural(head)
    return [
        (possessed(head), True, False),  # first: "teması" is whose it is where an owner stands
        (head, False, False),
        (many, False, True),
        (possessed(many), True, True),
    ]


def _declined(nouns: Iterable[str]) -> Iterable[tuple[str, NounForm]]:
    """Yield the forms with a possessive: "mevkidaşıyla"."""
    for noun in nouns:
        for text in (possessed(noun), possessed(plural(noun))):
            for form in decline(text, possessive=True):
                yield fold(form.text), form


def _group_forms(nouns: Iterable[str]) -> Iterable[tuple[str, Case]]:
    """Yield "heyet", "heyeti", "heyetinin" … with their case."""
    for noun in nouns:
        for text, owned in ((noun, False), (possessed(noun), True)):
            for form in decline(text, possessive=owned):
                yield fold(form.text), form.case


def _pair_forms(phrases: Iterable[str]) -> Iterable[tuple[str, Case]]:
    """Yield "iki taraf", "iki tarafın" … with their case."""
    for phrase in phrases:
        front, _, head = phrase.rpartition(" ")
        owned = head.endswith("ı") and bool(front)
        for form in decline(head, possessive=owned):
            yield fold(f"{front} {form.text}".strip()), form.case


def _convened(bodies: Iterable[str]) -> Iterable[tuple[str, str]]:
    """Yield "kabineyi", "kabinesini", "masasını" with the whole name of the body."""
    for body in bodies:
        words, space, head = body.rpartition(" ")
        owned = bool(words)
        for own in dict.fromkeys((head, head if owned else possessed(head))):
            for form in decline(own, possessive=owned or own != head):
                if form.case == "accusative":
                    yield fold(form.text), f"{words}{space}{own}"


def _made_pairs(parts: Mapping[str, Sequence[str]]) -> Iterable[tuple[str, Case]]:
    """Yield "iki başbakan", "her iki ordunun" …, every front with every head."""
    for name, owned in (("heads", False), ("owned_heads", True)):
        for head in parts[name]:
            words, _, last = head.rpartition(" ")
            for form in decline(last, possessive=owned):
                for front in parts["fronts"]:
                    yield fold(" ".join(f"{front} {words} {form.text}".split())), form.case


@cache
@lasting
def load_turkish_meeting_words() -> TurkishMeetingWords:
    """Return the words, read once."""
    return TurkishMeetingWords()


@lru_cache(maxsize=30_000)
def may_tell(form: str) -> bool:
    """True for a folded word with which a word of meeting begins."""
    return load_turkish_meeting_words().may_begin(form)
