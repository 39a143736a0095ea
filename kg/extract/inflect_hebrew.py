"""Write out the forms of a Hebrew verb from the few that a lexicon row gives.

In:  `past` (third person masculine singular) and, where the binyan does not tell them, `present`,
     `future`, `infinitive` and `gerund`; of "הביע דאגה" the first word is inflected.
Out: written forms, each with the tense, gender and number that it shows.
Source: the verb tables of any Hebrew grammar, as far as unpointed news text writes them. Hif'il
(הודיע) and hitpa'el (התחייב) are told by their shape, every other past with a yod behind its first
letter is taken for pi'el (דיווח); a qal or nif'al verb gives its present and infinitive itself.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Literal

from kg.extract.inflect import Inflection
from kg.model.mention import Gender, Number

_FINALS = {"ך": "כ", "ם": "מ", "ן": "נ", "ף": "פ", "ץ": "צ"}
_HIFIL_LENGTHS = (4, 5)
_FIELDS = ("past", "present", "future", "infinitive")
_Shape = tuple[str, Gender | None, Number]


def inflect_hebrew(row: Mapping[str, Any]) -> Iterator[Inflection]:
    """Yield the past, present, future, infinitive ("base") and "בהדגישו" ("participle")."""
    head, _, rest = row["past"].partition(" ")
    if rest.startswith("ו") and " " not in rest:
        yield from _inflect_pair(row)
        return
    tail = f" {rest}" if rest else ""
    passive = bool(row.get("voice") == "passive")
    for text, gender, number in _past(head):
        yield _form(text + tail, "past", gender, number, passive=passive)
    present = _first(row.get("present")) or _derived(head, "מ")
    for text, gender, number in _present(present, head) if present else ():
        yield _form(text + tail, "present", gender, number, passive=passive)
    future = _first(row.get("future")) or _derived(head, "י")
    for text, gender, number in _future(future) if future else ():
        yield _form(text + tail, "future", gender, number, passive=passive)
    infinitive = _first(row.get("infinitive")) or _infinitive(head)
    if not infinitive:
        return
    yield Inflection(infinitive + tail, "base")
    stem = _medial(row.get("gerund") or infinitive[1:])
    owners: tuple[_Shape, ...] = (
        ("ו", "masculine", "singular"),
        ("ה", "feminine", "singular"),
        ("ם", None, "plural"),
    )
    for ending, owner, number in owners:
        yield Inflection(f"ב{stem}{ending}{tail}", "participle", owner, number)


def _inflect_pair(row: Mapping[str, Any]) -> Iterator[Inflection]:
    """Yield the forms of "חזר והבהיר": both verbs are inflected alike."""
    parts = [{k: str(row[k]).split()[i] for k in _FIELDS if k in row} for i in (0, 1)]
    second = {k: v.removeprefix("ו") for k, v in parts[1].items()}
    forms = {(f.form, f.gender, f.number): f for f in inflect_hebrew(second)}
    for first in inflect_hebrew(parts[0]):
        other = forms.get((first.form, first.gender, first.number))
        if other is not None and first.form != "participle":
            yield replace(first, text=f"{first.text} ו{other.text}")


def _form(
    text: str, form: str, gender: Gender | None, number: Number, *, passive: bool
) -> Inflection:
    voice: Literal["active", "passive"] = "passive" if passive else "active"
    if form == "past":
        return Inflection(text, "past", gender, number, voice=voice)
    return Inflection(
        text, "present" if form == "present" else "future", gender, number, voice=voice
    )


def _first(text: str | None) -> str:
    return text.split()[0] if text else ""


def is_hifil(past: str) -> bool:
    """True for הודיע, הביע, התריע: a he in front, a yod before the last letter."""
    return past[0] == "ה" and len(past) in _HIFIL_LENGTHS and past[-2] == "י"


def _is_hitpael(past: str) -> bool:
    return past.startswith(("הת", "הש", "הס", "הצ", "הז")) and not is_hifil(past)


def _derived(past: str, letter: str) -> str:
    """Return the present or future that the binyan makes; "" for qal and nif'al."""
    if is_hifil(past) or _is_hitpael(past):
        return letter + past[1:]
    if past[:2] == "וי":
        return letter + "וו" + past[2:]
    if past[1:2] == "י":  # pi'el: the yod of the past falls, save beside another one
        return letter + past[0] + (past[1:] if past[2:3] == "י" else past[2:])
    return ""


def _infinitive(past: str) -> str:
    stem = past if is_hifil(past) or _is_hitpael(past) else _derived(past, "")
    return "ל" + (stem[:-1] + "ות" if stem.endswith("ה") else stem) if stem else ""


def _medial(word: str) -> str:
    return word[:-1] + _FINALS.get(word[-1], word[-1]) if word else word


def _past(verb: str) -> Iterator[_Shape]:
    stem = _medial(verb[:-1] if verb.endswith("ה") else verb)
    yield verb, "masculine", "singular"
    yield stem + ("תה" if verb.endswith("ה") else "ה"), "feminine", "singular"
    yield stem + "ו", None, "plural"


def _present(verb: str, past: str) -> Iterator[_Shape]:
    weak = verb.endswith("ה")
    stem = _medial(verb[:-1] if weak else verb)
    yield verb, None if weak else "masculine", "singular"
    if not weak:
        adjectival = len(verb) == 4 and verb[2] == "ו" and verb[0] != "מ"  # סבור, סבורה
        feminine = stem + ("ה" if is_hifil(past) or adjectival else "ת")
        yield feminine, "feminine", "singular"
    yield stem + "ים", "masculine", "plural"
    yield stem + "ות", "feminine", "plural"


def _future(verb: str) -> Iterator[_Shape]:
    stem = _medial(verb[:-1] if verb.endswith("ה") else verb)
    # In qal the vav before the last letter falls: יטען, יפגוש -> יפגשו.
    short = stem[:-2] + stem[-1] if len(stem) > 3 and stem[-2] == "ו" else stem
    yield verb, "masculine", "singular"
    yield "ת" + verb[1:], "feminine", "singular"
    for plural in dict.fromkeys((stem, short)):
        yield plural + "ו", None, "plural"
