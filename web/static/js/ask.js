/**
 * Asking the server for more of the page's own selection.
 * In: the address of the page, what is wanted. Out: answers of /api/timeline.
 */

/** Raised when the server answers with anything but an answer. */
export class AskError extends Error {
  constructor(status) {
    super(`status ${status}`);
    this.name = "AskError";
  }
}

const OURS = ["event", "window", "view", "time", "folded", "moved", "all", "theme", "facets"];

/**
 * Asks /api/timeline for the page's own selection, narrowed further.
 * @param {() => string} query of the page's address
 */
export function makeAsk(query) {
  return async (params) => {
    const url = new URL("/api/timeline", location.href);
    const asked = new URLSearchParams(query());
    OURS.forEach((name) => asked.delete(name));
    const kinds = asked.getAll("kind").flatMap((kind) => kind.split(","));
    if (params.kind && kinds.length && !kinds.includes(params.kind)) return { mode: "items", items: [], next: null };
    const narrower = { from: (a, b) => (a > b ? a : b), to: (a, b) => (a < b ? a : b) };
    for (const [name, value] of Object.entries(params)) {
      if (Array.isArray(value)) {
        asked.delete(name);
        value.forEach((one) => asked.append(name, one));
        continue;
      }
      const given = asked.get(name);
      const text = String(value);
      asked.set(name, given && narrower[name] && !/^-/.test(given + text) ? narrower[name](given, text) : text);
    }
    url.search = asked.toString();
    const answer = await fetch(url, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new AskError(answer.status);
    return answer.json();
  };
}
