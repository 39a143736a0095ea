"""Turn bytes into characters: the encoding named, the one that shows, or the one that makes words.

In:  bytes, the encoding if somebody named it. Out: `Decoded` text with the encoding, where that is
known from, and, where it is a guess, a sentence that says so. Every byte counts: what cannot be
decoded is an error with its offset, never a replacement character.
Order: the name given, a byte order mark, UTF-8, UTF-16 without a mark (by where its zero bytes
stand), then the encodings of kg/lexicon/encodings.toml: the one in which most words are among the
commonest of its language.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.errors import ReadError
from kg.lexicon.loader import read_toml
from kg.model.notes import ENCODING_GUESSED, EncodingFrom
from kg.model.said import Said

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE_BYTES = 40_000
_WORD = re.compile(r"[^\W\d_]+")
_LEAST_SHARE = 0.06  # of words that are among the commonest: news has .15 to .45
_LEAST_WORDS = 2
_SURE_WORDS = 40
_CLEAR_LEAD = 3.0
_MOST_ZEROS = 0.2  # of the bytes at even or at odd places; UTF-16 of Latin letters has nearly 1
# Of UTF-16 read rightly, nearly every character is a letter, mark, digit or blank in use.
_USUAL = re.compile(r"[\s!-~\u00a0-\u024f\u0590-\u06ff\u200b-\u206f\u20ac]")
_USUAL_SHARE = 0.95


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters of a source. `doubt` is a sentence for the user where the encoding is a guess."""

    text: str
    encoding: str
    known_from: EncodingFrom
    doubt: str | None = None


def decode_bytes(raw: bytes, name: str, encoding: str | None = None) -> Decoded:
    """Return the characters. Raises ReadError with the offset of the first byte that fits nothing.

    `encoding` is a name that Python knows; a mark in front of the text that agrees is taken off.
    """
    if encoding is not None:
        return _named(raw, name, encoding)
    for mark, marked in _MARKS:
        if raw.startswith(mark):
            return Decoded(_strict(raw[len(mark) :], name, marked, len(mark)), marked, "mark")
    if _looks_like_utf16(raw):
        return _utf16(raw, name)
    zero = raw.find(b"\0")
    if zero >= 0:
        raise _binary(name, zero)
    try:
        return Decoded(raw.decode("utf-8"), "utf-8", "fits")
    except UnicodeDecodeError as error:
        guessed = _guess(raw, name)
        if guessed is None:
            raise _undecodable(name, "utf-8", error.start) from error
        return guessed


def _named(raw: bytes, name: str, encoding: str) -> Decoded:
    try:
        codec = codecs.lookup(encoding)
        b" ".decode(codec.name)  # raises for codecs that turn bytes into bytes, text into text
    except (LookupError, UnicodeDecodeError) as error:
        known = ", ".join(row["name"] for row in _rows())
        raise ReadError(
            Said(
                "'%(encoding)s' is no encoding that is known here. "
                "Name another with --encoding, such as utf-8, utf-16, %(known)s.",
                encoding=encoding,
                known=known,
            ),
            source=name,
        ) from error
    for mark, marked in _MARKS:
        if raw.startswith(mark) and codec.name == marked:
            return Decoded(_strict(raw[len(mark) :], name, marked, len(mark)), marked, "mark")
    return Decoded(_strict(raw, name, codec.name, 0), codec.name, "given")


def _strict(raw: bytes, name: str, encoding: str, before: int) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(name, encoding, before + error.start) from error


def _undecodable(name: str, encoding: str, offset: int) -> ReadError:
    return ReadError(
        Said(
            "%(name)s is not %(encoding)s: the byte at offset %(offset)s cannot be read. "
            "Save it as UTF-8, or name its encoding with --encoding (such as windows-1256).",
            name=name,
            encoding=encoding,
            offset=offset,
        ),
        source=name,
        offset=offset,
    )


def _binary(name: str, zero: int) -> ReadError:
    return ReadError(
        Said(
            "%(name)s looks like a binary file: there is a zero byte at offset %(offset)s. "
            "Give a text file, or name its encoding with --encoding.",
            name=name,
            offset=zero,
        ),
        source=name,
        offset=zero,
    )


def _looks_like_utf16(raw: bytes) -> bool:
    sample = raw[:_SAMPLE_BYTES]
    if len(sample) < 4 or len(raw) % 2:
        return False
    even, odd = sample[0::2], sample[1::2]
    return any(half.count(0) / len(half) > _MOST_ZEROS for half in (even, odd)) or (
        any(
            half.count(6) / len(half) > 0.5 or half.count(5) / len(half) > 0.5
            for half in (even, odd)
        )
    )


def _utf16(raw: bytes, name: str) -> Decoded:
    """Read UTF-16 without a mark, in the order of bytes that gives usual characters."""
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        sample = text[:_SAMPLE_BYTES]
        if len(_USUAL.findall(sample)) / len(sample) > _USUAL_SHARE:
            return Decoded(text, encoding, "guess", encoding_doubt(name, encoding))
    zero = max(raw.find(b"\0"), 0)
    raise _binary(name, zero)


def _guess(raw: bytes, name: str) -> Decoded | None:
    """Return the reading with most of its language's commonest words; None when none has enough."""
    readings = sorted(_readings(raw), key=lambda r: -r[0])
    if not readings or readings[0][0] < _LEAST_SHARE:
        return None
    share, words, encoding, text = readings[0]
    rivals = [s for s, _, _, other in readings[1:] if other != text]
    clear = words >= _SURE_WORDS and share >= _CLEAR_LEAD * max(rivals, default=0.0)
    if clear:
        return Decoded(text, encoding, "words")
    return Decoded(text, encoding, "guess", encoding_doubt(name, encoding))


def _readings(raw: bytes) -> Iterator[tuple[float, int, str, str]]:
    """Yield (share of known words, number of words, encoding, text) of what decodes whole."""
    known = _known_words()
    for row in _rows():
        for encoding in (row["name"], *row.get("same", ())):
            try:
                text = raw.decode(encoding)
            except UnicodeDecodeError:
                continue
            found = _WORD.findall(text[:_SAMPLE_BYTES])
            hits = sum(word.lower() in known[row["language"]] for word in found)
            if hits >= _LEAST_WORDS:
                yield hits / len(found), len(found), encoding, text
            break


def encoding_doubt(name: str, encoding: str) -> str:
    """Return a sentence for the user of a source whose encoding was guessed."""
    return Said(ENCODING_GUESSED, name=name, encoding=encoding)


@cache
def _rows() -> tuple[dict[str, str], ...]:
    return tuple(read_toml("encodings.toml")["encoding"])


@cache
def _known_words() -> dict[str, frozenset[str]]:
    words = read_toml("encodings.toml")["words"]
    return {language: frozenset(w.lower() for w in listed) for language, listed in words.items()}
