import assert from "node:assert/strict";
import { test } from "node:test";

import { linesOf, post, progressLine } from "../../web/static/js/add.js";

const words = { noDay: "undated:", same: "same:", look: "Look", article: "Article", explorer: "Timeline", progress: "%(done)s/%(all)s, %(wrong)s, %(stored)s" };
const article = { title: "T", language: "ar", says: "Would be added.", undatable: ["أمس"], same: ["Old"], warnings: [{ text: "W", lang: "en" }], href: "/articles/a", explorer: "/?source=a" };
const answer = (entry) => ({ page: "/add/previews/t", token: "t", entries: [{ name: "a.txt", errors: [], stored: false, articles: [article], ...entry }] });

test("a file that was read leads to its preview and says what cannot be dated", () => {
  const { state, lines, links } = linesOf(answer({}), words);
  assert.equal(state, "ready");
  assert.deepEqual(lines.map((line) => line.text), ["T", "Would be added.", "undated: أمس", "same: Old", "W"]);
  assert.deepEqual(links, [{ text: "Look", href: "/add/previews/t" }]);
});

test("a stored file leads to its article and to the timeline", () => {
  const { state, links } = linesOf(answer({ stored: true }), words);
  assert.equal(state, "stored");
  assert.deepEqual(links.map((link) => link.href), ["/articles/a", "/?source=a"]);
});

test("a file that cannot be read says why and leads nowhere", () => {
  const { state, lines, links } = linesOf(answer({ errors: [{ text: "It is empty.", lang: "en" }], articles: [] }), words);
  assert.deepEqual([state, lines.map((line) => line.text), links], ["wrong", ["It is empty."], []]);
});

test("the line over the list counts", () => {
  const rows = ["waiting", "reading", "ready", "wrong", "stored"].map((state) => ({ state }));
  assert.equal(progressLine(rows, words), "3/5, 1, 1");
});

const said = (status, body) => ({ status, ok: status < 400, json: async () => body });

test("a busy server is asked again, later each time", async () => {
  const answers = [said(503, {}), said(503, {}), said(200, { token: "t" })];
  const waits = [];
  const found = await post("/add/preview", null, { ask: async () => answers.shift(), wait: async (ms) => waits.push(ms) });
  assert.deepEqual(found, { token: "t" });
  assert.ok(waits.length === 2 && waits[1] > waits[0]);
});

test("what the server refuses is told in its words, and silence as silence", async () => {
  const refuse = async () => said(400, { error: { message: "No." } });
  assert.deepEqual(await post("/", null, { ask: refuse }), { failed: "No." });
  const silent = async () => {
    throw new TypeError("gone");
  };
  assert.deepEqual(await post("/", null, { ask: silent }), { failed: null });
  assert.deepEqual(await post("/", null, { ask: async () => ({ status: 500, ok: false, json: async () => JSON.parse("<") }) }), { failed: null });
});
