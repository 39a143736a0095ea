"""The JavaScript of a page in one file."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from web.modules import join, read_names

SCRIPTS = Path(__file__).parents[1] / "web" / "static" / "js"
TEMPLATES = Path(__file__).parents[1] / "web" / "templates"
MODULES = sorted(path.stem for path in SCRIPTS.glob("*.js"))


@pytest.mark.parametrize("name", MODULES)
def test_every_module_can_be_joined(name: str) -> None:
    text = join((name,))
    assert not re.search(r"^(?:import|export)\b", text, re.M)


@pytest.mark.skipif(shutil.which("node") is None, reason="needs node")
@pytest.mark.parametrize("view", ["explorer", "network", "map", "list"])
def test_what_a_view_runs_is_sound(view: str, tmp_path: Path) -> None:
    page = tmp_path / "page.mjs"
    page.write_text(join(("main", "facets", view)), encoding="utf-8")
    done = subprocess.run(["node", "--check", page], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_module_that_two_need_runs_once() -> None:
    text = join(("main", "explorer", "network"))
    assert text.count("export function watchTheme") == 0
    assert text.count("function watchTheme") == 1


@pytest.mark.parametrize(
    "names", ["", "main.", "../main", "main.nowhere", "main/explorer", ".".join(["main"] * 9)]
)
def test_only_modules_of_ours_can_be_named(names: str) -> None:
    assert read_names(names) is None


def test_no_page_asks_for_a_module_of_its_own() -> None:
    alone = [p.name for p in TEMPLATES.glob("*.html") if 'type="module"' in p.read_text("utf-8")]
    assert alone == ["base.html"]
