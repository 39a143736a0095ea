/**
 * The shelf of what has no date: its marks in their lanes, with words beside them, at no place in time.
 * In: undated marks, placed lanes, the room there is. Out: columns, rows and words; pure.
 *
 * Meetings come first, each in a column of its own through the lanes of those who met; then the other
 * marks, row by row; then the words of the last mark in each row, as far as they fit.
 */

import { shorten } from "./labels.js";
import { MAX_ROWS, ROW_GAP } from "./rows.js";

export const CELL = 22;
export const SHELF_PAD = 14;
const MOST_COLUMNS = 6;
const MOST_TIES = 10;
const LEAST_WORDS = 64;
const MOST_WORDS = 280;

/** @typedef {import("./model.js").Mark} Mark */
/** @typedef {import("./lanes.js").PlacedLane} PlacedLane */

/**
 * @typedef {object} Shelf
 * @property {number} width 0 when nothing is undated
 * @property {{mark: Mark, laneId: string, u: number, y: number}[]} marks
 * @property {{mark: Mark, u: number, ys: number[]}[]} ties meetings
 * @property {{marks: Mark[], laneId: string, u: number, y: number}[]} stacks what finds no cell
 * @property {{mark: Mark, text: string, u0: number, u1: number, y: number}[]} labels
 */

/** How many rows a lane gives to `count` undated marks: one each, as far as lanes go. */
export const shelfRows = (count) => Math.max(1, Math.min(MAX_ROWS, count));

/** What share of the drawing the shelf may take: as much of it as its part of all marks, within reason. */
export function shelfShare(dated, undated, narrow) {
  if (!undated) return 0;
  const part = undated / (dated + undated);
  return narrow ? 0.26 : Math.max(0.28, Math.min(0.46, part * 0.6));
}

const memberLanes = (mark, byId) => mark.lanes.map((id) => byId.get(id)).filter(Boolean).sort((a, b) => a.index - b.index);

/** Ties in columns: two share one when they cross no lane together. */
function placeTies(marks, lanes, byId, shelf, mostColumns) {
  const columns = [];
  for (const mark of marks) {
    const members = memberLanes(mark, byId);
    if (!members.length) continue;
    const [from, to] = [members[0].index, members.at(-1).index];
    const free = (held) => held.every(([a, b]) => to < a || from > b);
    let column = columns.findIndex(free);
    if (column < 0 && columns.length < mostColumns) column = columns.push([]) - 1;
    if (column < 0) {
      stack(shelf, members[0], mark);
      continue;
    }
    columns[column].push([from, to]);
    shelf.ties.push({ mark, u: SHELF_PAD + CELL * (column + 0.5), ys: members.map((lane) => lane.y) });
  }
  return columns.length;
}

/** Marks of a lane fill its rows first, then the next column; the last cell is kept for a stack. */
function placeMarks(marks, byId, shelf, first, mostColumns) {
  const used = new Map();
  const inLane = new Map();
  for (const mark of marks) {
    const lane = byId.get(mark.lanes[0]);
    if (lane) inLane.set(lane, [...(inLane.get(lane) ?? []), mark]);
  }
  let columns = 0;
  for (const [lane, own] of inLane) {
    const cells = lane.rows * mostColumns;
    const shown = own.length <= cells ? own.length : cells - 1;
    own.slice(shown).forEach((mark) => stack(shelf, lane, mark));
    own.slice(0, shown).forEach((mark, i) => {
      const column = Math.floor(i / lane.rows);
      const row = i % lane.rows;
      columns = Math.max(columns, column + 1);
      shelf.marks.push({ mark, laneId: lane.lane.id, u: SHELF_PAD + CELL * (first + column + 0.5), y: lane.y + ROW_GAP * row });
      used.set(`${lane.index},${row}`, shelf.marks.at(-1));
    });
    if (shown < own.length) columns = mostColumns;
  }
  return { columns, last: [...used.values()] };
}

/**
 * @param {Mark[]} undated in order
 * @param {PlacedLane[]} lanes
 * @param {{maxWidth: number, measure: (text: string, font: string) => number}} options
 * @returns {Shelf}
 */
export function placeShelf(undated, lanes, { maxWidth, measure }) {
  const shelf = { width: 0, marks: [], ties: [], stacks: [], labels: [] };
  if (!undated.length) return shelf;
  const byId = new Map(lanes.map((lane) => [lane.lane.id, lane]));
  const room = Math.max(1, Math.floor((maxWidth - 2 * SHELF_PAD) / CELL));
  const met = undated.filter((mark) => mark.kind === "meeting");
  const others = undated.filter((mark) => mark.kind !== "meeting");
  const tieColumns = placeTies(met, lanes, byId, shelf, Math.min(MOST_TIES, Math.max(1, Math.floor(room / 2))));
  const mostColumns = Math.max(1, Math.min(MOST_COLUMNS, room - tieColumns));
  const { columns, last } = placeMarks(others, byId, shelf, tieColumns, mostColumns);
  const marksEnd = SHELF_PAD + CELL * (tieColumns + Math.max(columns, 1));
  shelf.stacks.forEach((entry) => {
    entry.u = marksEnd - CELL / 2 + 2;
  });
  placeWords(shelf, last, Math.min(MOST_WORDS, maxWidth - SHELF_PAD / 2), measure, maxWidth);
  const wordsEnd = Math.max(0, ...shelf.labels.map((label) => label.u1));
  shelf.width = Math.max(marksEnd + SHELF_PAD, wordsEnd + SHELF_PAD / 2, 96);
  return shelf;
}

function placeWords(shelf, last, most, measure, maxWidth) {
  for (const { mark, u, y } of last) {
    if (shelf.stacks.some((entry) => entry.y === y)) continue;
    const u0 = u + CELL / 2 + 2;
    const width = Math.min(most, maxWidth - SHELF_PAD / 2 - u0);
    if (width < LEAST_WORDS) continue;
    const text = shorten(mark.item.label ?? "", width, (t) => measure(t, "mark"));
    if (text) shelf.labels.push({ mark, text, u0, u1: u0 + measure(text, "mark"), y });
  }
}

function stack(shelf, lane, mark) {
  const same = shelf.stacks.find((entry) => entry.laneId === lane.lane.id);
  if (same) same.marks.push(mark);
  else shelf.stacks.push({ marks: [mark], laneId: lane.lane.id, u: 0, y: lane.y + ROW_GAP * (lane.rows - 1) });
}
