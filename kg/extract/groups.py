"""Read a group of people that is told by its sort: "وفدا من شيوخ القبائل", "أهالي القرية".

In:  a view, the nouns that head such groups, the token of one. Out: a mention of the words.
Arabic only. The letters written on in front (بأهالي) are no part of the name.
"""

from dataclasses import replace

from kg.extract.attribution import unlinked_mention
from kg.extract.mentions.arabic_nouns import is_common_noun
from kg.extract.mentions.arabic_parts import is_verb
from kg.extract.phrases import PhraseSet
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.mention import Mention
from kg.model.span import Span

_LONGEST = 4
_OF = "من"
_LETTERS = ("ب", "ل")  # "خصومه | بتجاوز الخط"
_PURPOSE = words_of("ar", "what_people_came_for")


def group_at(view: View, heads: PhraseSet, head: int) -> Mention | None:
    """Return the group whose noun stands at token `head`, None where it is no such noun."""
    if head >= view.size or not heads.has_stem(view.tokens, head):
        return None
    last = _end(view, heads, head)
    found = unlinked_mention(view, head, last, number="plural") if last is not None else None
    if found is None:
        return None
    fronts = next((r.proclitics for r in view.readings(head) if r.stem in heads), ())
    cut = len("".join(fronts))
    span, text = Span(found.span.start + cut, found.span.end), found.text[cut:]
    if found.text.startswith("لل"):
        text = f"ال{found.text[2:]}"  # للصيادين: the preposition swallows the article's alef
    return replace(
        found, span=span, text=text, name=text, proclitics=fronts, kind="official", human=True
    )


def _end(view: View, heads: PhraseSet, head: int) -> int | None:
    """Return the last token that says who they are."""
    last, prepositions = head, view.lexicon.word_set("prepositions")
    owned = any(r.enclitic and r.stem in heads for r in view.readings(head))
    definite = any(r.definite for r in view.readings(head))
    for k in range(head + 1, min(view.size, head + 1 + _LONGEST)):
        of = k == head + 1 and view.form(k) == _OF
        if k == head + 1 and not owned and (lived_in := _place_of(view, head, k)) is not None:
            return lived_in  # "سكان بيونغ يانغ"
        if not view.is_word(k) or view.time_at[k] is not None or view.is_that(k):
            break
        if view.form(k) in _PURPOSE or view.form(k) in view.words.relative:
            break
        if (view.form(k) in prepositions and not of) or not _may_describe(view, k):
            break
        if (owned or definite) and not of and not _has_article(view, k):
            break  # "أنصاره | بلهجة حادة", "المواطنين | التزام الهدوء"
        if definite and _is_deed(view, k):
            break  # "المواطنين | التدخل"
        if k in view.cue_at or is_verb(view.tokens[k]) or _is_led(view, heads, k):
            break
        last = k
    return None if view.form(last) == _OF else last


def _place_of(view: View, head: int, k: int) -> int | None:
    """Return the last token of the place whose people the bare noun at `head` means."""
    mention = view.mention_from(k)
    if mention is None or mention.proclitics:
        return None
    owned = any(r.enclitic in ("ه", "ها", "هم") for r in view.readings(k))  # "أعضاء حزبها"
    if not owned and mention.category not in ("place", "either"):
        return None
    return None if any(r.definite for r in view.readings(head)) else mention.last


def _is_deed(view: View, k: int) -> bool:
    """True for a verbal noun, which describes nobody; "العسكريين" does."""
    token = view.tokens[k]
    return is_common_noun(token) and not token.form.endswith(("ين", "ون", "ات"))


def _has_article(view: View, k: int) -> bool:
    return any(r.definite and not r.proclitics for r in view.readings(k))


def _may_describe(view: View, k: int) -> bool:
    """True for plain words, and for the adjective of a people inside: السفراء الأفارقة."""
    mention = view.mention_at[k]
    return mention is None or (mention.category == "adjective" and not mention.proclitics)


def _is_led(view: View, heads: PhraseSet, k: int) -> bool:
    """True for a word with "and" or a preposition written on, as far as it shows."""
    readings = view.readings(k)[1:]
    led = [r for r in readings if r.proclitics]
    if any(r.definite or r.stem in heads for r in led):
        return True
    if view.form(k) in view.lexicon.word_set("unfused"):
        return False  # "شركاء | بلاده"
    return any(r.proclitics[-1] in _LETTERS for r in led) and is_common_noun(view.tokens[k])
