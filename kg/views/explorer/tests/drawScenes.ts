// Scenes for tests of the drawing: nodes where they are told to be, everything else plain.

import type { Scene } from "../src/draw/renderer.ts";

export interface Drawn {
  at: [x: number, y: number][];
  label?: string[];
  edges?: [from: number, to: number][];
}

export function sceneFor({ at, label, edges = [] }: Drawn, more: Partial<Scene> = {}): Scene {
  const nodes = at.length;
  return {
    id: at.map((_, node) => node),
    x: Float32Array.from(at, ([x]) => x),
    y: Float32Array.from(at, ([, y]) => y),
    radius: new Float32Array(nodes).fill(8),
    shape: new Uint8Array(nodes),
    fill: new Uint16Array(nodes),
    label: label ?? at.map((_, node) => `甲乙${node}`),
    weight: Float32Array.from(at, (_, node) => nodes - node),
    faded: new Uint8Array(nodes),
    focus: [],
    from: Uint32Array.from(edges, ([from]) => from),
    to: Uint32Array.from(edges, ([, to]) => to),
    width: new Float32Array(edges.length).fill(1),
    stroke: new Uint16Array(edges.length).fill(1),
    dashed: new Uint8Array(edges.length),
    edgeFaded: new Uint8Array(edges.length),
    count: new Uint32Array(edges.length).fill(1),
    palette: ["#0000ff", "#808080"],
    ink: "#000000",
    paper: "#ffffff",
    accent: "#ff0000",
    font: "sans-serif",
    ...more,
  };
}

/** So many points on a square grid. */
export function grid(many: number, gap: number): [number, number][] {
  const side = Math.ceil(Math.sqrt(many));
  return Array.from({ length: many }, (_, at) => [(at % side) * gap, Math.floor(at / side) * gap]);
}
