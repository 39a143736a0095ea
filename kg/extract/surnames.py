"""Find persons again who were named in full elsewhere in the article: "Kallas", لافروف.

In:  the mentions of every sentence of an article. Out: the same with surnames added, and with first
names, by which many peoples call a person (Tsai Ing-wen, Anwar Ibrahim, Abiy Ahmed).
A surname is what follows the first word of a full name, or its last word; one that two persons
share is left alone. Short Arabic surnames are words as well (سلام is "peace"): they count beside
a word of speech or meeting, or right behind a verb. `kg.resolve.identity` joins them to the full
name.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from kg.extract.clitics import find_readings
from kg.extract.cues import CueLexicon
from kg.extract.meetings.words import load_meeting_words
from kg.extract.mentions.arabic_parts import is_verb
from kg.extract.mentions.span import words_between
from kg.extract.met_by_name import meets_beside
from kg.lexicon.grammar import words_of
from kg.lexicon.loader import read_toml
from kg.lexicon.normalise import fold, split_phrase
from kg.lexicon.turkish import case_of
from kg.model.mention import Mention
from kg.model.span import Span
from kg.model.token import Reading, Sentence, Token
from kg.vocabulary import Language

Found = tuple[Sentence, tuple[Mention, ...]]
_FRONTS = frozenset({"و", "ف", "ل", "ب", "ك", *"ובלמכש"})
_ARTICLE = "ال"
_SURE_LENGTH = 5
_HYPHENS = frozenset("-–")
_MET_WITHIN = 4
_GONE_WITHIN = 5
_BETWEEN = words_of("ar", "between")
_PARTICLES = words_of("ar", "name_particles")
_SECOND_HALVES = words_of("ar", "second_halves")
_THAT = words_of("ar", "that_behind_a_name")
_ASIAN = words_of("ar", "syllables_of_asian_names")
_OBJECT_FRAMES = ("object", "host")
_MET_FRONTS = (("ب",), ("و",), ("و", "ب"))


@dataclass(frozen=True, slots=True)
class _Surname:
    words: tuple[str, ...]
    bearer: Mention


def add_surnames(found: Sequence[Found], lexicon: CueLexicon) -> list[Found]:
    """Return the sentences with their mentions, surnames among them, in order of the tokens."""
    if lexicon.language == "ar":
        found = _apart(found)
    surnames = _surnames(m for _, mentions in found for m in mentions)
    if not surnames:
        return list(found)
    return [(s, _with_surnames(s, mentions, surnames, lexicon)) for s, mentions in found]


def _apart(found: Sequence[Found]) -> list[Found]:
    """Part a name from the surname right behind it: "التقى أيمن الصفدي غريفيث"."""
    whole: dict[str, str] = {}  # the full name by its last word, of those named so far
    named: set[str] = set()
    result: list[Found] = []
    for sentence, mentions in found:
        alone = [m for m in mentions if not _are_two(m, whole)]
        opened = {m.first for m in alone if m.person}
        kept: list[Mention] = []
        for mention in alone:
            last = _is_two_in_a_row(sentence, mention, whole, named)
            parted = last and mention.last + 1 not in opened  # else whom they met is named there
            kept.append(_without_last(sentence, mention) if parted else mention)
        for mention in kept:
            words = (mention.person or "").split()
            if len(words) > 1:
                whole.setdefault(words[-1], mention.person or "")
                named.add(mention.person or "")
        result.append((sentence, tuple(kept)))
    return result


def _are_two(mention: Mention, whole: dict[str, str]) -> bool:
    """True for "كير ومشار" read as one name, where the second was named in full before."""
    words = (mention.person or "").split()
    return len(words) == 2 and words[1][0] == "و" and words[1][1:] in whole


def _is_two_in_a_row(
    sentence: Sentence, mention: Mention, whole: dict[str, str], named: set[str]
) -> bool:
    """True for a name whose last word is whom its bearer met, as the verb in front of it tells."""
    words = (mention.person or "").split()
    bearer = whole.get(words[-1], "").split() if len(words) > 2 else []
    if not bearer or bearer[0] == words[0]:
        return False
    if fold(words[-2]) in _PARTICLES or words[-2] == bearer[-2]:
        return False
    if fold(words[-1]) != sentence.tokens[mention.last].form:
        return False
    first, family = fold(words[0]), fold(words[1])
    known = len(words) == 3 and first in _arabic_given_names() and _is_family(family)
    if not known and " ".join(words[:-1]) not in named:
        return False
    return _takes_object(sentence, mention, len(words))


def _takes_object(sentence: Sentence, mention: Mention, length: int) -> bool:
    """True right behind a verb of meeting somebody, without a title, not in front of "that"."""
    if not mention.first or mention.proclitics or mention.last - mention.first + 1 != length:
        return False
    if any(t.form in _THAT for t in sentence.tokens[mention.last + 1 : mention.last + 2]):
        return False
    hit = load_meeting_words("ar").verb_at(sentence.tokens, mention.first - 1)
    if hit is None or hit.last != mention.first - 1 or hit.enclitic:
        return False
    return hit.verb.frame in _OBJECT_FRAMES


def _without_last(sentence: Sentence, mention: Mention) -> Mention:
    span = Span(mention.span.start, sentence.tokens[mention.last - 1].end)
    person = " ".join((mention.person or "").split()[:-1])
    cut = mention.span.end - span.end
    name = person if mention.name == mention.person else mention.name
    return replace(
        mention,
        last=mention.last - 1,
        span=span,
        text=mention.text[: len(mention.text) - cut],
        name=name,
        person=person,
    )


def _is_family(word: str) -> bool:
    """True for an Arabic word in the middle of a name that is nobody's first name."""
    if word in _PARTICLES or not "\u0621" <= word[0] <= "\u064a":
        return False
    return word not in _arabic_given_names()


@cache
def _arabic_given_names() -> frozenset[str]:
    return frozenset(map(fold, read_toml("given_names.toml")["ar"]))


def _surnames(mentions: Iterator[Mention]) -> dict[str, list[_Surname]]:
    """Return what may stand for each person alone, by first word, the longest first."""
    bearers: dict[tuple[str, ...], dict[str, Mention]] = {}
    for mention in mentions:
        words = tuple(fold(w) for w in (mention.person or "").split())
        if len(words) < 2:
            continue
        parts = {words[1:], words[-1:], *_shorter(words, mention.person or "")}
        if _ASIAN.issuperset(words):  # "وانغ" of وانغ يي
            parts = {words[:1], words[1:]} - {words[-1:]}
        if words[-2] in _PARTICLES:
            parts.add(words[-2:])  # "بن دغر"
        if len(words) == 3 and _is_family(words[1]) and words[2] not in _SECOND_HALVES:
            parts.add(words[1:2])  # "كير" of سلفا كير ميارديت
        for part in {_as_tokens(part) for part in parts}:
            bearers.setdefault(part, {}).setdefault(" ".join(words), mention)
    index: dict[str, list[_Surname]] = {}
    for part in sorted(bearers, key=len, reverse=True):
        whole = list(bearers[part])
        longest = max(whole, key=len)
        if all(longest.endswith(name) for name in whole):
            index.setdefault(part[0], []).append(_Surname(part, bearers[part][longest]))
    return index


def _shorter(words: tuple[str, ...], name: str) -> Iterator[tuple[str, ...]]:
    """Yield what else a name is shortened to: "Abiy" of Abiy Ahmed, "Sisi" of Fattah al-Sisi."""
    yield words[:1]
    particle, hyphen, rest = words[-1].partition("-")
    if hyphen and particle in ("al", "el", "ar", "as", "ad", "an", "at", "az", "ash") and rest:
        yield (rest,)


def _as_tokens(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words as a text is cut: "jae-in" is three tokens."""
    return tuple(token for word in words for token in split_phrase(word))


def _with_surnames(
    sentence: Sentence,
    mentions: tuple[Mention, ...],
    surnames: dict[str, list[_Surname]],
    lexicon: CueLexicon,
) -> tuple[Mention, ...]:
    mentions = tuple(m for m in mentions if not _is_person(m, sentence, surnames, lexicon))
    mentions = tuple(m for m in mentions if not _is_acting(m, sentence, surnames, lexicon))
    mentions = tuple(m for m in mentions if not _are_two_joined(m, sentence, surnames))
    taken = {i for m in mentions for i in range(m.first, m.last + 1)}
    added: list[Mention] = []
    for i, token in enumerate(sentence.tokens):
        if i in taken or not token.is_word:
            continue
        if surnames.keys().isdisjoint(_names_in(token.form, lexicon.language)):
            continue
        mention = _at(sentence, i, token, surnames, lexicon)
        if mention is not None and taken.isdisjoint(range(i, mention.last + 1)):
            taken.update(range(i, mention.last + 1))
            added.append(mention)
    return tuple(sorted((*mentions, *added), key=lambda m: (m.first, -m.last)))


def _are_two_joined(
    mention: Mention, sentence: Sentence, surnames: dict[str, list[_Surname]]
) -> bool:
    """True for "a Marin-Kallas meeting": the surnames of two, with a hyphen between."""
    if mention.last != mention.first + 2 or mention.gazetteer_id:
        return False
    one, mark, other = sentence.tokens[mention.first : mention.last + 1]
    if mark.text not in _HYPHENS:
        return False
    bearers = [surnames.get(t.form.removesuffix("'s"), []) for t in (one, other)]
    return all(bearers) and bearers[0][0].bearer.person != bearers[1][0].bearer.person


def _is_acting(
    mention: Mention,
    sentence: Sentence,
    surnames: dict[str, list[_Surname]],
    lexicon: CueLexicon,
) -> bool:
    """True for "أكد السوداني": right behind a verb no adjective stands, but a surname like one."""
    if mention.category != "adjective" or mention.first != mention.last or not mention.first:
        return False
    if lexicon.language != "ar" or sentence.tokens[mention.first].form not in surnames:
        return False
    return is_verb(sentence.tokens[mention.first - 1])


def _is_person(
    mention: Mention,
    sentence: Sentence,
    surnames: dict[str, list[_Surname]],
    lexicon: CueLexicon,
) -> bool:
    """True for a place that somebody is named like: "Catatumbo said", not "in Catatumbo"."""
    if mention.category != "place" or mention.first != mention.last:
        return False
    if lexicon.language == "tr":  # "Erdoğan'dan (çağrı)" looks like a place out of which it comes
        stem = sentence.tokens[mention.first].form.partition("'")[0]
        return mention.gazetteer_id is None and mention.case == "ablative" and stem in surnames
    form = sentence.tokens[mention.first].form
    if lexicon.language == "he":  # behind "ב" it is the town
        return not mention.proclitics and form in surnames
    if lexicon.language != "en":
        return False
    if form.removesuffix("'s") not in surnames:
        return False
    after = [t.form for t in sentence.tokens[mention.first + 1 : mention.first + 2]]
    if mention.gazetteer_id is None and (form.endswith("'s") or after in (["'"], ["’"])):
        return True  # "at Anastasiades' request"
    before = sentence.tokens[mention.first - 1].form if mention.first else ""
    if before in lexicon.word_set("place_prepositions"):
        return False
    beside = [before, *after]
    if any(e.row.kind == "verb" for word in beside for e in lexicon.entries(word)):
        return True
    return sentence.kind != "dateline" and not _is_gone_to(sentence, mention, lexicon)


def _is_gone_to(sentence: Sentence, mention: Mention, lexicon: CueLexicon) -> bool:
    """True for "flew to Catatumbo", not for "spoke to Catatumbo"."""
    before = sentence.tokens[max(0, mention.first - _GONE_WITHIN) : mention.first]
    led = bool(before) and before[-1].form in lexicon.word_set("toward")
    motion = lexicon.word_set("motion")
    return led and any(r.stem in motion for t in before for r in t.readings)


def _at(
    sentence: Sentence,
    i: int,
    token: Token,
    surnames: dict[str, list[_Surname]],
    lexicon: CueLexicon,
) -> Mention | None:
    if token.text[0].islower():
        return None
    for reading in token.readings:
        if not _may_name(reading):
            continue
        for word in _words_of(reading):
            for surname in surnames.get(word, ()):
                last = i + len(surname.words) - 1
                rest = tuple(t.form for t in sentence.tokens[i + 1 : last + 1])
                if rest != surname.words[1:] or _opens_only(sentence, i, surname, lexicon):
                    continue
                joined = i > 0 and sentence.tokens[i - 1].form in surnames
                joined = joined and reading.proclitics == ("و",)  # "كير ومشار"
                sure = joined or _is_sure(sentence, i, last, word, lexicon)
                if sure and not _is_given_alone(token, surname, sentence, i, lexicon):
                    return _mention(sentence, i, last, reading, surname.bearer)
    return None


@lru_cache(maxsize=30_000)
def _names_in(form: str, language: Language) -> tuple[str, ...]:
    """Return the words that a folded word may be a surname as."""
    readings = (r for r in find_readings(form, language) if _may_name(r))
    return tuple(word for reading in readings for word in _words_of(reading))


def _may_name(reading: Reading) -> bool:
    return _is_ending(reading.enclitic) and _FRONTS.issuperset(reading.proclitics)


def _opens_only(sentence: Sentence, i: int, surname: _Surname, lexicon: CueLexicon) -> bool:
    """True for a first name that may be a word with the capital of a sentence: "Mark my words"."""
    first = fold((surname.bearer.person or "").split()[0])
    if i > 0 or surname.words != (first,) or lexicon.language != "en":
        return False
    after = sentence.tokens[1:2]
    acts = lexicon.word_set("be") | lexicon.word_set("have")
    if any(t.form.endswith("ed") or t.form in acts or t.text in (",", ":") for t in after):
        return False
    return not any(lexicon.entries(r.stem) for t in after for r in t.readings)


def _is_given_alone(
    token: Token, surname: _Surname, sentence: Sentence, i: int, lexicon: CueLexicon
) -> bool:
    """True for a first name in a script without capitals, where no verb of speech is beside it."""
    first = fold((surname.bearer.person or "").split()[0])
    if token.text[0].isupper() or surname.words != (first,) or first in _ASIAN:
        return False
    met = token.readings[1:] and _is_met(sentence, i, lexicon)  # "اختلى … بمراد"
    if met or meets_beside(sentence, i, lexicon.language):
        return False
    beside = (sentence.tokens[k] for k in (i - 1, i + 1) if 0 <= k < len(sentence.tokens))
    return not any(
        e.row.kind == "verb" for t in beside for r in t.readings for e in lexicon.entries(r.stem)
    )


def _is_ending(enclitic: str) -> bool:
    """True for what may stand behind a name: nothing, a possessive, a Turkish case."""
    return enclitic in ("", "'s") or (
        enclitic.startswith("'") and case_of(enclitic) != "nominative"
    )


def _words_of(reading: Reading) -> Iterator[str]:
    yield reading.stem
    if reading.definite:
        yield _ARTICLE + reading.stem


def _is_sure(sentence: Sentence, first: int, last: int, word: str, lexicon: CueLexicon) -> bool:
    if lexicon.language != "ar" or len(word) + (word in _ASIAN) >= _SURE_LENGTH or last > first:
        return True
    before = sentence.tokens[max(0, first - 1) : first]
    beside = [*before, *sentence.tokens[last + 1 : last + 2]]
    meets = load_meeting_words(lexicon.language).knows
    if any(lexicon.entries(r.stem) or meets(r.stem) for t in beside for r in t.readings):
        return True
    if any(t.form in _BETWEEN for t in before):
        return True
    if _is_met(sentence, first, lexicon):
        return True  # "اتصالين منفصلين بظريف"
    return any(is_verb(t) for t in before)


def _is_met(sentence: Sentence, first: int, lexicon: CueLexicon) -> bool:
    """True for "بظريف" a few words behind a verb or noun of meeting."""
    if lexicon.language != "ar":
        return False
    meets = load_meeting_words(lexicon.language).knows
    led = any(r.proclitics in _MET_FRONTS for r in sentence.tokens[first].readings)
    wider = sentence.tokens[max(0, first - _MET_WITHIN) : first]
    return led and any(meets(r.stem) for t in wider for r in t.readings)


def _mention(
    sentence: Sentence, first: int, last: int, reading: Reading, bearer: Mention
) -> Mention:
    span, text, name = words_between(sentence, first, last, reading, reading.enclitic)
    whole = bearer.person or name
    if not f" {fold(whole)}".endswith(f" {fold(name)}"):
        name = whole  # the family's name stands first, or lacks its article
    return replace(
        bearer,
        span=span,
        text=text,
        first=first,
        last=last,
        category="actor",
        name=name,
        kind="person",
        gazetteer_id=None,
        role=None,
        side=None,
        person=name,
        proclitics=reading.proclitics,
        case=case_of(reading.enclitic) if bearer.case else None,
    )
