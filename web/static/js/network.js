/**
 * The explorer's network: the drawing, its panel, its address.
 * In: the page's own elements, the embedded answer of /api/network. Out: a page that works; without
 * JavaScript its table stands.
 */

import { eventKey, remember } from "./address.js";
import { sampleShapes } from "./edges.js";
import { makePanel } from "./panel.js";
import { readTokens, sizeCanvas } from "./pen.js";
import { forgetPlaces, keepPlace, readPlaces } from "./kept.js";
import { initZoom, NetworkView, paintKey, tieWords } from "./netview.js";
import { worded } from "./said.js";
import { initSaving, paintShapes } from "./shapes.js";
import { watchTheme } from "./theme.js";
import { eventEntries } from "./told.js";

const SAMPLE = { width: 56, height: 20 };
const WALKED = "claimline.network.walked";
const find = (name) => document.querySelector(`[data-${name}]`);
const readJson = (name) => JSON.parse(find(name).textContent);

/** The address of the page with these parameters changed; null takes one out. */
function address(changes) {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) query.delete(name);
    else query.set(name, value);
  }
  query.delete("after");
  return `/?${query}`;
}

const nameOf = (node) => node.href.split("/").at(-1);

function element(tag, { text, className, href, name } = {}, children = []) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (href) made.href = href;
  if (text) made.textContent = text;
  if (name) made.append(element("bdi", { text: name }));
  made.append(...children);
  return made;
}

/** An actor in the panel: what to do next, and all its ties. */
function actorPanel(view, node, words) {
  const ties = view.tiesOf(node.id).map((edge) => {
    const entry = element("button", { className: "network__tie", text: tieWords(view, edge, words) });
    entry.type = "button";
    entry.addEventListener("click", () => view.open(edge));
    entry.addEventListener("pointerenter", () => view.look({ edge }));
    entry.addEventListener("pointerleave", () => view.look({ edge: view.opened ?? null }));
    return element("li", {}, [entry]);
  });
  return element("div", { className: "panel network__panel" }, [
    element("p", { className: "page__kicker", text: worded(words.claims, { n: node.claims }) }),
    element("h2", { className: "gist", name: node.label }),
    element("ul", { className: "network__next" }, [
      element("li", {}, [element("a", { href: node.href, text: words.openPage })]),
      element("li", {}, [element("a", { href: address({ actor: nameOf(node), focus: null, view: "list" }), text: words.onlyClaims })]),
      view.answer.focus === node.id
        ? element("li", {}, [element("a", { href: address({ focus: null }), text: words.everybody })])
        : element("li", {}, [element("a", { href: address({ focus: nameOf(node), event: null }), text: words.surroundings })]),
    ]),
    element("ul", { className: "network__ties" }, ties),
  ]);
}

/** A tie in the panel: every event behind it. */
async function tiePanel(view, edge, words, onChoose) {
  const title = tieWords(view, edge, words);
  const box = element("div", { className: "panel network__panel" }, [element("h2", { className: "gist", text: title })]);
  if (!edge.pair) {
    box.append(element("p", { text: words.belongsNote }));
    return box;
  }
  const entries = await eventEntries(location.search, { pair: edge.pair }, (item) => onChoose(item, edge));
  box.append(
    element("ul", { className: "claims" }, entries),
    element("p", {}, [element("a", { href: address({ pair: edge.pair, view: "list", focus: null, nodes: null }), text: words.asList })]),
  );
  return box;
}

function main() {
  const box = find("network");
  if (!box) return;
  const answer = readJson("answer");
  const words = readJson("network-words");
  const panel = makePanel(find("panel"), words);
  const places = readPlaces();
  const reset = find("places-reset");
  const choose = (item, edge) => {
    panel.load(item.href);
    view.look({ selected: new Set([edge]) });
    remember(new URL(address({ event: eventKey(item) }), location.href).search, false);
  };
  const view = new NetworkView(box, answer, {
    words,
    places,
    dir: document.documentElement.dir,
    onActor: (node) => {
      if (node.id === answer.focus) {
        panel.show([actorPanel(view, node, words)]);
        panel.open();
        return;
      }
      if (document.activeElement === view.button) sessionStorage.setItem(WALKED, "1");
      location.assign(address({ focus: nameOf(node), event: null }));
    },
    onEdge: (edge) => {
      if (!edge) return;
      panel.open();
      const failed = () => element("p", { className: "message message--warn", text: words.unreachable });
      panel.show(tiePanel(view, edge, words, choose).catch(failed).then((box) => [box]));
    },
    onMoved: (id, place) => {
      keepPlace(id, place);
      reset.hidden = false;
    },
  });
  view.walk(find("focus"), {
    describe: (node) => [node.label, worded(words.claims, { n: node.claims }), ...view.tiesOf(node.id).map((edge) => tieWords(view, edge, words))].join(". "),
    describeTie: (edge) => tieWords(view, edge, words),
  });
  reset.hidden = !answer.nodes.some((node) => places[node.id]);
  reset.addEventListener("click", () => {
    forgetPlaces();
    location.reload();
  });
  const tools = find("tools");
  initZoom(tools, view);
  initSaving("claimline-network", { svg: () => view.drawingSvg(document.title), png: () => view.drawingPng(document.title) });
  tools.hidden = false;
  const samples = () => paintKey(document, (canvas, kind) => {
    const tokens = readTokens(document.documentElement);
    const ctx = sizeCanvas(canvas, SAMPLE.width, SAMPLE.height);
    ctx.clearRect(0, 0, SAMPLE.width, SAMPLE.height);
    paintShapes(ctx, sampleShapes(kind, { ...tokens, canvas: tokens.surface }, SAMPLE.width, SAMPLE.height), tokens.font);
  });
  samples();
  watchTheme(() => requestAnimationFrame(samples));
  openFirst(view, answer, panel, words);
}

/** With a focus and no event chosen, the panel is about whom the drawing is about. */
function openFirst(view, answer, panel, words) {
  const walked = sessionStorage.getItem(WALKED);
  sessionStorage.removeItem(WALKED);
  if (answer.focus && !new URLSearchParams(location.search).has("event")) {
    panel.show([actorPanel(view, view.find(answer.focus), words)]);
    if (walked) view.button.focus();
  }
}

main();
