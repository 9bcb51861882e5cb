// What is looked at, as one plain value: every control changes it, every part of the page is drawn from it.

import { VIEWS, type EventRow, type Model, type Thing } from "./model.ts";
import type { ViewName } from "./payload.ts";

export type Focus =
  | { on: "overview" }
  | { on: "thing"; thing: Thing }
  | { on: "pair"; a: Thing; b: Thing }
  | { on: "path"; a: Thing; b: Thing }
  | { on: "event"; event: EventRow };

export const DEPTHS = [0, 1, 2, 3] as const;
export const COLOURS = ["kind", "community", "region"] as const;
export const SIZES = ["meetings", "betweenness", "pagerank"] as const;

export interface State {
  view: ViewName;
  focus: Focus;
  /** How many steps around a focused thing are drawn; 0 draws all that the filters leave. */
  depth: (typeof DEPTHS)[number];
  /** First and last day shown, ISO; "" leaves it open. */
  from: string;
  until: string;
  /** Local names that are switched off. */
  kinds: readonly string[];
  types: readonly string[];
  roles: readonly string[];
  /** One division or programme that all must belong to; -1 for any. */
  region: Thing;
  programme: Thing;
  /** Statements below this are hidden, per cent. */
  sure: number;
  colour: (typeof COLOURS)[number];
  size: (typeof SIZES)[number];
  /** In the overview: everything, or the best connected and their ties. */
  all: boolean;
  /** Show the table in the place of the picture. */
  table: boolean;
}

export const START: State = {
  view: "people",
  focus: { on: "overview" },
  depth: 1,
  from: "",
  until: "",
  kinds: [],
  types: [],
  roles: [],
  region: -1,
  programme: -1,
  sure: 0,
  colour: "kind",
  size: "meetings",
  all: false,
  table: false,
};

/** States one after the other, with a place to go back and forth. */
export interface History {
  past: readonly State[];
  present: State;
  future: readonly State[];
}

const REMEMBERED = 200;

/** The history after a change; a change that changes nothing leaves it as it is. */
export function changed(history: History, next: State): History {
  if (JSON.stringify(next) === JSON.stringify(history.present)) return history;
  return { past: [...history.past, history.present].slice(-REMEMBERED), present: next, future: [] };
}

/** The history with another present, and no step between the two. */
export function replaced(history: History, next: State): History {
  if (JSON.stringify(next) === JSON.stringify(history.present)) return history;
  return { ...history, present: next, future: [] };
}

export function undone(history: History): History {
  const before = history.past.at(-1);
  if (!before) return history;
  return { past: history.past.slice(0, -1), present: before, future: [history.present, ...history.future] };
}

export function redone(history: History): History {
  const [after, ...future] = history.future;
  if (!after) return history;
  return { past: [...history.past, history.present], present: after, future };
}

/** The state as a URL's fragment, without "#"; what is as at the start is left out. Things stand by their keys. */
export function fragment(model: Model, state: State): string {
  const { things, events } = model.payload;
  const key = (thing: Thing) => (thing < 0 ? "" : things.key[thing]);
  const said = new URLSearchParams();
  const say = (name: string, value: string, usual: string) => value !== usual && said.set(name, value);
  say("view", state.view, START.view);
  const { focus } = state;
  if (focus.on === "thing") said.set("thing", key(focus.thing));
  if (focus.on === "event") said.set("event", events.key[focus.event]);
  if (focus.on === "pair" || focus.on === "path") said.set(focus.on, `${key(focus.a)}|${key(focus.b)}`);
  say("depth", String(state.depth), String(START.depth));
  for (const name of ["from", "until", "colour", "size"] as const) say(name, state[name], START[name]);
  for (const name of ["kinds", "types", "roles"] as const) say(`no-${name}`, state[name].join(","), "");
  for (const name of ["region", "programme"] as const) say(name, key(state[name]), "");
  say("sure", String(state.sure), String(START.sure));
  for (const name of ["all", "table"] as const) say(name, String(state[name]), "false");
  return said.toString();
}

/** The state that a fragment gives; what it does not say, or what is not in this graph, is as at the start. */
export function parsed(model: Model, text: string): State {
  const said = new URLSearchParams(text.replace(/^#/, ""));
  const word = <T extends string | number>(name: string, allowed: readonly T[], usual: T): T =>
    allowed.find((each) => String(each) === said.get(name)) ?? usual;
  const day = (name: string) => (/^\d{4}(-\d{2}){0,2}$/.test(said.get(name) ?? "") ? (said.get(name) as string) : "");
  const list = (name: string) => (said.get(name) ?? "").split(",").filter(Boolean);
  const thing = (name: string) => model.thing(said.get(name) ?? "");
  const sure = Number(said.get("sure"));
  return {
    view: word("view", VIEWS, START.view),
    focus: focusOf(model, said),
    depth: word("depth", DEPTHS, START.depth),
    from: day("from"),
    until: day("until"),
    kinds: list("no-kinds"),
    types: list("no-types"),
    roles: list("no-roles"),
    region: thing("region"),
    programme: thing("programme"),
    sure: sure >= 0 && sure <= 100 ? Math.round(sure) : START.sure,
    colour: word("colour", COLOURS, START.colour),
    size: word("size", SIZES, START.size),
    all: said.get("all") === "true",
    table: said.get("table") === "true",
  };
}

function focusOf(model: Model, said: URLSearchParams): Focus {
  const thing = model.thing(said.get("thing") ?? "");
  if (thing >= 0) return { on: "thing", thing };
  const event = model.event(said.get("event") ?? "");
  if (event >= 0) return { on: "event", event };
  for (const on of ["pair", "path"] as const) {
    const [a, b] = (said.get(on) ?? "").split("|").map((key) => model.thing(key));
    if (a >= 0 && b >= 0 && a !== b) return { on, a, b };
  }
  return { on: "overview" };
}
