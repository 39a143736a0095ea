import assert from "node:assert/strict";
import test from "node:test";
import { graphemes, Occupied, placeLabels, shorten } from "../../web/static/js/labels.js";

const measure = (text) => graphemes(text).length * 7;

test("words are cut at their logical end, by letters as readers see them", () => {
  assert.equal(shorten("any change", 200, measure), "any change");
  assert.equal(shorten("any change", 35, measure), "any…");
  assert.equal(shorten("خطٌّ أحمرُ", 42, measure), "خطٌّ أح…");
  assert.equal(shorten("👩‍👩‍👧‍👦abcd", 28, measure), "👩‍👩‍👧‍👦ab…");
});

test("less than three letters are no word", () => {
  assert.equal(shorten("any change", 20, measure), "");
});

test("labels meet neither one another nor what stands there", () => {
  const occupied = new Occupied();
  occupied.add({ u0: -1e6, u1: 1e6, y0: 98, y1: 102 });
  const boxes = [];
  const wishes = Array.from({ length: 200 }, (_, i) => {
    const [u, y] = [(i * 37) % 900, 100 + 60 * (i % 5)];
    return { text: "a change of deployment", font: "mark", ref: { i }, places: [
      { u, y: y - 16, side: "after" }, { u, y: y + 16, side: "before" }, { u, y, side: "middle" },
    ] };
  });
  for (const label of placeLabels(wishes, occupied, measure)) {
    const box = { u0: label.u0, u1: label.u1, y0: label.y - 8, y1: label.y + 8 };
    assert.ok(box.y1 <= 98 || box.y0 >= 102);
    for (const other of boxes) {
      assert.ok(box.u0 >= other.u1 || box.u1 <= other.u0 || box.y0 >= other.y1 || box.y1 <= other.y0);
    }
    boxes.push(box);
  }
  assert.ok(boxes.length > 20);
});

test("what finds no place has no label", () => {
  const occupied = new Occupied();
  occupied.add({ u0: -1000, u1: 1000, y0: -1000, y1: 1000 });
  assert.deepEqual(placeLabels([{ text: "talks", font: "mark", ref: {}, places: [{ u: 0, y: 0, side: "after" }] }], occupied, measure), []);
});

test("labels stay inside the window that shows everything", () => {
  const wish = { text: "technical talks", font: "mark", ref: {}, places: [{ u: 190, y: 0, side: "after" }, { u: 190, y: 0, side: "before" }] };
  const [label] = placeLabels([wish], new Occupied(), measure, { u0: 0, u1: 200 });
  assert.ok(label.u1 <= 200);
});

test("the important are placed first", () => {
  const place = [{ u: 0, y: 0, side: "after" }];
  const labels = placeLabels([{ text: "meeting", font: "m", ref: 1, places: place }, { text: "statement", font: "m", ref: 2, places: place }], new Occupied(), measure);
  assert.deepEqual(labels.map((l) => l.ref), [1]);
});

test("what was cut is told at more length where nothing else wants the room", () => {
  const long = "any change in the distribution of foreign forces along the border";
  const lone = { text: long, font: "m", ref: 1, places: [{ u: 0, y: 0, side: "after" }] };
  const [alone] = placeLabels([lone], new Occupied(), measure);
  assert.deepEqual([alone.text, alone.whole], [long, true]);
  const near = { text: "talks in Baku", font: "m", ref: 2, places: [{ u: 420, y: 0, side: "after" }] };
  const [first, second] = placeLabels([lone, near], new Occupied(), measure);
  assert.ok(first.text.length > 33 && first.text.endsWith("…") && first.u1 < second.u0);
});

test("words in front of a mark grow away from it, inside the window", () => {
  const wish = { text: "x".repeat(60), font: "m", ref: 1, places: [{ u: 400, y: 0, side: "before" }] };
  const [label] = placeLabels([wish], new Occupied(), measure, { u0: 0, u1: 500 });
  assert.ok(label.u0 >= 0 && label.u1 <= 400 && label.u1 - label.u0 > 230);
});
