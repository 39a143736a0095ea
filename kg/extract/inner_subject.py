"""Find who goes on telling inside what somebody says in Arabic: "said that X met Y and told her".

In:  a view, the statement around and an attribution without a subject. Out: X, or None.
The pronoun on the verb means somebody named inside the words said, so that the clause goes on with
its own subject, X. Where only X is named it means X, and whoever speaks told him.
"""

from kg.extract.attribution import Attribution, can_act
from kg.extract.told import Told
from kg.extract.view import View
from kg.model.draft import Pointer
from kg.model.mention import Mention


def find_inner_subject(view: View, host: Told, attribution: Attribution) -> Mention | None:
    """Return the subject of the clause said, where it goes on with "and told her"."""
    cue, speaker = attribution.cue, attribution.speaker
    if view.lexicon.language != "ar" or not (cue.conjoined and cue.enclitic):
        return None
    if not (isinstance(speaker, Pointer) and speaker.kind == "elided"):
        return None
    if not host.attribution.clausal or not cue.row.object_addressee:
        return None
    subject = view.mention_from(host.content_first)
    if subject is None or not can_act(subject) or not _agrees(speaker, subject):
        return None
    between = (m for m in view.mentions if subject.last < m.first and m.last < cue.first)
    met = [m for m in between if m.person is not None or m.kind in ("official", "ministry")]
    return subject if any(_is_meant(cue.enclitic, m) for m in met) else None


def _agrees(pointer: Pointer, mention: Mention) -> bool:
    return not (pointer.gender and mention.gender and pointer.gender != mention.gender)


def _is_meant(enclitic: str, mention: Mention) -> bool:
    """True where the pronoun may stand for this one: "her" for an ambassador who is a woman."""
    if enclitic not in ("ها", "ه") or mention.gender is None:
        return True
    return (enclitic == "ها") == (mention.gender == "feminine")
