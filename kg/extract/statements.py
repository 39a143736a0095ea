"""Turn what one sentence tells of speech into draft statements.

In:  a view, the statements as arranged, a source of keys. Out: draft statements, in order.
Adds to each: the act as what is said changes it, the exact words, quotation, condition, whom and
what they are about, when it was said. Who is told by which words is decided before, in
`kg.extract.arrange`.
"""

from collections.abc import Iterator, Sequence

from kg.extract.arabic_conditions import begins_arabic_condition
from kg.extract.confidence import score_statement
from kg.extract.day_of_a_plan import is_of_plan
from kg.extract.english_conditions import begins_english_condition
from kg.extract.heard_beside import find_heard_beside
from kg.extract.heard_beside_hebrew import find_heard_in_hebrew
from kg.extract.heard_by_press import find_press
from kg.extract.heard_in_front_hebrew import find_heard_in_front
from kg.extract.parts_played import part_of
from kg.extract.passed_on import find_passed_on
from kg.extract.placed_on import find_placed_on
from kg.extract.told import Told
from kg.extract.told_on_a_day import is_told_on
from kg.extract.turkish_conditions import find_turkish_condition
from kg.extract.view import View
from kg.extract.written_to import find_written_to
from kg.lexicon.grammar import words_by_language, words_of
from kg.model.draft import DraftAbout, DraftStatement, DraftTime, Party, Pointer
from kg.model.mention import Mention
from kg.model.span import Span
from kg.vocabulary import SpeechAct, Tense

MAX_ABOUT = 6
_REPLY = words_of("en", "opens_a_reply")
_ASKED = words_of("en", "opens_with_a_question")
_OF_OTHERS = words_of("ar", "verbs_about_what_others_do")
_NO_DAY = frozenset({"until", "till", "by", "since", "from", "before", "after", "for"})
_FALSE_WITHIN = 12  # tokens
_WHAT = "ما"  # "what is said of the crossing … is baseless", however long
_AFFECT_WITHIN = 4
_REFUSAL_WORDS = 3
_TENSES: dict[str, Tense] = {"past": "past", "present": "present", "base": "present"}
_IF_ONLY = words_of("he", "if_only")


def draft_statement(
    view: View, one: Told, others: Sequence[Told], key: int
) -> DraftStatement | None:
    """Return the draft of one statement; None when no words are left to be said."""
    content = view.words_span(one.content_first, one.content_last)
    evidence = view.words_span(one.first, one.last)
    if content is None or evidence is None:
        return None
    quote = find_quote(view, one.content_first, one.content_last)
    act = decide_act(view, one)
    condition = find_condition(view, one.content_first, one.content_last)
    passed_on = tuple(find_passed_on(view, one, others))
    return DraftStatement(
        key=key,
        sentence=view.sentence.index,
        rule=f"statement/{_rule(one)}/{view.lexicon.language}",
        cues=tuple(_cue_spans(view, one)),
        evidence=(evidence,),
        speaker=one.speaker,
        via=(*one.via, *passed_on),
        act=act,
        addressees=_addressees(view, one, others, passed_on, act, condition),
        content=_quoted_alone(content, quote),
        quote=quote,
        condition=condition,
        about=tuple(_about(view, one)),
        time=_said_when(view, one, others),
        heading=view.heading,
        score=score_statement(one.attribution, speaker=one.speaker, inner=one.inner),
    )


def _addressees(
    view: View,
    one: Told,
    others: Sequence[Told],
    passed_on: Sequence[Mention],
    act: SpeechAct,
    condition: Span | None,
) -> tuple[Party, ...]:
    """Return who is told; of a reply or denial that names nobody, whoever it answers."""
    named: list[Party] = [*one.addressees]
    english = view.lexicon.language == "en"
    reader = find_written_to(view, one, others) if english and not named else None
    named += [reader] if reader is not None else find_placed_on(view, one, act, condition)
    if not named:
        named += find_heard_beside(view, one, passed_on, act)
    if view.lexicon.language == "he" and (not named or act == "accuses"):
        heard = find_heard_in_hebrew(view, one, others)
        heard = heard or (None if named else find_heard_in_front(view, one))
        named = [heard] if heard is not None else named  # who is accused is spoken about
    if not named and (reader := find_written_to(view, one, others)) is not None:
        named.append(reader)
    if not named and (press := find_press(view, one)) is not None:
        named.append(press)
    told = tuple(a for a in named if a != one.speaker)
    cue = one.attribution.cue
    replies = view.lexicon.language == "en" and _opens_reply(view)
    if view.form(0) in _ASKED:
        return told  # "Asked about it, X replied": whoever asked is not told of
    if not told and (act == "denies" or cue.row.answers or replies) and not view.heading:
        return (Pointer(kind="answered", place=view.tokens[cue.first].start),)
    return told


def _opens_reply(view: View) -> bool:
    """True for "In reply, X said": whoever spoke before is answered."""
    return view.form(0) == "in" and view.form(1) in _REPLY and view.is_comma(2)


def _rule(one: Told) -> str:
    return one.attribution.order or "verb"


def _quoted_alone(content: Span, quote: Span | None) -> Span:
    """Words that are one quotation and nothing else are given without its marks."""
    if quote and quote.start - content.start <= 1 and content.end - quote.end <= 1:
        return quote
    return content


def _cue_spans(view: View, one: Told) -> Iterator[Span]:
    cues = [*one.more_cues, one.attribution.cue] if one.more_cues else [one.attribution.cue]
    for cue in sorted(cues, key=lambda c: c.first):
        yield view.span(cue.first, cue.last)


def decide_act(view: View, one: Told) -> SpeechAct:
    """Return the row's act, as changed by what is expressed or by "false"."""
    act = one.act
    plain = not one.attribution.clausal or one.attribution.cue.row.object_content
    before = one.attribution.before and one.attribution.order != "received"
    others = view.lexicon.language == "ar" and one.attribution.cue.row.id in _OF_OTHERS
    if plain and act == "asserts" and not before and not others:
        affect = _affect(view, one)
        if affect is not None:
            return affect
    if act in ("asserts", "describes", "announces") and (
        _says_false(view, one) or _refuses(view, one)
    ):
        return "denies"
    return act


def _affect(view: View, one: Told) -> SpeechAct | None:
    affects = view.lexicon.affects
    for i in range(
        one.content_first, min(one.content_last + 1, one.content_first + _AFFECT_WITHIN)
    ):
        for reading in view.readings(i):
            if reading.stem in affects:
                return affects[reading.stem]
    return None


def _says_false(view: View, one: Told) -> bool:
    long = one.content_last - one.content_first > _FALSE_WITHIN
    rumour = view.lexicon.language == "ar" and view.form(one.content_first) == _WHAT
    if long and not rumour and one.attribution.cue.row.act != "describes":
        return False
    false = view.words.false
    return view.may_hold(false) and any(
        view.phrase_at(i, false) for i in range(one.content_first, one.content_last + 1)
    )


def _refuses(view: View, one: Told) -> bool:
    """True for "Not so, said X": a refusal and hardly another word."""
    refusal = view.lexicon.phrases("refusal")
    short = one.content_last - one.content_first < _REFUSAL_WORDS
    if short and view.phrase_at(one.content_first, refusal) > 0:
        return True
    lead = view.phrase_at(0, refusal)  # "Not at all, X said: …"
    return 0 < lead < one.attribution.cue.first < one.content_first and view.is_comma(lead)


def find_quote(view: View, first: int, last: int) -> Span | None:
    """Return the longest quotation among tokens `first` to `last`, without its marks."""
    inside = [
        (max(q.inner_first, first), min(q.inner_last, last))
        for q in view.quotations
        if q.inner_first <= last and q.inner_last >= first
    ] or list(_quoted_words(view, first, last))
    if not inside:
        return None
    start, end = max(inside, key=lambda pair: pair[1] - pair[0])
    while end > start and view.is_comma(end):
        end -= 1
    return view.span(start, end)


def _quoted_words(view: View, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield quoted words that are no quotation by their shape, and nobody's name."""
    naming = view.lexicon.word_set("naming") if view.lexicon.language == "ar" else None
    for bracket in view.brackets if naming is not None else ():
        begin, end = bracket.first + 1, bracket.last - 1
        if bracket.kind != "name" or begin < first or end > last:
            continue
        known = any(view.mention_at[i] is not None for i in range(begin, end + 1))
        named = any(r.stem in (naming or ()) for r in view.readings(bracket.first - 1))
        if not known and not named and begin <= end:
            yield begin, end


def find_condition(view: View, first: int, last: int) -> Span | None:
    """Return the words of the first condition among those tokens, up to the next comma."""
    if view.lexicon.language == "tr":
        found = find_turkish_condition(view, first, last)
        return view.words_span(*found) if found is not None else None
    if view.lexicon.language not in ("ar", "en") and not (
        view.may_hold(view.words.condition)
        or view.may_hold(view.lexicon.phrases("condition_first"))
    ):
        return None
    for i in range(first, last + 1):
        if view.tokens[i].is_word and _begins_condition(view, first, i):
            end = i
            while end < last and not view.is_comma(end + 1) and not view.is_stop(end + 1):
                end += 1
            return view.words_span(i, end)
    return None


def _begins_condition(view: View, first: int, i: int) -> bool:
    if view.lexicon.language == "ar" and begins_arabic_condition(view, first, i):
        return True
    if view.lexicon.language == "en" and begins_english_condition(view, first, i):
        return True
    if view.form(i) in _IF_ONLY and not (i == first or view.is_break(i - 1) or view.is_that(i - 1)):
        return False  # "אמר לו שההסכם בטל": to him
    at_first = view.lexicon.phrases("condition_first")
    leads = i == first or (i == first + 1 and view.form(first) in ("and", "but"))
    told = view.phrase_at(i, view.words.condition) or (leads and view.phrase_at(i, at_first))
    return bool(told) and view.form(i - 1) not in view.lexicon.word_set("no_condition")


def _about(view: View, one: Told) -> Iterator[DraftAbout]:
    seen: set[tuple[str, str]] = set()
    for mention in view.mentions:
        part = part_of(view, mention) if one.covers(mention.first) else None
        if part is None:
            continue
        name = (mention.gazetteer_id or mention.name, part)
        if name not in seen and len(seen) < MAX_ABOUT:
            seen.add(name)
            yield DraftAbout(mention=mention, role="place" if part == "place" else "actor")


def _said_when(view: View, one: Told, others: Sequence[Told]) -> DraftTime | None:
    """Return the time words that stand with the telling and not with what is told."""
    cue = one.attribution.cue
    for words in view.times:
        place = _token_at(view, words.span)
        if place is None or view.quotation_at[place] is not None:
            continue
        if any(t.covers(place) != t.covers(cue.first) for t in others):
            continue  # told inside other words than the verb is, or outside of them
        if _is_aside(view, place, cue.first) or not _SINCE.isdisjoint(
            (view.form(place - 1), view.form(place))
        ):
            continue
        if one.attribution.order in ("charge", "taken-up") and place > cue.last:
            continue  # "wanted on charges that he denies, left on Monday"
        if _stands_with(view, one, others, place) and not is_of_plan(view, one, words, place):
            return DraftTime(words=words, tense=_TENSES.get(cue.form, "past"))
    return _day_inside(view, one) or _told_with(view, one, others)


_GOES_ON = frozenset({"over", "that", "to", "of", "at", "following"})
_SPEAKS = words_of("en", "speaks_in_an_aside")
_FEELINGS = words_of("en", "felt_and_told")
_TOLD = frozenset({"him", "her", "them", "it", "us"})
_SAID_BEFORE = words_by_language("said_before")
_NEAR_CUE = 4  # words: "had often accused", "accused Washington repeatedly"
_DAY_WITHIN = 10  # words behind the verb
_FIRST_BEHIND = 2
_SINCE = words_of("en", "since_when")


def _day_inside(view: View, one: Told) -> DraftTime | None:
    """Return the day of "voiced concern on Tuesday over …", "accused Oslo on Monday of …".

    English alone: the day parts the verb's object from what goes on with it, a word of `_GOES_ON`
    or ", saying". The object is somebody or a feeling: what happens has days of its own, as in
    "condemned the attack on Tuesday at the port, saying …".
    """
    cue = one.attribution.cue
    if view.lexicon.language != "en" or one.attribution.before or cue.form != "past":
        return None
    for words in view.times:
        place, end = _token_at(view, words.span), _last_token(view, words.span)
        if place is None or end is None or not cue.last < place <= cue.last + _DAY_WITHIN:
            continue
        led = any(view.form(k) in _NO_DAY for k in (place - 2, place - 1, place))
        between = range(cue.last + 1, place)
        broken = any(view.is_break(i) or view.is_that(i) or view.form(i) == "to" for i in between)
        if led or broken or view.quotation_at[place] is not None:
            continue
        before = _before_town(view, place - 1 - (view.form(place - 1) == "on"))
        ends = end + 1 >= view.size or view.is_stop(end + 1)
        if is_told_on(view, one, before) and (ends or view.is_comma(end + 1)):
            return DraftTime(words=words, tense="past")  # "rejected the charge on Monday."
        if not _is_undated(view, cue.last, before):
            continue
        saying = view.is_comma(end + 1) and view.form(end + 2).endswith("ing")
        if saying or view.form(end + 1) in _GOES_ON:
            return DraftTime(words=words, tense="past")
    return None


def _before_town(view: View, i: int) -> int:
    """Return the token in front of "in Tokyo" that ends at `i`, or `i` itself."""
    town = view.mention_to(i)
    led = town is not None and town.category != "actor" and view.form(town.first - 1) == "in"
    return town.first - 2 if town is not None and led else i


def _is_undated(view: View, verb: int, i: int) -> bool:
    """True for "concern", "him", "Russia" in front of a day, which have no day of their own."""
    mention = view.mention_at[i]
    near = mention is not None and mention.first - verb <= _FIRST_BEHIND
    who = near and mention is not None and mention.category in ("actor", "either")
    return who or view.form(i) in _FEELINGS or view.form(i) in _TOLD


def _is_aside(view: View, place: int, cue: int) -> bool:
    """True for a day in "X, who took office on Monday, said …"."""
    return any(
        b.kind == "relative"
        and b.first <= place <= b.last
        and not b.first <= cue <= b.last
        and not any(view.form(i) in _SPEAKS for i in range(b.first, place))
        for b in view.brackets
    )


def _told_with(view: View, one: Told, others: Sequence[Told]) -> DraftTime | None:
    """Return the day of the verb before: "said on Friday that …, and asked Y to …"."""
    cue = one.attribution.cue
    around = range(max(0, cue.first - _NEAR_CUE), min(cue.last + _NEAR_CUE, len(view.tokens) - 1))
    before = any(view.form(i) in _SAID_BEFORE[view.lexicon.language] for i in around)
    if one.attribution.order != "elided" or before:
        return None
    for words in reversed(view.times):
        place = _token_at(view, words.span)
        if place is None or place >= cue.first or view.quotation_at[place] is not None:
            continue
        covered = any(t is not one and t.covers(place) for t in others)
        if not covered and view.form(place - 1) not in _NO_DAY:
            return DraftTime(words=words, tense=_TENSES.get(cue.form, "past"))
    return None


def _token_at(view: View, span: Span) -> int | None:
    return next((i for i, t in enumerate(view.tokens) if t.end > span.start), None)


def _last_token(view: View, span: Span) -> int | None:
    return next((i for i, t in enumerate(view.tokens) if t.end >= span.end), None)


def _stands_with(view: View, one: Told, others: Sequence[Told], place: int) -> bool:
    """True between the end of the statement before and the words said, or behind them."""
    ends = [t.last for t in others if t is not one and t.last < one.first]
    begin = max(ends, default=-1)
    if one.attribution.before:
        return place > one.content_last
    if one.content_last < place < one.attribution.cue.first:
        return True  # the verb stands behind: "… iki gün önce söylemişti"
    return begin < place < one.content_first
