/**
 * The key: each sample is painted by the functions that paint the drawing.
 * In: canvases with data-sample. Out: painted.
 */

import { drawMark, drawReach } from "./marks.js";
import { drawMeeting, drawThread } from "./knots.js";
import { drawRedLine } from "./rules.js";
import { fonts, readTokens, sizeCanvas } from "./pen.js";
import { pathOf } from "./threads.js";

const [W, H, MID] = [44, 24, 12];
const lane = (y, id) => ({ lane: { id, unnamed: false }, y });
const at = (shape) => ({ shape, first: 0, last: 1 });
const statement = (more) => ({ kind: "statement", act: "asserts", via: 0, ...more });

const onThread = (pen, item, options) => {
  drawThread(pen, { lane: lane(MID, "a"), bends: [], path: pathOf(MID, 4, W - 4, []) });
  drawMark(pen, item, pen.X(W / 2), MID, options);
};

function meeting(form, fill, item = {}) {
  const lanes = [lane(5, "a"), lane(19, "b")];
  const threads = new Map([["a", 9], ["b", 15]]);
  return { form, fill, members: lanes, mediators: [], bystanders: [], u: W / 2, u0: 15, u1: W - 15, mid: MID, height: 18, threads, deniers: new Set(), mark: { item, when: at(form === "strip" ? "within" : "day"), lanes: ["a", "b"], mediators: [] } };
}

function withThreads(pen, placed) {
  placed.members.forEach((member) => drawThread(pen, { lane: member, bends: [], path: pathOf(member.y, 2, W - 2, []) }));
  drawMeeting(pen, placed);
}

function knot(pen) {
  const placed = meeting("knot", "filled");
  for (const member of placed.members) {
    const bend = { u0: -8, u1: W + 8, into: 8, out: W - 8, t: placed.threads.get(member.lane.id) };
    drawThread(pen, { lane: member, bends: [bend], path: pathOf(member.y, -8, W + 8, [bend]) });
  }
  drawMeeting(pen, placed);
}

const samples = {
  unnamed: (pen) => onThread(pen, statement({ unnamed: true })),
  conditional: (pen) => onThread(pen, statement({ conditional: true })),
  disputed: (pen) => onThread(pen, statement({ disputed: true })),
  via: (pen) => onThread(pen, statement({ via: 2 })),
  within: (pen) => {
    drawReach(pen, { mark: { kind: "statement", when: at("within") }, u: W / 2, u0: 4, u1: W - 4, y: MID });
    drawMark(pen, statement({}), pen.X(W / 2), MID, { hollow: true });
  },
  throughout: (pen) => drawReach(pen, { mark: { kind: "statement", when: at("throughout") }, u: W / 2, u0: 4, u1: W - 4, y: MID }),
  knot,
  tie: (pen) => withThreads(pen, meeting("tie", "filled")),
  mediated: (pen) => {
    const placed = meeting("tie", "filled");
    withThreads(pen, { ...placed, members: [lane(5, "a"), lane(12, "b")], ys: [5, 12], mediators: [lane(19, "c")] });
  },
  denied: (pen) => withThreads(pen, { ...meeting("tie", "filled"), deniers: new Set(["b"]) }),
  cancelled: (pen) => withThreads(pen, meeting("tie", "cancelled")),
  planned: (pen) => withThreads(pen, meeting("tie", "hollow")),
  strip: (pen) => withThreads(pen, { ...meeting("strip", "filled"), u0: 6, u1: W - 6 }),
  redline: (pen) => drawRedLine(pen, { mark: { item: {} }, y: MID, u: 5, from: 5, to: 5, open: false, ranged: false, solidTo: 22, endedAt: null, steps: [{ step: "restated", u: 22, dy: 0 }] }, { u0: 0, u1: W }),
};

/** Paint every sample on the page; again when the theme changes. */
export function paintSamples({ flipped, dir }) {
  const tokens = { ...readTokens(document.documentElement) };
  tokens.canvas = tokens.surface;
  for (const canvas of document.querySelectorAll("[data-sample]")) {
    const ctx = sizeCanvas(canvas, W, H);
    ctx.clearRect(0, 0, W, H);
    const pen = { ctx, tokens, fonts: fonts(tokens), X: (u) => (flipped ? W - u : u), s: flipped ? -1 : 1, dir };
    const { sample } = canvas.dataset;
    if (samples[sample]) samples[sample](pen);
    else onThread(pen, statement({ act: sample }));
  }
}
