/**
 * The network page: actors where the server placed them, ties by kind. The table says the same.
 * In: the embedded answer of /api/network. Out: a drawing by the vendored vis-network.
 */

import { drawEdgeSample, edgeLook } from "./edges.js";
import { graphemes, isolate } from "./labels.js";
import { readTokens, sizeCanvas } from "./pen.js";
import { watchTheme } from "./theme.js";
import { DataSet, Network } from "../vendor/vis-network-10.1.5.min.mjs";

const FADED = 0.25;
const LINE_LETTERS = 18;
const ZOOM_STEP = 1.4;

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

function visNode(node, tokens) {
  const size = node.kind === "state" ? 15 : 10;
  return {
    id: node.id,
    label: inLines(node.label),
    x: node.x,
    y: node.y,
    shape: "dot",
    size: Number.isFinite(node.size) ? Math.max(8, Math.min(22, node.size)) : size,
    borderWidth: 2,
    shapeProperties: { borderDashes: node.unnamed ? [3, 3] : false },
    color: { background: tokens.canvas, border: tokens.control, highlight: { background: tokens.canvas, border: tokens.link }, hover: { background: tokens.canvas, border: tokens.ink } },
    font: { color: tokens.ink, size: 14, face: tokens.font, strokeWidth: 5, strokeColor: tokens.canvas, vadjust: 0 },
    opacity: 1,
  };
}

function visEdge(edge, id, tokens, curve) {
  const look = edgeLook(edge.kind, tokens);
  return {
    id,
    from: edge.from,
    to: edge.to,
    width: look.width,
    dashes: look.dashes,
    color: { color: look.color, highlight: look.color, hover: look.color, opacity: 1 },
    arrows: look.arrow ? { to: { enabled: true, type: look.arrow, scaleFactor: look.arrow === "bar" ? 0.8 : 0.6 } } : undefined,
    label: edge.count > 1 ? `\u2066×${edge.count}\u2069` : undefined,
    font: { color: tokens["ink-2"], size: 12, face: tokens.font, strokeWidth: 4, strokeColor: tokens.canvas, align: "horizontal" },
    smooth: curve ? { enabled: true, type: curve > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(curve) } : false,
    hoverWidth: 0,
    selectionWidth: 0.5,
  };
}

/** Edges between the same two lie side by side, on the same side whichever way they point. */
export function curvesOf(edges) {
  const between = new Map();
  return edges.map((edge) => {
    const pair = [edge.from, edge.to].sort().join("\u001f");
    const nth = between.get(pair) ?? 0;
    between.set(pair, nth + 1);
    if (!nth) return 0;
    const size = 0.14 * Math.ceil(nth / 2);
    const side = nth % 2 ? 1 : -1;
    return edge.from < edge.to ? side * size : -side * size;
  });
}

/** A colour at a quarter of its strength; one of the reader's own stays as it is. */
const faint = (colour) => (/^#[0-9A-F]{6}$/i.test(colour) ? `${colour}40` : colour);

function fadeAround({ network, nodes, edges, tokens }, id) {
  const near = id === null ? null : new Set([id, ...network.getConnectedNodes(id)]);
  const ties = id === null ? null : new Set(network.getConnectedEdges(id));
  nodes.update(nodes.get().map((node) => {
    const far = near !== null && !near.has(node.id);
    return { id: node.id, opacity: far ? FADED : 1, font: { ...node.font, color: far ? faint(tokens.ink) : tokens.ink } };
  }));
  edges.update(edges.get().map((edge) => ({
    id: edge.id,
    color: { ...edge.color, opacity: ties && !ties.has(edge.id) ? FADED : 1 },
    font: { ...edge.font, color: ties && !ties.has(edge.id) ? faint(tokens["ink-2"]) : tokens["ink-2"] },
  })));
}

function options() {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  return {
    physics: false,
    interaction: { hover: true, dragNodes: true, keyboard: { enabled: true, bindToWindow: false, autoFocus: false }, zoomSpeed: still ? 0.6 : 0.8 },
    nodes: { chosen: true },
    edges: { chosen: false },
    layout: { improvedLayout: false },
  };
}

function paintSamples(tokens) {
  for (const canvas of document.querySelectorAll("[data-edge]")) {
    drawEdgeSample(sizeCanvas(canvas, 44, 16), canvas.dataset.edge, tokens, 44, 16);
  }
}

function main() {
  const box = document.querySelector("[data-network]");
  if (!box) return;
  const answer = JSON.parse(document.querySelector("[data-answer]").textContent);
  const placed = withPlaces(answer.nodes);
  const curves = curvesOf(answer.edges);
  const nodes = new DataSet();
  const edges = new DataSet();
  const parts = { network: null, nodes, edges, tokens: null };
  const fill = () => {
    const tokens = readTokens(document.documentElement);
    parts.tokens = tokens;
    nodes.update(placed.map((node) => visNode(node, tokens)));
    edges.update(answer.edges.map((edge, i) => visEdge(edge, i, tokens, curves[i])));
    paintSamples({ ...tokens, canvas: tokens.surface });
  };
  fill();
  const network = new Network(box, { nodes, edges }, options());
  const fit = () => network.fit({ animation: false, maxZoomLevel: 1.4 });
  network.once("afterDrawing", fit);
  parts.network = network;
  network.on("hoverNode", ({ node }) => fadeAround(parts, node));
  network.on("blurNode", () => fadeAround(parts, null));
  const pages = new Map(answer.nodes.map((node) => [node.id, node.href]));
  network.on("doubleClick", ({ nodes: [id] }) => pages.get(id) && location.assign(pages.get(id)));
  const scaled = (factor) => network.moveTo({ scale: network.getScale() * factor });
  const actions = { in: () => scaled(ZOOM_STEP), out: () => scaled(1 / ZOOM_STEP), fit };
  for (const button of document.querySelectorAll("[data-zoom]")) button.addEventListener("click", actions[button.dataset.zoom]);
  document.querySelector("[data-tools]").hidden = false;
  watchTheme(() => requestAnimationFrame(fill));
}

if (typeof document !== "undefined") main();
