"""The catalogues hold what the interface shows: nothing missing, nothing stale, places kept."""

import re
from html.parser import HTMLParser

import pytest
from babel.messages.pofile import read_po
from jinja2 import Environment

from tests.translating import FOLDER, faults
from tests.web.messages import WEB, counts, interface_texts
from web.catalogue import NAMES, Catalogue, plural_categories, read_catalogues

CATALOGUES = read_catalogues()
PLACES = re.compile(r"%\((\w+)\)s")


@pytest.mark.parametrize("language", sorted(NAMES))
def test_every_text_has_a_translation_and_no_translation_is_stale(language: str) -> None:
    assert faults(language, interface_texts()) == []


@pytest.mark.parametrize("language", sorted(NAMES))
def test_a_catalogue_holds_each_text_once(language: str) -> None:
    keys = re.findall(r'^msgid "(.+)"$', (FOLDER / f"{language}.po").read_text("utf-8"), re.M)
    assert sorted(key for key in set(keys) if keys.count(key) > 1) == []


@pytest.mark.parametrize("language", sorted(NAMES))
def test_what_counts_has_a_form_for_every_plural(language: str) -> None:
    for text in interface_texts():
        if counts(text):
            forms = CATALOGUES[language].texts[text]
            assert isinstance(forms, dict), text
            assert list(forms) == plural_categories(language)


@pytest.mark.parametrize("language", sorted(NAMES))
def test_translations_keep_the_places_of_values(language: str) -> None:
    for text, found in CATALOGUES[language].texts.items():
        for category, form in (found if isinstance(found, dict) else {"": found}).items():
            places = set(PLACES.findall(form))
            allowed = set(PLACES.findall(text))
            assert places <= allowed, text
            if category not in ("zero", "one", "two"):
                assert places == allowed, text


def test_numbers_choose_their_form() -> None:
    arabic = CATALOGUES["ar"]
    said = {n: arabic.translate("%(n)s articles", n) % {"n": n} for n in (0, 1, 2, 3, 11, 100)}
    assert said == {
        0: "لا مقالات",
        1: "مقال واحد",
        2: "مقالان",
        3: "3 مقالات",
        11: "11 مقالا",
        100: "100 مقال",
    }
    assert CATALOGUES["en"].translate("%(n)s articles", 1) % {"n": 1} == "1 article"
    assert arabic.translate("%(n)s articles", "{n}") == "%(n)s مقال"


def test_an_unknown_text_stays_english() -> None:
    assert Catalogue("ar", {}).translate("No such text") == "No such text"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("tr", {0: "0 haber", 1: "1 haber", 2: "2 haber", 30: "30 haber"}),
        ("he", {0: "0 כתבות", 1: "כתבה אחת", 2: "שתי כתבות", 30: "30 כתבות"}),
    ],
)
def test_each_language_counts_in_its_own_way(language: str, said: dict[int, str]) -> None:
    catalogue = CATALOGUES[language]
    assert {n: catalogue.translate("%(n)s articles", n) % {"n": n} for n in said} == said


def test_a_fault_of_each_sort_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = interface_texts() | {"A text nobody translated": "here.html:1"}
    assert "missing: 'A text nobody translated' (here.html:1)" in faults("tr", texts)
    known = next(text for text in CATALOGUES["tr"].texts if not counts(text))
    texts = {text: at for text, at in interface_texts().items() if text != known}
    assert f"stale: {known!r}" in faults("tr", texts)


@pytest.mark.parametrize("language", sorted(NAMES.keys() - {"en"}))
def test_turkish_and_the_others_put_no_ending_onto_a_value(language: str) -> None:
    # Which ending a name takes hangs on its vowels, and names come from the articles.
    with (FOLDER / f"{language}.po").open("rb") as file:
        written = read_po(file, locale=language)
    ending = re.compile(r"%\(\w+\)s['’]?\w")
    assert [m.string for m in written if m.id and ending.search(str(m.string))] == []


class _Shown(HTMLParser):
    """Collects what a reader would read: text, and the attributes that are spoken or shown.

    What stands in <bdi>, <code>, <kbd>, <pre> or class="code" is the same in every language.
    """

    SPOKEN = ("aria-label", "aria-description", "title", "alt", "placeholder")
    SAME = ("bdi", "code", "kbd", "pre", "script", "style")

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.inside: list[str] = []

    def handle_data(self, data: str) -> None:
        if not self.inside:
            self.words.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.words += [value for name, value in given.items() if name in self.SPOKEN]
        same = tag in self.SAME or "code" in given.get("class", "").split()
        if same or tag in self.inside:
            self.inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.inside and self.inside[-1] == tag:
            self.inside.pop()


CLASSES = re.compile(r"{% block page_class %}.*?{% endblock %}")
# Names of formats, keys and the like, which are the same in every language.
NO_WORDS = {"https", "JSON", "LD", "Turtle", "Claimline", "BibTeX", "RIS", "CSL"}


@pytest.mark.parametrize(
    "name", sorted(str(p.relative_to(WEB)) for p in (WEB / "templates").rglob("*.html"))
)
def test_no_template_holds_words_of_its_own(name: str) -> None:
    shown = _Shown()
    source = CLASSES.sub("", (WEB / name).read_text("utf-8"))
    pieces = Environment(autoescape=True).lex(source)
    literal = [text for _, kind, text in pieces if kind == "data"]
    # A digit in the place of each value: no word, and it does not break a tag.
    shown.feed("0".join(literal))
    found = {w for text in shown.words for w in re.findall(r"[^\W\d_]{2,}", text)} - NO_WORDS
    assert found == set()


# What a script may say by itself: to a programmer, or in every language alike.
THROWN = re.compile(r"(?:new \w*Error|console\.\w+)\(.*")
SAID = re.compile(r"""(["'`])([A-Z][a-z]+(?: [a-z]+)+[.!?]?)\1""")


@pytest.mark.parametrize("name", sorted(p.name for p in (WEB / "static" / "js").glob("*.js")))
def test_no_script_holds_sentences_of_its_own(name: str) -> None:
    text = (WEB / "static" / "js" / name).read_text("utf-8")
    code = re.sub(r"/\*.*?\*/|^\s*//.*$", "", text, flags=re.S | re.M)
    assert [found[2] for found in SAID.finditer(THROWN.sub("", code))] == []


COMMAND = re.compile(r"(^|.)`[^`]+`")
DAY = re.compile(r"(?<![\w\u2066-])\d{4}-\d\d-\d\d")


@pytest.mark.parametrize("language", ["ar", "he"])
def test_commands_and_days_keep_their_direction_among_words_that_run_left(language: str) -> None:
    texts = [text for text in CATALOGUES[language].texts.values() if isinstance(text, str)]
    before = [(text, found[1]) for text in texts for found in COMMAND.finditer(text)]
    assert [text for text, sign in before if sign != "\u2066"] == []
    assert before
    if language == "ar":  # behind Arabic letters 2025-04-10 is drawn as 10-04-2025
        assert [text for text in texts if DAY.search(text)] == []
