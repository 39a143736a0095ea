/**
 * Sub-lanes: where marks that would cover one another stand instead.
 * In: a lane's marks in order, pixels a day. Out: each mark's row (0 is on the thread) and place, and
 * stacks for what finds none. Pure; greedy in a stable order, so panning never reshuffles.
 */

import { bounds } from "./model.js";

export const ROW_GAP = 18;
export const MAX_ROWS = 3;
export const MARK_R = 6;
const CLEAR = 10;
const COLUMN = 22;

/** @typedef {import("./model.js").Mark} Mark */

/**
 * @typedef {object} Placed
 * @property {Mark} mark
 * @property {number} row
 * @property {number} u the mark's middle
 * @property {number} u0 where its whisker or bar begins
 * @property {number} u1 where it ends
 */

/** @typedef {{u: number, marks: Mark[]}} Stack */

/** The places of a day in pixels from its middle, nearest first: 0, then to either side while it is wide. */
function columnOffsets(k) {
  const offsets = [0];
  for (let step = 1; step * COLUMN + CLEAR <= k / 2; step += 1) offsets.push(step * COLUMN, -step * COLUMN);
  return offsets;
}

function extent(mark, k, origin) {
  const [first, last] = bounds(mark.when);
  const u0 = (first - origin) * k;
  const u1 = (last + 1 - origin) * k;
  return { u0, u1, u: (u0 + u1) / 2 };
}

const free = (row, a, b) => row.every(([from, to]) => b <= from || a >= to);

/**
 * @param {Mark[]} marks of one lane, dated, in order of first day and IRI
 * @param {{k: number, origin: number, maxRows?: number, taken?: [number, number][]}} options
 *   taken: intervals of row 0 that something else holds, in pixels
 * @returns {{placed: Placed[], stacks: Stack[], rows: number}} rows: how many are used, at least 1
 */
export function placeRows(marks, { k, origin, maxRows = MAX_ROWS, taken = [] }) {
  const rows = Array.from({ length: maxRows }, (_, row) => (row === 0 ? [...taken] : []));
  const placed = [];
  const stacks = [];
  const put = (mark, row, u, u0, u1, a, b) => {
    rows[row].push([a, b]);
    placed.push({ mark, row, u, u0, u1 });
  };
  const days = marks.filter((mark) => mark.when.shape === "day");
  for (const mark of [...days, ...marks.filter((m) => m.when.shape !== "day")]) {
    const { u0, u1, u } = extent(mark, k, origin);
    const day = mark.when.shape === "day";
    const spot = findSpot(rows, day ? columnOffsets(k) : [0], (offset) =>
      day ? [u + offset - CLEAR, u + offset + CLEAR] : [Math.min(u0, u - CLEAR), Math.max(u1, u + CLEAR)]);
    if (spot) put(mark, spot.row, u + spot.offset, u0, u1, spot.a, spot.b);
    else stackAt(stacks, u, mark);
  }
  const used = rows.findLastIndex((row) => row.length) + 1;
  return { placed, stacks, rows: Math.max(1, used) };
}

function findSpot(rows, offsets, interval) {
  for (const offset of offsets) {
    const [a, b] = interval(offset);
    const row = rows.findIndex((held) => free(held, a, b));
    if (row >= 0) return { row, offset, a, b };
  }
  return null;
}

function stackAt(stacks, u, mark) {
  const near = stacks.find((stack) => Math.abs(stack.u - u) < 28);
  if (near) near.marks.push(mark);
  else stacks.push({ u, marks: [mark] });
}
