/** A choice of days made narrower. Pure. */

import { formatDay } from "./day.js";

const NARROWER = { from: (a, b) => (a > b ? a : b), to: (a, b) => (a < b ? a : b) };

/**
 * The query with its days narrowed to the window; days before the year 0 are left as they stand.
 * @param {string} query @param {[number, number]} window day numbers, both in it @returns {string}
 */
export function narrowed(query, window) {
  const found = new URLSearchParams(query);
  Object.keys(NARROWER).forEach((name, index) => {
    const given = found.get(name);
    const day = formatDay(window[index]);
    const plain = given !== null && !/^-/.test(given + day);
    found.set(name, plain ? NARROWER[name](given, day) : day);
  });
  return `?${found}`;
}
