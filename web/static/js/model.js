/**
 * What the server answered, made ready to be drawn: whole days, lanes, who takes part in what.
 * In: the answer of /api/timeline in mode "items". Out: `Drawing`, plain values; pure.
 */

import { datedFirst } from "./arrange.js";
import { parseDay } from "./day.js";

/**
 * @typedef {object} When
 * @property {number | null} first earliest day, null when not known
 * @property {number | null} last latest day, inclusive, null when not known
 * @property {"day" | "within" | "throughout" | "since" | "until"} shape
 *   day: one known day; since, until: one bound is not known
 */

/**
 * @typedef {object} Mark
 * @property {object} item as the server gave it
 * @property {string} id the item's IRI
 * @property {"meeting" | "statement" | "redline" | "action"} kind
 * @property {string[]} lanes ids of the lanes it stands on: participants, or the one who speaks
 * @property {boolean} people whether its lanes are those who met: places and sources do not meet
 * @property {string[]} mediators
 * @property {string[]} addressees
 * @property {string[]} deniers lanes of those who took part, by others' word, and deny it
 * @property {When | null} when null: undated
 */

/** @typedef {{id: string, label: string, unnamed: boolean, side: string | null, href?: string}} Lane */

/**
 * @typedef {object} Drawing
 * @property {Lane[]} lanes in the order in which they are drawn
 * @property {Mark[]} dated in order of first day, then IRI
 * @property {Mark[]} undated in order of IRI
 * @property {{day: number, title: string}[]} publications
 * @property {boolean} relative days count from publication (day 0)
 * @property {Record<string, number> | null} counts of the whole selection
 * @property {boolean} whole whether this is all of the selection
 */

export const UNRESOLVED = "";

/** Lanes that are not actors: everything stands where it is told of. */
const OTHER_LANES = ["place", "kind", "source"];
const PLACES_ON_LANE = { meeting: ["participant"], statement: ["speaker"], redline: ["declarer", "speaker"], action: ["actor", "speaker", "participant"] };

/**
 * The time of an item in days, or null when it has none that may be drawn.
 * A time that is only inferred (not after publication) is no date.
 * @param {object | null | undefined} time @param {boolean} relative @returns {When | null}
 */
export function whenOf(time, relative) {
  if (!time || time.basis === "unresolved" || time.basis === "inferred") return null;
  const [first, last] = relative
    ? time.offset ?? [null, null]
    : [parseDay(time.earliest), parseDay(time.latest)];
  if (first === null && last === null) return null;
  if (first === null) return { first, last, shape: "until" };
  if (last === null) return { first, last, shape: "since" };
  if (last < first) return null;
  if (first === last) return { first, last, shape: "day" };
  return { first, last, shape: time.extent === "throughout" ? "throughout" : "within" };
}

/** The first and last day that `when` gives, the unknown one taken as the known one. */
export function bounds(when) {
  return [when.first ?? when.last, when.last ?? when.first];
}

function lanesWithRole(item, roles) {
  const found = (item.lanes ?? []).filter((lane) => roles.includes(lane.role)).map((lane) => lane.id);
  return [...new Set(found)];
}

/** An item is read once: more answers come, and it stays what it is. */
const read = new WeakMap();

function toMark(item, relative) {
  if (!read.has(item)) read.set(item, markOf(item, relative));
  return read.get(item);
}

function markOf(item, relative) {
  const lanes = lanesWithRole(item, [...(PLACES_ON_LANE[item.kind] ?? ["speaker"]), ...OTHER_LANES]);
  return {
    item,
    id: item.iri,
    kind: item.kind,
    lanes: lanes.length ? lanes : [UNRESOLVED],
    people: lanesWithRole(item, ["participant"]).length > 1,
    mediators: lanesWithRole(item, ["mediator"]),
    addressees: lanesWithRole(item, ["addressee"]),
    deniers: (item.lanes ?? []).filter((lane) => lane.denies).map((lane) => lane.id),
    when: item.kind === "redline" ? redLineStart(item, relative) : whenOf(item.time, relative),
  };
}

/** A red line whose day is not known starts, openly, where it was published. */
function redLineStart(item, relative) {
  const when = whenOf(item.time, relative);
  if (when) return when;
  const published = relative ? 0 : parseDay(item.published ?? item.time?.latest);
  const heard = published ?? Math.min(...lifeDays(item), Infinity);
  return Number.isFinite(heard) ? { first: null, last: heard, shape: "until" } : null;
}

/** The days of a red line's life that are known. */
export function lifeDays(item) {
  return (item.life ?? []).flatMap((step) => [parseDay(step.earliest), parseDay(step.latest)])
    .filter((day) => day !== null);
}

const byText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

function lanesFor(marks, given, unresolvedLabel) {
  const lanes = given.map((lane) => ({ unnamed: false, side: null, ...lane }));
  const known = new Set(lanes.map((lane) => lane.id));
  for (const mark of marks) {
    for (const id of [...mark.lanes, ...mark.mediators]) {
      if (known.has(id)) continue;
      known.add(id);
      const unresolved = id === UNRESOLVED;
      const label = unresolved ? unresolvedLabel : id.split(/[/#]/).pop();
      lanes.push({ id, label, unnamed: unresolved, side: null });
    }
  }
  return lanes;
}

/**
 * @param {object} answer of /api/timeline, mode "items"
 * @param {{unresolved: string}} words
 * @returns {Drawing}
 */
export function toDrawing(answer, words) {
  const relative = answer.axis?.kind === "relative";
  const marks = (answer.items ?? []).map((item) => toMark(item, relative));
  const used = new Set(marks.flatMap((m) => [...m.lanes, ...m.mediators, ...m.addressees]));
  // Of a selection that is here in part, all its lanes are drawn from counts.
  const lanes = lanesFor(marks, answer.lanes ?? [], words.unresolved).filter((l) => answer.picked || used.has(l.id));
  const dated = marks.filter((m) => m.when)
    .sort((a, b) => bounds(a.when)[0] - bounds(b.when)[0] || byText(a.id, b.id));
  const undated = marks.filter((m) => !m.when).sort((a, b) => byText(a.id, b.id));
  const publications = relative ? [{ day: 0, title: "" }]
    : (answer.publications ?? []).map((p) => ({ day: parseDay(p.day), title: p.title ?? "" }))
      .filter((p) => p.day !== null);
  return { lanes: answer.picked ? lanes : datedFirst(lanes, dated), dated, undated, publications, relative, counts: answer.counts ?? null, whole: !answer.truncated };
}
