// The order of a table's rows.

import { compare } from "./columns.ts";
import type { Column, Row } from "./rows.ts";

export interface Sorting {
  column: Column;
  down: boolean;
}

/** Rows in the order of a column; empty cells come last both ways, equal ones keep their order. */
export function sorted(rows: readonly Row[], { column, down }: Sorting, language: string): Row[] {
  const cells = rows.map((row) => row.cell(column));
  const ranks = ranksOf(cells, PLAIN.has(column) ? compare : new Intl.Collator(language, { numeric: true }).compare);
  const rank = cells.map((cell) => (cell ? (down ? -1 : 1) * (ranks.get(cell) as number) : Infinity));
  return Array.from(rows.keys())
    .sort((p, q) => (rank[p] === rank[q] ? p - q : rank[p] - rank[q]))
    .map((at) => rows[at]);
}

const PLAIN: ReadonlySet<Column> = new Set(["date", "sure"]);

/** The place of each different text among all: texts are compared once, however often they stand in the column. */
function ranksOf(cells: readonly string[], order: (p: string, q: string) => number): Map<string, number> {
  const found = [...new Set(cells)].sort(order);
  const ranks = new Map<string, number>();
  found.forEach((cell, at) => {
    const equal = at > 0 && order(found[at - 1], cell) === 0;
    ranks.set(cell, equal ? (ranks.get(found[at - 1]) as number) : at);
  });
  return ranks;
}

/** What pressing a column's head makes of the present order. */
export function pressed(now: Sorting, column: Column): Sorting {
  return { column, down: now.column === column && !now.down };
}
