import assert from "node:assert/strict";
import test from "node:test";
import { withFold } from "../../web/static/js/folding.js";
import { nameAt, REACH } from "../../web/static/js/lanemenu.js";

const measure = (text) => text.length * 7;
const lanes = [{ lane: { id: "a", label: "Ankara" }, y: 40 }, { lane: { id: "b", label: "Baku" }, y: 84 }];
const drawn = { lanes, width: 300, measure };

test("a finger on a name finds its lane", () => {
  assert.equal(nameAt(drawn, { u: 20, y: 26 }, 8).id, "a");
  assert.equal(nameAt(drawn, { u: 20, y: 70 }, 8).id, "b");
});

test("a finger beside a name finds the nearest within reach, and nothing further off", () => {
  assert.equal(nameAt(drawn, { u: 20, y: 26 + REACH }, 8), null);
  assert.equal(nameAt(drawn, { u: 20, y: 26 + REACH }, REACH).id, "a");
  assert.equal(nameAt(drawn, { u: 200, y: 26 }, REACH), null);
});

test("folding a side names it once, unfolding takes it out", () => {
  const folded = new Set(["http://x/actor/turkey"]);
  assert.deepEqual(withFold(folded, "http://x/actor/turkey", true), ["turkey"]);
  assert.deepEqual(withFold(folded, "http://x/actor/syria", true), ["turkey", "syria"]);
  assert.deepEqual(withFold(folded, "http://x/actor/turkey", false), []);
});
