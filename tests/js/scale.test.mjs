import assert from "node:assert/strict";
import test from "node:test";
import { formatDay, parseDay } from "../../web/static/js/day.js";
import { dataRange, fitted, panned, relativeTicks, revealed, stepFor, ticks, toDay, toU, toX, viewEnd, zoomed } from "../../web/static/js/scale.js";

const view = { from: 100, k: 10, width: 500, flipped: false };

test("right-to-left flips x and nothing else", () => {
  assert.equal(toX(view, 30), 30);
  assert.equal(toX({ ...view, flipped: true }, 30), 470);
  assert.equal(toU({ ...view, flipped: true }, 103), 30);
});

test("zooming keeps the day under the pointer", () => {
  const near = zoomed(view, 2.5, 120);
  assert.equal(near.k, 25);
  assert.ok(Math.abs(toDay(near, 120) - toDay(view, 120)) < 1e-9);
});

test("zooming stops at its ends", () => {
  assert.equal(zoomed(view, 1e9, 0).k, 320);
  assert.equal(zoomed(view, 1e-9, 0, 2).k, 2);
});

test("panning moves the days with the finger", () => {
  assert.equal(panned(view, 50).from, 95);
});

test("what is fitted lies in view with room around", () => {
  const fit = fitted(view, 10, 20, [40, 60]);
  assert.ok(toU(fit, 10) >= 40 - 1e-9);
  assert.ok(toU(fit, 20) <= 440 + 1e-9);
});

test("revealing moves no more than needed", () => {
  assert.equal(revealed(view, 120, 121).from, view.from);
  assert.ok(toU(revealed(view, 90, 91), 90) >= 47.9);
  assert.ok(toU(revealed(view, 170, 171), 171) <= 452.1);
});

test("one extreme outlier is left out of the range, two are not", () => {
  const cluster = [[100, 100], [103, 103], [105, 106], [108, 108]];
  assert.deepEqual(dataRange([...cluster, [5000, 5000]]), { first: 100, end: 109, before: 0, after: 1 });
  assert.deepEqual(dataRange([...cluster, [-900, -900]]), { first: 100, end: 109, before: 1, after: 0 });
  assert.equal(dataRange([...cluster, [5000, 5000], [5001, 5001]]).end, 5002);
  assert.equal(dataRange([]), null);
});

test("a span that is much longer than all the rest does not set the range", () => {
  const range = dataRange([[100, 100], [103, 103], [105, 106], [108, 108], [90, 120]]);
  assert.equal(range.end, 109);
});

test("steps grow from days to centuries", () => {
  assert.deepEqual(stepFor(60, 56), { unit: "day", count: 1 });
  assert.deepEqual(stepFor(30, 56), { unit: "day", count: 2 });
  assert.deepEqual(stepFor(10, 56), { unit: "week", count: 1 });
  assert.deepEqual(stepFor(2, 56), { unit: "month", count: 1 });
  assert.deepEqual(stepFor(0.01, 56), { unit: "year", count: 20 });
});

test("ticks of months are first days, ticks of weeks are Mondays", () => {
  const days = ticks(parseDay("2025-01-15"), parseDay("2025-04-02"), { unit: "month", count: 1 });
  assert.deepEqual(days.map(formatDay), ["2025-01-01", "2025-02-01", "2025-03-01", "2025-04-01"]);
  const weeks = ticks(parseDay("2025-04-01"), parseDay("2025-04-16"), { unit: "week", count: 1 });
  assert.deepEqual(weeks.map(formatDay), ["2025-03-31", "2025-04-07", "2025-04-14"]);
});

test("ticks stay where they are while panning", () => {
  const step = { unit: "week", count: 2 };
  const all = new Set(ticks(0, 400, step));
  for (const day of ticks(123, 300, step)) assert.ok(all.has(day));
});

test("ticks before the common era begin at round years", () => {
  const first = ticks(parseDay("-0047-05-01"), parseDay("-0020-01-01"), { unit: "year", count: 10 })[0];
  assert.equal(formatDay(first), "-0050-01-01");
});

test("an axis without dates counts from publication, which is 0", () => {
  assert.deepEqual(relativeTicks(-3.2, 2, 100, 56), [-4, -3, -2, -1, 0, 1]);
});

test("the window ends where its width does", () => {
  assert.equal(viewEnd(view), 150);
});
