/**
 * On a narrow screen a lane's name stands in the drawing and opens a menu: its page, folding its side,
 * moving it. A tap on the name is taken by the drawing (marks come first); real buttons over the names,
 * which no finger meets, are there for keys and voices.
 * In: a Timeline. Out: its choice changed, as the column of names does on wide screens.
 */

import { AXIS_HEIGHT } from "./axis.js";
import { nameBoxes } from "./draw.js";
import { laneName, withFold, withMove } from "./folding.js";
import { worded } from "./said.js";

/** How far from a name a finger may land: it is then hit in 44 px. */
export const REACH = 22;
const HEIGHT = 28;

const make = (name, className, text) => {
  const element = document.createElement(name);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
};

/**
 * The lane whose name lies at a place of the stage, or null.
 * @param {{lanes: import("./lanes.js").PlacedLane[], width: number, measure: Function}} drawn
 * @param {{u: number, y: number}} place @param {number} reach pixels above and below the name's middle
 */
export function nameAt({ lanes, width, measure }, { u, y }, reach) {
  const near = nameBoxes(lanes, { u0: 0, u1: width }, measure)
    .filter((box) => u <= box.u1 + 8 && Math.abs(box.y - y) <= reach)
    .sort((a, b) => Math.abs(a.y - y) - Math.abs(b.y - y));
  return near[0]?.lane ?? null;
}

/** @param {import("./timeline.js").Timeline} timeline @param {{texts: Record<string, string>, voice: HTMLElement}} options */
export function initLaneMenu(timeline, { texts, voice }) {
  const { stage } = timeline.parts;
  const frame = stage.appendChild(make("div", "lane-menus"));
  frame.style.insetBlockStart = `${AXIS_HEIGHT}px`;
  const list = frame.appendChild(make("ol", "lane-menus__list"));
  const menu = stage.parentElement.appendChild(make("div", "lane-menu menu__list"));
  menu.popover = "auto";
  menu.setAttribute("role", "group");

  const opener = (id) => list.querySelector(`[data-lane="${CSS.escape(id)}"]`);
  const open = (id) => {
    const placed = timeline.plan.lanes.find(({ lane }) => lane.id === id);
    if (!placed) return;
    const back = () => opener(id)?.focus();
    fill(menu, timeline, placed, { texts, voice, again: () => open(id), back });
    if (!menu.matches(":popover-open")) menu.showPopover({ source: opener(id) });
    put(menu, opener(id));
  };
  menu.addEventListener("toggle", (event) => event.newState === "closed" && menu.contains(document.activeElement) && opener(menu.dataset.lane)?.focus());
  // Not within the press itself: its end would close what it has opened.
  timeline.on("name", (id) => setTimeout(() => open(id)));
  timeline.on("lanes", () => {
    const focused = list.contains(document.activeElement) ? document.activeElement.dataset.lane : null;
    const { lanes, width, measure } = timeline.namesDrawn();
    const boxes = timeline.narrow ? nameBoxes(lanes, { u0: 0, u1: width }, measure) : [];
    list.replaceChildren(...boxes.map((box) => entry(box, texts, open)));
    if (focused) opener(focused)?.focus();
    if (!timeline.narrow && menu.matches(":popover-open")) menu.hidePopover();
  });
  timeline.on("painted", ({ scroll }) => {
    list.style.translate = `0 ${-scroll}px`;
  });
}

function entry({ lane, u0, u1, y }, texts, open) {
  const item = make("li");
  const press = item.appendChild(make("button", "lane-menus__name"));
  press.type = "button";
  press.dataset.lane = lane.id;
  press.setAttribute("aria-label", worded(texts.laneMenu, { name: lane.label }));
  press.setAttribute("aria-haspopup", "true");
  press.style.insetBlockStart = `${y - HEIGHT / 2}px`;
  press.style.blockSize = `${HEIGHT}px`;
  press.style.insetInlineStart = `${u0 - 4}px`;
  press.style.inlineSize = `${u1 - u0 + 8}px`;
  press.addEventListener("click", () => open(lane.id));
  return item;
}

/** Under the name where there is room, else over it. */
function put(menu, press) {
  const [at, own] = [press.getBoundingClientRect(), menu.getBoundingClientRect()];
  const room = { x: document.documentElement.clientWidth - own.width - 8, y: innerHeight - own.height - 8 };
  const x = getComputedStyle(press).direction === "rtl" ? at.right - own.width : at.left;
  const y = at.bottom + 4 <= room.y ? at.bottom + 4 : at.top - own.height - 4;
  menu.style.left = `${Math.max(8, Math.min(room.x, x))}px`;
  menu.style.top = `${Math.max(8, Math.min(room.y, y))}px`;
}

function fill(menu, timeline, { lane, index }, { texts, voice, again, back }) {
  const { folded, foldable } = timeline.plan.drawing;
  menu.dataset.lane = lane.id;
  menu.setAttribute("aria-label", lane.label);
  const name = make(lane.href ? "a" : "p", "lane-menu__name");
  if (lane.href) name.href = lane.href;
  const words = name.appendChild(make("bdi", "", lane.label));
  if (lane.lang) words.lang = lane.lang;
  const press = (text, does, part) => {
    const button = make("button", "", text);
    button.type = "button";
    button.dataset.part = part;
    button.addEventListener("click", does);
    return button;
  };
  const move = (text, step) => {
    const to = index + step;
    const button = press(text, () => {
      timeline.arrange({ moved: withMove(timeline.choice.moved, laneName(lane.id), to) });
      voice.textContent = worded(texts.movedLane, { name: lane.label, n: to + 1 });
      again();
      (menu.querySelector(`[data-part="${button.dataset.part}"]:not(:disabled)`) ?? menu.querySelector("button:not(:disabled)"))?.focus();
    }, step < 0 ? "up" : "down");
    button.disabled = to < 0 || to >= timeline.plan.lanes.length;
    return button;
  };
  const fold = foldable.has(lane.id) ? [foldButton(timeline, lane, { folded, count: foldable.get(lane.id), texts, press, menu, back })] : [];
  menu.replaceChildren(name, ...fold, move(texts.moveUp, -1), move(texts.moveDown, 1));
}

function foldButton(timeline, lane, { folded, count, texts, press, menu, back }) {
  const open = !folded.has(lane.id);
  return press(worded(open ? texts.fold : texts.unfold, { n: count, name: lane.label }), () => {
    menu.hidePopover();
    timeline.arrange({ fold: withFold(folded, lane.id, open) });
    back();
  }, "fold");
}
