/**
 * The scene of far away: a ribbon for each lane, and over it, one by one, what must survive zooming
 * out: ties, red lines, and ticks where articles differ.
 * In: a Plan, counts by lane. Out: a scene of level "ribbons"; and painted ribbons.
 */

import { bounds } from "./model.js";
import { placeMeetings } from "./meet.js";
import { lastHeard, placeRedLine } from "./redlines.js";
import { mostIn, ribbonPath } from "./ribbons.js";
import { cornerTick } from "./marks.js";

const MOST_RARE = 200;
const FLOOR = 4;

/** The most reported first. */
const byReports = (a, b) => (b.item.articles ?? 1) - (a.item.articles ?? 1) || (a.id < b.id ? -1 : 1);

/** Counts of folded bodies given to their sides. */
export function foldCounts(lanes, toSide) {
  const found = new Map();
  for (const [id, counts] of lanes) {
    const side = toSide(id);
    const sums = found.get(side) ?? found.set(side, new Map()).get(side);
    for (const [i, n] of counts) sums.set(i, (sums.get(i) ?? 0) + n);
  }
  return found;
}

/**
 * @param {import("./layout.js").Plan} plan
 * @param {{k: number, counts: {bucket: number, lanes: Map<string, Map<number, number>>, disputed?: Map<string, Map<number, number>>}, window: [number, number], view: [number, number], dated: import("./model.js").Mark[]}} options
 *   window: days around the view in which rare marks are drawn
 */
export function layFar(plan, { k, counts, window: [from, end], view, dated }) {
  const { lanes, origin, drawing } = plan;
  const at = { k, origin };
  const near = dated.filter((mark) => bounds(mark.when)[0] < end && (bounds(mark.when)[1] >= from || mark.kind === "redline"));
  const inView = (mark) => bounds(mark.when)[0] < view[1] && bounds(mark.when)[1] >= view[0];
  const met = near.filter((mark) => mark.kind === "meeting").sort((a, b) => inView(b) - inView(a) || byReports(a, b));
  const meetings = placeMeetings(met.slice(0, MOST_RARE), lanes, { ...at, bends: false })
    .filter((meeting) => meeting.members.length).map((meeting) => ({ ...meeting, form: "tie", ys: meeting.members.map((lane) => lane.y), crossed: [meeting.bystanders.map((lane) => lane.y)] }));
  const redlines = lanes.flatMap((lane) => near.filter((m) => m.kind === "redline" && m.lanes[0] === lane.lane.id)
    .sort((a, b) => lastHeard(b) - lastHeard(a)).slice(0, lane.redlineYs.length)
    .map((mark, i) => ({ lane, ...placeRedLine(mark, lane.redlineYs[i], { ...at, relative: drawing.relative }) })));
  const disputed = near.filter((mark) => mark.kind !== "meeting" && mark.item.disputed).sort(byReports).slice(0, MOST_RARE);
  const yOf = new Map(lanes.map((lane) => [lane.lane.id, lane.y]));
  const ticks = disputed.filter((mark) => yOf.has(mark.lanes[0]))
    .map((mark) => ({ mark, u: (bounds(mark.when)[0] + 0.5 - origin) * k, y: yOf.get(mark.lanes[0]) }));
  const ids = lanes.map((lane) => lane.lane.id);
  ticks.push(...countedTicks(counts, lanes, ticks, { k, origin, from, end }));
  return {
    k, origin, level: "ribbons", lanes, meetings, threads: [], redlines, marks: [], stacks: [], labels: [], ticks,
    ribbons: { ...counts, most: mostIn(counts.lanes, ids, -Infinity, Infinity) },
    hiddenRare: Math.max(0, met.filter(inView).length - MOST_RARE),
  };
}

/** A tick for each stretch of which only the number of disputed events is here, not the events. */
function countedTicks({ bucket, disputed = new Map() }, lanes, ticks, { k, origin, from, end }) {
  return lanes.flatMap(({ lane, y }) => {
    const shown = new Set(ticks.filter((tick) => tick.y === y).map((tick) => Math.floor((tick.u / k + origin) / bucket)));
    return [...disputed.get(lane.id) ?? []]
      .filter(([i, n]) => n && !shown.has(i) && i * bucket < end && (i + 1) * bucket > from)
      .map(([i]) => ({ u: ((i + 0.5) * bucket - origin) * k, y }));
  });
}

/** @param {import("./pen.js").Pen} pen X of the scene's u @param {object} scene @param {{u0: number, u1: number}} view */
export function drawRibbons(pen, scene, view) {
  const { bucket, lanes, most } = scene.ribbons;
  const toU = (day) => (day - scene.origin) * scene.k;
  for (const lane of scene.lanes) {
    const counts = lanes.get(lane.lane.id);
    if (counts) ribbonPath(pen, counts, { bucket, most, y: lane.y + FLOOR, toU, from: view.u0, to: view.u1 });
  }
}

/** @param {import("./pen.js").Pen} pen */
export const drawTicks = (pen, ticks) => ticks.forEach(({ u, y }) => cornerTick(pen, pen.X(u), y, 5));

/** The stretch of a lane's ribbon at a place, or null. */
export function stretchAt(scene, u, y) {
  if (!scene.ribbons) return null;
  const lane = scene.lanes.find((placed) => y > placed.y - 20 && y < placed.y + FLOOR + 2);
  const { bucket, lanes } = scene.ribbons;
  const i = Math.floor((u / scene.k + scene.origin) / bucket);
  const n = lane && lanes.get(lane.lane.id)?.get(i);
  return n ? { lane, n, from: i * bucket, end: (i + 1) * bucket } : null;
}
