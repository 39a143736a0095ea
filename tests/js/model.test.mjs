import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { datedFirst } from "../../web/static/js/arrange.js";
import { parseDay } from "../../web/static/js/day.js";
import { bounds, toDrawing, UNRESOLVED, whenOf } from "../../web/static/js/model.js";

const read = (name) => JSON.parse(readFileSync(new URL(`../fixtures/timeline/${name}.json`, import.meta.url), "utf8"));
const words = { unresolved: "not stated" };
const time = (more) => ({ earliest: "2025-04-09", latest: "2025-04-09", extent: "within", basis: "explicit", ...more });

test("equal bounds are one day, different ones some day within", () => {
  assert.equal(whenOf(time(), false).shape, "day");
  assert.equal(whenOf(time({ latest: "2025-04-12" }), false).shape, "within");
  assert.equal(whenOf(time({ latest: "2025-04-12", extent: "throughout" }), false).shape, "throughout");
});

test("a bound that is not known stays open", () => {
  assert.deepEqual(whenOf(time({ latest: null }), false), { first: parseDay("2025-04-09"), last: null, shape: "since" });
  assert.equal(whenOf(time({ earliest: null }), false).shape, "until");
});

test("an inferred time is no date, nor is one that could not be resolved", () => {
  assert.equal(whenOf(time({ basis: "inferred" }), false), null);
  assert.equal(whenOf(time({ basis: "unresolved" }), false), null);
  assert.equal(whenOf(null, false), null);
});

test("bounds in the wrong order are not drawn", () => {
  assert.equal(whenOf(time({ latest: "2025-04-01" }), false), null);
});

test("without publication a day is an offset", () => {
  const when = whenOf({ ...time({ earliest: null, latest: null }), basis: "relative", offset: [-1, -1] }, true);
  assert.deepEqual(when, { first: -1, last: -1, shape: "day" });
});

test("a statement stands on its speaker's lane and never on the one addressed", () => {
  const drawing = toDrawing(read("talks.en"), words);
  for (const mark of [...drawing.dated, ...drawing.undated].filter((m) => m.kind === "statement")) {
    for (const id of mark.addressees) assert.ok(!mark.lanes.includes(id));
  }
});

test("a statement without a speaker has a lane of its own, last to be named", () => {
  const drawing = toDrawing(read("talks.en"), words);
  const lane = drawing.lanes.find((l) => l.id === UNRESOLVED);
  assert.deepEqual([lane.label, lane.unnamed], ["not stated", true]);
});

test("every item is either dated or on the shelf", () => {
  for (const name of ["talks.en", "talks.ar", "relative.en", "relative.ar"]) {
    const answer = read(name);
    const drawing = toDrawing(answer, words);
    assert.equal(drawing.dated.length + drawing.undated.length, answer.items.length, name);
  }
});

test("an undated red line starts openly where it was published", () => {
  const answer = {
    axis: { kind: "absolute" },
    lanes: [],
    items: [{ iri: "r", kind: "redline", lanes: [{ id: "a", role: "declarer" }], time: { earliest: null, latest: "2025-04-10", basis: "inferred" } }],
  };
  const [mark] = toDrawing(answer, words).dated;
  assert.equal(mark.when.first, null);
  assert.equal(mark.when.last, parseDay("2025-04-10"));
});

test("dated marks are in order of time, then of IRI", () => {
  const { dated } = toDrawing(read("talks.en"), words);
  dated.slice(1).forEach((mark, i) => {
    const [a, b] = [bounds(dated[i].when)[0], bounds(mark.when)[0]];
    assert.ok(a < b || (a === b && dated[i].id < mark.id));
  });
});

test("lanes with a date come before those without, sides together, else as the answer has them", () => {
  const lane = (id, side = null) => ({ id, label: id, unnamed: false, side });
  const says = (id) => ({ lanes: [id], mediators: [], addressees: [] });
  const lanes = [lane(""), lane("a"), lane("b"), lane("b.old", "b"), lane("b.new", "b"), lane("c"), lane("d")];
  const order = datedFirst(lanes, [says("b.new"), says("d"), says("")]).map((l) => l.id);
  assert.deepEqual(order, ["b", "b.new", "b.old", "d", "a", "c", ""]);
});

test("lanes are turned round when red lines would stand low", () => {
  const lane = (id) => ({ id, label: id, unnamed: false, side: null });
  const mark = (kind, id) => ({ kind, lanes: [id], mediators: [], addressees: [] });
  const lanes = ["a", "b", "c"].map(lane);
  const said = ["a", "b", "c"].map((id) => mark("statement", id));
  const order = (id) => datedFirst(lanes, [...said, mark("redline", id)]).map((l) => l.id).join("");
  assert.deepEqual([order("c"), order("a"), order("b")], ["cba", "abc", "abc"]);
});

test("an empty answer is an empty drawing", () => {
  assert.deepEqual(toDrawing({}, words), { lanes: [], dated: [], undated: [], publications: [], relative: false, counts: null, whole: true });
});
