// Nodes of a small scene glide from where they were on the screen to where they are now.

import type { Scene } from "./renderer.ts";
import type { View } from "./view.ts";

/** Points of the window by who stands there. */
export type Places = ReadonlyMap<number, readonly [x: number, y: number]>;

const LASTS = 180;
const MOST_NODES = 250;
const MOST_EDGES = 1200;

/** Whether a scene is small enough. */
export function glides({ x, from }: Scene): boolean {
  return x.length <= MOST_NODES && from.length <= MOST_EDGES;
}

/** Where everybody stands on the screen. */
export function placesOf({ id, x, y }: Scene, view: View): Places {
  return new Map(id.map((who, node) => [who, [x[node] * view.k + view.x, y[node] * view.k + view.y]]));
}

/** The scene when its nodes have gone a part of their way; who was not there before stands still. */
export function between(scene: Scene, before: Places, { k, x, y }: View, part: number): Scene {
  const along = (axis: 0 | 1, column: Float32Array, shift: number) =>
    column.map((now, node) => {
      const then = before.get(scene.id[node])?.[axis];
      return then === undefined ? now : now * part + ((then - shift) / k) * (1 - part);
    });
  return { ...scene, x: along(0, scene.x, x), y: along(1, scene.y, y) };
}

export interface Glide {
  start(draw: (part: number) => void, end: () => void): void;
  stop(): void;
  lasts(): boolean;
}

/** Draws once a frame, quickly at first and slower towards the end. */
export function glide(): Glide {
  let frame = 0;
  const stop = () => {
    cancelAnimationFrame(frame);
    frame = 0;
  };
  return {
    stop,
    lasts: () => frame > 0,
    start(draw, end) {
      stop();
      const began = performance.now();
      const step = () => {
        const left = 1 - (performance.now() - began) / LASTS;
        if (left <= 0) return end();
        draw(1 - left ** 3);
        frame = requestAnimationFrame(step);
      };
      frame = requestAnimationFrame(step);
    },
  };
}
