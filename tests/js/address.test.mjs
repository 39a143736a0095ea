import assert from "node:assert/strict";
import test from "node:test";
import { eventKey, inLanguage, readAddress, writeAddress } from "../../web/static/js/address.js";
import { parseDay } from "../../web/static/js/day.js";
import { nextTheme, readTheme } from "../../web/static/js/theme.js";

test("the address comes back as it was written", () => {
  const choice = { fold: ["turkey"], moved: [["israel", 0], ["turkey", 2]], more: true };
  const address = { event: "ab12", window: [parseDay("2025-04-01"), parseDay("2025-04-12")], time: "ltr", choice };
  const query = writeAddress("?ui=ar", address, false);
  assert.equal(query, "?ui=ar&event=ab12&window=2025-04-01/2025-04-12&time=ltr&folded=turkey&moved=israel:0,turkey:2&all=1");
  assert.deepEqual(readAddress(query, false), address);
});

test("days before the common era and offsets from publication are windows too", () => {
  for (const [window, relative] of [[[parseDay("-0044-03-01"), parseDay("-0044-03-15")], false], [[-3, 2], true]]) {
    assert.deepEqual(readAddress(writeAddress("", { window }, relative), relative).window, window);
  }
});

test("nonsense in an address is left aside", () => {
  const nothing = { fold: null, moved: [], more: false };
  assert.deepEqual(readAddress("?window=2025-02-31/x&time=up&moved=a,b:x,:3", false), { event: null, window: null, time: null, choice: nothing });
  assert.equal(readAddress("?window=2025-04-12/2025-04-01", false).window, null);
});

test("no side folded is another wish than none said", () => {
  const query = writeAddress("", { choice: { fold: [], moved: [], more: false } }, false);
  assert.equal(query, "?folded=-");
  assert.deepEqual(readAddress(query, false).choice.fold, []);
});

test("what is not said stays, what is emptied goes", () => {
  assert.equal(writeAddress("?q=x&event=a", { event: null }, false), "?q=x");
  assert.equal(writeAddress("?event=a", { event: null }, false), "");
});

test("another language keeps the view", () => {
  assert.equal(inLanguage("?ui=en&event=a&window=1/2", "ar"), "?ui=ar&event=a&window=1/2");
});

test("an event's key is the end of its page's address", () => {
  assert.equal(eventKey({ href: "/events/ab12?ui=ar" }), "ab12");
  assert.equal(eventKey({}), null);
});

test("the theme goes round and is read from its cookie only", () => {
  assert.deepEqual(["auto", "dark", "light"].map(nextTheme), ["dark", "light", "auto"]);
  assert.equal(readTheme("a=1; theme=dark; b=2"), "dark");
  assert.equal(readTheme("mytheme=dark"), "auto");
});
