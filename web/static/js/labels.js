/**
 * Where words may stand: the first place free of marks, threads and other words, else nowhere.
 * In: obstacles and wishes, in pixels. Out: boxes that never overlap; pure.
 */

const CELL_U = 160;
const CELL_Y = 32;

/** @typedef {{u0: number, u1: number, y0: number, y1: number}} Box */

/** Boxes that are taken, found again by place. */
export class Occupied {
  constructor() {
    this.cells = new Map();
    this.long = [];
  }

  /** @param {Box} box */
  add(box) {
    if (box.u1 - box.u0 > CELL_U * 8) {
      this.long.push(box);
      return;
    }
    for (const cell of cellsOf(box)) {
      if (!this.cells.has(cell)) this.cells.set(cell, []);
      this.cells.get(cell).push(box);
    }
  }

  /** @param {Box} box @returns {boolean} */
  meets(box) {
    const hit = (other) => box.u0 < other.u1 && other.u0 < box.u1 && box.y0 < other.y1 && other.y0 < box.y1;
    if (this.long.some(hit)) return true;
    return cellsOf(box).some((cell) => this.cells.get(cell)?.some(hit));
  }
}

function cellsOf(box) {
  const cells = [];
  for (let i = Math.floor(box.u0 / CELL_U); i <= Math.floor(box.u1 / CELL_U); i += 1) {
    for (let j = Math.floor(box.y0 / CELL_Y); j <= Math.floor(box.y1 / CELL_Y); j += 1) cells.push(`${i},${j}`);
  }
  return cells;
}

// Letters, figures and signs that each stand for themselves: no marks upon others, no joined signs.
const SINGLE = /^[\u0020-\u02ff\u05d0-\u05f4\u0620-\u064a\u0660-\u066f\u0671-\u06d3\u2010-\u2027\u2030-\u205e\u2066-\u2069]*$/;
let segmenter = null;

/** @param {string} text @returns {string[]} what a reader takes for single letters */
export function graphemes(text) {
  // To make the browser's own segmenter takes longer than all else before the first paint.
  if (SINGLE.test(text) || typeof Intl === "undefined" || !Intl.Segmenter) return [...text];
  segmenter ??= new Intl.Segmenter();
  return [...segmenter.segment(text)].map((s) => s.segment);
}

// Pixels of a letter: what none is thinner than, and a beginning to measure from.
const THINNEST = 2;
const USUAL = 7;

/**
 * `text` cut at its logical end so that it is at most `width` wide, "" when not even three letters fit.
 * @param {string} text
 * @param {number} width
 * @param {(text: string) => number} measure
 * @returns {string}
 */
export function shorten(text, width, measure) {
  const letters = graphemes(text);
  if (letters.length * THINNEST <= width && measure(text) <= width) return text;
  const cut = (n) => `${letters.slice(0, n).join("").trimEnd()}…`;
  let low = 0;
  let high = letters.length - 1;
  let next = Math.floor(width / USUAL);
  while (low < high) {
    const n = Math.max(low + 1, Math.min(high, next));
    const taken = measure(cut(n));
    if (taken <= width) low = n;
    else high = n - 1;
    // By the width of what was measured; a step further, as that is most often where it ends.
    next = Math.floor((n * width) / taken) + (taken <= width ? 1 : 0);
  }
  return low < 3 ? "" : cut(low);
}

/**
 * @typedef {object} Wish
 * @property {string} text
 * @property {string} font a key of `fonts`
 * @property {object} ref what the words belong to
 * @property {{u: number, y: number, side: "after" | "before" | "middle"}[]} places
 *   u: where the words begin, end or have their middle; y: their middle; the best first
 */

/** @typedef {{text: string, font: string, ref: object, u0: number, u1: number, y: number, whole: boolean}} Label */

const HALF = 8;
const WIDTHS = [230, 150, 96];
// As wide as words grow where nothing else wants the room: a line of reading, and less.
const GROWN = [520, 380, 300];
const LEAST = 2;
const PAD = 3;

function boxAt(place, width, pad) {
  const u0 = place.side === "after" ? place.u : place.side === "before" ? place.u - width : place.u - width / 2;
  return { u0: u0 - pad, u1: u0 + width + pad, y0: place.y - HALF, y1: place.y + HALF };
}

/**
 * Place what can be placed, in the order given; what finds no place has no label.
 * @param {Wish[]} wishes the most important first
 * @param {Occupied} occupied grows by the boxes of the words
 * @param {(text: string, font: string) => number} measure
 * @param {{u0: number, u1: number} | null} within where all words must lie, if anywhere
 * @returns {Label[]}
 */
export function placeLabels(wishes, occupied, measure, within = null) {
  const found = wishes.map((wish) => firstFree(wish, occupied, measure, within)).filter(Boolean);
  return found.map(({ label, wish, side }) => grown(label, wish, side, occupied, measure, within) ?? label);
}

/** What was cut told at more length, once every other label has its place. */
function grown(label, wish, side, occupied, measure, within) {
  if (label.whole || side === "middle") return null;
  for (const most of GROWN) {
    const text = shorten(wish.text, most, (t) => measure(t, wish.font));
    const more = measure(text, wish.font) - (label.u1 - label.u0);
    if (more <= 0) continue;
    const [u0, u1] = side === "after" ? [label.u1 + PAD, label.u1 + PAD + more] : [label.u0 - PAD - more, label.u0 - PAD];
    const room = { u0, u1, y0: label.y - HALF, y1: label.y + HALF };
    if (!isFree(room, occupied, within)) continue;
    occupied.add(room);
    const wider = side === "after" ? { u1: label.u1 + more } : { u0: label.u0 - more };
    return { ...label, ...wider, text, whole: text === wish.text };
  }
  return null;
}

function isFree(box, occupied, within) {
  return !(within && (box.u0 < within.u0 || box.u1 > within.u1)) && !occupied.meets(box);
}

function firstFree(wish, occupied, measure, within) {
  const free = (box) => isFree(box, occupied, within);
  // Where not even a letter has room nothing has: most places are told so without measuring words.
  const places = wish.places.filter((place) => free(boxAt(place, LEAST, PAD)));
  if (!places.length) return null;
  const tried = new Set();
  for (const most of WIDTHS) {
    const text = shorten(wish.text, most, (t) => measure(t, wish.font));
    if (!text || tried.has(text)) continue;
    tried.add(text);
    const width = measure(text, wish.font);
    for (const place of places) {
      const box = boxAt(place, width, PAD);
      if (!free(box)) continue;
      occupied.add(box);
      const label = { text, font: wish.font, ref: wish.ref, u0: box.u0 + PAD, u1: box.u1 - PAD, y: place.y, whole: text === wish.text };
      return { label, wish, side: place.side };
    }
  }
  return null;
}
