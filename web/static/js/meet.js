/**
 * How a meeting is drawn: threads that bend into a knot, a straight tie, or hatched strips.
 * In: meetings, placed lanes, pixels a day. Out: forms with their geometry; pure.
 *
 * Only what is known to have happened on known days bends a thread: a plan, a proposal and a cancelled
 * meeting leave the threads straight, so that nothing looks surer than it is.
 */

import { gapAfter, knotHeight } from "./lanes.js";
import { bounds } from "./model.js";

export const SHOULDER = 56;
const KNOT_OVER = 8;
const MIN_BEND_PX_A_DAY = 24;
/** More lanes in view than this, and bends are hay. */
export const MAX_BEND_LANES = 14;
const MOST_THREADS = 6;
const TIE_GAP = 20;
const WIDE_DAY = 120;
const MOST_CROSSED = 4;

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
 * @property {number} u0 start of the first day
 * @property {number} u1 end of the last day
 * @property {number} [mid] y of the knot's middle
 * @property {number} [height] of the knot
 * @property {Map<string, number>} [threads] y of each member's thread in the knot, by lane
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
  return known(mark.when) && mark.lanes.length > 1 && ["filled", "open"].includes(fillOf(mark.item));
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
    mid = spare > 18 ? gap.mid - 7 : gap.mid;
  }
  const shown = Math.min(n, MOST_THREADS);
  const threads = new Map(meeting.members.map((lane, rank) =>
    [lane.lane.id, mid + (Math.min(rank, shown - 1) - (shown - 1) / 2) * 6]));
  return { ...meeting, form: "knot", mid, height, threads };
}

const overlap = (a, b, pad) => a.u0 - pad < b.u1 + pad && b.u0 - pad < a.u1 + pad;

function sharesMember(a, b) {
  return [...a.mark.lanes, ...a.mark.mediators].some((id) => b.mark.lanes.includes(id) || b.mark.mediators.includes(id));
}

function wantsToBend(meeting, all, k) {
  if (!mayBend(meeting.mark) || k < MIN_BEND_PX_A_DAY) return false;
  if (meeting.members.length < 2) return false;
  return all.every((other) => other === meeting || !known(other.mark.when)
    || !sharesMember(meeting, other) || !overlap(meeting, other, SHOULDER));
}

/** True when bends would run across more bystanders than the eye follows. */
export function tooFar(members) {
  return members[members.length - 1].index - members[0].index + 1 - members.length > MOST_CROSSED;
}

/** The meetings whose threads bend once the days are wide enough. */
export function bendable(marks) {
  const at = (mark) => ({ mark, members: mark.lanes, u0: bounds(mark.when)[0] * WIDE_DAY, u1: (bounds(mark.when)[1] + 1) * WIDE_DAY });
  const all = marks.map(at);
  return all.filter((meeting) => wantsToBend(meeting, all, WIDE_DAY)).map((meeting) => meeting.mark);
}

function inTheWay(knot, knots) {
  return knots.some((other) => overlap(knot, other, KNOT_OVER + 4)
    && Math.abs(knot.mid - other.mid) < (knot.height + other.height) / 2 + 6);
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
  const knots = [];
  const placed = all.map((meeting) => {
    if (!bends || !wantsToBend(meeting, all, k) || tooFar(meeting.members)) return meeting;
    const choices = seats(meeting.members, lanes, (lane) => busy(lane, meeting.u0 - 14, meeting.u1 + 14));
    const knot = choices.map((seat) => knotAt(meeting, seat, lanes)).find((tried) => !inTheWay(tried, knots));
    if (!knot) return meeting;
    knots.push(knot);
    return knot;
  });
  spreadTies(placed.filter((meeting) => meeting.form === "tie"), k);
  return placed;
}

function straight(mark, byId, lanes, k, origin) {
  const sorted = (ids) => ids.map((id) => byId.get(id)).filter(Boolean).sort((a, b) => a.index - b.index);
  const members = sorted(mark.lanes);
  const ids = new Set([...mark.lanes, ...mark.mediators]);
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

/** Ties of one day that cross the same lanes stand side by side. */
function spreadTies(ties, k) {
  const groups = [];
  for (const tie of ties) {
    const lane = { from: tie.members[0]?.index ?? 0, to: tie.members.at(-1)?.index ?? 0 };
    const group = groups.find((g) => g.u === tie.u && g.lanes.some((l) => l.from <= lane.to && lane.from <= l.to));
    if (group) {
      group.ties.push(tie);
      group.lanes.push(lane);
    } else groups.push({ u: tie.u, ties: [tie], lanes: [lane] });
  }
  for (const { ties: same } of groups) {
    const step = Math.min(TIE_GAP, Math.max(10, (k - 16) / Math.max(1, same.length)));
    same.forEach((tie, i) => {
      tie.u += (i - (same.length - 1) / 2) * step;
    });
  }
}
