import assert from "node:assert/strict";
import test from "node:test";
import { edgeLook } from "../../web/static/js/edges.js";
import { curvesOf, nameSize, namesShown, withPlaces } from "../../web/static/js/places.js";

const tokens = { meeting: "m", statement: "s", rule: "r" };

test("no two kinds of tie look alike without colour", () => {
  const kinds = ["met", "said", "warned", "accused", "denied", "belongs"];
  const looks = kinds.map((kind) => {
    const { width, dashes, arrow } = edgeLook(kind, tokens);
    return JSON.stringify([width, dashes, arrow]);
  });
  assert.equal(new Set(looks).size, kinds.length);
});

test("names are at least 12 pixels on the screen at any scale", () => {
  for (const scale of [0.2, 0.65, 1, 1.4]) assert.ok(nameSize(scale) * scale >= 12);
});

test("a name that would cover a more important one waits", () => {
  const node = (id, x, y) => ({ id, x, y, size: 10, lines: ["Ministry of"] });
  const shown = namesShown([node("a", 0, 0), node("b", 20, 4), node("c", 300, 0)], 14, (line) => line.length * 0.5);
  assert.deepEqual([...shown], ["a", "c"]);
});

test("ties between the same two lie side by side, on one side whichever way they point", () => {
  const edges = [{ from: "a", to: "b" }, { from: "a", to: "b" }, { from: "b", to: "a" }, { from: "a", to: "c" }];
  const curves = curvesOf(edges);
  assert.deepEqual([curves[0], curves[3]], [0, 0]);
  assert.notEqual(curves[1], 0);
  assert.notEqual(curves[1], -curves[2]);
});

test("every node has a place", () => {
  for (const node of withPlaces([{ id: "a" }, { id: "b", x: 1, y: 2 }])) assert.ok(Number.isFinite(node.x + node.y));
});
