// What lies under a point: the nearest node, or else the nearest edge. Columns are read from end to end, which takes
// less time than keeping an index.

import type { Hit, Scene } from "./renderer.ts";
import { growth, type View } from "./view.ts";

const EDGE_REACH = 4;

/** What lies under a point of the window; `reach` is how far beside a node still counts, in pixels. */
export function hitAt(scene: Scene, view: View, x: number, y: number, reach: number): Hit {
  const node = nodeAt(scene, view, x, y, reach);
  if (node >= 0) return { node };
  const edge = edgeAt(scene, view, x, y, EDGE_REACH + reach / 4);
  return edge >= 0 ? { edge } : null;
}

function nodeAt(scene: Scene, view: View, x: number, y: number, reach: number): number {
  const px = (x - view.x) / view.k;
  const py = (y - view.y) / view.k;
  const grown = growth(view.k) / view.k;
  const slack = reach / view.k;
  let found = -1;
  let least = slack;
  for (let node = 0; node < scene.x.length; node += 1) {
    const dx = scene.x[node] - px;
    const dy = scene.y[node] - py;
    const size = scene.radius[node] * grown;
    const limit = least + size;
    if (dx > limit || dx < -limit || dy > limit || dy < -limit) continue;
    const beside = Math.sqrt(dx * dx + dy * dy) - size;
    if (beside < least || (beside === least && found < 0)) {
      least = beside;
      found = node;
    }
  }
  return found;
}

function edgeAt(scene: Scene, view: View, x: number, y: number, reach: number): number {
  const px = (x - view.x) / view.k;
  const py = (y - view.y) / view.k;
  let found = -1;
  let least = reach / view.k;
  const half = growth(view.k) / view.k / 2;
  for (let edge = 0; edge < scene.from.length; edge += 1) {
    const a = scene.from[edge];
    const b = scene.to[edge];
    const ax = scene.x[a] - px;
    const ay = scene.y[a] - py;
    const dx = scene.x[b] - scene.x[a];
    const dy = scene.y[b] - scene.y[a];
    const along = -(ax * dx + ay * dy);
    const length = dx * dx + dy * dy;
    if (along <= 0 || along >= length) continue;
    const beside = Math.abs(ax * dy - ay * dx) / Math.sqrt(length) - scene.width[edge] * half;
    const far = scene.edgeFaded[edge] ? beside + 2 / view.k : beside;
    if (far < least) {
      least = far;
      found = edge;
    }
  }
  return found;
}
