// What is looked at, as one plain value: every control changes it, every part of the page is drawn from it.

import type { EventRow, Thing } from "./model.ts";
import type { ViewName } from "./payload.ts";

export type Focus =
  | { on: "overview" }
  | { on: "thing"; thing: Thing }
  | { on: "pair"; a: Thing; b: Thing }
  | { on: "path"; a: Thing; b: Thing }
  | { on: "event"; event: EventRow };

export interface State {
  view: ViewName;
  focus: Focus;
  /** How many steps around a focused thing are drawn; 0 draws all that the filters leave. */
  depth: 0 | 1 | 2 | 3;
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
  colour: "kind" | "community" | "region";
  size: "meetings" | "betweenness" | "pagerank";
  /** In the overview: everything, or the best connected and their ties. */
  all: boolean;
  /** Show the table in the place of the picture. */
  table: boolean;
}
