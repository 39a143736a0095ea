"""Files, folders and standard input, read."""

import io
import logging
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.config import MAX_ARTICLE_CHARS
from kg.errors import ReadError
from kg.model.article import SourceText
from kg.model.day import Day
from kg.read import read_source
from kg.read.text import to_source

BODY = "القاهرة ترحب بالاتفاق.\r\n\r\nSecond line\u2028third.\n"


def read(raw: bytes | str) -> SourceText:
    return to_source(raw if isinstance(raw, bytes) else raw.encode(), "a.txt")


def outcomes(path: Path | str, stdin: bytes | None = None) -> list[SourceText | ReadError]:
    return list(read_source(str(path), stdin=None if stdin is None else io.BytesIO(stdin)))


def failure(raw: bytes | str) -> ReadError:
    with pytest.raises(ReadError) as caught:
        read(raw)
    return caught.value


@given(st.text().filter(lambda text: "\0" not in text))
def test_the_text_is_kept_as_given(text: str) -> None:
    assert read("x" + text).text == "x" + text


def test_line_ends_are_kept() -> None:
    assert read(BODY).text == BODY


def test_the_mark_of_utf8_is_no_part_of_the_text() -> None:
    assert read(b"\xef\xbb\xbf" + BODY.encode()).text == BODY


def test_bytes_that_are_not_utf8_are_named_by_their_offset() -> None:
    error = failure("قال".encode() + b"\xe9 " + b"x")
    assert error.offset == 6
    assert "offset 6" in str(error)
    assert "--encoding" in str(error)
    assert error.details == {"source": "a.txt", "offset": 6}


def test_the_offset_counts_the_mark_of_utf8() -> None:
    assert failure(b"\xef\xbb\xbfa\xff").offset == 4


def test_a_binary_file_is_called_one() -> None:
    error = failure(b"GIF89a\x01\x00\x01")
    assert "binary" in str(error)
    assert error.offset == 7


@pytest.mark.parametrize("raw", [b"", b" \r\n\t", "\u200f\u00a0".encode(), b"\xef\xbb\xbf"])
def test_a_text_of_blanks_is_empty(raw: bytes) -> None:
    assert "empty" in str(failure(raw))


def test_front_matter_without_a_text_is_empty() -> None:
    assert "empty" in str(failure("---\ntitle: x\n---\n\n"))


def test_one_line_of_5_mb_is_too_long() -> None:
    message = str(failure(b"a" * 5_000_000))
    assert "5,000,000 characters" in message
    assert f"{MAX_ARTICLE_CHARS:,}" in message


def test_a_text_as_long_as_allowed_is_read() -> None:
    assert len(read("م" * MAX_ARTICLE_CHARS).text) == MAX_ARTICLE_CHARS


def test_more_bytes_than_any_article_has_are_not_even_decoded() -> None:
    assert "--encoding" not in str(failure(b"\xff" * (4 * MAX_ARTICLE_CHARS + 4)))
    assert "bytes long" in str(failure(b"\xff" * (4 * MAX_ARTICLE_CHARS + 4)))


FRONT = """---
title: "قمة القاهرة: ماذا بعد؟"
# a comment
published: 2025-04-10
publisher: 'Harbour Times'

source: https://example.org/news/1?a=b
lang: ar
id: harbour-1
mood: calm
---
"""


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_front_matter_is_honoured_and_taken_off(end: str) -> None:
    source = read(FRONT.replace("\n", end) + BODY)
    assert source.text == BODY
    assert source.title == "قمة القاهرة: ماذا بعد؟"
    assert source.published == Day(2025, 4, 10)
    assert source.published_from == "front-matter"
    assert source.publisher == "Harbour Times"
    assert source.source == "https://example.org/news/1?a=b"
    assert (source.language, source.identifier) == ("ar", "harbour-1")


def test_without_front_matter_nothing_is_known() -> None:
    source = read(BODY)
    assert (source.title, source.published, source.published_from) == (None, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: x\nno end\n",
        "---\ntitle: x\nHe said so and left\n---\ntext\n",
        "---\nNote: this is how it was\n---\ntext\n",
        "\n---\ntitle: x\n---\ntext\n",
        "---\n---\ntext\n",
        "--- title: x\n---\ntext\n",
        "----\ntitle: x\n----\ntext\n",
    ],
)
def test_what_is_not_wholly_front_matter_is_text(text: str) -> None:
    source = read(text)
    assert (source.text, source.title) == (text, None)


def test_a_line_of_dashes_inside_the_text_ends_nothing_more() -> None:
    assert read("---\nlang: en\n---\none\n---\ntwo\n").text == "one\n---\ntwo\n"


def test_an_empty_value_says_nothing() -> None:
    assert read('---\ntitle:\npublished: ""\nlang: en\n---\nx').published is None


@pytest.mark.parametrize(
    "value",
    [
        "2025-04-10T08:00+03:00",
        "2025-04-10T23:59:59.5Z",
        "2025-04-10 08:00",
        "'2025-04-10 08:00:00 +0300'",
    ],
)
def test_a_publication_time_gives_its_day_as_written(value: str) -> None:
    assert read(f"---\npublished: {value}\n---\nx").published == Day(2025, 4, 10)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("published: 2025-02-31", "'2025-02-31' is no day of the calendar"),
        ("published: 10/4/2025", "write it as 2025-04-10"),
        ("published: 2025-04-10Tsoon", "write it as 2025-04-10"),
        ("lang: fr", "ar, en, tr, he"),
        ("source: https://example.org/a b", "without blanks"),
        ('source: https://example.org/"x"', "without blanks"),
        ("source: www.example.org/a", "https://"),
        ("source: <https://example.org/a>", "without blanks"),
    ],
)
def test_a_bad_value_is_refused_with_its_line(line: str, says: str) -> None:
    message = str(failure(f"---\ntitle: x\n{line}\n---\ntext"))
    assert says in message
    assert message.startswith("a.txt, line 3, ")


def test_a_regional_language_is_its_language() -> None:
    assert read("---\nlang: ar-EG\n---\nx").language == "ar"


@pytest.mark.parametrize("text", ["# Cairo agrees\n\ntext", "\n\n#  Cairo agrees ##\r\ntext"])
def test_a_markdown_title_is_the_title_and_stays_in_the_text(text: str) -> None:
    source = read(text)
    assert (source.title, source.text) == ("Cairo agrees", text)


def test_a_title_in_the_front_matter_wins() -> None:
    assert read("---\ntitle: One\n---\n# Two\n").title == "One"


def test_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(FRONT.encode() + BODY.encode())
    (source,) = outcomes(path)
    assert isinstance(source, SourceText)
    assert (source.name, source.text) == (str(path), BODY)


def test_standard_input_is_read() -> None:
    (source,) = outcomes("-", BODY.encode())
    assert isinstance(source, SourceText)
    assert source.text == BODY


def test_no_standard_input_is_an_error() -> None:
    (error,) = outcomes("-")
    assert isinstance(error, ReadError)


@pytest.mark.parametrize(
    ("name", "says"),
    [("nowhere.txt", "does not exist"), ("http://127.0.0.1:9/a", "private network")],
)
def test_what_cannot_be_read_says_why(name: str, says: str) -> None:
    (error,) = outcomes(name)
    assert isinstance(error, ReadError)
    assert says in str(error)


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_text("<p>x</p>")
    (error,) = outcomes(tmp_path / "a.docx")
    assert isinstance(error, ReadError)
    assert ".txt" in str(error)


def test_a_path_with_a_zero_byte_is_an_error() -> None:
    (error,) = outcomes("a\0b.txt")
    assert isinstance(error, ReadError)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_a_file_without_permission_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x")
    path.chmod(0)
    (error,) = outcomes(path)
    assert "permissions" in str(error)


def test_a_folder_gives_its_texts_in_order_and_its_broken_file(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / ".hidden").mkdir()
    for name in ("b.txt", "a.MD", "sub/c.txt", ".hidden/d.txt", ".e.txt", "f.png"):
        (tmp_path / name).write_text(f"text of {name}")
    (tmp_path / "broken.txt").write_bytes(b"\xff\xfa")
    with caplog.at_level(logging.WARNING):
        found = outcomes(tmp_path)
    names = [f.name if isinstance(f, SourceText) else f.source for f in found]
    assert [Path(n).name for n in names] == ["a.MD", "b.txt", "broken.txt", "c.txt"]
    assert [isinstance(f, ReadError) for f in found] == [False, False, True, False]
    assert "passed over: 1" in caplog.text


def test_a_folder_without_texts_is_an_error(tmp_path: Path) -> None:
    (error,) = outcomes(tmp_path)
    assert isinstance(error, ReadError)
    assert "no articles" in str(error)


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_in_a_circle_end(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("text")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing")
    found = outcomes(tmp_path)
    assert [isinstance(f, ReadError) for f in found] == [False, True, True]
