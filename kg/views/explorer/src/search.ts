// Finding things by what people type: a name, a part of it, a short form, pinyin, or the initials of pinyin.

import type { Model, Thing } from "./model.ts";

export interface Found {
  thing: Thing;
  /** The name that fits; the label, unless another name fits better. */
  name: string;
}

interface Entry {
  thing: Thing;
  names: { name: string; plain: string }[];
  /** Pinyin without blanks, and its initials, for each reading. */
  spelt: { whole: string; initials: string; starts: number[] }[];
  weight: number;
}

export interface Search {
  (text: string, limit?: number): Found[];
  /** Makes ready for so many more things, false when all are; what is not ready is made so by the first search. */
  prepare(many: number): boolean;
}

/** Between the words that things are found by; no search asks for it. */
const APART = "\n";

/** Makes the search over all things of a model; among equally good ones the better connected come first. */
export function search(model: Model): Search {
  const entries: Entry[] = [];
  // The words of all entries in one text, which is looked through at once, and where those of each begin.
  let letters = "";
  const begins: number[] = [];
  const { length } = model.payload.things.key;
  const prepare = (many: number) => {
    const until = Math.min(entries.length + many, length);
    while (entries.length < until) {
      const made = entry(model, entries.length);
      entries.push(made);
      begins.push(letters.length);
      letters += words(made).join(APART) + APART;
    }
    return entries.length < length;
  };
  const find = (text: string, limit = 12) => {
    const asked = plain(text);
    if (!asked) return [];
    prepare(length);
    const found: { entry: Entry; name: string; score: number }[] = [];
    let row = 0;
    for (let at = letters.indexOf(asked); at >= 0; at = letters.indexOf(asked, begins[row])) {
      while (begins[row] <= at) row++;
      const entry = entries[row - 1];
      const hit = best(entry, asked);
      if (hit) found.push({ entry, ...hit });
      if (row === entries.length) break;
    }
    found.sort((p, q) => q.score - p.score || q.entry.weight - p.entry.weight || p.entry.thing - q.entry.thing);
    return found.slice(0, limit).map(({ entry, name }) => ({ thing: entry.thing, name }));
  };
  return Object.assign(find, { prepare });
}

function entry(model: Model, thing: Thing): Entry {
  const { label, names, pinyin } = model.payload.things;
  return {
    thing,
    names: [label[thing], ...names[thing]].map((name) => ({ name, plain: plain(name) })),
    spelt: pinyin[thing].split("|").filter(Boolean).map(spelling),
    weight: model.partsOf(thing).length * 2 + model.mentionsOf(thing).length,
  };
}

function words({ names, spelt }: Entry): string[] {
  return [...names.map(({ plain }) => plain), ...spelt.flatMap(({ whole, initials }) => [whole, initials])];
}

function spelling(reading: string): Entry["spelt"][number] {
  const syllables = reading.toLowerCase().split(" ").filter(Boolean);
  const starts = syllables.map((_, at) => syllables.slice(0, at).join("").length);
  return { whole: syllables.join(""), initials: syllables.map((syllable) => syllable[0]).join(""), starts };
}

function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s'’·.•-]/g, "");
}

/** How well an entry fits: exact before beginning before inside; characters before pinyin before initials. */
function best(entry: Entry, asked: string): { name: string; score: number } | null {
  let found: { name: string; score: number } | null = null;
  for (const { name, plain: letters } of entry.names) {
    const at = letters.indexOf(asked);
    if (at < 0) continue;
    const score = (letters === asked ? 90 : at === 0 ? 70 : 50) - (name === entry.names[0].name ? 0 : 5);
    if (!found || score > found.score) found = { name, score };
  }
  if (found || !/^[a-z]+$/.test(asked)) return found;
  const score = Math.max(0, ...entry.spelt.map((spelt) => spelled(spelt, asked)));
  return score ? { name: entry.names[0].name, score } : null;
}

function spelled({ whole, initials, starts }: Entry["spelt"][number], asked: string): number {
  if (whole === asked) return 45;
  if (initials === asked) return 40;
  if (whole.startsWith(asked)) return 35;
  if (initials.startsWith(asked)) return 30;
  if (starts.some((start) => whole.startsWith(asked, start))) return 25;
  return asked.length > 1 && initials.includes(asked) ? 15 : 0;
}
