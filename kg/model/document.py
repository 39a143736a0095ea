"""An extraction as the JSON of `claimline extract --format json`, and back.

In/Out: `Extraction` <-> plain dicts ready for `json.dumps`. Keys are those of README, "The JSON of
an article". Not in the JSON: labels, sides and outside identifiers of linked entities (they come
from the gazetteer), context entities, and the tense of time words.
"""

from typing import Any, cast

from kg.model.article import Article
from kg.model.claim import About, Claim, Conveyed, Meeting, RedLine, Statement
from kg.model.day import Day
from kg.model.entity import Actor, Location
from kg.model.extraction import Extraction
from kg.model.iri import is_article_local
from kg.model.span import Passage, Span
from kg.model.timespan import TimeSpan

Json = dict[str, Any]


def to_document(extraction: Extraction) -> Json:
    """Return the JSON object of one article."""
    return {
        "article": article_to_document(extraction.article),
        "actors": [_actor(a) for a in extraction.actors],
        "locations": [_location(p) for p in extraction.locations],
        "claims": [claim_to_document(c) for c in extraction.claims],
        "warnings": list(extraction.warnings),
    }


def from_document(document: Json, text: str) -> Extraction:
    """Read an extraction back; `text` is the article's stored text, which the JSON leaves out.

    Raises KeyError or ValueError on anything that `to_document` would not write.
    """
    return Extraction(
        article=article_from_document(document["article"], text),
        actors=tuple(_read_actor(a) for a in document["actors"]),
        locations=tuple(_read_location(p) for p in document["locations"]),
        claims=tuple(claim_from_document(c) for c in document["claims"]),
        warnings=tuple(document["warnings"]),
    )


def time_document(time: TimeSpan | None) -> Json | None:
    """Return the JSON of a time, None for none."""
    if time is None:
        return None
    return {
        "start": str(time.earliest) if time.earliest else None,
        "end": str(time.latest) if time.latest else None,
        "precision": time.precision,
        "extent": time.extent,
        "basis": time.basis,
        "offset_days": list(time.offset_days) if time.offset_days else None,
        "text": time.text,
    }


def article_to_document(article: Article) -> Json:
    """Return the JSON of an article, without its text."""
    return {
        "iri": article.iri,
        "title": article.title,
        "language": article.language,
        "published": str(article.published) if article.published else None,
        "published_from": article.published_from,
        "publisher": article.publisher,
        "source": article.source,
        "digest": article.digest,
        "encoding": article.encoding,
        "encoding_from": article.encoding_from,
        "furniture": article.furniture,
        "warnings": list(article.warnings),
    }


def _actor(actor: Actor) -> Json:
    return {
        "iri": actor.iri,
        "name": actor.name,
        "kind": actor.kind,
        "unnamed": actor.unnamed,
        "linked": actor.linked,
        "mentions": _pairs(actor.mentions),
    }


def _location(location: Location) -> Json:
    return {
        "iri": location.iri,
        "name": location.name,
        "latitude": location.latitude,
        "longitude": location.longitude,
        "mentions": _pairs(location.mentions),
    }


def _pairs(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[s.start, s.end] for s in spans]


def claim_to_document(claim: Claim) -> Json:
    """Return the JSON of one claim or part."""
    kinds = {Statement: "statement", Meeting: "meeting", RedLine: "redline"}
    common = {
        "type": kinds[type(claim)],
        "iri": claim.iri,
        "event": claim.event,
        "as": claim.commitment,
        "evidence": [{"start": p.start, "end": p.end, "text": p.text} for p in claim.evidence],
        "cues": _pairs(claim.cues),
        "time": time_document(claim.time),
        "confidence": claim.confidence,
        "extractor": claim.extractor,
        "rule": claim.rule,
        "carried_speaker": claim.carried_speaker,
        "review": claim.review,
    }
    return common | _own(claim)


def _own(claim: Claim) -> Json:
    match claim:
        case Statement():
            return {
                "speaker": claim.speaker or "unresolved",
                "via": list(claim.via),
                "act": claim.act,
                "addressees": list(claim.addressees),
                "content": claim.content,
                "quote": claim.quote,
                "condition": claim.condition,
                "about": [{"kind": a.kind, "name": a.name} for a in claim.about],
                "said_at": claim.said_at,
                "conveys": [{"event": c.event, "as": c.commitment} for c in claim.conveys],
            }
        case Meeting():
            return {
                "participants": list(claim.participants),
                "incomplete": claim.incomplete,
                "mediators": list(claim.mediators),
                "place": claim.place,
                "venue": claim.venue,
                "status": claim.status,
                "topic": claim.topic,
                "under": claim.under,
            }
        case RedLine():
            return {
                "declared_by": claim.declared_by or "unresolved",
                "declared_to": list(claim.declared_to),
                "via": list(claim.via),
                "trigger_text": claim.trigger_text,
                "trigger": claim.trigger,
                "trigger_kind": claim.trigger_kind,
                "trigger_place": claim.trigger_place,
                "said_at": claim.said_at,
                "under": claim.under,
            }


def article_from_document(data: Json, text: str) -> Article:
    """Read an article back; `text` is its stored text."""
    published = Day.parse(data["published"]) if data["published"] else None
    warnings = tuple(data.get("warnings", ()))
    return Article(**(data | {"published": published, "text": text, "warnings": warnings}))


def _read_actor(data: Json) -> Actor:
    return Actor(**(data | {"labels": (), "mentions": _spans(data["mentions"])}))


def _read_location(data: Json) -> Location:
    # Linked places may lack coordinates (a country is an area), so the IRI tells.
    linked = not is_article_local(data["iri"])
    return Location(
        **(data | {"labels": (), "linked": linked, "mentions": _spans(data["mentions"])})
    )


def _spans(pairs: list[list[int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in pairs)


def _read_time(data: Json | None) -> TimeSpan | None:
    if data is None:
        return None
    offset = cast("tuple[int, int]", tuple(data["offset_days"])) if data["offset_days"] else None
    return TimeSpan(
        earliest=Day.parse(data["start"]) if data["start"] else None,
        latest=Day.parse(data["end"]) if data["end"] else None,
        precision=data["precision"],
        extent=data["extent"],
        basis=data["basis"],
        text=data["text"],
        offset_days=offset,
    )


def claim_from_document(data: Json) -> Claim:
    """Read a claim back. Raises KeyError or ValueError, as `from_document`."""
    common: Json = {
        "iri": data["iri"],
        "event": data["event"],
        "commitment": data["as"],
        "evidence": tuple(Passage(**p) for p in data["evidence"]),
        "cues": _spans(data["cues"]),
        "time": _read_time(data["time"]),
        **{k: data[k] for k in ("confidence", "extractor", "rule", "carried_speaker", "review")},
    }
    match data["type"]:
        case "statement":
            return _read_statement(data, common)
        case "meeting":
            return _read_meeting(data, common)
        case "redline":
            return _read_redline(data, common)
    raise ValueError(f"{data['type']!r} is no type of claim")


def _read_statement(data: Json, common: Json) -> Statement:
    return Statement(
        **common,
        **{k: data[k] for k in ("act", "content", "quote", "condition", "said_at")},
        speaker=_resolved(data["speaker"]),
        via=tuple(data["via"]),
        addressees=tuple(data["addressees"]),
        about=tuple(About(**a) for a in data["about"]),
        conveys=tuple(Conveyed(event=c["event"], commitment=c["as"]) for c in data["conveys"]),
    )


def _read_meeting(data: Json, common: Json) -> Meeting:
    kept = ("incomplete", "place", "venue", "status", "topic", "under")
    return Meeting(
        **common,
        **{k: data[k] for k in kept},
        participants=tuple(data["participants"]),
        mediators=tuple(data["mediators"]),
    )


def _read_redline(data: Json, common: Json) -> RedLine:
    return RedLine(
        **common,
        **{
            k: data[k]
            for k in (
                "trigger_text",
                "trigger",
                "trigger_kind",
                "trigger_place",
                "said_at",
                "under",
            )
        },
        declared_by=_resolved(data["declared_by"]),
        declared_to=tuple(data["declared_to"]),
        via=tuple(data["via"]),
    )


def _resolved(name: str) -> str | None:
    return None if name == "unresolved" else name
