"""Adding from the page: the form, the preview before anything is stored, storing, several files."""

import re
import threading
import time

import pytest
from flask.testing import FlaskClient

from kg.demo import sources
from tests.web.adding import TEXT, add, browser, page, says, send, send_files, store_it, token_of

ARABIC = next(s for s in sources() if s.language == "ar").text
SHEET = (
    "type,article,published,evidence,act,speaker,language\n"
    "statement,a-1,2025-04-10,We will return on Monday.,announces,Turkey,en\n"
)


def test_nothing_is_stored_before_somebody_says_so() -> None:
    client, store = browser()
    answer = send(client, TEXT, published="2025-04-09")
    path = answer.headers["Location"]
    assert answer.status_code == 303
    assert store.revision == 0
    shown = page(client, path)
    assert "Nothing is stored yet." in shown
    assert 'class="evidence evidence--meeting' in shown
    assert "9 April 2025" in shown
    assert "a person who set it" in shown
    assert "English (told by its words)" in shown

    assert store_it(client, path).status_code == 303
    (article,) = store.articles()
    assert article.published == "2025-04-09"
    assert article.claims >= 2
    report = page(client, path)
    assert f"Added. New claims: {article.claims}." in report
    name = article.iri.rsplit("/", 1)[1]
    assert f'href="/articles/{name}"' in report
    assert f'href="/?source={name}"' in report
    assert client.get(f"/articles/{name}").status_code == 200


def test_the_same_form_sent_twice_changes_nothing() -> None:
    client, store = browser()
    path = add(client, TEXT)
    revision = store.revision
    assert store_it(client, path).status_code == 303
    assert store.revision == revision

    again = send(client, TEXT).headers["Location"]
    assert says(client, again) == [
        "This text is stored already, with all that is said of it: nothing changes."
    ]
    store_it(client, again)
    assert store.revision == revision
    assert says(client, again) == ["It was stored already: nothing changed."]


def test_a_missing_day_is_asked_for_and_says_what_stays_undated() -> None:
    client, store = browser()
    path = send(client, TEXT).headers["Location"]
    shown = page(client, path)
    assert "No day of publication was found." in shown
    assert '<q lang="en"><bdi>yesterday</bdi></q>' in shown
    assert "--published" not in shown
    fields = {"csrf_token": token_of(client), "published": "2025-04-10", "title": "A day"}
    again = client.post(f"{path}/again", data=fields)
    assert again.status_code == 303
    dated = page(client, again.headers["Location"])
    assert "No day of publication was found." not in dated
    assert "10 April 2025" in dated
    store_it(client, again.headers["Location"])
    assert [(a.title, a.published) for a in store.articles()] == [("A day", "2025-04-10")]


def test_a_changed_text_tells_what_would_be_withdrawn() -> None:
    client, store = browser()
    source = "https://example.org/news/1"
    add(client, TEXT, source=source, published="2025-04-10")
    shorter = TEXT.split("\n\n")[0] + "\n"
    path = send(client, shorter, source=source, published="2025-04-10").headers["Location"]
    before = store.articles()[0].claims
    shown = page(client, path)
    assert "The text no longer gives these claims; they would be withdrawn:" in shown
    (told,) = says(client, path)
    new, kept, left = map(int, re.findall(r": (\d+)", told))
    assert (new, kept + left) == (0, before)
    assert left >= 1
    store_it(client, path)
    assert says(client, path) == [f"Replaced. New claims: 0; staying: {kept}; withdrawn: {left}."]
    assert store.articles()[0].claims == kept


def test_a_text_that_another_article_has_is_pointed_to() -> None:
    client, _ = browser()
    add(client, ARABIC, source="https://example.org/a", title="The first")
    same = send(client, ARABIC, source="https://example.org/b").headers["Location"]
    assert "The same text is stored already, as another article:" in page(client, same)
    near = send(client, f"{ARABIC}\nزيادة", source="https://example.org/c").headers["Location"]
    assert "both would count as one text" in page(client, near)
    assert "The first" in page(client, near)


def test_a_day_set_by_hand_holds_for_a_later_text_in_its_preview() -> None:
    client, _ = browser()
    add(client, TEXT, source="https://example.org/x", published="2025-04-10")
    path = send(client, f"{TEXT}\nMore.", source="https://example.org/x").headers["Location"]
    assert "10 April 2025" in page(client, path)


def test_back_brings_the_text_and_what_was_said_of_it() -> None:
    client, _ = browser()
    path = send(client, TEXT, title="Mine", publisher="Paper").headers["Location"]
    form = page(client, f"/add?from={path.rsplit('/', 1)[1]}")
    assert "Palmyra" in form
    assert 'value="Mine"' in form
    assert 'value="Paper"' in form


def test_several_files_come_with_what_is_wrong_with_each() -> None:
    client, store = browser()
    told = send_files(
        client,
        ("a.txt", TEXT.encode()),
        ("b.pdf", b"%PDF-1.4"),
        ("c.txt", b""),
        ("d.csv", b"type,evidence\nx,y\n"),
        ("e.csv", SHEET.encode()),
        published="2025-04-10",
    )
    entries = told["entries"]
    assert isinstance(entries, list)
    assert [bool(e["errors"]) for e in entries] == [False, True, True, True, False]
    assert "is not plain text" in entries[1]["errors"][0]["text"]
    assert "row 2, column \u2068A (type)\u2069" in entries[3]["errors"][1]["text"]
    path = str(told["page"])
    assert "What would be stored" in page(client, path)
    store_it(client, path)
    assert len(store.articles()) == 2
    report = page(client, path)
    assert "What was stored" in report
    assert "is not plain text" in report


def test_a_web_page_gives_its_text_title_and_day() -> None:
    client, _ = browser()
    words = "<p>The minister met his counterpart in Ankara on Tuesday, the ministry said.</p>" * 3
    html = (
        '<html lang="en"><head><meta property="og:title" content="Talks in Ankara">'
        '<meta property="article:published_time" content="2025-04-09T10:00:00Z"></head>'
        f"<body><article><h1>Talks in Ankara</h1>{words}</article></body></html>"
    )
    told = send_files(client, ("page.html", html.encode()))
    (entry,) = told["entries"]  # type: ignore[misc] # JSON
    (article,) = entry["articles"]
    assert (article["title"], article["published"]) == ("Talks in Ankara", "2025-04-09")
    assert "the metadata of its page" in page(client, str(told["page"]))


def test_the_language_can_be_chosen_and_is_asked_for_when_it_cannot_be_told() -> None:
    client, _ = browser()
    path = send(client, "1234 5678").headers["Location"]
    shown = page(client, path)
    assert "cannot be told from its words" in shown
    assert "Go back and choose the language of the text." in shown
    assert "Store</button>" not in shown
    chosen = send(client, "1234 5678", lang="tr").headers["Location"]
    assert "Turkish (as it was given)" in page(client, chosen)


def test_an_empty_store_offers_to_add() -> None:
    client, _ = browser()
    assert 'href="/add"' in page(client, "/")
    assert 'href="/add"' in page(client, "/?ui=ar")


def test_addresses_are_fetched_only_where_the_server_is_told_to() -> None:
    closed, _ = browser()
    assert 'name="address"' not in page(closed, "/add")
    assert send(closed, address="http://127.0.0.1:9/").status_code == 400

    opened, _ = browser(fetch=True)
    assert 'name="address"' in page(opened, "/add")
    path = send(opened, address="http://127.0.0.1:9/").headers["Location"]
    shown = page(opened, path)
    assert "127.0.0.1" in shown
    assert "private network" in shown


def test_reading_a_long_text_holds_up_nobody_else() -> None:
    client, _ = browser()
    add(client, TEXT)
    csrf = token_of(client)
    other = client.application.test_client()
    done = threading.Event()

    def long_text() -> None:
        client.post("/add/preview", data={"csrf_token": csrf, "text": TEXT * 600})
        done.set()

    threading.Thread(target=long_text, daemon=True).start()
    slowest = 0.0
    while not done.is_set():
        slowest = max(slowest, _seconds(other))
        time.sleep(0.02)
    assert slowest < 2.0


def _seconds(client: FlaskClient) -> float:
    start = time.perf_counter()
    assert client.get("/articles").status_code == 200
    return time.perf_counter() - start


@pytest.mark.parametrize(
    ("ui", "empty", "unread"),
    [
        ("en", "is empty: there is no text in it", "is not plain text"),
        ("ar", "فارغ: لا نص فيه ليُقرأ", "نصا مجردا"),
        ("tr", "boş: içinde okunacak metin yok", "düz metin değil"),
        ("he", "ריק: אין בו טקסט לקריאה", "אינו טקסט פשוט"),
    ],
)
def test_what_is_wrong_with_a_file_is_said_in_the_readers_language(
    ui: str, empty: str, unread: str
) -> None:
    client, _ = browser()
    client.get(f"/add?ui={ui}")  # the cookie keeps it
    entries = send_files(client, ("a.txt", b"  "), ("b.pdf", b"%PDF-1.4"))["entries"]
    assert isinstance(entries, list)
    first, second = (entry["errors"][0] for entry in entries)
    assert empty in first["text"]
    assert unread in second["text"]
    assert first["lang"] == second["lang"] == ui


def test_mistakes_of_a_sheet_are_told_in_the_readers_language() -> None:
    client, _ = browser()
    client.get("/?ui=ar")
    told = send_files(client, ("a.csv", b"type,evidence,speaker\nx,y,\nstatement,,Turky\n"))
    (entry,) = told["entries"]  # type: ignore[misc] # a list, as the page's script is told
    lines = [error["text"] for error in entry["errors"]]
    assert {error["lang"] for error in entry["errors"]} == {"ar"}
    assert "السطر 2، العمود \u2068A (type)\u2069: \u200f«\u2068x\u2069» ليست من" in lines[1]
    assert not any("is empty" in line or "is none of" in line for line in lines)
