/**
 * How each kind of tie between two actors looks, in the network and in its key.
 * In: a kind, the colours of the theme. Out: options for vis-network; a painted sample.
 */

/** @typedef {"met" | "said" | "warned" | "accused" | "denied" | "belongs"} EdgeKind */

/**
 * Line, dash and arrow by kind: shape says the same as colour.
 * @param {string} kind @param {Record<string, string>} tokens
 * @returns {{color: string, width: number, dashes: boolean | number[], arrow: string | null}}
 */
export function edgeLook(kind, tokens) {
  switch (kind) {
    case "met": return { color: tokens.meeting, width: 2, dashes: false, arrow: null };
    case "warned": return { color: tokens.statement, width: 1.5, dashes: false, arrow: "triangle" };
    case "accused": return { color: tokens.statement, width: 1.5, dashes: false, arrow: "bar" };
    case "denied": return { color: tokens.statement, width: 1.5, dashes: [5, 4], arrow: "vee" };
    case "belongs": return { color: tokens.rule, width: 1, dashes: false, arrow: null };
    default: return { color: tokens.statement, width: 1.5, dashes: false, arrow: "vee" };
  }
}

/** Paint one sample from left to right. */
export function drawEdgeSample(ctx, kind, tokens, width, height) {
  const { color, width: line, dashes, arrow } = edgeLook(kind, tokens);
  const y = height / 2;
  const end = width - 6;
  ctx.clearRect(0, 0, width, height);
  ctx.strokeStyle = color;
  ctx.fillStyle = color;
  ctx.lineWidth = line;
  ctx.setLineDash(dashes || []);
  ctx.beginPath();
  ctx.moveTo(4, y);
  ctx.lineTo(arrow ? end - 2 : end, y);
  ctx.stroke();
  ctx.setLineDash([]);
  if (!arrow) return;
  ctx.beginPath();
  if (arrow === "bar") {
    ctx.lineWidth = 2.5;
    ctx.moveTo(end, y - 6);
    ctx.lineTo(end, y + 6);
    ctx.stroke();
    return;
  }
  ctx.moveTo(end, y);
  ctx.lineTo(end - 9, y - 5);
  if (arrow === "vee") ctx.lineTo(end - 6, y);
  ctx.lineTo(end - 9, y + 5);
  ctx.closePath();
  ctx.fill();
}
