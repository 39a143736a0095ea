/**
 * The panel beside the drawing: the server's own fragment about one event, put in without innerHTML.
 * In: an event's page. Out: the panel's content; what was asked for last wins, whatever comes last.
 */

/**
 * @param {HTMLElement} panel
 * @param {{unreachable: string, openPage: string}} texts
 */
export function makePanel(panel, texts) {
  const content = panel.querySelector("[data-panel-content]");
  let asked = 0;
  let coming = null;
  const show = (nodes) => {
    coming = null;
    content.replaceChildren(...nodes);
    panel.scrollTop = 0;
    panel.removeAttribute("aria-busy");
  };
  /** Show nodes once they are there, unless something else has been asked for since. */
  const follow = async (nodes, href, focus) => {
    asked += 1;
    const mine = asked;
    const from = document.activeElement;
    coming = href;
    panel.setAttribute("aria-busy", "true");
    const found = await nodes;
    if (mine !== asked) return;
    show(found);
    // Who has gone on meanwhile is not called back.
    if (focus && document.activeElement === from) panel.focus({ preventScroll: true });
  };
  const open = () => panel.classList.add("explorer__panel--open");
  const close = () => panel.classList.remove("explorer__panel--open");
  panel.querySelector("[data-panel-close]")?.addEventListener("click", close);

  return {
    open,
    close,
    focus: () => panel.focus({ preventScroll: true }),
    /** The page of the event that is asked for and not there yet, or null. */
    coming: () => coming,
    /** Fetch and show the event's fragment; `focus`: then move there. */
    load: (href, { focus = false } = {}) => follow(fetchFragment(href).catch(() => failure(href, texts)), href, focus),
    /** Show these nodes, or those that a promise brings. */
    show(nodes) {
      if (nodes instanceof Promise) return follow(nodes, null, false);
      asked += 1;
      show(nodes);
      return null;
    },
    /** Show a list of events, or of a promise of them, to choose from. */
    list: (title, items, onChoose) => follow(Promise.resolve(items).then((found) => [choices(title, found, onChoose)]), null, false),
  };
}

async function fetchFragment(href) {
  const url = new URL(href, location.href);
  if (url.origin !== location.origin) throw new Error("another site");
  url.searchParams.set("panel", "1");
  const ui = new URLSearchParams(location.search).get("ui");
  if (ui) url.searchParams.set("ui", ui);
  const answer = await fetch(url, { headers: { Accept: "text/html" } });
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  const parsed = new DOMParser().parseFromString(await answer.text(), "text/html");
  return [...parsed.body.childNodes].map((node) => document.importNode(node, true));
}

function failure(href, texts) {
  const box = document.createElement("div");
  box.className = "panel";
  const message = document.createElement("p");
  message.className = "message message--warn";
  message.textContent = texts.unreachable;
  const link = document.createElement("a");
  link.href = href;
  link.textContent = texts.openPage;
  box.append(message, link);
  return [box];
}

function choices(title, items, onChoose) {
  const box = document.createElement("div");
  box.className = "panel";
  const heading = document.createElement("h2");
  heading.className = "gist";
  heading.textContent = title;
  const list = document.createElement("ul");
  list.className = "claims";
  for (const item of items) {
    const entry = document.createElement("li");
    entry.className = "claim";
    const link = document.createElement("a");
    link.href = item.href;
    const name = document.createElement("bdi");
    name.textContent = item.sentence || item.label;
    link.append(name);
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      onChoose(item);
    });
    entry.append(link);
    list.append(entry);
  }
  box.append(heading, list);
  return box;
}
