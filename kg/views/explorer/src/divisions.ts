// Divisions as a tree, each below the one that it is part of.

import type { Model, Thing } from "./model.ts";

export interface Branch {
  thing: Thing;
  below: Branch[];
}

/** The divisions of the graph; one that is said to be part of several stands below the first, and no ring is closed. */
export function tree(model: Model): Branch[] {
  const { payload } = model;
  const division = payload.kinds.indexOf("Division");
  const all = payload.things.kind.flatMap((kind, thing) => (kind === division ? [thing] : []));
  const branches = new Map(all.map((thing) => [thing, { thing, below: [] } as Branch]));
  const above = new Map<Thing, Thing>();
  for (const thing of all) {
    const parent = parentOf(model, thing);
    if (parent >= 0 && branches.has(parent) && !leads(above, parent, thing)) above.set(thing, parent);
  }
  for (const [thing, parent] of above) branches.get(parent)?.below.push(branches.get(thing) as Branch);
  return all.filter((thing) => !above.has(thing)).map((thing) => branches.get(thing) as Branch);
}

/** The division that a division is part of, -1 where the graph names none. */
export function parentOf(model: Model, thing: Thing): Thing {
  const { relations, predicates } = model.payload;
  const row = model.relationsFrom(thing).find((each) => predicates[relations.predicate[each]] === "partOf");
  return row === undefined ? -1 : relations.to[row];
}

function leads(above: ReadonlyMap<Thing, Thing>, from: Thing, to: Thing): boolean {
  for (let at: Thing | undefined = from; at !== undefined; at = above.get(at)) if (at === to) return true;
  return false;
}
