/**
 * Everything that is drawn, with its place: computed for a zoom, so that panning only moves it.
 * In: a Drawing (model.js), the window's height, a way to measure words. Out: a Plan (lanes and shelf,
 * the same at every zoom) and, for each zoom, a Scene. Pure.
 */

import { chipBox, placeChips } from "./chips.js";
import { labelOf } from "./naming.js";
import { placeLabels, Occupied } from "./labels.js";
import { knotHeight, placeLanes } from "./lanes.js";
import { bendable, placeMeetings, preferredGap, tooFar } from "./meet.js";
import { bounds, lifeDays } from "./model.js";
import { lastHeard, placeRedLine, redWords } from "./redlines.js";
import { MARK_R, placeRows, ROW_GAP } from "./rows.js";
import { MOST_LANES } from "./folding.js";
import { curvePoints, lifetimes, placeThreads, threadY } from "./threads.js";

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

/** The reach of a mark below its middle: its pips hang there. */
const below = (mark) => MARK_R + 2 + (mark.item.via ? 5 : 0);

/** And above it: a corner that says articles differ. */
const above = (mark) => MARK_R + 4 + (mark.item.disputed ? 4 : 0);

function obstacles(scene) {
  const occupied = new Occupied();
  const box = (u0, u1, y0, y1) => occupied.add({ u0, u1, y0, y1 });
  for (const thread of scene.threads) {
    const { y } = thread.lane;
    let from = thread.u0;
    for (const bend of thread.bends) {
      box(from, bend.u0, y - 2, y + 2);
      from = bend.u1;
    }
    box(from, thread.u1, y - 2, y + 2);
    for (const [u, v] of curvePoints(thread)) box(u - 5, u + 5, v - 6, v + 6);
  }
  for (const m of scene.marks) {
    box(m.u - MARK_R - 2, m.u + MARK_R + 2, m.y - above(m.mark) + 2, m.y + below(m.mark));
    if (m.mark.when.shape !== "day") box(m.u0, m.u1, m.y - 5, m.y + 5);
  }
  for (const s of scene.stacks) box(s.u - 16, s.u + 16, s.y - 9, s.y + 9);
  for (const meeting of scene.meetings) addMeeting(meeting, box);
  for (const line of scene.redlines) {
    box(line.u - 4, Infinity, line.y - 22, line.y + 13);
    box((line.from ?? line.u - 40), line.u, line.y - 5, line.y + 5);
  }
  return occupied;
}

function addMeeting(meeting, box) {
  if (meeting.form === "knot") {
    for (const lane of meeting.mediators) box(meeting.u - 6, meeting.u + 6, Math.min(lane.y, meeting.mid) - 6, Math.max(lane.y, meeting.mid) + 6);
    box(meeting.u0 - 10, meeting.u1 + 10, meeting.mid - meeting.height / 2 - 2, meeting.mid + meeting.height / 2 + 2);
    return;
  }
  const ys = [...(meeting.ys ?? meeting.members.map((lane) => lane.y)), ...meeting.mediators.map((lane) => lane.y)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const ends = meeting.form === "tie" ? [meeting.u] : [meeting.u0, meeting.u1];
  for (const u of ends) box(u - 4, u + 4, top, bottom);
  for (const y of ys) {
    if (meeting.form === "tie") box(meeting.u - 6, meeting.u + 6, y - 6, y + 6);
    else box(meeting.u0 - 5, meeting.u1 + 5, y - 7, y + 7);
  }
}

const importance = (mark) => (mark.kind === "meeting" ? 100 : 0)
  + (mark.item.disputed ? 20 : 0) + (["warns", "denies", "accuses"].includes(mark.item.act) ? 5 : 0)
  + Math.min(9, mark.item.claims ?? 1);

function labelsFor(scene, { measure, within, names, words, lanes }) {
  const occupied = obstacles(scene);
  names.forEach((box) => occupied.add(box));
  const wishes = [
    ...scene.meetings.map((meeting) => ({ text: labelOf(meeting.mark, words, lanes), font: "meeting", ref: meeting.mark, places: meetingPlaces(meeting, scene.lanes) })),
    ...scene.marks.map((m) => ({ text: m.mark.item.label, font: "mark", ref: m.mark, places: markPlaces(m) })),
  ].filter((wish) => wish.text && wish.places.length);
  wishes.sort((a, b) => importance(b.ref) - importance(a.ref));
  return placeLabels(wishes, occupied, measure, within);
}

function meetingPlaces(meeting, lanes) {
  if (!meeting.members.length) return [];
  if (meeting.form === "knot") {
    const half = knotHeight(meeting.members.length) / 2 + 11;
    const [top, bottom] = [meeting.members[0].y, meeting.members.at(-1).y];
    return [
      { u: meeting.u, y: meeting.mid + half, side: "middle" },
      { u: meeting.u, y: meeting.mid - half, side: "middle" },
      ...[34, 62].flatMap((off) => [
        { u: meeting.u1 + off, y: meeting.mid, side: "after" },
        { u: meeting.u0 - off, y: meeting.mid, side: "before" },
      ]),
      ...[bottom + 16, top - 16].flatMap((y) => [
        { u: meeting.u, y, side: "middle" },
        { u: meeting.u0, y, side: "after" },
        { u: meeting.u1, y, side: "before" },
      ]),
    ];
  }
  const after = meeting.form === "tie" ? meeting.u + 9 : meeting.u0 + 8;
  const before = meeting.form === "tie" ? meeting.u - 9 : meeting.u1 - 8;
  const ys = [];
  const [top, bottom] = [meeting.members[0], meeting.members.at(-1)];
  for (let i = top.index; i < bottom.index; i += 1) {
    const next = lanes[i + 1];
    ys.push((lanes[i].contentEnd + next.y - 9) / 2, lanes[i].y + 18, next.y - 17);
  }
  ys.push(bottom.y + 18, top.y - 17);
  return ys.flatMap((y) => [{ u: after, y, side: "after" }, { u: before, y, side: "before" }]);
}

function markPlaces(m) {
  const low = below(m.mark) + 9;
  const ranged = m.mark.when.shape !== "day";
  const beside = [
    { u: (ranged ? m.u1 : m.u) + 11, y: m.y, side: "after" },
    { u: (ranged ? m.u0 : m.u) - 11, y: m.y, side: "before" },
  ];
  const high = m.y - above(m.mark) - 6;
  const over = [
    { u: m.u - MARK_R, y: high, side: "after" },
    { u: m.u + MARK_R, y: high, side: "before" },
    { u: m.u, y: high, side: "middle" },
  ];
  const under = [
    { u: m.u - MARK_R, y: m.y + low, side: "after" },
    { u: m.u + MARK_R, y: m.y + low, side: "before" },
    { u: m.u, y: m.y + low, side: "middle" },
  ];
  return m.row === 0 ? [...over, ...under, ...beside] : [...beside, ...under, ...over];
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
    targets.push({ mark: chip.marks[0], laneId: chip.laneId, shelved: true, u: chip.u, y: chip.y, box: chipBox(chip), stack: chip.marks, undated: true });
  }
  return targets;
}
