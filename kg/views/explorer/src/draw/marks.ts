// Marks over the picture: rings around what is chosen, the ties of what the pointer is on. Few, so drawn as SVG.

import type { Hit, Scene } from "./renderer.ts";
import { growth, type View } from "./view.ts";

export interface Marks {
  show(scene: Scene): void;
  choose(nodes: readonly number[], edges: readonly number[]): void;
  point(hit: Hit): void;
  move(view: View): void;
  element: SVGSVGElement;
}

const SVG = "http://www.w3.org/2000/svg";
const MOST = 300;
const MOST_POINTED = 120;

export function marks(document: Document): Marks {
  const element = document.createElementNS(SVG, "svg");
  const group = document.createElementNS(SVG, "g");
  element.append(group);
  element.setAttribute("aria-hidden", "true");
  Object.assign(element.style, {
    position: "absolute",
    inset: "0",
    width: "100%",
    height: "100%",
    pointerEvents: "none",
  });
  let scene: Scene | null = null;
  let nodes: readonly number[] = [];
  let edges: readonly number[] = [];
  let pointed: Hit = null;
  let view: View = { k: 1, x: 0, y: 0 };

  const build = () => {
    if (!scene) return;
    const { k } = view;
    const drawn = scene;
    const add = (name: string, attributes: Record<string, string | number>) => {
      const made = document.createElementNS(SVG, name);
      for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
      return made;
    };
    const radius = (node: number) => Math.max(1.5, drawn.radius[node] * growth(k));
    const ring = (node: number, width: number, colour: string) =>
      add("circle", {
        cx: drawn.x[node] * k,
        cy: drawn.y[node] * k,
        r: (drawn.shape[node] ? 1.25 : 1) * radius(node) + width / 2 + 1.5,
        fill: "none",
        stroke: colour,
        "stroke-width": width,
      });
    const band = (edge: number, width: number, colour: string, opacity: number) => {
      const [x1, y1, x2, y2] = between(drawn, edge, k, radius);
      return add("line", { x1, y1, x2, y2, stroke: colour, "stroke-width": width, "stroke-opacity": opacity });
    };
    const wide = (edge: number) => drawn.width[edge] * growth(k) + 4;
    group.replaceChildren(
      ...tiesOf(drawn, pointed).map((edge) => band(edge, 1.5, drawn.ink, 0.45)),
      ...(pointed && "edge" in pointed ? [band(pointed.edge, wide(pointed.edge), drawn.ink, 0.25)] : []),
      ...(pointed && "node" in pointed ? [ring(pointed.node, 2, drawn.ink)] : []),
      ...edges.slice(0, MOST).map((edge) => band(edge, wide(edge), drawn.accent, 0.5)),
      ...nodes.slice(0, MOST).map((node) => ring(node, 3, drawn.accent)),
    );
  };
  const place = () => group.setAttribute("transform", `translate(${view.x} ${view.y})`);

  return {
    element,
    show(next) {
      scene = next;
      [nodes, edges, pointed] = [[], [], null];
      build();
    },
    choose(chosenNodes, chosenEdges) {
      [nodes, edges] = [chosenNodes, chosenEdges];
      build();
    },
    point(hit) {
      pointed = hit;
      build();
    },
    move(next) {
      const scaled = next.k !== view.k;
      view = next;
      if (scaled) build();
      place();
    },
  };
}

/** The edges of the node that is pointed at, none where they are too many to help. */
function tiesOf({ from, to }: Scene, pointed: Hit): number[] {
  if (!pointed || !("node" in pointed)) return [];
  const found: number[] = [];
  for (let edge = 0; edge < from.length && found.length < MOST_POINTED; edge += 1) {
    if (from[edge] === pointed.node || to[edge] === pointed.node) found.push(edge);
  }
  return found;
}

/** The ends of an edge without what its nodes cover. */
function between(scene: Scene, edge: number, k: number, radius: (node: number) => number): number[] {
  const [a, b] = [scene.from[edge], scene.to[edge]];
  const [x1, y1, x2, y2] = [scene.x[a] * k, scene.y[a] * k, scene.x[b] * k, scene.y[b] * k];
  const length = Math.hypot(x2 - x1, y2 - y1) || 1;
  const [p, q] = [radius(a) / length, radius(b) / length];
  return [x1 + (x2 - x1) * p, y1 + (y2 - y1) * p, x2 - (x2 - x1) * q, y2 - (y2 - y1) * q];
}
