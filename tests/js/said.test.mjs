import assert from "node:assert/strict";
import test from "node:test";
import { dayWords, parseDay } from "../../web/static/js/day.js";
import { figure, isolate, worded } from "../../web/static/js/said.js";

test("numbers are parted, names isolated, unknown places left", () => {
  assert.equal(figure(12345), "12,345");
  assert.equal(worded("{name}: {n} of {m}", { name: "تركيا", n: 1000 }), "\u2068تركيا\u2069: 1,000 of {m}");
});

test("a name that looks like a pattern stays a name", () => {
  assert.equal(worded("{name}!", { name: "$& {n}", n: 3 }), "\u2068$& {n}\u2069!");
});

test("days follow the reader's digits", () => {
  assert.equal(dayWords("ar-SY", "arab").full(parseDay("2025-04-09")), "٩ نيسان ٢٠٢٥");
  assert.equal(dayWords("he").full(parseDay("2025-04-09")), "9 באפריל 2025");
  assert.equal(dayWords("tr").full(parseDay("2025-04-09")), "9 Nisan 2025");
});

test("words composed of names run as the page does, others by their first letter", () => {
  const composed = "\u2068إسرائيل\u2069 – \u2068تركيا\u2069";
  globalThis.document = { documentElement: { dir: "rtl", dataset: {} } };
  assert.equal(isolate(composed), `\u2067${composed}\u2069`);
  globalThis.document.documentElement.dir = "ltr";
  assert.equal(isolate(composed), `\u2066${composed}\u2069`);
  assert.equal(isolate("تركيا"), "\u2068تركيا\u2069");
  delete globalThis.document;
});
