"""Tell what two mentions share, and whether a pointer may mean a mention.

In:  mentions and pointers. Out: an identity; yes or no.
What is not human is feminine singular in the Arabic plural; English "they" may be a body.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from kg.lexicon.grammar import endings_of, words_by_language, words_of
from kg.lexicon.loader import read_toml
from kg.lexicon.normalise import fold
from kg.model.draft import Party, Pointer, ReadSentence
from kg.model.mention import Gender, Mention

PERSONS = ("official", "person")

_WOMEN = words_of("en", "women_told")
_MEN = words_of("en", "men_told")
_GIVEN_WOMEN = words_of("en", "given_women")
_GIVEN_MEN = words_of("en", "given_men")
_SENT = frozenset({"envoy", "diplomat", "ambassador", "high-commissioner", "representative"})
_OWNERS = ("'s", "’s", "s'", "s’")
_LEADING_AWAY = ("of", "to", "for")  # "adviser to the king"
# "The source", "the official" may be any unnamed diplomat, officer or aide.
_ANYBODY = frozenset({"source", "official"})
_OFFICIAL = "official"
# Who may be "the official" a sentence later. A minister or president never is.
_SERVING = frozenset({_OFFICIAL, "spokesperson", "deputy", "aide", "director", "coordinator"}) | (
    _SENT - {"diplomat"}
)
_DEPUTY, _DIPLOMAT, _ABROAD = "deputy-", "diplomat", ".ministry-of-foreign-affairs"
_JOINING = frozenset({"and", "ve", "ile"})
_THE_SAME = tuple(f"{word} " for word in endings_of("he", "the_same"))
_OFFICES = frozenset({"head", "leader", "president", "minister", "king", "negotiator"})
_CHIEFS = frozenset({"commander"})  # القادة of three states are their leaders
_THREE = frozenset().union(*words_by_language("all_three").values())
_HEBREW = "\u0590"  # from here on a name begins with its noun
_BODIES = ("organization", "armed-group")
_BOTH = ("the two ", "both ", "שני ה", "שתי ה", "iki ")
_CROWDS = words_of("ar", "sources_as_a_crowd")
_DEFINITE = ("ال", "لل", "the ", "ה", *_THE_SAME)


def identity(mention: Mention) -> str:
    """Return what two mentions share when they surely mean the same."""
    return mention.gazetteer_id or mention.person or mention.name


def surname_of(mention: Mention) -> str:
    """Return what candidates are told apart by: a surname is its bearer."""
    return mention.person.rpartition(" ")[2] if mention.person else identity(mention)


def is_same(one: Mention, other: Mention) -> bool:
    """True when both mean the same, a person's surname alone as well."""
    first, second = identity(one), identity(other)
    if first == second:
        return True
    if not (one.person and other.person):
        return False
    return f" {first}".endswith(f" {second}") or f" {second}".endswith(f" {first}")


def agrees(pointer: Pointer, mention: Mention) -> bool:
    """True when nothing known of the two speaks against it."""
    if pointer.avoid is not None and is_same(pointer.avoid, mention):
        return False
    person = mention.kind in PERSONS or mention.human is True
    if pointer.human is True and not person:
        return False
    if pointer.human is False and mention.kind in PERSONS:
        return False
    crowd = mention.human is False and mention.number == "plural"
    crowd = crowd or (pointer.number == "singular" and _is_crowd_of_sources(mention))
    gender = "feminine" if crowd else mention.gender or _gender_told(mention)
    number = "singular" if crowd else mention.number
    if pointer.gender and gender and pointer.gender != gender:
        return False
    if pointer.number == "plural" and pointer.gender is None:
        return number != "singular" or not person  # English "they" of a body
    return not (pointer.number and number and pointer.number != number)


def called_otherwise(party: Party | None, speaker: Mention) -> Iterator[Mention]:
    """Yield the speaker as a verb agrees with the word used of it: "البيان", "الهيئة الأممية"."""
    word = party.hint if isinstance(party, Pointer) and party.kind == "elided" else party
    if not isinstance(word, Mention) or word is speaker or word.gender is None:
        return
    if word.gender != speaker.gender and speaker.kind not in PERSONS:
        yield replace(speaker, gender=word.gender)


def _is_crowd_of_sources(mention: Mention) -> bool:
    """True for "مصادر مطلعة", which a feminine singular goes on with: وأضافت أن."""
    return mention.unnamed and any(fold(w) in _CROWDS for w in mention.text.split()[:2])


def _gender_told(mention: Mention) -> Gender | None:
    """Return the gender that an English title or office tells: Mrs Roe, the spokeswoman, King X."""
    words = set(_title_words(mention))
    if words & _WOMEN:
        return "feminine"
    if words & _MEN:
        return "masculine"
    first = (mention.person or "").partition(" ")
    if first[0].lower() in _GIVEN_WOMEN and first[2]:
        return "feminine"
    return "masculine" if first[0].lower() in _GIVEN_MEN and first[2] else None


def _title_words(mention: Mention) -> Iterator[str]:
    """Yield the words that call a person something: not a surname, not whose or of whom."""
    name = (mention.person or "").split()
    names = {*name[1:], *(name if mention.text == mention.person and len(name) == 1 else ())}
    words = mention.text.split()
    if not name and words[0].lower() != "the":  # "Angus King", no name that is known
        words = [word for word in words if word.islower()]
    owned = max((i for i, word in enumerate(words) if word.endswith(_OWNERS)), default=-1)
    for word in words[owned + 1 :]:
        if word in _LEADING_AWAY:
            return
        if word.rstrip(",") not in names:
            yield word.rstrip(".,").lower()


def joined_pairs(read: ReadSentence) -> Iterator[tuple[Mention, Mention]]:
    """Yield the actors of a sentence that "and" alone stands between."""
    tokens = read.sentence.tokens
    for first, second in pairwise(read.spoken):
        between = [tokens[i].form for i in range(first.last + 1, second.first)]
        fused = not between and second.proclitics in (("و",), ("ו",))
        if fused or (_JOINING & set(between) and set(between) <= _JOINING | {"the"}):
            yield first, second


def is_description(mention: Mention) -> bool:
    """True for "the ministry", "the Russian minister": definite, without a name of its own."""
    if mention.gazetteer_id or mention.person or not (mention.role or mention.kind):
        return False
    if mention.case is not None:
        return _is_turkish_description(mention)
    text = mention.text.lower()
    if not text.startswith(_DEFINITE):
        return False
    for front in ("the ", "same ", *_RANKS, *_THE_SAME):
        text = text.removeprefix(front)
    words = len(text.split())
    return words == 1 or (words == 2 and mention.side is not None)


_RANKS = tuple(f"{word} " for word in endings_of("en", "ranks"))
_ONE_OF_A_STATE = ("minister", "president", "leader", "prime-minister", "diplomat", "politician")


def _is_turkish_description(mention: Mention) -> bool:
    """True for "bakanlık", "aynı yetkili": a noun without "bir" and without whose it is."""
    *front, _ = mention.text.split()
    pointing = " ".join(front).lower() in read_toml("mentions_tr.toml")["same"]
    if pointing:
        return mention.side is None
    if len(front) == 1 and mention.side is not None and mention.role in _ONE_OF_A_STATE:
        return mention.number == "singular"  # "Rus bakan"
    several = mention.number == "plural" and mention.role != "official"  # "Yetkililer, …"
    return not several and mention.side is None and not front


def is_they(pointer: Pointer) -> bool:
    """True for "they" as a subject: several, of either gender, people or bodies."""
    plural = pointer.number == "plural" and pointer.gender is None
    return pointer.kind == "pronoun" and plural and not pointer.continues


def is_two_in_office(mention: Mention) -> bool:
    """True for "the two leaders", "both ministers", الوزيرين: two who hold one office each."""
    role = mention.role or ""
    if mention.side or mention.person or not (role in _OFFICES or role.endswith("-minister")):
        return False
    if mention.number == "dual":
        return mention.text.startswith(_DEFINITE)
    return mention.number == "plural" and mention.text.lower().startswith(_BOTH)


def is_three_in_office(mention: Mention, read: ReadSentence) -> bool:
    """True for "the three leaders", القادة الثلاثة: three who hold one office each."""
    role = mention.role or ""
    if mention.side or mention.person or mention.number != "plural":
        return False
    if not (role in _OFFICES or role in _CHIEFS or role.endswith("-minister")):
        return False
    tokens = read.sentence.tokens[max(0, mention.first - 1) : mention.last + 2]
    told = any(t.form in _THREE for t in tokens)
    return told and (mention.case is not None or mention.text.lower().startswith(_DEFINITE))


def is_same_sort(description: Mention, mention: Mention) -> bool:
    if description.role in _ANYBODY and mention.unnamed and mention.kind in PERSONS:
        told = {mention.side, description.side} - {None}
        several = description.case is not None and mention.number == "dual"  # "iki yetkili"
        number = "plural" if several else mention.number
        return number == description.number and len(told) < 2
    if description.role is None:
        named = mention.gazetteer_id is not None or mention.kind == "media"
        sides = description.side is None or mention.side == description.side
        if mention.kind == "media" and sides and _is_agency(description) and _is_agency(mention):
            return True  # "the agency" of "the Interfax news agency"
        return sides and (
            (mention.kind == description.kind and named) or _is_called(mention, description)
        )
    if mention.role is None or (mention.number == "plural") != (description.number == "plural"):
        return False
    if description.side and mention.side != description.side:
        return False
    if description.role == "envoy" and mention.role in _SENT and mention.person:
        return True  # "the envoy", told of an ambassador; not the other way round
    return mention.role == description.role or (
        description.role == "minister" and mention.role.endswith("-minister")
    )


def head_word(mention: Mention) -> str | None:
    """Return the noun of a body's name: Movement of "Orange Democratic Movement", حركة of one."""
    words = mention.name.lower().split()
    if mention.kind not in _BODIES or len(words) < 2:
        return None
    latin = words[0] < _HEBREW
    return words[-1] if latin else words[0].removeprefix("ال")


def _is_agency(mention: Mention) -> bool:
    return mention.text.lower().endswith("agency")


def _is_called(mention: Mention, description: Mention) -> bool:
    """True for "the movement" of a body whose name has that noun."""
    noun = head_word(mention)
    word = description.name.lower().split()[-1]
    return noun is not None and noun in (word, word.removeprefix("ال"), word.removeprefix("ה"))


def may_be_of(dual: Mention | None, mention: Mention) -> bool:
    """True where one of "the two ministers" may be this person; without a dual, for any."""
    if mention.number == "dual" or (dual is not None and mention.number == "plural"):
        return False
    if dual is None or dual.role is None or mention.role is None:
        return True
    return mention.role == dual.role or mention.role.endswith(f"-{dual.role}")


def may_be_official(description: Mention, mention: Mention) -> bool:
    """True where "the Omani official" may be this envoy or spokesman, named right before."""
    role = mention.role or ""
    serving = role in _SERVING or role.startswith(_DEPUTY)
    if description.role == _DIPLOMAT:
        serving = role in _SENT or (serving and _ABROAD in (mention.side or ""))
    elif description.role != _OFFICIAL:
        return False
    if not serving or not mention.person:
        return False
    gender = {mention.gender, description.gender} - {None}
    alone = mention.number != "plural" and description.number != "plural"
    return alone and is_on_side(mention, description.side) and len(gender) < 2


def is_on_side(mention: Mention, state: str | None) -> bool:
    """True for somebody of a state or of its ministry: "eritrea", "eritrea.ministry-of-…"."""
    if state is None or mention.side is None:
        return False
    return mention.side == state or mention.side.startswith(f"{state}.")
