// The way back from what kg/views/packed.py shortened: everything is done in place, once, before anybody looks.

import type { Payload } from "./payload.ts";

/** A payload in which columns that `deltas` names hold differences, and other columns leave out what others tell. */
export interface Shortened extends Payload {
  deltas: string[];
  /** Stands for what is told elsewhere: for the label in the key of a thing, the body in a post, the first day. */
  mark: string;
}

type Column = (number | number[])[];
type Tables = { [name: string]: Tables | Column };

export function whole(packed: Shortened): Payload {
  for (const path of packed.deltas) {
    const names = path.split(".");
    const column = names.reduce<Tables | Column>((table, name) => (table as Tables)[name], packed as unknown as Tables);
    summed(column as Column);
  }
  called(packed);
  titled(packed);
  seated(packed);
  ended(packed);
  return packed;
}

/** Makes of differences what they are the differences of; those of lists go on from list to list. */
function summed(column: Column): void {
  let last = 0;
  for (let row = 0; row < column.length; row += 1) {
    const part = column[row];
    if (typeof part === "number") column[row] = last += part;
    else for (let at = 0; at < part.length; at += 1) part[at] = last += part[at];
  }
}

/** Puts labels into keys. */
function called({ things, mark }: Shortened): void {
  const { key, label } = things;
  for (let row = 0; row < key.length; row += 1) {
    const at = key[row].indexOf(mark);
    if (at >= 0) key[row] = key[row].slice(0, at) + label[row] + key[row].slice(at + mark.length);
  }
}

/** An event without a label is called by its first article's headline. */
function titled({ events, articles }: Shortened): void {
  events.label.forEach((label, row) => {
    if (!label && events.articles[row].length) events.label[row] = articles.headline[events.articles[row][0]];
  });
}

/** Puts the names of bodies into posts, and the first day where it is the last one. */
function seated({ posts, things, mark }: Shortened): void {
  const { label, body, first, last } = posts;
  for (let row = 0; row < label.length; row += 1) {
    if (label[row].startsWith(mark)) label[row] = things.label[body[row]] + label[row].slice(mark.length);
    if (last[row] === mark) last[row] = first[row];
  }
}

/** An edge between persons has the ends of its first meeting. */
function ended({ views, met }: Shortened): void {
  const { a, b, ties, tieRow } = views.people;
  if (a.length) return;
  let tie = 0;
  for (let edge = 0; edge < ties.length; edge += 1) {
    const [one, other] = [met.a[tieRow[tie]], met.b[tieRow[tie]]];
    a.push(Math.min(one, other));
    b.push(Math.max(one, other));
    tie += ties[edge];
  }
}
