/**
 * Which lanes come first: those of whom something dated is told, sides kept together; and which end
 * is up, since an order and its reverse keep meetings equally short: red lines stand high.
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
  const lined = new Set(dated.filter((mark) => mark.kind === "redline").flatMap((mark) => mark.lanes));
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
  const first = inside.filter((group) => group.last === 0);
  const rest = inside.filter((group) => group.last > 0).sort((a, b) => a.last - b.last);
  return [...upright(first, lined), ...rest].flatMap((group) => group.members);
}

/** The groups turned round when their red lines lie in the lower half. */
function upright(groups, lined) {
  const lanes = groups.flatMap((group) => group.members);
  const places = lanes.flatMap((lane, i) => (lined.has(lane.id) ? [i] : []));
  const depth = places.reduce((sum, place) => sum + place, 0) / places.length;
  return depth > (lanes.length - 1) / 2 ? [...groups].reverse() : groups;
}
