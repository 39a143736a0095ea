/**
 * Suggestions under the search field: names and claims, as one types.
 * In: the form, /api/search. Out: a combobox with a list (WAI-ARIA APG); the focus stays in the field.
 * Enter without a suggestion searches; a name becomes a filter, a claim opens in the panel.
 */

import { worded } from "./said.js";
const DELAY_MS = 120;
const MOST_CLAIMS = 5;
const MOST_NAMES = 6;
const FILTERS = ["from", "to", "actor", "pair", "place", "kind", "act", "source", "lang", "certainty", "role", "commitment", "disputed", "maybe_same", "unnamed"];

/**
 * @typedef {{text: string, marked: boolean}} Piece
 * @typedef {{group: "names" | "claims", label: Piece[], lang: string, note: string, href: string}} Choice
 */

/** The address of the same view with a name among its filters, or with an event selected. */
export function addressOf(query, changes) {
  const asked = new URLSearchParams(query);
  for (const name of ["q", "after", "event"]) asked.delete(name);
  for (const [name, value] of Object.entries(changes)) {
    if (!asked.getAll(name).includes(value)) asked.append(name, value);
  }
  return `/?${asked}`;
}

/** What of the address narrows the search besides its words. */
export function searchQuery(typed, query) {
  const asked = new URLSearchParams(query);
  const sent = new URLSearchParams({ q: typed, limit: String(MOST_CLAIMS) });
  for (const name of [...FILTERS, "ui"]) {
    for (const value of asked.getAll(name)) if (value) sent.append(name, value);
  }
  return `/api/search?${sent}`;
}

/**
 * @param {object} answer of /api/search
 * @param {{query: string, words: Record<string, string>}} page where the names' filters are added
 * @returns {Choice[]} names first
 */
export function choicesOf(answer, { query, words }) {
  const slug = (href) => href.split("/").at(-1);
  const names = answer.suggestions.slice(0, MOST_NAMES).map((name) => ({
    group: "names",
    label: [{ text: name.label, marked: false }],
    lang: name.lang,
    note: `${words[name.filter]} · ${worded(words.events, { n: name.events })}`,
    href: addressOf(query, { [name.filter]: name.value }),
  }));
  const claims = answer.results.slice(0, MOST_CLAIMS).map((result) => ({
    group: "claims",
    label: result.snippet,
    lang: result.lang,
    note: result.kind_label,
    href: addressOf(query, { event: slug(result.event_href) }),
  }));
  return [...names, ...claims];
}

/** The choice after a step: from none to the first or last, past the end back to the field. */
export function step(active, by, count) {
  if (!count) return -1;
  const next = active + by;
  if (active === -1) return by > 0 ? 0 : count - 1;
  return next < 0 || next >= count ? -1 : next;
}

function optionOf(choice, index) {
  const option = document.createElement("div");
  option.className = "search__option";
  option.id = `suggestion-${index}`;
  option.setAttribute("role", "option");
  option.setAttribute("aria-selected", "false");
  const label = document.createElement("bdi");
  label.className = "search__label";
  if (choice.lang) label.lang = choice.lang;
  for (const piece of choice.label) {
    const part = document.createElement(piece.marked ? "mark" : "span");
    part.textContent = piece.text;
    label.append(part);
  }
  const note = document.createElement("span");
  note.className = "search__note";
  note.textContent = choice.note;
  option.append(label, note);
  return option;
}

function fill(list, choices, words) {
  const groups = ["names", "claims"].map((name) => {
    const box = document.createElement("div");
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", words[name]);
    const heading = document.createElement("div");
    heading.className = "search__heading";
    heading.setAttribute("aria-hidden", "true");
    heading.textContent = words[name];
    const options = choices.flatMap((choice, i) => (choice.group === name ? [optionOf(choice, i)] : []));
    box.append(heading, ...options);
    return options.length ? [box] : [];
  });
  list.replaceChildren(...groups.flat());
}

/** Make the form's field suggest. Out of the explorer names lead to the list. */
export function initSearch(form) {
  const field = form.querySelector(".search__field");
  const list = form.querySelector(".search__list");
  const voice = form.querySelector("[data-search-voice]");
  const words = JSON.parse(form.dataset.searchWords);
  const inExplorer = Boolean(document.querySelector(".explorer"));
  const query = () => (inExplorer ? location.search : "?view=list");
  const state = { choices: [], active: -1, waiting: 0, asking: null, typed: field.value };
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-expanded", "false");
  field.setAttribute("aria-controls", list.id);

  const shut = () => {
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    activate(-1);
  };
  const show = () => {
    list.hidden = !state.choices.length;
    field.setAttribute("aria-expanded", String(!list.hidden));
  };
  const activate = (index) => {
    state.active = index;
    for (const option of list.querySelectorAll("[role=option]")) {
      const on = option.id === `suggestion-${index}`;
      option.setAttribute("aria-selected", String(on));
      if (on) option.scrollIntoView({ block: "nearest" });
    }
    if (index < 0) field.removeAttribute("aria-activedescendant");
    else field.setAttribute("aria-activedescendant", `suggestion-${index}`);
  };
  /** Close, and take nothing any more of what was asked for. */
  const stop = () => {
    clearTimeout(state.waiting);
    state.asking?.abort();
    shut();
  };
  const ask = async () => {
    state.asking?.abort();
    const typed = field.value.trim();
    if (!typed) {
      Object.assign(state, { choices: [], typed });
      shut();
      return;
    }
    state.asking = new AbortController();
    try {
      const answer = await fetch(searchQuery(typed, query()), { signal: state.asking.signal });
      if (!answer.ok) throw new Error(`status ${answer.status}`);
      state.choices = choicesOf(await answer.json(), { query: query(), words });
    } catch (error) {
      if (error.name === "AbortError") return;
      // The form still searches; only the suggestions are missing.
      state.choices = [];
    }
    state.typed = typed;
    if (document.activeElement !== field) return;
    fill(list, state.choices, words);
    list.dataset.typed = typed;
    activate(-1);
    show();
    voice.textContent = state.choices.length ? worded(words.suggested, { n: state.choices.length }) : words.none;
  };
  field.addEventListener("input", () => {
    clearTimeout(state.waiting);
    state.waiting = setTimeout(ask, DELAY_MS);
  });
  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by) {
      event.preventDefault();
      if (list.hidden && state.choices.length) show();
      activate(list.hidden ? -1 : step(state.active, by, state.choices.length));
    } else if (event.key === "Enter" && state.active >= 0) {
      event.preventDefault();
      location.assign(state.choices[state.active].href);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      stop();
    }
  });
  field.addEventListener("focus", () => (state.typed === field.value.trim() ? show() : ask()));
  field.addEventListener("blur", stop);
  // The press must not take the focus from the field before the click arrives.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) location.assign(state.choices[Number(option.id.split("-")[1])].href);
  });
}
