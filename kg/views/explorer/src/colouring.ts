// What colours and shapes of nodes mean, for the picture and for its legend.

import type { Model, Thing } from "./model.ts";
import { paletteOf } from "./palette.ts";
import type { ViewName } from "./payload.ts";
import type { State } from "./state.ts";

export interface Colouring {
  /** The last one is for what has none of its own. */
  colours: string[];
  of(thing: Thing): number;
  /** For each colour but the last: the kind, the community's number or the division that it stands for. */
  meaning: ({ kind: string } | { community: number } | { region: Thing })[];
}

const SHAPES: Record<string, number> = { Person: 0, Organization: 1, Division: 2, Agreement: 3 };
const OTHER_SHAPE = 4;

/** The shape of a kind of thing, as a scene numbers them. */
export function shapeOf(kind: string): number {
  return SHAPES[kind] ?? OTHER_SHAPE;
}

/** Colours as a state asks for them. Those of regions stay the same whatever the filters leave. */
export function colouring(model: Model, state: Pick<State, "view" | "colour">, dark: boolean): Colouring {
  const { kinds, groups, grey } = paletteOf(dark);
  const { things, kinds: names } = model.payload;
  const known = (place: number, many: number) => (place >= 0 && place < many ? place : many);
  switch (state.colour) {
    case "kind": {
      const listed = Object.keys(kinds);
      return {
        colours: [...Object.values(kinds), grey],
        of: (thing) => known(listed.indexOf(names[things.kind[thing]]), listed.length),
        meaning: listed.map((kind) => ({ kind })),
      };
    }
    case "community":
      return {
        colours: [...groups, grey],
        of: (thing) => known(things.community[thing], groups.length),
        meaning: groups.map((_, community) => ({ community })),
      };
    case "region": {
      const regions = commonest(model, state.view).slice(0, groups.length);
      const place = new Map(regions.map((region, at) => [region, at]));
      return {
        colours: [...groups.slice(0, regions.length), grey],
        of: (thing) => place.get(homeOf(model, thing)) ?? regions.length,
        meaning: regions.map((region) => ({ region })),
      };
    }
  }
}

/** The division of a thing; a division without one above it is its own. */
function homeOf({ payload: { things, kinds } }: Model, thing: Thing): Thing {
  const home = things.region[thing];
  return home < 0 && kinds[things.kind[thing]] === "Division" ? thing : home;
}

/** Divisions by how many things of a view belong to them, most first. */
function commonest(model: Model, view: ViewName): Thing[] {
  const many = new Map<Thing, number>();
  for (const thing of model.nets[view].nodes) {
    const home = homeOf(model, thing);
    if (home >= 0) many.set(home, (many.get(home) ?? 0) + 1);
  }
  return [...many].sort(([p, m], [q, n]) => n - m || p - q).map(([region]) => region);
}
