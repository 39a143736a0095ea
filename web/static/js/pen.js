/**
 * What painting needs at hand: the context, the colours of the theme, and the one flip to x.
 * In: a canvas and a root element. Out: small verbs on the context.
 */

const NAMES = ["canvas", "surface", "sunken", "rule", "control", "ink", "ink-2", "link", "meeting", "statement", "redline", "place", "warn", "mark"];
export const MAX_PIXEL_RATIO = 2;

/** The colours and the font of the page as they stand now. */
export function readTokens(element) {
  const style = getComputedStyle(element);
  const colours = Object.fromEntries(NAMES.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
  return { ...colours, font: style.getPropertyValue("--font").trim() };
}

/** Fonts of words on the canvas, by what they say. */
export const fonts = (tokens) => ({
  mark: `400 12px ${tokens.font}`,
  meeting: `600 12px ${tokens.font}`,
  redline: `600 13px ${tokens.font}`,
  axis: `400 12px ${tokens.font}`,
  axisStrong: `600 12px ${tokens.font}`,
  lane: `600 12px ${tokens.font}`,
});

/** Size a canvas for the screen it is on and return its context, in CSS pixels. */
export function sizeCanvas(canvas, width, height) {
  const ratio = Math.min(MAX_PIXEL_RATIO, globalThis.devicePixelRatio || 1);
  const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== w || canvas.height !== h) {
    canvas.width = w;
    canvas.height = h;
  }
  const ctx = canvas.getContext("2d");
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  return ctx;
}

/**
 * @typedef {object} Pen
 * @property {CanvasRenderingContext2D} ctx
 * @property {Record<string, string>} tokens
 * @property {Record<string, string>} fonts
 * @property {(u: number) => number} X
 * @property {1 | -1} s direction of time
 * @property {"ltr" | "rtl"} dir of the interface's words
 */

/** A line through points given as [u, y]. */
export function line(pen, points) {
  const { ctx, X } = pen;
  ctx.beginPath();
  points.forEach(([u, y], i) => (i ? ctx.lineTo(X(u), y) : ctx.moveTo(X(u), y)));
  ctx.stroke();
}

/** Stroke with these settings, and leave none of them behind. */
export function stroked(ctx, { colour, width = 1.5, dash = [], cap = "butt" }, path) {
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  ctx.setLineDash(dash);
  ctx.lineCap = cap;
  path();
  ctx.restore();
}

/** Words on a halo, from the left edge `x0` to the right edge `x1`, their middle at `y`. */
export function words(pen, text, { x0, x1, y, font, colour, halo = pen.tokens.canvas }) {
  const { ctx, dir } = pen;
  ctx.save();
  ctx.font = font;
  ctx.direction = dir;
  ctx.textAlign = "start";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  const x = dir === "rtl" ? x1 : x0;
  if (halo) {
    ctx.strokeStyle = halo;
    ctx.lineWidth = 5;
    ctx.strokeText(text, x, y);
  }
  ctx.fillStyle = colour;
  ctx.fillText(text, x, y);
  ctx.restore();
}

/** Lines at 45 degrees inside the current clip, the same on both sides of the flip. */
export function hatch(ctx, x0, y0, x1, y1, colour, gap = 5) {
  const height = y1 - y0;
  ctx.save();
  ctx.beginPath();
  ctx.rect(x0, y0, x1 - x0, height);
  ctx.clip();
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1.2;
  ctx.beginPath();
  const start = Math.floor((x0 - height) / gap) * gap;
  for (let x = start; x < x1; x += gap) {
    ctx.moveTo(x, y1);
    ctx.lineTo(x + height, y0);
  }
  ctx.stroke();
  ctx.restore();
}
