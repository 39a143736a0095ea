"""Read the Hebrew headlines that give an outlet's report: "דיווח ב-CNN: …".

In:  a reader of one sentence. Out: who reports, and the words behind the colon.
    דיווח ב"ניו יורק טיימס": הצדדים ייפגשו      the outlet announces it
    דיווח ברוסיה: …; דיווח: …                    nobody is named: nothing is said by anybody
"""

from kg.extract.speakers.hebrew_phrases import HebrewPhrases
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.mention import Mention

_REPORTS = words_of("he", "reports_in_headlines")
_WITHIN = 9
_LED = (("ב",), ())


def report_colon(view: View) -> int:
    """Return where the colon of "דיווח ברוסיה: …" stands, 0 in any other sentence."""
    if not view.size or view.form(0) not in _REPORTS:
        return 0
    for k in range(1, min(view.size, _WITHIN)):
        if view.tokens[k].text == ":":
            return k
        if k > 1 and (view.is_comma(k) or view.is_stop(k)):
            return 0
    return 0


def reporting_outlet(reader: HebrewPhrases, colon: int) -> Mention | None:
    """Return the outlet between the report and its colon, None where none is named."""
    view = reader.view
    for k in range(1, colon):
        quoted = reader.quoted_name(k)
        if quoted is not None:
            return quoted[0] if quoted[1] == colon - 1 else None
        mention = view.mention_from(k)
        if mention is not None and mention.kind == "media" and mention.proclitics in _LED:
            return mention
    return None
