/**
 * A small map on a place's page: the place as a dot, a country as a hatched area, the land around.
 * In: [data-dot] with kind, code, degrees. Out: an SVG in it; nothing when the shapes do not come.
 */

import { isShapeOf } from "./codes.js";
import { readShapes } from "./mapview.js";
import { geoNaturalEarth1, geoPath } from "../vendor/d3-geo-3.1.2.min.mjs";

const SVG = "http://www.w3.org/2000/svg";
const WIDTH = 320;
const HEIGHT = 180;
const AROUND = 9; // degrees to each side of a dot
const MOST_NORTH = 80;

function svg(tag, attributes, children = []) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** The corners of what the map is to show around a dot. */
export function around({ latitude, longitude }) {
  const north = Math.max(-MOST_NORTH, Math.min(MOST_NORTH, latitude));
  return {
    type: "MultiPoint",
    coordinates: [
      [longitude - AROUND, north - AROUND / 2],
      [longitude + AROUND, north + AROUND / 2],
    ],
  };
}

async function draw(holder) {
  const place = JSON.parse(holder.dataset.dot);
  const shapes = await readShapes("50m");
  const area = place.code ? shapes.find((shape) => isShapeOf(shape, place.code)) : null;
  if (place.kind && !area) {
    holder.remove();
    return;
  }
  const projection = geoNaturalEarth1().rotate([area ? 0 : -place.longitude, 0]);
  projection.fitExtent([[16, 16], [WIDTH - 16, HEIGHT - 16]], area ?? around(place));
  projection.clipExtent([[0, 0], [WIDTH, HEIGHT]]);
  const path = geoPath(projection).digits(1);
  const land = shapes.map((shape) => path(shape)).filter(Boolean).join("");
  const parts = [svg("path", { class: "dot__land", d: land })];
  if (area) {
    const stripe = svg("path", { d: "M0 0V6", stroke: "var(--place)", "stroke-width": 1.7 });
    const hatch = { id: "dot-hatch", width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" };
    parts.push(svg("pattern", hatch, [stripe]));
    parts.push(svg("path", { class: "dot__area", d: path(area), fill: "url(#dot-hatch)" }));
  } else {
    const [x, y] = projection([place.longitude, place.latitude]);
    parts.push(svg("circle", { class: "dot__dot", cx: x.toFixed(1), cy: y.toFixed(1), r: 6 }));
  }
  const drawn = { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, "aria-hidden": "true" };
  holder.replaceChildren(svg("svg", drawn, parts));
  holder.classList.add("dot--drawn");
}

for (const holder of globalThis.document?.querySelectorAll("[data-dot]") ?? []) {
  draw(holder).catch(() => holder.remove());
}
