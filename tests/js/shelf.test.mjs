import assert from "node:assert/strict";
import test from "node:test";
import { placeShelf, shelfRows, shelfShare } from "../../web/static/js/shelf.js";

const lane = (index, rows = 1) => ({ lane: { id: `l${index}` }, index, y: 20 + 60 * index, rows });
const says = (id, laneId, label = "talks will go on") => ({ id, kind: "statement", lanes: [laneId], item: { label } });
const meets = (id, ...lanes) => ({ id, kind: "meeting", lanes, item: {} });
const place = (marks, lanes, maxWidth = 320) => placeShelf(marks, lanes, { maxWidth, measure: (text) => text.length * 6 });

test("nothing undated, no shelf", () => {
  assert.equal(place([], [lane(0)]).width, 0);
});

test("no undated mark is lost, however many there are", () => {
  const marks = Array.from({ length: 60 }, (_, i) => says(`m${i}`, `l${i % 2}`));
  const shelf = place(marks, [lane(0, 3), lane(1, 2)]);
  assert.equal(shelf.marks.length + shelf.stacks.reduce((n, s) => n + s.marks.length, 0), 60);
});

test("no two marks stand in one place", () => {
  const marks = Array.from({ length: 30 }, (_, i) => says(`m${i}`, `l${i % 3}`));
  const { marks: placed } = place(marks, [lane(0, 3), lane(1, 3), lane(2, 3)]);
  assert.equal(new Set(placed.map((m) => `${m.u},${m.y}`)).size, placed.length);
});

test("meetings through the same lanes have columns of their own, and no mark stands on their lines", () => {
  const lanes = [lane(0), lane(1, 3), lane(2)];
  const shelf = place([meets("a", "l0", "l2"), meets("b", "l0", "l1"), says("c", "l1"), says("d", "l1")], lanes);
  const columns = shelf.ties.map((tie) => tie.u);
  assert.equal(new Set(columns).size, 2);
  for (const mark of shelf.marks) assert.ok(!columns.includes(mark.u));
});

test("words begin after the marks and end inside the shelf", () => {
  const shelf = place([says("a", "l0"), says("b", "l0"), says("c", "l1", "x".repeat(400))], [lane(0, 2), lane(1)]);
  assert.equal(shelf.labels.length, 3);
  for (const label of shelf.labels) {
    const own = shelf.marks.find((m) => m.mark === label.mark);
    assert.ok(label.u0 > own.u + 8);
    assert.ok(label.u1 <= shelf.width);
  }
});

test("a narrow shelf has marks only", () => {
  assert.deepEqual(place([says("a", "l0")], [lane(0)], 90).labels, []);
});

test("the shelf takes more room the more is undated, never more than half", () => {
  assert.equal(shelfShare(10, 0, false), 0);
  assert.ok(shelfShare(10, 70, false) > shelfShare(40, 10, false));
  assert.ok(shelfShare(0, 70, false) < 0.5);
  assert.deepEqual([0, 2, 9].map(shelfRows), [1, 2, 3]);
});
