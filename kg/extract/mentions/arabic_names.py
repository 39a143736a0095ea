"""Personal names in Arabic, which has no capitals to tell them by.

In:  a `Scan` and a position. Out: where the name ends, or the person's phrase.
A name begins with a known given name or a particle ("أبو"); behind an office also with a word
that no list knows, as long as it looks like none of the words that follow a subject. Two words
make a name; a third that no list knows is taken where the sentence goes on with something else.
"""

from kg.extract.mentions.arabic_asian import asian_end
from kg.extract.mentions.arabic_everyday import is_everyday_word
from kg.extract.mentions.arabic_hyphens import hyphened_end
from kg.extract.mentions.arabic_letters import is_outside, is_owned_object
from kg.extract.mentions.arabic_name_words import (
    follows_particle,
    goes_on,
    has_article,
    is_name_word,
    is_open,
    is_particle,
    is_sabah,
    may_end,
)
from kg.extract.mentions.arabic_nouns import is_common_noun
from kg.extract.mentions.arabic_parts import closes, describe, is_verb, words
from kg.extract.mentions.arabic_surnames import is_office_or_nation, looks_like_noun
from kg.extract.mentions.scan import Phrase, Scan
from kg.lexicon.grammar import words_of

_ALI = "علي"
_LONGEST = 6
_OPENED, _CLOSED = frozenset('"«“„'), frozenset('"»”')
_SHORT_TITLE = 3  # letters
_USUAL = 2
# A word with an article that ends so is hardly a family's name: a plural, a feminine adjective.
_NO_FAMILY = ("ات", "ين", "ون", "ية", "ة")
_OFFICE_FROM, _SUBJECT_WITHIN = 2, 8
# Before "الله" parts of a name that elsewhere are verbs.
_GODS = words_of("ar", "god_given")
_THAT = words_of("ar", "that_behind_a_name")
_RELATIVES = words_of("ar", "relatives_behind_a_name")
_COMPOUND = words_of("ar", "second_halves")
_TO_ME = words_of("ar", "syllables_with_letters")
_COURTESY = words_of("ar", "courtesy")
_ANYBODY = words_of("ar", "titles_of_anybody")
_IN = words_of("ar", "inside")
# What begins behind a name rather than going on with it.
_BEGINNERS = frozenset({"role", "name", "institution", "outlet", "generic", "title", "before"})


def find_person(scan: Scan, position: int) -> list[Phrase]:
    """Return the person whose given name stands here, if at least one more name follows it."""
    if any(hit.sense.tag not in ("given", "particle") for hit in scan.hits(position)):
        return []
    hit = scan.hits(position)[0]
    if "آ" in scan.tokens[position].text[:2]:  # "آبي أحمد" begins like "أبي …"
        hit = next((h for h in scan.hits(position) if h.sense.tag == "given"), hit)
    if hit.sense.tag == "particle" and not is_particle(scan, position):
        return []
    if hit.enclitic or hit.reading.definite:
        return []
    if scan.form(position) in words("stops") and not _is_ali(scan, position):
        return []
    if f"{hit.reading.stem} {scan.form(position + 1)}" in words("no_persons"):
        return []
    if hit.reading.stem in words("stops") and not scan.tokens[position].text.endswith("ي"):
        return []  # "وعلى" folds into "and Ali"
    if is_everyday_word(scan, position, hit.reading.stem):
        return []  # "سلام عادل ودائم"
    end = _run(scan, position, led=True)
    if end - position < 2 or (hit.sense.tag == "particle" and end - position < 3):
        return []
    phrase = Phrase(
        position, end - 1, hit.reading, kind="person", definite=True, human=True, number="singular"
    )
    phrase.person = _letters(scan, position, end, len("".join(hit.reading.proclitics)))
    return [phrase]


def _is_ali(scan: Scan, position: int) -> bool:
    """True for "قال علي لاريجاني إن": a name of two words behind a verb, not "on"."""
    if scan.form(position) != _ALI or not scan.tokens[position].text.endswith("ي"):
        return False
    if not position or not is_verb(scan.tokens[position - 1]) or not is_open(scan, position + 1):
        return False
    surname = scan.tokens[position + 1]
    family = surname.form.endswith("ي") or not surname.form.startswith("ال")
    return family and not is_common_noun(surname) and _ends_plainly(scan, position + 2)


def find_titled(scan: Scan, position: int) -> list[Phrase]:
    """Return the person whose title stands here: "الشيخ …", "اللواء …"."""
    title = scan.find(position, "title", bare=False)
    any_end = scan.form(position) in _COURTESY  # "السيد بوريطة"
    behind = _past_dot(scan, title.last) if title is not None else position
    found = name_after(scan, behind, titled=True, feminine=any_end) if title else None
    side = None
    if title is not None and found is None:  # "الجنرال الدنماركي …", "الصحفي الاستقصائي …"
        end, nation = describe(scan, title.last + 1, definite=True)
        end = _past_corps(scan, end)
        if end > title.last + 1:
            found = name_after(scan, end, titled=False)
            side = nation.sense.id if nation is not None else None
    if title is None or found is None:
        return []
    if scan.form(position) in _ANYBODY and " " not in found[1]:
        return []  # "المواطن البسيط", "العامل الحاسم"
    end, name = found
    phrase = Phrase(
        position, end - 1, title.reading, kind="person", definite=True, human=True, person=name
    )
    phrase.number, phrase.side = "singular", side
    return [phrase]


def _past_dot(scan: Scan, last: int) -> int:
    """Return the position behind a title, and behind the dot of a short one: "د.", "أ.د."."""
    token = scan.tokens[last]
    short = len(token.text.replace(".", "")) <= _SHORT_TITLE and last + 1 < scan.end
    return last + 1 + (short and scan.tokens[last + 1].text == ".")


def _past_corps(scan: Scan, position: int) -> int:
    """Return the position behind "في الجيش", "بالشرطة": where an officer serves."""
    led = position + (scan.form(position) in _IN)
    for hit in scan.hits(led):
        fronts = ((),) if led > position else (("ب",),)
        corps = hit.sense.tag in ("institution", "generic") and hit.sense.definite
        if corps and hit.reading.proclitics in fronts:
            nation = next((h for h in scan.all(hit.last + 1, "adjective") if h.sense.definite), hit)
            return nation.last + 1
    return position


def name_after(
    scan: Scan, position: int, *, titled: bool, feminine: bool = False, direct: bool = False
) -> tuple[int, str] | None:
    """Return the position behind a name that begins here, and the name; titles stand before it.

    `titled` = the office is one after which a surname alone is usual ("الرئيس …"). `feminine` = a
    woman holds it, whose name may end as feminine nouns do. `direct` = nothing stands between.
    """
    start = position
    while (title := scan.find(start, "title")) is not None:
        start = _past_dot(scan, title.last)
    if start >= scan.end:
        return None
    if f"{scan.form(start)} {scan.form(start + 1)}" in words("no_persons"):
        return None  # "الوزير علي هامش القمة"
    end = _run(scan, start, feminine=feminine, titled=True)
    if end == start:
        return None
    strong = any(h.sense.tag in ("given", "particle") for h in scan.hits(start))
    lone = end - start == 1
    alone = closes(scan, end) or (direct and may_end(scan, end))
    if lone and not (titled and alone) and not (start > position):
        return None
    if lone and any(h.sense.tag in _BEGINNERS for h in scan.hits(start)):
        return None  # "أمير" is a name and an office
    if lone and not strong and scan.form(start)[0] == "ي" and _is_heading(scan):
        return None  # "أمير قطر يجول في الخليج"
    if lone and any(r.proclitics and r.enclitic for r in scan.tokens[start].readings):
        return None  # "لمحدثه"
    second = scan.form(start + 1)
    compound = second in _COMPOUND
    led = strong or start > position  # a title in front
    genitive = not lone and has_article(scan.tokens[start + 1]) and not second.endswith("ي")
    if genitive and not (led or compound or scan.form(end) in _THAT):
        return None  # "إصلاح الدستور": a noun and its genitive
    return end, _letters(scan, start, end, 0)


def quoted_name(scan: Scan, position: int) -> tuple[int, str] | None:
    """Read the holder in quotation marks: "وزير الخارجية «زيد عمرو»"."""
    if scan.form(position) not in _OPENED:
        return None
    found = name_after(scan, position + 1, titled=False)
    if found is None or " " not in found[1] or scan.form(found[0]) not in _CLOSED:
        return None
    return found[0] + 1, found[1]


def name_end(scan: Scan, position: int) -> int:
    """Return the position behind a name whose first word, "and" written on, stands here."""
    led = position
    if any(h.sense.tag == "particle" for h in scan.hits(position)):
        led += 1  # "وعبد اللطيف …"
    if led >= scan.end:
        return position
    end = _run(scan, led, led=True, titled=True)
    return end if end > led + 1 or led > position else position


def _is_heading(scan: Scan) -> bool:
    """True in titles and headings, where the verb stands behind its subject."""
    return scan.sentence.kind in ("title", "heading")


def _run(
    scan: Scan, position: int, *, feminine: bool = False, led: bool = False, titled: bool = False
) -> int:
    """Return the position behind the words that may be one name, a hyphen's two halves as one.

    `led` = a known given name begins it, whatever letters are written in front. `titled` = a title
    or an office stands before it.
    """
    end = _words_end(scan, position, feminine=feminine, led=led, titled=titled)
    whole = hyphened_end(scan, position, end) if end > position else end
    surname = whole > end and end - position == 1 and is_name_word(scan, whole, first=False)
    return whole + 1 if surname and goes_on(scan, whole + 1) else whole


def _words_end(scan: Scan, position: int, *, feminine: bool, led: bool, titled: bool) -> int:
    """Return the position behind the words that may be one name, in front of any hyphen."""
    listed = scan.find(position, "name")  # "الوزير الكوري بيونغ يانغ": a capital of two words
    capital = listed is not None and listed.last > position
    asian = asian_end(scan, position) if (led or titled) and not capital else 0
    if asian and (titled or asian - position > _USUAL or scan.form(position) not in _TO_ME):
        return asian
    end = position + led
    led_by = int(led or scan.find(position, "given") is not None)  # a family's name follows
    for count in range(led, _LONGEST):
        behind = _behind_particles(scan, end)
        if behind > end:
            end = behind  # "بن حمد", "آل ثاني", "بن عبد الله" count as one
        elif end == position and _is_articled_name(scan, position):
            end += 1
        elif (
            not is_name_word(scan, end, first=end == position, feminine=feminine)
            and not (_is_surname_noun(scan, position, end) or _is_surname_verb(scan, position, end))
        ) or (
            (count > led_by and _is_received(scan, position, end))
            or (end - position > 1 and is_outside(scan, end))
        ):
            break
        elif (
            count < _USUAL
            or _is_known(scan, end)
            or goes_on(scan, end + 1)
            or _is_long_name(scan, position, end, titled)
        ):
            end += 1
        else:
            break
    return end


def _is_articled_name(scan: Scan, position: int) -> bool:
    """True for "الدرديري محمد": a name with the article, and a given name behind it."""
    if not scan.is_word(position) or scan.hits(position):
        return False
    if not has_article(scan.tokens[position]):
        return False
    if is_common_noun(scan.tokens[position]) or scan.form(position).endswith(("ا", "ة")):
        return False  # "العليا محمد": an adjective of the body in front
    return scan.find(position + 1, "given") is not None and not may_end(scan, position + 1)


def _is_received(scan: Scan, start: int, position: int) -> bool:
    """True for "to Ghali" in "استقبال الرئيس قيس سعيد لغالي": the object of a noun before."""
    letters = {r.proclitics for r in scan.tokens[position].readings}
    name = "received" if ("ل",) in letters else "met" if ("ب",) in letters else ""
    if not name or scan.hits(position):
        return False
    return any(scan.form(i) in words(name) for i in range(max(0, start - 5), start))


def _is_long_name(scan: Scan, start: int, position: int, titled: bool) -> bool:
    """True for a third word of a name of four or five: "أحمد نواف الأحمد الصباح".

    Only behind a title, and where the run of words that no list has ends at a mark, a verb, "that"
    or another person: a preposition would make the last of them a noun that it goes with.
    """
    if not titled or (scan.find(start, "given") is None and not is_sabah(scan, start)):
        return False
    for i in range(position, start + _LONGEST):
        family = scan.form(i - 1).startswith("ال") and may_end(scan, i)
        if i > position and (_ends_plainly(scan, i) or family):
            return True
        form = scan.form(i)
        if not is_name_word(scan, i, first=False) or scan.find(i, "modifier"):
            return False
        if form.endswith(_NO_FAMILY) or form[0] == "ي":
            return False
    return False


def _ends_plainly(scan: Scan, position: int) -> bool:
    """True before a mark, a verb, "that", a relative, or one more person."""
    if not scan.is_word(position):
        return True
    form = scan.form(position)
    if form in _THAT or form in _RELATIVES or is_verb(scan.tokens[position]):
        return True
    return any(h.sense.tag in _BEGINNERS for h in scan.hits(position))


def _is_surname_verb(scan: Scan, start: int, position: int) -> bool:
    """True for "يوسف عزت،": a verb's form between a given name and a comma is a surname.

    So it is in a clause that has its verb already: "حذر الأمين العام مارك روته بكين".
    """
    if position != start + 1 or scan.find(start, "given") is None or not scan.is_word(position):
        return False
    if any(h.sense.tag != "particle" for h in scan.hits(position)):
        return False  # but "لام" is no "to the mother of"
    return scan.form(position + 1) in ("،", ",") or _has_verb_ahead(scan, start)


def _has_verb_ahead(scan: Scan, start: int) -> bool:
    """True where the sentence begins with a verb whose subject, an office, this is.

    Only for what is read as a verb with a pronoun, روته: nothing in front of it could be meant;
    and in front of what the first verb says: "نفت الرئيسة كاري لام أن".
    """
    token = scan.tokens[start + 1]
    owns = any(r.enclitic == "ه" and not r.proclitics for r in token.readings)
    reads = (owns or scan.form(start + 2) in _THAT) and is_verb(token)
    office = _OFFICE_FROM <= start <= _SUBJECT_WITHIN
    if not (office and reads and is_verb(scan.tokens[0])) or is_common_noun(token):
        return False
    return all(scan.is_word(i) and scan.form(i) not in _THAT for i in range(start))


def _is_surname_noun(scan: Scan, start: int, position: int) -> bool:
    """True for "نواف سلام": a bare noun right behind a given name, where nothing goes on."""
    if position != start + 1 or not scan.is_word(position):
        return False
    if is_owned_object(scan.tokens[position]):
        return False  # "نقل عن الرئيس بولا تحذيره من"
    behind = position + 1
    if looks_like_noun(scan, position):
        ends = closes(scan, behind) or scan.form(behind) in words("not_names")
        return ends or _is_his_office(scan, behind)
    if scan.find(start, "given") is None:
        return False
    if scan.hits(position):
        return may_end(scan, behind) and is_office_or_nation(scan, position)
    ends = not scan.is_word(behind) or scan.form(behind) in _THAT or is_verb(scan.tokens[behind])
    named = scan.form(position) in words("not_names")
    return (ends and named) or _is_his_office(scan, behind)


def _is_his_office(scan: Scan, position: int) -> bool:
    """True for the office behind a name: "السفير تميم خلاف المتحدث باسم الوزارة"."""
    return any(
        h.sense.tag == "role" and (h.sense.definite or h.reading.definite)
        for h in scan.hits(position)
    )


def _is_known(scan: Scan, position: int) -> bool:
    """True for a given name, and for a surname that its article and ending show."""
    if any(h.sense.tag == "given" and not h.reading.proclitics for h in scan.hits(position)):
        return True
    form = scan.form(position)
    return form.startswith("ال") and form.endswith("ي")


def _behind_particles(scan: Scan, position: int) -> int:
    """Return the position behind particles and the word they lead, `position` without any."""
    end = position
    if scan.form(end + 1) in _COMPOUND and (is_open(scan, end) or scan.form(end) in _GODS):
        return end + 2  # "نصر الله", "نور الدين"
    while is_particle(scan, end) and follows_particle(scan, end + 1):
        end += 1
    return end + 1 if end > position else position


def _letters(scan: Scan, start: int, end: int, skip: int) -> str:
    text = scan.sentence.text
    begin, stop = scan.tokens[start].start + skip, scan.tokens[end - 1].end
    return " ".join(text[begin - scan.sentence.start : stop - scan.sentence.start].split())
