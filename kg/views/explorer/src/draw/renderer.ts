// What a drawing needs and can do, whatever draws it. Nodes and edges are places in the scene's columns.

export interface Scene {
  /** Who the nodes are: one that was in the scene before may glide to its new place. */
  id: readonly number[];
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
  /** What the scene is about: ringed, and named in any case. */
  focus: readonly number[];
  from: Uint32Array;
  to: Uint32Array;
  width: Float32Array;
  stroke: Uint16Array;
  /** 0 drawn through, 1 dashed (doubtful), 2 dotted (only planned). */
  dashed: Uint8Array;
  edgeFaded: Uint8Array;
  /** Number of ties, written on the edge where it is above 1 and there is room. */
  count: Uint32Array;
  /** Colours as #rrggbb, these and the three below. */
  palette: string[];
  ink: string;
  paper: string;
  accent: string;
  font: string;
}

export type Hit = { node: number } | { edge: number } | null;

/** Pixels at each side of the picture that panels cover. */
export interface Inset {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

/** Points are CSS pixels from the picture's top left corner. */
export interface Renderer {
  /** Draw this; the view is kept unless `fit` is called. */
  show(scene: Scene): void;
  /** Mark as chosen. */
  choose(nodes: readonly number[], edges: readonly number[]): void;
  /** What `fit` and `centre` leave free; nothing at first. */
  inset: Inset;
  /** Bring these nodes, or all, onto the screen. */
  fit(nodes?: readonly number[]): void;
  centre(node: number): void;
  zoomBy(factor: number): void;
  panBy(dx: number, dy: number): void;
  hit(x: number, y: number): Hit;
  /** Where a node stands at present, on the screen or off it. */
  positionOf(node: number): { x: number; y: number };
  /** The picture as it is seen, in so many pixels for each CSS pixel. */
  png(scale: number): Promise<Blob>;
  svg(): string;
  resize(): void;
  /** Finish drawing now, in one go: before printing. */
  settle(): void;
  destroy(): void;
  onPick: (hit: Hit) => void;
  /** The pointer's target changed, or the pointer moved over it. */
  onHover: (hit: Hit, x: number, y: number) => void;
  /** The view moved: what is pinned to a point must move as well. */
  onMove: () => void;
}
