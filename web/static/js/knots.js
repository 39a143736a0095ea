/**
 * Threads, and the meetings in which they join: knots, ties, strips.
 * In: a pen and what layout placed. Out: painted.
 */

import { cornerTick } from "./marks.js";
import { hatch, line, stroked } from "./pen.js";
import { figure } from "./said.js";

const THREAD = 1.5;
const HALO = 5;
const UNNAMED_DASH = [2, 6];
const PLAN_DASH = [4, 3];
const KNOT_OVER = 8;
const BREAK = 5;

/** One actor's thread, first its halo, so that one that only passes is seen to pass. */
export function drawThread(pen, thread) {
  const { ctx, tokens, X } = pen;
  const { y, lane } = { y: thread.lane.y, lane: thread.lane.lane };
  const trace = () => {
    ctx.beginPath();
    thread.path.forEach((piece, i) => {
      if (!i) ctx.moveTo(X(piece.u0), piece.y0);
      if (piece.c0 === undefined) ctx.lineTo(X(piece.u1), piece.y1);
      else ctx.bezierCurveTo(X(piece.c0), piece.y0, X(piece.c1), piece.y1, X(piece.u1), piece.y1);
    });
    ctx.stroke();
  };
  for (const bend of thread.bends) drawHome(pen, bend, y);
  stroked(ctx, { colour: tokens.canvas, width: HALO }, trace);
  stroked(ctx, { colour: tokens.control, width: THREAD, dash: lane.unnamed ? UNNAMED_DASH : [] }, trace);
}

/** Where a lane's own place is while its thread is away: marks of those days stand on it. */
function drawHome(pen, bend, y) {
  stroked(pen.ctx, { colour: pen.tokens.rule, width: 1 }, () => line(pen, [[bend.u0, y], [bend.u1, y]]));
}

export function drawMeeting(pen, meeting) {
  if (!meeting.members.length) return;
  if (meeting.form === "knot") drawKnot(pen, meeting);
  else if (meeting.form === "tie") drawTie(pen, meeting);
  else drawStrips(pen, meeting);
}

function drawKnot(pen, meeting) {
  const { ctx, tokens, X } = pen;
  const [a, b] = [X(meeting.u0 - KNOT_OVER), X(meeting.u1 + KNOT_OVER)].sort((p, q) => p - q);
  const top = meeting.mid - meeting.height / 2;
  for (const lane of meeting.mediators) drawMediator(pen, meeting, lane, top);
  knotShape(ctx, a, b, top, meeting, pen);
  ctx.fillStyle = tokens.meeting;
  ctx.fill();
  ctx.save();
  ctx.clip();
  const inside = [...meeting.threads].filter(([id]) => !meeting.deniers.has(id)).map(([, t]) => t);
  for (const t of new Set(inside)) {
    stroked(ctx, { colour: tokens.canvas, width: THREAD }, () => {
      ctx.beginPath();
      ctx.moveTo(a + 4, t);
      ctx.lineTo(b - 4, t);
      ctx.stroke();
    });
  }
  ctx.restore();
  for (const id of meeting.deniers) if (meeting.threads.has(id)) drawDenial(pen, a, b, meeting.threads.get(id));
  const more = meeting.members.length - 6;
  if (more > 0) {
    ctx.save();
    ctx.font = pen.fonts.axisStrong;
    ctx.direction = "ltr";
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.lineWidth = 5;
    ctx.lineJoin = "round";
    ctx.strokeStyle = tokens.meeting;
    ctx.strokeText(`+${figure(more)}`, (a + b) / 2, meeting.mid);
    ctx.fillStyle = tokens.canvas;
    ctx.fillText(`+${figure(more)}`, (a + b) / 2, meeting.mid);
    ctx.restore();
  }
  if (meeting.mark.item.disputed) cornerTick(pen, X(meeting.u1 + KNOT_OVER - 6), top + 7, 7);
}

/** One who denies having met: the thread stops at the rim, with a bar. */
function drawDenial(pen, a, b, t) {
  for (const [colour, width] of [[pen.tokens.canvas, 6], [pen.tokens.warn, 2.5]]) {
    stroked(pen.ctx, { colour, width }, () => {
      vertical(pen.ctx, a - 1, t - 6, t + 6);
      vertical(pen.ctx, b + 1, t - 6, t + 6);
    });
  }
}

/** A round rectangle; still going on: its later end has no cap. */
function knotShape(ctx, a, b, top, meeting, pen) {
  const r = 11;
  ctx.beginPath();
  const radii = meeting.fill !== "open" ? r : pen.s > 0 ? [r, 0, 0, r] : [0, r, r, 0];
  ctx.roundRect(a, top, b - a, meeting.height, radii);
}

/** A mediator stays outside: a ring on the rim, joined to the mediator's own lane. */
function drawMediator(pen, meeting, lane, top) {
  const { ctx, tokens, X } = pen;
  const rim = lane.y < meeting.mid ? top : top + meeting.height;
  const x = X(meeting.u);
  stroked(ctx, { colour: tokens.canvas, width: HALO }, () => vertical(ctx, x, lane.y, rim));
  stroked(ctx, { colour: tokens.meeting, width: THREAD, dash: [1, 3] }, () => vertical(ctx, x, lane.y, rim));
  ring(pen, x, rim + (lane.y < meeting.mid ? -4 : 4), 4);
  ring(pen, x, lane.y, 4);
}

function vertical(ctx, x, y0, y1) {
  ctx.beginPath();
  ctx.moveTo(x, y0);
  ctx.lineTo(x, y1);
  ctx.stroke();
}

function ring(pen, x, y, r, dash = []) {
  const { ctx, tokens } = pen;
  ctx.beginPath();
  ctx.arc(x, y, r, 0, Math.PI * 2);
  stroked(ctx, { colour: tokens.canvas, width: 4 }, () => ctx.stroke());
  ctx.fillStyle = tokens.canvas;
  ctx.fill();
  stroked(ctx, { colour: tokens.meeting, width: 1.8, dash }, () => ctx.stroke());
}

function bead(pen, x, y, fill) {
  const { ctx, tokens } = pen;
  if (fill === "filled" || fill === "open") {
    ctx.beginPath();
    ctx.arc(x, y, 5, 0, Math.PI * 2);
    stroked(ctx, { colour: tokens.canvas, width: 4 }, () => ctx.stroke());
    ctx.fillStyle = tokens.meeting;
    ctx.fill();
    return;
  }
  ring(pen, x, y, 4.4, fill === "hollow" ? [2.4, 1.8] : []);
  if (fill === "cancelled") slash(pen, x, y);
  if (fill === "denied") bar(pen, x, y);
}

function slash({ ctx, tokens }, x, y) {
  stroked(ctx, { colour: tokens.meeting, width: 1.8, cap: "round" }, () => {
    ctx.beginPath();
    ctx.moveTo(x - 6, y + 6);
    ctx.lineTo(x + 6, y - 6);
    ctx.stroke();
  });
}

function bar({ ctx, tokens }, x, y) {
  stroked(ctx, { colour: tokens.meeting, width: 2 }, () => vertical(ctx, x, y - 8, y + 8));
}

/** From the first to the last who took part; broken at the threads of those who did not. */
export function drawTieLine(pen, x, ys, crossedYs, { dashed = false } = {}) {
  const { ctx, tokens } = pen;
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  if (top === bottom) return;
  let from = top;
  ctx.beginPath();
  for (const y of [...crossedYs].sort((a, b) => a - b)) {
    ctx.moveTo(x, from);
    ctx.lineTo(x, y - BREAK);
    from = y + BREAK;
  }
  ctx.moveTo(x, from);
  ctx.lineTo(x, bottom);
  stroked(ctx, { colour: tokens.canvas, width: 6 }, () => ctx.stroke());
  stroked(ctx, { colour: tokens.meeting, width: 2, dash: dashed ? PLAN_DASH : [] }, () => ctx.stroke());
}

function drawTie(pen, meeting) {
  const { tokens, X, s, ctx } = pen;
  const x = X(meeting.u);
  const members = meeting.ys ?? meeting.members.map((lane) => lane.y);
  const mediators = meeting.mediators.map((lane) => lane.y);
  const dashed = meeting.fill === "hollow" || meeting.fill === "cancelled" || meeting.fill === "denied";
  const [standing = []] = meeting.crossed ?? [];
  if (meeting.mark.when.shape === "throughout") drawBars(pen, meeting, members);
  drawTieLine(pen, x, [...members, ...mediators], standing, { dashed });
  meeting.members.forEach((lane, i) => bead(pen, x, members[i], meeting.deniers.has(lane.lane.id) ? "denied" : meeting.fill));
  mediators.forEach((y) => ring(pen, x, y, 3.2));
  if (meeting.fill === "open") {
    members.forEach((y) => stroked(ctx, { colour: tokens.meeting, width: 2 }, () => {
      ctx.beginPath();
      ctx.moveTo(x, y);
      ctx.lineTo(x + s * 14, y);
      ctx.stroke();
    }));
  }
  if (meeting.mark.item.disputed) cornerTick(pen, x, members[0], 5);
}

function drawBars({ ctx, tokens, X }, meeting, ys) {
  const [a, b] = [X(meeting.u0), X(meeting.u1)].sort((p, q) => p - q);
  ctx.fillStyle = tokens.meeting;
  ys.forEach((y) => ctx.fillRect(a, y - 4, b - a, 8));
}

/** Some day of these: a strip on each one's own thread, so that nothing between is hidden. */
function drawStrips(pen, meeting) {
  const { ctx, tokens, X } = pen;
  const { when } = meeting.mark;
  const open = when.shape === "since" ? "end" : when.shape === "until" ? "start" : null;
  const wide = Math.max(meeting.u1 - meeting.u0, 16);
  const u0 = open === "start" ? meeting.u1 - Math.max(wide, 56) : meeting.u0;
  const u1 = open === "end" ? meeting.u0 + Math.max(wide, 56) : meeting.u1;
  const ys = meeting.ys ?? meeting.members.map((lane) => lane.y);
  const mediators = meeting.mediators.map((lane) => lane.y);
  const ends = [open === "start" ? null : u0, open === "end" ? null : u1].filter((u) => u !== null);
  ends.forEach((u) => {
    const crossed = meeting.crossed?.[u === meeting.u0 ? 0 : 1] ?? [];
    drawTieLine(pen, X(u), [...ys, ...mediators], crossed, { dashed: true });
    mediators.forEach((y) => ring(pen, X(u), y, 3));
  });
  const [a, b] = [X(u0), X(u1)].sort((p, q) => p - q);
  for (const y of ys) {
    ctx.fillStyle = tokens.canvas;
    ctx.fillRect(a, y - 5, b - a, 10);
    const gradient = open ? fadeTo(ctx, X(open === "start" ? u1 : u0), X(open === "start" ? u0 : u1), tokens) : tokens.meeting;
    hatch(ctx, a, y - 5, b, y + 5, gradient);
    stroked(ctx, { colour: gradient, width: 1 }, () => {
      ctx.beginPath();
      ctx.moveTo(a, y - 5); ctx.lineTo(b, y - 5);
      ctx.moveTo(a, y + 5); ctx.lineTo(b, y + 5);
      ctx.stroke();
    });
    ends.forEach((u) => ring(pen, X(u), y, 3.4));
    if (meeting.fill === "cancelled") slash(pen, X((u0 + u1) / 2), y);
    if (meeting.fill === "denied") bar(pen, X((u0 + u1) / 2), y);
  }
  if (meeting.mark.item.disputed) cornerTick(pen, X(u1) - pen.s * 2, ys[0], 6);
}

function fadeTo(ctx, from, to, tokens) {
  const gradient = ctx.createLinearGradient(from, 0, to, 0);
  gradient.addColorStop(0, tokens.meeting);
  gradient.addColorStop(1, tokens.canvas);
  return gradient;
}
