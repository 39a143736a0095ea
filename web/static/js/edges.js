/**
 * How each kind of tie between two actors looks, in the network and in its key.
 * In: a kind, the colours of the theme; a curve. Out: looks and shapes; pure.
 */

/** @typedef {"met" | "said" | "warned" | "accused" | "denied" | "redline" | "belongs"} EdgeKind */
/** @typedef {[number, number]} Point */
/** @typedef {{from: Point, via: Point, to: Point}} Curve a quadratic one */

export const EDGE_KINDS = ["met", "said", "warned", "accused", "denied", "redline", "belongs"];
const MOST_WIDTH = 5;

/**
 * Line, dash and end by kind: shape says the same as colour.
 * @param {string} kind @param {Record<string, string>} tokens
 * @returns {{color: string, width: number, dash: number[], end: "vee" | "triangle" | "bar" | "slash" | "post" | null}}
 */
export function edgeLook(kind, tokens) {
  switch (kind) {
    case "met": return { color: tokens.meeting, width: 3, dash: [], end: null };
    case "warned": return { color: tokens.statement, width: 2, dash: [], end: "triangle" };
    case "accused": return { color: tokens.statement, width: 2, dash: [], end: "bar" };
    case "denied": return { color: tokens.statement, width: 2, dash: [7, 5], end: "slash" };
    case "redline": return { color: tokens.redline, width: 2.5, dash: [], end: "post" };
    case "belongs": return { color: tokens.control, width: 1, dash: [1.5, 3.5], end: null };
    default: return { color: tokens.statement, width: 1.5, dash: [], end: "vee" };
  }
}

/** Wider for what happened more often, by the logarithm. */
export const edgeWidth = (look, count) => Math.min(Math.max(MOST_WIDTH, look.width), look.width + Math.log2(Math.max(1, count)) * 0.6);

/** @param {Curve} curve @param {number} t 0 to 1 @returns {Point} */
export function pointAt({ from, via, to }, t) {
  const s = 1 - t;
  return [0, 1].map((i) => s * s * from[i] + 2 * s * t * via[i] + t * t * to[i]);
}

function directionAt({ from, via, to }, t) {
  const [dx, dy] = [0, 1].map((i) => (1 - t) * (via[i] - from[i]) + t * (to[i] - via[i]));
  const length = Math.hypot(dx, dy) || 1;
  return [dx / length, dy / length];
}

/** The part of a curve between two of its points. */
export function cut(curve, t0, t1) {
  const blend = (a, b, t) => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
  const { from, via, to } = curve;
  return { from: pointAt(curve, t0), via: blend(blend(from, via, t0), blend(via, to, t0), t1), to: pointAt(curve, t1) };
}

const n = (value) => Number(value.toFixed(2));
const at = ([x, y]) => `${n(x)} ${n(y)}`;
/** @param {Curve} curve @returns {string} an SVG path */
export const pathOf = ({ from, via, to }) => `M${at(from)}Q${at(via)} ${at(to)}`;

const circle = ([x, y], r) => `M${n(x - r)} ${n(y)}a${n(r)} ${n(r)} 0 1 0 ${n(2 * r)} 0a${n(r)} ${n(r)} 0 1 0 ${n(-2 * r)} 0Z`;

/** How much of a line its end takes, in widths of one pixel. */
const REACH = { vee: 0, triangle: 12, bar: 10, slash: 12, post: 0 };

/**
 * @param {Curve} curve from rim to rim
 * @param {string} kind
 * @param {{tokens: Record<string, string>, count?: number, unit?: number, opacity?: number, strong?: boolean}} how
 *   unit: what a pixel of the screen is here; strong: selected
 * @returns {{lines: import("./shapes.js").Shape[], ends: import("./shapes.js").Shape[]}} ends are drawn over all lines
 */
export function edgeShapes(curve, kind, { tokens, count = 1, unit = 1, opacity = 1, strong = false }) {
  const look = edgeLook(kind, tokens);
  const width = edgeWidth(look, count) * unit;
  const length = Math.hypot(curve.to[0] - curve.from[0], curve.to[1] - curve.from[1]) || 1;
  const reach = look.end ? Math.min(0.5, (REACH[look.end] * unit) / length) : 0;
  const d = pathOf(cut(curve, 0, 1 - reach));
  const lines = [{ d, stroke: strong ? tokens.mark : tokens.canvas, width: width + (strong ? 9 : 4) * unit, opacity }];
  lines.push({ d, stroke: look.color, width, dash: look.dash.map((part) => part * unit), opacity });
  return { lines, ends: look.end ? endShapes(curve, look, { unit, width, opacity, canvas: tokens.canvas }) : [] };
}

function endShapes(curve, { end, color }, { unit, width, opacity, canvas }) {
  const [dx, dy] = directionAt(curve, 1);
  // (along, across) from the tip, in pixels of the screen.
  const spot = (along, across) => [curve.to[0] - (dx * along - dy * across) * unit, curve.to[1] - (dy * along + dx * across) * unit];
  const stroke = { stroke: color, width: Math.max(2 * unit, width * 0.8), opacity };
  switch (end) {
    case "vee":
      return [{ d: `M${at(spot(10, 6))}L${at(spot(0, 0))}L${at(spot(10, -6))}`, ...stroke }];
    case "triangle":
      return [{ d: `M${at(spot(0, 0))}L${at(spot(14, 8))}L${at(spot(14, -8))}Z`, fill: color, opacity }];
    case "bar":
      return [
        { d: `M${at(spot(3, 0))}L${at(spot(12, 6))}L${at(spot(12, -6))}Z`, fill: color, opacity },
        { d: `M${at(spot(1, 9))}L${at(spot(1, -9))}`, stroke: color, width: 3.5 * unit, opacity },
      ];
    // The post of a red line, as it stands in the timeline.
    case "post":
      return [{ d: `M${at(spot(1.5, 10))}L${at(spot(1.5, -10))}`, stroke: color, width: 3.5 * unit, opacity }];
    default:
      return [
        { d: circle(spot(6, 0), 6 * unit), fill: canvas, stroke: color, width: 2 * unit, opacity },
        { d: `M${at(spot(10.5, 4.5))}L${at(spot(1.5, -4.5))}`, stroke: color, width: 2 * unit, opacity },
      ];
  }
}

/** One sample from left to right, in a box of this size. */
export function sampleShapes(kind, tokens, width, height) {
  const y = height / 2;
  const { lines, ends } = edgeShapes({ from: [3, y], via: [width / 2, y], to: [width - 5, y] }, kind, { tokens });
  return [...lines, ...ends];
}
