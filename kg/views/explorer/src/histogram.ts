// How many events fall into each month of the time slider, as far as the other filters leave them.

import { firstDay, monthOf } from "./days.ts";
import { facts } from "./facts.ts";
import { passing } from "./filters.ts";
import type { Model } from "./model.ts";
import type { State } from "./state.ts";

export interface Histogram {
  /** The first month, as `monthOf` numbers them. */
  start: number;
  /** Events in each month from `start` on; empty where nothing is dated. */
  counts: number[];
}

const LONGEST = 600;

/** The months of the view's events, whatever days the state is limited to. Days before 600 months before the last are left out. */
export function histogram(model: Model, state: State): Histogram {
  const passed = passing(model, { ...state, from: "", until: "" });
  const { event } = facts(model, state.view);
  const events = new Set<number>();
  for (let row = 0; row < passed.length; row += 1) if (passed[row] && event[row] >= 0) events.add(event[row]);
  const months = [...events]
    .map((row) => firstDay(model.payload.events.from[row]))
    .filter((day) => day > 0)
    .map(monthOf);
  if (!months.length) return { start: 0, counts: [] };
  const last = months.reduce((p, q) => Math.max(p, q));
  const start = Math.max(
    months.reduce((p, q) => Math.min(p, q)),
    last - LONGEST,
  );
  const counts = new Array<number>(last - start + 1).fill(0);
  for (const month of months) if (month >= start) counts[month - start] += 1;
  return { start, counts };
}
