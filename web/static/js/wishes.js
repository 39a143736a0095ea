/**
 * Where the words of a scene would like to stand, and what they must keep clear of.
 * In: a scene's marks, meetings, threads and red lines. Out: labels that cover nothing; pure.
 */

import { placeLabels, Occupied } from "./labels.js";
import { knotHeight } from "./lanes.js";
import { labelOf } from "./naming.js";
import { MARK_R } from "./rows.js";
import { curvePoints } from "./threads.js";

/** The reach of a mark below its middle: its pips hang there. */
const below = (mark) => MARK_R + 2 + (mark.item.via ? 5 : 0);

/** And above it: a corner that says articles differ. */
const above = (mark) => MARK_R + 4 + (mark.item.disputed ? 4 : 0);

function obstacles(scene) {
  const occupied = new Occupied();
  const box = (u0, u1, y0, y1) => occupied.add({ u0, u1, y0, y1 });
  for (const thread of scene.threads) {
    const { y } = thread.lane;
    let from = thread.u0;
    for (const bend of thread.bends) {
      box(from, bend.u0, y - 2, y + 2);
      from = bend.u1;
    }
    box(from, thread.u1, y - 2, y + 2);
    for (const [u, v] of curvePoints(thread)) box(u - 5, u + 5, v - 6, v + 6);
  }
  for (const m of scene.marks) {
    box(m.u - MARK_R - 2, m.u + MARK_R + 2, m.y - above(m.mark) + 2, m.y + below(m.mark));
    if (m.mark.when.shape !== "day") box(m.u0, m.u1, m.y - 5, m.y + 5);
  }
  for (const s of scene.stacks) box(s.u - 16, s.u + 16, s.y - 9, s.y + 9);
  for (const meeting of scene.meetings) addMeeting(meeting, box);
  for (const line of scene.redlines) {
    box(line.u - 4, Infinity, line.y - 22, line.y + 13);
    box((line.from ?? line.u - 40), line.u, line.y - 5, line.y + 5);
  }
  return occupied;
}

function addMeeting(meeting, box) {
  if (meeting.form === "knot") {
    for (const lane of meeting.mediators) box(meeting.u - 6, meeting.u + 6, Math.min(lane.y, meeting.mid) - 6, Math.max(lane.y, meeting.mid) + 6);
    box(meeting.u0 - 10, meeting.u1 + 10, meeting.mid - meeting.height / 2 - 2, meeting.mid + meeting.height / 2 + 2);
    return;
  }
  const ys = [...(meeting.ys ?? meeting.members.map((lane) => lane.y)), ...meeting.mediators.map((lane) => lane.y)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const ends = meeting.form === "tie" ? [meeting.u] : [meeting.u0, meeting.u1];
  for (const u of ends) box(u - 4, u + 4, top, bottom);
  for (const y of ys) {
    if (meeting.form === "tie") box(meeting.u - 6, meeting.u + 6, y - 6, y + 6);
    else box(meeting.u0 - 5, meeting.u1 + 5, y - 7, y + 7);
  }
}

const importance = (mark) => (mark.kind === "meeting" ? 100 : 0)
  + (mark.item.disputed ? 20 : 0) + (["warns", "denies", "accuses"].includes(mark.item.act) ? 5 : 0)
  + Math.min(9, mark.item.claims ?? 1);

/** Words beside meetings and marks, each at the first place that is free. */
export function labelsFor(scene, { measure, within, names, words, lanes }) {
  const occupied = obstacles(scene);
  names.forEach((box) => occupied.add(box));
  const wishes = [
    ...scene.meetings.map((meeting) => ({ text: labelOf(meeting.mark, words, lanes), font: "meeting", ref: meeting.mark, places: meetingPlaces(meeting, scene.lanes) })),
    ...scene.marks.map((m) => ({ text: m.mark.item.label, font: "mark", ref: m.mark, places: markPlaces(m) })),
  ].filter((wish) => wish.text && wish.places.length);
  wishes.sort((a, b) => importance(b.ref) - importance(a.ref));
  return placeLabels(wishes, occupied, measure, within);
}

function meetingPlaces(meeting, lanes) {
  if (!meeting.members.length) return [];
  if (meeting.form === "knot") {
    const half = knotHeight(meeting.members.length) / 2 + 11;
    const [top, bottom] = [meeting.members[0].y, meeting.members.at(-1).y];
    return [
      { u: meeting.u, y: meeting.mid + half, side: "middle" },
      { u: meeting.u, y: meeting.mid - half, side: "middle" },
      ...[34, 62].flatMap((off) => [
        { u: meeting.u1 + off, y: meeting.mid, side: "after" },
        { u: meeting.u0 - off, y: meeting.mid, side: "before" },
      ]),
      ...[bottom + 16, top - 16].flatMap((y) => [
        { u: meeting.u, y, side: "middle" },
        { u: meeting.u0, y, side: "after" },
        { u: meeting.u1, y, side: "before" },
      ]),
    ];
  }
  const after = meeting.form === "tie" ? meeting.u + 9 : meeting.u0 + 8;
  const before = meeting.form === "tie" ? meeting.u - 9 : meeting.u1 - 8;
  const ys = [];
  const [top, bottom] = [meeting.members[0], meeting.members.at(-1)];
  for (let i = top.index; i < bottom.index; i += 1) {
    const next = lanes[i + 1];
    ys.push((lanes[i].contentEnd + next.y - 9) / 2, lanes[i].y + 18, next.y - 17);
  }
  ys.push(bottom.y + 18, top.y - 17);
  return ys.flatMap((y) => [{ u: after, y, side: "after" }, { u: before, y, side: "before" }]);
}

function markPlaces(m) {
  const low = below(m.mark) + 9;
  const ranged = m.mark.when.shape !== "day";
  const beside = [
    { u: (ranged ? m.u1 : m.u) + 11, y: m.y, side: "after" },
    { u: (ranged ? m.u0 : m.u) - 11, y: m.y, side: "before" },
  ];
  const high = m.y - above(m.mark) - 6;
  const over = [
    { u: m.u - MARK_R, y: high, side: "after" },
    { u: m.u + MARK_R, y: high, side: "before" },
    { u: m.u, y: high, side: "middle" },
  ];
  const under = [
    { u: m.u - MARK_R, y: m.y + low, side: "after" },
    { u: m.u + MARK_R, y: m.y + low, side: "before" },
    { u: m.u, y: m.y + low, side: "middle" },
  ];
  return m.row === 0 ? [...over, ...under, ...beside] : [...beside, ...under, ...over];
}
