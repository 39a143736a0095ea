import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { graphemes } from "../../web/static/js/labels.js";
import { arranged } from "../../web/static/js/folding.js";
import { layScene, planLanes } from "../../web/static/js/layout.js";
import { toDrawing } from "../../web/static/js/model.js";

const read = (name) => JSON.parse(readFileSync(new URL(`../fixtures/timeline/${name}.json`, import.meta.url), "utf8"));
const measure = (text) => graphemes(text).length * 6.6;
const apartAll = { fold: [], moved: [], more: true };
const planOf = (answer, choice = apartAll) => planLanes(arranged(toDrawing(answer, { unresolved: "?" }), choice, { height: 640 }), { k: 38, height: 640, gutter: 64 });
const plan = (name, choice) => planOf(read(name), choice);
const boxOf = (label) => ({ u0: label.u0, u1: label.u1, y0: label.y - 8, y1: label.y + 8 });
const apart = (a, b) => a.u0 >= b.u1 || a.u1 <= b.u0 || a.y0 >= b.y1 || a.y1 <= b.y0;

for (const name of ["talks.en", "talks.ar", "relative.en"]) {
  for (const k of [4, 12, 38, 75, 160]) {
    test(`words meet no mark, knot or other words: ${name} at ${k} pixels a day`, () => {
      const scene = layScene(plan(name), { k, measure });
      const boxes = scene.labels.map(boxOf);
      boxes.forEach((box, i) => boxes.slice(i + 1).forEach((other) => assert.ok(apart(box, other))));
      for (const box of boxes) {
        for (const m of scene.marks) assert.ok(apart(box, { u0: m.u - 6, u1: m.u + 6, y0: m.y - 6, y1: m.y + 6 }));
        for (const knot of scene.meetings.filter((m) => m.form === "knot")) {
          assert.ok(apart(box, { u0: knot.u0 - 8, u1: knot.u1 + 8, y0: knot.mid - knot.height / 2, y1: knot.mid + knot.height / 2 }));
        }
        for (const red of scene.redlines) assert.ok(apart(box, { u0: red.u, u1: 1e9, y0: red.y - 12, y1: red.y + 12 }));
      }
    });
  }
}

test("everything can be reached: each item has a target, a meeting one for each who took part", () => {
  const made = plan("talks.en");
  const scene = layScene(made, { k: 38, measure });
  const ids = new Set(scene.targets.flatMap((t) => [t.mark.id, ...(t.stack ?? []).map((m) => m.id)]));
  for (const mark of [...made.drawing.dated, ...made.drawing.undated]) assert.ok(ids.has(mark.id), mark.id);
  const talks = scene.targets.filter((t) => t.mark.item.label === "Technical talks in Azerbaijan");
  assert.equal(talks.length, 3);
});

test("lanes keep their place at every zoom", () => {
  const made = plan("talks.en");
  const ys = (k) => layScene(made, { k, measure }).lanes.map((lane) => lane.y);
  assert.deepEqual(ys(5), ys(150));
});

test("a red line has a sub-lane of its own under its declarer", () => {
  const made = plan("talks.en");
  const [red] = layScene(made, { k: 38, measure }).redlines;
  assert.ok(red.y > red.lane.y + 24);
  const next = made.lanes[red.lane.index + 1];
  assert.ok(!next || red.y + 12 < next.y - 8);
});

test("a red line is solid up to when it was last heard of", () => {
  const made = plan("talks.en");
  const [red] = layScene(made, { k: 40, measure }).redlines;
  assert.equal(red.solidTo - red.u, 80);
});

test("the thread of an actor spans the first to the last day it is heard of", () => {
  const made = plan("talks.en");
  const thread = layScene(made, { k: 10, measure }).threads.find((t) => t.lane.lane.label === "Turkish Ministry of National Defence");
  assert.equal((thread.u1 - thread.u0) / 10, 7);
});

test("nobody has a thread who has no dated event", () => {
  const made = plan("talks.en");
  const threads = layScene(made, { k: 10, measure }).threads.map((t) => t.lane.lane.id);
  assert.ok(!threads.includes(""));
});

test("an empty drawing is laid out without complaint", () => {
  const made = planOf({});
  assert.deepEqual(layScene(made, { k: 38, measure }).targets, []);
});
