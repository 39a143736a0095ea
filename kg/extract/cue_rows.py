"""The rows of a cue lexicon as values.

In:  the tables of cues_<language>.toml. Out: `CueRow`s, the written forms of each, `Words`.
The head of cues_ar.toml says what each field means.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from kg.extract.inflect import (
    Inflection,
    inflect_arabic_participle,
    inflect_arabic_past,
    inflect_arabic_present,
    inflect_english,
)
from kg.extract.inflect_hebrew import inflect_hebrew
from kg.extract.inflect_turkish import turkish_cue_forms
from kg.extract.phrases import PhraseSet
from kg.lexicon.normalise import fold
from kg.vocabulary import Language, SpeechAct

RowKind = Literal["verb", "source", "noun"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CueRow:
    """A row of the lexicon. The head of cues_ar.toml says what each field means."""

    id: str
    kind: RowKind
    act: SpeechAct
    that: bool = False
    bare: bool = False
    object_content: bool = False
    prepositions: frozenset[str] = frozenset()
    object_addressee: bool = False
    addressee_preposition: str | None = None
    speaker_slot: str | None = None
    needs: frozenset[str] = frozenset()
    needs_head: bool = False
    needs_that: bool = False
    needs_that_if_elided: bool = False
    needs_subject: bool = False
    needs_addressee: bool = False
    needs_start: bool = False
    needs_two: bool = False
    mutual: bool = False
    needs_affect: bool = False
    inanimate: bool = False
    passive: frozenset[str] = frozenset()
    outer_is_via: bool = False
    of_before: bool = False
    continues: bool = False
    answers: bool = False
    negated: SpeechAct | None = None  # the act of "did not rule out"
    not_before: frozenset[str] = frozenset()
    not_behind: frozenset[str] = frozenset()
    not_since: frozenset[str] = frozenset()  # in front: "have disputed the bay since 1991"
    excluded: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """The small closed lists of a language's cue file, folded."""

    that: frozenset[str]
    saying: PhraseSet
    condition: PhraseSet
    relative: frozenset[str]
    connector: frozenset[str]
    negation: frozenset[str]
    not_speakers: PhraseSet
    false: PhraseSet
    adverbs: frozenset[str]


def row_tables(table: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [*table["verb"], *table["source"], *table["noun"]]


def read_rows(table: Mapping[str, Any]) -> Iterator[CueRow]:
    kinds: tuple[RowKind, ...] = ("verb", "source", "noun")
    for kind in kinds:
        for row in table[kind]:
            yield read_row(kind, row)


def read_row(kind: RowKind, row: Mapping[str, Any]) -> CueRow:
    """Return a table of the lexicon as a value."""
    content = set(row.get("content", ()))
    return CueRow(
        id=row.get("id") or row["base"].replace(" ", "-"),
        kind=kind,
        act=row["act"],
        that="that" in content,
        bare="bare" in content,
        object_content="object" in content,
        prepositions=frozenset(fold(word) for word in content - {"that", "bare", "object"}),
        object_addressee=row.get("object") == "addressee",
        addressee_preposition=fold(row["addressee"]) if "addressee" in row else None,
        speaker_slot=fold(row["speaker"]) if "speaker" in row else None,
        needs=frozenset(fold(word) for word in row.get("needs", ())),
        needs_head=row.get("needs-head", False),
        needs_that=row.get("needs-that", False),
        needs_that_if_elided=row.get("needs-that-if-elided", False),
        needs_subject=row.get("needs-subject", False),
        needs_addressee=row.get("needs-addressee", False),
        needs_start=row.get("needs-start", False),
        needs_two=row.get("needs-two", False),
        mutual=row.get("mutual", False),
        needs_affect=row.get("needs-affect", False),
        inanimate=row.get("inanimate", False),
        passive=frozenset(fold(word) for word in row.get("passive", ())),
        outer_is_via=row.get("outer") == "via",
        of_before=row.get("of") == "before",
        continues=row.get("continues", False),
        answers=row.get("answers", False),
        negated=row.get("negated"),
        not_before=frozenset(fold(word) for word in row.get("not-before", ())),
        not_behind=frozenset(fold(word) for word in row.get("not-behind", ())),
        not_since=frozenset(fold(word) for word in row.get("not-since", ())),
        excluded=tuple(_phrase(text) for text in row.get("exclude", ())),
    )


def written_forms(
    row: CueRow, source: Mapping[str, Any], language: Language
) -> Iterator[tuple[str, Inflection | None]]:
    if row.kind != "verb":
        for text in source["forms"]:
            yield text, None
    elif language == "ar":
        for inflection in (
            *inflect_arabic_past(source["past"]),
            *inflect_arabic_present(source["present"]),
            *inflect_arabic_participle(source["participle"]),
            *(Inflection(text, "participle") for text in source.get("beside", ())),
        ):
            yield inflection.text, inflection
    elif language == "tr":
        yield from turkish_cue_forms(source)
        for text in source.get("forms", ()):  # words that end a clause as they are written
            yield text, Inflection(text, "past")
    elif language == "he":
        for one in (source, *_led_nouns(source)):
            for inflection in inflect_hebrew(one):
                yield inflection.text, inflection
    else:
        for inflection in inflect_english(
            source["base"], source.get("past"), source.get("participle")
        ):
            yield inflection.text, inflection


def _led_nouns(source: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield each verb of `heads` in front of each of `nouns` as a row's forms: "השמיע אזהרה"."""
    for head in source.get("heads", ()):
        for noun in source["nouns"]:
            yield {**head, "past": f"{head['past']} {noun}"}


def _phrase(text: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in text.split())


def read_words(table: Mapping[str, Any]) -> Words:
    def phrases(name: str) -> PhraseSet:
        return PhraseSet(table[name])

    def words(name: str) -> frozenset[str]:
        return frozenset(fold(text) for text in table[name])

    return Words(
        that=words("that"),
        saying=phrases("saying"),
        condition=phrases("condition"),
        relative=words("relative"),
        connector=words("connector"),
        negation=words("negation"),
        not_speakers=phrases("not_speakers"),
        false=phrases("false"),
        adverbs=words("adverbs"),
    )
