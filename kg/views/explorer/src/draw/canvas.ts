// The picture on Canvas 2D. A bitmap somewhat larger than the window shows what was painted last, moved and scaled by
// the compositor while a gesture lasts; once it rests, the next one is painted out of sight, step by step.

import { gestures } from "./gestures.ts";
import { hitAt } from "./hits.ts";
import { job, type Job } from "./job.ts";
import { marks } from "./marks.ts";
import { painting, sheet, type Sheet } from "./paint.ts";
import type { Hit, Renderer, Scene } from "./renderer.ts";
import { svgOf } from "./svg.ts";
import { fitting, leastZoom, MOST_ZOOM, type Size, type View } from "./view.ts";

/** What is on the screen: the view and the margin that it was painted for. */
interface Plate {
  size: Size;
  view: View;
  margin: number;
  ratio: number;
}

const REST = 110;
/** A picture painted in less milliseconds than this is painted anew at every step of a zoom. */
const QUICK = 14;
const MOST_PIXELS = 6e6;
const REACH = 5;
const COARSE_REACH = 18;

/** A picture that fills `host`, which must have a position. */
export function canvasRenderer(host: HTMLElement): Renderer {
  const over = marks(document);
  const canvas = document.createElement("canvas");
  const screen = canvas.getContext("bitmaprenderer");
  canvas.setAttribute("aria-hidden", "true");
  Object.assign(canvas.style, {
    position: "absolute",
    left: "0",
    top: "0",
    transformOrigin: "0 0",
    willChange: "transform",
  });
  host.replaceChildren(canvas, over.element);
  let paper: Sheet | null = null;
  let plate: Plate = { size: { width: 0, height: 0 }, view: { k: 1, x: 0, y: 0 }, margin: 0, ratio: 1 };
  let scene: Scene | null = null;
  let size: Size = { width: host.clientWidth, height: host.clientHeight };
  let chosen: ReadonlySet<number> = new Set();
  let work: Job | null = null;
  let quick = true;
  let asked = 0;
  let pointing = 0;
  let pointed: Hit = null;

  const paint = () => {
    clearTimeout(asked);
    asked = 0;
    work?.cancel();
    work = null;
    if (!scene || !size.width || !size.height) return;
    const next = plateFor(size, moves.view());
    const { view, margin, ratio } = next;
    const [columns, rows] = [Math.round(next.size.width * ratio), Math.round(next.size.height * ratio)];
    if (paper?.surface.width !== columns || paper.surface.height !== rows) paper = sheet(columns, rows);
    const { canvas: painted } = paper;
    const corner = { k: view.k, x: view.x + margin, y: view.y + margin };
    work = job(painting(paper, scene, corner, next.size, ratio, chosen), (_, worked) => {
      work = null;
      quick = worked < QUICK;
      plate = next;
      screen?.transferFromImageBitmap(painted.transferToImageBitmap());
      Object.assign(canvas.style, { width: `${plate.size.width}px`, height: `${plate.size.height}px` });
      lay(canvas, plate, moves.view());
    });
  };
  const askPaint = (delay: number) => {
    clearTimeout(asked);
    asked = window.setTimeout(paint, delay);
  };
  const moved = (view: View) => {
    lay(canvas, plate, view);
    over.move(view);
    self.onMove();
    if (view.k !== plate.view.k) askPaint(quick && !work ? 0 : REST);
    else if (!covers(plate, view, 1) && !work) paint();
    else if (!covers(plate, view, 0.5)) askPaint(REST);
  };
  const point = (hit: Hit, x: number, y: number) => {
    if (JSON.stringify(hit) !== JSON.stringify(pointed)) {
      over.point(hit);
      host.style.cursor = hit ? "pointer" : "";
    } else if (!hit) return;
    pointed = hit;
    self.onHover(hit, x, y);
  };
  const hit = (x: number, y: number, reach: number) => (scene ? hitAt(scene, moves.view(), x, y, reach) : null);
  const moves = gestures(host, {
    moved,
    picked: (x, y, coarse) => self.onPick(hit(x, y, coarse ? COARSE_REACH : REACH)),
    pointed(x, y) {
      cancelAnimationFrame(pointing);
      pointing = requestAnimationFrame(() => point(hit(x, y, REACH), x, y));
    },
    left() {
      cancelAnimationFrame(pointing);
      point(null, 0, 0);
    },
  });
  const middle = (): [number, number] => [
    (size.width + self.inset.left - self.inset.right) / 2,
    (size.height + self.inset.top - self.inset.bottom) / 2,
  ];

  const self: Renderer = {
    inset: { top: 0, right: 0, bottom: 0, left: 0 },
    show(next) {
      scene = next;
      chosen = new Set();
      pointed = null;
      moves.limits(leastZoom(next, size), MOST_ZOOM);
      over.show(next);
      askPaint(0);
    },
    choose(nodes, edges) {
      over.choose(nodes, edges);
      chosen = new Set(nodes);
      askPaint(0);
    },
    fit(nodes) {
      if (!scene) return;
      moves.set(fitting(scene, size, self.inset, nodes));
      askPaint(0);
    },
    centre(node) {
      if (!scene) return;
      const { k } = moves.view();
      const [x, y] = middle();
      moves.set({ k, x: x - scene.x[node] * k, y: y - scene.y[node] * k });
    },
    zoomBy: (factor) => moves.scaleBy(factor, middle()),
    panBy(dx, dy) {
      const { k, x, y } = moves.view();
      moves.set({ k, x: x + dx, y: y + dy });
    },
    hit: (x, y) => hit(x, y, REACH),
    positionOf(node) {
      const { k, x, y } = moves.view();
      return scene ? { x: scene.x[node] * k + x, y: scene.y[node] * k + y } : { x, y };
    },
    png: (scale) => png(scene, moves.view(), size, scale, chosen),
    svg: () => (scene ? svgOf(scene, moves.view(), size, chosen) : ""),
    resize() {
      const view = moves.view();
      const before = size;
      size = { width: host.clientWidth, height: host.clientHeight };
      if (scene) moves.limits(leastZoom(scene, size), MOST_ZOOM);
      const [dx, dy] = [(size.width - before.width) / 2, (size.height - before.height) / 2];
      moves.set({ k: view.k, x: view.x + dx, y: view.y + dy });
      askPaint(0);
    },
    settle() {
      if (asked) paint();
      work?.finish();
    },
    destroy() {
      clearTimeout(asked);
      cancelAnimationFrame(pointing);
      work?.cancel();
      moves.destroy();
      host.replaceChildren();
    },
    onPick: () => {},
    onHover: () => {},
    onMove: () => {},
  };
  return self;
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

/** Moves and scales what was painted to where a view has it. */
function lay(canvas: HTMLCanvasElement, { view, margin }: Plate, now: View): void {
  const scale = now.k / view.k;
  const x = now.x - (view.x + margin) * scale;
  const y = now.y - (view.y + margin) * scale;
  canvas.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
}

/** Whether a view has moved by no more than a part of what was painted beyond the window. */
function covers({ view, margin }: Plate, now: View, part: number): boolean {
  return Math.max(Math.abs(now.x - view.x), Math.abs(now.y - view.y)) <= margin * part;
}

async function png(
  scene: Scene | null,
  view: View,
  size: Size,
  scale: number,
  chosen: ReadonlySet<number>,
): Promise<Blob> {
  const paper = sheet(Math.round(size.width * scale), Math.round(size.height * scale));
  if (scene) await new Promise<void>((done) => job(painting(paper, scene, view, size, scale, chosen), () => done()));
  return paper.canvas.convertToBlob({ type: "image/png" });
}
