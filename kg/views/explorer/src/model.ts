// The payload with what makes it quick to ask: typed columns, neighbours, events by guest, records by thing.
// A Model never changes after it is made. Things, events, edges … are named by their row throughout.

import type { Payload, TieKind, ViewName } from "./payload.ts";

export type Thing = number;
export type EventRow = number;
export type Edge = number;

/** One thing that ties two things, whatever table it stands in. */
export interface Tie {
  kind: TieKind;
  row: number;
  event: EventRow;
  /** Rows of `evidence`; the tie is as sure as the weakest. */
  evidence: number[];
  from: string;
  to: string;
}

/** A view's network as rows of typed columns. */
export interface Net {
  name: ViewName;
  nodes: Int32Array;
  x: Float32Array;
  y: Float32Array;
  a: Int32Array;
  b: Int32Array;
  /** Ties of edge e: rows firstTie[e] to firstTie[e + 1]. */
  firstTie: Int32Array;
  tieKind: Uint8Array;
  tieRow: Int32Array;
  /** The place of a thing in `nodes`, -1 where this view does not draw it. */
  at: Int32Array;
  /** Edges of node n (its place): incident[firstEdge[n]] to incident[firstEdge[n + 1]]. */
  firstEdge: Int32Array;
  incident: Int32Array;
}

export interface Model {
  payload: Payload;
  nets: Record<ViewName, Net>;
  /** Rows by thing or event, in order of date where they have one. */
  partsOf(thing: Thing): readonly number[];
  guestsOf(event: EventRow): readonly number[];
  linksOf(event: EventRow): readonly number[];
  eventsLinking(thing: Thing): readonly number[];
  postsOf(person: Thing): readonly number[];
  holdersOf(body: Thing): readonly number[];
  relationsOf(thing: Thing): readonly number[];
  mentionsOf(thing: Thing): readonly number[];
  tie(view: ViewName, tieAt: number): Tie;
  /** Rows of ties of an edge. */
  tiesOf(view: ViewName, edge: Edge): Tie[];
  /** The edge of two things in a view, -1 without one. */
  edgeOf(view: ViewName, a: Thing, b: Thing): Edge;
  /** Probability 0–1 of the weakest of some evidence; 1 where nothing is known of it. */
  sure(evidence: readonly number[]): number;
  thing(key: string): Thing;
  event(key: string): EventRow;
}
