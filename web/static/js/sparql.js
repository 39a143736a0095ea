/**
 * The query page: an editor in place of the plain box, queries asked before, a table that sorts.
 * In: the page's own elements. Out: a page that works; without JavaScript its form and table stand.
 */

const KEPT = "claimline.sparql.asked";
const MOST_KEPT = 20;
const find = (name) => document.querySelector(`[data-${name}]`);
const readJson = (name) => JSON.parse(find(name).textContent);

/** The part of a prefixed name before the cursor, or null. */
export function nameBefore(text) {
  return /(?:^|[^\w:<?$-])((?:[A-Za-z][\w-]*:?|[A-Za-z][\w-]*:[\w-]+))$/.exec(text)?.[1] ?? null;
}

/** Names that begin as `typed` does, or whose last part does; at most `most`. */
export function completions(names, typed, most = 30) {
  const low = typed.toLowerCase();
  const own = (name) => name.slice(name.indexOf(":") + 1).toLowerCase();
  const first = names.filter((name) => name.toLowerCase().startsWith(low));
  const second = names.filter((name) => !first.includes(name) && own(name).startsWith(low));
  return [...first, ...second].slice(0, most);
}

/** The query with a line for the prefix of `name`, if none is there yet. */
export function withPrefix(query, name, prefixes) {
  const prefix = name.split(":")[0];
  if (!prefixes[prefix] || new RegExp(`\\bPREFIX\\s+${prefix}\\s*:`, "i").test(query)) return query;
  return `PREFIX ${prefix}: <${prefixes[prefix]}>\n${query}`;
}

function makeEditor(form, box, words, terms) {
  const Yasqe = globalThis.Yasqe;
  if (!Yasqe) return;
  // Its own completers would ask other sites; an empty list given below would be joined to them.
  Yasqe.defaults.autocompleters = [];
  const place = document.createElement("div");
  place.className = "sparql__editor";
  box.before(place);
  const ask = () => {
    box.value = editor.getValue();
    form.requestSubmit();
  };
  const editor = new Yasqe(place, {
    value: box.value, showQueryButton: false, resizeable: false, createShareableLink: null,
    persistenceId: null, collapsePrefixesOnLoad: false, editorHeight: "320px", lineWrapping: true,
    extraKeys: { Tab: false, "Shift-Tab": false, "Ctrl-Enter": ask, "Cmd-Enter": ask, "Ctrl-Space": () => complete(editor, terms) },
  });
  editor.setOption("extraKeys", { ...editor.getOption("extraKeys"), Tab: false, "Shift-Tab": false, "Ctrl-Enter": ask, "Cmd-Enter": ask, "Ctrl-Space": () => complete(editor, terms) });
  editor.setOption("direction", "ltr");
  editor.getInputField().setAttribute("aria-label", words.editor);
  // Who has no pointer scrolls a long query with the arrow keys, without moving the cursor.
  const scroller = editor.getScrollerElement();
  scroller.tabIndex = 0;
  scroller.setAttribute("role", "region");
  scroller.setAttribute("aria-label", words.editor);
  box.hidden = true;
  box.required = false;
  form.addEventListener("submit", () => {
    box.value = editor.getValue();
  });
  const line = Number(box.dataset.line);
  if (line) {
    editor.addLineClass(line - 1, "background", "sparql__bad-line");
    editor.scrollIntoView({ line: line - 1, ch: 0 }, 60);
  }
  find("editor-hint").hidden = false;
}

function complete(editor, terms) {
  const cursor = editor.getCursor();
  const typed = nameBefore(editor.getLine(cursor.line).slice(0, cursor.ch));
  if (!typed) return;
  const list = completions(terms.names, typed);
  editor.showHint({
    completeSingle: true,
    hint: () => ({ list, from: { line: cursor.line, ch: cursor.ch - typed.length }, to: cursor }),
  });
  const chosen = (name) => {
    const query = withPrefix(editor.getValue(), name, terms.prefixes);
    if (query === editor.getValue()) return;
    const at = editor.getCursor();
    editor.setValue(query);
    editor.setCursor({ line: at.line + 1, ch: at.ch });
  };
  const open = editor.state.completionActive;
  if (open) editor.on("endCompletion", () => list.filter((name) => editor.getValue().includes(name)).forEach(chosen));
  else if (list.length === 1) chosen(list[0]);
}

function readKept() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT) ?? "[]");
    return Array.isArray(kept) ? kept.filter((query) => typeof query === "string") : [];
  } catch {
    return [];
  }
}

/** Queries asked in this browser, newest first; they stay in it. */
function initHistory(form, box) {
  const shelf = find("history");
  const kept = readKept();
  const here = new URLSearchParams(location.search).get("query");
  const now = here ? [here, ...kept.filter((query) => query !== here)].slice(0, MOST_KEPT) : kept;
  try {
    localStorage.setItem(KEPT, JSON.stringify(now));
  } catch {
    return; // no room, or not allowed: nothing is kept
  }
  const others = now.filter((query) => query !== box.value);
  shelf.hidden = others.length === 0;
  shelf.querySelector("ol").replaceChildren(...others.map((query) => {
    const entry = document.createElement("li");
    const link = document.createElement("a");
    link.href = `/sparql?query=${encodeURIComponent(query)}`;
    link.className = "code";
    link.textContent = query.replace(/^\s*PREFIX[^\n]*\n/gim, "").replace(/\s+/g, " ").trim().slice(0, 120) || query.slice(0, 120);
    entry.append(link);
    return entry;
  }));
  find("forget").addEventListener("click", () => {
    localStorage.removeItem(KEPT);
    shelf.hidden = true;
  });
}

/** Numbers by size, else words by the page's language; what is empty last, whichever way. */
export function compareCells(a, b, down, compare) {
  if (!a || !b) return (a ? 0 : 1) - (b ? 0 : 1);
  const [x, y] = [Number(a), Number(b)];
  const order = Number.isFinite(x) && Number.isFinite(y) ? x - y : compare(a, b);
  return down ? -order : order;
}

function initSorting(table, words) {
  const body = table.tBodies[0];
  const { compare } = new Intl.Collator(document.documentElement.lang);
  [...table.tHead.rows[0].cells].forEach((head, column) => {
    const press = document.createElement("button");
    press.type = "button";
    press.className = "sparql__sort";
    press.textContent = head.textContent;
    press.title = words.sortBy.replace("{name}", head.textContent);
    head.replaceChildren(press);
    press.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const value = (row) => row.cells[column].textContent.trim();
      body.append(...[...body.rows].sort((a, b) => compareCells(value(a), value(b), down, compare)));
    });
  });
}

function main() {
  const form = find("sparql");
  if (!form) return;
  const box = find("query");
  const words = readJson("sparql-words");
  const terms = readJson("editor-terms");
  initHistory(form, box);
  const table = find("sortable");
  if (table && table.tBodies[0].rows.length > 1) initSorting(table, words);
  // The editor is a script of its own, which runs before or after this one.
  if (document.readyState === "complete") makeEditor(form, box, words, terms);
  else addEventListener("load", () => makeEditor(form, box, words, terms), { once: true });
}

if (globalThis.document) main();
