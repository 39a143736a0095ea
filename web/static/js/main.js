/** What every page does: search, the theme switch, menus that close, language links that keep the view. */

import { inLanguage } from "./address.js";
import { initSearch } from "./suggest.js";
import { initTheme } from "./theme.js";

function initMenus() {
  const menus = [...document.querySelectorAll("[data-menu]")];
  const closeOthers = (kept) => menus.forEach((menu) => menu !== kept && (menu.open = false));
  document.addEventListener("pointerdown", (event) => {
    closeOthers(menus.find((menu) => menu.contains(event.target)));
  });
  for (const menu of menus) {
    menu.addEventListener("toggle", () => menu.open && closeOthers(menu));
    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !menu.open) return;
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  }
}

/** What is selected and in view has changed since the links were written. */
function initLanguages() {
  for (const link of document.querySelectorAll(".menu a[hreflang], .menu a[data-chooses]")) {
    const name = link.dataset.chooses ?? "ui";
    const value = new URLSearchParams(link.search).get(name);
    link.addEventListener("click", () => {
      link.search = inLanguage(location.search, value, name);
    });
  }
}

initTheme();
initLanguages();
initMenus();
document.querySelectorAll("[data-search]").forEach(initSearch);
