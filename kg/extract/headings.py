"""Read what a heading says and by whom.

In:  the view of a title or heading. Out: statements as `Told`, like those of a sentence.
"X: words" is X speaking; "Israeli warnings to Turkey: words" is the owner of the speech noun
speaking. Verbs in headings are read as everywhere. A heading supports and never doubles: that is
for `kg.resolve.merge` to see to.
"""

from collections.abc import Iterator

from kg.extract.attribution import Attribution, can_act
from kg.extract.cue_rows import CueRow
from kg.extract.cues import Cue
from kg.extract.speakers.turkish_acts import act_of
from kg.extract.told import Told
from kg.extract.view import View
from kg.model.mention import Mention

_COLON = CueRow(id="colon", kind="noun", act="asserts", that=True, bare=True)
_LEAST_WORDS = 3


def read_colon(view: View) -> Iterator[Told]:
    """Yield the statement of "X: words", if the line is one."""
    colon = next((i for i, t in enumerate(view.tokens) if t.text == ":"), None)
    if colon is None or not 0 < colon < view.size - _LEAST_WORDS:
        return
    if any(c.row.kind == "verb" and c.first < colon for c in view.cues):
        return
    attribution = _named(view, colon)
    if attribution is None and view.heading:
        attribution = _owned(view, colon)
    attribution = attribution or _from_to(view, colon)
    if attribution is not None:
        one = Told(
            attribution=attribution,
            speaker=attribution.speaker,
            start=attribution.start,
            content_first=attribution.content_first,
            content_last=attribution.content_last,
            addressees=list(attribution.addressees),
            act=attribution.cue.row.act,
        )
        if view.lexicon.language == "tr":
            one.act = act_of(view, one)  # "…: Sınırı açın"
        yield one


def _named(view: View, colon: int) -> Attribution | None:
    """ "Erdogan: we will not allow it"."""
    mention = view.mention_to(colon - 1)
    if mention is None or not can_act(mention) or mention.first > 1 or mention.proclitics:
        return None
    if mention.first == 1 and view.form(0) not in ("the", "a", "an"):
        return None
    if mention.kind == "media" or (not view.heading and mention.category == "either"):
        return None
    if mention.kind == "state" and not _speaks(view, colon + 1):
        return None
    return _attribution(view, _COLON, colon, colon, mention, (), "heading-colon")


def _speaks(view: View, first: int) -> bool:
    """True for "Iran: we will not yield", not for "Libya: polls put off again"."""
    language = view.lexicon.language
    if language not in ("en", "ar") or view.quotation_at[first] is not None:
        return True
    if language == "en":
        own = view.lexicon.word_set("first_person")
        return any(view.form(i) in own for i in range(first, view.size))
    if view.form(first) in view.lexicon.word_set("first_person"):
        return True
    return any(r.stem in view.words.negation for r in view.readings(first)) or (
        view.form(first)[:2] in ("سن", "سا") and first not in view.cue_at
    )


def _from_to(view: View, colon: int) -> Attribution | None:
    """ "Ankara'dan Atina'ya: …": a Turkish heading without a noun of speech."""
    source = view.mention_from(0)
    goal = view.mention_to(colon - 1)
    if source is None or goal is None or not (can_act(source) and can_act(goal)):
        return None
    if (source.case, goal.case) != ("ablative", "dative") or goal.first != source.last + 1:
        return None
    return _attribution(view, _COLON, colon, colon, source, (goal,), "heading-colon")


def _owned(view: View, colon: int) -> Attribution | None:
    """ "Israeli warnings to Turkey: …", التحذيرات الإسرائيلية لتركيا."""
    noun = next((c for c in view.cues if c.row.kind == "noun" and c.first < colon), None)
    if noun is None:
        return None
    owners = [m for m in view.mentions if m.first < colon and _owns(view, m, noun)]
    if len(owners) != 1:
        return None
    to = tuple(m for m in view.mentions if m.first < colon and _is_addressed(view, m))
    return _attribution(view, noun.row, noun.first, noun.last, owners[0], to, "heading-noun")


def _owns(view: View, mention: Mention, noun: Cue) -> bool:
    if mention.case is not None:
        return mention.case in ("ablative", "genitive") and can_act(mention)
    if _is_addressed(view, mention):
        return False
    beside = mention.first == noun.last + 1 or mention.last == noun.first - 1
    return beside and mention.gazetteer_id is not None


def _is_addressed(view: View, mention: Mention) -> bool:
    if mention.case is not None:
        return mention.case == "dative" and can_act(mention)
    return bool({"ل", "ל"} & set(mention.proclitics)) or (
        can_act(mention) and view.form(mention.first - 1) in ("to", "الي")  # folded
    )


def _attribution(
    view: View,
    row: CueRow,
    first: int,
    last: int,
    speaker: Mention,
    addressees: tuple[Mention, ...],
    order: str,
) -> Attribution:
    colon = next(i for i, t in enumerate(view.tokens) if t.text == ":")
    return Attribution(
        cue=Cue(row, first, last, None),
        order=order,
        speaker=speaker,
        addressees=addressees,
        start=min(first, speaker.first),
        content_first=colon + 1,
        content_last=view.size - 1,
        clausal=True,
        margin=0.8,
    )
