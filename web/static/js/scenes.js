/**
 * Which scene a view gets: mark by mark, or ribbons, by how much lies in it and whether it is here.
 * In: a Timeline and the days in view. Out: a scene with the days for which it serves.
 */

import { parseDay } from "./day.js";
import { nameBoxes } from "./draw.js";
import { foldCounts, layFar } from "./far.js";
import { sides } from "./folding.js";
import { MOST_ITEMS } from "./holdings.js";
import { layScene, targetsOf } from "./layout.js";
import { bounds } from "./model.js";

/** @typedef {import("./timeline.js").Timeline} Timeline */

/** @param {Timeline} timeline @param {number} from @param {number} end days in view */
export function sceneFor(timeline, from, end) {
  const { whole } = timeline.holdings;
  const days = end - from;
  const [low, high] = whole ? [-Infinity, Infinity] : [from - days, end + days];
  const scene = isFar(timeline, from, end) ? farScene(timeline, [low, high], [from, end]) : nearScene(timeline, low, high);
  return { ...scene, from: low, end: high };
}

function isFar({ holdings, plan }, from, end) {
  if (holdings.whole) return false;
  if (!holdings.hasEvents(from, end)) return true;
  const inView = plan.drawing.dated.filter((mark) => bounds(mark.when)[0] < end && bounds(mark.when)[1] >= from);
  return inView.length > MOST_ITEMS;
}

function nearScene(timeline, low, high) {
  const { plan, measure, holdings, texts } = timeline;
  const { k } = timeline.view;
  const home = timeline.homeView();
  const start = (home.from - plan.origin) * k;
  const within = Math.abs(home.k - k) < 1e-9 ? { u0: start + 4, u1: start + home.width - 4 } : null;
  const names = within && timeline.narrow ? nameBoxes(plan.lanes, { u0: start, u1: start + home.width }, measure) : [];
  const options = { k, measure, within, names, words: texts };
  if (holdings.whole) return layScene(plan, options);
  const serves = (mark) => bounds(mark.when)[0] < high && (bounds(mark.when)[1] >= low || mark.kind === "redline");
  return layScene(plan, { ...options, dated: plan.drawing.dated.filter(serves), lives: livesOf(timeline) });
}

/** The days between which each lane is heard of, by the server's word; not said: throughout. */
function livesOf(timeline) {
  const { first, end } = timeline.range();
  return new Map(timeline.plan.lanes.map(({ lane }) =>
    [lane.id, [parseDay(lane.first) ?? first, parseDay(lane.last) ?? end - 1]]));
}

function farScene({ plan, drawing, holdings, measure, view: { k } }, window, view) {
  const all = sides(drawing.lanes);
  const toSide = new Map([...plan.drawing.folded].flatMap((side) => all.get(side).map((lane) => [lane.id, side])));
  const held = holdings.countsFor(k, ...view) ?? { bucket: 1, lanes: new Map(), disputed: new Map() };
  const [lanes, disputed] = [held.lanes, held.disputed].map((sums) => foldCounts(sums, (id) => toSide.get(id) ?? id));
  const counts = { bucket: held.bucket, lanes, disputed };
  const scene = layFar(plan, { k, counts, window, view, dated: plan.drawing.dated });
  scene.hiddenRare += holdings.leftOut(...view);
  scene.targets = targetsOf(scene, plan, measure);
  return scene;
}
