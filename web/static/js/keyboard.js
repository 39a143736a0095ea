/**
 * The one real button over the focused mark, and its keys. The canvas itself is silent.
 * In: a Timeline. Out: focus moved, its sentence said. Arrow keys are visual: left goes to what is
 * drawn left, whichever way time runs.
 */

import { holds } from "./draw.js";
import { REST } from "./folding.js";
import { alongLane, besides, nextLane, nextOfKind } from "./reach.js";
import { worded } from "./said.js";

const ZOOM_STEP = 1.5;

/**
 * What a key asks for.
 * @param {string} key @param {boolean} flipped time runs to the left
 * @returns {{go?: string, step?: 1 | -1, zoom?: number, kind?: string} | null}
 */
export function commandFor(key, flipped) {
  const later = flipped ? "ArrowLeft" : "ArrowRight";
  const earlier = flipped ? "ArrowRight" : "ArrowLeft";
  switch (key) {
    case later: return { go: "along", step: 1 };
    case earlier: return { go: "along", step: -1 };
    case "ArrowDown": return { go: "lane", step: 1 };
    case "ArrowUp": return { go: "lane", step: -1 };
    case "Home": return { go: "end", step: -1 };
    case "End": return { go: "end", step: 1 };
    case "+": case "=": return { go: "zoom", zoom: ZOOM_STEP };
    case "-": case "_": return { go: "zoom", zoom: 1 / ZOOM_STEP };
    case "0": return { go: "fit" };
    case "m": case "M": return { go: "kind", kind: "meeting" };
    case "r": case "R": return { go: "kind", kind: "redline" };
    case "?": return { go: "help" };
    default: return null;
  }
}

/** The whole sentence of a target, with how many lie beneath it. */
export function sentenceOf(target, texts) {
  if (target.undated) return worded(texts.undatedHere, { n: target.counted ?? target.stack.length });
  const said = target.mark.item.sentence || target.mark.item.label || "";
  return target.stack ? `${said} ${worded(texts.more, { n: target.stack.length })}` : said;
}

/**
 * @param {import("./timeline.js").Timeline} timeline
 * @param {HTMLButtonElement} button
 * @param {{voice: HTMLElement, texts: Record<string, string>, onChoose: (target: object) => void, onHelp: () => void}} options
 */
export function initKeyboard(timeline, button, { voice, texts, onChoose, onHelp }) {
  let focused = null;
  const laneIds = () => [...timeline.plan.lanes.map((lane) => lane.lane.id), REST];
  const targets = () => timeline.laid().targets;
  const again = () => focused && (targets().find((t) => t.mark.id === focused.mark.id && t.laneId === focused.laneId)
    ?? targets().find((t) => t.mark.id === focused.mark.id || t.stack?.some((mark) => mark.id === focused.mark.id)) ?? null);

  const place = () => {
    const target = again();
    if (!target) return;
    const { x0, x1, y0, y1 } = timeline.boxOf(target);
    const width = Math.max(24, Math.min(x1 - x0, 360));
    const height = Math.max(24, y1 - y0);
    Object.assign(button.style, {
      left: `${(x0 + x1) / 2 - width / 2}px`,
      top: `${(y0 + y1) / 2 - height / 2}px`,
      inlineSize: `${width}px`,
      blockSize: `${height}px`,
    });
    const away = x1 < 0 || x0 > timeline.width || y0 < 40 || y0 > timeline.height;
    button.classList.toggle("focus-mark--away", document.activeElement !== button || away);
  };

  const focus = (target, { aloud = true } = {}) => {
    focused = target;
    button.setAttribute("aria-label", sentenceOf(target, texts));
    if (aloud) voice.textContent = sentenceOf(target, texts);
    if (document.activeElement === button) {
      timeline.light(target.mark.id, target.laneId);
      timeline.reveal(target);
    }
    place();
  };

  const go = ({ go: what, step, zoom, kind }) => {
    const from = again() ?? first(targets(), laneIds());
    const to = what === "along" ? besides(targets(), from, step)
      : what === "lane" ? nextLane(targets(), from, step, laneIds())
        : what === "kind" ? nextOfKind(targets(), from, kind)
          : what === "end" ? alongLane(targets(), from.laneId).at(step > 0 ? -1 : 0) : null;
    if (to) focus(to);
    if (what === "zoom") timeline.zoom(zoom, middleOf(timeline, from), true);
    if (what === "fit") timeline.fit();
    if (what === "help") onHelp();
  };

  button.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const command = commandFor(event.key, timeline.view.flipped);
    if (!command) return;
    event.preventDefault();
    go(command);
  });
  button.addEventListener("click", () => focused && onChoose(again() ?? focused, { byKey: true }));
  button.addEventListener("focus", () => {
    const target = again() ?? first(targets(), laneIds());
    if (target) focus(target, { aloud: false });
  });
  button.addEventListener("blur", () => {
    timeline.light(null);
    place();
  });
  timeline.on("painted", place);

  return {
    /** Let the button stand for this event from now on. */
    adopt(id) {
      const target = targets().find((t) => holds(t, id));
      if (target) focus(target, { aloud: false });
    },
    back: () => button.focus({ preventScroll: true }),
  };
}

/** Where the first arrow starts: the first of the first lane that has any. */
function first(targets, laneIds) {
  for (const id of laneIds) {
    const lane = alongLane(targets, id);
    if (lane.length) return lane[0];
  }
  return null;
}

function middleOf(timeline, target) {
  const u = target && !target.shelved ? target.u - timeline.stageState().shift : timeline.view.width / 2;
  return u < 0 || u > timeline.view.width ? timeline.view.width / 2 : u;
}
