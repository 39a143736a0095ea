"""One text that went round counts as one; two reports of one event are two.

Fixtures: tests/fixtures/copies, an agency's story in English and Arabic as several outlets print it
(<language>.agency.txt, .headline.txt with other first lines and a tenth of the words changed,
.cut.txt with a paragraph less), and another reporter's account of the same day (.other.txt).
"""

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.resolve.copies import is_copied_passage, is_copy, text_bands
from kg.resolve.shingles import words_of
from kg.store.embedded import EmbeddedStore
from kg.vocabulary import Language
from tests.proposed import article
from tests.strategies import AT, IRIS

FOLDER = Path(__file__).parent / "fixtures" / "copies"
COPIES = ("agency", "headline", "cut")


def text_of(language: str, name: str) -> str:
    return (FOLDER / f"{language}.{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("name", ["headline", "cut"])
def test_an_edited_copy_is_found_by_its_bands_and_known_for_a_copy(
    language: Language, name: str
) -> None:
    agency, copy = text_of(language, "agency"), text_of(language, name)
    assert text_bands(agency, language) & text_bands(copy, language)
    assert is_copy(agency, copy, language)
    assert is_copy(copy, agency, language)


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("name", COPIES)
def test_another_report_of_the_same_event_is_no_copy(language: Language, name: str) -> None:
    assert not is_copy(text_of(language, name), text_of(language, "other"), language)


def test_a_text_too_short_to_tell_is_never_a_copy() -> None:
    assert text_bands("They met. They spoke.", "en") == frozenset()
    assert not is_copy("They met. They spoke.", "They met. They spoke.", "en")


def test_words_are_compared_without_the_letters_written_on_them() -> None:
    assert words_of("والمحادثات بالمضيق", "ar") == words_of("المحادثات المضيق", "ar")
    assert words_of("Ankara'da GÖRÜŞME", "tr") == words_of("Ankara görüşme", "tr")


def test_a_passage_printed_twice_is_one_and_a_short_one_is_never() -> None:
    passage = text_of("en", "agency").splitlines()[2]
    assert is_copied_passage(passage, passage.replace("officers", "commanders"), "en")
    assert not is_copied_passage("Kestria warned Meridia.", "Kestria warned Meridia.", "en")


def stored(store: EmbeddedStore) -> dict[str, str]:
    return dict(store.copies())


def test_copies_are_led_to_the_first_article_of_their_text() -> None:
    store = EmbeddedStore.in_memory()
    for name in (*COPIES, "other"):
        store.put_article(article(name, text=text_of("en", name)), at=AT)
    articles = sorted(IRIS.article(name) for name in COPIES)
    assert stored(store) == dict.fromkeys(articles[1:], articles[0])
    store.withdraw(articles[0], at=AT)
    assert stored(store) == {articles[2]: articles[1]}


@given(
    st.permutations((*COPIES, "other")),
    st.lists(st.tuples(st.sampled_from(COPIES), st.booleans()), max_size=4),
)
@settings(max_examples=25, deadline=None)
def test_copies_follow_from_the_live_articles_alone(
    order: list[str], writes: list[tuple[str, bool]]
) -> None:
    store, now = EmbeddedStore.in_memory(), AT
    live = set(order)
    for name in order:
        store.put_article(article(name, text=text_of("en", name)), at=now)
    for name, purge in writes:
        now += timedelta(minutes=1)
        if name in live:
            (store.purge if purge else store.withdraw)(IRIS.article(name), at=now)
        else:
            store.put_article(article(name, text=text_of("en", name)), at=now)
        live ^= {name}
        copies = sorted(IRIS.article(n) for n in live & set(COPIES))
        assert stored(store) == dict.fromkeys(copies[1:], *copies[:1])
