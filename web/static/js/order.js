/**
 * The order of the lanes as drawn: groups of a side change places, and turn round, while that makes
 * shared meetings shorter. The side's own lane is first or last in its group: next to whom it met.
 * In: lanes in the order of the answer, dated marks. Out: the same lanes; pure and stable.
 */

const MOST_LANES = 40;
const MOST_ROUNDS = 12;

/** @typedef {import("./model.js").Lane} Lane */

/** Who met whom, how often: sets of lane ids with their number. */
function gatherings(marks, ids) {
  const found = new Map();
  for (const mark of marks) {
    if (mark.kind !== "meeting") continue;
    const who = [...mark.lanes, ...mark.mediators].filter((id) => ids.has(id)).sort();
    if (who.length < 2) continue;
    const key = who.join("\u001f");
    const entry = found.get(key) ?? { who, times: 0 };
    entry.times += 1;
    found.set(key, entry);
  }
  return [...found.values()];
}

/** How far the meetings reach, in lanes. */
function cost(groups, meetings) {
  const place = new Map(groups.flatMap((group) => group.lanes).map((lane, i) => [lane.id, i]));
  return meetings.reduce((sum, { who, times }) => {
    const places = who.map((id) => place.get(id));
    return sum + times * (Math.max(...places) - Math.min(...places));
  }, 0);
}

const turned = (group) => ({ ...group, lanes: [...group.lanes].reverse() });

/** Every order that one step leads to: a group turned round, or put elsewhere. */
function* steps(groups) {
  for (let i = 0; i < groups.length; i += 1) {
    if (groups[i].lanes.length > 1) yield groups.map((group, j) => (j === i ? turned(group) : group));
  }
  for (let i = 0; i < groups.length; i += 1) {
    for (let to = 0; to < groups.length; to += 1) {
      if (to === i) continue;
      const order = groups.filter((_, j) => j !== i);
      order.splice(to, 0, groups[i]);
      yield order;
    }
  }
}

/**
 * @param {Lane[]} lanes groups of a side stand together
 * @param {import("./model.js").Mark[]} marks
 * @returns {Lane[]}
 */
export function shortMeetings(lanes, marks) {
  if (lanes.length > MOST_LANES) return lanes;
  const ids = new Set(lanes.map((lane) => lane.id));
  const meetings = gatherings(marks, ids);
  if (!meetings.length) return lanes;
  let groups = [];
  for (const lane of lanes) {
    const side = lane.side ?? lane.id;
    if (groups.at(-1)?.side === side) groups.at(-1).lanes.push(lane);
    else groups.push({ side, lanes: [lane] });
  }
  let best = cost(groups, meetings);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const before = best;
    for (const order of steps(groups)) {
      const now = cost(order, meetings);
      if (now < best) [groups, best] = [order, now];
    }
    if (best === before) break;
  }
  return groups.flatMap((group) => group.lanes);
}
