// The selection as rows of plain text: what the table shows, and what leaves as CSV.

import type { Model, Thing, Tie } from "./model.ts";
import { sliceOf } from "./points.ts";
import type { Selection } from "./selection.ts";

export const COLUMNS = ["date", "from", "to", "tie", "type", "what", "roles", "sure", "file", "quote"] as const;
export type Column = (typeof COLUMNS)[number];

/** One tie of the selection. What it says is made when it is asked for. */
export interface Row {
  edge: number;
  a: Thing;
  b: Thing;
  tie(): Tie;
  cell(column: Column): string;
}

/** A row for each tie that the selection leaves; `word` gives the reader's word for a local name. */
export function rows(model: Model, selection: Selection, word: (name: string) => string): Row[] {
  const { a, b } = model.nets[selection.view];
  return selection.edges.flatMap((edge, at) =>
    selection.ties[at].map((row) =>
      rowOf(model, () => model.tie(selection.view, row, a[edge], b[edge]), edge, a[edge], b[edge], word),
    ),
  );
}

function rowOf(model: Model, make: () => Tie, edge: number, a: Thing, b: Thing, word: (name: string) => string): Row {
  let made: Tie | null = null;
  const tie = () => (made ??= make());
  const said: Partial<Record<Column, string>> = {};
  const cell = (column: Column) => (said[column] ??= cellOf(model, tie(), a, b, column, word));
  return { edge, a, b, tie, cell };
}

function cellOf(model: Model, tie: Tie, a: Thing, b: Thing, column: Column, word: (name: string) => string): string {
  const { things, events, types } = model.payload;
  switch (column) {
    case "date":
      return tie.from === tie.to || !tie.to ? tie.from : `${tie.from}/${tie.to}`;
    case "from":
      return things.label[a];
    case "to":
      return things.label[b];
    case "tie":
      return word(tie.kind);
    case "type":
      return tie.event < 0 ? "" : word(types[events.type[tie.event]]);
    case "what":
      return tie.event < 0 ? subject(model, tie, word) : events.label[tie.event];
    case "roles":
      return [a, b]
        .map((who) => rolesOf(model, tie.event, who, word))
        .filter(Boolean)
        .join(" / ");
    case "sure":
      return sureOf(model, tie);
    case "file":
      return placeOf(model, tie);
    case "quote": {
      const quote = firstQuote(model, tie);
      return quote < 0 ? "" : quoted(model, quote);
    }
  }
}

/** What a tie without an event is about. */
function subject({ payload }: Model, tie: Tie, word: (name: string) => string): string {
  if (tie.kind === "post") return payload.posts.label[tie.row];
  if (tie.kind !== "relation" && tie.kind !== "party") return "";
  return word(payload.predicates[payload.relations.predicate[tie.row]]);
}

function sureOf(model: Model, { evidence }: Tie): string {
  const known = evidence.some((each) => each >= 0 && model.payload.evidence.sure[each] >= 0);
  return known ? model.sure(evidence).toFixed(2) : "";
}

function firstQuote({ payload }: Model, { evidence }: Tie): number {
  const found = evidence.find((each) => each >= 0 && payload.evidence.quotes[each].length);
  return found === undefined ? -1 : payload.evidence.quotes[found][0];
}

function placeOf(model: Model, tie: Tie): string {
  const quote = firstQuote(model, tie);
  if (quote < 0) return "";
  const { quotes, pages } = model.payload;
  return `${pages.file[quotes.page[quote]]}:${quotes.start[quote]}-${quotes.end[quote]}`;
}

function rolesOf(model: Model, event: number, who: number, word: (name: string) => string): string {
  const part = event < 0 ? -1 : model.partOf(event, who);
  if (part < 0) return "";
  return model.payload.parts.roles[part].map((role) => word(model.payload.roles[role])).join("、");
}

/** The characters of a page from one place to another, as far as they are known; "" where they are not. */
export function textOf(model: Model, page: number, start: number, end: number): string {
  const { starts, texts } = model.payload.pages;
  const at = starts[page].findLastIndex((first) => first <= start);
  return at < 0 ? "" : sliceOf(texts[page][at], start - starts[page][at], end - starts[page][at]);
}

/** The words of a quote. */
export function quoted(model: Model, quote: number): string {
  const { page, start, end } = model.payload.quotes;
  return textOf(model, page[quote], start[quote], end[quote]);
}
