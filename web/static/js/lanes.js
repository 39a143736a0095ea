/**
 * Where each lane stands: its thread, its sub-lanes, its red lines, and the gaps in which threads meet.
 * In: lanes in order, what each must hold, the height there is. Out: lanes with y; pure.
 */

import { ROW_GAP } from "./rows.js";

const ABOVE = 22;
const BELOW = 22;
/** Around a lane of which nothing is dated. */
const SLIM = 18;
const REDLINE_STEP = 32;
const REDLINE_LEAD = 36;
const KNOT_ROOM = 42;
const BADGE_ROOM = 16;
const TOP_ROOM = 6;
const MOST_STRETCH = 30;

/**
 * @typedef {object} PlacedLane
 * @property {import("./model.js").Lane} lane
 * @property {number} index
 * @property {number} top
 * @property {number} y of the thread
 * @property {number} contentEnd below its marks and red lines
 * @property {number} rows
 * @property {number[]} redlineYs y of each red line's rule
 */

/** The height of a knot in which `n` threads run together. */
export const knotHeight = (n) => 6 * Math.min(n, 6) + 12;

/**
 * @param {import("./model.js").Lane[]} lanes
 * @param {{rows: number[], slim: boolean[], badges: boolean[], redlines: number[], knots: number[], height: number}} needs
 *   per lane: sub-lanes, whether nothing of it is dated, whether stacks hang below them, red lines, and the most threads that meet in
 *   the gap after it (0: none); height: what there is to fill
 * @returns {{lanes: PlacedLane[], height: number}}
 */
export function placeLanes(lanes, { rows, slim, badges, redlines, knots, height }) {
  const badge = (i) => (badges[i] ? BADGE_ROOM : 0);
  const above = (i) => (slim[i] ? SLIM : ABOVE);
  const own = lanes.map((_, i) => above(i) + laneBelow(rows[i], redlines[i], slim[i]) + badge(i));
  const gaps = lanes.map((_, i) => knotGap(knots[i] ?? 0, redlines[i]));
  const needed = own.reduce((a, b) => a + b, 0) + gaps.reduce((a, b) => a + b, 0) + TOP_ROOM + 2;
  const stretch = Math.max(0, Math.min(MOST_STRETCH, (height - needed) / Math.max(1, lanes.length)));
  let top = TOP_ROOM + stretch / 2;
  const placed = lanes.map((lane, index) => {
    const y = top + above(index);
    const below = y + ROW_GAP * (rows[index] - 1) + badge(index);
    const entry = {
      lane,
      index,
      top,
      y,
      rows: rows[index],
      redlineYs: Array.from({ length: redlines[index] }, (_, i) => below + REDLINE_LEAD + i * REDLINE_STEP),
      contentEnd: redlines[index] ? below + REDLINE_LEAD + (redlines[index] - 1) * REDLINE_STEP + 12 : below + 11,
    };
    top += own[index] + gaps[index] + stretch;
    return entry;
  });
  return { lanes: placed, height: Math.max(top, 120), spare: stretch };
}

function laneBelow(rows, redlines, slim) {
  const toLastRow = ROW_GAP * (rows - 1);
  if (redlines) return toLastRow + REDLINE_LEAD + (redlines - 1) * REDLINE_STEP + 16;
  return toLastRow + (slim ? SLIM : BELOW);
}

/** What a gap lacks to hold a knot, its label, and the marks of the lanes on both sides. */
function knotGap(threads, redlines) {
  if (!threads) return 0;
  const there = redlines ? 18 : 24;
  return Math.max(0, knotHeight(threads) + KNOT_ROOM - there);
}

/**
 * The middle of the gap after lane `i`: between what it holds and the marks of the next thread.
 * @param {PlacedLane[]} lanes @param {number} i @returns {{from: number, to: number, mid: number}}
 */
export function gapAfter(lanes, i) {
  const from = lanes[i].contentEnd;
  const to = lanes[i + 1].y - 9;
  return { from, to, mid: (from + to) / 2 };
}
