"""Tell the middle verb of a list that goes on with its subject.

In:  a verb's cue and the comma in front of it. Out: yes or no.
    "Tokyo denied that he had spied, alleged that he had been beaten, and demanded an apology"
The list must end in "and" and a verb of the same form, and something finite or an object must
stand between the verb before and the comma: "said its consul, warned of unrest and told to leave"
tells what was done to the consul.
"""

from kg.extract.cues import Cue
from kg.extract.view import View

_LAST = frozenset({"and", "but"})
_LISTED = ("past", "present")
_REACH = 40  # words to the list's last verb
_THINGS = frozenset({"for", "on"})  # "called for", "called on": parts of the verb


def is_listed(view: View, cue: Cue, comma: int, finite: frozenset[str]) -> bool:
    """True when the verb behind the comma is the middle one of a list of verbs."""
    if cue.form not in _LISTED or cue.first != comma + 1 or not view.is_comma(comma):
        return False
    if view.quotation_at[comma] is not None or not _tells(view, cue):
        return False
    return _begins(view, cue, comma, finite) and _ends(view, cue)


def _tells(view: View, cue: Cue) -> bool:
    """True in front of what is said or who is told, where no participle goes on."""
    after = cue.last + 1
    if view.form(after) in view.lexicon.word_set("prepositions") | {"by"}:
        return view.form(after) in _THINGS
    return view.is_word(after) or view.quotation_at[after] is not None


def _begins(view: View, cue: Cue, comma: int, finite: frozenset[str]) -> bool:
    """True when the verb before has all that it tells in front of the comma."""
    before = [c for c in view.cues if c.row.kind == "verb" and c.last < comma]
    first = next((c for c in reversed(before) if c.form == cue.form), None)
    if first is None or view.quotation_at[first.first] is not None:
        return False
    between = range(first.last + 1, comma)
    told = first.row.object_content or first.row.object_addressee
    that = any(view.is_that(i) for i in between)
    clause = (that or first.row.that) and any(view.form(i) in finite for i in between)
    return clause or (told and not that and len(between) > 0)


def _ends(view: View, cue: Cue) -> bool:
    """True when "and" and another verb of the same form stand behind."""
    for i in range(cue.last + 2, min(view.size - 1, cue.last + _REACH)):
        if view.is_stop(i) or view.form(i) == "who":
            return False
        if view.form(i) not in _LAST or view.quotation_at[i] is not None:
            continue
        verb = view.cue_at.get(i + 1)
        if verb is not None and verb.row.kind == "verb" and verb.form == cue.form:
            return True
        if view.is_comma(i - 1) and cue.form == "past" and view.form(i + 1).endswith("ed"):
            return True  # ", and thanked Qatar"
    return False
