// Wheel, drag, pinch and double click change the view; a click picks, a moving pointer points.

import { select } from "d3-selection";
import { zoom, zoomIdentity, type D3ZoomEvent } from "d3-zoom";

import type { View } from "./view.ts";

export interface Gestures {
  view(): View;
  set(view: View): void;
  /** Enlarge around the middle of the window, or another point of it. */
  scaleBy(factor: number, at: [number, number]): void;
  limits(least: number, most: number): void;
  destroy(): void;
}

export interface Heard {
  moved(view: View): void;
  picked(x: number, y: number, coarse: boolean): void;
  pointed(x: number, y: number): void;
  left(): void;
}

const STEADY = 4;

export function gestures(host: HTMLElement, heard: Heard): Gestures {
  const target = select<HTMLElement, unknown>(host);
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  let dragging = false;
  let coarse = false;
  const zooming = zoom<HTMLElement, unknown>()
    .clickDistance(STEADY)
    .tapDistance(3 * STEADY)
    .on("start", (event: D3ZoomEvent<HTMLElement, unknown>) => (dragging = event.sourceEvent?.type === "mousedown"))
    .on("zoom", ({ transform }: D3ZoomEvent<HTMLElement, unknown>) => heard.moved(transform))
    .on("end", () => (dragging = false))
    .duration(calm.matches ? 0 : 200);
  host.style.touchAction = "none";
  target.call(zooming);

  const place = (event: MouseEvent): [number, number] => {
    const box = host.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  const stop = new AbortController();
  const listen = <K extends keyof HTMLElementEventMap>(name: K, hear: (event: HTMLElementEventMap[K]) => void) =>
    host.addEventListener(name, hear, { signal: stop.signal, passive: true });
  listen("pointerdown", (event) => (coarse = event.pointerType === "touch"));
  listen("click", (event) => heard.picked(...place(event), coarse));
  listen("pointermove", (event) => {
    if (!dragging && event.pointerType !== "touch") heard.pointed(...place(event));
  });
  listen("pointerleave", () => heard.left());

  return {
    view: () => current(host),
    set: ({ k, x, y }) => target.call(zooming.transform, zoomIdentity.translate(x, y).scale(k)),
    scaleBy: (factor, at) => target.call(zooming.scaleBy, factor, at),
    limits: (least, most) => void zooming.scaleExtent([least, most]),
    destroy() {
      stop.abort();
      target.on(".zoom", null);
    },
  };
}

function current(host: HTMLElement): View {
  return (host as HTMLElement & { __zoom?: View }).__zoom ?? zoomIdentity;
}
