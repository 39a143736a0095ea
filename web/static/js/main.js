/** What every page does: the theme switch, and menus that close when one looks elsewhere. */

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

initTheme();
initMenus();
