/**
 * Which days are known: intervals that join where they touch.
 * In: stretches of days. Out: whether a stretch is covered; pure but for its own list.
 */

/** Joined intervals of days, ends not included. */
export class Covered {
  constructor() {
    this.parts = [];
  }

  add(from, end) {
    const apart = this.parts.filter(([a, b]) => b < from || a > end);
    const near = this.parts.filter(([a, b]) => b >= from && a <= end);
    apart.push([Math.min(from, ...near.map((p) => p[0])), Math.max(end, ...near.map((p) => p[1]))]);
    this.parts = apart.sort((p, q) => p[0] - q[0]);
  }

  has(from, end) {
    return this.parts.some(([a, b]) => a <= from && b >= end);
  }

  keep(from, end) {
    this.parts = this.parts.map(([a, b]) => [Math.max(a, from), Math.min(b, end)]).filter(([a, b]) => b > a);
  }
}
