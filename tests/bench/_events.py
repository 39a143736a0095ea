"""Answers of /api/timeline over invented events, at any size, without a store behind them.

In:  a number of events, a seed. Out: `Invented.answer(arguments)`, in the shapes that README lists.
Parties are as unevenly spread as in news; days come in waves; one event in eight is a meeting, one
in two hundred a red line.
"""

import random
from bisect import bisect_left
from collections import Counter, defaultdict
from datetime import date, timedelta
from typing import Any

Json = dict[str, Any]

_FIRST = date(2020, 1, 1).toordinal()
_EPOCH = date(1970, 1, 1).toordinal()
_DAYS = 5 * 365
_LANES = 400
_SHOWN = 12
_HOME_DAYS = 90
_ACTS = ("asserts", "announces", "warns", "accuses", "denies", "demands", "promises")


class Invented:
    """`count` events over five years, in order of day."""

    def __init__(self, count: int, *, seed: int = 1) -> None:
        """Draw days, kinds and parties; items are made when they are asked for."""
        chance = random.Random(seed)
        waves = [chance.random() ** 2 + 0.05 for _ in range(_DAYS // 20 + 1)]
        weights = [waves[i // 20] * (0.4 if i % 7 > 4 else 1) for i in range(_DAYS)]
        self.days = sorted(chance.choices(range(_DAYS), weights, k=count))
        parties = [1 / (i + 2) for i in range(_LANES)]
        kinds = chance.choices(("statement", "meeting", "redline"), (175, 25, 1), k=count)
        pairs = chance.choices(range(_LANES), parties, k=2 * count)
        self.events = [
            (day, kind, pairs[2 * i], pairs[2 * i + 1], chance.randint(1, 9))
            for i, (day, kind) in enumerate(zip(self.days, kinds, strict=True))
        ]
        self.weight = Counter(lane for event in self.events for lane in self._lanes(event))
        self.order = [lane for lane, _ in self.weight.most_common()]

    @staticmethod
    def _lanes(event: tuple[int, str, int, int, int]) -> tuple[int, ...]:
        _, kind, first, second, _ = event
        return (first, second) if kind == "meeting" and first != second else (first,)

    def first_answer(self) -> Json:
        """Return what a page of so many events begins with."""
        if len(self.events) <= 300:
            return self.answer({"limit": "500"})
        first = max(0, self.days[-1] - _HOME_DAYS)
        answer = self.answer({"bucket": "1", "from": self._day(first)})
        more = answer["lanes"][_SHOWN:]
        return answer | {
            "lanes": answer["lanes"][:_SHOWN],
            "more_lanes": len(more),
            "window": {"from": self._day(first), "to": self._day(self.days[-1])},
            "span": {"from": self._day(self.days[0]), "to": self._day(self.days[-1])},
            "redlines": [
                self._item(i)
                for i in range(len(self.events) - 1, -1, -1)
                if self.events[i][1] == "redline"
            ][:8],
        }

    def answer(self, asked: dict[str, str]) -> Json:
        """Return counts when `bucket` is given, else items, a page at a time."""
        low = self._number(asked.get("from"), 0)
        high = self._number(asked.get("to"), _DAYS)
        begin, end = bisect_left(self.days, low), bisect_left(self.days, high + 1)
        if "bucket" in asked:
            return self._density(begin, end, int(asked["bucket"]))
        limit, start = int(asked.get("limit", "50")), begin + int(asked.get("after", "0"))
        wanted = (i for i in range(start, end) if asked.get("kind") in (None, self.events[i][1]))
        page = [i for _, i in zip(range(limit), wanted, strict=False)]
        following = page[-1] + 1 if page and page[-1] + 1 < end else None
        return {
            "mode": "items",
            "axis": {"kind": "absolute"},
            "lanes": self._entries({lane for i in page for lane in self._lanes(self.events[i])}),
            "items": [self._item(i) for i in page],
            "truncated": following is not None or "after" in asked,
            "next": None if following is None else str(following - begin),
            "undated": 0,
            "counts": self._counts(),
            "publications": [],
        }

    def _density(self, begin: int, end: int, bucket: int) -> Json:
        counted: dict[int, Counter[int]] = defaultdict(Counter)
        for event in self.events[begin:end]:
            stretch = (event[0] + _FIRST - _EPOCH) // bucket
            for lane in self._lanes(event):
                counted[lane][stretch] += 1
        used = sorted({s for counts in counted.values() for s in counts}) or [0]
        lanes = [
            entry | {"counts": [[s - used[0], n] for s, n in sorted(counted[lane].items())]}
            for lane, entry in zip(
                self._ranked(set(counted)), self._entries(set(counted)), strict=True
            )
        ]
        return {
            "mode": "density",
            "axis": {"kind": "absolute"},
            "from": str(date.fromordinal(used[0] * bucket + _EPOCH)),
            "to": str(date.fromordinal((used[-1] + 1) * bucket - 1 + _EPOCH)),
            "bucket": bucket,
            "max": max((n for counts in counted.values() for n in counts.values()), default=0),
            "lanes": lanes,
            "undated": 0,
            "counts": self._counts(),
        }

    def _ranked(self, lanes: set[int]) -> list[int]:
        return [lane for lane in self.order if lane in lanes]

    def _entries(self, lanes: set[int]) -> list[Json]:
        return [
            {
                "id": f"party-{lane}",
                "label": f"Party {lane}",
                "lang": "en",
                "unnamed": lane % 7 == 3,
                "side": None,
                "href": f"/actors/party-{lane}",
                "events": self.weight[lane],
            }
            for lane in self._ranked(lanes)
        ]

    def _counts(self) -> Json:
        kinds = Counter(event[1] for event in self.events)
        return {
            "articles": len(self.events) // 2,
            "claims": len(self.events),
            "meetings": kinds["meeting"],
            "redlines": kinds["redline"],
            "undated": 0,
        }

    def _item(self, number: int) -> Json:
        day, kind, first, second, articles = self.events[number]
        known = self._day(day)
        role = {"meeting": "participant", "redline": "declarer"}.get(kind, "speaker")
        lanes = [{"id": f"party-{lane}", "role": role} for lane in self._lanes(self.events[number])]
        if kind != "meeting" and first != second:
            lanes.append({"id": f"party-{second}", "role": "addressee"})
        return {
            "iri": f"https://claims.example/{kind}/{number:07}",
            "href": f"/events/{number:07}",
            "kind": kind,
            "act": _ACTS[number % len(_ACTS)] if kind == "statement" else None,
            "label": f"what was told under number {number}",
            "lang": "en",
            "sentence": f"What was told under number {number}, {known}.",
            "lanes": lanes,
            "time": {"earliest": known, "latest": known, "extent": "within", "basis": "explicit"},
            "published": known,
            "commitment": "asserted",
            "status": "planned" if number % 9 == 0 else "held",
            "via": number % 3,
            "unnamed": first % 7 == 3,
            "conditional": number % 11 == 0,
            "life": [{"step": "declared", "earliest": known, "latest": known, "claims": 1}],
            "claims": articles,
            "articles": articles,
            "disputed": number % 23 == 0,
            "maybe_same": [],
        }

    @staticmethod
    def _day(number: int) -> str:
        return str(date.fromordinal(_FIRST) + timedelta(days=number))

    @staticmethod
    def _number(text: str | None, otherwise: int) -> int:
        return date.fromisoformat(text).toordinal() - _FIRST if text else otherwise
