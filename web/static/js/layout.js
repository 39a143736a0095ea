/**
 * Everything that is drawn, with its place: computed for a zoom, so that panning only moves it.
 * In: a Drawing (model.js), the window's height, a way to measure words. Out: a Plan (lanes and chips,
 * the same at every zoom) and, for each zoom, a Scene. Pure.
 */

import { chipBox, placeChips } from "./chips.js";
import { placeLanes } from "./lanes.js";
import { bendable, placeMeetings, preferredGap, tooFar } from "./meet.js";
import { bounds, lifeDays } from "./model.js";
import { lastHeard, placeRedLine, redWords } from "./redlines.js";
import { placeRows, ROW_GAP } from "./rows.js";
import { MOST_LANES } from "./folding.js";
import { labelsFor } from "./wishes.js";
import { lifetimes, placeThreads, threadY } from "./threads.js";

const MOST_LABELLED = 300;
const REST_ROW = 40;
const STRIP_STEP = 13;
const MOST_REDLINES = 6;
const MOST_REDLINES_FAR = 1;

/** @typedef {import("./folding.js").Arranged} Arranged */

/**
 * @typedef {object} Plan
 * @property {Arranged} drawing
 * @property {import("./lanes.js").PlacedLane[]} lanes
 * @property {number} height of all lanes
 * @property {import("./chips.js").Chip[]} chips
 * @property {number | null} restY of the row of lanes that are not drawn
 * @property {Map<string, import("./model.js").Mark[]>} byLane the dated marks that stand on each lane
 * @property {number} origin the day at u = 0
 * @property {[number, number][]} spans of all that is dated, in days
 * @property {boolean} bends whether few enough lanes are in view at once for threads to bend
 */

const isRow = (mark) => mark.kind === "statement" || mark.kind === "action";
const NONE = [];

/** @param {import("./model.js").Mark[]} marks @returns {Map<string, import("./model.js").Mark[]>} */
function marksByLane(marks) {
  const found = new Map();
  for (const mark of marks) {
    for (const id of mark.lanes) {
      const own = found.get(id);
      if (own) own.push(mark);
      else found.set(id, [mark]);
    }
  }
  return found;
}

/** @param {import("./model.js").Drawing} drawing @returns {[number, number][]} the days that each dated item covers */
export const spansOf = (drawing) => drawing.dated.map(spanOf);

/** The days an item covers, with what is known of a red line's life. */
function spanOf(mark) {
  const days = [...bounds(mark.when), ...(mark.kind === "redline" ? lifeDays(mark.item) : [])];
  return [Math.min(...days), Math.max(...days)];
}

/**
 * @param {Arranged} drawing
 * @param {object} options
 * @param {number} options.k pixels a day when all is in view
 * @param {number} options.height
 * @param {number} options.gutter width of the column for what has no date
 * @returns {Plan}
 */
export function planLanes(drawing, { k, height, gutter }) {
  const { dated, lanes, rest } = drawing;
  const byLane = marksByLane(dated);
  const of = (lane) => byLane.get(lane.id) ?? NONE;
  const spans = spansOf(drawing);
  const origin = drawing.origin ?? spans.reduce((least, span) => Math.min(least, span[0]), Infinity);
  const published = drawing.publications.map((p) => p.day);
  const at = { k, origin: Number.isFinite(origin) ? origin : Math.min(...published, published.length ? Infinity : 0) };
  const most = drawing.whole ? MOST_REDLINES : MOST_REDLINES_FAR;
  const redlines = lanes.map((lane) => Math.min(most, of(lane).filter((m) => m.kind === "redline").length));
  const room = lanes.map((lane) => (drawing.whole ? roomNeeded(lane, of(lane), at) : { rows: 2, badges: true }));
  const slim = lanes.map((lane) => drawing.whole && !of(lane).length);
  const restRow = rest.lanes > 1 ? REST_ROW : 0;
  const needs = {
    rows: room.map((lane) => lane.rows), slim, badges: room.map((lane) => lane.badges), redlines,
    knots: lanes.map(() => 0), height: height - restRow,
  };
  const first = placeLanes(lanes, needs);
  const bends = lanes.length * Math.min(1, height / first.height) <= MOST_LANES;
  const placed = bends && drawing.whole ? placeLanes(lanes, { ...needs, knots: knotsInGaps(dated, first.lanes) }) : first;
  const restY = restRow ? placed.height + restRow / 2 - 4 : null;
  const chips = gutter ? placeChips(drawing, placed.lanes, { width: gutter, restY: restY ?? placed.height }) : [];
  return { drawing, lanes: placed.lanes, height: placed.height + restRow, restY, chips, byLane, origin: at.origin, spans, bends };
}

/** How many strips lie upon one another at most. */
function stripsDeep(own) {
  const strips = own.filter((m) => m.kind === "meeting" && m.when.shape !== "day" && m.when.shape !== "throughout");
  return Math.min(3, Math.max(0, ...strips.map((a) => strips.filter((b) =>
    bounds(b.when)[0] <= bounds(a.when)[0] && bounds(b.when)[1] >= bounds(a.when)[0]).length)));
}

function roomNeeded(lane, own, { k, origin }) {
  const taken = own.filter((m) => m.kind === "meeting" && m.when.shape === "day")
    .map((m) => (bounds(m.when)[0] + 0.5 - origin) * k).map((u) => [u - 10, u + 10]);
  const { rows, stacks } = placeRows(own.filter((m) => isRow(m) && m.lanes[0] === lane.id), { k, origin, taken });
  return { rows: Math.max(rows, stripsDeep(own)), badges: stacks.length > 0 };
}

function knotsInGaps(dated, lanes) {
  const most = lanes.map(() => 0);
  const byId = new Map(lanes.map((lane) => [lane.lane.id, lane]));
  for (const mark of bendable(dated.filter((m) => m.kind === "meeting"))) {
    const members = mark.lanes.map((id) => byId.get(id)).filter(Boolean).sort((a, b) => a.index - b.index);
    if (members.length < 2 || tooFar(members)) continue;
    const gap = preferredGap(members, lanes);
    if (gap !== null) most[gap] = Math.max(most[gap], members.length);
  }
  return most;
}

/**
 * @typedef {object} Target what can be reached by mouse and keyboard
 * @property {import("./model.js").Mark} mark
 * @property {string} laneId
 * @property {boolean} shelved
 * @property {number} u
 * @property {number} y
 * @property {{u0: number, u1: number, y0: number, y1: number}} box
 * @property {import("./model.js").Mark[]} [stack] what lies under a badge
 */

/**
 * @param {Plan} plan
 * @param {{k: number, measure: (text: string, font: string) => number, within?: {u0: number, u1: number} | null, names?: import("./labels.js").Box[]}} options
 *   within: where labels must lie, when the whole is in view; names: boxes of names inside the lanes
 */
export function layScene(plan, { k, measure, within = null, names = [], words = {}, dated = plan.drawing.dated, lives = lifetimes(dated) }) {
  const { drawing, lanes, origin } = plan;
  const byLane = dated === drawing.dated ? plan.byLane : marksByLane(dated);
  const at = { k, origin };
  const of = (lane) => byLane.get(lane.lane.id) ?? NONE;
  const day = (u) => Math.floor(u / k + origin);
  const busy = (lane, u0, u1) => of(lane).some((m) => isRow(m)
    && (m.when.first ?? m.when.last) <= day(u1) && (m.when.last ?? m.when.first) >= day(u0));
  const meetings = placeMeetings(dated.filter((m) => m.kind === "meeting"), lanes, { ...at, bends: plan.bends, busy });
  placeStrips(meetings);
  const rowsOf = new Map(lanes.map((lane) => [lane.lane.id, placeOnLane(lane, of(lane), meetings, at)]));
  const threads = placeThreads(lanes, lives, meetings, at);
  const threadOf = new Map(threads.map((thread) => [thread.lane.lane.id, thread]));
  for (const meeting of meetings) {
    if (meeting.form === "tie") meeting.ys = meeting.members.map((lane) => placeOnThread(threadOf.get(lane.lane.id), lane, meeting.u));
    meeting.crossed = crossedBy(meeting, threadOf);
  }
  const redlines = lanes.flatMap((lane) => of(lane)
    .filter((m) => m.kind === "redline" && m.lanes[0] === lane.lane.id)
    .sort((a, b) => (drawing.whole ? 0 : lastHeard(b) - lastHeard(a))).slice(0, lane.redlineYs.length)
    .map((mark, i) => ({ lane, ...placeRedLine(mark, lane.redlineYs[i], { ...at, relative: drawing.relative }) })));
  const marks = lanes.flatMap((lane) => rowsOf.get(lane.lane.id).placed);
  const stacks = lanes.flatMap((lane) => rowsOf.get(lane.lane.id).stacks);
  const level = meetings.some((m) => m.form === "knot") ? "knots" : "ties";
  const scene = { k, origin, level, lanes, meetings, threads, redlines, marks, stacks, labels: [], targets: [] };
  const labelled = dated.length <= MOST_LABELLED;
  scene.labels = labelled ? labelsFor(scene, { measure, within, names, words, lanes: drawing.names }) : [];
  scene.targets = targetsOf(scene, plan, measure);
  return scene;
}

const placeOnThread = (thread, lane, u) => (thread?.bends.length ? threadY(thread, u) : lane.y);

/** y of the threads that a tie or a strip's end would otherwise seem to join. */
function crossedBy(meeting, threadOf) {
  if (meeting.form === "knot") return [];
  const ends = meeting.form === "tie" ? [meeting.u] : [meeting.u0, meeting.u1];
  return ends.map((u) => meeting.bystanders.map((lane) => threadOf.get(lane.lane.id))
    .filter((t) => t && t.u0 <= u + 2 && t.u1 >= u - 2).map((t) => t.lane.y));
}

/** Strips that would cover one another on a lane lie one below the other. */
function placeStrips(meetings) {
  const taken = [];
  for (const strip of meetings.filter((m) => m.form === "strip")) {
    strip.ys = strip.members.map((lane) => {
      const near = taken.filter((other) => other.lane === lane && other.u0 < strip.u1 && strip.u0 < other.u1);
      const row = [0, 1, 2].find((r) => !near.some((other) => other.row === r)) ?? 0;
      taken.push({ lane, row, u0: strip.u0, u1: strip.u1 });
      return lane.y + row * STRIP_STEP;
    });
  }
}

function placeOnLane(lane, dated, meetings, { k, origin }) {
  const taken = meetings
    .filter((m) => m.form === "tie" && (m.members.includes(lane) || m.mediators.includes(lane)))
    .map((m) => [m.u - 10, m.u + 10]);
  const own = dated.filter((m) => isRow(m) && m.lanes[0] === lane.lane.id);
  const { placed, stacks } = placeRows(own, { k, origin, maxRows: lane.rows, taken });
  return {
    placed: placed.map((p) => ({ ...p, lane, y: lane.y + ROW_GAP * p.row })),
    stacks: stacks.map((s) => ({ ...s, lane, y: lane.y + ROW_GAP * lane.rows - 1 })),
  };
}

/** @returns {Target[]} what can be reached in a scene, and the chips beside it */
export function targetsOf(scene, plan, measure) {
  const targets = [];
  const add = (mark, laneId, u, y, reach, extra = {}) => {
    const [ru, ry] = reach;
    targets.push({ mark, laneId, shelved: false, u, y, box: { u0: u - ru, u1: u + ru, y0: y - ry, y1: y + ry }, ...extra });
  };
  for (const m of scene.marks) add(m.mark, m.lane.lane.id, m.u, m.y, [10, 10]);
  for (const s of scene.stacks) add(s.marks[0], s.lane.lane.id, s.u, s.y, [14, 10], { stack: s.marks });
  for (const meeting of scene.meetings) {
    for (const lane of [...meeting.members, ...meeting.mediators]) {
      const y = meeting.ys?.[meeting.members.indexOf(lane)] ?? lane.y;
      if (meeting.form === "knot") {
        add(meeting.mark, lane.lane.id, meeting.u, meeting.mid, [(meeting.u1 - meeting.u0) / 2 + 8, meeting.height / 2]);
      } else if (meeting.form === "tie") add(meeting.mark, lane.lane.id, meeting.u, y, [10, 10]);
      else add(meeting.mark, lane.lane.id, meeting.u, y, [(meeting.u1 - meeting.u0) / 2, 8]);
    }
  }
  for (const line of scene.redlines) {
    const u1 = Math.max(line.solidTo + 6, line.u + 9 + Math.min(420, measure(redWords(line.mark), "redline")) + 6);
    targets.push({ mark: line.mark, laneId: line.lane.lane.id, shelved: false, u: line.u, y: line.y, box: { u0: (line.from ?? line.u - 36) - 6, u1, y0: line.y - 24, y1: line.y + 13 } });
  }
  for (const chip of plan.chips) {
    targets.push({ mark: chip.marks[0], laneId: chip.laneId, shelved: true, u: chip.u, y: chip.y, box: chipBox(chip), stack: chip.marks, counted: chip.counted, undated: true });
  }
  return targets;
}
