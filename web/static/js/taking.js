/**
 * The timeline as a file, from the page's menu of exports.
 * In: the entries [data-drawing]. Out: an event "drawing" that asks the timeline for a blob, saved.
 */

import { saveFile } from "./shapes.js";

for (const entry of document.querySelectorAll("[data-drawing]")) {
  const type = entry.dataset.drawing;
  entry.hidden = false;
  entry.querySelector("button").addEventListener("click", () => {
    entry.closest("details")?.removeAttribute("open");
    const take = async (blob) => saveFile(`claimline-timeline.${type}`, await blob);
    document.dispatchEvent(new CustomEvent("drawing", { detail: { type, take } }));
  });
}
