import { expect, test } from "vitest";
import { cell, csv } from "../src/export/csv.ts";
import { escaped, gexf } from "../src/export/gexf.ts";
import { model } from "../src/model.ts";
import { COLUMNS, rows } from "../src/rows.ts";
import { select } from "../src/selection.ts";
import { START } from "../src/state.ts";
import { payload } from "./factory.ts";

const graph = model(
  payload([
    { who: ["王山:leader", "李海"], date: "2023-05-01", to: "2023-05-03" },
    { who: ["王山", '<b>"李"&'], date: "2023-06" },
  ]),
);
const selection = select(graph, START);

test.each([
  ["plain", "plain"],
  ['a "word", two', '"a ""word"", two"'],
  ["=1+1", "'=1+1"],
  ["@x", "'@x"],
  ["-3", "'-3"],
  ["two\nlines", '"two\nlines"'],
])("the cell %j is written %j", (text, written) => {
  expect(cell(text)).toBe(written);
});

test("a row tells the tie, how sure it is, and where its words stand", () => {
  const [row] = rows(graph, selection, (name) => name);
  expect(Object.fromEntries(COLUMNS.map((column) => [column, row.cell(column)]))).toEqual({
    date: "2023-05-01/2023-05-03",
    from: "王山",
    to: "李海",
    tie: "meeting",
    type: "Meeting",
    what: "headline 0",
    roles: "leader / attendee",
    sure: "0.90",
    file: "page.txt:0-2",
    quote: "王山",
  });
});

test("a file begins with the mark by which spreadsheets know its letters", () => {
  const text = csv(
    COLUMNS,
    rows(graph, selection, (name) => name).map((row) => COLUMNS.map(row.cell)),
  );
  expect(text.startsWith("\uFEFFdate,from,to,")).toBe(true);
  expect(text.trimEnd().split("\r\n")).toHaveLength(1 + 2);
});

test("GEXF has a node a thing and an edge a pair, and escapes what they are called", () => {
  const text = gexf(graph, selection);
  expect(text.match(/<node /g)).toHaveLength(3);
  expect(text.match(/<edge /g)).toHaveLength(2);
  expect(text).toContain('label="&lt;b&gt;&quot;李&quot;&amp;"');
  expect(text).not.toContain("<b>");
});

test("what XML cannot hold is left out", () => {
  expect(escaped("a\u0000b\ud800c\u{20000}")).toBe("abc\u{20000}");
});
