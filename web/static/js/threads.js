/**
 * The line of each actor: straight along its lane, bending where it meets others.
 * In: lanes, meetings with their forms, marks. Out: paths in (u, y); pure.
 */

import { bounds } from "./model.js";
import { SHOULDER } from "./meet.js";

/** @typedef {{u0: number, u1: number, into: number, out: number, t: number, denied: boolean}} Bend */
/** @typedef {{lane: import("./lanes.js").PlacedLane, u0: number, u1: number, bends: Bend[]}} Thread */

const REACH = 26;

/** The days between which each actor is heard of: lane id -> [first, last]. An open red line has none. */
export function lifetimes(marks) {
  const lives = new Map();
  for (const mark of marks.filter((m) => m.kind !== "redline" || m.when.first !== null)) {
    const [first, last] = bounds(mark.when);
    for (const id of [...mark.lanes, ...mark.mediators, ...mark.addressees]) {
      const life = lives.get(id) ?? [first, last];
      lives.set(id, [Math.min(life[0], first), Math.max(life[1], last)]);
    }
  }
  return lives;
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
    const bends = knots.filter((knot) => knot.threads.has(lane.lane.id) && knot.threads.get(lane.lane.id) !== lane.y)
      .map((knot) => ({
        u0: knot.u0 - SHOULDER,
        u1: knot.u1 + SHOULDER,
        into: knot.u0 - REACH,
        out: knot.u1 + REACH,
        t: knot.threads.get(lane.lane.id),
        denied: knot.deniers.has(lane.lane.id),
      }))
      .sort((a, b) => a.u0 - b.u0);
    return {
      lane,
      u0: Math.min((first - origin) * k, ...bends.map((bend) => bend.u0)),
      u1: Math.max((last + 1 - origin) * k, ...bends.map((bend) => bend.u1)),
      bends,
    };
  });
}

/** Points along one side of a bend, for what must keep clear of it. */
export function bendPoints(bend, y) {
  const points = [];
  for (const [a, b] of [[bend.u0, bend.into + 18], [bend.u1, bend.out - 18]]) {
    const bent = a < b ? bend.into - 8 : bend.out + 8;
    const steps = Math.max(12, Math.ceil(Math.abs(bend.t - y) / 6));
    for (let i = 0; i <= steps; i += 1) {
      const s = i / steps;
      const r = 1 - s;
      const u = r ** 3 * a + 3 * r * r * s * bent + 3 * r * s * s * bent + s ** 3 * b;
      const v = r ** 3 * y + 3 * r * r * s * y + 3 * r * s * s * bend.t + s ** 3 * bend.t;
      points.push([u, v]);
    }
  }
  return points;
}
