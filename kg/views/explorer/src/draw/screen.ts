// What is on the screen. A bitmap somewhat larger than the window shows what was painted last, moved and scaled by the
// compositor while a gesture lasts; once it rests, the next one is painted out of sight, step by step.

import { job, type Job } from "./job.ts";
import { painting, sheet, type Sheet } from "./paint.ts";
import type { Scene } from "./renderer.ts";
import type { Size, View } from "./view.ts";

/** What is to be painted. */
export interface Order {
  scene: Scene;
  view: View;
  size: Size;
  chosen: ReadonlySet<number>;
}

export interface Screen {
  element: HTMLCanvasElement;
  /** Paint this as soon as the present task is over. */
  paint(order: Order): void;
  /** The view has changed: show it as well as what was painted serves, and paint anew when it rests or does not serve. */
  move(order: Order): void;
  /** Whether the last scene was painted in less than a frame. */
  quick(): boolean;
  /** Paint what is still to be painted, now. */
  settle(): void;
  stop(): void;
}

/** What was painted: for which view, and how far beyond the window. */
interface Plate {
  size: Size;
  view: View;
  margin: number;
  ratio: number;
}

/** Milliseconds after which a gesture counts as over. */
const REST = 110;
/** A scene painted in less milliseconds than this is painted anew at every step of a zoom. */
const QUICK = 14;
/** Milliseconds of a frame that painting takes: of a scene that is on the screen already, and of a new one. */
export const SHARE = 10;
const FIRST_SHARE = 16;
/** A new scene with more edges is shown first with its nodes and strongest edges only. */
const MANY = 12_000;
const SKETCHED = 2;
const MOST_PIXELS = 6e6;

export function screen(): Screen {
  const element = document.createElement("canvas");
  const display = element.getContext("bitmaprenderer");
  element.setAttribute("aria-hidden", "true");
  Object.assign(element.style, {
    position: "absolute",
    left: "0",
    top: "0",
    transformOrigin: "0 0",
    willChange: "transform",
  });
  let paper: Sheet | null = null;
  let plate: Plate = { size: { width: 0, height: 0 }, view: { k: 1, x: 0, y: 0 }, margin: 0, ratio: 1 };
  let painted: Scene | null = null;
  let wanted: Order | null = null;
  let work: Job | null = null;
  let quick = true;
  let asked = 0;

  const start = (order: Order, scene: Scene, next: Plate, onto: Sheet, done: (worked: number) => void) => {
    const { view, margin, size, ratio } = next;
    const corner = { k: view.k, x: view.x + margin, y: view.y + margin };
    const steps = painting(onto, scene, corner, size, ratio, order.chosen, margin);
    work = job(steps, order.scene === painted ? SHARE : FIRST_SHARE, (_, worked) => {
      work = null;
      plate = next;
      display?.transferFromImageBitmap(onto.canvas.transferToImageBitmap());
      Object.assign(element.style, { width: `${plate.size.width}px`, height: `${plate.size.height}px` });
      lay(element, plate, (wanted ?? order).view);
      done(worked);
    });
  };
  const paint = () => {
    clearTimeout(asked);
    asked = 0;
    work?.cancel();
    work = null;
    const order = wanted;
    if (!order || !order.size.width || !order.size.height) return;
    const next = plateFor(order.size, order.view);
    const [columns, rows] = [Math.round(next.size.width * next.ratio), Math.round(next.size.height * next.ratio)];
    const onto = paper?.surface.width === columns && paper.surface.height === rows ? paper : sheet(columns, rows);
    paper = onto;
    const whole = () =>
      start(order, order.scene, next, onto, (worked) => {
        quick = worked < QUICK;
        painted = order.scene;
      });
    if (order.scene !== painted && order.scene.from.length > MANY) start(order, sketch(order.scene), next, onto, whole);
    else whole();
  };
  const ask = (delay: number) => {
    clearTimeout(asked);
    asked = window.setTimeout(paint, delay);
  };

  return {
    element,
    paint(order) {
      wanted = order;
      ask(0);
    },
    move(order) {
      wanted = order;
      lay(element, plate, order.view);
      if (order.view.k !== plate.view.k) ask(quick && !work ? 0 : REST);
      else if (!covers(plate, order.view, 1) && !work) paint();
      else if (!covers(plate, order.view, 0.5)) ask(REST);
    },
    quick: () => quick && !work,
    settle() {
      if (asked) paint();
      while (work) work.finish();
    },
    stop() {
      clearTimeout(asked);
      work?.cancel();
    },
  };
}

/** What to paint for a view: the window with a margin, as fine as the screen. */
function plateFor(size: Size, { k, x, y }: View): Plate {
  const ratio = Math.min(window.devicePixelRatio || 1, Math.sqrt(MOST_PIXELS / (size.width * size.height)));
  const spare = Math.sqrt(MOST_PIXELS / ratio ** 2 / (size.width * size.height)) - 1;
  const margin = Math.floor((Math.min(0.5, Math.max(0, spare)) * Math.min(size.width, size.height)) / 2);
  return {
    size: { width: size.width + 2 * margin, height: size.height + 2 * margin },
    view: { k, x, y },
    margin,
    ratio,
  };
}

/** Whether a view has moved by no more than a part of what was painted beyond the window. */
function covers({ view, margin }: Plate, now: View, part: number): boolean {
  return Math.max(Math.abs(now.x - view.x), Math.abs(now.y - view.y)) <= margin * part;
}

/** A scene without its weaker edges. */
function sketch(scene: Scene): Scene {
  const strong = scene.width.reduce<number[]>((found, width, edge) => {
    if (width > SKETCHED) found.push(edge);
    return found;
  }, []);
  const of = (column: ArrayLike<number>) => strong.map((edge) => column[edge]);
  return {
    ...scene,
    from: Uint32Array.from(of(scene.from)),
    to: Uint32Array.from(of(scene.to)),
    width: Float32Array.from(of(scene.width)),
    stroke: Uint16Array.from(of(scene.stroke)),
    dashed: Uint8Array.from(of(scene.dashed)),
    edgeFaded: Uint8Array.from(of(scene.edgeFaded)),
    count: Uint32Array.from(of(scene.count)),
  };
}

/** Moves and scales what was painted to where a view has it. */
function lay(element: HTMLCanvasElement, { view, margin }: Plate, now: View): void {
  const scale = now.k / view.k;
  const x = now.x - (view.x + margin) * scale;
  const y = now.y - (view.y + margin) * scale;
  element.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
}
