"""Tell the embassies of one state apart by the city they stand in.

In:  a sentence and its mentions. Out: the same, where "the Qatari embassy in Khartoum" is called by
all of these words: a state has many embassies, and each is an actor of its own.
"""

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.mentions.scan import Scan
from kg.lexicon.grammar import words_of
from kg.model.mention import Mention

_POSTS = frozenset({"embassy", "consulate"})
_IN = words_of("en", "city_of_a_post") | words_of("ar", "city_of_a_post")
_TURKISH_HEADS = ("elçiliği", "konsolosluğu")
_TURKISH_WORDS = 3  # whose, where, what


def with_cities(scan: Scan, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions, posts abroad named with their city."""
    if not any(m.role in _POSTS for m in mentions):
        return list(mentions)
    begin = {m.first: m for m in mentions if m.category != "adjective"}
    return [_with_city(scan, m, begin) if m.role in _POSTS else m for m in mentions]


def _with_city(scan: Scan, post: Mention, begin: dict[int, Mention]) -> Mention:
    if post.kind != "organization" or post.person:
        return post
    last = post.last
    if scan.language == "tr":
        if post.case is None or len(post.text.split()) < _TURKISH_WORDS:
            return post
    else:
        city = begin.get(last + 1 + (scan.form(last + 1) in _IN))
        led = city is not None and (city.first > last + 1 or "ב" in city.proclitics)
        if city is None or not led or city.category == "actor":
            return post
        last = city.last
    name = scan.text(post.first, last).removeprefix("The ").removeprefix("the ")
    return replace(post, name=_without_case(name), gazetteer_id=None)


def _without_case(name: str) -> str:
    """Return "… Büyükelçiliği" of "… Büyükelçiliğinden", another language's name as it is."""
    for head in _TURKISH_HEADS:
        at = name.replace("İ", "I").lower().find(head)  # lowered, "İ" would become two letters
        if at >= 0:
            return name[: at + len(head)]
    return name
