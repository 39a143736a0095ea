/**
 * Where notes stand beside a text so that none lies on another, each as near its words as can be.
 * In: where each wants to begin and how high it is, in the order of the text. Out: where it begins.
 */

/**
 * The chosen note stands at its words; those before it move up only as far as they must, those
 * after it down.
 * @param {{top: number, height: number}[]} wanted @param {number} gap
 * @param {{least?: number, chosen?: number}} options `least` = the highest place there is
 * @returns {number[]}
 */
export function stack(wanted, gap, { least = 0, chosen = -1 } = {}) {
  const tops = [];
  let free = least;
  wanted.forEach((note, index) => {
    tops[index] = Math.max(note.top, free);
    free = tops[index] + note.height + gap;
  });
  if (chosen < 0 || tops[chosen] <= wanted[chosen].top) return tops;
  // Those before need this much room in any case.
  const room = wanted.slice(0, chosen).reduce((sum, note) => sum + note.height + gap, least);
  tops[chosen] = Math.max(wanted[chosen].top, room);
  for (let i = chosen - 1; i >= 0; i -= 1) {
    tops[i] = Math.min(tops[i], tops[i + 1] - gap - wanted[i].height);
  }
  for (let i = chosen + 1; i < wanted.length; i += 1) {
    tops[i] = Math.max(wanted[i].top, tops[i - 1] + wanted[i - 1].height + gap);
  }
  return tops;
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
