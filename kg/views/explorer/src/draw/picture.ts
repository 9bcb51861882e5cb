// A scene as it falls into a rectangle of the window: what is in it, how large, how strong. CSS pixels of the rectangle.

import type { Scene } from "./renderer.ts";
import { growth, type Size, type View } from "./view.ts";

export interface Picture extends Size {
  k: number;
  /** How far the rectangle reaches beyond the window, on each side. */
  margin: number;
  x: Float32Array;
  y: Float32Array;
  radius: Float32Array;
  /** 1 for nodes that can be seen. */
  near: Uint8Array;
  /** Nodes from the lightest to the weightiest, faded ones before all others. */
  order: Uint32Array;
  /** Opacity of edges: the more there are, the fainter. */
  alpha: number;
  /** Edges longer than this are fainter still; Infinity where there are few. */
  long: number;
  /** How much wider than at scale 1 edges are. */
  growth: number;
}

/** From the outline of what the scene is about to the outer edge of its ring. */
export const FOCUS = 4.5;

const LEAST_RADIUS = 1.5;
const LEAST_WIDTH = 0.55;
/** Share of the rectangle that edges may cover before they are thinned. */
const CALM = 0.2;
const FADED = 0.35;
const LEAST_LONG = 0.15;
/** Opacity times width of the faintest line that is drawn among many. */
const VISIBLE = 0.09;
const GOLDEN = 0.6180339887498949;
const JUDGED = 20_000;

/** The picture of a scene; `view` is that of the rectangle's top left corner. */
export function picture(scene: Scene, view: View, size: Size, order: Uint32Array, margin = 0): Picture {
  const many = scene.x.length;
  const grown = growth(view.k);
  const made: Picture = {
    ...size,
    k: view.k,
    margin,
    x: new Float32Array(many),
    y: new Float32Array(many),
    radius: new Float32Array(many),
    near: new Uint8Array(many),
    order,
    alpha: 1,
    long: Infinity,
    growth: grown,
  };
  for (let node = 0; node < many; node += 1) {
    const x = (made.x[node] = scene.x[node] * view.k + view.x);
    const y = (made.y[node] = scene.y[node] * view.k + view.y);
    const reach = (made.radius[node] = Math.max(LEAST_RADIUS, scene.radius[node] * grown));
    const apart = 2 * reach + 2;
    made.near[node] = Number(x > -apart && y > -apart && x < size.width + apart && y < size.height + apart);
  }
  const covered = coverage(scene, made) / (size.width * size.height);
  made.alpha = Math.min(0.9, Math.max(0.12, Math.min(0.45, 0.45 * view.k), CALM / covered));
  if (covered > CALM)
    made.long = Math.max(60, (Math.min(size.width, size.height) / 6) * Math.min(1, CALM / covered + 0.3));
  return made;
}

/** Whether an edge can reach into the picture. */
export function across(scene: Scene, { x, y, width, height }: Picture, edge: number): boolean {
  const a = scene.from[edge];
  const b = scene.to[edge];
  return !(
    (x[a] < 0 && x[b] < 0) ||
    (y[a] < 0 && y[b] < 0) ||
    (x[a] > width && x[b] > width) ||
    (y[a] > height && y[b] > height)
  );
}

/** The width at which an edge is drawn. */
export function widthOf(scene: Scene, { growth: grown }: Picture, edge: number): number {
  return Math.max(LEAST_WIDTH, scene.width[edge] * grown);
}

/**
 * The opacity at which an edge is drawn. Of edges among many that are too faint to be seen each by itself, some are
 * left out, with 0, and the others stand for them.
 */
export function opacity(scene: Scene, picture: Picture, edge: number): number {
  const whole = scene.edgeFaded[edge] ? picture.alpha * FADED : picture.alpha;
  if (picture.long === Infinity) return whole;
  const dx = picture.x[scene.from[edge]] - picture.x[scene.to[edge]];
  const dy = picture.y[scene.from[edge]] - picture.y[scene.to[edge]];
  const found = whole * Math.min(1, Math.max(LEAST_LONG, picture.long / Math.sqrt(dx * dx + dy * dy)));
  const seen = VISIBLE / widthOf(scene, picture, edge);
  if (found >= seen) return found;
  return (edge * GOLDEN) % 1 < found / seen ? seen : 0;
}

/** The pixels that edges cover, judged by some of them where they are very many. */
function coverage(scene: Scene, picture: Picture): number {
  const most = Math.min(picture.width, picture.height) / 4;
  const step = Math.ceil(scene.from.length / JUDGED);
  let sum = 0;
  for (let edge = 0; edge < scene.from.length; edge += step) {
    if (scene.edgeFaded[edge] || !across(scene, picture, edge)) continue;
    const a = scene.from[edge];
    const b = scene.to[edge];
    const length = Math.abs(picture.x[a] - picture.x[b]) + Math.abs(picture.y[a] - picture.y[b]);
    sum += Math.min(most, length) * widthOf(scene, picture, edge);
  }
  return sum * step;
}

const LEVELS = 2048;

/** Nodes from the lightest to the weightiest, faded ones first, the later of two equals first. */
export function layers({ weight, faded }: Scene): Uint32Array {
  const most = weight.reduce((a, b) => Math.max(a, b), 0) || 1;
  const level = (node: number) =>
    Math.round((LEVELS - 1) * Math.sqrt(Math.max(0, weight[node]) / most)) + (faded[node] ? 0 : LEVELS);
  const first = new Uint32Array(2 * LEVELS + 1);
  for (let node = 0; node < weight.length; node += 1) first[level(node) + 1] += 1;
  for (let at = 1; at < first.length; at += 1) first[at] += first[at - 1];
  const order = new Uint32Array(weight.length);
  for (let node = weight.length - 1; node >= 0; node -= 1) order[first[level(node)]++] = node;
  return order;
}
