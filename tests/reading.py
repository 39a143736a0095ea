"""Read marked-up examples: "{s: who} said that {c: what}" is the text and the parts to be found."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kg.extract.rules import RuleExtractor
from kg.extract.tokens import tokenize
from kg.model.article import SourceText
from kg.model.draft import Drafts, Party, mentions_of
from kg.model.extraction import Extraction
from kg.model.iri import Iris
from kg.model.mention import Mention
from kg.model.span import Span
from kg.model.token import Sentence, SentenceKind
from kg.pipeline import extract_article
from kg.resolve.references import resolve_references
from kg.vocabulary import Language

_SLOT = re.compile(r"\{(\w): ?([^{}]*)\}")
_BOTH = {"m": "mav"}  # of a cue, a medium that is told something and passes it on
_LABEL = re.compile(r"([a-z-]+)> ")
_ARTICLE = re.compile(r"^(?:the|a|an) ", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A text without its marks, the marked parts by letter, and the label in front ("warns> …")."""

    text: str
    parts: dict[str, list[str]]
    label: str | None

    def marked(self, letter: str) -> list[str]:
        """Return what is marked with a letter, English articles left out."""
        return [plain(part) for part in self.parts.get(letter, [])]


def plain(words: str) -> str:
    """Return words without an English article in front."""
    return _ARTICLE.sub("", words)


def parse(marked: str) -> Example:
    """Read the marks off."""
    label = _LABEL.match(marked)
    rest = marked[label.end() :] if label else marked
    parts: dict[str, list[str]] = {}
    for match in _SLOT.finditer(rest):
        for letter in _BOTH.get(match[1], match[1]):
            parts.setdefault(letter, []).append(match[2])
    return Example(
        text=_SLOT.sub(lambda m: m[2], rest), parts=parts, label=label[1] if label else None
    )


def sentence(
    text: str,
    language: Language,
    *,
    index: int = 0,
    start: int = 0,
    kind: SentenceKind = "body",
) -> Sentence:
    """Return one sentence with its tokens."""
    return Sentence(
        index=index,
        paragraph=index,
        kind=kind,
        start=start,
        end=start + len(text),
        text=text,
        tokens=tokenize(text, start, language),
    )


def read(text: str, language: Language, *, kind: SentenceKind = "body") -> Drafts:
    """Return the drafts of a text of one sentence, references resolved."""
    found = RuleExtractor().extract(text, [sentence(text, language, kind=kind)], language)
    return resolve_references(found)


def read_lines(text: str, language: Language, *, headings: tuple[int, ...] = ()) -> Drafts:
    """Return the drafts of a text with one sentence a line, references resolved."""
    sentences, start = [], 0
    for index, line in enumerate(text.split("\n")):
        kind: SentenceKind = "heading" if index in headings else "body"
        sentences.append(sentence(line, language, index=index, start=start, kind=kind))
        start += len(line) + 1
    return resolve_references(RuleExtractor().extract(text, sentences, language))


def read_article(text: str) -> Extraction:
    """Return what an English article claims, through the whole pipeline."""
    return extract_article(SourceText(name="a.txt", text=text, language="en"), iris=Iris())


def words(text: str, span: Span | None) -> str | None:
    """Return what stands at a span."""
    return text[span.start : span.end] if span is not None else None


def name(party: Party | None) -> str | None:
    """Return the words a party was named by, without an English article."""
    return plain(party.text) if isinstance(party, Mention) else None


def own_name(party: Party | None) -> str | None:
    """Return the name of a party: people by their own, everybody else by what they are called."""
    return (party.person or party.name) if isinstance(party, Mention) else None


def own_names(parties: Iterable[Party]) -> set[str]:
    """Return the names of all parties that are known."""
    return {m.person or m.name for m in mentions_of(parties)}


def met(text: str, language: Language) -> list[set[str]]:
    """Return who took part in each meeting of a text with one sentence a line."""
    return [own_names(m.participants) for m in read_lines(text, language).meetings]


def heard(text: str, language: Language) -> list[tuple[str | None, set[str]]]:
    """Return who made each statement of a text with one sentence a line, and who listened."""
    statements = read_lines(text, language).statements
    return [(own_name(s.speaker), own_names(s.addressees)) for s in statements]
