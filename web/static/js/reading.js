/**
 * The article's page: notes placed beside their words, marks and notes linked both ways, steps from
 * claim to claim, kinds shown or not, #claim-… in the address. Without it the page reads as well:
 * notes stand beside their paragraph and links lead from one to the other.
 */

import { pressed, stack, stepped } from "./notes.js";
import { figure } from "./said.js";

const GAP = 8;
const KINDS = ["statement", "meeting", "redline"];

function initReading(reading) {
  const notes = [...reading.querySelectorAll(".note")];
  if (!notes.length) return;
  const marks = [...reading.querySelectorAll("mark[data-claims]")].map((element) => ({
    element,
    claims: element.dataset.claims.split(" "),
  }));
  const tools = reading.querySelector("[data-reading-tools]");
  const wide = matchMedia("(min-width: 56.01rem)");
  const kindOf = new Map(notes.map((note) => [note.id, note.dataset.kind]));
  const marksOf = (id) => marks.filter((mark) => mark.claims.includes(id));
  const shown = new Set(KINDS);
  let chosen = null;

  const visible = () => notes.filter((note) => !note.hidden);
  const noteOf = (id) => notes.find((note) => note.id === id);

  function place() {
    const blocks = reading.querySelector(".reading__blocks");
    const ordered = visible();
    blocks.style.minBlockSize = "";
    for (const note of notes) note.style.insetBlockStart = "";
    if (!wide.matches) return;
    const base = reading.getBoundingClientRect();
    reading.style.setProperty("--note-width", `${tools.offsetWidth}px`);
    const wanted = ordered.map((note) => ({
      top: (marksOf(note.id)[0]?.element.getBoundingClientRect().top ?? base.top) - base.top,
      height: note.offsetHeight,
    }));
    const least = tools.offsetHeight + GAP;
    const tops = stack(wanted, GAP, { least, chosen: ordered.findIndex((n) => n.id === chosen) });
    ordered.forEach((note, i) => (note.style.insetBlockStart = `${tops[i]}px`));
    const last = ordered.length - 1;
    if (last >= 0) blocks.style.minBlockSize = `${tops[last] + wanted[last].height}px`;
  }

  function point(ids, on) {
    for (const id of ids) {
      noteOf(id)?.classList.toggle("is-near", on);
      for (const mark of marksOf(id)) mark.element.classList.toggle("is-near", on);
    }
  }

  function paint() {
    for (const note of notes) note.classList.toggle("is-selected", note.id === chosen);
    for (const mark of marks) mark.element.classList.toggle("is-selected", mark.claims.includes(chosen));
    const ordered = visible();
    const at = ordered.findIndex((note) => note.id === chosen);
    tools.querySelector("[data-at]").textContent = at < 0 ? "" : `${figure(at + 1)} / ${figure(ordered.length)}`;
  }

  function choose(id, { focus = null, scroll = true } = {}) {
    chosen = id;
    paint();
    place();
    history.replaceState(history.state, "", id ? `#${id}` : location.pathname + location.search);
    if (!id) return;
    if (focus) focus.focus({ preventScroll: true });
    const target = wide.matches ? marksOf(id)[0]?.element ?? noteOf(id) : noteOf(id);
    if (scroll) target.scrollIntoView({ block: wide.matches ? "center" : "nearest" });
  }

  function step(by) {
    const id = stepped(visible().map((note) => note.id), chosen, by);
    if (id) choose(id, { focus: noteOf(id) });
  }

  /** A mark is drawn for the kinds of it that are shown, the shortest evidence first. */
  function repaint() {
    for (const note of notes) note.hidden = !shown.has(kindOf.get(note.id));
    for (const { element, claims } of marks) {
      const kinds = [...new Set(claims.map((id) => kindOf.get(id)))].filter((kind) => shown.has(kind));
      for (const kind of KINDS) {
        element.classList.toggle(`evidence--${kind}`, kinds[0] === kind);
        element.classList.toggle(`evidence--over-${kind}`, kinds[1] === kind);
      }
      element.classList.toggle("evidence--over", kinds.length > 1);
      element.classList.toggle("is-plain", !kinds.length);
    }
    if (chosen && noteOf(chosen).hidden) chosen = null;
    paint();
    place();
  }

  /** What an address asks for: a claim by its note, or where its words begin. */
  function fromAddress() {
    const hash = decodeURIComponent(location.hash.slice(1));
    const id = hash.startsWith("at-") ? `claim-${hash.slice(3)}` : hash;
    if (noteOf(id)) choose(id);
  }

  reading.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const back = event.target.closest("[data-to-text]");
    const mark = marks.find(({ element }) => element.contains(event.target));
    const note = event.target.closest(".note");
    if (mark) {
      event.preventDefault();
      const ids = mark.claims.filter((id) => !noteOf(id).hidden);
      if (ids.length) choose(pressed(ids, chosen), { scroll: !wide.matches });
    } else if (back) {
      event.preventDefault();
      const first = marksOf(note.id)[0].element;
      choose(note.id, { focus: first.querySelector("a"), scroll: false });
      first.scrollIntoView({ block: "center" });
    } else if (note && !event.target.closest("a")) {
      choose(note.id, { scroll: wide.matches });
    }
  });
  const near = (event, on) => {
    const mark = marks.find(({ element }) => element.contains(event.target));
    const note = event.target.closest?.(".note");
    if (mark) point(mark.claims, on);
    else if (note) point([note.id], on);
  };
  for (const name of ["pointerover", "focusin"]) reading.addEventListener(name, (e) => near(e, true));
  for (const name of ["pointerout", "focusout"]) reading.addEventListener(name, (e) => near(e, false));
  reading.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.matches("input[type=text], textarea")) return;
    if (event.key === "n" || event.key === "N") step(1);
    else if (event.key === "p" || event.key === "P") step(-1);
    else if (event.key === "Escape" && chosen) choose(null);
    else return;
    event.preventDefault();
  });
  tools.addEventListener("click", (event) => {
    const button = event.target.closest("[data-step]");
    if (!button) return;
    const id = stepped(visible().map((note) => note.id), chosen, Number(button.dataset.step));
    if (id) choose(id);
  });
  tools.addEventListener("change", (event) => {
    shown[event.target.checked ? "add" : "delete"](event.target.value);
    repaint();
  });

  reading.classList.add("reading--live");
  tools.hidden = false;
  new ResizeObserver(() => place()).observe(reading.querySelector(".reading__blocks"));
  wide.addEventListener("change", place);
  document.fonts?.ready.then(place);
  addEventListener("hashchange", fromAddress);
  place();
  fromAddress();
}

document.querySelectorAll("[data-reading]").forEach(initReading);
