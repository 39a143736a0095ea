/**
 * The axis: days with their names, or days counted from publication; ticks where articles appeared.
 * In: a pen, the view, words for days. Out: painted lines and words.
 */

import { civil, monthStart } from "./day.js";
import { line, stroked, words } from "./pen.js";
import { isolate } from "./said.js";
import { relativeTicks, stepFor, ticks, toU, viewEnd } from "./scale.js";

export const AXIS_HEIGHT = 48;
const UPPER_Y = 14;
const LOWER_Y = 33;

/** @typedef {{first: number, centre: boolean, text: string}} Tick */

/**
 * The ticks in view and the words under them.
 * @param {import("./scale.js").View} view
 * @param {{days: ReturnType<typeof import("./day.js").dayWords>, relative: boolean, sign?: (n: number) => string}} options
 */
export function axisTicks(view, { days, relative, sign = String }) {
  const [from, to] = [view.from, viewEnd(view)];
  if (relative) {
    const lower = relativeTicks(from, to, view.k, 56);
    const wide = view.k >= 40 && (lower[1] ?? 1) - (lower[0] ?? 0) === 1;
    return { lower: lower.map((day) => ({ day, centre: wide, text: sign(day) })), upper: [] };
  }
  const step = stepFor(view.k, 52);
  const lower = ticks(from, to, step).map((day) => ({
    day,
    centre: step.unit === "day" && step.count === 1,
    text: lowerText(day, step, view.k, days),
  }));
  return { lower, upper: upperTicks(from, to, step, days) };
}

function lowerText(day, step, k, days) {
  if (step.unit === "year") return days.year(day);
  if (step.unit === "month") return days.month(day);
  return step.unit === "day" && step.count === 1 && k >= 56 ? days.weekdayDay(day) : days.dayOfMonth(day);
}

/** What the words below leave out: the month and year over days, the year over months. */
function upperTicks(from, to, step, days) {
  if (step.unit === "year") return [];
  const monthly = step.unit === "month";
  const found = [];
  const { year } = civil(Math.floor(from));
  let day = monthly ? ticks(from, from + 1, { unit: "year", count: 1 })[0] : monthStart(Math.floor(from));
  for (let i = 0; day < to && i < 100; i += 1) {
    found.push({ day, text: monthly ? days.year(day) : days.monthYear(day) });
    day = monthly ? ticks(day + 366, day + 367, { unit: "year", count: 1 })[0] : monthStart(day, 1);
    if (civil(day).year > year + 200) break;
  }
  return found;
}

/** Hairlines through the drawing. */
export function drawGrid(pen, view, { lower, upper }, height) {
  const { ctx, tokens } = pen;
  const hair = (day, y0) => line(pen, [[snapped(pen, toU(view, day)), y0], [snapped(pen, toU(view, day)), height]]);
  stroked(ctx, { colour: tokens.rule, width: 1 }, () => lower.forEach((tick) => hair(tick.day, AXIS_HEIGHT)));
  stroked(ctx, { colour: tokens.rule, width: 1 }, () => upper.forEach((tick) => hair(tick.day, AXIS_HEIGHT - 28)));
}

/** A hairline is sharp when it lies between two pixels. */
const snapped = (pen, u) => {
  const x = pen.X(u);
  return u + (Math.round(x) + 0.5 - x) * pen.s;
};

export function drawAxis(pen, view, { lower, upper }, { drawing, measure, texts }) {
  const { ctx, tokens, X, fonts } = pen;
  const [left, right] = [X(0), X(view.width)].sort((a, b) => a - b);
  ctx.fillStyle = tokens.canvas;
  ctx.fillRect(left, 0, right - left, AXIS_HEIGHT);
  stroked(ctx, { colour: tokens.rule, width: 1 }, () => line(pen, [[0, AXIS_HEIGHT - 0.5], [view.width, AXIS_HEIGHT - 0.5]]));
  ctx.save();
  ctx.beginPath();
  ctx.rect(left, 0, right - left, AXIS_HEIGHT);
  ctx.clip();
  for (const publication of drawing.publications) drawPublication(pen, toU(view, publication.day + 0.5));
  drawLower(pen, view, lower, measure);
  const context = drawing.relative ? [{ day: -Infinity, text: texts.relativeAxis }] : upper;
  context.forEach((tick, i) => {
    const next = context[i + 1] ? toU(view, context[i + 1].day) : view.width;
    const width = measure(tick.text, "axisStrong");
    const start = Math.max(toU(view, tick.day) + 6, 10);
    if (start + width + 6 > next && i + 1 < context.length) return;
    const [x0, x1] = [X(start), X(start + width)].sort((a, b) => a - b);
    words(pen, isolate(tick.text), { x0, x1, y: UPPER_Y, font: fonts.axisStrong, colour: tokens["ink-2"], halo: null });
  });
  ctx.restore();
}

function drawLower(pen, view, lower, measure) {
  const { X, tokens, fonts } = pen;
  let last = -Infinity;
  for (const tick of lower) {
    const width = measure(tick.text, "axis");
    const u = toU(view, tick.day);
    const start = tick.centre ? u + view.k / 2 - width / 2 : u + 6;
    if (start < last + 8 || start < 2 || start + width > view.width - 2) continue;
    last = start + width;
    const [x0, x1] = [X(start), X(start + width)].sort((a, b) => a - b);
    words(pen, isolate(tick.text), { x0, x1, y: LOWER_Y, font: fonts.axis, colour: tokens.ink, halo: null });
  }
}

/** An article appeared: a tick on the axis, never the day of what it tells. */
function drawPublication(pen, u) {
  stroked(pen.ctx, { colour: pen.tokens["ink-2"], width: 1 }, () => line(pen, [[snapped(pen, u), AXIS_HEIGHT - 7], [snapped(pen, u), AXIS_HEIGHT]]));
}
