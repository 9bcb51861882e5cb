import { expect, test } from "vitest";
import { firstDay, iso, isoMonth, lastDay, monthOf, within } from "../src/days.ts";

test.each([
  ["2023-07-05", 20230705, 20230705],
  ["2023-07", 20230701, 20230731],
  ["2023", 20230101, 20231231],
  ["", 0, 0],
])("%s is the days from %i to %i", (text, first, last) => {
  expect([firstDay(text), lastDay(text)]).toEqual([first, last]);
});

test("days and months are written as they were read", () => {
  expect(iso(firstDay("0987-01-09"))).toBe("0987-01-09");
  expect(isoMonth(monthOf(firstDay("2023-12")))).toBe("2023-12");
  expect(monthOf(firstDay("2024-01")) - monthOf(firstDay("2023-12"))).toBe(1);
});

test.each([
  ["2023-07-05", "2023-07-05", "2023-07-05", true],
  ["2023-07-05", "2023-07-06", "", false],
  ["2023-07", "2023-07-31", "2023-08-02", true],
  ["2023", "2024-01-01", "", false],
  ["", "", "", true],
  ["", "2023-01-01", "", false],
])("%s lies within %s and %s: %s", (day, from, until, expected) => {
  expect(within(firstDay(day), lastDay(day), firstDay(from), lastDay(until))).toBe(expected);
});
