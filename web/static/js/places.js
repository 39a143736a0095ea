/**
 * Names and places in the network: lines of a name, which names are shown.
 * In: nodes and edges of /api/network. Out: plain values; pure.
 */

import { graphemes } from "./labels.js";
import { isolate } from "./said.js";

const LINE_LETTERS = 18;
/** Names are never smaller on the screen, in pixels. */
const LEAST_NAME = 12.5;
/** The size of a name at scale 1. */
export const NAME = 14;

/** A name in lines of about 18 letters, cut between words, each kept in its own direction. */
export function inLines(label) {
  const lines = [""];
  for (const word of label.split(/\s+/)) {
    const last = lines[lines.length - 1];
    if (last && graphemes(last).length + graphemes(word).length >= LINE_LETTERS) lines.push(word);
    else lines[lines.length - 1] = last ? `${last} ${word}` : word;
  }
  return lines.map(isolate).join("\n");
}

/** Places on a circle for nodes that came without one. */
export function withPlaces(nodes) {
  const radius = 60 + nodes.length * 14;
  return nodes.map((node, i) => {
    if (Number.isFinite(node.x) && Number.isFinite(node.y)) return node;
    const angle = (2 * Math.PI * i) / nodes.length - Math.PI / 2;
    return { ...node, x: radius * Math.cos(angle) * 1.4, y: radius * Math.sin(angle) };
  });
}

/**
 * The size in the drawing that a name needs to be read at this scale.
 * @param {number} scale @returns {number}
 */
export const nameSize = (scale) => Math.max(NAME, LEAST_NAME / scale);

/**
 * @typedef {"below" | "above" | "after" | "before" | "below-after" | "below-before" | "above-after" | "above-before"} Side
 *   of its node on which a name stands; after is to the right; of two, it begins or ends at the node
 */
/** @typedef {{u0: number, u1: number, y0: number, y1: number}} Box */

const MOST_STRETCH = 2.5;
const GAP = 4;
const LINE = 1.25;
const VERTICAL = ["below", "above"];
const OTHERS = ["after", "before", "below-after", "below-before", "above-after", "above-before"];

/**
 * Where a name stands.
 * @param {{x: number, y: number, size: number, lines: string[]}} node @param {Side} side
 * @param {number} letters their size in the drawing @param {number} width of the longest line
 * @returns {Box}
 */
export function nameBox({ x, y, size, lines }, side, letters, width) {
  const height = letters * LINE * lines.length;
  const [place, slid] = side.split("-");
  const aside = { after: 1, before: -1 };
  const middle = x + (aside[place] ?? 0) * (size + GAP + width / 2) + (aside[slid] ?? 0) * Math.max(0, width / 2 - size);
  const top = { below: y + size + GAP, above: y - size - GAP - height }[place] ?? y - height / 2;
  return { u0: middle - width / 2, u1: middle + width / 2, y0: top, y1: top + height };
}

/**
 * Which names are shown, and on which side: those of earlier nodes before those that would cover them.
 * A name covers no other and nobody's node; where there is no such side it waits, unless it is wanted.
 * @param {{id: string, x: number, y: number, size: number, lines: string[], side?: Side}[]} nodes the most told of first
 * @param {number} letters their size in the drawing @param {(line: string) => number} measure at 1 px a letter height
 * @param {(id: string) => boolean} [wanted] whose name may rather cover a node than wait
 * @returns {Map<string, Side>} by id
 */
export function namesShown(nodes, letters, measure, wanted = () => false) {
  const kept = new Map();
  const names = [];
  for (const node of nodes) {
    const width = Math.max(...node.lines.map(measure)) * letters;
    const own = node.side ?? "below";
    const sides = [own, ...VERTICAL.filter((side) => side !== own), ...OTHERS];
    const boxOn = (side) => nameBox(node, side, letters, width);
    const free = (side) => !names.some((box) => meet(box, boxOn(side)));
    const clear = (side) => !nodes.some((other) => other !== node && meet(discBox(other), boxOn(side)));
    const side = sides.find((s) => free(s) && clear(s)) ?? (wanted(node.id) ? sides.find(free) : undefined);
    if (side === undefined) continue;
    names.push(boxOn(side));
    kept.set(node.id, side);
  }
  return kept;
}

const meet = (a, b) => a.u0 < b.u1 && b.u0 < a.u1 && a.y0 < b.y1 && b.y0 < a.y1;

const ROUNDS = 60;
const APART = 6;
/** A wide name gives way up or down rather than to the side: that takes less room. */
const SIDEWAYS = 1.5;

/**
 * The same nodes, moved apart so that each has room for its name under it; the fixed ones stay.
 * @param {{id: string, x: number, y: number, size: number, lines: string[]}[]} nodes
 * @param {number} letters their size in the drawing @param {(line: string) => number} measure at 1 px a letter height
 * @param {Set<string>} fixed
 */
export function spread(nodes, letters, measure, fixed = new Set()) {
  const bodies = nodes.map((node) => {
    const name = nameBox({ ...node, x: 0, y: 0 }, "below", letters, Math.max(...node.lines.map(measure)) * letters);
    const [up, down] = [node.size + APART, name.y1 + APART];
    return { x: node.x, y: node.y + (down - up) / 2, lift: (down - up) / 2, w: Math.max(node.size, name.u1) + APART, h: (up + down) / 2, weight: fixed.has(node.id) ? 0 : 1 };
  });
  const push = (a, b) => {
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    const [ox, oy] = [a.w + b.w - Math.abs(dx), a.h + b.h - Math.abs(dy)];
    const share = a.weight + b.weight;
    if (ox <= 0 || oy <= 0 || !share) return false;
    const [axis, by] = ox * SIDEWAYS < oy ? ["x", (dx < 0 ? -1 : 1) * ox] : ["y", (dy < 0 ? -1 : 1) * oy];
    a[axis] -= (by * a.weight) / share;
    b[axis] += (by * b.weight) / share;
    return true;
  };
  for (let round = 0, moved = true; moved && round < ROUNDS; round += 1) {
    moved = false;
    bodies.forEach((a, i) => bodies.slice(i + 1).forEach((b) => { moved = push(a, b) || moved; }));
  }
  return nodes.map((node, i) => ({ ...node, x: bodies[i].x, y: bodies[i].y - bodies[i].lift }));
}

/**
 * How much wider and higher a drawing is made to fill a window of another shape.
 * @param {{x: number, y: number}} by how much it is now @param {{x: number, y: number}} room the scales that its width and its height allow
 */
export function stretched(by, room) {
  const most = (value) => Math.min(MOST_STRETCH, Math.max(1, value));
  return room.y > room.x ? { x: by.x, y: most((by.y * room.y) / room.x) } : { x: most((by.x * room.x) / room.y), y: by.y };
}

/** The square around a node. @returns {Box} */
export const discBox = ({ x, y, size }) => ({ u0: x - size, u1: x + size, y0: y - size, y1: y + size });
