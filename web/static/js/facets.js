/**
 * The facets beside the view: opened without leaving the page, long ones narrowed by typing.
 * In: the server's own fragment (GET /facets), put in without innerHTML. Out: the same links as
 * without scripts: choosing a value is a step to another address.
 */

import { fold } from "./folded.js";

const KEY = "claimline.facets";
const find = (name, within = document) => within.querySelector(`[data-${name}]`);

/** Which facets are unfolded, as the reader left them. */
const readOpen = () => {
  try {
    return JSON.parse(sessionStorage.getItem(KEY)) ?? {};
  } catch {
    return {};
  }
};
const keepOpen = (open) => {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(open));
  } catch {
    // Without storage each page begins as the server wrote it.
  }
};

const withFacets = (value) => {
  const asked = new URLSearchParams(location.search);
  if (value) asked.set("facets", value);
  else asked.delete("facets");
  const text = asked.toString();
  return text ? `?${text}` : "";
};

async function fetchNodes(query) {
  const answer = await fetch(`/facets${query}`, { headers: { Accept: "text/html" } });
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  const parsed = new DOMParser().parseFromString(await answer.text(), "text/html");
  return [...parsed.body.childNodes].map((node) => document.importNode(node, true));
}

/** Show only the values that hold what is typed. */
function narrow(facet, typed) {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  for (const entry of facet.querySelectorAll(".facet__values > li")) {
    const label = fold(entry.querySelector(".facet__label").textContent);
    entry.hidden = !words.every((word) => label.includes(word));
  }
}

function wire(box, actions) {
  const open = readOpen();
  for (const facet of box.querySelectorAll("details.facet")) {
    const { facet: name } = facet.dataset;
    if (name in open && !facet.querySelector("[aria-current]")) facet.open = open[name];
    facet.addEventListener("toggle", () => keepOpen({ ...readOpen(), [name]: facet.open }));
    const field = find("find", facet);
    if (field) {
      field.hidden = false;
      field.addEventListener("focus", () => find("more", facet) && actions.whole(facet, field), { once: true });
      field.addEventListener("input", () => narrow(facet, field.value));
    }
    find("more", facet)?.addEventListener("click", (event) => {
      event.preventDefault();
      actions.whole(facet, null);
    });
  }
  find("facets-close", box)?.addEventListener("click", (event) => {
    event.preventDefault();
    actions.close();
  });
}

function main() {
  const box = find("facets");
  const opener = find("facets-open");
  if (!box || !opener) return;
  const screen = box.closest(".explorer__screen");
  const shown = () => !box.hidden;
  const sized = (on) => {
    box.hidden = !on;
    screen.classList.toggle("explorer__screen--facets", on);
    opener.setAttribute("aria-expanded", String(on));
    opener.setAttribute("href", `/${withFacets(on ? null : "open")}`);
  };
  const actions = {
    async open() {
      if (!box.childElementCount) box.replaceChildren(...await fetchNodes(withFacets("open")));
      wire(box, actions);
      sized(true);
      history.replaceState(history.state, "", `${location.pathname}${withFacets("open")}${location.hash}`);
      box.focus({ preventScroll: true });
    },
    close() {
      sized(false);
      history.replaceState(history.state, "", `${location.pathname}${withFacets(null)}${location.hash}`);
      opener.focus();
    },
    /** All values of one facet in place of the first few. */
    async whole(facet, field) {
      const nodes = await fetchNodes(withFacets(facet.dataset.facet)).catch(() => []);
      const same = nodes.find((node) => node.dataset?.facet === facet.dataset.facet);
      if (!same) return;
      facet.querySelector(".facet__values").replaceWith(same.querySelector(".facet__values"));
      find("more", facet)?.remove();
      if (field) narrow(facet, field.value);
      else facet.querySelector(".facet__values a")?.focus();
    },
  };
  opener.setAttribute("role", "button");
  opener.setAttribute("aria-expanded", String(shown()));
  opener.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (shown()) actions.close();
    else actions.open().catch(() => location.assign(opener.href));
  });
  opener.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    opener.click();
  });
  box.addEventListener("keydown", (event) => event.key === "Escape" && actions.close());
  if (shown()) wire(box, actions);
}

main();
