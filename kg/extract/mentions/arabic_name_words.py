"""May a word be part of a name in Arabic? What the lists and the letters around it tell.

In:  a `Scan` and a position. Out: yes or no; words that no list knows may be names where they look
like none of the words that go on with a sentence.
"""

from kg.extract.mentions.arabic_letters import is_led, is_owned_object, looks_dual
from kg.extract.mentions.arabic_nouns import is_common_noun
from kg.extract.mentions.arabic_parts import closes, is_verb, words
from kg.extract.mentions.scan import Scan
from kg.lexicon.grammar import words_of
from kg.lexicon.normalise import fold
from kg.model.token import Token

_TANWIN = "\u064b"
_NOT_ENDINGS = ("ات", "اته", "اتها", "يين", "ية")
_SHORTEST = 3
_LONG_PLURAL = 8  # "المسجونين"; but "الحسين", "السعدون"
_ALI, _IMAM, _SABAH, _MA = fold("علي"), fold("إمام"), fold("صباح"), fold("ما")
_NOUNS_TOO = words_of("ar", "names_that_are_nouns")
# What begins behind a name rather than going on with it.
_BEGINNERS = frozenset({"role", "name", "institution", "outlet", "generic", "title", "before"})


def is_particle(scan: Scan, position: int) -> bool:
    """True for "بن", "عبد"; "فإن" folds into the Dutch "فان" and is none."""
    text = scan.tokens[position].text if scan.is_word(position) else ""
    return scan.find(position, "particle") is not None and "إ" not in text and text != "آبي"


def goes_on(scan: Scan, position: int) -> bool:
    """True where a name's third word may end: before a particle, or where the name ends."""
    return is_particle(scan, position) or may_end(scan, position)


def may_end(scan: Scan, position: int) -> bool:
    """True where no name goes on: behind it stands something else that can be told."""
    if closes(scan, position) or is_common_noun(scan.tokens[position]):
        return True
    return any(h.sense.tag in _BEGINNERS for h in scan.hits(position))


def follows_particle(scan: Scan, position: int) -> bool:
    """True for any word but those that end a name: "ثاني" is a name behind "آل"."""
    return scan.is_word(position) and scan.form(position) not in words("stops")


def is_name_word(scan: Scan, position: int, *, first: bool, feminine: bool = False) -> bool:
    """True for a word that may be the first of a name, or go on with one; `feminine`: a woman's."""
    if not scan.is_word(position):
        return False
    token = scan.tokens[position]
    form = token.form
    if first and (_is_ma(scan, position) or _is_ann(scan, position)):
        return True
    if form in words("stops") and not (
        _is_namesake(token)
        or (first and (_is_given_and_more(scan, position) or is_sabah(scan, position)))
    ):
        return False
    if any(
        h.sense.tag in ("given", "particle") and not h.reading.proclitics
        for h in scan.hits(position)
    ):
        return True
    if first and _is_media_namesake(scan, position):
        return True
    if any(h.sense.tag not in ("given", "particle", "modifier") for h in scan.hits(position)):
        family = _is_family(scan, position) or _is_title_surname(scan, position)
        return (not first and family) or looks_dual(scan, position)
    if any(h.sense.tag == "given" and "و" in h.reading.proclitics for h in scan.hits(position)):
        return False  # "and Mohammed": another person
    named = first and (_is_hamza_name(scan, position) or _is_behind_rank(scan, position))
    if is_verb(token) or (is_common_noun(token) and not named):
        return False
    if not first and is_owned_object(token):
        return False
    if not "\u0621" <= form[0] <= "\u064a" or _TANWIN in token.text:
        return False
    if len(form) < _SHORTEST:  # "كيم يو جونغ": short behind a given name only
        return not first and len(form) > 1 and not token.readings[1:]
    if has_article(token):
        return not first and not (len(form) >= _LONG_PLURAL and form.endswith(("ين", "ون")))
    if any(map(is_led, token.readings)):
        return False
    if form.endswith("ية") and not first and scan.find(position - 1, "given") is not None:
        return closes(scan, position + 1) or may_end(scan, position + 1)  # "إسماعيل هنية"
    return not (form.endswith(_NOT_ENDINGS) or (form.endswith("ة") and first and not feminine))


def _is_media_namesake(scan: Scan, position: int) -> bool:
    """True for "رئيسة الوزراء إرنا سولبرغ": an outlet's short name, a surname behind it."""
    hits = scan.hits(position)
    if not hits or not all(h.sense.kind == "media" and not h.reading.proclitics for h in hits):
        return False
    led = position and any(h.sense.tag in ("role", "adjective") for h in scan.hits(position - 1))
    led = led or any(
        h.sense.tag == "role" and h.last == position - 1 for h in scan.hits(position - 2)
    )
    return (
        bool(led) and is_open(scan, position + 1) and not is_common_noun(scan.tokens[position + 1])
    )


def _is_hamza_name(scan: Scan, position: int) -> bool:
    """True for "إينار سولباكن": shaped as a verbal noun, but what follows is no noun of its own."""
    token, behind = scan.tokens[position], position + 1
    if "إ" not in token.text[:1] or token.form in words("not_names") or token.readings[1:]:
        return False
    if not is_open(scan, behind) or scan.form(behind).startswith("ال"):
        return False
    return not is_common_noun(scan.tokens[behind]) and may_end(scan, behind + 1)


def _is_behind_rank(scan: Scan, position: int) -> bool:
    """True for "الفريق أول قمر جاويد", "المحامية أمل كلوني": "moon" and "hope" elsewhere."""
    if scan.form(position) not in _NOUNS_TOO:
        return False  # "أعلن اللواء | مقتل محمد": what was done to him
    behind = position + 1
    if scan.find(behind, "given") is None and not (
        is_open(scan, behind)
        and not is_common_noun(scan.tokens[behind])
        and may_end(scan, behind + 1)
    ):
        return False
    near = range(max(0, position - 3), position)
    return any(
        h.sense.tag == "title" and h.last == position - 1 for i in near for h in scan.hits(i)
    )


def _is_namesake(token: Token) -> bool:
    """True for "علي" and "إمام", which fold into the prepositions "على" and "أمام"."""
    if token.form == _ALI:
        return token.text.endswith("ي")
    return token.form == _IMAM and "إ" in token.text


def is_sabah(scan: Scan, position: int) -> bool:
    """True for "الشيخ صباح …": a name behind a title, elsewhere "in the morning"."""
    titled = position > 0 and any(h.sense.tag == "title" for h in scan.hits(position - 1))
    return titled and scan.form(position) == _SABAH


def _is_ma(scan: Scan, position: int) -> bool:
    """True for the Chinese family name in "الرئيس ما ينغ جيو", elsewhere "what"."""
    if scan.form(position) != _MA or not (is_open(scan, position + 1) and position):
        return False
    offices = ("role", "title", "adjective", "modifier")
    led = any(h.sense.tag in offices for h in scan.hits(position - 1))
    return led and is_open(scan, position + 2)


def _is_ann(scan: Scan, position: int) -> bool:
    """True for "الوزيرة آن ليندي": a woman's name that folds into "that"."""
    return scan.tokens[position].text == "آن" and is_open(scan, position + 1)


def _is_given_and_more(scan: Scan, position: int) -> bool:
    """True for "غير بيدرسن": a word that is a given name too, with a name and an end behind it."""
    if scan.form(position) in (_ALI, _IMAM) or scan.find(position, "given") is None:
        return False
    if scan.form(position + 1).startswith("ال") or not is_open(scan, position + 1):
        return False
    return not is_common_noun(scan.tokens[position + 1]) and may_end(scan, position + 2)


def has_article(token: Token) -> bool:
    """True for "السوداني"; "ألفارو" folds into the same letters and has none."""
    return token.form.startswith("ال") and len(token.form) > 4 and token.text[0] == "ا"


def is_open(scan: Scan, position: int) -> bool:
    """True for a word that no list has and that may be a name."""
    if not scan.is_word(position):
        return False
    token = scan.tokens[position]
    taken = any(h.sense.tag not in ("given", "particle", "modifier") for h in scan.hits(position))
    if taken or token.form in words("stops") or is_verb(token):
        return False
    return "\u0621" <= token.form[0] <= "\u064a" and _TANWIN not in token.text


def _is_title_surname(scan: Scan, position: int) -> bool:
    """True for "أبو مهدي المهندس إلى": a title with nobody behind it is a family's name."""
    titles = all(h.sense.tag == "title" and h.last == position for h in scan.hits(position))
    single = titles and scan.form(position).startswith("ال")
    return single and closes(scan, position + 1) and scan.find(position - 1, "given") is not None


def _is_family(scan: Scan, position: int) -> bool:
    """True for "the Sudanese" behind a name, where no adjective of a country ever stands."""
    form = scan.form(position)
    tags = {h.sense.tag for h in scan.hits(position)}
    alone = all(h.last == position for h in scan.hits(position))
    return alone and "adjective" in tags and form.startswith("ال") and form.endswith("ي")
