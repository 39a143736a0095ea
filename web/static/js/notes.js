/**
 * Where notes stand beside a text so that none lies on another, each as near its words as can be.
 * In: where each wants to begin and how high it is, in the order of the text. Out: where it begins.
 */

/**
 * The chosen note stands at its words. Those before it move up only as far as they must, and behind
 * it where there is no room for them above; those after it move down.
 * @param {{top: number, height: number}[]} wanted @param {number} gap
 * @param {{least?: number, chosen?: number}} options `least` = the highest place there is
 * @returns {number[]}
 */
export function stack(wanted, gap, { least = 0, chosen = -1 } = {}) {
  const tops = down(wanted, gap, least);
  if (chosen < 0 || tops[chosen] <= wanted[chosen].top) return tops;
  const place = Math.max(wanted[chosen].top, least);
  const above = fitting(wanted.slice(0, chosen), gap, place - least);
  tops[chosen] = place;
  for (let i = above - 1, next = place; i >= 0; i -= 1) {
    tops[i] = next = Math.min(tops[i], next - gap - wanted[i].height);
  }
  const below = [...wanted.keys()].filter((i) => i >= above && i !== chosen);
  const rest = down(below.map((i) => wanted[i]), gap, place + wanted[chosen].height + gap);
  below.forEach((i, n) => (tops[i] = rest[n]));
  return tops;
}

/** One under another, none above `free`. */
function down(notes, gap, free) {
  return notes.map(({ top, height }) => {
    const at = Math.max(top, free);
    free = at + height + gap;
    return at;
  });
}

/** How many of the first notes `room` holds. */
function fitting(notes, gap, room) {
  let many = 0;
  while (many < notes.length && (room -= notes[many].height + gap) >= 0) many += 1;
  return many;
}

/** The claim a press on a mark means: the shortest, then, pressed again, the next beneath it. */
export function pressed(claims, chosen) {
  return claims[(claims.indexOf(chosen) + 1) % claims.length];
}

/** The claim `by` steps on from the chosen one, round at the ends; from none the first or last. */
export function stepped(claims, chosen, by) {
  if (!claims.length) return null;
  const at = claims.indexOf(chosen);
  if (at < 0) return by > 0 ? claims[0] : claims.at(-1);
  return claims[(at + by + claims.length) % claims.length];
}
