"""Find whose Hebrew verb of speech it is where the clause in front names its subject.

In:  the view, what was found so far, a verb with "and" written on. Out: the party, None for nobody.
    הנשיא שוחח עם השר והדגיש כי         the subject of the first verb, whatever that verb is
    הוא כינה את השר "בוגד" והבטיח       the pronoun that the first verb had
"""

from collections.abc import Sequence

from kg.extract.attribution import Attribution
from kg.extract.cues import Cue
from kg.extract.subject import find_subject
from kg.extract.view import View
from kg.model.draft import Party, Pointer
from kg.model.mention import Mention

_PARTS = frozenset({";", ":"})


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


def decides(party: Party) -> bool:
    """True for a state, a body or an office, whose decision is told to others; no "he"."""
    if isinstance(party, Pointer):
        return party.kind in ("pair", "own-side")
    known = party.gazetteer_id or party.side or party.role
    return bool(known or party.kind in ("state", "ministry"))
