"""Claim sheets: what their rows become, and how they are joined with what the store has."""

import pytest

from kg.errors import SheetError
from kg.model.article import SourceText
from kg.model.claim import Meeting, RedLine, Statement
from kg.model.day import Day
from kg.model.sheet import join_list, split_list
from kg.pipeline import ingest, set_published
from kg.pipeline.crew import Alone
from kg.pipeline.intake import take_in
from kg.pipeline.reading import Job
from kg.store.embedded import EmbeddedStore
from kg.vocabulary import DEFAULT_BASE
from tests.sheet_rows import (
    ARTICLE,
    AT,
    LATER,
    LINE,
    MET,
    SOURCE,
    TEXT,
    WARNED,
    WITH_TEXT,
    into,
    made,
    quads,
)


def test_a_row_becomes_a_claim_on_its_sentence() -> None:
    (claim,) = made(WITH_TEXT, WARNED | {"time": "on Wednesday"}).claims
    assert isinstance(claim, Statement)
    assert (claim.speaker, claim.act, claim.addressees) == ("Turkey", "warns", ("Greece",))
    assert TEXT[claim.evidence[0].start : claim.evidence[0].end] == WARNED["evidence"]
    assert claim.content == WARNED["evidence"]
    assert (claim.extractor, claim.rule, claim.confidence) == ("sheet/1", "by-hand", 1.0)
    assert claim.time is not None
    assert (str(claim.time.earliest), claim.time.basis) == ("2025-04-09", "relative")


def test_a_meeting_told_by_a_statement_is_its_part() -> None:
    found = made(WITH_TEXT, WARNED, MET | {"told_by": "s1", "commitment": "denies"})
    (statement,) = found.statements
    (meeting,) = found.meetings
    assert meeting.under == statement.iri
    assert meeting.commitment == "denies"
    assert statement.conveys[0].event == meeting.event
    assert found.location("Vienna") is not None


def test_a_red_line_alone_makes_the_statement_that_declares_it() -> None:
    found = made(WITH_TEXT, LINE)
    (line,) = found.redlines
    (statement,) = found.statements
    assert isinstance(line, RedLine)
    assert (line.declared_by, line.trigger_text) == ("the minister", "A new base")
    assert line.under == statement.iri
    actor = found.actor("the minister")
    assert actor is not None
    assert (actor.kind, actor.unnamed, actor.linked) == ("official", True, False)
    assert actor.belongs_to == f"{DEFAULT_BASE}actor/turkey"


def test_rows_are_not_merged_and_pronouns_are_not_guessed_at() -> None:
    found = made(WITH_TEXT, MET, MET | {"id": "m2", "nth": "2", "participants": "Turkey; France"})
    assert len(list(found.meetings)) == 2
    assert len({m.event for m in found.meetings}) == 2


@pytest.mark.parametrize(
    "name",
    [
        "turkey.ministry-of-defence",
        "Turkish Ministry of Defence",
        "وزارة الدفاع التركية",
        "Türkiye Millî Savunma Bakanlığı",
        "משרד ההגנה הטורקי",
        "MoD [turkey.ministry-of-defence]",
    ],
)
def test_an_institution_is_linked_by_its_name_in_any_language_or_by_its_id(name: str) -> None:
    (claim,) = made(WITH_TEXT, WARNED | {"speaker": name}).claims
    assert isinstance(claim, Statement)
    assert claim.speaker == "Turkish Ministry of Defence"


def test_lists_may_be_json_lists_and_names_may_hold_semicolons() -> None:
    (claim,) = made(WITH_TEXT, MET | {"participants": ["A; B [organization]", "Greece"]}).claims
    assert isinstance(claim, Meeting)
    assert set(claim.participants) == {"A; B", "Greece"}
    assert split_list(join_list(["a;b", "c\\d", "e؛f"])) == ("a;b", "c\\d", "e؛f")


def test_evidence_may_leave_a_gap() -> None:
    (claim,) = made(WITH_TEXT, WARNED | {"evidence": "Turkey warned […] Vienna."}).claims
    assert [p.text for p in claim.evidence] == ["Turkey warned", "Vienna."]


# Articles


def test_without_any_text_the_evidence_is_kept_as_the_text() -> None:
    found = made(ARTICLE, WARNED, MET)
    assert found.article.text == f"{WARNED['evidence']}\n\n{MET['evidence']}"
    assert any("kept as its text" in warning for warning in found.warnings)


def test_a_later_sheet_adds_to_a_text_of_evidence_and_moves_nothing() -> None:
    store = EmbeddedStore.in_memory()
    into(store, ARTICLE, WARNED)
    before = {c.iri for c in store.extraction(store.articles()[0].iri).claims}
    assert into(store, ARTICLE, MET, at=LATER) == ["replaced"]
    after = {c.iri for c in store.extraction(store.articles()[0].iri).claims}
    assert before < after
    assert into(store, ARTICLE, WARNED, MET, at=LATER) == ["unchanged"]


def test_claims_are_added_to_those_that_the_rules_found() -> None:
    store = EmbeddedStore.in_memory()
    source = SourceText(name="port.txt", text=TEXT, language="en", source=SOURCE)
    article = ingest(source, store, at=AT).put.article
    before = {c.iri for c in store.extraction(article).claims}
    assert into(store, ARTICLE, MET | {"evidence": "met in Vienna."}, at=LATER) == ["replaced"]
    found = store.extraction(article)
    assert before < {c.iri for c in found.claims}
    assert {c.extractor for c in found.claims} == {"rules/1", "sheet/1"}
    assert ingest(source, store, at=LATER).put.outcome == "unchanged"
    assert len(store.extraction(article).claims) == len(found.claims)


def test_a_claim_that_is_stored_is_never_told_otherwise() -> None:
    store = EmbeddedStore.in_memory()
    into(store, WITH_TEXT, WARNED)
    before = quads(store)
    with pytest.raises(SheetError, match=r"differs in speaker.*write 2 in `nth`"):
        into(store, ARTICLE, WARNED | {"speaker": "France"})
    with pytest.raises(SheetError, match="is not the text that the store has"):
        into(store, WITH_TEXT | {"text": TEXT + "More."}, WARNED)
    assert quads(store) == before
    assert into(store, ARTICLE, WARNED | {"speaker": "France", "nth": "2"}) == ["replaced"]


def test_the_day_in_the_store_holds_for_the_times_of_a_sheet() -> None:
    store = EmbeddedStore.in_memory()
    into(store, WITH_TEXT, WARNED)
    article = store.articles()[0].iri
    set_published(store, article, Day(2025, 4, 17), at=AT)
    into(store, WITH_TEXT, MET | {"time": "on Wednesday", "evidence": TEXT[19:78]})
    (meeting,) = store.extraction(article).meetings
    assert meeting.time is not None
    assert str(meeting.time.earliest) == "2025-04-16"


def test_claims_by_hand_stay_while_a_new_text_has_their_words() -> None:
    store = EmbeddedStore.in_memory()
    into(store, WITH_TEXT, WARNED, MET)
    article = store.articles()[0].iri
    before = {c.evidence[0].text: c.iri for c in store.extraction(article).claims}
    text = "More was heard today of the talks.\n\n" + TEXT.replace("Officials met", "They met")
    source = SourceText(name="port.txt", text=text, language="en", source=SOURCE)
    put = ingest(source, store, at=LATER).put
    assert put.gone_by_hand == ("Officials met in Vienna.",)
    found = {c.evidence[0].text: c for c in store.extraction(article).claims}
    kept = found[WARNED["evidence"]]
    assert (kept.iri, kept.extractor) == (before[WARNED["evidence"]], "sheet/1")
    assert text[kept.evidence[0].start : kept.evidence[0].end] == WARNED["evidence"]
    assert MET["evidence"] not in found
    assert not [f for f in store.validate(deep=True) if not f.warning]
    assert into(store, ARTICLE, MET | {"evidence": "They met in Vienna."}) == ["replaced"]
    assert kept.iri in {c.iri for c in store.extraction(article).claims}


def test_which_claims_by_hand_went_is_told() -> None:
    store = EmbeddedStore.in_memory()
    into(store, WITH_TEXT, MET)
    text = TEXT.replace("Officials met", "They met")
    source = SourceText(name="port.txt", text=text, language="en", source=SOURCE)
    job = Job(name="port.txt", source=source)
    (landed,) = take_in([job], store, Alone(DEFAULT_BASE), now=lambda: LATER)
    assert any("“Officials met in Vienna.”" in warning for warning in landed.warnings)
