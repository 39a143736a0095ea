/**
 * How a meeting is drawn: threads that bend into a knot, a straight tie, or hatched strips.
 * In: meetings, placed lanes, pixels a day. Out: forms with their geometry; pure.
 *
 * Only what is known to have happened on known days bends a thread: a plan, a proposal and a cancelled
 * meeting leave the threads straight, so that nothing looks surer than it is. Where knots of one actor
 * would crowd, the most reported meeting has its knot and the others are ties.
 */

import { gapAfter, knotHeight } from "./lanes.js";
import { bounds } from "./model.js";

const KNOT_OVER = 8;
const MIN_BEND_PX_A_DAY = 24;
const MOST_THREADS = 6;
const MOST_CROSSED = 4;
/** Between the middles of two knots of one actor. */
const KNOTS_APART = 100;
/** A knot of one day takes no more of it than this, so that neighbouring days can bend too. */
const KNOT_DAY = 30;
/** Between ties of one day, and between a knot and a tie beside it. */
const TIE_STEP = 20;
const TIE_LEAST = 10;
const KNOT_TO_TIE = KNOT_DAY / 2 + KNOT_OVER + 7;

/** @typedef {import("./model.js").Mark} Mark */
/** @typedef {import("./lanes.js").PlacedLane} PlacedLane */

/**
 * @typedef {object} Meeting
 * @property {Mark} mark
 * @property {"knot" | "tie" | "strip"} form
 * @property {PlacedLane[]} members in order of lanes
 * @property {PlacedLane[]} mediators
 * @property {PlacedLane[]} bystanders lanes between the first and the last member
 * @property {number} u the middle
 * @property {number} u0 start of the first day; of a knot: of what it takes of its day
 * @property {number} u1 end of the last day, likewise
 * @property {number} [mid] y of the knot's middle
 * @property {number} [height] of the knot
 * @property {Map<string, number>} [threads] y of each member's thread in the knot, by lane
 * @property {number[]} [ys] where each member's thread is when a tie meets it
 * @property {number[][]} [crossed] y of threads that each upright line passes without joining
 * @property {Set<string>} deniers lanes whose threads stop at the rim
 * @property {"filled" | "open" | "hollow" | "cancelled" | "denied"} fill
 */

/** What the knot or the beads look like. */
export function fillOf(item) {
  if (item.commitment === "denied") return "denied";
  if (item.status === "cancelled") return "cancelled";
  if (["planned", "proposed", "postponed"].includes(item.status)) return "hollow";
  if (item.commitment === "anticipated") return "hollow";
  return item.status === "ongoing" ? "open" : "filled";
}

const known = (when) => when.shape === "day" || when.shape === "throughout";

/** True for a meeting of a kind that may bend threads. */
function mayBend(mark) {
  return known(mark.when) && mark.people !== false && mark.lanes.length > 1 && ["filled", "open"].includes(fillOf(mark.item));
}

/** Indexes of gaps, and of members' own lanes, in which a knot could lie, nearest to the mean first. */
function seats(members, lanes, busyOn) {
  const mean = members.reduce((sum, lane) => sum + lane.y, 0) / members.length;
  const found = [];
  for (let i = members[0].index; i < members[members.length - 1].index; i += 1) {
    found.push({ gap: i, away: Math.abs(gapAfter(lanes, i).mid - mean) });
  }
  for (const lane of members.slice(1, -1)) {
    if (!busyOn(lane)) found.push({ lane: lane.index, away: Math.abs(lane.y - mean) });
  }
  return found.sort((a, b) => a.away - b.away || (a.gap ?? a.lane) - (b.gap ?? b.lane));
}

/** The gap that a meeting would choose when all are free: what the lanes are spaced for. */
export function preferredGap(members, lanes) {
  const first = seats(members, lanes, () => true)[0];
  return first?.gap ?? null;
}

function knotAt(meeting, seat, lanes) {
  const n = meeting.members.length;
  const height = knotHeight(n);
  let mid;
  if (seat.gap === undefined) {
    mid = lanes[seat.lane].y;
  } else {
    const gap = gapAfter(lanes, seat.gap);
    const spare = gap.to - gap.from - height;
    if (spare < 4) return null;
    mid = spare > 18 ? gap.mid - 7 : gap.mid;
  }
  const shown = Math.min(n, MOST_THREADS);
  const threads = new Map(meeting.members.map((lane, rank) =>
    [lane.lane.id, mid + (Math.min(rank, shown - 1) - (shown - 1) / 2) * 6]));
  const half = Math.min(KNOT_DAY, meeting.u1 - meeting.u0) / 2;
  const day = meeting.mark.when.shape === "day" ? { u0: meeting.u - half, u1: meeting.u + half } : {};
  return { ...meeting, ...day, form: "knot", mid, height, threads };
}

const overlap = (a, b, pad) => a.u0 - pad < b.u1 + pad && b.u0 - pad < a.u1 + pad;

const idsOf = (mark) => [...mark.lanes, ...mark.mediators];

/** True when bends would run across more bystanders than the eye follows. */
export function tooFar(members) {
  return members[members.length - 1].index - members[0].index + 1 - members.length > MOST_CROSSED;
}

/** The meetings whose threads may bend once the days are wide enough. */
export const bendable = (marks) => marks.filter(mayBend);

/** Most reported first, then those that articles tell apart, then in order of time. */
const byWeight = (a, b) => (b.mark.item.articles ?? 1) - (a.mark.item.articles ?? 1)
  || Number(b.mark.item.disputed ?? false) - Number(a.mark.item.disputed ?? false)
  || a.u0 - b.u0 || (a.mark.id < b.mark.id ? -1 : 1);

function inTheWay(knot, knots) {
  return knots.some((other) => overlap(knot, other, KNOT_OVER + 4)
    && Math.abs(knot.mid - other.mid) < (knot.height + other.height) / 2 + 6);
}

function crowds(meeting, knots) {
  const ids = new Set(idsOf(meeting.mark));
  const near = (other) => Math.max(meeting.u0 - other.u1, other.u0 - meeting.u1) < KNOTS_APART - KNOT_DAY;
  return knots.some((other) => near(other) && idsOf(other.mark).some((id) => ids.has(id)));
}

/**
 * @param {Mark[]} marks dated meetings in order
 * @param {PlacedLane[]} lanes
 * @param {{k: number, origin: number, bends?: boolean, busy?: (lane: PlacedLane, u0: number, u1: number) => boolean}} options
 *   bends: whether there are few enough lanes in view for threads to bend; busy: whether marks stand on a lane between two places
 * @returns {Meeting[]}
 */
export function placeMeetings(marks, lanes, { k, origin, bends = true, busy = () => false }) {
  const byId = new Map(lanes.map((lane) => [lane.lane.id, lane]));
  const all = marks.map((mark) => straight(mark, byId, lanes, k, origin));
  const groups = sameDay(all);
  const places = new Map(all.map((meeting, i) => [meeting, i]));
  const knots = [];
  const tries = bends && k >= MIN_BEND_PX_A_DAY ? all.filter((m) => mayBend(m.mark) && m.members.length > 1 && !tooFar(m.members)) : [];
  for (const meeting of tries.sort(byWeight)) {
    const group = groups.get(meeting);
    if (group && !roomBeside(group, k)) continue;
    const day = middleOfDay(meeting, k);
    const knot = seats(meeting.members, lanes, (lane) => busy(lane, day.u0 - 14, day.u1 + 14))
      .map((seat) => knotAt(meeting, seat, lanes)).find((tried) => tried && !inTheWay(tried, knots));
    if (!knot || crowds(knot, knots)) continue;
    knots.push(knot);
    if (group) group.knot = meeting;
    all[places.get(meeting)] = knot;
  }
  for (const group of new Set(groups.values())) spread(group, k);
  return all;
}

const middleOfDay = ({ u }, k) => ({ u0: u - Math.min(KNOT_DAY, k) / 2, u1: u + Math.min(KNOT_DAY, k) / 2 });

function straight(mark, byId, lanes, k, origin) {
  const sorted = (ids) => ids.map((id) => byId.get(id)).filter(Boolean).sort((a, b) => a.index - b.index);
  const members = sorted(mark.lanes);
  const ids = new Set(idsOf(mark));
  const [first, last] = bounds(mark.when);
  const u0 = (first - origin) * k;
  const u1 = (last + 1 - origin) * k;
  return {
    mark,
    form: known(mark.when) ? "tie" : "strip",
    members,
    mediators: sorted(mark.mediators.filter((id) => !mark.lanes.includes(id))),
    bystanders: lanes.slice(members[0]?.index, (members.at(-1)?.index ?? 0) + 1).filter((l) => !ids.has(l.lane.id)),
    u: (u0 + u1) / 2,
    u0,
    u1,
    deniers: new Set(mark.deniers),
    fill: fillOf(mark.item),
  };
}

/** Meetings of one day that reach across a lane together: each meeting -> its group, when not alone. */
function sameDay(meetings) {
  const byDay = new Map();
  for (const meeting of meetings) {
    if (meeting.form !== "tie" || meeting.mark.when.shape !== "day" || !meeting.members.length) continue;
    const lane = { from: meeting.members[0].index, to: meeting.members.at(-1).index };
    const groups = byDay.get(meeting.u) ?? byDay.set(meeting.u, []).get(meeting.u);
    const group = groups.find((g) => g.from <= lane.to && lane.from <= g.to);
    if (group) {
      group.meetings.push(meeting);
      Object.assign(group, { from: Math.min(group.from, lane.from), to: Math.max(group.to, lane.to) });
    } else groups.push({ meetings: [meeting], knot: null, ...lane });
  }
  const found = new Map();
  for (const group of [...byDay.values()].flat()) {
    if (group.meetings.length > 1) group.meetings.forEach((meeting) => found.set(meeting, group));
  }
  return found;
}

/** Whether a day is wide enough for one knot in its middle and the group's ties on both sides. */
function roomBeside(group, k) {
  if (group.knot) return false;
  const onSide = Math.ceil((group.meetings.length - 1) / 2);
  return k / 2 >= KNOT_TO_TIE + (onSide - 1) * TIE_LEAST - 3;
}

/** Ties of one day stand side by side, on both sides of its knot if it has one. */
function spread(group, k) {
  const ties = group.meetings.filter((meeting) => meeting !== group.knot);
  if (group.knot) {
    const step = Math.max(TIE_LEAST, Math.min(TIE_STEP, (k / 2 - KNOT_TO_TIE) / Math.ceil(ties.length / 2)));
    ties.forEach((tie, i) => {
      const side = i % 2 ? 1 : -1;
      tie.u += side * (KNOT_TO_TIE + Math.floor(i / 2) * step);
    });
    return;
  }
  const step = Math.min(TIE_STEP, Math.max(TIE_LEAST, (k - 16) / Math.max(1, ties.length)));
  ties.forEach((tie, i) => {
    tie.u += (i - (ties.length - 1) / 2) * step;
  });
}
