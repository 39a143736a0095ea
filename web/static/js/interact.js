/**
 * Mouse, wheel and touch on the drawing: drag and pinch, zoom at the pointer, choose a mark.
 * In: a Timeline. Out: its methods called. Drag follows the finger in both directions of time.
 */

import { stretchAt } from "./far.js";
import { nameAt, REACH } from "./lanemenu.js";
import { targetAt } from "./reach.js";

const CLICK_PX = 4;
const WHEEL_RATE = 0.0022;
const LINE_PX = 16;

/** @param {import("./timeline.js").Timeline} timeline @param {(target: object) => void} onChoose */
export function initPointer(timeline, onChoose) {
  const { stage, scroll } = timeline.parts;
  const touches = new Map();
  let drag = null;

  const found = (event) => {
    const { u, y } = timeline.placeOf(event);
    const among = timeline.candidates(u);
    return targetAt(among.targets, among.u, y) ?? ribbonAt(timeline, among.u, y);
  };

  stage.addEventListener("wheel", (event) => onWheel(event, timeline), { passive: false });

  stage.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    touches.set(event.pointerId, event);
    drag = { x: event.clientX, y: event.clientY, far: false, touch: event.pointerType === "touch" };
    if (event.pointerType !== "touch") capture(stage, event);
  });

  stage.addEventListener("pointermove", (event) => {
    if (!touches.has(event.pointerId)) {
      hover(timeline, found(event), event);
      return;
    }
    if (touches.size === 2) {
      pinch(timeline, touches, event);
      if (drag) drag.far = true;
      return;
    }
    touches.set(event.pointerId, event);
    if (!drag) return;
    const dx = event.clientX - drag.x;
    const dy = event.clientY - drag.y;
    if (!drag.far && Math.hypot(dx, dy) < CLICK_PX) return;
    if (!drag.far) {
      drag.far = true;
      stage.classList.add("timeline__stage--dragging");
      timeline.light(null);
      timeline.tell("hover", null);
    }
    timeline.pan(timeline.view.flipped ? -dx : dx);
    if (!drag.touch) scroll.scrollTop -= dy;
    Object.assign(drag, { x: event.clientX, y: event.clientY });
  });

  /** On a narrow screen a name is pressed when the finger is on it, or near it and near nothing else. */
  const press = (event) => {
    const named = (reach) => (timeline.narrow ? nameAt(timeline.namesDrawn(), timeline.placeOf(event), reach) : null);
    const on = named(8);
    const target = on ? null : found(event);
    const name = on ?? (target ? null : named(REACH));
    if (name) timeline.tell("name", name.id);
    else if (target) onChoose(target);
  };

  const end = (event) => {
    const pressed = touches.delete(event.pointerId);
    if (pressed && drag && !drag.far && event.type === "pointerup") press(event);
    if (!touches.size) drag = null;
    stage.classList.remove("timeline__stage--dragging");
  };
  stage.addEventListener("pointerup", end);
  stage.addEventListener("pointercancel", end);
  stage.addEventListener("pointerleave", () => hover(timeline, null, null));
  scroll.addEventListener("scroll", () => timeline.redraw(), { passive: true });
}

/** A stretch of a ribbon, as something to point at: a press goes nearer. */
function ribbonAt(timeline, u, y) {
  const stretch = stretchAt(timeline.laid(), u, y);
  if (!stretch) return null;
  const { k, origin } = timeline.laid();
  const box = { u0: (stretch.from - origin) * k, u1: (stretch.end - origin) * k, y0: stretch.lane.y - 20, y1: stretch.lane.y + 4 };
  return { stretch, shelved: false, u, y, box };
}

function capture(stage, event) {
  if (event.target.closest("button") && event.target !== stage) return;
  stage.setPointerCapture(event.pointerId);
}

function hover(timeline, target, event) {
  timeline.light(target?.mark?.id ?? null);
  timeline.parts.stage.classList.toggle("timeline__stage--over", Boolean(target));
  timeline.tell("hover", target, event);
}

/** The wheel zooms; when lanes overflow, it scrolls them and zooms with Ctrl; sideways it moves in time. */
function onWheel(event, timeline) {
  const { scroll } = timeline.parts;
  const unit = event.deltaMode === 1 ? LINE_PX : event.deltaMode === 2 ? timeline.width : 1;
  const [dx, dy] = [event.deltaX * unit, event.deltaY * unit];
  const sideways = event.shiftKey || Math.abs(dx) > Math.abs(dy);
  if (sideways && !event.ctrlKey) {
    event.preventDefault();
    const by = event.shiftKey && !dx ? dy : dx;
    timeline.pan(timeline.view.flipped ? by : -by);
    return;
  }
  const overflows = scroll.scrollHeight > scroll.clientHeight + 1;
  if (overflows && !event.ctrlKey && !event.metaKey) return;
  event.preventDefault();
  timeline.tell("hover", null);
  const rate = event.ctrlKey ? WHEEL_RATE * 3 : WHEEL_RATE;
  const { u } = timeline.placeOf(event);
  timeline.zoom(Math.exp(-dy * rate), Math.min(u, timeline.view.width));
}

function pinch(timeline, touches, event) {
  const before = [...touches.values()];
  touches.set(event.pointerId, event);
  const after = [...touches.values()];
  const width = ([a, b]) => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
  const middle = ([a, b]) => ({ clientX: (a.clientX + b.clientX) / 2, clientY: (a.clientY + b.clientY) / 2 });
  const from = timeline.placeOf(middle(before));
  const to = timeline.placeOf(middle(after));
  timeline.pan(to.u - from.u);
  timeline.zoom(width(after) / Math.max(1, width(before)), to.u);
}
