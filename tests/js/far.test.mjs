import assert from "node:assert/strict";
import test from "node:test";
import { parseDay } from "../../web/static/js/day.js";
import { layFar, stretchAt } from "../../web/static/js/far.js";
import { arranged } from "../../web/static/js/folding.js";
import { Covered } from "../../web/static/js/covered.js";
import { Holdings } from "../../web/static/js/holdings.js";
import { planLanes } from "../../web/static/js/layout.js";
import { toDrawing } from "../../web/static/js/model.js";
import { countMarks, mostIn, ribbonHeight, stretchFor, sumBuckets } from "../../web/static/js/ribbons.js";

const mark = (first, last, shape, ...lanes) => ({ lanes, when: { first, last, shape } });

test("an uncertain day counts once, in the middle; what lasts counts throughout", () => {
  const counts = countMarks([mark(0, 20, "within", "a"), mark(7, 20, "throughout", "a", "b")], 7);
  assert.deepEqual([...counts.get("a")], [[1, 2], [2, 1]]);
  assert.deepEqual([...counts.get("b")], [[1, 1], [2, 1]]);
});

test("all lanes share one scale: the highest ribbon is 20 pixels, the others by the root of their share", () => {
  assert.equal(ribbonHeight(16, 16), 20);
  assert.equal(ribbonHeight(4, 16), 10);
  const lanes = new Map([["a", new Map([[0, 3], [9, 40]])], ["b", new Map([[0, 8]])]]);
  assert.equal(mostIn(lanes, ["a", "b"], 0, 5), 8);
  assert.equal(mostIn(lanes, ["b"], 0, 50), 8);
});

test("a stretch is some pixels wide, and lanes add up", () => {
  assert.deepEqual([40, 2, 0.4, 0.0001].map(stretchFor), [1, 7, 14, 36_400]);
  assert.deepEqual([...sumBuckets(new Map([["a", new Map([[0, 1]])], ["b", new Map([[0, 2]])]]))], [[0, 3]]);
});

test("covered days join where they touch, and a gap is not covered", () => {
  const covered = new Covered();
  covered.add(0, 10);
  covered.add(20, 30);
  assert.ok(covered.has(2, 9) && !covered.has(5, 25));
  covered.add(10, 20);
  assert.deepEqual(covered.parts, [[0, 30]]);
  covered.keep(5, 12);
  assert.ok(!covered.has(0, 6) && covered.has(5, 12));
});

const density = (from, counts, bucket = 1) => ({ mode: "density", axis: { kind: "absolute" }, from, to: "2025-04-10", bucket, lanes: [{ id: "a", label: "A", counts }], counts: { claims: 5000 } });
const item = (n, kind = "statement") => ({ iri: `i${n}`, kind, act: "asserts", label: "x", lanes: [{ id: "a", role: kind === "meeting" ? "participant" : "speaker" }], time: { earliest: "2025-04-09", latest: "2025-04-09", extent: "within", basis: "explicit" } });

function holding(answers, first = density("2025-04-01", [[0, 9], [8, 2]])) {
  const asked = [];
  let changes = 0;
  const held = new Holdings(first, {
    ask: async (params) => {
      asked.push(params);
      return answers(params);
    },
    onChange: () => { changes += 1; },
  });
  return { held, asked, changed: () => changes };
}

test("a window with few events is asked for page by page, then not again", async () => {
  const pages = { undefined: { mode: "items", items: [item(1)], next: "p2" }, p2: { mode: "items", items: [item(2)], next: null } };
  const { held, asked, changed } = holding((params) => (params.bucket ? density("2025-04-01", [[0, 9], [8, 2]], params.bucket) : pages[params.after]));
  const [from, end] = [parseDay("2025-04-08"), parseDay("2025-04-11")];
  await held.fill({ from, end, k: 200 }, ["a"]);
  assert.equal(held.items.size, 2);
  assert.ok(held.hasEvents(from, end) && changed() > 1);
  assert.ok(asked.filter((p) => !p.bucket).every((p) => p.from <= "2025-04-08" && p.to >= "2025-04-10"));
  const before = asked.length;
  await held.fill({ from, end, k: 200 }, ["a"]);
  assert.equal(asked.length, before);
});

test("of a window with many, only meetings and red lines are asked for, or their number", async () => {
  const { held, asked } = holding((params) => {
    if (params.bucket) return density("2025-04-01", [[0, 9000], [8, 9000]], params.bucket);
    if (params.kind === "meeting") return { mode: "items", items: [item(params.after ?? 0, "meeting")], next: "more", counts: { meetings: 4321 } };
    return { mode: "items", items: [item(9, "redline")], next: null };
  });
  const [from, end] = [parseDay("2025-04-02"), parseDay("2025-04-11")];
  await held.fill({ from, end, k: 20 }, ["a"]);
  assert.deepEqual(new Set(asked.filter((p) => !p.bucket).map((p) => p.kind)), new Set(["meeting", "redline"]));
  assert.deepEqual([...held.items.values()].map((i) => i.kind), ["redline"], "the first few meetings stand for no whole");
  assert.equal(held.leftOut(from, end), 4321);
});

test("a failed request is told, and tried again later", async () => {
  const troubles = [];
  const held = new Holdings(density("2025-04-01", [[0, 1]]), {
    ask: async () => { throw new TypeError("no network"); },
    onChange: () => {},
    onTrouble: (failed) => troubles.push(failed),
  });
  await held.fill({ from: 0, end: 10, k: 20 }, ["a"]);
  assert.ok(troubles.length && troubles.every(Boolean));
  assert.equal(held.asking.size, 0);
});

test("far away a meeting is a tie and its lanes ribbons; one can ask what a stretch holds", () => {
  const day = parseDay("2025-04-09");
  const answer = { lanes: [{ id: "a", label: "A" }, { id: "b", label: "B" }], items: [{ ...item(1, "meeting"), lanes: ["a", "b"].map((id) => ({ id, role: "participant" })) }], picked: ["a", "b"], truncated: true };
  const made = arranged({ ...toDrawing(answer, { unresolved: "?" }), picked: ["a", "b"], origin: day - 10 }, { fold: [], moved: [], more: false }, { height: 400 });
  const plan = planLanes(made, { k: 3, height: 400, gutter: 0 });
  const counts = { bucket: 7, lanes: new Map([["a", new Map([[Math.floor(day / 7), 12]])]]) };
  const scene = layFar(plan, { k: 3, counts, window: [day - 40, day + 40], view: [day - 20, day + 20], dated: made.dated });
  assert.equal(scene.meetings[0].form, "tie");
  assert.equal(scene.ribbons.most, 12);
  const u = (Math.floor(day / 7) * 7 + 3 - scene.origin) * 3;
  assert.equal(stretchAt(scene, u, plan.lanes[0].y - 3).n, 12);
  assert.equal(stretchAt(scene, u, plan.lanes[1].y - 3), null);
});

test("a stretch of which only counts are known has a tick where articles differ", () => {
  const lanes = [{ lane: { id: "a" }, y: 50, redlineYs: [] }];
  const counts = { bucket: 7, lanes: new Map(), disputed: new Map([["a", new Map([[10, 2], [11, 0], [900, 1]])]]) };
  const plan = { lanes, origin: 70, drawing: { relative: false } };
  const { ticks } = layFar(plan, { k: 2, counts, window: [0, 200], view: [0, 200], dated: [] });
  assert.deepEqual(ticks, [{ u: 7, y: 50 }]);
});

test("how many of a lane have no date is told by counts, not by answers of one kind, nor where days are asked for", () => {
  const first = (n) => ({ mode: "density", axis: { kind: "absolute" }, bucket: 1, from: "2025-04-01", to: "2025-04-02", lanes: [{ id: "a", counts: [[0, 1]], undated: n }] });
  const options = { ask: () => Promise.reject(new Error("none")), onChange: () => {} };
  const held = new Holdings(first(21), options);
  held.take({ mode: "items", lanes: [{ id: "a", undated: 5 }], items: [] });
  assert.equal(held.answer().lanes[0].undated, 21);
  assert.equal(new Holdings(first(21), { ...options, timed: true }).answer().lanes[0].undated, 0);
});
