/**
 * What stands beside a meeting: its topic or place, what became of it, and who met when lanes do not say.
 * In: a mark, words, names of lanes. Out: text; pure.
 */

import { isolate } from "./said.js";

const OUTCOMES = ["planned", "proposed", "cancelled", "postponed", "ongoing"];
const MOST_NAMED = 2;

/**
 * @param {import("./model.js").Mark} mark
 * @param {Record<string, string>} words "meeting": what a meeting is called of which nothing else is known
 * @param {Map<string, string>} [names] of every lane, folded ones too
 * @returns {string} "" when the drawing itself says as much
 */
export function labelOf(mark, words, names) {
  const { label = "", status, commitment } = mark.item;
  const bare = label === words.meeting;
  const parts = bare ? whoMet(mark, names) : [label];
  const fate = commitment === "denied" ? words.denied : OUTCOMES.includes(status) ? words[status] : null;
  // Who met may be cut short; what became of it never.
  return (bare ? [fate, ...parts] : [...parts, fate]).filter(Boolean).join(" · ");
}

/** The bodies that met, where a lane shows only their side. */
function whoMet(mark, names) {
  const hidden = (mark.own ?? mark.lanes).filter((id) => !mark.lanes.includes(id) && names?.has(id));
  return hidden.length && hidden.length <= MOST_NAMED ? [hidden.map((id) => isolate(names.get(id))).join(" · ")] : [];
}
