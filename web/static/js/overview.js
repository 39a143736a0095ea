/**
 * The strip under the drawing: the whole range as one ribbon, with the window as a brush.
 * In: a Timeline, the strip's element. Out: painted; the timeline moved by drag and by keys.
 * The brush and its two edges are real sliders; arrow keys are visual, as everywhere.
 */

import { ribbonPath, sumBuckets } from "./ribbons.js";
import { fonts, sizeCanvas, stroked } from "./pen.js";
import { worded } from "./said.js";
import { viewEnd } from "./scale.js";

const HEIGHT = 48;
const LEAST_PX = 10;
const KEY_STEP = 0.1;

/**
 * @param {import("./timeline.js").Timeline} timeline
 * @param {HTMLElement} strip
 * @param {{texts: Record<string, string>}} options
 */
export function initOverview(timeline, strip, { texts }) {
  const canvas = strip.querySelector("canvas");
  const brush = strip.querySelector("[data-brush]");
  const [body, start, end] = ["body", "start", "end"].map((name) => brush.querySelector(`[data-edge=${name}]`));
  const self = { width: 0, first: 0, last: 1, painted: "" };

  const scale = () => self.width / Math.max(1, self.last - self.first);
  const flipped = () => timeline.view.flipped;
  const dayOf = (dx) => (flipped() ? -dx : dx) / scale();

  const place = () => {
    const nothing = !timeline.range();
    strip.parentElement.hidden = nothing;
    self.width = strip.clientWidth;
    if (!self.width || nothing) return;
    const range = timeline.range();
    const pad = Math.max(1, (range.end - range.first) * 0.03);
    Object.assign(self, { first: range.first - pad, last: range.end + pad });
    const key = `${self.width} ${self.first} ${self.last} ${timeline.tokens.canvas} ${flipped()} ${timeline.revision}`;
    if (self.painted !== key) {
      self.painted = key;
      paintStrip(timeline, canvas, self);
    }
    const k = scale();
    const [from, to] = [Math.max(self.first, timeline.view.from), Math.min(self.last, viewEnd(timeline.view))];
    const width = Math.max(LEAST_PX, (to - from) * k);
    const u = Math.min(self.width - width, Math.max(0, (from - self.first) * k));
    brush.style.left = `${flipped() ? self.width - u - width : u}px`;
    brush.style.inlineSize = `${width}px`;
    const say = (day) => timeline.sayDay(day);
    const [dayFrom, dayTo] = [timeline.view.from, viewEnd(timeline.view) - 1];
    describe(body, dayFrom, worded(texts.window, { from: say(dayFrom), to: say(dayTo) }), self);
    describe(start, dayFrom, say(dayFrom), self);
    describe(end, dayTo, say(dayTo), self);
  };
  timeline.on("painted", place);

  const show = (from, to) => timeline.showDays(Math.min(from, to - 1), Math.max(to, from + 1));
  const edges = () => [timeline.view.from, viewEnd(timeline.view)];
  const shift = {
    body: (days) => { const [a, b] = edges(); show(a + days, b + days); },
    start: (days) => { const [a, b] = edges(); show(Math.min(a + days, b - 1), b); },
    end: (days) => { const [a, b] = edges(); show(a, Math.max(b + days, a + 1)); },
  };

  const drag = (event, part) => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    const target = event.currentTarget;
    target.setPointerCapture(event.pointerId);
    let x = event.clientX;
    const move = (now) => {
      shift[part](dayOf(now.clientX - x));
      x = now.clientX;
    };
    const done = () => target.removeEventListener("pointermove", move);
    target.addEventListener("pointermove", move);
    target.addEventListener("pointerup", done, { once: true });
    target.addEventListener("pointercancel", done, { once: true });
  };
  // The edges are named by time; which side they are drawn on follows the direction.
  body.addEventListener("pointerdown", (event) => drag(event, "body"));
  start.addEventListener("pointerdown", (event) => drag(event, "start"));
  end.addEventListener("pointerdown", (event) => drag(event, "end"));
  strip.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || event.target.closest("[data-brush]")) return;
    const x = event.clientX - strip.getBoundingClientRect().left;
    const day = self.first + (flipped() ? self.width - x : x) / scale();
    const [a, b] = edges();
    timeline.move({ ...timeline.view, from: day - (b - a) / 2 }, true);
  });
  const keys = (part) => (event) => {
    const [a, b] = edges();
    const step = part === "body" ? (b - a) * KEY_STEP : Math.max(1, Math.round((b - a) * KEY_STEP));
    const later = flipped() ? "ArrowLeft" : "ArrowRight";
    const earlier = flipped() ? "ArrowRight" : "ArrowLeft";
    const days = { [later]: step, [earlier]: -step, PageUp: b - a, PageDown: a - b, Home: self.first - a, End: self.last - b }[event.key];
    if (days === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    shift[part](days);
  };
  body.addEventListener("keydown", keys("body"));
  start.addEventListener("keydown", keys("start"));
  end.addEventListener("keydown", keys("end"));
}

function describe(slider, day, text, { first, last }) {
  const values = { valuemin: Math.floor(first), valuemax: Math.ceil(last), valuenow: Math.round(day), valuetext: text };
  for (const [name, value] of Object.entries(values)) slider.setAttribute(`aria-${name}`, String(value));
}

/** The ribbon of all, red lines as ticks over it, meetings under it. */
function paintStrip(timeline, canvas, { width, first, last }) {
  const ctx = sizeCanvas(canvas, width, HEIGHT);
  const { tokens } = timeline;
  const { flipped } = timeline.view;
  const k = width / (last - first);
  const X = (u) => (flipped ? width - u : u);
  const pen = { ctx, tokens, fonts: fonts(tokens), X, s: flipped ? -1 : 1, dir: timeline.dir };
  ctx.fillStyle = tokens.sunken;
  ctx.fillRect(0, 0, width, HEIGHT);
  const { buckets, bucket } = timeline.whole();
  const sums = sumBuckets(buckets);
  const most = Math.max(1, ...sums.values());
  ribbonPath(pen, sums, { bucket, most, y: HEIGHT - 8, height: 28, toU: (day) => (day - first) * k, from: 0, to: width });
  const tick = (day, y0, y1, colour, w) => stroked(ctx, { colour, width: w }, () => {
    const x = X((day + 0.5 - first) * k);
    ctx.beginPath();
    ctx.moveTo(x, y0);
    ctx.lineTo(x, y1);
    ctx.stroke();
  });
  for (const { mark, day } of timeline.rare()) {
    if (mark.kind === "redline") tick(day, 4, 12, tokens.redline, 2);
    else tick(day, HEIGHT - 7, HEIGHT - 2, tokens.meeting, 2);
  }
}
