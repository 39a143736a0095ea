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
 * Which names are shown: those of earlier nodes before those that would cover them.
 * @param {{id: string, x: number, y: number, size: number, lines: string[], above?: boolean}[]} nodes the most told of first
 * @param {number} size of letters in the drawing @param {(line: string) => number} measure at 1 px a letter height
 * @returns {Map<string, boolean>} whose names stay, by id: whether they stand above; the other side is tried too
 */
export function namesShown(nodes, size, measure) {
  const kept = new Map();
  const boxes = [];
  for (const { id, x, y, size: radius, lines, above } of nodes) {
    const half = (Math.max(...lines.map(measure)) * size) / 2;
    const height = size * 1.25 * lines.length + 4;
    const boxOn = (over) => ({ x0: x - half, x1: x + half, y0: over ? y - radius - height : y + radius, y1: over ? y - radius : y + radius + height });
    const free = (box) => !boxes.some((b) => box.x0 < b.x1 && b.x0 < box.x1 && box.y0 < b.y1 && b.y0 < box.y1);
    const side = [Boolean(above), !above].find((over) => free(boxOn(over)));
    if (side === undefined) continue;
    boxes.push(boxOn(side));
    kept.set(id, side);
  }
  return kept;
}
