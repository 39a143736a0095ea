import assert from "node:assert/strict";
import test from "node:test";
import { MAX_ROWS, placeRows } from "../../web/static/js/rows.js";

const at = (id, first, last = first, shape = "day") => ({ id, kind: "statement", item: {}, when: { first, last, shape } });
const place = (marks, more = {}) => placeRows(marks, { k: 30, origin: 0, ...more });

test("marks of one day hang below one another", () => {
  const { placed } = place([at("a", 1), at("b", 1)]);
  assert.deepEqual(placed.map((p) => p.row), [0, 1]);
  assert.equal(placed[0].u, placed[1].u);
});

test("what finds no row is stacked, never dropped", () => {
  const marks = Array.from({ length: 9 }, (_, i) => at(`m${i}`, 1));
  const { placed, stacks, rows } = place(marks);
  assert.equal(rows, MAX_ROWS);
  assert.equal(placed.length + stacks.reduce((n, s) => n + s.marks.length, 0), 9);
});

test("a wide day has room beside its middle, and no mark leaves its day", () => {
  const marks = Array.from({ length: 9 }, (_, i) => at(`m${i}`, 1));
  const { placed, stacks } = place(marks, { k: 160 });
  assert.equal(stacks.length, 0);
  for (const p of placed) assert.ok(p.u > 160 && p.u < 320);
});

test("no two marks of a row cover one another", () => {
  const marks = Array.from({ length: 40 }, (_, i) => at(`m${String(i).padStart(2, "0")}`, Math.floor(i / 3)));
  const { placed } = place(marks, { k: 9 });
  for (const a of placed) {
    for (const b of placed) if (a !== b && a.row === b.row) assert.ok(Math.abs(a.u - b.u) >= 12);
  }
});

test("a day's mark keeps the thread before a long uncertain one", () => {
  const { placed } = place([at("long", 0, 30, "within"), at("day", 12)]);
  assert.equal(placed.find((p) => p.mark.id === "day").row, 0);
  assert.equal(placed.find((p) => p.mark.id === "long").row, 1);
});

test("a meeting's place on the thread is kept free", () => {
  const { placed } = place([at("a", 1)], { taken: [[35, 55]] });
  assert.equal(placed[0].row, 1);
});
