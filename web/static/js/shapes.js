/**
 * A drawing as a list of lines, areas and words: painted on a canvas, or written as SVG, the same.
 * In: shapes. Out: paint; SVG text; PNG. `shapesToSvg` is pure and escapes what it is given.
 */

/**
 * @typedef {object} Line
 * @property {string} d an SVG path
 * @property {string} [stroke] colour
 * @property {number} [width]
 * @property {number[]} [dash]
 * @property {string} [fill] colour
 * @property {number} [opacity]
 */
/** @typedef {{text: string, x: number, y: number, size: number, weight?: number, fill: string, halo?: string, opacity?: number, dir?: "ltr" | "rtl"}} Words */
/** @typedef {Line | Words} Shape */

const HALO = 0.36;

/** @param {CanvasRenderingContext2D} ctx @param {Shape[]} shapes @param {string} font family */
export function paintShapes(ctx, shapes, font) {
  for (const shape of shapes) {
    ctx.save();
    ctx.globalAlpha = shape.opacity ?? 1;
    if ("text" in shape) paintWords(ctx, shape, font);
    else paintLine(ctx, shape);
    ctx.restore();
  }
}

function paintLine(ctx, { d, stroke, width = 1, dash = [], fill }) {
  const path = new Path2D(d);
  if (fill) {
    ctx.fillStyle = fill;
    ctx.fill(path);
  }
  if (!stroke) return;
  ctx.strokeStyle = stroke;
  ctx.lineWidth = width;
  ctx.setLineDash(dash);
  ctx.lineJoin = "round";
  ctx.stroke(path);
}

function paintWords(ctx, { text, x, y, size, weight = 400, fill, halo, dir = "ltr" }, font) {
  ctx.font = `${weight} ${size}px ${font}`;
  ctx.direction = dir;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  if (halo) {
    ctx.strokeStyle = halo;
    ctx.lineWidth = size * HALO;
    ctx.lineJoin = "round";
    ctx.strokeText(text, x, y);
  }
  ctx.fillStyle = fill;
  ctx.fillText(text, x, y);
}

const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
// What XML 1.0 has no way to write, not even escaped: control characters, halves of pairs.
const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** @param {string} text @returns {string} as it may stand in XML, between tags or in an attribute */
export const escapeXml = (text) => String(text).replace(UNWRITABLE, "\uFFFD").replace(/[&<>"']/g, (sign) => ESCAPES[sign]);

const attribute = (name, value) => (value === undefined || value === null ? "" : ` ${name}="${escapeXml(value)}"`);

/**
 * @param {Shape[]} shapes
 * @param {{x0: number, y0: number, x1: number, y1: number}} box what is to be seen
 * @param {{title: string, font: string, background: string, dir: string, lang: string}} about
 * @returns {string} a whole SVG document
 */
export function shapesToSvg(shapes, box, { title, font, background, dir, lang }) {
  const [width, height] = [Math.ceil(box.x1 - box.x0), Math.ceil(box.y1 - box.y0)];
  const body = shapes.map((shape) => ("text" in shape ? wordsToSvg(shape) : lineToSvg(shape)));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${box.x0} ${box.y0} ${width} ${height}"`
      + ` role="img"${attribute("xml:lang", lang)}${attribute("direction", dir)}${attribute("font-family", font)}>`,
    `<title>${escapeXml(title)}</title>`,
    `<rect x="${box.x0}" y="${box.y0}" width="${width}" height="${height}"${attribute("fill", background)}/>`,
    ...body,
    "</svg>\n",
  ].join("\n");
}

function lineToSvg({ d, stroke, width = 1, dash = [], fill, opacity }) {
  const drawn = stroke
    ? `${attribute("stroke", stroke)}${attribute("stroke-width", width)} stroke-linejoin="round"${attribute("stroke-dasharray", dash.length ? dash.join(" ") : null)}`
    : "";
  return `<path${attribute("d", d)}${attribute("fill", fill || "none")}${drawn}${attribute("opacity", opacity)}/>`;
}

function wordsToSvg({ text, x, y, size, weight = 400, fill, halo, opacity, dir = "ltr" }) {
  const around = halo
    ? `${attribute("stroke", halo)}${attribute("stroke-width", (size * HALO).toFixed(2))} stroke-linejoin="round" paint-order="stroke"`
    : "";
  return `<text x="${x}" y="${y}" text-anchor="middle" dominant-baseline="central"${attribute("direction", dir)}`
    + `${attribute("font-size", size)}${attribute("font-weight", weight)}${attribute("fill", fill)}${around}${attribute("opacity", opacity)}>${escapeXml(text)}</text>`;
}

const PNG_SCALE = 2;
const MOST_PIXELS = 8000;

/**
 * @param {string} svg a whole document with a width and a height
 * @returns {Promise<Blob>} at twice its size, or less where that would be too large for a canvas
 */
export async function svgToPng(svg) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const scale = Math.min(PNG_SCALE, MOST_PIXELS / Math.max(image.width, image.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(image.width * scale);
  canvas.height = Math.round(image.height * scale);
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, fail) => canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error("no image"))), "image/png"));
}

/** The colours for paper and for files: those of the light theme, whatever the page shows now. */
export function lightTokens(tokens) {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  const light = rules.find((rule) => rule.selectorText === ":root" && rule.style.getPropertyValue("--canvas"));
  if (!light) return tokens;
  const read = (name) => light.style.getPropertyValue(`--${name}`).trim() || tokens[name];
  return Object.fromEntries(Object.keys(tokens).map((name) => [name, name === "font" ? tokens.font : read(name)]));
}

/** Give a file to the reader. */
export function saveFile(name, blob) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Show and serve the entries [data-drawing="svg"] and [data-drawing="png"] of the page's menu of files. */
export function initSaving(name, { svg, png }) {
  for (const entry of document.querySelectorAll("[data-drawing]")) {
    entry.hidden = false;
    entry.querySelector("button").addEventListener("click", async () => {
      entry.closest("details")?.removeAttribute("open");
      if (entry.dataset.drawing === "png") saveFile(`${name}.png`, await png());
      else saveFile(`${name}.svg`, new Blob([svg()], { type: "image/svg+xml" }));
    });
  }
  initPaper(svg);
}

/** On paper the drawing stands as an image with sharp lines, before the view's own first part. */
function initPaper(svg) {
  const view = document.querySelector(".explorer__view");
  const paper = document.createElement("div");
  paper.className = "drawing-print";
  globalThis.addEventListener("beforeprint", () => {
    const parsed = new DOMParser().parseFromString(svg(), "image/svg+xml");
    paper.replaceChildren(document.importNode(parsed.documentElement, true));
    view?.prepend(paper);
  });
  globalThis.addEventListener("afterprint", () => paper.remove());
}
