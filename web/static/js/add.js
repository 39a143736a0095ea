/**
 * Adding many files: each goes to the server by itself, and a list says how far it is.
 * In: the form of /add, files chosen or dropped. Out: previews to look at, then what was stored.
 * One text or one file is sent by the form itself, as without this script.
 */

const TRIES = 6;
const PAUSE_MS = 1500;

/** @typedef {{name: string, errors: string[], stored: boolean, articles: object[]}} Entry */

/** What stands behind a file's name: its state, then sentences, then links. */
export function linesOf(answer, words) {
  const [entry] = answer.entries;
  const wrong = entry.errors.length > 0;
  const state = wrong ? "wrong" : entry.stored ? "stored" : "ready";
  const lines = [...entry.errors];
  const links = [];
  for (const article of entry.articles) {
    lines.push({ text: article.title, lang: article.language, title: true }, { text: article.says });
    if (article.undatable.length) lines.push({ text: `${words.noDay} ${article.undatable.join(" · ")}` });
    if (article.same.length && !entry.stored) lines.push({ text: `${words.same} ${article.same.join(" · ")}` });
    lines.push(...article.warnings);
    if (entry.stored) links.push({ text: words.article, href: article.href }, { text: words.explorer, href: article.explorer });
  }
  if (!entry.stored && !wrong) links.push({ text: words.look, href: answer.page });
  return { state, lines, links };
}

/** The line over the list. */
export function progressLine(rows, words) {
  const count = (...states) => rows.filter((row) => states.includes(row.state)).length;
  const values = { all: rows.length, done: rows.length - count("waiting", "reading"), wrong: count("wrong"), stored: count("stored") };
  return words.progress.replace(/%\((\w+)\)s/g, (_, name) => values[name]);
}

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** Ask again while the server is busy; whatever it says in the end is the answer. */
export async function post(address, body, { ask = fetch, wait = pause } = {}) {
  for (let turn = 1; ; turn += 1) {
    let answer;
    try {
      answer = await ask(address, { method: "POST", body, headers: { Accept: "application/json" } });
    } catch {
      return { failed: null };
    }
    if (answer.status === 503 && turn < TRIES) {
      await wait(PAUSE_MS * turn);
      continue;
    }
    const said = await answer.json().catch(() => null);
    return answer.ok ? said : { failed: said?.error?.message ?? null };
  }
}

function element(tag, { text, className, lang, href } = {}) {
  const made = document.createElement(tag);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  if (lang) {
    made.lang = lang;
    made.dir = "auto";
  }
  if (href) made.href = href;
  return made;
}

class Row {
  constructor(file, list, words) {
    this.file = file;
    this.words = words;
    this.item = element("li", { className: "progress__file" });
    list.append(this.item);
    this.say("waiting");
  }

  say(state, lines = [], links = []) {
    this.state = state;
    const head = element("p");
    head.append(element("bdi", { text: this.file.name }), " — ", element("span", { text: this.words[state], className: `progress__state progress__state--${state}` }));
    const said = lines.map((line) => (line.title ? withBdi(line) : element("p", line)));
    const row = element("p", { className: "form__actions" });
    for (const link of links) row.append(element("a", link));
    this.item.replaceChildren(head, ...said, ...(links.length ? [row] : []));
  }

  fail(text, lang) {
    this.say("wrong", [{ text: text ?? this.words.lost, lang: text ? lang : undefined }]);
  }

  take(answer) {
    if (answer.failed !== undefined) {
      this.fail(answer.failed, "en");
      return;
    }
    const { state, lines, links } = linesOf(answer, this.words);
    this.token = answer.token;
    this.say(state, lines, links);
  }
}

function withBdi({ text, lang }) {
  const line = element("p");
  line.append(element("bdi", { text, lang }));
  return line;
}

/** One form's files on their way. */
class Intake {
  constructor(form, section) {
    this.form = form;
    this.section = section;
    this.words = JSON.parse(document.querySelector("[data-words]").textContent);
    this.line = section.querySelector("[data-progress-line]");
    this.list = section.querySelector("[data-progress-list]");
    this.storeAll = section.querySelector("[data-store-all]");
    this.rows = [];
    this.storeAll.addEventListener("click", () => this.store());
  }

  async read(files) {
    this.section.hidden = false;
    this.section.querySelector("h2").focus();
    const fresh = files.map((file) => new Row(file, this.list, this.words));
    this.rows.push(...fresh);
    for (const row of fresh) {
      if (row.file.size > Number(this.form.dataset.mostBytes)) row.fail(this.words.tooLarge);
      else await this.send(row);
      this.tell();
    }
  }

  async send(row) {
    row.say("reading");
    this.tell();
    const body = new FormData();
    for (const name of ["csrf_token", "published", "lang", "publisher"]) body.set(name, this.form.elements[name].value);
    body.set("files", row.file, row.file.name);
    row.take(await post("/add/preview", body));
  }

  async store() {
    this.storeAll.disabled = true;
    for (const row of this.rows.filter((one) => one.state === "ready")) {
      row.say("storing");
      const body = new FormData();
      body.set("csrf_token", this.form.elements.csrf_token.value);
      row.take(await post(`/add/previews/${row.token}/store`, body));
      this.tell();
    }
    this.storeAll.disabled = false;
    this.tell();
  }

  tell() {
    this.line.textContent = progressLine(this.rows, this.words);
    this.storeAll.hidden = !this.rows.some((row) => row.state === "ready");
  }
}

/** Files dropped on the page fill the field, as if they had been chosen. */
function takeDrops(zone, field) {
  const over = (on) => zone.classList.toggle("add__drop--over", on);
  document.addEventListener("dragover", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    over(true);
  });
  document.addEventListener("dragleave", (event) => event.relatedTarget || over(false));
  document.addEventListener("drop", (event) => {
    over(false);
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    field.files = event.dataTransfer.files;
    field.dispatchEvent(new Event("change"));
    field.focus();
  });
}

function start(form) {
  const field = form.elements.files;
  const intake = new Intake(form, document.querySelector("[data-progress]"));
  takeDrops(form.querySelector("[data-drop]"), field);
  field.addEventListener("change", () => {
    field.setCustomValidity(field.files.length > Number(form.dataset.mostFiles) ? intake.words.tooMany : "");
    field.reportValidity();
  });
  form.addEventListener("submit", (event) => {
    const { text, title, source, address } = form.elements;
    const alone = [text, title, source, address].some((one) => one?.value.trim());
    if (field.files.length < 2 || alone) return;
    event.preventDefault();
    const files = [...field.files];
    field.value = "";
    intake.read(files);
  });
}

if (typeof document !== "undefined") {
  const form = document.querySelector("[data-add]");
  if (form) start(form);
}
