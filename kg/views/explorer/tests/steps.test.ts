import { expect, test } from "vitest";
import { step, type Direction } from "../src/steps.ts";

//   1
// 2 0 3 . 5
//   4
const points = { x: [0, 0, -10, 10, 0, 40], y: [0, -10, 0, 0, 10, 0] };

test.each<[Direction, number[], number]>([
  ["up", [1, 2, 3, 4], 1],
  ["left", [1, 2, 3, 4], 2],
  ["right", [1, 2, 3, 4], 3],
  ["down", [1, 2, 3, 4], 4],
  ["right", [5], 5],
  ["right", [], 3],
])("from the middle %s, over %j, goes to %i", (direction, neighbours, expected) => {
  expect(step(points, 0, neighbours, direction)).toBe(expected);
});

test("where nothing lies in a direction one stays", () => {
  expect(step(points, 5, [0], "right")).toBe(5);
});
