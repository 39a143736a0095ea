"""The sentences of claims and events, composed for a reader when they are shown, never stored.

In:  tellings and facts of a `Dataset`, a reader's `Words`. Out: `Parts`, or plain text.
Names are given in the reader's language where a label is known, else in English, else in the words
the article used. What is missing is said to be missing.
"""

from collections.abc import Sequence

from kg.model.claim import Claim, Meeting, RedLine, Statement
from kg.query import messages as m
from kg.query.entities import Entities
from kg.query.facts import UNRESOLVED, EventFacts
from kg.query.messages import MESSAGES
from kg.query.telling import EventKind, Telling
from kg.query.times import time_words
from kg.query.words import (
    ENGLISH,
    Part,
    Parts,
    Words,
    compose,
    enumerate_parts,
    join,
    plain,
    text_part,
)
from kg.vocabulary import SpeechAct

__all__ = ["ENGLISH", "MESSAGES", "Part", "Parts", "Words", "compose", "join", "plain"]

_CERTAIN, _PROBABLE = 0.8, 0.5
_MOST_IN_LABEL = 3


def certainty(confidence: float) -> str:
    """Return "certain" from .8, "probable" from .5, else "possible"."""
    if confidence >= _CERTAIN:
        return "certain"
    return "probable" if confidence >= _PROBABLE else "possible"


def actor_name(entities: Entities, iri: str, words: Words) -> Part:
    """Return the actor's name for this reader."""
    actor = entities.actors[iri]
    return _name(iri, actor.labels, actor.name, actor.linked, entities.languages[iri], words)


def place_name(entities: Entities, iri: str, words: Words) -> Part:
    """Return the place's name for this reader."""
    place = entities.places[iri]
    return _name(iri, place.labels, place.name, place.linked, entities.languages[iri], words)


def speaker_name(entities: Entities, iri: str | None, words: Words) -> Parts:
    """Return a speaker's name, saying so when it is unnamed or not resolved (None or "")."""
    if iri is None or iri == UNRESOLVED:
        return (text_part(words, m.UNRESOLVED_SPEAKER),)
    name = actor_name(entities, iri, words)
    if entities.actors[iri].unnamed and not _says_unnamed(name, words):
        return compose(words, m.UNNAMED, name=name)
    return (name,)


def _says_unnamed(name: Part, words: Words) -> bool:
    """Whether the name tells readers, in their own language, that nobody is named."""
    saying = words.gettext(m.SAYS_UNNAMED).split()
    return name.language == words.language and not set(saying).isdisjoint(
        name.text.casefold().split()
    )


def names(entities: Entities, iris: Sequence[str], words: Words) -> Parts:
    """Return "A, B and C" of actors; "not stated" for nobody."""
    if not iris:
        return (text_part(words, m.NOT_STATED),)
    return join(words, [speaker_name(entities, iri, words) for iri in iris])


def gist(entities: Entities, telling: Telling, words: Words) -> Parts:
    """Return one sentence that says what this telling tells, and on whose word."""
    match telling.claim:
        case Statement():
            return _said(entities, telling, words, m.SAID[telling.claim.act])
        case RedLine():
            return _said(entities, telling, words, m.DECLARED)
        case Meeting():
            return _met(entities, telling, telling.claim, words)


def label(entities: Entities, telling: Telling, words: Words) -> Part:
    """Return a few words for a mark: what was said, the red line's trigger, who met whom and where.

    A meeting whose parties are not stated goes by its topic, else by its place.
    """
    claim = telling.claim
    match claim:
        case Statement():
            return _quoted(telling, claim.content)
        case RedLine():
            return _quoted(telling, claim.trigger_text)
        case Meeting(topic=str(topic)) if not telling.participants:
            return _quoted(telling, topic)
    place = place_name(entities, telling.place, words) if telling.place else None
    if telling.participants:
        met = _who_met(entities, telling.participants, words)
        composed = compose(words, m.MET_AT, parties=met, place=place) if place else met
    elif place:
        composed = compose(words, m.MEETING_IN, place=place)
    else:
        return text_part(words, m.KINDS["meeting"])
    return Part(text=plain(composed), role="text", language=words.language)


def own_words(claim: Claim) -> str:
    """Return the article's words for what was said, the red line or the topic; "" for none."""
    match claim:
        case Statement():
            return claim.content
        case RedLine():
            return claim.trigger_text
        case Meeting():
            return claim.topic or ""


def kind_word(kind: EventKind, act: SpeechAct | None, words: Words) -> str:
    """Return "Warning", "Meeting", "Red line": the word beside the mark's shape."""
    return words.gettext(m.ACTS[act] if kind == "statement" and act else m.KINDS[kind])


def sentence(entities: Entities, facts: EventFacts, telling: Telling, words: Words) -> str:
    """Return all that a mark shows as one spoken sentence.

    "Warning. Military official (not named) to Turkey: any …, 9 April 2025, reported by Army Radio,
    2 articles, disputed."
    """
    details = [_summary(entities, facts, telling, words), time_words(words, facts.when)]
    if telling.reporters and facts.via:
        reporters = names(entities, telling.reporters, words)
        details.append(compose(words, m.REPORTED_BY, reporters=reporters))
    if len(facts.articles) > 1:
        details.append((text_part(words, m.IN_ARTICLES, n=len(facts.articles)),))
    if facts.texts < len(facts.articles):
        details.append((text_part(words, m.TEXTS, n=facts.texts),))
    details += [(text_part(words, text),) for text in _remarks(facts)]
    act = telling.claim.act if isinstance(telling.claim, Statement) else None
    kind = Part(text=kind_word(facts.event.kind, act, words), role="text", language=words.language)
    composed = compose(words, m.SENTENCE, kind=kind, details=enumerate_parts(words, details))
    return plain(composed)


def preferred(tellings: Sequence[Telling], language: str) -> Telling:
    """Return the telling to quote: the first in the reader's language, else the first."""
    return next((t for t in tellings if t.article.language == language), tellings[0])


def _name(
    iri: str,
    labels: tuple[tuple[str, str], ...],
    name: str,
    linked: bool,
    language: str,
    words: Words,
) -> Part:
    known = dict(labels)
    if words.language in known:
        return Part(text=known[words.language], role="name", language=words.language, iri=iri)
    # A linked entity's name is English; any other's is what its article calls it.
    return Part(text=name, role="name", language="en" if linked else language, iri=iri)


def _quoted(telling: Telling, text: str) -> Part:
    return Part(text=text, role="words", language=telling.article.language)


def _said(entities: Entities, telling: Telling, words: Words, texts: tuple[str, str]) -> Parts:
    speaker = speaker_name(entities, telling.speaker, words)
    content = label(entities, telling, words)
    if not telling.addressees:
        return compose(words, texts[0], speaker=speaker, content=content)
    addressee = names(entities, telling.addressees, words)
    return compose(words, texts[1], speaker=speaker, addressee=addressee, content=content)


def _met(entities: Entities, telling: Telling, meeting: Meeting, words: Words) -> Parts:
    parties = _parties(entities, telling, meeting, words)
    texts = m.MET[_told_as(meeting)]
    if telling.place is None:
        met = compose(words, texts[0], participants=parties)
    else:
        place = place_name(entities, telling.place, words)
        met = compose(words, texts[1], participants=parties, place=place)
    if telling.statement is None:
        return met
    speaker = speaker_name(entities, telling.speaker, words)
    return compose(words, m.ACCORDING_TO, gist=met, speaker=speaker)


def _who_met(entities: Entities, parties: Sequence[str], words: Words) -> Parts:
    """Return "A – B", "A – B – C and 2 more"; of one party "A – not stated"."""
    shown = [(actor_name(entities, iri, words),) for iri in parties[:_MOST_IN_LABEL]]
    if len(shown) == 1:
        shown.append((text_part(words, m.NOT_STATED),))
    listed: Parts = shown[-1]
    for name in reversed(shown[:-1]):
        listed = compose(words, m.MET_WITH, first=name, rest=listed)
    left = len(parties) - len(shown)
    return compose(words, m.AND_MORE, names=listed, n=left) if left > 0 else listed


def _told_as(meeting: Meeting) -> str:
    """The words of a meeting must not be surer than its claim."""
    if meeting.commitment == "denies":
        return "denied"
    if meeting.commitment == "anticipates" and meeting.status in ("held", "ongoing"):
        return "planned"
    return meeting.status


def _parties(entities: Entities, telling: Telling, meeting: Meeting, words: Words) -> Parts:
    if not telling.participants:
        return (text_part(words, m.NO_PARTIES),)
    listed = [speaker_name(entities, iri, words) for iri in telling.participants]
    if meeting.incomplete or len(listed) == 1:
        return compose(words, m.OTHERS, names=enumerate_parts(words, listed))
    return join(words, listed)


def _summary(entities: Entities, facts: EventFacts, telling: Telling, words: Words) -> Parts:
    if facts.event.kind == "meeting":
        return gist(entities, telling, words)
    who = speaker_name(entities, facts.speaker, words)
    if facts.addressees:
        who = compose(words, m.TO, speaker=who, addressee=names(entities, facts.addressees, words))
    return compose(words, m.SUMMARY, who=who, what=label(entities, telling, words))


def _remarks(facts: EventFacts) -> list[str]:
    remarks = [m.CONDITIONAL] if facts.conditional else []
    if facts.commitment == "denied":
        remarks.append(m.DENIED)
    if facts.commitment == "anticipated":
        remarks.append(m.EXPECTED)
    return remarks + ([m.DISPUTED] if facts.differences else [])
