// What all parts of the page work with, and the ways from one thing to another.

import { facts } from "./facts.ts";
import { VIEWS, type EventRow, type Model, type Thing } from "./model.ts";
import type { ViewName } from "./payload.ts";
import type { Search } from "./search.ts";
import { viewOf } from "./selection.ts";
import type { Shown } from "./shown.ts";
import { fragment, type Focus, type State } from "./state.ts";
import type { Store } from "./store.ts";
import type { Words } from "./words.ts";

export interface App {
  model: Model;
  store: Store;
  words: Words;
  search: Search;
  /** What the present state shows. */
  shown(): Shown;
}

/** A part of the page; it is told of every change. */
export interface Part {
  root: HTMLElement;
  update(shown: Shown): void;
}

/** Where a link leads. */
export type Target = Partial<State>;

export function toThing(app: App, thing: Thing): Target {
  return { focus: { on: "thing", thing }, view: viewOf(app.model, thing, app.store.state().view) };
}

/** Two things that are tied, in a view that draws their edge. */
export function toPair(app: App, a: Thing, b: Thing): Target {
  const { view } = app.store.state();
  const draws = (each: ViewName) => app.model.edgeOf(each, a, b) >= 0;
  return { focus: { on: "pair", a, b }, view: [view, ...VIEWS].find(draws) ?? view };
}

/** How two things are connected, in a view that draws both. */
export function toPath(app: App, a: Thing, b: Thing): Target {
  const { view } = app.store.state();
  const draws = (each: ViewName) => app.model.nets[each].at[a] >= 0 && app.model.nets[each].at[b] >= 0;
  return { focus: { on: "path", a, b }, view: [view, ...VIEWS].find(draws) ?? view };
}

/** An event, in a view that draws a tie by it. */
export function toEvent(app: App, event: EventRow): Target {
  const { view } = app.store.state();
  const draws = (each: ViewName) => facts(app.model, each).event.includes(event);
  return { focus: { on: "event", event }, view: [view, ...VIEWS].find(draws) ?? view };
}

/** Another view of the same thing; what the view does not draw is left for the overview. */
export function toView(app: App, view: ViewName): Target {
  const { focus } = app.store.state();
  return drawn(app.model, view, focus) ? { view } : { view, focus: { on: "overview" } };
}

function drawn(model: Model, view: ViewName, focus: Focus): boolean {
  const at = (thing: Thing) => model.nets[view].at[thing] >= 0;
  switch (focus.on) {
    case "overview":
      return true;
    case "event":
      return facts(model, view).event.includes(focus.event);
    case "thing":
      return at(focus.thing);
    case "pair":
      return model.edgeOf(view, focus.a, focus.b) >= 0;
    case "path":
      return at(focus.a) && at(focus.b);
  }
}

/** The address of a target. */
export function addressOf(app: App, target: Target): string {
  return `#${fragment(app.model, { ...app.store.state(), ...target })}`;
}

/** What is in focus, in words; "" for the overview. */
export function titleOf({ model, words }: Pick<App, "model" | "words">, focus: Focus): string {
  const { things, events } = model.payload;
  switch (focus.on) {
    case "overview":
      return "";
    case "thing":
      return things.label[focus.thing];
    case "event":
      return events.label[focus.event];
    case "pair":
      return words.say("pair", { a: things.label[focus.a], b: things.label[focus.b] });
    case "path":
      return words.say("pathTitle", { a: things.label[focus.a], b: things.label[focus.b] });
  }
}
