"""The network's own file: one page, closed in itself, in which labels are only words."""

import base64
import hashlib
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import pytest

from kg.export.bundle import BundleError, bundle, script_safe
from kg.export.network import Furniture, network_page
from kg.query.words import ENGLISH
from tests.payloads import LABELS
from web.offline import network_furniture


def answer(*labels: str) -> dict[str, Any]:
    """Return a network of these actors, each tied to the first."""
    nodes = [
        {
            "id": f"https://x.example/actor/{i}",
            "label": label,
            "lang": "en",
            "kind": "state",
            "unnamed": False,
            "claims": 1,
            "href": f"/actors/{i}",
            "x": 200 * (i % 6),
            "y": 120 * (i // 6),
            "size": 12,
        }
        for i, label in enumerate(labels)
    ]
    edges = [
        {"from": node["id"], "to": nodes[0]["id"], "kind": "met", "count": 2, "pair": "1,0,met"}
        for node in nodes[1:]
    ]
    return {
        "nodes": nodes,
        "edges": edges,
        "total": len(nodes),
        "truncated": False,
        "more": None,
        "focus": None,
        "selected": [],
    }


class Elements(HTMLParser):
    """Gathers what elements a page has and what stands in its scripts."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.raw: list[tuple[str, str]] = []
        self._open: tuple[str, dict[str, str | None]] | None = None
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        self._open = (tag, dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        self._open = None

    def handle_data(self, data: str) -> None:
        if self._open and self._open[0] in ("script", "style"):
            self.raw.append((str(self._open[1].get("type") or self._open[0]), data))


def test_what_a_module_only_passes_on_is_joined_too() -> None:
    modules = {
        "js/a.js": 'import { two } from "./b.js";\nglobalThis.found = two;\n',
        "js/b.js": 'export { one as two } from "./c.js";\n',
        "js/c.js": "export const one = 1;\n",
    }
    assert "two: module0.one" in bundle(modules, "js/a.js")


def test_the_page_is_the_same_each_time() -> None:
    made = [network_page(answer("A", "B"), ENGLISH, network_furniture()) for _ in range(2)]
    assert made[0] == made[1]


def test_no_label_makes_an_element() -> None:
    plain = Elements(network_page(answer(*"x" * len(LABELS)), ENGLISH, network_furniture()))
    filters = [(label, label) for label in LABELS]
    page = network_page(answer(*LABELS), ENGLISH, network_furniture(), chosen=filters)
    found = Elements(page)
    added = ["ul", *["li", "bdi"] * len(LABELS)]
    assert sorted(found.tags) == sorted(plain.tags + added)
    assert not [name for name, _ in found.attributes if name.startswith("on")]
    data = next(json.loads(text) for kind, text in found.raw if kind == "application/json")
    assert [n["label"] for n in data["nodes"]] == list(LABELS)
    page.encode("utf-8")


def test_the_policy_names_the_script_and_the_style_that_are_there() -> None:
    page = network_page(answer("A"), ENGLISH, network_furniture())
    found = Elements(page)
    policy = next(v for _, v in found.attributes if v and v.startswith("default-src 'none'"))
    for kind, text in found.raw:
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert (f"'sha256-{digest}'" in policy) == (kind in ("script", "style")), kind
    assert "unsafe" not in policy
    assert "http" not in policy


def test_the_page_asks_for_nothing_and_brings_its_licence() -> None:
    page = network_page(answer("A"), ENGLISH, network_furniture())
    found = Elements(page)
    assert not {"link", "img", "iframe", "object", "a"} & set(found.tags)
    assert not {n for n, _ in found.attributes if n in ("src", "href")}
    assert "vis-network 10.1.5" in page
    assert "Permission is hereby granted, free of charge" in page


def test_the_table_says_the_same_as_the_drawing() -> None:
    page = network_page(answer("Kestria", "Tovan"), ENGLISH, network_furniture())
    row = "<td><bdi>Tovan</bdi></td><td>met</td><td><bdi>Kestria</bdi></td><td>2</td>"
    assert row in page


def test_a_script_cannot_end_its_element() -> None:
    text = 'const a = "</script><script>"; // <!-- </SCRIPT '
    safe = script_safe(text)
    assert not re.search(r"</script|<!--", safe, re.IGNORECASE)
    page = network_page(answer("A"), ENGLISH, Furniture(script=text, style="", licences=""))
    assert len([t for t in Elements(page).tags if t == "script"]) == 3


MODULES = {
    "js/a.js": 'import { two as zwei, one } from "./b.js";\nexport const sum = one + zwei();\n',
    "js/b.js": "export const one = 1;\nexport function two() {\n  return 2;\n}\n",
    "vendor/v.mjs": "const x=1;export{x as X,x as default};",
}


def test_modules_become_one_script_in_the_order_of_their_imports() -> None:
    text = bundle(MODULES, "js/a.js")
    assert text.index("const one = 1") < text.index("const sum")
    assert "const { two: zwei, one: one } = module0;" in text
    assert not re.search(r"^\s*(import|export) ", text, re.MULTILINE)
    assert "return { X: x, default: x };" in bundle(MODULES, "vendor/v.mjs")


def _broken() -> Iterator[dict[str, str]]:
    yield {"js/a.js": 'import b from "./b.js";\n', "js/b.js": ""}
    yield {"js/a.js": 'import { b } from "./gone.js";\n'}
    yield {"js/a.js": 'import { a } from "./b.js";\n', "js/b.js": 'import { b } from "./a.js";\n'}
    yield {"js/a.js": "export default 3;\n"}
    yield {"js/a.js": 'import { "x y" as z } from "./b.js";\n', "js/b.js": ""}


@pytest.mark.parametrize("modules", list(_broken()))
def test_what_is_not_understood_is_refused(modules: dict[str, str]) -> None:
    with pytest.raises(BundleError):
        bundle(modules, "js/a.js")
