/**
 * The column of lane names: links, folding a side, moving a lane by mouse or keyboard, "n more".
 * In: a Timeline. Out: real elements beside the canvas; the timeline's choice changed. On a narrow
 * screen names stand in the drawing (lanemenu.js).
 */

import { AXIS_HEIGHT } from "./axis.js";
import { laneName, withFold, withMove } from "./folding.js";
import { initLaneMenu } from "./lanemenu.js";
import { worded } from "./said.js";

const make = (name, className, text) => {
  const element = document.createElement(name);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
};

const button = (className, label) => {
  const element = make("button", className);
  element.type = "button";
  element.setAttribute("aria-label", label);
  element.title = label;
  return element;
};

/**
 * @param {import("./timeline.js").Timeline} timeline
 * @param {{texts: Record<string, string>, voice: HTMLElement}} options
 */
export function initColumn(timeline, { texts, voice }) {
  const column = timeline.parts.lanes;
  const list = column.appendChild(make("ol", "lane-labels"));
  const more = column.appendChild(make("button", "lane-more"));
  more.type = "button";
  more.addEventListener("click", () => timeline.arrange({ more: !timeline.choice.more }));
  initLaneMenu(timeline, { texts, voice });
  let drawn = "";
  timeline.on("lanes", (plan) => {
    const key = JSON.stringify([timeline.narrow, plan.height, plan.restY, plan.drawing.rest.lanes, plan.drawing.rest.open, [...plan.drawing.folded], plan.lanes.map(({ lane, y }) => [lane.id, y])]);
    if (drawn === key) return;
    drawn = key;
    const focused = list.contains(document.activeElement) ? focusKey(document.activeElement) : null;
    column.style.blockSize = `${plan.height + AXIS_HEIGHT}px`;
    const shown = timeline.narrow ? [] : plan.lanes;
    list.replaceChildren(...groupLines({ lanes: shown }), ...shown.map((placed) => label(timeline, placed, texts, voice)));
    more.hidden = plan.restY === null;
    if (plan.restY !== null) more.style.insetBlockStart = `${plan.restY + AXIS_HEIGHT}px`;
    more.setAttribute("aria-expanded", String(plan.drawing.rest.open));
    more.textContent = plan.drawing.rest.open ? texts.fewerLanes : timeline.restWords();
    if (focused) list.querySelector(`[data-part="${focused.part}"][data-lane="${CSS.escape(focused.lane)}"]`)?.focus();
  });
}

const focusKey = ({ dataset }) => (dataset.lane ? { lane: dataset.lane, part: dataset.part } : null);

/** A hairline along the lanes of one side. */
function groupLines({ lanes }) {
  const groups = new Map();
  for (const { lane, y } of lanes) {
    const side = lane.side ?? lane.id;
    const held = groups.get(side);
    if (held && held.last === lanes.findIndex((l) => l.lane === lane) - 1) Object.assign(held, { to: y, last: held.last + 1 });
    else if (!held) groups.set(side, { from: y, to: y, last: lanes.findIndex((l) => l.lane === lane) });
  }
  return [...groups.values()].filter(({ from, to }) => to > from).map(({ from, to }) => {
    const line = make("li", "lane-group");
    line.setAttribute("aria-hidden", "true");
    line.style.insetBlockStart = `${from + AXIS_HEIGHT - 10}px`;
    line.style.blockSize = `${to - from + 20}px`;
    return line;
  });
}

function label(timeline, { lane, y, index }, texts, voice) {
  const { folded, foldable } = timeline.plan.drawing;
  const entry = make("li", "lane-label");
  entry.classList.toggle("lane-label--unnamed", lane.unnamed);
  entry.classList.toggle("lane-label--side", !lane.unnamed && (!lane.side || lane.side === lane.id));
  entry.style.insetBlockStart = `${y + AXIS_HEIGHT}px`;
  if (foldable.has(lane.id)) entry.append(folder(timeline, lane, folded, foldable.get(lane.id), texts));
  const name = make(lane.href ? "a" : "span", "lane-label__name");
  if (lane.href) name.href = lane.href;
  name.title = lane.label;
  const words = make("bdi", "", lane.label);
  if (lane.lang) words.lang = lane.lang;
  name.append(words);
  entry.append(name, grip(timeline, lane, index, texts, voice));
  return entry;
}

function folder(timeline, lane, folded, count, texts) {
  const open = !folded.has(lane.id);
  const text = worded(open ? texts.fold : texts.unfold, { n: count, name: lane.label });
  const press = button("lane-label__fold", text);
  Object.assign(press.dataset, { lane: lane.id, part: "fold" });
  press.setAttribute("aria-expanded", String(open));
  press.addEventListener("click", () => timeline.arrange({ fold: withFold(folded, lane.id, open) }));
  return press;
}

/** Drag it, or move it with the arrow keys. */
function grip(timeline, lane, index, texts, voice) {
  const handle = button("lane-label__grip", worded(texts.moveLane, { name: lane.label }));
  Object.assign(handle.dataset, { lane: lane.id, part: "grip" });
  const put = (place) => {
    const last = timeline.plan.lanes.length - 1;
    const to = Math.max(0, Math.min(last, place));
    if (to === index) return;
    timeline.arrange({ moved: withMove(timeline.choice.moved, laneName(lane.id), to) });
    voice.textContent = worded(texts.movedLane, { name: lane.label, n: to + 1 });
  };
  handle.addEventListener("keydown", (event) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!step) return;
    event.preventDefault();
    put(index + step);
  });
  handle.addEventListener("pointerdown", (event) => drag(timeline, handle, event, put));
  return handle;
}

function drag(timeline, handle, event, put) {
  if (event.button !== 0) return;
  event.preventDefault();
  handle.setPointerCapture(event.pointerId);
  const entry = handle.closest(".lane-label");
  const start = event.clientY;
  let by = 0;
  const move = (now) => {
    by = now.clientY - start;
    entry.classList.add("lane-label--dragged");
    entry.style.translate = `0 ${by}px`;
  };
  const end = (last) => {
    handle.removeEventListener("pointermove", move);
    entry.classList.remove("lane-label--dragged");
    entry.style.translate = "";
    if (last.type !== "pointerup" || Math.abs(by) < 6) return;
    const own = timeline.plan.lanes.find((placed) => placed.lane.id === handle.dataset.lane);
    const others = timeline.plan.lanes.filter((placed) => placed !== own);
    put(others.filter((placed) => placed.y < own.y + by).length);
  };
  handle.addEventListener("pointermove", move);
  handle.addEventListener("pointerup", end, { once: true });
  handle.addEventListener("pointercancel", end, { once: true });
}
