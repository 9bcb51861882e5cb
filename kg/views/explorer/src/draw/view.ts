// How the picture lies under the window: a point of the scene stands at point × k + (x, y), in CSS pixels.

import type { Inset, Scene } from "./renderer.ts";

export interface View {
  k: number;
  x: number;
  y: number;
}

export interface Size {
  width: number;
  height: number;
}

export const MOST_ZOOM = 8;
/** A few nodes are not blown up to fill the window. */
const MOST_FIT = 1.6;
const AIR = 28;
/** Room for the words under the lowest nodes. */
const WORDS = 26;

/** How much larger than at scale 1 nodes and edges are drawn: they grow more slowly than the gaps between them. */
export function growth(k: number): number {
  return Math.min(2.2, Math.max(0.22, Math.sqrt(k)));
}

/** The view that brings some nodes, or all, into the window but for what panels cover. */
export function fitting(scene: Scene, size: Size, inset: Inset, nodes?: readonly number[]): View {
  const box = bounds(scene, nodes);
  const width = Math.max(80, size.width - inset.left - inset.right - 2 * AIR);
  const height = Math.max(80, size.height - inset.top - inset.bottom - 2 * AIR - WORDS);
  const across = Math.max(1, box.right - box.left);
  const down = Math.max(1, box.bottom - box.top);
  const k = Math.min(MOST_FIT, width / across, height / down);
  return {
    k,
    x: inset.left + AIR + width / 2 - (k * (box.left + box.right)) / 2,
    y: inset.top + AIR + height / 2 - (k * (box.top + box.bottom)) / 2,
  };
}

/** The smallest useful scale: everything in half of the window. */
export function leastZoom(scene: Scene, size: Size): number {
  return Math.min(0.5, fitting(scene, size, { top: 0, right: 0, bottom: 0, left: 0 }).k / 2);
}

function bounds(scene: Scene, nodes?: readonly number[]): { left: number; right: number; top: number; bottom: number } {
  const { x, y, radius } = scene;
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  const many = nodes?.length || x.length;
  for (let at = 0; at < many; at += 1) {
    const node = nodes?.length ? nodes[at] : at;
    box.left = Math.min(box.left, x[node] - radius[node]);
    box.right = Math.max(box.right, x[node] + radius[node]);
    box.top = Math.min(box.top, y[node] - radius[node]);
    box.bottom = Math.max(box.bottom, y[node] + radius[node]);
  }
  return many ? box : { left: 0, right: 0, top: 0, bottom: 0 };
}
