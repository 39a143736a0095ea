/**
 * The life of a red line in pixels: where its post stands, how far it is solid, what happened on it.
 * In: a mark of kind "redline", its y, pixels a day. Out: geometry; pure.
 */

import { parseDay } from "./day.js";
import { bounds, lifeDays } from "./model.js";

/**
 * @typedef {object} PlacedRedLine
 * @property {import("./model.js").Mark} mark
 * @property {number} y of the rule at its start
 * @property {number} u where it was declared
 * @property {number | null} from earliest, when the day is not known (null: not known at all)
 * @property {boolean} open starts before anything known
 * @property {number} solidTo the last day it was heard of
 * @property {number | null} endedAt where it was retracted
 * @property {{step: string, u: number, claims: number, dy: number}[]} steps
 */

const STEP_Y = 4;

/** The words that stand along the line: its trigger, as the server gives it. */
export const redWords = (mark) => mark.item.words ?? mark.item.label;

/** The last day on which it is known to have been spoken of. */
export const lastHeard = (mark) => Math.max(bounds(mark.when)[1], ...lifeDays(mark.item));

function offsetDay(step, relative) {
  return relative ? step.offset?.[1] ?? null : parseDay(step.latest ?? step.earliest);
}

/**
 * @param {import("./model.js").Mark} mark
 * @param {number} y
 * @param {{k: number, origin: number, relative: boolean}} options
 * @returns {PlacedRedLine}
 */
export function placeRedLine(mark, y, { k, origin, relative }) {
  const { when } = mark;
  const middle = (day) => (day + 0.5 - origin) * k;
  const open = when.first === null;
  const ranged = !open && when.last !== null && when.first !== when.last;
  const declared = open ? middle(when.last) : middle(when.first);
  const steps = (mark.item.life ?? [])
    .filter((step) => step.step !== "declared")
    .map((step) => ({ step: step.step, day: offsetDay(step, relative), claims: step.articles ?? step.claims ?? 1, widening: step.widening }))
    .filter((step) => step.day !== null)
    .sort((a, b) => a.day - b.day);
  let dy = 0;
  const placed = steps.map((step) => {
    if (step.step === "changed") dy += step.widening === "narrower" ? STEP_Y : -STEP_Y;
    return { step: step.step, u: middle(step.day), claims: step.claims, dy };
  });
  const ended = placed.find((step) => step.step === "retracted");
  const heard = placed.filter((step) => ["restated", "changed"].includes(step.step)).map((step) => step.u);
  const known = ranged ? middle(when.last) : declared;
  return {
    mark,
    y,
    u: ranged ? (declared + known) / 2 : declared,
    from: open ? null : ranged ? (when.first - origin) * k : declared,
    to: ranged ? (when.last + 1 - origin) * k : declared,
    open,
    ranged,
    solidTo: ended ? ended.u : Math.max(known, ...heard, declared + k * 0.5),
    endedAt: ended ? ended.u : null,
    steps: placed,
  };
}
