// Wheel, drag, pinch and double click change the view; a click picks, a moving pointer points.

import type { View } from "./view.ts";

export type Point = readonly [x: number, y: number];

export interface Gestures {
  view(): View;
  set(view: View): void;
  /** Enlarge around the middle of the window, or another point of it. */
  scaleBy(factor: number, at: Point): void;
  limits(least: number, most: number): void;
  destroy(): void;
}

export interface Heard {
  moved(view: View): void;
  picked(x: number, y: number, coarse: boolean): void;
  pointed(x: number, y: number): void;
  left(): void;
}

/** How far a mouse, and a finger, may move and still click; pixels. */
const STEADY = 4;
const COARSE = 12;
/** Milliseconds between the two taps of a double tap, and that its zoom lasts. */
const TWICE = 350;
const LASTS = 200;
/** Powers of two for each pixel, line and page of a wheel. */
const WHEEL = [0.002, 0.05, 1];
/** How much more the wheel does with the control key, as which a pinch on a touchpad is told. */
const PINCHED = 10;

export function gestures(host: HTMLElement, heard: Heard): Gestures {
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const held = new Map<number, Point>();
  const stop = new AbortController();
  let view: View = { k: 1, x: 0, y: 0 };
  let extent: [least: number, most: number] = [0, Infinity];
  let coarse = false;
  let start: Point = [0, 0];
  /** The pointer went too far for a click. */
  let dragged = false;
  let tapped = -Infinity;
  let frame = 0;
  host.style.touchAction = "none";
  host.style.userSelect = "none";

  const move = (next: View) => {
    view = next;
    heard.moved(view);
  };
  const scaleBy = (factor: number, at: Point) => move(scaled(view, factor, at, extent));
  const glideBy = (factor: number, at: Point) => {
    const began = performance.now();
    let done = 0;
    const step = () => {
      const part = calm.matches ? 1 : Math.min(1, (performance.now() - began) / LASTS);
      scaleBy(factor ** (part - done), at);
      done = part;
      if (part < 1) frame = requestAnimationFrame(step);
    };
    step();
  };
  const place = (event: MouseEvent): Point => {
    const box = host.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  const listen = <K extends keyof HTMLElementEventMap>(name: K, hear: (event: HTMLElementEventMap[K]) => void) =>
    host.addEventListener(name, hear, { signal: stop.signal, passive: false });

  listen("pointerdown", (event) => {
    coarse = event.pointerType === "touch";
    if (event.button || event.ctrlKey) return;
    cancelAnimationFrame(frame);
    if (!held.size) [start, dragged] = [place(event), false];
    held.set(event.pointerId, place(event));
    host.setPointerCapture(event.pointerId);
  });
  listen("pointermove", (event) => {
    const here = place(event);
    const before = held.get(event.pointerId);
    if (!before) {
      if (event.pointerType !== "touch") heard.pointed(...here);
      return;
    }
    const [other] = [...held].filter(([id]) => id !== event.pointerId).map(([, point]) => point);
    dragged ||= Boolean(other) || apart(start, here) > (coarse ? COARSE : STEADY);
    held.set(event.pointerId, here);
    move(other ? pinched(view, [before, other], [here, other], extent) : shifted(view, before, here));
  });
  const release = (event: PointerEvent) => {
    if (!held.delete(event.pointerId) || event.type === "pointercancel" || !coarse || dragged) return;
    const twice = event.timeStamp - tapped < TWICE;
    tapped = twice ? -Infinity : event.timeStamp;
    if (twice) glideBy(2, place(event));
  };
  listen("pointerup", release);
  listen("pointercancel", release);
  listen("pointerleave", () => heard.left());
  listen("click", (event) => {
    if (!dragged) heard.picked(...place(event), coarse);
  });
  listen("dblclick", (event) => {
    if (!coarse) glideBy(event.shiftKey ? 0.5 : 2, place(event));
  });
  listen("wheel", (event) => {
    event.preventDefault();
    scaleBy(2 ** (-event.deltaY * WHEEL[event.deltaMode] * (event.ctrlKey ? PINCHED : 1)), place(event));
  });

  return {
    view: () => view,
    set: move,
    scaleBy,
    limits: (least, most) => void (extent = [least, most]),
    destroy() {
      cancelAnimationFrame(frame);
      stop.abort();
    },
  };
}

/** A view enlarged around a point of the window, within limits. */
export function scaled(view: View, factor: number, [x, y]: Point, [least, most]: readonly [number, number]): View {
  const k = Math.min(most, Math.max(least, view.k * factor));
  return { k, x: x - ((x - view.x) * k) / view.k, y: y - ((y - view.y) * k) / view.k };
}

/** A view moved as a pointer goes. */
export function shifted({ k, x, y }: View, from: Point, to: Point): View {
  return { k, x: x + to[0] - from[0], y: y + to[1] - from[1] };
}

/** A view that two fingers hold, when they go from two points to others. */
export function pinched(
  view: View,
  from: readonly [Point, Point],
  to: readonly [Point, Point],
  extent: readonly [number, number],
): View {
  const middle = ([p, q]: readonly [Point, Point]): Point => [(p[0] + q[0]) / 2, (p[1] + q[1]) / 2];
  const larger = apart(...to) / Math.max(1, apart(...from));
  return shifted(scaled(view, larger, middle(from), extent), middle(from), middle(to));
}

function apart(p: Point, q: Point): number {
  return Math.hypot(p[0] - q[0], p[1] - q[1]);
}
