/**
 * The explorer's map: where it was, or what places it is about.
 * In: the page's own elements, the embedded answer of /api/places. Out: a page that works; without
 * JavaScript its table stands.
 */

import { eventKey, remember } from "./address.js";
import { sortPlaces } from "./mapplan.js";
import { MapView, readShapes, ZOOM_STEP } from "./mapview.js";
import { makePanel } from "./panel.js";
import { figure, isolate, worded } from "./said.js";
import { eventEntries } from "./told.js";
import { initSaving } from "./shapes.js";

const FEW = 8; // left out and said without being asked
const find = (name) => document.querySelector(`[data-${name}]`);
const readJson = (name) => JSON.parse(find(name).textContent);

function link(href, text) {
  const made = document.createElement("a");
  made.href = href;
  const name = document.createElement("bdi");
  name.textContent = text;
  made.append(name);
  return made;
}

function wrapped(tag, className, children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

const nameInAddress = (place) => place.href.split("/").at(-1);

function listAddress(place) {
  const query = new URLSearchParams(location.search);
  query.delete("after");
  query.set("view", "list");
  query.set("place", nameInAddress(place));
  return `/?${query}`;
}

/** A place in the panel: what happened there, or is about it. */
async function placePanel(place, words, onChoose) {
  const entries = await eventEntries(location.search, { place: nameInAddress(place) }, onChoose);
  return wrapped("div", "panel map__panel", [
    wrapped("p", "page__kicker", [worded(words.events, { n: place.events })]),
    wrapped("h2", "gist", [wrapped("bdi", "", [place.label])]),
    wrapped("ul", "map__next", [wrapped("li", "", [link(place.href, words.openPage)]), wrapped("li", "", [link(listAddress(place), words.asList)])]),
    wrapped("ul", "claims", entries),
  ]);
}

/** What has no place on the map is said under it. */
function listLeftOut(name, places) {
  const box = find(name);
  if (!places.length) return;
  box.querySelector("ul").replaceChildren(...places.map((place) => wrapped("li", "", [link(listAddress(place), `${isolate(place.label)} (${figure(place.events)})`)])));
  box.querySelector("[data-number]").textContent = figure(places.length);
  box.open = places.length <= FEW;
  box.hidden = false;
}

async function main() {
  const stage = find("map");
  if (!stage) return;
  const places = readJson("answer");
  const words = readJson("map-words");
  const panel = makePanel(find("panel"), words);
  const shapes = await readShapes("110m").catch(() => []);
  // Small countries are only among the finer shapes.
  const known = sortPlaces(places, shapes).shapeless.some((place) => place.code) ? await readShapes("50m").catch(() => shapes) : shapes;
  const choose = (item) => {
    panel.load(item.href);
    const query = new URLSearchParams(location.search);
    query.set("event", eventKey(item));
    remember(`?${query}`, false);
  };
  const view = new MapView(stage, places, known, {
    onPlace: (place) => {
      panel.open();
      const failed = () => wrapped("p", "message message--warn", [words.unreachable]);
      panel.show(placePanel(place, words, choose).catch(failed).then((box) => [box]));
    },
  });
  view.finer ||= known !== shapes;
  view.listen();
  view.walk(find("focus"), (place) => `${place.label}. ${worded(words.events, { n: place.events })}`);
  listLeftOut("shapeless", view.sorted.shapeless);
  listLeftOut("unplaced", view.sorted.unplaced);
  const tools = find("tools");
  const actions = { in: () => view.zoom(ZOOM_STEP), out: () => view.zoom(1 / ZOOM_STEP), fit: () => view.fit() };
  for (const button of tools.querySelectorAll("[data-zoom]")) button.addEventListener("click", () => actions[button.dataset.zoom]());
  tools.hidden = false;
  initSaving("claimline-map", { svg: () => view.drawingSvg(document.title), png: () => view.drawingPng(document.title) });
}

main();
