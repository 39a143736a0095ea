"""The act of a Turkish statement as what is said changes that of its verb.

In:  a view, a statement. Out: the act.
"X gerektiğini söyledi" demands; a condition with a future in -AcAk threatens.
"""

from kg.extract.told import NEUTRAL_ACTS, Told
from kg.extract.turkish_conditions import find_turkish_condition
from kg.extract.view import View
from kg.vocabulary import SpeechAct

_NEED = ("gerektiğini", "gerektiğine", "gerektiğinin", "zorunda", "lazim", "şart", "gerekli")
_FEELING = ("duyduğunu", "duyduklarini", "taşidiğini", "taşidiklarini", "olduğunu", "olduklarini")
_WORRY = ("endişe", "kaygi", "üzüntü", "tedirgin")
_TERMS = ("şartiyla", "koşuluyla", "kaydiyla")  # a bargain, no threat
_FUTURE = (
    "acağini", "eceğini", "acaklarini", "eceklerini", "acağina", "eceğine", "acak", "ecek",
    "acağiz", "eceğiz", "olur", "oluruz", "ariz", "eriz", "iriz", "uruz", "ürüz", "acaktir",
    "ecektir", "acaği", "eceği",
)  # fmt: skip


def act_of(view: View, one: Told) -> SpeechAct:
    """Return the row's act, or the one that the words said make of it."""
    if one.act not in NEUTRAL_ACTS:
        return one.act
    forms = [view.form(i) for i in range(one.content_first, one.content_last + 1)]
    words = [f for f in forms if f and f[0].isalpha()]
    if words[-1:] and words[-1] in _FEELING and any(w.startswith(_WORRY) for w in words[-4:]):
        return "expresses-concern"
    if words[-1:] and words[-1] in _NEED:
        return "demands"
    verb = one.attribution.cue.row.kind == "verb"
    might = any("ebilec" in w or "abilec" in w for w in words[-3:])
    threat = verb and not might and any(w.endswith(_FUTURE) for w in words[-3:])
    condition = find_turkish_condition(view, one.content_first, one.content_last)
    if threat and condition is not None and view.form(condition[1]) not in _TERMS:
        return "warns"
    return one.act
