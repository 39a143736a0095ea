/**
 * Over a drawing that holds many: the red lines last spoken of, a press away, wherever the window is.
 * In: a Timeline whose selection is not sent whole. Out: real buttons.
 */

import { parseDay } from "./day.js";

const MOST = 8;

/**
 * @param {import("./timeline.js").Timeline} timeline
 * @param {HTMLElement} shelf
 * @param {{onChoose: (target: object, options?: object) => void}} options
 */
export function initShelf(timeline, shelf, { onChoose }) {
  if (!shelf || timeline.holdings.whole) return;
  timeline.holdings.askShelf(MOST).then((items) => {
    shelf.replaceChildren(...items.map((item) => entry(timeline, item, onChoose)));
    shelf.hidden = !items.length;
  });
}

function entry(timeline, item, onChoose) {
  const place = document.createElement("li");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "red-shelf__line";
  button.title = item.sentence ?? item.label;
  const words = document.createElement("bdi");
  words.className = "red-shelf__words";
  words.textContent = item.words ?? item.label;
  if (item.lang) words.lang = item.lang;
  button.append(words);
  const day = parseDay(item.time?.latest ?? item.published);
  if (day !== null) {
    const said = document.createElement("span");
    said.className = "red-shelf__day";
    said.textContent = timeline.sayDay(day);
    button.append(said);
  }
  button.addEventListener("click", () => {
    onChoose({ mark: { id: item.iri, item } });
    if (day !== null) timeline.move({ ...timeline.view, from: day - timeline.view.width / timeline.view.k / 2 }, true);
  });
  place.append(button);
  return place;
}
