"""The interface in each language: which one is chosen, its numbers, days and directions."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from kg.query.words import Part, compose, plain
from web.catalogue import NAMES, read_catalogues
from web.figures import figure, standing_figures
from web.i18n import LOCALES, InterfaceWords

RTL = ("ar", "he")
CATALOGUES = read_catalogues()


@pytest.mark.parametrize("language", sorted(NAMES))
def test_every_page_is_in_the_language_and_direction_asked_for(app: Flask, language: str) -> None:
    client = app.test_client()
    for path in ("/", "/?view=list", "/?view=network", "/?view=map", "/articles", "/about", "/x"):
        mark = "&" if "?" in path else "?"
        html = client.get(f"{path}{mark}ui={language}", headers={"Accept": "text/html"}).text
        direction = "rtl" if language in RTL else "ltr"
        assert f'<html lang="{language}" dir="{direction}"' in html, path


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("tr-TR,tr;q=0.9,en;q=0.8", "tr"),
        ("fr,he;q=0.4,tr;q=0.6", "tr"),
        ("he-IL", "he"),
        ("iw", "he"),
        ("tr;q=0, he;q=0.1", "he"),
        ("fr, *;q=0.5", "en"),
    ],
)
def test_the_browsers_wishes_are_weighed(app: Flask, header: str, language: str) -> None:
    html = app.test_client().get("/about", headers={"Accept-Language": header}).text
    assert f'<html lang="{language}"' in html


def test_the_menu_offers_each_language_in_its_own_words(client: FlaskClient) -> None:
    html = client.get("/about?ui=he").text
    for code, name in NAMES.items():
        assert f'lang="{code}" hreflang="{code}"' in html
        assert f">{name}</a>" in html


def test_arabic_digits_are_a_choice_that_is_kept(app: Flask) -> None:
    client = app.test_client()
    assert "15 تموز 2031" in client.get("/articles?ui=ar").text
    assert "١٥ تموز ٢٠٣١" in client.get("/articles?digits=arab").text
    html = client.get("/articles").text
    assert "١٥ تموز ٢٠٣١" in html
    assert 'data-digits="arab"' in html
    assert 'data-digits="latn"' in client.get("/articles?ui=tr").text


@pytest.mark.parametrize(
    ("tag", "digits", "written"),
    [
        ("en-GB", "latn", "12,345"),
        ("tr", "latn", "12.345"),
        ("he", "latn", "12,345"),
        ("ar-SY", "arab", "١٢٬٣٤٥"),
    ],
)
def test_numbers_are_written_as_the_language_does(tag: str, digits: str, written: str) -> None:
    assert figure(12345, tag, digits) == written  # type: ignore[arg-type] # a Literal, from a table


def test_only_numbers_that_stand_alone_change_their_digits() -> None:
    kept = "2025-04-10 https://example.org/a/1 CC BY 4.0 v3 %(n)s"
    assert standing_figures(kept, "arab") == kept
    assert standing_figures("آخر 90 يوما", "arab") == "آخر ٩٠ يوما"


@pytest.mark.parametrize(
    ("name", "language", "said"),
    [
        ("טורקיה", "he", "מצרים ו\u2068טורקיה\u2069"),
        ("Kestria", "en", "מצרים ו\u05be\u2068Kestria\u2069"),
        ("تركيا", "ar", "מצרים ו\u05be\u2068تركيا\u2069"),
    ],
)
def test_a_hebrew_prefix_is_joined_as_the_next_word_asks(
    name: str, language: str, said: str
) -> None:
    hebrew = InterfaceWords(CATALOGUES["he"], "he")
    last = Part(text=name, role="name", language=language)
    first = Part(text="מצרים", role="text", language="he")
    assert plain(compose(hebrew, "%(first)s and %(last)s", first=first, last=last)) == said


def test_names_in_titles_are_isolated(client: FlaskClient) -> None:
    found = re.search(r'href="(/articles/[^"?]+)', client.get("/articles?ui=he").text)
    assert found
    title = re.search(r"<title>(.*?)</title>", client.get(f"{found[1]}?ui=he").text)
    assert title
    assert re.fullmatch("\u2068[^\u2068\u2069]+\u2069 · Claimline", title[1])


def test_every_language_has_a_way_to_write_days() -> None:
    assert LOCALES.keys() == NAMES.keys()
