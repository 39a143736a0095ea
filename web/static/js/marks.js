/**
 * The shapes of what was said, by act: shape, fill and outline say what colour alone never may.
 * In: a pen, a place in pixels, an item. Out: painted shapes.
 */

import { stroked } from "./pen.js";
import { figure } from "./said.js";

const R = 6;

const outlines = {
  triangle: (c) => { c.moveTo(0, -R - 0.6); c.lineTo(R + 0.4, R - 1); c.lineTo(-R - 0.4, R - 1); c.closePath(); },
  pointer: (c) => { c.moveTo(R + 1, 0); c.lineTo(-R + 1, R); c.lineTo(-R + 1, -R); c.closePath(); },
  square: (c) => c.rect(-R + 1, -R + 1, 2 * R - 2, 2 * R - 2),
  notched: (c) => {
    c.moveTo(-R + 0.5, -R + 0.5); c.lineTo(-2, -R + 0.5); c.lineTo(-2, -0.5); c.lineTo(2, -0.5); c.lineTo(2, -R + 0.5);
    c.lineTo(R - 0.5, -R + 0.5); c.lineTo(R - 0.5, R - 0.5); c.lineTo(-R + 0.5, R - 0.5); c.closePath();
  },
  diamond: (c) => { c.moveTo(0, -R - 1); c.lineTo(R + 1, 0); c.lineTo(0, R + 1); c.lineTo(-R - 1, 0); c.closePath(); },
  cross: (c) => {
    const a = 2;
    c.moveTo(-a, -R); c.lineTo(a, -R); c.lineTo(a, -a); c.lineTo(R, -a); c.lineTo(R, a); c.lineTo(a, a);
    c.lineTo(a, R); c.lineTo(-a, R); c.lineTo(-a, a); c.lineTo(-R, a); c.lineTo(-R, -a); c.lineTo(-a, -a); c.closePath();
  },
  disc: (c) => c.arc(0, 0, R - 0.5, 0, Math.PI * 2),
};

const SHAPES = {
  announces: "disc", asserts: "disc", describes: "disc", denies: "disc", warns: "triangle", accuses: "pointer",
  demands: "square", promises: "notched", "expresses-concern": "diamond",
};

/** The outline for an item: an action has one of its own, an unknown act is a disc. */
export const shapeOf = (item) => (item.kind === "action" ? "cross" : SHAPES[item.act] ?? "disc");

/**
 * @param {import("./pen.js").Pen} pen
 * @param {object} item
 * @param {number} x
 * @param {number} y
 * @param {{hollow?: boolean}} [options] hollow: its day is not known, or nobody is named
 */
export function drawMark(pen, item, x, y, { hollow = false } = {}) {
  const { ctx, tokens, s } = pen;
  const colour = item.kind === "action" ? tokens["ink-2"] : tokens.statement;
  const ringed = item.act === "describes" || item.act === "denies";
  const open = hollow || item.unnamed || item.conditional;
  const path = () => {
    ctx.beginPath();
    outlines[shapeOf(item)](ctx);
  };
  ctx.save();
  ctx.translate(x, y);
  ctx.scale(s, 1);
  ctx.lineJoin = "round";
  path();
  ctx.strokeStyle = tokens.canvas;
  ctx.lineWidth = 5;
  ctx.stroke();
  ctx.fillStyle = open || ringed ? tokens.canvas : colour;
  ctx.fill();
  if (open || ringed) {
    stroked(ctx, { colour, width: ringed ? 2 : 1.6, dash: item.conditional ? [2.6, 2] : [] }, () => ctx.stroke());
  }
  ctx.restore();
  inner(pen, item, x, y, colour);
  pips(pen, item, x, y);
  if (item.disputed) cornerTick(pen, x, y);
}

function inner({ ctx }, item, x, y, colour) {
  if (item.act === "describes") {
    ctx.fillStyle = colour;
    ctx.beginPath();
    ctx.arc(x, y, 1.9, 0, Math.PI * 2);
    ctx.fill();
  } else if (item.act === "denies") {
    stroked(ctx, { colour, width: 2, cap: "round" }, () => {
      ctx.beginPath();
      ctx.moveTo(x - 3.4, y + 3.4);
      ctx.lineTo(x + 3.4, y - 3.4);
      ctx.stroke();
    });
  }
}

/** One dot for each reporter between us and the speaker; past four, a short bar. */
function pips({ ctx, tokens }, item, x, y) {
  const n = item.via ?? 0;
  if (!n) return;
  ctx.fillStyle = tokens["ink-2"];
  if (n > 4) {
    ctx.fillRect(x - 6, y + R + 3, 12, 2);
    return;
  }
  for (let i = 0; i < n; i += 1) {
    ctx.beginPath();
    ctx.arc(x + (i - (n - 1) / 2) * 4.5, y + R + 4, 1.35, 0, Math.PI * 2);
    ctx.fill();
  }
}

/** Articles differ: a corner above the mark's later side. */
export function cornerTick({ ctx, tokens, s }, x, y, r = R) {
  ctx.save();
  ctx.translate(x, y);
  ctx.scale(s, 1);
  ctx.lineJoin = "miter";
  for (const [colour, width] of [[tokens.canvas, 5], [tokens.warn, 2.2]]) {
    ctx.strokeStyle = colour;
    ctx.lineWidth = width;
    ctx.beginPath();
    ctx.moveTo(r - 2.5, -r - 3);
    ctx.lineTo(r + 3, -r - 3);
    ctx.lineTo(r + 3, -r + 2.5);
    ctx.stroke();
  }
  ctx.restore();
}

/**
 * How long a mark with an uncertain or a long time reaches: whiskers for "some day in it", a bar for
 * "all of it", fading where a bound is not known.
 * @param {import("./pen.js").Pen} pen @param {{mark: object, u: number, u0: number, u1: number, y: number}} placed
 */
export function drawReach(pen, { mark, u, u0, u1, y }) {
  const { ctx, tokens, X, s } = pen;
  const colour = mark.kind === "action" ? tokens["ink-2"] : tokens.statement;
  const { shape } = mark.when;
  if (shape === "throughout") {
    const [a, b] = [Math.min(X(u0), X(u1)), Math.max(X(u0), X(u1))];
    ctx.fillStyle = tokens.canvas;
    ctx.fillRect(a - 2, y - 6, b - a + 4, 12);
    ctx.fillStyle = colour;
    ctx.fillRect(a, y - 4, b - a, 8);
    return;
  }
  const tick = (at) => {
    ctx.moveTo(X(at), y - 5);
    ctx.lineTo(X(at), y + 5);
  };
  if (shape === "within") {
    for (const [strokeColour, width] of [[tokens.canvas, 5], [colour, 1.5]]) {
      stroked(ctx, { colour: strokeColour, width }, () => {
        ctx.beginPath();
        ctx.moveTo(X(u0), y);
        ctx.lineTo(X(u1), y);
        tick(u0);
        tick(u1);
        ctx.stroke();
      });
    }
    return;
  }
  fading(pen, u, y, shape === "since" ? s : -s, colour);
}

const FADE = 48;

/** A line that leaves the mark, grows faint and ends in an arrowhead: no bound on that side. */
export function fading({ ctx, X, tokens }, u, y, sign, colour) {
  const from = X(u);
  const to = from + sign * FADE;
  const gradient = ctx.createLinearGradient(from, y, to, y);
  gradient.addColorStop(0, colour);
  gradient.addColorStop(1, tokens.canvas);
  stroked(ctx, { colour: tokens.canvas, width: 5 }, () => segment(ctx, from, y, to, y));
  stroked(ctx, { colour: gradient, width: 1.5 }, () => segment(ctx, from, y, to, y));
  ctx.save();
  ctx.globalAlpha = 0.7;
  stroked(ctx, { colour, width: 1.5, cap: "round" }, () => {
    ctx.beginPath();
    ctx.moveTo(to - sign * 5, y - 4);
    ctx.lineTo(to, y);
    ctx.lineTo(to - sign * 5, y + 4);
    ctx.stroke();
  });
  ctx.restore();
}

function segment(ctx, x0, y0, x1, y1) {
  ctx.beginPath();
  ctx.moveTo(x0, y0);
  ctx.lineTo(x1, y1);
  ctx.stroke();
}

/** A badge for marks that find no room: "+12". */
export function drawStack(pen, x, y, count) {
  const { ctx, tokens } = pen;
  const text = `+${figure(count)}`;
  ctx.save();
  ctx.font = pen.fonts.mark;
  ctx.direction = "ltr";
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  const width = Math.max(24, ctx.measureText(text).width + 10);
  ctx.fillStyle = tokens.surface;
  ctx.strokeStyle = tokens.statement;
  ctx.beginPath();
  ctx.roundRect(x - width / 2, y - 9, width, 18, 4);
  ctx.fill();
  ctx.stroke();
  ctx.fillStyle = tokens.ink;
  ctx.fillText(text, x, y + 0.5);
  ctx.restore();
}
