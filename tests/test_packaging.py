"""Packaging, changelog and the words of the code agree with one another."""

import configparser
import re
from pathlib import Path

import kg

ROOT = Path(__file__).parent.parent


def test_the_changelog_names_the_version_or_has_unreleased_changes() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## (.+)$", changelog, re.MULTILINE)
    assert headings[0] == "Unreleased" or headings[0].startswith(kg.__version__)


def test_every_data_file_of_the_packages_is_packaged() -> None:
    setup = configparser.ConfigParser()
    setup.read(ROOT / "setup.cfg", encoding="utf-8")
    patterns = {
        package: [p.strip() for p in globs.split(",")]
        for package, globs in setup["options.package_data"].items()
    }
    missing = []
    for top in ("kg", "web", "ontology"):
        for path in sorted((ROOT / top).rglob("*")):
            if not path.is_file() or path.suffix in (".py", ".pyc"):
                continue
            owners = [
                path.relative_to(ROOT / package.replace(".", "/"))
                for package, globs in patterns.items()
                if path.is_relative_to(ROOT / package.replace(".", "/"))
                and any(
                    path.relative_to(ROOT / package.replace(".", "/")).match(glob) for glob in globs
                )
            ]
            if not owners:
                missing.append(str(path.relative_to(ROOT)))
    assert missing == []
