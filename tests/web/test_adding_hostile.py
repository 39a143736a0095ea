"""Adding under hostile hands: who may, forged and stale forms, huge ones, names, many at once."""

import threading
from io import BytesIO

import pytest

from kg.errors import SurroundingsError
from kg.pipeline.reading import Job
from tests.web.adding import JSON, TEXT, add, browser, page, send, send_files, store_it, token_of
from web.readers import Readers
from web.said import file_name
from web.shelf import MOST, SECONDS, Entry, Preview, Shelf

NASTY = "</textarea><script>alert(1)</script>\"'><img src=x onerror=alert(1)>"


def test_who_is_not_signed_in_is_told_how_to() -> None:
    client, _ = browser()
    stranger = client.application.test_client()
    for path in ("/add", "/add/previews/x", "/articles/removed", "/articles/ab/remove"):
        answer = stranger.get(path)
        assert answer.status_code == 403
        assert "claimline serve --write" in answer.get_data(as_text=True)
    assert 'href="/add"' not in page(stranger, "/articles")
    for path in ("/add/preview", "/add/previews/x/store", "/add/previews/x/again"):
        assert stranger.post(path, data={"text": TEXT}).status_code == 401


def test_a_form_without_its_token_does_nothing() -> None:
    client, store = browser()
    path = send(client, TEXT).headers["Location"]
    for address in ("/add/preview", f"{path}/again", f"{path}/store"):
        for data in ({}, {"csrf_token": "wrong"}):
            assert client.post(address, data={"text": TEXT, **data}).status_code == 403
    assert store.revision == 0


def test_a_preview_belongs_to_the_session_that_made_it() -> None:
    client, store = browser()
    path = send(client, TEXT).headers["Location"]
    client.post("/sign-out", data={"csrf_token": token_of(client)})
    gate = client.application.extensions["claimline"].gate
    gate.sign_in = "again"
    client.get("/sign-in/again")
    answer = client.get(path)
    assert answer.status_code == 410
    assert "This preview is no longer kept" in answer.get_data(as_text=True)
    assert store_it(client, path).status_code == 410
    assert store.revision == 0


def test_hostile_words_stay_words_in_form_and_preview() -> None:
    client, _ = browser()
    wrong = send(client, NASTY, title=NASTY, publisher=NASTY, published="yesterday")
    assert wrong.status_code == 400
    path = send(client, f"{TEXT}{NASTY}", title=NASTY, publisher=NASTY).headers["Location"]
    back = page(client, f"/add?from={path.rsplit('/', 1)[1]}")
    stored = path if store_it(client, path) else ""
    for text in (wrong.get_data(as_text=True), back, page(client, stored)):
        assert "<script>alert" not in text
        assert "<img src=x" not in text


@pytest.mark.parametrize(
    "source", ["javascript:alert(1)", "data:text/html,x", "not an address", "file:///etc/passwd"]
)
def test_a_source_that_is_no_web_address_is_refused(source: str) -> None:
    client, _ = browser()
    assert send(client, TEXT, source=source).status_code == 400


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\texts\\a.txt", "a.txt"),
        ("a\x00\n\u202egpj.txt", "a gpj.txt"),
        ("", "file"),
        ("..", ".."),
    ],
)
def test_a_file_is_called_by_its_last_name_without_tricks(written: str, name: str) -> None:
    assert file_name(written) == name


def test_a_name_of_a_file_on_the_server_reads_no_file() -> None:
    client, _ = browser()
    told = send_files(client, ("/etc/hostname.txt", TEXT.encode()))
    (entry,) = told["entries"]  # type: ignore[misc] # JSON
    assert entry["articles"][0]["claims"] >= 2


def test_a_long_name_keeps_its_ending() -> None:
    assert file_name("a" * 500 + ".html").endswith("….html")
    assert len(file_name("a" * 500)) <= 130


def test_too_much_is_refused_in_a_sentence() -> None:
    client, store = browser(max_body_bytes=200_000)
    answer = send(client, "word " * 60_000)
    assert answer.status_code == 413
    assert "more than this server takes" in answer.get_data(as_text=True)
    assert send(client, TEXT, title="x" * 600).status_code == 400
    many = [(BytesIO(b"x"), f"{n}.txt") for n in range(51)]
    assert send(client, files=many).status_code == 400
    assert send(client).status_code == 400
    assert store.revision == 0


def test_a_sheet_that_is_too_large_for_the_page_is_pointed_to_the_command() -> None:
    client, _ = browser()
    told = send_files(client, ("a.csv", b"type,evidence\n" + b"x" * 1_000_001))
    (entry,) = told["entries"]  # type: ignore[misc] # JSON
    assert "claimline add" in entry["errors"][0]["text"]


def test_one_title_for_several_files_is_refused() -> None:
    client, _ = browser()
    files = [(BytesIO(TEXT.encode()), "a.txt"), (BytesIO(TEXT.encode()), "b.txt")]
    answer = send(client, files=files, title="One title")
    assert answer.status_code == 400
    assert "belong to one article" in answer.get_data(as_text=True)


def test_many_who_add_at_once_all_get_an_answer() -> None:
    client, store = browser()
    csrf = token_of(client)
    name = client.application.config["SESSION_COOKIE_NAME"]
    cookie = client.get_cookie(name)
    assert cookie
    answers: list[int] = []

    def one(number: int) -> None:
        own = client.application.test_client()
        own.set_cookie(name, cookie.value)
        data = {"csrf_token": csrf, "text": f"{TEXT}\nNumber {number}."}
        sent = own.post("/add/preview", data=data)
        if sent.status_code == 303:
            path = sent.headers["Location"]
            own.post(f"{path}/store", data={"csrf_token": csrf})
        answers.append(sent.status_code)

    threads = [threading.Thread(target=one, args=(n,)) for n in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert len(answers) == 10
    assert set(answers) <= {303, 503}
    assert len(store.articles()) == answers.count(303) >= 1


def test_who_comes_while_too_many_are_read_is_asked_to_come_again() -> None:
    readers = Readers("https://example.org/", under_way=1)
    assert readers._places.acquire()  # somebody else's text
    with pytest.raises(SurroundingsError, match="in a moment"):
        readers.read(Job(name="a.txt", body=TEXT.encode()))
    readers.close()


def test_a_text_that_takes_too_long_is_given_up() -> None:
    readers = Readers("https://example.org/", seconds=0.05)
    found = readers.read(Job(name="long.txt", body=(TEXT * 2000).encode()))
    assert "took longer than" in str(found)
    readers.close()


def test_the_shelf_lets_go_of_old_previews_and_of_the_oldest_of_many() -> None:
    now = [0.0]
    shelf = Shelf(lambda: now[0])

    def preview() -> Preview:
        return Preview(entries=[Entry(name="a")], form={})

    first = shelf.keep(preview(), "me")
    assert shelf.get(first.token, "me") is first
    for _ in range(MOST):
        last = shelf.keep(preview(), "me")
    with pytest.raises(Exception, match="no longer kept"):
        shelf.get(first.token, "me")
    now[0] = SECONDS + 1
    with pytest.raises(Exception, match="no longer kept"):
        shelf.get(last.token, "me")


def test_a_program_with_a_token_adds_as_a_browser_does() -> None:
    client, store = browser(token="a-token-of-the-test")
    program = client.application.test_client()
    headers = {"Authorization": "Bearer a-token-of-the-test", **JSON}
    told = program.post("/add/preview", data={"text": TEXT}, headers=headers).get_json()
    done = program.post(f"{told['page']}/store", headers=headers).get_json()
    assert done["entries"][0]["articles"][0]["outcome"] == "added"
    assert len(store.articles()) == 1


def test_two_texts_sent_together_are_two_articles() -> None:
    client, store = browser()
    path = add(client, TEXT, files=[(BytesIO(f"{TEXT}\nOther.".encode()), "b.txt")])
    assert len(store.articles()) == 2
    assert page(client, path).count("Added. New claims") == 2
