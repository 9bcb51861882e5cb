// Quotes as people read them: an article's text in pieces, some of them marked.

import type { Model } from "./model.ts";
import { lengthOf, sliceOf } from "./points.ts";

/** Something said, and the evidence it rests on. */
export interface Statement {
  says: string;
  evidence: number;
}

export interface Piece {
  text: string;
  marked: boolean;
}

/** The quotes of some statements in one article (or, without one, one page), its text, and who rests on what. */
export interface Source {
  /** -1 where the graph names none. */
  article: number;
  page: number;
  /** The extent that is shown, in characters of the page. */
  start: number;
  end: number;
  /** Empty where the text is not carried. */
  pieces: Piece[];
  quotes: { quote: number; statements: Statement[] }[];
}

/** Without an article's extent, so many characters are shown on both sides of its quotes. */
const AROUND = 160;

/** Where statements stand: one source an article, in order of the first quote. */
export function sources(model: Model, statements: readonly Statement[]): Source[] {
  const { evidence, quotes } = model.payload;
  const told = new Map<number, Statement[]>();
  for (const statement of statements) {
    if (statement.evidence < 0) continue;
    for (const quote of evidence.quotes[statement.evidence]) told.set(quote, [...(told.get(quote) ?? []), statement]);
  }
  const groups = new Map<string, number[]>();
  for (const quote of told.keys()) {
    const key = `${quotes.page[quote]}/${quotes.article[quote]}`;
    groups.set(key, [...(groups.get(key) ?? []), quote]);
  }
  return [...groups.values()].map((group) => {
    const ordered = group.sort((p, q) => quotes.start[p] - quotes.start[q] || quotes.end[p] - quotes.end[q]);
    return source(
      model,
      ordered.map((quote) => ({ quote, statements: told.get(quote) ?? [] })),
    );
  });
}

function source(model: Model, found: Source["quotes"]): Source {
  const { quotes } = model.payload;
  const [first] = found;
  const [article, page] = [quotes.article[first.quote], quotes.page[first.quote]];
  const marks = found.map(({ quote }) => [quotes.start[quote], quotes.end[quote]] as const);
  const extent = extentOf(model, article, page, marks);
  return { article, page, ...extent, pieces: piecesOf(model, page, extent, marks), quotes: found };
}

/** The article as far as its page's text is carried, and never less than its quotes. */
function extentOf(model: Model, article: number, page: number, marks: readonly (readonly [number, number])[]) {
  const { articles } = model.payload;
  const [low, high] = [Math.min(...marks.map(([start]) => start)), Math.max(...marks.map(([, end]) => end))];
  const whole = article >= 0 && articles.page[article] === page && articles.start[article] >= 0;
  return {
    start: whole ? Math.min(articles.start[article], low) : Math.max(0, low - AROUND),
    end: whole ? Math.max(articles.end[article], high) : high + AROUND,
  };
}

/** The text of an extent, marks apart; what is not carried between two pieces becomes an ellipsis. */
function piecesOf(
  model: Model,
  page: number,
  { start, end }: { start: number; end: number },
  marks: readonly (readonly [number, number])[],
): Piece[] {
  const { starts, texts } = model.payload.pages;
  const pieces: Piece[] = [];
  let last = -1;
  starts[page].forEach((begins, at) => {
    const text = texts[page][at];
    const [from, to] = [Math.max(start, begins), Math.min(end, begins + lengthOf(text))];
    if (from >= to) return;
    if (last >= 0 && from > last) pieces.push({ text: " … ", marked: false });
    pieces.push(...cut(text, begins, from, to, marks));
    last = to;
  });
  return pieces;
}

function cut(
  text: string,
  begins: number,
  from: number,
  to: number,
  marks: readonly (readonly [number, number])[],
): Piece[] {
  const inside = (at: number) => Math.min(Math.max(at, from), to);
  const edges = [...new Set([from, to, ...marks.flat().map(inside)])].sort((p, q) => p - q);
  const pieces: Piece[] = [];
  for (let at = 0; at + 1 < edges.length; at += 1) {
    const [start, end] = [edges[at], edges[at + 1]];
    const marked = marks.some(([first, after]) => first <= start && end <= after);
    const words = sliceOf(text, start - begins, end - begins);
    const before = pieces.at(-1);
    if (before && before.marked === marked) before.text += words;
    else pieces.push({ text: words, marked });
  }
  return pieces;
}
