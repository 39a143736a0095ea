/**
 * From days to pixels along the line of writing, and back; and the ticks of the axis.
 * In: a window (first day, pixels a day). Out: numbers; no drawing.
 * `u` is the distance from the inline start: the one flip between u and x makes right-to-left.
 */

import { civil, dayNumber, monthStart, weekday } from "./day.js";

/**
 * @typedef {{from: number, k: number, width: number, flipped: boolean}} View
 *   from: day (with fraction) at the inline start; k: pixels a day; width: of the plot;
 *   flipped: time runs to the left
 */

export const MAX_PX_A_DAY = 320;

/** @param {View} view @param {number} day @returns {number} */
export const toU = (view, day) => (day - view.from) * view.k;

/** @param {View} view @param {number} u @returns {number} day with fraction */
export const toDay = (view, u) => view.from + u / view.k;

/** @param {View} view @param {number} u @returns {number} x from the plot's left edge */
export const toX = (view, u) => (view.flipped ? view.width - u : u);

/** @param {View} view @returns {number} the first day after the window, with fraction */
export const viewEnd = (view) => view.from + view.width / view.k;

/**
 * The view moved so that what was at `u` lies `du` further on.
 * @param {View} view @param {number} du @returns {View}
 */
export const panned = (view, du) => ({ ...view, from: view.from - du / view.k });

/**
 * The view with `factor` times the pixels a day, the day at `u` kept in place.
 * @param {View} view @param {number} factor @param {number} u @param {number} minK @returns {View}
 */
export function zoomed(view, factor, u, minK = 0) {
  const k = Math.min(MAX_PX_A_DAY, Math.max(minK, view.k * factor));
  return { ...view, k, from: toDay(view, u) - u / k };
}

/**
 * The view that shows the days from `first` up to, not including, `end`, with `pad` pixels around.
 * @param {View} view @param {number} first @param {number} end @param {[number, number]} pad start, end
 * @returns {View}
 */
export function fitted(view, first, end, pad = [24, 24]) {
  const room = Math.max(40, view.width - pad[0] - pad[1]);
  const k = Math.min(MAX_PX_A_DAY / 2, room / Math.max(1, end - first));
  const slack = room - k * (end - first);
  return { ...view, k, from: first - (pad[0] + slack / 2) / k };
}

/**
 * The view moved no further than needed to show `first` to `end`.
 * @param {View} view @param {number} first @param {number} end @param {number} margin pixels
 * @returns {View}
 */
export function revealed(view, first, end, margin = 48) {
  const u0 = toU(view, first);
  const u1 = toU(view, end);
  if (u0 < margin) return panned(view, margin - u0);
  if (u1 > view.width - margin) return panned(view, Math.max(margin - u0, view.width - margin - u1));
  return view;
}

/**
 * First and last day of `spans`, one extreme outlier left out when it alone makes the range more
 * than twice as long.
 * @param {[number, number][]} spans days, inclusive
 * @returns {{first: number, end: number, before: number, after: number} | null}
 *   before, after: how many spans lie outside; null when there is none
 */
export function dataRange(spans) {
  if (!spans.length) return null;
  const range = (list) => ({
    first: Math.min(...list.map((s) => s[0])),
    end: Math.max(...list.map((s) => s[1])) + 1,
  });
  const all = range(spans);
  let best = { ...all, before: 0, after: 0 };
  if (spans.length < 4) return best;
  for (const side of ["before", "after"]) {
    const extreme = side === "before"
      ? spans.reduce((a, b) => (b[0] < a[0] ? b : a))
      : spans.reduce((a, b) => (b[1] > a[1] ? b : a));
    const kept = range(spans.filter((s) => s !== extreme));
    const shorter = kept.end - kept.first;
    if (shorter * 2 < all.end - all.first && shorter < best.end - best.first) {
      best = { ...kept, before: 0, after: 0, [side]: 1 };
    }
  }
  return best;
}

/** @typedef {{unit: "day" | "week" | "month" | "year", count: number}} Step */

const DAY_STEPS = [["day", 1, 1], ["day", 2, 2], ["week", 1, 7], ["week", 2, 14]];
const MONTH_STEPS = [["month", 1, 30.4], ["month", 3, 91], ["month", 6, 183]];

/**
 * The smallest step whose ticks stand at least `gap` pixels apart.
 * @param {number} k pixels a day @param {number} gap @returns {Step}
 */
export function stepFor(k, gap) {
  for (const [unit, count, days] of [...DAY_STEPS, ...MONTH_STEPS]) {
    if (days * k >= gap) return { unit, count };
  }
  for (let count = 1; ; count *= 10) {
    for (const times of [1, 2, 5]) {
      if (365.25 * count * times * k >= gap) return { unit: "year", count: count * times };
    }
  }
}

/**
 * The first days of the steps from `first` to `end`.
 * @param {number} first @param {number} end @param {Step} step @returns {number[]}
 */
export function ticks(first, end, step) {
  const days = [];
  let day = tickAtOrBefore(Math.floor(first), step);
  while (day < end && days.length < 500) {
    days.push(day);
    day = nextTick(day, step);
  }
  return days;
}

function tickAtOrBefore(day, { unit, count }) {
  if (unit === "day") return Math.floor(day / count) * count;
  if (unit === "week") {
    const monday = day - weekday(day);
    return monday - ((((monday + 3) / 7) % count) + count) % count * 7;
  }
  const { year, month } = civil(day);
  if (unit === "month") return monthStart(day, -((month - 1) % count));
  return dayNumber(Math.floor(year / count) * count, 1, 1);
}

function nextTick(day, { unit, count }) {
  if (unit === "day") return day + count;
  if (unit === "week") return day + 7 * count;
  if (unit === "month") return monthStart(day, count);
  return dayNumber(civil(day).year + count, 1, 1);
}

/**
 * Ticks of an axis that counts days from publication.
 * @param {number} first @param {number} end @param {number} k @param {number} gap @returns {number[]}
 */
export function relativeTicks(first, end, k, gap) {
  let step = 1;
  for (const next of [1, 2, 5, 7, 14, 28, 56, 140, 364, 1820, 3640]) {
    step = next;
    if (next * k >= gap) break;
  }
  const days = [];
  for (let day = Math.floor(first / step) * step; day < end && days.length < 500; day += step) {
    days.push(day);
  }
  return days;
}
