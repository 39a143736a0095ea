/**
 * Light, dark, or as the system says. Kept in the cookie `theme`; `?theme=` in an address wins once.
 * In: the button [data-theme-switch]. Out: data-theme on <html>, and the event "themechange".
 */

const YEAR_S = 31_536_000;

/** @typedef {"auto" | "light" | "dark"} Theme */

/**
 * The choice after `theme` in the switch's round.
 * @param {Theme} theme
 * @returns {Theme}
 */
export function nextTheme(theme) {
  return theme === "auto" ? "dark" : theme === "dark" ? "light" : "auto";
}

/**
 * The cookie's value in `cookies`, or "auto".
 * @param {string} cookies as document.cookie gives them
 * @returns {Theme}
 */
export function readTheme(cookies) {
  const found = /(?:^|;\s*)theme=(light|dark)(?:;|$)/.exec(cookies);
  return /** @type {Theme} */ (found ? found[1] : "auto");
}

/** Call `onChange` whenever the colours of the page may have changed. */
export function watchTheme(onChange) {
  document.addEventListener("themechange", onChange);
  for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)", "print"]) {
    matchMedia(query).addEventListener("change", onChange);
  }
}

function apply(theme) {
  const root = document.documentElement;
  if (theme === "auto") delete root.dataset.theme;
  else root.dataset.theme = theme;
  document.cookie = `theme=${theme}; Path=/; SameSite=Lax; Max-Age=${theme === "auto" ? 0 : YEAR_S}`;
  document.dispatchEvent(new Event("themechange"));
}

/** Make the switch in the bar work, if the page has one. */
export function initTheme() {
  const button = document.querySelector("[data-theme-switch]");
  if (!button) return;
  const name = button.querySelector("[data-theme-name]");
  let theme = /** @type {Theme} */ (document.documentElement.dataset.theme ?? readTheme(document.cookie));
  const show = () => {
    name.textContent = theme === "auto" ? button.dataset.auto : button.dataset[theme];
  };
  button.addEventListener("click", () => {
    theme = nextTheme(theme);
    apply(theme);
    show();
  });
  show();
  button.hidden = false;
}
