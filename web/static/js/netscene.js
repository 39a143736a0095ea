/**
 * The network as shapes: who stands where, ties between their rims, names and words where there is room.
 * In: nodes and edges of /api/network with places; what is looked at. Out: shapes, and what is where; pure.
 */

import { cut, edgeShapes, pointAt } from "./edges.js";
import { Occupied } from "./labels.js";
import { discBox, inLines, nameBox, nameSize, namesShown, spread } from "./places.js";
import { figure } from "./said.js";

const FADED = 0.25;
const BETWEEN = 30; // pixels between ties of the same two
const CLEAR = 9; // a tie passes no nearer by somebody else
const BENDS = [0, 46, -46, 92, -92];
/** With more ties than this only numbers stand at them, until one is looked at. */
const WORDED = 24;
const LABEL = 12;
const LEAST_SPREAD = 0.65;

/** @typedef {{id: string, label: string, lang: string, x: number, y: number, size: number, unnamed: boolean, claims: number}} Node */
/** @typedef {{from: string, to: string, kind: string, count: number}} Edge */

/**
 * The curve of each edge, from rim to rim. Ties of the same two lie side by side; one that would run
 * through somebody else goes around.
 * @param {Map<string, Node>} nodes @param {Edge[]} edges
 */
export function layEdges(nodes, edges) {
  const groups = Map.groupBy ? Map.groupBy(edges, pairOf) : groupBy(edges, pairOf);
  const curves = new Map();
  for (const group of groups.values()) {
    const [first] = group;
    const ends = [first.from, first.to].sort().map((id) => nodes.get(id));
    const bend = BENDS.find((b) => group.every((_, i) => isFree(curveOf(...ends, offset(i, group.length) + b), ends, nodes))) ?? 0;
    group.forEach((edge, i) => {
      const curve = curveOf(...ends, offset(i, group.length) + bend);
      const whole = edge.from === ends[0].id ? curve : { from: curve.to, via: curve.via, to: curve.from };
      curves.set(edge, trim(whole, nodes.get(edge.from).size + 2, nodes.get(edge.to).size + 5));
    });
  }
  return curves;
}

const pairOf = (edge) => [edge.from, edge.to].sort().join("\u001f");
const offset = (i, count) => (i - (count - 1) / 2) * BETWEEN;

function groupBy(list, key) {
  const groups = new Map();
  for (const entry of list) groups.set(key(entry), [...(groups.get(key(entry)) ?? []), entry]);
  return groups;
}

function curveOf(a, b, aside) {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = Math.hypot(dx, dy) || 1;
  const via = [(a.x + b.x) / 2 - (dy / length) * aside * 2, (a.y + b.y) / 2 + (dx / length) * aside * 2];
  return { from: [a.x, a.y], via, to: [b.x, b.y] };
}

function isFree(curve, ends, nodes) {
  const points = [0.15, 0.25, 0.35, 0.45, 0.5, 0.55, 0.65, 0.75, 0.85].map((t) => pointAt(curve, t));
  for (const node of nodes.values()) {
    if (ends.includes(node)) continue;
    const reach = node.size + CLEAR;
    if (points.some(([x, y]) => Math.abs(x - node.x) < reach && Math.abs(y - node.y) < reach)) return false;
  }
  return true;
}

function trim(curve, before, after) {
  const far = (t, [x, y], reach) => {
    const [px, py] = pointAt(curve, t);
    return Math.hypot(px - x, py - y) >= reach;
  };
  let [t0, t1] = [0, 1];
  while (t0 < 0.45 && !far(t0, curve.from, before)) t0 += 0.01;
  while (t1 > 0.55 && !far(t1, curve.to, after)) t1 -= 0.01;
  return cut(curve, t0, t1);
}

/**
 * @typedef {object} Looked
 * @property {string | null} node hovered or walked to
 * @property {Edge | null} edge hovered, walked to or opened
 * @property {Set<Edge>} selected ties of the selected event
 * @property {string | null} focus
 */

/**
 * @param {{nodes: Node[], edges: Edge[], looked: Looked, tokens: Record<string, string>, scale: number,
 *   measure: (text: string, size: number) => number, words: Record<string, string>, dir: "ltr" | "rtl"}} given
 * @returns {{shapes: import("./shapes.js").Shape[], curves: Map<Edge, import("./edges.js").Curve>, box: {x0: number, y0: number, x1: number, y1: number}}}
 */
export function buildScene(given) {
  const { nodes, edges, looked, tokens, scale } = given;
  const unit = unitAt(scale);
  const size = nameSize(scale);
  const bodied = nodes.map((node) => ({ ...node, bold: node.size >= 16, size: sizeAt(node, unit) }));
  const curves = layEdges(new Map(bodied.map((node) => [node.id, node])), edges);
  const near = lookedAt(nodes, edges, looked);
  const drawn = [...edges].sort((a, b) => rankOf(a, near) - rankOf(b, near));
  const ties = drawn.map((edge) => edgeShapes(curves.get(edge), edge.kind, {
    tokens, count: edge.count, unit, strong: looked.selected.has(edge) || edge === looked.edge, opacity: near.edges && !near.edges.has(edge) ? FADED : 1,
  }));
  const wished = withSides(bodied.map((node) => ({ ...node, lines: linesOf(node) })), curves, size, given.measure);
  const wanted = (id) => id === looked.focus || Boolean(near.nodes?.has(id));
  const kept = namesShown(byWeight(wished, near, looked), size, (line) => given.measure(line, 100) / 100, wanted);
  const names = wished.map((node) => ({ ...node, side: kept.get(node.id) ?? node.side }));
  const taken = new Occupied();
  for (const node of names) taken.add(discBox(node));
  for (const node of names) if (kept.has(node.id)) taken.add(boxOfName(node, size, given.measure));
  const labels = drawn.toReversed().flatMap((edge) => labelShapes(edge, curves.get(edge), { ...given, near, taken, unit }));
  const bodies = names.flatMap((node) => nodeShapes(node, { tokens, unit, looked, faded: near.nodes && !near.nodes.has(node.id) }));
  const titles = names.filter((node) => kept.has(node.id) || node.id === looked.node).flatMap((node) =>
    nameShapes(node, { tokens, size, measure: given.measure, dir: given.dir, strong: node.id === looked.focus, faded: near.nodes && !near.nodes.has(node.id) }));
  return { shapes: [...ties.flatMap((tie) => tie.lines), ...ties.flatMap((tie) => tie.ends), ...bodies, ...labels, ...titles], curves, box: boxOf(names, size, given.measure) };
}

const unitAt = (scale) => Math.min(5, Math.max(0.75, 1 / scale));
const sizeAt = (node, unit) => node.size * Math.min(2.4, Math.max(1, unit ** 0.6));
const linesOf = (node) => inLines(node.label).split("\n");

/**
 * The nodes with room for their names at a scale.
 * @param {Node[]} nodes @param {{scale: number, measure: (text: string, size: number) => number, fixed: Set<string>}} given
 */
export function withRoom(nodes, { scale, measure, fixed }) {
  // Room for all names would make a small drawing smaller yet: there some wait until one is looked at.
  const least = Math.max(LEAST_SPREAD, scale);
  const bodies = nodes.map((node) => ({ id: node.id, x: node.x, y: node.y, size: sizeAt(node, unitAt(least)), lines: linesOf(node) }));
  const places = spread(bodies, nameSize(least), (line) => measure(line, 100) / 100, fixed);
  return nodes.map((node, i) => ({ ...node, x: places[i].x, y: places[i].y }));
}

/** Who and what stays strong while something is looked at; null: everything. */
export function lookedAt(nodes, edges, looked) {
  if (looked.edge) return { nodes: new Set([looked.edge.from, looked.edge.to]), edges: new Set([looked.edge]) };
  if (!looked.node) return { nodes: null, edges: null };
  const ties = edges.filter((edge) => edge.from === looked.node || edge.to === looked.node);
  return { nodes: new Set([looked.node, ...ties.flatMap((edge) => [edge.from, edge.to])]), edges: new Set(ties) };
}

const rankOf = (edge, near) => (near.edges?.has(edge) ? 2 : edge.kind === "belongs" ? 0 : 1);
const byWeight = (names, near, looked) => [...names].sort((a, b) => weight(b, near, looked) - weight(a, near, looked));
const weight = (node, near, looked) => (node.id === looked.node ? 2e9 : near.nodes?.has(node.id) ? 1e9 : 0) + (node.id === looked.focus ? 1e8 : 0) + node.claims;

/** Names stand under their nodes, but above where fewer ties run through them there. */
function withSides(names, curves, size, measure) {
  const points = [...curves].flatMap(([edge, curve]) =>
    [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95].map((t) => [...pointAt(curve, t), edge.kind === "belongs" ? 1 : 4]));
  const crossed = (node) => {
    const box = boxOfName(node, size, measure);
    return points.reduce((sum, [x, y, weight]) => sum + (x > box.u0 && x < box.u1 && y > box.y0 && y < box.y1 ? weight : 0), 0);
  };
  return names.map((node) => {
    const [below, above] = [{ ...node, side: "below" }, { ...node, side: "above" }];
    return crossed(below) > crossed(above) ? above : below;
  });
}

function boxOfName(node, size, measure) {
  return nameBox(node, node.side, size, Math.max(...node.lines.map((line) => measure(line, size))));
}

function boxOf(names, size, measure) {
  const boxes = names.flatMap((node) => [discBox(node), boxOfName(node, size, measure)]);
  const edge = (pick, most) => boxes.reduce((best, box) => most(best, pick(box)), most === Math.min ? Infinity : -Infinity);
  if (!boxes.length) return { x0: -100, y0: -60, x1: 100, y1: 60 };
  return { x0: edge((b) => b.u0, Math.min), x1: edge((b) => b.u1, Math.max), y0: edge((b) => b.y0, Math.min), y1: edge((b) => b.y1, Math.max) };
}

/** The words at a tie: its kind while there are few or it is looked at, and how often, where there is room. */
function labelShapes(edge, curve, { tokens, near, taken, unit, edges, words, measure, looked, dir, scale }) {
  const active = near.edges?.has(edge) || looked.selected.has(edge);
  if (near.edges && !active) return [];
  const times = edge.count > 1 ? `\u2066×${figure(edge.count)}\u2069` : "";
  const worded = active || (edges.length <= WORDED && edge.kind !== "belongs");
  const text = [worded ? words[edge.kind] : "", times].filter(Boolean).join(" ");
  if (!text) return [];
  const size = Math.max(LABEL * unit, LABEL / scale);
  const half = measure(text, size) / 2 + 3 * unit;
  for (const t of [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74]) {
    const [x, y] = pointAt(curve, t);
    const box = { u0: x - half, u1: x + half, y0: y - size * 0.7, y1: y + size * 0.7 };
    if (taken.meets(box)) continue;
    taken.add(box);
    return [{ text, x, y, size, weight: active ? 600 : 400, fill: active ? tokens.ink : tokens["ink-2"], halo: tokens.canvas, dir }];
  }
  return [];
}

function nodeShapes(node, { tokens, unit, looked, faded }) {
  const { x, y, size } = node;
  const d = `M${x - size} ${y}a${size} ${size} 0 1 0 ${2 * size} 0a${size} ${size} 0 1 0 ${-2 * size} 0Z`;
  const chosen = node.id === looked.focus || node.id === looked.node;
  // An opaque ground: ties behind a faded node do not shine through it.
  return [
    { d, fill: tokens.canvas },
    { d, fill: node.id === looked.focus ? tokens.mark : tokens.canvas, stroke: chosen ? tokens.link : tokens.control, width: (chosen ? 3 : 2) * unit, dash: node.unnamed ? [4 * unit, 3 * unit] : [], opacity: faded ? FADED : 1 },
  ];
}

function nameShapes(node, { tokens, size, measure, dir, strong, faded }) {
  const { u0, u1, y0 } = boxOfName(node, size, measure);
  return node.lines.map((text, i) => ({
    text, x: (u0 + u1) / 2, y: y0 + size * (0.65 + 1.25 * i), size, weight: strong || node.bold ? 600 : 400,
    fill: node.unnamed ? tokens["ink-2"] : tokens.ink, halo: tokens.canvas, opacity: faded ? FADED : 1, dir,
  }));
}

/**
 * The tie at a point, within `reach`; the nearest of several.
 * @param {Map<Edge, import("./edges.js").Curve>} curves
 */
export function edgeAt(curves, [x, y], reach) {
  let best = { edge: null, distance: reach };
  for (const [edge, curve] of curves) {
    for (let i = 0; i <= 24; i += 1) {
      const [px, py] = pointAt(curve, i / 24);
      const distance = Math.hypot(px - x, py - y);
      if (distance < best.distance) best = { edge, distance };
    }
  }
  return best.edge;
}

/**
 * Who stands next in a direction that was pressed; null when nobody does.
 * @param {{id: string, x: number, y: number}[]} nodes @param {{x: number, y: number}} here @param {[number, number]} way
 */
export function nextTowards(nodes, here, [wx, wy]) {
  let best = null;
  for (const node of nodes) {
    const [dx, dy] = [node.x - here.x, node.y - here.y];
    const along = dx * wx + dy * wy;
    if (along <= 1) continue;
    const cost = along + 2 * Math.abs(dx * wy - dy * wx);
    if (!best || cost < best.cost) best = { node, cost };
  }
  return best?.node ?? null;
}
