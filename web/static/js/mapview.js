/**
 * The drawing of a map: shapes of countries (Natural Earth), places on them; it pans and zooms.
 * In: a stage, the places of /api/places, shapes, what to do with a chosen place. Out: `MapView`.
 * Not mirrored in any language. One real button lies over the place that is walked to by keyboard.
 */

import { fitView, middleLongitude, placeNames, radiusOf, sortPlaces, WORLD, zoomed } from "./mapplan.js";
import { nextTowards } from "./netscene.js";
import { readTokens } from "./pen.js";
import { figure } from "./said.js";
import { lightTokens, svgToPng } from "./shapes.js";
import { geoArea, geoGraticule10, geoNaturalEarth1, geoPath } from "../vendor/d3-geo-3.1.2.min.mjs";
import { feature } from "../vendor/topojson-client-3.1.0.min.mjs";

const SVG = "http://www.w3.org/2000/svg";
const ATLAS = (scale) => new URL(`../vendor/world-atlas-2.0.2.countries-${scale}.json`, import.meta.url);
const FINE_FROM = 2.5; // zoomed in further, the finer shapes are drawn
export const ZOOM_STEP = 1.5;
const SMALL = 16; // an area smaller than this on the screen gets a frame
const CLICK = 4;

/** An SVG element; colours stand as var(--token), so that the theme needs no redrawing. */
function svg(tag, attributes = {}, children = []) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== null && value !== undefined) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

export async function readShapes(scale) {
  const answer = await fetch(ATLAS(scale));
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  const topology = await answer.json();
  return feature(topology, topology.objects.countries).features;
}

/** The largest part of a country, where its name stands. */
function mainPart(shape) {
  if (shape.geometry.type !== "MultiPolygon") return shape;
  const parts = shape.geometry.coordinates.map((coordinates) => ({ type: "Polygon", coordinates }));
  return parts.reduce((best, part) => (geoArea(part) > geoArea(best) ? part : best));
}

export class MapView {
  constructor(stage, places, shapes, given) {
    Object.assign(this, { stage, given });
    this.sorted = sortPlaces(places, shapes);
    const { spots, areas } = this.sorted;
    const plain = geoPath();
    const middles = areas.map(({ shape }) => plain.centroid(mainPart(shape)));
    const longitudes = [...spots.map((p) => p.longitude), ...(spots.length ? [] : middles.map(([longitude]) => longitude))];
    this.projection = geoNaturalEarth1().rotate([-middleLongitude(longitudes), 0]).fitWidth(WORLD, { type: "Sphere" });
    this.path = geoPath(this.projection).digits(2);
    this.most = Math.max(1, ...places.map((place) => place.events));
    this.things = this.#things();
    this.ruler = document.createElement("canvas").getContext("2d");
    this.#build(shapes);
    this.fit();
    this.#fine();
  }

  #things() {
    const spots = this.sorted.spots.map((place) => ({ id: place.iri, place, area: false, at: this.projection([place.longitude, place.latitude]), r: radiusOf(place.events, this.most, this.sorted.spots.length) }));
    const areas = this.sorted.areas.map(({ place, shape }) => ({ id: place.iri, place, area: true, shape, at: this.path.centroid(mainPart(shape)), box: this.path.bounds(mainPart(shape)), r: 0 }));
    return [...spots, ...areas].sort((a, b) => b.place.events - a.place.events);
  }

  #build(shapes) {
    this.hatch = svg("pattern", { id: "map-hatch", width: 6, height: 6, patternUnits: "userSpaceOnUse" }, [
      svg("rect", { width: 6, height: 6, fill: "var(--canvas)" }),
      svg("path", { d: "M0 0V6", stroke: "var(--place)", "stroke-width": 1.7 }),
    ]);
    this.even = svg("pattern", { id: "map-hatch-small", width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" }, [svg("path", { d: "M0 0V6", stroke: "var(--place)", "stroke-width": 1.7 })]);
    this.land = svg("g", { fill: "var(--sunken)", stroke: "var(--control)", "stroke-width": 0.75, "stroke-linejoin": "round" });
    const lines = svg("path", { d: this.path(geoGraticule10()), fill: "none", stroke: "var(--rule)", "stroke-width": 0.5, "vector-effect": "non-scaling-stroke" });
    this.world = svg("g", {}, [lines, this.land]);
    this.marks = svg("g");
    this.names = svg("g", { "font-size": 13, "text-anchor": "middle", "dominant-baseline": "central", fill: "var(--ink)", stroke: "var(--canvas)", "stroke-width": 5, "stroke-linejoin": "round", "paint-order": "stroke" });
    this.root = svg("svg", { xmlns: SVG, class: "map__drawing", "aria-hidden": "true" }, [svg("defs", {}, [this.hatch, this.even]), this.world, this.marks, this.names]);
    this.stage.prepend(this.root);
    this.#shapes(shapes);
  }

  #shapes(shapes) {
    const told = new Map(this.sorted.areas.map(({ place, shape }) => [shape.id ?? shape.properties.name, place]));
    this.lands = shapes.map((shape) => {
      const place = told.get(shape.id ?? shape.properties.name) ?? null;
      const element = svg("path", { d: this.path(shape), "vector-effect": "non-scaling-stroke", ...(place ? { fill: "url(#map-hatch)", stroke: "var(--place)", "stroke-width": 1.5, "data-place": place.iri } : {}) });
      return { element, bounds: this.path.bounds(shape), place };
    });
    // Areas that are told of come last: their rim lies over their neighbours'.
    this.land.replaceChildren(...[...this.lands].sort((a, b) => (a.place ? 1 : 0) - (b.place ? 1 : 0)).map((land) => land.element));
  }

  async #fine() {
    if (this.view.k < FINE_FROM || this.finer) return;
    this.finer = true;
    const shapes = await readShapes("50m").catch(() => null);
    if (!shapes) return;
    this.#shapes(shapes);
    this.draw();
  }

  get size() {
    return { width: this.stage.clientWidth || 1, height: this.stage.clientHeight || 1 };
  }

  fit() {
    const spots = this.things.filter((thing) => !thing.area).map((thing) => thing.at);
    this.view = fitView(spots, this.things.filter((thing) => thing.area).map((thing) => thing.box), this.size);
    this.asIs = true;
    this.draw();
  }

  move(view) {
    this.view = view;
    this.asIs = false;
    cancelAnimationFrame(this.waiting);
    this.waiting = requestAnimationFrame(() => this.draw());
  }

  zoom(factor, point = [this.size.width / 2, this.size.height / 2]) {
    this.move(zoomed(this.view, factor, point, Math.min(0.3, (this.size.width / WORLD) * 0.8)));
    this.#fine();
  }

  onScreen([x, y]) {
    return [x * this.view.k + this.view.x, y * this.view.k + this.view.y];
  }

  draw() {
    const { view: { k, x, y }, size: { width, height } } = this;
    this.root.setAttribute("viewBox", `0 0 ${width} ${height}`);
    this.world.setAttribute("transform", `translate(${x.toFixed(2)} ${y.toFixed(2)}) scale(${k.toFixed(4)})`);
    this.hatch.setAttribute("patternTransform", `scale(${(1 / k).toFixed(5)}) rotate(45)`);
    for (const { element, bounds: [[x0, y0], [x1, y1]] } of this.lands) {
      const hidden = x1 * k + x < 0 || x0 * k + x > width || y1 * k + y < 0 || y0 * k + y > height;
      if (hidden) element.setAttribute("display", "none");
      else element.removeAttribute("display");
    }
    const placed = this.things.map((thing) => {
      const [px, py] = this.onScreen(thing.at);
      return { ...thing, x: px, y: py };
    });
    this.placed = placed;
    this.marks.replaceChildren(...placed.toReversed().flatMap((thing) => this.#mark(thing)).filter(Boolean));
    this.#drawNames(placed);
    this.#placeButton();
  }

  #mark(thing) {
    const chosen = thing.id === this.chosen;
    if (thing.area) {
      const [w, h] = [0, 1].map((i) => (thing.box[1][i] - thing.box[0][i]) * this.view.k);
      if (Math.max(w, h) >= SMALL) return null;
      return svg("rect", { x: thing.x - SMALL / 2, y: thing.y - SMALL / 2, width: SMALL, height: SMALL, fill: "url(#map-hatch-small)", stroke: "var(--place)", "stroke-width": 1.5, "stroke-dasharray": "3 2", "data-place": thing.id });
    }
    return svg("circle", { cx: thing.x.toFixed(1), cy: thing.y.toFixed(1), r: thing.r.toFixed(1), fill: "var(--place)", "fill-opacity": 0.85, stroke: chosen ? "var(--link)" : "var(--canvas)", "stroke-width": chosen ? 3 : 1.5, "data-place": thing.id });
  }

  #drawNames(placed) {
    const { width, height } = this.size;
    const near = placed.filter(({ x, y }) => x > -40 && y > -40 && x < width + 40 && y < height + 40);
    const named = near.map((thing) => ({ ...thing, text: nameOf(thing.place) }));
    this.ruler.font = `13px ${getComputedStyle(this.stage).fontFamily}`;
    const spots = placeNames(named, (text) => this.ruler.measureText(text).width, this.size);
    this.names.replaceChildren(...named.flatMap(({ id, text, area }) => {
      const at = spots.get(id);
      if (!at) return [];
      return [svg("text", { x: at.x.toFixed(1), y: at.y.toFixed(1), "font-weight": area || id === this.chosen ? 600 : 400, direction: document.documentElement.dir }, [text])];
    }));
  }

  /** The place at a point of the stage: the smallest disc there, else the area. */
  placeAt(px, py, target) {
    const discs = this.placed.filter((thing) => !thing.area && Math.hypot(thing.x - px, thing.y - py) <= Math.max(12, thing.r));
    const best = discs.sort((a, b) => Math.hypot(a.x - px, a.y - py) - Math.hypot(b.x - px, b.y - py))[0];
    if (best) return best;
    const iri = target?.closest?.("[data-place]")?.dataset.place;
    return this.placed.find((thing) => thing.id === iri) ?? null;
  }

  choose(thing) {
    this.chosen = thing?.id ?? null;
    this.draw();
    if (thing) this.given.onPlace(thing.place);
  }

  drawingSvg(title) {
    const { width, height } = this.size;
    const tokens = lightTokens(readTokens(document.documentElement));
    const copy = this.root.cloneNode(true);
    copy.removeAttribute("class");
    copy.removeAttribute("aria-hidden");
    for (const [name, value] of Object.entries({ width, height, role: "img", "font-family": tokens.font, "xml:lang": document.documentElement.lang })) copy.setAttribute(name, value);
    for (const hidden of copy.querySelectorAll("[display]")) hidden.remove();
    const heading = svg("title");
    heading.textContent = title;
    copy.prepend(heading, svg("rect", { width, height, fill: "var(--canvas)" }));
    for (const element of copy.querySelectorAll("*")) {
      delete element.dataset.place;
      for (const name of ["fill", "stroke"]) {
        const token = /^var\(--(.+)\)$/.exec(element.getAttribute(name) ?? "")?.[1];
        if (token) element.setAttribute(name, tokens[token]);
      }
    }
    return new XMLSerializer().serializeToString(copy);
  }

  drawingPng(title) {
    return svgToPng(this.drawingSvg(title));
  }

  // By pointer

  listen() {
    const pointers = new Map();
    const at = (event) => {
      const rect = this.stage.getBoundingClientRect();
      return [event.clientX - rect.left, event.clientY - rect.top];
    };
    let start = null;
    this.root.addEventListener("pointerdown", (event) => {
      this.root.setPointerCapture(event.pointerId);
      pointers.set(event.pointerId, at(event));
      start = pointers.size === 1 ? { point: at(event), target: event.target, moved: false } : null;
    });
    this.root.addEventListener("pointermove", (event) => {
      const before = pointers.get(event.pointerId);
      if (!before) {
        this.root.classList.toggle("map__drawing--over", Boolean(this.placeAt(...at(event), event.target)));
        return;
      }
      this.#drag(pointers, event.pointerId, before, at(event));
      if (start && Math.hypot(at(event)[0] - start.point[0], at(event)[1] - start.point[1]) > CLICK) start.moved = true;
    });
    const end = (event) => {
      pointers.delete(event.pointerId);
      if (event.type === "pointerup" && start && !start.moved) this.choose(this.placeAt(...start.point, start.target));
      start = null;
    };
    this.root.addEventListener("pointerup", end);
    this.root.addEventListener("pointercancel", end);
    this.stage.addEventListener("wheel", (event) => {
      event.preventDefault();
      this.zoom(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0018)), at(event));
    }, { passive: false });
    new ResizeObserver(() => (this.asIs ? this.fit() : this.draw())).observe(this.stage);
  }

  #drag(pointers, id, before, now) {
    const other = [...pointers].find(([key]) => key !== id)?.[1];
    pointers.set(id, now);
    if (!other) {
      this.move({ ...this.view, x: this.view.x + now[0] - before[0], y: this.view.y + now[1] - before[1] });
      return;
    }
    const apart = (point) => Math.hypot(point[0] - other[0], point[1] - other[1]) || 1;
    this.zoom(apart(now) / apart(before), [(now[0] + other[0]) / 2, (now[1] + other[1]) / 2]);
  }

  // By keyboard

  walk(button, describe) {
    Object.assign(this, { button, describe });
    this.at = this.things[0]?.id ?? null;
    button.hidden = this.at === null;
    button.addEventListener("click", () => this.choose(this.#here()));
    button.addEventListener("focus", () => this.#reach(this.#here()));
    button.addEventListener("keydown", (event) => this.#key(event));
    this.#reach(this.#here(), false);
  }

  #here() {
    return this.placed.find((thing) => thing.id === this.at);
  }

  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const ways = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    const others = {
      "+": () => this.zoom(ZOOM_STEP), "=": () => this.zoom(ZOOM_STEP), "-": () => this.zoom(1 / ZOOM_STEP), 0: () => this.fit(),
      Home: () => this.#reach(this.placed[0]),
    };
    const act = ways[event.key] ? () => this.#reach(nextTowards(this.placed, this.#here(), ways[event.key]) ?? this.#here()) : others[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  #reach(thing, show = true) {
    if (!thing) return;
    this.at = thing.id;
    this.button.setAttribute("aria-label", this.describe(thing.place));
    const { width, height } = this.size;
    const inside = thing.x > 20 && thing.y > 20 && thing.x < width - 20 && thing.y < height - 20;
    if (show && !inside) this.move({ ...this.view, x: this.view.x + width / 2 - thing.x, y: this.view.y + height / 2 - thing.y });
    this.#placeButton();
  }

  #placeButton() {
    const here = this.button && this.#here();
    if (!here) return;
    const side = Math.max(24, 2 * here.r + 8);
    Object.assign(this.button.style, { left: `${here.x - side / 2}px`, top: `${here.y - side / 2}px`, width: `${side}px`, height: `${side}px` });
  }
}

const nameOf = ({ label, events }) => `\u2068${label}\u2069 · \u2066${figure(events)}\u2069`;
