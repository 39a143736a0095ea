"""The grammar of Hebrew mentions.

In:  a `Scan`. Out: phrases, the longest at each place.
    institution + nationality, + של + state, or a construct    משרד החוץ הרוסי, צבא ארה״ב
    role + body + modifiers + nationality + name               שר החוץ הרוסי, סרגיי לברוב
    name of a country, capital, place or body; nationality adjective alone; name of a person
Source: the shapes that diplomatic news uses.
"""

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.mentions.choose import choose_name
from kg.extract.mentions.doubtful import goes_there
from kg.extract.mentions.hebrew_bodies import find_institution, find_outlet, is_town, name_of
from kg.extract.mentions.hebrew_by_surname import find_by_surname
from kg.extract.mentions.hebrew_datelines import town_of_dateline
from kg.extract.mentions.hebrew_gender import with_gender
from kg.extract.mentions.hebrew_holders import find_opening_person, give_holders
from kg.extract.mentions.hebrew_names import (
    find_person,
    find_titled,
    name_after,
    name_between,
    name_set_off,
)
from kg.extract.mentions.hebrew_outlets import find_quoted_outlet
from kg.extract.mentions.hebrew_owned import find_owned
from kg.extract.mentions.hebrew_parts import (
    and_nationality,
    infinitives,
    is_verb,
    nested,
    verbs,
    words,
)
from kg.extract.mentions.hebrew_roles import find_role
from kg.extract.mentions.hebrew_towns import find_town
from kg.extract.mentions.hebrew_unknown import find_opened_place, find_unknown_place
from kg.extract.mentions.lexicon import Hit
from kg.extract.mentions.scan import Phrase, Scan
from kg.lexicon.gazetteer import load_gazetteer
from kg.lexicon.grammar import words_of
from kg.model.mention import Mention
from kg.model.token import Sentence

_LETTERS = frozenset("ולבמכש")
_HOSTS = words_of("he", "hosts")
_COUNTERPARTS = _HOSTS | words_of("he", "colleagues")
_MARKS = frozenset('"״“”„')
_CONCERNING = words_of("he", "concerning_in")
_REACTIONS = words_of("he", "reactions")
_CLAUSES = frozenset({";", ",", ".", "–", "—", ":"})
_IN, _FAR = ("ב",), 5
_REJECTS = words_of("he", "rejects_or_doha")
_REJECTED = words_of("he", "what_is_rejected")
_THEY = "נהמתג"  # first letters of what people "who" do: שנחטפו, שהתנגדו, שגרים
_SWALLOWING = (("ב",), ("ל",), ("כ",))


def find_hebrew(scan: Scan) -> Iterator[Phrase]:
    """Yield the phrases of a sentence, none inside another."""
    for position in range(scan.end):
        if hits := scan.hits(position):
            lost = [h for h in hits if "swallowed" in h.sense.flags]
            odd = [h for h in lost if h.reading.proclitics[-1:] not in _SWALLOWING]
            if odd:
                scan.drop(position, odd)
    town = town_of_dateline(scan)
    yield from town
    position = town[0].last + 1 if town else 0
    while position < scan.end:
        if scan.hits(position):
            found = _named_several(scan, _phrases_at(scan, position))
        else:
            found = find_opened_place(scan, position) or find_town(scan, position)
        owned = find_owned(scan, position)
        if owned and (not found or owned[0].last > found[0].last):
            found = owned
        if not found and scan.is_word(position):
            found = find_opening_person(scan, position)
        if not found and scan.form(position).removeprefix("ו").removeprefix("ל") in _COUNTERPARTS:
            found = _named_counterpart(scan, position)
        found = found or find_by_surname(scan, position)
        if scan.form(position + 1) in _MARKS:
            found = [*found, *find_quoted_outlet(scan, position)]
        yield from (with_gender(scan, phrase) for phrase in found)
        position = (max(position, *(p.last for p in found)) if found else position) + 1


def _phrases_at(scan: Scan, position: int) -> list[Phrase]:
    """Return the longest phrase that begins here, with those that hang on it by "and"."""
    tags = {hit.sense.tag for hit in scan.hits(position)}
    candidates: list[list[Phrase]] = []
    if tags & {"role", "before", "deputy"}:
        candidates.append(find_role(scan, position))
    if "institution" in tags or "generic" in tags:
        candidates.append(find_institution(scan, position))
    if "outlet" in tags:
        candidates.append(find_outlet(scan, position))
    if "name" in tags or "adjective" in tags:
        candidates.append(_find_simple(scan, position))
    if "given" in tags:
        candidates.append(find_person(scan, position))
    if tags & {"area", "site"}:
        candidates.append(find_unknown_place(scan, position))
    if "title" in tags:
        candidates.append(find_titled(scan, position))
    if scan.form(position).startswith("ב"):
        candidates.append(find_opened_place(scan, position))
    return max((c for c in candidates if c), key=lambda c: c[0].last, default=[])


def _named_several(scan: Scan, found: list[Phrase]) -> list[Phrase]:
    """Return the first of "השרים דני כהן ויוסי לוי": the names tell who the ministers are."""
    if len(found) != 1 or found[0].number != "plural" or found[0].kind != "official":
        return found
    office = found[0]
    if office.person or office.nested or office.shown or office.unnamed:
        return found
    named = find_person(scan, office.last + 1)
    if not named or named[0].reading.proclitics:
        return found
    named[0].role, named[0].reading = office.role, office.reading
    named[0].first = office.first
    return named


def _named_counterpart(scan: Scan, position: int) -> list[Phrase]:
    """Return whom "עמיתו הגרמני הייקו מאס" names: the counterpart stands at `position`."""
    adjective = scan.find(position + 1, "adjective")
    start = adjective.last + 1 if adjective is not None else position + 1
    again = and_nationality(scan, start) if adjective is not None else None
    if adjective is not None and again is not None:
        return _two_counterparts(scan, nested(adjective), nested(again))
    whence = next((h for h in scan.all(start, "name", bare=False)), None)
    if adjective is None and whence is not None and whence.reading.proclitics == ("מ",):
        start = whence.last + 1  # "and his counterpart from Greenland, Vivian X"
    found = name_after(scan, start, titled=True) or name_set_off(scan, start)
    if found is None and adjective is not None:
        found = name_between(scan, start)
    host = scan.form(position).removeprefix("ו").removeprefix("ל") in _HOSTS
    strange = not any(h.sense.tag in ("given", "title") for h in scan.hits(start))
    if found is None or (host and adjective is None and (" " not in found[1] or strange)):
        return []  # "told his guest that …"
    end, name = found
    first = start + 1 if scan.form(start) == "," else start
    phrase = Phrase(first, end - 1, kind="person", definite=True, human=True, person=name)
    phrase.number, phrase.role = "singular", "counterpart"
    if adjective is None:
        return [phrase]
    phrase.side = adjective.sense.id
    return [nested(adjective), phrase]


def _two_counterparts(scan: Scan, first: Phrase, second: Phrase) -> list[Phrase]:
    """Return whom "עמיתיו הצרפתי והבריטי, A ו-B" names, behind the two nationalities."""
    offices = [
        Phrase(p.first, p.last, p.reading, kind="official", side=p.identity, human=True)
        for p in (first, second)
    ]
    held = give_holders(scan, offices)
    if held is offices:
        return []
    held[0].first = second.last + 2
    return [first, second, *held]


def _find_simple(scan: Scan, position: int) -> list[Phrase]:
    hits = scan.hits(position)
    names = [h for h in hits if h.sense.tag == "name" and _is_name_here(scan, h)]
    adjectives = [h for h in hits if h.sense.tag == "adjective"]
    longest = max((h.last for h in names), default=-1)
    if adjectives and adjectives[0].last > longest:
        return [_people(scan, adjectives[0]) or nested(adjectives[0])]
    if not names:
        return [nested(adjectives[0])] if adjectives else []
    # The reading that takes least apart: לבנון is Lebanon, and no "to Benin".
    least = min(len(h.reading.proclitics) for h in names if h.last == longest)
    same = [h for h in names if h.last == longest and len(h.reading.proclitics) == least]
    found = name_of(choose_name(scan, same))
    if found.kind == "state" and found.reading.proclitics[-1:] == _IN and _reacts(scan, found):
        found.category = "actor"
    state = found.kind == "state" and not is_town(found)
    if state and found.reading.proclitics == _IN and _is_blamed(scan, position):
        found.category = "actor"
    return [found]


def _reacts(scan: Scan, place: Phrase) -> bool:
    """True for "בוושינגטון כעסו": who is angry there is the government, as nobody else is named."""
    opens = place.first == 0 or scan.form(place.first - 1) in _CLAUSES
    verb, behind = place.last + 1, place.last + 2
    if not opens or scan.form(verb) not in _REACTIONS:
        return False
    if scan.form(behind).endswith(("ים", "ות")):
        return False  # "בלונדון הגיבו מפגינים"
    return not scan.form(behind).startswith("ה") and not any(
        not h.reading.proclitics for h in scan.hits(behind)
    )


def _people(scan: Scan, hit: Hit) -> Phrase | None:
    """Return the state of "(שציירו) האמריקנים": its people, with no noun in front, stand for it."""
    sense, before = hit.sense, hit.first - 1
    plural = sense.definite and sense.number == "plural" and sense.gender == "masculine"
    if not plural or not set(hit.reading.proclitics) <= {"ו", "ש", "כ"}:
        return None
    opens = "ש" in hit.reading.proclitics or not scan.is_word(before)  # "(told us) that the"
    if not (opens or is_verb(scan.tokens[before]) or scan.form(before) in words("stops")):
        return None
    if _are_some(scan, hit.last + 1):
        some = Phrase(hit.first, hit.last, hit.reading, kind="official", definite=True, human=True)
        some.number, some.gender, some.unnamed = "plural", "masculine", True
        some.nested = [nested(hit)]
        return some
    phrase = nested(hit)
    phrase.category, phrase.kind = "actor", "state"
    phrase.human = True
    return phrase


def _are_some(scan: Scan, position: int) -> bool:
    """True for "שנחטפו", "המתגוררים" behind a people: some of them, not their state."""
    form = scan.form(position)
    relative = len(form) > _FAR - 1 and form.startswith("ש") and form.endswith(("ו", "ים"))
    relative = (
        relative and form not in verbs() and (is_verb(scan.tokens[position]) or form[1] in _THEY)
    )
    return relative or (form.startswith("ה") and form.endswith(("ים", "ות")))


def _is_blamed(scan: Scan, position: int) -> bool:
    """True behind verbs that lead with "ב" to whom they concern: "תלה את האשמה ברואנדה"."""
    for k in range(position - 1, max(-1, position - _FAR), -1):
        if any(r.stem in _CONCERNING for r in scan.tokens[k].readings):
            return True
        if not scan.is_word(k) or is_verb(scan.tokens[k]):
            return False
    return False


def _is_name_here(scan: Scan, hit: Hit) -> bool:
    """A common word is a name only behind a preposition of place, or beside its state."""
    article = hit.last > hit.first and scan.form(hit.first + 1) == "-"  # אל-ג׳זירה, אל-עריש
    if scan.form(hit.first) in words("stops") and not article:
        return False
    if scan.form(hit.last + 1) == "כי" and scan.form(hit.first) in verbs():
        return False  # "הודו כי": they admitted
    if scan.form(hit.first) in _REJECTS and _rejects(scan, hit.first):
        return False
    form = scan.form(hit.first)  # "לגרש": to expel, not to Jerash
    verb = (form in verbs() or form in infinitives()) and hit.sense.kind != "state"
    if hit.last > hit.first or not (verb or hit.reading.stem in words("ambiguous")):
        return True
    entry = load_gazetteer().entry(hit.sense.id)
    states = {entry.id, entry.within, entry.side} if entry else set()
    if scan.countries_outside(hit.first, hit.last) & states:
        return True
    placed = hit.reading.proclitics == ("ב",) or goes_there(scan, hit)
    return placed or scan.form(hit.first - 1) in words("place_words")


def _rejects(scan: Scan, position: int) -> bool:
    """True for "דוחה" of "חמאס דוחה כל עסקה": somebody in front, or what is rejected behind."""
    if scan.form(position + 1) in _REJECTED:
        return True
    before = position - 1
    named = {"name", "role", "institution", "given"}
    return before >= 0 and any(h.sense.tag in named for h in scan.hits(before))


def with_letters(sentence: Sentence, mention: Mention) -> Mention:
    """Add the preposition that a hyphen or quotation mark cuts off: ב-CNN, ל״רויטרס״."""
    i = mention.first - 1
    tokens = sentence.tokens
    while i > 0 and tokens[i].text in "-\"'״“”„" and tokens[i].end == tokens[i + 1].start:
        i -= 1
    if i == mention.first - 1 or mention.proclitics or i < 0:
        return mention
    letters = tokens[i].form
    glued = tokens[i].end == tokens[i + 1].start
    if not glued or not letters or len(letters) > 2 or not _LETTERS.issuperset(letters):
        return mention
    return replace(mention, proclitics=tuple(letters))
