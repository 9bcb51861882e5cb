import { expect, test } from "vitest";
import { model } from "../src/model.ts";
import { around, path } from "../src/paths.ts";
import { openTies } from "../src/selection.ts";
import { passing } from "../src/filters.ts";
import { START } from "../src/state.ts";
import { payload } from "./factory.ts";

const graph = model(
  payload([
    { who: ["甲", "乙"] },
    { who: ["乙", "丙"] },
    { who: ["甲", "丁"] },
    { who: ["丁", "丙"] },
    { who: ["甲", "丁"] },
    { who: ["丁", "丙"] },
    { who: ["丙", "戊"], type: "Visit" },
    { who: ["己", "庚"] },
  ]),
);
const thing = (name: string) => graph.thing(`thing/${name}`);
const names = (things: readonly number[]) => things.map((each) => graph.payload.things.label[each]).join("");
const open = openTies(graph, "people", passing(graph, START));

test("the way goes by the fewest steps, and where they are equal by those who met more often", () => {
  const way = path(graph, "people", thing("甲"), thing("戊"), open);
  expect(names(way?.things ?? [])).toBe("甲丁丙戊");
  expect(way?.edges.map((edge) => open[edge])).toEqual([2, 2, 1]);
});

test("there is no way between those who share nobody", () => {
  expect(path(graph, "people", thing("甲"), thing("己"), open)).toBeNull();
});

test("a way does not use what the filters took out", () => {
  const visits = openTies(graph, "people", passing(graph, { ...START, types: ["Visit"] }));
  expect(path(graph, "people", thing("甲"), thing("戊"), visits)).toBeNull();
});

test.each([
  [0, "甲"],
  [1, "甲乙丁"],
  [2, "甲乙丁丙"],
  [3, "甲乙丁丙戊"],
])("within %i steps of 甲 are %s", (steps, found) => {
  expect(names(around(graph, "people", [thing("甲")], steps, open))).toBe(found);
});
