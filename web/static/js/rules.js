/**
 * Red lines: a line in a sub-lane of its own under the declarer's thread, its words along it.
 * In: a pen, a placed red line, the window in u. Out: painted.
 */

import { shorten } from "./labels.js";
import { cornerTick } from "./marks.js";
import { hatch, line, stroked, words } from "./pen.js";
import { redWords } from "./redlines.js";
import { isolate } from "./said.js";

const SOLID = 3;
const LATER_DASH = [1, 5];

/** @param {import("./pen.js").Pen} pen @param {object} red placed @param {{u0: number, u1: number}} view */
export function drawRedLine(pen, red, view) {
  const { ctx, tokens } = pen;
  const colour = tokens.redline;
  const end = red.endedAt ?? view.u1;
  const begin = red.ranged || red.open ? red.u : red.from;
  drawRule(pen, red, begin, Math.min(red.solidTo, end), colour);
  if (red.endedAt === null && view.u1 > red.solidTo) {
    const y = red.y + (red.steps.at(-1)?.dy ?? 0);
    const from = Math.max(red.solidTo, view.u0 - 12);
    const phase = (from - red.solidTo) % 6;
    ctx.save();
    ctx.lineDashOffset = phase;
    stroked(ctx, { colour, width: 2, dash: LATER_DASH, cap: "round" }, () => line(pen, [[from + 4, y], [view.u1, y]]));
    ctx.restore();
  }
  if (red.open) drawOpenStart(pen, red, colour);
  else if (red.ranged) drawRangedStart(pen, red, colour);
  else post(pen, red.u, red.y, 24, 3, colour);
  for (const step of red.steps) drawStep(pen, red, step, colour);
  if (red.mark.item.disputed) cornerTick(pen, pen.X(red.u), red.y - 8, 5);
}

/** Solid as far as it was heard of; a change of the line is a step of the rule. */
function drawRule(pen, red, from, to, colour) {
  const points = [[from, red.y]];
  let y = red.y;
  for (const step of red.steps.filter((s) => s.step === "changed" && s.u <= to)) {
    points.push([step.u, y]);
    y = red.y + step.dy;
    points.push([step.u, y]);
  }
  points.push([to, y]);
  stroked(pen.ctx, { colour, width: SOLID }, () => line(pen, points));
}

function post({ ctx, X }, u, y, height, width, colour) {
  ctx.fillStyle = colour;
  ctx.fillRect(X(u) - width / 2, y - height / 2, width, height);
}

/** Nothing tells when: hatched towards the past, and no post. */
function drawOpenStart(pen, red, colour) {
  const { X, s, ctx } = pen;
  const x = X(red.u);
  const [a, b] = [x, x - s * 36].sort((p, q) => p - q);
  const gradient = ctx.createLinearGradient(x, 0, x - s * 36, 0);
  gradient.addColorStop(0, colour);
  gradient.addColorStop(1, pen.tokens.canvas);
  hatch(ctx, a, red.y - 5, b, red.y + 5, gradient, 4);
}

/** Some day of these: the post is hollow in the middle, whiskers to both ends. */
function drawRangedStart(pen, red, colour) {
  const { ctx, X, tokens } = pen;
  stroked(ctx, { colour, width: 1.5 }, () => {
    line(pen, [[red.from, red.y], [red.to, red.y]]);
    line(pen, [[red.from, red.y - 5], [red.from, red.y + 5]]);
  });
  ctx.fillStyle = tokens.canvas;
  ctx.fillRect(X(red.u) - 3.5, red.y - 12, 7, 24);
  stroked(ctx, { colour, width: 1.6 }, () => ctx.strokeRect(X(red.u) - 2.5, red.y - 11, 5, 22));
}

function drawStep(pen, red, step, colour) {
  const { ctx, X, tokens } = pen;
  const y = red.y + step.dy;
  const x = X(step.u);
  if (step.step === "restated") post(pen, step.u, y, 14, 3, colour);
  if (step.step === "retracted") {
    post(pen, step.u, y, 14, 3, colour);
    stroked(ctx, { colour, width: 3 }, () => line(pen, [[step.u - 8, y - 7], [step.u, y - 7]]));
    stroked(ctx, { colour, width: 3 }, () => line(pen, [[step.u - 8, y + 7], [step.u, y + 7]]));
  }
  if (step.step !== "crossed" && step.step !== "crossing-denied") return;
  const sure = step.claims > 1 && step.step === "crossed";
  ctx.beginPath();
  ctx.arc(x, y, 8, 0, Math.PI * 2);
  stroked(ctx, { colour: tokens.canvas, width: 6 }, () => ctx.stroke());
  ctx.fillStyle = sure ? colour : tokens.canvas;
  ctx.fill();
  stroked(ctx, { colour, width: 2 }, () => ctx.stroke());
  const inside = sure ? tokens.canvas : colour;
  stroked(ctx, { colour: inside, width: 2, cap: "round" }, () => {
    ctx.beginPath();
    if (step.step === "crossing-denied") {
      ctx.moveTo(x - 5, y);
      ctx.lineTo(x + 5, y);
    } else {
      for (const d of [-1, 1]) {
        ctx.moveTo(x - 3.2, y - 3.2 * d);
        ctx.lineTo(x + 3.2, y + 3.2 * d);
      }
    }
    ctx.stroke();
  });
}

/** The words of the limit, at its start or, while any part is in view, at the window's edge. */
export function drawRedWords(pen, red, view, measure) {
  const { X, tokens, fonts } = pen;
  const lineEnd = red.endedAt ?? Infinity;
  if (lineEnd < view.u0 + 16 || red.u > view.u1) return;
  const start = Math.max(red.u + 9, view.u0 + 12);
  const room = Math.min(view.u1, Math.max(lineEnd, red.u + 320)) - start - 8;
  const text = shorten(redWords(red.mark), Math.min(room, 420), (t) => measure(t, "redline"));
  if (!text) return;
  const width = measure(text, "redline");
  const [x0, x1] = [X(start), X(start + width)].sort((p, q) => p - q);
  const onlyDots = red.endedAt === null && red.solidTo < view.u0;
  words(pen, isolate(text), { x0, x1, y: red.y - 13, font: fonts.redline, colour: onlyDots ? tokens["ink-2"] : tokens.redline });
}
