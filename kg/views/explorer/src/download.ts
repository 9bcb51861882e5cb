// Files that leave the page: what is shown, as a table, a picture, or a network.

import { csv } from "./export/csv.ts";
import { gexf } from "./export/gexf.ts";
import type { Renderer } from "./draw/renderer.ts";
import type { Model } from "./model.ts";
import { COLUMNS, rows } from "./rows.ts";
import type { Selection } from "./selection.ts";
import type { Words } from "./words.ts";

export const FORMATS = ["csv", "png", "svg", "gexf"] as const;
export type Format = (typeof FORMATS)[number];

const SCALE = 2;

/** The selection, or its picture, as a file of a format. */
export async function fileOf(
  format: Format,
  model: Model,
  selection: Selection,
  words: Words,
  renderer: Renderer,
): Promise<Blob> {
  switch (format) {
    case "csv": {
      const head = COLUMNS.map((column) => words.say(`column-${column}`));
      const body = rows(model, selection, words.term).map((row) => COLUMNS.map(row.cell));
      return new Blob([csv(head, body)], { type: "text/csv;charset=utf-8" });
    }
    case "gexf":
      return new Blob([gexf(model, selection)], { type: "application/gexf+xml" });
    case "svg":
      return new Blob([renderer.svg()], { type: "image/svg+xml" });
    case "png":
      return renderer.png(SCALE);
  }
}

/** Hands a file to the reader. */
export function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name.replace(/[\\/:*?"<>|\u0000-\u001f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, " ").trim();
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
