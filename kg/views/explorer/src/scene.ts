// A selection as a scene: where its nodes stand, how large, in which colours. Place i of the scene is place i of the selection.

import { colouring, shapeOf } from "./colouring.ts";
import { groupBy } from "./columns.ts";
import { arranged, type Plan } from "./draw/arrange.ts";
import type { Scene } from "./draw/renderer.ts";
import { facts } from "./facts.ts";
import type { Model, Thing } from "./model.ts";
import { paletteOf } from "./palette.ts";
import { select, type Selection } from "./selection.ts";
import type { State } from "./state.ts";

export const FONT = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "WenQuanYi Micro Hei", sans-serif';

/** Per cent below which a statement is doubtful. */
export const DOUBTFUL = 60;
const LEAST_RADIUS = 5;
const MOST_RADIUS = 20;
/** With few meetings nobody is drawn as large as can be. */
const LEAST_MOST = 8;
const MOST_WIDTH = 6;
const PATH_WIDTH = 3;

/** What a state's selection looks like on light or dark paper, in a wide or a tall window. */
export function sceneOf(model: Model, selection: Selection, state: State, dark: boolean, tall = false): Scene {
  const { nodes, edges, ties } = selection;
  const net = model.nets[selection.view];
  const colours = paletteOf(dark);
  const { kinds, things, tieKinds } = model.payload;
  const place = new Map(nodes.map((thing, at) => [thing, at]));
  const placeOf = (thing: Thing) => place.get(thing) as number;
  const fills = colouring(model, state, dark);
  const strong = strongParts(model, selection, state);
  const values = valuesOf(model, selection, state, placeOf);
  const most = values.reduce((a, b) => Math.max(a, b), state.size === "meetings" ? LEAST_MOST : 1);
  const least = state.focus.on === "path" ? PATH_WIDTH : 1;
  const drawn: Scene = {
    id: nodes,
    x: Float32Array.from(nodes, (thing) => net.x[net.at[thing]]),
    y: Float32Array.from(nodes, (thing) => net.y[net.at[thing]]),
    radius: values.map((value) => LEAST_RADIUS + (MOST_RADIUS - LEAST_RADIUS) * Math.sqrt(value / most)),
    shape: Uint8Array.from(nodes, (thing) => shapeOf(kinds[things.kind[thing]])),
    fill: Uint16Array.from(nodes, (thing) => fills.of(thing)),
    label: nodes.map((thing) => things.label[thing]),
    weight: values.map((value, at) => value / most + (strong.some ? Number(strong.nodes.has(nodes[at])) : 0)),
    focus: focused(state)
      .filter((thing) => place.has(thing))
      .map(placeOf),
    faded: Uint8Array.from(nodes, (thing) => Number(strong.some && !strong.nodes.has(thing))),
    from: Uint32Array.from(edges, (edge) => placeOf(net.a[edge])),
    to: Uint32Array.from(edges, (edge) => placeOf(net.b[edge])),
    width: Float32Array.from(ties, (rows) => Math.min(MOST_WIDTH, Math.max(least, Math.sqrt(rows.length)))),
    stroke: Uint16Array.from(ties, (rows) => fills.colours.length + (rows.length ? net.tieKind[rows[0]] : 0)),
    dashed: Uint8Array.from(ties, (rows) => dashOf(model, selection, rows)),
    edgeFaded: Uint8Array.from(edges, (edge) => Number(strong.some && !strong.edges.has(edge))),
    count: Uint32Array.from(ties, (rows) => rows.length),
    palette: [...fills.colours, ...tieKinds.map((kind) => colours.ties[kind])],
    ink: colours.ink,
    paper: colours.paper,
    accent: colours.accent,
    font: FONT,
  };
  for (const node of drawn.focus) drawn.weight[node] += 1;
  const plan = planOf(selection, state, drawn.focus, placeOf);
  if (!plan) return drawn;
  const timeless = state.from || state.until ? placesOf(model, { ...state, from: "", until: "" }, tall) : null;
  if (timeless && nodes.every((thing) => timeless.has(thing))) return { ...drawn, ...pointsOf(nodes, timeless) };
  return { ...drawn, ...arranged(drawn, plan, tall) };
}

type Places = ReadonlyMap<Thing, readonly [x: number, y: number]>;

const kept = new WeakMap<Model, { key: string; places: Places }>();

/** Where everybody stands in a state: who is left of it by a stretch of time stays there. */
function placesOf(model: Model, state: State, tall: boolean): Places {
  const key = JSON.stringify([state, tall]);
  const before = kept.get(model);
  if (before?.key === key) return before.places;
  const { id, x, y } = sceneOf(model, select(model, state), state, false, tall);
  const places: Places = new Map(id.map((thing, at) => [thing, [x[at], y[at]]]));
  kept.set(model, { key, places });
  return places;
}

function pointsOf(nodes: readonly Thing[], places: Places): Pick<Scene, "x" | "y"> {
  const along = (axis: 0 | 1) => Float32Array.from(nodes, (thing) => places.get(thing)?.[axis] ?? 0);
  return { x: along(0), y: along(1) };
}

function focused({ focus }: State): Thing[] {
  switch (focus.on) {
    case "thing":
      return [focus.thing];
    case "pair":
    case "path":
      return [focus.a, focus.b];
    default:
      return [];
  }
}

/** How the nodes are to be arranged; null where they stand as in the whole network, or in its trees. */
function planOf(
  selection: Selection,
  { view, focus, all, depth }: State,
  ends: readonly number[],
  placeOf: (thing: Thing) => number,
): Plan | null {
  switch (focus.on) {
    case "overview":
      return all || view === "divisions" ? null : { as: "spread" };
    case "thing":
      if (depth === 0) return null;
      return depth === 1 && ends.length ? { as: "ring", centre: ends[0] } : { as: "spread" };
    case "pair":
      return ends.length === 2 ? { as: "lens", a: ends[0], b: ends[1] } : { as: "spread" };
    case "path":
      return { as: "line", order: (selection.path?.things ?? selection.nodes).map(placeOf) };
    case "event":
      return { as: "spread" };
  }
}

interface Strong {
  some: boolean;
  nodes: ReadonlySet<number>;
  edges: ReadonlySet<number>;
}

/** What is brought out. What a strong edge joins is strong; of a pair, so is whoever met both. */
function strongParts(model: Model, selection: Selection, { focus }: State): Strong {
  const { view, strongNodes, strongEdges, path } = selection;
  const { a, b } = model.nets[view];
  const tied = (edge: number) =>
    focus.on === "pair" && [a[edge], b[edge]].some((end) => end === focus.a || end === focus.b);
  const edges = new Set([...strongEdges, ...selection.edges.filter(tied)]);
  const nodes = new Set([...strongNodes, ...(path?.things ?? []), ...[...edges].flatMap((edge) => [a[edge], b[edge]])]);
  return { some: nodes.size > 0, nodes, edges };
}

/** How the line of some ties is drawn: 0 solid, 1 dashed where all are doubtful, 2 dotted where all are only planned. */
export function dashOf(model: Model, { view }: Selection, rows: readonly number[]): number {
  const { sure, event } = facts(model, view);
  if (!rows.length) return 0;
  if (rows.every((row) => sure[row] < DOUBTFUL)) return 1;
  return rows.every((row) => event[row] >= 0 && model.payload.events.planned[event[row]]) ? 2 : 0;
}

/** The measure of each node that its size shows. */
function valuesOf(model: Model, selection: Selection, state: State, placeOf: (thing: Thing) => number): Float32Array {
  const { betweenness, pagerank } = model.payload.things;
  switch (state.size) {
    case "betweenness":
      return Float32Array.from(selection.nodes, (thing) => Math.max(0, betweenness[thing]));
    case "pagerank":
      return Float32Array.from(selection.nodes, (thing) => Math.max(0, pagerank[thing]));
    case "meetings":
      return meetings(model, selection, placeOf);
  }
}

/** For each node, at how many different events its ties arose; a tie without an event counts by itself. */
function meetings(model: Model, selection: Selection, placeOf: (thing: Thing) => number): Float32Array {
  const { edge: edgeOf, event: eventOf } = facts(model, selection.view);
  const { a, b } = model.nets[selection.view];
  const rows = selection.ties.flat();
  const events = model.payload.events.key.length;
  const byEvent = groupBy(
    rows.map((row) => (eventOf[row] < 0 ? events : eventOf[row])),
    events + 1,
  );
  const counted = new Float32Array(selection.nodes.length);
  const last = new Int32Array(selection.nodes.length).fill(-1);
  for (let event = 0; event <= events; event += 1) {
    for (const at of byEvent.of(event)) {
      const edge = edgeOf[rows[at]];
      for (const end of [placeOf(a[edge]), placeOf(b[edge])]) {
        if (last[end] !== event || event === events) counted[end] += 1;
        last[end] = event;
      }
    }
  }
  return counted;
}
