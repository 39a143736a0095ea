import assert from "node:assert/strict";
import test from "node:test";
import { gapAfter, placeLanes } from "../../web/static/js/lanes.js";
import { fillOf, placeMeetings } from "../../web/static/js/meet.js";

const lane = (id) => ({ id, label: id, unnamed: false, side: null });
const lanes = (n, knots = 2) => placeLanes(Array.from({ length: n }, (_, i) => lane(`l${i}`)), {
  rows: Array(n).fill(1), slim: Array(n).fill(false), badges: Array(n).fill(false), redlines: Array(n).fill(0), knots: Array(n).fill(knots), height: 600,
}).lanes;
const meeting = (ids, first, last = first, item = {}, shape = "day") => ({
  id: `${ids}${first}`, kind: "meeting", lanes: ids, mediators: [], addressees: [], deniers: [], item: { status: "held", ...item }, when: { first, last, shape },
});
const place = (marks, n = 4, k = 60, more = {}) => placeMeetings(marks, lanes(n), { k, origin: 0, ...more });

test("a held meeting on a known day bends its threads into a knot", () => {
  assert.equal(place([meeting(["l0", "l1"], 3)])[0].form, "knot");
});

test("threads do not bend for a plan, a proposal, a denial or a cancelled meeting", () => {
  for (const item of [{ status: "planned" }, { status: "proposed" }, { status: "cancelled" }, { status: "postponed" }, { commitment: "denied" }, { commitment: "anticipated" }]) {
    const [placed] = place([meeting(["l0", "l1"], 3, 3, item)]);
    assert.equal(placed.form, "tie", JSON.stringify(item));
    assert.notEqual(placed.fill, "filled");
  }
});

test("an uncertain day never bends: it is a strip", () => {
  assert.equal(place([meeting(["l0", "l1"], 3, 8, {}, "within")])[0].form, "strip");
});

test("a day of less than 24 pixels, or too many lanes in view, makes a tie", () => {
  assert.equal(place([meeting(["l0", "l1"], 3)], 4, 23)[0].form, "tie");
  assert.equal(place([meeting(["l0", "l1"], 3)], 4, 60, { bends: false })[0].form, "tie");
});

test("of two meetings of one actor close together the more reported one has the knot", () => {
  const told = (articles) => ({ status: "held", articles });
  assert.deepEqual(place([meeting(["l0", "l1"], 3, 3, told(1)), meeting(["l1", "l2"], 4, 4, told(2))]).map((m) => m.form), ["tie", "knot"]);
  assert.deepEqual(place([meeting(["l0", "l1"], 3), meeting(["l1", "l2"], 4)], 4, 101).map((m) => m.form), ["knot", "knot"]);
  assert.deepEqual(place([meeting(["l0", "l1"], 3), meeting(["l2", "l3"], 4)]).map((m) => m.form), ["knot", "knot"]);
});

test("threads do not bend across more than four bystanders", () => {
  assert.equal(place([meeting(["l0", "l5"], 3)], 8)[0].form, "knot");
  assert.equal(place([meeting(["l0", "l6"], 3)], 8)[0].form, "tie");
});

test("a knot never lies on the lane of one who took no part", () => {
  const all = lanes(5);
  const [knot] = placeMeetings([meeting(["l0", "l2", "l4"], 3)], all, { k: 60, origin: 0 });
  for (const bystander of knot.bystanders) {
    assert.ok(Math.abs(bystander.y - knot.mid) > knot.height / 2 + 6);
  }
});

test("a knot keeps off a member's own lane when marks stand there", () => {
  const [knot] = place([meeting(["l0", "l1", "l2"], 3)], 3, 60, { busy: () => true });
  assert.ok([0, 1].some((i) => { const gap = gapAfter(lanes(3), i); return knot.mid > gap.from && knot.mid < gap.to; }));
});

test("threads run through the knot in the order of lanes, 6 pixels apart", () => {
  const [knot] = place([meeting(["l2", "l0", "l1"], 3)]);
  const ys = ["l0", "l1", "l2"].map((id) => knot.threads.get(id));
  assert.deepEqual(ys.map((y) => y - ys[0]), [0, 6, 12]);
});

test("two knots of one day in one gap do not cover one another", () => {
  const placed = place([meeting(["l0", "l1"], 3), { ...meeting(["l0", "l1"], 3), id: "z", lanes: ["l2", "l1x"] }]);
  assert.equal(placed[0].form, "knot");
});

test("beside the knot of a day its other meetings are ties, when the day is wide enough", () => {
  const day = [meeting(["l0", "l1"], 3, 3, { status: "held", articles: 2 }), meeting(["l1", "l2"], 3)];
  assert.deepEqual(place(day, 4, 70).map((m) => m.form), ["knot", "tie"]);
  assert.deepEqual(place(day, 4, 40).map((m) => m.form), ["tie", "tie"]);
  const [knot, tie] = place(day, 4, 70);
  assert.ok(tie.u < knot.u0 - 8 || tie.u > knot.u1 + 8);
});

test("ties of one day across the same lanes stand side by side", () => {
  const placed = place([meeting(["l0", "l1"], 3), meeting(["l1", "l2"], 3)]);
  assert.notEqual(placed[0].u, placed[1].u);
});

test("one who denies a meeting still stands in it, marked", () => {
  const [knot] = place([{ ...meeting(["l0", "l1"], 3), deniers: ["l1"] }]);
  assert.equal(knot.form, "knot");
  assert.deepEqual([...knot.deniers], ["l1"]);
});

test("what is not stated is filled only when it is held", () => {
  assert.equal(fillOf({ status: "held", commitment: "asserted" }), "filled");
  assert.equal(fillOf({ status: "ongoing", commitment: "asserted" }), "open");
});
