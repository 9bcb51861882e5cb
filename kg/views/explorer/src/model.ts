// The payload with what makes it quick to ask: typed columns, neighbours, events by guest, records by thing.
// A Model never changes after it is made. Things, events, edges … are named by their row throughout.

import { groupBy, orderOf, starts } from "./columns.ts";
import type { Network, Payload, TieKind, ViewName } from "./payload.ts";

export type Thing = number;
export type EventRow = number;
export type Edge = number;

export const VIEWS: readonly ViewName[] = ["people", "bodies", "agreements", "programmes", "divisions"];

/** One thing that ties two things, whatever table it stands in. */
export interface Tie {
  kind: TieKind;
  row: number;
  /** -1 where there is none. */
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
  /** The edges that end at a thing. */
  edgesOf(thing: Thing): Int32Array;
}

export interface Model {
  payload: Payload;
  nets: Record<ViewName, Net>;
  /** Rows by thing or event, in order of date where they have one. */
  partsOf(thing: Thing): Int32Array;
  guestsOf(event: EventRow): Int32Array;
  linksOf(event: EventRow): Int32Array;
  linksTo(thing: Thing): Int32Array;
  postsOf(person: Thing): Int32Array;
  holdersOf(body: Thing): Int32Array;
  relationsFrom(thing: Thing): Int32Array;
  relationsTo(thing: Thing): Int32Array;
  mentionsOf(thing: Thing): Int32Array;
  /** The row of `parts` in which someone took part in an event, -1 without one. */
  partOf(event: EventRow, who: Thing): number;
  /** The tie in a row of a view's columns, between the two ends of its edge. */
  tie(view: ViewName, row: number, a: Thing, b: Thing): Tie;
  /** All ties of an edge. */
  tiesOf(view: ViewName, edge: Edge): Tie[];
  /** The edge of two things in a view, -1 without one. */
  edgeOf(view: ViewName, a: Thing, b: Thing): Edge;
  /** Probability 0–1 of the weakest of some evidence; 1 where nothing is known of it. */
  sure(evidence: readonly number[]): number;
  /** Rows by their keys, -1 where there is none. */
  thing(key: string): Thing;
  event(key: string): EventRow;
}

/** Makes the model of a payload. */
export function model(payload: Payload): Model {
  const things = payload.things.key.length;
  const { events, parts, links, posts, relations, mentions } = payload;
  const happened = orderOf(events.from);
  const rank = new Int32Array(events.key.length);
  happened.forEach((event, place) => (rank[event] = place));
  const byEvent = (column: readonly number[]) =>
    Int32Array.from(column.keys()).sort((p, q) => rank[column[p]] - rank[column[q]] || p - q);
  const read = orderOf(mentions.article.map((article) => payload.articles.published[article]));
  const guests = groupBy(parts.event, events.key.length);
  const nets = Object.fromEntries(VIEWS.map((name) => [name, net(name, payload.views[name], things)]));
  const thingRows = rowsByKey(payload.things.key);
  const eventRows = rowsByKey(events.key);

  const self: Model = {
    payload,
    nets: nets as Record<ViewName, Net>,
    partsOf: groupBy(parts.who, things, byEvent(parts.event)).of,
    guestsOf: guests.of,
    linksOf: groupBy(links.event, events.key.length).of,
    linksTo: groupBy(links.thing, things, byEvent(links.event)).of,
    postsOf: groupBy(posts.person, things, orderOf(posts.first)).of,
    holdersOf: groupBy(posts.body, things, orderOf(posts.first)).of,
    relationsFrom: groupBy(relations.from, things).of,
    relationsTo: groupBy(relations.to, things).of,
    mentionsOf: groupBy(mentions.thing, things, read).of,
    partOf(event, who) {
      if (event < 0) return -1;
      for (const row of guests.of(event)) if (parts.who[row] === who) return row;
      return -1;
    },
    tie: (view, row, a, b) => tie(self, view, row, a, b),
    tiesOf(view, edge) {
      const { firstTie, a, b } = self.nets[view];
      const rows = Array.from({ length: firstTie[edge + 1] - firstTie[edge] }, (_, at) => firstTie[edge] + at);
      return rows.map((row) => tie(self, view, row, a[edge], b[edge]));
    },
    edgeOf(view, a, b) {
      const { edgesOf, a: left, b: right } = self.nets[view];
      return edgesOf(a).find((edge) => left[edge] === b || right[edge] === b) ?? -1;
    },
    sure(evidence) {
      const known = evidence.map((row) => (row < 0 ? -1 : payload.evidence.sure[row])).filter((sure) => sure >= 0);
      return known.length ? Math.min(...known) / 1000 : 1;
    },
    thing: (key) => thingRows.get(key) ?? -1,
    event: (key) => eventRows.get(key) ?? -1,
  };
  return self;
}

function rowsByKey(keys: readonly string[]): Map<string, number> {
  return new Map(keys.map((key, row) => [key, row]));
}

function net(name: ViewName, network: Network, things: number): Net {
  const at = new Int32Array(things).fill(-1);
  network.nodes.forEach((thing, place) => (at[thing] = place));
  const edges = network.a.length;
  const ends = new Int32Array(2 * edges);
  ends.set(network.a);
  ends.set(network.b, edges);
  const incident = groupBy(ends, things);
  incident.rows.forEach((end, place, edgesByThing) => (edgesByThing[place] = end % edges));
  return {
    name,
    nodes: new Int32Array(network.nodes),
    x: new Float32Array(network.x),
    y: new Float32Array(network.y),
    a: new Int32Array(network.a),
    b: new Int32Array(network.b),
    firstTie: starts(network.ties),
    tieKind: new Uint8Array(network.tieKind),
    tieRow: new Int32Array(network.tieRow),
    at,
    edgesOf: incident.of,
  };
}

function tie(model: Model, view: ViewName, at: number, a: Thing, b: Thing): Tie {
  const { payload, nets } = model;
  const { events, parts, met, posts, relations } = payload;
  const row = nets[view].tieRow[at];
  const kind = payload.tieKinds[nets[view].tieKind[at]];
  const told = (event: EventRow, evidence: number[]): Tie => ({
    kind,
    row,
    event,
    evidence,
    from: event < 0 ? "" : events.from[event],
    to: event < 0 ? "" : events.to[event] || events.from[event],
  });
  const both = (event: EventRow) =>
    [model.partOf(event, a), model.partOf(event, b)].filter((part) => part >= 0).map((part) => parts.evidence[part]);
  switch (kind) {
    case "meeting":
      return told(met.event[row], met.evidence[row] >= 0 ? [met.evidence[row]] : both(met.event[row]));
    case "together":
      return told(row, both(row));
    case "present":
    case "about":
      return told(parts.event[row], [parts.evidence[row]]);
    case "post":
      return { ...told(-1, [posts.evidence[row]]), from: posts.first[row], to: posts.last[row] };
    case "relation":
    case "party":
      return told(-1, [relations.evidence[row]]);
  }
}
