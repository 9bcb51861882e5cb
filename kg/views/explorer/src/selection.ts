// What a state leaves of a view: the nodes and edges to draw, and the ties that count.

import { facts } from "./facts.ts";
import { passing } from "./filters.ts";
import type { Edge, Model, Thing } from "./model.ts";
import { across, around, path, type Path } from "./paths.ts";
import type { ViewName } from "./payload.ts";
import type { State } from "./state.ts";

export interface Selection {
  view: ViewName;
  nodes: Thing[];
  edges: Edge[];
  /** For each edge: rows of its ties that the filters leave (rows of the view's columns of ties), in order of date. */
  ties: number[][];
  /** Nodes and edges to bring out: of a path, a pair, an event; empty where all are alike. */
  strongNodes: Thing[];
  strongEdges: Edge[];
  /** The path that was asked for, null where there is none. */
  path: Path | null;
}

/** How many the overview begins with: the best connected of the view. */
export const CORE = 40;
/** So many are shown at once as well as a core of them. */
export const WHOLE = 60;

/** What a state shows. */
export function select(model: Model, state: State): Selection {
  const passed = passing(model, state);
  const open = openTies(model, state.view, passed);
  const { nodes, strongNodes, strongEdges, path: way } = scope(model, state, open, passed);
  const inside = new Set(nodes);
  const net = model.nets[state.view];
  const edges: Edge[] = [];
  for (let edge = 0; edge < open.length; edge += 1) {
    if (open[edge] && inside.has(net.a[edge]) && inside.has(net.b[edge])) edges.push(edge);
  }
  return {
    view: state.view,
    nodes,
    edges,
    ties: edges.map((edge) => tiesLeft(model, state.view, edge, passed)),
    strongNodes,
    strongEdges,
    path: way,
  };
}

/** For each edge of a view, how many of its ties pass. */
export function openTies(model: Model, view: ViewName, passed: Uint8Array): Uint32Array {
  const { edge } = facts(model, view);
  const open = new Uint32Array(model.nets[view].a.length);
  for (let row = 0; row < passed.length; row += 1) open[edge[row]] += passed[row];
  return open;
}

/** The rows of an edge's ties that pass, by date, undated ones last. */
export function tiesLeft(model: Model, view: ViewName, edge: Edge, passed: Uint8Array): number[] {
  const { firstTie } = model.nets[view];
  const { first } = facts(model, view);
  const rows = [];
  for (let row = firstTie[edge]; row < firstTie[edge + 1]; row += 1) if (passed[row]) rows.push(row);
  return rows.sort((p, q) => (first[p] || Infinity) - (first[q] || Infinity) || p - q);
}

/** The first view that draws a thing, the present one before all others; the present one where none does. */
export function viewOf(model: Model, thing: Thing, present: ViewName): ViewName {
  const draws = (view: ViewName) => model.nets[view].at[thing] >= 0;
  if (draws(present)) return present;
  return (Object.keys(model.nets) as ViewName[]).find(draws) ?? present;
}

/** Things by how many ties of a view they have, most first. */
export function mostConnected(model: Model, view: ViewName, open: Uint32Array): { thing: Thing; ties: number }[] {
  const net = model.nets[view];
  const ties = new Map<Thing, number>();
  for (let edge = 0; edge < open.length; edge += 1) {
    if (!open[edge]) continue;
    for (const thing of [net.a[edge], net.b[edge]]) ties.set(thing, (ties.get(thing) ?? 0) + open[edge]);
  }
  return [...ties].map(([thing, many]) => ({ thing, ties: many })).sort((p, q) => q.ties - p.ties || p.thing - q.thing);
}

/** The best connected of a view that are tied to each other; null where that leaves out hardly anything. */
function core(model: Model, view: ViewName, open: Uint32Array): Thing[] | null {
  const ranked = mostConnected(model, view, open);
  if (ranked.length <= WHOLE) return null;
  const net = model.nets[view];
  const best = new Set(ranked.slice(0, CORE).map(({ thing }) => thing));
  const tied = (thing: Thing) => net.edgesOf(thing).some((edge) => open[edge] && best.has(across(net, edge, thing)));
  return [...best].filter(tied);
}

type Scope = Pick<Selection, "nodes" | "strongNodes" | "strongEdges" | "path">;

function scope(model: Model, state: State, open: Uint32Array, passed: Uint8Array): Scope {
  const net = model.nets[state.view];
  const plain = (nodes: Thing[]): Scope => ({ nodes, strongNodes: [], strongEdges: [], path: null });
  const everything = () =>
    mostConnected(model, state.view, open)
      .map(({ thing }) => thing)
      .sort((p, q) => net.at[p] - net.at[q]);
  const { focus } = state;
  const between = (things: readonly Thing[]) => {
    const kept = new Set(things);
    return [...kept].flatMap((thing) =>
      Array.from(net.edgesOf(thing)).filter(
        (edge) => open[edge] && thing < across(net, edge, thing) && kept.has(across(net, edge, thing)),
      ),
    );
  };
  switch (focus.on) {
    case "overview":
      return plain(state.all ? everything() : (core(model, state.view, open) ?? everything()));
    case "thing": {
      const nodes = state.depth ? around(model, state.view, [focus.thing], state.depth, open) : everything();
      const own = net.at[focus.thing] < 0 ? [] : Array.from(net.edgesOf(focus.thing)).filter((edge) => open[edge]);
      return {
        nodes,
        strongNodes: [focus.thing, ...own.map((edge) => across(net, edge, focus.thing))],
        strongEdges: own,
        path: null,
      };
    }
    case "pair": {
      const mine = new Set(around(model, state.view, [focus.a], 1, open));
      const shared = around(model, state.view, [focus.b], 1, open).filter((thing) => mine.has(thing));
      const nodes = [...new Set([focus.a, focus.b, ...shared])].filter((thing) => net.at[thing] >= 0);
      return { nodes, strongNodes: [focus.a, focus.b], strongEdges: between([focus.a, focus.b]), path: null };
    }
    case "path": {
      const way = path(model, state.view, focus.a, focus.b, open);
      const nodes = (way?.things ?? [focus.a, focus.b]).filter((thing) => net.at[thing] >= 0);
      return { nodes, strongNodes: [focus.a, focus.b], strongEdges: way?.edges ?? [], path: way };
    }
    case "event": {
      const known = facts(model, state.view);
      const here = [
        ...new Set(
          Array.from(known.event.keys())
            .filter((row) => passed[row] && known.event[row] === focus.event)
            .map((row) => known.edge[row]),
        ),
      ];
      const nodes = [...new Set(here.flatMap((edge) => [net.a[edge], net.b[edge]]))];
      return { nodes, strongNodes: nodes, strongEdges: here, path: null };
    }
  }
}
