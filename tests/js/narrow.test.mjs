import assert from "node:assert/strict";
import { test } from "node:test";

import { parseDay } from "../../web/static/js/day.js";
import { narrowed } from "../../web/static/js/narrow.js";

const days = (first, last) => [parseDay(first), parseDay(last)];

test("a window becomes the days asked for, and the other filters stay", () => {
  assert.equal(narrowed("?kind=meeting", days("2031-07-14", "2031-07-20")), "?kind=meeting&from=2031-07-14&to=2031-07-20");
});

test("a window never widens the days that were chosen", () => {
  assert.equal(narrowed("?from=2031-07-15&to=2031-07-18", days("2031-07-01", "2031-07-16")), "?from=2031-07-15&to=2031-07-16");
});
