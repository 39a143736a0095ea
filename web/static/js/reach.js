/**
 * What the pointer is over and where the arrow keys lead.
 * In: the targets of a scene. Out: one of them, or null; pure.
 */

/** @typedef {import("./layout.js").Target} Target */

const LEAST = 12;

/**
 * The target nearest to a place, among those whose box (at least 24 by 24) holds it.
 * @param {Target[]} targets @param {number} u @param {number} y @returns {Target | null}
 */
export function targetAt(targets, u, y) {
  let best = null;
  for (const target of targets) {
    const { u0, u1, y0, y1 } = target.box;
    const [cu, cy] = [(u0 + u1) / 2, (y0 + y1) / 2];
    const [ru, ry] = [Math.max(LEAST, (u1 - u0) / 2), Math.max(LEAST, (y1 - y0) / 2)];
    if (Math.abs(u - cu) > ru || Math.abs(y - cy) > ry) continue;
    const away = ((u - cu) / ru) ** 2 + ((y - cy) / ry) ** 2;
    if (!best || away < best.away) best = { target, away };
  }
  return best?.target ?? null;
}

/** Dated before shelved, then by place, then from the thread down. */
const inOrder = (a, b) => a.shelved - b.shelved || a.u - b.u || a.y - b.y || (a.mark.id < b.mark.id ? -1 : 1);

/** The targets of one lane in order of time, what has no date last. */
export const alongLane = (targets, laneId) => targets.filter((t) => t.laneId === laneId).sort(inOrder);

const same = (a, b) => a.mark.id === b.mark.id && a.laneId === b.laneId;

/**
 * @param {Target[]} targets @param {Target} from @param {1 | -1} step later or earlier
 * @returns {Target | null} null at the lane's end
 */
export function besides(targets, from, step) {
  const lane = alongLane(targets, from.laneId);
  const place = lane.findIndex((target) => same(target, from));
  return lane[place + step] ?? null;
}

/**
 * The nearest in the next lane that has any.
 * @param {Target[]} targets @param {Target} from @param {1 | -1} step down or up
 * @param {string[]} laneIds in order @returns {Target | null}
 */
export function nextLane(targets, from, step, laneIds) {
  for (let i = laneIds.indexOf(from.laneId) + step; i >= 0 && i < laneIds.length; i += step) {
    const lane = alongLane(targets, laneIds[i]).filter((target) => target.mark.id !== from.mark.id);
    if (!lane.length) continue;
    const sameSide = lane.filter((target) => target.shelved === from.shelved);
    const among = sameSide.length ? sameSide : lane;
    return among.reduce((a, b) => (Math.abs(b.u - from.u) < Math.abs(a.u - from.u) ? b : a));
  }
  return null;
}

/** The next target of a kind after this one, going round. */
export function nextOfKind(targets, from, kind) {
  const seen = new Set();
  const list = targets.filter((t) => t.mark.kind === kind).sort(inOrder)
    .filter((t) => !seen.has(t.mark.id) && seen.add(t.mark.id));
  if (!list.length) return null;
  const place = list.findIndex((t) => t.mark.id === from?.mark.id);
  if (place >= 0) return list[(place + 1) % list.length];
  return list.find((t) => from && inOrder(t, from) > 0) ?? list[0];
}
