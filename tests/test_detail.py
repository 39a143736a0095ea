"""The pages of events, claims, actors, places and articles as values."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import NotFound
from kg.export.table import csv_chunks
from kg.model.claim import Statement
from kg.model.extraction import Extraction
from kg.model.proposal import Proposal
from kg.model.span import Passage, Span
from kg.query.dataset import Dataset
from kg.query.detail import (
    actor_detail,
    article_detail,
    claim_detail,
    event_detail,
    place_detail,
)
from kg.query.documents import claim_document
from kg.query.evidence import Quotation, quotation
from kg.query.filters import Filter
from kg.query.network import network
from kg.query.rows import event_rows
from kg.query.timeline import timeline
from kg.query.wording import ENGLISH
from kg.query.words import bare
from tests.strategies import extractions
from tests.test_wording import Backwards
from tests.timeline_answer import changed
from tests.view_values import (
    IRIS,
    KESTRIA,
    MARFA,
    MINISTRY,
    OFFICIAL,
    POST,
    TOVAN,
    VELMAR,
    claim,
    dataset,
    event,
    note,
    post,
)

TALKS = event("meeting", "post-talks")
LINE = event("redline", "post-line")


def test_an_event_shows_a_telling_in_full_and_all_versions_beside_it() -> None:
    found = event_detail(dataset(), event("meeting", "marfa-talks"), ENGLISH)
    assert (found.iri, found.href, found.kind) == (TALKS, "/events/post-talks", "meeting")
    assert [v.outlet for v in found.versions] == ["Harbour Post", "Al-Marfa"]
    assert [bare(v.time.resolved) for v in found.versions] == ["9 April 2025", "10 April 2025"]
    assert [v.time.written.text for v in found.versions if v.time.written] == [
        "on Wednesday",
        "يوم الخميس",
    ]
    assert [v.shown for v in found.versions] == [True, False]
    assert found.links["ttl"] == "/events/post-talks.ttl"


def test_the_reader_is_shown_the_telling_in_their_language() -> None:
    assert event_detail(dataset(), TALKS, Backwards()).shown.quotation.direction == "rtl"
    assert event_detail(dataset(), TALKS, ENGLISH).shown.quotation.direction == "ltr"


def test_differences_say_what_each_article_says() -> None:
    found = event_detail(dataset(), TALKS, ENGLISH)
    said = {d.fact: [(r.iri, bare(p)) for r, p in d.said] for d in found.differences}
    assert said["day"] == [(POST, "9 April 2025"), (MARFA, "10 April 2025")]
    assert said["denial"][0][0] == MARFA
    assert said["denial"][0][1].startswith("Tovan Foreign Ministry denies: ")
    assert [r.text for r in found.remarks] == ["held", "2 articles", "disputed"]
    assert [r.warn for r in found.remarks] == [False, False, True]


def test_statements_that_reach_an_event_are_listed() -> None:
    reached = event_detail(dataset(), TALKS, ENGLISH).reached_by
    assert [(r.iri, r.commitment) for r in reached] == [(claim("marfa-2"), "denies it")]


def test_the_chain_goes_from_the_article_inwards_with_each_verb_as_written() -> None:
    chain = event_detail(dataset(), LINE, ENGLISH).shown.chain
    assert [(s.role, bare(s.name), [v.text for v in s.verbs]) for s in chain] == [
        ("article", "Harbour Post", []),
        ("reporter", "Harbour Radio", ["reported"]),
        ("speaker", "Kestrian military official", ["told"]),
        ("event", "stationing patrol ships in the Halen Strait", []),
    ]
    assert [s.unnamed for s in chain] == [False, False, True, False]


def test_a_meeting_in_the_articles_own_voice_has_no_speaker() -> None:
    chain = event_detail(dataset(), TALKS, ENGLISH).shown.chain
    assert [s.role for s in chain] == ["article", "event"]


def test_an_unresolved_speaker_and_a_missing_outlet_are_said_to_be_so() -> None:
    chain = claim_detail(dataset(note()), claim("note-3"), ENGLISH).shown.chain
    assert [bare(s.name) for s in chain[:2]] == ["outlet not stated", "an unresolved speaker"]
    assert chain[1].unresolved


def test_missing_facts_are_not_stated() -> None:
    shown = claim_detail(dataset(), claim("post-3"), ENGLISH).shown
    facts = {f.name: (bare(f.value), f.stated) for f in shown.facts}
    assert facts["addressees"] == ("not stated", False)
    assert facts["place"] == ("not stated", False)
    assert facts["condition"] == ("if the strait stayed open", True)


def test_a_claim_shows_its_parts_and_leads_to_its_event() -> None:
    found = claim_detail(dataset(), claim("post-2") + "#post-line", ENGLISH)
    assert found.shown.iri == claim("post-2")
    assert [p.iri for p in found.parts] == [claim("post-2") + "#post-line"]
    assert found.event.href == "/events/post-warning"
    assert found.parts[0].href == "/claims/post-2#post-line"


def test_why_tells_rule_words_confidence_and_when_it_was_recorded() -> None:
    why = claim_detail(dataset(), claim("post-2"), ENGLISH).shown.why
    assert (why.rule, why.extractor, why.confidence) == ("speech.told", "rules-1", 0.7)
    assert [c.text for c in why.cues] == ["reported", "told"]
    assert (why.certainty, why.carried_speaker, why.recorded) == ("probable", False, None)


def test_a_citation_names_outlet_headline_day_and_characters() -> None:
    shown = claim_detail(dataset(), claim("post-1"), ENGLISH).shown
    assert bare(shown.citation) == (
        "Harbour Post, “Kestria and Tovan talk”, 10 April 2025, characters 33 to 84."
    )
    undated = claim_detail(dataset(note()), claim("note-1"), ENGLISH).shown
    assert "day of publication not stated" in bare(undated.citation)


def test_a_red_lines_life_is_told_step_by_step() -> None:
    life = event_detail(dataset(), LINE, ENGLISH).life
    assert [(s.label, bare(s.when)) for s in life] == [
        ("declared", "9 April 2025"),
        ("restated", "not after 11 April 2025"),
    ]


def test_what_may_be_the_same_meeting_is_named() -> None:
    proposal = Proposal(
        one=event("meeting", "marfa-talks"),
        other=TALKS,
        score=0.75,
        reasons=("same-parties", "near-day"),
        objections=("one-denies",),
    )
    extractions = [v.extraction for v in dataset().articles.values()]
    (found,) = event_detail(Dataset(extractions, proposals=[proposal]), TALKS, ENGLISH).maybe_same
    assert bare(found.event.name) == "Kestria and Tovan met in Velmar"
    assert found.reasons == ("the same parties", "about the same day")
    assert found.objections == ("one of the two denies it",)


def test_a_merged_event_names_what_was_joined_to_it() -> None:
    (joined,) = event_detail(dataset(), TALKS, ENGLISH).merged
    assert (joined.iri, joined.into) == (event("meeting", "marfa-talks"), TALKS)


def test_an_actor_has_its_roles_members_and_side() -> None:
    found = actor_detail(dataset(), TOVAN.iri, ENGLISH)
    assert [bare(r.name) for r in found.members] == ["Tovan Foreign Ministry"]
    assert {e.row.href: e.roles for e in found.events} == {
        "/events/post-talks": ("took part",),
        "/events/post-line": ("addressee",),
        "/events/post-warning": ("addressee",),
    }
    ministry = actor_detail(dataset(), MINISTRY.iri, ENGLISH)
    assert [r.iri for r in ministry.belongs_to] == [TOVAN.iri]
    assert actor_detail(dataset(), OFFICIAL.iri, ENGLISH).unnamed


def test_an_actors_events_come_in_pages() -> None:
    first = actor_detail(dataset(), TOVAN.iri, ENGLISH, limit=2)
    rest = actor_detail(dataset(), TOVAN.iri, ENGLISH, limit=2, after=first.next)
    assert (first.total, len(first.events), len(rest.events), rest.next) == (3, 2, 1, None)


def test_a_side_outside_the_store_is_named_by_its_iri() -> None:
    alone = Extraction(article=post().article, actors=(MINISTRY,))
    found = actor_detail(dataset(alone), MINISTRY.iri, ENGLISH)
    assert bare(found.belongs_to[0].name) == "tovan"


def test_a_place_has_what_happened_there_and_what_is_about_it() -> None:
    found = place_detail(dataset(), VELMAR.iri, ENGLISH)
    assert (found.latitude, found.total) == (41.5, 3)
    halen = place_detail(dataset(), IRIS.linked_place("halen"), ENGLISH)
    assert [e.roles for e in halen.events] == [("spoken of",)]


def test_an_article_is_whole_and_its_claims_stand_in_order() -> None:
    found = article_detail(dataset(), MARFA, ENGLISH)
    view = dataset().get_article(MARFA)
    assert "".join(s.text for s in found.segments) == view.article.text
    assert (found.direction, found.published, found.publisher) == ("rtl", "2025-04-11", "Al-Marfa")
    assert [c.part for c in found.claims] == [False, False, False, True]
    assert found.counts == {"meeting": 1, "statement": 2, "redline": 1}


@pytest.mark.parametrize(
    "detail", [event_detail, claim_detail, actor_detail, place_detail, article_detail]
)
def test_what_is_unknown_is_not_found(detail: object) -> None:
    with pytest.raises(NotFound):
        detail(dataset(), "https://example.org/x", ENGLISH)


def test_rows_stand_under_days_and_the_undated_last() -> None:
    rows, following = event_rows(dataset(), Filter(), ENGLISH)
    assert [r.day for r in rows] == ["9 April 2025"] * 3 + ["Without a date"] * 3
    assert following is None
    relative, _ = event_rows(dataset(note()), Filter(), ENGLISH)
    assert [r.day for r in relative] == [
        "1 day before publication",
        "2 days after publication",
        "Without a date",
    ]


def test_a_claims_document_holds_it_with_whom_it_names() -> None:
    found = claim_document(dataset(), claim("post-2") + "#post-line")
    assert [c["iri"] for c in found["claims"]] == [claim("post-2"), claim("post-2") + "#post-line"]
    assert {a["iri"] for a in found["actors"]} >= {OFFICIAL.iri, TOVAN.iri}
    assert KESTRIA.iri not in {a["iri"] for a in found["actors"]}


def quoted(text: str, *pairs: tuple[int, int]) -> Quotation:
    """Return the quotation of a statement with this evidence in this text."""
    article = replace(post().article, text=text)
    told = next(c for c in post().claims if c.iri == claim("post-3"))
    evidence = tuple(Passage.cut(text, Span(a, b)) for a, b in pairs)
    one = replace(told, evidence=evidence, cues=())
    snapshot = dataset(replace(post(), article=article, claims=(one,)))
    return quotation(snapshot.claims[claim("post-3")])


@settings(deadline=None)
@given(st.data())
def test_a_quotation_gives_back_the_text_around_its_evidence(data: st.DataObject) -> None:
    text = data.draw(st.text(alphabet="ab \n😀م", min_size=2, max_size=900))
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = quoted(text, (start, end))
    whole = found.before + "".join(p.text for p in found.pieces) + found.after
    assert text[start - len(found.before) : end + len(found.after)] == whole
    assert "\n" not in found.before + found.after
    assert "".join(p.text for p in found.pieces if p.role == "evidence") == text[start:end]


def test_long_words_between_two_passages_are_left_out_with_a_sign() -> None:
    text = "said " + "word " * 200 + "end"
    found = quoted(text, (0, 4), (len(text) - 3, len(text)))
    assert [p.role for p in found.pieces] == [
        "evidence",
        "context",
        "omitted",
        "context",
        "evidence",
    ]


def test_passages_that_overlap_are_quoted_once() -> None:
    found = quoted("abcdef", (0, 4), (2, 6))
    assert [p.text for p in found.pieces] == ["abcdef"]


def test_a_quotation_says_where_its_paragraph_was_cut() -> None:
    text = "x " * 300 + "END" + " y" * 300
    found = quoted(text, (600, 603))
    assert found.cut_before
    assert found.cut_after
    assert len(found.before) <= 200
    whole = quoted("a b\nEND\nc", (4, 7))
    assert not whole.cut_before
    assert not whole.cut_after


def test_one_cue_for_two_voices_belongs_to_the_reporter() -> None:
    snapshot = dataset(changed(post(), "post-2", cues=post().claims[1].cues[:1]))
    chain = claim_detail(snapshot, claim("post-2"), ENGLISH).shown.chain
    assert [len(s.verbs) for s in chain] == [0, 1, 0, 0]
    assert isinstance(snapshot.claims[claim("post-2")].claim, Statement)


@settings(max_examples=12, deadline=None)
@given(st.lists(extractions(), min_size=1, max_size=2, unique_by=lambda e: e.article.iri))
def test_whatever_can_be_stored_can_be_shown(stored: list[Extraction]) -> None:
    snapshot = Dataset(stored)
    for words in (ENGLISH, Backwards()):
        answer = timeline(snapshot, Filter(), words)
        assert len(answer["items"]) == len(snapshot.events)
        assert "".join(chunk.decode() for chunk in csv_chunks(snapshot, Filter()))
        network(snapshot, Filter(), words)
        for iri in snapshot.events:
            assert event_detail(snapshot, iri, words).iri == iri
        for iri, telling in snapshot.claims.items():
            assert claim_detail(snapshot, iri, words).shown.iri == telling.record.iri
        for iri in snapshot.entities.actors:
            actor_detail(snapshot, iri, words)
        for iri in snapshot.entities.places:
            place_detail(snapshot, iri, words)
        for iri, view in snapshot.articles.items():
            shown = article_detail(snapshot, iri, words)
            assert "".join(s.text for s in shown.segments) == view.article.text
