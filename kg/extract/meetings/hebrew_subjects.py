"""Find who meets in front of a Hebrew verb where no list knows them, or another verb has them.

In:  a view, the place of the verb, the statement around it. Out: the party, None for nobody.
    עם ראשי הכנסיות                         a group told by its sort, behind a preposition
    ראשי המחוזות מצפון המדינה נפגשו         a group told by its sort, where a clause opens
    אמר שהשר יגיע וייפגש עם                 the subject of the words said, not who says them
    השגריר נותר בעיר, והיום נפגש עם          the subject of the clause before
"""

from dataclasses import replace

from kg.extract.attribution import can_act, unlinked_mention
from kg.extract.mentions.hebrew_parts import is_verb
from kg.extract.phrases import PhraseSet
from kg.extract.subject import find_subject
from kg.extract.told import Told
from kg.extract.view import View
from kg.model.mention import Mention
from kg.model.span import Span

_LONGEST_GROUP = 9
_CROWD = 3
_SHORT = 4
_JOINTS = frozenset({"של", "ומתן"})
_OPENING = (("ש",), ("ו", "ש"), ("ו",), ())


def clause_subject(view: View, host: Told | None, before: int) -> Mention | None:
    """Return who the clause around token `before` is about: inside words said, theirs."""
    if host is None or host.content_first == 0 or host.content_first >= before:
        return find_subject(view, before=before)
    prepositions = view.lexicon.word_set("prepositions")
    for mention in view.mentions:
        if not host.content_first <= mention.first < before:
            continue
        led = view.form(mention.first - 1) in prepositions | {"של", "את"}
        if can_act(mention) and mention.proclitics in _OPENING and not led:
            return mention
    return find_subject(view, before=before)


def crowd_before(view: View, last: int) -> Mention | None:
    """Return the group that ends at token `last` and opens its clause: "נציגי הדייגים מ…"."""
    heads = view.lexicon.word_set("crowds")
    first = last
    while first > 0 and last - first < _LONGEST_GROUP and not view.is_break(first - 1):
        first -= 1
    opened = first == 0 or view.is_break(first - 1)
    if not opened or view.form(first) not in heads or view.mention_from(first) is not None:
        return None
    pair = view.lexicon.word_set("pair_heads")
    if any(view.form(k) in pair for k in range(first + 1, last + 1)):
        return None  # "teams of the two states": the two
    inside = (view.mention_at[k] for k in range(first, last + 1))
    if any(m is not None and m.person for m in inside):
        return None
    if any(k in view.cue_at or view.time_at[k] for k in range(first, last + 1)):
        return None
    return unlinked_mention(view, first, last, number="plural")


def apposed_before(view: View, comma: int) -> Mention | None:
    """Return who stands in front of a comma that closes an apposition: "…, א וב, נפגשו"."""
    last = view.mention_to(comma - 1) if view.is_comma(comma) else None
    if last is None:
        return None
    first = view.mention_to(last.first - 1) if "ו" in last.proclitics else None
    for named in (last, first):
        if named is not None and any(view.is_comma(k) for k in range(named.first, named.last)):
            return named
    return None


def crowd_from(view: View, j: int, limit: int, topic: PhraseSet) -> Mention | None:
    """Return the group that begins at token `j`: "ראשי הכנסיות", "and" written on or not."""
    form = view.form(j)
    heads = view.lexicon.word_set("crowds")
    joined = form.startswith("ו") and form[1:] in heads
    if not (joined or form in heads) or view.mention_at[j] is not None:
        return None
    last = j
    while last < limit and last - j < _CROWD and _is_of_crowd(view, last + 1, topic):
        last += 1
    bare = last == j and form.endswith("י")  # "the people of …": whose, is cut off
    found = unlinked_mention(view, j, last, number="plural") if not bare else None
    if found is None or not joined:
        return found
    span = Span(found.span.start + 1, found.span.end)
    return replace(found, span=span, text=found.text[1:], name=found.name[1:])


def _is_of_crowd(view: View, k: int, topic: PhraseSet) -> bool:
    inside = view.mention_at[k]
    if view.form(k) in _JOINTS:
        return view.is_word(k + 1)  # "של", "אנשי המשא ומתן"
    if not view.is_word(k) or view.time_at[k] is not None or k in view.clause_marks:
        return False
    if inside is not None:
        return not inside.proclitics
    form = view.form(k)
    stems = {r.stem for r in view.readings(k)}
    prepositions = view.lexicon.word_set("prepositions")
    ends = is_verb(view.tokens[k]) or stems & prepositions or topic.length_at(view.tokens, k)
    return not ends and (form.startswith("ה") or len(form) < _SHORT or form[0] not in "בלוכש")
