"""Find whose Hebrew verb of speech it is where the clause in front names its subject.

In:  the view, what was found so far, a verb with "and" written on. Out: the party, None for nobody.
    הנשיא שוחח עם השר והדגיש כי         the subject of the first verb, whatever that verb is
    הוא כינה את השר "בוגד" והבטיח       the pronoun that the first verb had
    אחרי שהכריז כי יתפטר, נחת השר       the subject of the main clause
"""

from collections.abc import Sequence

from kg.extract.attribution import Attribution, can_act
from kg.extract.cues import Cue
from kg.extract.mentions.hebrew_parts import is_verb
from kg.extract.subject import find_subject
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention

_PARTS = frozenset({";", ":"})
_WHEN_WHICH = words_of("he", "when_which")
_NEAR = 4


def pronoun_before(found: Sequence[Attribution], cue: Cue) -> Pointer | None:
    """Return "he" of "הוא כינה … והבטיח" for the second verb, where both verbs agree."""
    before = found[-1] if found else None
    speaker = before.speaker if before is not None and not before.nested else None
    if not isinstance(speaker, Pointer) or speaker.kind != "pronoun" or cue.inflection is None:
        return None
    own = cue.inflection
    genders = {speaker.gender, own.gender} - {None}
    numbers = {speaker.number, own.number} - {None}
    return speaker if cue.conjoined and len(genders) < 2 and len(numbers) < 2 else None


def subject_ahead(view: View, found: Sequence[Attribution], cue: Cue) -> Mention | None:
    """Return the subject of the sentence's first verb, which is none of speech."""
    if found or not cue.conjoined or cue.inflection is None or cue.inflection.number == "plural":
        return None
    if any(view.tokens[i].text in _PARTS or view.is_that(i) for i in range(cue.first)):
        return None
    subject = find_subject(view, before=cue.first)
    return subject if subject is not None and subject.number != "plural" else None


def subject_behind(view: View, cue: Cue) -> tuple[Mention, int] | None:
    """Return the main clause's subject, and the comma in front, for "after he announced that …,".

    The clause of the verb opens the sentence: nobody who may act stands in front of it.
    """
    ahead = any(can_act(m) and m.first < cue.first for m in view.mentions)
    if ahead or "ש" not in cue.proclitics or view.form(cue.first - 1) not in _WHEN_WHICH:
        return None
    for comma in range(cue.last + 1, view.size):
        if not view.is_comma(comma) or view.quotation_at[comma] is not None:
            continue
        subject = _opens_main_clause(view, comma + 1)
        if subject is not None:
            return subject, comma
    return None


def _opens_main_clause(view: View, first: int) -> Mention | None:
    """Return who acts at `first`, behind a verb or in front of one."""
    for k in range(first, min(view.size, first + _NEAR)):
        mention = view.mention_from(k)
        if mention is not None and view.time_at[k] is None:
            behind_verb = k > first and is_verb(view.tokens[first])
            before_verb = mention.last + 1 < view.size and is_verb(view.tokens[mention.last + 1])
            free = can_act(mention) and not mention.proclitics
            return mention if free and (behind_verb or before_verb) else None
        if not view.is_word(k) or view.form(k) == "את" or view.is_that(k):
            return None
    return None


def decides(party: Party) -> bool:
    """True for a state, a body or an office, whose decision is told to others; no "he"."""
    if isinstance(party, Pointer):
        return party.kind in ("pair", "own-side")
    known = party.gazetteer_id or party.side or party.role
    return bool(known or party.kind in ("state", "ministry"))
