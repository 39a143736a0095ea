/**
 * What is seen, kept in the address, so that it can be sent to a colleague.
 *   event=ab12                      the selected event
 *   window=2025-04-01/2025-04-12    the days in view (relative axis: -3/2)
 *   time=ltr                        time to the right on a right-to-left page
 *   folded=turkey,syria             sides drawn as one lane; "-": none (not given: as there is need)
 *   moved=turkey:0,israel:2         lanes put elsewhere, in turn
 *   all=1                           every lane, also those of whom nothing dated is told
 * In: a URL's query. Out: values; and back. Pure but for `remember`.
 */

import { formatDay, parseDay } from "./day.js";

/** @typedef {import("./folding.js").Choice} Choice */
/** @typedef {{event: string | null, window: [number, number] | null, time: "ltr" | "rtl" | null, choice: Choice}} Address */

const MOST_MOVES = 60;

function readChoice(found) {
  const folded = found.get("folded");
  const moves = (found.get("moved") ?? "").split(",").map((move) => /^(.+):(\d{1,4})$/.exec(move));
  return {
    fold: folded === null ? null : folded.split(",").filter((name) => name && name !== "-"),
    moved: moves.filter(Boolean).slice(0, MOST_MOVES).map(([, name, place]) => [name, Number(place)]),
    more: found.get("all") === "1",
  };
}

function writeChoice(put, { fold, moved, more }) {
  put("folded", fold && (fold.join(",") || "-"));
  put("moved", moved.length ? moved.slice(-MOST_MOVES).map((move) => move.join(":")).join(",") : null);
  put("all", more ? "1" : null);
}

const readEdge = (text, relative) => {
  if (!relative) return parseDay(text);
  return /^-?\d{1,7}$/.test(text ?? "") ? Number(text) : null;
};

/**
 * @param {string} query as location.search gives it
 * @param {boolean} relative whether days count from publication
 * @returns {Address}
 */
export function readAddress(query, relative) {
  const found = new URLSearchParams(query);
  const edges = (found.get("window") ?? "").split("/").map((text) => readEdge(text, relative));
  const whole = edges.length === 2 && edges.every((day) => day !== null) && edges[1] >= edges[0];
  const time = found.get("time");
  return {
    event: found.get("event") || null,
    window: whole ? [edges[0], edges[1]] : null,
    time: time === "ltr" || time === "rtl" ? time : null,
    choice: readChoice(found),
  };
}

/**
 * The query with `address` written into it; what else it says stays.
 * @param {string} query @param {Partial<Address>} address @param {boolean} relative @returns {string}
 */
export function writeAddress(query, address, relative) {
  const found = new URLSearchParams(query);
  const edge = (day) => (relative ? String(day) : formatDay(day));
  const put = (name, value) => (value === null ? found.delete(name) : found.set(name, value));
  if ("event" in address) put("event", address.event);
  if ("window" in address) put("window", address.window && address.window.map(edge).join("/"));
  if ("time" in address) put("time", address.time);
  if ("choice" in address) writeChoice(put, address.choice);
  const text = found.toString().replaceAll("%2F", "/").replaceAll("%2C", ",").replaceAll("%3A", ":");
  return text ? `?${text}` : "";
}

/** The query of the same view in another language of the interface, or with other months or digits. */
export function inLanguage(query, value, name = "ui") {
  const found = new URLSearchParams(query);
  found.set(name, value);
  return `?${found.toString().replaceAll("%2F", "/")}`;
}

/** The query of the same view with lanes of another kind; what was folded or moved were other lanes. */
export function withLanes(query, kind) {
  const found = new URLSearchParams(query);
  ["folded", "moved", "all"].forEach((name) => found.delete(name));
  if (kind === "actor") found.delete("lanes");
  else found.set("lanes", kind);
  return `?${found.toString().replaceAll("%2F", "/")}`;
}

/** Put `query` into the address bar, as a step back or in place. */
export function remember(query, asStep) {
  const url = `${location.pathname}${query}${location.hash}`;
  if (url === `${location.pathname}${location.search}${location.hash}`) return;
  history[asStep ? "pushState" : "replaceState"](null, "", url);
  carry();
}

/** The links to the other views lead to what is selected and in view now, as the address does. */
function carry() {
  for (const link of document.querySelectorAll(".explorer__views a")) {
    const found = new URLSearchParams(location.search);
    ["sort", "after"].forEach((name) => found.delete(name));
    found.set("view", new URL(link.href).searchParams.get("view"));
    link.search = `?${found.toString().replaceAll("%2F", "/")}`;
  }
}
globalThis.addEventListener?.("popstate", carry);

/** The event's own part of its page's address. */
export const eventKey = (item) => (item.href ?? "").split("?")[0].split("/").filter(Boolean).at(-1) ?? null;
