"""The style sheets and scripts of the pages, held to what they promise."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from web import sheets

ROOT = Path(__file__).parents[1]
STATIC = ROOT / "web" / "static"
SHEETS = sorted((STATIC / "css").glob("*.css"))
SCRIPTS = sorted((STATIC / "js").glob("*.js"))
TEXT_CONTRAST = 4.5
MARK_CONTRAST = 3.0
TEXT = ("ink", "ink-2", "link", "meeting", "statement", "redline", "place", "warn")


def _without_comments(css: str) -> str:
    return re.sub(r"/\*.*?\*/", "", css, flags=re.S)


def _blocks(selector: str) -> list[dict[str, str]]:
    css = _without_comments((STATIC / "css" / "tokens.css").read_text(encoding="utf-8"))
    bodies = re.findall(rf"(?:^|\s){re.escape(selector)} \{{(.*?)\}}", css, flags=re.S)
    return [dict(re.findall(r"--([\w-]+): (#[0-9A-F]{6});", body)) for body in bodies]


def _light() -> dict[str, str]:
    return _blocks(":root")[0]


def _dark() -> dict[str, str]:
    return _blocks(':root[data-theme="dark"]')[0]


def _luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21 (WCAG 2)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_dark_by_choice_is_dark_by_system() -> None:
    assert _dark() == _blocks(':root:not([data-theme="light"])')[0]
    assert set(_dark()) == set(_light())


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_words_and_marks_stand_out_on_every_ground(theme: str) -> None:
    colours = _light() if theme == "light" else _dark()
    for ground in ("canvas", "surface", "sunken"):
        for name in TEXT:
            assert contrast(colours[name], colours[ground]) >= TEXT_CONTRAST, (name, ground)
        assert contrast(colours["control"], colours[ground]) >= MARK_CONTRAST, ground
    assert contrast(colours["ink"], colours["mark"]) >= TEXT_CONTRAST


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_a_sheet_has_no_ids_nothing_forced_and_no_colour_of_its_own(sheet: Path) -> None:
    css = _without_comments(sheet.read_text(encoding="utf-8"))
    assert "!important" not in css
    assert not re.search(r"(^|[\s,>])#[A-Za-z_-][\w-]*[^;{]*\{", css), "an id as selector"
    if sheet.name not in ("tokens.css", "print.css"):
        assert not re.search(r"#[0-9A-Fa-f]{3,8}\b", css), "a colour outside the tokens"


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_a_sheet_serves_both_directions(sheet: Path) -> None:
    css = _without_comments(sheet.read_text(encoding="utf-8"))
    found = re.findall(r"(?:margin|padding|border)-(?:left|right)\b|\b(?:left|right):", css)
    assert not found, found


def test_the_sheets_of_a_page_come_in_one_file_in_their_order() -> None:
    text = sheets.join(("print", "tokens"))
    whole = {
        name: (STATIC / "css" / f"{name}.css").read_text("utf-8") for name in ("print", "tokens")
    }
    assert text == whole["print"] + "\n" + whole["tokens"]
    assert sheets.read_names("tokens.base") == ("tokens", "base")


@pytest.mark.parametrize("names", ["", "tokens.", "../tokens", "tokens.nowhere", "tokens/base"])
def test_only_sheets_of_ours_can_be_named(names: str) -> None:
    assert sheets.read_names(names) is None


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_a_script_puts_no_text_in_as_markup_and_loads_nothing_from_elsewhere(script: Path) -> None:
    code = re.sub(r"/\*.*?\*/|//[^\n]*", "", script.read_text(encoding="utf-8"), flags=re.S)
    for forbidden in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("):
        assert forbidden not in code
    assert not re.search(r"""from\s+["'](?!\./|\.\./vendor/)""", code)
    assert "http://" not in code
    assert "https://" not in code


def test_the_scripts_do_what_their_own_tests_say() -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("not run: no Node.js")
    tests = sorted(str(path) for path in (ROOT / "tests" / "js").glob("*.test.mjs"))
    run = subprocess.run(
        [node, "--test", *tests], capture_output=True, text=True, timeout=300, check=False
    )
    assert run.returncode == 0, run.stdout[-4000:]
    assert re.search(r"^# pass [1-9]", run.stdout, flags=re.M), "no test ran"
