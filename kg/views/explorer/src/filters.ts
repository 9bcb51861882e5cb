// Which ties of a view a state's filters leave.

import { firstDay, lastDay, within } from "./days.ts";
import { facts } from "./facts.ts";
import type { EventRow, Model, Thing } from "./model.ts";
import type { State } from "./state.ts";

export type Filters = Pick<
  State,
  "view" | "from" | "until" | "kinds" | "types" | "roles" | "region" | "programme" | "sure"
>;

/** For each tie of the view, 1 where it passes all filters. */
export function passing(model: Model, filters: Filters): Uint8Array {
  const known = facts(model, filters.view);
  const net = model.nets[filters.view];
  const { kinds, types } = model.payload;
  const [from, until] = [firstDay(filters.from), lastDay(filters.until)];
  const offTypes = places(types, filters.types);
  const shown = drawn(model, places(kinds, filters.kinds));
  const here = inRegion(model, filters.region);
  const topic = topicOf(model, filters.programme);
  const plays = playing(model, filters.roles);
  const passed = new Uint8Array(known.event.length);
  for (let row = 0; row < passed.length; row += 1) {
    const event = known.event[row];
    const [a, b] = [net.a[known.edge[row]], net.b[known.edge[row]]];
    const timeless = event < 0 && !known.first[row];
    passed[row] = Number(
      shown(a) &&
        shown(b) &&
        known.sure[row] >= filters.sure &&
        (timeless || within(known.first[row], known.last[row], from, until)) &&
        (event < 0 || !offTypes.has(model.payload.events.type[event])) &&
        here(event, a, b) &&
        topic(event, a, b) &&
        plays(event, a, b),
    );
  }
  return passed;
}

function places(names: readonly string[], off: readonly string[]): Set<number> {
  return new Set(off.map((name) => names.indexOf(name)));
}

function drawn(model: Model, off: Set<number>): (thing: Thing) => boolean {
  const { kind } = model.payload.things;
  return off.size ? (thing) => !off.has(kind[thing]) : () => true;
}

/** The divisions within one, itself included. */
export function inside(model: Model, region: Thing): Set<Thing> {
  const found = new Set([region]);
  for (const division of found) {
    for (const row of model.relationsTo(division)) {
      if (model.payload.predicates[model.payload.relations.predicate[row]] === "partOf") {
        found.add(model.payload.relations.from[row]);
      }
    }
  }
  return found;
}

/** A tie belongs to a region by its event, or, without one, by either of its ends. */
function inRegion(model: Model, region: Thing): (event: EventRow, a: Thing, b: Thing) => boolean {
  if (region < 0) return () => true;
  const events = eventsIn(model, region);
  const belongs = belonging(model, region);
  return (event, a, b) => (event < 0 ? belongs(a) || belongs(b) : events.has(event));
}

/** The events that took place in a division or at which somebody from there took part. */
export function eventsIn(model: Model, region: Thing): ReadonlySet<EventRow> {
  const { events, parts } = model.payload;
  const within = inside(model, region);
  const belongs = belonging(model, region);
  return new Set([
    ...events.region.flatMap((where, event) => (within.has(where) ? [event] : [])),
    ...parts.event.filter((_, part) => belongs(parts.who[part])),
  ]);
}

function belonging(model: Model, region: Thing): (thing: Thing) => boolean {
  const { region: home } = model.payload.things;
  const within = inside(model, region);
  return (thing) => within.has(thing) || within.has(home[thing]);
}

/** A tie belongs to a programme by its event, or, without one, by both of its ends. */
function topicOf(model: Model, programme: Thing): (event: EventRow, a: Thing, b: Thing) => boolean {
  if (programme < 0) return () => true;
  const { links, parts, relations } = model.payload;
  const events = new Set(Array.from(model.linksTo(programme), (row) => links.event[row]));
  const involved = new Set<Thing>([programme]);
  for (const row of model.relationsTo(programme)) involved.add(relations.from[row]);
  for (const event of events) for (const row of model.guestsOf(event)) involved.add(parts.who[row]);
  return (event, a, b) => (event < 0 ? involved.has(a) && involved.has(b) : events.has(event));
}

/** A tie by an event needs, of each end that took part in it, a role that is not switched off. */
function playing(model: Model, off: readonly string[]): (event: EventRow, a: Thing, b: Thing) => boolean {
  if (!off.length) return () => true;
  const { parts, roles } = model.payload;
  const offRoles = places(roles, off);
  const plays = (event: EventRow, who: Thing) => {
    const part = model.partOf(event, who);
    return part < 0 || parts.roles[part].some((role) => !offRoles.has(role));
  };
  return (event, a, b) => event < 0 || (plays(event, a) && plays(event, b));
}
