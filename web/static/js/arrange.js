/**
 * Which lanes come first: those of whom something dated is told, sides kept together.
 * In: lanes in the order of the answer (which keeps shared meetings short), dated marks. Out: the same
 * lanes; pure and stable.
 */

/** @typedef {import("./model.js").Lane} Lane */

/**
 * @param {Lane[]} lanes
 * @param {import("./model.js").Mark[]} dated
 * @returns {Lane[]} a side with a date before one without; in a side, itself, then likewise; nobody's
 *   lane ("") last
 */
export function datedFirst(lanes, dated) {
  const named = new Set(dated.flatMap((mark) => [...mark.lanes, ...mark.mediators, ...mark.addressees]));
  const groups = new Map();
  for (const lane of lanes) {
    const side = lane.id === "" ? "" : lane.side ?? lane.id;
    groups.set(side, [...(groups.get(side) ?? []), lane]);
  }
  const rank = (lane, side) => (lane.id === side ? 0 : named.has(lane.id) ? 1 : 2);
  const inside = [...groups].map(([side, members]) => ({
    last: side === "" ? 2 : members.some((lane) => named.has(lane.id)) ? 0 : 1,
    members: [...members].sort((a, b) => rank(a, side) - rank(b, side)),
  }));
  return inside.sort((a, b) => a.last - b.last).flatMap((group) => group.members);
}
