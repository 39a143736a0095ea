/**
 * The network on the page: vis-network moves and finds the nodes, the shapes are ours.
 * In: a box, the answer of /api/network, what to do when something is chosen. Out: `NetworkView`.
 * One real button lies over the node that is walked to by keyboard.
 */

import { buildScene, edgeAt, nextTowards, withRoom } from "./netscene.js";
import { readTokens } from "./pen.js";
import { stretched, withPlaces } from "./places.js";
import { figure, worded } from "./said.js";
import { lightTokens, paintShapes, shapesToSvg, svgToPng } from "./shapes.js";
import { watchTheme } from "./theme.js";
import { DataSet, Network } from "../vendor/vis-network-10.1.5.min.mjs";

const ZOOM_STEP = 1.4;
const REACH = 9;
const LEAST_GRIP = 13;
const MARGIN = 16;
const LARGEST = 1.5;
const ROUNDS = 6;
const NOTHING = "rgba(0,0,0,0)";
const PLAIN = { background: NOTHING, border: NOTHING };

const visNode = ({ id, x, y, size }) => ({ id, x, y, size, shape: "dot", borderWidth: 0, chosen: false, color: { ...PLAIN, hover: PLAIN, highlight: PLAIN } });
const visEdge = ({ from, to }, id) => ({ id, from, to, hidden: true });

const OPTIONS = {
  physics: false,
  interaction: { hover: true, dragNodes: true, keyboard: false, selectConnectedEdges: false, multiselect: false, zoomSpeed: 0.7 },
  layout: { improvedLayout: false },
};

/** Places are wider than high; on a phone they are turned, to be higher than wide. */
const HIGH = { across: 0.85, along: 1.1 };
const turn = ({ x, y }, turned) => (turned ? { x: y * HIGH.across, y: x * HIGH.along } : { x, y });
const back = ({ x, y }, turned) => (turned ? { x: y / HIGH.along, y: x / HIGH.across } : { x, y });
/** A node where the reader moved it; places: {id: [x, y]}. */
const moved = (node, places) => (places[node.id] ? { ...node, x: places[node.id][0], y: places[node.id][1] } : node);

export class NetworkView {
  /**
   * @param {HTMLElement} box
   * @param {{nodes: object[], edges: object[], focus: string | null, selected: string[][]}} answer
   * @param {{words: Record<string, string>, dir: "ltr" | "rtl", places?: Record<string, [number, number]>,
   *   onActor?: (node: object) => void, onEdge?: (edge: object | null) => void, onMoved?: (id: string, place: [number, number]) => void}} given
   */
  constructor(box, answer, given) {
    this.box = box;
    this.given = given;
    this.answer = answer;
    this.tokens = readTokens(document.documentElement);
    this.ruler = document.createElement("canvas").getContext("2d");
    this.turned = box.clientHeight > box.clientWidth * 1.1;
    // Where everybody stands by the answer or, once moved, by the reader; then where there is room for names.
    this.places = withPlaces(answer.nodes).map((node) => moved(node, given.places ?? {}));
    this.fixed = new Set(Object.keys(given.places ?? {}));
    this.stretch = { x: 1, y: 1 };
    this.nodes = this.#placed(1);
    const chosen = new Set(answer.selected.map((tie) => tie.join("\u001f")));
    const selected = new Set(answer.edges.filter((e) => chosen.has([e.from, e.to, e.kind].join("\u001f"))));
    this.looked = { node: null, edge: null, selected, focus: answer.focus };
    this.items = new DataSet(this.nodes.map(visNode));
    this.network = new Network(box, { nodes: this.items, edges: new DataSet(answer.edges.map(visEdge)) }, OPTIONS);
    // The library lets the keyboard stop at its canvas; the button is what walks.
    for (const stop of box.querySelectorAll("[tabindex]")) stop.removeAttribute("tabindex");
    this.scene = null;
    this.asIs = true;
    this.#listen();
    this.fit();
    watchTheme(() => requestAnimationFrame(() => {
      this.tokens = readTokens(document.documentElement);
      this.redraw();
    }));
  }

  #listen() {
    const { network } = this;
    network.on("afterDrawing", (ctx) => this.#paint(ctx));
    network.on("hoverNode", ({ node }) => this.look({ node, edge: null }));
    network.on("blurNode", () => this.look({ node: null }));
    network.on("zoom", () => {
      this.asIs = false;
      this.#grip();
    });
    network.on("dragging", ({ nodes: [id] }) => {
      if (id === undefined) this.asIs = false;
      else this.#follow(id);
    });
    network.on("dragEnd", ({ nodes: [id] }) => {
      if (id === undefined) return;
      this.#follow(id);
      this.#keep(id);
      network.unselectAll();
    });
    network.on("click", ({ nodes: [id], pointer }) => this.#click(id, pointer.canvas));
    this.box.addEventListener("pointermove", (event) => this.#hover(event));
    this.box.addEventListener("pointerleave", () => this.look({ node: null, edge: this.opened ?? null }));
    network.on("resize", () => requestAnimationFrame(() => (this.asIs ? this.fit() : this.redraw())));
  }

  /** Nodes are never harder to hit than 24 pixels are, at any scale. */
  #grip() {
    this.scene = null;
    cancelAnimationFrame(this.waiting);
    this.waiting = requestAnimationFrame(() => {
      const least = LEAST_GRIP / this.network.getScale();
      this.items.update(this.nodes.map(({ id, size }) => ({ id, size: Math.max(size, least) })));
    });
  }

  #follow(id) {
    const place = this.network.getPosition(id);
    this.nodes = this.nodes.map((node) => (node.id === id ? { ...node, ...place } : node));
    this.scene = null;
  }

  /** Who was put somewhere stays there. */
  #keep(id) {
    const { x, y } = this.find(id);
    const { x: wide, y: high } = this.stretch;
    const place = back({ x: x / wide, y: y / high }, this.turned);
    this.places = this.places.map((node) => (node.id === id ? { ...node, ...place } : node));
    this.fixed.add(id);
    this.given.onMoved?.(id, [Math.round(place.x), Math.round(place.y)]);
  }

  /** The nodes in the shape of the window, with room for their names at a scale. */
  #placed(scale) {
    const turned = this.places.map((node) => ({ ...node, ...turn(node, this.turned) }));
    const { x: wide, y: high } = this.stretch;
    const nodes = turned.map((node) => ({ ...node, x: node.x * wide, y: node.y * high }));
    return withRoom(nodes, { scale, measure: (text, size) => this.measure(text, size), fixed: this.fixed });
  }

  #click(id, { x, y }) {
    this.network.unselectAll();
    if (id !== undefined) {
      this.given.onActor?.(this.find(id));
      return;
    }
    this.open(this.scene ? edgeAt(this.scene.curves, [x, y], REACH / this.network.getScale()) : null);
  }

  #hover(event) {
    if (event.pointerType === "touch" || event.buttons || !this.scene) return;
    const rect = this.box.getBoundingClientRect();
    const dom = { x: event.clientX - rect.left, y: event.clientY - rect.top };
    const node = this.network.getNodeAt(dom);
    const { x, y } = this.network.DOMtoCanvas(dom);
    const edge = node === undefined ? edgeAt(this.scene.curves, [x, y], REACH / this.network.getScale()) : null;
    this.box.classList.toggle("network__drawing--over", node !== undefined || Boolean(edge));
    if (node === undefined && edge !== this.looked.edge) this.look({ node: null, edge: edge ?? this.opened ?? null });
  }

  /** Open a tie, or none: it stays looked at. */
  open(edge) {
    this.opened = edge;
    this.look({ node: null, edge });
    this.given.onEdge?.(edge);
  }

  find(id) {
    return this.nodes.find((node) => node.id === id);
  }

  /** The ties of somebody, the most frequent first. */
  tiesOf(id) {
    return this.answer.edges.filter((edge) => edge.from === id || edge.to === id).sort((a, b) => b.count - a.count);
  }

  /** @param {Partial<import("./netscene.js").Looked>} what */
  look(what) {
    const next = { ...this.looked, ...what };
    if (next.node === this.looked.node && next.edge === this.looked.edge && next.selected === this.looked.selected) return;
    this.looked = next;
    this.redraw();
  }

  redraw() {
    this.scene = null;
    this.network.redraw();
  }

  measure(text, size) {
    this.ruler.font = `${size}px ${this.tokens.font}`;
    return this.ruler.measureText(text).width;
  }

  #build(scale, tokens = this.tokens, looked = this.looked) {
    return buildScene({
      nodes: this.nodes, edges: this.answer.edges, looked, tokens, scale, words: this.given.words, dir: this.given.dir,
      measure: (text, size) => this.measure(text, size),
    });
  }

  #paint(ctx) {
    this.scene ??= this.#build(this.network.getScale());
    paintShapes(ctx, this.scene.shapes, this.tokens.font);
    this.#placeButton();
  }

  /** Everybody in the middle, no larger than is pleasant. */
  fit() {
    const { clientWidth: width, clientHeight: height } = this.box;
    if (!width || !height) return;
    let scale = 1;
    let box = null;
    this.stretch = { x: 1, y: 1 };
    // Names keep their size on the screen, so what they need depends on the scale: it settles in a few rounds.
    for (let round = 0; round < ROUNDS; round += 1) {
      this.nodes = this.#placed(scale);
      box = this.#build(scale).box;
      const room = { x: (width - 2 * MARGIN) / (box.x1 - box.x0), y: (height - 2 * MARGIN) / (box.y1 - box.y0) };
      scale = Math.min(LARGEST, room.x, room.y);
      if (round < ROUNDS - 1) this.stretch = stretched(this.stretch, room);
    }
    this.items.update(this.nodes.map(({ id, x, y }) => ({ id, x, y })));
    this.network.moveTo({ scale, position: { x: (box.x0 + box.x1) / 2, y: (box.y0 + box.y1) / 2 }, animation: false });
    this.asIs = true;
    this.#grip();
    this.redraw();
  }

  zoom(factor) {
    this.asIs = false;
    this.network.moveTo({ scale: this.network.getScale() * factor, animation: false });
    this.#grip();
    this.redraw();
  }

  /** The drawing as it is seen, as an SVG document in light colours. */
  drawingSvg(title) {
    const tokens = lightTokens(this.tokens);
    const { shapes, box } = this.#build(1, tokens);
    const pad = 24;
    const around = { x0: Math.floor(box.x0 - pad), y0: Math.floor(box.y0 - pad), x1: Math.ceil(box.x1 + pad), y1: Math.ceil(box.y1 + pad) };
    return shapesToSvg(shapes, around, { title, font: tokens.font, background: tokens.canvas, dir: this.given.dir, lang: document.documentElement.lang });
  }

  drawingPng(title) {
    return svgToPng(this.drawingSvg(title));
  }

  // By keyboard

  /** Let the button walk from node to node. */
  walk(button, { describe, describeTie }) {
    this.button = button;
    this.describe = { node: describe, tie: describeTie };
    this.at = this.answer.focus ?? this.nodes[0]?.id ?? null;
    button.hidden = this.at === null;
    button.addEventListener("focus", () => this.#reach(this.at));
    button.addEventListener("blur", () => this.look({ node: null, edge: this.opened ?? null }));
    button.addEventListener("click", () => (this.tie ? this.open(this.tie) : this.given.onActor?.(this.find(this.at))));
    button.addEventListener("keydown", (event) => this.#key(event));
    this.#name();
    this.#placeButton();
  }

  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    const others = {
      "+": () => this.zoom(ZOOM_STEP), "=": () => this.zoom(ZOOM_STEP), "-": () => this.zoom(1 / ZOOM_STEP), 0: () => this.fit(),
      Home: () => this.#reach(this.nodes[0].id), n: () => this.#nextTie(1), p: () => this.#nextTie(-1), Escape: () => this.#reach(this.at),
    };
    const act = ways[event.key]
      ? () => this.#reach(nextTowards(this.nodes, this.find(this.at), ways[event.key])?.id ?? this.at)
      : others[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  #reach(id) {
    [this.at, this.tie] = [id, null];
    this.opened = null;
    this.look({ node: id, edge: null });
    this.#name();
    this.#show();
    this.#placeButton();
  }

  #nextTie(step) {
    const ties = this.tiesOf(this.at);
    if (!ties.length) return;
    const next = (ties.indexOf(this.tie) + step + ties.length + (this.tie ? 0 : step < 0 ? 1 : 0)) % ties.length;
    this.tie = ties[next];
    this.look({ node: null, edge: this.tie });
    this.#name();
  }

  #name() {
    if (this.at === null) return;
    this.button.setAttribute("aria-label", this.tie ? this.describe.tie(this.tie) : this.describe.node(this.find(this.at)));
  }

  /** Move the view when who is walked to stands outside of it. */
  #show() {
    const { x, y } = this.network.canvasToDOM(this.find(this.at));
    const { clientWidth: width, clientHeight: height } = this.box;
    if (x > 24 && y > 24 && x < width - 24 && y < height - 40) return;
    this.network.moveTo({ position: this.find(this.at), animation: false });
  }

  #placeButton() {
    if (!this.button || this.at === null) return;
    const node = this.find(this.at);
    const { x, y } = this.network.canvasToDOM(node);
    const side = Math.max(24, 2 * node.size * this.network.getScale() + 8);
    Object.assign(this.button.style, { left: `${x - side / 2}px`, top: `${y - side / 2}px`, width: `${side}px`, height: `${side}px` });
  }
}

/** Make the buttons [data-zoom] inside `root` zoom the view. */
export function initZoom(root, view) {
  const actions = { in: () => view.zoom(ZOOM_STEP), out: () => view.zoom(1 / ZOOM_STEP), fit: () => view.fit() };
  for (const button of root.querySelectorAll("[data-zoom]")) button.addEventListener("click", () => actions[button.dataset.zoom]());
}

/** Paint the key's samples with the very shapes of the drawing. */
export function paintKey(root, paintSample) {
  for (const canvas of root.querySelectorAll("[data-edge]")) paintSample(canvas, canvas.dataset.edge);
}

/** A tie in words: who, what, whom, how often. */
export function tieWords(view, edge, words) {
  const [one, other] = [view.find(edge.from).label, view.find(edge.to).label];
  const times = edge.count > 1 ? `, \u2066×${figure(edge.count)}\u2069` : "";
  return worded(words.tie ?? "{one} {tie} {other}", { one, tie: words[edge.kind], other }) + times;
}
