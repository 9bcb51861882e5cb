// What the page carries, as Python wrote it (kg/views/columns.py): tables of columns of equal length.
// A missing index is -1, a missing text "". Days are ISO text and may be a month or a year. Positions are characters.

import { whole, type Shortened } from "./shortened.ts";

export type ViewName = "people" | "bodies" | "agreements" | "programmes" | "divisions";

/** What a tie of a view points at, and in which table its record stands. */
export type TieKind =
  | "meeting" // met: two persons at one event
  | "post" // posts: a person in a post of a body
  | "relation" // relations
  | "party" // relations: a body and an agreement
  | "together" // events: both took part in it
  | "present" // parts: a person at an event that produced an agreement
  | "about"; // parts: who took part in an event about a programme

export interface Network {
  /** Things, in order of their labels, and where each stands: pixels at scale 1. */
  nodes: number[];
  x: number[];
  y: number[];
  /** Edges, one a pair of things (each an index of `things`); `ties` says how many rows of `tie` belong to it, in order. */
  a: number[];
  b: number[];
  ties: number[];
  /** Rows of all edges one after the other: an index of `tieKinds`, and the row of that kind's table. */
  tieKind: number[];
  tieRow: number[];
}

export interface Payload {
  version: 1;
  /** The IRI of a thing or event is `base` + its key. */
  base: string;
  /** Dictionaries: local names of the ontology. Columns hold places in them. */
  kinds: string[];
  types: string[];
  roles: string[];
  predicates: string[];
  statuses: string[];
  rules: string[];
  tieKinds: TieKind[];
  /** Chinese and English words for every local name above, and for kinds of ties. */
  terms: Record<string, [chinese: string, english: string]>;
  things: {
    key: string[];
    label: string[];
    kind: number[];
    names: string[][];
    /** Pinyin of the label and of other names, syllables apart by blanks, names apart by "|". */
    pinyin: string[];
    /** The division (a thing) that it belongs to. */
    region: number[];
    /** Its community of the people's network, 0 the biggest; -1 for what is not in it. */
    community: number[];
    /** Betweenness and PageRank in the people's network, per mille of the largest. */
    betweenness: number[];
    pagerank: number[];
  };
  views: Record<ViewName, Network>;
  events: {
    key: string[];
    type: number[];
    label: string[];
    from: string[];
    to: string[];
    planned: number[];
    region: number[];
    articles: number[][];
    evidence: number[];
  };
  /** Who took part in an event, and as what. */
  parts: { event: number[]; who: number[]; roles: number[][]; evidence: number[] };
  /** What else an event is tied to: place, visited, about, produced. */
  links: { event: number[]; predicate: number[]; thing: number[]; evidence: number[] };
  /** Two persons who met; `event` is -1 where the graph names none; `evidence` -1: as sure as the weaker part. */
  met: { a: number[]; b: number[]; event: number[]; evidence: number[] };
  posts: {
    person: number[];
    body: number[];
    label: string[];
    status: number[];
    first: string[];
    last: string[];
    began: string[];
    ended: string[];
    evidence: number[];
  };
  relations: { from: number[]; predicate: number[]; to: number[]; evidence: number[] };
  mentions: { thing: number[]; article: number[]; evidence: number[] };
  /** `sure` is a probability per mille, -1 unknown. */
  evidence: { sure: number[]; rules: number[][]; reasons: string[][]; quotes: number[][] };
  quotes: { article: number[]; page: number[]; start: number[]; end: number[] };
  /** The text of each page as far as the graph or the pages' files give it: pieces that begin at a character. */
  pages: { file: string[]; starts: number[][]; texts: string[][] };
  /** An article's extent in its page; -1 where it is not known. */
  articles: { key: string[]; page: number[]; headline: string[]; published: string[]; start: number[]; end: number[] };
}

/** The payload in the script element `id`: shortened, gzip, in base64. */
export async function unpack(id: string): Promise<Payload> {
  const text = document.getElementById(id)?.textContent ?? "";
  const letters = atob(text.trim());
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at);
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return whole((await new Response(plain).json()) as Shortened);
}
