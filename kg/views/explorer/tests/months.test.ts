import { expect, test } from "vitest";
import { monthOf } from "../src/days.ts";
import { limits, moved, onward, opening, shifted, spanOf } from "../src/months.ts";

const months = { start: monthOf(20220801), counts: [1, 0, 0, 2, 0, 0, 0, 1] };

test.each([
  ["", "", { first: 0, last: 7 }],
  ["2022-09", "2022-11", { first: 1, last: 3 }],
  ["2022-09-15", "2022-11-02", { first: 1, last: 3 }],
  ["2010", "2010", { first: 0, last: 0 }],
  ["2023", "", { first: 5, last: 7 }],
])("days from %j until %j are months %j", (from, until, expected) => {
  expect(spanOf(months, { from, until })).toEqual(expected);
});

test("a span says its months, and leaves open what is as far out as it can be", () => {
  expect(limits(months, { first: 1, last: 3 })).toEqual({ from: "2022-09", until: "2022-11" });
  expect(limits(months, { first: 0, last: 7 })).toEqual({ from: "", until: "" });
});

test("an end stops at the other and at the edge, a window at the edges", () => {
  expect(moved({ first: 1, last: 3 }, "first", 6, 8)).toEqual({ first: 3, last: 3 });
  expect(moved({ first: 1, last: 3 }, "last", 0, 8)).toEqual({ first: 1, last: 1 });
  expect(moved({ first: 1, last: 3 }, "last", 99, 8)).toEqual({ first: 1, last: 7 });
  expect(shifted({ first: 1, last: 3 }, -5, 8)).toEqual({ first: 0, last: 2 });
  expect(shifted({ first: 1, last: 3 }, 9, 8)).toEqual({ first: 5, last: 7 });
});

test("playing goes on from the window, and begins anew at the end", () => {
  expect(opening({ first: 1, last: 3 }, 8)).toEqual({ first: 1, last: 3 });
  expect(opening({ first: 5, last: 7 }, 8)).toEqual({ first: 0, last: 2 });
  expect(opening({ first: 0, last: 7 }, 8)).toEqual({ first: 0, last: 0 });
});

test("playing passes over months in which nothing happened", () => {
  expect(onward({ first: 0, last: 0 }, months.counts)).toEqual({ first: 3, last: 3 });
  expect(onward({ first: 0, last: 1 }, months.counts)).toEqual({ first: 2, last: 3 });
  expect(onward({ first: 3, last: 3 }, months.counts)).toEqual({ first: 7, last: 7 });
  expect(onward({ first: 7, last: 7 }, months.counts)).toEqual({ first: 7, last: 7 });
});
