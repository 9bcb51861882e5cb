// What can be switched off, and how much there is of it in a view, whatever the filters leave.

import type { App } from "../app.ts";
import { facts } from "../facts.ts";
import type { Shown } from "../shown.ts";

export type List = "kinds" | "types" | "roles";

/** How many things of each kind a view draws, whatever the filters leave; the most first. */
export function kindCounts(app: App, { state }: Shown): [string, number][] {
  const { kinds, things } = app.model.payload;
  return tally(Array.from(app.model.nets[state.view].nodes, (thing) => kinds[things.kind[thing]]));
}

/** How many events of each type stand behind a view. */
export function typeCounts(app: App, { state }: Shown): [string, number][] {
  const { types, events } = app.model.payload;
  const here = new Set(Array.from(facts(app.model, state.view).event).filter((event) => event >= 0));
  return tally(Array.from(here, (event) => types[events.type[event]]));
}

/** How often each role was played at them. */
export function roleCounts(app: App, { state }: Shown): [string, number][] {
  const { roles, parts } = app.model.payload;
  const { event } = facts(app.model, state.view);
  const here = new Set(event);
  const told = parts.roles.filter((_, part) => here.has(parts.event[part]));
  return tally(told.flatMap((each) => each.map((role) => roles[role])));
}

function tally(names: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const each of names) counts.set(each, (counts.get(each) ?? 0) + 1);
  return [...counts].sort((p, q) => q[1] - p[1] || (p[0] < q[0] ? -1 : 1));
}

/** A change that switches a name of a list off, or on again. */
export function switched(list: List, each: string) {
  return (state: Record<List, readonly string[]>) => ({
    [list]: state[list].includes(each) ? state[list].filter((name) => name !== each) : [...state[list], each].sort(),
  });
}
