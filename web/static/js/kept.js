/**
 * Where a reader has moved actors of the network: kept in this browser, by the actor's IRI.
 * In: localStorage, which may be missing, full or hold anything. Out: places; nothing is ever thrown.
 */

const KEY = "claimline.network.places";
const MOST = 500;
const FARTHEST = 100_000;

/** @returns {Record<string, [number, number]>} */
export function readPlaces(storage = safely(() => globalThis.localStorage)) {
  const held = safely(() => JSON.parse(storage.getItem(KEY)));
  if (!held || typeof held !== "object" || Array.isArray(held)) return {};
  const good = ([, place]) => Array.isArray(place) && place.length === 2 && place.every((n) => Number.isFinite(n) && Math.abs(n) <= FARTHEST);
  return Object.fromEntries(Object.entries(held).filter(good));
}

/** Remember one; the oldest of too many are forgotten. */
export function keepPlace(id, place, storage = safely(() => globalThis.localStorage)) {
  const { [id]: _, ...others } = readPlaces(storage);
  const kept = [...Object.entries(others), [id, place]].slice(-MOST);
  safely(() => storage.setItem(KEY, JSON.stringify(Object.fromEntries(kept))));
}

export function forgetPlaces(storage = safely(() => globalThis.localStorage)) {
  safely(() => storage.removeItem(KEY));
}

function safely(act) {
  try {
    return act();
  } catch {
    return null;
  }
}
