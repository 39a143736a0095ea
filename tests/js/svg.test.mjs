import assert from "node:assert/strict";
import test from "node:test";
import { escapeXml, SvgContext } from "../../web/static/js/svg.js";

const context = () => new SvgContext(100, 50, (text) => text.length * 6);

test("words are escaped, whatever they hold", () => {
  const ctx = context();
  ctx.fillText('</text><script>alert("1")</script>\u0000\ud800', 1, 2);
  const made = ctx.toString({ title: "<b>&", lang: '"x' });
  assert.ok(!made.includes("<script") && !made.includes("<b>") && !made.includes("\u0000"));
  assert.ok(made.includes("&lt;/text&gt;&lt;script&gt;"));
  assert.equal(escapeXml("a<b>&\"'"), "a&lt;b&gt;&amp;&quot;&#39;");
});

test("moves and mirrored scales are in the numbers", () => {
  const ctx = context();
  ctx.save();
  ctx.translate(10, 5);
  ctx.scale(-1, 1);
  ctx.beginPath();
  ctx.moveTo(2, 3);
  ctx.lineTo(4, 3);
  ctx.stroke();
  ctx.restore();
  ctx.beginPath();
  ctx.moveTo(2, 3);
  ctx.lineTo(4, 3);
  ctx.stroke();
  assert.deepEqual(ctx.out.map((line) => /d="([^"]*)"/.exec(line)[1]), ["M8 8L6 8", "M2 3L4 3"]);
});

test("what is set inside save and restore stays there: dash, clip, transparency", () => {
  const ctx = context();
  ctx.save();
  ctx.setLineDash([4, 3]);
  ctx.globalAlpha = 0.35;
  ctx.beginPath();
  ctx.rect(0, 0, 10, 10);
  ctx.clip();
  ctx.stroke();
  ctx.restore();
  ctx.fillRect(0, 0, 5, 5);
  const [first, second] = ctx.out;
  assert.match(first, /stroke-dasharray="4 3".*opacity="0.35".*clip-path="url\(#d1\)"/);
  assert.doesNotMatch(second, /clip-path|opacity|dash/);
});

test("a rectangle of its own does not end the path that was begun", () => {
  const ctx = context();
  ctx.beginPath();
  ctx.moveTo(0, 0);
  ctx.fillRect(1, 1, 2, 2);
  ctx.lineTo(5, 5);
  ctx.stroke();
  assert.match(ctx.out[1], /d="M0 0L5 5"/);
});

test("right-to-left words keep their direction, and a gradient its colours", () => {
  const ctx = context();
  Object.assign(ctx, { font: '600 12px "Noto Sans", sans-serif', direction: "rtl", textBaseline: "middle" });
  ctx.fillText("أنقرة", 90, 10);
  assert.match(ctx.out[0], /direction="rtl" text-anchor="start" dominant-baseline="central"/);
  const gradient = ctx.createLinearGradient(0, 0, 10, 0);
  gradient.addColorStop(0, "#0F766E");
  ctx.strokeStyle = gradient;
  ctx.beginPath();
  ctx.moveTo(0, 0);
  ctx.lineTo(10, 0);
  ctx.stroke();
  assert.match(ctx.toString(), /<linearGradient id="d1"[^>]*x2="10"[^>]*>.*#0F766E/);
});
