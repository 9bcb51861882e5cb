// How the picture lies under the window: a point of the scene stands at point × k + (x, y), in CSS pixels.

import type { Box } from "./boxes.ts";
import type { Inset, Scene } from "./renderer.ts";
import { widthOf } from "./text.ts";

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
const MOST_FIT = 1.5;
/** Room at the border, as a part of the window and in pixels at most; with words beside the outermost nodes, less. */
const AIR = 0.06;
const MOST_AIR = 48;
const WORDED_AIR = 14;
const WORDS = 20;
/** With more nodes than this their words are not measured. */
const MEASURED = 400;
const HALF_EM = 6.5;
const LINE_EMS = 9;
const ROUNDS = 4;

/** How much larger than at scale 1 nodes and edges are drawn: they grow more slowly than the gaps between them. */
export function growth(k: number): number {
  return Math.min(2.2, Math.max(0.22, Math.sqrt(k)));
}

/** The view that brings some nodes, or all, into the window but for what panels cover. */
export function fitting(scene: Scene, size: Size, inset: Inset, some?: readonly number[]): View {
  const nodes = some?.length ? Uint32Array.from(some) : Uint32Array.from(scene.x.keys());
  const worded = nodes.length <= MEASURED;
  const words = new Float32Array(nodes.length);
  if (worded) nodes.forEach((node, at) => (words[at] = HALF_EM * Math.min(LINE_EMS, widthOf(scene.label[node]))));
  const air = worded ? WORDED_AIR : Math.min(MOST_AIR, AIR * Math.min(size.width, size.height));
  const width = Math.max(80, size.width - inset.left - inset.right - 2 * air);
  const height = Math.max(80, size.height - inset.top - inset.bottom - 2 * air - WORDS);
  let k = MOST_FIT;
  let box = bounds(scene, nodes, words, k);
  for (let round = 0; round < (worded ? ROUNDS : 1); round += 1) {
    const { left, right, top, bottom } = box;
    k = Math.min(MOST_FIT, k * Math.min(width / Math.max(1, right - left), height / Math.max(1, bottom - top)));
    box = bounds(scene, nodes, words, k);
  }
  return {
    k,
    x: inset.left + air + (width - box.left - box.right) / 2,
    y: inset.top + air + (height - box.top - box.bottom) / 2,
  };
}

/** The smallest useful scale: everything in a quarter of the window, as panels may leave no more. */
export function leastZoom(scene: Scene, size: Size): number {
  return Math.min(0.5, fitting(scene, size, { top: 0, right: 0, bottom: 0, left: 0 }).k / 4);
}

/** The pixels that nodes and half their words take at a scale. */
function bounds({ x, y, radius }: Scene, nodes: Uint32Array, words: Float32Array, k: number): Box {
  if (!nodes.length) return { left: 0, right: 0, top: 0, bottom: 0 };
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  const grown = growth(k);
  nodes.forEach((node, at) => {
    const across = Math.max(radius[node] * grown, words[at]);
    box.left = Math.min(box.left, x[node] * k - across);
    box.right = Math.max(box.right, x[node] * k + across);
    box.top = Math.min(box.top, y[node] * k - radius[node] * grown);
    box.bottom = Math.max(box.bottom, y[node] * k + radius[node] * grown);
  });
  return box;
}
