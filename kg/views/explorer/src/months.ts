// The time slider's two ends as months of the histogram, and the window that playing moves on.

import { firstDay, isoMonth, lastDay, monthOf } from "./days.ts";
import type { Histogram } from "./histogram.ts";
import type { State } from "./state.ts";

export interface Span {
  /** Places in the histogram, both inside. */
  first: number;
  last: number;
}

/** The months that a state is limited to; all of them where it is not limited. */
export function spanOf({ start, counts }: Histogram, { from, until }: Pick<State, "from" | "until">): Span {
  const top = counts.length - 1;
  const clamp = (month: number) => Math.min(Math.max(month - start, 0), top);
  return {
    first: from ? clamp(monthOf(firstDay(from))) : 0,
    last: until ? clamp(monthOf(lastDay(until))) : top,
  };
}

/** What a span says in a state; an end that is as far out as it can be is left open. */
export function limits({ start, counts }: Histogram, { first, last }: Span): Pick<State, "from" | "until"> {
  return {
    from: first <= 0 ? "" : isoMonth(start + first),
    until: last >= counts.length - 1 ? "" : isoMonth(start + last),
  };
}

/** A span with one end moved, which stops at the other. */
export function moved(span: Span, end: keyof Span, to: number, length: number): Span {
  const place = Math.min(Math.max(to, 0), length - 1);
  return end === "first"
    ? { ...span, first: Math.min(place, span.last) }
    : { ...span, last: Math.max(place, span.first) };
}

/** A span moved as a whole, as far as there is room. */
export function shifted({ first, last }: Span, by: number, length: number): Span {
  const room = Math.min(Math.max(by, -first), length - 1 - last);
  return { first: first + room, last: last + room };
}

/** The next place of a span at which something happened, the last place of all where nothing did. */
export function onward(span: Span, counts: readonly number[]): Span {
  let next = shifted(span, 1, counts.length);
  while (next.last < counts.length - 1 && !counts.slice(next.first, next.last + 1).some(Boolean))
    next = shifted(next, 1, counts.length);
  return next;
}

/** Where playing begins: with the present window, or, where that reaches the end, with as wide a one at the start. */
export function opening(span: Span, length: number): Span {
  if (span.last < length - 1) return span;
  const whole = span.first === 0;
  const width = whole ? Math.max(1, Math.round(length / 8)) : span.last - span.first + 1;
  return { first: 0, last: Math.min(width, length) - 1 };
}
