/**
 * What the window of the timeline shows at first, how far it goes, what lies between two views of it.
 * In: views (days and pixels), days from `first` to before `end`. Out: views, plain numbers.
 */

import { dataRange, fitted } from "./scale.js";

const FIT_PAD = [56, 40];
const FIT_PAD_NARROW = [24, 32];
const LEAST_DAYS = 6;
const NEAR_DAYS = 3;

const easeOut = (t) => 1 - (1 - t) ** 3;

/** The days of what is dated and of the publications near it; null where nothing has a day. */
export function homeRange(spans, publications) {
  const range = dataRange(spans);
  const published = publications.map((p) => p.day)
    .filter((day) => !range || (day >= range.first - NEAR_DAYS && day <= range.end + NEAR_DAYS));
  if (!range && !published.length) return null;
  return {
    ...range,
    first: Math.min(range?.first ?? Infinity, ...published),
    end: Math.max(range?.end ?? -Infinity, ...published.map((day) => day + 1)),
  };
}

/** The view that shows these days, and never fewer than six. */
export function fitTo(view, range, narrow) {
  const spare = Math.max(0, LEAST_DAYS - (range.end - range.first)) / 2;
  return fitted(view, range.first - spare, range.end + spare, narrow ? FIT_PAD_NARROW : FIT_PAD);
}

/** Zooming out ends when everything, the outlier too, fills a quarter of the window. */
export function leastScale(range, width) {
  return range ? Math.min(4, width / (Math.max(30, range.end - range.first) * 4)) : 1;
}

/** The view moved so that some of the data stays in it. */
export function bounded(view, range) {
  if (!range) return view;
  const margin = (view.width * 0.6) / view.k;
  const days = view.width / view.k;
  const from = Math.min(
    Math.max(view.from, range.first - margin),
    Math.max(range.first - margin, range.end + margin - days),
  );
  return { ...view, from };
}

/** The view on the way from one to another, `t` from 0 to 1: the point that both share stays. */
export function between(start, goal, t) {
  const eased = easeOut(Math.min(1, Math.max(0, t)));
  if (eased === 1) return goal;
  const k = start.k * (goal.k / start.k) ** eased;
  const share = goal.k === start.k ? eased : (1 / start.k - 1 / k) / (1 / start.k - 1 / goal.k);
  return { ...goal, k, from: start.from + (goal.from - start.from) * share };
}
