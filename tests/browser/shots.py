"""Pictures of every page in three sizes, two themes, two languages: to be looked at by a person.

python -m tests.browser.shots http://127.0.0.1:8000 FOLDER [NAME …]

In:  a served store that holds articles. Out: FOLDER/<name>-<width>-<theme>-<language>.png, and a
line for each picture on which the page is wider than its window or the console says something.
"""

import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from tests.conftest import CHROMIUM_NAMES

SIZES = {1440: 900, 1024: 768, 390: 844}
VIEWS = {view: f"/?view={view}" for view in ("timeline", "network", "map", "list")}
PAGES = {
    **VIEWS,
    "facets": "/?view=timeline&facets=open",
    "nothing": "/?q=nowhere-to-be-found&kind=redline",
    "articles": "/articles",
    "sparql": "/sparql",
    "answer": "/sparql?name=who-met",
    "about": "/about",
    "terms": "/terms/",
    "missing": "/no/such/page",
}
_LINKED = {"article": "/articles/", "event": "/events/"}


def chromium() -> str:
    """Return the Chromium of this machine. Raises SystemExit where there is none."""
    import shutil

    found = next((p for name in CHROMIUM_NAMES if (p := shutil.which(name))), None)
    return found or sys.exit("no Chromium on this machine")


def linked(page: Any, address: str) -> dict[str, str]:
    """Return the first article and event that the lists link to."""
    found = {}
    for name, room in _LINKED.items():
        page.goto(address + ("/articles" if name == "article" else "/?view=list"))
        link = page.locator(f"main a[href^='{room}']").first
        found[name] = link.get_attribute("href")
    return found


def take(browser: Any, address: str, folder: Path, wanted: set[str]) -> None:
    """Take every picture."""
    folder.mkdir(parents=True, exist_ok=True)
    context = browser.new_context()
    pages = PAGES | linked(context.new_page(), address)
    context.close()
    for width, height in SIZES.items():
        touch = width < 640
        context = browser.new_context(
            viewport={"width": width, "height": height}, has_touch=touch, is_mobile=touch
        )
        page = context.new_page()
        told: list[str] = []
        page.on("console", lambda m, told=told: told.append(m.text))
        page.on("pageerror", lambda e, told=told: told.append(str(e)))
        for theme in ("light", "dark"):
            page.emulate_media(color_scheme=theme)
            for language in ("en", "ar"):
                for name, path in pages.items():
                    if wanted and name not in wanted:
                        continue
                    joint = "&" if "?" in path else "?"
                    page.goto(f"{address}{path}{joint}ui={language}")
                    page.wait_for_timeout(400)
                    file = folder / f"{name}-{width}-{theme}-{language}.png"
                    page.screenshot(path=file)
                    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
                    if wide > 0 or told:
                        print(file.name, f"too wide by {wide} px" if wide > 0 else "", *told)
                    told.clear()
        context.close()


def main() -> None:
    """Read the command line."""
    address, folder, *wanted = sys.argv[1:]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"]
        )
        take(browser, address.rstrip("/"), Path(folder), set(wanted))
        browser.close()


if __name__ == "__main__":
    main()
