import assert from "node:assert/strict";
import test from "node:test";
import { orderLanes } from "../../web/static/js/order.js";

const lane = (id, side = null) => ({ id, label: id, unnamed: false, side });
const meets = (...lanes) => ({ kind: "meeting", lanes, mediators: [] });
const says = (id) => ({ kind: "statement", lanes: [id], mediators: [] });
const ids = (lanes) => lanes.map((l) => l.id);

test("those who meet stand side by side", () => {
  const order = ids(orderLanes(["a", "b", "c", "d", "e"].map((id) => lane(id)), [meets("a", "e"), meets("a", "e"), meets("b", "d")]));
  assert.equal(Math.abs(order.indexOf("a") - order.indexOf("e")), 1);
  assert.equal(Math.abs(order.indexOf("b") - order.indexOf("d")), 1);
});

test("a side keeps its bodies together and stands before them", () => {
  const lanes = [lane("x"), lane("side.body", "side"), lane("y"), lane("side", "side")];
  const order = ids(orderLanes(lanes, [meets("x", "side.body"), says("y")]));
  assert.equal(order.indexOf("side") + 1, order.indexOf("side.body"));
});

test("what has no speaker stands last", () => {
  assert.equal(ids(orderLanes([lane(""), lane("a")], [says(""), says(""), says("a")])).at(-1), "");
});

test("the order does not depend on the order of the data", () => {
  const lanes = ["a", "b", "c", "d"].map((id) => lane(id));
  const marks = [meets("a", "d"), meets("b", "c"), says("c")];
  assert.deepEqual(ids(orderLanes([...lanes].reverse(), [...marks].reverse())), ids(orderLanes(lanes, marks)));
});

test("two hundred lanes are ordered, none lost", () => {
  const lanes = Array.from({ length: 200 }, (_, i) => lane(`n${i}`));
  const marks = lanes.map((_, i) => meets(`n${i}`, `n${(i * 7 + 1) % 200}`));
  assert.equal(new Set(ids(orderLanes(lanes, marks))).size, 200);
});
