// A picture put into pixels and words, in steps so small that the page stays awake between any two of them.

import { labels, LEADING, type Label } from "./labels.ts";
import { across, FOCUS, layers, opacity, picture, widthOf, type Picture } from "./picture.ts";
import { line, mixed, pixel, stamp, type Stroke, type Surface } from "./raster.ts";
import type { Scene } from "./renderer.ts";
import type { Size, View } from "./view.ts";

export interface Sheet {
  canvas: OffscreenCanvas;
  context: OffscreenCanvasRenderingContext2D;
  image: ImageData;
  surface: Surface;
}

/** Pixels of edges drawn in a step; each edge counts as some more. */
const WORK_A_STEP = 30_000;
const PER_EDGE = 30;
const NODES_A_STEP = 300;
const LABELS_A_STEP = 6;
/** How far faded colours go towards the paper's. */
export const FADE = 0.5;
/** Lengths drawn and left out, by the scene's `dashed`. */
export const DASHES: readonly (readonly [number, number])[] = [
  [0, 0],
  [6, 4],
  [1.6, 3.4],
];

const order = new WeakMap<Scene, Uint32Array>();

/** The nodes of a scene from the back to the front. */
export function layersOf(scene: Scene): Uint32Array {
  const found = order.get(scene) ?? layers(scene);
  order.set(scene, found);
  return found;
}

/** Pixels to paint on. */
export function sheet(width: number, height: number): Sheet {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d", { alpha: false, willReadFrequently: true });
  if (!context) throw new Error("no canvas: this browser gives no 2D context");
  const image = context.createImageData(width, height);
  return { canvas, context, image, surface: { pixels: new Uint32Array(image.data.buffer), width, height } };
}

/** Paints a rectangle of the scene, with a margin around the window, step by step; the labels that it wrote come at the end. */
export function* painting(
  { context, image, surface }: Sheet,
  scene: Scene,
  view: View,
  size: Size,
  ratio: number,
  chosen: ReadonlySet<number>,
  margin = 0,
): Generator<void, Label[]> {
  const seen = picture(scene, view, size, layersOf(scene), margin);
  surface.pixels.fill(pixel(scene.paper));
  yield;
  yield* edges(surface, scene, seen, ratio, true);
  yield* edges(surface, scene, seen, ratio, false);
  yield* nodes(surface, scene, seen, ratio);
  context.putImageData(image, 0, 0);
  yield;
  const words = labels(scene, seen, chosen);
  yield;
  yield* write(context, scene, words, ratio);
  return words;
}

function* edges(surface: Surface, scene: Scene, seen: Picture, ratio: number, faded: boolean): Generator<void> {
  const colours = scene.palette.map(pixel);
  const stroke: Stroke = { width: 1, colour: 0, alpha: 1, dash: 0, gap: 0 };
  const { x, y } = seen;
  let left = WORK_A_STEP;
  for (let edge = 0; edge < scene.from.length; edge += 1) {
    if (Boolean(scene.edgeFaded[edge]) !== faded || !across(scene, seen, edge)) continue;
    const a = scene.from[edge];
    const b = scene.to[edge];
    const alpha = opacity(scene, seen, edge);
    if (alpha === 0) continue;
    const width = widthOf(scene, seen, edge);
    const stretch = ratio * Math.max(1, width / 2);
    stroke.width = width * ratio;
    stroke.colour = colours[scene.stroke[edge]];
    stroke.alpha = alpha;
    stroke.dash = DASHES[scene.dashed[edge]][0] * stretch;
    stroke.gap = DASHES[scene.dashed[edge]][1] * stretch;
    line(surface, x[a] * ratio, y[a] * ratio, x[b] * ratio, y[b] * ratio, stroke);
    left -= PER_EDGE + (Math.abs(x[a] - x[b]) + Math.abs(y[a] - y[b])) * ratio;
    if (left > 0) continue;
    left = WORK_A_STEP;
    yield;
  }
}

function* nodes(surface: Surface, scene: Scene, seen: Picture, ratio: number): Generator<void> {
  const fills = scene.palette.map(pixel);
  const faded = scene.palette.map((colour) => pixel(mixed(colour, scene.paper, FADE)));
  const [paper, accent] = [pixel(scene.paper), pixel(scene.accent)];
  const focus = new Set(scene.focus);
  let drawn = 0;
  for (const node of seen.order) {
    if (!seen.near[node]) continue;
    const fill = (scene.faded[node] ? faded : fills)[scene.fill[node]];
    const radius = seen.radius[node] * ratio;
    const ring = ringOf(seen, node) * ratio;
    if (focus.has(node))
      stamp(
        surface,
        seen.x[node] * ratio,
        seen.y[node] * ratio,
        radius,
        scene.shape[node],
        fill,
        accent,
        FOCUS * ratio,
      );
    stamp(surface, seen.x[node] * ratio, seen.y[node] * ratio, radius, scene.shape[node], fill, paper, ring);
    drawn += 1;
    if (drawn % NODES_A_STEP === 0) yield;
  }
}

/** The width of the ring of paper that keeps a node off what lies below it. */
export function ringOf({ radius }: Picture, node: number): number {
  return Math.min(1.5, radius[node] / 4);
}

/** A label's colour: what is faded is named more quietly. */
export function inkOf(scene: Scene, { node }: Label): string {
  if (node < 0) return mixed(scene.ink, scene.paper, 0.3);
  return scene.faded[node] ? mixed(scene.ink, scene.paper, FADE - 0.1) : scene.ink;
}

function* write(
  context: OffscreenCanvasRenderingContext2D,
  scene: Scene,
  words: Label[],
  ratio: number,
): Generator<void> {
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.strokeStyle = scene.paper;
  context.lineWidth = 3 * ratio;
  for (let at = words.length - 1; at >= 0; at -= 1) {
    const label = words[at];
    context.font = `${label.bold ? 600 : 400} ${label.size * ratio}px ${scene.font}`;
    context.fillStyle = inkOf(scene, label);
    label.lines.forEach((text, row) => {
      const y = (label.y + row * label.size * LEADING) * ratio;
      context.strokeText(text, label.x * ratio, y);
      context.fillText(text, label.x * ratio, y);
    });
    if (at % LABELS_A_STEP === 0) {
      context.getImageData(0, 0, 1, 1);
      yield;
    }
  }
}
