// The picture on Canvas 2D.

import type { Renderer } from "./renderer.ts";

/** A picture that fills `host`. */
export function canvasRenderer(host: HTMLElement): Renderer {
  throw new Error(`not drawn yet: ${host.id}`);
}
