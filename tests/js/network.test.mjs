import assert from "node:assert/strict";
import test from "node:test";
import { edgeLook } from "../../web/static/js/edges.js";

const tokens = { meeting: "m", statement: "s", rule: "r" };

test("no two kinds of tie look alike without colour", () => {
  const kinds = ["met", "said", "warned", "accused", "denied", "belongs"];
  const looks = kinds.map((kind) => {
    const { width, dashes, arrow } = edgeLook(kind, tokens);
    return JSON.stringify([width, dashes, arrow]);
  });
  assert.equal(new Set(looks).size, kinds.length);
});
