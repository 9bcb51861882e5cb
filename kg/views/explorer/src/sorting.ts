// The order of a table's rows.

import { compare } from "./columns.ts";
import type { Column, Row } from "./rows.ts";

export interface Sorting {
  column: Column;
  down: boolean;
}

/** Rows in the order of a column; empty cells come last both ways, equal ones keep their order. */
export function sorted(rows: readonly Row[], { column, down }: Sorting, language: string): Row[] {
  const words = new Intl.Collator(language, { numeric: true });
  const order = column === "date" || column === "sure" ? compare : words.compare;
  return rows
    .map((row, at) => ({ row, at, cell: row.cells[column] }))
    .sort((p, q) => {
      if (!p.cell || !q.cell) return Number(!p.cell) - Number(!q.cell) || p.at - q.at;
      return (down ? -1 : 1) * order(p.cell, q.cell) || p.at - q.at;
    })
    .map(({ row }) => row);
}

/** What pressing a column's head makes of the present order. */
export function pressed(now: Sorting, column: Column): Sorting {
  return { column, down: now.column === column && !now.down };
}
