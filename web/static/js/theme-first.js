// Runs before the first paint, so that the page never flashes in the wrong colours.
// A classic script on purpose: a module would wait for the document.
(() => {
  const chosen = /(?:^|;\s*)theme=(light|dark)(?:;|$)/.exec(document.cookie);
  const asked = /[?&]theme=(light|dark)(?:&|$)/.exec(location.search);
  const theme = (asked || chosen || [])[1];
  if (theme) document.documentElement.dataset.theme = theme;
})();
