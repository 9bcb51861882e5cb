// What a drawing needs and can do, whatever draws it. Nodes and edges are places in the scene's columns.

export interface Scene {
  x: Float32Array;
  y: Float32Array;
  /** Pixels at scale 1. */
  radius: Float32Array;
  /** 0 circle, 1 square, 2 triangle, 3 diamond, 4 hexagon. */
  shape: Uint8Array;
  /** Places in `palette`. */
  fill: Uint16Array;
  label: string[];
  /** Who gets room for a label first. */
  weight: Float32Array;
  faded: Uint8Array;
  from: Uint32Array;
  to: Uint32Array;
  width: Float32Array;
  stroke: Uint16Array;
  dashed: Uint8Array;
  edgeFaded: Uint8Array;
  /** Number of ties, written on the edge where it is above 1 and there is room. */
  count: Uint32Array;
  palette: string[];
  ink: string;
  paper: string;
  accent: string;
  font: string;
}

export type Hit = { node: number } | { edge: number } | null;

export interface Renderer {
  /** Draw this; the view is kept unless `fit` is called. */
  show(scene: Scene): void;
  /** Mark as chosen. */
  choose(nodes: readonly number[], edges: readonly number[]): void;
  /** Bring these nodes, or all, onto the screen. `inset` is what panels cover, in pixels. */
  fit(nodes?: readonly number[]): void;
  centre(node: number): void;
  zoomBy(factor: number): void;
  panBy(dx: number, dy: number): void;
  hit(x: number, y: number): Hit;
  png(scale: number): Promise<Blob>;
  svg(): string;
  resize(): void;
  destroy(): void;
  onPick: (hit: Hit) => void;
  onHover: (hit: Hit, x: number, y: number) => void;
}
