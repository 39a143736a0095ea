"""A red line's life as it is told: each step with who took it, when, in which words.

In:  a `Step` (kg.query.life), a `Dataset` that holds its tellings, a reader's `Words`.
Out: `LifeStep`.
"""

from dataclasses import dataclass

from kg.query import messages as m
from kg.query.beside import evidence_part
from kg.query.dataset import Dataset
from kg.query.life import Step
from kg.query.times import time_words
from kg.query.told import Ref, article_ref, claim_href
from kg.query.wording import speaker_name
from kg.query.words import Part, Parts, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class StepTold:
    """Who took a step in a red line's life, in which words, as an article has it."""

    speaker: Parts
    words: Part
    article: Ref
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LifeStep:
    """A step in a red line's life; `day` is its first day as a number, None when not known."""

    step: str
    label: str
    when: Parts
    claims: int
    articles: int
    day: int | None
    told: tuple[StepTold, ...]


def life_step(dataset: Dataset, step: Step, words: Words) -> LifeStep:
    """Return a step in words."""
    first, last = step.when.bounds(relative=False) if step.when else (None, None)
    dated = step.when is not None and step.when.known(relative=False)
    return LifeStep(
        step=step.name,
        label=words.gettext(m.STEPS[step.name]),
        when=time_words(words, step.when),
        claims=len(step.claims),
        articles=len(step.articles),
        day=(last if first is None else first) if dated else None,
        told=tuple(
            StepTold(
                speaker=speaker_name(dataset.entities, telling.speaker, words),
                words=evidence_part(telling),
                article=article_ref(telling),
                href=claim_href(telling.claim.iri),
            )
            for telling in step.tellings
        ),
    )
