"""Proposals: what is proposed, what is not, and that they follow from the live claims alone."""

from datetime import timedelta
from itertools import combinations

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from kg.errors import StoreError
from kg.model.claim import About, Meeting
from kg.model.extraction import Extraction
from kg.model.proposal import Proposal
from kg.resolve.propose import propose
from kg.store import anew, proposals
from kg.store.embedded import EmbeddedStore
from kg.store.event_facts import TELLING
from kg.store.graphs import Graphs
from kg.store.proposals import Standing, best
from kg.store.state import State
from kg.store.view import View
from tests.proposed import DAY, NEXT_DAY, article, event, meeting, on, red_line, statement, stranger
from tests.strategies import AT, IRIS

GRAPH = IRIS.graph("proposals")


def proposed(*extractions: Extraction) -> list[Proposal]:
    """Return what a store of these articles proposes."""
    store = EmbeddedStore.in_memory()
    for extraction in extractions:
        store.put_article(extraction, at=AT)
    return store.proposals()


def test_one_meeting_told_by_two_articles_is_proposed_with_its_reasons() -> None:
    first = article("a", meeting("a", place="Sael"))
    second = article("b", meeting("b", place="Tovan"), language="ar")
    (found,) = proposed(first, second)
    assert {found.one, found.other} == {event("a"), event("b")}
    assert found.reasons == ("same-parties", "same-day", "compatible-place")
    assert found.objections == ()
    assert found.score == 0.85


@pytest.mark.parametrize(
    ("values", "reasons", "objections"),
    [
        ({"day": on(DAY.plus(1))}, ("same-parties", "near-day"), ()),
        ({"day": on(DAY.plus(-3), DAY.plus(1))}, ("same-parties", "near-day"), ()),
        (
            {"parties": ("Meridian Ministry of Defence", "Kestria")},
            ("same-sides", "same-day"),
            (),
        ),
        ({"status": "cancelled"}, ("same-parties", "same-day"), ("different-status",)),
        ({"commitment": "denies"}, ("same-parties", "same-day"), ("one-denies",)),
        (
            {"commitment": "denies", "day": None},
            ("same-parties", "near-day"),
            ("one-denies", "day-guessed"),
        ),
    ],
)
def test_what_two_accounts_share_and_where_they_differ_is_told(
    values: dict[str, object], reasons: tuple[str, ...], objections: tuple[str, ...]
) -> None:
    place = {} if "status" in values else {"place": "Sael"}
    other = meeting("b", **(place | values))
    found = proposed(article("a", meeting("a", **place)), article("b", other))
    expected = (*reasons, *(("same-place",) if place else ()))
    assert [(p.reasons, p.objections) for p in found] == [(expected, objections)]


@pytest.mark.parametrize(
    "values",
    [
        {"day": on(DAY.plus(2))},
        {"day": on(DAY.plus(-20), DAY.plus(20))},
        {"day": None},
        {"parties": ("Meridia", "Kestria", "Navy Radio")},
        {"parties": ("Meridia",), "incomplete": True, "day": None},
        {"parties": ("Meridia",), "incomplete": True, "day": on(DAY.plus(1))},
        {"place": "Halen Strait"},
    ],
)
def test_meetings_that_exclude_one_another_are_not_proposed(values: dict[str, object]) -> None:
    first = article("a", meeting("a", place="Sael"))
    assert proposed(first, article("b", meeting("b", **values))) == []


def test_two_meetings_of_one_article_are_never_proposed() -> None:
    assert proposed(article("a", meeting("a", 1), meeting("a", 2))) == []


def test_a_party_in_no_lexicon_may_be_the_other_one_of_its_side() -> None:
    visitors = stranger("b", "the visitors")
    first = article("a", meeting("a", place="Sael"))
    other = meeting("b", parties=("Meridia", "the visitors"), place="Sael")
    (found,) = proposed(first, article("b", other, local=(visitors,)))
    assert found.objections == ("party-unknown",)


def test_a_red_line_in_other_words_of_one_language_weighs_less_than_in_the_same() -> None:
    line = "any stationing of patrol ships in the strait"
    same = proposed(
        article("a", *red_line("a", trigger=line, addressees=("Meridia",))),
        article("b", *red_line("b", trigger=f"{line} itself", addressees=("Meridia",))),
    )
    lines = [p for p in same if "/redline/" in p.one]
    assert [p.reasons for p in lines] == [
        ("same-parties", "same-listeners", "near-day", "same-words")
    ]
    other = proposed(
        article("a", *red_line("a", trigger=line, addressees=("Meridia",))),
        article("b", *red_line("b", trigger="closing the border", addressees=("Meridia",))),
    )
    assert other == []


def test_a_red_line_is_proposed_across_languages_by_who_draws_it_against_whom() -> None:
    about = (About(kind="location", name="Sael"),)
    values = {"addressees": ("Meridia",), "about": about, "day": on(DAY)}
    first = red_line("a", trigger="any stationing of ships", **values)
    second = red_line("b", trigger="أي نشر للسفن", **values)
    found = proposed(article("a", *first), article("b", *second, language="ar"))
    assert {p.one.split("/")[-2] for p in found} == {"redline", "statement"}
    assert all("same-words" not in p.reasons for p in found)


def test_statements_of_one_speaker_are_proposed_only_with_words_in_common() -> None:
    first = statement("a", content="the strait will stay open to all ships")
    same = statement("b", content="The strait will stay open to all ships, whatever happens")
    other = statement("b", content="the prisoners will be exchanged")
    assert len(proposed(article("a", first), article("b", same))) == 1
    assert proposed(article("a", first), article("b", other)) == []


def test_an_event_keeps_only_its_best_proposals_but_none_is_left_alone() -> None:
    found = proposed(*(article(f"a{i}", meeting(f"a{i}")) for i in range(12)))
    named = [e for p in found for e in (p.one, p.other)]
    assert len(set(named)) == 12
    assert len(found) <= 12 * proposals.MOST_KEPT


def test_the_best_of_many_are_the_same_worked_out_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proposals, "MOST_KEPT", 2)
    monkeypatch.setattr(anew, "_MOST_AT_HAND", 4)
    store = EmbeddedStore.in_memory()
    for i in range(14):
        day = NEXT_DAY if i % 3 else DAY
        store.put_article(article(f"a{i}", meeting(f"a{i}", day=on(day))), at=AT)
    assert len(store.proposals()) > 14
    assert list(store.validate(deep=True)) == []


# Whatever is written, in whatever order


def brute(store: EmbeddedStore) -> set[Proposal]:
    """Return what has to be proposed, every event compared with every other."""
    standing = Standing(State(View(store._engine), Graphs(store.base)))
    events = sorted(
        {
            q.subject.value
            for p in TELLING.values()
            for q in store._engine.quads_for_pattern(None, p, None, None)
            if q.graph_name != ox.NamedNode(IRIS.graph("merged"))
        }
    )
    facts = {e: f for e in events if (f := standing.reader.facts(e)) is not None}
    pairs: dict[str, dict[str, Proposal]] = {e: {} for e in facts}
    for one, other in combinations(facts, 2):
        forward, back = (propose(facts[x], facts[y]) for x, y in ((one, other), (other, one)))
        assert forward == back
        if forward is None or other in standing.circle(one):
            continue
        if not standing.refused(one) & standing.circle(other):
            pairs[one][other] = pairs[other][one] = forward
    return {p for e, found in pairs.items() for o, p in found.items() if o in best(found)}


NAMES = ("a", "b", "c", "d", "e")
PARTIES = (
    ("Meridia", "Kestria"),
    ("Meridian Ministry of Defence", "Kestria"),
    ("Meridia",),
    ("Kestrian Navy", "Meridia", "Navy Radio"),
)


@st.composite
def told(draw: st.DrawFn, name: str) -> Extraction:
    """An article that tells of a few meetings and red lines within some days."""
    days = st.integers(-4, 4).map(DAY.plus)
    times = st.one_of(
        st.none(),
        days.map(on),
        st.tuples(days, st.integers(0, 8)).map(lambda t: on(t[0], t[0].plus(t[1]))),
    )
    claims: list[object] = [
        meeting(
            name,
            number,
            parties=draw(st.sampled_from(PARTIES)),
            day=draw(times),
            place=draw(st.sampled_from([None, "Sael", "Tovan"])),
            status=draw(st.sampled_from(["held", "planned"])),
            commitment=draw(st.sampled_from(["asserts", "asserts", "denies"])),
        )
        for number in range(draw(st.integers(0, 2)))
    ]
    if draw(st.booleans()):
        trigger = draw(st.sampled_from(["any ship in the strait", "closing the border"]))
        claims += red_line(name, 7, trigger=trigger, day=draw(times), addressees=("Meridia",))
    published = draw(st.one_of(st.none(), days))
    language = draw(st.sampled_from(["en", "ar"]))
    return article(name, *claims, published=published, language=language)


class Writes(RuleBasedStateMachine):
    """Any sequence of writes to a store of five articles."""

    texts = Bundle("texts")

    @initialize()
    def begin(self) -> None:
        self.store = EmbeddedStore.in_memory()
        self.now = AT
        self.claims: set[str] = set()

    def attempt(self, kind: str, *arguments: object) -> None:
        self.now += timedelta(minutes=1)
        try:
            if kind in ("withdraw", "purge"):
                getattr(self.store, kind)(*arguments, at=self.now)
            else:
                self.store.decide(kind, *arguments, by="someone", at=self.now)
        except StoreError:
            pass

    @rule(target=texts, extraction=st.sampled_from(NAMES).flatmap(told))
    def add(self, extraction: Extraction) -> Extraction:
        self.now += timedelta(minutes=1)
        self.store.put_article(extraction, at=self.now)
        return extraction

    @rule(extraction=texts, kind=st.sampled_from(["withdraw", "purge"]))
    def remove(self, extraction: Extraction, kind: str) -> None:
        self.attempt(kind, extraction.article.iri)

    @rule(extraction=texts, kind=st.sampled_from(["accept", "reject", "reject"]), data=st.data())
    def review(self, extraction: Extraction, kind: str, data: st.DataObject) -> None:
        if claims := [c.iri for c in extraction.claims if not c.under]:
            self.attempt(kind, data.draw(st.sampled_from(claims)))

    @rule(data=st.data(), one=texts, other=texts)
    def merge(self, one: Extraction, other: Extraction, data: st.DataObject) -> None:
        events = [c.event for e in (one, other) for c in e.claims if isinstance(c, Meeting)]
        if len(events) > 1:
            self.attempt("merge", *(data.draw(st.sampled_from(events)) for _ in range(2)))

    @rule(data=st.data())
    def undo(self, data: st.DataObject) -> None:
        merged = sorted({d.subject for d in self.store.decisions() if d.kind == "merge"})
        if merged:
            self.attempt("unmerge", data.draw(st.sampled_from(merged)))

    @invariant()
    def proposals_equal_their_definition(self) -> None:
        if hasattr(self, "store"):
            found = set(self.store.proposals())
            assert found == brute(self.store)
            assert not [f.message for f in self.store.validate(deep=True) if f.kind == "proposals"]


@pytest.fixture(autouse=True)
def _few_are_kept(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if "any_writes" in request.node.name or "any_order" in request.node.name:
        monkeypatch.setattr(proposals, "MOST_KEPT", 2)


def test_proposals_equal_their_definition_after_any_writes() -> None:
    run_state_machine_as_test(
        Writes, settings=settings(max_examples=40, stateful_step_count=14, deadline=None)
    )


@given(st.permutations(NAMES), st.data())
@settings(max_examples=20, deadline=None)
def test_articles_added_in_any_order_are_proposed_alike(
    order: list[str], data: st.DataObject
) -> None:
    found = {name: data.draw(told(name)) for name in NAMES}
    stores = []
    for names in (NAMES, order):
        store = EmbeddedStore.in_memory()
        for name in names:
            store.put_article(found[name], at=AT)
        stores.append(b"".join(store.dump("nquads", with_text=True)))
    assert stores[0] == stores[1]
