/**
 * What the page knows of a selection that is too large to send whole: events of the windows that were
 * looked at, and counts for the rest; what is missing is asked for without holding anything up.
 * In: the embedded answer of /api/timeline, a way to ask for more. Out: answers to draw from.
 */

import { Covered } from "./covered.js";
import { formatDay, parseDay } from "./day.js";
import { whenOf } from "./model.js";
import { stretchFor } from "./ribbons.js";

/** Above this many in a window, ribbons; below, mark by mark. */
export const MOST_ITEMS = 400;
const MOST_KEPT = 4_000;
const PAGE = 500;
const MOST_PAGES = 3;
const HOME_DAYS = 90;
const WAIT_MS = 120;
const FIRST_LANES = 12;
const MOST_STRETCHES = 4_000;

const edgeOf = (text, relative) => (relative ? Number(text) : parseDay(text));

const emptyCounts = () => ({ lanes: new Map(), disputed: new Map(), covered: new Covered() });

export class Holdings {
  /**
   * @param {object} answer embedded in the page
   * @param {{ask: (params: Record<string, string | number | string[]>) => Promise<object>, onChange: () => void, onTrouble?: (failed: boolean) => void, timed?: boolean}} options
   *   timed: days are asked for, and what has no date does not fit
   */
  constructor(answer, { ask, onChange, onTrouble = () => {}, timed = false }) {
    Object.assign(this, { ask, onChange, onTrouble, timed });
    this.relative = answer.axis?.kind === "relative";
    this.whole = answer.mode !== "density" && !answer.truncated;
    this.first = answer;
    this.lanes = new Map();
    this.items = new Map();
    this.events = new Covered();
    this.rare = new Map();
    this.counts = new Map();
    this.publications = new Map();
    this.undated = new Map();
    this.range = null;
    this.tooMany = new Map();
    this.asking = new Set();
    this.undatedAsked = new Map(); // whoever asks twice gets the answer that is on its way
    this.waiting = 0;
    this.fold = [];
    this.shown = this.between(answer.window);
    this.range = this.between(answer.span);
    this.surveyed = false;
    this.take(answer);
  }

  /** Days of a pair of dates, the end not included; null when they are not given. */
  between(days) {
    if (!days?.from || !days?.to) return null;
    return { first: edgeOf(days.from, this.relative), end: edgeOf(days.to, this.relative) + 1 };
  }

  /** Sides whose bodies are to be counted as one: an event of two bodies counts once. */
  foldWith(ids) {
    if (this.whole || ids.join() === this.fold.join()) return;
    this.fold = ids;
    this.surveyed = false;
    this.counts.clear();
    this.undated.clear();
  }

  /** Keep what an answer holds; lanes keep the order in which they first came. */
  take(answer) {
    for (const lane of answer.lanes ?? []) {
      if (!this.lanes.has(lane.id)) this.lanes.set(lane.id, { ...lane, counts: undefined });
      // Answers in items may be of one kind alone; counts are of everything that was asked for.
      const counted = answer.mode === "density" || answer === this.first;
      if (counted && lane.undated !== undefined && !this.timed) this.undated.set(lane.id, lane.undated);
    }
    for (const item of answer.items ?? []) this.items.set(item.iri, item);
    for (const one of answer.publications ?? []) this.publications.set(one.article ?? one.day, one);
    if (answer.mode === "density" && answer.from) this.takeCounts(answer);
  }

  takeCounts(answer) {
    const { bucket } = answer;
    const start = Math.round(edgeOf(answer.from, this.relative) / bucket);
    const end = Math.floor(edgeOf(answer.to, this.relative) / bucket) + 1;
    const held = this.counts.get(bucket) ?? this.counts.set(bucket, emptyCounts()).get(bucket);
    for (const lane of answer.lanes) {
      for (const name of ["counts", "disputed"]) {
        const kept = name === "counts" ? held.lanes : held.disputed;
        const sums = kept.get(lane.id) ?? kept.set(lane.id, new Map()).get(lane.id);
        for (const [i, n] of lane[name] ?? []) sums.set(start + i, n);
      }
    }
    held.covered.add(start * bucket, end * bucket);
    if (!this.range) this.range = { first: start * bucket, end: end * bucket };
    if (bucket < 28) this.newest = Math.max(this.newest ?? -Infinity, edgeOf(answer.to, this.relative) + 1);
  }

  /** The lanes to begin with: the busiest of the first answer. */
  picked() {
    this.chosen ??= this.choose();
    return this.chosen;
  }

  choose() {
    if (this.first.window) return this.first.lanes.slice(0, FIRST_LANES).map((lane) => lane.id);
    const lanes = [...this.lanes.values()];
    const weight = new Map(lanes.map((lane) => [lane.id, lane.events ?? 0]));
    if (![...weight.values()].some(Boolean)) {
      for (const { lanes: held } of this.counts.values()) {
        for (const [id, sums] of held) weight.set(id, (weight.get(id) ?? 0) + [...sums.values()].reduce((a, b) => a + b, 0));
      }
    }
    return lanes.map((lane) => lane.id).sort((a, b) => weight.get(b) - weight.get(a)).slice(0, FIRST_LANES);
  }

  /** The days to begin with: the newest that hold data. */
  home() {
    if (this.shown) return this.shown;
    if (!this.range) return null;
    return { first: Math.max(this.range.first, this.range.end - HOME_DAYS), end: this.range.end };
  }

  /** How many events stand in a window, as far as counts tell; null when they do not. */
  estimate(from, end, ids) {
    let best = null;
    for (const [bucket, { lanes, covered }] of this.counts) {
      const [a, b] = [Math.max(from, this.range.first), Math.min(end, this.range.end)];
      if (b > a && !covered.has(a, b)) continue;
      if (best && best.bucket <= bucket) continue;
      let n = 0;
      for (const id of ids) {
        for (const [i, count] of lanes.get(id) ?? []) if ((i + 1) * bucket > from && i * bucket < end) n += count;
      }
      best = { bucket, n };
    }
    return best?.n ?? null;
  }

  /** The counts nearest to a stretch that are known for the window, or any. */
  countsFor(k, from, end) {
    const wish = stretchFor(k);
    const [a, b] = [Math.max(from, this.range?.first ?? from), Math.min(end, this.range?.end ?? end)];
    const usable = [...this.counts].filter(([, held]) => b <= a || held.covered.has(a, b));
    const near = (list) => list.sort(([p], [q]) => Math.abs(Math.log(p / wish)) - Math.abs(Math.log(q / wish)))[0];
    const found = near(usable) ?? near([...this.counts]);
    return found ? { bucket: found[0], lanes: found[1].lanes, disputed: found[1].disputed } : null;
  }

  /** Whether all events of a window are here. */
  hasEvents(from, end) {
    return this.whole || this.events.has(Math.max(from, this.range?.first ?? from), Math.min(end, this.range?.end ?? end));
  }

  /** Ask, a moment after the window has come to rest, for what it lacks. */
  want(view, ids) {
    if (this.whole) return;
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.fill(view, ids), WAIT_MS);
  }

  async fill({ from, end, k }, ids) {
    if (!this.range || !this.surveyed) await this.survey();
    if (!this.range) return;
    const days = end - from;
    const [a, b] = [Math.floor(from - days / 2), Math.ceil(end + days / 2)];
    const wish = stretchFor(k);
    const held = this.counts.get(wish);
    const [low, high] = [Math.max(a, this.range.first), Math.min(b, this.range.end)];
    if (high <= low) return;
    if (!held?.covered.has(Math.max(from, this.range.first), Math.min(end, this.range.end))) await this.askCounts(low, high, wish);
    const n = this.estimate(from, end, ids);
    if (n !== null && n <= MOST_ITEMS) await this.askEvents(Math.floor(low), Math.ceil(high));
    else await this.askRare(Math.floor(from), Math.ceil(end));
  }

  /** Once, the counts of everything: the whole range, for the strip and for how far one may go. */
  async survey() {
    this.surveyed = true;
    const answer = await this.once("survey", { bucket: 28 });
    if (!answer?.from) return;
    const [first, end] = [edgeOf(answer.from, this.relative), edgeOf(answer.to, this.relative) + 1];
    const told = this.between(this.first.span);
    this.range = told ?? { first, end: Math.min(end, Math.max(this.newest ?? end, first + 1)) };
    this.take(answer);
    this.onChange();
    if ((end - first) / 28 >= 40) return;
    const finer = await this.once("survey2", { bucket: end - first < 200 ? 1 : 7 });
    if (!finer?.from) return;
    this.take(finer);
    this.range = told ?? this.between(finer);
    this.onChange();
  }

  /** Ask unless the same is being asked already. */
  async once(key, params) {
    if (this.asking.has(key)) return null;
    this.asking.add(key);
    try {
      const answer = await this.ask({ ...params, ...(this.fold.length ? { fold: this.fold } : {}) });
      this.onTrouble(false);
      return answer;
    } catch (error) {
      if (!(error instanceof TypeError || error.name === "AskError")) throw error;
      this.onTrouble(true);
      return null;
    } finally {
      this.asking.delete(key);
    }
  }

  days(low, high) {
    const write = (day) => (this.relative ? String(day) : formatDay(day));
    return { from: write(low), to: write(high - 1) };
  }

  async askCounts(low, high, bucket) {
    const [a, b] = [Math.floor(low / bucket) * bucket, Math.min(Math.ceil(high / bucket), Math.floor(low / bucket) + MOST_STRETCHES) * bucket];
    const answer = await this.once(`counts ${bucket} ${a} ${b}`, { ...this.days(a, b), bucket });
    if (!answer) return;
    this.take(answer);
    const held = this.counts.get(bucket) ?? this.counts.set(bucket, emptyCounts()).get(bucket);
    held.covered.add(a, b);
    this.onChange();
  }

  /** All events of a window, page by page: each is drawn as it comes. */
  async askEvents(low, high) {
    if (this.events.has(low, high)) return;
    let after;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const answer = await this.once(`events ${low} ${high} ${after ?? ""}`, { ...this.days(low, high), limit: PAGE, ...(after ? { after } : {}) });
      if (!answer || answer.mode === "density") return;
      this.take(answer);
      after = this.datedOnly(answer) ? answer.next : null;
      if (!after) {
        this.events.add(low, high);
        this.forget(low, high);
      }
      this.onChange();
      if (!after) break;
    }
    // A red line without a day is drawn where it was published, and comes after all that is dated.
    if (!after) await this.askRare(low, high, ["redline"]);
  }

  /** Answers give what has no date last: once one comes, all that is dated has come. */
  datedOnly(answer) {
    const last = answer.items.at(-1);
    return Boolean(last && whenOf(last.time, this.relative));
  }

  /**
   * What is never summed up: the meetings and red lines of a window, all of them or, when there are
   * too many to be sent, none, with their number: the first few by day would stand for no whole.
   */
  async askRare(low, high, kinds = ["meeting", "redline"]) {
    for (const kind of kinds) {
      const held = this.rare.get(kind) ?? this.rare.set(kind, new Covered()).get(kind);
      const key = `${kind} ${low} ${high}`;
      if (held.has(low, high) || this.tooMany.has(key)) continue;
      const found = [];
      let [after, answer] = [null, null];
      for (let page = 0; page < MOST_PAGES && (page === 0 || after); page += 1) {
        answer = await this.once(`${key} ${after ?? ""}`, { ...this.days(low, high), kind, limit: PAGE, ...(after ? { after } : {}) });
        if (!answer || answer.mode === "density") break;
        found.push(answer);
        after = kind === "redline" || this.datedOnly(answer) ? answer.next : null;
      }
      if (!answer || answer.mode === "density") continue;
      if (after) this.tooMany.set(key, answer.counts?.[kind === "meeting" ? "meetings" : "redlines"] ?? found.length * PAGE);
      else held.add(low, high);
      if (!after) found.forEach((one) => this.take(one));
      this.onChange();
    }
  }

  /** The events of a lane that have no date: as many as one answer gives. */
  askUndated(lane) {
    const asked = this.undatedAsked.get(lane) ?? this.fetchUndated(lane).finally(() => this.undatedAsked.delete(lane));
    this.undatedAsked.set(lane, asked);
    return asked;
  }

  async fetchUndated(lane) {
    const answer = await this.once(`undated ${lane}`, { lane: [lane], after: this.first.after_dated, limit: PAGE });
    if (!answer) return [];
    this.take(answer);
    this.onChange();
    return answer.items;
  }

  /** How many meetings of a window are known of and not drawn. */
  leftOut(from, end) {
    const held = this.tooMany.get(`meeting ${Math.floor(from)} ${Math.ceil(end)}`);
    return held ?? 0;
  }

  /** The red lines last spoken of, once, for the shelf over a drawing that holds many. */
  async askShelf(most) {
    const answer = this.first.redlines ? null : await this.once("shelf", { kind: "redline", limit: PAGE });
    if (this.first.redlines) return this.first.redlines.slice(0, most);
    const items = answer?.items ?? [];
    const heard = (item) => [item.time?.latest, item.published, ...(item.life ?? []).map((step) => step.latest)].filter(Boolean).sort().at(-1) ?? "";
    return [...items].sort((a, b) => (heard(b) > heard(a) ? 1 : -1)).slice(0, most);
  }

  /** Let go of what lies far away. */
  forget(low, high) {
    if (this.items.size <= MOST_KEPT) return;
    const [from, end] = [low - (high - low), high + (high - low)];
    for (const [iri, item] of this.items) {
      const day = parseDay(item.time?.earliest ?? item.time?.latest);
      if (day !== null && (day < from || day >= end)) this.items.delete(iri);
    }
    this.events.keep(from, end);
    for (const held of this.rare.values()) held.keep(from, end);
  }

  /** An answer as the server would give it, of all that is here. */
  answer() {
    if (this.whole) return this.first;
    return {
      ...this.first,
      mode: "items",
      truncated: true,
      lanes: [...this.lanes.values()].map((lane) => ({ ...lane, undated: this.undated.get(lane.id) ?? 0 })),
      items: [...this.items.values()],
      publications: [...this.publications.values()],
      picked: this.picked(),
    };
  }
}
