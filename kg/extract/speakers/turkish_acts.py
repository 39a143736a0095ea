"""The act of a Turkish statement as what is said changes that of its verb.

In:  a view, a statement. Out: the act.
"X gerektiğini söyledi" demands; a condition with a future in -AcAk threatens.
"""

from collections.abc import Sequence

from kg.extract.attribution import can_act
from kg.extract.cues import Cue
from kg.extract.placed_on import expected_of
from kg.extract.speakers.turkish_listeners import Content
from kg.extract.speakers.turkish_words import FINITE
from kg.extract.told import NEUTRAL_ACTS, Told
from kg.extract.turkish_conditions import find_turkish_condition
from kg.extract.view import View
from kg.lexicon.grammar import endings_of, words_of
from kg.model.draft import Party
from kg.model.mention import Mention
from kg.vocabulary import SpeechAct

_NEED = words_of("tr", "need")
_FEELING = words_of("tr", "feeling")
_WORRY = endings_of("tr", "worry")
_AS_OBJECT = endings_of("tr", "worry_as_object")
_WANTING = words_of("tr", "wanting")
_HAVE_TO = endings_of("tr", "have_to")
_NO_VERBS = words_of("tr", "no_have_to")
_SHALL_ACT = endings_of("tr", "shall_act")
_DONE = endings_of("tr", "wrong_done")
_WRONG_WITHIN = 2
_SHORT = 3
_TERMS = words_of("tr", "terms")  # a bargain, no threat
_FUTURE = endings_of("tr", "threatened")
_FRIENDLY = endings_of("tr", "friendly_deeds")
_WEIGHING = frozenset({"değerlendir", "yorumla"})
_AS = words_of("tr", "judged_as")
_SAYING_SO = words_of("tr", "saying_so")
_TO_DO = "edec"
_INSISTING = "ısrar-et"
_THAT_IT_IS = endings_of("tr", "insists_that_it_is")


def _charges(view: View, one: Told) -> bool:
    """True for "Y'nin ateşkesi ihlal ettiğini öne sürdü": another did wrong, it is claimed."""
    if one.attribution.cue.row.id not in view.lexicon.word_set("claiming"):
        return False
    doer = view.mention_from(one.content_first)
    if doer is None or doer.case != "genitive" or not can_act(doer) or _same(doer, one.speaker):
        return False
    wrongs = tuple(view.lexicon.word_set("wrongs"))
    last = one.content_last
    near = range(max(doer.last + 1, last - _WRONG_WITHIN), last + 1)
    return view.form(last).endswith(_DONE) and any(view.form(i).startswith(wrongs) for i in near)


def _commands(view: View, one: Told, last: str) -> bool:
    """True for the words "Silahları bırakın", "Silahlar sussun", quoted or behind a colon."""
    end = one.content_last
    while end > one.content_first and not view.is_word(end):
        end -= 1
    heard = view.quotation_at[end] is not None or view.tokens[one.content_first - 1].text == ":"
    plain = view.lexicon.word_set("no_commands")
    ordered = len(last) > _SHORT and last.endswith(("in", "un", "ün")) and last not in plain
    return heard and ordered and view.mention_at[end] is None and "'" not in last


def _worries(words: Sequence[str]) -> bool:
    """True for "… endişe duyduğunu", "derin endişesini", "kaygılıyız"."""
    if not words:
        return False
    felt = words[-1] in _FEELING and any(w.startswith(_WORRY) for w in words[-4:])
    return felt or (words[-1].startswith(_WORRY) and words[-1].endswith(_AS_OBJECT))


def _quoted_demand(view: View, one: Told, words: Sequence[str]) -> bool:
    """True for the words "Herkesin uymasını istiyoruz", "Silahlar susmalı", in quotation marks."""
    if view.quotation_at[one.content_last] is None or len(words) < _SHORT:
        return False
    wanted = words[-1] in _WANTING and words[-2].endswith(_SHALL_ACT)
    return wanted or (words[-1].endswith(_HAVE_TO) and words[-1] not in _NO_VERBS)


def _same(mention: Mention, speaker: Party | None) -> bool:
    """True for whoever speaks and for their side."""
    if not isinstance(speaker, Mention):
        return True
    own = {speaker.gazetteer_id, speaker.side, speaker.name} - {None}
    return bool(own & {mention.gazetteer_id, mention.side, mention.name})


def act_of(view: View, one: Told) -> SpeechAct:
    """Return the row's act, or the one that the words said make of it."""
    if one.act == "demands" and one.attribution.cue.row.id == _INSISTING:
        return "asserts" if view.form(one.content_last).endswith(_THAT_IT_IS) else one.act
    if one.act not in NEUTRAL_ACTS:
        return one.act
    forms = [view.form(i) for i in range(one.content_first, one.content_last + 1)]
    words = [f for f in forms if f and f[0].isalpha()]
    if _worries(words):
        return "expresses-concern"
    if words[-1:] and words[-1] in _NEED:
        return "demands"
    if expected_of(view, one) is not None:
        return "demands"
    if words and (_commands(view, one, words[-1]) or _quoted_demand(view, one, words)):
        return "demands"
    if _charges(view, one):
        return "accuses"
    verb = one.attribution.cue.row.kind == "verb"
    might = any("ebilec" in w or "abilec" in w for w in words[-3:])
    deed = words[-2:-1] if words and words[-1].startswith(_TO_DO) else words[-1:]
    might |= any(w.startswith(_FRIENDLY) for w in deed)  # "kabul edeceklerini"
    threat = verb and not might and any(w.endswith(_FUTURE) for w in words[-3:])
    condition = find_turkish_condition(view, one.content_first, one.content_last)
    if threat and condition is not None and view.form(condition[1]) not in _TERMS:
        return "warns"
    return one.act


def only_weighs(view: View, cue: Cue, content: Content, *, several: bool) -> bool:
    """True for "gelişmeleri değerlendiren X", "bakanlar ilişkileri değerlendirdi": no judgement."""
    if cue.row.id not in _WEIGHING or content.quoted:
        return False
    words = range(content.first, content.last + 1)
    if any(view.quotation_at[i] is not None or view.form(i) in _AS for i in words):
        return False
    relative = cue.inflection is not None and cue.inflection.form == "relative"
    return relative or several


def take_deed(view: View, cue: Cue, one: Told) -> None:
    """Take the act of the verb right behind: "saçma" diyerek reddetti, "…" diyerek uyardı."""
    if view.form(cue.last) not in _SAYING_SO:
        return
    for deed in view.cues:
        finite = deed.inflection is not None and deed.inflection.form in FINITE
        if deed.first == cue.last + 1 and deed.row.kind == "verb" and finite:
            if deed.row.act not in NEUTRAL_ACTS:
                one.act, one.tail = deed.row.act, deed.last
                one.more_cues.append(deed)
            return
