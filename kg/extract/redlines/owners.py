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
from kg.extract.redlines.drawers import find_drawer
from kg.extract.redlines.refusals import is_another
from kg.extract.redlines.scope import Scope
from kg.extract.redlines.triggers import is_negated
from kg.extract.redlines.turkish import turkish_possessor
from kg.extract.redlines.words import OWNED, RedLineWords, Tokens, load_redline_words
from kg.extract.told import Told, told_by
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Gender, Mention

_ROW = CueRow(id=OWNED, kind="noun", act="warns")
_GENDERS: dict[str, Gender] = {
    "ها": "feminine",
    "ه": "masculine",
    "his": "masculine",
    "her": "feminine",
}
_THEIR = words_of("en", "whose_line")
_HIMSELF = words_of("en", "behind_the_owner")
_MARGIN = 0.6
_OWNER_REACH = 5


def find_owned_lines(view: View, told: Sequence[Told]) -> Iterator[Told]:
    """Yield a statement for each red line that stands in no statement and has an owner."""
    if view.heading:
        return
    words = load_redline_words(view.lexicon.language)
    last: Party | None = None
    for i in words.places(view):
        hit = words.at(view, i, again=last is not None)
        if hit is None:
            continue
        covering = next((t for t in told if t.covers(i)), None)
        if covering is not None and isinstance(covering.speaker, Pointer):
            _name_speaker(view, words, covering, (i, hit[1]))
        elif covering is not None and not hit[0].weak:
            yield from _ascribed(view, words, (i, hit[1]), covering)
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


def _ascribed(view: View, words: RedLineWords, place: Tokens, one: Told) -> Iterator[Told]:
    """Yield what the owner says where another tells of it: "Berlin has a red line, X said"."""
    content = (one.content_first, one.content_last)
    found = _owner(view, words, place, content)
    if found is None or is_negated(view, words, place[0], Scope(content[0], *content)):
        return
    owner, stretch = found
    if view.quotation_at[place[0]] is not None:  # there only "… for France" tells of another's
        owner = _party_behind(view, words, place[1] + 1) or one.speaker or owner
    if isinstance(owner, Mention) and is_another(one.speaker, owner):
        told = _told(place, stretch[0], owner, stretch)
        told.via = [one.speaker, *one.via] if one.speaker is not None else list(one.via)
        yield told


def _name_speaker(view: View, words: RedLineWords, one: Told, place: Tokens) -> None:
    """ "The minister set, he said, three red lines": "he" is the minister of the same clause."""
    drawer = find_drawer(view, words, place, _clause(view, place))
    told_by_pronoun = isinstance(one.speaker, Pointer) and one.speaker.kind == "pronoun"
    if told_by_pronoun and isinstance(drawer, Mention) and drawer.first < place[0]:
        one.speaker = drawer


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
    possessor = _possessor(view, *place)
    if possessor is not None:
        return possessor, clause
    behind = _party_behind(view, words, place[1] + 1) or _party_behind(view, words, place[1])
    if behind is not None:
        told_behind = not view.is_stop(behind.last + 1) and not view.is_comma(behind.last + 1)
        return behind, clause if told_behind else (clause[0], place[1])
    if view.lexicon.language == "tr":
        front = _party_before(view, words, clause[0], place[0])
        if front is not None and front.last + 2 >= place[0]:
            return front, clause  # "X'in devri Kenya için kırmızı çizgidir"
        if front is not None:
            return front, (front.last + 2, clause[1])
    front = _party_behind(view, words, clause[0])
    after = front.last + 1 if front is not None else view.size
    if front is not None and (view.is_comma(after) or view.form(after) in _HIMSELF):
        return front, (front.last + 2, clause[1])
    drawer = find_drawer(view, words, place, clause)
    return (drawer, clause) if drawer is not None else None


def _possessor(view: View, i: int, last: int) -> Party | None:
    """ "Serbia's red line", "its red line", "the Serbian red line", خطها الأحمر."""
    inside = next((m for k in range(i + 1, last) if (m := view.mention_from(k))), None)
    if inside is not None and can_act(inside) and "ש" not in inside.proclitics:
        return inside  # خط طهران الأحمر; no owner in "קו שטירנה לא תורשה לחצות"
    before = _belongs_to(view, i)
    if before is not None:
        return before
    before = view.mention_to(i - 1)
    if before is not None and can_act(before) and is_possessive(view, i - 1):
        return before
    described = before is not None and before.category == "adjective" and before.gazetteer_id
    if before is not None and described and "ל" not in before.proclitics:
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


def _belongs_to(view: View, i: int) -> Mention | None:
    """Return the party of "للدوحة خطها الأحمر", "לטהרן יש קו אדום": "to" is written onto it."""
    for k in range(i - 1, max(-1, i - _OWNER_REACH), -1):
        mention = view.mention_to(k)
        if mention is not None:
            to = any(p in mention.proclitics for p in ("ل", "ל"))
            told = mention.first and _draws_at(view, mention.first - 1)
            told = told or _is_complement(view, mention, i)
            return mention if to and can_act(mention) and not told else None
        if not view.is_word(k):
            return None
    return None


def _is_complement(view: View, mention: Mention, i: int) -> bool:
    """True for "(arms) for Ukraine would be (a red line)": not Ukraine's is the line."""
    copula = load_redline_words(view.lexicon.language).words["copula"]
    led = any(copula.length_at(view.tokens, k) for k in range(mention.last + 1, i + 1))
    ahead = mention.first - 1
    inside = view.is_word(ahead) and not view.is_that(ahead) and not view.is_break(ahead)
    return view.lexicon.language == "he" and led and inside


def _draws_at(view: View, k: int) -> bool:
    """True for the verb of "(Iran) drew for the Saudis a red line": theirs it is not."""
    draws = load_redline_words(view.lexicon.language).words["draws"]
    return view.lexicon.language == "he" and draws.has_stem(view.tokens, k)


def _party_before(view: View, words: RedLineWords, first: int, i: int) -> Mention | None:
    """Return the party of "Kenya için" between token `first` and the line."""
    for mention in view.mentions:
        led = words.words["of_whom"].length_at(view.tokens, mention.last + 1)
        if first <= mention.first < i and led and can_act(mention):
            return mention
    return None


def _party_behind(view: View, words: RedLineWords, i: int) -> Mention | None:
    """Return the party of "for Iran", بالنسبة لإيران, at token `i`."""
    length = words.words["of_whom"].length_at(view.tokens, i) if 0 <= i < view.size else 0
    if not length:
        return None
    after = i + length
    after += view.form(after) in ("the", "a")
    mention = view.mention_from(after) or view.mention_from(i + length)
    return mention if can_act(mention) else None
