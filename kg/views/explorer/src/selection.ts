// What a state leaves of a view: the nodes and edges to draw, and the ties that count.

import type { Edge, Thing } from "./model.ts";
import type { ViewName } from "./payload.ts";

export interface Selection {
  view: ViewName;
  nodes: Thing[];
  edges: Edge[];
  /** For each edge: rows of its ties that the filters leave (places in the view's columns of ties), in order of date. */
  ties: number[][];
  /** Nodes and edges to bring out: of a path, a pair, an event; empty where all are alike. */
  strongNodes: Thing[];
  strongEdges: Edge[];
}
