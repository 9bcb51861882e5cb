// The selection as rows of plain text: what the table shows, and what leaves as CSV.

import type { Model, Tie } from "./model.ts";
import type { Selection } from "./selection.ts";

/** One tie of the selection. */
export interface Row {
  edge: number;
  tie: Tie;
  cells: Record<Column, string>;
}

export const COLUMNS = ["date", "from", "to", "tie", "type", "what", "roles", "sure", "file", "quote"] as const;
export type Column = (typeof COLUMNS)[number];

/** A row for each tie that the selection leaves; `word` gives the reader's word for a local name. */
export function rows(model: Model, selection: Selection, word: (name: string) => string): Row[] {
  return selection.edges.flatMap((edge, at) =>
    selection.ties[at].map((row) => rowOf(model, selection, edge, row, word)),
  );
}

function rowOf(model: Model, selection: Selection, edge: number, row: number, word: (name: string) => string): Row {
  const { payload, nets } = model;
  const { things, events, posts, relations } = payload;
  const net = nets[selection.view];
  const [a, b] = [net.a[edge], net.b[edge]];
  const tie = model.tie(selection.view, row, a, b);
  const [quote] = tie.evidence.flatMap((each) => (each < 0 ? [] : payload.evidence.quotes[each]));
  const page = quote === undefined ? -1 : payload.quotes.page[quote];
  const sure = tie.evidence.some((each) => each >= 0 && payload.evidence.sure[each] >= 0)
    ? model.sure(tie.evidence)
    : null;
  const what = { post: () => posts.label[tie.row], relation: () => predicate(), party: () => predicate() };
  const predicate = () => word(payload.predicates[relations.predicate[tie.row]]);
  return {
    edge,
    tie,
    cells: {
      date: tie.from === tie.to || !tie.to ? tie.from : `${tie.from}/${tie.to}`,
      from: things.label[a],
      to: things.label[b],
      tie: word(tie.kind),
      type: tie.event < 0 ? "" : word(payload.types[events.type[tie.event]]),
      what: tie.event < 0 ? (what[tie.kind as keyof typeof what]?.() ?? "") : events.label[tie.event],
      roles:
        tie.event < 0
          ? ""
          : [a, b]
              .map((who) => rolesOf(model, tie.event, who, word))
              .filter(Boolean)
              .join(" / "),
      sure: sure === null ? "" : sure.toFixed(2),
      file: page < 0 ? "" : `${payload.pages.file[page]}:${payload.quotes.start[quote]}-${payload.quotes.end[quote]}`,
      quote: quote === undefined ? "" : quoted(model, quote),
    },
  };
}

function rolesOf(model: Model, event: number, who: number, word: (name: string) => string): string {
  const part = model.partOf(event, who);
  if (part < 0) return "";
  return model.payload.parts.roles[part].map((role) => word(model.payload.roles[role])).join("、");
}

/** The characters of a page from one place to another, as far as they are known; "" where they are not. */
export function textOf(model: Model, page: number, start: number, end: number): string {
  const { starts, texts } = model.payload.pages;
  const at = starts[page].findLastIndex((first) => first <= start);
  return at < 0 ? "" : texts[page][at].slice(start - starts[page][at], end - starts[page][at]);
}

/** The words of a quote. */
export function quoted(model: Model, quote: number): string {
  const { page, start, end } = model.payload.quotes;
  return textOf(model, page[quote], start[quote], end[quote]);
}
