"""Find who meets in front of a Hebrew verb where no list knows them, or another verb has them.

In:  a view, the place of the verb, the statement around it. Out: the party, None for nobody.
    עם ראשי הכנסיות                         a group told by its sort, behind a preposition
    ראשי המחוזות מצפון המדינה נפגשו         a group told by its sort, where a clause opens
    אמר שהשר יגיע וייפגש עם                 the subject of the words said, not who says them
    השגריר נותר בעיר, והיום נפגש עם          the subject of the clause before
"""

from kg.extract.attribution import can_act, unlinked_mention
from kg.extract.meetings.words import VerbHit
from kg.extract.mentions.hebrew_parts import is_verb
from kg.extract.subject import find_subject
from kg.extract.told import Told
from kg.extract.view import View
from kg.model.mention import Mention

_FUTURE = ("י", "ת", "שי", "שת")
_LONGEST_GROUP = 9
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


def set_off_subject(view: View, hit: VerbHit) -> Mention | None:
    """Return who opens the sentence in front of a comma: "שר החוץ דני לוי, נפגש עם"."""
    comma = hit.first - 1
    subject = view.mention_to(comma - 1) if comma > 0 and view.is_comma(comma) else None
    if subject is None or subject.first > 0 or subject.proclitics or not subject.person:
        return None
    own = hit.inflection
    agrees = own.number != "plural" and {own.gender, subject.gender} != {"masculine", "feminine"}
    return subject if agrees and own.form == "past" and not hit.proclitics else None


def crowd_before(view: View, last: int) -> Mention | None:
    """Return the group that ends at token `last` and opens its clause: "נציגי הדייגים מ…"."""
    heads = view.lexicon.word_set("crowds")
    first = last
    while first > 0 and last - first < _LONGEST_GROUP:
        if view.is_break(first - 1) and not _lists_on(view, first - 1):
            break
        first -= 1
    opened = first == 0 or view.is_break(first - 1)
    if not opened or view.form(first) not in heads:
        return None
    known = view.mention_from(first)
    if known is not None and (known.number != "plural" or not known.unnamed):
        return None
    pair = view.lexicon.word_set("pair_heads")
    if any(view.form(k) in pair for k in range(first + 2, last + 1)) or view.form(last) in pair:
        return None  # "teams of the two states": the two
    inside = (view.mention_at[k] for k in range(first, last + 1))
    if any(m is not None and m.person for m in inside):
        return None
    if any(k in view.cue_at or view.time_at[k] for k in range(first, last + 1)):
        return None
    return unlinked_mention(view, first, last, number="plural")


def _lists_on(view: View, comma: int) -> bool:
    """True for the comma of "מומחים מפרו, מצ'ילה ומבוליביה"."""
    ahead, behind = view.mention_to(comma - 1), view.mention_from(comma + 1)
    named = ahead is not None and behind is not None and view.is_comma(comma)
    return named and all(m is not None and "מ" in m.proclitics for m in (ahead, behind))


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


def is_to_come(view: View, tokens: range) -> bool:
    """True where a verb among the tokens is of the future: "יודה מחר"."""
    forms = ((view.tokens[k], view.form(k)) for k in tokens if view.is_word(k))
    return any(is_verb(token) and form.startswith(_FUTURE) for token, form in forms)
