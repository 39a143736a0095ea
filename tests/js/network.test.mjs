import assert from "node:assert/strict";
import test from "node:test";
import { cut, EDGE_KINDS, edgeLook, edgeShapes, edgeWidth, pointAt } from "../../web/static/js/edges.js";
import { forgetPlaces, keepPlace, readPlaces } from "../../web/static/js/kept.js";
import { buildScene, edgeAt, layEdges, lookedAt, nextTowards } from "../../web/static/js/netscene.js";
import { nameBox, nameSize, namesShown, spread, stretched, withPlaces } from "../../web/static/js/places.js";
import { escapeXml, shapesToSvg } from "../../web/static/js/shapes.js";

const tokens = { meeting: "#1", statement: "#2", control: "#3", canvas: "#4", ink: "#5", "ink-2": "#6", link: "#7", mark: "#8" };
const node = (id, x, y, more = {}) => ({ id, x, y, size: 10, label: id, lang: "en", unnamed: false, claims: 1, ...more });
const words = Object.fromEntries(EDGE_KINDS.map((kind) => [kind, `did ${kind}`]));
const measure = (text, size) => text.length * size * 0.5;
const nothing = { node: null, edge: null, selected: new Set(), focus: null };
const scene = (nodes, edges, looked = {}) => buildScene({ nodes, edges, looked: { ...nothing, ...looked }, tokens, scale: 1, measure, words, dir: "ltr" });
const texts = (found) => found.shapes.filter((shape) => "text" in shape).map((shape) => shape.text.replace(/[\u2066-\u2069]/g, ""));

test("no two kinds of tie look alike without colour", () => {
  const looks = EDGE_KINDS.map((kind) => {
    const { width, dash, end } = edgeLook(kind, tokens);
    return JSON.stringify([width, dash, end]);
  });
  assert.equal(new Set(looks).size, EDGE_KINDS.length);
});

test("a tie is wider the more often it happened, but never a wall", () => {
  const look = edgeLook("said", tokens);
  assert.ok(edgeWidth(look, 4) > edgeWidth(look, 1));
  assert.ok(edgeWidth(look, 1e9) <= 5);
});

test("names are at least 12 pixels on the screen at any scale", () => {
  for (const scale of [0.2, 0.65, 1, 1.4]) assert.ok(nameSize(scale) * scale >= 12);
});

test("a name that would cover a more important one waits", () => {
  const named = (id, x, y) => ({ id, x, y, size: 10, lines: ["Ministry of"] });
  const crowd = ["a", "b", "d", "e", "f"].map((id, i) => named(id, i, 0));
  const shown = namesShown([...crowd, named("c", 300, 0)], 14, (line) => line.length * 0.5);
  assert.deepEqual([...shown], [["a", "below"], ["b", "above"], ["d", "after"], ["e", "before"], ["c", "below"]]);
});

test("a name stands beside its node rather than upon somebody else's", () => {
  const named = (id, x, y) => ({ id, x, y, size: 10, lines: ["Ministry"] });
  const crowd = [named("a", 0, 0), named("b", 0, 22), named("c", 0, -22)];
  const shown = namesShown(crowd, 14, (line) => line.length * 0.5);
  assert.equal(shown.get("a"), "after");
  const box = nameBox(crowd[0], "after", 14, 56);
  assert.ok(box.u0 > 10 && box.y0 < 0 && box.y1 > 0);
});

test("a name that could only stand upon somebody's node waits until it is wanted", () => {
  const named = (id, x, y) => ({ id, x, y, size: 10, lines: ["Ministry"] });
  const around = [-60, -30, 0, 30, 60].flatMap((x) => [-24, 0, 24].map((y) => [x, y])).filter(([x, y]) => x || y);
  const crowd = [named("a", 0, 0), ...around.map(([x, y]) => named(`${x} ${y}`, x, y))];
  const half = (line) => line.length * 0.5;
  assert.equal(namesShown(crowd, 14, half).has("a"), false);
  assert.equal(namesShown(crowd, 14, half, (id) => id === "a").get("a"), "below");
});

test("crowded nodes make room for their names, and who was put somewhere stays", () => {
  const named = (id, x, y) => ({ id, x, y, size: 10, lines: ["Ministry"] });
  const half = (line) => line.length * 0.5;
  const crowd = ["a", "b", "c", "d", "e"].map((id, i) => named(id, i * 7, i * 3));
  const placed = spread(crowd, 14, half, new Set(["c"]));
  assert.deepEqual(placed[2], crowd[2]);
  assert.equal([...namesShown(placed, 14, half).values()].filter((side) => side === "below").length, 5);
});

test("a drawing grows towards where its window has room, within bounds", () => {
  assert.deepEqual(stretched({ x: 1, y: 1 }, { x: 1, y: 1.5 }), { x: 1, y: 1.5 });
  assert.deepEqual(stretched({ x: 1, y: 1.5 }, { x: 2, y: 1 }), { x: 2, y: 1.5 });
  assert.ok(stretched({ x: 1, y: 1 }, { x: 1, y: 100 }).y < 3);
});

test("ties between the same two lie side by side, whichever way they point", () => {
  const nodes = new Map([node("a", 0, 0), node("b", 200, 0)].map((n) => [n.id, n]));
  const edges = [{ from: "a", to: "b" }, { from: "b", to: "a" }, { from: "a", to: "b" }];
  const middles = [...layEdges(nodes, edges).values()].map((curve) => Math.round(pointAt(curve, 0.5)[1]));
  assert.equal(new Set(middles).size, 3);
});

test("a tie goes around who has no part in it", () => {
  const nodes = new Map([node("a", 0, 0), node("b", 400, 0), node("c", 200, 0)].map((n) => [n.id, n]));
  const [curve] = layEdges(nodes, [{ from: "a", to: "b" }]).values();
  const nearest = Math.min(...Array.from({ length: 41 }, (_, i) => Math.hypot(pointAt(curve, i / 40)[0] - 200, pointAt(curve, i / 40)[1])));
  assert.ok(nearest > 10, nearest);
});

test("a tie runs from rim to rim", () => {
  const nodes = new Map([node("a", 0, 0), node("b", 200, 0)].map((n) => [n.id, n]));
  const [curve] = layEdges(nodes, [{ from: "b", to: "a" }]).values();
  assert.ok(curve.from[0] < 190 && curve.to[0] > 10 && curve.from[0] > curve.to[0]);
});

test("a part of a curve begins and ends on it", () => {
  const curve = { from: [0, 0], via: [50, 80], to: [100, 0] };
  const part = cut(curve, 0.25, 0.75);
  assert.deepEqual(part.from, pointAt(curve, 0.25));
  assert.deepEqual(pointAt(part, 0.5).map(Math.round), pointAt(curve, 0.5).map(Math.round));
});

test("who is looked at keeps its neighbours strong, all others fade", () => {
  const edges = [{ from: "a", to: "b", kind: "met", count: 1 }, { from: "c", to: "d", kind: "met", count: 1 }];
  assert.deepEqual([...lookedAt([], edges, { ...nothing, node: "a" }).nodes], ["a", "b"]);
  const found = scene([node("a", 0, 0), node("b", 300, 0), node("c", 0, 200), node("d", 300, 200)], edges, { node: "a" });
  const faded = found.shapes.filter((shape) => shape.opacity === 0.25 && "text" in shape).map((shape) => shape.text.slice(1, -1));
  assert.deepEqual(faded, ["c", "d"]);
});

test("words at a tie never cover a name, and say how often", () => {
  const found = scene([node("a", 0, 0), node("b", 400, 0)], [{ from: "a", to: "b", kind: "warned", count: 3 }]);
  assert.ok(texts(found).includes("did warned ×3"));
  const tight = scene([node("a", 0, 0), node("b", 40, 0)], [{ from: "a", to: "b", kind: "warned", count: 3 }]);
  assert.ok(!texts(tight).includes("did warned ×3"));
});

test("with many ties only what is looked at is spelled out", () => {
  const nodes = Array.from({ length: 31 }, (_, i) => node(`n${i}`, (i % 6) * 300, Math.floor(i / 6) * 200));
  const edges = nodes.slice(1).map(({ id }) => ({ from: "n0", to: id, kind: "said", count: 1 }));
  assert.ok(!texts(scene(nodes, edges)).includes("did said"));
  assert.ok(texts(scene(nodes, edges, { edge: edges[0] })).includes("did said"));
});

test("a tie is found near its line only", () => {
  const edge = { from: "a", to: "b" };
  const curves = new Map([[edge, { from: [0, 0], via: [50, 0], to: [100, 0] }]]);
  assert.equal(edgeAt(curves, [50, 5], 9), edge);
  assert.equal(edgeAt(curves, [50, 15], 9), null);
});

test("arrow keys lead to who stands that way", () => {
  const nodes = [node("here", 0, 0), node("right", 100, 10), node("far", 500, 0), node("up", 10, -90)];
  assert.equal(nextTowards(nodes, nodes[0], [1, 0]).id, "right");
  assert.equal(nextTowards(nodes, nodes[0], [0, -1]).id, "up");
  assert.equal(nextTowards(nodes, nodes[0], [-1, 0]), null);
});

test("every node has a place", () => {
  for (const placed of withPlaces([{ id: "a" }, { id: "b", x: 1, y: 2 }])) assert.ok(Number.isFinite(placed.x + placed.y));
});

const HOSTILE = `</text><script>alert(1)</script><img src=x onerror=alert(2)> " ' & ]]> \u0000 \u2028 \uD800`;

test("a hostile name is only words in SVG", () => {
  const found = scene([node("a", 0, 0, { label: HOSTILE }), node("b", 300, 0)], [{ from: "a", to: "b", kind: "met", count: 2 }]);
  const svg = shapesToSvg(found.shapes, found.box, { title: HOSTILE, font: `x" onload="alert(3)`, background: "#fff", dir: "ltr", lang: "en" });
  assert.ok(!/<(script|img)/i.test(svg));
  assert.ok(!/\u0000|\uD800(?![\uDC00-\uDFFF])/.test(svg));
  assert.ok(!svg.includes(`x" onload`));
  assert.equal(escapeXml(`<&"'>`), "&lt;&amp;&quot;&#39;&gt;");
});

test("an arrow's end is where its tie ends", () => {
  const { ends } = edgeShapes({ from: [0, 0], via: [50, 0], to: [100, 0] }, "warned", { tokens });
  assert.ok(ends[0].d.startsWith("M100 0"));
});

class Storage {
  held = new Map();
  getItem(key) { return this.held.get(key) ?? null; }
  setItem(key, value) { this.held.set(key, value); }
  removeItem(key) { this.held.delete(key); }
}

test("moved places are kept, and can be forgotten", () => {
  const storage = new Storage();
  keepPlace("a", [1, 2], storage);
  keepPlace("b", [3, 4], storage);
  assert.deepEqual(readPlaces(storage), { a: [1, 2], b: [3, 4] });
  forgetPlaces(storage);
  assert.deepEqual(readPlaces(storage), {});
});

test("what somebody else left in the storage does no harm", () => {
  for (const text of ["", "null", "[1]", `{"a": 1, "b": ["x", 2], "c": [1e300, 0], "d": [1, 2]}`]) {
    const storage = new Storage();
    storage.setItem("claimline.network.places", text);
    assert.deepEqual(readPlaces(storage), text.includes("d") ? { d: [1, 2] } : {});
  }
  assert.deepEqual(readPlaces(null), {});
});
