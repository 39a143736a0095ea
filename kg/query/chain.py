"""The chain of attribution behind a claim: the article, reporters, the speaker, what was said.

In:  a telling. Out: `ChainStep`s, outermost first, each with its verb as written.
Cues stand in the same order as the voices (`kg.model.claim`): the first belongs to the outermost
reporter, what is left over to the speaker.
"""

from dataclasses import dataclass
from typing import Literal

from kg.model.iri import local_name
from kg.query import messages as m
from kg.query.entities import Entities
from kg.query.evidence import cue_part
from kg.query.filters import source_name
from kg.query.telling import Telling
from kg.query.wording import actor_name, label, speaker_name
from kg.query.words import Part, Parts, Words, text_part

StepRole = Literal["article", "reporter", "speaker", "event"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainStep:
    """A voice, or at the end what it is all about.

    `verbs` are the article's words for what this voice does; `role_label` says what it is.
    """

    role: StepRole
    role_label: str
    name: Parts
    href: str | None
    verbs: tuple[Part, ...]
    unnamed: bool
    unresolved: bool


def chain(entities: Entities, telling: Telling, words: Words) -> tuple[ChainStep, ...]:
    """Return the chain; a meeting in the article's own voice has no speaker in it."""
    steps = [_article(telling, words)]
    verbs = _verbs(telling)
    if telling.statement is not None:
        steps += [
            _voice(entities, words, "reporter", iri, verbs[i])
            for i, iri in enumerate(telling.reporters)
        ]
        steps.append(_voice(entities, words, "speaker", telling.speaker, verbs[-1]))
    steps.append(_event(entities, telling, words))
    return tuple(steps)


def _verbs(telling: Telling) -> list[tuple[Part, ...]]:
    """The cue words of each voice, the speaker's last."""
    reporters = len(telling.statement.via) if telling.statement else 0
    cues = [cue_part(telling, span) for span in telling.record.cues]
    shared: list[tuple[Part, ...]] = [tuple(cues[i : i + 1]) for i in range(reporters)]
    return [*shared, tuple(cues[reporters:])]


def _article(telling: Telling, words: Words) -> ChainStep:
    article = telling.article
    outlet = source_name(article)
    name = (
        Part(text=outlet, role="name", language=article.language)
        if outlet
        else text_part(words, m.NO_SOURCE)
    )
    return ChainStep(
        role="article",
        role_label=words.gettext(m.CHAIN_ROLES["article"]),
        name=(name,),
        href=f"/articles/{local_name(article.iri)}",
        verbs=(),
        unnamed=False,
        unresolved=False,
    )


def _voice(
    entities: Entities, words: Words, role: StepRole, iri: str | None, verbs: tuple[Part, ...]
) -> ChainStep:
    return ChainStep(
        role=role,
        role_label=words.gettext(m.CHAIN_ROLES[role]),
        name=(actor_name(entities, iri, words),) if iri else speaker_name(entities, None, words),
        href=f"/actors/{local_name(iri)}" if iri else None,
        verbs=verbs,
        unnamed=iri is not None and entities.actors[iri].unnamed,
        unresolved=not iri,
    )


def _event(entities: Entities, telling: Telling, words: Words) -> ChainStep:
    return ChainStep(
        role="event",
        role_label=words.gettext(m.CHAIN_ROLES["event"]),
        name=(label(entities, telling, words),),
        href=f"/events/{local_name(telling.event)}",
        verbs=(),
        unnamed=False,
        unresolved=False,
    )
