import assert from "node:assert/strict";
import test from "node:test";
import { commandFor } from "../../web/static/js/keyboard.js";
import { alongLane, besides, nextLane, nextOfKind, targetAt } from "../../web/static/js/reach.js";

const target = (id, laneId, u, more = {}) => ({
  mark: { id, kind: more.kind ?? "statement", item: {} }, laneId, u, y: more.y ?? 20, shelved: more.shelved ?? false,
  box: { u0: u - 6, u1: u + 6, y0: 14, y1: 26 },
});
const all = [target("b", "x", 50), target("a", "x", 10), target("c", "y", 60), target("d", "y", 5), target("s", "x", 3, { shelved: true }),
  target("m", "x", 90, { kind: "meeting" }), target("m", "y", 90, { kind: "meeting" })];
const named = (t) => t && t.mark.id;

test("a lane is walked in order of time, the shelf last", () => {
  assert.deepEqual(alongLane(all, "x").map(named), ["a", "b", "m", "s"]);
  assert.equal(named(besides(all, all[1], 1)), "b");
  assert.equal(besides(all, all[1], -1), null);
});

test("the next lane offers its nearest", () => {
  assert.equal(named(nextLane(all, all[0], 1, ["x", "y"])), "c");
  assert.equal(named(nextLane(all, all[1], 1, ["x", "y"])), "d");
  assert.equal(nextLane(all, all[0], -1, ["x", "y"]), null);
});

test("a lane without marks is stepped over", () => {
  assert.equal(named(nextLane(all, all[0], 1, ["x", "empty", "y"])), "c");
});

test("the next meeting goes round and counts a meeting once", () => {
  const meetings = [...all, target("n", "x", 20, { kind: "meeting" })];
  const n = meetings.at(-1);
  assert.equal(named(nextOfKind(meetings, n, "meeting")), "m");
  assert.equal(named(nextOfKind(meetings, meetings[5], "meeting")), "n");
  assert.equal(nextOfKind(all, all[0], "redline"), null);
});

test("a mark is hit within 24 pixels, the nearest first", () => {
  assert.equal(named(targetAt(all, 61, 20)), "c");
  assert.equal(named(targetAt(all, 21, 20)), "a");
  assert.equal(targetAt(all, 300, 20), null);
});

test("arrow keys go to what is drawn there, whichever way time runs", () => {
  assert.deepEqual(commandFor("ArrowLeft", false), { go: "along", step: -1 });
  assert.deepEqual(commandFor("ArrowLeft", true), { go: "along", step: 1 });
  assert.deepEqual(commandFor("ArrowRight", true), { go: "along", step: -1 });
  assert.equal(commandFor("x", false), null);
});
