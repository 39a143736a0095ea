// Runs before the first paint: the page never flashes in the wrong colours, and a phone that asks
// for the explorer opens on its list. A classic script: a module would wait for the document.
(() => {
  const chosen = /(?:^|;\s*)theme=(light|dark)(?:;|$)/.exec(document.cookie);
  const asked = /[?&]theme=(light|dark)(?:&|$)/.exec(location.search);
  const theme = (asked || chosen || [])[1];
  if (theme) document.documentElement.dataset.theme = theme;
})();
(() => {
  const asked = new URLSearchParams(location.search);
  if (location.pathname !== "/" || asked.has("view") || !matchMedia("(max-width: 639.98px)").matches) return;
  asked.set("view", "list");
  location.replace(`${location.pathname}?${asked}${location.hash}`);
})();
