/**
 * The network in a file of its own: no server, no panel; what is looked at is said under the drawing.
 * In: the file's own elements. Out: a drawing that moves, its table stands below it.
 */

import { sampleShapes } from "./edges.js";
import { initZoom, NetworkView, paintKey, tieWords } from "./netview.js";
import { readTokens, sizeCanvas } from "./pen.js";
import { worded } from "./said.js";
import { paintShapes } from "./shapes.js";
import { watchTheme } from "./theme.js";

const SAMPLE = { width: 56, height: 20 };

function start() {
  const find = (name) => document.querySelector(`[data-${name}]`);
  const [answer, words] = ["answer", "words"].map((name) => JSON.parse(find(name).textContent));
  const said = find("said");
  const describe = (node) => [node.label, worded(words.claims, { n: node.claims }), ...view.tiesOf(node.id).map((edge) => tieWords(view, edge, words))].join(". ");
  const view = new NetworkView(find("network"), answer, {
    words,
    dir: document.documentElement.dir,
    onActor: (node) => {
      said.textContent = describe(node);
    },
    onEdge: (edge) => {
      said.textContent = edge ? tieWords(view, edge, words) : "";
    },
  });
  view.walk(find("focus"), { describe, describeTie: (edge) => tieWords(view, edge, words) });
  initZoom(find("tools"), view);
  const samples = () => paintKey(document, (canvas, kind) => {
    const tokens = readTokens(document.documentElement);
    const ctx = sizeCanvas(canvas, SAMPLE.width, SAMPLE.height);
    ctx.clearRect(0, 0, SAMPLE.width, SAMPLE.height);
    paintShapes(ctx, sampleShapes(kind, { ...tokens, canvas: tokens.surface }, SAMPLE.width, SAMPLE.height), tokens.font);
  });
  samples();
  watchTheme(() => requestAnimationFrame(samples));
}

start();
