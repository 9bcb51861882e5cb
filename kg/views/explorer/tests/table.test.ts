import { expect, test } from "vitest";
import { model } from "../src/model.ts";
import { rows } from "../src/rows.ts";
import { select } from "../src/selection.ts";
import { pressed, sorted } from "../src/sorting.ts";
import { START } from "../src/state.ts";
import { payload } from "./factory.ts";

const graph = model(
  payload([
    { who: ["王山", "李海"], date: "2023-05-01", sure: 0.5 },
    { who: ["李海", "周江"] },
    { who: ["周江", "王山"], date: "2021-02", sure: 0.95 },
  ]),
);
const found = rows(graph, select(graph, START), (name) => name);
const dates = (down: boolean) => sorted(found, { column: "date", down }, "zh").map((row) => row.cell("date"));

test("rows are sorted both ways, with empty cells last", () => {
  expect(dates(false)).toEqual(["2021-02", "2023-05-01", ""]);
  expect(dates(true)).toEqual(["2023-05-01", "2021-02", ""]);
});

test("numbers are sorted as numbers", () => {
  expect(sorted(found, { column: "sure", down: true }, "en").map((row) => row.cell("sure"))).toEqual([
    "0.95",
    "0.90",
    "0.50",
  ]);
});

test("pressing a head sorts by it, and again the other way", () => {
  expect(pressed({ column: "date", down: true }, "date")).toEqual({ column: "date", down: false });
  expect(pressed({ column: "date", down: false }, "date")).toEqual({ column: "date", down: true });
  expect(pressed({ column: "date", down: true }, "from")).toEqual({ column: "from", down: false });
});
