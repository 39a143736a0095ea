"""Read quotations that no verb, noun or colon was found to introduce: words in quotes were said.

In:  a view and the statements already found in it. Out: a statement for each further quotation.
What stands between quotation marks and is longer than a name or a term was said by somebody: of 24
such quotations in the annotated articles 18 are statements of the gold. Who said it is whom an
agent's preposition names, else the subject, else the one person named behind the quotation; a
quotation alone goes on with whoever spoke last. All of it is guessed and scored as such.
"""

from collections.abc import Iterator

from kg.extract.attribution import Attribution, can_act
from kg.extract.continued import is_quotation_alone
from kg.extract.cue_rows import CueRow
from kg.extract.cues import Cue
from kg.extract.subject import find_subject
from kg.extract.told import Told, told_by
from kg.extract.view import Quotation, View
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention

_ROW = CueRow(id="quotation", kind="noun", act="asserts", that=True, bare=True)
_LEAST_WORDS = 3  # of a quotation that opens the sentence
_CLAUSE_WORDS = 4  # of one inside it: what is shorter is mostly a term
_GUESSED = 0.6


def find_quoted(view: View, told: list[Told]) -> Iterator[Told]:
    """Yield a statement for each quotation that nobody was heard to say."""
    if view.sentence.kind != "body":
        return
    for quotation in view.quotations:
        if _is_said(view, quotation) and not any(_holds(one, quotation) for one in told):
            speaker = _speaker(view, quotation)
            if speaker is not None and all(one.speaker != speaker for one in told):
                yield told_by(_attribution(quotation, speaker))


def _is_said(view: View, quotation: Quotation) -> bool:
    """True for words somebody says, not for a title, a name or a term."""
    inner = range(quotation.inner_first, quotation.inner_last + 1)
    words = [view.tokens[i].text for i in inner if view.is_word(i)]
    leads = quotation.first == 0 and len(words) >= _LEAST_WORDS
    if not leads and len(words) < _CLAUSE_WORDS:
        return False
    capitals = sum(w[0].isupper() for w in words)
    return capitals <= len(words) // 2


def _holds(one: Told, quotation: Quotation) -> bool:
    return one.first <= quotation.last and quotation.first <= one.last


def _speaker(view: View, quotation: Quotation) -> Party | None:
    if is_quotation_alone(view):
        place = view.tokens[quotation.first].start
        return Pointer(kind="elided", place=place, continues=True)
    able = [m for m in view.mentions if _may_say(view, m)]
    agents = [m for m in able if _is_agent(view, m)]
    if agents:
        return min(agents, key=lambda m: abs(m.first - quotation.first))
    subject = find_subject(view, before=quotation.first)
    if subject is not None:
        return None if _is_told(view, subject) else subject
    behind = [m for m in able if m.first > quotation.last and m.person]
    return behind[0] if len(behind) == 1 else None


def _is_told(view: View, subject: Mention) -> bool:
    """True for the envoy of "The envoy was told that such acts “are a threat”"."""
    if view.lexicon.language != "en":
        return False
    after = subject.last + 1
    if view.form(after) in view.lexicon.word_set("have"):
        after += 1
    told = view.cue_at.get(after + 1)
    return (
        view.form(after) in view.lexicon.word_set("be")
        and told is not None
        and told.row.object_addressee
        and told.form in ("past", "participle")
    )


def _may_say(view: View, mention: Mention) -> bool:
    said = view.quotation_at[mention.first] is None and mention.category != "place"
    return said and can_act(mention) and mention.kind != "media"


def _is_agent(view: View, mention: Mention) -> bool:
    """True behind "by" or "according to", article and such between."""
    agents = view.lexicon.word_set("agents")
    return any(view.form(i) in agents for i in range(max(0, mention.first - 2), mention.first))


def _attribution(quotation: Quotation, speaker: Party) -> Attribution:
    start = quotation.first
    if isinstance(speaker, Mention):
        start = min(start, speaker.first)
    return Attribution(
        cue=Cue(_ROW, quotation.first, quotation.first, None),
        order="quotation",
        speaker=speaker,
        start=start,
        content_first=quotation.inner_first,
        content_last=quotation.inner_last,
        clausal=True,
        margin=_GUESSED,
    )
