"""Files that others wrote: listed, licensed, and byte for byte the ones that were listed."""

import hashlib
import tomllib
from pathlib import Path

import pytest

VENDOR = Path(__file__).parents[1] / "web" / "static" / "vendor"
FILES = tomllib.loads((VENDOR / "VENDORED.toml").read_text(encoding="utf-8"))["file"]


@pytest.mark.parametrize("entry", FILES, ids=lambda entry: str(entry["path"]))
def test_a_vendored_file_is_the_one_that_was_listed(entry: dict[str, str]) -> None:
    assert hashlib.sha256((VENDOR / entry["path"]).read_bytes()).hexdigest() == entry["sha256"]


@pytest.mark.parametrize("entry", FILES, ids=lambda entry: str(entry["path"]))
def test_a_vendored_file_says_where_it_is_from_and_under_what_terms(
    entry: dict[str, str],
) -> None:
    assert entry["version"] in entry["path"]
    assert entry["origin"]
    assert entry["homepage"].startswith("https://")
    assert entry["license_files"]
    for name in entry["license_files"]:
        assert (VENDOR / name).stat().st_size > 500, name


def test_nothing_lies_in_the_folder_that_is_not_listed() -> None:
    listed = {"VENDORED.toml"}
    for entry in FILES:
        listed |= {entry["path"], *entry["license_files"]}
    assert {path.name for path in VENDOR.iterdir()} == listed


@pytest.mark.parametrize("entry", FILES, ids=lambda entry: str(entry["path"]))
def test_a_vendored_script_asks_for_no_source_map_and_makes_no_style_element(
    entry: dict[str, str],
) -> None:
    text = (VENDOR / entry["path"]).read_text(encoding="utf-8")
    assert "sourceMappingURL" not in text
    assert 'createElement("style")' not in text
