"""Put a Turkish name into a case and a Turkish verb into a form, for the slots of patterns.

In:  a name as a sentence has it in the nominative, or the stem of a verb ("kabul et"); the form's
name as the slot calls it. Out: the word in that form. `owned`: it ends in a possessive.
Source of the rules: any Turkish grammar. Made apart from `kg.lexicon.turkish` on purpose: what
reads must not be judged by what it writes itself.
"""

_VOWELS = "aeıioöuüâîû"
_FOUR = {**dict.fromkeys("aıâ", "ı"), **dict.fromkeys("eiî", "i")}
_FOUR |= {**dict.fromkeys("ouû", "u"), **dict.fromkeys("öü", "ü")}
_BACK = "aıouâû"
_HARD = "fstkçşhp"
_ACCENTS = str.maketrans("áéíóúãñ", "aeiouan")
_NARROW_AORIST = frozenset({"al", "bul", "dur", "gel", "gör", "kal", "ol", "var", "ver"})
_SOFT = frozenset({"et", "git", "kaydet"})

# $ is a vowel of four, @ of two; brackets hold what stands only behind a vowel.
_CASES = {
    "gen": ("(n)$n", "n$n"),
    "dat": ("(y)@", "n@"),
    "acc": ("(y)$", "n$"),
    "loc": ("d@", "nd@"),
    "abl": ("d@n", "nd@n"),
    "ins": ("(y)l@", "yl@"),
    "att": ("d@ki", "nd@ki"),
}
_FORMS = {
    "past": "d$",
    "had": "m$şt$",
    "reported": "m$ş",
    "future": "(y)@c@k",
    "will": "(y)@c@ğ$",
    "will_acc": "(y)@c@ğ$n$",
    "did": "d$ğ$",
    "did_acc": "d$ğ$n$",
    "relative": "(y)@n",
    "infinitive": "m@k",
    "infinitive_acc": "m@y$",
    "doing": "m@s$",
    "doing_acc": "m@s$n$",
    "doing_dat": "m@y@",
    "doing_gen": "m@s$n$n",
    "by": "(y)@r@k",
    "and": "(y)$p",
    "after": "d$kt@n sonra",
    "before": "m@d@n önce",
    "not": "m@d$",
    "did_not_acc": "m@d$ğ$n$",
    "will_not_acc": "m@y@c@ğ$n$",
    "could_not": "(y)@m@d$",
    "must": "m@l$",
}


def in_form(says: str, form: str, *, owned: bool = False) -> str:
    """Return a name in a case or a verb's stem in a form. KeyError for a form nobody knows."""
    if form in _CASES:
        return _in_case(says.rstrip(","), form, owned=owned)
    front, gap, head = says.rpartition(" ")
    return f"{front}{gap}{_conjugated(head, form)}"


def _in_case(says: str, case: str, *, owned: bool) -> str:
    ending = _CASES[case][owned and says[-1] in "ıiuü"]
    last = says.rsplit(" ", 1)[-1]
    if last[0].isupper() or "-" in last:
        return f"{says}'{_suited(ending, last)}"
    several = sum(letter in _VOWELS for letter in last) > 1
    if several and last.endswith("k") and ending[0] in "(":
        says = f"{says[:-1]}ğ"
        return says + _suited(ending, last)
    return says + _suited(ending, last)


def _conjugated(head: str, form: str) -> str:
    if form in ("while", "now"):
        return _aorist(head) + "ken" if form == "while" else _progressive(head)
    ending = _FORMS[form]
    softened = head[:-1] + "d" if head in _SOFT and ending[0] == "(" else head
    return softened + _suited(ending, head)


def _aorist(head: str) -> str:
    if head[-1] in _VOWELS:
        return f"{head}r"
    one = sum(letter in _VOWELS for letter in head) == 1 and head not in _NARROW_AORIST
    return (head[:-1] + "d" if head in _SOFT else head) + _suited("@r" if one else "$r", head)


def _progressive(head: str) -> str:
    stem = head[:-1] if head[-1] in _VOWELS else head[:-1] + "d" if head in _SOFT else head
    return stem + _suited("$yor", stem)


def _suited(ending: str, word: str) -> str:
    """Return an ending with the vowels and the first consonant that suit the word before it."""
    word = word.lower().translate(_ACCENTS)
    letter, rest = ("", ending)
    if ending.startswith("("):
        letter, rest = ending[1], ending[3:]
    made = letter if word[-1] in _VOWELS else ""
    if rest[0] == "d" and word[-1] in _HARD:
        rest = f"t{rest[1:]}"
    vowel = next((one for one in reversed(word) if one in _VOWELS), "e")
    for sign in rest:
        if sign == "$":
            sign = vowel = _FOUR[vowel]
        elif sign == "@":
            sign = vowel = "a" if vowel in _BACK else "e"
        elif sign in _VOWELS:
            vowel = sign
        made += sign
    return made
