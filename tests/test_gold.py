"""The gold articles under tests/eval are sound: offsets, surfaces, names, dates."""

import json
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent
EVAL = ROOT / "eval"
DEMO_TEXTS = ROOT.parent / "kg" / "demo"
GOLD = sorted(EVAL.glob("*/*.gold.json"))
# The demo's alternative speakers include names that its articles do not hold.
ALL_NAMES_LISTED = [p for p in GOLD if p.parent.name != "demo"]

SENTENCES = {"title", "dateline", "heading", "body", "boilerplate"}
ACTORS = {
    *("state", "ministry", "international org", "media", "official", "person", "armed group"),
}
ACTS = {
    *("announces", "asserts", "denies", "warns", "accuses"),
    *("expresses-concern", "describes", "demands", "promises"),
}
STATUSES = {"held", "ongoing", "planned", "proposed", "postponed", "cancelled"}
BASES = {"explicit", "relative", "inferred", "external"}
WEEKDAYS = (
    ("monday", "الاثنين", "الإثنين", "pazartesi", "יום שני"),
    ("tuesday", "الثلاثاء", "salı", "יום שלישי"),
    ("wednesday", "الأربعاء", "çarşamba", "יום רביעי"),
    ("thursday", "الخميس", "perşembe", "יום חמישי"),
    ("friday", "الجمعة", "cuma", "יום שישי"),
    ("saturday", "السبت", "cumartesi", "שבת"),
    ("sunday", "الأحد", "pazar", "יום ראשון"),
)
Gold = dict[str, Any]


def text_file(path: Path) -> Path:
    """Return the article that a gold file annotates; folder `second` holds no texts of its own."""
    name = path.name.replace(".gold.json", ".txt")
    folders = (path.parent, DEMO_TEXTS, EVAL / "dev", EVAL / "test")
    return next(f / name for f in folders if (f / name).exists())


def read_article(path: Path) -> tuple[dict[str, str], str]:
    """Return the front matter and the text after it."""
    _, front, text = path.read_text(encoding="utf-8").split("---\n", 2)
    return dict(line.split(": ", 1) for line in front.splitlines()), text


def read_gold(path: Path) -> Gold:
    """Return the annotation."""
    gold: Gold = json.loads(path.read_text(encoding="utf-8"))
    return gold


def claims(gold: Gold) -> list[Gold]:
    """Return every claim of an article."""
    return [*gold["meetings"], *gold["statements"], *gold["redlines"]]


def stands_at(gold: Gold, claim: Gold) -> str:
    """Return the words of a claim's sentences."""
    return " ".join(gold["sentences"][i]["text"] for i in claim["sentences"])


def weekdays_in(words: str) -> set[int]:
    """Return the days of the week that the words name, Monday = 0."""
    told = re.findall(r"[^\W_]+(?: [^\W_]+)?", words.lower())
    both = {part for pair in told for part in (pair, *pair.split())}
    return {n for n, names in enumerate(WEEKDAYS) if both & set(names)}


def name_of(path: Path) -> str:
    """Return how a gold file is called in the report."""
    return f"{path.parent.name}/{path.name}"


@pytest.fixture(params=GOLD, ids=name_of)
def path(request: pytest.FixtureRequest) -> Path:
    """One gold file after the other."""
    found: Path = request.param
    return found


@pytest.fixture
def gold(path: Path) -> Gold:
    """The annotation of one article."""
    return read_gold(path)


def test_front_matter_agrees_with_the_annotation(path: Path, gold: Gold) -> None:
    front, _ = read_article(text_file(path))
    assert gold["id"] == path.name.removesuffix(".gold.json")
    assert gold["lang"] == front["lang"] == gold["id"].rsplit(".", 1)[1]
    assert gold["published"] == front["published"]
    assert gold["publisher"] == front["publisher"]
    assert gold["url"] == front["source"]
    assert "example.org" in front["source"]


def test_sentences_are_numbered_ordered_and_equal_to_the_text(path: Path, gold: Gold) -> None:
    _, text = read_article(text_file(path))
    end = 0
    for number, sentence in enumerate(gold["sentences"]):
        assert sentence["i"] == number
        assert sentence["kind"] in SENTENCES
        assert not text[end : sentence["start"]].strip(), f"words left out before {number}"
        assert text[sentence["start"] : sentence["end"]] == sentence["text"]
        assert sentence["text"] == sentence["text"].strip() != ""
        end = sentence["end"]
    assert not text[end:].strip()


def test_every_surface_stands_in_a_sentence_of_its_entity(gold: Gold) -> None:
    for entity in (*gold["actors"], *gold["locations"]):
        assert entity["surface"], entity["name"]
        words = stands_at(gold, entity)
        for surface in entity["surface"]:
            assert surface in words, f"{entity['name']}: {surface}"
        for number in entity["sentences"]:
            text = gold["sentences"][number]["text"]
            assert any(s in text for s in entity["surface"]), f"{entity['name']}: {number}"


def test_ids_and_canonical_names_are_unique(gold: Gold) -> None:
    ids = [x["id"] for x in (*gold["actors"], *gold["locations"], *claims(gold))]
    assert len(set(ids)) == len(ids)
    for entities in (gold["actors"], gold["locations"]):
        names = [e["name"] for e in entities]
        assert len(set(names)) == len(names)
    assert all(a["kind"] in ACTORS for a in gold["actors"])


def test_claims_stand_in_existing_sentences_outside_furniture(gold: Gold) -> None:
    furniture = {s["i"] for s in gold["sentences"] if s["kind"] == "boilerplate"}
    count = len(gold["sentences"])
    for claim in claims(gold):
        assert claim["sentences"], claim["id"]
        assert claim["sentences"] == sorted(set(claim["sentences"]))
        assert not furniture & set(claim["sentences"]), claim["id"]
        assert claim["sentences"][-1] < count
    for trap in gold["traps"]:
        assert trap["why"]
        assert set(trap["sentences"]) <= set(range(count))
    trapped = {i for trap in gold["traps"] for i in trap["sentences"]}
    assert furniture <= trapped


def test_acts_statuses_and_references_are_known(gold: Gold) -> None:
    meetings = {m["id"] for m in gold["meetings"]}
    for meeting in gold["meetings"]:
        assert meeting["participants"], meeting["id"]
        assert meeting["status"] in STATUSES, meeting["id"]
    for statement in gold["statements"]:
        assert {statement["class"], *statement["class_alt"]} <= ACTS, statement["id"]
        assert statement["class"] not in statement["class_alt"], statement["id"]
        assert statement["speaker"] not in statement["speaker_alt"], statement["id"]
    for claim in (*gold["statements"], *gold["redlines"]):
        assert claim["meeting"] in {None, *meetings}, claim["id"]


def test_quotes_stand_in_their_sentences(gold: Gold) -> None:
    for statement in gold["statements"]:
        assert (statement["quote"] or "") in stands_at(gold, statement), statement["id"]


@pytest.mark.parametrize("path", ALL_NAMES_LISTED, ids=name_of)
def test_names_in_claims_are_listed_actors_or_places(path: Path) -> None:
    gold = read_gold(path)
    actors = {a["name"] for a in gold["actors"]}
    places = {p["name"] for p in gold["locations"]}
    for meeting in gold["meetings"]:
        assert {*meeting["participants"], *meeting["mediators"]} <= actors, meeting["id"]
        assert meeting["place"] in {None, *places}, meeting["id"]
    for said in gold["statements"]:
        others = (*said["speaker_alt"], *said["via"], *said["addressee"])
        assert {said["speaker"], *others} <= actors, said["id"]
    for line in gold["redlines"]:
        others = (*line["declared_by_alt"], *line["via"], *line["to"])
        assert {line["declared_by"], *others} <= actors, line["id"]


def test_dates_are_valid_and_their_words_stand_in_the_text(gold: Gold) -> None:
    published = date.fromisoformat(gold["published"])
    for claim in claims(gold):
        if not (told := claim["date"]):
            continue
        first, last = (date.fromisoformat(told[k]) for k in ("start", "end"))
        assert first <= last, claim["id"]
        assert told["basis"] in BASES, claim["id"]
        words = told.get("text")
        if not words:
            assert told["basis"] in {"inferred", "external"}, claim["id"]
            continue
        assert words in stands_at(gold, claim), claim["id"]
        if told["basis"] == "relative":
            assert abs((first - published).days) < 800, claim["id"]


def test_a_relative_day_falls_on_the_weekday_that_its_words_name(gold: Gold) -> None:
    for claim in claims(gold):
        told = claim["date"]
        named = weekdays_in(told.get("text") or "") if told else set()
        if told and told["start"] == told["end"] and len(named) == 1:
            assert date.fromisoformat(told["start"]).weekday() in named, claim["id"]


@pytest.mark.parametrize("folder", ["dev", "test"])
def test_each_folder_holds_four_articles_or_more_of_each_language(folder: str) -> None:
    languages = Counter(p.name.split(".")[1] for p in (EVAL / folder).glob("*.gold.json"))
    assert set(languages) == {"ar", "en", "he", "tr"}
    assert min(languages.values()) >= 4
