/**
 * The list goes on as one scrolls, and a row opens in the panel.
 * In: the page's table, further pages of rows from /rows. Out: a table of which only what is near
 * is in the document; what is far is a space of the same height, fetched again when it is near.
 */

import { eventKey, readAddress, remember, writeAddress } from "./address.js";
import { countRows, fetchRows, withoutRepeat } from "./fetched.js";
import { makePanel } from "./panel.js";
import { worded } from "./said.js";

const NEAR_PX = 1200;
const FAR_PX = 4000;
const find = (name) => document.querySelector(`[data-${name}]`);

/**
 * Which pages to let go of and which to bring back.
 * @param {{top: number, bottom: number, held: boolean}[]} pages where each is, from the window's top
 * @param {number} height of the window
 * @returns {{drop: number[], bring: number[]}}
 */
export function planPages(pages, height) {
  const away = (page) => Math.max(page.top - height, -page.bottom);
  return {
    drop: pages.flatMap((page, i) => (page.held && away(page) > FAR_PX ? [i] : [])),
    bring: pages.flatMap((page, i) => (!page.held && away(page) < NEAR_PX ? [i] : [])),
  };
}

function spacer(height) {
  const body = document.createElement("tbody");
  const row = body.insertRow();
  row.insertCell().colSpan = 7;
  row.className = "rows__space";
  row.style.blockSize = `${height}px`;
  body.setAttribute("aria-hidden", "true");
  return body;
}

/** The pages of the table, and the way on. */
function makePages(list, words, onRows) {
  const table = list.querySelector("table");
  const pager = list.querySelector(".list__pager");
  const voice = find("list-voice");
  const first = `/rows${location.search}`;
  const pageOf = (address, bodies) => ({ address, bodies, held: true, count: countRows(bodies), lastDay: bodies.at(-1).dataset.day });
  const pages = table.tBodies.length ? [pageOf(first, [...table.tBodies])] : [];
  let following = pager?.querySelector("a")?.dataset.rows ?? null;
  let busy = false;
  const place = (page) => ({
    top: page.bodies[0].getBoundingClientRect().top,
    bottom: page.bodies.at(-1).getBoundingClientRect().bottom,
    held: page.held,
  });
  const drop = (page) => {
    if (page.bodies.some((body) => body.contains(document.activeElement))) return;
    const { top, bottom } = place(page);
    const space = spacer(bottom - top);
    page.bodies[0].before(space);
    page.bodies.forEach((body) => body.remove());
    page.bodies = [space];
    page.held = false;
  };
  const bring = async (page) => {
    if (page.asked) return;
    page.asked = true;
    try {
      const { bodies } = await fetchRows(page.address);
      const [space] = page.bodies;
      withoutRepeat(bodies, pages[pages.indexOf(page) - 1]);
      space.replaceWith(...bodies);
      page.bodies = bodies;
      page.held = true;
      onRows();
    } finally {
      page.asked = false;
    }
  };
  const more = async () => {
    if (busy || !following) return;
    busy = true;
    list.setAttribute("aria-busy", "true");
    const address = following;
    try {
      const { bodies, next } = await fetchRows(address);
      withoutRepeat(bodies, pages.at(-1));
      table.append(...bodies);
      if (bodies.length) pages.push(pageOf(address, bodies));
      following = next?.rows ?? null;
      if (!following) pager.remove();
      const shown = pages.reduce((sum, page) => sum + page.count, 0);
      voice.textContent = worded(words.shown, { n: shown, total: words.total });
      onRows();
    } catch {
      // The link to the next page stays, and leads there.
      following = null;
    }
    list.removeAttribute("aria-busy");
    busy = false;
    look();
  };
  const look = () => {
    const plan = planPages(pages.map(place), innerHeight);
    plan.drop.forEach((i) => drop(pages[i]));
    plan.bring.forEach((i) => bring(pages[i]).catch(() => {}));
    if (following && pager.getBoundingClientRect().top < innerHeight + NEAR_PX) more();
  };
  return { look, more };
}

function main() {
  const list = find("list");
  if (!list) return;
  const words = JSON.parse(find("words").textContent);
  const box = find("panel");
  const panel = makePanel(box, words);
  const shown = () => {
    const event = panel.coming() ?? box.querySelector("[data-event]")?.dataset.event;
    return event ? eventKey({ href: event }) : null;
  };
  const first = shown();
  let current = readAddress(location.search, false).event ?? first;
  const mark = () => {
    for (const link of list.querySelectorAll("[data-row]")) {
      const on = eventKey({ href: link.getAttribute("href") }) === current;
      link.closest("tr").classList.toggle("rows__row--shown", on);
      if (on) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };
  const pages = makePages(list, words, mark);
  mark();

  let last = null;
  list.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented) return;
    const more = event.target.closest("[data-rows]");
    const link = event.target.closest("tr.rows__row")?.querySelector("[data-row]");
    if (more) {
      event.preventDefault();
      pages.more();
    } else if (link && (event.target.closest("a") === link || !event.target.closest("a, button")) && !getSelection().toString()) {
      event.preventDefault();
      last = link;
      current = eventKey({ href: link.getAttribute("href") });
      mark();
      remember(writeAddress(location.search, { event: current }, false), true);
      panel.load(link.getAttribute("href"), { focus: event.detail === 0 });
      panel.open();
    }
  });
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    panel.close();
    last?.focus();
  });
  globalThis.addEventListener("popstate", () => {
    current = readAddress(location.search, false).event ?? first;
    mark();
    if (current && current !== shown()) panel.load(`/events/${current}`);
  });

  let waiting = 0;
  const look = () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(pages.look);
  };
  list.closest(".explorer__view").addEventListener("scroll", look, { passive: true });
  globalThis.addEventListener("scroll", look, { passive: true });
  globalThis.addEventListener("resize", look);
  look();
}

if (typeof document !== "undefined") main();
