"""Find the holder of a long Arabic office: "المبعوث الخاص للأمين العام للأمم المتحدة زيد عمرو".

In:  a `Scan`, the position behind what is known of the office. Out: where the name behind the rest
of the office ends, the name, and the bodies on the way.
What stands between is told by grammar alone: definite words, what "of", "for" and "in" lead to,
names of bodies and states. A verb, a time, "that" or a new noun phrase ends the office.
"""

from dataclasses import dataclass, field

from kg.extract.mentions.arabic_bodies import find_body
from kg.extract.mentions.arabic_name_words import is_open
from kg.extract.mentions.arabic_names import name_after
from kg.extract.mentions.arabic_nouns import is_common_noun
from kg.extract.mentions.arabic_parts import is_verb, words
from kg.extract.mentions.scan import Phrase, Scan

_LONGEST = 11
_COMMAS = ("،", ",")
_LEADS = (("ل",), ("ب",), ("و",), ("و", "ل"), ("و", "ب"))
_REACH = 4
_MET_WITHIN = 9
_OWNERS = ("ه", "ها", "هم")
_KNOWN = ("name", "adjective", "modifier", "role")
_OTHERS = ("name", "role")


@dataclass(slots=True)
class Holder:
    """The position behind the name, the name, what its office names on the way."""

    end: int
    person: str
    bodies: list[Phrase] = field(default_factory=list)
    role: str | None = None  # the last ministry of "رئيس الحكومة وزير الدفاع فلان"


def far_holder(
    scan: Scan, head: int, position: int, *, owed: bool, feminine: bool = False
) -> Holder | None:
    """Return the holder, None where the office does not lead to a name.

    `head` = where the office begins. `owed` = its noun still wants a genitive.
    """
    met = _is_met(scan, head)
    plain = scan.form(head - 1) in words("plain_verbs")  # "قال رئيس الحكومة وزير الدفاع فلان"
    apposed = head > 1 and scan.form(head - 1) in _COMMAS
    bodies: list[Phrase] = []
    later: str | None = None
    k = position
    while k - position <= _LONGEST:
        if k > position and not owed and (found := _name_at(scan, k, feminine)) is not None:
            inner = met and any(scan.form(i) in words("within_office") for i in range(position, k))
            if inner and not _meets_another(scan, found[0]):
                return None
            return Holder(*found, bodies, later)
        if owed and _is_town_of_no_list(scan, k) and _name_at(scan, k + 1, feminine) is not None:
            k, owed = k + 1, False
            continue
        step = _step(scan, k, owed=owed, met=met, plain=plain)
        if step is None or (apposed and _is_office(scan, k)):
            return None
        later = _ministry(scan, k) or later
        body = find_body(scan, k, _fronts(scan, k))
        if body is not None and body.category != "place":
            bodies.append(body)
            step = max(body.last + 1, step[0]), False
        k, owed = step
    return None


def _ministry(scan: Scan, k: int) -> str | None:
    """Return the role of "وزير الدفاع", None for anything but a minister."""
    roles = (h.sense.id for h in scan.hits(k) if h.sense.tag == "role" and not h.reading.proclitics)
    return next((r for r in roles if r.endswith("-minister") and r != "prime-minister"), None)


def _is_town_of_no_list(scan: Scan, k: int) -> bool:
    """True for the town of "القنصل الصيني في هيوستن فلان": unknown, right behind "in"."""
    led = scan.form(k - 1) in words("within_office")
    form = scan.form(k)
    if not led or not scan.is_word(k) or scan.hits(k) or form.startswith("ال") or len(form) < 4:
        return False
    return is_open(scan, k) and not is_common_noun(scan.tokens[k])


def may_go_on(scan: Scan, best: list[Phrase], position: int) -> bool:
    """True where more of an office may stand behind what is read of it: a cheap look ahead."""
    after = best[0].last + 1 if best else position + 1
    if not scan.is_word(after) or is_verb(scan.tokens[after]):
        return scan.form(after) in _COMMAS
    return scan.form(after) not in words("stops") or scan.form(after) in words("within_office")


def _name_at(scan: Scan, position: int, feminine: bool) -> tuple[int, str] | None:
    """Return the name that begins here, or between two commas here."""
    comma = scan.form(position) in _COMMAS
    position += comma
    if is_common_noun(scan.tokens[position]) if scan.is_word(position) else True:
        return None
    found = name_after(scan, position, titled=False, feminine=feminine)
    if found is None or (comma and scan.form(found[0]) not in _COMMAS):
        return None
    return found


def _step(scan: Scan, k: int, *, owed: bool, met: bool, plain: bool) -> tuple[int, bool] | None:
    """Return where the office goes on behind token `k`, and whether a genitive must follow."""
    if not scan.is_word(k) or is_verb(scan.tokens[k]):
        return None
    form = scan.form(k)
    if not (owed or plain) and _is_another(scan, k):
        return None  # "رئيس الأركان | وزير الدفاع فلانا"
    if form in words("within_office"):
        return k + 1, True
    known = [h for h in scan.hits(k) if h.sense.tag in _KNOWN and not h.enclitic]
    if any("و" in h.reading.proclitics and h.sense.tag in _OTHERS for h in known):
        return None  # "the minister and the ambassador X"
    if known and (owed or known[0].sense.tag != "name" or known[0].reading.proclitics):
        return known[0].last + 1, not known[0].sense.definite and known[0].sense.tag == "role"
    led = form in words("no_attribute") and scan.form(k - 1) in words("within_office")
    if form in words("stops") or led or (form in words("no_attribute") and not owed):
        return None
    readings = scan.tokens[k].readings
    if any(r.definite and not r.enclitic for r in readings):
        led = any(r.proclitics[-1:] == ("ب",) and r.definite for r in readings)
        return None if led and met else (k + 1, False)
    if owed and any(r.enclitic in _OWNERS and not r.proclitics for r in readings):
        return k + 1, False  # "رئيس مكتبها السياسي"
    if any(r.proclitics in _LEADS and not r.enclitic for r in readings):
        return (k + 1, True) if _goes_on(scan, k + 1) else None
    return (k + 1, True) if owed and _goes_on(scan, k + 1) else None


def _meets_another(scan: Scan, k: int) -> bool:
    """True where somebody else is met behind the name: its bearer holds the office in front."""
    for i in range(k, min(scan.end, k + _MET_WITHIN)):
        form = scan.form(i)
        if form in words("with_whom") or form in words("each_one"):
            return True
        if scan.tokens[i].text == "." or is_verb(scan.tokens[i]):
            return False
        led = scan.form(i - 1) in words("stops")
        plain = (h for h in scan.hits(i) if h.reading.proclitics in ((), ("و",)))
        if not led and any(h.sense.tag in ("role", "title", "before") for h in plain):
            return True
    return False


def _is_another(scan: Scan, k: int) -> bool:
    """True where another office begins: a construct or a title, alone or behind "with"."""
    for hit in scan.hits(k):
        if hit.reading.proclitics not in ((), ("ب",), ("و",)) or hit.enclitic:
            continue
        if hit.sense.tag == "title" and k:
            return True
        led = bool(hit.reading.proclitics)
        several = hit.sense.number != "singular"  # "وزير الدفاع | السفيرين التركي فلانا و…"
        if hit.sense.tag == "role" and (led or several or not hit.sense.definite):
            return True
    return False


def _goes_on(scan: Scan, k: int) -> bool:
    """True for what may be the genitive of the noun before: definite, a name, one more noun."""
    if not scan.is_word(k) or scan.form(k) in words("stops"):
        return False
    if scan.hits(k) or any(r.definite for r in scan.tokens[k].readings):
        return True
    return scan.is_word(k + 1) and any(r.definite for r in scan.tokens[k + 1].readings)


def _fronts(scan: Scan, k: int) -> tuple[str, ...]:
    """Return the letters that are written on in front of the noun at `k`."""
    definite = [r for r in scan.tokens[k].readings if r.definite and r.proclitics in _LEADS]
    return definite[0].proclitics if definite else ()


def _is_office(scan: Scan, k: int) -> bool:
    return any(h.sense.tag == "role" for h in scan.hits(k))


def _is_met(scan: Scan, head: int) -> bool:
    """True behind a verb of meeting, where a name behind "in X" is whom the office meets."""
    return any(scan.form(i) in words("meets") for i in range(max(0, head - _REACH), head))
