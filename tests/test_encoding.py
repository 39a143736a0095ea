"""Bytes become the characters they were, or an error that names the byte."""

from pathlib import Path

import pytest

from kg.errors import ReadError
from kg.read.encoding import decode_bytes

DEV = Path(__file__).parent / "eval" / "dev"
ENCODINGS = {
    "ar": ("windows-1256", "iso-8859-6", "utf-16", "utf-16-le", "utf-16-be"),
    "he": ("windows-1255", "iso-8859-8", "utf-16-le", "utf-16-be"),
    "tr": ("windows-1254", "iso-8859-9", "utf-16-le"),
    "en": ("windows-1252", "utf-16-be", "utf-32"),
}
ARTICLES = sorted(DEV.glob("0*.txt")) + sorted(DEV.glob("1*.txt"))
CASES = [(p, e) for p in ARTICLES for e in ENCODINGS[p.name.split(".")[-2]]]


@pytest.mark.parametrize(
    ("path", "encoding"), CASES, ids=[f"{p.name.split('.')[0]}-{e}" for p, e in CASES]
)
def test_an_article_is_read_in_the_encoding_it_was_written_in(path: Path, encoding: str) -> None:
    raw = path.read_text(encoding="utf-8").encode(encoding, errors="ignore")
    assert decode_bytes(raw, "a.txt").text == raw.decode(encoding)


def test_a_long_text_is_no_guess_and_a_short_one_says_so() -> None:
    text = (DEV / "05-kuwait-mediation.ar.txt").read_text(encoding="utf-8")
    assert decode_bytes(text.encode("cp1256", errors="ignore"), "a.txt").doubt is None
    short = decode_bytes("قال الوزير إن الوفد غادر في الصباح".encode("cp1256"), "a.txt")
    assert short.text.startswith("قال الوزير")
    assert "guessed as windows-1256" in str(short.doubt)


@pytest.mark.parametrize(
    ("raw", "named", "known_from"),
    [
        ("ışık".encode(), None, "fits"),
        ("ışık".encode("utf-8-sig"), None, "mark"),
        ("ışık".encode("utf-16"), None, "mark"),
        ("ışık".encode("cp1254"), "windows-1254", "given"),
        ("قال الوزير إن الوفد غادر في الصباح".encode("cp1256"), None, "guess"),
        (
            (DEV / "05-kuwait-mediation.ar.txt")
            .read_text(encoding="utf-8")
            .encode("cp1256", errors="ignore"),
            None,
            "words",
        ),
    ],
)
def test_where_an_encoding_is_known_from(raw: bytes, named: str | None, known_from: str) -> None:
    assert decode_bytes(raw, "a.txt", named).known_from == known_from


def test_the_encoding_named_wins() -> None:
    assert decode_bytes("ışık".encode("cp1254"), "a.txt", "windows-1254").text == "ışık"


def test_a_byte_that_the_named_encoding_has_not_is_told_by_offset() -> None:
    with pytest.raises(ReadError, match=r"not iso8859-8: the byte at offset 2 ") as caught:
        decode_bytes(b"ab\xff", "a.txt", "iso-8859-8")
    assert caught.value.offset == 2


@pytest.mark.parametrize("name", ["klingon", "rot13", "hex", ""])
def test_a_name_that_is_no_encoding_of_texts_is_refused(name: str) -> None:
    with pytest.raises(ReadError, match="no encoding that is known here"):
        decode_bytes(b"abc", "a.txt", name)


def test_noise_is_not_taken_for_an_old_encoding() -> None:
    with pytest.raises(ReadError, match="offset 0"):
        decode_bytes(bytes(range(0x80, 0x100)) * 20, "a.txt")
