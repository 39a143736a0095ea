import assert from "node:assert/strict";
import test from "node:test";
import { pressed, stack, stepped } from "../../web/static/js/notes.js";

const note = (top, height = 50) => ({ top, height });

function apart(wanted, tops, gap) {
  const order = [...tops.keys()].sort((a, b) => tops[a] - tops[b]);
  for (let n = 1; n < order.length; n += 1) {
    const [over, under] = [order[n - 1], order[n]];
    assert.ok(tops[under] >= tops[over] + wanted[over].height + gap, `${under}: ${tops}`);
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

test("what has no room above the chosen note stands behind it, in order", () => {
  const wanted = [note(60), note(70), note(80), note(100), note(110)];
  assert.deepEqual(stack(wanted, 10, { least: 40, chosen: 3 }), [40, 160, 220, 100, 280]);
});

test("nothing goes above the first place, and the chosen note is at its words", () => {
  const wanted = [note(0), note(0), note(0), note(5), note(500)];
  for (let chosen = -1; chosen < wanted.length; chosen += 1) {
    const tops = stack(wanted, 8, { least: 40, chosen });
    assert.ok(Math.min(...tops) >= 40, `${chosen}: ${tops}`);
    if (chosen >= 0) assert.equal(tops[chosen], Math.max(40, wanted[chosen].top));
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
