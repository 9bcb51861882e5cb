// What the filters ask of every tie of a view, worked out once: its days, its event, how sure it is.

import { firstDay, lastDay } from "./days.ts";
import type { EventRow, Model, Net, Thing } from "./model.ts";
import type { Payload, TieKind, ViewName } from "./payload.ts";

/** Columns with one row for each tie of a view. */
export interface Facts {
  /** The event, -1 without one. */
  event: Int32Array;
  first: Int32Array;
  last: Int32Array;
  /** Per cent. */
  sure: Uint8Array;
  /** The edge that it belongs to. */
  edge: Int32Array;
}

const known = new WeakMap<Net, Facts>();

/** The facts of a view's ties. */
export function facts(model: Model, view: ViewName): Facts {
  const net = model.nets[view];
  const found = known.get(net) ?? collect(model, view);
  known.set(net, found);
  return found;
}

function collect(model: Model, view: ViewName): Facts {
  const net = model.nets[view];
  const { payload } = model;
  const ties = net.tieRow.length;
  const found: Facts = {
    event: new Int32Array(ties).fill(-1),
    first: new Int32Array(ties),
    last: new Int32Array(ties),
    sure: new Uint8Array(ties),
    edge: new Int32Array(ties),
  };
  const days = daysOf(payload.events.from, payload.events.to);
  const sure = Uint8Array.from(payload.evidence.sure, (share) => (share < 0 ? CERTAIN : Math.round(share / 10)));
  const weakest = (p: number, q: number) => Math.min(p < 0 ? CERTAIN : sure[p], q < 0 ? CERTAIN : sure[q]);
  const both = (event: EventRow, a: Thing, b: Thing) => {
    const [mine, other] = [model.partOf(event, a), model.partOf(event, b)];
    return weakest(mine < 0 ? -1 : payload.parts.evidence[mine], other < 0 ? -1 : payload.parts.evidence[other]);
  };
  for (let edge = 0; edge < net.a.length; edge += 1) {
    for (let at = net.firstTie[edge]; at < net.firstTie[edge + 1]; at += 1) {
      const row = net.tieRow[at];
      const kind = payload.tieKinds[net.tieKind[at]];
      const event = eventOf(payload, kind, row);
      const own = evidenceOf(payload, kind, row);
      found.edge[at] = edge;
      found.event[at] = event;
      found.sure[at] = own >= 0 || event < 0 ? weakest(own, -1) : both(event, net.a[edge], net.b[edge]);
      if (event >= 0) [found.first[at], found.last[at]] = [days.first[event], days.last[event]];
      else if (kind === "post") {
        const { first, last } = payload.posts;
        found.first[at] = firstDay(first[row] || last[row]);
        found.last[at] = lastDay(last[row] || first[row]);
      }
    }
  }
  return found;
}

/** What is sure as far as is known, per cent. */
const CERTAIN = 100;

function daysOf(from: readonly string[], to: readonly string[]): { first: Int32Array; last: Int32Array } {
  return {
    first: Int32Array.from(from, (day, event) => firstDay(day || to[event])),
    last: Int32Array.from(to, (day, event) => lastDay(day || from[event])),
  };
}

function eventOf({ met, parts }: Payload, kind: TieKind, row: number): EventRow {
  if (kind === "meeting") return met.event[row];
  if (kind === "together") return row;
  return kind === "present" || kind === "about" ? parts.event[row] : -1;
}

/** The evidence that a tie has of its own; -1 where it is as sure as the parts of those who took part. */
function evidenceOf({ met, parts, posts, relations }: Payload, kind: TieKind, row: number): number {
  switch (kind) {
    case "meeting":
      return met.evidence[row];
    case "together":
      return -1;
    case "present":
    case "about":
      return parts.evidence[row];
    case "post":
      return posts.evidence[row];
    case "relation":
    case "party":
      return relations.evidence[row];
  }
}
