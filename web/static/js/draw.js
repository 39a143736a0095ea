/**
 * One picture: grid, threads, meetings, red lines, marks, words, chips, axis; and the overlay of what
 * is selected or under the pointer.
 * In: a pen, the scene, the view. Out: painted; nothing is kept.
 */

import { AXIS_HEIGHT, axisTicks, drawAxis, drawGrid } from "./axis.js";
import { drawChip } from "./chips.js";
import { drawRibbons, drawTicks } from "./far.js";
import { shorten } from "./labels.js";
import { drawMark, drawReach, drawStack } from "./marks.js";
import { drawMeeting, drawThread, drawTieLine } from "./knots.js";
import { line, stroked, words } from "./pen.js";
import { drawRedLine, drawRedWords } from "./rules.js";
import { isolate } from "./said.js";

const MARGIN = 120;

/**
 * @typedef {object} Stage
 * @property {import("./scale.js").View} view
 * @property {number} width
 * @property {number} height
 * @property {number} scroll how far the lanes are scrolled
 * @property {number} shift u of the window's start in the scene
 * @property {boolean} namesInside lane names stand in the drawing
 * @property {number} gutter width of the column for what has no date, after the plot
 */

/** The pen for the moving part: u of the scene, not of the window. */
const moved = (pen, shift) => ({ ...pen, X: (u) => pen.X(u - shift) });

/**
 * @param {import("./pen.js").Pen} pen X maps u from the stage's inline start
 * @param {import("./layout.js").Plan} plan
 * @param {object} scene
 * @param {Stage} stage
 * @param {object} options {days, measure, texts, sign}
 */
export function paintScene(pen, plan, scene, stage, options) {
  const { ctx, tokens } = pen;
  const { view, width, height } = stage;
  ctx.fillStyle = tokens.canvas;
  ctx.fillRect(0, 0, width, height);
  const tickList = axisTicks(view, { ...options, relative: plan.drawing.relative });
  ctx.save();
  clipPlot(pen, view, height);
  drawGrid(pen, view, tickList, height);
  ctx.translate(0, AXIS_HEIGHT - stage.scroll);
  paintLanes(moved(pen, stage.shift), plan, scene, stage, options);
  ctx.restore();
  if (stage.gutter) paintGutter(pen, plan, stage, options);
  drawAxis(pen, view, tickList, { drawing: plan.drawing, ...options });
}

function clipPlot({ ctx, X }, view, height) {
  const [left, right] = [X(0), X(view.width)].sort((a, b) => a - b);
  ctx.beginPath();
  ctx.rect(left, 0, right - left, height);
  ctx.clip();
}

function paintLanes(pen, plan, scene, stage, { measure }) {
  const window = { u0: stage.shift, u1: stage.shift + stage.view.width };
  const [top, bottom] = [stage.scroll - MARGIN, stage.scroll + stage.height + MARGIN];
  const inView = (u0, u1, y0, y1 = y0) => u1 > window.u0 - MARGIN && u0 < window.u1 + MARGIN && y1 > top && y0 < bottom;
  if (scene.ribbons) drawRibbons(pen, scene, window);
  scene.threads.filter((t) => inView(t.u0, t.u1, t.bends.length ? top : t.lane.y, t.bends.length ? bottom : t.lane.y))
    .forEach((thread) => drawThread(pen, thread));
  const meetings = scene.meetings.filter((m) => m.members.length
    && inView(m.u0, m.u1, Math.min(m.members[0].y, ...m.mediators.map((l) => l.y)), Math.max(m.members.at(-1).y, ...m.mediators.map((l) => l.y))));
  const marks = scene.marks.filter((m) => inView(Math.min(m.u0, m.u), Math.max(m.u1, m.u), m.y));
  const meet = (form) => meetings.filter((m) => m.form === form).forEach((meeting) => drawMeeting(pen, meeting));
  meet("strip");
  marks.forEach((m) => m.mark.when.shape !== "day" && drawReach(pen, m));
  meet("knot");
  meet("tie");
  scene.redlines.forEach((red) => drawRedLine(pen, red, window));
  marks.forEach((m) => m.mark.when.shape !== "throughout"
    && drawMark(pen, m.mark.item, pen.X(m.u), m.y, { hollow: m.mark.when.shape !== "day" }));
  if (scene.ticks) drawTicks(pen, scene.ticks.filter((t) => inView(t.u, t.u, t.y)));
  scene.stacks.filter((s) => inView(s.u, s.u, s.y)).forEach((s) => drawStack(pen, pen.X(s.u), s.y, s.marks.length));
  const clear = stemsOf(scene, plan, stage.selected);
  const names = stage.namesInside ? nameBoxes(plan.lanes, window, measure) : [];
  scene.labels.filter((l) => inView(l.u0, l.u1, l.y) && !clear.some((stem) => crosses(stem, l)))
    .filter((l) => !names.some((box) => covers(box, l)))
    .forEach((label) => paintLabel(pen, label));
  scene.redlines.forEach((red) => drawRedWords(pen, red, window, measure));
  names.forEach((box) => paintName(pen, box));
}

function paintLabel(pen, label) {
  const [x0, x1] = [pen.X(label.u0), pen.X(label.u1)].sort((a, b) => a - b);
  const colour = label.ref.kind === "meeting" ? pen.tokens.ink : pen.tokens["ink-2"];
  words(pen, isolate(label.text), { x0, x1, y: label.y, font: pen.fonts[label.font], colour });
}

const CHEVRON = 14;

/**
 * On a narrow screen a lane's name stands in the lane, at the window's inline start.
 * @param {import("./lanes.js").PlacedLane[]} lanes @param {{u0: number, u1: number}} window
 * @param {(text: string, font: string) => number} measure
 */
export function nameBoxes(lanes, window, measure) {
  return lanes.map(({ lane, y }) => {
    const text = shorten(lane.label, Math.min(200, (window.u1 - window.u0) * 0.6), (t) => measure(t, "lane"));
    const u0 = window.u0 + 8;
    return { lane, text, u0, u1: u0 + measure(text, "lane") + CHEVRON, y0: y - 22, y1: y - 6, y: y - 14 };
  });
}

const covers = (box, label) => label.u0 < box.u1 + 6 && label.u1 > box.u0 - 6 && label.y + 8 > box.y0 && label.y - 8 < box.y1;

/** The name, and the sign of a menu after it. */
function paintName(pen, { lane, text, u0, u1, y }) {
  const { ctx, tokens, X } = pen;
  const [x0, x1] = [X(u0), X(u1 - CHEVRON)].sort((a, b) => a - b);
  const colour = lane.unnamed ? tokens["ink-2"] : tokens.ink;
  words(pen, isolate(text), { x0, x1, y, font: pen.fonts.lane, colour });
  const u = u1 - 6;
  for (const [stroke, width] of [[tokens.canvas, 5], [tokens["ink-2"], 1.5]]) {
    stroked(ctx, { colour: stroke, width }, () => line(pen, [[u - 3, y - 1.5], [u, y + 1.5], [u + 3, y - 1.5]]));
  }
}

/** The column after the plot: how much of each lane has no date. */
function paintGutter(pen, plan, stage, { texts, measure }) {
  const { ctx, tokens, X } = pen;
  const { view, height, gutter } = stage;
  const [left, right] = [X(view.width), X(view.width + gutter)].sort((a, b) => a - b);
  ctx.save();
  ctx.fillStyle = tokens.canvas;
  ctx.fillRect(left, 0, right - left, height);
  stroked(ctx, { colour: tokens.rule, width: 1 }, () => line(pen, [[view.width + 0.5 * pen.s, 0], [view.width + 0.5 * pen.s, height]]));
  ctx.beginPath();
  ctx.rect(left, AXIS_HEIGHT, right - left, height - AXIS_HEIGHT);
  ctx.clip();
  ctx.translate(0, AXIS_HEIGHT - stage.scroll);
  plan.chips.forEach((chip) => drawChip(pen, chip, view.width, stage.selected));
  ctx.restore();
  const title = shorten(texts.undated, gutter - 4, (t) => measure(t, "axis"));
  const width = measure(title, "axis");
  const start = view.width + (gutter - width) / 2;
  const [x0, x1] = [X(start), X(start + width)].sort((a, b) => a - b);
  words(pen, isolate(title), { x0, x1, y: 33, font: pen.fonts.axis, colour: tokens["ink-2"], halo: null });
  stroked(ctx, { colour: tokens.rule, width: 1 }, () => line(pen, [[view.width, AXIS_HEIGHT - 0.5], [view.width + gutter, AXIS_HEIGHT - 0.5]]));
}

/**
 * What is selected, focused or under the pointer: a ring, and stems to those addressed.
 * @param {import("./pen.js").Pen} pen
 * @param {object} scene
 * @param {Stage} stage
 * @param {import("./layout.js").Plan} plan
 * @param {{selected: string | null, lit: string | null, ringedLane?: string | null}} ids IRIs, and the
 *   lane on which the keyboard has a ring of its own
 */
export function paintOverlay(pen, scene, stage, plan, { selected, lit, ringedLane = null }) {
  const { ctx } = pen;
  ctx.clearRect(0, 0, stage.width, stage.height);
  ctx.save();
  ctx.beginPath();
  ctx.rect(0, AXIS_HEIGHT, stage.width, stage.height - AXIS_HEIGHT);
  ctx.clip();
  ctx.translate(0, AXIS_HEIGHT - stage.scroll);
  for (const id of new Set([selected, lit])) {
    const targets = id ? scene.targets.filter((t) => holds(t, id)) : [];
    if (!targets.length) continue;
    for (const target of targets) {
      if (id === selected || target.laneId !== ringedLane) paintRing(pen, target, stage, id === selected);
    }
    paintStems(pen, targets[0], stage, plan);
  }
  ctx.restore();
}

/** Whether a target is this event, or a badge or chip under which it lies. */
export const holds = (target, id) => target.mark.id === id || Boolean(target.stack?.some((mark) => mark.id === id));

/** Where a target is on the stage: a chip does not move, the rest does. */
export function targetU(target, stage) {
  return target.shelved ? stage.view.width + target.u : target.u - stage.shift;
}

const inPlot = (target, stage) => target.shelved
  || (targetU(target, stage) > -20 && targetU(target, stage) < stage.view.width + 20);

function paintRing({ ctx, tokens, X }, target, stage, selected) {
  if (!inPlot(target, stage)) return;
  const shift = target.shelved ? stage.view.width : -stage.shift;
  const limit = target.shelved ? Infinity : stage.view.width - 2;
  const [a, b] = [X(Math.max(2, target.box.u0 + shift)), X(Math.min(limit, target.box.u1 + shift))].sort((p, q) => p - q);
  stroked(ctx, { colour: tokens.link, width: selected ? 2 : 1.25 }, () => {
    ctx.beginPath();
    ctx.roundRect(a - 2, target.box.y0 - 2, b - a + 4, target.box.y1 - target.box.y0 + 4, 7);
    ctx.stroke();
  });
}

/** The lines from a target to the lanes of those it was said to. */
function stems(target, plan) {
  if (!["statement", "redline"].includes(target.mark.kind)) return [];
  return plan.lanes.filter(({ lane }) => target.mark.addressees.includes(lane.id) && lane.id !== target.laneId)
    .map((lane) => {
      const sign = lane.y > target.y ? 1 : -1;
      return { u: target.u, from: target.y + sign * 12, to: lane.y - sign * 3, sign };
    });
}

/** The stems of what is selected, in u of the scene: words give way to them. */
function stemsOf(scene, plan, selected) {
  const target = selected && scene.targets.find((t) => t.mark.id === selected && !t.shelved);
  return target ? stems(target, plan) : [];
}

const crosses = (stem, label) => label.u0 < stem.u + 7 && label.u1 > stem.u - 7
  && label.y + 8 > Math.min(stem.from, stem.to) && label.y - 8 < Math.max(stem.from, stem.to);

/** To whom it was said: only now, all at once would be hay. */
function paintStems(pen, target, stage, plan) {
  const { ctx, tokens, X } = pen;
  if (!inPlot(target, stage)) return;
  const x = X(targetU(target, stage));
  for (const { from, to, sign } of stems(target, plan)) {
    const colour = target.mark.kind === "redline" ? tokens.redline : tokens.statement;
    for (const [stroke, width] of [[tokens.canvas, 5], [colour, 1.5]]) {
      stroked(ctx, { colour: stroke, width }, () => {
        ctx.beginPath();
        ctx.moveTo(x, from);
        ctx.lineTo(x, to - sign * 4);
        ctx.stroke();
      });
    }
    ctx.fillStyle = colour;
    ctx.beginPath();
    ctx.moveTo(x, to);
    ctx.lineTo(x - 5, to - sign * 9);
    ctx.lineTo(x + 5, to - sign * 9);
    ctx.closePath();
    ctx.fill();
  }
}
