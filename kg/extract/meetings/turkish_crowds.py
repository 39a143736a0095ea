"""Find people without a name who are met in Turkish: "muhalefet liderleriyle", "yedi muhalifle".

In:  a view, a token, beginnings of the nouns of people. Out: the group with its case, named in the
nominative; None where no such noun stands in the instrumental ("ile" too), accusative or dative.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from kg.extract.attribution import unlinked_mention
from kg.extract.view import View
from kg.lexicon.gazetteer import load_gazetteer
from kg.lexicon.grammar import endings_of, words_of
from kg.lexicon.normalise import fold
from kg.lexicon.turkish import nationality
from kg.model.mention import Case, Mention

_MODIFIERS = 3
_INSTRUMENTAL: Case = "instrumental"
_TOPIC = 6
_BEHIND = 4
_NUMERALS = words_of("tr", "few")
_NO_CROWD = endings_of("tr", "no_crowd")
ABOUT = words_of("tr", "about_them")
NO_MODIFIER = endings_of("tr", "no_modifier_of_people")
# Behind these stems: what is cut, what is put in its place, the case.
_PLURALS: tuple[tuple[str, str, str, Case], ...] = (
    ("leriyle", "leriyle", "leri", "instrumental"),
    ("lariyla", "larıyla", "ları", "instrumental"),
    ("lerle", "lerle", "ler", "instrumental"),
    ("larla", "larla", "lar", "instrumental"),
    ("lerini", "lerini", "leri", "accusative"),
    ("larini", "larını", "ları", "accusative"),
    ("lerine", "lerine", "leri", "dative"),
    ("larina", "larına", "ları", "dative"),
    ("lerinin", "lerinin", "leri", "genitive"),
    ("larinin", "larının", "ları", "genitive"),
    ("lerin", "lerin", "ler", "genitive"),
    ("larin", "ların", "lar", "genitive"),
    ("lerinden", "lerinden", "leri", "ablative"),
    ("larindan", "larından", "ları", "ablative"),
    ("lere", "lere", "ler", "dative"),
    ("lara", "lara", "lar", "dative"),
    ("leri", "leri", "ler", "accusative"),
    ("lari", "ları", "lar", "accusative"),
)
_OF_MANY = ("lerin", "larin", "lerinin", "larinin")
_BARE = ("ler", "lar", "leri", "lari")
_COUNTED_OBJECTS = ("yi", "yu", "i", "u")  # "21 öğrenciyi", "yedi kızı"
_COUNTED: tuple[tuple[str, int, Case], ...] = (
    ("siyle", 4, "instrumental"),
    ("iyla", 3, "instrumental"),
    ("yle", 3, "instrumental"),
    ("yla", 3, "instrumental"),
    ("le", 2, "instrumental"),
    ("la", 2, "instrumental"),
)

_PLURAL_CASES: tuple[tuple[tuple[str, ...], Case], ...] = (
    (("lerini", "larini", "leri", "lari"), "accusative"),
    (("leriyle", "lariyla", "lerle", "larla"), "instrumental"),
    (("lerinin", "larinin", "lerin", "larin"), "genitive"),
)


def crowd_at(view: View, i: int, people: tuple[str, ...]) -> Mention | None:
    """Return the people whose noun is token `i`; None for "madencilerle ilgili", about them."""
    form = view.form(i)
    if not form.startswith(people) or form.startswith(_NO_CROWD) or not view.is_word(i):
        return None
    if view.form(i + 1) in ABOUT:
        return None
    if (named := view.mention_from(i + 1)) is not None and named.person:
        return None  # "eski başkanları A ile B'yi": who they are follows
    first = min([i, *_modifiers(view, i)])
    counted = any(_is_number(view, k) for k in range(first, i))
    joined = view.form(i + 1) == "ile" and (form.endswith(_BARE) or counted)
    given = [(("", ""), _INSTRUMENTAL)] if joined else _endings(form, counted=counted)
    for cut, case in given:
        crowd = unlinked_mention(view, first, i, number="plural")
        if crowd is None:
            return None
        name = crowd.name[: len(crowd.name) - len(cut[0])] + cut[1]
        return replace(crowd, name=name, human=True, case=case, kind="official", unnamed=True)
    return None


def crowd_of_nation(view: View, nation: Mention, people: tuple[str, ...]) -> Mention | None:
    """Return "Surinamlı derneklerin temsilcileri": whose they are has a nationality in front."""
    owner = nation.last + 1
    if not describes_many(view, nation):
        return None
    for i in (owner + 2, owner + 1, owner):
        crowd = crowd_at(view, i, people)
        if crowd is not None and crowd.first == owner:
            whole = unlinked_mention(view, nation.first, i, number="plural")
            cut = len(view.tokens[i].text) - len(crowd.name.rpartition(" ")[2])
            name = whole.name[: len(whole.name) - cut] if whole is not None else ""
            return replace(crowd, span=whole.span, first=nation.first, name=name) if whole else None
    return None


def describes_many(view: View, nation: Mention) -> bool:
    """True for the nationality of "Suriyeli göçmenlerin (sorunlarını)": nobody by itself."""
    owner = nation.last + 1
    adjective = nation.category == "adjective" and view.is_word(owner)
    return adjective and view.form(owner).endswith(_OF_MANY) and view.mention_at[owner] is None


def _is_number(view: View, i: int) -> bool:
    return view.form(i) in _NUMERALS or view.tokens[i].text.isdigit()


def is_bare_crowd(mention: Mention) -> bool:
    """True for "temsilcileri", the noun of people that the lexicon has, without whose they are."""
    owned = mention.side or mention.person or mention.gazetteer_id or " " in mention.name
    return mention.number == "plural" and mention.first == mention.last and not owned


def may_be_object(view: View, mention: Mention) -> bool:
    """True for "Şilili yetkilileri", whose ending tells both "those of theirs" and "them"."""
    many = mention.number == "plural" and mention.case == "nominative"
    adjective = view.form(mention.first) in _nationalities()
    longer = mention.first < mention.last and view.form(mention.last).endswith(("leri", "lari"))
    return many and adjective and longer


@cache
def _nationalities() -> frozenset[str]:
    """Return "şilili", "turk" and the like, folded."""
    gazetteer = load_gazetteer()
    states = (
        e.names["tr"][0] for e in gazetteer.entries() if e.kind == "state" and "tr" in e.names
    )
    given = {row.form for row in gazetteer.adjectives("tr")} | {nationality(s) for s in states}
    return frozenset(fold(form) for form in given)


def crowd_behind(view: View, first: int, people: tuple[str, ...]) -> Mention | None:
    """Return the people of "(X'in görüştüğü) sivil toplum temsilcileri"."""
    for i in range(first, min(view.size, first + _BEHIND)):
        known = view.mention_at[i]
        if not view.is_word(i) or (known is not None and not is_bare_crowd(known)):
            return None
        if view.form(i).startswith(people) and view.form(i).endswith(_BARE):
            crowd = unlinked_mention(view, first, i, number="plural")
            if crowd is None or view.form(i).startswith(_NO_CROWD):
                return None
            return replace(crowd, human=True, case="nominative", kind="official", unnamed=True)
        if view.form(i).endswith(NO_MODIFIER) or i in view.cue_at:
            return None
    return None


def topic_crowd(view: View, start: int, i: int, people: tuple[str, ...]) -> Mention | None:
    """Return "Batı Afrika ülkelerinin liderleri" in front of a comma, from the clause's start."""
    form = view.form(i)
    many = form.endswith(("leri", "lari", "ler", "lar")) and form.startswith(people)
    if not many or not view.is_comma(i + 1) or i - start > _TOPIC or not view.is_word(i):
        return None
    if any(not view.is_word(k) or k in view.cue_at or view.time_at[k] for k in range(start, i + 1)):
        return None
    if form.startswith(_NO_CROWD):
        return None
    crowd = unlinked_mention(view, start, i, number="plural")
    known = view.mention_at[i]
    if crowd is None or (known is not None and not is_bare_crowd(known)):
        return None
    return replace(crowd, human=True, case="nominative", kind="official", unnamed=True, side=None)


def _endings(form: str, *, counted: bool) -> Iterator[tuple[tuple[str, str], Case]]:
    for ending, cut, put, case in _PLURALS:
        if form.endswith(ending):
            yield (cut, put), case
    for ending, length, case in _COUNTED:
        if counted and form.endswith(ending):
            yield (form[len(form) - length :], ""), case
    object_ = next((e for e in _COUNTED_OBJECTS if form.endswith(e)), "") if counted else ""
    if object_:
        yield (form[len(form) - len(object_) :], ""), "accusative"


def _modifiers(view: View, i: int) -> Iterator[int]:
    """Yield the tokens in front that describe the people: "önde gelen iş insanlarıyla"."""
    for k in range(i - 1, max(-1, i - 1 - _MODIFIERS), -1):
        plain = view.is_word(k) and view.mention_at[k] is None and view.time_at[k] is None
        number = _is_number(view, k)  # "yedi" is seven, and "ate"
        if not plain or (not number and (k in view.cue_at or _ends_clause(view, k))):
            return
        yield k


def _ends_clause(view: View, k: int) -> bool:
    return view.form(k).endswith(NO_MODIFIER)


def case_of_plural(form: str) -> Case | None:
    """Return the case of "liderlerini", "temsilcileriyle", folded; None for others."""
    for endings, case in _PLURAL_CASES:
        if form.endswith(endings):
            return case
    return None
