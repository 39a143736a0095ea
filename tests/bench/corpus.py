"""Articles without end: sentences of the gold articles, put together anew, with names of nobody.

In:  a seed. Out: `SourceText`s, the same for the same seed. Each article has a title and eight to
fourteen paragraphs of one language and a few made-up names and numbers. They are spread over five
years, a few a day, by many outlets. About one in twelve is what an outlet made of another's text of
the day or of the day before: the same paragraphs but one, under a title of its own.
"""

import random
import re
from collections import deque
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from kg.model.article import SourceText
from kg.model.day import Day
from kg.read import read_source
from kg.vocabulary import LANGUAGES, Language

_GOLD = Path(__file__).parent.parent / "eval" / "dev"
_FIRST, _DAYS = Day(2021, 1, 1), 5 * 365
_NUMBER = re.compile(r"\d+")
_TAKEN_OVER, _LATELY = 1 / 12, 40
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
    lately: dict[Language, deque[SourceText]] = {one: deque(maxlen=_LATELY) for one in languages}
    for number in range(count):
        language = languages[number % len(languages)]
        taken = None
        if lately[language] and random_.random() < _TAKEN_OVER:
            taken = random_.choice(lately[language])
        article = _article(random_, number, language, taken)
        if taken is None:
            lately[language].append(article)
        yield article


def _article(
    random_: random.Random, number: int, language: Language, taken: SourceText | None
) -> SourceText:
    pool = _paragraphs(language)
    strange = f"{_name(random_, language)} {_name(random_, language)} {random_.randint(10, 99999)}"
    day = _FIRST.plus(random_.randrange(_DAYS))
    body = [_anew(random_, random_.choice(pool), day) for _ in range(random_.randint(8, 14))]
    if taken is not None and taken.published is not None:
        body = taken.text.split("\n\n")[1:]
        body[-1] = _anew(random_, random_.choice(pool), day)
        day = taken.published.plus(random_.randint(0, 1))
    return SourceText(
        name=f"generated-{number}",
        text="\n\n".join([strange, *body]),
        title=strange,
        language=language,
        published=day,
        published_from="user",
        publisher=f"Outlet {random_.randint(1, 60)}",
        source=f"https://news.example/{number}",
    )


def _anew(random_: random.Random, paragraph: str, day: Day) -> str:
    """Return a paragraph with other numbers: other days, the article's year or the last."""

    def other(found: re.Match[str]) -> str:
        digits = found[0]
        if len(digits) <= 2:
            return str(random_.randint(1, 28))
        if len(digits) == 4 and digits.isascii() and digits[:2] in ("19", "20"):
            return str(day.year - random_.choice((0, 0, 0, 1)))
        return "".join(random_.choice("123456789") for _ in digits)

    return _NUMBER.sub(other, paragraph)
