/**
 * Which lanes are drawn, and in which order: bodies folded into their side, lanes moved by hand, and
 * those of whom nothing dated is told kept behind "n more".
 * In: a Drawing of everything, the reader's choice. Out: an `Arranged` drawing; pure.
 *
 * A side is folded by itself only when there are more lanes than the eye holds, the side that saves
 * most lanes first, and never one of whose bodies is not named: an unnamed official is not the state.
 */

import { shortMeetings } from "./order.js";

/** @typedef {import("./model.js").Drawing} Drawing */
/** @typedef {import("./model.js").Mark} Mark */
/** @typedef {import("./model.js").Lane} Lane */

/**
 * @typedef {object} Choice
 * @property {string[] | null} fold names of folded sides, null: as there is need
 * @property {[string, number][]} moved names of lanes with the places they were put to, in turn
 * @property {boolean} more whether all lanes are shown
 */

/**
 * @typedef {Drawing & {folded: Set<string>, foldable: Map<string, number>, rest: Rest}} Arranged
 *   folded: ids of sides; foldable: how many lanes each side stands for, itself included
 */

/** @typedef {{lanes: number, undated: Mark[], open: boolean}} Rest what is told of lanes not drawn */

export const REST = "\u0000rest";
/** More threads than this, and bends are hay. */
export const MOST_LANES = 14;
const FEWEST_LANES = 6;
const LANE_PX = 52;
const REDLINE_PX = 38;
const FEW = 300;
const MANY_LANES = 12;
const MOST_SHOWN = 100;

/** A lane's name in the address: the last part of its IRI. */
export const laneName = (id) => decodeURIComponent(id.split(/[/#]/).pop() || "");

const sideOf = (lane) => lane.side ?? lane.id;

/** Sides whose own lane is known and that have bodies: side -> its lanes, itself first. */
export function sides(lanes) {
  const known = new Set(lanes.map((lane) => lane.id));
  const found = new Map();
  for (const lane of lanes) {
    const side = sideOf(lane);
    if (lane.id !== "" && known.has(side)) found.set(side, [...(found.get(side) ?? []), lane]);
  }
  return new Map([...found].filter(([, members]) => members.length > 1));
}

/** The lanes on which something dated stands: met, said, declared or mediated. */
export function standing(marks) {
  return new Set(marks.flatMap((mark) => [...mark.lanes, ...mark.mediators]));
}

/**
 * The sides to fold so that the lanes fit.
 * @param {Lane[]} lanes @param {Mark[]} dated @param {number} height pixels for all lanes
 * @returns {Set<string>}
 */
export function autoFold(lanes, dated, height) {
  const alive = standing(dated);
  const redlines = dated.filter((mark) => mark.kind === "redline").length;
  const room = Math.floor((height - Math.min(6, redlines) * REDLINE_PX) / LANE_PX);
  const most = Math.max(FEWEST_LANES, Math.min(MOST_LANES, room));
  const savings = [...sides(lanes)].map(([side, members]) => {
    const drawn = members.filter((lane) => alive.has(lane.id));
    return { side, saved: drawn.some((lane) => lane.unnamed) ? 0 : drawn.length - 1 };
  }).filter(({ saved }) => saved > 0).sort((a, b) => b.saved - a.saved);
  const folded = new Set();
  let count = alive.size;
  for (const { side, saved } of savings) {
    if (count <= most) break;
    folded.add(side);
    count -= saved;
  }
  return folded;
}

const unique = (ids) => [...new Set(ids)];

/** A mark with the lanes of folded bodies given as their sides; `own` keeps who it was. */
export function foldMark(mark, toSide) {
  if (!toSide.size) return mark;
  const fold = (ids) => unique(ids.map((id) => toSide.get(id) ?? id));
  const lanes = fold(mark.lanes);
  return {
    ...mark,
    lanes,
    own: mark.lanes,
    mediators: fold(mark.mediators).filter((id) => !lanes.includes(id)),
    addressees: fold(mark.addressees),
    deniers: fold(mark.deniers),
  };
}

/** The lanes with those that were moved put to their places, one after the other. */
export function reordered(lanes, moved) {
  const order = [...lanes];
  for (const [name, place] of moved) {
    const at = order.findIndex((lane) => laneName(lane.id) === name);
    if (at < 0) continue;
    const [lane] = order.splice(at, 1);
    order.splice(Math.max(0, Math.min(order.length, place)), 0, lane);
  }
  return order;
}

/** The moves with one more; moves of the same lane in a row are one. */
export function withMove(moved, name, place) {
  const before = moved.at(-1)?.[0] === name ? moved.slice(0, -1) : moved;
  return [...before, [name, place]];
}

/** The names of folded sides with one more folded, or unfolded. @param {Set<string>} folded ids */
export function withFold(folded, id, fold) {
  const names = new Set([...folded].map(laneName));
  if (fold) names.add(laneName(id));
  else names.delete(laneName(id));
  return [...names];
}

function foldedSides(drawing, choice, height) {
  const all = sides(drawing.lanes);
  if (choice.fold === null && !drawing.whole) return new Set();
  if (choice.fold === null) return autoFold(drawing.lanes, drawing.dated, height);
  const named = new Set(choice.fold);
  return new Set([...all.keys()].filter((side) => named.has(laneName(side))));
}

/** The lanes that are drawn unless all are asked for: few, those with a date; many, the busiest. */
function chosenLanes(lanes, dated, { counts, picked }) {
  if (picked) return lanes.filter((lane) => picked.includes(lane.id));
  const alive = standing(dated);
  const some = lanes.filter((lane) => alive.has(lane.id));
  if (!some.length) return lanes.slice(0, MANY_LANES);
  const size = counts?.claims ?? dated.length;
  if (size <= FEW || some.length <= MANY_LANES) return some;
  const weight = new Map();
  dated.forEach((mark) => mark.lanes.forEach((id) => weight.set(id, (weight.get(id) ?? 0) + 1)));
  const busiest = [...some].sort((a, b) => (weight.get(b.id) ?? 0) - (weight.get(a.id) ?? 0)).slice(0, MANY_LANES);
  const kept = new Set(busiest.map((lane) => lane.id));
  return some.filter((lane) => kept.has(lane.id));
}

/**
 * @param {Drawing} drawing of everything
 * @param {Choice} choice
 * @param {{height: number}} options height: pixels for all lanes
 * @returns {Arranged}
 */
export function arranged(drawing, choice, { height }) {
  const folded = foldedSides(drawing, choice, height);
  const all = sides(drawing.lanes);
  const toSide = new Map([...folded].flatMap((side) => all.get(side).map((lane) => [lane.id, side])));
  const dated = drawing.dated.map((mark) => foldMark(mark, toSide));
  const undated = drawing.undated.map((mark) => foldMark(mark, toSide));
  const own = drawing.lanes.filter((lane) => (toSide.get(lane.id) ?? lane.id) === lane.id);
  const chosen = chosenLanes(own, dated, { ...drawing, picked: drawing.picked?.map((id) => toSide.get(id) ?? id) });
  const hidden = Math.max(own.length - chosen.length, drawing.picked ? drawing.more ?? 0 : 0);
  const open = choice.more || hidden <= 1;
  const near = drawing.whole ? shortMeetings(chosen, dated) : chosen;
  const shown = open && drawing.picked ? own.slice(0, MOST_SHOWN) : open ? [...near, ...own.filter((lane) => !chosen.includes(lane))] : near;
  const ids = new Set(shown.map((lane) => lane.id));
  const elsewhere = undated.filter((mark) => !mark.lanes.some((id) => ids.has(id)));
  return {
    ...drawing,
    lanes: reordered(shown, choice.moved),
    dated: dated.filter((mark) => mark.lanes.some((id) => ids.has(id)) || mark.mediators.some((id) => ids.has(id))),
    undated,
    folded,
    foldable: new Map([...all].map(([side, members]) => [side, members.length])),
    rest: { lanes: hidden, undated: elsewhere, open },
  };
}
