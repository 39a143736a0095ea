"""Mentions: sentences with what must be found in them, and what must hold of any text."""

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract import mentions as mention_grammars
from kg.extract.mentions import find_mentions
from kg.extract.tokens import tokenize
from kg.model.mention import Mention
from kg.model.token import Sentence
from kg.vocabulary import Language

FIXTURES = Path(__file__).parent / "fixtures" / "mentions"
PADDING = "x" * 7  # sentences do not stand at the beginning of a text


def sentence(text: str, language: Language) -> Sentence:
    start = len(PADDING)
    return Sentence(
        index=0,
        paragraph=0,
        kind="body",
        start=start,
        end=start + len(text),
        text=text,
        tokens=tokenize(text, start, language),
    )


def mentions(text: str, language: Language = "ar") -> tuple[Mention, ...]:
    return find_mentions(sentence(text, language), language)


def outermost(text: str, language: Language) -> list[Mention]:
    found: list[Mention] = []
    for mention in mentions(text, language):
        if not found or mention.first > found[-1].last:
            found.append(mention)
    return found


def only(text: str, language: Language = "ar") -> Mention:
    (mention,) = outermost(text, language)
    return mention


def described(mention: Mention) -> str:
    """Return a mention as the fixtures write it."""
    if mention.category == "adjective":
        return f"{mention.text} | adjective {mention.gazetteer_id}"
    if mention.gazetteer_id:
        return f"{mention.text} | {mention.gazetteer_id}"
    parts: list[str] = [mention.kind or mention.category]
    parts += ["unnamed"] if mention.unnamed else []
    parts += [f"role={mention.role}"] if mention.role else []
    parts += [f"side={mention.side}"] if mention.side else []
    parts += [f"person={mention.person}"] if mention.person else []
    article = mention.text.lower().startswith(("the ", "a ", "an "))
    if not mention.person and not article and mention.name != mention.text:
        parts.append(f"name={mention.name}")
    return f"{mention.text} | {', '.join(parts)}"


def cases() -> list[object]:
    found: list[object] = []
    languages: tuple[Language, ...] = ("ar", "en")
    for language in languages:
        rows = tomllib.loads((FIXTURES / f"{language}.toml").read_text(encoding="utf-8"))["case"]
        found += [pytest.param(language, r["text"], r["finds"], id=r["text"][:40]) for r in rows]
    return found


@pytest.mark.parametrize(("language", "text", "finds"), cases())
def test_a_sentence_has_these_mentions(language: Language, text: str, finds: list[str]) -> None:
    assert [described(m) for m in outermost(text, language)] == finds


# Arabic


def test_letters_in_front_are_not_part_of_the_mention() -> None:
    mention = only("أوضح لتركيا")
    assert (mention.text, mention.proclitics) == ("تركيا", ("ل",))
    assert mention.span.start == len(PADDING) + len("أوضح ل")


def test_two_letters_in_front_are_both_left_out() -> None:
    mention = only("وبالرياض")
    assert (mention.text, mention.proclitics) == ("الرياض", ("و", "ب"))


def test_the_article_that_a_preposition_swallowed_comes_back_in_the_name() -> None:
    mention = only("تحركات للقوات الدولية")
    assert (mention.text, mention.name) == ("للقوات الدولية", "القوات الدولية")
    assert mention.proclitics == ("ل",)


def test_a_definite_noun_that_begins_with_lam_is_no_addressee() -> None:
    mention = only("وأضاف المصدر")
    assert (mention.text, mention.proclitics) == ("المصدر", ())


def test_vowel_signs_and_tatweel_stay_in_the_text_and_do_not_hide_the_name() -> None:
    mention = only("قالت لِتُركيـــا")
    assert mention.text == "تُركيـــا"
    assert mention.gazetteer_id == "turkey"


def test_the_state_inside_an_institution_is_a_mention_of_its_own() -> None:
    outer, inner = mentions("وزارة الدفاع التركية")
    assert (outer.gazetteer_id, outer.side) == ("turkey.ministry-of-defence", "turkey")
    assert (inner.gazetteer_id, inner.category, inner.text) == ("turkey", "adjective", "التركية")


def test_an_indefinite_accusative_adjective_is_not_the_country_it_looks_like() -> None:
    assert only("مسؤولًا تركيًا").gazetteer_id is None
    assert only("وفدا تركيا").gazetteer_id == "turkey.delegation"
    assert only("اجتماعًا تركيا").category == "adjective"
    assert only("دعا تركيا").category == "either"


def test_oman_and_amman_are_told_apart_by_the_states_named() -> None:
    assert [m.gazetteer_id for m in outermost("في عمان", "ar")] == ["oman"]
    assert [m.gazetteer_id for m in outermost("قال الأردن في عمان", "ar")] == ["jordan", "amman"]


def test_the_grammatical_gender_of_countries_is_known() -> None:
    genders = [m.gender for m in outermost("لبنان والعراق وتركيا والمغرب", "ar")]
    assert genders == ["masculine", "masculine", "feminine", "masculine"]


def test_gender_number_and_human_of_a_description() -> None:
    mention = only("قال محللون")
    assert (mention.gender, mention.number, mention.human) == ("masculine", "plural", True)
    ministry = only("قالت وزارة الدفاع التركية")
    assert (ministry.gender, ministry.number, ministry.human) == ("feminine", "singular", False)


def test_the_government_of_a_state_is_the_state_under_the_words_used() -> None:
    mention = only("الحكومة السورية")
    assert (mention.gazetteer_id, mention.kind) == ("syria", "state")
    assert mention.text == "الحكومة السورية"


def test_an_office_stays_an_office() -> None:
    mention = only("وزير الخارجية التركي")
    assert (mention.kind, mention.person, mention.unnamed) == ("official", None, False)
    assert (mention.role, mention.side) == ("foreign-minister", "turkey")


def test_the_object_behind_an_office_is_no_name() -> None:
    assert only("بحث وزير الدفاع التركي تطورات الأوضاع").person is None
    assert only("التقى وزير الخارجية المصري نظيره").person is None


def test_two_offices_in_the_dual_are_one_of_each() -> None:
    first, second = outermost("وزيرا الخارجية التركي والسوري", "ar")
    assert (first.name, first.side) == ("وزير الخارجية التركي", "turkey")
    assert (second.name, second.side) == ("وزير الخارجية السوري", "syria")


def test_a_common_word_is_a_place_only_where_a_place_may_stand() -> None:
    assert only("سافر إلى جدة").gazetteer_id == "jeddah"
    assert mentions("قالت جدة الطفل") == ()


def test_the_preposition_is_not_the_given_name() -> None:
    assert mentions("على مستقبل العلاقة") == ()


# English


def test_a_possessive_is_not_part_of_the_mention() -> None:
    first, _ = outermost("Turkey's patience and Israel", "en")
    assert (first.text, first.gazetteer_id) == ("Turkey", "turkey")


def test_case_tells_names_from_words() -> None:
    assert mentions("they told us to cook the turkey, who knows", "en") == ()


def test_an_article_stays_in_the_text_and_leaves_the_name() -> None:
    mention = only("The French president", "en")
    assert (mention.text, mention.name) == ("The French president", "French president")


def test_a_name_and_the_office_beside_it_are_one_person() -> None:
    mention = only("Hakan Fidan, the Turkish foreign minister, said", "en")
    assert (mention.name, mention.kind) == ("Hakan Fidan", "person")
    assert (mention.role, mention.side) == ("foreign-minister", "turkey")


def test_a_headline_in_capitals_names_nobody_by_them() -> None:
    found = outermost("Turkey Holds Long Technical Talks Behind Closed Doors", "en")
    assert [m.gazetteer_id for m in found] == ["turkey"]


def test_two_nationalities_share_one_noun() -> None:
    first, second = outermost("Turkish and Israeli officials", "en")
    assert (first.text, first.name, first.side) == ("Turkish", "Turkish officials", "turkey")
    assert (second.text, second.side) == ("Israeli officials", "israel")


def test_somebodys_ministry_has_no_sort_to_be_linked_by() -> None:
    assert only("its Foreign Ministry said", "en").role is None
    assert only("the foreign ministry said", "en").role == "ministry-of-foreign-affairs"


def test_no_grammar_no_mentions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(mention_grammars._GRAMMARS, "he")
    assert mentions("יוון וקפריסין", "he") == ()


# Any text

WORDS = st.sampled_from(
    re.findall(
        r"\S+",
        "وزارة الدفاع التركية لتركيا للأمم المتحدة و، « » مسؤول تركيًا بن أبو الرئيس محمد علي على "
        "the a Turkish Israeli's and , - . U.S. US foreign ministers of for Syria Fidan al- ( ) $ "
        "\u200f \u0640 \u064b 12 n't",
    )
)


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=25).map(" ".join)),
    st.sampled_from(["ar", "en"]),
)
def test_spans_and_tokens_fit_whatever_the_text(text: str, language: Language) -> None:
    read = sentence(text, language)
    found = find_mentions(read, language)
    assert list(found) == sorted(found, key=lambda m: (m.first, -m.last))
    for mention in found:
        whole = PADDING + text
        assert whole[mention.span.start : mention.span.end] == mention.text
        assert 0 <= mention.first <= mention.last < len(read.tokens)
        assert read.tokens[mention.first].start <= mention.span.start
        assert mention.span.end <= read.tokens[mention.last].end
        assert mention.name.strip()


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ar", "متحدث باسم رئيس "),
        ("ar", "عمان "),
        ("ar", "وزراء خارجية مصر و"),
        ("en", "Turkish and "),
        ("en", "official of the "),
    ],
)
def test_words_repeated_without_end_are_read_to_the_end(language: Language, words: str) -> None:
    """Descriptions inside descriptions must not eat the stack or the afternoon."""
    found = mentions(words * 2000, language)
    assert all(m.last - m.first < 40 for m in found)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Russia's consul in Narva, Pavel Orlin, was quoted as saying so.", "Narva"),
        ("The Kenyan ambassador in Lima, Grace Otiro, left.", "Lima"),
    ],
)
def test_a_place_between_office_and_name_is_no_name(text: str, place: str) -> None:
    found = outermost(text, "en")
    office, name = (m for m in found if m.person)
    assert (office.person, office.role) == (name.person, name.role)
    assert any(place in m.text for m in found)
