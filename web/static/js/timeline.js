/**
 * The drawing on the page: its state (view, selection), and one repaint per animation frame.
 * In: the elements of the explorer, a Drawing. Out: methods to move, zoom, select; the events
 * "select", "stack" and "window" through `on`.
 */

import { AXIS_HEIGHT } from "./axis.js";
import { GUTTER, GUTTER_NARROW, hasUndated } from "./chips.js";
import { dayWords } from "./day.js";
import { paintOverlay, paintScene, targetU } from "./draw.js";
import { arranged } from "./folding.js";
import { bounds, toDrawing } from "./model.js";
import { countMarks, stretchFor } from "./ribbons.js";
import { planLanes, spansOf } from "./layout.js";
import { fonts, readTokens, sizeCanvas } from "./pen.js";
import { worded } from "./said.js";
import { sceneFor } from "./scenes.js";
import { between, bounded, fitTo, homeRange, leastScale } from "./windowing.js";
import { panned, toDay, toX, viewEnd, zoomed } from "./scale.js";

const ZOOM_MS = 160;
const FADE_MS = 120;
const REST_MS = 100;
const MOST_WAIT_MS = 1_000;
const NARROW = 640;

export const stillMotion = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

export class Timeline {
  /**
   * @param {{scroll: HTMLElement, lanes: HTMLElement, stage: HTMLElement, scene: HTMLCanvasElement, overlay: HTMLCanvasElement}} parts
   * @param {import("./holdings.js").Holdings} holdings
   * @param {{locale: string, digits?: string, texts: Record<string, string>, flipped: boolean, dir: "ltr" | "rtl", choice: import("./folding.js").Choice}} options
   */
  constructor(parts, holdings, { locale, digits, texts, flipped, dir, choice }) {
    Object.assign(this, { parts, holdings, texts, dir, choice });
    this.read();
    this.days = dayWords(locale, digits);
    let number = null;
    this.sign = (n) => {
      number ??= new Intl.NumberFormat(`${locale}-u-nu-${digits ?? "latn"}`, { signDisplay: "exceptZero" });
      return n === 0 ? texts.publication : number.format(n).replace("-", "−");
    };
    this.listeners = {};
    this.widths = new Map();
    this.view = { from: 0, k: 1, width: 1, stage: 1, flipped };
    this.selected = null;
    this.lit = null;
    this.pending = false;
    this.revision = 0;
    this.measure = (text, font) => this.measured(text, font);
    this.retheme();
  }

  /** Take what the holdings hold now. */
  read() {
    const answer = this.holdings.answer();
    const drawing = toDrawing(answer, this.texts);
    this.drawing = { ...drawing, picked: answer.picked ?? null, more: answer.more_lanes ?? 0, origin: this.holdings.range?.first ?? null };
    this.spans = spansOf(this.drawing);
  }

  /** More has come: it is laid out once the hand rests, or after a second of not resting. */
  renewSoon() {
    const now = performance.now();
    this.since ??= now;
    clearTimeout(this.renewing);
    const wait = now - this.since > MOST_WAIT_MS ? 0 : Math.max(0, (this.lastMove ?? 0) + REST_MS - now);
    this.renewing = setTimeout(() => {
      this.since = undefined;
      this.renew();
    }, wait);
  }

  /** More has come: the view stays, unless it was still where it began. */
  renew() {
    const untouched = !this.touched && !this.choice.window;
    this.read();
    if (!this.plan) return;
    this.makePlan();
    if (untouched) this.view = bounded(this.homeView(), this.range());
    this.redraw();
  }

  on(name, listener) {
    (this.listeners[name] ??= []).push(listener);
  }

  tell(name, ...values) {
    (this.listeners[name] ?? []).forEach((listener) => listener(...values));
  }

  /** Read the colours again. */
  retheme() {
    this.tokens = readTokens(document.documentElement);
    this.fonts = fonts(this.tokens);
    this.widths.clear();
    this.redraw();
  }

  measured(text, font) {
    const key = `${font}\u001f${text}`;
    let width = this.widths.get(key);
    if (width === undefined) {
      this.ruler ??= document.createElement("canvas").getContext("2d");
      this.ruler.font = this.fonts[font];
      width = this.ruler.measureText(text).width;
      this.widths.set(key, width);
    }
    return width;
  }

  /** Take the size of the page as it is now; the days in view stay. */
  resize() {
    const { scroll, stage } = this.parts;
    const width = stage.clientWidth;
    const height = scroll.clientHeight;
    if (width < 40 || height < 40) return false;
    // A move that is under way is not lost: what is kept is where it leads.
    const held = this.goal ?? this.view;
    const kept = this.plan ? [held.from, viewEnd(held)] : null;
    const wasFit = this.plan && this.isFit();
    Object.assign(this, { width, height });
    this.narrow = globalThis.innerWidth < NARROW;
    this.makePlan();
    stage.style.blockSize = `${height}px`;
    if (kept && !wasFit) this.showDays(...kept);
    else this.fit(false);
    return true;
  }

  makePlan() {
    this.scene = null;
    const height = this.height - AXIS_HEIGHT - 2;
    const gutter = hasUndated(this.drawing) ? (this.narrow ? GUTTER_NARROW : GUTTER) : 0;
    this.gutter = gutter;
    this.view = { ...this.view, width: this.width - gutter, stage: this.width };
    const range = this.homeRange();
    const k = range ? fitTo(this.view, range, this.narrow).k : 24;
    const names = new Map(this.drawing.lanes.map((lane) => [lane.id, lane.label]));
    this.plan = planLanes({ ...arranged(this.drawing, this.choice, { height }), names }, { k, height, gutter });
    this.holdings.foldWith([...this.plan.drawing.folded]);
    this.minK = leastScale(this.range(), this.view.width);
    this.scene = null;
    this.revision += 1;
    this.tell("lanes", this.plan);
  }

  /** Fold, move or show lanes: `choice` in part. */
  arrange(choice) {
    Object.assign(this.choice, choice);
    this.makePlan();
    this.redraw();
    this.tell("choice", this.choice);
  }

  /** The days that hold data, the extreme outlier too; null when nothing is dated. */
  range() {
    if (this.holdings.range) return this.holdings.range;
    const { spans } = this.plan;
    if (!spans.length) return null;
    return { first: spans.reduce((least, s) => Math.min(least, s[0]), Infinity), end: spans.reduce((most, s) => Math.max(most, s[1]), -Infinity) + 1 };
  }

  /** Counts over the whole range. */
  whole() {
    const { first, end } = this.range();
    const bucket = stretchFor(300 / Math.max(1, end - first));
    const counted = this.holdings.countsFor(300 / Math.max(1, end - first), first, end);
    if (counted) return { bucket: counted.bucket, buckets: counted.lanes };
    return { bucket, buckets: countMarks(this.drawing.dated, bucket) };
  }

  /** What is never summed up: meetings and red lines, with their day. */
  rare() {
    return this.drawing.dated.filter((mark) => mark.kind === "meeting" || mark.kind === "redline")
      .map((mark) => ({ mark, day: bounds(mark.when)[0] }));
  }

  /** How many lanes are not drawn. */
  restWords() {
    const { rest, whole } = this.plan.drawing;
    return worded(whole ? this.texts.moreLanes : this.texts.otherLanes, { n: rest.lanes });
  }

  /** A day in words. */
  sayDay(day) {
    return this.drawing.relative ? this.sign(Math.round(day)) : this.days.full(Math.round(day));
  }

  homeRange() {
    return this.holdings.home() ?? homeRange(this.spans, this.drawing.publications);
  }

  isFit() {
    const home = this.homeView();
    const view = this.goal ?? this.view;
    return Math.abs(home.k - view.k) < 1e-6 && Math.abs(home.from - view.from) < 1e-6;
  }

  homeView() {
    const range = this.homeRange();
    if (!range) return { ...this.view, k: 24, from: this.plan.origin };
    return fitTo(this.view, range, this.narrow);
  }

  /** Show all that is dated, an extreme outlier left out. */
  fit(animated = true) {
    this.move(this.homeView(), animated);
  }

  /** Show from a day to before another. */
  showDays(from, end, animated = false) {
    this.touched = true;
    const k = this.view.width / Math.max(0.1, end - from);
    this.move({ ...this.view, k: Math.max(this.minK, Math.min(320, k)), from }, animated);
  }

  pan(du) {
    this.touched = true;
    this.lastMove = performance.now();
    this.move(panned(this.view, du), false);
  }

  zoom(factor, u = this.view.width / 2, animated = false) {
    this.touched = true;
    this.lastMove = performance.now();
    const goal = this.goal ?? this.view;
    this.move(zoomed(goal, factor, u, this.minK), animated);
  }

  /** Where buttons zoom: at what is selected while it is in view, else in the middle of what is there. */
  middle() {
    const { targets } = this.laid();
    const shift = this.stageState().shift;
    const places = targets.filter((t) => !t.shelved && t.mark.id === this.selected).map((t) => t.u - shift)
      .filter((u) => u > 0 && u < this.view.width);
    return places[0] ?? this.view.width / 2;
  }

  /** Go to a view, at once or in 160 ms. */
  move(view, animated) {
    const goal = bounded(view, this.range());
    cancelAnimationFrame(this.moving);
    if (!animated || stillMotion()) {
      this.goal = null;
      this.view = goal;
      this.redraw();
      this.tell("window", this.view);
      return;
    }
    this.goal = goal;
    const start = this.view;
    const began = performance.now();
    const step = (now) => {
      const t = (now - began) / ZOOM_MS;
      this.view = between(start, goal, t);
      this.redraw();
      if (t < 1) this.moving = requestAnimationFrame(step);
      else {
        this.goal = null;
        this.tell("window", this.view);
      }
    };
    this.moving = requestAnimationFrame(step);
  }

  /** The scene for the view as it is; kept while its zoom and its stretch of days serve. */
  laid() {
    const [from, end] = [this.view.from, viewEnd(this.view)];
    const held = this.scene;
    if (held?.k !== this.view.k || held.from > from || held.end < end) this.scene = sceneFor(this, from, end);
    return this.scene;
  }

  stageState() {
    return {
      view: this.view,
      width: this.width,
      height: this.height,
      scroll: this.parts.scroll.scrollTop,
      shift: (this.view.from - this.plan.origin) * this.view.k,
      namesInside: this.narrow,
      gutter: this.gutter,
      selected: this.selected,
    };
  }

  redraw() {
    if (this.pending || !this.plan) return;
    this.pending = true;
    requestAnimationFrame(() => {
      this.pending = false;
      this.paint();
    });
  }

  /** What the names in the drawing are worked out from, on a narrow screen. */
  namesDrawn() {
    return { lanes: this.plan.lanes, width: this.view.width, measure: this.measure };
  }

  pen(canvas) {
    const { view } = this;
    return {
      ctx: sizeCanvas(canvas, this.width, this.height),
      tokens: this.tokens,
      fonts: this.fonts,
      X: (u) => toX({ ...view, width: view.stage }, u),
      s: view.flipped ? -1 : 1,
      dir: this.dir,
    };
  }

  paint() {
    const stage = this.stageState();
    const scene = this.laid();
    if (this.painted && this.painted !== scene.level) this.fade();
    if (!this.painted) performance.mark("painted");
    this.painted = scene.level;
    this.holdings.want({ from: this.view.from, end: viewEnd(this.view), k: this.view.k }, this.plan.lanes.map((lane) => lane.lane.id));
    paintScene(this.pen(this.parts.scene), this.plan, scene, stage, this);
    this.paintOver();
    this.tell("painted", stage);
  }

  /** Another level of detail: what was drawn fades out over what is. */
  fade() {
    const { scene, ghost } = this.parts;
    if (!ghost || stillMotion()) return;
    ghost.width = scene.width;
    ghost.height = scene.height;
    ghost.getContext("2d").drawImage(scene, 0, 0);
    ghost.getAnimations().forEach((animation) => animation.cancel());
    ghost.animate([{ opacity: 1 }, { opacity: 0 }], { duration: FADE_MS, easing: "ease-out", fill: "forwards" });
  }

  paintOver() {
    if (!this.plan) return;
    paintOverlay(this.pen(this.parts.overlay), this.laid(), this.stageState(), this.plan, this);
  }

  /** The place of a pointer event: u on the stage and y among the lanes. */
  placeOf(event) {
    const box = this.parts.stage.getBoundingClientRect();
    const x = event.clientX - box.left;
    const u = toX({ ...this.view, width: this.view.stage }, x);
    return { u, y: event.clientY - box.top - AXIS_HEIGHT + this.parts.scroll.scrollTop };
  }

  /** u of the scene (or of the column of chips) at u of the stage. */
  candidates(u) {
    const shelved = u > this.view.width;
    const shift = shelved ? -this.view.width : this.stageState().shift;
    return { targets: this.laid().targets.filter((t) => t.shelved === shelved), u: u + shift };
  }

  /** Light an event for the pointer or the keyboard (whose own ring stands on one lane). */
  light(id, ringedLane = null) {
    if (this.lit === id && this.ringedLane === ringedLane) return;
    Object.assign(this, { lit: id, ringedLane });
    this.paintOver();
  }

  select(id) {
    this.selected = id;
    this.redraw();
  }

  /** A target's box on the stage in pixels from its top left corner. */
  boxOf(target) {
    const stage = this.stageState();
    const shift = targetU(target, stage) - target.u;
    const X = (u) => toX({ ...this.view, width: this.view.stage }, u);
    const [x0, x1] = [X(target.box.u0 + shift), X(target.box.u1 + shift)].sort((a, b) => a - b);
    const lift = AXIS_HEIGHT - stage.scroll;
    return { x0, x1, y0: target.box.y0 + lift, y1: target.box.y1 + lift };
  }

  /** Bring a target into view, moving no more than needed; `days` false: only its lane. */
  reveal(target, { days = true, margin = 60 } = {}) {
    if (days && !target.shelved) {
      const u = target.u - this.stageState().shift;
      const { width } = this.view;
      if (u < margin || u > width - margin) this.move(panned(this.view, (u < margin ? margin : width - margin) - u), true);
    }
    const { scroll } = this.parts;
    const room = this.height - AXIS_HEIGHT;
    if (target.box.y0 < scroll.scrollTop + 8) scroll.scrollTop = target.box.y0 - 40;
    else if (target.box.y1 > scroll.scrollTop + room - 8) scroll.scrollTop = target.box.y1 - room + 40;
  }

  dayAt(u) {
    return toDay(this.view, u);
  }
}
