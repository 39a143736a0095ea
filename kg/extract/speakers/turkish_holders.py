"""Find the person whom a Turkish clause's first name only describes: "Maruni Patriği X, …".

In:  the first name of the clause that might be its subject. Out: the person right in front of the
comma or "ise" that closes the topic, where nothing but description stands between the two.
    Danimarka … Bakanı Mattias Tesfaye,     Kosova Sırplarının … partisinin lideri Igor Simić ise
"""

from kg.extract.attribution import can_act, unlinked_mention
from kg.extract.cues import Cue
from kg.extract.speakers.turkish_bodies import TurkishBodies
from kg.extract.speakers.turkish_words import TurkishWords
from kg.extract.view import View
from kg.lexicon.grammar import endings_of, words_of
from kg.model.mention import Mention

_WHILE = endings_of("tr", "meanwhile_done")
_NO_WHILE = words_of("tr", "no_while")
_WHILE_WITHIN = 14
_APPOSED = 18  # tokens from the first name to the person's
_JOINS = frozenset({"ve", "ile", "veya"})
_NOT_SUBJECT = words_of("tr", "no_subject_ahead")
_MEANWHILE = words_of("tr", "meanwhile")
_EVENT_WORDS = 4
_AFTER_DOING = ("ktan", "kten")
_IN_BRACKETS = 5
_ONE = ("biri", "birisi")
BETWEEN = ("arasinda", "arasindaki")


def holder_ahead(reader: TurkishWords, named: Mention | None, end: int) -> Mention | None:
    """Return the person whom `named` describes, else `named` itself."""
    if named is None or named.person is not None:
        return named
    view, first = reader.view, named.last + 1
    if view.form(first) in _JOINS or view.is_comma(first) or reader.is_particle(first):
        return named
    for i in range(first, min(end, first + _APPOSED)):
        closes = view.is_comma(i) or reader.is_particle(i)
        if closes and reader.at_main(i):
            person = view.mention_to(i - 1)
            apposed = person is not None and person.person and person.case == "nominative"
            return person if apposed and can_act(person) else named
        quoted = view.quotation_at[i] is not None
        if quoted or not (view.is_word(i) or view.tokens[i].text in "().-'’") or i in view.cue_at:
            return named
    return named


def past_while(reader: TurkishWords, start: int, end: int) -> int:
    """Return where the subject of "Paris sessiz kalırken Polonya Başbakanı X, …" begins."""
    view = reader.view
    for i in range(start, min(end, start + _WHILE_WITHIN)):
        if view.is_comma(i) or not view.is_word(i) or i in view.cue_at:
            return start
        if view.form(i) in _NO_WHILE or not view.form(i).endswith(_WHILE):
            continue
        who = view.mention_from(i + 1 + view.is_comma(i + 1))
        free = who is not None and can_act(who) and who.case == "nominative"
        if who is not None and view.form(who.last + 1) in _NOT_SUBJECT:
            return start  # "evinden çıkarken X tarafından vurulduğunu"
        return i + 1 if free and view.mention_at[i] is None and i > start else start
    return start


def is_region(known: Mention | None, start: int) -> bool:
    """True for "Puntland, … duyurdu": a place alone as the topic, which then speaks."""
    if known is None:
        return False
    alone = known.first == start and known.category == "place" and not known.role
    return alone and known.case == "nominative" and known.gazetteer_id is not None


def is_of_two(view: View, joint: int) -> bool:
    """True at the "ve" of "A ve B'nin arabuluculuğunda", "A ve B arasında": A is as B is."""
    other = view.mention_from(joint + 1)
    if view.is_comma(joint):
        return _are_three(view, joint)
    if other is None or not can_act(other):
        return False
    return other.case == "genitive" or view.form(other.last + 1) in BETWEEN


def is_of_event(view: View, after: int) -> bool:
    """True for "G20 zirvesi sırasında": the name of what happens meanwhile."""
    for i in range(after, min(view.size, after + _EVENT_WORDS)):
        if not view.is_word(i) or view.mention_at[i] is not None:
            return False
        if i > after and view.form(i) in _MEANWHILE:
            return view.form(i - 1).endswith(("si", "su", "sü", "i", "u", "ü"))
    return False


def one_of_them(view: View, many: Mention) -> Mention | None:
    """Return "kaynaklardan biri", one of people without a name, as who acts."""
    sort = many.role is not None and many.person is None and many.case == "ablative"
    if not sort or view.form(many.last + 1) not in _ONE:
        return None
    return unlinked_mention(view, many.first, many.last + 1, number="singular")


def _are_three(view: View, comma: int) -> bool:
    """True at the comma of "A, B ve C arasında … konuşan X, …": X behind a participle speaks."""
    second = view.mention_from(comma + 1)
    third = view.mention_from(second.last + 2) if second is not None else None
    if second is None or third is None or view.form(second.last + 1) != "ve":
        return False
    if view.form(third.last + 1) not in BETWEEN:
        return False
    behind = (m for m in view.mentions if m.first > third.last and m.case == "nominative")
    return any(
        can_act(m) and view.is_comma(m.last + 1) and view.form(m.first - 1).endswith(("an", "en"))
        for m in behind
    )


def is_anothers(reader: TurkishBodies, cue: Cue, behind: int) -> bool:
    """True for "X, Y öneriyi reddettikten sonra …": Y, named behind the comma, does it."""
    view = reader.view
    apart = range(behind, behind + _IN_BRACKETS)  # "Hızlı Destek Kuvvetleri (HDK), ordu …"
    comma = next((i for i in apart if view.is_comma(i)), None)
    if comma is None or not view.form(cue.last).endswith(_AFTER_DOING):
        return False
    other = view.mention_from(comma + 1)
    if other is None:
        return view.form(comma + 1) in reader.bodies and comma + 2 < cue.first
    named = other.case == "nominative" and can_act(other)
    owns = not other.person and view.form(other.last + 1).endswith(("ini", "unu", "ünü"))
    return named and not owns and other.last < cue.first - 1
