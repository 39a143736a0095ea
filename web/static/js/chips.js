/**
 * What has no date: a chip with its number at its lane's inline end, never a place in time.
 * In: undated marks, placed lanes. Out: chips; pure. Painted in the column after the plot.
 */

import { REST } from "./folding.js";
import { figure } from "./said.js";

export const GUTTER = 64;
export const GUTTER_NARROW = 52;
const HALF_W = 17;
const HALF_H = 12;

/**
 * @typedef {{laneId: string, marks: import("./model.js").Mark[], counted?: number, u: number, y: number}} Chip
 *   counted: how many there are, where not all are here; then `marks` is one that stands for them
 */

/** Whether anything of a drawing has no date. */
export const hasUndated = ({ whole, undated, lanes }) => (whole ? undated.length > 0 : lanes.some((lane) => lane.undated));

/** Stands for events that are counted and not here. */
const unseen = (laneId) => ({ item: {}, id: `undated ${laneId}`, kind: "statement", lanes: [laneId], people: false, mediators: [], addressees: [], deniers: [], when: null });

/**
 * @param {import("./folding.js").Arranged} drawing
 * @param {import("./lanes.js").PlacedLane[]} lanes
 * @param {{width: number, restY: number}} options width of the column; restY: y of the row of lanes not drawn
 * @returns {Chip[]} a meeting is counted on the lane of each who took part
 */
export function placeChips({ whole, undated, rest }, lanes, { width, restY }) {
  if (!whole) {
    return lanes.filter(({ lane }) => lane.undated)
      .map(({ lane, y }) => ({ laneId: lane.id, marks: [unseen(lane.id)], counted: lane.undated, u: width / 2, y }));
  }
  const chips = lanes.map((lane) => ({
    laneId: lane.lane.id,
    marks: undated.filter((mark) => mark.lanes.includes(lane.lane.id)),
    u: width / 2,
    y: lane.y,
  }));
  if (rest.undated.length) chips.push({ laneId: REST, marks: rest.undated, u: width / 2, y: restY });
  return chips.filter((chip) => chip.marks.length);
}

/** The box of a chip, at least as large as a finger's or a pointer's target must be. */
export const chipBox = ({ u, y }) => ({ u0: u - HALF_W, u1: u + HALF_W, y0: y - HALF_H, y1: y + HALF_H });

/**
 * @param {import("./pen.js").Pen} pen @param {Chip} chip @param {number} shift u of the column
 * @param {string | null} [selected] IRI of what is selected
 */
export function drawChip(pen, chip, shift, selected = null) {
  const { ctx, tokens } = pen;
  const x = pen.X(shift + chip.u);
  const text = figure(chip.counted ?? chip.marks.length);
  ctx.save();
  ctx.font = pen.fonts.mark;
  ctx.direction = "ltr";
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillStyle = tokens.surface;
  ctx.strokeStyle = chip.marks.some((mark) => mark.id === selected) ? tokens.link : tokens.control;
  ctx.lineWidth = 1;
  const half = Math.max(HALF_W - 3, ctx.measureText(text).width / 2 + 7);
  ctx.beginPath();
  ctx.roundRect(Math.round(x - half) + 0.5, Math.round(chip.y - 9) + 0.5, half * 2, 18, 9);
  ctx.fill();
  ctx.stroke();
  ctx.fillStyle = tokens["ink-2"];
  ctx.fillText(text, x, chip.y + 0.5);
  ctx.restore();
}
