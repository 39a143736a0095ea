/**
 * The line of each actor: straight along its lane, bending where it meets others.
 * In: lanes, meetings with their forms, marks. Out: paths in (u, y); pure.
 */

import { bounds } from "./model.js";

/**
 * u0, u1: where the thread leaves its lane and comes home; into, out: where it reaches and leaves the
 * knot; t: its y there.
 * @typedef {{u0: number, u1: number, into: number, out: number, t: number, denied: boolean}} Bend
 */

/**
 * A straight stretch, or a curve that leaves and arrives level: its control points lie at the heights
 * of its ends, at c0 and c1.
 * @typedef {{u0: number, y0: number, u1: number, y1: number, c0?: number, c1?: number}} Piece
 */

/**
 * @typedef {object} Thread
 * @property {import("./lanes.js").PlacedLane} lane
 * @property {number} u0
 * @property {number} u1
 * @property {Bend[]} bends
 * @property {Piece[]} path
 */

/** How far a knot reaches over its days, and how long a thread takes from its lane to it. */
const OVER = 8;
const SHOULDER = 48;
const LEAST_SHOULDER = 28;

/** Short ways bend in less room, at the same slope. */
const shoulder = (dy) => Math.max(LEAST_SHOULDER, Math.min(SHOULDER, Math.abs(dy) * 0.75));

/** The days between which each actor is heard of: lane id -> [first, last]. An open red line has none. */
export function lifetimes(marks) {
  const lives = new Map();
  for (const mark of marks) {
    if (mark.kind === "redline" && mark.when.first === null) continue;
    const [first, last] = bounds(mark.when);
    for (const ids of [mark.lanes, mark.mediators, mark.addressees]) {
      for (const id of ids) {
        const life = lives.get(id);
        if (!life) lives.set(id, [first, last]);
        else if (first < life[0] || last > life[1]) lives.set(id, [Math.min(life[0], first), Math.max(life[1], last)]);
      }
    }
  }
  return lives;
}

function bendsOf(lane, knots) {
  return knots.filter((knot) => knot.threads.has(lane.lane.id) && knot.threads.get(lane.lane.id) !== lane.y)
    .map((knot) => {
      const t = knot.threads.get(lane.lane.id);
      const reach = shoulder(t - lane.y);
      const [into, out] = [knot.u0 - OVER, knot.u1 + OVER];
      return { u0: into - reach, u1: out + reach, into, out, t, denied: knot.deniers.has(lane.lane.id) };
    })
    .sort((a, b) => a.u0 - b.u0);
}

/** Where both control points of a curve stand: a little past its middle, nearer to the knot. */
const middle = (home, knot) => home + (knot - home) * 0.48;

/**
 * The path from `u0` to `u1` along `y` through the bends; between two bends that stand too close for
 * the thread to come home it runs from knot to knot.
 * @param {number} y @param {number} u0 @param {number} u1 @param {Bend[]} bends in order
 * @returns {Piece[]}
 */
export function pathOf(y, u0, u1, bends) {
  const path = [];
  let at = { u: u0, y };
  const straight = (u) => {
    if (u > at.u) path.push({ u0: at.u, y0: at.y, u1: u, y1: at.y });
    at = { u: Math.max(u, at.u), y: at.y };
  };
  const curve = (u, to, c0, c1) => {
    path.push({ u0: at.u, y0: at.y, u1: u, y1: to, c0, c1 });
    at = { u, y: to };
  };
  bends.forEach((bend, i) => {
    const before = bends[i - 1];
    if (before && before.u1 > bend.u0) curve(bend.into, bend.t, (at.u + bend.into) / 2, (at.u + bend.into) / 2);
    else {
      straight(bend.u0);
      curve(bend.into, bend.t, middle(bend.u0, bend.into), middle(bend.u0, bend.into));
    }
    straight(bend.out);
    const after = bends[i + 1];
    if (!after || bend.u1 <= after.u0) curve(bend.u1, y, middle(bend.u1, bend.out), middle(bend.u1, bend.out));
  });
  straight(u1);
  return path;
}

/**
 * @param {import("./lanes.js").PlacedLane[]} lanes
 * @param {Map<string, [number, number]>} lives
 * @param {import("./meet.js").Meeting[]} meetings
 * @param {{k: number, origin: number}} options
 * @returns {Thread[]} lanes without a dated event have none
 */
export function placeThreads(lanes, lives, meetings, { k, origin }) {
  const knots = meetings.filter((meeting) => meeting.form === "knot");
  return lanes.filter((lane) => lives.has(lane.lane.id)).map((lane) => {
    const [first, last] = lives.get(lane.lane.id);
    const bends = bendsOf(lane, knots);
    const u0 = Math.min((first - origin) * k, ...bends.map((bend) => bend.u0));
    const u1 = Math.max((last + 1 - origin) * k, ...bends.map((bend) => bend.u1));
    return { lane, u0, u1, bends, path: pathOf(lane.y, u0, u1, bends) };
  });
}

/** A point of a piece, `s` from 0 to 1. */
function point({ u0, y0, u1, y1, c0, c1 }, s) {
  if (c0 === undefined) return [u0 + (u1 - u0) * s, y0];
  const r = 1 - s;
  return [
    r ** 3 * u0 + 3 * r * r * s * c0 + 3 * r * s * s * c1 + s ** 3 * u1,
    r ** 3 * y0 + 3 * r * r * s * y0 + 3 * r * s * s * y1 + s ** 3 * y1,
  ];
}

/** Where the thread is at `u`: its lane's y, unless it is away at a knot. */
export function threadY(thread, u) {
  const piece = thread.path.find((p) => u >= p.u0 && u <= p.u1);
  if (!piece || piece.c0 === undefined) return piece ? piece.y0 : thread.lane.y;
  let [low, high] = [0, 1];
  for (let i = 0; i < 20; i += 1) {
    const middle = (low + high) / 2;
    if (point(piece, middle)[0] < u) low = middle;
    else high = middle;
  }
  return point(piece, low)[1];
}

/** Points along the curved pieces, for what must keep clear of them. */
export function curvePoints(thread) {
  return thread.path.filter((piece) => piece.c0 !== undefined).flatMap((piece) => {
    const steps = Math.max(12, Math.ceil(Math.abs(piece.y1 - piece.y0) / 6));
    return Array.from({ length: steps + 1 }, (_, i) => point(piece, i / steps));
  });
}
