/**
 * The shelf of what has no date: its marks in their lanes, at no place in time.
 * In: undated marks, placed lanes. Out: columns and rows; pure.
 */

import { ROW_GAP } from "./rows.js";

export const CELL = 22;
export const SHELF_PAD = 14;

/** @typedef {import("./model.js").Mark} Mark */

/**
 * @typedef {object} Shelf
 * @property {number} width 0 when nothing is undated
 * @property {{mark: Mark, laneId: string, u: number, y: number}[]} marks
 * @property {{mark: Mark, u: number, ys: number[]}[]} ties meetings
 * @property {{marks: Mark[], laneId: string, u: number, y: number}[]} stacks what finds no cell
 */

/** How many rows a lane needs so that `count` undated marks do not run far. */
export const shelfRows = (count) => (count <= 3 ? 1 : count <= 8 ? 2 : 3);

/**
 * @param {Mark[]} undated in order
 * @param {import("./lanes.js").PlacedLane[]} lanes
 * @param {number} maxWidth
 * @returns {Shelf}
 */
export function placeShelf(undated, lanes, maxWidth) {
  const maxColumns = Math.max(1, Math.floor((maxWidth - 2 * SHELF_PAD) / CELL));
  const byId = new Map(lanes.map((lane) => [lane.lane.id, lane]));
  const held = new Set();
  const key = (lane, row, column) => `${lane.index},${row},${column}`;
  const shelf = { width: 0, marks: [], ties: [], stacks: [] };
  let columns = 0;
  const uOf = (column) => SHELF_PAD + CELL * (column + 0.5);
  for (const mark of undated.filter((m) => m.kind === "meeting")) {
    const members = mark.lanes.map((id) => byId.get(id)).filter(Boolean).sort((a, b) => a.index - b.index);
    if (!members.length) continue;
    const crossed = lanes.slice(members[0].index, members.at(-1).index + 1);
    const column = firstColumn(maxColumns, (c) => crossed.every((lane) => !held.has(key(lane, 0, c))));
    if (column === null) {
      stack(shelf, members[0], mark, uOf(maxColumns - 1));
      continue;
    }
    for (const lane of crossed) {
      const rows = lane === members.at(-1) ? 1 : lane.rows;
      for (let row = 0; row < rows; row += 1) held.add(key(lane, row, column));
    }
    columns = Math.max(columns, column + 1);
    shelf.ties.push({
      mark,
      u: uOf(column),
      ys: members.map((lane) => lane.y),
    });
  }
  for (const mark of undated.filter((m) => m.kind !== "meeting")) {
    const lane = byId.get(mark.lanes[0]);
    if (!lane) continue;
    const cell = firstCell(lane, maxColumns, (row, c) => !held.has(key(lane, row, c)));
    if (!cell) {
      stack(shelf, lane, mark, uOf(maxColumns - 1));
      columns = maxColumns;
      continue;
    }
    held.add(key(lane, cell.row, cell.column));
    columns = Math.max(columns, cell.column + 1);
    shelf.marks.push({ mark, laneId: lane.lane.id, u: uOf(cell.column), y: lane.y + ROW_GAP * cell.row });
  }
  shelf.width = columns ? Math.max(columns * CELL + 2 * SHELF_PAD, 96) : 0;
  return shelf;
}

function firstColumn(columns, free) {
  for (let column = 0; column < columns; column += 1) if (free(column)) return column;
  return null;
}

function firstCell(lane, columns, free) {
  for (let column = 0; column < columns; column += 1) {
    for (let row = 0; row < lane.rows; row += 1) {
      const last = column === columns - 1 && row === lane.rows - 1;
      if (!last && free(row, column)) return { row, column };
    }
  }
  return null;
}

function stack(shelf, lane, mark, u) {
  const same = shelf.stacks.find((s) => s.laneId === lane.lane.id);
  if (same) same.marks.push(mark);
  else shelf.stacks.push({ marks: [mark], laneId: lane.lane.id, u, y: lane.y + ROW_GAP * (lane.rows - 1) });
}
