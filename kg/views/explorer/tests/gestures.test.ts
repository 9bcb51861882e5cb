import { expect, test } from "vitest";
import { pinched, scaled, shifted, type Point } from "../src/draw/gestures.ts";
import type { View } from "../src/draw/view.ts";

const VIEW: View = { k: 2, x: 10, y: -20 };
const EXTENT = [0.5, 8] as const;
/** What of the scene lies at a point of the window. */
const under = ({ k, x, y }: View, [px, py]: Point) => [(px - x) / k, (py - y) / k];

test.each([0.1, 0.7, 1, 3, 100])(
  "what lies under the pointer stays there when the view is scaled %d times",
  (factor) => {
    const at: Point = [120, 45];
    const next = scaled(VIEW, factor, at, EXTENT);
    under(next, at).forEach((each, axis) => expect(each).toBeCloseTo(under(VIEW, at)[axis]));
    expect(next.k).toBe(Math.min(8, Math.max(0.5, 2 * factor)));
  },
);

test("a drag moves the view as far as the pointer", () => {
  expect(shifted(VIEW, [5, 5], [9, 2])).toEqual({ k: 2, x: 14, y: -23 });
});

test("two fingers hold what lies under them", () => {
  const [from, to]: [Point, Point][] = [
    [
      [100, 100],
      [200, 100],
    ],
    [
      [80, 120],
      [280, 120],
    ],
  ];
  const next = pinched(VIEW, from, to, EXTENT);
  expect(next.k).toBe(4);
  for (const finger of [0, 1]) {
    under(next, to[finger]).forEach((each, axis) => expect(each).toBeCloseTo(under(VIEW, from[finger])[axis]));
  }
});
