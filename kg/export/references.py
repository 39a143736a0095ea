"""Articles as references for a bibliography: RIS, BibTeX, CSL-JSON.

In:  a `Source` with a `Filter`: the articles with claims that fit (all of them for an empty one);
     or articles. Out: chunks of bytes (UTF-8).
An article is a newspaper article (RIS NEWS, CSL article-newspaper), in BibTeX @misc, which every
style knows. Titles and outlets are hostile: they are one line each, and in BibTeX no letter of
theirs is a command or a brace. An address that is none of the web is left out.
Source: the RIS format of Reference Manager; BibTeX 0.99; citeproc's CSL-JSON schema 1.0.2.
"""

import json
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Literal, get_args
from urllib.parse import urlsplit

from kg.export.site import ascii_address
from kg.model.article import Article
from kg.model.iri import local_name
from kg.query.filters import Filter, source_name
from kg.query.source import Source
from kg.query.words import clean

ReferenceForm = Literal["ris", "bibtex", "csl-json"]
FORMS: tuple[ReferenceForm, ...] = get_args(ReferenceForm)
MEDIA_TYPES: dict[ReferenceForm, str] = {
    "ris": "application/x-research-info-systems",
    "bibtex": "application/x-bibtex",
    "csl-json": "application/vnd.citationstyles.csl+json",
}
ENDINGS: dict[str, ReferenceForm] = {".ris": "ris", ".bib": "bibtex", ".csl.json": "csl-json"}

_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "$": r"\$",
    "&": r"\&",
    "%": r"\%",
    "#": r"\#",
    "_": r"\_",
    '"': "''",
}


def reference_chunks(source: Source, chosen: Filter, form: ReferenceForm) -> Iterator[bytes]:
    """Yield the articles with claims that fit, newest publication first."""
    articles = (view.article for _, view, _ in source.select(chosen).by_article())
    return references_of(articles, form)


def references_of(articles: Iterable[Article], form: ReferenceForm) -> Iterator[bytes]:
    """Yield these articles as references."""
    if form == "csl-json":
        yield from _json(articles)
        return
    write: Callable[[Article], str] = _ris if form == "ris" else _bibtex
    for article in articles:
        yield write(article).encode("utf-8", "replace")


def _ris(article: Article) -> str:
    """An entry: a tag a line, CRLF as the format has it."""
    day = article.published
    written = day is not None and day.year > 0
    fields = [
        ("TY", "NEWS"),
        ("ID", local_name(article.iri)),
        ("TI", _line(article.title)),
        ("T2", _line(source_name(article) or "")),
        ("DA", f"{day.year:04}/{day.month:02}/{day.day:02}/" if day and written else ""),
        ("PY", f"{day.year:04}" if day and written else ""),
        ("UR", _address(article) or ""),
        ("LA", article.language),
        ("N1", f"Claimline {article.iri}"),
        ("ER", None),
    ]
    lines = (f"{tag}  - {value or ''}" for tag, value in fields if value != "")
    return "\r\n".join([*lines, "", ""])


def _bibtex(article: Article) -> str:
    day = article.published
    fields = {
        "title": f"{{{_tex(article.title)}}}",  # a second brace keeps its capitals
        "howpublished": _tex(source_name(article) or ""),
        "year": str(day.year) if day else "",
        "month": str(day.month) if day else "",
        "day": str(day.day) if day else "",
        "url": _address(article) or "",
        "language": article.language,
        "note": f"Claimline: {_tex(article.iri)}",
    }
    lines = (f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@misc{{claimline-{local_name(article.iri)},\n{''.join(lines)}}}\n\n"


def _json(articles: Iterable[Article]) -> Iterator[bytes]:
    yield b"["
    for position, article in enumerate(articles):
        text = json.dumps(_csl(article), ensure_ascii=False)
        yield ((",\n" if position else "\n") + text).encode("utf-8", "replace")
    yield b"\n]\n"


def _csl(article: Article) -> dict[str, Any]:
    day = article.published
    found: dict[str, Any] = {
        "id": local_name(article.iri),
        "type": "article-newspaper",
        "title": _line(article.title),
        "container-title": _line(source_name(article) or ""),
        "issued": {"date-parts": [[day.year, day.month, day.day]]} if day else None,
        "URL": _address(article),
        "language": article.language,
        "note": f"Claimline: {article.iri}",
    }
    return {name: value for name, value in found.items() if value}


def _line(text: str) -> str:
    """Return text on one line, without signs that control the reader."""
    return "".join(c for c in clean(text) if unicodedata.category(c) != "Cc")


def _tex(text: str) -> str:
    return "".join(_TEX.get(c, c) for c in _line(text))


def _address(article: Article) -> str | None:
    """Return the address where it is one of the web, with nothing in it that TeX would read."""
    try:
        parts = urlsplit(article.source or "")
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return None
    return ascii_address(article.source or "")
