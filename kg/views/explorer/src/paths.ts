// Walks over the edges that the filters leave: what is near something, and how two things are connected.

import type { Edge, Model, Net, Thing } from "./model.ts";
import type { ViewName } from "./payload.ts";

/** A way from one thing to another: `edges[i]` joins `things[i]` and `things[i + 1]`. */
export interface Path {
  things: Thing[];
  edges: Edge[];
}

/** The things within so many steps of some, in order of distance. `open` gives each edge's ties that count. */
export function around(
  model: Model,
  view: ViewName,
  from: readonly Thing[],
  steps: number,
  open: Uint32Array,
): Thing[] {
  const net = model.nets[view];
  const reached = new Set(from.filter((thing) => net.at[thing] >= 0));
  let ring = [...reached];
  for (let step = 0; step < steps; step += 1) {
    const next: Thing[] = [];
    for (const thing of ring) {
      for (const edge of net.edgesOf(thing)) {
        const other = across(net, edge, thing);
        if (open[edge] && !reached.has(other)) {
          reached.add(other);
          next.push(other);
        }
      }
    }
    ring = next;
  }
  return [...reached];
}

/** The other end of an edge. */
export function across(net: Net, edge: Edge, thing: Thing): Thing {
  return net.a[edge] === thing ? net.b[edge] : net.a[edge];
}

/**
 * A shortest path between two things, or null. Among equally short ones that with the most ties on its weakest
 * edge, then the first in the order of the things.
 */
export function path(model: Model, view: ViewName, a: Thing, b: Thing, open: Uint32Array): Path | null {
  const net = model.nets[view];
  if (net.at[a] < 0 || net.at[b] < 0) return null;
  const from = new Map<Thing, { edge: Edge; thing: Thing; strength: number }>();
  const steps = new Map<Thing, number>([[a, 0]]);
  let ring: Thing[] = [a];
  for (let step = 1; ring.length && !steps.has(b); step += 1) {
    const next: Thing[] = [];
    for (const thing of ring) {
      const soFar = from.get(thing)?.strength ?? Infinity;
      for (const edge of net.edgesOf(thing)) {
        if (!open[edge]) continue;
        const other = across(net, edge, thing);
        const strength = Math.min(soFar, open[edge]);
        if (!steps.has(other)) {
          steps.set(other, step);
          next.push(other);
          from.set(other, { edge, thing, strength });
        } else if (steps.get(other) === step && strength > (from.get(other)?.strength ?? Infinity)) {
          from.set(other, { edge, thing, strength });
        }
      }
    }
    ring = next;
  }
  return steps.has(b) ? walkBack(a, b, from) : null;
}

function walkBack(a: Thing, b: Thing, from: ReadonlyMap<Thing, { edge: Edge; thing: Thing }>): Path {
  const found: Path = { things: [b], edges: [] };
  for (let at = from.get(b); at && found.things[0] !== a; at = from.get(at.thing)) {
    found.things.unshift(at.thing);
    found.edges.unshift(at.edge);
  }
  return found;
}
