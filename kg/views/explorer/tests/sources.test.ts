import { expect, test } from "vitest";
import { model } from "../src/model.ts";
import { quoted } from "../src/rows.ts";
import { sources } from "../src/sources.ts";
import { payload } from "./factory.ts";

const told = payload([
  { who: ["王山", "李海"], date: "2023-05-01" },
  { who: ["周江", "李海"], date: "2023-06-01" },
]);
const graph = model(told);
const part = (at: number) => ({ says: `part ${at}`, evidence: told.parts.evidence[at] });
const event = (at: number) => ({ says: `event ${at}`, evidence: told.events.evidence[at] });
const marked = (found: ReturnType<typeof sources>) =>
  found.map(({ pieces }) => pieces.map(({ text, marked: on }) => (on ? `[${text}]` : text)).join(""));

test("several quotes of one article are marked in one text", () => {
  expect(marked(sources(graph, [part(0), part(1), event(0)]))).toEqual(["[王山]、[李海开会]。"]);
});

test("each article has its own text, and each quote its statements in order of place", () => {
  const found = sources(graph, [event(1), part(2), part(0)]);
  expect(marked(found)).toEqual(["[周江]、李海[开会]。", "[王山]、李海开会。"]);
  expect(found[0].quotes.map(({ statements }) => statements.map(({ says }) => says))).toEqual([
    ["part 2"],
    ["event 1"],
  ]);
  expect([found[0].start, found[0].end]).toEqual([9, 17]);
});

test("a quote that two statements share is one mark with both", () => {
  const [found] = sources(graph, [part(0), { says: "again", evidence: told.parts.evidence[0] }]);
  expect(found.quotes).toHaveLength(1);
  expect(found.quotes[0].statements.map(({ says }) => says)).toEqual(["part 0", "again"]);
});

test("what rests on nothing has no source", () => {
  expect(sources(graph, [{ says: "nothing", evidence: -1 }])).toEqual([]);
});

test("text that is not carried is left out, and what lies between two pieces is an ellipsis", () => {
  const cut = payload([{ who: ["王山", "李海"] }]);
  cut.pages.starts = [[0, 5]];
  cut.pages.texts = [["王山", "开会。"]];
  const evidence = [cut.parts.evidence[0], cut.events.evidence[0]];
  const statements = evidence.map((each) => ({ says: "", evidence: each }));
  expect(marked(sources(model(cut), statements))).toEqual(["[王山] … [开会]。"]);
  cut.pages.starts = [[]];
  cut.pages.texts = [[]];
  expect(sources(model(cut), statements)[0].pieces).toEqual([]);
});

test("places are counted in characters, not in their halves", () => {
  const rare = payload([{ who: ["𠮷山", "李海"] }]);
  const graph = model(rare);
  const [evidence] = [rare.parts.evidence[1]];
  // 𠮷 is one character of the page, and two code units of a string.
  rare.quotes.start[rare.evidence.quotes[evidence][0]] = 3;
  rare.quotes.end[rare.evidence.quotes[evidence][0]] = 5;
  rare.articles.end[0] = 8;
  const [found] = sources(graph, [{ says: "", evidence }]);
  expect(found.pieces.filter(({ marked: on }) => on).map(({ text }) => text)).toEqual(["李海"]);
  expect(quoted(graph, rare.evidence.quotes[evidence][0])).toBe("李海");
});
