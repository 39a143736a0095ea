/**
 * The menu of exports: only the days in view, if asked for; printing, with its date and address.
 * In: the links [data-export], the page's address. Out: the same links, narrowed to the window.
 */

import { readAddress } from "./address.js";
import { dayWords } from "./day.js";
import { narrowed } from "./narrow.js";
import { initPaper } from "./paper.js";

const inWords = dayWords(document.documentElement.dataset.locale, document.documentElement.dataset.digits);

function initWindow(menu) {
  const choice = menu.querySelector("[data-export-window]");
  const count = menu.querySelector("[data-export-count]");
  if (!choice) return;
  const box = choice.querySelector("input");
  const links = [...menu.querySelectorAll("[data-export]")].map((link) => ({ link, query: link.search }));
  const of = menu.querySelector("[data-export-of]");
  const [whole, everything] = [count?.textContent, of.textContent];
  let asked = 0;

  const inView = () => (/window=-?\d+-\d/.test(location.search) ? readAddress(location.search, false).window : null);

  const apply = async () => {
    const window = box.checked ? inView() : null;
    for (const { link, query } of links) link.search = window ? narrowed(query, window) : query;
    of.textContent = window ? of.dataset.exportOf : everything;
    if (!count) return;
    const turn = ++asked;
    if (!window) {
      count.textContent = whole;
      return;
    }
    count.textContent = "…";
    const own = new URLSearchParams(links[0].link.search);
    own.set("ui", document.documentElement.lang);
    const answer = await fetch(`/api/counts?${own}`, { headers: { Accept: "application/json" } }).catch(() => null);
    const said = answer?.ok ? (await answer.json()).words : "";
    if (turn === asked) count.textContent = said;
  };

  menu.addEventListener("toggle", () => {
    if (!menu.open) return;
    const window = inView();
    choice.hidden = !window;
    if (window) choice.querySelector("[data-export-days]").textContent = window.map((day) => inWords.full(day)).join(" – ");
    else box.checked = false;
    apply();
  });
  box.addEventListener("change", apply);
}

/** An address as people read it, where it can be. */
function readable(address) {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

function initPrinting(menu) {
  const entry = menu.querySelector("[data-export-print]");
  if (!entry) return;
  menu.querySelector("[data-export-pictures]").hidden = false;
  entry.hidden = false;
  const printPage = initPaper(entry);
  entry.querySelector("button").addEventListener("click", () => {
    menu.removeAttribute("open");
    printPage();
  });
  globalThis.addEventListener("beforeprint", () => {
    const place = document.querySelector("[data-printed]");
    if (!place) return;
    const day = inWords.full(Math.floor((Date.now() - new Date().getTimezoneOffset() * 60_000) / 86_400_000));
    const address = document.createElement("bdi");
    address.dir = "ltr";
    address.textContent = readable(location.href);
    place.replaceChildren(`${place.dataset.printed} ${day} · `, address);
  });
}

for (const menu of document.querySelectorAll("[data-exports]")) {
  initWindow(menu);
  initPrinting(menu);
}
