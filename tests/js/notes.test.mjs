import assert from "node:assert/strict";
import test from "node:test";
import { pressed, stack, stepped } from "../../web/static/js/notes.js";

const note = (top, height = 50) => ({ top, height });

function apart(wanted, tops, gap) {
  for (let i = 1; i < tops.length; i += 1) {
    assert.ok(tops[i] >= tops[i - 1] + wanted[i - 1].height + gap, `${i}: ${tops}`);
  }
}

test("a note stands at its words when nothing is in the way", () => {
  assert.deepEqual(stack([note(0), note(200), note(400)], 8), [0, 200, 400]);
});

test("notes of one sentence stand under one another", () => {
  assert.deepEqual(stack([note(10), note(10), note(10)], 8), [10, 68, 126]);
});

test("the chosen note stands at its words and pushes those before it up", () => {
  const wanted = [note(100), note(110), note(120)];
  const tops = stack(wanted, 8, { chosen: 2 });
  assert.equal(tops[2], 120);
  apart(wanted, tops, 8);
  assert.ok(tops[0] >= 0);
});

test("nothing goes above the first place, whoever is chosen", () => {
  const wanted = [note(0), note(0), note(0), note(5), note(500)];
  for (let chosen = -1; chosen < wanted.length; chosen += 1) {
    const tops = stack(wanted, 8, { least: 40, chosen });
    assert.ok(tops[0] >= 40, `${chosen}: ${tops}`);
    apart(wanted, tops, 8);
  }
});

test("many notes of many heights never lie on one another", () => {
  let seed = 7;
  const next = (most) => (seed = (seed * 48271) % 2147483647) % most;
  for (let round = 0; round < 200; round += 1) {
    const wanted = Array.from({ length: 1 + next(12) }, () => note(next(600), 20 + next(120)));
    wanted.sort((a, b) => a.top - b.top);
    const tops = stack(wanted, 8, { least: next(60), chosen: next(wanted.length + 1) - 1 });
    apart(wanted, tops, 8);
  }
});

test("pressing again goes to the claim beneath, then round", () => {
  assert.equal(pressed(["a", "b"], null), "a");
  assert.equal(pressed(["a", "b"], "a"), "b");
  assert.equal(pressed(["a", "b"], "b"), "a");
});

test("steps go round, and begin at the end they go to", () => {
  assert.equal(stepped(["a", "b", "c"], null, 1), "a");
  assert.equal(stepped(["a", "b", "c"], null, -1), "c");
  assert.equal(stepped(["a", "b", "c"], "c", 1), "a");
  assert.equal(stepped([], null, 1), null);
});
