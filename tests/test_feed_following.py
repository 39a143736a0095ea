"""Following feeds over a server on this machine, by a clock that the tests turn."""

import time
from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path

import pytest

from kg.cli import run
from kg.cli.follow import _state_file
from kg.errors import ModelError, ReadError, StoreError, SurroundingsError
from kg.extract.rules import RuleExtractor
from kg.model.draft import Drafts
from kg.model.token import Sentence
from kg.pipeline import follow
from kg.pipeline.extractors import Choice
from kg.pipeline.follow import FeedReport, Follower
from kg.pipeline.followed import Followed
from kg.store.embedded import EmbeddedStore
from kg.vocabulary import Language
from tests.feed_site import WORDS, Clock, FeedSite, atom, feed_site, follower, item, rss
from tests.test_fetch import drip, endless, redirect, refuse, send

QUARTER = timedelta(minutes=15)


@pytest.fixture
def site() -> Iterator[FeedSite]:
    with feed_site() as found:
        yield found


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store() -> EmbeddedStore:
    return EmbeddedStore.in_memory()


def rounds(one: Follower, clock: Clock, count: int) -> list[list[FeedReport]]:
    found = []
    for _ in range(count):
        found.append(list(one.round()))
        clock.moment += QUARTER
    return found


def titles(store: EmbeddedStore) -> set[str]:
    return {article.title for article in store.articles()}


def test_only_new_entries_come_in(
    site: FeedSite, clock: Clock, store: EmbeddedStore, tmp_path: Path
) -> None:
    items = [item(site.story(n), f"Part {n}") for n in range(2)]
    site.publish("/feed", rss(*items))
    one = follower(store, tmp_path / "feeds.json", clock, f"{site.address}/feed")
    (first,), (second,) = rounds(one, clock, 2)
    assert (first.outcome, [landed.error for landed in first.landed]) == ("read", [None, None])
    assert (second.outcome, second.landed) == ("unchanged", ())
    site.publish("/feed", rss(item(site.story(2), "Part 2"), *items))
    ((third,),) = rounds(one, clock, 1)
    assert [landed.name for landed in third.landed] == [f"{site.address}/news/2"]
    assert len(store.articles()) == 3
    pages = [path for path in site.paths() if path != "/feed"]
    assert pages == ["/news/1", "/news/0", "/news/2"]  # a feed's newest stand first


def test_the_day_is_the_feeds(
    site: FeedSite, clock: Clock, store: EmbeddedStore, tmp_path: Path
) -> None:
    site.publish("/feed", rss(item(site.story(0), day="Tue, 11 Mar 2025 00:30:00 +0300")))
    rounds(follower(store, tmp_path / "s", clock, f"{site.address}/feed"), clock, 1)
    (listed,) = store.articles()
    article = store.extraction(listed.iri).article
    assert (str(article.published), article.published_from) == ("2025-03-11", "feed")


def test_an_interruption_loses_and_doubles_nothing(
    site: FeedSite,
    clock: Clock,
    store: EmbeddedStore,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    site.publish("/feed", rss(*(item(site.story(n), f"Part {n}") for n in range(5))))
    feed = f"{site.address}/feed"
    taken = 0
    entry_source = follow.entry_source

    def interrupted(*arguments: object, **more: object) -> object:
        nonlocal taken
        taken += 1
        if taken == 3:
            raise KeyboardInterrupt
        return entry_source(*arguments, **more)  # type: ignore[arg-type] # passed on

    monkeypatch.setattr(follow, "entry_source", interrupted)
    with pytest.raises(KeyboardInterrupt):
        list(follower(store, tmp_path / "s", clock, feed).round())
    assert len(store.articles()) == 2
    ((again,),) = rounds(follower(store, tmp_path / "s", clock, feed), clock, 1)
    assert len(again.landed) == 3
    assert len(store.articles()) == 5
    assert len([path for path in site.paths() if path.startswith("/news")]) == 5


def test_requests_to_one_host_keep_their_distance(
    site: FeedSite, clock: Clock, store: EmbeddedStore, tmp_path: Path
) -> None:
    site.publish("/feed", rss(*(item(site.story(n), f"Part {n}") for n in range(3))))
    rounds(follower(store, tmp_path / "s", clock, f"{site.address}/feed"), clock, 1)
    assert clock.waited == [2.0, 2.0, 2.0]
    site.routes["/robots.txt"] = send(b"User-agent: *\nCrawl-delay: 7\n", "text/plain")
    clock.waited.clear()
    rounds(follower(store, tmp_path / "t", clock, f"{site.address}/feed"), clock, 1)
    assert clock.waited == [7.0, 7.0, 7.0]


def test_a_page_that_may_not_be_fetched_gives_way_to_the_feeds_own_text(
    site: FeedSite, clock: Clock, store: EmbeddedStore, tmp_path: Path
) -> None:
    site.routes["/robots.txt"] = send(b"User-agent: *\nDisallow: /news\n", "text/plain")
    text = WORDS.format(place="Lisbon", day=5)
    whole = item(site.story(0), "Part 0", content=text)
    site.publish("/feed", rss(whole, item(site.story(1), "Part 1")))
    ((report,),) = rounds(follower(store, tmp_path / "s", clock, f"{site.address}/feed"), clock, 1)
    refused, taken = report.landed
    assert "robots.txt says so" in str(refused.error)
    assert any("may not be fetched" in warning for warning in taken.warnings)
    assert [a.source for a in store.articles()] == [f"{site.address}/news/0"]


def test_the_feeds_own_texts_are_taken_where_that_is_asked(
    site: FeedSite, clock: Clock, store: EmbeddedStore, tmp_path: Path
) -> None:
    text = WORDS.format(place="Lisbon", day=5)
    entries = [(site.story(0), "Part 0", "2025-03-09T10:00:00Z", text)]
    site.publish("/feed", atom(*entries), "application/atom+xml")
    feed = f"{site.address}/feed"
    rounds(follower(store, tmp_path / "s", clock, feed, content=True), clock, 1)
    assert site.paths() == ["/feed"]
    assert titles(store) == {"Part 0"}


def test_an_entry_that_fails_is_tried_again_later_and_then_left(
    site: FeedSite, clock: Clock, store: EmbeddedStore, tmp_path: Path
) -> None:
    site.publish("/feed", rss(item(f"{site.address}/news/9", "Late"), item(site.story(0))))
    one = follower(store, tmp_path / "s", clock, f"{site.address}/feed")
    rounds(one, clock, 140)
    asked = site.paths().count("/news/9")
    assert asked == follow.MOST_TRIES
    assert len(store.articles()) == 1


def test_an_entry_that_comes_late_is_taken(
    site: FeedSite, clock: Clock, store: EmbeddedStore, tmp_path: Path
) -> None:
    site.publish("/feed", rss(item(f"{site.address}/news/9", "Late")))
    one = follower(store, tmp_path / "s", clock, f"{site.address}/feed")
    rounds(one, clock, 1)
    site.story(9)
    rounds(one, clock, 1)
    assert len(store.articles()) == 1
    assert rounds(one, clock, 2)[-1][0].outcome == "unchanged"


def test_a_feed_that_fails_is_asked_less_and_less_and_stops_no_other(
    site: FeedSite, clock: Clock, store: EmbeddedStore, tmp_path: Path
) -> None:
    site.publish("/good", rss(item(site.story(0))))
    site.routes["/bad"] = refuse(500)
    feeds = [f"{site.address}/{name}" for name in ("bad", "good")]
    reports = rounds(follower(store, tmp_path / "s", clock, *feeds), clock, 40)
    assert site.paths().count("/bad") == 6  # after 0, 1, 3, 7, 15 and 31 quarters of an hour
    assert len(store.articles()) == 1
    assert [r.outcome for r in reports[0]] == ["failed", "read"]
    site.publish("/bad", rss(item(site.story(1))))
    clock.moment += timedelta(days=1)
    one = follower(store, tmp_path / "s", clock, *feeds)
    assert [r.outcome for r in rounds(one, clock, 2)[1]] == ["unchanged", "unchanged"]
    assert len(store.articles()) == 2


class Locked(EmbeddedStore):
    """A store that somebody else holds now."""

    def put_articles(self, *arguments: object, **more: object) -> object:
        raise SurroundingsError("The store is held by another process.")


def test_a_store_that_cannot_be_had_is_not_the_feeds_fault(
    site: FeedSite, clock: Clock, tmp_path: Path
) -> None:
    site.publish("/feed", rss(item(site.story(0))))
    store = Locked.in_memory()
    one = follower(store, tmp_path / "s", clock, f"{site.address}/feed")
    ((report,),) = rounds(one, clock, 1)
    assert "held by another" in str(report.error)
    store.__class__ = EmbeddedStore
    ((report,),) = rounds(one, clock, 1)
    assert [landed.error for landed in report.landed] == [None]


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'


@pytest.mark.parametrize(
    ("handler", "says"),
    [
        (endless, "larger than 2 MB"),
        (drip, "not sent whole within 1 seconds"),
        (redirect("/feed"), "leads on more than 5 times"),
        (send(rss(head=BOMB).encode(), "application/rss+xml"), "declares entities"),
        (send(b"\x00\x01\x02" * 99, "application/rss+xml"), "binary"),
        (send(b"<html>hello</html>"), "is no feed"),
        (refuse(404), "answered with 404"),
    ],
)
def test_a_hostile_feed_is_one_sentence(
    site: FeedSite, clock: Clock, store: EmbeddedStore, tmp_path: Path, handler: object, says: str
) -> None:
    site.routes["/feed"] = handler  # type: ignore[assignment] # one of several kinds
    site.publish("/good", rss(item(site.story(0))))
    feeds = [f"{site.address}/{name}" for name in ("feed", "good")]
    begun = time.monotonic()
    one = follower(store, tmp_path / "s", clock, *feeds, seconds=1.0)
    ((bad, good),) = rounds(one, clock, 1)
    assert time.monotonic() - begun < 10
    assert says in str(bad.error)
    assert good.outcome == "read"


def test_hostile_entries_are_reported_and_the_rest_lands(
    site: FeedSite, clock: Clock, store: EmbeddedStore, tmp_path: Path
) -> None:
    site.routes["/pdf"] = send(b"%PDF-1.4", "application/pdf")
    links = ["javascript:alert(1)", "file:///etc/passwd", None, "/pdf", "ftp://a/b", "http://[::1"]
    bad = [item(link, f"Bad {n}") for n, link in enumerate(links)]
    site.publish("/feed", rss(*bad, item(site.story(0), "Good")))
    ((report,),) = rounds(follower(store, tmp_path / "s", clock, f"{site.address}/feed"), clock, 1)
    errors = [str(landed.error) for landed in report.landed if landed.error]
    assert len(errors) == 6
    assert sum("has no address of the web" in error for error in errors) == 5
    assert any("“javascript:alert(1)” stands there" in error for error in errors)
    assert len(store.articles()) == 1


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"format": 2, "feeds": {}}', '{"format": 1, "feeds": {"a": 3}}', "\x00"],
)
def test_a_state_file_that_is_something_else_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "feeds.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ReadError, match="--state"):
        Followed(path)
    assert path.read_text(encoding="utf-8") == text


def test_what_is_remembered_of_a_feed_stays_small(tmp_path: Path) -> None:
    memory = Followed(tmp_path / "s").feed("x:feed")
    for number in range(20_000):
        memory.see(str(number))
    assert len(memory.seen) == 5_000
    assert "19999" in memory.seen


# On the command line


def test_follow_once_prints_a_line_and_remembers(
    site: FeedSite,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("kg.read.polite.time.sleep", lambda seconds: None)
    site.publish("/feed", rss(item(site.story(0))))
    store = str(tmp_path / "store")
    arguments = ["follow", f"{site.address}/feed", "--once", "--store", store, "--allow-private"]
    assert run([*arguments, "--publisher", "Example Wire"]) == 0
    assert "1 added, 0 replaced, 0 unchanged, 0 failed; feeds: 1 read" in capsys.readouterr().out
    assert run(arguments) == 0
    assert (
        "0 added, 0 replaced, 0 unchanged, 0 failed; feeds: 1 not changed"
        in capsys.readouterr().out
    )
    assert (tmp_path / "store" / "feeds.json").exists()
    opened = EmbeddedStore.open(store)
    assert [article.publisher for article in opened.articles()] == ["Example Wire"]
    opened.close()


def test_follow_refuses_private_networks_and_says_so(
    site: FeedSite, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site.publish("/feed", rss(item(site.story(0))))
    store = str(tmp_path / "store")
    assert run(["follow", f"{site.address}/feed", "--once", "--store", store]) == 2
    assert "--allow-private" in capsys.readouterr().err


@pytest.mark.parametrize("pause", ["1s", "15", "m", "0m", "1e9m", "-5m"])
def test_pauses_that_are_none(pause: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["follow", "https://news.example/feed", "--every", pause]) == 2
    assert "is no pause" in capsys.readouterr().err


def test_add_takes_a_feeds_articles_at_once(
    site: FeedSite,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("kg.read.polite.time.sleep", lambda seconds: None)
    site.publish(
        "/feed", rss(item(site.story(0)), item("javascript:x", "Bad"), item(site.story(1)))
    )
    arguments = ["add", f"{site.address}/feed", "--store", str(tmp_path / "s"), "--allow-private"]
    assert run(arguments) == 2
    assert "2 added; 1 failed." in capsys.readouterr().err
    assert run([*arguments, "--workers", "2"]) == 2
    assert "2 unchanged; 1 failed." in capsys.readouterr().err
    assert run([*arguments, "--title", "One"]) == 2
    assert "feed of several articles" in capsys.readouterr().err
    assert run(["extract", f"{site.address}/feed", "--allow-private"]) == 2
    assert "claimline follow" in capsys.readouterr().err


def test_a_store_on_a_server_needs_a_state_file() -> None:
    with pytest.raises(StoreError, match="--state"):
        _state_file(None, "http://127.0.0.1:1/")


def test_a_model_that_is_out_of_reach_is_asked_again_later(
    site: FeedSite,
    clock: Clock,
    store: EmbeddedStore,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Model(RuleExtractor):
        name = "llm:test"
        silent = True

        def extract(self, text: str, sentences: Sequence[Sentence], language: Language) -> Drafts:
            if self.silent:
                raise ModelError("The model does not answer.")
            return super().extract(text, sentences, language)

    model = Model()
    for module in ("extractors", "reading"):
        monkeypatch.setattr(f"kg.pipeline.{module}.make_extractor", lambda choice: model)
    site.publish("/feed", rss(item(site.story(0))))
    one = follower(store, tmp_path / "s", clock, f"{site.address}/feed")
    one.choice = Choice(name="llm")
    ((report,),) = rounds(one, clock, 1)
    assert "does not answer" in str(report.landed[0].error)
    model.silent = False
    site.publish("/feed", rss(item(site.story(0)), item(site.story(1))))
    rounds(one, clock, 2)
    claims = [c for a in store.articles() for c in store.extraction(a.iri).claims]
    assert len(store.articles()) == 2
    assert {c.extractor.partition("/")[0] for c in claims} == {"llm:test"}
