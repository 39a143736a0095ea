"""Of many lanes and actors the best are told as sorting all of them would: equals by their IRIs."""

from dataclasses import replace
from pathlib import Path

import pytest

from kg.index import lane_sums
from kg.index.criteria import Criteria
from kg.index.graph import TieGraph
from kg.index.lane_sums import LaneSums, on_lanes
from kg.model.extraction import Extraction
from kg.query.dataset import Dataset
from kg.query.filters import Filter
from kg.query.graph import ActorGraph
from kg.query.indexed import IndexedStore
from kg.query.lanes import LANE_KINDS
from kg.query.snapshot import Snapshot
from kg.query.source import Choice
from tests.bench._paper import PaperStore

_CLAIMS = 1_500


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> PaperStore:
    return PaperStore(_CLAIMS, tmp_path_factory.mktemp("paper"))


@pytest.fixture(scope="module")
def indexed(paper: PaperStore) -> IndexedStore:
    return IndexedStore(paper)  # type: ignore[arg-type] # as much as an index asks for


@pytest.fixture(scope="module")
def everything(paper: PaperStore) -> Choice:
    told = [paper.extraction(article.iri) for article in paper.articles()]
    return Snapshot(Dataset(told, canonical=paper.canonical())).select(Filter())


@pytest.mark.parametrize("kind", LANE_KINDS)
@pytest.mark.parametrize("at_once", [1, 7, 512])
def test_the_busiest_lanes_and_the_fullest_stretch_are_those_of_everything(
    indexed: IndexedStore,
    everything: Choice,
    kind: str,
    at_once: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(lane_sums, "_AT_ONCE", at_once)
    for bucket in (None, 1, 30, 36_600):
        expected = everything.lanes(kind, bucket)
        with indexed.view() as view:
            found = LaneSums(view, Criteria(), kind, bucket)
            assert found.total == expected.total
            assert found.extent() == expected.extent()
            for most in (1, 5, 40, 150, 5_000):
                best = expected.busiest(most)
                assert found.busiest(most) == best
            assert found.counted(best) == expected.counted(best)
            assert found.undated(best) == expected.undated(best)


def test_the_best_known_actors_are_those_of_everything(
    indexed: IndexedStore, everything: Choice
) -> None:
    expected = everything.graph()
    with indexed.view() as view:
        found: ActorGraph = TieGraph(view, Criteria())
        assert found.total == expected.total
        for most in (1, 5, 60, 200, 5_000):
            assert found.busiest(most) == expected.busiest(most)
            assert found.closest(most) == expected.closest(most)
        for focus in expected.busiest(3):
            for most in (1, 2, 10, 5_000):
                assert found.around(focus, most) == expected.around(focus, most)


def test_of_some_events_those_on_a_lane_are_found(indexed: IndexedStore) -> None:
    with indexed.view() as view:
        lanes = LaneSums(view, Criteria(), "actor").busiest(2)
        held = on_lanes(view, view.events, "actor", lanes)
        some = view.events & ((1 << view.size // 2) - 1)
        assert on_lanes(view, some, "actor", lanes) == held & some
        assert 0 < (held & some).bit_count() < held.bit_count()


_ODD = ("a\0b", "a", "\x1f\"'\\", "\ufeff\U0010ffff")


class _OddlyNamed(PaperStore):
    """A store of four articles whose outlets have names of strange signs."""

    def extraction(self, article_iri: str) -> Extraction:
        told = super().extraction(article_iri)
        name = _ODD[int(article_iri[-1], 16) % len(_ODD)]
        return replace(told, article=replace(told.article, publisher=name))


def test_a_lane_is_found_whatever_signs_are_in_its_name(tmp_path: Path) -> None:
    with IndexedStore(_OddlyNamed(100, tmp_path)).view() as view:  # type: ignore[arg-type] # as above
        sums = LaneSums(view, Criteria(), "source")
        assert set(sums.busiest(10)) == set(_ODD)
        for lane in _ODD:
            (events,) = sums.weights([lane]).values()
            assert on_lanes(view, view.events, "source", [lane]).bit_count() == events > 0
