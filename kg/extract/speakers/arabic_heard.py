"""Tell who listens to an Arabic speech without being named: reporters, assemblies, crowds.

In:  a view and the token where the listeners stand. Out: a mention of them, None where none do.
Reporters have no kind: they are not the outlet that an article has named.
"""

from dataclasses import replace

from kg.extract.attribution import unlinked_mention
from kg.extract.cues import Cue
from kg.extract.groups import group_at
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.draft import Party
from kg.model.mention import Mention

IN_FRONT_OF = words_of("ar", "spoken_before")
_ASSEMBLIES = words_of("ar", "assemblies")
_SPEECHES = words_of("ar", "speeches_to_somebody")
_WITH = words_of("ar", "told_to_an_outlet")
_THESE = words_of("ar", "what_was_said_before")
_AFTER = words_of("ar", "behind_an_occasion")
_ASIDES = words_of("ar", "begins_an_aside")
_LONGEST, _NEAR, _OBJECT = 5, 5, 4


def audience_at(view: View, j: int) -> Mention | None:
    """Return the people without names who are spoken to: "أهالي القرية", "حشد من أنصاره"."""
    if j >= view.size or view.mention_at[j] is not None:
        return None
    press = press_at(view, j)
    return press or group_at(view, view.lexicon.phrases("audiences"), j)


def press_at(view: View, j: int) -> Mention | None:
    """Return the reporters of "للصحافيين", "أمام صحفيين روس", whoever they write for."""
    if j >= view.size:
        return None
    group = group_at(view, view.lexicon.phrases("press"), j)
    return replace(group, kind="media", unnamed=True) if group is not None else None


def assembly_at(view: View, j: int) -> Mention | None:
    """Return the assembly of "أمام البرلمان", "أمام مجلس الشيوخ", known by name or not."""
    if not any(r.stem in _ASSEMBLIES and not r.proclitics for r in view.readings(j)):
        return None
    named = view.mention_from(j)
    if named is not None:
        body = named.kind in ("ministry", "organization") and not named.proclitics
        return named if body else None
    last = j
    while last - j < _LONGEST and _goes_on(view, last + 1, first=last == j):
        last += 1
    definite = any(r.definite for r in view.readings(j))
    found = unlinked_mention(view, j, last) if definite or last > j else None
    return replace(found, kind="ministry", human=False) if found is not None else None


def _goes_on(view: View, k: int, *, first: bool) -> bool:
    """True for the next word of "لجنة الشؤون الخارجية": an article, or a people's adjective."""
    if not view.is_word(k) or view.time_at[k] is not None or view.is_that(k) or k in view.cue_at:
        return False
    mention = view.mention_at[k]
    if mention is not None:
        return not mention.proclitics and mention.category in ("adjective", "either")
    fronts = ((),) if first else ((), ("و",))
    return any(r.definite and r.proclitics in fronts for r in view.readings(k))


def heard_at(view: View, j: int, speaker: Party | None) -> Mention | None:
    """Return who stands behind "in front of": people by name, office or sort, assemblies."""
    if _is_anothers(view, j - 1):
        return None
    if (assembly := assembly_at(view, j)) is not None:
        in_front = view.form(j - 1) in IN_FRONT_OF
        inside = not in_front or _may_address(speaker) or _is_led(view, j - 1)
        return assembly if inside else None
    named = view.mention_from(j)
    if named is not None:
        fits = named.kind in ("official", "person") and not named.proclitics
        plain = named.first == named.last and named.number == "plural" and not named.side
        crowd = group_at(view, view.lexicon.phrases("audiences"), j) if fits and plain else None
        return (crowd or named) if fits else None  # "أعضاء حزبه"
    return audience_at(view, j)


def _may_address(speaker: Party | None) -> bool:
    """True for holders of offices and people by name; protesters stand outside the building."""
    if not isinstance(speaker, Mention):
        return True
    return bool(speaker.role or speaker.person or speaker.gazetteer_id)


def heard_around(
    view: View, begin: int, cue: Cue, first: int, speaker: Party | None
) -> Mention | None:
    """Return who listened: "وفي كلمة أمام البرلمان، قال …", "نفى ذلك أمام الصحافيين".

    `begin` = where the clause of the verb does, `first` = where what is said does.
    """
    for k in range(begin, cue.first if not _begins_anew(view, cue) else begin):
        led = k == begin or view.is_comma(k - 1) or _is_led(view, k)
        if led and (found := _heard(view, k, speaker)) is not None:
            return found
    end = first + _OBJECT if view.form(first) in _THESE else first
    for k in range(cue.last + 1, min(view.size, end)):
        if view.quotation_at[k] is not None or is_of_another(view, cue.last + 1, k):
            continue
        if (found := _heard(view, k, speaker)) is not None:
            return found
    return None


def _begins_anew(view: View, cue: Cue) -> bool:
    """True for "spoke before parliament, and B denied": who heard the one heard no more of it."""
    connectors = view.words.connector
    return cue.conjoined or any(r.stem in connectors for r in view.readings(cue.first - 1))


def is_of_another(view: View, first: int, k: int) -> bool:
    """True where token `k` stands in "who stands before …", "which the agency handed to …"."""
    begin = k
    while begin > first and not view.is_comma(begin - 1):
        begin -= 1
    aside = view.form(begin) in view.words.relative and view.is_comma(begin - 1)
    aside = aside or any(view.form(i) in _ASIDES for i in range(begin, k))
    if aside and not _is_led(view, k):
        return True
    speeches = (i for i in range(begin, k) if any(r.stem in _SPEECHES for r in view.readings(i)))
    speech = next(speeches, None)
    return speech is not None and any(_acts_at(view, i) for i in range(speech + 2, k))


def _acts_at(view: View, i: int) -> bool:
    """True for a body or somebody whom no preposition leads: "وزعت نصها وكالة الأنباء"."""
    before = view.form(i - 1)
    if before in view.lexicon.word_set("prepositions"):
        return False
    named = view.mention_from(i)
    if named is not None:
        return named.category == "actor" and not named.proclitics
    bodies = view.lexicon.word_set("body_heads")
    return any(r.stem in bodies and not r.proclitics for r in view.readings(i))


def _heard(view: View, k: int, speaker: Party | None) -> Mention | None:
    """Return the listeners of "in front of X", "to reporters", "with reporters" at token `k`."""
    forms = {view.form(k), *(r.stem for r in view.readings(k) if r.proclitics == ("و",))}
    if forms & IN_FRONT_OF:
        return heard_at(view, k + 1, speaker)
    if forms & _WITH and _is_led(view, k):
        return press_at(view, k + 1)
    press = press_at(view, k)
    return press if press is not None and press.proclitics[-1:] == ("ل",) else None


def _is_led(view: View, k: int) -> bool:
    """True behind "a speech", "a statement", "remarks": how it was told."""
    return _speech_before(view, k) is not None and not _is_anothers(view, k)


def _speech_before(view: View, k: int) -> int | None:
    """Return the last word of a speech near in front of token `k`."""
    near = range(k - 1, max(0, k - _NEAR) - 1, -1)
    return next((i for i in near if any(r.stem in _SPEECHES for r in view.readings(i))), None)


def _is_anothers(view: View, k: int) -> bool:
    """True for "كلمة الرئيس أمام …", "بعد لقاء مع …": somebody else's, or told of only."""
    i = _speech_before(view, k)
    if i is None:
        return False
    after = view.form(i - 1) in _AFTER or any(
        r.stem in _AFTER and r.proclitics for r in view.readings(i - 1)
    )
    whole = any(r.definite or r.enclitic for r in view.readings(i) if r.stem in _SPEECHES)
    owner = i + 1 < k and view.time_at[i + 1] is None and not whole and _is_owner(view, i + 1)
    return after or owner


def _is_owner(view: View, i: int) -> bool:
    """True for a name or a word with the article behind a noun: "كلمة | الرئيس"."""
    mention = view.mention_from(i)
    if mention is not None:
        return mention.category == "actor" and not mention.proclitics
    return any(r.definite and not r.proclitics for r in view.readings(i))
