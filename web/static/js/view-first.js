/** Before anything is drawn: a phone opens on the list, unless the address names a view. */
(() => {
  const asked = new URLSearchParams(location.search);
  if (asked.has("view") || !matchMedia("(max-width: 639.98px)").matches) return;
  asked.set("view", "list");
  location.replace(`${location.pathname}?${asked}${location.hash}`);
})();
