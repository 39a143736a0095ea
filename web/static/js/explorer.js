/**
 * The explorer page: reads the embedded answer, draws it, and ties drawing, panel and address together.
 * In: the page's own elements. Out: a page that works; without JavaScript its table and panel stand.
 */

import { eventKey, readAddress, remember, withLanes, writeAddress } from "./address.js";
import { makeAsk } from "./ask.js";
import { initColumn } from "./column.js";
import { holds } from "./draw.js";
import { Holdings } from "./holdings.js";
import { initPointer } from "./interact.js";
import { initKeyboard, sentenceOf } from "./keyboard.js";
import { initOverview } from "./overview.js";
import { makePanel } from "./panel.js";
import { drawingPng, drawingSvg, initPrint } from "./picture.js";
import { initShelf } from "./redshelf.js";
import { worded } from "./said.js";
import { paintSamples } from "./samples.js";
import { viewEnd } from "./scale.js";
import { stageParts } from "./stage.js";
import { watchTheme } from "./theme.js";
import { Timeline } from "./timeline.js";

const ADDRESS_DELAY_MS = 300;
const find = (name) => document.querySelector(`[data-${name}]`);
const readJson = (name) => JSON.parse(find(name).textContent);

function main() {
  if (!find("timeline")) return;
  performance.mark("ready");
  const texts = readJson("timeline-words");
  let timeline = null;
  const holdings = new Holdings(readJson("answer"), {
    ask: makeAsk(() => location.search),
    onChange: () => timeline?.renewSoon(),
    onTrouble: (failed) => timeline?.tell("trouble", failed),
    timed: ["from", "to"].some((name) => new URLSearchParams(location.search).get(name)),
  });
  const { dir, dataset } = document.documentElement;
  const { relative } = holdings;
  const address = readAddress(location.search, relative);
  timeline = new Timeline(
    stageParts(),
    holdings,
    { locale: dataset.locale, digits: dataset.digits, texts, dir, flipped: dir === "rtl" && address.time !== "ltr", choice: address.choice },
  );
  const panel = makePanel(find("panel"), texts);
  find("tools").hidden = false;
  initColumn(timeline, { texts, voice: find("voice") });

  const chooser = makeChooser(timeline, panel, texts);
  initPointer(timeline, chooser.choose);
  const keyboard = initKeyboard(timeline, find("focus"), {
    voice: find("voice"),
    texts,
    onChoose: chooser.choose,
    onHelp: () => find("help-dialog").showModal(),
  });
  chooser.keyboard = keyboard;
  initOverview(timeline, find("overview"), { texts });
  initHover(timeline, texts);
  initEdges(timeline, texts);
  initHint(timeline, find("hint"), texts);
  initButtons(timeline);
  initShelf(timeline, find("red-shelf"), { texts, onChoose: chooser.choose });
  initPrint(timeline, find("print"));
  // Whoever offers the drawing as an image (a menu of the page) asks for it here.
  document.addEventListener("drawing", (event) => {
    const { type, take } = event.detail;
    take(type === "svg" ? new Blob([drawingSvg(timeline)], { type: "image/svg+xml" }) : drawingPng(timeline));
  });
  find("panel").addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    panel.close();
    keyboard.back();
  });

  const started = startWhenSized(timeline, () => {
    if (address.window) timeline.showDays(address.window[0], address.window[1] + 1);
    chooser.start(address);
    keepAddress(timeline, relative);
  });
  new ResizeObserver(() => started() && timeline.resize()).observe(timeline.parts.scroll);
  watchTheme(() => requestAnimationFrame(() => {
    timeline.retheme();
    paintSamples({ flipped: timeline.view.flipped, dir });
  }));
  globalThis.addEventListener("popstate", () => {
    const now = readAddress(location.search, relative);
    timeline.arrange(now.choice);
    // At once: to reveal what is selected, the days must be those that will be in view.
    if (now.window) timeline.showDays(now.window[0], now.window[1] + 1);
    else if (!timeline.isFit()) timeline.fit(false);
    chooser.start(now);
  });
  document.querySelector(".key")?.addEventListener("toggle", () => paintSamples({ flipped: timeline.view.flipped, dir }));
}

/** On a phone the drawing has no size until it is asked for. */
function startWhenSized(timeline, onStart) {
  let started = timeline.resize();
  if (started) onStart();
  return () => {
    if (started) return true;
    started = timeline.resize();
    if (started) onStart();
    return false;
  };
}

/** Selecting: the ring in the drawing, the panel, the address. */
function makeChooser(timeline, panel, texts) {
  const markOf = (key) => {
    const has = (mark) => eventKey(mark.item) === key;
    return timeline.drawing.dated.find(has) ?? timeline.drawing.undated.find(has);
  };
  const self = { keyboard: null };
  const show = (mark, { load = true, step = true, byKey: keyed = false } = {}) => {
    timeline.select(mark.id);
    self.keyboard?.adopt(mark.id);
    if (load) panel.load(mark.item.href, { focus: keyed });
    if (load || step) panel.open();
    if (step) remember(writeAddress(location.search, { event: eventKey(mark.item) }, timeline.drawing.relative), true);
  };
  self.choose = (target, options = {}) => {
    if (target.stretch) {
      timeline.showDays(target.stretch.from, target.stretch.end, true);
      return;
    }
    if (!target.stack) {
      show(target.mark, options);
      return;
    }
    const title = target.undated ? texts.undatedHere : texts.more;
    const items = target.counted ? timeline.holdings.askUndated(target.laneId) : target.stack.map((mark) => mark.item);
    panel.list(worded(title, { n: target.counted ?? target.stack.length }), items, (item) => {
      show(markOf(eventKey(item)));
    });
    panel.open();
    if (options.byKey) panel.focus();
  };
  const shownKey = () => {
    const shown = panel.coming() ?? find("panel-content").querySelector("[data-event]")?.dataset.event;
    return shown ? eventKey({ href: shown }) : null;
  };
  const first = shownKey();
  /** Show what the address names, else what the server put into the panel; its days, if it names any, stay. */
  self.start = ({ event, window }) => {
    const mark = markOf(event ?? first);
    if (!mark) return;
    show(mark, { load: (event ?? first) !== shownKey(), step: false });
    const target = timeline.laid().targets.find((t) => holds(t, mark.id));
    if (target) timeline.reveal(target, { days: Boolean(event) && !window });
  };
  return self;
}

/** The whole sentence beside the mark under the pointer. */
function initHover(timeline, texts) {
  const note = document.createElement("div");
  note.className = "timeline__note";
  note.hidden = true;
  note.setAttribute("aria-hidden", "true");
  timeline.parts.stage.append(note);
  timeline.on("hover", (target) => {
    note.hidden = !target;
    if (!target) return;
    note.textContent = target.stretch ? stretchWords(timeline, target.stretch, texts) : sentenceOf(target, texts);
    const box = timeline.boxOf(target);
    const { offsetWidth: width, offsetHeight: height } = note;
    const middle = (Math.max(0, box.x0) + Math.min(timeline.width, box.x1)) / 2;
    const left = Math.max(4, Math.min(timeline.width - width - 4, middle - width / 2));
    const above = box.y0 - height - 8;
    note.style.left = `${left}px`;
    note.style.top = `${above < 52 ? box.y1 + 8 : above}px`;
  });
}

function stretchWords(timeline, { lane, n, from, end }, texts) {
  return worded(texts.stretch, { name: lane.lane.label, n, from: timeline.sayDay(from), to: timeline.sayDay(end - 1) });
}

/** What the ribbons' height means, what is not drawn, what could not be loaded. */
function initHint(timeline, hint, texts) {
  let trouble = false;
  const show = () => {
    const scene = timeline.laid();
    const parts = [];
    if (scene.ribbons?.most) {
      const { most, bucket } = scene.ribbons;
      parts.push(worded(bucket === 1 ? texts.fullHeightDay : texts.fullHeight, { n: most, days: bucket }));
    }
    if (scene.hiddenRare) parts.push(worded(texts.moreMeetings, { n: scene.hiddenRare }));
    if (!timeline.range()) parts.push(texts.nothingDated);
    if (trouble) parts.push(texts.trouble);
    const text = parts.join(" · ");
    if (hint.textContent !== text) hint.textContent = text;
  };
  timeline.on("painted", show);
  timeline.on("trouble", (failed) => {
    trouble = failed;
    show();
  });
}

/** How much lies before and after the window; a press goes there. */
function initEdges(timeline, texts) {
  const make = (name, text, onPress) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = `timeline__edge timeline__edge--${name}`;
    button.hidden = true;
    button.addEventListener("click", onPress);
    timeline.parts.stage.append(button);
    return (count, inset) => {
      button.hidden = !count;
      if (inset !== undefined) button.style[inset.side] = `${inset.px}px`;
      button.textContent = worded(text, { n: count });
    };
  };
  const goTo = (day) => timeline.move({ ...timeline.view, from: day - timeline.view.width / timeline.view.k / 2 }, true);
  const before = make("before", texts.earlier, () => {
    const ends = timeline.plan.spans.filter((s) => s[1] + 1 <= timeline.view.from).map((s) => s[1]);
    goTo(Math.max(...ends) + 0.5);
  });
  const after = make("after", texts.later, () => {
    const starts = timeline.plan.spans.filter((s) => s[0] >= viewEnd(timeline.view)).map((s) => s[0]);
    goTo(Math.min(...starts) + 0.5);
  });
  timeline.on("painted", () => {
    if (!timeline.holdings.whole) return;
    const { spans } = timeline.plan;
    const flipped = timeline.view.flipped;
    before(spans.filter((s) => s[1] + 1 <= timeline.view.from).length, { side: flipped ? "right" : "left", px: 8 });
    after(spans.filter((s) => s[0] >= viewEnd(timeline.view)).length, { side: flipped ? "left" : "right", px: timeline.gutter + 8 });
  });
}

function initButtons(timeline) {
  const actions = { in: () => timeline.zoom(1.5, timeline.middle(), true), out: () => timeline.zoom(1 / 1.5, timeline.middle(), true), fit: () => timeline.fit() };
  for (const button of document.querySelectorAll("[data-zoom]")) button.addEventListener("click", actions[button.dataset.zoom]);
  const lanes = find("lanes-by");
  if (lanes) {
    lanes.value = new URLSearchParams(location.search).get("lanes") ?? "actor";
    lanes.addEventListener("change", () => location.assign(withLanes(location.search, lanes.value)));
  }
  find("help")?.addEventListener("click", () => find("help-dialog").showModal());
  const way = find("time");
  if (!way) return;
  const press = () => way.setAttribute("aria-pressed", String(!timeline.view.flipped));
  press();
  way.addEventListener("click", () => {
    const flipped = !timeline.view.flipped;
    timeline.move({ ...timeline.view, flipped }, false);
    press();
    remember(writeAddress(location.search, { time: flipped ? null : "ltr" }, timeline.drawing.relative), false);
  });
}

function keepAddress(timeline, relative) {
  let waiting = 0;
  timeline.on("choice", (choice) => remember(writeAddress(location.search, { choice }, relative), false));
  timeline.on("window", (view) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const days = timeline.isFit() ? null : [Math.round(view.from), Math.round(viewEnd(view)) - 1];
      remember(writeAddress(location.search, { window: days }, relative), false);
    }, ADDRESS_DELAY_MS);
  });
}

main();
