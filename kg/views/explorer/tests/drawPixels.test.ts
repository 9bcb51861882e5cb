import { describe, expect, test } from "vitest";

import { line, mixed, pixel, stamp, type Surface } from "../src/draw/raster.ts";

const WHITE = pixel("#ffffff");
const BLACK = pixel("#000000");

function blank(width = 40, height = 40): Surface {
  return { pixels: new Uint32Array(width * height).fill(WHITE), width, height };
}

/** How much of the sheet is black, in pixels. */
function blackness({ pixels }: Surface): number {
  return pixels.reduce((sum, each) => sum + (255 - (each & 0xff)) / 255, 0);
}

const SOLID = { width: 2, colour: BLACK, alpha: 1, dash: 0, gap: 0 };

describe("lines", () => {
  test.each([
    [5, 20, 35, 20],
    [20, 5, 20, 35],
    [5, 5, 35, 35],
    [35, 8, 5, 30],
    [8, 35, 14, 3],
  ])("cover length × width: %d %d %d %d", (x0, y0, x1, y1) => {
    const surface = blank();
    line(surface, x0, y0, x1, y1, SOLID);
    const length = Math.hypot(x1 - x0, y1 - y0);
    expect(Math.abs(blackness(surface) / (2 * length) - 1)).toBeLessThan(0.06);
  });

  test("are the same drawn from either end", () => {
    const [one, other] = [blank(), blank()];
    line(one, 3, 7, 33, 22, SOLID);
    line(other, 33, 22, 3, 7, SOLID);
    expect(other.pixels).toEqual(one.pixels);
  });

  test("are cut off at the border, and left out beyond it", () => {
    const surface = blank();
    line(surface, -1e6, 20, 1e6, 20, SOLID);
    expect(blackness(surface)).toBeCloseTo(80, 0);
    const empty = blank();
    line(empty, -50, -10, 90, -10, SOLID);
    line(empty, 50, -50, 51, 90, SOLID);
    line(empty, -30, 20, 20, 80, SOLID);
    expect(blackness(empty)).toBe(0);
  });

  test("dashes leave gaps out; thin and faint lines cover less", () => {
    const [dashed, thin] = [blank(), blank()];
    line(dashed, 0, 20, 40, 20, { ...SOLID, dash: 6, gap: 4 });
    expect(blackness(dashed) / 80).toBeCloseTo(0.6, 1);
    line(thin, 0, 20.5, 40, 20.5, { ...SOLID, width: 0.5, alpha: 0.5 });
    expect(blackness(thin)).toBeCloseTo(10, 0);
  });
});

describe("nodes", () => {
  test.each([0, 1, 2, 3, 4])("of shape %d cover about the area of their circle", (shape) => {
    const surface = blank();
    stamp(surface, 20.3, 19.8, 9, shape, BLACK, WHITE, 2);
    expect(blackness(surface) / (Math.PI * 81)).toBeGreaterThan(0.7);
    expect(blackness(surface) / (Math.PI * 81)).toBeLessThan(1.05);
  });

  test("keep off what lies below by their ring, and stay within the sheet", () => {
    const surface = blank();
    surface.pixels.fill(BLACK);
    stamp(surface, 20, 20, 5, 0, BLACK, WHITE, 2);
    expect(surface.pixels[20 * 40 + 26] & 0xff).toBeGreaterThan(200);
    expect(surface.pixels[20 * 40 + 20]).toBe(BLACK);
    stamp(surface, -3, 41, 5, 1, BLACK, WHITE, 2);
    stamp(surface, 500, 500, 5, 1, BLACK, WHITE, 2);
    expect(surface.pixels).toHaveLength(1600);
  });
});

test("colours", () => {
  expect(pixel("#123456")).toBe(0xff563412);
  expect(mixed("#000000", "#ffffff", 0.5)).toBe("#808080");
  expect(mixed("#0a0b0c", "#ffffff", 0)).toBe("#0a0b0c");
});
