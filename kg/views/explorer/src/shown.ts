// What a state shows, worked out once for all parts of the page.

import { firstDay, lastDay, within } from "./days.ts";
import { facts } from "./facts.ts";
import { eventsIn, passing } from "./filters.ts";
import { VIEWS, type EventRow, type Model, type Thing } from "./model.ts";
import type { ViewName } from "./payload.ts";
import { DOUBTFUL } from "./scene.ts";
import { mostConnected, openTies, select, type Selection } from "./selection.ts";
import { START, type State } from "./state.ts";

export interface Shown {
  state: State;
  selection(): Selection;
  /** For each tie of a view, 1 where the filters leave it. */
  passed(view: ViewName): Uint8Array;
  /** For each edge of a view, how many ties the filters leave. */
  open(view: ViewName): Uint32Array;
  ranked(view: ViewName): { thing: Thing; ties: number }[];
  /** True where the filters of time, type, region, programme, role and confidence leave someone's part in an event. */
  took(part: number): boolean;
  /** True where those of time, type, region, programme and confidence leave an event. */
  held(event: EventRow): boolean;
  /** The view's events that the filters leave, latest first, undated ones last. */
  latest(): EventRow[];
}

/** What a state shows of a model; each answer is worked out when it is first asked for. */
export function shown(model: Model, state: State): Shown {
  const passed = memo((view: ViewName) => passing(model, { ...state, view }));
  const open = memo((view: ViewName) => openTies(model, view, passed(view)));
  const ranked = memo((view: ViewName) => mostConnected(model, view, open(view)));
  const selection = memo(() => select(model, state));
  const latest = memo(() => latestOf(model, state.view, passed(state.view)));
  return {
    state,
    selection: () => selection(""),
    passed,
    open,
    ranked,
    ...eventFilters(model, state),
    latest: () => latest(""),
  };
}

function memo<Key, Value>(work: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    if (!known.has(key)) known.set(key, work(key));
    return known.get(key) as Value;
  };
}

function latestOf(model: Model, view: ViewName, passed: Uint8Array): EventRow[] {
  const { event } = facts(model, view);
  const { from } = model.payload.events;
  const found = new Set<EventRow>();
  for (let row = 0; row < passed.length; row += 1) if (passed[row] && event[row] >= 0) found.add(event[row]);
  const day = new Map(Array.from(found, (row) => [row, firstDay(from[row])]));
  return [...found].sort((p, q) => (day.get(q) as number) - (day.get(p) as number) || p - q);
}

function eventFilters(model: Model, state: State): Pick<Shown, "took" | "held"> {
  const { parts, events, roles, types, links } = model.payload;
  const offTypes = new Set(state.types.map((name) => types.indexOf(name)));
  const offRoles = new Set(state.roles.map((name) => roles.indexOf(name)));
  const [from, until] = [firstDay(state.from), lastDay(state.until)];
  const about =
    state.programme < 0 ? null : new Set(Array.from(model.linksTo(state.programme), (row) => links.event[row]));
  const enough = (evidence: number) => Math.round(model.sure([evidence]) * 100) >= state.sure;
  const inTime = (event: EventRow) => {
    const [first, last] = [events.from[event], events.to[event] || events.from[event]];
    return within(firstDay(first), lastDay(last), from, until);
  };
  const here = state.region < 0 ? null : eventsIn(model, state.region);
  const fits = (event: EventRow) =>
    !offTypes.has(events.type[event]) && inTime(event) && (!about || about.has(event)) && (!here || here.has(event));
  return {
    took: (part) =>
      fits(parts.event[part]) &&
      (!offRoles.size || parts.roles[part].some((role) => !offRoles.has(role))) &&
      enough(parts.evidence[part]),
    held: (event) => fits(event) && enough(events.evidence[event]),
  };
}

/** True where evidence is known to be weak. */
export function doubtful(model: Model, evidence: readonly number[]): boolean {
  return model.sure(evidence) * 100 < DOUBTFUL;
}

/** How many filters are set. */
export function filtersSet(state: State): number {
  const lists = [state.kinds, state.types, state.roles].filter((list) => list.length).length;
  const others = [state.region >= 0, state.programme >= 0, state.sure > 0, Boolean(state.from || state.until)];
  return lists + others.filter(Boolean).length;
}

/** What takes all filters away. */
export const UNFILTERED: Partial<State> = {
  from: "",
  until: "",
  kinds: START.kinds,
  types: START.types,
  roles: START.roles,
  region: -1,
  programme: -1,
  sure: 0,
};

/** The views that draw a thing. */
export function viewsOf(model: Model, thing: Thing): ViewName[] {
  return VIEWS.filter((view) => model.nets[view].at[thing] >= 0);
}
