"""Join offices that one person holds in Arabic, and the office right behind a name.

In:  a `Scan` and its phrases, in order. Out: the phrases, several that tell of one person made one.
    قال رئيس الوفد وزير الخارجية زيد عمرو            two offices side by side
    استقبل رئيس المجلس، القائد العام، الفريق زيد عمرو    offices between commas
    بحث مع ليلى عمرو المبعوثة الأممية             an office behind a name
Behind a verb of meeting two offices are host and guest, unless a guest stands behind them.
"""

from collections.abc import Iterator

from kg.extract.mentions.arabic_parts import words
from kg.extract.mentions.scan import Phrase, Scan
from kg.lexicon.grammar import words_of
from kg.model.token import Token

_COMMAS = ("،", ",")
_AND = ("و",)
_NEAR = 6
_OBJECTS = frozenset({"ه", "ها", "هم", "هما"})
_BETWEEN = words_of("ar", "between_host_and_guest")
_BEHIND = words_of("ar", "in_front_of_one_person")
_CALLERS = words_of("ar", "meets_whoever_owns_it")


def of_one(scan: Scan, phrases: list[Phrase]) -> Iterator[Phrase]:
    """Yield the phrases; "قال رئيس الوفد وزير الخارجية زيد عمرو": two offices of one person."""
    i = 0
    while i < len(phrases):
        first = phrases[i]
        second = phrases[i + 1] if i + 1 < len(phrases) else None
        host = phrases[i - 1] if i else None
        if second is not None and _is_office_of(scan, host, first, second):
            first.role, first.side = first.role or second.role, first.side or second.side
            first.last, first.nested = second.last, [*first.nested, *second.nested]
            phrases[i + 1] = first
            i += 1
            continue
        taken = _named_by(scan, phrases, i)
        if taken:
            yield _whole(phrases[i : i + taken + 1])
            i += taken + 1
            continue
        yield first
        i += 1


def is_office(phrase: Phrase) -> bool:
    """True for an office that nobody is named with: "وزير الخارجية"."""
    described = phrase.role is not None and phrase.kind == "official"
    return described and phrase.person is None and phrase.number == "singular"


def _is_office_of(scan: Scan, host: Phrase | None, name: Phrase, office: Phrase) -> bool:
    """True for "صاحب السمو الأمير زيد بن عمرو ولي العهد": behind a style the office is theirs."""
    if office.first != name.last + 1 or office.reading.proclitics or name.enclitic:
        return False
    if name.person is None or not (is_office(office) and office.definite) or not office.last:
        return False
    near = range(max(0, name.first - 4), name.first + 2)
    styled = any(scan.form(k) in words("styles") for k in near)
    return styled or _is_one_guest(scan, name) or _is_met_by(scan, host, name)


def _is_one_guest(scan: Scan, name: Phrase) -> bool:
    """True where no second party can stand behind the name: "مع زيد عمرو | الرئيس الغاني"."""
    if name.role is not None or not name.person or " " not in name.person or not name.first:
        return False
    letters = name.reading.proclitics
    if letters and letters != _AND:
        return True
    before = scan.tokens[name.first - 1]
    return not letters and (before.form in _BEHIND or _owns_object(before))


def _is_met_by(scan: Scan, host: Phrase | None, name: Phrase) -> bool:
    """True behind a host and his verb: "أن زيدا عمرا استقبل ليلى عمرو | المبعوثة الأممية"."""
    if host is None or not host.person or name.role is not None or name.reading.proclitics:
        return False
    verb = host.last + 1
    if scan.form(verb) not in words("meets") or not 0 < name.first - verb <= _NEAR:
        return False
    led = not host.first or scan.form(host.first - 1) in words("plain_verbs")
    return led and all(scan.form(k) in _BETWEEN for k in range(verb + 1, name.first))


def _owns_object(token: Token) -> bool:
    """True for "سيلتقيه", "استقباله": whoever is met is told by the pronoun."""
    return any(r.enclitic in _OBJECTS and r.stem in _CALLERS for r in token.readings)


def _named_by(scan: Scan, phrases: list[Phrase], i: int) -> int:
    """Return how many phrases behind an office tell who holds it: more offices, then the name."""
    first = phrases[i]
    if not (is_office(first) and first.definite):
        return 0
    if i + 1 < len(phrases) and _is_same_holder(scan, first, phrases[i + 1 : i + 3]):
        return 1
    count, last = 1, first
    while i + count < len(phrases) and _is_set_off(scan, last, phrases[i + count]):
        last = phrases[i + count]
        if last.person is not None:
            return count if count > 1 else 0
        count += 1
    return 0


def _is_same_holder(scan: Scan, first: Phrase, behind: list[Phrase]) -> bool:
    second = behind[0]
    if second.first != first.last + 1 or second.reading.proclitics or first.enclitic:
        return False
    if not (second.role and second.person):
        return False
    before = scan.form(first.first - 1) if first.first else ""
    led = before in words("plain_verbs") or before in words("stops") or before in words("led_by")
    return led or before in _COMMAS or _meets_another(scan, behind)


def _meets_another(scan: Scan, behind: list[Phrase]) -> bool:
    """True for "التقى رئيس الوفد وزير الخارجية زيد عمرو | أمس السفير الغاني": a guest follows."""
    if len(behind) < 2:
        return False
    holder, guest = behind
    between = range(holder.last + 1, guest.first)
    if len(between) > _NEAR or guest.category == "place":
        return False
    letters = guest.reading.proclitics
    met = letters in ((), ("ب",)) and (guest.role or guest.person)
    return bool(met) and all(scan.form(k) in _BETWEEN for k in between)


def _is_set_off(scan: Scan, office: Phrase, other: Phrase) -> bool:
    """True for what a comma alone parts from an office: another office, or a name with a rank."""
    if other.first != office.last + 2 or scan.form(office.last + 1) not in _COMMAS:
        return False
    if other.reading.proclitics or office.enclitic or other.number != "singular":
        return False
    return (is_office(other) and other.definite) or bool(other.person and other.role is None)


def _whole(chain: list[Phrase]) -> Phrase:
    """Return the phrase of the name at the end of a chain, with the first of its offices."""
    name, first = chain[-1], chain[0]
    name.first, name.reading = first.first, first.reading
    if name.role is None:
        name.role, name.gender, name.human = first.role, first.gender, True
    name.side = name.side or next((p.side for p in chain if p.side), None)
    name.nested = [n for p in chain for n in p.nested]
    return name
