/**
 * A query's answer as timeline, network or map, by the drawings of the explorer.
 * In: the page's own elements, the rows as the server made them ready. Out: a drawing; what is chosen
 * is said under it, with its link. Without JavaScript the table stands.
 */

import { initColumn } from "./column.js";
import { Holdings } from "./holdings.js";
import { initPointer } from "./interact.js";
import { initKeyboard } from "./keyboard.js";
import { MapView, readShapes, ZOOM_STEP } from "./mapview.js";
import { initZoom, NetworkView, tieWords } from "./netview.js";
import { worded } from "./said.js";
import { stageParts } from "./stage.js";
import { watchTheme } from "./theme.js";
import { Timeline } from "./timeline.js";

const ZOOM = 1.5;
const find = (name) => document.querySelector(`[data-${name}]`);
const readJson = (name) => JSON.parse(find(name).textContent);

/** Say what is chosen; its name leads to its page, if it has one here. */
function say(text, href) {
  const said = document.createElement(href ? "a" : "span");
  if (href) said.href = href;
  const words = document.createElement("bdi");
  words.textContent = text;
  said.append(words);
  find("said").replaceChildren(said);
}

function initButtons(actions) {
  const tools = find("tools");
  for (const button of tools.querySelectorAll("[data-zoom]")) button.addEventListener("click", actions[button.dataset.zoom]);
  tools.hidden = false;
}

function drawTimeline(answer, words) {
  const { dir, dataset } = document.documentElement;
  let timeline = null;
  const holdings = new Holdings(answer, { ask: () => Promise.reject(new Error("whole")), onChange: () => timeline?.renewSoon() });
  timeline = new Timeline(
    stageParts(),
    holdings,
    { locale: dataset.locale, texts: words, dir, flipped: dir === "rtl", choice: { fold: null, moved: [], more: true, window: null } },
  );
  initColumn(timeline, { texts: words, voice: find("said") });
  const choose = (target) => {
    const marks = target.stack ?? (target.mark ? [target.mark] : []);
    if (!marks.length) return;
    timeline.select(marks[0].id);
    say(marks.map((mark) => mark.item.sentence).join(" · "), marks.length === 1 ? marks[0].item.href : null);
  };
  initPointer(timeline, choose);
  initKeyboard(timeline, find("focus"), { voice: find("said"), texts: words, onChoose: choose, onHelp: () => {} });
  timeline.resize();
  new ResizeObserver(() => timeline.resize()).observe(timeline.parts.scroll);
  watchTheme(() => requestAnimationFrame(() => timeline.retheme()));
  initButtons({ in: () => timeline.zoom(ZOOM, undefined, true), out: () => timeline.zoom(1 / ZOOM, undefined, true), fit: () => timeline.fit() });
}

function drawNetwork(answer, words) {
  const kinds = Object.fromEntries(answer.edges.map((edge) => [edge.kind, edge.kind || "–"]));
  const given = { ...words, ...kinds };
  const describe = (node) => [node.label, worded(words.claims, { n: node.claims }), ...view.tiesOf(node.id).map((edge) => tieWords(view, edge, given))].join(". ");
  const view = new NetworkView(find("network"), answer, {
    words: given,
    dir: document.documentElement.dir,
    onActor: (node) => say(describe(node), node.href),
    onEdge: (edge) => edge && say(tieWords(view, edge, given), null),
  });
  view.walk(find("focus"), { describe, describeTie: (edge) => tieWords(view, edge, given) });
  const tools = find("tools");
  initZoom(tools, view);
  tools.hidden = false;
}

async function drawMap(answer, words) {
  const shapes = await readShapes("110m").catch(() => []);
  const describe = (place) => `${place.label}. ${worded(words.events, { n: place.events })}`;
  const view = new MapView(find("map"), answer, shapes, { onPlace: (place) => say(describe(place), place.href) });
  view.listen();
  view.walk(find("focus"), describe);
  initButtons({ in: () => view.zoom(ZOOM_STEP), out: () => view.zoom(1 / ZOOM_STEP), fit: () => view.fit() });
}

const DRAW = { timeline: drawTimeline, network: drawNetwork, map: drawMap };
const place = find("drawn");
if (place) DRAW[place.dataset.drawn](readJson("answer"), readJson("drawn-words"));
