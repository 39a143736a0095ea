/**
 * On paper the timeline is followed by its events as a table: those of the days in view, up to a
 * number, with how many there are besides.
 * In: the page's address, its entry for printing. Out: a table while the page is printed. A browser
 * that is told to print past the page's own ways gets the first events, which are in the page.
 */

import { readAddress } from "./address.js";
import { countRows, fetchRows, withoutRepeat } from "./fetched.js";
import { narrowed } from "./narrow.js";
import { worded } from "./said.js";

const MOST = 500;

/** The address of the rows of what is in view, in the order of time. @param {string} query */
export function rowsInView(query) {
  const window = /window=-?\d+-\d/.test(query) ? readAddress(query, false).window : null;
  const found = new URLSearchParams(window ? narrowed(query, window) : query);
  for (const name of ["view", "window", "event", "facets", "after"]) found.delete(name);
  found.set("sort", "time");
  return `/rows?${found}`;
}

async function gather(first) {
  const bodies = [];
  let [address, head, total] = [first, null, 0];
  while (address && countRows(bodies) < MOST) {
    const page = await fetchRows(address);
    withoutRepeat(page.bodies, { lastDay: bodies.at(-1)?.dataset.day });
    bodies.push(...page.bodies);
    [address, head, total] = [page.next?.rows ?? null, page.head, page.total];
  }
  return { bodies, head, listed: countRows(bodies), total };
}

function tableOf({ head, bodies }) {
  const table = document.createElement("table");
  table.className = "rows";
  table.append(head, ...bodies);
  return table;
}

/** The words under the table: how many events there are, and how many more than it has. */
function sayHowMany({ listed, total }, words) {
  return worded(listed < total ? words.cut : words.whole, { n: listed, left: total - listed, most: MOST });
}

/**
 * @param {HTMLElement} entry with data-all, data-cut and data-first, the words for what is listed
 * @returns {() => Promise<void>} prints, the events in view listed
 */
export function initPaper(entry) {
  const plain = document.querySelector("main noscript");
  if (!plain) return async () => print();
  const words = { whole: entry.dataset.all, cut: entry.dataset.cut };
  const list = document.createElement("section");
  list.className = "list-print";
  let held = null;
  const inPage = () => new DOMParser().parseFromString(plain.textContent, "text/html").querySelector("table");
  globalThis.addEventListener("beforeprint", () => {
    const table = held ? tableOf(held) : document.importNode(inPage(), true);
    const note = document.createElement("p");
    note.textContent = held ? sayHowMany(held, words) : worded(entry.dataset.first, { most: MOST });
    list.replaceChildren(table, note);
    plain.after(list);
  });
  globalThis.addEventListener("afterprint", () => {
    list.remove();
    held = null;
  });
  const printAll = async () => {
    // What could not be fetched is not waited for: the first events are in the page.
    held = await gather(rowsInView(location.search)).catch(() => null);
    print();
  };
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== "p") return;
    event.preventDefault();
    printAll();
  });
  return printAll;
}
