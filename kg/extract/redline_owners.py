"""Find the red lines that an article tells of in its own voice: "X is a red line for Iran".

In:  a view and the statements found in it. Out: a statement of the line's owner, whose words are
the clause that tells of the line. The owner stands in the possessive, behind "for", or is the
subject of "has" and "drew". A line that nobody owns is not told by anybody.
"""

from collections.abc import Iterator, Sequence

from kg.extract.attribution import Attribution, can_act
from kg.extract.cue_rows import CueRow
from kg.extract.cues import Cue
from kg.extract.parts_played import is_possessive
from kg.extract.redline_triggers import Scope, Tokens, is_negated
from kg.extract.redline_words import RedLineWords, load_redline_words
from kg.extract.subject import find_subject
from kg.extract.told import Told, told_by
from kg.extract.turkish_redlines import turkish_possessor
from kg.extract.view import View
from kg.model.draft import Party, Pointer
from kg.model.mention import Gender, Mention

_ROW = CueRow(id="red-line", kind="noun", act="warns")
_GENDERS: dict[str, Gender] = {
    "ها": "feminine",
    "ه": "masculine",
    "his": "masculine",
    "her": "feminine",
}
_THEIR = frozenset({"its", "their", "his", "her"})
_MARGIN = 0.6


def find_owned_lines(view: View, told: Sequence[Told]) -> Iterator[Told]:
    """Yield a statement for each red line that stands in no statement and has an owner."""
    if view.heading:
        return
    words = load_redline_words(view.lexicon.language)
    last: Party | None = None
    for i in range(view.size):
        hit = words.at(view, i, again=last is not None) if view.tokens[i].is_word else None
        if hit is None:
            continue
        covering = next((t for t in told if t.covers(i)), None)
        if covering is not None or view.quotation_at[i] is not None:
            last = covering.speaker if covering is not None else last
            continue
        place = (i, hit[1])
        first, end = _clause(view, place)
        if is_negated(view, words, i, Scope(first, first, end)):
            continue
        found = _owner(view, words, place, (first, end))
        if found is None and last is not None and hit[0].again:
            found = last, (first, end)  # "…; selling it arms was another"
        if found is not None:
            last = found[0]
            yield _told(place, first, *found)


def _told(place: Tokens, start: int, owner: Party, content: Tokens) -> Told:
    return told_by(
        Attribution(
            cue=Cue(_ROW, *place, None),
            order="noun",
            speaker=owner,
            start=start,
            content_first=content[0],
            content_last=content[1],
            clausal=True,
            margin=_MARGIN,
        )
    )


def _clause(view: View, place: Tokens) -> Tokens:
    """Return the clause around the phrase, from semicolon to semicolon."""
    first, last = place
    while first > 0 and view.tokens[first - 1].text not in ";؛":
        first -= 1
    while last + 1 < view.size and view.tokens[last + 1].text not in ";؛":
        last += 1
    return first, last


def _owner(
    view: View, words: RedLineWords, place: Tokens, clause: Tokens
) -> tuple[Party, Tokens] | None:
    """Return the owner and the words that tell of the line."""
    possessor = _possessor(view, place[0])
    if possessor is not None:
        return possessor, clause
    behind = _party_behind(view, words, place[1] + 1)
    if behind is not None:
        return behind, (clause[0], place[1])
    front = _party_behind(view, words, clause[0])
    if front is not None and view.is_comma(front.last + 1):
        return front, (front.last + 2, clause[1])
    subject = find_subject(view, before=place[0])
    if subject is not None and subject.first >= clause[0] and _has(view, words, subject, place[0]):
        return subject, (place[0], clause[1])
    return None


def _possessor(view: View, i: int) -> Party | None:
    """ "Serbia's red line", "its red line", "the Serbian red line", خطها الأحمر."""
    before = view.mention_to(i - 1)
    if before is not None and can_act(before) and is_possessive(view, i - 1):
        return before
    if before is not None and before.category == "adjective" and before.gazetteer_id:
        return before
    owner = view.form(i - 1) if view.form(i - 1) in _THEIR else ""
    if view.lexicon.language == "tr":
        return turkish_possessor(view, load_redline_words("tr"), i)
    arabic = view.lexicon.language == "ar"
    owner = owner or next((r.enclitic for r in view.readings(i) if arabic and r.enclitic), "")
    if not owner:
        return None
    return Pointer(
        kind="pronoun", place=view.tokens[i].start, gender=_GENDERS.get(owner), number=None
    )


def _party_behind(view: View, words: RedLineWords, i: int) -> Mention | None:
    """Return the party of "for Iran", بالنسبة لإيران, at token `i`."""
    length = words.words["of_whom"].length_at(view.tokens, i) if 0 <= i < view.size else 0
    if not length:
        return None
    after = i + length
    after += view.form(after) in ("the", "a")
    mention = view.mention_from(after) or view.mention_from(i + length)
    return mention if can_act(mention) else None


def _has(view: View, words: RedLineWords, subject: Mention, i: int) -> bool:
    """True when a verb of having or drawing stands right before the phrase."""
    between = range(max(subject.last + 1, i - 3), i)
    return any(
        words.words[name].length_at(view.tokens, k) for name in ("has", "draws") for k in between
    )
