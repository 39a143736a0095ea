/**
 * What stands where on the map: spots as discs, countries as areas, and what has no place on it.
 * In: places of /api/places, shapes of countries. Out: plain values; pure.
 */

import { isShapeOf } from "./codes.js";
import { Occupied } from "./labels.js";

/** The width of the whole world before any zoom. */
export const WORLD = 960;
export const MOST_ZOOM = 200;
/** The radius of the largest disc, smaller where many stand. */
const largest = (spots) => (spots > 80 ? 15 : spots > 30 ? 21 : 28);
const ONE = [2.5, 6]; // radius of a disc for one event: no less, no more
const CLOSEST = 14; // fitting a single town leaves its surroundings in view
const WIDE = 0.3; // an area wider than this share of the world does not decide what is fitted

/**
 * @typedef {{iri: string, label: string, lang: string, kind: string | null, code: string | null,
 *   latitude: number | null, longitude: number | null, events: number}} Place
 */

/**
 * @param {Place[]} places
 * @param {{id?: string, properties: {name: string}}[]} shapes of countries
 * @returns {{spots: Place[], areas: {place: Place, shape: object}[], shapeless: Place[], unplaced: Place[]}}
 */
export function sortPlaces(places, shapes) {
  const found = { spots: [], areas: [], shapeless: [], unplaced: [] };
  for (const place of places) {
    if (place.kind) {
      const shape = place.code && shapes.find((one) => isShapeOf(one, place.code));
      if (shape) found.areas.push({ place, shape });
      else found.shapeless.push(place);
    } else if (Number.isFinite(place.latitude) && Number.isFinite(place.longitude)) found.spots.push(place);
    else found.unplaced.push(place);
  }
  return found;
}

/** The radius of a disc: its area grows with the square root of the number of events. */
export function radiusOf(events, most, spots = 1) {
  const one = Math.min(ONE[1], Math.max(ONE[0], largest(spots) / most ** 0.25));
  return one * Math.max(1, events) ** 0.25;
}

/** The middle of longitudes around the globe, in steps of ten degrees: 0 without any. */
export function middleLongitude(longitudes) {
  if (!longitudes.length) return 0;
  const angles = longitudes.map((degrees) => (degrees * Math.PI) / 180);
  const [x, y] = [Math.cos, Math.sin].map((f) => angles.reduce((sum, angle) => sum + f(angle), 0));
  if (Math.hypot(x, y) < 1e-6) return 0;
  return Math.round((Math.atan2(y, x) * 180) / Math.PI / 10) * 10 || 0;
}

/**
 * The view that shows all of this, and a little around it.
 * @param {[number, number][]} points of spots @param {[[number, number], [number, number]][]} boxes of areas
 * @param {{width: number, height: number}} size of the stage
 * @returns {{k: number, x: number, y: number}} screen = world * k + (x, y)
 */
export function fitView(points, boxes, { width, height }) {
  const narrow = boxes.filter(([[x0], [x1]]) => x1 - x0 < WORLD * WIDE);
  const chosen = [...points.map((p) => [p, p]), ...(points.length + narrow.length ? narrow : boxes)];
  const [[x0, y0], [x1, y1]] = chosen.length ? around(chosen) : [[0, 0], [WORLD, WORLD / 2]];
  const pad = Math.min(70, width / 6, height / 6);
  const least = WORLD / CLOSEST / 8;
  const k = Math.min(MOST_ZOOM, (width - 2 * pad) / Math.max(least, x1 - x0), (height - 2 * pad) / Math.max(least, y1 - y0));
  return { k, x: width / 2 - (k * (x0 + x1)) / 2, y: height / 2 - (k * (y0 + y1)) / 2 };
}

function around(boxes) {
  const edge = (corner, axis, most) => boxes.reduce((best, box) => most(best, box[corner][axis]), most === Math.min ? Infinity : -Infinity);
  return [[edge(0, 0, Math.min), edge(0, 1, Math.min)], [edge(1, 0, Math.max), edge(1, 1, Math.max)]];
}

/** The view zoomed by `factor` around a point of the stage, which stays where it is. */
export function zoomed(view, factor, [px, py], least = 0.3) {
  const k = Math.min(MOST_ZOOM, Math.max(least, view.k * factor));
  const f = k / view.k;
  return { k, x: px - (px - view.x) * f, y: py - (py - view.y) * f };
}

/** @typedef {{id: string, text: string, x: number, y: number, r: number, area: boolean}} Named */

/**
 * Where names stand: beside their disc, in the middle of their area, the busiest first; null = no room.
 * @param {Named[]} named in order of weight @param {(text: string) => number} measure pixels @param {{width: number, height: number}} size
 * @returns {Map<string, {x: number, y: number} | null>} the middle of each name
 */
export function placeNames(named, measure, { width, height }) {
  const taken = new Occupied();
  const boxOf = (x, y, half) => ({ u0: x - half - 2, u1: x + half + 2, y0: y - 9, y1: y + 9 });
  for (const { x, y, r, area } of named) if (!area) taken.add({ u0: x - r, u1: x + r, y0: y - r, y1: y + r });
  return new Map(named.map(({ id, text, x, y, r, area }) => {
    const half = measure(text) / 2;
    const side = r + 6 + half;
    const wishes = area ? [[0, 0], [0, -18], [0, 18]] : [[side, 0], [-side, 0], [0, -r - 11], [0, r + 11]];
    const free = wishes.map(([dx, dy]) => [x + dx, y + dy]).find(([cx, cy]) =>
      cx - half > 2 && cx + half < width - 2 && cy > 10 && cy < height - 10 && !taken.meets(boxOf(cx, cy, half)));
    if (!free) return [id, null];
    taken.add(boxOf(...free, half));
    return [id, { x: free[0], y: free[1] }];
  }));
}
