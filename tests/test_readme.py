"""The README names every command, option, route, setting and named question there is."""

import re
from pathlib import Path

import click
import pytest

from kg import cli
from kg.query.run import named_queries
from kg.store.embedded import EmbeddedStore
from web import create_app

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def commands() -> dict[str, click.Command]:
    context = click.Context(cli.group)
    found = {n: cli.group.get_command(context, n) for n in cli.group.list_commands(context)}
    return {name: command for name, command in found.items() if command}


@pytest.mark.parametrize("name", sorted(commands()))
def test_a_command_and_its_options_are_documented(name: str) -> None:
    assert f"`claimline {name}" in README
    options = {o for p in commands()[name].params for o in p.opts if o.startswith("--")}
    assert [o for o in sorted(options) if o not in README] == []


def test_every_route_is_documented() -> None:
    app = create_app(EmbeddedStore.in_memory())
    bare = {re.sub(r"<any\(.*\):ending>", "", str(r)) for r in app.url_map.iter_rules()}
    routes = {re.sub(r"<(?:\w+:)?(\w+)>", r"<\1>", r) for r in bare}
    assert sorted(r for r in routes if f"{r}`" not in README) == []


def test_every_setting_from_the_environment_is_documented() -> None:
    code = "".join(
        p.read_text(encoding="utf-8") for top in ("kg", "web") for p in (ROOT / top).rglob("*.py")
    )
    assert sorted(s for s in set(re.findall(r"CLAIMLINE_[A-Z]+", code)) if s not in README) == []


def test_every_named_question_is_documented() -> None:
    assert [q.name for q in named_queries() if f"`{q.name}`" not in README] == []


def test_the_readme_names_no_command_that_is_not_there() -> None:
    named = set(re.findall(r"`(?:\.venv/bin/)?claimline ([a-z]+)\b", README))
    assert named - set(commands()) == set()


def test_rows_shown_on_the_lexicon_page_stand_in_the_lexicon() -> None:
    folder = ROOT / "kg" / "lexicon"
    words = "\n".join(p.read_text(encoding="utf-8") for p in sorted(folder.glob("*.toml")))
    page = (folder / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    assert len(blocks) >= 4
    assert [b for b in blocks if b not in words] == []


def test_the_lexicon_page_names_every_file() -> None:
    folder = ROOT / "kg" / "lexicon"
    page = (folder / "README.md").read_text(encoding="utf-8")
    kinds = {re.sub(r"_(ar|en|he|tr)$", "", p.stem) for p in folder.glob("*.toml")}
    assert [kind for kind in sorted(kinds) if kind not in page] == []
