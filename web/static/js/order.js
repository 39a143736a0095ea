/**
 * The order of lanes that keeps shared meetings short: sides stay together; greedy insertion, then
 * swaps of neighbours while they help.
 * In: lanes and marks. Out: the lanes in a new order; pure and stable (the same data, the same order).
 */

/** @typedef {import("./model.js").Lane} Lane */
/** @typedef {import("./model.js").Mark} Mark */

const key = (a, b) => (a < b ? `${a}\u001f${b}` : `${b}\u001f${a}`);

/** How many meetings each pair of groups shares, and how often each group occurs. */
function counts(marks, groupOf) {
  const pairs = new Map();
  const weight = new Map();
  for (const mark of marks) {
    const groups = [...new Set([...mark.lanes, ...mark.mediators].map((id) => groupOf.get(id)))];
    for (const group of groups) weight.set(group, (weight.get(group) ?? 0) + 1);
    if (mark.kind !== "meeting") continue;
    groups.forEach((a, i) => groups.slice(i + 1).forEach((b) => {
      pairs.set(key(a, b), (pairs.get(key(a, b)) ?? 0) + 1);
    }));
  }
  return { pairs, weight };
}

function cost(order, pairs) {
  let sum = 0;
  order.forEach((a, i) => {
    for (let j = i + 1; j < order.length; j += 1) sum += (pairs.get(key(a, order[j])) ?? 0) * (j - i);
  });
  return sum;
}

function insertGreedily(ids, pairs) {
  const order = [];
  for (const id of ids) {
    let best = null;
    for (let place = order.length; place >= 0; place -= 1) {
      const tried = [...order.slice(0, place), id, ...order.slice(place)];
      const tryCost = cost(tried, pairs);
      if (best === null || tryCost < best.cost) best = { order: tried, cost: tryCost };
    }
    order.splice(0, order.length, ...best.order);
  }
  return order;
}

function swapNeighbours(order, pairs) {
  let current = cost(order, pairs);
  for (let changed = true, rounds = 0; changed && rounds < 20; rounds += 1) {
    changed = false;
    for (let i = 0; i + 1 < order.length; i += 1) {
      [order[i], order[i + 1]] = [order[i + 1], order[i]];
      const after = cost(order, pairs);
      if (after < current) {
        current = after;
        changed = true;
      } else {
        [order[i], order[i + 1]] = [order[i + 1], order[i]];
      }
    }
  }
  return order;
}

/** Above this many, the order of the busiest is enough: insertion is cubic. */
const MOST_INSERTED = 60;

function arrange(ids, marks, groupOf) {
  const { pairs, weight } = counts(marks, groupOf);
  const busiest = [...ids].sort((a, b) => (weight.get(b) ?? 0) - (weight.get(a) ?? 0) || (a < b ? -1 : 1));
  const head = swapNeighbours(insertGreedily(busiest.slice(0, MOST_INSERTED), pairs), pairs);
  return [...head, ...busiest.slice(MOST_INSERTED)];
}

/**
 * @param {Lane[]} lanes
 * @param {Mark[]} marks
 * @returns {Lane[]} sides together, the side itself before its members; nobody's lane last
 */
export function orderLanes(lanes, marks) {
  const byId = new Map(lanes.map((lane) => [lane.id, lane]));
  const groupOf = new Map(lanes.map((lane) => [lane.id, lane.side ?? lane.id]));
  const groups = new Map();
  for (const lane of lanes) {
    const group = groupOf.get(lane.id);
    groups.set(group, [...(groups.get(group) ?? []), lane.id]);
  }
  const own = new Map(lanes.map((lane) => [lane.id, lane.id]));
  const ordered = arrange([...groups.keys()].filter((id) => id !== ""), marks, groupOf)
    .flatMap((group) => {
      const members = arrange(groups.get(group).filter((id) => id !== group), marks, own);
      return byId.has(group) ? [group, ...members] : members;
    });
  return [...ordered, ...(byId.has("") ? [""] : [])].map((id) => byId.get(id));
}
