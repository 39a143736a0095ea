"""Of a web page the article's own text is kept, and where its day of publication was found."""

import pytest

from kg.errors import ReadError
from kg.model.article import SourceText
from kg.read.html import html_to_source
from kg.read.page_dates import day_in_words

ARABIC = (
    "<p>قال وزير الخارجية الأردني إن بلاده لم تتفق على فتح المعبر مع جارتها، وأضاف أن المحادثات "
    "مستمرة في عمان منذ أسبوع كامل بين الوفدين وأنها بلغت نقطة دقيقة.</p><p>وأكدت الخارجية المصرية "
    "أنها ترحب بأي اتفاق يصل إليه الطرفان، فيما قال مسؤول طلب عدم الكشف عن اسمه إن الموعد لم يحدد "
    "بعد بسبب خلافات تتعلق بترتيبات الحدود.</p>"
)
ENGLISH = (
    "<p>The harbour authority said on Monday that the two ferries would sail again once the storm "
    "had passed, and asked passengers to be patient with the crews.</p><p>The mayor of the island "
    "told reporters that food and medicine had arrived by air in the morning, and that nobody was "
    "in need of help for the moment.</p>"
)


PUBLISHED_TIME = '<meta property="article:published_time" content="2025-04-10T23:30:00-05:00">'
JSON_LD = (
    '<script type="application/ld+json">{"@graph": [{"datePublished": "2024-02-29"}]}</script>'
)


def page(body: str, head: str = "", *, lang: str = "ar", dated: str = "") -> str:
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><title>x | y</title>{head}'
        "</head><body><header><nav><a href='/'>Home</a> <a href='/a'>News</a></nav></header>"
        f"<article><h1>The heading of it</h1>{dated}{body}</article>"
        "<aside><h3>Read also</h3><a href='/b'>Another story</a></aside>"
        "<footer>All rights reserved</footer></body></html>"
    )


def read(markup: str | bytes, address: str | None = None) -> SourceText:
    raw = markup if isinstance(markup, bytes) else markup.encode()
    return html_to_source(raw, "page.html", address=address)


def test_the_text_is_the_title_and_the_paragraphs() -> None:
    text = read(page(ENGLISH)).text
    assert text.startswith("The heading of it\n")
    assert "two ferries" in text
    assert "Home" not in text
    assert "All rights reserved" not in text


@pytest.mark.parametrize(
    ("head", "dated", "day", "place"),
    [
        (PUBLISHED_TIME, "", "2025-04-10", "meta"),
        (JSON_LD, "", "2024-02-29", "meta"),
        ("", '<time datetime="2023-01-05T10:00">two years ago</time>', "2023-01-05", "time"),
        ("", '<span class="post-date">الخميس 10 نيسان / أبريل 2025</span>', "2025-04-10", "text"),
        ("", '<div class="tarih">10 Nisan 2025 14:20</div>', "2025-04-10", "text"),
    ],
)
def test_the_day_says_where_it_was_found(head: str, dated: str, day: str, place: str) -> None:
    source = read(page(ARABIC, head, dated=dated))
    assert (str(source.published), source.published_from) == (day, place)


def test_the_time_of_an_update_is_not_the_day_of_publication() -> None:
    dated = '<time datetime="2025-05-01" class="updated">Updated 1 May</time>'
    assert read(page(ENGLISH, dated=dated)).published is None


def test_a_page_that_contradicts_itself_says_so() -> None:
    head = (
        '<meta name="date" content="2025-04-10">'
        '<meta property="article:published_time" content="2024-01-01">'
    )
    source = read(page(ENGLISH, head))
    assert str(source.published) == "2025-04-10"
    assert source.notes == (
        "The page gives several days of publication; 2025-04-10 was taken, and not 2024-01-01.",
    )


def test_where_the_encoding_of_a_page_is_known_from_is_told() -> None:
    declared = read(page(ENGLISH))
    assert (declared.encoding, declared.encoding_from) == ("utf-8", "page")
    silent = read(page(ENGLISH).replace("charset", "x"))
    assert (silent.encoding, silent.encoding_from) == ("utf-8", "fits")


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("10 نيسان 2025", "2025-04-10"),
        ("٣ جويلية ٢٠٢٤", "2024-07-03"),
        ("12 غشت 2023", "2023-08-12"),
        ("5 كانون الثاني 2022", "2022-01-05"),
        ("10 באפריל 2025", "2025-04-10"),
        ("Mayıs 5, 2020", "2020-05-05"),
        ("10th of April 2025", "2025-04-10"),
        ("Thu, 10 Apr 2025 10:00 GMT", "2025-04-10"),
        ("25/4/2025", "2025-04-25"),
        ("10.4.2025", "2025-04-10"),
        ("4/5/2025", None),
        ("31 April 2025", None),
        ("in 10 April battles", None),
        ("10 April 1944", None),
    ],
)
def test_days_in_words(words: str, day: str | None) -> None:
    found = day_in_words(words)
    assert (str(found) if found else None) == day


def test_the_declared_encoding_is_honoured() -> None:
    raw = page(ARABIC).replace("utf-8", "windows-1256").encode("cp1256")
    assert "الخارجية الأردني" in read(raw).text


def test_a_page_that_is_wrong_about_its_encoding_is_read_by_its_words() -> None:
    raw = page(ARABIC).encode("cp1256")  # declares utf-8
    assert "الخارجية الأردني" in read(raw).text


def test_a_canonical_address_counts_on_its_own_host_only() -> None:
    head = '<link rel="canonical" href="https://www.port.example/news/12">'
    at_home = read(page(ENGLISH, head), "https://port.example/news/12?utm=1")
    assert at_home.source == "https://www.port.example/news/12"
    elsewhere = read(page(ENGLISH, head), "https://thief.example/12")
    assert elsewhere.source == "https://thief.example/12"


@pytest.mark.parametrize(
    "markup",
    ["<html></html>", "<html><body><a href='/a'>a</a><a href='/b'>b</a></body></html>", "<"],
)
def test_a_page_without_an_article_is_told(markup: str) -> None:
    with pytest.raises(ReadError, match=r"No article was found in page\.html"):
        read(markup)


def test_a_page_of_11_mb_is_refused_before_it_is_parsed() -> None:
    with pytest.raises(ReadError, match="more than 10 MB"):
        read(b"<p>" + b"a" * 11_000_000)


def test_entities_that_multiply_do_not() -> None:
    bomb = '<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    text = read(bomb + page(ENGLISH.replace("patient", "patient &b; "))).text
    assert "haha" not in text


def test_ten_thousand_nested_elements_hide_the_article_and_break_nothing() -> None:
    deep = "<div>" * 10_000 + ENGLISH + "</div>" * 10_000
    with pytest.raises(ReadError, match="No article"):
        read(page(deep))
