"""Those who rule a place in Turkish, by where they rule: "Mali'deki geçiş hükümeti".

In:  a `Scan`, the position of a place in the locative with -ki. Out: the phrase of the rulers,
under the words used. Only where the place's own state is not meant by another's name:
"Gazze'deki Hamas yönetimi" is Hamas.
"""

from kg.extract.mentions.lexicon import Hit
from kg.extract.mentions.scan import Phrase, Scan
from kg.extract.mentions.turkish_institutions import case_of_hit, shown
from kg.lexicon.gazetteer import Entry, load_gazetteer
from kg.lexicon.grammar import endings_of, words_of
from kg.lexicon.turkish import case_of

_SORTS = words_of("tr", "sorts_of_rulers")
_ALONE = endings_of("tr", "rulers_alone")
_RULING = endings_of("tr", "rulers_of_a_sort")
_OTHERS = endings_of("tr", "others_than_the_rulers")
_LONGEST = 3
_NEW = "yeni"


def find_rulers(scan: Scan, position: int) -> list[Phrase]:
    """Return "Nijer'deki askeri yönetim": rulers of a state, kept apart from the state."""
    for hit in scan.hits(position):
        entry = load_gazetteer().entry(hit.sense.id)
        seated = hit.enclitic and case_of(hit.enclitic) == "attributive"
        if not seated or entry is None or entry.category == "actor":
            continue
        head = _head_at(scan, hit.last + 1)
        bare = head is not None and case_of_hit(head) == "nominative"
        if head is None or (bare and _names_others(scan, head.last + 1)):
            continue
        state = entry.side or entry.id
        phrase = Phrase(position, head.last, enclitic=head.enclitic, kind="state", side=state)
        phrase.case, phrase.human, phrase.definite = case_of_hit(head), False, True
        plain = all(scan.form(i) == _NEW for i in range(hit.last + 1, head.last))
        if plain and entry.side is not None:  # "Washington'daki yeni yönetim" is of its state
            phrase.identity, phrase.side = state, None
        phrase.shown = shown(scan, position, head)
        phrase.nested.append(_place_of(hit, entry))
        return [phrase]
    return []


def _names_others(scan: Scan, behind: int) -> bool:
    """True for "(rejim) karşıtları", "(hükümet) sözcüsü": of the rulers, and others than they."""
    return scan.form(behind).startswith(_OTHERS)


def _place_of(hit: Hit, entry: Entry) -> Phrase:
    place = Phrase(hit.first, hit.last, hit.reading, hit.enclitic, category="place")
    place.identity, place.definite, place.human = entry.id, True, False
    place.case = "attributive"
    return place


def _head_at(scan: Scan, start: int) -> Hit | None:
    """Return "yönetim" of "askeri yönetim", "geçiş hükümeti", "cunta"; None for other words."""
    position = start
    while position < start + _LONGEST:
        for hit in scan.hits(position):
            ruling = hit.sense.tag == "institution" and hit.sense.id == "government"
            if ruling and _is_ruling(scan, hit, alone=position == start):
                return hit
        if scan.form(position) not in _SORTS:
            return None
        position += 1
    return None


def _is_ruling(scan: Scan, hit: Hit, *, alone: bool) -> bool:
    """True for "hükümet", for "yönetim" behind a sort, not for "taraf", "makam"."""
    form = scan.form(hit.last)
    return form.startswith(_ALONE if alone and hit.first == hit.last else _RULING)
