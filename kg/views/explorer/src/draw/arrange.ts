// A small selection set out by itself, at scale 1, with room for every name: a line, a ring, a lens, or spread out.

import { pushApart, roomsOf, type Points, type Rooms } from "./apart.ts";
import type { Scene } from "./renderer.ts";
import { ring } from "./ring.ts";
import { spread } from "./spread.ts";

export type Plan =
  | { as: "line"; order: readonly number[] }
  /** Two nodes with all others between them. */
  | { as: "lens"; a: number; b: number }
  /** All others around one. */
  | { as: "ring"; centre: number }
  | { as: "spread" };

type Drawn = Pick<Scene, "x" | "y" | "radius" | "label" | "from" | "to">;

/** More nodes than this stay where they stand. */
export const MOST_ARRANGED = 400;
const MOST_ON_RINGS = 90;
/** So many of all possible ties make a crowd in which everybody knows everybody: a ring. */
const CROWD = 0.5;
const MOST_IN_CROWD = 60;
const STEP = 170;
const ROWS = 7;
const TALL = 0.8;

/** Where the nodes of a scene are to stand, in a window that is wide, or tall. */
export function arranged(scene: Drawn, plan: Plan, tall = false): Points {
  const many = scene.x.length;
  if (many > MOST_ARRANGED || many === 0) return { x: scene.x, y: scene.y };
  const rooms = roomsOf(scene);
  const wide = placed(scene, plan, rooms);
  const points = tall ? upright(wide) : wide;
  pushApart(points, rooms);
  return points;
}

function placed(scene: Drawn, plan: Plan, rooms: Rooms): Points {
  const many = scene.x.length;
  switch (plan.as) {
    case "line":
      return line(many, plan.order);
    case "lens":
      return many > MOST_ON_RINGS ? spreadOut(scene, rooms) : lens(many, plan.a, plan.b, rooms);
    case "ring":
      return many > MOST_ON_RINGS ? spreadOut(scene, rooms) : ring(many, scene, rooms, plan.centre);
    case "spread": {
      const crowd = scene.from.length >= (CROWD * many * (many - 1)) / 2 && many <= MOST_IN_CROWD;
      if (many < 3) return line(many, [...scene.x.keys()]);
      return crowd ? ring(many, scene, rooms, -1) : spreadOut(scene, rooms);
    }
  }
}

function spreadOut(scene: Drawn, rooms: Rooms): Points {
  const area = rooms.across.reduce((sum, across, node) => sum + 4 * across * rooms.down[node], 0) / scene.x.length;
  const points = spread(scene, scene, 1.3 * Math.sqrt(area));
  return { x: points.x.map((x) => x * 1.2), y: points.y.map((y) => y * 0.9) };
}

/** From top to bottom what stood from left to right, closer together, as lines of text are low. */
function upright({ x, y }: Points): Points {
  return { x: y, y: x.map((along) => along * TALL) };
}

/** From left to right; who is not in the order stands below. */
function line(many: number, order: readonly number[]): Points {
  const points = { x: new Float32Array(many), y: new Float32Array(many).fill(STEP) };
  for (let node = 0; node < many; node += 1) points.x[node] = node * STEP;
  order.forEach((node, at) => {
    points.x[node] = at * STEP;
    points.y[node] = 0;
  });
  return points;
}

/** Two nodes left and right, the others in columns between them, none on the line that joins the two. */
function lens(many: number, a: number, b: number, rooms: Rooms): Points {
  const points = { x: new Float32Array(many), y: new Float32Array(many) };
  const between = Array.from({ length: many }, (_, node) => node).filter((node) => node !== a && node !== b);
  const columns = Math.ceil(between.length / ROWS);
  const rows = Math.ceil(between.length / Math.max(1, columns));
  const width = 2 * rooms.across.reduce((most, each) => Math.max(most, each), 0) + 30;
  const height = 2 * rooms.down.reduce((most, each) => Math.max(most, each), 0) + 14;
  between.forEach((node, at) => {
    const [column, row] = [at % columns, Math.floor(at / columns)];
    points.x[node] = (column - (columns - 1) / 2) * width + (row % 2 ? 14 : -14);
    points.y[node] = (row + 0.5 - Math.ceil(rows / 2)) * height;
  });
  const reach = (columns * width) / 2 + 150;
  points.x[a] = -reach;
  points.x[b] = reach;
  return points;
}
