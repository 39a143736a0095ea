/**
 * Events in the panel of the network and the map: a sentence each, and the words that were said.
 * In: the address of the page, further filters. Out: list entries; asks /api/timeline.
 */

const MOST = 50;
// What an address says of a view, not of what is chosen.
const OF_VIEWS = ["view", "focus", "nodes", "event", "after", "window", "lanes", "facets"];

/**
 * @param {string} search of the page @param {Record<string, string>} filters
 * @param {(item: object) => void} onChoose
 * @returns {Promise<HTMLLIElement[]>} throws when the server does not answer
 */
export async function eventEntries(search, filters, onChoose) {
  const query = new URLSearchParams(search);
  for (const name of OF_VIEWS) query.delete(name);
  for (const [name, value] of Object.entries({ ...filters, limit: MOST })) query.set(name, value);
  const answer = await fetch(`/api/timeline?${query}`, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  const { items } = await answer.json();
  return items.map((item) => entry(item, onChoose));
}

function entry(item, onChoose) {
  const made = document.createElement("li");
  made.className = "claim";
  const link = document.createElement("a");
  link.href = item.href;
  link.textContent = item.sentence || item.label;
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    onChoose(item);
  });
  made.append(link);
  if (item.sentence && item.label) {
    const words = document.createElement("bdi");
    words.className = "claim__label";
    words.lang = item.lang;
    words.textContent = item.label;
    made.append(words);
  }
  return made;
}
