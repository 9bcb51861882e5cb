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
  // By thing: how far it is, over which edge it was reached, and the ties of the weakest edge on the way.
  const steps = new Int32Array(net.at.length).fill(-1);
  const via = new Uint32Array(net.at.length);
  const strengths = new Uint32Array(net.at.length);
  steps[a] = 0;
  strengths[a] = -1;
  let ring: Thing[] = [a];
  for (let step = 1; ring.length && steps[b] < 0; step += 1) {
    const next: Thing[] = [];
    for (const thing of ring) {
      for (const edge of net.edgesOf(thing)) {
        if (!open[edge]) continue;
        const other = across(net, edge, thing);
        const strength = Math.min(strengths[thing], open[edge]);
        if (steps[other] < 0) {
          steps[other] = step;
          next.push(other);
        } else if (steps[other] !== step || strength <= strengths[other]) continue;
        via[other] = edge;
        strengths[other] = strength;
      }
    }
    ring = next;
  }
  return steps[b] < 0 ? null : walkBack(net, a, b, via);
}

function walkBack(net: Net, a: Thing, b: Thing, via: Uint32Array): Path {
  const found: Path = { things: [b], edges: [] };
  while (found.things[0] !== a) {
    const [thing] = found.things;
    found.things.unshift(across(net, via[thing], thing));
    found.edges.unshift(via[thing]);
  }
  return found;
}
