"""Options and fixtures that every test may use."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
FIXTURES = Path(__file__).parent / "fixtures"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --update-golden, --browser and --screenshots."""
    parser.addoption(
        "--update-golden", action="store_true", help="rewrite the expected files; review the diff"
    )
    parser.addoption(
        "--browser",
        choices=["auto", "require", "off"],
        default="auto",
        help="require: fail where there is no Chromium; off: leave the browser tests out",
    )
    parser.addoption("--screenshots", metavar="FOLDER", help="pictures of every page, to look at")


@pytest.fixture(scope="session")
def chromium_path(request: pytest.FixtureRequest) -> str:
    """Return the path of a Chromium; without one, say that the browser tests are not run."""
    choice = request.config.getoption("--browser")
    path = next((p for name in CHROMIUM_NAMES if (p := shutil.which(name))), None)
    if choice == "off" or (path is None and choice == "auto"):
        pytest.skip("not run: no Chromium" if path is None else "not run: --browser=off")
    if path is None:
        pytest.fail("no Chromium on this machine, and --browser=require")
    return path


@pytest.fixture(scope="session")
def browser(chromium_path: str) -> Iterator[Any]:
    """A headless Chromium that talks to this machine only."""
    from playwright.sync_api import sync_playwright

    quiet = [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
    ]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=chromium_path, args=quiet)
        yield chromium
        chromium.close()


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, Any], None]:
    """Return `check(path, value)`: compare with the file, or rewrite it under --update-golden.

    Strings and bytes are compared as they are, everything else as sorted, indented JSON.
    """

    def check(path: Path, value: Any) -> None:
        if isinstance(value, bytes):
            text = value.decode("utf-8")
        elif isinstance(value, str):
            text = value
        else:
            text = json.dumps(value, ensure_ascii=False, indent=1) + "\n"
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
        expected = path.read_bytes().decode("utf-8") if path.exists() else ""
        assert text == expected, f"differs from {path.name}; rewrite it with --update-golden"

    return check
