// The picture on Canvas 2D: what was painted, marks over it, and the hands that move it.

import { gestures } from "./gestures.ts";
import { between, glide, glides, placesOf } from "./glide.ts";
import { hitAt } from "./hits.ts";
import { job } from "./job.ts";
import { marks } from "./marks.ts";
import { painting, sheet } from "./paint.ts";
import type { Hit, Renderer, Scene } from "./renderer.ts";
import { screen, SHARE, type Order } from "./screen.ts";
import { svgOf } from "./svg.ts";
import { fitting, leastZoom, MOST_ZOOM, type Size } from "./view.ts";

/** How far beside a node still counts as on it, for a mouse and for a finger, in pixels. */
const REACH = 5;
const COARSE_REACH = 18;

/** A picture that fills `host`, which must have a position. */
export function canvasRenderer(host: HTMLElement): Renderer {
  const over = marks(document);
  const shown = screen();
  const gliding = glide();
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  host.replaceChildren(shown.element, over.element);
  let scene: Scene | null = null;
  let size: Size = { width: host.clientWidth, height: host.clientHeight };
  let chosen: ReadonlySet<number> = new Set();

  const order = (drawn: Scene): Order => ({ scene: drawn, view: moves.view(), size, chosen });
  const repaint = () => {
    gliding.stop();
    if (scene) shown.paint(order(scene));
  };
  const hit = (x: number, y: number, reach: number) => (scene ? hitAt(scene, moves.view(), x, y, reach) : null);
  const pointer = pointing((target, x, y, changed) => {
    if (changed) {
      over.point(target);
      host.style.cursor = target ? "pointer" : "";
    }
    self.onHover(target, x, y);
  });
  const moves = gestures(host, {
    moved(view) {
      if (scene && !gliding.lasts()) shown.move(order(scene));
      over.move(view);
      self.onMove();
    },
    picked: (x, y, coarse) => self.onPick(hit(x, y, coarse ? COARSE_REACH : REACH)),
    pointed: (x, y) => pointer.at(() => hit(x, y, REACH), x, y),
    left: () => pointer.gone(),
  });
  const middle = (): [number, number] => [
    (size.width + self.inset.left - self.inset.right) / 2,
    (size.height + self.inset.top - self.inset.bottom) / 2,
  ];

  const self: Renderer = {
    inset: { top: 0, right: 0, bottom: 0, left: 0 },
    show(next) {
      const moving = scene && !calm.matches && shown.quick() && glides(scene) && glides(next);
      const before = scene && moving ? placesOf(scene, moves.view()) : null;
      scene = next;
      chosen = new Set();
      pointer.forget();
      moves.limits(leastZoom(next, size), MOST_ZOOM);
      over.show(next);
      if (!before) return repaint();
      gliding.start((part) => {
        shown.paint(order(between(next, before, moves.view(), part)));
        shown.settle();
      }, repaint);
    },
    choose(nodes, edges) {
      over.choose(nodes, edges);
      chosen = new Set(nodes);
      repaint();
    },
    fit(nodes) {
      if (!scene) return;
      moves.set(fitting(scene, size, self.inset, nodes));
      if (!gliding.lasts()) repaint();
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
    png: (scale) => (scene ? png(order(scene), scale) : Promise.reject(new Error("no picture: nothing was shown yet"))),
    svg: () => (scene ? svgOf(scene, moves.view(), size, chosen) : ""),
    resize() {
      const { k, x, y } = moves.view();
      const before = size;
      size = { width: host.clientWidth, height: host.clientHeight };
      if (scene) moves.limits(leastZoom(scene, size), MOST_ZOOM);
      moves.set({ k, x: x + (size.width - before.width) / 2, y: y + (size.height - before.height) / 2 });
      repaint();
    },
    settle() {
      repaint();
      shown.settle();
    },
    destroy() {
      shown.stop();
      gliding.stop();
      pointer.forget();
      moves.destroy();
      host.replaceChildren();
    },
    onPick: () => {},
    onHover: () => {},
    onMove: () => {},
  };
  return self;
}

interface Pointing {
  at(target: () => Hit, x: number, y: number): void;
  gone(): void;
  forget(): void;
}

/** What the pointer is on, looked up once a frame; told when it changes, and while it moves over something. */
function pointing(tell: (target: Hit, x: number, y: number, changed: boolean) => void): Pointing {
  let frame = 0;
  let last: Hit = null;
  const found = (target: Hit, x: number, y: number) => {
    const changed = JSON.stringify(target) !== JSON.stringify(last);
    last = target;
    if (changed || target) tell(target, x, y, changed);
  };
  return {
    at(target, x, y) {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => found(target(), x, y));
    },
    gone() {
      cancelAnimationFrame(frame);
      found(null, 0, 0);
    },
    forget() {
      cancelAnimationFrame(frame);
      last = null;
    },
  };
}

async function png({ scene, view, size, chosen }: Order, scale: number): Promise<Blob> {
  const paper = sheet(Math.round(size.width * scale), Math.round(size.height * scale));
  await new Promise<void>((done) => job(painting(paper, scene, view, size, scale, chosen), SHARE, () => done()));
  return paper.canvas.convertToBlob({ type: "image/png" });
}
