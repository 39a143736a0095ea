/**
 * A drawing context that writes SVG: whatever paints on a canvas paints here as well.
 * In: the calls of a 2d context (those that this project makes). Out: the text of an SVG image.
 * Transforms are moves and mirrored scales only, so that circles stay circles.
 */

const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** @param {string} text @returns {string} safe between tags and in attributes */
export const escapeXml = (text) => String(text).toWellFormed().replace(NOT_XML, "").replace(/[&<>"']/g, (c) => ENTITIES[c]);

const short = (n) => String(Math.round(n * 100) / 100);
const ANCHORS = { center: "middle", start: "start", end: "end", left: "start", right: "end" };
const PROPERTIES = ["fillStyle", "strokeStyle", "lineWidth", "lineCap", "lineJoin", "globalAlpha", "font", "direction", "textAlign", "textBaseline", "lineDashOffset"];

class Gradient {
  constructor(x0, y0, x1, y1) {
    Object.assign(this, { x0, y0, x1, y1, stops: [] });
  }

  addColorStop(offset, colour) {
    this.stops.push([offset, colour]);
  }
}

export class SvgContext {
  /**
   * @param {number} width @param {number} height
   * @param {(text: string, font: string) => number} measure width of text in a CSS font
   */
  constructor(width, height, measure) {
    Object.assign(this, {
      width, height, measure, out: [], defs: [], ids: 0, held: [], path: [], matrix: [1, 1, 0, 0], clipId: null, dash: [],
      fillStyle: "#000", strokeStyle: "#000", lineWidth: 1, lineCap: "butt", lineJoin: "miter", globalAlpha: 1,
      font: "12px sans-serif", direction: "ltr", textAlign: "start", textBaseline: "alphabetic", lineDashOffset: 0,
    });
  }

  save() {
    const state = Object.fromEntries(PROPERTIES.map((name) => [name, this[name]]));
    this.held.push({ ...state, matrix: [...this.matrix], clipId: this.clipId, dash: this.dash });
  }

  restore() {
    const state = this.held.pop();
    if (state) Object.assign(this, state);
  }

  translate(x, y) {
    const [a, d, e, f] = this.matrix;
    this.matrix = [a, d, e + a * x, f + d * y];
  }

  scale(x, y) {
    const [a, d, e, f] = this.matrix;
    this.matrix = [a * x, d * y, e, f];
  }

  at(x, y) {
    const [a, d, e, f] = this.matrix;
    return `${short(a * x + e)} ${short(d * y + f)}`;
  }

  beginPath() { this.path = []; }
  moveTo(x, y) { this.path.push(`M${this.at(x, y)}`); }
  lineTo(x, y) { this.path.push(`${this.path.length ? "L" : "M"}${this.at(x, y)}`); }
  bezierCurveTo(a, b, c, d, x, y) { this.path.push(`C${this.at(a, b)} ${this.at(c, d)} ${this.at(x, y)}`); }
  closePath() { this.path.push("Z"); }

  rect(x, y, w, h) {
    this.path.push(`M${this.at(x, y)}L${this.at(x + w, y)}L${this.at(x + w, y + h)}L${this.at(x, y + h)}Z`);
  }

  /** Whole circles only. */
  arc(x, y, r) {
    const both = `A${short(r)} ${short(r)} 0 1 0`;
    this.path.push(`M${this.at(x - r, y)}${both} ${this.at(x + r, y)}${both} ${this.at(x - r, y)}Z`);
  }

  roundRect(x, y, w, h, radii = 0) {
    const list = Array.isArray(radii) ? radii : [radii];
    const [tl, tr, br, bl] = [0, 1, 2, 3].map((i) => Math.min(list.length === 4 ? list[i] : list[0], w / 2, h / 2));
    const turn = (r, px, py) => `A${short(r)} ${short(r)} 0 0 1 ${this.at(px, py)}`;
    this.path.push(`M${this.at(x + tl, y)}L${this.at(x + w - tr, y)}${turn(tr, x + w, y + tr)}L${this.at(x + w, y + h - br)}`
      + `${turn(br, x + w - br, y + h)}L${this.at(x + bl, y + h)}${turn(bl, x, y + h - bl)}L${this.at(x, y + tl)}${turn(tl, x + tl, y)}Z`);
  }

  setLineDash(dash) { this.dash = dash; }
  getLineDash() { return this.dash; }
  createLinearGradient(x0, y0, x1, y1) { return new Gradient(x0, y0, x1, y1); }
  measureText(text) { return { width: this.measure(text, this.font) }; }
  clearRect() {}

  paint(style) {
    if (!(style instanceof Gradient)) return escapeXml(style);
    const id = this.newId();
    const [[x1, y1], [x2, y2]] = [[style.x0, style.y0], [style.x1, style.y1]].map(([x, y]) => this.at(x, y).split(" "));
    const stops = style.stops.map(([offset, colour]) => `<stop offset="${short(offset)}" stop-color="${escapeXml(colour)}"/>`).join("");
    this.defs.push(`<linearGradient id="${id}" gradientUnits="userSpaceOnUse" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">${stops}</linearGradient>`);
    return `url(#${id})`;
  }

  newId() {
    this.ids += 1;
    return `d${this.ids}`;
  }

  emit(tag, attributes, text) {
    const all = { ...attributes, ...(this.globalAlpha < 1 ? { opacity: short(this.globalAlpha) } : {}), ...(this.clipId ? { "clip-path": `url(#${this.clipId})` } : {}) };
    const words = Object.entries(all).map(([name, value]) => ` ${name}="${value}"`).join("");
    this.out.push(text === undefined ? `<${tag}${words}/>` : `<${tag}${words}>${escapeXml(text)}</${tag}>`);
  }

  pen() {
    return {
      stroke: this.paint(this.strokeStyle), "stroke-width": short(this.lineWidth),
      ...(this.dash.length ? { "stroke-dasharray": this.dash.map(short).join(" "), ...(this.lineDashOffset ? { "stroke-dashoffset": short(this.lineDashOffset) } : {}) } : {}),
      ...(this.lineCap === "butt" ? {} : { "stroke-linecap": this.lineCap }),
      ...(this.lineJoin === "miter" ? {} : { "stroke-linejoin": this.lineJoin }),
    };
  }

  fill() { if (this.path.length) this.emit("path", { d: this.path.join(""), fill: this.paint(this.fillStyle) }); }
  stroke() { if (this.path.length) this.emit("path", { d: this.path.join(""), fill: "none", ...this.pen() }); }

  clip() {
    const id = this.newId();
    const outer = this.clipId ? ` clip-path="url(#${this.clipId})"` : "";
    this.defs.push(`<clipPath id="${id}"${outer}><path d="${this.path.join("")}"/></clipPath>`);
    this.clipId = id;
  }

  fillRect(x, y, w, h) { this.boxed(x, y, w, h, () => this.fill()); }
  strokeRect(x, y, w, h) { this.boxed(x, y, w, h, () => this.stroke()); }

  /** A rectangle of its own leaves the path as it was. */
  boxed(x, y, w, h, draw) {
    const kept = this.path;
    this.path = [];
    this.rect(x, y, w, h);
    draw();
    this.path = kept;
  }

  text(text, x, y, paint) {
    const [, weight, size, family] = /^(\d+)\s+([\d.]+)px\s+(.*)$/.exec(this.font) ?? [null, "400", "12", this.font];
    const [px, py] = this.at(x, y).split(" ");
    this.emit("text", {
      x: px, y: py, "font-family": escapeXml(family), "font-size": size, ...(weight === "400" ? {} : { "font-weight": weight }),
      direction: this.direction, "text-anchor": ANCHORS[this.textAlign] ?? "start",
      ...(this.textBaseline === "middle" ? { "dominant-baseline": "central" } : {}), ...paint,
    }, text);
  }

  fillText(text, x, y) { this.text(text, x, y, { fill: this.paint(this.fillStyle) }); }
  strokeText(text, x, y) { this.text(text, x, y, { fill: "none", ...this.pen(), "stroke-linejoin": "round" }); }

  /** @param {{title: string, lang: string}} about @returns {string} the image */
  toString({ title = "", lang = "en" } = {}) {
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${short(this.width)} ${short(this.height)}" width="${short(this.width)}" height="${short(this.height)}" xml:lang="${escapeXml(lang)}" role="img">`
      + `<title>${escapeXml(title)}</title><defs>${this.defs.join("")}</defs>${this.out.join("\n")}</svg>\n`;
  }
}
