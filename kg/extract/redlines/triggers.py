"""Find what would cross a red line: the words in front of "would be a red line", or behind it.

In:  a view, the phrase's tokens, the words in which to look. Out: the trigger's tokens.
A trigger of several lines ("A, B and C are three red lines") is split where the number fits.
"""

from collections.abc import Iterator
from functools import partial

from kg.extract.phrases import PhraseSet
from kg.extract.redlines.in_front import clause_first, in_front, past_drawn, this_line
from kg.extract.redlines.parts import inside, split, split_triggers
from kg.extract.redlines.scope import Within
from kg.extract.redlines.words import Line, RedLineWords, Tokens
from kg.extract.view import View
from kg.lexicon.grammar import endings_of, words_of

_ALSO_WITHIN = 6
_STILL = 2  # tokens of "is still", لا يزال, which begins with a negation
_FEW = 3
_COLON_WITHIN = 14
_GENITIVE = ("nin", "nun", "nün", "in", "un", "ün")
_EMPTY = words_of("en", "empty_subjects")
_WHOEVER = words_of("ar", "whoever_crosses")
_OCCASIONS = words_of("en", "occasions")
_OCCASION_WITHIN = 5
_DECLARES = endings_of("tr", "declares")
_OF_THE_LINE = endings_of("tr", "of_the_line")
_BEING = endings_of("tr", "being")
_SAID_OF_LINE = words_of("tr", "said_of_the_line")
_TOLD_OF_LINE = endings_of("tr", "told_of_the_line")
_NAMED_WITHIN = 12
_DRAWN_LINE = endings_of("tr", "drawn_line")


def find_triggers(
    view: View, words: RedLineWords, line: Line, place: Tokens, one: Within
) -> Iterator[Tokens]:
    """Yield the trigger of each line that the phrase at `place` tells of."""
    if (listed := _counted(view, words, place)) is not None:
        yield from split_triggers(view, *listed)
        return
    count = words.count(view, place)
    several = count > 1 or (line.trigger == "copula" and words.is_plural(view, place))
    trigger = _trigger(view, words, line, place, one, whole=several)
    if trigger is None or _is_empty(view, trigger):
        trigger = _pointed_at(view, words, place[0], one) or this_line(view, words, place[0], one)
    if trigger is None or _is_occasion(view, trigger):
        return
    if view.form(place[1]) == "neither":
        yield from _neither(view, trigger)
        return
    parts = split_triggers(view, trigger, count) if several else [trigger]
    yield from parts if len(parts) > 1 else _both(view, parts[0])
    for after in range(place[1] + 1, place[1] + _ALSO_WITHIN):
        if length := words.words["also"].length_at(view.tokens, after):
            also = _behind(view, after + length, one)
            if also is not None and after + length <= one.content_last:
                yield also
            return


def _both(view: View, trigger: Tokens) -> list[Tokens]:
    """Return both of the Turkish "A'nın … da B'nin … (de)", "A'nın … ile B'nin …"; else all of it.

    Each ends as its half of the sentence asks for: both in the genitive, or each with its owner.
    """
    if view.lexicon.language != "tr":
        return [trigger]
    first, last = trigger
    for i in range(first + 1, last):
        form = view.form(i)
        ends = view.form(i - 1).endswith(_GENITIVE) and view.form(last).endswith(_GENITIVE)
        too = form in ("da", "de") and ends
        owned = form in ("ile", "ve") and _has_owner(view, first) and _has_owner(view, i + 1)
        if too or owned:
            return [(first, i - 1), (i + 1, last)]
    return [trigger]


def _has_owner(view: View, i: int) -> bool:
    """True for "NATO'nun (genişlemesi)": somebody's own."""
    mention = view.mention_from(i)
    return mention is not None and mention.case == "genitive"


def _neither(view: View, trigger: Tokens) -> Iterator[Tokens]:
    """Yield both of "(would accept) neither A nor B"."""
    nor = next((i for i in range(trigger[0] + 1, trigger[1]) if view.form(i) == "nor"), None)
    if nor is None:
        yield trigger
        return
    yield trigger[0], nor - 1
    yield nor + 1, trigger[1]


def _is_empty(view: View, trigger: Tokens) -> bool:
    """True for "there (is a line that …)", "من يتجاوزه": what would cross it stands elsewhere."""
    whoever = view.lexicon.language == "ar" and view.form(trigger[0]) in _WHOEVER
    return whoever or (trigger[0] == trigger[1] and view.form(trigger[0]) in _EMPTY)


def _is_occasion(view: View, trigger: Tokens) -> bool:
    """True for "(drew a line at) a dinner in Rome": where it was said, not what would cross it."""
    first, last = trigger
    if view.lexicon.language != "en" or view.form(first - 1) != "at":
        return False
    for k in range(first, min(last, first + _OCCASION_WITHIN) + 1):
        if view.form(k) in view.lexicon.word_set("prepositions"):
            return False
        if view.form(k) in _OCCASIONS:
            return True
    return False


def _pointed_at(view: View, words: RedLineWords, line: int, one: Within) -> Tokens | None:
    """Return what "that" takes up in English: "We will not leave; that is a red line"."""
    pronoun = line - 1
    while pronoun > one.content_first and (
        not view.is_word(pronoun)
        or words.words["links"].length_at(view.tokens, pronoun)
        or words.words["copula"].length_at(view.tokens, pronoun)
    ):
        pronoun -= 1
    points = view.lexicon.language == "en" and view.form(pronoun) in ("this", "that")
    last = pronoun - 2
    if points and view.form(pronoun - 1) == "and":  # "the canal is ours, and that is not for sale"
        last -= not view.is_word(last)
        return clause_first(view, _behind_but(view, one.content_first, last), last), last
    if not points or view.is_word(pronoun - 1) or last <= one.content_first:
        return None
    return one.content_first, last


def _behind_but(view: View, first: int, last: int) -> int:
    """Return where "Conejo is Honduran" begins in "there will be no war, but Conejo is …"."""
    at = (
        k + 2 for k in range(last - 1, first, -1) if view.is_comma(k) and view.form(k + 1) == "but"
    )
    return next(at, first)


def is_negated(view: View, words: RedLineWords, i: int, one: Within) -> bool:
    """True for "no red lines", "is not a red line"."""
    if words.lines and view.form(i) in words.words["negation"]:
        return False  # the phrase itself begins with a negation: "will not tolerate"
    if words.words["any"].length_at(view.tokens, i - 1) or (
        words.words["any"].length_at(view.tokens, i - 2) == 2
    ):
        return True  # "had not drawn any red line"
    if view.lexicon.language == "tr":  # behind: "kırmızı çizgi değil", not in it: "masada değil"
        last = hit[1] if (hit := words.at(view, i)) else i
        return any(words.words["negation"].length_at(view.tokens, last + k) for k in (1, 2, 3))
    negates = partial(words.words["negation"].length_at, view.tokens)
    own_verb = (
        words.words["copula"].length_at(view.tokens, i) > 0
    )  # "a licence without proof | is …"
    return any(
        (negates(k) and words.words["copula"].length_at(view.tokens, k) < _STILL)
        or any(r.enclitic == "n't" for r in view.readings(k))
        for k in range(max(one.content_first, i - 3), i)
        if not (own_verb and view.form(k) == "without")
    )


def _trigger(
    view: View,
    words: RedLineWords,
    line: Line,
    place: Tokens,
    one: Within,
    *,
    whole: bool,
) -> Tokens | None:
    """Return the tokens of what would cross the line; `whole`: a list with its commas."""
    if line.trigger == "behind":
        return _behind(view, place[1] + 1, one)
    if line.trigger == "inside":
        return inside(view, words, place)
    if view.lexicon.language == "tr" and line.trigger == "copula":
        named = _named_so(view, place, one) or _drawn_about(view, words, place, one)
        if named is not None:
            return named
    if by := words.words["by"].length_at(view.tokens, place[1] + 1):
        return _behind(view, place[1] + 1 + by, one)
    drawn = line.trigger == "copula" and _is_drawn(view, words, place, one)
    before = None if drawn else in_front(view, words, place[0], one)
    if line.trigger == "before":
        return before
    if drawn or (whole and before is None):
        listed = _listed(view, place, whole=whole)
        if listed is not None:
            return listed
    owned = _is_owned(view, words, place) and not (before is not None and _judged(view, place))
    if before is None and _judged(view, place):
        return None  # "bunun kırmızı çizgi olduğunu": told of in a sentence before
    if owned or before is None:
        after = _past_owner(view, words, place[1] + 1)
        behind = _after_copula(view, words, after, one, whole=whole)
        if behind is not None:
            return behind
    if before is not None:
        return before
    return _against(view, words, past_drawn(view, words, place[1] + 1), one)


def _named_so(view: View, place: Tokens, one: Within) -> Tokens | None:
    """Return X of the Turkish "kırmızı çizgilerinin X olduğunu"."""
    if not view.form(place[1]).endswith(_OF_THE_LINE):
        return None
    for k in range(place[1] + 2, min(one.content_last, place[1] + _NAMED_WITHIN) + 1):
        if view.form(k).startswith(_BEING):
            return (place[1] + 1, k - 1) if _may_be_matter(view, k - 1) else None
        if not view.is_word(k) and not view.is_comma(k):
            return None
    return None


def _may_be_matter(view: View, i: int) -> bool:
    """True for a noun; "dışında", "çiğnenmiş", "ne" say something else of the line."""
    return view.form(i) not in _SAID_OF_LINE and not view.form(i).endswith(_TOLD_OF_LINE)


def _drawn_about(view: View, words: RedLineWords, place: Tokens, one: Within) -> Tokens | None:
    """Return X of the Turkish "X konusunda kırmızı çizgi çizdi"."""
    k = place[0] - 1
    while k > one.content_first and words.words["links"].length_at(view.tokens, k):
        k -= 1
    about = bool(words.words["against"].length_at(view.tokens, k))
    if not about or not _is_drawn_behind(view, words, place[1]):
        return None
    return in_front(view, words, k, one)


def _is_drawn(view: View, words: RedLineWords, place: Tokens, one: Within) -> bool:
    """True for "drew two red lines", where nothing in front of them is what would cross them."""
    if view.lexicon.language == "tr":
        return _is_drawn_behind(view, words, place[1])
    for k in range(place[0] - 1, max(-1, place[0] - 5), -1):
        if any(_ends(view, words.words[name], k) for name in ("draws", "has")):
            return True
        if any(r.proclitics[-1:] in (("ل",), ("ל",)) for r in view.readings(k)) and (
            k <= one.content_first + 2
        ):
            return True  # للدوحة خطها الأحمر
        number = (
            view.form(k) in words.several or _is_subject(view, k) or view.tokens[k].text.isdigit()
        )
        if not (number or words.words["links"].length_at(view.tokens, k)):
            return False
        if words.words["copula"].length_at(view.tokens, k):
            return False
    return False


def _is_subject(view: View, k: int) -> bool:
    """True for who stands between the verb and the line: لدى الرياض خط أحمر."""
    return view.lexicon.language != "en" and view.mention_at[k] is not None


def _is_drawn_behind(view: View, words: RedLineWords, last: int) -> bool:
    """True for "üç kırmızı çizgi sıraladı", nothing of its own between the two."""
    for k in range(last + 1, min(view.size, last + 4)):
        if words.words["draws"].length_at(view.tokens, k):
            held = view.form(k).startswith(_DECLARES)
            if held and not view.form(last).endswith(("ni", "yi")):
                return False  # "… kırmızı çizgisi saydı": what it holds to be one stands before
            return view.form(last).startswith(_DRAWN_LINE) and not view.form(last).endswith("dir")
        if not view.is_word(k) or words.words["copula"].length_at(view.tokens, k):
            return False
    return False


def _ends(view: View, phrases: PhraseSet, last: int) -> bool:
    """True when one of the phrases ends at token `last`."""
    starts = range(max(0, last - 2), last + 1)
    return any(phrases.length_at(view.tokens, k) == last - k + 1 for k in starts)


def _listed(view: View, place: Tokens, *, whole: bool) -> Tokens | None:
    """Return what stands behind the colon of "drew three red lines on Monday: A, B and C"."""
    for k in range(place[1] + 1, min(view.size, place[1] + _COLON_WITHIN)):
        if view.tokens[k].text in ";؛" or (view.is_stop(k) and view.tokens[k].text != ":"):
            return None
        dash = view.tokens[k].text in "–—-" and k == place[1] + 1
        if view.tokens[k].text == ":" or dash:
            return _to_stop(view, k + 1, whole=whole)
        if whole and view.is_comma(k) and k == place[1] + 1 and not _is_told(view, k + 1):
            listed = _to_stop(view, k + 1, whole=True)
            return listed if listed and _has_list(view, listed) else None
    return None


def _counted(view: View, words: RedLineWords, place: Tokens) -> tuple[Tokens, int] | None:
    """Return the list of "two things are not negotiable: A, and B", and how many it has."""
    k = place[0] - 1
    k -= words.words["copula"].length_at(view.tokens, k)
    count = words.several.get(view.form(k - 1), 0)
    colon = place[1] + 1 < view.size and view.tokens[place[1] + 1].text == ":"
    if not (count and colon and words.words["plural"].length_at(view.tokens, k)):
        return None
    listed = _to_stop(view, place[1] + 2, whole=True)
    return (listed, count) if listed is not None else None


def _is_told(view: View, i: int) -> bool:
    return any(k in view.cue_at for k in range(i, min(view.size, i + 4)))


def _has_list(view: View, listed: Tokens) -> bool:
    """True for "A and B" behind a comma: a list, not another clause."""
    return len(list(split(view, listed, joined=True))) > 1


def _to_stop(view: View, first: int, *, whole: bool) -> Tokens | None:
    while first < view.size and not view.is_word(first) and view.quotation_at[first] is not None:
        first += 1
    last = first
    while not view.is_stop(last + 1) and (whole or not view.is_comma(last + 1)):
        last += 1
    return (first, last) if view.is_word(first) else None


def _judged(view: View, place: Tokens) -> bool:
    """True for "kırmızı çizgi olduğunu", "kırmızı çizgi olarak": the line is what is said of it."""
    return view.lexicon.language == "tr" and view.form(place[1] + 1).startswith("ol")


def _past_owner(view: View, words: RedLineWords, i: int) -> int:
    """Step over "for the kingdom", للمملكة, where a colon or "is" follows."""
    k = i + words.words["of_whom"].length_at(view.tokens, i) if i < view.size else i
    k += view.form(k) == "the"
    written_on = any("ل" in r.proclitics for r in view.readings(i))
    mention = view.mention_from(k)
    end = mention.last + 1 if mention is not None else k + 1
    led = (k > i or written_on) and end < view.size
    told = led and (
        view.tokens[end].text == ":" or words.words["copula"].length_at(view.tokens, end) > 0
    )
    return end if told else i


def _past_links(view: View, words: RedLineWords, i: int) -> int:
    """Step over "clear" of "הקו האדום שלנו ברור: …", where a colon follows."""
    k = i
    while k < min(view.size, i + _FEW) and words.words["links"].length_at(view.tokens, k):
        k += 1
    return k if k < view.size and view.tokens[k].text == ":" else i


def _is_owned(view: View, words: RedLineWords, place: Tokens) -> bool:
    """True when the line is the clause's subject: "its red line is …", خطنا الأحمر هو."""
    after = _past_owner(view, words, place[1] + 1)
    after = _past_links(view, words, after)
    return bool(words.words["copula"].length_at(view.tokens, after)) or (
        after < view.size and view.tokens[after].text in ":–—"
    )


def _behind(view: View, first: int, one: Within, *, whole: bool = False) -> Tokens | None:
    """Return the words from token `first` on, up to a comma unless they are a `whole` list."""
    if (
        first < one.content_last
        and not view.is_word(first)
        and view.quotation_at[first] is not None
    ):
        first += 1  # "will no longer tolerate" it
    last = first
    while last < one.content_last and not view.is_stop(last + 1):
        if view.is_comma(last + 1) and not whole:
            break
        last += 1
    return (first, last) if first <= one.content_last and view.is_word(first) else None


def _after_copula(
    view: View, words: RedLineWords, i: int, one: Within, *, whole: bool
) -> Tokens | None:
    k = _past_links(view, words, i)
    while k <= one.content_last and (
        words.words["copula"].length_at(view.tokens, k) or view.tokens[k].text in ":–—"
    ):
        k += 1
    return _behind(view, k, one, whole=whole) if k > i else None


def _against(view: View, words: RedLineWords, i: int, one: Within) -> Tokens | None:
    """ "drew a red line on enrichment": what the preposition introduces, else what is said."""
    timed = view.time_at_or_none(i) is not None or view.time_at_or_none(i + 1) is not None
    if i < view.size and words.words["against"].length_at(view.tokens, i) and not timed:
        return _behind(view, i + 1, one)
    return None
