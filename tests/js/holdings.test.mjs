import assert from "node:assert/strict";
import test from "node:test";
import { Holdings } from "../../web/static/js/holdings.js";

const density = { mode: "density", lanes: [], items: [], axis: {}, window: null, span: null };

test("whoever asks twice for what has no date gets one answer, both the same", async () => {
  let asked = 0;
  const ask = async () => {
    asked += 1;
    return { mode: "items", lanes: [], items: [{ iri: "a", lanes: [], time: null }] };
  };
  const holdings = new Holdings(density, { ask, onChange: () => {} });
  const [first, second] = await Promise.all([holdings.askUndated("x"), holdings.askUndated("x")]);
  assert.equal(asked, 1);
  assert.equal(first.length, 1);
  assert.equal(second, first);
  await holdings.askUndated("x");
  assert.equal(asked, 2);
});
