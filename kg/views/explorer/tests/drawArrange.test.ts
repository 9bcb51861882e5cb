import { describe, expect, test } from "vitest";

import { arranged, type Plan } from "../src/draw/arrange.ts";
import { roomsOf, type Points } from "../src/draw/apart.ts";
import type { Scene } from "../src/draw/renderer.ts";
import { grid, sceneFor } from "./drawScenes.ts";

/** A hub with `many` others, of which each knows the next two of its group of five. */
function groups(many: number, gap = 3): Scene {
  const edges = Array.from({ length: many }, (_, at): [number, number] => [0, at + 1]);
  for (let at = 0; at < many; at += 1) {
    for (const other of [at + 1, at + 2]) {
      if (other < many && Math.floor(other / 5) === Math.floor(at / 5)) edges.push([at + 1, other + 1]);
    }
  }
  const label = Array.from({ length: many + 1 }, (_, at) => (at % 4 ? "甲乙丙" : "某某市高新技术产业开发区管理委员会"));
  return sceneFor({ at: grid(many + 1, gap), edges, label });
}

function overlaps({ x, y }: Points, scene: Scene): number {
  const { across, down, below } = roomsOf(scene);
  let found = 0;
  for (let i = 0; i < x.length; i += 1) {
    for (let j = i + 1; j < x.length; j += 1) {
      const wide = across[i] + across[j] - Math.abs(x[i] - x[j]);
      const high = down[i] + down[j] - Math.abs(y[i] + below[i] - y[j] - below[j]);
      if (wide > 0.1 && high > 0.1) found += 1;
    }
  }
  return found;
}

const PLANS: Plan[] = [
  { as: "spread" },
  { as: "ring", centre: 0 },
  { as: "lens", a: 0, b: 3 },
  { as: "line", order: [2, 0, 1] },
];

describe.each(PLANS)("$as", (plan) => {
  test.each([3, 12, 40, 120])("no name lies over another among %d", (many) => {
    const scene = groups(many - 1);
    const points = arranged(scene, plan);
    expect(points.x.every(Number.isFinite) && points.y.every(Number.isFinite)).toBe(true);
    expect(overlaps(points, scene)).toBe(0);
    expect(arranged(scene, plan)).toEqual(points);
  });

  test("nodes that all stand in one place do no harm", () => {
    const scene = groups(9, 0);
    expect(overlaps(arranged(scene, plan), scene)).toBe(0);
  });
});

test("a line goes from left to right in its order", () => {
  const { x, y } = arranged(groups(2), { as: "line", order: [2, 0, 1] });
  expect(x[2] < x[0] && x[0] < x[1]).toBe(true);
  expect(new Set(y)).toEqual(new Set([0]));
});

test("in a tall window it goes from top to bottom", () => {
  const { x, y } = arranged(groups(2), { as: "line", order: [2, 0, 1] }, true);
  expect(y[2] < y[0] && y[0] < y[1]).toBe(true);
  expect(new Set(x)).toEqual(new Set([0]));
});

test("a lens has its two ends left and right and nobody on the line between them", () => {
  const { x, y } = arranged(groups(9), { as: "lens", a: 4, b: 2 });
  for (const node of [0, 1, 3, 5, 6, 7, 8, 9]) {
    expect(x[4] < x[node] && x[node] < x[2]).toBe(true);
    expect(Math.abs(y[node] - y[4])).toBeGreaterThan(15);
  }
});

test("on a ring, who knows each other sits together", () => {
  const scene = groups(20);
  const { x, y } = arranged(scene, { as: "ring", centre: 0 });
  const seats = Array.from({ length: 20 }, (_, at) => at + 1).sort(
    (p, q) => Math.atan2(y[p] - y[0], x[p] - x[0]) - Math.atan2(y[q] - y[0], x[q] - x[0]),
  );
  const group = (node: number) => Math.floor((node - 1) / 5);
  const changes = seats.filter((node, at) => group(node) !== group(seats.at(at - 1) as number));
  expect(changes).toHaveLength(4);
});

test("spread out, linked nodes stand nearer than others", () => {
  const scene = groups(30);
  const { x, y } = arranged(scene, { as: "spread" });
  const far = (p: number, q: number) => Math.hypot(x[p] - x[q], y[p] - y[q]);
  const linked = new Set(Array.from(scene.from, (a, edge) => `${a} ${scene.to[edge]}`));
  const mean = (same: boolean) => {
    const pairs = [];
    for (let p = 1; p < 31; p += 1) {
      for (let q = p + 1; q < 31; q += 1) if (linked.has(`${p} ${q}`) === same) pairs.push(far(p, q));
    }
    return pairs.reduce((sum, each) => sum + each, 0) / pairs.length;
  };
  expect(mean(true)).toBeLessThan(0.6 * mean(false));
});

test("large selections stay where they stand", () => {
  const scene = groups(450);
  expect(arranged(scene, { as: "spread" })).toEqual({ x: scene.x, y: scene.y });
});
