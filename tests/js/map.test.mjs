import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { isShapeOf } from "../../web/static/js/codes.js";
import { fitView, middleLongitude, placeNames, radiusOf, sortPlaces, WORLD, zoomed } from "../../web/static/js/mapplan.js";
import { geoContains } from "./geo.mjs";
import { geoNaturalEarth1, geoPath } from "../../web/static/vendor/d3-geo-3.1.2.min.mjs";
import { feature } from "../../web/static/vendor/topojson-client-3.1.0.min.mjs";

const atlas = (scale) => {
  const text = readFileSync(new URL(`../../web/static/vendor/world-atlas-2.0.2.countries-${scale}.json`, import.meta.url), "utf8");
  const topology = JSON.parse(text);
  return feature(topology, topology.objects.countries).features;
};
const [coarse, fine] = [atlas("110m"), atlas("50m")];
const size = { width: 800, height: 600 };
const place = (more) => ({ iri: "x", label: "x", lang: "en", kind: null, code: null, latitude: null, longitude: null, events: 1, ...more });
const shapeOf = (code, shapes = fine) => shapes.filter((shape) => isShapeOf(shape, code));

test("letters of a country find its shape, and only it", () => {
  for (const [code, name] of [["TR", "Turkey"], ["IL", "Israel"], ["SY", "Syria"], ["XK", "Kosovo"], ["BH", "Bahrain"], ["PS", "Palestine"]]) {
    assert.deepEqual(shapeOf(code).map((shape) => shape.properties.name), [name]);
  }
  assert.deepEqual(shapeOf("ZZ"), []);
  assert.deepEqual(shapeOf("TV"), []);
});

test("a country's shape lies where the country is", () => {
  assert.ok(geoContains(shapeOf("TR")[0], [32.85, 39.93]));
  assert.ok(!geoContains(shapeOf("SY")[0], [32.85, 39.93]));
});

test("an area is never a disc, and what has no shape is said", () => {
  const found = sortPlaces([
    place({ iri: "syria", kind: "country", code: "SY" }),
    place({ iri: "golan", kind: "region", latitude: 33, longitude: 35.7 }),
    place({ iri: "tuvalu", kind: "country", code: "TV" }),
    place({ iri: "palmyra", latitude: 34.5, longitude: 38.2 }),
    place({ iri: "zero", latitude: 0, longitude: 0 }),
    place({ iri: "buffer" }),
  ], fine);
  assert.deepEqual(found.areas.map(({ place: { iri } }) => iri), ["syria"]);
  assert.deepEqual(found.shapeless.map(({ iri }) => iri), ["golan", "tuvalu"]);
  assert.deepEqual(found.spots.map(({ iri }) => iri), ["palmyra", "zero"]);
  assert.deepEqual(found.unplaced.map(({ iri }) => iri), ["buffer"]);
});

test("a small country has no shape on the coarse map, but on the fine one", () => {
  assert.equal(shapeOf("BH", coarse).length, 0);
  assert.equal(shapeOf("BH", fine).length, 1);
});

test("the area of a disc grows with the square root of the events", () => {
  const area = (events) => radiusOf(events, 400) ** 2;
  assert.ok(Math.abs(area(400) / area(4) - 10) < 1e-9);
  assert.ok(radiusOf(1, 1e6) >= 2.5 && radiusOf(50, 50, 200) < radiusOf(50, 50, 5) && radiusOf(1, 1) <= 6);
});

test("the middle of longitudes is found across the date line", () => {
  assert.equal(Math.abs(middleLongitude([175, -175])), 180);
  assert.equal(middleLongitude([30, 50]), 40);
  assert.equal(middleLongitude([]), 0);
  assert.equal(middleLongitude([0, 180]), 0);
});

test("all spots are in view after fitting, one alone keeps its surroundings", () => {
  const points = [[100, 100], [400, 200], [250, 350]];
  const { k, x, y } = fitView(points, [], size);
  for (const [px, py] of points) {
    assert.ok(px * k + x > 40 && px * k + x < size.width - 40);
    assert.ok(py * k + y > 40 && py * k + y < size.height - 40);
  }
  assert.ok(fitView([[100, 100]], [], size).k < 200);
});

test("a country across half the world does not decide what is in view", () => {
  const spots = [[500, 200], [520, 210]];
  const wide = [[0, 0], [WORLD * 0.6, 300]];
  assert.deepEqual(fitView(spots, [wide], size), fitView(spots, [], size));
  assert.ok(Number.isFinite(fitView([], [wide], size).k));
  assert.ok(Number.isFinite(fitView([], [], size).k));
});

test("zooming leaves the point under the pointer where it is", () => {
  const before = { k: 3, x: 20, y: -40 };
  const after = zoomed(before, 1.5, [300, 200]);
  assert.ok(Math.abs((300 - before.x) / before.k - (300 - after.x) / after.k) < 1e-9);
  assert.equal(zoomed(before, 1e9, [0, 0]).k, 200);
});

test("names do not cover one another, the busiest has its place first", () => {
  const named = [0, 1, 2, 3, 4, 5, 6, 7].map((i) => ({ id: `n${i}`, text: "a rather long name", x: 300 + i, y: 300, r: 6, area: false }));
  const placed = placeNames(named, (text) => text.length * 7, size);
  assert.ok(placed.get("n0"));
  const boxes = [...placed.values()].filter(Boolean);
  assert.ok(boxes.length < named.length);
  for (const [i, a] of boxes.entries()) {
    for (const b of boxes.slice(0, i)) assert.ok(Math.abs(a.x - b.x) >= 126 || Math.abs(a.y - b.y) >= 18);
  }
});

test("the whole world is drawn without a number that is none", () => {
  const path = geoPath(geoNaturalEarth1().rotate([-40, 0]).fitWidth(WORLD, { type: "Sphere" })).digits(2);
  for (const shape of coarse) assert.ok(!/NaN|undefined|null/.test(path(shape)), shape.properties.name);
});
