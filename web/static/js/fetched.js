/**
 * Further pages of the list's rows, as the server writes them.
 * In: an address of /rows. Out: the rows as elements of this page, the address of the next page.
 */

/**
 * @param {string} address
 * @returns {Promise<{bodies: HTMLTableSectionElement[], head: HTMLTableSectionElement, total: number, next: {rows: string, text: string} | null}>}
 */
export async function fetchRows(address) {
  const answer = await fetch(address, { headers: { Accept: "text/html" } });
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  const parsed = new DOMParser().parseFromString(await answer.text(), "text/html");
  const next = parsed.querySelector("a[rel=next]");
  const table = parsed.querySelector("table");
  return {
    bodies: [...table.tBodies].map((body) => document.importNode(body, true)),
    head: document.importNode(table.tHead, true),
    total: Number(table.dataset.total),
    next: next && { rows: next.getAttribute("href"), text: next.textContent },
  };
}

/** A day that goes on from the page before needs no second heading. */
export function withoutRepeat(bodies, before) {
  const day = bodies[0]?.dataset.day;
  if (day && day === before?.lastDay) bodies[0].querySelector(".rows__day")?.remove();
}

/** How many rows of events there are. @param {HTMLTableSectionElement[]} bodies */
export const countRows = (bodies) => bodies.reduce((sum, body) => sum + body.querySelectorAll(".rows__row").length, 0);
