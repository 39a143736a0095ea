/**
 * The network page: actors where the server placed them, ties by kind. The table says the same.
 * In: the embedded answer of /api/network. Out: a drawing by the vendored vis-network.
 */

import { drawEdgeSample, edgeLook } from "./edges.js";
import { readTokens, sizeCanvas } from "./pen.js";
import { curvesOf, inLines, NAME, nameSize, namesShown, withPlaces } from "./places.js";
import { watchTheme } from "./theme.js";
import { DataSet, Network } from "../vendor/vis-network-10.1.5.min.mjs";

const FADED = 0.25;
const ZOOM_STEP = 1.4;

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
    font: { color: tokens.ink, size: NAME, face: tokens.font, strokeWidth: 5, strokeColor: tokens.canvas, vadjust: 0 },
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

/** A colour at a quarter of its strength; one of the reader's own stays as it is. */
const faint = (colour) => (/^#[0-9A-F]{6}$/i.test(colour) ? `${colour}40` : colour);

function fadeAround(parts, id) {
  const { network, nodes, edges, tokens, names } = parts;
  const near = id === null ? null : new Set([id, ...network.getConnectedNodes(id)]);
  const ties = id === null ? null : new Set(network.getConnectedEdges(id));
  nodes.update(nodes.get().map((node) => {
    const far = near !== null && !near.has(node.id);
    const named = parts.shown?.has(node.id) ?? true;
    return { id: node.id, label: named || node.id === id ? inLines(names.get(node.id)) : " ", opacity: far ? FADED : 1, font: { ...node.font, color: far ? faint(tokens.ink) : tokens.ink } };
  }));
  edges.update(edges.get().map((edge) => ({
    id: edge.id,
    color: { ...edge.color, opacity: ties && !ties.has(edge.id) ? FADED : 1 },
    font: { ...edge.font, color: ties && !ties.has(edge.id) ? faint(tokens["ink-2"]) : tokens["ink-2"] },
  })));
}

/** Keep names readable at the scale of now; those that would cover others wait for the pointer. */
function readable(parts, placed) {
  const ruler = document.createElement("canvas").getContext("2d");
  return () => {
    const size = nameSize(parts.network.getScale());
    ruler.font = `100px ${parts.tokens.font}`;
    const nodes = placed.map((node) => {
      const { size: radius, x, y } = parts.nodes.get(node.id);
      const at = parts.network.getPosition(node.id) ?? { x, y };
      return { id: node.id, ...at, size: radius, lines: inLines(node.label).split("\n") };
    });
    parts.shown = namesShown(nodes, size, (line) => ruler.measureText(line).width / 100);
    parts.nameSize = size;
    parts.nodes.update(placed.map((node) => ({
      id: node.id,
      label: parts.shown.has(node.id) ? inLines(node.label) : " ",
      font: { ...parts.nodes.get(node.id).font, size },
    })));
  };
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
  const names = new Map(placed.map((node) => [node.id, node.label]));
  const parts = { network: null, nodes, edges, tokens: null, names, shown: null };
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
  const sized = readable(parts, placed);
  let waiting = 0;
  const resize = () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(sized);
  };
  network.on("zoom", resize);
  network.once("afterDrawing", resize);
  network.on("hoverNode", ({ node }) => fadeAround(parts, node));
  network.on("blurNode", () => fadeAround(parts, null));
  const pages = new Map(answer.nodes.map((node) => [node.id, node.href]));
  network.on("doubleClick", ({ nodes: [id] }) => pages.get(id) && location.assign(pages.get(id)));
  const scaled = (factor) => {
    network.moveTo({ scale: network.getScale() * factor });
    resize();
  };
  const actions = { in: () => scaled(ZOOM_STEP), out: () => scaled(1 / ZOOM_STEP), fit: () => { fit(); resize(); } };
  for (const button of document.querySelectorAll("[data-zoom]")) button.addEventListener("click", actions[button.dataset.zoom]);
  document.querySelector("[data-tools]").hidden = false;
  watchTheme(() => requestAnimationFrame(fill));
}

main();
