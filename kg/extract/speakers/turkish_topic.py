"""Find who a Turkish sentence is about: its subject, or whose statement it only announces.

In:  a view. Out: a mention, None for none.
    "Peru Dışişleri Bakanlığından yazılı açıklama yapıldı."   the ministry
"""

from kg.extract.attribution import can_act
from kg.extract.speakers.turkish_subject import TurkishSubject
from kg.extract.view import View
from kg.lexicon.grammar import words_of
from kg.model.mention import Mention

_CAME = words_of("tr", "a_statement_came")
_STATEMENTS = words_of("tr", "statements_that_come")
_REACH = 6


def turkish_topic(view: View, before: int | None = None) -> Mention | None:
    """Return who a sentence's main clause is about, among the tokens in front of `before`."""
    if (issuer := turkish_issuer(view)) is not None:
        return issuer if before is None or issuer.first < before else None
    end = view.size if before is None else before
    topic, _ = TurkishSubject(view).subject(0, end)
    return topic if isinstance(topic, Mention) and topic.category != "place" else None


def turkish_issuer(view: View) -> Mention | None:
    """Return X of "X'ten (konuya ilişkin) açıklama yapıldı", the sentence's last words."""
    verb = view.size - 1 - (not view.is_word(view.size - 1))
    if verb < 1 or view.form(verb) not in _CAME or view.form(verb - 1) not in _STATEMENTS:
        return None
    for i in range(verb - 2, max(-1, verb - _REACH), -1):
        mention = view.mention_to(i)
        if mention is not None and mention.case == "ablative":
            return mention if can_act(mention) else None
    first = view.mention_from(0)  # "X'ten, … ilişkin yazılı açıklama yapıldı"
    ahead = first is not None and first.case == "ablative" and view.is_comma(first.last + 1)
    return first if ahead and can_act(first) else None
