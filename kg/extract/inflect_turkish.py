"""Write out the forms of a Turkish verb from its stem, as far as news text uses them.

In:  a stem ("belirt", "dile getir": the last word is inflected). Out: `Inflection`s, active and
passive: past, present, future, relative (-An), converb (-ArAk, -Ip, -ken), nominal (-DIğI),
prospective (-AcAğI), infinitive (-mAsI).
Source: any Turkish grammar; the endings are put together by `kg.lexicon.turkish`.
Negative forms are made on demand only: "did not confirm" tells of no statement.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from kg.extract.inflect import Inflection, VerbForm
from kg.lexicon.turkish import ends_in_vowel, four, two
from kg.model.mention import Number

_VOICELESS = "fstkçşhp"
_ENDS_SOFT = ("det", "ffet", "sset", "bbet")  # reddet, kaydet: -ediyor
_SOFT_VERBS = frozenset({"et", "git"})
_ORDINARY_AORIST = frozenset(
    {"al", "bil", "bul", "dur", "gel", "gör", "kal", "ol", "öl", "san", "var", "ver", "vur"}
)
_PASSIVES = {"de": "denil", "çağır": "çağrıl", "devir": "devril", "ayır": "ayrıl"}
_ALSO_PASSIVE = {"çağır": ("çağırıl",)}
_TELLING = frozenset({"past", "present", "relative", "converb", "nominal"})
# Verbs behind one of saying, in its case: "demekle (l) yetindi", "demeyi (i) sürdürdü".
_GOING_ON: tuple[tuple[str, str, VerbForm], ...] = (
    ("l", "yetindi", "past"), ("l", "yetinmişti", "past"), ("l", "yetiniyor", "present"),
    ("i", "sürdürdü", "past"), ("i", "sürdürüyor", "present"), ("i", "ihmal etmedi", "past"),
    ("i", "unutmadı", "past"), ("d", "çekinmedi", "past"), ("d", "geri durmadı", "past"),
    ("d", "geri kalmadı", "past"), ("a", "devam etti", "past"), ("a", "devam ediyor", "present"),
)  # fmt: skip
_CASES = ("", "n{i}", "n{a}", "n{i}n", "nd{a}", "nd{a}n", "yl{a}")


def inflect_turkish(stem: str, *, negative: bool = False) -> Iterator[Inflection]:
    """Yield the forms; of a phrase the last word is inflected, in front of it stands the rest."""
    rest, _, head = stem.rpartition(" ")
    front = f"{rest} " if rest else ""
    if negative:
        head += "m" + two(head)
    for form in _active(head):
        yield replace(form, text=front + form.text)
    if not negative:
        for passive in (passive_stem(head), *_ALSO_PASSIVE.get(head, ())):
            for form in _active(passive):
                yield replace(form, text=front + form.text, voice="passive")


def turkish_cue_forms(row: Mapping[str, Any]) -> Iterator[tuple[str, Inflection]]:
    """Yield what the stems of one word tell with; see `kg.extract.cue_idioms` for longer ones."""
    for stem in (row["base"], *row.get("also", ())):
        if " " not in stem:
            yield from telling_forms(stem, negative=row.get("negative", False))


def telling_forms(stem: str, *, negative: bool) -> Iterator[tuple[str, Inflection]]:
    """Yield the forms in which a verb of speech tells that something was said."""
    for found in inflect_turkish(stem, negative=negative):
        if found.form in _TELLING:
            yield found.text, found
    if not negative:
        yield from ((found.text, found) for found in inflect_gone_on(stem))


def first_person(stem: str) -> Iterator[Inflection]:
    """Yield "görüşeceğim", "görüştük", "görüşüyoruz" of "görüş": said of oneself."""
    rest, _, head = stem.rpartition(" ")
    front = f"{rest} " if rest else ""
    i, a = four(head), two(head)
    d = "t" if head[-1] in _VOICELESS else "d"
    future = f"{_before_y(head)}{a}c{a}ğ{four(a)}"
    forms: tuple[tuple[str, VerbForm], ...] = (
        (f"{future}m", "future"), (f"{future}z", "future"),
        (f"{head}{d}{i}m", "past"), (f"{head}{d}{i}k", "past"),
        (f"{_present(head)}um", "present"), (f"{_present(head)}uz", "present"),
    )  # fmt: skip
    for text, form in forms:
        yield Inflection(front + text, form, person=1)


def inflect_possible(stem: str) -> Iterator[Inflection]:
    """Yield "görüşebilir", "görüşebileceğini", "görüşmeye hazırım" of "görüş": what may come."""
    rest, _, head = stem.rpartition(" ")
    front = f"{rest} " if rest else ""
    a = two(head)
    able = f"{_before_y(head)}{a}bil"
    ready = f"{head}m{a}y{a}"
    wish = f"{head}m{a}k"
    for text in (f"{able}ir", f"{able}irler", f"{able}irdi", f"{able}ecek"):
        yield Inflection(front + text, "future")
    yield from (
        replace(form, text=front + form.text)
        for form in _possessed(f"{able}eceği", f"{able}ecekleri", "prospective")
    )
    own = (f"{able}irim", f"{able}iriz", f"{ready} hazırım", f"{ready} hazırız")
    for text in (
        *own,
        f"{wish} istiyorum",
        f"{wish} istiyoruz",
        f"{wish} isterim",
        f"{wish} isteriz",
    ):
        yield Inflection(front + text, "future", person=1)


def inflect_dropped(stem: str) -> Iterator[Inflection]:
    """Yield "görüşmekten vazgeçti" of "görüş": what was meant and is not done."""
    a = two(stem)
    from_it = f"{stem}m{a}kt{a}n"
    for text in ("vazgeçti", "vazgeçmişti", "son anda vazgeçti"):
        yield Inflection(f"{from_it} {text}", "past")
    for text in ("vazgeçtiğini", "vazgeçtiği"):
        yield Inflection(f"{from_it} {text}", "nominal")


def inflect_gone_on(stem: str) -> Iterator[Inflection]:
    """Yield "demekle yetindi", "demeyi sürdürdü", "demekten çekinmedi" of "de": it was said."""
    rest, _, head = stem.rpartition(" ")
    front, a = f"{rest} " if rest else "", two(head)
    of_doing = {"l": f"{head}m{a}kl{a}", "i": f"{head}m{a}y{four(a)}", "d": f"{head}m{a}kt{a}n"}
    of_doing["a"] = f"{head}m{a}y{a}"
    for case, verb, form in _GOING_ON:
        yield Inflection(f"{front}{of_doing[case]} {verb}", form, None, "singular")


def inflect_refusal(stem: str) -> Iterator[str]:
    """Yield "izin vermeyiz", "izin verilemez", "izin vermeyeceğini" of "izin ver"."""
    rest, _, head = stem.rpartition(" ")
    front = f"{rest} " if rest else ""
    soft = _before_y(head)  # "edemeyiz"
    passive = passive_stem(head)
    for base in (head, f"{soft}{two(head)}"):
        m = f"{base}m{two(base)}"
        for ending in (
            "yiz",
            "yeceğiz",
            "m",
            "yeceğim",
            "z",
            "zler",
            "yiz",
            "yecek",
            "yecektir",
            "yecekler",
            "yeceklerdir",
            "yeceğini",
            "yeceğinin",
            "yeceklerini",
            "yeceklerinin",
            "yeceği",
            "diğini",
            "diklerini",
        ):
            yield front + m + _in_harmony(m, ending)
    for base in (passive, f"{passive}{two(passive)}"):
        m = f"{base}m{two(base)}"
        for ending in (
            "z",
            "zdir",
            "yecek",
            "yeceğini",
            "yeceğinin",
            "yecektir",
            "yeceği",
            "diğini",
        ):
            yield front + m + _in_harmony(m, ending)


def _in_harmony(word: str, ending: str) -> str:
    return ending if two(word) == "e" else ending.translate(str.maketrans("ei", "aı"))


def passive_stem(head: str) -> str:
    """Return the stem of the passive: söylen, belirtil, bilin, edil."""
    if head in _PASSIVES:
        return _PASSIVES[head]
    if ends_in_vowel(head):
        return head + "n"
    soft = _softened(head)
    return soft + four(head) + ("n" if head.endswith("l") else "l")


def _softened(head: str) -> str:
    soft = head in _SOFT_VERBS or head.endswith(_ENDS_SOFT)
    return head[:-1] + "d" if soft else head


def _active(head: str) -> Iterator[Inflection]:
    yield from _finite(head)
    yield from _clausal(head)


def _finite(head: str) -> Iterator[Inflection]:
    i, a = four(head), two(head)
    d = "t" if head[-1] in _VOICELESS else "d"
    for text in (f"{head}{d}{i}", f"{head}m{i}şt{i}", f"{head}m{i}ş", f"{head}m{i}şt{i}r"):
        yield from _both(text, "past")
    for text in (f"{head}m{i}şl{a}rd{four(a)}", f"{head}m{i}şl{a}r"):
        yield Inflection(text, "past", None, "plural")
    present = _present(head)
    yield from _both(present, "present")
    yield Inflection(present + "du", "present", None, "singular")
    yield Inflection(present + "lardı", "present", None, "plural")
    future = _before_y(head) + a + "c" + a + "k"
    yield from _both(future, "future")
    yield from _both(f"{future}t{four(future)}", "future")
    yield Inflection(f"{future}t{four(future)}r", "future", None, "singular")
    yield Inflection(f"{head}m{a}kt{a}", "present", None, "singular")
    yield Inflection(f"{head}m{a}kt{a}yd{four(a)}", "present", None, "singular")
    yield Inflection(f"{head}m{a}l{four(a)}", "prospective", None, "singular")


def _both(text: str, form: VerbForm) -> Iterator[Inflection]:
    numbers: tuple[tuple[str, Number], ...] = (("", "singular"), ("lar", "plural"))
    for ending, number in numbers:
        harmonised = ending.replace("a", two(text)) if ending else ""
        yield Inflection(text + harmonised, form, None, number)


def _clausal(head: str) -> Iterator[Inflection]:
    i, a = four(head), two(head)
    base = _before_y(head)
    d = "t" if head[-1] in _VOICELESS else "d"
    yield Inflection(f"{base}{a}n", "relative", None, "singular")
    yield Inflection(f"{base}{a}nl{a}r", "relative", None, "plural")
    yield Inflection(f"{base}{a}r{a}k", "converb")
    yield Inflection(f"{base}{i}p" if base.endswith("y") else f"{base}{four(head)}p", "converb")
    yield Inflection(f"{_aorist(head)}ken", "converb")
    yield Inflection(f"{head}{d}{i}kt{a}n", "converb")
    yield from _possessed(f"{head}{d}{i}ğ{i}", f"{head}{d}{i}kl{a}r{four(a)}", "nominal")
    future = f"{base}{a}c{a}"
    yield from _possessed(f"{future}ğ{four(a)}", f"{future}kl{a}r{four(a)}", "prospective")
    action = f"{head}m{a}"
    yield from _possessed(f"{action}s{four(a)}", f"{action}l{a}r{four(a)}", "infinitive")
    yield Inflection(f"{action}k", "infinitive")


def _possessed(singular: str, plural: str, form: VerbForm) -> Iterator[Inflection]:
    words: tuple[tuple[str, Number], ...] = ((singular, "singular"), (plural, "plural"))
    for word, number in words:
        for case in _CASES:
            yield Inflection(word + case.format(i=four(word), a=two(word)), form, None, number)


def _present(head: str) -> str:
    if ends_in_vowel(head):
        return f"{head[:-1]}{four(head[:-1])}yor"
    return f"{_softened(head)}{four(head)}yor"


def _before_y(head: str) -> str:
    """Return the stem in front of -An, -ArAk, -AcAk, with the y that a vowel needs."""
    if head in ("de", "ye"):
        return head[0] + "iy"
    return head + "y" if ends_in_vowel(head) else _softened(head)


def _aorist(head: str) -> str:
    if ends_in_vowel(head):
        return head + "r"
    syllables = sum(c in "aeıioöuü" for c in head)
    plain = syllables == 1 and head not in _ORDINARY_AORIST
    return _softened(head) + (two(head) if plain else four(head)) + "r"
