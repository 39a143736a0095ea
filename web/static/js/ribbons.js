/**
 * Far away: how much is told of each lane in each stretch of days, all lanes on one shared scale.
 * In: counts by lane and stretch. Out: heights, and painted ribbons.
 */

import { stroked } from "./pen.js";

const RIBBON = 20;

/** @typedef {Map<number, number>} Buckets stretch (from 1970-01-01, in whole stretches) -> number */

/** Lengths of a stretch in days: whole weeks and about whole months, so that zooming steps gently. */
export const STRETCHES = [1, 2, 7, 14, 28, 91, 182, 364, 1_820, 3_640, 36_400];
const LEAST_PX = 5;

/** The shortest stretch that is still a few pixels wide. @param {number} k pixels a day */
export const stretchFor = (k) => STRETCHES.find((days) => days * k >= LEAST_PX) ?? STRETCHES.at(-1);

/**
 * Counts of items by lane: some unknown day counts once, in the middle; what lasts counts throughout.
 * @param {import("./model.js").Mark[]} marks dated @param {number} bucket days
 * @returns {Map<string, Buckets>}
 */
export function countMarks(marks, bucket) {
  const found = new Map();
  for (const mark of marks) {
    const { first, last, shape } = mark.when;
    let [a, b] = [first ?? last, last ?? first];
    if (shape === "within") [a, b] = [Math.floor((a + b) / 2), Math.floor((a + b) / 2)];
    for (const id of mark.lanes) {
      const counts = found.get(id) ?? found.set(id, new Map()).get(id);
      const to = Math.floor(b / bucket);
      for (let i = Math.floor(a / bucket); i <= to; i += 1) counts.set(i, (counts.get(i) ?? 0) + 1);
    }
  }
  return found;
}

/** All lanes together. @param {Map<string, Buckets>} lanes @returns {Buckets} */
export function sumBuckets(lanes) {
  const sums = new Map();
  for (const counts of lanes.values()) for (const [i, n] of counts) sums.set(i, (sums.get(i) ?? 0) + n);
  return sums;
}

/** The highest number of any lane in the window: what the shared scale ends at. */
export function mostIn(lanes, ids, from, to) {
  let most = 0;
  for (const id of ids) for (const [i, n] of lanes.get(id) ?? []) if (i >= from && i <= to && n > most) most = n;
  return most;
}

/** @param {number} n @param {number} most of all lanes @returns {number} pixels */
export const ribbonHeight = (n, most, height = RIBBON) => height * Math.sqrt(n / Math.max(1, most));

/**
 * @param {import("./pen.js").Pen} pen @param {Buckets} counts
 * @param {{bucket: number, most: number, y: number, height?: number, toU: (day: number) => number, from: number, to: number}} options
 *   y: where the ribbon stands; from, to: the part in view, in u
 */
export function ribbonPath(pen, counts, { bucket, most, y, height = RIBBON, toU, from, to }) {
  const { ctx, tokens, X } = pen;
  const fill = new Path();
  for (const [i, n] of counts) {
    const [u0, u1] = [toU(i * bucket), toU((i + 1) * bucket)];
    if (u1 < from || u0 > to || !n) continue;
    const [a, b] = [X(u0), X(u1)].sort((p, q) => p - q);
    fill.add(a, b, y - Math.max(1.5, ribbonHeight(n, most, height)));
  }
  ctx.save();
  ctx.globalAlpha = 0.35;
  ctx.fillStyle = tokens.control;
  ctx.beginPath();
  fill.boxes.forEach(([a, b, top]) => ctx.rect(a, top, b - a, y - top));
  ctx.fill();
  ctx.restore();
  stroked(ctx, { colour: tokens.control, width: 1 }, () => {
    ctx.beginPath();
    fill.boxes.forEach(([a, b, top]) => {
      ctx.moveTo(a, top + 0.5);
      ctx.lineTo(b, top + 0.5);
    });
    ctx.stroke();
  });
}

/** Boxes side by side on whole pixels, so that no seams show. */
class Path {
  constructor() {
    this.boxes = [];
  }

  add(a, b, top) {
    const [left, right] = [Math.round(a), Math.max(Math.round(a) + 1, Math.round(b))];
    this.boxes.push([left, right, top]);
  }
}
