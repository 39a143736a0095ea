import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { placeChips } from "../../web/static/js/chips.js";
import { arranged, autoFold, laneName, reordered, REST, withMove } from "../../web/static/js/folding.js";
import { toDrawing } from "../../web/static/js/model.js";
import { labelOf } from "../../web/static/js/naming.js";
import { shortMeetings } from "../../web/static/js/order.js";

const read = (name) => JSON.parse(readFileSync(new URL(`../fixtures/timeline/${name}.json`, import.meta.url), "utf8"));
const lane = (id, side = null, unnamed = false) => ({ id, label: id, unnamed, side });
const says = (id, who, dated = true) => ({ id, kind: "statement", lanes: [who], mediators: [], addressees: [], deniers: [], item: {}, when: dated ? { first: 1, last: 1, shape: "day" } : null });
const meets = (id, ...who) => ({ ...says(id, who[0]), kind: "meeting", lanes: who });
const drawing = (lanes, marks) => ({ lanes, dated: marks.filter((m) => m.when), undated: marks.filter((m) => !m.when), publications: [], relative: false, counts: null, whole: true });
const none = { fold: [], moved: [], more: false };
const ids = (made) => made.lanes.map((l) => l.id);

test("a folded side is one lane, and what its bodies did stands on it", () => {
  const made = arranged(drawing([lane("a"), lane("a.ministry", "a"), lane("b")], [says("1", "a.ministry"), meets("2", "a.ministry", "b")]), { ...none, fold: ["a"] }, { height: 600 });
  assert.deepEqual(ids(made).sort(), ["a", "b"]);
  assert.deepEqual(made.dated.map((m) => m.lanes), [["a"], ["a", "b"]]);
  assert.deepEqual(made.dated[1].own, ["a.ministry", "b"]);
});

test("sides fold by themselves only when lanes do not fit, the one that saves most first", () => {
  const lanes = [lane("a"), ...[1, 2, 3, 4].map((i) => lane(`a${i}`, "a")), lane("b"), lane("b1", "b"), ...[1, 2, 3].map((i) => lane(`c${i}`))];
  const marks = lanes.map((l, i) => says(String(i), l.id));
  assert.deepEqual([...autoFold(lanes, marks, 2000)], []);
  assert.deepEqual([...autoFold(lanes, marks, 400)], ["a"]);
});

test("a side with a body that is not named is never folded by itself", () => {
  const lanes = [lane("a"), lane("a1", "a", true), ...Array.from({ length: 9 }, (_, i) => lane(`c${i}`))];
  assert.deepEqual([...autoFold(lanes, lanes.map((l, i) => says(String(i), l.id)), 200)], []);
});

test("lanes of which nothing is dated wait behind more, and what they tell is in their chip", () => {
  const lanes = [lane("a"), lane("b"), lane("c")];
  const made = arranged(drawing(lanes, [says("1", "a"), says("2", "b", false), says("3", "c", false), says("4", "a", false)]), none, { height: 600 });
  assert.deepEqual(ids(made), ["a"]);
  assert.deepEqual([made.rest.lanes, made.rest.undated.map((m) => m.id)], [2, ["2", "3"]]);
  const chips = placeChips(made, [{ lane: lanes[0], y: 30 }], { width: 64, restY: 90 });
  assert.deepEqual(chips.map((chip) => [chip.laneId, chip.marks.length]), [["a", 1], [REST, 2]]);
  assert.deepEqual(ids(arranged(drawing(lanes, [says("1", "a")]), { ...none, more: true }, { height: 600 })), ["a", "b", "c"]);
});

test("no event is lost, folded or not", () => {
  for (const fold of [null, [], ["turkey", "israel"]]) {
    const all = toDrawing(read("talks.en"), { unresolved: "?" });
    const made = arranged(all, { ...none, fold }, { height: 300 });
    assert.equal(made.dated.length + made.undated.length, all.dated.length + all.undated.length);
  }
});

test("a lane goes where it is put, and moves of one lane in a row are one", () => {
  const lanes = [lane("x/a"), lane("x/b"), lane("x/c")];
  assert.deepEqual(reordered(lanes, [["c", 0]]).map((l) => laneName(l.id)), ["c", "a", "b"]);
  assert.deepEqual(reordered(lanes, [["nobody", 0], ["a", 99]]).map((l) => laneName(l.id)), ["b", "c", "a"]);
  assert.deepEqual(withMove(withMove([["a", 1]], "b", 1), "b", 0), [["a", 1], ["b", 0]]);
});

test("those who meet stand side by side, and a side's bodies stay together", () => {
  const lanes = [lane("a"), lane("a1", "a", true), lane("x"), lane("b")];
  const order = shortMeetings(lanes, [meets("1", "a", "b"), meets("2", "a", "b")]).map((l) => l.id);
  assert.equal(Math.abs(order.indexOf("a") - order.indexOf("b")), 1);
  assert.equal(Math.abs(order.indexOf("a") - order.indexOf("a1")), 1);
});

test("a meeting of which nothing is known but who met is named only where lanes do not say it", () => {
  const words = { meeting: "Meeting", cancelled: "cancelled", denied: "denied" };
  const mark = { lanes: ["a", "b"], own: ["a1", "b"], item: { label: "Meeting", status: "held" } };
  assert.equal(labelOf(mark, words, new Map([["a1", "Ministry"]])), "\u2068Ministry\u2069");
  assert.equal(labelOf({ ...mark, own: ["a", "b"] }, words, new Map()), "");
  assert.equal(labelOf({ ...mark, own: ["a", "b"], item: { label: "Meeting", status: "cancelled" } }, words), "cancelled");
  assert.equal(labelOf({ ...mark, item: { label: "Meeting in Baku", status: "held", commitment: "denied" } }, words), "Meeting in Baku · denied");
});
