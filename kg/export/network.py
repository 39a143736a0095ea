"""The network as one HTML file that opens offline, by itself.

In:  the answer of `kg.query.network`, a reader's `Words`, the script, style and licences to put in.
Out: the text of a page. Its policy allows the script and style within it, by their digests, and
nothing else: no request leaves it, no label in it can become markup. The same graph, the same file.
Source: Content Security Policy Level 3, "hash-source".
"""

import base64
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from kg.export.bundle import script_safe
from kg.query import messages as m
from kg.query.network import EdgeRow, edge_rows
from kg.query.words import Words

Json = dict[str, Any]
_RIGHT_TO_LEFT = frozenset({"ar", "he"})
# What no HTML may hold, escaped or not.
_UNWRITABLE = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 127), "�")


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """What makes the page work: a script, a style sheet, the licences of what others wrote."""

    script: str
    style: str
    licences: str


def network_page(
    answer: Json, words: Words, furniture: Furniture, *, chosen: Sequence[tuple[str, str]] = ()
) -> str:
    """Return the page; `chosen` are the filters in force, (name, value) in words."""
    script, style = script_safe(furniture.script), furniture.style.replace("</", "<\\/")
    title = words.gettext(m.NETWORK_FILE["title"])
    direction = "rtl" if words.language in _RIGHT_TO_LEFT else "ltr"
    policy = (
        f"default-src 'none'; script-src {_digest(script)}; style-src {_digest(style)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    texts = {kind: words.gettext(text) for kind, text in m.EDGES.items()}
    texts["claims"] = words.gettext(m.NETWORK_FILE["claims"], n="{n}")
    return f"""<!DOCTYPE html>
<html lang="{_text(words.language)}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>{_text(title)}</title>
<style>{style}</style>
</head>
<body>
<main class="page--full network">
<header class="network__head">
<h1>{_text(title)}</h1>
{_chosen(chosen, words)}
<div class="button-group" role="group" data-tools>
<button type="button" data-zoom="out">−</button>
<button type="button" data-zoom="in">+</button>
<button type="button" data-zoom="fit">{_said(words, "fit")}</button>
</div>
</header>
<div class="network__stage">
<div class="network__drawing" data-network aria-hidden="true"></div>
<button type="button" class="network__focus" data-focus hidden></button>
</div>
<p class="network__said" role="status" data-said></p>
<div class="network__key"><ul>
{_key(words)}
</ul></div>
<section class="network__table">
<h2>{_said(words, "table")}</h2>
{_table(edge_rows(answer, words), words)}
</section>
<details class="network__licences"><summary>{_said(words, "licences")}</summary>
<pre>{_text(furniture.licences)}</pre>
</details>
</main>
<script type="application/json" data-answer>{_json(answer)}</script>
<script type="application/json" data-words>{_json(texts)}</script>
<script>{script}</script>
</body>
</html>
"""


def _chosen(chosen: Sequence[tuple[str, str]], words: Words) -> str:
    entries = "".join(
        f"<li>{_text(name)}: <bdi>{_text(value)}</bdi></li>" for name, value in chosen
    )
    return f'<ul class="network__chosen">{entries}</ul>' if entries else ""


def _key(words: Words) -> str:
    return "\n".join(
        f'<li><canvas class="network__sample" data-edge="{kind}" aria-hidden="true"></canvas>'
        f"{_text(words.gettext(text))}</li>"
        for kind, text in m.EDGES.items()
    )


def _table(rows: Sequence[EdgeRow], words: Words) -> str:
    heads = "".join(
        f'<th scope="col">{_said(words, n)}</th>' for n in ("who", "did", "whom", "times")
    )
    body = "\n".join(
        f"<tr><td><bdi>{_text(r.from_label)}</bdi></td><td>{_text(r.kind_label)}</td>"
        f"<td><bdi>{_text(r.to_label)}</bdi></td><td>{r.count}</td></tr>"
        for r in rows
    )
    return f"<table><thead><tr>{heads}</tr></thead><tbody>\n{body}\n</tbody></table>"


def _said(words: Words, name: str) -> str:
    return _text(words.gettext(m.NETWORK_FILE[name]))


def _text(text: str) -> str:
    """Text between tags or in an attribute."""
    return escape(text.translate(_UNWRITABLE).encode("utf-8", "replace").decode("utf-8"))


def _json(value: Json) -> str:
    """JSON inside a script element: no sign in it can end the element or break a line."""
    return (
        json.dumps(value, ensure_ascii=True, sort_keys=True)
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
    )


def _digest(text: str) -> str:
    # Browsers take the text with its line ends as the parser gives them: none of ours are CR.
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
