/**
 * The elements of a drawing of lanes, as `_stage.html` has them: what scrolls, the column of lanes, the
 * canvases one over the other.
 */

const find = (name) => document.querySelector(`[data-${name}]`);

/** @returns {{scroll: HTMLElement, lanes: HTMLElement, stage: HTMLElement, scene: HTMLCanvasElement, overlay: HTMLCanvasElement, ghost: HTMLCanvasElement}} */
export function stageParts() {
  const stage = find("stage");
  const canvas = (name) => stage.querySelector(`.timeline__${name}`);
  return { scroll: find("scroll"), lanes: find("lanes"), stage, scene: canvas("scene"), overlay: canvas("overlay"), ghost: canvas("ghost") };
}
