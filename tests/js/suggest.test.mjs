import assert from "node:assert/strict";
import { test } from "node:test";

import { fold } from "../../web/static/js/folded.js";
import { planPages } from "../../web/static/js/list.js";
import { addressOf, choicesOf, searchQuery, step } from "../../web/static/js/suggest.js";

const words = { actor: "Actor", events: "Events: {n}" };
const answer = {
  suggestions: [{ filter: "actor", value: "israel", label: "Israel", lang: "en", events: 36, href: "/actors/israel" }],
  results: [{ event_href: "/events/ab-12", snippet: [{ text: "a red line", marked: true }], lang: "en", kind_label: "Warning" }],
};

test("a name becomes a filter of the same view, and what was typed goes", () => {
  const [name] = choicesOf(answer, { query: "?view=list&kind=meeting&q=isr&after=3&event=x", words });
  assert.equal(name.href, "/?view=list&kind=meeting&actor=israel");
  assert.equal(name.note, "Actor · Events: 36");
});

test("a claim is selected by its event's name", () => {
  const claim = choicesOf(answer, { query: "?view=list", words }).at(-1);
  assert.equal(claim.href, "/?view=list&event=ab-12");
  assert.equal(claim.note, "Warning");
});

test("a name joins those that are chosen, once", () => {
  assert.equal(addressOf("?actor=israel", { actor: "turkey" }), "/?actor=israel&actor=turkey");
  assert.equal(addressOf("?actor=israel", { actor: "israel" }), "/?actor=israel");
});

test("the search keeps every value of a filter", () => {
  assert.match(searchQuery("a", "?kind=meeting&kind=redline"), /kind=meeting&kind=redline$/);
});

test("a hostile name stays one value of the address", () => {
  const address = addressOf("", { actor: "x&view=list#\"><img>" });
  assert.deepEqual([...new URL(address, "http://here").searchParams], [["actor", "x&view=list#\"><img>"]]);
});

test("the search keeps to the filters and the language, and to nothing else", () => {
  const asked = new URL(searchQuery("a b", "?view=map&kind=meeting&q=old&ui=ar&window=1/2"), "http://here").searchParams;
  assert.deepEqual(Object.fromEntries(asked), { q: "a b", limit: "5", kind: "meeting", ui: "ar" });
});

test("steps go round by way of the field", () => {
  assert.equal(step(-1, 1, 3), 0);
  assert.equal(step(-1, -1, 3), 2);
  assert.equal(step(2, 1, 3), -1);
  assert.equal(step(0, -1, 3), -1);
  assert.equal(step(-1, 1, 0), -1);
});

test("words are found without case, accents, vowel signs and letter shapes", () => {
  assert.equal(fold("TÜRKİYE"), fold("turkiye"));
  assert.equal(fold("Diyarbakır"), fold("DIYARBAKIR"));
  assert.equal(fold("إِسْرائيل"), fold("اسرائيل"));
  assert.equal(fold("القاهرة"), fold("القاهره"));
  assert.equal(fold("שָׁלוֹם"), fold("שלומ"));
});

test("pages far away are let go, near ones brought back", () => {
  const pages = [
    { top: -9000, bottom: -6000, held: true },
    { top: -6000, bottom: -3000, held: true },
    { top: -3000, bottom: -800, held: false },
    { top: -800, bottom: 1500, held: true },
    { top: 1500, bottom: 3000, held: false },
    { top: 7000, bottom: 9000, held: true },
  ];
  assert.deepEqual(planPages(pages, 800), { drop: [0, 5], bring: [2, 4] });
});
