"""Articles without end: sentences of the gold articles, put together anew, with names of nobody.

In:  a seed. Out: `SourceText`s, the same for the same seed. Each article has a title and eight to
fourteen sentences of one language and a few made-up names and numbers, so that no cache of words
or sentences has seen it.
"""

import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from kg.model.article import SourceText
from kg.model.day import Day
from kg.read import read_source
from kg.vocabulary import LANGUAGES, Language

_GOLD = Path(__file__).parent.parent / "eval" / "dev"
_SYLLABLES: dict[Language, tuple[str, ...]] = {
    "en": ("ka", "lo", "mir", "ten", "sha", "vu", "dor", "ne", "bral", "zi"),
    "ar": ("كا", "لو", "مير", "تن", "شا", "فو", "دور", "ني", "برا", "زي"),
    "tr": ("ka", "lo", "mir", "ten", "şa", "vu", "dör", "ne", "bral", "zi"),
    "he": ("קא", "לו", "מיר", "טן", "שא", "וו", "דור", "ני", "ברא", "זי"),
}


@cache
def _paragraphs(language: Language) -> tuple[str, ...]:
    """Return the paragraphs of the gold articles of a language."""
    found: list[str] = []
    for path in sorted(_GOLD.glob(f"*.{language}.txt")):
        (source,) = read_source(str(path), stdin=None)
        if isinstance(source, SourceText):
            found += [line for line in source.text.splitlines() if line.strip()]
    return tuple(found)


def _name(random_: random.Random, language: Language) -> str:
    syllables = random_.choices(_SYLLABLES[language], k=random_.randint(2, 4))
    return "".join(syllables).capitalize()


def articles(
    count: int, *, seed: int = 1, languages: tuple[Language, ...] = LANGUAGES
) -> Iterator[SourceText]:
    """Yield `count` articles, the languages in turn."""
    random_ = random.Random(seed)
    for number in range(count):
        yield _article(random_, number, languages[number % len(languages)])


def _article(random_: random.Random, number: int, language: Language) -> SourceText:
    pool = _paragraphs(language)
    body = [random_.choice(pool) for _ in range(random_.randint(8, 14))]
    strange = f"{_name(random_, language)} {_name(random_, language)} {random_.randint(10, 99999)}"
    text = "\n\n".join([strange, *body])
    return SourceText(
        name=f"generated-{number}",
        text=text,
        title=strange,
        language=language,
        published=Day.parse(f"20{random_.randint(11, 25)}-0{random_.randint(1, 9)}-15"),
        published_from="user",
        source=f"https://news.example/{number}",
    )
