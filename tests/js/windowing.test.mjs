import assert from "node:assert/strict";
import test from "node:test";

import { between, bounded, fitTo, homeRange, leastScale } from "../../web/static/js/windowing.js";

const view = { from: 100, k: 10, width: 800, stage: 800, flipped: false };

test("a day alone is shown with days around it", () => {
  const shown = fitTo(view, { first: 100, end: 101 }, false);
  assert.ok(shown.width / shown.k >= 6);
  assert.ok(shown.from < 100);
});

test("home holds publications near what is dated and no others", () => {
  const near = homeRange([[10, 12]], [{ day: 14 }, { day: 900 }]);
  assert.equal(near.end, 15);
  assert.equal(homeRange([], []), null);
  assert.deepEqual(homeRange([], [{ day: 7 }]), { first: 7, end: 8 });
});

test("some of the data stays in view, however far one pans", () => {
  const range = { first: 0, end: 50 };
  for (const from of [-1e6, 1e6]) {
    const held = bounded({ ...view, from }, range);
    assert.ok(held.from < range.end && held.from + held.width / held.k > range.first);
  }
  assert.equal(bounded(view, null), view);
});

test("zooming out ends at a quarter of the window", () => {
  assert.equal(leastScale(null, 800), 1);
  assert.equal(leastScale({ first: 0, end: 100 }, 800), 2);
});

test("between two views it begins at one and ends at the other", () => {
  const goal = { ...view, from: 40, k: 40 };
  assert.deepEqual(between(view, goal, 0), { ...goal, from: view.from, k: view.k });
  assert.equal(between(view, goal, 1), goal);
  assert.equal(between(view, goal, 1.3), goal);
  const half = between(view, goal, 0.5);
  assert.ok(half.k > view.k && half.k < goal.k && half.from < view.from && half.from > goal.from);
});
