/**
 * The drawing as an image of its own, in light colours: the days in view, every lane with its name.
 * In: a Timeline. Out: SVG text, or a PNG blob; painted by the functions that paint the page.
 */

import { AXIS_HEIGHT } from "./axis.js";
import { paintScene } from "./draw.js";
import { shorten } from "./labels.js";
import { fonts, readTokens, words } from "./pen.js";
import { isolate } from "./said.js";
import { toX } from "./scale.js";
import { SvgContext } from "./svg.js";

const COLUMN = 200;
const PNG_RATIO = 2;
const PAD = 12;

/** The light theme's colours, whatever the page wears. */
export function lightTokens() {
  const root = document.documentElement;
  const worn = root.dataset.theme;
  root.dataset.theme = "light";
  const tokens = readTokens(root);
  if (worn === undefined) delete root.dataset.theme;
  else root.dataset.theme = worn;
  return tokens;
}

function sizeOf(timeline) {
  return { width: COLUMN + timeline.width, height: Math.ceil(AXIS_HEIGHT + timeline.plan.height + PAD) };
}

/** Paint column and drawing on any context. */
function paint(ctx, timeline) {
  const { width, height } = sizeOf(timeline);
  const tokens = lightTokens();
  const onEnd = timeline.dir === "rtl";
  const { view } = timeline;
  const pen = { ctx, tokens, fonts: fonts(tokens), X: (u) => toX({ ...view, width: view.stage }, u), s: view.flipped ? -1 : 1, dir: timeline.dir };
  ctx.fillStyle = tokens.canvas;
  ctx.fillRect(0, 0, width, height);
  ctx.save();
  ctx.translate(onEnd ? 0 : COLUMN, 0);
  const stage = { ...timeline.stageState(), height, scroll: 0, namesInside: false };
  paintScene(pen, timeline.plan, timeline.laid(), stage, timeline);
  ctx.restore();
  paintNames(pen, timeline, { x: onEnd ? timeline.width : 0, height });
}

function paintNames(pen, timeline, { x, height }) {
  const { ctx, tokens } = pen;
  ctx.fillStyle = tokens.sunken;
  ctx.fillRect(x, 0, COLUMN, height);
  for (const { lane, y } of timeline.plan.lanes) {
    const font = lane.unnamed ? "mark" : "lane";
    const text = shorten(lane.label, COLUMN - 2 * PAD, (t) => timeline.measure(t, font));
    words(pen, isolate(text), {
      x0: x + PAD, x1: x + COLUMN - PAD, y: y + AXIS_HEIGHT, font: pen.fonts[font], colour: lane.unnamed ? tokens["ink-2"] : tokens.ink, halo: null,
    });
  }
  const { rest } = timeline.plan.drawing;
  if (timeline.plan.restY === null || rest.open) return;
  words(pen, timeline.restWords(), { x0: x + PAD, x1: x + COLUMN - PAD, y: timeline.plan.restY + AXIS_HEIGHT, font: pen.fonts.mark, colour: tokens["ink-2"], halo: null });
}

/** @param {import("./timeline.js").Timeline} timeline @returns {string} */
export function drawingSvg(timeline) {
  const { width, height } = sizeOf(timeline);
  const ruler = document.createElement("canvas").getContext("2d");
  const measure = (text, font) => {
    ruler.font = font;
    return ruler.measureText(text).width;
  };
  const ctx = new SvgContext(width, height, measure);
  paint(ctx, timeline);
  return ctx.toString({ title: document.title, lang: document.documentElement.lang });
}

/** @param {import("./timeline.js").Timeline} timeline @returns {Promise<Blob>} */
export function drawingPng(timeline) {
  const { width, height } = sizeOf(timeline);
  const canvas = document.createElement("canvas");
  canvas.width = width * PNG_RATIO;
  canvas.height = height * PNG_RATIO;
  const ctx = canvas.getContext("2d");
  ctx.scale(PNG_RATIO, PNG_RATIO);
  paint(ctx, timeline);
  return new Promise((done, fail) => {
    canvas.toBlob((blob) => (blob ? done(blob) : fail(new RangeError("The drawing is too large for an image."))), "image/png");
  });
}

/** On paper the drawing is an image with sharp lines, in light colours. */
export function initPrint(timeline, place) {
  globalThis.addEventListener("beforeprint", () => {
    if (!timeline.plan) return;
    const parsed = new DOMParser().parseFromString(drawingSvg(timeline), "image/svg+xml");
    place.replaceChildren(document.importNode(parsed.documentElement, true));
  });
  globalThis.addEventListener("afterprint", () => place.replaceChildren());
}
