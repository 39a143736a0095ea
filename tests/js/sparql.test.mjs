import assert from "node:assert/strict";
import test from "node:test";

import { compareCells, completions, nameBefore, withPrefix } from "../../web/static/js/sparql.js";

test("the name before the cursor is found, a variable is none", () => {
  assert.equal(nameBefore("  ?x a clm:Mee"), "clm:Mee");
  assert.equal(nameBefore("  ?x a Mee"), "Mee");
  assert.equal(nameBefore("  ?mee"), null);
  assert.equal(nameBefore("  ?x "), null);
});

test("names are completed by their beginning or that of their last part", () => {
  const names = ["clm:Meeting", "clm:mediator", "schema:headline"];
  assert.deepEqual(completions(names, "clm:M"), ["clm:Meeting", "clm:mediator"]);
  assert.deepEqual(completions(names, "head"), ["schema:headline"]);
});

test("a prefix is added once", () => {
  const prefixes = { clm: "https://example.org/ns#" };
  const query = withPrefix("SELECT *", "clm:Meeting", prefixes);
  assert.equal(query, "PREFIX clm: <https://example.org/ns#>\nSELECT *");
  assert.equal(withPrefix(query, "clm:Claim", prefixes), query);
  assert.equal(withPrefix("SELECT *", "ex:a", prefixes), "SELECT *");
});

test("numbers are sorted as numbers, what is empty stays last", () => {
  const { compare } = new Intl.Collator("en");
  const sorted = (values, down) => values.sort((a, b) => compareCells(a, b, down, compare));
  assert.deepEqual(sorted(["10", "", "9"], false), ["9", "10", ""]);
  assert.deepEqual(sorted(["10", "", "9"], true), ["10", "9", ""]);
});
