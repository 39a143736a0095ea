"""Why the rules claim what they claim: each claim's sentence with what every stage saw of it.

In:  an article's text, read again with a `Trace`. Out: plain values, ready for JSON: of each claim
its sentences (kind, tokens, mentions with their links, times, cues with their lexicon rows,
brackets), who may have been the speaker and why not, the frame, references with candidates and
cost, what was merged into it, and how its confidence came about.
"""

from collections.abc import Iterator, Sequence
from math import prod

from kg.errors import NotFound
from kg.extract.confidence import RED_LINE, Step, meeting_steps, statement_steps
from kg.extract.view import View
from kg.model.article import Article, SourceText
from kg.model.claim import Claim, Meeting, RedLine, Statement
from kg.model.document import Json, time_document
from kg.model.draft import (
    DraftMeeting,
    DraftRedLine,
    DraftStatement,
    Party,
    Pointer,
)
from kg.model.extraction import Extraction
from kg.model.iri import Iris
from kg.model.mention import Mention
from kg.model.token import Sentence
from kg.pipeline.article import extract_article
from kg.pipeline.explain_speaker import speaker_candidates
from kg.pipeline.trace import Trace

Draft = DraftStatement | DraftMeeting | DraftRedLine
_CLOSE_ENOUGH = 0.005


def explain_source(source: SourceText, *, iris: Iris, claim: str | None = None) -> Json:
    """Explain the claims of a text that was read, or one of them. Raises NotFound, ExtractError."""
    trace = Trace()
    return _explain(extract_article(source, iris=iris, trace=trace), trace, claim)


def explain_article(article: Article, *, iris: Iris, claim: str | None = None) -> Json:
    """Explain the claims of a stored article, its text read again by the present rules.

    Raises NotFound for a claim that the present rules do not make of the stored text.
    """
    trace = Trace()
    source = SourceText(
        name=article.iri,
        text=article.text,
        title=article.title,
        language=article.language,
        published=article.published,
        published_from=article.published_from,
        publisher=article.publisher,
        source=article.source,
    )
    found = extract_article(source, iris=iris, article_iri=article.iri, trace=trace)
    return _explain(found, trace, claim)


def _explain(found: Extraction, trace: Trace, wanted: str | None) -> Json:
    claims = [c for c in found.claims if wanted in (None, c.iri, c.under, c.iri.rsplit("/", 1)[1])]
    if wanted is not None and not claims:
        raise NotFound(
            f"The rules make no claim {wanted} of this text. It may have been made by other "
            "rules, a model or by hand; add the article again to see what the present rules find."
        )
    text = found.article.text
    return {
        "article": found.article.iri,
        "title": found.article.title,
        "language": found.article.language,
        "claims": [_claim(claim, text, trace) for claim in claims],
    }


def _claim(claim: Claim, text: str, trace: Trace) -> Json:
    draft = _draft_of(claim, trace)
    kinds = {Statement: "statement", Meeting: "meeting", RedLine: "redline"}
    return {
        "claim": claim.iri,
        "type": kinds[type(claim)],
        "evidence": [p.text for p in claim.evidence],
        "words": [text[c.start : c.end] for c in claim.cues],
        "rule": claim.rule,
        "extractor": claim.extractor,
        "sentences": [_sentence(s, trace) for s in _sentences_of(claim, trace)],
        "speaker": _speaker(draft, trace),
        "frame": _frame(claim),
        "references": list(_references(draft, trace)),
        "merged": [_span_words(d, trace) for d in _joined(draft, trace)],
        "time": time_document(claim.time),
        "confidence": {
            "steps": [{"why": why, "factor": round(f, 4)} for why, f in _steps(draft, trace)],
            "is": claim.confidence,
        },
    }


# Finding the draft, its sentences, and what was joined


def _draft_of(claim: Claim, trace: Trace) -> Draft | None:
    drafts: dict[type, Sequence[Draft]] = {
        Statement: trace.merged.statements,
        Meeting: trace.merged.meetings,
        RedLine: trace.merged.redlines,
    }
    evidence = tuple(p.span for p in claim.evidence)
    same = (d for d in drafts[type(claim)] if d.evidence == evidence and d.cues == claim.cues)
    return next(same, None)


def _sentences_of(claim: Claim, trace: Trace) -> list[Sentence]:
    return [
        s
        for s in trace.sentences
        if any(p.start < s.end and s.start < p.end for p in claim.evidence)
    ]


def _before(draft: Draft, trace: Trace) -> Draft | None:
    """Return the draft as it was found, before references."""
    kinds = (trace.found.statements, trace.found.meetings, trace.found.redlines)
    found: Iterator[Draft] = (d for drafts in kinds for d in drafts)
    return next((d for d in found if d.key == draft.key), None)


def _joined(draft: Draft | None, trace: Trace) -> Iterator[Draft]:
    """Yield the other drafts of its kind whose evidence this one took over."""
    if draft is None:
        return
    resolved = trace.resolved
    every: Sequence[Draft] = [*resolved.statements, *resolved.meetings, *resolved.redlines]
    of_kind = [d for d in every if type(d) is type(draft)]
    own = next((d.evidence for d in of_kind if d.key == draft.key), ())
    taken = set(draft.evidence) - set(own)
    yield from (d for d in of_kind if d.key != draft.key and taken & set(d.evidence))


def _span_words(draft: Draft, trace: Trace) -> Json:
    sentence = next((s for s in trace.sentences if s.index == draft.sentence), None)
    words = ""
    if sentence is not None:
        first = draft.evidence[0]
        words = sentence.text[first.start - sentence.start : first.end - sentence.start]
    return {"sentence": draft.sentence, "words": " ".join(words.split()), "rule": draft.rule}


# A sentence


def _sentence(sentence: Sentence, trace: Trace) -> Json:
    view = trace.views.get(sentence.index)
    return {
        "number": sentence.index,
        "kind": sentence.kind,
        "start": sentence.start,
        "end": sentence.end,
        "text": sentence.text,
        "tokens": [t.text for t in sentence.tokens],
        "mentions": [_mention(m, trace) for m in view.mentions] if view else [],
        "times": [{"text": t.text, "precision": t.precision, "rule": t.rule} for t in view.times]
        if view
        else [],
        "cues": list(_cues(view)) if view else [],
        "brackets": [
            {"kind": b.kind, "text": view.text(view.span(b.first, b.last))} for b in view.brackets
        ]
        if view
        else [],
    }


def _mention(mention: Mention, trace: Trace) -> Json:
    listed = {u.role: name for u, name in trace.entities.names.items() if u.mention == mention}
    return {
        "text": mention.text,
        "category": mention.category,
        "kind": mention.kind,
        "entity": mention.gazetteer_id,
        "listed": listed.get("actor") or listed.get("place"),
        "why": _why_linked(mention),
    }


def _why_linked(mention: Mention) -> str:
    if mention.gazetteer_id is None:
        return "side-known" if mention.side else "in-no-lexicon"
    return "composed" if mention.kind == "ministry" and "." in mention.gazetteer_id else "lexicon"


def _cues(view: View) -> Iterator[Json]:
    for cue in view.cues:
        words = view.text(view.span(cue.first, cue.last))
        row = cue.row
        yield {"text": words, "row": row.id, "kind": row.kind, "act": row.act, "form": cue.form}


# Speaker, frame, references


def _speaker(draft: Draft | None, trace: Trace) -> Json | None:
    if not isinstance(draft, DraftStatement) or draft.key not in trace.told:
        return None
    told = trace.told[draft.key]
    view = trace.views.get(draft.sentence)
    return {
        "order": told.attribution.order,
        "margin": told.attribution.margin,
        "candidates": speaker_candidates(view, told) if view is not None else [],
    }


def _frame(claim: Claim) -> Json:
    match claim:
        case Statement():
            return {
                "act": claim.act,
                "speaker": claim.speaker,
                "via": list(claim.via),
                "addressees": list(claim.addressees),
                "content": claim.content,
                "quote": claim.quote,
                "condition": claim.condition,
            }
        case Meeting():
            return {
                "participants": list(claim.participants),
                "mediators": list(claim.mediators),
                "place": claim.place,
                "venue": claim.venue,
                "status": claim.status,
                "topic": claim.topic,
            }
        case RedLine():
            return {
                "declared_by": claim.declared_by,
                "declared_to": list(claim.declared_to),
                "trigger": claim.trigger_text,
            }


def _references(draft: Draft | None, trace: Trace) -> Iterator[Json]:
    before = _before(draft, trace) if draft is not None else None
    for pointer in _pointers(before):
        choice = next((c for c in trace.choices if c.pointer is pointer), None)
        yield {
            "kind": pointer.kind,
            "words": pointer.words or (pointer.hint.text if pointer.hint else None),
            "candidates": [
                {"name": m.name, "score": round(score, 2)}
                for score, m in (choice.candidates if choice else ())
            ],
            "chosen": choice.chosen.name if choice and choice.chosen else _taken(pointer, draft),
        }


def _pointers(draft: Draft | None) -> Iterator[Pointer]:
    parties: tuple[Party | None, ...] = ()
    if isinstance(draft, DraftStatement):
        parties = (draft.speaker, *draft.via, *draft.addressees)
    elif isinstance(draft, DraftMeeting):
        parties = (*draft.participants, *draft.mediators)
    yield from (p for p in parties if isinstance(p, Pointer))


def _taken(pointer: Pointer, draft: Draft | None) -> str | None:
    """Return who a pointer that is not chosen among candidates came to be, where it is plain."""
    if isinstance(draft, DraftStatement) and isinstance(draft.speaker, Mention):
        return draft.speaker.name if pointer.kind != "pair" else None
    if isinstance(draft, DraftMeeting):
        names = [p.name for p in draft.participants if isinstance(p, Mention)]
        return ", ".join(names) or None
    return None


def _steps(draft: Draft | None, trace: Trace) -> Iterator[Step]:
    """Yield the factors of the confidence; what they leave unexplained comes last, if anything."""
    if draft is None:
        return
    known = 1.0
    for step in _known_steps(draft, trace):
        known *= step[1]
        yield step
    before = _before(draft, trace)
    if before is not None and abs(known - before.score) > _CLOSE_ENOUGH:
        yield "frame", before.score / known if known else 0.0
    if before is not None and abs(draft.score - before.score) > _CLOSE_ENOUGH:
        yield "references", draft.score / before.score if before.score else 0.0


def _known_steps(draft: Draft, trace: Trace) -> tuple[Step, ...]:
    if isinstance(draft, DraftStatement) and draft.key in trace.told:
        told = trace.told[draft.key]
        return statement_steps(told.attribution, speaker=told.speaker, inner=told.inner)
    if isinstance(draft, DraftRedLine):
        under = next((s for s in trace.found.statements if s.key == draft.under), None)
        if under is not None:
            return (("statement", under.score), ("red-line", RED_LINE))
    before = _before(draft, trace)
    if isinstance(before, DraftMeeting):
        parties = len(before.participants)
        ways = [meeting_steps(parties=parties, inferred=i) for i in (False, True)]
        return min(ways, key=lambda way: abs(prod(f for _, f in way) - before.score))
    return ()
